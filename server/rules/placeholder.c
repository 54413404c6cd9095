/* placeholder.c: TBD, ???, ≥X% and the like where a value belongs. */
#include "rules/rule.h"

/* Values whose text is prose about other things: "TODO" in a status column is an answer. */
static bool holds_a_value(const struct field *field)
{
    return field->key != FIELD_OTHER && field->key != FIELD_STATUS &&
           field->key != FIELD_CONTAINS && field->key != FIELD_ID && !field->quoted;
}

static void check_span(struct check *check, struct span span)
{
    struct arena scratch;
    arena_init(&scratch);
    struct inlines inlines = inline_parse(check->parser, check->text, span, &scratch);
    struct spans found = {0};
    placeholders_read(&inlines, check->text, &scratch, &found);
    for (size_t i = 0; i < found.len; i++) {
        struct slice said = span_slice(check->text, found.items[i]);
        report(check, found.items[i], "“%.*s” still stands where a value belongs", SLICE_ARG(said));
    }
    arena_release(&scratch);
}

/* The lines of a field's nested list or paragraph, nested fields left to themselves. */
static void check_body(struct check *check, const struct field *field)
{
    const struct blocks *blocks = &check->document->blocks;
    uint32_t first = block_at(blocks, field->body.start);
    for (uint32_t b = first; b < blocks->len && blocks->v[b].span.start < field->body.end; b++) {
        const struct block *block = &blocks->v[b];
        if (block->kind != BLOCK_LINE || !span_covers(field->body, block->text))
            continue;
        uint32_t nested = model_field_at(check->model, block->text.start);
        bool own = nested == NO_INDEX || &check->model->fields.items[nested] == field;
        if (own)
            check_span(check, block->text);
    }
}

static void check_placeholder(struct check *check)
{
    for (size_t i = 0; i < check->model->fields.len; i++) {
        const struct field *field = &check->model->fields.items[i];
        if (!holds_a_value(field))
            continue;
        if (!span_is_empty(field->value))
            check_span(check, field->value);
        if (!span_is_empty(field->body) && field->form != FIELD_FORM_HEADING)
            check_body(check, field);
    }
}

RULE(placeholder) = {
    .name = "placeholder",
    .summary = "a placeholder stands where a value belongs",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_placeholder,
};
