/* mojibake_symbols.c: what may have stood where bytes were lost, likeliest first. */
#include "text/mojibake_symbols.h"

#include "text/mojibake_bytes.h"
#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

struct symbol {
    uint32_t codepoint;
    const char *words; /* beginnings of words, in the same line, that speak for it */
};

/* Symbols with a byte that gets lost, commonest in plans first: the order is that of the number of
 * files they stand in, over some hundred public plans, mended where few had any. */
static const struct symbol symbols[] = {
    {0xFE0F, ""}, /* emoji presentation */
    {0x1F3AF, "goal target objective milestone decision success focus priorit criteri metric"},
    {0x274C, "no not fail missing reject never wrong block without"},
    {0x2610, "go no-go yes deferred todo check approve"}, /* ☐ */
    {0x201D, ""},                                         /* ” */
    {0x1F389, "celebrat congrat launch party complete"},
    {0x1F4DD, "document note record feedback write draft summary memo description log todo form"},
    {0x1F4DE, "call contact phone escalat support hotline on-call meeting"},
    {0x2510, ""}, /* ┐ */
    {0x2550, ""}, /* ═ */
    {0x255D, ""}, /* ╝ */
    {0x23F0, "time week hour day deadline schedule due today reminder urgent when clock"},
    {0x23F3, "pending wait progress remain"},
    {0x1F50D, "search find review audit investigat analy look discover inspect research"},
    {0x1F3D7, "build architect structure construct infrastructure foundation"},
    {0x25CF, ""}, /* ● */
    {0x2190, ""}, /* ← */
    {0x1F3A8, "design ui ux style theme color colour brand visual art"},
    {0x1F38A, "approv celebrat congrat complete final launch"},
    {0x1F3C6, "win success achiev best award competi"},
    {0x221E, ""}, /* ∞ */
    {0x2B50, "star priorit rating favorite top"},
    {0x1F510, "secur auth encrypt password permission access login"},
    {0x1F393, "learn train educat course onboard student"},
    {0x1F4C1, "file folder director structure path"},
    {0x23F1, "duration minute estimate timer hour time"},
    {0x1F310, "web network domain global internet site api language"},
    {0x1F30D, "world global earth region countr market"},
    {0x1F48E, "value premium quality"},
    {0x1F4CD, "location milestone where here position map roadmap"},
    {0x23ED, "next skip"},
    {0x1F41B, "bug debug issue fix"},
    {0x1F3C1, "finish final complete milestone end done goal race"},
    {0x23F8, "pause hold stop"},
    {0x1F91D, "partner agree team collab handoff hand-off customer contract"},
    {0x1F3E2, "compan office team organi enterprise business department communicat stakeholder"},
    {0x1F4D0, "design architect layout measure spec"},
    {0x1F4CE, "attach appendix link"},
    {0x1F501, "loop retr repeat cycle iterat recur"},
    {0x1F44D, "good pro approve yes like"},
    {0x2757, "important warning attention critical note must"},
    {0x2753, "question why what how open faq unknown"},
    {0x2764, "love thank"},
    {0x2795, "add plus new"},
    {0x2796, "remove minus"},
    {0x270F, "edit write draft"},
    {0x270D, "sign write signature"},
    {0x1F441, "watch view monitor vision observ"},
    {0x1F440, "watch look review"},
    {0x1F3AC, "video film demo action scene"},
    {0x1F3AD, "role persona"},
    {0x1F381, "gift bonus reward"},
    {0x1F3E5, "health hospital medical clinic"},
    {0x1F3E6, "bank financ"},
    {0x1F3E0, "home house"},
    {0x1F3ED, "factory production manufactur"},
    {0x1F50E, "search find review detail"},
    {0x1F4CF, "measure metric length size"},
    {0x1F6D2, "shop cart order purchase"},
    {0x1F3C3, "run sprint quick"},
    {0x1F40D, "python"},
    {0x260E, "call contact phone"},
    {0x2601, "cloud"},
    {0x261D, "note one"},
    {0x2010, ""}, /* hyphen */
    {0x201E, ""}, /* „ */
    {0x200D, ""}, /* joiner */
    {0x3001, ""}, /* 、 */
    {0x300E, ""}, /* 『 */
    {0x300F, ""}, /* 』 */
    {0x0441, ""}, /* с, я, Н, А: the letters Cyrillic text loses most */
    {0x044F, ""},
    {0x041D, ""},
    {0x0410, ""},
    /* These lose their last byte, a no-break space, where that was made a space. */
    {0x26A0, "warn risk caution attention important blocker"},
    {0x1F6E0, "tool build fix implement"},
    {0x1F9E0, "think learn memory knowledge"},
};

