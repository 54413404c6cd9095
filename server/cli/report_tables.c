/* report_tables.c: a report's tables and sentences. */
#include "cli/report_tables.h"

#include "features/card.h"
#include "features/report.h"
#include "model/money_write.h"

#include <math.h>
#include <string.h>

static const char *take(struct strbuf *text, struct arena *arena)
{
    const char *copy = arena_cstring(arena, strbuf_slice(text));
    strbuf_release(text);
    return copy;
}

const char *report_days(int32_t from, int32_t to, int from_week, int to_week, struct arena *arena)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    if (from_week > 0 && to_week == from_week)
        strbuf_printf(&text, "week %d", from_week);
    else if (from_week > 0 && to_week > 0)
        strbuf_printf(&text, "weeks %d–%d", from_week, to_week);
    else if (from_week > 0)
        strbuf_printf(&text, "from week %d", from_week);
    else if (from != PLANLS_NO_DAY)
        card_dates(&text, from, to == PLANLS_NO_DAY ? DATE_NONE : to);
    else if (to != PLANLS_NO_DAY) {
        strbuf_puts(&text, "until ");
        card_dates(&text, to, to);
    }
    return take(&text, arena);
}

const char *report_money(const struct planls_amount *amounts, size_t count, struct arena *arena)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < count; i++) {
        const struct planls_amount *amount = &amounts[i];
        if (i)
            strbuf_puts(&text, " and ");
        if (amount->approx)
            strbuf_putc(&text, '~');
        if (amount->min < amount->max && isfinite(amount->max)) {
            money_write(&text, amount->min, amount->currency);
            strbuf_puts(&text, "–");
            money_write(&text, amount->max, amount->currency);
        } else {
            money_write(&text, amount->amount, amount->currency);
            if (isinf(amount->max))
                strbuf_putc(&text, '+');
        }
        if (amount->per[0])
            strbuf_printf(&text, " per %s", amount->per);
    }
    return take(&text, arena);
}

const char *report_load(double load, struct arena *arena)
{
    return arena_printf(arena, "%.0f %%", load * 100);
}

/* ---- the plan in a sentence ------------------------------------------------------------------ */

static void put_part(struct strbuf *out, const char *part)
{
    if (out->len && part[0])
        strbuf_puts(out, " · ");
    strbuf_puts(out, part);
}

static int last_week(const struct planls_report_plan *plan)
{
    int last = 0;
    for (size_t i = 0; i < plan->item_count; i++)
        if (plan->items[i].to_week > last)
            last = plan->items[i].to_week;
    return last;
}

static int first_week(const struct planls_report_plan *plan)
{
    int first = 0;
    for (size_t i = 0; i < plan->item_count; i++)
        if (plan->items[i].from_week > 0 && (first == 0 || plan->items[i].from_week < first))
            first = plan->items[i].from_week;
    return first;
}

static const char *extent(const struct planls_report_plan *plan, struct arena *arena)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    int from = first_week(plan), to = last_week(plan);
    bool dates = plan->anchor != PLANLS_ANCHOR_FLOATING || !plan->weeks;
    if (from > 0 && to > 0)
        strbuf_puts(&text, report_days(PLANLS_NO_DAY, PLANLS_NO_DAY, from, to, arena));
    if (plan->from != PLANLS_NO_DAY && plan->to != PLANLS_NO_DAY && dates) {
        if (text.len)
            strbuf_puts(&text, ", ");
        card_dates(&text, plan->from, plan->to);
        if (plan->weeks && plan->anchor == PLANLS_ANCHOR_ASSUMED)
            strbuf_puts(&text, " if week 1 follows the document's own date");
    }
    return take(&text, arena);
}

