/* allowances.c: what a comment in the document or a waiver in the configuration silences. */
#include "rules/allowances.h"

#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

/* ---- comments -------------------------------------------------------------------------------- */

bool **allowances_unused(const struct model *model, struct arena *arena)
{
    bool **silenced = arena_array(arena, model->suppressions.len + 1, sizeof(bool *));
    for (size_t s = 0; s < model->suppressions.len; s++)
        silenced[s] = arena_array(arena, model->suppressions.items[s].rules.len + 1, sizeof(bool));
    return silenced;
}

static bool has_expired(date_days until, date_days today)
{
    return until != DATE_NONE && today != DATE_NONE && today > until;
}

static bool lacks_reason(const struct check *check, const struct suppression *suppression)
{
    return check->settings->gate && suppression->reason.len == 0;
}

static size_t rule_place(struct slice name)
{
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

static void sweep_init(struct allowance_sweep *sweep, struct arena *arena)
{
    if (sweep->all.len == 0)
        return;
    qsort(sweep->all.items, sweep->all.len, sizeof *sweep->all.items, compare_allowances);
    sweep->open = arena_array(arena, rule_count, sizeof *sweep->open);
}

void allowances_init(struct allowances *allowances, const struct check *check)
{
    *allowances = (struct allowances){0};
    const struct model *model = check->model;
    for (size_t s = 0; s < model->suppressions.len; s++) {
        const struct suppression *suppression = &model->suppressions.items[s];
        struct span scope =
            suppression->whole_file ? (struct span){0, UINT32_MAX} : suppression->scope;
        if (suppression->malformed)
            continue;
        bool lapsed =
            has_expired(suppression->until, check->today) || lacks_reason(check, suppression);
        struct allowance_sweep *sweep = lapsed ? &allowances->lapsed : &allowances->in_force;
        for (size_t r = 0; r < suppression->rules.len; r++) {
            size_t rule = rule_place(suppression->rules.items[r]);
            if (rule < rule_count)
                *VEC_PUSH(check->arena, &sweep->all) = (struct allowance){scope, rule, s, r};
        }
    }
    sweep_init(&allowances->in_force, check->arena);
    sweep_init(&allowances->lapsed, check->arena);
}

/* The innermost comment that speaks of the finding, or NULL. */
static const struct allowance *sweep_to(struct allowance_sweep *sweep, struct arena *arena,
                                        const struct planls_diagnostic *diagnostic)
{
    uint32_t at = diagnostic->range.start;
    if (sweep->all.len == 0)
        return NULL;
    for (; sweep->next < sweep->all.len && sweep->all.items[sweep->next].scope.start <= at;
         sweep->next++) {
        const struct allowance *allowance = &sweep->all.items[sweep->next];
        *VEC_PUSH(arena, &sweep->open[allowance->rule]) = *allowance;
    }
    size_t rule = rule_place(slice_of(diagnostic->code));
    if (rule == rule_count)
        return NULL;
    struct allowance_list *open = &sweep->open[rule];
    while (open->len && VEC_LAST(open)->scope.end < at)
        open->len--;
    return open->len ? VEC_LAST(open) : NULL;
}

/* ---- waivers of the configuration ------------------------------------------------------------ */

static bool is_item(const struct check *check, const struct item *item, struct slice name)
{
    struct slice key = fold_title(check->arena, name);
    return slice_equal(item->key, key) || slice_equal(item->full_key, key) ||
           (item->id.len && slice_equal_nocase(item->id, name));
}

static bool stands_in(const struct check *check, uint32_t offset, struct slice name)
{
    uint32_t item = model_item_at(check->model, offset);
    for (; item != NO_INDEX; item = check->model->items.items[item].parent)
        if (is_item(check, &check->model->items.items[item], name))
            return true;
    return false;
}

static bool waives(const struct check *check, const struct settings_waiver *waiver,
                   const struct planls_diagnostic *diagnostic)
{
    return slice_is(waiver->rule, diagnostic->code) &&
           (waiver->path.len == 0 || glob_match(waiver->path, check->document->path)) &&
           (waiver->item.len == 0 || stands_in(check, diagnostic->range.start, waiver->item));
}

/* The waiver that holds, or where none does one that has expired, or NULL. */
static const struct settings_waiver *find_waiver(const struct check *check,
                                                 const struct planls_diagnostic *diagnostic)
{
    const struct settings_waiver *expired = NULL;
    for (size_t i = 0; i < check->settings->waiver_count; i++) {
        const struct settings_waiver *waiver = &check->settings->waivers[i];
        if (!waives(check, waiver, diagnostic))
            continue;
        if (!has_expired(waiver->until, check->today))
            return waiver;
        expired = waiver;
    }
    return expired;
}

/* ---- a finding ------------------------------------------------------------------------------- */

static const char *date_text(struct arena *arena, date_days date)
{
    if (date == DATE_NONE)
        return NULL;
    struct date d = date_from_days(date);
    return arena_printf(arena, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static void tell(struct check *check, const struct planls_diagnostic *diagnostic,
                 struct slice reason, date_days until, const struct suppression *comment)
{
    if (!check->waived)
        return;
    struct planls_waived *waived = VEC_PUSH(check->arena, check->waived);
    waived->diagnostic = *diagnostic;
    waived->reason = arena_cstring(check->arena, reason);
    waived->until = date_text(check->arena, until);
    if (comment) {
        struct planls_range range = {comment->span.start, comment->span.end};
        waived->where = (struct planls_location){diagnostic->path, range, range};
    }
}

static void note_lapsed(struct allowances *allowances, struct check *check,
                        struct planls_diagnostic *diagnostic, const struct settings_waiver *expired)
{
    const struct allowance *allowance = sweep_to(&allowances->lapsed, check->arena, diagnostic);
    if (!check->settings->gate)
        return;
    if (allowance) {
        const struct suppression *comment =
            &check->model->suppressions.items[allowance->suppression];
        if (has_expired(comment->until, check->today))
            report_related(check, diagnostic, check->document, comment->span,
                           "This waiver expired on %s", date_text(check->arena, comment->until));
        else
            report_related(check, diagnostic, check->document, comment->span,
                           "This counts in a gate once it says why: “because …”");
    } else if (expired) {
        diagnostic->message =
            arena_printf(check->arena, "%s (waived in the configuration until %s)",
                         diagnostic->message, date_text(check->arena, expired->until));
    }
}

bool allowances_take(struct allowances *allowances, struct check *check,
                     struct planls_diagnostic *diagnostic)
{
    const struct allowance *allowance = sweep_to(&allowances->in_force, check->arena, diagnostic);
    if (allowance) {
        /* The innermost counts as used; whatever it makes needless around it does not. */
        check->silenced[allowance->suppression][allowance->index] = true;
        const struct suppression *comment =
            &check->model->suppressions.items[allowance->suppression];
        tell(check, diagnostic, comment->reason, comment->until, comment);
        return true;
    }
    const struct settings_waiver *waiver = find_waiver(check, diagnostic);
    if (waiver && !has_expired(waiver->until, check->today)) {
        tell(check, diagnostic, waiver->because, waiver->until, NULL);
        return true;
    }
    note_lapsed(allowances, check, diagnostic, waiver);
    return false;
}
