/* undecided.c: decisions that are open, and approvals that are not signed, after their date. */
#include "analysis/decisions.h"
#include "analysis/dependencies.h"
#include "base/strbuf.h"
#include "rules/rule.h"

/* How many open lines are named. */
#define NAMED_LINES 3
#define NAMES_MAX   400

static struct slice name_open(const struct check *check, const struct decision *decision,
                              uint32_t open)
{
    struct strbuf names;
    strbuf_init(&names, NAMES_MAX);
    uint32_t named = 0;
    for (size_t l = 0; l < decision->lines.len && named < NAMED_LINES; l++) {
        const struct decision_line *line = &decision->lines.items[l];
        if (line->optional || !line->open)
            continue;
        strbuf_printf(&names, "%s“%.*s”", named ? ", " : "", SLICE_ARG(line->name));
        named++;
    }
    if (open > named)
        strbuf_printf(&names, " and %u more", open - named);
    struct slice kept = arena_copy(check->arena, strbuf_slice(&names));
    strbuf_release(&names);
    return kept;
}

/* "it was due on 2026-01-15", "Phase 1 began on 2026-01-05". */
static const char *since_when(const struct check *check, const struct decision_view *view)
{
    char day[11];
    struct slice item = SLICE("");
    if (view->item != NO_INDEX)
        item = dependency_node_name((struct dependency_node){check->document, view->item, NO_INDEX},
                                    check->arena);
    bool begins = view->source == DECISION_DUE_PHASE || view->source == DECISION_DUE_START;
    date_format(view->due + begins, day);
    switch (view->source) {
    case DECISION_DUE_ITEM:
        return arena_printf(check->arena, "%.*s ended on %s", SLICE_ARG(item), day);
    case DECISION_DUE_PHASE:
        return arena_printf(check->arena, "%.*s begins on %s", SLICE_ARG(item), day);
    case DECISION_DUE_START:
        return arena_printf(check->arena, "the plan begins on %s", day);
    case DECISION_DUE_SAID:
    case DECISION_UNDATED:
        break;
    }
    return arena_printf(check->arena, "it was due on %s", day);
}

static void check_kind(struct check *check, enum decision_kind kind)
{
    struct decision_views views = {0};
    date_days day = decision_day(check->model, check->today);
    if (day == DATE_NONE)
        return;
    decisions_of(check->settings, check->model, check->arena, &views);
    for (size_t v = 0; v < views.len; v++) {
        const struct decision_view *view = &views.items[v];
        const struct decision *decision = &check->model->decisions.items[view->decision];
        if (decision->kind != kind || view->open == 0 || view->due == DATE_NONE || day <= view->due)
            continue;
        struct slice open = name_open(check, decision, view->open);
        const char *since = since_when(check, view);
        struct planls_diagnostic *diagnostic =
            kind == DECISION_APPROVAL
                ? report(check, decision->name_span, "Not signed yet: %.*s, and %s",
                         SLICE_ARG(open), since)
                : report(check, decision->name_span, "Not decided yet: %.*s, and %s",
                         SLICE_ARG(open), since);
        for (size_t l = 0, shown = 0; l < decision->lines.len && shown < NAMED_LINES; l++) {
            const struct decision_line *line = &decision->lines.items[l];
            if (line->optional || !line->open)
                continue;
            report_related(check, diagnostic, check->document, line->where, "open");
            shown++;
        }
    }
}

static void check_undecided(struct check *check)
{
    check_kind(check, DECISION_OPEN_CHOICE);
}

static void check_unsigned_approval(struct check *check)
{
    check_kind(check, DECISION_APPROVAL);
}

RULE(undecided) = {
    .name = "undecided",
    .summary = "a decision is open after its date",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.2",
    .check = check_undecided,
};

RULE(unsigned_approval) = {
    .name = "unsigned-approval",
    .summary = "an approval is not signed after its date",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.2",
    .check = check_unsigned_approval,
};