#define SYMBOL_COUNT (sizeof symbols / sizeof *symbols)

/* How far about a piece words speak for a symbol. */
#define CONTEXT_BYTES 96

static struct slice line_about(struct slice text, struct span span)
{
    size_t start = span.start > CONTEXT_BYTES ? span.start - CONTEXT_BYTES : 0;
    struct slice before = slice_sub(text, start, span.start);
    size_t newline = slice_find_last_byte(before, '\n');
    if (newline != SLICE_NONE)
        start += newline + 1;
    struct slice about = slice_sub(text, start, (size_t)span.end + CONTEXT_BYTES);
    struct slice after = slice_from(about, span.end - start);
    newline = slice_find_byte(after, '\n');
    return newline == SLICE_NONE ? about : slice_sub(about, 0, span.end - start + newline);
}

static bool has_word(struct slice line, struct slice word)
{
    bool inside = false;
    for (size_t at = 0; at < line.len; at++) {
        if (!inside && slice_starts_nocase(slice_from(line, at), word))
            return true;
        inside = ascii_is_alnum(line.ptr[at]);
    }
    return false;
}

static bool has_any_word(struct slice line, const char *words)
{
    struct slice_split it = {slice_of(words), false};
    struct slice word;
    while (slice_split_next(&it, ' ', &word))
        if (word.len > 0 && has_word(line, word))
            return true;
    return false;
}

static bool in(uint32_t codepoint, uint32_t first, uint32_t last)
{
    return codepoint >= first && codepoint <= last;
}

/* Symbols outside the table that a document may well hold. */
static bool is_usual_symbol(uint32_t codepoint)
{
    bool block = in(codepoint, 0x2190, 0x21FF) || in(codepoint, 0x2300, 0x23FF) ||
                 in(codepoint, 0x2460, 0x27BF) || in(codepoint, 0x2B00, 0x2B5F) ||
                 in(codepoint, 0x1F300, 0x1F64F) || in(codepoint, 0x1F680, 0x1F6FF) ||
                 in(codepoint, 0x1F7E0, 0x1F7F0) || in(codepoint, 0x1F900, 0x1FAFF);
    return block && utf8proc_category((utf8proc_int32_t)codepoint) != UTF8PROC_CATEGORY_CN;
}

static bool is_usual(const struct mojibake_piece *piece, uint32_t codepoint)
{
    if (piece->family < FAMILY_FOREIGN)
        return is_usual_symbol(codepoint);
    /* Of what begins with E3 only the kana are common. */
    if (piece->bytes[0] == 0xE3 && !in(codepoint, 0x3040, 0x30FF))
        return false;
    return mojibake_family(codepoint) == piece->family;
}

struct found {
    uint32_t codepoint;
    size_t rank; /* less is likelier */
};

struct search {
    const struct mojibake_piece *piece;
    struct slice line;
    struct slice lost;      /* the bytes that may have been lost */
    unsigned char bytes[4]; /* the sequence tried */
    struct found found[64]; /* by rank */
    size_t count;
};

