/* mojibake.c: decides which damaged characters to believe in and joins them to runs. */
#include "text/mojibake.h"

#include "base/strbuf.h"
#include "text/mojibake_bytes.h"
#include "text/mojibake_piece.h"
#include "text/mojibake_symbols.h"
#include "text/utf8.h"

#include <string.h>

/* Letters of one script count as neighbours with at most this much between them. */
#define NEIGHBOUR_BYTES 8
/* How often text may have been damaged again. */
#define MAX_DEPTH 3

#define JOINER           0x200Du
#define SELECTOR         0xFE0Fu
#define BOX_DOUBLE       0x2550u /* ═ */
#define BOX_BOTTOM_LEFT  0x255Au /* ╚ */
#define BOX_BOTTOM_RIGHT 0x255Du /* ╝ */

struct pieces {
    VEC_MEMBERS(struct mojibake_piece);
};

/* True where a character may start that a lead byte of UTF-8 became: Â to ô, and Ğ, ğ, İ, Ş. */
static bool may_start(struct slice text, size_t at)
{
    unsigned char first = (unsigned char)text.ptr[at];
    if (first < 0xC3 || first > 0xC5 || at + 1 == text.len)
        return false;
    unsigned char second = (unsigned char)text.ptr[at + 1];
    if (first == 0xC3)
        return second >= 0x82 && second <= 0xB4;
    return second == 0x9E || (first == 0xC4 && (second == 0x9F || second == 0xB0));
}

static struct pieces read_pieces(struct slice text, struct arena *arena)
{
    struct pieces pieces = {0};
    for (size_t at = 0; at < text.len;) {
        struct mojibake_piece piece;
        if (!may_start(text, at)) {
            bool ascii = (unsigned char)text.ptr[at] < 0x80;
            at += ascii ? utf8_ascii_length(slice_from(text, at)) : 1;
            continue;
        }
        bool joined = pieces.len > 0 && VEC_LAST(&pieces)->span.end == at;
        if (mojibake_read_piece(text, at, joined, &piece)) {
            *VEC_PUSH(arena, &pieces) = piece;
            at = piece.span.end;
        } else {
            at += 2;
        }
    }
    return pieces;
}

static bool touch(const struct mojibake_piece *a, const struct mojibake_piece *b)
{
    return a->span.end == b->span.start;
}

static bool are_neighbours(const struct mojibake_piece *a, const struct mojibake_piece *b)
{
    return a->whole && b->whole && a->family == b->family &&
           b->span.start - a->span.end <= NEIGHBOUR_BYTES;
}

static bool has_neighbour(const struct pieces *pieces, size_t i)
{
    const struct mojibake_piece *piece = &pieces->items[i];
    return (i > 0 && are_neighbours(piece - 1, piece)) ||
           (i + 1 < pieces->len && are_neighbours(piece, piece + 1));
}

/* What touches a sure piece of its script, or being whole any sure piece, is damaged as that is. */
static void spread(struct mojibake_piece *piece, const struct mojibake_piece *sure)
{
    if (piece->trust == TRUST_NEIGHBOUR && sure->trust == TRUST_SURE &&
        (piece->whole || piece->family == sure->family))
        piece->trust = TRUST_SURE;
}

static void trust_neighbours(struct pieces *pieces)
{
    struct mojibake_piece *items = pieces->items;
    for (size_t i = 0; i < pieces->len; i++)
        if (items[i].trust == TRUST_NEIGHBOUR && has_neighbour(pieces, i))
            items[i].trust = TRUST_SURE;
    for (size_t i = 1; i < pieces->len; i++)
        if (touch(&items[i - 1], &items[i]))
            spread(&items[i], &items[i - 1]);
    for (size_t i = pieces->len; i-- > 1;)
        if (touch(&items[i - 1], &items[i]))
            spread(&items[i - 1], &items[i]);
}

/* Leaves only what is to be believed. */
static void settle(struct pieces *pieces)
{
    trust_neighbours(pieces);
    size_t evidence = 0;
    for (size_t i = 0; i < pieces->len; i++)
        evidence += pieces->items[i].trust == TRUST_SURE;
    enum mojibake_trust least = evidence >= MOJIBAKE_EVIDENCE ? TRUST_EVIDENCE : TRUST_SURE;
    size_t kept = 0;
    for (size_t i = 0; i < pieces->len; i++)
        if (pieces->items[i].trust >= least)
            pieces->items[kept++] = pieces->items[i];
    pieces->len = kept;
}

