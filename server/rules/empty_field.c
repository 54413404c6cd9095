/* empty_field.c: a known label with neither a value nor anything below that could be one. */
#include "edits/insert_field.h"
#include "rules/gate_habit.h"
#include "rules/rule.h"

/* Forms in which an empty place is ordinary: a table's empty cell, a key waiting in front matter. */
static bool may_be_empty(const struct field *field)
{
    return field->form == FIELD_FORM_COLUMN || field->form == FIELD_FORM_ROW ||
           field->form == FIELD_FORM_FRONT_MATTER || field->form == FIELD_FORM_HEADING ||
           field->key == FIELD_OTHER || field->quoted;
}

/* The field's whole line with its line end. */
static struct span line_of(const struct check *check, const struct field *field)
{
    const struct text *text = &check->document->text;
    return text_line_full(text, text_line_of(text, field->span.start));
}

static bool is_alone_on_line(const struct check *check, const struct field *field)
{
    struct span line = line_of(check, field);
    struct slice before =
        span_slice(check->text, (struct span){line.start, field->label_span.start});
    struct slice after = span_slice(check->text, (struct span){field->span.end, line.end});
    for (size_t i = 0; i < before.len; i++)
        if (ascii_is_alnum(before.ptr[i]) && !ascii_is_digit(before.ptr[i]))
            return false;
    return slice_trim(after).len == 0;
}

static void check_empty_field(struct check *check)
{
    uint32_t having;
    bool gates = gates_have_criteria(check->model, &having);
    for (uint32_t i = 0; i < check->model->fields.len; i++) {
        const struct field *field = &check->model->fields.items[i];
        if (!field->empty || may_be_empty(field) || (gates && field->key == FIELD_GATE))
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, field->label_span, "“%.*s” says nothing: no value and nothing below it",
                   SLICE_ARG(field->label));
        struct span end = {field->span.end, field->span.end};
        bool spaced = field->span.end > 0 && check->text.ptr[field->span.end - 1] == ' ';
        struct slice value =
            spaced ? SLICE(INSERT_FIELD_PLACEHOLDER) : SLICE(" " INSERT_FIELD_PLACEHOLDER);
        if (is_alone_on_line(check, field)) {
            struct planls_fix *fix =
                report_fix(check, diagnostic, false, "Remove “%.*s”", SLICE_ARG(field->label));
            fix_edit(check, fix, check->document, line_of(check, field), SLICE(""));
        }
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Write " INSERT_FIELD_PLACEHOLDER " for now");
        fix_edit(check, fix, check->document, end, value);
        fix->select = (struct planls_range){(uint32_t)value.len - 3, (uint32_t)value.len};
    }
}

RULE(empty_field) = {
    .name = "empty-field",
    .summary = "a label has neither a value nor a list below it",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_empty_field,
};
