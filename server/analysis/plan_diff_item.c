/* plan_diff_item.c: what differs in one item: dates, money, owners, status, criteria. */
#include "analysis/plan_diff_item.h"

#include "base/strbuf.h"
#include "model/money_write.h"
#include "text/fold.h"

#include <math.h>

/* Of an item's timeline; the cost is their square. */
#define MOST_ENTRIES 64

void diff_side_init(struct diff_side *side, const struct workspace *ws,
                    const struct document *document, struct arena *arena)
{
    const struct settings *settings = workspace_settings(ws);
    *side = (struct diff_side){.document = document,
                               .calendar = calendar_of(settings, document->model),
                               .spans = item_spans_of(settings, document->model, arena)};
    budget_of(document->model, settings, arena, &side->budget);
}

static const struct item *item_of(const struct diff_side *side, uint32_t item)
{
    return &side->document->model->items.items[item];
}

static struct plan_change *add(const struct item_diff *diff, enum plan_change_kind kind,
                               uint32_t before, uint32_t now)
{
    struct plan_change *change = VEC_PUSH(diff->arena, diff->out);
    *change = (struct plan_change){.kind = kind,
                                   .before = {diff->before->document, before, NO_INDEX},
                                   .now = {diff->now->document, now, NO_INDEX}};
    return change;
}

static struct slice finish(struct strbuf *text, struct arena *arena)
{
    struct slice result = arena_copy(arena, strbuf_slice(text));
    strbuf_release(text);
    return result;
}

/* ---- dates ----------------------------------------------------------------------------------- */

