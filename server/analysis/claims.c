/* claims.c: where a document says how many of something there are. */
#include "analysis/claims.h"

#include "analysis/claim_parts.h"

#include <stdlib.h>

#define CLAIMS_MAX 500

struct finder {
    const struct workspace *ws;
    const struct document *document;
    const struct model *model;
    struct slice bytes;
    struct arena *arena;
    struct claims *out;
};

static struct claim *add_claim(struct finder *f, const struct count_claim *said, struct slice text)
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

static void add_part(struct claim *claim, struct span part)
{
    for (size_t i = 0; i < claim->part_count; i++)
        if (span_equal(claim->parts[i], part))
            return;
    if (claim->part_count < CLAIM_MAX_PARTS)
        claim->parts[claim->part_count++] = part;
}

static void add_parts(struct claim *claim, const struct named_parts *parts)
{
    for (size_t i = 0; i < parts->len; i++)
        add_part(claim, parts->v[i].part);
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
        if (slice_starts(slice_from(s, end), SLICE("·")))
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

/* Claims about what is named before the parenthesis; in a heading, about its own section. */
static void in_parentheses(struct finder *f, struct slice line, uint32_t heading)
{
    for (size_t open; (open = slice_find_byte(line, '(')) != SLICE_NONE;
         line = slice_from(line, open + 1)) {
        struct slice inside = parenthesised(line, open), piece;
        for (size_t at = 0; inside.len && next_piece(inside, &at, &piece);) {
            struct count_claim said;
            if (!count_claim_read(piece, &said) || said.what == COUNTED_NOTHING ||
                said.what == COUNTED_LINES)
                continue;
            struct named_parts parts;
            parts_named_last(f->model, slice_sub(line, 0, open), &parts);
            if (heading == NO_INDEX && parts.len == 0)
                continue;
            struct claim *claim = add_claim(f, &said, piece);
            if (!claim)
                return;
            if (heading != NO_INDEX) {
                add_part(claim, f->model->headings.items[heading].section);
                claim->part_name = f->model->headings.items[heading].title;
            }
            for (size_t i = 0; i < parts.len; i++)
                add_part(claim, parts.v[i].part);
            if (heading == NO_INDEX)
                claim->part_name = parts.v[0].name;
        }
    }
}

/* ---- behind a label ---------------------------------------------------------------------------- */

static struct slice unmarked(struct slice s)
{
    s = slice_trim(s);
    while (s.len && (s.ptr[0] == '*' || s.ptr[0] == '_' || s.ptr[0] == ' '))
        s = slice_from(s, 1);
    while (s.len && (s.ptr[s.len - 1] == '*' || s.ptr[s.len - 1] == '_' ||
                     s.ptr[s.len - 1] == ':' || s.ptr[s.len - 1] == ' '))
        s.len--;
    return s;
}

/* "Progress", "Overall progress": says how far, of what its value names. */
static bool is_progress(struct slice label)
{
    static const char *const words[] = {"progress", "fortschritt", "avancement",
                                        "progreso", "progresso",   "voortgang",
                                        "ilerleme", "прогресс",    "进度"};
    if (label.len > 40)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(label, slice_of(words[i])) != SLICE_NONE)
            return true;
    return false;
}

/* A claim of no part in particular: about the section it stands in, if it has any of them, or about all of
 * the document. Of tasks only where the document is there for them: a plan may tell of its task file. */
static void place_in_section(struct finder *f, struct claim *claim, uint32_t offset)
{
    uint32_t heading = model_heading_at(f->model, offset);
    struct counts counts;
    while (heading != NO_INDEX && f->model->headings.items[heading].level > 1) {
        struct span section = f->model->headings.items[heading].section;
        if (counts_of(f->model, section, claim->said.what, &counts)) {
            add_part(claim, section);
            if (claim->part_count == 1)
                claim->part_name = f->model->headings.items[heading].title;
        }
        heading = f->model->headings.items[heading].parent;
    }
    bool task_file = (f->model->kinds & (DOCUMENT_TASKS | DOCUMENT_CHECKLIST)) != 0;
    if (claim->said.what != COUNTED_TASKS || task_file || claim->part_count)
        add_part(claim, COUNTS_WHOLE);
}

static void behind_label(struct finder *f, struct slice line)
{
    size_t colon = slice_find_byte(slice_sub(line, 0, 60), ':');
    struct count_claim said;
    enum counted what;
    enum count_state state;
    if (colon == SLICE_NONE)
        return;
    struct slice label = unmarked(slice_sub(line, 0, colon));
    struct slice value = slice_from(line, colon + 1);
    bool counted = count_label_read(label, &what, &state);
    if (!counted && !is_progress(label))
        return;
    size_t end = slice_find_byte(value, '(');
    value = slice_trim(slice_sub(value, 0, end == SLICE_NONE ? value.len : end));
    if (!count_claim_read(value, &said))
        return;
    if (said.what == COUNTED_NOTHING && counted)
        said.what = what;
    if (counted && state != COUNT_ALL && said.state == COUNT_ALL)
        said.state = state;
    if (said.what == COUNTED_NOTHING || said.what == COUNTED_LINES)
        return;
    struct claim *claim = add_claim(f, &said, value);
    if (claim)
        place_in_section(f, claim, claim->number.start);
    if (claim && claim->part_count == 0)
        f->out->len--;
}

/* ---- behind a file's name ---------------------------------------------------------------------- */