const char *report_summary(const struct planls_report_plan *plan, struct arena *arena)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_printf(&text, "%zu item%s", plan->item_count, plan->item_count == 1 ? "" : "s");
    put_part(&text, extent(plan, arena));
    put_part(&text, report_money(plan->budget, plan->budget_count, arena));
    if (plan->tasks)
        put_part(&text, arena_printf(arena, "%u of %u task%s done", plan->tasks_done, plan->tasks,
                                     plan->tasks == 1 ? "" : "s"));
    if (plan->loose)
        put_part(&text, arena_printf(arena, "%u task%s serve%s no item", plan->loose,
                                     plan->loose == 1 ? "" : "s", plan->loose == 1 ? "s" : ""));
    return take(&text, arena);
}

/* ---- items ----------------------------------------------------------------------------------- */

static const char *owners(const struct planls_report_item *item, struct arena *arena)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < item->owner_count; i++)
        strbuf_printf(&text, i ? ", %s" : "%s", item->owners[i]);
    return take(&text, arena);
}

/* Where an item lies in the plan's whole time. */
static const char *bar(const struct planls_report_plan *plan, const struct planls_report_item *item,
                       unsigned width, struct arena *arena)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    if (item->from == PLANLS_NO_DAY || plan->to == PLANLS_NO_DAY)
        return take(&text, arena);
    double days = (double)plan->to - plan->from + 1;
    int32_t to = item->to == PLANLS_NO_DAY ? plan->to : item->to;
    for (unsigned column = 0; column < width; column++) {
        double begin = plan->from + column * days / width;
        double end = plan->from + (column + 1) * days / width;
        strbuf_puts(&text, begin < to + 1 && end > item->from ? "█" : "·");
    }
    return take(&text, arena);
}

static const char *progress(const struct planls_report_item *item, struct arena *arena)
{
    if (item->tasks)
        return arena_printf(arena, "%u/%u", item->tasks_done, item->tasks);
    return item->said_percent < 0 ? "" : arena_printf(arena, "%d %%", item->said_percent);
}

static const char *gate(const struct planls_report_item *item, struct arena *arena)
{
    if (!item->gate)
        return "";
    if (item->gate_open == 0)
        return item->gate;
    return arena_printf(arena, "%s, %u open", item->gate, item->gate_open);
}

/* "Phase 1" and "Action 1" are two things; "ADR-003" says itself what it is. */
static const char *kind_before(const struct planls_report_item *item)
{
    static const char *const named[][2] = {
        {"phase", "Phase "},       {"action", "Action "}, {"milestone", "Milestone "},
        {"sprint", "Sprint "},     {"month", "Month "},   {"week", "Week "},
        {"day", "Day "},           {"story", "Story "},   {"requirement", "Requirement "},
        {"decision", "Decision "}, {"step", "Step "},     {"task", "Task "},
    };
    bool numbered = item->id[0] >= '0' && item->id[0] <= '9';
    for (size_t i = 0; numbered && i < sizeof named / sizeof *named; i++)
        if (strcmp(item->kind, named[i][0]) == 0)
            return named[i][1];
    return "";
}

void report_item_table(const struct planls_report_plan *plan, unsigned bar_width,
                       struct arena *arena, struct table *table)
{
    static const struct table_column columns[] = {
        {.title = "Item", .shrinks = true},
        {.title = "When"},
        {.title = ""},
        {.title = "Owner"},
        {.title = "Budget", .right = true},
        {.title = "Tasks", .right = true},
        {.title = "Slack", .right = true},
        {.title = "Gate"},
    };
    table_init(table, columns, sizeof columns / sizeof *columns, arena);
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct planls_report_item *item = &plan->items[i];
        table_printf(table, "%*s%s%s%s%s", (int)(item->depth < 10 ? item->depth * 2 : 20), "",
                     kind_before(item), item->id, item->id[0] ? " " : "", item->title);
        table_add(table, report_days(item->from, item->to, item->from_week, item->to_week, arena));
        table_add(table, bar(plan, item, bar_width, arena));
        table_add(table, owners(item, arena));
        table_add(table, report_money(item->budget, item->budget_count, arena));
        table_add(table, progress(item, arena));
        table_add(table, report_slack(item, arena));
        table_add(table, gate(item, arena));
    }
}