static enum mojibake_page page_of(const struct pieces *pieces)
{
    bool has_1252 = false;
    for (size_t i = 0; i < pieces->len; i++) {
        const struct mojibake_piece *piece = &pieces->items[i];
        if (piece->turkish)
            return PAGE_1254;
        has_1252 |= piece->bytes[0] == 0xF0 || memchr(piece->bytes, 0x8E, 4) ||
                    memchr(piece->bytes, 0x9E, 4);
    }
    return has_1252 ? PAGE_1252 : PAGE_1254; /* unknown: the page that loses more */
}

static bool is_selector(const struct mojibake_piece *piece)
{
    return !piece->whole && piece->bytes[0] == 0xEF && piece->bytes[1] == 0xB8;
}

static bool same_bytes(const struct mojibake_piece *a, const struct mojibake_piece *b)
{
    return a->count == b->count && memcmp(a->bytes, b->bytes, a->count) == 0;
}

static bool is_emoji(const struct mojibake_piece *piece)
{
    return piece->bytes[0] == 0xF0 || is_selector(piece) ||
           (piece->whole && piece->codepoint >= 0x2190 && piece->codepoint <= 0x2BFF);
}

/* A joiner that lost its last byte, as is told by the emoji on both sides. */
static bool is_joiner(const struct pieces *pieces, size_t i)
{
    const struct mojibake_piece *piece = &pieces->items[i];
    return !piece->whole && piece->bytes[0] == 0xE2 && piece->bytes[1] == 0x80 && i > 0 &&
           i + 1 < pieces->len && touch(piece - 1, piece) && touch(piece, piece + 1) &&
           is_emoji(piece - 1) && is_emoji(piece + 1);
}

/* Does piece i belong to one choice with the piece before it? */
static bool is_glued(const struct pieces *pieces, size_t i)
{
    if (i == 0 || i >= pieces->len || !touch(&pieces->items[i - 1], &pieces->items[i]))
        return false;
    const struct mojibake_piece *piece = &pieces->items[i];
    bool repeat = !piece->whole && !piece[-1].whole && same_bytes(piece - 1, piece);
    return repeat || is_selector(piece) || is_joiner(pieces, i) || is_joiner(pieces, i - 1);
}

struct finder {
    struct slice text;
    struct arena *arena;
    struct pieces pieces;
    enum mojibake_page page;
    struct mojibake_runs runs;
    size_t lossy; /* of the runs */
};

static struct mojibake_runs find(struct slice text, struct arena *arena, int depth);

/* Where what was restored is itself wholly restorable damage, that restored. */
static struct slice restore_again(struct slice restored, struct arena *arena, int depth)
{
    struct mojibake_runs again = find(restored, arena, depth + 1);
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    size_t at = 0;
    for (size_t i = 0; i < again.len && again.items[i].certain; i++) {
        strbuf_append(&out, slice_sub(restored, at, again.items[i].span.start));
        strbuf_append(&out, again.items[i].restored[0]);
        at = again.items[i].span.end;
    }
    if (again.len > 0 && VEC_LAST(&again)->certain) {
        strbuf_append(&out, slice_from(restored, at));
        restored = arena_copy(arena, strbuf_slice(&out));
    }
    strbuf_release(&out);
    return restored;
}

static struct mojibake_run *push_run(struct finder *finder, size_t from, size_t to)
{
    struct mojibake_run *run = VEC_PUSH(finder->arena, &finder->runs);
    run->span.start = finder->pieces.items[from].span.start;
    run->span.end = finder->pieces.items[to - 1].span.end;
    return run;
}

static void add_certain(struct finder *finder, size_t from, size_t to, int depth)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = from; i < to; i++)
        utf8_append(&out, finder->pieces.items[i].codepoint);
    struct slice *restored = ARENA_NEW(finder->arena, struct slice);
    *restored = arena_copy(finder->arena, strbuf_slice(&out));
    strbuf_release(&out);
    if (depth < MAX_DEPTH)
        *restored = restore_again(*restored, finder->arena, depth);
    struct mojibake_run *run = push_run(finder, from, to);
    run->certain = true;
    run->restored = restored;
    run->count = 1;
}

static bool is_choice(const struct pieces *pieces, size_t i)
{
    return !pieces->items[i].whole && !is_selector(&pieces->items[i]) && !is_joiner(pieces, i);
}

