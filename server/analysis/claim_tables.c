/* claim_tables.c: counts in tables: a row per phase, per document, and the total. */
#include "analysis/claim_finder.h"

#define COLUMNS_MAX 12

struct column {
    bool counted;
    enum counted what;
    enum count_state state;
};

static struct slice cell_text(const struct claim_finder *f, uint32_t cell)
{
    return span_slice(f->bytes, f->document->blocks.v[cell].text);
}

static enum counted read_header(const struct claim_finder *f, uint32_t row, struct column *columns)
{
    const struct blocks *blocks = &f->document->blocks;
    enum counted common = COUNTED_NOTHING;
    size_t c = 0;
    for (uint32_t cell = block_first_child(blocks, row); cell && c < COLUMNS_MAX;
         cell = block_next_sibling(blocks, cell), c++) {
        columns[c].counted = c > 0 && count_label_read(claim_unmarked(cell_text(f, cell)),
                                                       &columns[c].what, &columns[c].state);
        if (columns[c].counted && common == COUNTED_NOTHING)
            common = columns[c].what;
    }
    return common;
}

/* The document that a row's first cell names and nothing else; NULL where it names none. */
static const struct document *document_of_cell(const struct claim_finder *f, uint32_t cell,
                                               uint32_t *reference)
{
    struct span text = f->document->blocks.v[cell].text;
    struct target target;
    while (text.start < text.end && memchr("*_`", f->bytes.ptr[text.start], 3))
        text.start++;
    *reference = model_reference_at(f->model, text.start);
    if (span_is_empty(text) || *reference == NO_INDEX)
        return NULL;
    const struct reference *named = &f->model->references.items[*reference];
    if (named->span.start > text.start || named->section_from.len || named->fragment.len ||
        resolve_reference(f->ws, f->document, named, &target) != RESOLVED)
        return NULL;
    return target.document;
}

/* Which part a row is about, or which document; for "Total" and for tasks marked parallel the whole. A bare
 * "Total" sums up the rows above it: it speaks of the document only where they do. */
static void read_row(struct claim_finder *f, uint32_t row, const struct column *columns,
                     enum counted common, bool *names_parts)
{
    const struct blocks *blocks = &f->document->blocks;
    uint32_t cell = block_first_child(blocks, row);
    if (!cell)
        return;
    struct slice name = claim_unmarked(cell_text(f, cell));
    struct named_parts parts;
    parts_of_row(f->model, name, f->arena, &parts);
    enum counted what;
    enum count_state state;
    bool total = parts.len == 0 && count_label_read(name, &what, &state);
    uint32_t reference = NO_INDEX;
    const struct document *about = document_of_cell(f, cell, &reference);
    if (total && what == COUNTED_NOTHING && !*names_parts)
        return;
    *names_parts = *names_parts || parts.len || about;
    for (size_t c = 1; (cell = block_next_sibling(blocks, cell)) != 0 && c < COLUMNS_MAX; c++) {
        struct count_claim said;
        struct slice text = cell_text(f, cell);
        if (!count_claim_read(text, &said) || (said.what == COUNTED_NOTHING && !columns[c].counted))
            continue;
        if (said.what == COUNTED_NOTHING) {
            said.what = columns[c].what == COUNTED_NOTHING ? common : columns[c].what;
            said.state = said.state == COUNT_ALL ? columns[c].state : said.state;
        }
        bool whole = total || about || (said.state == COUNT_PARALLEL && parts.len == 0);
        if (said.what == COUNTED_NOTHING || (said.what == COUNTED_LINES && !about) ||
            (!whole && !parts.len))
            continue;
        struct claim *claim = claim_add(f, &said, text);
        if (!claim)
            return;
        if (about) {
            claim->about = about;
            claim->reference = reference;
        }
        if (whole)
            claim_add_part(claim, COUNTS_WHOLE);
        else
            claim_add_parts(claim, &parts);
    }
}

void claims_in_table(struct claim_finder *f, uint32_t table)
{
    const struct blocks *blocks = &f->document->blocks;
    struct column columns[COLUMNS_MAX] = {{false, COUNTED_NOTHING, COUNT_ALL}};
    uint32_t header = block_first_child(blocks, table);
    if (!header)
        return;
    enum counted common = read_header(f, header, columns);
    bool names_parts = block_next_sibling(blocks, block_next_sibling(blocks, header)) == 0;
    for (uint32_t row = block_next_sibling(blocks, header); row;
         row = block_next_sibling(blocks, row))
        read_row(f, row, columns, common, &names_parts);
}