static void write_day(struct strbuf *out, date_days day)
{
    struct date date = date_from_days(day);
    strbuf_printf(out, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* "weeks 5–8" where the plan counts in weeks, else its own words, else dates. */
static struct slice span_text(const struct diff_side *side, uint32_t index, struct arena *arena)
{
    const struct item *item = item_of(side, index);
    const struct item_span *span = &side->spans[index];
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    if (item->timeline.len == 1 && item->timeline.items[0].text.len) {
        strbuf_append(&out, item->timeline.items[0].text);
    } else if (span->source == ITEM_SPAN_NONE) {
        return finish(&out, arena);
    } else if (span->days.counted && span->days.from != DATE_NONE && span->days.to != DATE_NONE) {
        int first = calendar_week(&side->calendar, span->days.from);
        int last = calendar_week(&side->calendar, span->days.to);
        strbuf_printf(&out, first == last ? "week %d" : "weeks %d–%d", first, last);
    } else {
        if (span->days.from == DATE_NONE)
            strbuf_puts(&out, "by ");
        else
            write_day(&out, span->days.from);
        if (span->days.from != DATE_NONE && span->days.to != span->days.from)
            strbuf_puts(&out, span->days.to == DATE_NONE ? " on" : " to ");
        if (span->days.to != DATE_NONE && span->days.to != span->days.from)
            write_day(&out, span->days.to);
    }
    return finish(&out, arena);
}

static struct slice entry_text(const struct timeline_entry *entry, struct arena *arena)
{
    return slice_of(
        arena_printf(arena, "%.*s: %.*s", SLICE_ARG(entry->text), SLICE_ARG(entry->label)));
}

/* How many days later the item is; false where the two cannot be compared. */
static bool days_later(const struct item_diff *diff, const struct day_span *before,
                       const struct day_span *now, date_days *from, date_days *to)
{
    const struct calendar *old = &diff->before->calendar, *new = &diff->now->calendar;
    bool stated = old->anchor == CALENDAR_STATED && new->anchor == CALENDAR_STATED;
    date_days shift = 0;
    if (before->counted && now->counted && !stated)
        shift = new->week_one - old->week_one; /* both count from their own week 1 */
    else if (before->counted != now->counted && !stated)
        return false;
    if ((before->from == DATE_NONE) != (now->from == DATE_NONE) ||
        (before->to == DATE_NONE) != (now->to == DATE_NONE))
        return false;
    *from = before->from == DATE_NONE ? 0 : now->from - before->from - shift;
    *to = before->to == DATE_NONE ? *from : now->to - before->to - shift;
    return true;
}

/* The whole has not moved: an entry of the same label may have. */
static void diff_entries(const struct item_diff *diff, uint32_t before, uint32_t now)
{
    const struct item *old = item_of(diff->before, before), *new = item_of(diff->now, now);
    if (old->timeline.len > MOST_ENTRIES || new->timeline.len > MOST_ENTRIES)
        return;
    for (size_t i = 0; i < new->timeline.len; i++) {
        const struct timeline_entry *is = &new->timeline.items[i], *was = NULL;
        for (size_t k = 0; is->label.len && k < old->timeline.len && !was; k++)
            if (slice_equal(old->timeline.items[k].label, is->label))
                was = &old->timeline.items[k];
        struct day_span spans[2];
        date_days from, to;
        if (!was || !calendar_day_span(&diff->before->calendar, &was->time, &spans[0]) ||
            !calendar_day_span(&diff->now->calendar, &is->time, &spans[1]) ||
            !days_later(diff, &spans[0], &spans[1], &from, &to) || (from == 0 && to == 0))
            continue;
        struct plan_change *change = add(diff, CHANGE_DATES, before, now);
        change->before_text = entry_text(was, diff->arena);
        change->now_text = entry_text(is, diff->arena);
        change->measured = true;
        change->by = to;
    }
}

static void diff_dates(const struct item_diff *diff, uint32_t before, uint32_t now)
{
    const struct item_span *old = &diff->before->spans[before], *new = &diff->now->spans[now];
    if (old->source == ITEM_SPAN_CHILDREN || new->source == ITEM_SPAN_CHILDREN ||
        (old->source == ITEM_SPAN_NONE && new->source == ITEM_SPAN_NONE))
        return;
    struct slice old_text = span_text(diff->before, before, diff->arena);
    struct slice new_text = span_text(diff->now, now, diff->arena);
    date_days from = 0, to = 0;
    bool both = old->source != ITEM_SPAN_NONE && new->source != ITEM_SPAN_NONE;
    bool measured = both && days_later(diff, &old->days, &new->days, &from, &to);
    if (measured ? from == 0 && to == 0 : slice_equal(old_text, new_text)) {
        diff_entries(diff, before, now);
        return;
    }
    struct plan_change *change = add(diff, CHANGE_DATES, before, now);
    change->before_text = old_text;
    change->now_text = new_text;
    change->measured = measured;
    change->by = to;
}

/* ---- money ----------------------------------------------------------------------------------- */

static const struct budget_sum *sum_like(const struct budget_sums *sums,
                                         const struct budget_sum *like)
{
    for (size_t i = 0; i < sums->len; i++)
        if (strcmp(sums->items[i].currency, like->currency) == 0 &&
            slice_equal(sums->items[i].per, like->per))
            return &sums->items[i];
    return NULL;
}

static struct slice sum_text(const struct budget_sum *sum, struct arena *arena)
{
    if (!sum)
        return SLICE("");
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    money_write(&out, sum->amount, sum->currency);
    if (sum->per.len)
        strbuf_printf(&out, " per %.*s", SLICE_ARG(sum->per));
    return finish(&out, arena);
}

static void diff_sum(const struct item_diff *diff, uint32_t before, uint32_t now,
                     const struct budget_sum *old, const struct budget_sum *new)
{
    double was = old ? old->amount : 0, is = new ? new->amount : 0;
    if (fabs(is - was) < 0.005)
        return;
    struct plan_change *change = add(diff, CHANGE_BUDGET, before, now);
    change->before_text = sum_text(old, diff->arena);
    change->now_text = sum_text(new, diff->arena);
    change->measured = true;
    change->by = is - was;
    memcpy(change->currency, old ? old->currency : new->currency, sizeof change->currency);
}

static void diff_budget(const struct item_diff *diff, uint32_t before, uint32_t now)
{
    const struct budget_sums *old = &diff->before->budget.own[before];
    const struct budget_sums *new = &diff->now->budget.own[now];
    for (size_t i = 0; i < old->len; i++)
        diff_sum(diff, before, now, &old->items[i], sum_like(new, &old->items[i]));
    for (size_t i = 0; i < new->len; i++)
        if (!sum_like(old, &new->items[i]))
            diff_sum(diff, before, now, NULL, &new->items[i]);
}

/* ---- people and status ----------------------------------------------------------------------- */

static bool names_all(const struct people *of, const struct people *in)
{
    for (size_t i = 0; i < of->len; i++) {
        bool found = false;
        for (size_t k = 0; k < in->len && !found; k++)
            found = slice_equal(of->items[i].key, in->items[k].key);
        if (!found)
            return false;
    }
    return true;
}

static struct slice people_text(const struct people *people, struct arena *arena)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < people->len; i++)
        strbuf_printf(&out, "%s%.*s", i ? ", " : "", SLICE_ARG(people->items[i].name));
    return finish(&out, arena);
}

static void diff_owners(const struct item_diff *diff, uint32_t before, uint32_t now)
{
    const struct people *old = &item_of(diff->before, before)->owners;
    const struct people *new = &item_of(diff->now, now)->owners;
    if (names_all(old, new) && names_all(new, old))
        return;
    struct plan_change *change = add(diff, CHANGE_OWNERS, before, now);
    change->before_text = people_text(old, diff->arena);
    change->now_text = people_text(new, diff->arena);
}

