/* section_title_drift.c: a section's number and title that belong to two sections. */
#include "rules/reference_rule.h"
#include "text/fold.h"

/* A heading's key without its number: "weekly snapshot" of "13. weekly snapshot". */
static struct slice bare_key(const struct heading *heading)
{
    struct slice key = heading->key;
    size_t at = heading->number.len ? slice_find(key, heading->number) : SLICE_NONE;
    if (at == SLICE_NONE || at > 12)
        return key;
    key = slice_from(key, at + heading->number.len);
    while (key.len && memchr(" .:-)", key.ptr[0], 5))
        key = slice_from(key, 1);
    return key;
}

static struct slice title_without_number(const struct heading *heading)
{
    size_t at = (size_t)(heading->number.ptr - heading->title.ptr) + heading->number.len;
    struct slice title = slice_from(heading->title, at);
    while (title.len && memchr(" .:-)", title.ptr[0], 5))
        title = slice_from(title, 1);
    return slice_starts(title, SLICE("—")) ? slice_trim(slice_from(title, 3)) : title;
}

/* Do the two share a word of substance? Then the title is told in other words. */
static bool shares_word(struct slice a, struct slice b)
{
    struct slice_split words = {a, false};
    struct slice word;
    while (slice_split_next(&words, ' ', &word))
        if (word.len >= 4 && slice_contains(b, word))
            return true;
    return false;
}

/* The one section outside of `other` whose title is `key`, or NO_INDEX. */
static uint32_t section_titled(const struct model *model, struct slice key, uint32_t other)
{
    uint32_t found = NO_INDEX;
    struct span own = model->headings.items[other].section;
    for (uint32_t i = 0; i < model->headings.len; i++) {
        const struct heading *heading = &model->headings.items[i];
        if (heading->number.len == 0 || heading->nested || span_covers(own, heading->section) ||
            !slice_equal(bare_key(heading), key))
            continue;
        if (found != NO_INDEX)
            return NO_INDEX;
        found = i;
    }
    return found;
}

/* Looking a title up costs the other document's length: so many are looked up at most. */
#define LOOK_UPS_MAX 500

static void judge(struct check *check, const struct reference *reference, size_t *look_ups)
{
    struct target target;
    if (reference_resolve(check, reference, &target) != RESOLVED || !target.document ||
        target.heading == NO_INDEX || reference->in_fence)
        return;
    const struct model *model = target.document->model;
    const struct heading *numbered = &model->headings.items[target.heading];
    struct slice key = fold_title(check->arena, reference->section_title);
    if (numbered->number.len == 0 || key.len < 4 || shares_word(key, numbered->key) ||
        ++*look_ups > LOOK_UPS_MAX)
        return;
    uint32_t index = section_titled(model, key, target.heading);
    if (index == NO_INDEX)
        return;
    const struct heading *titled = &model->headings.items[index];
    struct planls_diagnostic *diagnostic = report(
        check, reference->section_span, "Section %.*s of %.*s is “%.*s”; “%.*s” is section %.*s",
        SLICE_ARG(numbered->number), SLICE_ARG(target.document->path), SLICE_ARG(numbered->title),
        SLICE_ARG(reference->section_title), SLICE_ARG(titled->number));
    report_related(check, diagnostic, target.document, numbered->title_span,
                   "the section of that number");
    report_related(check, diagnostic, target.document, titled->title_span,
                   "the section of that title");
    struct planls_fix *fix =
        report_fix(check, diagnostic, false, "Change to section %.*s", SLICE_ARG(titled->number));
    fix_edit(check, fix, check->document, reference->section_span, titled->number);
    struct slice behind =
        slice_sub(check->text, reference->section_span.end,
                  reference->section_span.end + reference->section_title.len + 16);
    size_t at = slice_find(behind, reference->section_title);
    struct slice title = title_without_number(numbered);
    if (at == SLICE_NONE || title.len == 0)
        return;
    fix = report_fix(check, diagnostic, false, "Change to “%.*s”", SLICE_ARG(title));
    fix_edit(check, fix, check->document,
             span_of(check->text, slice_sub(behind, at, at + reference->section_title.len)), title);
}

static void check_section_title_drift(struct check *check)
{
    size_t look_ups = 0;
    for (size_t i = 0; i < check->model->references.len; i++) {
        const struct reference *reference = &check->model->references.items[i];
        if (reference->section_title.len && reference->section_from.len &&
            slice_equal(reference->section_from, reference->section_to))
            judge(check, reference, &look_ups);
    }
}

RULE(section_title_drift) = {
    .name = "section-title-drift",
    .summary = "the number and the title a reference gives belong to different sections",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_section_title_drift,
};
