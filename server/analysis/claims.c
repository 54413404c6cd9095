/* claims.c: where a document says how many of something there are. */
#include "analysis/claims.h"

#include "analysis/claim_finder.h"
#include "base/memo.h"

#include <stdlib.h>

#define CLAIMS_MAX 500
#define BEHIND_MAX 300 /* bytes behind a file's name that are read */

struct claim *claim_add(struct claim_finder *f, const struct count_claim *said, struct slice text)
{
    if (f->out->len == CLAIMS_MAX)
        return NULL;
    struct claim *claim = VEC_PUSH(f->arena, f->out);
    *claim = (struct claim){.said = *said,
                            .number = span_of(f->bytes, said->digits),
                            .where = span_of(f->bytes, slice_trim(text)),
                            .reference = NO_INDEX,
                            .about = f->document};
    if (said->has_total)
        claim->total = span_of(f->bytes, said->total_digits);
    return claim;
}

void claim_add_part(struct claim *claim, struct span part)
{
    for (size_t i = 0; i < claim->part_count; i++)
        if (span_equal(claim->parts[i], part))
            return;
    if (claim->part_count < CLAIM_MAX_PARTS)
        claim->parts[claim->part_count++] = part;
}

void claim_add_parts(struct claim *claim, const struct named_parts *parts)
{
    for (size_t i = 0; i < parts->len; i++)
        claim_add_part(claim, parts->v[i].part);
    if (parts->len)
        claim->part_name = parts->v[0].name;
}

/* The next piece of "17 sections, ~800 lines · 3 of 5 tasks done"; a comma between digits parts nothing. */
static bool next_piece(struct slice s, size_t *at, struct slice *piece)
{
    size_t start = *at, end = start;
    if (start > s.len)
        return false;
    for (; end < s.len; end++) {
        char c = s.ptr[end];
        bool thousands = c == ',' && end + 1 < s.len && ascii_is_digit(s.ptr[end + 1]);
        if (c == ';' || c == '|' || (c == ',' && !thousands))
            break;
        if (c == '\xC2' && slice_starts(slice_from(s, end), SLICE("·")))
            break;
    }
    *piece = slice_trim(slice_sub(s, start, end));
    *at = end + 1 + (end < s.len && s.ptr[end] == '\xC2');
    return true;
}

/* ---- in parentheses ---------------------------------------------------------------------------- */

/* What stands behind "(" at `open`, up to its ")"; empty where none closes it soon. */
static struct slice parenthesised(struct slice s, size_t open)
{
    size_t close = slice_find_byte(slice_sub(s, open, open + 200), ')');
    return close == SLICE_NONE ? SLICE("") : slice_sub(s, open + 1, open + close);
}

/* What is claimed in a line's parentheses, one after the other. */
struct parentheses {
    struct slice rest;   /* not looked through yet */
    struct slice before; /* what stands between the last parenthesis and this one */
    struct slice inside;
    size_t at; /* in `inside` */
};

static bool next_in_parentheses(struct parentheses *p, struct slice *piece,
                                struct count_claim *said)
{
    for (;;) {
        while (p->inside.len && next_piece(p->inside, &p->at, piece)) {
            if (!count_claim_read(*piece, said))
                continue;
            if (said->what == COUNTED_NOTHING && said->stated) /* "3 of 5 done" */
                said->what = COUNTED_TASKS;
            if (said->what != COUNTED_NOTHING && said->what != COUNTED_LINES)
                return true;
        }
        size_t open = slice_find_byte(p->rest, '(');
        if (open == SLICE_NONE)
            return false;
        p->before = slice_sub(p->rest, 0, open);
        p->inside = parenthesised(p->rest, open);
        if (!slice_has_digit(p->inside)) /* most */
            p->inside.len = 0;
        p->at = 0;
        p->rest = slice_from(p->rest, open + 1);
    }
}

