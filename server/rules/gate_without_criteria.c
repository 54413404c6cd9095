/* gate_without_criteria.c: a gate with nothing below it where the others say what must hold. */
#include "edits/insert_field.h"
#include "rules/gate_habit.h"
#include "rules/rule.h"

/* Two gates make a habit: a gate is named for what it asks. */
#define MIN_GATES 2

bool gates_have_criteria(const struct model *model, uint32_t *having)
{
    *having = 0;
    for (size_t g = 0; g < model->gates.len; g++)
        *having += model->gates.items[g].criteria.len > 0;
    return *having >= MIN_GATES && *having * 2 > model->gates.len;
}

/* The line of a gate's first criterion up to its text: "- [ ] "; empty where it is not a list's. */
static struct slice criterion_lead(const struct check *check, const struct gate *gate)
{
    uint32_t text = gate->criteria.items[0].where.start, start = text;
    while (start > 0 && check->text.ptr[start - 1] != '\n')
        start--;
    struct slice lead = slice_sub(check->text, start, text);
    bool list = lead.len > 0 && memchr("-*+0123456789 ", lead.ptr[0], 14);
    return list && start > gate->name_span.start ? lead : SLICE("");
}

/* The end of the line the gate's name stands on. */
static uint32_t line_end(struct slice text, uint32_t at)
{
    while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
        at++;
    return at;
}

static struct slice line_break(struct slice text, uint32_t at)
{
    bool crlf = at + 1 < text.len && text.ptr[at] == '\r' && text.ptr[at + 1] == '\n';
    return crlf ? SLICE("\r\n") : SLICE("\n");
}

static void offer_criterion(struct check *check, struct planls_diagnostic *diagnostic,
                            const struct gate *gate, const struct gate *like)
{
    struct slice lead = criterion_lead(check, like);
    if (lead.len == 0)
        return;
    uint32_t at = line_end(check->text, gate->name_span.end);
    struct slice end = line_break(check->text, at);
    /* Headings and lists are set apart as they are in the other gate. */
    uint32_t there = line_end(check->text, like->name_span.end);
    uint32_t first = like->criteria.items[0].where.start - (uint32_t)lead.len;
    struct slice between = slice_sub(check->text, there, first);
    if (slice_trim(between).len || between.len > 4)
        between = end;
    /* The box of the new one is open, whatever the other's is. */
    char *text = arena_printf(check->arena, "%.*s%.*s" INSERT_FIELD_PLACEHOLDER, SLICE_ARG(between),
                              SLICE_ARG(lead));
    size_t len = strlen(text);
    for (size_t i = 1; i + 1 < len; i++)
        if (text[i - 1] == '[' && text[i + 1] == ']')
            text[i] = ' ';
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Insert a criterion");
    fix_edit(check, fix, check->document, (struct span){at, at}, (struct slice){text, len});
    fix->select = (struct planls_range){(uint32_t)len - 3, (uint32_t)len};
}

static void check_gate_without_criteria(struct check *check)
{
    const struct model *model = check->model;
    const struct gate *like = NULL;
    uint32_t having;
    if (!gates_have_criteria(model, &having))
        return;
    for (size_t g = 0; g < model->gates.len && !like; g++)
        if (model->gates.items[g].criteria.len)
            like = &model->gates.items[g];
    for (size_t g = 0; g < model->gates.len; g++) {
        const struct gate *gate = &model->gates.items[g];
        if (gate->criteria.len)
            continue;
        struct planls_diagnostic *diagnostic =
            report(check, gate->name_span,
                   "This gate asks for nothing, while %u of the %zu gates here have criteria: "
                   "anything passes it",
                   having, model->gates.len);
        report_related(check, diagnostic, check->document, like->name_span, "a gate that does");
        offer_criterion(check, diagnostic, gate, like);
    }
}

RULE(gate_without_criteria) = {
    .name = "gate-without-criteria",
    .summary = "a gate has no criteria where the others have some",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.2",
    .check = check_gate_without_criteria,
};
