/* gates_test.c: the states of gates, what they hold up, what they wait for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/gates.h"
#include "base/strbuf.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* "state open/boxes >titles of what it holds up" per gate, with " ! waits" behind a self-blocking one. */
static void tell(const struct model *model, const struct gate_views *views, struct strbuf *out)
{
    for (size_t v = 0; v < views->len; v++) {
        const struct gate_view *view = &views->items[v];
        strbuf_printf(out, "%s %u/%u >", gate_state_name(view->state), view->open, view->boxes);
        for (size_t i = 0; i < model->items.len; i++)
            if (view->holds_up[i])
                strbuf_printf(out, " %.*s", SLICE_ARG(model->items.items[i].title));
        if (view->wait.task != NO_INDEX)
            strbuf_printf(out, " ! %.*s", SLICE_ARG(model->tasks.items[view->wait.task].title));
        else if (view->wait.item != NO_INDEX)
            strbuf_printf(out, " ! %.*s", SLICE_ARG(model->items.items[view->wait.item].title));
        strbuf_putc(out, '\n');
    }
}

static void assert_gates(const char *name, const char *plan, const char *expected)
{
    struct settings settings;
    settings_init(&settings);
    struct workspace *ws = workspace_new(&settings);
    struct arena arena;
    arena_init(&arena);
    const struct document *document = workspace_put(ws, SLICE("plan.md"), slice_of(plan));
    struct gate_views views = {0};
    gates_of(ws, document, &arena, &views);
    struct strbuf got;
    strbuf_init(&got, STRBUF_NO_LIMIT);
    tell(document->model, &views, &got);
    print_message("%s\n", name);
    assert_string_equal(got.ptr ? got.ptr : "", expected);
    strbuf_release(&got);
    arena_release(&arena);
    workspace_free(ws);
}