/* The rest of the line behind a reference, without the marks that close around its name. */
static struct slice behind(const struct finder *f, const struct reference *reference)
{
    size_t end = slice_find_byte(slice_from(f->bytes, reference->span.end), '\n');
    struct slice rest = slice_sub(f->bytes, reference->span.end,
                                  end == SLICE_NONE ? f->bytes.len : reference->span.end + end);
    while (rest.len && memchr("`*_\" ", rest.ptr[0], 5))
        rest = slice_from(rest, 1);
    return rest;
}

static void behind_reference(struct finder *f, uint32_t index)
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
        struct claim *claim = add_claim(f, &said, piece);
        if (!claim)
            return;
        claim->reference = index;
        claim->about = target.document;
        add_part(claim, target.heading == NO_INDEX
                            ? COUNTS_WHOLE
                            : target.document->model->headings.items[target.heading].section);
    }
}

/* ---- in tables --------------------------------------------------------------------------------- */

#define COLUMNS_MAX 12

struct column {
    bool counted;
    enum counted what;
    enum count_state state;
};

static struct slice cell_text(const struct finder *f, uint32_t cell)
{
    return span_slice(f->bytes, f->document->blocks.v[cell].text);
}

static enum counted read_header(const struct finder *f, uint32_t row, struct column *columns)
{
    const struct blocks *blocks = &f->document->blocks;
    enum counted common = COUNTED_NOTHING;
    size_t c = 0;
    for (uint32_t cell = block_first_child(blocks, row); cell && c < COLUMNS_MAX;
         cell = block_next_sibling(blocks, cell), c++) {
        columns[c].counted = c > 0 && count_label_read(unmarked(cell_text(f, cell)),
                                                       &columns[c].what, &columns[c].state);
        if (columns[c].counted && common == COUNTED_NOTHING)
            common = columns[c].what;
    }
    return common;
}

/* Which part a row is about; for "Total" and for tasks marked parallel the whole. */
static void read_row(struct finder *f, uint32_t row, const struct column *columns,
                     enum counted common)
{
    const struct blocks *blocks = &f->document->blocks;
    uint32_t cell = block_first_child(blocks, row);
    if (!cell)
        return;
    struct slice name = unmarked(cell_text(f, cell));
    struct named_parts parts;
    parts_of_row(f->model, name, f->arena, &parts);
    enum counted what;
    enum count_state state;
    bool total = parts.len == 0 && count_label_read(name, &what, &state);
    for (size_t c = 1; (cell = block_next_sibling(blocks, cell)) != 0 && c < COLUMNS_MAX; c++) {
        struct count_claim said;
        struct slice text = cell_text(f, cell);
        if (!count_claim_read(text, &said) || (said.what == COUNTED_NOTHING && !columns[c].counted))
            continue;
        if (said.what == COUNTED_NOTHING) {
            said.what = columns[c].what == COUNTED_NOTHING ? common : columns[c].what;
            said.state = said.state == COUNT_ALL ? columns[c].state : said.state;
        }
        bool whole = total || (said.state == COUNT_PARALLEL && parts.len == 0);
        if (said.what == COUNTED_NOTHING || said.what == COUNTED_LINES || (!whole && !parts.len))
            continue;
        struct claim *claim = add_claim(f, &said, text);
        if (!claim)
            return;
        if (whole)
            add_part(claim, COUNTS_WHOLE);
        else
            add_parts(claim, &parts);
    }
}

static void in_table(struct finder *f, uint32_t table)
{
    const struct blocks *blocks = &f->document->blocks;
    struct column columns[COLUMNS_MAX] = {{false, COUNTED_NOTHING, COUNT_ALL}};
    uint32_t header = block_first_child(blocks, table);
    if (!header)
        return;
    enum counted common = read_header(f, header, columns);
    for (uint32_t row = block_next_sibling(blocks, header); row;
         row = block_next_sibling(blocks, row))
        read_row(f, row, columns, common);
}

/* ---- the document ------------------------------------------------------------------------------ */

static int compare_claims(const void *a, const void *b)
{
    const struct claim *x = a, *y = b;
    return x->number.start < y->number.start ? -1 : x->number.start > y->number.start;
}

void claims_of(const struct workspace *ws, const struct document *document, struct arena *arena,
               struct claims *out)
{
    struct finder f = {ws, document, document->model, document->text.bytes, arena, out};
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
            in_table(&f, i);
        } else if (block->kind == BLOCK_LINE || block->kind == BLOCK_CELL) {
            in_parentheses(&f, text, NO_INDEX);
            if (block->kind == BLOCK_LINE)
                behind_label(&f, text);
        }
        i++;
    }
    for (uint32_t i = 0; i < f.model->references.len; i++)
        behind_reference(&f, i);
    if (out->len)
        qsort(out->items, out->len, sizeof *out->items, compare_claims);
}

bool claim_is_wrong(const struct claim *claim, struct counts *counts)
{
    const struct model *model = claim->about->model;
    if (claim->part_count == 0 || !counts_of(model, claim->parts[0], claim->said.what, counts) ||
        counts_bear_out(counts, &claim->said))
        return false;
    for (size_t i = 1; i < claim->part_count; i++) {
        struct counts other;
        if (counts_of(model, claim->parts[i], claim->said.what, &other) &&
            counts_bear_out(&other, &claim->said))
            return false;
    }
    return true;
}
