/* engine.c: which rules run on a document, at which severity, and what suppressions silence. */
#include "rules/engine.h"

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

/* Which documents are judged at all: not plain text, not archives; templates by the rules that say so. */
static bool document_is_judged(const struct document *document)
{
    if (!document->loaded || !document->judged)
        return false;
    return document->model->kinds != 0 && !(document->model->kinds & DOCUMENT_ARCHIVED);
}

/* ---- suppressions ---------------------------------------------------------------------------- */

static bool in_force(const struct suppression *suppression, date_days today)
{
    return !suppression->malformed &&
           (suppression->until == DATE_NONE || today == DATE_NONE || today <= suppression->until);
}

static bool **new_silenced(const struct model *model, struct arena *arena)
{
    bool **silenced = arena_array(arena, model->suppressions.len + 1, sizeof(bool *));
    for (size_t s = 0; s < model->suppressions.len; s++)
        silenced[s] = arena_array(arena, model->suppressions.items[s].rules.len + 1, sizeof(bool));
    return silenced;
}

/* One rule of one suppression, and where it holds. */
struct allowance {
    struct span scope;
    size_t rule; /* place in rule_table */
    size_t suppression, index;
};

struct allowances {
    VEC_MEMBERS(struct allowance);
};

static size_t rule_place(const struct model *model, size_t suppression, size_t index)
{
    struct slice name = model->suppressions.items[suppression].rules.items[index];
    size_t place = 0;
    while (place < rule_count && !slice_is(name, rule_table[place]->name))
        place++;
    return place;
}

static int compare_allowances(const void *a, const void *b)
{
    const struct allowance *x = a, *y = b;
    if (x->scope.start != y->scope.start)
        return x->scope.start < y->scope.start ? -1 : 1;
    if (x->scope.end != y->scope.end)
        return x->scope.end > y->scope.end ? -1 : 1; /* the outer one first */
    return x->suppression < y->suppression ? -1 : x->suppression > y->suppression;
}

static struct allowances allowances_of(const struct check *check)
{
    const struct model *model = check->model;
    struct allowances all = {0};
    for (size_t s = 0; s < model->suppressions.len; s++) {
        const struct suppression *suppression = &model->suppressions.items[s];
        struct span scope =
            suppression->whole_file ? (struct span){0, UINT32_MAX} : suppression->scope;
        if (!in_force(suppression, check->today))
            continue;
        for (size_t r = 0; r < suppression->rules.len; r++)
            *VEC_PUSH(check->arena, &all) =
                (struct allowance){scope, rule_place(model, s, r), s, r};
    }
    if (all.len)
        qsort(all.items, all.len, sizeof *all.items, compare_allowances);
    return all;
}

/* The allowances that hold where a sweep through the document stands: a stack per rule, since scopes
 * nest. */
struct sweep {
    struct allowances all, *open; /* open: per rule */
    size_t next;
};

static bool silence(struct check *check, struct sweep *sweep,
                    const struct planls_diagnostic *diagnostic)
{
    uint32_t at = diagnostic->range.start;
    for (; sweep->next < sweep->all.len && sweep->all.items[sweep->next].scope.start <= at;
         sweep->next++) {
        const struct allowance *allowance = &sweep->all.items[sweep->next];
        if (allowance->rule < rule_count)
            *VEC_PUSH(check->arena, &sweep->open[allowance->rule]) = *allowance;
    }
    size_t rule = 0;
    while (rule < rule_count && rule_table[rule]->name != diagnostic->code)
        rule++;
    if (rule == rule_count)
        return false;
    struct allowances *open = &sweep->open[rule];
    while (open->len && VEC_LAST(open)->scope.end < at)
        open->len--;
    if (open->len == 0)
        return false;
    /* The innermost counts as used; whatever it makes needless around it does not. */
    check->silenced[VEC_LAST(open)->suppression][VEC_LAST(open)->index] = true;
    return true;
}

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

/* Drops what is suppressed from index `first` on and gives the rest its severity. */
static void settle(struct check *check, size_t first)
{
    struct planls_diagnostics *out = check->out;
    struct sweep sweep = {.all = allowances_of(check)};
    if (sweep.all.len)
        sweep.open = arena_array(check->arena, rule_count, sizeof *sweep.open);
    sort_from(out, first);
    size_t kept = first;
    for (size_t i = first; i < out->len; i++) {
        struct planls_diagnostic diagnostic = out->items[i];
        if (sweep.all.len && silence(check, &sweep, &diagnostic))
            continue;
        diagnostic.severity =
            severity_in(check->settings, rule_find(diagnostic.code), diagnostic.severity);
        out->items[kept++] = diagnostic;
    }
    out->len = kept;
}

/* ---- the run --------------------------------------------------------------------------------- */

static void run_rules(struct check *check, bool last)
{
    bool is_template = (check->model->kinds & DOCUMENT_TEMPLATE) != 0;
    for (size_t i = 0; i < rule_count; i++) {
        const struct rule *rule = rule_table[i];
        if (rule->last != last || !rule_is_on(rule, check->settings))
            continue;
        if (is_template && !rule->templates)
            continue;
        check->rule = rule;
        rule->check(check);
    }
}

void engine_check(const struct workspace *workspace, const struct document *document,
                  date_days today, struct inline_parser *parser, struct arena *arena,
                  struct planls_diagnostics *out)
{
    if (!document_is_judged(document))
        return;
    struct check check = {
        .workspace = workspace,
        .document = document,
        .model = document->model,
        .text = document->text.bytes,
        .settings = workspace_settings(workspace),
        .today = today,
        .arena = arena,
        .parser = parser,
        .out = out,
        .silenced = new_silenced(document->model, arena),
    };
    size_t first = out->len;
    run_rules(&check, false);
    settle(&check, first);
    size_t others = out->len;
    run_rules(&check, true);
    settle(&check, others);
    sort_from(out, first);
}

/* ---- the table ------------------------------------------------------------------------------- */

const struct rule *rule_find(const char *name)
{
    for (size_t i = 0; i < rule_count; i++)
        if (strcmp(rule_table[i]->name, name) == 0)
            return rule_table[i];
    return NULL;
}
