/* unused_suppression.c: a suppression that silences nothing. */
#include "rules/near.h"
#include "rules/rule.h"

static void report_unknown(struct check *check, struct span span, struct slice name)
{
    struct planls_diagnostic *diagnostic =
        report(check, span, "There is no rule “%.*s”", SLICE_ARG(name));
    struct near_names near = {0};
    for (size_t i = 0; i < rule_count; i++)
        near_add(&near, name, slice_of(rule_table[i]->name));
    for (size_t i = 0; i < near.len; i++) {
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Change to %.*s", SLICE_ARG(near.v[i].name));
        fix_edit(check, fix, check->document, span, near.v[i].name);
    }
}

/* The comment with the line it stands alone on, or the comment. */
static struct span whole_line(const struct check *check, struct span comment)
{
    const struct text *text = &check->document->text;
    struct span line = text_line_full(text, text_line_of(text, comment.start));
    struct slice before = span_slice(check->text, (struct span){line.start, comment.start});
    struct slice after = span_slice(check->text, (struct span){comment.end, line.end});
    bool alone =
        comment.end <= line.end && slice_trim(before).len == 0 && slice_trim(after).len == 0;
    return alone ? line : comment;
}

static void report_unused(struct check *check, const struct suppression *suppression, size_t rule)
{
    struct slice name = suppression->rules.items[rule];
    struct planls_diagnostic *diagnostic =
        report(check, suppression->rule_spans.items[rule],
               "Nothing here is silenced by “allow %.*s”", SLICE_ARG(name));
    diagnostic->unnecessary = true;
    if (suppression->rules.len > 1)
        return;
    struct planls_fix *fix = report_fix(check, diagnostic, true, "Remove the comment");
    fix_edit(check, fix, check->document, whole_line(check, suppression->span), SLICE(""));
}

static void check_unused_suppression(struct check *check)
{
    for (size_t s = 0; s < check->model->suppressions.len; s++) {
        const struct suppression *suppression = &check->model->suppressions.items[s];
        if (suppression->malformed) {
            report(check, suppression->span,
                   "This silences nothing: write “planls: allow RULE because …”");
            continue;
        }
        for (size_t r = 0; r < suppression->rules.len; r++) {
            const struct rule *rule =
                rule_find(arena_cstring(check->arena, suppression->rules.items[r]));
            if (!rule)
                report_unknown(check, suppression->rule_spans.items[r],
                               suppression->rules.items[r]);
            else if (!check->silenced[s][r] && rule_is_on(rule, check->settings))
                report_unused(check, suppression, r);
        }
    }
}

RULE(unused_suppression) = {
    .name = "unused-suppression",
    .summary = "a suppression comment silences nothing",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .last = true,
    .check = check_unused_suppression,
};