/* Claims about what is named before the parenthesis; in a heading, about its own section. */
static void in_parentheses(struct claim_finder *f, struct slice line, uint32_t heading)
{
    struct parentheses p = {.rest = line};
    struct slice piece;
    struct count_claim said;
    while (next_in_parentheses(&p, &piece, &said)) {
        struct named_parts parts;
        parts_named_last(f->model, p.before, &parts);
        if (heading == NO_INDEX && parts.len == 0)
            continue;
        struct claim *claim = claim_add(f, &said, piece);
        if (!claim)
            return;
        if (heading != NO_INDEX) {
            claim_add_part(claim, f->model->headings.items[heading].section);
            claim->part_name = f->model->headings.items[heading].title;
        }
        for (size_t i = 0; i < parts.len; i++)
            claim_add_part(claim, parts.v[i].part);
        if (heading == NO_INDEX)
            claim->part_name = parts.v[0].name;
    }
}

/* ---- behind a label ---------------------------------------------------------------------------- */

struct slice claim_unmarked(struct slice s)
{
    s = slice_trim(s);
    while (s.len && (s.ptr[0] == '*' || s.ptr[0] == '_' || s.ptr[0] == ' '))
        s = slice_from(s, 1);
    while (s.len && (s.ptr[s.len - 1] == '*' || s.ptr[s.len - 1] == '_' ||
                     s.ptr[s.len - 1] == ':' || s.ptr[s.len - 1] == ' '))
        s.len--;
    return s;
}

/* "Progress", "Overall progress", "Status": says how far, of what its value names. */
static bool is_progress(struct slice label)
{
    static const char *const states[] = {"status", "stand",  "état", "estado", "stato",
                                         "durum",  "статус", "状态", "状態"};
    static const char *const words[] = {"progress", "fortschritt", "avancement",
                                        "progreso", "progresso",   "voortgang",
                                        "ilerleme", "прогресс",    "进度"};
    if (label.len > 40)
        return false;
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (slice_is_nocase(label, states[i]))
            return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(label, slice_of(words[i])) != SLICE_NONE)
            return true;
    return false;
}

/* A claim of no part in particular: about the section it stands in, if it has any of them, else about all of
 * the document, unless that section is an item, whose tasks may stand in another file. Of all tasks only
 * where the document is there for them: a plan may tell of its task file. */
static void place_in_section(struct claim_finder *f, struct claim *claim, uint32_t offset)
{
    const struct heading *headings = f->model->headings.items;
    uint32_t own = model_heading_at(f->model, offset);
    struct counts counts;
    for (uint32_t h = own; h != NO_INDEX && headings[h].level > 1; h = headings[h].parent) {
        if (counts_of(f->model, headings[h].section, claim->said.what, &counts))
            claim_add_part(claim, headings[h].section);
        else if (h == own && headings[h].item != NO_INDEX)
            return;
        else if (h == own)
            break;
    }
    if (claim->part_count)
        claim->part_name = headings[own].title;
    bool task_file = (f->model->kinds & (DOCUMENT_TASKS | DOCUMENT_CHECKLIST)) != 0;
    if (claim->said.what != COUNTED_TASKS || task_file || claim->part_count)
        claim_add_part(claim, COUNTS_WHOLE);
}

/* One piece of a label's value; `alone`: there is no other, so the label may say what is counted. */
static void behind_label_piece(struct claim_finder *f, struct slice label, struct slice piece,
                               bool alone)
{
    struct count_claim said;
    enum counted what = COUNTED_NOTHING;
    enum count_state state = COUNT_ALL;
    bool counted = count_label_read(label, &what, &state);
    if (!count_claim_read(piece, &said))
        return;
    if (said.what == COUNTED_NOTHING && alone)
        said.what = counted ? what : said.has_total ? COUNTED_TASKS : COUNTED_NOTHING;
    if (counted && state != COUNT_ALL && said.state == COUNT_ALL)
        said.state = state;
    if (said.what == COUNTED_NOTHING || said.what == COUNTED_LINES)
        return;
    struct claim *claim = claim_add(f, &said, piece);
    if (claim)
        place_in_section(f, claim, claim->number.start);
    if (claim && claim->part_count == 0)
        f->out->len--;
}