static size_t rank_of(const struct search *search, uint32_t codepoint)
{
    size_t rank = 0;
    while (rank < SYMBOL_COUNT && symbols[rank].codepoint != codepoint)
        rank++;
    if (rank < SYMBOL_COUNT && has_any_word(search->line, symbols[rank].words))
        return rank;
    return rank + SYMBOL_COUNT;
}

static void add(struct search *search, uint32_t codepoint)
{
    size_t rank = rank_of(search, codepoint);
    if (rank == 2 * SYMBOL_COUNT && !is_usual(search->piece, codepoint))
        return;
    for (size_t i = 0; i < search->count; i++)
        if (search->found[i].codepoint == codepoint)
            return;
    if (search->count == sizeof search->found / sizeof *search->found)
        return;
    size_t at = search->count++;
    for (; at > 0 && search->found[at - 1].rank > rank; at--)
        search->found[at] = search->found[at - 1];
    search->found[at] = (struct found){codepoint, rank};
}

static void try_lost(struct search *search, unsigned at, unsigned taken);

/* Sets the bytes from `at` on in every way that is left; `taken` bytes of the piece are used up. */
static void try_rest(struct search *search, unsigned at, unsigned taken)
{
    const struct mojibake_piece *piece = search->piece;
    if (at == piece->length) {
        uint32_t codepoint;
        struct slice sequence = {(const char *)search->bytes, piece->length};
        if (utf8_decode(sequence, &codepoint) == piece->length)
            add(search, codepoint);
        return;
    }
    if (taken < piece->count && piece->bytes[taken] != 0) {
        search->bytes[at] = piece->bytes[taken];
        try_rest(search, at + 1, taken + 1);
    } else if (taken < piece->count) { /* a mark: this very byte was lost */
        try_lost(search, at, taken + 1);
        return;
    }
    if (at > 0 && piece->length - at > piece->count - taken)
        try_lost(search, at, taken);
}

static void try_lost(struct search *search, unsigned at, unsigned taken)
{
    for (size_t i = 0; i < search->lost.len; i++) {
        search->bytes[at] = (unsigned char)search->lost.ptr[i];
        try_rest(search, at + 1, taken);
    }
}

/* Á, Í, Ý, Ï, Ð at the start of a word; inside it í, whose second byte is an invisible soft hyphen;
 * and à, whose second is a no-break space, where a space follows. */
static size_t latin_candidates(struct slice text, const struct mojibake_piece *piece, uint32_t *out)
{
    static const uint32_t capitals[] = {0xC1, 0xCD, 0xDD, 0xCF, 0xD0};
    size_t count = 0;
    bool space = piece->span.end < text.len && text.ptr[piece->span.end] == ' ';
    bool start = piece->span.start == 0 || !ascii_is_alpha(text.ptr[piece->span.start - 1]);
    if (space)
        out[count++] = 0xE0;
    if (!start)
        out[count++] = 0xED;
    for (size_t i = 0; i < 4 && count < MOJIBAKE_MAX_CANDIDATES; i++)
        out[count++] = capitals[i];
    return count;
}

size_t mojibake_candidates(struct slice text, const struct mojibake_piece *piece,
                           enum mojibake_page page, uint32_t out[MOJIBAKE_MAX_CANDIDATES])
{
    if (piece->bytes[0] == 0xC3)
        return latin_candidates(text, piece, out);
    struct search search = {.piece = piece, .line = line_about(text, piece->span)};
    bool space = piece->span.end < text.len && text.ptr[piece->span.end] == ' ';
    /* What 1252 lacks, what 1254 lacks too, and a no-break space where a space was made of it. */
    char lost[9] = "\x81\x8D\x8F\x90\x9D\x8E\x9E";
    search.lost = (struct slice){lost, page == PAGE_1254 ? 7 : 5};
    if (space)
        lost[search.lost.len++] = '\xA0';
    try_rest(&search, 0, 0);
    size_t count = 0;
    for (; count < search.count && count < MOJIBAKE_MAX_CANDIDATES; count++)
        out[count] = search.found[count].codepoint;
    return count;
}