/* ---- loads ----------------------------------------------------------------------------------- */

static const char *works(const struct planls_report_run *run, struct arena *arena)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < run->item_count; i++)
        strbuf_printf(&text, i ? ", %s" : "%s", run->items[i]);
    return take(&text, arena);
}

void report_load_table(const struct planls_report *report, struct arena *arena, struct table *table)
{
    static const struct table_column columns[] = {
        {.title = "Who"},
        {.title = "When"},
        {.title = "Load", .right = true},
        {.title = ""},
        {.title = "Items", .right = true},
        {.title = "At work on", .shrinks = true},
    };
    table_init(table, columns, sizeof columns / sizeof *columns, arena);
    for (size_t l = 0; l < report->load_count; l++) {
        const struct planls_report_load *load = &report->loads[l];
        for (size_t i = 0; i < load->run_count; i++) {
            const struct planls_report_run *run = &load->runs[i];
            bool first = i == 0;
            table_printf(table, "%s%s%s%s", first ? load->name : "",
                         first && load->role[0] ? " (" : "", first ? load->role : "",
                         first && load->role[0] ? ")" : "");
            table_add(table, report_days(run->from, run->to, run->from_week, run->to_week, arena));
            table_add(table, report_load(run->load, arena));
            table_add(table, run->load > load->capacity + 0.005 ? "over" : "");
            table_printf(table, "%zu", run->item_count);
            table_add(table, works(run, arena));
        }
    }
}

/* ---- money ----------------------------------------------------------------------------------- */

static double spent_by(const struct planls_report_plan *plan, int32_t day)
{
    double before = 0;
    int32_t from = plan->curve_count ? plan->curve[0].day : day;
    for (size_t i = 0; i < plan->curve_count; i++) {
        const struct planls_report_point *point = &plan->curve[i];
        if (point->day >= day) {
            double share = point->day == from ? 1 : (double)(day - from) / (point->day - from);
            return before + (point->amount - before) * (day < from ? 0 : share);
        }
        before = point->amount;
        from = point->day;
    }
    return before;
}

/* A curve between two points is no ledger: three digits are all it can say. */
static void add_amount(struct table *table, double amount, const char *currency,
                       struct arena *arena)
{
    double unit = fabs(amount) >= 1000 ? pow(10, floor(log10(fabs(amount))) - 2) : 1;
    table_add(table, money_text(arena, floor(amount / unit + 0.5) * unit, currency));
}

void report_budget_table(const struct planls_report_plan *plan, size_t most, struct arena *arena,
                         struct table *table)
{
    static const struct table_column columns[] = {
        {.title = "By"}, {.title = "Spent", .right = true}, {.title = "Checkpoint", .right = true}};
    table_init(table, columns, sizeof columns / sizeof *columns, arena);
    if (plan->checkpoint_count) {
        for (size_t i = 0; i < plan->checkpoint_count; i++) {
            const struct planls_report_checkpoint *checkpoint = &plan->checkpoints[i];
            table_add(table, checkpoint->at);
            if (plan->curve_count)
                add_amount(table, spent_by(plan, checkpoint->day), plan->currency, arena);
            else
                table_add(table, "");
            table_add(table, report_money(&checkpoint->amount, 1, arena));
        }
        return;
    }
    size_t step = plan->curve_count > most ? (plan->curve_count + most - 1) / most : 1;
    for (size_t i = 0; i < plan->curve_count; i++) {
        const struct planls_report_point *point = &plan->curve[i];
        if ((i % step && i + 1 < plan->curve_count) || (i == 0 && point->amount == 0))
            continue;
        table_add(table, plan->weeks && point->week > 0
                             ? arena_printf(arena, "week %d", point->week)
                             : report_days(point->day, point->day, 0, 0, arena));
        add_amount(table, point->amount, plan->currency, arena);
        table_add(table, "");
    }
}