/* Is it a label behind which something may be claimed, and a value with a number? */
static bool read_label(struct slice line, struct slice *label, struct slice *value)
{
    size_t colon = slice_find_byte(slice_sub(line, 0, 60), ':');
    enum counted what;
    enum count_state state;
    if (colon == SLICE_NONE)
        return false;
    *label = claim_unmarked(slice_sub(line, 0, colon));
    *value = slice_sub(line, colon + 1, colon + 1 + BEHIND_MAX);
    return slice_has_digit(*value) &&
           (count_label_read(*label, &what, &state) || is_progress(*label));
}

static void behind_label(struct claim_finder *f, struct slice line)
{
    struct slice label, value, piece;
    if (!read_label(line, &label, &value))
        return;
    size_t open = slice_find_byte(value, '(');
    if (open != SLICE_NONE) { /* "33% (2/6 phases complete)", "12 (3 done)" */
        struct slice inside = parenthesised(value, open);
        for (size_t at = 0; inside.len && next_piece(inside, &at, &piece);)
            behind_label_piece(f, label, piece, false);
        value.len = open;
    }
    value = claim_unmarked(value);
    for (size_t at = 0; value.len && next_piece(value, &at, &piece);)
        behind_label_piece(f, label, piece, piece.len == value.len);
}

/* ---- behind a file's name ---------------------------------------------------------------------- */

/* The rest of the line behind a reference, without the marks that close around its name. */
static struct slice behind(const struct claim_finder *f, const struct reference *reference)
{
    struct slice rest =
        slice_sub(f->bytes, reference->span.end, reference->span.end + (size_t)BEHIND_MAX);
    size_t end = slice_find_byte(rest, '\n');
    rest.len = end == SLICE_NONE ? rest.len : end;
    while (rest.len && memchr("`*_\" ", rest.ptr[0], 5))
        rest = slice_from(rest, 1);
    return rest;
}

static void behind_reference(struct claim_finder *f, uint32_t index)
{
    const struct reference *reference = &f->model->references.items[index];
    struct slice rest = behind(f, reference), piece;
    bool paren = rest.len && rest.ptr[0] == '(';
    bool dash = slice_starts(rest, SLICE("—")) || slice_starts(rest, SLICE("–")) ||
                slice_starts(rest, SLICE("- ")) || slice_starts(rest, SLICE(": "));
    struct target target;
    const struct blocks *blocks = &f->document->blocks;
    if (reference->section_from.len || (!paren && !dash))
        return;
    rest = paren ? parenthesised(rest, 0)
                 : slice_from(rest, (unsigned char)rest.ptr[0] < 0x80 ? 1 : 3);
    bool resolved = false;
    for (size_t at = 0; rest.len && next_piece(rest, &at, &piece);) {
        struct count_claim said;
        if (!count_claim_read(piece, &said) || said.what == COUNTED_NOTHING)
            continue;
        /* what was written down as made is a record of that day */
        if (said.what == COUNTED_LINES && reference->creates && !said.approx)
            continue;
        if (!resolved &&
            (block_enclosing(blocks, block_at(blocks, reference->span.start), BLOCK_QUOTE) ||
             resolve_reference(f->ws, f->document, reference, &target) != RESOLVED ||
             !target.document))
            return;
        resolved = true;
        struct claim *claim = claim_add(f, &said, piece);
        if (!claim)
            return;
        claim->reference = index;
        claim->about = target.document;
        claim_add_part(claim, target.heading == NO_INDEX
                                  ? COUNTS_WHOLE
                                  : target.document->model->headings.items[target.heading].section);
    }
}

/* ---- the document ------------------------------------------------------------------------------ */

/* "2026-03-02 – Session", "v1.2", "Changelog": a record of a day, which said what was so then. */
static bool is_record_title(struct slice title)
{
    static const char *const words[] = {"changelog", "change log", "history",   "session log",
                                        "journal",   "verlauf",    "historique"};
    for (size_t i = 0; i + 7 <= title.len; i++)
        if (title.ptr[i] == '2' && title.ptr[i + 1] == '0' && ascii_is_digit(title.ptr[i + 2]) &&
            ascii_is_digit(title.ptr[i + 3]) && title.ptr[i + 4] == '-' &&
            ascii_is_digit(title.ptr[i + 5]) && ascii_is_digit(title.ptr[i + 6]))
            return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(slice_sub(title, 0, 80), slice_of(words[i])) != SLICE_NONE)
            return true;
    return title.len > 1 && (title.ptr[0] == 'v' || title.ptr[0] == '[') &&
           ascii_is_digit(title.ptr[1]);
}

