/* stale_document.c: a document that is not kept up as it promises. */
#include "analysis/freshness.h"
#include "edits/stamp_date.h"
#include "rules/reference_rule.h"

static const char *day(struct check *check, date_days days)
{
    char text[11];
    date_format(days, text);
    return arena_printf(check->arena, "%s", text);
}

/* How many days late, for the message: "1 day", "12 days". */
static const char *late(struct check *check, const struct freshness *freshness)
{
    int days = check->today - freshness->due;
    return arena_printf(check->arena, "%d day%s", days, days == 1 ? "" : "s");
}

static void check_own(struct check *check)
{
    const struct model *model = check->model;
    struct freshness freshness = freshness_of(model);
    if (!freshness_is_past(&freshness, check->today))
        return;
    if (freshness.due == model->next_update) {
        report(check, model->next_update_span, "The next review was due %s, %s ago",
               day(check, freshness.due), late(check, &freshness));
        return;
    }
    struct planls_diagnostic *diagnostic = report(
        check, model->updated_span, "To be updated %.*s: the update after %s was due %s, %s ago",
        SLICE_ARG(slice_sub(model->cadence, 0, 60)), day(check, freshness.updated),
        day(check, freshness.due), late(check, &freshness));
    report_related(check, diagnostic, check->document, model->cadence_span, "how often");
    struct slice today =
        stamp_date(span_slice(check->text, model->updated_span), check->today, check->arena);
    if (today.len == 0)
        return;
    struct planls_fix *fix = report_fix(check, diagnostic, false, "It is up to date: stamp today");
    fix_edit(check, fix, check->document, model->updated_span, today);
}

/* The document that an index's entry names; NULL for a pattern, or one that is not there. */
static const struct document *entry_document(struct check *check, const struct index_entry *entry)
{
    uint32_t index = model_reference_at(check->model, entry->target_span.start);
    struct target target;
    if (index == NO_INDEX ||
        reference_resolve(check, &check->model->references.items[index], &target) != RESOLVED)
        return NULL;
    return target.document;
}

/* What an index promises of others; once per document, and not what it says of itself as well. */
static void check_entries(struct check *check)
{
    VEC(const struct document *) said = {0};
    for (size_t i = 0; i < check->model->entries.len && i < 500; i++) {
        const struct index_entry *entry = &check->model->entries.items[i];
        const struct document *document = entry->cadence.len ? entry_document(check, entry) : NULL;
        if (!document || document == check->document ||
            freshness_of(document->model).due != DATE_NONE)
            continue;
        struct freshness freshness = freshness_by(entry->cadence, document->model);
        bool again = false;
        for (size_t s = 0; s < said.len; s++)
            again = again || said.items[s] == document;
        if (again || !freshness_is_past(&freshness, check->today))
            continue;
        *VEC_PUSH(check->arena, &said) = document;
        struct planls_diagnostic *diagnostic = report(
            check, entry->target_span,
            "%.*s is to be updated %.*s: last updated %s, due %s, %s ago",
            SLICE_ARG(document->path), SLICE_ARG(slice_sub(entry->cadence, 0, 60)),
            day(check, freshness.updated), day(check, freshness.due), late(check, &freshness));
        report_related(check, diagnostic, document, document->model->updated_span, "last updated");
    }
}

static void check_stale_document(struct check *check)
{
    if (check->today == DATE_NONE)
        return;
    check_own(check);
    check_entries(check);
}

RULE(stale_document) = {
    .name = "stale-document",
    .summary = "a document's stated update is past due by its own \"last updated\"",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .plain = true,
    .by_clock = true,
    .check = check_stale_document,
};