/* The likeliest for one lossy piece, whatever the others are. */
static uint32_t best(const struct finder *finder, const struct mojibake_piece *piece)
{
    uint32_t candidates[MOJIBAKE_MAX_CANDIDATES];
    size_t count = mojibake_candidates(finder->text, piece, finder->page, candidates);
    return count > 0 ? candidates[0] : UTF8_REPLACEMENT;
}

/* A lossy run: its pieces, and the first of them that has several candidates. */
struct choice {
    size_t from, to, piece;
};

/* The run as text with `codepoint` for the choice and its repeats, but `last` at the very end. */
static struct slice spell(const struct finder *finder, struct choice choice, uint32_t codepoint,
                          uint32_t last)
{
    const struct mojibake_piece *items = finder->pieces.items;
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = choice.from; i < choice.to; i++) {
        if (items[i].whole)
            utf8_append(&out, items[i].codepoint);
        else if (is_selector(&items[i]))
            utf8_append(&out, SELECTOR);
        else if (is_joiner(&finder->pieces, i))
            utf8_append(&out, JOINER);
        else if (!same_bytes(&items[i], &items[choice.piece]))
            utf8_append(&out, best(finder, &items[i]));
        else
            utf8_append(&out, i + 1 == choice.to ? last : codepoint);
    }
    struct slice text = arena_copy(finder->arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

/* ╚═══╝ lost the same byte values in its lines and in its last corner. */
static bool closes_box(const struct finder *finder, struct choice choice)
{
    const struct mojibake_piece *items = finder->pieces.items;
    bool opened = choice.from > 0 && touch(&items[choice.from - 1], &items[choice.from]) &&
                  items[choice.from - 1].codepoint == BOX_BOTTOM_LEFT;
    bool goes_on =
        choice.to < finder->pieces.len && touch(&items[choice.to - 1], &items[choice.to]);
    return opened && !goes_on;
}

static void add_lossy(struct finder *finder, struct choice choice)
{
    uint32_t candidates[MOJIBAKE_MAX_CANDIDATES] = {0};
    size_t count = 1; /* selectors and joiners alone leave no choice */
    if (choice.piece < choice.to)
        count = mojibake_candidates(finder->text, &finder->pieces.items[choice.piece], finder->page,
                                    candidates);
    else
        choice.piece = choice.from;
    struct slice *restored =
        arena_array(finder->arena, MOJIBAKE_MAX_CANDIDATES + 1, sizeof *restored);
    size_t filled = 0;
    if (count > 0 && candidates[0] == BOX_DOUBLE && closes_box(finder, choice))
        restored[filled++] = spell(finder, choice, BOX_DOUBLE, BOX_BOTTOM_RIGHT);
    for (size_t i = 0; i < count && filled < MOJIBAKE_MAX_CANDIDATES; i++)
        restored[filled++] = spell(finder, choice, candidates[i], candidates[i]);
    struct mojibake_run *run = push_run(finder, choice.from, choice.to);
    run->restored = restored;
    run->count = filled;
    finder->lossy++;
}

static bool is_certain(const struct pieces *pieces, size_t i)
{
    return pieces->items[i].whole && !is_glued(pieces, i) && !is_glued(pieces, i + 1);
}

static void add_runs(struct finder *finder, int depth)
{
    const struct pieces *pieces = &finder->pieces;
    for (size_t from = 0, to; from < pieces->len; from = to) {
        to = from + 1;
        if (is_certain(pieces, from)) {
            while (to < pieces->len && is_certain(pieces, to) &&
                   touch(&pieces->items[to - 1], &pieces->items[to]))
                to++;
            add_certain(finder, from, to, depth);
            continue;
        }
        while (is_glued(pieces, to))
            to++;
        struct choice choice = {from, to, from};
        while (choice.piece < to && !is_choice(pieces, choice.piece))
            choice.piece++;
        if (finder->lossy < MOJIBAKE_MAX_LOSSY)
            add_lossy(finder, choice);
    }
}

static struct mojibake_runs find(struct slice text, struct arena *arena, int depth)
{
    struct finder finder = {.text = text, .arena = arena, .pieces = read_pieces(text, arena)};
    settle(&finder.pieces);
    finder.page = page_of(&finder.pieces);
    add_runs(&finder, depth);
    return finder.runs;
}

struct mojibake_runs mojibake_find(struct slice text, struct arena *arena)
{
    return find(slice_sub(text, 0, TEXT_MAX_BYTES), arena, 0);
}