static bool stands_in_record(const struct model *model, uint32_t offset)
{
    for (uint32_t h = model_heading_at(model, offset); h != NO_INDEX;
         h = model->headings.items[h].parent)
        if (model->headings.items[h].level > 1 && is_record_title(model->headings.items[h].title))
            return true;
    return false;
}

static void drop_records(struct claim_finder *f)
{
    size_t kept = 0;
    for (size_t i = 0; i < f->out->len; i++)
        if (!stands_in_record(f->model, f->out->items[i].number.start))
            f->out->items[kept++] = f->out->items[i];
    f->out->len = kept;
}

/* Most lines claim nothing. */
static bool may_claim(struct slice line)
{
    struct parentheses p = {.rest = line};
    struct slice piece, value;
    struct count_claim said;
    return next_in_parentheses(&p, &piece, &said) || read_label(line, &piece, &value);
}

static int compare_claims(const void *a, const void *b)
{
    const struct claim *x = a, *y = b;
    return x->number.start < y->number.start ? -1 : x->number.start > y->number.start;
}

void claims_of(const struct workspace *ws, const struct document *document, struct arena *arena,
               struct claims *out)
{
    struct claim_finder f = {ws, document, document->model, document->text.bytes, arena, out};
    const struct blocks *blocks = &document->blocks;
    uint32_t heading = 0;
    for (uint32_t i = 1; i < blocks->len;) {
        const struct block *block = &blocks->v[i];
        struct slice text = span_slice(f.bytes, block->text);
        if (block->kind == BLOCK_QUOTE || block_is_verbatim(block)) {
            i = block->next;
            continue;
        }
        if (block->kind == BLOCK_HEADING) {
            while (heading < f.model->headings.len &&
                   f.model->headings.items[heading].span.start < block->span.start)
                heading++;
            if (heading < f.model->headings.len &&
                f.model->headings.items[heading].span.start == block->span.start)
                in_parentheses(&f, text, heading);
        } else if (block->kind == BLOCK_TABLE) {
            claims_in_table(&f, i);
        } else if (block->kind == BLOCK_LINE || block->kind == BLOCK_CELL) {
            if (memo_judge(document->memo, text, may_claim)) {
                in_parentheses(&f, text, NO_INDEX);
                if (block->kind == BLOCK_LINE)
                    behind_label(&f, text);
            }
        }
        i++;
    }
    for (uint32_t i = 0; i < f.model->references.len; i++)
        behind_reference(&f, i);
    drop_records(&f);
    if (out->len)
        qsort(out->items, out->len, sizeof *out->items, compare_claims);
}

/* "2 of 10 sprints done" where two are told of, both done: the others are not described yet. */
static bool tells_of_the_done(const struct claim *claim, const struct counts *counts)
{
    for (size_t i = 0; i < counts->len; i++)
        if (claim->said.has_total && claim->said.what != COUNTED_TASKS &&
            counts->ways[i].done == claim->said.number &&
            counts->ways[i].all == claim->said.number && claim->said.total > claim->said.number)
            return true;
    return false;
}

bool claim_is_wrong(const struct claim *claim, struct counts *counts)
{
    const struct model *model = claim->about->model;
    if (claim->part_count == 0 || !counts_of(model, claim->parts[0], claim->said.what, counts) ||
        counts_bear_out(counts, &claim->said) || tells_of_the_done(claim, counts))
        return false;
    for (size_t i = 1; i < claim->part_count; i++) {
        struct counts other;
        if (counts_of(model, claim->parts[i], claim->said.what, &other) &&
            counts_bear_out(&other, &claim->said))
            return false;
    }
    return true;
}