static void diff_status(const struct item_diff *diff, uint32_t before, uint32_t now)
{
    const struct item *old = item_of(diff->before, before), *new = item_of(diff->now, now);
    bool unknown = old->status == STATUS_UNKNOWN && new->status == STATUS_UNKNOWN;
    if (unknown ? slice_equal(old->status_text, new->status_text) : old->status == new->status)
        return;
    struct plan_change *change = add(diff, CHANGE_STATUS, before, now);
    change->before_text =
        old->status_text.len ? old->status_text : slice_of(status_name(old->status));
    change->now_text = new->status_text.len ? new->status_text : slice_of(status_name(new->status));
}

/* ---- criteria -------------------------------------------------------------------------------- */

void diff_weakened(const struct item_diff *diff, uint32_t before, uint32_t now)
{
    static const enum plan_change_kind kinds[] = {
        [WEAKENING_REMOVED] = CHANGE_CRITERION_REMOVED,
        [WEAKENING_NUMBER] = CHANGE_CRITERION_WEAKENED,
        [WEAKENING_UNMEASURED] = CHANGE_CRITERION_WEAKENED,
        [WEAKENING_REWRITTEN] = CHANGE_CRITERION_WEAKENED,
        [WEAKENING_GATE] = CHANGE_GATE_REMOVED,
    };
    for (size_t i = 0; i < diff->weakened_count; i++) {
        const struct weakened *weakened = &diff->weakened[i];
        struct plan_change *change = add(diff, kinds[weakened->how], before, now);
        change->before_text = weakened->before;
        change->now_text = weakened->now ? weakened->now->text : SLICE("");
    }
}

static struct pair_name *criteria_names(const struct criteria *criteria, struct arena *arena)
{
    struct pair_name *names = arena_array(arena, criteria->len + 1, sizeof *names);
    for (size_t i = 0; i < criteria->len; i++)
        names[i].title = fold_title(arena, criteria->items[i].text);
    return names;
}

static size_t done_of(const struct criteria *criteria)
{
    size_t done = 0;
    for (size_t i = 0; i < criteria->len; i++)
        done += criteria->items[i].done;
    return done;
}

static bool is_told(const struct item_diff *diff, const struct criterion *now)
{
    for (size_t i = 0; i < diff->weakened_count; i++)
        if (diff->weakened[i].now == now)
            return true;
    return false;
}

static void diff_done(const struct item_diff *diff, uint32_t before, uint32_t now)
{
    const struct criteria *old = &item_of(diff->before, before)->criteria;
    const struct criteria *new = &item_of(diff->now, now)->criteria;
    size_t was = done_of(old), is = done_of(new);
    if (was == is)
        return;
    struct plan_change *change = add(diff, CHANGE_CRITERIA_DONE, before, now);
    change->before_text = slice_of(arena_printf(diff->arena, "%zu of %zu", was, old->len));
    change->now_text = slice_of(arena_printf(diff->arena, "%zu of %zu", is, new->len));
    change->measured = true;
    change->by = (double)is - (double)was;
}

static void diff_criteria(const struct item_diff *diff, uint32_t before, uint32_t now)
{
    const struct criteria *old = &item_of(diff->before, before)->criteria;
    const struct criteria *new = &item_of(diff->now, now)->criteria;
    struct pair_name *names[] = {criteria_names(old, diff->arena),
                                 criteria_names(new, diff->arena)};
    struct pairs pairs = pair_names(names[0], old->len, names[1], new->len, diff->arena);
    for (size_t i = 0; i < new->len; i++) {
        uint32_t other = pairs.before[i];
        if (is_told(diff, &new->items[i]) ||
            (other != NO_INDEX && slice_equal(names[0][other].title, names[1][i].title)))
            continue;
        struct plan_change *change =
            add(diff, other == NO_INDEX ? CHANGE_CRITERION_ADDED : CHANGE_CRITERION_REWORDED,
                before, now);
        change->before_text = other == NO_INDEX ? SLICE("") : old->items[other].text;
        change->now_text = new->items[i].text;
    }
    diff_done(diff, before, now);
}

void diff_items(const struct item_diff *diff, uint32_t before, uint32_t now)
{
    diff_dates(diff, before, now);
    diff_budget(diff, before, now);
    diff_owners(diff, before, now);
    diff_status(diff, before, now);
    diff_weakened(diff, before, now);
    diff_criteria(diff, before, now);
}
