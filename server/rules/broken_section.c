/* broken_section.c: a reference to a section number that its document does not have. */
#include "rules/reference_rule.h"

/* The highest section number there is, for the message. */
static unsigned last_section(const struct model *model)
{
    unsigned last = 0, second_level = 0;
    for (size_t i = 0; i < model->headings.len; i++) {
        const struct heading *heading = &model->headings.items[i];
        unsigned number;
        if (slice_to_u32(heading->number, &number) && number > last)
            last = number;
        second_level += heading->level == 2 && !heading->nested;
    }
    return last ? last : second_level;
}

static void visit(struct check *check, const struct reference *reference,
                  const struct target *target)
{
    if (reference->section_from.len == 0 || !target->document || reference->creates)
        return;
    unsigned last = last_section(target->document->model);
    if (last == 0)
        return; /* a document without sections: nothing to count by */
    struct slice numbers = span_slice(check->text, reference->section_span);
    if (target->document == check->document) {
        report(check, reference->section_span, "There is no section %.*s here: sections end at %u",
               SLICE_ARG(numbers), last);
        return;
    }
    struct planls_diagnostic *diagnostic =
        report(check, reference->section_span, "%.*s has no section %.*s: its sections end at %u",
               SLICE_ARG(target->document->path), SLICE_ARG(numbers), last);
    report_related(check, diagnostic, target->document, (struct span){0, 0}, "the document meant");
}

static void check_broken_section(struct check *check)
{
    references_visit(check, UNRESOLVED_FRAGMENT, visit);
}

RULE(broken_section) = {
    .name = "broken-section",
    .summary = "a reference names a section that its document does not have",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_broken_section,
};
