/* schedule_test.c: the critical path method, with numbers worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/schedule.h"
#include "base/strbuf.h"

#include <math.h>

struct scheduling {
    struct arena arena;
    struct settings settings;
    struct workspace *ws;
    const struct document *document;
    struct plan_graph graph;
    struct schedule schedule;
};

static void start(struct scheduling *s, const char *plan)
{
    arena_init(&s->arena);
    settings_init(&s->settings);
    s->ws = workspace_new(&s->settings);
    s->document = workspace_put(s->ws, SLICE("plan.md"), slice_of(plan));
    plan_graph_of(s->ws, &s->document, 1, &s->arena, &s->graph);
    schedule_of(s->ws, &s->graph, s->document, &s->arena, &s->schedule);
}

static void end(struct scheduling *s)
{
    workspace_free(s->ws);
    arena_release(&s->arena);
}

static const struct scheduled *node_named(const struct scheduling *s, const char *title)
{
    const struct model *model = s->document->model;
    for (uint32_t v = 0; v < s->graph.count; v++) {
        struct dependency_node node = s->graph.nodes[v];
        struct slice name = node.item != NO_INDEX ? model->items.items[node.item].title
                                                  : model->tasks.items[node.task].id;
        if (slice_is(name, title))
            return &s->schedule.nodes[v];
    }
    fail_msg("no %s", title);
    return NULL;
}

static void assert_days(double got, double expected)
{
    if (fabs(got - expected) > 1e-6)
        fail_msg("%g days, expected %g", got, expected);
}

static void test_items(void **state)
{
    (void)state;
    struct scheduling s;
    start(&s, "# Town\n\n"
              "## Initiative: Survey\n- **Owner:** Ada\n- **Timeline:** Weeks 1–4\n\n"
              "## Initiative: Print\n- **Owner:** Ben\n- **Timeline:** Weeks 1–2\n\n"
              "## Initiative: Build\n- **Owner:** Ben\n- **Timeline:** Weeks 5–8\n"
              "- **Depends on:** Survey, Print\n\n"
              "## Initiative: Open\n- **Owner:** Ada\n- **Timeline:** Weeks 10–12\n"
              "- **Depends on:** Build\n");
    assert_int_equal(s.graph.count, 4);
    assert_true(s.schedule.dated);
    /* Open ends the plan with week 12; Build could slip by week 9; Survey by as much; Print by weeks 3
     * and 4 before Build and by week 9 before the end. */
    assert_days(node_named(&s, "Open")->slack, 0);
    assert_days(node_named(&s, "Build")->slack, 7);
    assert_days(node_named(&s, "Build")->free_slack, 7);
    assert_days(node_named(&s, "Survey")->slack, 7);
    assert_days(node_named(&s, "Survey")->free_slack, 0);
    assert_days(node_named(&s, "Print")->slack, 21);
    assert_days(node_named(&s, "Print")->free_slack, 14);
    assert_true(node_named(&s, "Open")->critical);
    assert_false(node_named(&s, "Build")->critical);
    /* Moved up, Open begins where Build ends: with week 9. */
    assert_days(node_named(&s, "Open")->start - node_named(&s, "Open")->earliest_start, 7);
    end(&s);
}

static void test_estimates(void **state)
{
    (void)state;
    struct scheduling s;
    /* T1 (8h: a day), then T2 (2 days) and T3 (4h) beside each other, then T4 (1 day) */
    start(&s,
          "# Tasks\n\n- [ ] T001 a (8h)\n- [ ] T002 b (depends on T001) (2 days)\n"
          "- [ ] T003 c (depends on T001) (4h)\n- [ ] T004 d (depends on T002, T003) (1 day)\n");
    assert_false(s.schedule.dated);
    assert_days(s.schedule.end, 4);
    assert_days(node_named(&s, "T003")->slack, 1.5);
    assert_days(node_named(&s, "T002")->slack, 0);
    assert_int_equal(s.schedule.critical_count, 3);
    assert_int_equal(s.graph.nodes[s.schedule.critical[0]].task, 0);
    assert_int_equal(s.graph.nodes[s.schedule.critical[1]].task, 1);
    assert_int_equal(s.graph.nodes[s.schedule.critical[2]].task, 3);
    end(&s);
}

static void test_too_early(void **state)
{
    (void)state;
    struct scheduling s;
    /* Build begins a week before Survey ends; what states nothing lets days through. */
    start(&s, "# Town\n\n## Initiative: Survey\n- **Owner:** Ada\n- **Timeline:** Weeks 1–4\n\n"
              "## Initiative: Permit\n- **Owner:** Ada\n- **Depends on:** Survey\n\n"
              "## Initiative: Build\n- **Owner:** Ben\n- **Timeline:** Weeks 4–8\n"
              "- **Depends on:** Permit\n");
    assert_days(node_named(&s, "Survey")->slack, -7);
    assert_false(node_named(&s, "Permit")->known);
    assert_true(node_named(&s, "Build")->critical);
    end(&s);
}

static void test_cycle(void **state)
{
    (void)state;
    struct scheduling s;
    start(&s, "# Town\n\n## Initiative: A\n- **Timeline:** Weeks 1–4\n- **Depends on:** B1\n\n"
              "## Initiative: B1\n- **Timeline:** Weeks 5–8\n- **Depends on:** A\n\n"
              "## Initiative: C1\n- **Timeline:** Weeks 9–10\n- **Depends on:** B1\n");
    assert_true(node_named(&s, "A")->in_cycle);
    assert_false(node_named(&s, "C1")->in_cycle);
    assert_days(node_named(&s, "B1")->slack, 0);
    end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items), cmocka_unit_test(test_estimates),
        cmocka_unit_test(test_too_early), cmocka_unit_test(test_cycle)};
    return cmocka_run_group_tests_name("schedule", tests, NULL, NULL);
}
