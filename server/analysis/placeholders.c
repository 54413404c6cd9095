/* placeholders.c: which values of a document are still open. */
#include "analysis/placeholders.h"

#include "base/memo.h"

bool placeholder_counts_in(const struct field *field)
{
    return field->key != FIELD_OTHER && field->key != FIELD_STATUS &&
           field->key != FIELD_CONTAINS && field->key != FIELD_ID && !field->quoted;
}

/* Adds placeholders whose spans are counted from `start`. */
static void add_values(const struct span *spans, size_t count, uint32_t start, uint32_t field,
                       struct arena *arena, struct open_values *out)
{
    for (size_t i = 0; i < count; i++)
        *VEC_PUSH(arena, out) =
            (struct open_value){{spans[i].start + start, spans[i].end + start}, field};
}

static void read_span(const struct document *document, struct inline_parser *parser, uint32_t field,
                      struct span span, struct arena *arena, struct open_values *out)
{
    struct slice text = span_slice(document->text.bytes, span);
    const struct memo_key key = {.kind = MEMO_PLACEHOLDERS, .text = text};
    size_t size;
    const struct span *known = memo_find(document->memo, &key, &size);
    if (known) {
        add_values(known, size / sizeof *known, span.start, field, arena, out);
        return;
    }
    struct spans found = {0};
    struct arena scratch;
    arena_init(&scratch);
    struct inlines inlines =
        inline_parse(parser, text, (struct span){0, (uint32_t)text.len}, &scratch);
    placeholders_read(&inlines, text, &scratch, &found);
    memo_keep(document->memo, &key, found.items, found.len * sizeof *found.items);
    add_values(found.items, found.len, span.start, field, arena, out);
    arena_release(&scratch);
}

/* The lines of a field's nested list or paragraph, nested fields left to themselves. */
static void read_body(const struct document *document, struct inline_parser *parser, uint32_t field,
                      struct arena *arena, struct open_values *out)
{
    const struct blocks *blocks = &document->blocks;
    struct span body = document->model->fields.items[field].body;
    for (uint32_t b = block_at(blocks, body.start);
         b < blocks->len && blocks->v[b].span.start < body.end; b++) {
        const struct block *block = &blocks->v[b];
        if (block->kind != BLOCK_LINE || !span_covers(body, block->text))
            continue;
        uint32_t nested = model_field_at(document->model, block->text.start);
        if (nested == NO_INDEX || nested == field)
            read_span(document, parser, field, block->text, arena, out);
    }
}

void placeholders_of(const struct document *document, struct inline_parser *parser,
                     struct arena *arena, struct open_values *out)
{
    const struct model *model = document->model;
    for (uint32_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (!placeholder_counts_in(field))
            continue;
        if (!span_is_empty(field->value))
            read_span(document, parser, i, field->value, arena, out);
        if (!span_is_empty(field->body) && field->form != FIELD_FORM_HEADING)
            read_body(document, parser, i, arena, out);
    }
}
