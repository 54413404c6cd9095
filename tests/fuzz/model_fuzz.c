/* model_fuzz.c: any bytes make a document and a model, and every look-up in it answers. */
#include "model/model.h"
#include "syntax/tree.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_span(struct span span, size_t size)
{
    if (span.start > span.end || span.end > size)
        __builtin_trap();
}

/* Everything points into the text and at things that are there. */
static void check(const struct model *model, size_t size)
{
    for (size_t i = 0; i < model->headings.len; i++) {
        check_span(model->headings.items[i].title_span, size);
        check_span(model->headings.items[i].section, size);
    }
    for (size_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        check_span(field->span, size);
        check_span(field->label_span, size);
        check_span(field->value, size);
        check_span(field->body, size);
        if (field->item != NO_INDEX && field->item >= model->items.len)
            __builtin_trap();
    }
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        check_span(item->span, size);
        check_span(item->name_span, size);
        if (item->first_line_after_fields > size || (item->parent != NO_INDEX && item->parent >= i))
            __builtin_trap();
        for (size_t k = 0; k < item->risks.len; k++)
            check_span(item->risks.items[k].insert, size);
    }
    for (size_t i = 0; i < model->references.len; i++)
        check_span(model->references.items[i].span, size);
    for (size_t i = 0; i < model->tasks.len; i++)
        check_span(model->tasks.items[i].span, size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const paths[] = {"plan.md", "specs/001-a/tasks.md", ".kiro/specs/a/tasks.md",
                                        "backlog/tasks/a.md"};
    struct slice bytes = {(const char *)data, size};
    struct arena arena;
    struct text text;
    struct settings settings;
    struct inline_parser *parser = inline_parser_new();
    struct blocks blocks;
    struct model *model;

    arena_init(&arena);
    settings_init(&settings);
    text_init(&text, bytes, &arena);
    blocks = syntax_blocks(bytes, &arena);
    model = model_new(slice_of(paths[size % 4]), &text, &blocks, parser, &settings);
    check(model, size);
    for (uint32_t at = 0; at <= size; at += 7) {
        model_item_at(model, at);
        model_task_at(model, at);
        model_field_at(model, at);
        model_heading_at(model, at);
        model_reference_at(model, at);
    }
    model_field_of(model, NO_INDEX, FIELD_OWNER);
    model_heading_by_anchor(model, slice_sub(bytes, 0, 8));
    model_heading_by_number(model, slice_sub(bytes, 0, 2));
    model_free(model);
    inline_parser_free(parser);
    arena_release(&arena);
    return 0;
}
