/* plan_view_test.c: what a plan view draws, and the item under the cursor, on cases (case_file.h). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"

static const char *day(int32_t days, char text[11])
{
    if (days == PLANLS_NO_DAY)
        return "?";
    date_format(days, text);
    return text;
}

static const char *title(const struct planls_report_plan *plan, uint32_t item)
{
    return item == PLANLS_NO_INDEX ? "nothing" : plan->items[item].title;
}

static void put_plan(const struct planls_report_plan *plan, struct strbuf *out)
{
    char from[11], to[11];
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct planls_report_item *item = &plan->items[i];
        strbuf_printf(out, "%s: %s to %s, %u/%u tasks%s\n", item->title, day(item->from, from),
                      day(item->to, to), item->tasks_done, item->tasks,
                      item->errors ? ", an error" : "");
    }
    for (size_t i = 0; i < plan->gate_count; i++)
        strbuf_printf(out, "gate %s of %s: %s, %u/%u open\n", plan->gates[i].title,
                      title(plan, plan->gates[i].item), plan->gates[i].state, plan->gates[i].open,
                      plan->gates[i].boxes);
    for (size_t i = 0; i < plan->stop_count; i++)
        strbuf_printf(out, "stop %s of %s: %s from %s\n", plan->stops[i].condition,
                      title(plan, plan->stops[i].item), plan->stops[i].outcome,
                      day(plan->stops[i].day, from));
}

/* The item at the cursor is looked up in the view of the plan that the place names. */
static void put_place(struct case_file *c, struct strbuf *out)
{
    struct planls_plan_place place;
    struct planls_plan_view view;
    if (!planls_plan_place_at(c->workspace, c->path, c->cursor.start, c->results, &place)) {
        strbuf_puts(out, "nowhere\n");
        return;
    }
    planls_plan_view(c->workspace, place.path, c->results, &view);
    assert_int_equal(view.report.plan_count, 1);
    strbuf_printf(out, "at %s of %s\n", title(view.report.plans, place.item), place.path);
    if (place.item == PLANLS_NO_INDEX)
        assert_null(place.key);
    else
        assert_string_equal(place.key, view.report.plans->items[place.item].key);
}

static void answer(struct case_file *c, struct strbuf *out)
{
    struct planls_plan_view view;
    put_place(c, out);
    planls_plan_view(c->workspace, c->path, c->results, &view);
    strbuf_puts(out, "all:");
    for (size_t i = 0; i < view.plan_count; i++)
        strbuf_printf(out, " %s", view.plans[i].path);
    strbuf_putc(out, '\n');
    if (view.report.plan_count)
        put_plan(view.report.plans, out);
}

static void test_plan_view(void **state)
{
    (void)state;
    run_folder("plan_view", answer);
}

static void test_nothing_there(void **state)
{
    (void)state;
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_plan_view view;
    struct planls_plan_place place;
    planls_plan_view(workspace, "plan.md", results, &view);
    assert_int_equal(view.report.plan_count + view.plan_count + view.report.load_count, 0);
    assert_false(planls_plan_place_at(workspace, "plan.md", 0, results, &place));
    planls_results_free(results);
    planls_workspace_free(workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plan_view),
        cmocka_unit_test(test_nothing_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
