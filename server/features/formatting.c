/* formatting.c: tables, boxes and ranges written alike (planls/formatting.h). */
#include "edits/align_table.h"
#include "features/facade.h"

#include <planls/formatting.h>
#include <string.h>

struct formatter {
    const struct document *document;
    struct arena *arena;
    struct span range; /* whole lines */
    struct text_edits edits;
};

static bool touches(const struct formatter *f, struct span span)
{
    return span.start <= f->range.end && f->range.start <= span.end;
}

/* ---- boxes ----------------------------------------------------------------------------------- */

/* The mark in a box that is done, or 0. */
static char done_mark(const struct formatter *f, const struct block *block)
{
    struct slice box = span_slice(f->document->text.bytes, block->box);
    bool done =
        block->kind == BLOCK_ITEM && box.len == 3 && (box.ptr[1] == 'x' || box.ptr[1] == 'X');
    return done ? box.ptr[1] : '\0';
}

static void format_boxes(struct formatter *f)
{
    const struct blocks *blocks = &f->document->blocks;
    size_t small = 0, large = 0;
    for (uint32_t b = 0; b < blocks->len; b++) {
        char mark = done_mark(f, &blocks->v[b]);
        small += mark == 'x';
        large += mark == 'X';
    }
    if (small == large)
        return;
    struct slice usual = small > large ? SLICE("x") : SLICE("X");
    for (uint32_t b = 0; b < blocks->len; b++) {
        char mark = done_mark(f, &blocks->v[b]);
        struct span span = {blocks->v[b].box.start + 1, blocks->v[b].box.start + 2};
        if (mark && mark != usual.ptr[0] && touches(f, span))
            *VEC_PUSH(f->arena, &f->edits) = (struct text_edit){span, usual};
    }
}

/* ---- dashes ---------------------------------------------------------------------------------- */

static const struct slice dashes[] = {SLICE_INIT("-"), SLICE_INIT("–"), SLICE_INIT("—")};
#define DASHES (sizeof dashes / sizeof *dashes)

static bool is_number(struct slice s)
{
    uint32_t value;
    return slice_to_u32(s, &value);
}

/* Which dash joins the two numbers of a counted time, and where; DASHES for none. What counts years or
 * stands in a date could be read as something else with another dash. */
static size_t dash_of(const struct formatter *f, const struct time_value *time, struct span *where)
{
    struct slice text = f->document->text.bytes;
    bool counted = time->kind == TIME_DURATION || time->from.unit == TIME_WEEK ||
                   time->from.unit == TIME_DAY || time->from.unit == TIME_MONTH;
    *where = (struct span){time->first.end, time->second.start};
    if (!counted || time->kind == TIME_INVALID || span_is_empty(time->second) ||
        span_is_empty(*where) || !is_number(span_slice(text, time->first)) ||
        !is_number(span_slice(text, time->second)))
        return DASHES;
    size_t dash = 0;
    while (dash < DASHES && !slice_equal(span_slice(text, *where), dashes[dash]))
        dash++;
    return dash;
}

/* A heading's words are its anchor, and what a reference or dependency names is a name. */
static bool may_change(const struct formatter *f, struct span where)
{
    const struct blocks *blocks = &f->document->blocks;
    uint8_t kind = blocks->v[block_at(blocks, where.start)].kind;
    return (kind == BLOCK_LINE || kind == BLOCK_CELL) &&
           model_reference_at(f->document->model, where.start) == NO_INDEX;
}

static void format_dashes(struct formatter *f)
{
    const struct model *model = f->document->model;
    size_t counts[DASHES + 1] = {0}, usual = 0;
    struct span where;
    for (size_t i = 0; i < model->times.len; i++)
        counts[dash_of(f, &model->times.items[i], &where)]++;
    for (size_t d = 1; d < DASHES; d++)
        if (counts[d] > counts[usual])
            usual = d;
    for (size_t d = 0; d < DASHES; d++)
        if (d != usual && counts[d] == counts[usual])
            return;
    for (size_t i = 0; i < model->times.len; i++) {
        size_t dash = dash_of(f, &model->times.items[i], &where);
        if (dash < DASHES && dash != usual && touches(f, where) && may_change(f, where))
            *VEC_PUSH(f->arena, &f->edits) = (struct text_edit){where, dashes[usual]};
    }
}

/* ---- all ------------------------------------------------------------------------------------- */

static void tell(struct formatter *f, struct planls_fix *out)
{
    *out = (struct planls_fix){.title = "Format", .safe = true};
    if (f->edits.len == 0)
        return;
    text_edits_sort(f->edits.items, f->edits.len);
    out->edits = arena_array(f->arena, f->edits.len, sizeof *out->edits);
    const char *path = arena_cstring(f->arena, f->document->path);
    uint32_t end = 0;
    for (size_t i = 0; i < f->edits.len; i++) {
        const struct text_edit *edit = &f->edits.items[i];
        if (edit->span.start < end)
            continue; /* the same time read twice */
        end = edit->span.end;
        out->edits[out->edit_count++] =
            (struct planls_edit){.path = path,
                                 .range = facade_range(edit->span),
                                 .new_text = arena_cstring(f->arena, edit->new_text),
                                 .new_len = edit->new_text.len};
    }
}

static struct span whole_lines(const struct text *text, struct span span)
{
    uint32_t last = span.end > span.start ? span.end - 1 : span.end;
    return (struct span){text_line(text, text_line_of(text, span.start)).start,
                         text_line(text, text_line_of(text, last)).end};
}

void planls_format(struct planls_workspace *workspace, const char *path, struct planls_range range,
                   struct planls_results *results, struct planls_fix *out)
{
    const struct document *document = facade_document(workspace, path);
    *out = (struct planls_fix){.title = ""};
    if (!document)
        return;
    uint32_t len = (uint32_t)document->text.bytes.len;
    struct span asked = {range.start < len ? range.start : len, range.end < len ? range.end : len};
    struct formatter f = {.document = document,
                          .arena = &results->arena,
                          .range = whole_lines(&document->text, asked)};
    for (uint32_t b = 0; b < document->blocks.len; b++)
        if (document->blocks.v[b].kind == BLOCK_TABLE && touches(&f, document->blocks.v[b].span))
            align_table(document, b, f.range, f.arena, &f.edits);
    format_boxes(&f);
    format_dashes(&f);
    tell(&f, out);
}

static uint32_t count_children(const struct blocks *blocks, uint32_t parent)
{
    uint32_t count = 0;
    for (uint32_t b = block_first_child(blocks, parent); b; b = block_next_sibling(blocks, b))
        count++;
    return count;
}

void planls_format_typed(struct planls_workspace *workspace, const char *path, uint32_t offset,
                         struct planls_results *results, struct planls_fix *out)
{
    const struct document *document = facade_document(workspace, path);
    *out = (struct planls_fix){.title = ""};
    if (!document || offset == 0 || offset > document->text.bytes.len)
        return;
    const struct blocks *blocks = &document->blocks;
    uint32_t row = block_enclosing(blocks, block_at(blocks, offset - 1), BLOCK_ROW);
    uint32_t table = row ? block_enclosing(blocks, row, BLOCK_TABLE) : 0;
    struct span line = text_line(&document->text, text_line_of(&document->text, offset));
    struct slice rest = span_slice(document->text.bytes, (struct span){offset, line.end});
    if (!table || slice_trim(rest).len ||
        count_children(blocks, row) != count_children(blocks, block_first_child(blocks, table)))
        return;
    struct formatter f = {.document = document, .arena = &results->arena};
    align_table(document, table, blocks->v[table].span, f.arena, &f.edits);
    tell(&f, out);
}
