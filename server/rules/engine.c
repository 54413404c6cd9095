/* engine.c: which rules run on a document, at which severity, and what suppressions silence. */
#include "rules/engine.h"

#include "rules/allowances.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* ---- which rules, how loud ------------------------------------------------------------------- */

static enum level configured_level(const struct settings *settings, const char *name)
{
    /* The last word on a rule counts. */
    for (size_t i = settings->rule_count; i-- > 0;)
        if (slice_is(settings->rules[i].name, name))
            return settings->rules[i].level;
    return LEVEL_DEFAULT;
}

bool rule_is_on(const struct rule *rule, const struct settings *settings)
{
    enum level level = configured_level(settings, rule->name);
    if (level == LEVEL_OFF || (rule->gate == RULE_GATE_ONLY && !settings->gate))
        return false;
    if (level != LEVEL_DEFAULT || (rule->gate != RULE_GATE_SAME && settings->gate))
        return true;
    switch (settings->profile) {
    case PROFILE_LEAN:
        return !rule->strict_only && (rule->lean || rule->severity == PLANLS_ERROR);
    case PROFILE_STANDARD:
        return !rule->strict_only;
    case PROFILE_STRICT:
        break;
    }
    return true;
}

static enum planls_severity severity_in(const struct settings *settings, const struct rule *rule,
                                        enum planls_severity reported)
{
    switch (configured_level(settings, rule->name)) {
    case LEVEL_ERROR:
        return PLANLS_ERROR;
    case LEVEL_WARNING:
        return PLANLS_WARNING;
    case LEVEL_HINT:
        return PLANLS_HINT;
    case LEVEL_DEFAULT:
    case LEVEL_OFF:
        break;
    }
    if (settings->gate && rule->gate != RULE_GATE_SAME && reported != PLANLS_HINT)
        return PLANLS_ERROR;
    if (settings->profile == PROFILE_STRICT && reported == PLANLS_HINT)
        return PLANLS_WARNING;
    return reported;
}

/* Which documents are judged at all: not archives; plain text and templates by the rules that say so. */
static bool document_is_judged(const struct document *document)
{
    return document->loaded && document->judged && !(document->model->kinds & DOCUMENT_ARCHIVED);
}

/* ---- putting in order ------------------------------------------------------------------------- */

static int compare_diagnostics(const void *a, const void *b)
{
    const struct planls_diagnostic *x = a, *y = b;
    if (x->range.start != y->range.start)
        return x->range.start < y->range.start ? -1 : 1;
    if (x->range.end != y->range.end)
        return x->range.end < y->range.end ? -1 : 1;
    int order = strcmp(x->code, y->code);
    return order ? order : strcmp(x->message, y->message);
}

static void sort_from(struct planls_diagnostics *out, size_t first)
{
    if (out->len > first)
        qsort(out->items + first, out->len - first, sizeof *out->items, compare_diagnostics);
}

/* Drops what is suppressed or waived from index `first` on and gives the rest its severity. */
static void settle(struct check *check, size_t first)
{
    struct planls_diagnostics *out = check->out;
    struct allowances allowances;
    allowances_init(&allowances, check);
    sort_from(out, first);
    size_t kept = first;
    for (size_t i = first; i < out->len; i++) {
        struct planls_diagnostic diagnostic = out->items[i];
        diagnostic.severity =
            severity_in(check->settings, rule_find(diagnostic.code), diagnostic.severity);
        if (!allowances_take(&allowances, check, &diagnostic))
            out->items[kept++] = diagnostic;
    }
    out->len = kept;
}

/* ---- the run --------------------------------------------------------------------------------- */

/* `alone`: only those that hang on nothing but the document. */
static void run_rules(struct check *check, bool last, bool alone)
{
    bool is_template = (check->model->kinds & DOCUMENT_TEMPLATE) != 0;
    bool is_plain = check->model->kinds == 0;
    for (size_t i = 0; i < rule_count; i++) {
        const struct rule *rule = rule_table[i];
        if (alone && rule->scope != RULE_DOCUMENT)
            continue;
        if (rule->last != last || !rule_is_on(rule, check->settings))
            continue;
        if ((is_template && !rule->templates) || (is_plain && !rule->plain))
            continue;
        check->rule = rule;
        rule->check(check);
    }
}

/* No editor and no tool could say where an edit belongs in text that is not UTF-8. */
static void drop_fixes(struct check *check, size_t first)
{
    if (first == check->out->len || utf8_valid_prefix(check->text) == check->text.len)
        return;
    for (size_t i = first; i < check->out->len; i++)
        check->out->items[i].fix_count = 0;
}

void engine_check(const struct engine_request *request, struct arena *arena,
                  struct planls_diagnostics *out)
{
    const struct document *document = request->document;
    if (!document_is_judged(document))
        return;
    struct shared shared = {0};
    struct check check = {
        .workspace = request->workspace,
        .document = document,
        .model = document->model,
        .base = request->base,
        .text = document->text.bytes,
        .settings = workspace_settings(request->workspace),
        .today = request->today,
        .arena = arena,
        .parser = request->parser,
        .out = out,
        .waived = request->waived,
        .shared = &shared,
        .silenced = allowances_unused(document->model, arena),
    };
    size_t first = out->len;
    run_rules(&check, false, request->alone);
    settle(&check, first);
    size_t others = out->len;
    if (!request->alone) /* what others silenced is not known else */
        run_rules(&check, true, false);
    settle(&check, others);
    sort_from(out, first);
    drop_fixes(&check, first);
    arena_release(&shared.arena);
}

/* ---- the table ------------------------------------------------------------------------------- */

const struct rule *rule_find(const char *name)
{
    for (size_t i = 0; i < rule_count; i++)
        if (strcmp(rule_table[i]->name, name) == 0)
            return rule_table[i];
    return NULL;
}
