/* entries.c: what an index of documents says of each: what for, for whom, how often updated. */
#include "model/record_build.h"
#include "model/reference_build.h"
#include "model/task_words.h"

/* ---- the document's name ---------------------------------------------------------------------- */

/* The file that a title or cell names and little else: `1. FILE.md`, `**FILE.md**`, `[x](FILE.md)`,
 * `` `FILE.md` — the log``. Empty where it names none, or more is said before the name. */
static struct span named_file(struct builder *b, struct span text)
{
    struct slice s = span_slice(b->bytes, text);
    if (!path_may_occur(s))
        return SPAN_NONE;
    if (slice_contains(s, SLICE("]("))) {
        struct inlines inlines = builder_inlines_of(b, text);
        for (uint32_t i = 1; i < inlines.len; i++) {
            const struct inline_node *node = &inlines.v[i];
            if (node->kind == INLINE_LINK && !node->is_reference)
                return path_is_local_target(span_slice(b->bytes, node->target)) &&
                               path_may_occur(span_slice(b->bytes, node->target))
                           ? node->target
                           : SPAN_NONE;
        }
    }
    size_t at = 0, start, end;
    if (!path_next(s, &at, &start, &end))
        return SPAN_NONE;
    for (size_t i = 0; i < start; i++)
        if (ascii_is_alpha(s.ptr[i]))
            return SPAN_NONE;
    return (struct span){text.start + (uint32_t)start, text.start + (uint32_t)end};
}

/* ---- under headings --------------------------------------------------------------------------- */

/* "Key Sections" lists sections; "Contains" only where nothing better is said. */
static void set_part(struct builder *b, const struct field *field, struct index_entry *entry)
{
    struct slice *part = NULL;
    switch (field->key) {
    case FIELD_UPDATE_FREQUENCY:
        part = &entry->cadence;
        break;
    case FIELD_AUDIENCE:
        part = &entry->audience;
        break;
    case FIELD_OWNER:
        part = &entry->owner;
        break;
    case FIELD_CONTAINS:
        if (slice_find_nocase(field->label, SLICE("section")) != SLICE_NONE)
            entry->sections = SLICE("");
        part = &entry->sections;
        break;
    default:
        return;
    }
    if (part->len == 0)
        *part = record_field_text(b, field);
}

static void entries_of_headings(struct builder *b)
{
    const struct model *model = b->model;
    size_t field = 0;
    for (uint32_t h = 0; h < model->headings.len; h++) {
        const struct heading *heading = &model->headings.items[h];
        while (field < model->fields.len &&
               model->fields.items[field].span.start < heading->span.start)
            field++;
        if (heading->nested || heading->level < 2)
            continue;
        struct span target = named_file(b, heading->title_span);
        if (span_is_empty(target))
            continue;
        struct index_entry entry = {.span = heading->section, .target_span = target};
        for (size_t f = field; f < model->fields.len && model->fields.items[f].heading == h; f++)
            set_part(b, &model->fields.items[f], &entry);
        if (entry.cadence.len == 0 && entry.audience.len == 0 && entry.sections.len == 0)
            continue;
        entry.target = path_decode(b->arena, span_slice(b->bytes, target));
        *VEC_PUSH(b->arena, &b->model->entries) = entry;
    }
}

/* ---- in tables -------------------------------------------------------------------------------- */

#define COLUMNS_MAX 16

struct columns {
    size_t document; /* COLUMNS_MAX where there is none */
    enum field_key keys[COLUMNS_MAX];
    bool says_more; /* a column besides the document's is about documents */
};

static struct columns read_header(struct builder *b, uint32_t row)
{
    struct columns columns = {.document = COLUMNS_MAX};
    size_t c = 0;
    for (uint32_t cell = block_first_child(b->blocks, row); cell && c < COLUMNS_MAX;
         cell = block_next_sibling(b->blocks, cell), c++) {
        struct slice header =
            span_slice(b->bytes, span_unmarked(b->bytes, b->blocks->v[cell].text));
        if (columns.document == COLUMNS_MAX && is_document_column(header)) {
            columns.document = c;
            continue;
        }
        columns.keys[c] =
            is_purpose_column(header) ? FIELD_CONTAINS : field_key_of(header, b->settings);
        columns.says_more = columns.says_more || columns.keys[c] == FIELD_UPDATE_FREQUENCY ||
                            columns.keys[c] == FIELD_AUDIENCE || columns.keys[c] == FIELD_OWNER;
    }
    return columns;
}

/* A pattern ("week-X-Y/SUMMARY.md") is an entry of an index, though no file. */
static struct span pattern_cell(const struct builder *b, struct span text)
{
    text = span_unmarked(b->bytes, text);
    while (text.start < text.end && b->bytes.ptr[text.start] == '`')
        text.start++;
    while (text.end > text.start && b->bytes.ptr[text.end - 1] == '`')
        text.end--;
    struct slice s = span_slice(b->bytes, text);
    bool one = slice_find_byte(s, ' ') == SLICE_NONE && slice_find_byte(s, '[') == SLICE_NONE;
    return one && path_may_occur(s) ? text : SPAN_NONE;
}

static void add_row(struct builder *b, const struct columns *columns, uint32_t row)
{
    struct index_entry entry = {.span = b->blocks->v[row].span};
    size_t c = 0;
    for (uint32_t cell = block_first_child(b->blocks, row); cell && c < COLUMNS_MAX;
         cell = block_next_sibling(b->blocks, cell), c++) {
        struct span text = b->blocks->v[cell].text;
        if (c == columns->document) {
            entry.target_span = named_file(b, text);
            if (span_is_empty(entry.target_span))
                entry.target_span = pattern_cell(b, text);
            continue;
        }
        if (columns->keys[c] == FIELD_UPDATE_FREQUENCY)
            entry.cadence = record_text(b, text);
        else if (columns->keys[c] == FIELD_AUDIENCE)
            entry.audience = record_text(b, text);
        else if (columns->keys[c] == FIELD_OWNER)
            entry.owner = record_text(b, text);
        else if (columns->keys[c] == FIELD_CONTAINS)
            entry.sections = record_text(b, text);
    }
    if (span_is_empty(entry.target_span))
        return;
    entry.target = path_decode(b->arena, span_slice(b->bytes, entry.target_span));
    *VEC_PUSH(b->arena, &b->model->entries) = entry;
}

static void entries_of_tables(struct builder *b)
{
    for (uint32_t i = 1; i < b->blocks->len; i++) {
        if (b->blocks->v[i].kind != BLOCK_TABLE)
            continue;
        uint32_t header = block_first_child(b->blocks, i);
        if (!header)
            continue;
        struct columns columns = read_header(b, header);
        if (columns.document == COLUMNS_MAX || !columns.says_more)
            continue;
        for (uint32_t row = block_next_sibling(b->blocks, header); row;
             row = block_next_sibling(b->blocks, row))
            add_row(b, &columns, row);
    }
}

void build_entries(struct builder *b)
{
    entries_of_headings(b);
    entries_of_tables(b);
}
