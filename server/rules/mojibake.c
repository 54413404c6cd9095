/* mojibake.c: UTF-8 that was once read as Windows-1252, Windows-1254 or Latin-1. */
#include "text/mojibake.h"

#include "rules/rule.h"

static void report_certain(struct check *check, const struct mojibake_run *run)
{
    struct slice right = run->restored[0];
    struct planls_diagnostic *diagnostic =
        report(check, run->span,
               "Damaged characters: this was “%.*s” before it was saved in another encoding",
               SLICE_ARG(right));
    struct planls_fix *fix =
        report_fix(check, diagnostic, true, "Restore “%.*s”", SLICE_ARG(right));
    fix_edit(check, fix, check->document, run->span, right);
}

/* Bytes are gone: what stood here is a guess, so there is a choice and nothing is applied by itself. */
static void report_lossy(struct check *check, const struct mojibake_run *run)
{
    struct planls_diagnostic *diagnostic =
        run->count ? report(check, run->span,
                            "Damaged characters: part of this is lost, it was probably “%.*s”",
                            SLICE_ARG(run->restored[0]))
                   : report(check, run->span, "Damaged characters: what stood here is lost");
    for (size_t i = 0; i < run->count; i++) {
        struct slice candidate = run->restored[i];
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Write “%.*s”", SLICE_ARG(candidate));
        fix_edit(check, fix, check->document, run->span, candidate);
    }
}

static void check_mojibake(struct check *check)
{
    struct mojibake_runs runs = mojibake_find(check->text, check->arena);
    for (size_t i = 0; i < runs.len; i++) {
        if (runs.items[i].certain)
            report_certain(check, &runs.items[i]);
        else
            report_lossy(check, &runs.items[i]);
    }
}

RULE(mojibake) = {
    .name = "mojibake",
    .summary = "characters were damaged by reading UTF-8 in another encoding",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .lean = true,
    .templates = true,
    .check = check_mojibake,
};