static void test_states(void **state)
{
    (void)state;
    static const struct {
        const char *name, *plan, *gates;
    } cases[] = {
        {"none", "## Phase 1: A\n\n- [ ] a\n", ""},
        {"nothing ticked, nothing begun",
         "## Phase 1: A\n\n- [ ] a\n\n**Gate:**\n- [ ] x\n\n## Phase 2: B\n\n- [ ] b\n",
         "not started 1/1 > B\n"},
        {"work has begun",
         "## Phase 1: A\n\n- [x] a\n\n**Gate:**\n- [ ] x\n\n## Phase 2: B\n\n- [ ] b\n",
         "unmet 1/1 > B\n"},
        {"some ticked",
         "## Phase 1: A\n\n- [ ] a\n\n**Gate:**\n- [ ] x\n- [x] y\n\n## Phase 2: B\n\n- [ ] b\n",
         "unmet 1/2 > B\n"},
        {"all ticked",
         "## Phase 1: A\n\n- [ ] a\n\n**Gate:**\n- [x] x\n- [x] y\n\n## Phase 2: B\n\n- [ ] b\n",
         "met 0/2 > B\n"},
        {"the second waits for the first; the third is met all the same",
         "## Phase 1: A\n\n- [x] a\n\n**Gate:**\n- [ ] x\n\n## Phase 2: B\n\n- [ ] b\n\n"
         "**Gate:**\n- [ ] y\n\n## Phase 3: C\n\n- [ ] c\n\n**Gate:**\n- [x] z\n",
         "unmet 1/1 > B C\nblocked 1/1 > C\nmet 0/1 >\n"},
        {"criteria without boxes say nothing",
         "## Phase 1: A\n\n- [x] a\n\n**Go-Gate Criteria:**\n- x\n\n## Phase 2: B\n\n- [ ] b\n",
         "not stated 0/0 > B\n"},
        {"a gate of nothing holds nothing up", "# Plan\n\n**Go-Gate Criteria:**\n- [ ] x\n",
         "not started 1/1 >\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_gates(cases[i].name, cases[i].plan, cases[i].gates);
}

#define GATE "**Gate:**\n- [ ] x\n\n"

static void test_what_comes_after(void **state)
{
    (void)state;
    static const struct {
        const char *name, *plan, *gates;
    } cases[] = {
        {"by the days: C runs beside A",
         "## Phase 1: A (Weeks 1-4)\n\n" GATE "## Phase 2: B (Weeks 5-8)\n\n- [ ] b\n\n"
         "## Phase 3: C (Weeks 2-6)\n\n- [ ] c\n",
         "not started 1/1 > B\n"},
        {"a week in common is a handover",
         "## Phase 1: A (Weeks 1-4)\n\n" GATE "## Phase 2: B (Weeks 4-8)\n\n- [ ] b\n",
         "not started 1/1 > B\n"},
        {"by what it depends on, whatever the order",
         "## Phase 1: A\n\n- [ ] a\n\n" GATE "## Phase 2: B\n**Depends on:** Phase 1\n\n- [ ] b\n\n"
         "## Phase 3: C\n**Depends on:** Phase 2\n\n- [ ] c\n",
         "not started 1/1 > B C\n"},
        {"one that waits for another sibling only",
         "## Phase 1: A\n\n- [ ] a\n\n## Phase 2: B\n**Depends on:** Phase 1\n\n- [ ] b\n\n" GATE
         "## Phase 3: C\n**Depends on:** Phase 1\n\n- [ ] c\n",
         "not started 1/1 >\n"},
        {"workstreams run at once",
         "## Workstream: A\n- **Owner:** Noor\n\n" GATE "## Workstream: B\n- **Owner:** Tomas\n",
         "not started 1/1 >\n"},
        {"exit criteria of workstreams are their own affair",
         "## Workstream: A (Weeks 1-4)\n\n**Exit criteria:**\n- [ ] x\n\n"
         "## Workstream: B (Weeks 5-8)\n\n- [ ] b\n",
         "not started 1/1 >\n"},
        {"initiatives follow by their days",
         "## Initiative: A\n- **Timeline:** Weeks 1-4\n\n" GATE
         "## Initiative: B\n- **Timeline:** Weeks 5-8\n",
         "not started 1/1 > B\n"},
        {"phases of another plan do not wait",
         "# One\n\n## Phase 1: A\n\n- [ ] a\n\n" GATE "# Two\n\n## Phase 2: B\n\n- [ ] b\n",
         "not started 1/1 >\n"},
        {"a section between the phases",
         "## Phase 1: A\n\n- [ ] a\n\n## Gate: first\n\n- [ ] x\n\n## Phase 2: B\n\n- [ ] b\n",
         "not started 1/1 > B\n"},
        {"by its title",
         "## Phase 1: A\n\n- [ ] a\n\n## Phase 2: B\n\n- [ ] b\n\n## Phase 3: C\n\n- [ ] c\n\n"
         "## Gates\n\n### Gate 1: Phase 1 accepted\n\n- [ ] x\n\n### Gate 2: before Phase 3\n\n"
         "- [ ] y\n",
         "not started 1/1 > B C\nblocked 1/1 > C\n"},
        {"what stands inside a later phase waits with it",
         "## Phase 1: A\n\n- [ ] a\n\n" GATE
         "## Phase 2: B\n- **Owner:** Noor\n\n### Week 5: W\n- [ ] w\n",
         "not started 1/1 > B W\n"},
        {"entry criteria hold up their own phase",
         "## Phase 1: A\n\n- [ ] a\n\n## Phase 2: B\n\n**Entry criteria:**\n- [ ] x\n\n"
         "**Tasks:**\n- [ ] b\n",
         "not started 1/1 > B\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_gates(cases[i].name, cases[i].plan, cases[i].gates);
}

static void test_waiting_for_itself(void **state)
{
    (void)state;
    static const struct {
        const char *name, *plan, *gates;
    } cases[] = {
        {"a later task by its title",
         "## Phase 1: A\n\n- [ ] a\n\n**Gate:**\n- [ ] Load test\n\n## Phase 2: B\n\n"
         "- [ ] Load test\n",
         "self-blocking 1/1 > B ! Load test\n"},
        {"a task of its own phase by that title",
         "## Phase 1: A\n\n- [ ] Load test\n\n**Gate:**\n- [ ] Load test\n\n## Phase 2: B\n\n"
         "- [ ] Load test\n",
         "not started 1/1 > B\n"},
        {"a dependency",
         "## Phase 1: A\n\n- [ ] T001 a\n\n**Gate:**\n- [ ] Numbers hold (depends on T002)\n\n"
         "## Phase 2: B\n\n- [ ] T002 b\n",
         "self-blocking 1/1 > B ! b\n"},
        {"a later phase complete",
         "## Phase 1: A\n\n- [ ] a\n\n**Gate:**\n- [ ] All tests pass\n- [ ] Phase 2 is "
         "complete\n\n"
         "## Phase 2: B\n\n- [ ] b\n",
         "self-blocking 2/2 > B ! B\n"},
        {"a later phase made ready is no waiting",
         "## Phase 1: A\n\n- [ ] a\n\n**Gate:**\n- [ ] Phase 2 plan approved\n- [ ] Ready for "
         "Phase 2\n\n## Phase 2: B\n\n- [ ] b\n",
         "not started 2/2 > B\n"},
        {"already done",
         "## Phase 1: A\n\n- [ ] a\n\n**Gate:**\n- [ ] Load test\n\n## Phase 2: B\n\n"
         "- [x] Load test\n",
         "not started 1/1 > B\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_gates(cases[i].name, cases[i].plan, cases[i].gates);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_states),
        cmocka_unit_test(test_what_comes_after),
        cmocka_unit_test(test_waiting_for_itself),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
