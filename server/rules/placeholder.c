/* placeholder.c: TBD, ???, ≥X% and the like where a value belongs. */
#include "analysis/placeholders.h"
#include "rules/rule.h"

/* What the document as a whole says about its placeholders. */
struct usage {
    bool templating; /* "{{x}}" stands for a variable here, as in a description of a workflow */
};

/* More "{{…}}" than this are no gaps left open. */
#define VARIABLES_MIN 4

static struct usage usage_of(struct slice text)
{
    unsigned count = 0;
    for (size_t at; count < VARIABLES_MIN && (at = slice_find(text, SLICE("{{"))) != SLICE_NONE;
         count++)
        text = slice_from(text, at + 2);
    return (struct usage){count == VARIABLES_MIN};
}

/* Lines to be signed by hand wait for no edit: several blanks, a box before, or a section that says so. */
static bool is_form(const struct check *check, const struct field *field, struct span span)
{
    static const char *const words[] = {
        "sign-off", "sign off", "signoff",    "signature", "approv", "freigabe", "unterschrift",
        "aprobaci", "aprova",   "assinatura", "firma",     "承認",   "签字",     "批准"};
    struct span line =
        text_line(&check->document->text, text_line_of(&check->document->text, span.start));
    struct slice text = span_slice(check->text, line);
    unsigned blanks = 0;
    for (size_t i = 0; i + 2 < text.len; i++)
        blanks +=
            slice_starts(slice_from(text, i), SLICE("___")) && (i == 0 || text.ptr[i - 1] != '_');
    if (blanks > 1 || slice_contains(text, SLICE("[ ]")))
        return true;
    for (uint32_t h = field->heading; h != NO_INDEX; h = check->model->headings.items[h].parent)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (slice_find_nocase(check->model->headings.items[h].title, slice_of(words[i])) !=
                SLICE_NONE)
                return true;
    return false;
}

static bool is_gap(const struct check *check, const struct usage *usage, const struct field *field,
                   struct span span)
{
    struct slice said = span_slice(check->text, span);
    if (slice_starts(said, SLICE("{{")))
        return !usage->templating;
    return !slice_starts(said, SLICE("__")) || !is_form(check, field, span);
}

static void report_gap(struct check *check, struct span span)
{
    report(check, span, "“%.*s” still stands where a value belongs",
           SLICE_ARG(span_slice(check->text, span)));
}

/* spec-kit's question stands in the middle of a requirement's sentence. */
static void check_clarifications(struct check *check)
{
    static const struct slice mark = SLICE_INIT("[NEEDS CLARIFICATION:");
    const struct blocks *blocks = &check->document->blocks;
    uint32_t from = 0;
    for (size_t at; (at = slice_find(slice_from(check->text, from), mark)) != SLICE_NONE;) {
        struct span span = {from + (uint32_t)at, 0};
        size_t close = slice_find_byte(slice_from(check->text, span.start), ']');
        from = span.start + (uint32_t)mark.len;
        uint32_t block = block_at(blocks, span.start);
        if (close == SLICE_NONE || blocks->v[block].kind != BLOCK_LINE ||
            block_enclosing(blocks, block, BLOCK_QUOTE) ||
            (span.start > 0 && check->text.ptr[span.start - 1] == '`'))
            continue;
        span.end = span.start + (uint32_t)close + 1;
        uint32_t field = model_field_at(check->model, span.start);
        if (field == NO_INDEX || !placeholder_counts_in(&check->model->fields.items[field]))
            report_gap(check, span);
    }
}

static void check_placeholder(struct check *check)
{
    struct usage usage = usage_of(check->text);
    struct open_values values = {0};
    placeholders_of(check->document, check->parser, check->arena, &values);
    for (size_t i = 0; i < values.len; i++) {
        const struct open_value *value = &values.items[i];
        if (is_gap(check, &usage, &check->model->fields.items[value->field], value->span))
            report_gap(check, value->span);
    }
    check_clarifications(check);
}

RULE(placeholder) = {
    .name = "placeholder",
    .summary = "a placeholder stands where a value belongs",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_placeholder,
};
