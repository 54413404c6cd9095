/* progress_test.c: how much is done, counted by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/progress.h"

struct world {
    struct settings settings;
    struct workspace *ws;
    struct arena arena;
};

static void open_world(struct world *w)
{
    settings_init(&w->settings);
    w->ws = workspace_new(&w->settings);
    arena_init(&w->arena);
}

static void close_world(struct world *w)
{
    arena_release(&w->arena);
    workspace_free(w->ws);
}

static const struct document *put(struct world *w, const char *path, const char *text)
{
    return workspace_put(w->ws, slice_of(path), slice_of(text));
}

static uint32_t item_called(const struct document *document, const char *title)
{
    for (uint32_t i = 0; i < document->model->items.len; i++)
        if (slice_is(document->model->items.items[i].title, title))
            return i;
    fail_msg("no item “%s”", title);
    return NO_INDEX;
}

static void test_leaves(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        uint32_t done, total, cancelled, doing, unknown, optional;
    } cases[] = {
        {"- [ ] a\n- [x] b\n", 1, 2, 0, 0, 0, 0},
        /* a task with subtasks is its subtasks */
        {"- [x] a\n  - [x] b\n  - [ ] c\n", 1, 2, 0, 0, 0, 0},
        {"- [ ] a\n  - [x] b\n    - [x] c\n    - [x] d\n", 2, 2, 0, 0, 0, 0},
        /* cancelled ones leave the total, with what is open below them */
        {"- [x] a\n- [-] b\n", 1, 1, 1, 0, 0, 0},
        {"- [-] a\n  - [ ] b\n  - [x] c\n- [ ] d\n", 1, 2, 1, 0, 0, 0},
        /* unknown ones stay, not done */
        {"- [x] a\n- [?] b\n- [/] c\n", 1, 3, 0, 1, 1, 0},
        /* criteria are results */
        {"## Tasks\n\n- [x] a\n- [ ] b\n\n## Acceptance Criteria\n\n- [ ] c\n", 1, 2, 0, 0, 0, 0},
        {"", 0, 0, 0, 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct world w;
        open_world(&w);
        const struct document *document = put(&w, "tasks.md", cases[i].text);
        struct progress p = progress_of_tasks(document->model, &w.arena);
        assert_int_equal(p.done, cases[i].done);
        assert_int_equal(p.total, cases[i].total);
        assert_int_equal(p.by[STATUS_CANCELLED], cases[i].cancelled);
        assert_int_equal(p.by[STATUS_DOING], cases[i].doing);
        assert_int_equal(p.by[STATUS_UNKNOWN], cases[i].unknown);
        assert_int_equal(p.optional, cases[i].optional);
        close_world(&w);
    }
}

static void test_kiro(void **state)
{
    (void)state;
    struct world w;
    open_world(&w);
    /* 1 is its parts; [-] is doing; 2* is optional and open */
    const struct document *document = put(&w, ".kiro/specs/lamp/tasks.md",
                                          "- [ ] 1. Wire the lamp\n"
                                          "- [x] 1.1 Cut the cable\n"
                                          "- [-] 1.2 Fit the plug\n"
                                          "- [ ]* 2. Paint it\n"
                                          "- [x] 3. Test it\n");
    struct progress p = progress_of_tasks(document->model, &w.arena);
    assert_int_equal(p.done, 2);
    assert_int_equal(p.total, 3);
    assert_int_equal(p.by[STATUS_DOING], 1);
    assert_int_equal(p.optional, 1);
    assert_int_equal(progress_percent(&p), 66);
    close_world(&w);
}

static void test_one_task_per_document(void **state)
{
    (void)state;
    struct world w;
    open_world(&w);
    const struct document *plan =
        put(&w, "plan.md", "## Initiative: Harbour Map\n\n- **Owner:** Ines\n");
    put(&w, "backlog/tasks/task-1 - Survey.md",
        "---\nid: task-1\ntitle: Survey\nstatus: In Progress\ninitiative: Harbour Map\n---\n\n"
        "- [x] north quay\n- [x] south quay\n");
    put(&w, "backlog/tasks/task-2 - Print.md",
        "---\nid: task-2\ntitle: Print\nstatus: Done\ninitiative: Harbour Map\n---\n\nDone.\n");
    struct plan_progress p = progress_of(w.ws, plan, &w.arena);
    assert_int_equal(p.plan.total, 2);
    assert_int_equal(p.plan.done, 1);
    assert_int_equal(p.plan.by[STATUS_DOING], 1);
    close_world(&w);
}

static void test_roll_up(void **state)
{
    (void)state;
    struct world w;
    open_world(&w);
    const struct document *plan = put(&w, "plan.md",
                                      "## Initiative: Harbour Map\n\n"
                                      "- **Owner:** Ines\n"
                                      "- **Status:** 85% Complete\n\n"
                                      "### Phase 1: Survey\n\n"
                                      "- [x] Walk the quays\n"
                                      "- [ ] Measure depths\n\n"
                                      "### Phase 2: Print\n\n"
                                      "- **Owner:** Bo\n\n"
                                      "## Initiative: Ferry Times\n\n"
                                      "- **Owner:** Bo\n");
    put(&w, "tasks.md",
        "- [x] Choose paper ([plan](plan.md#phase-2-print))\n"
        "- [ ] Order ink ([plan](plan.md#phase-2-print))\n"
        "  - [x] Ask for offers\n"
        "  - [ ] Sign\n"
        "- [ ] Sweep the office\n");
    struct plan_progress p = progress_of(w.ws, plan, &w.arena);
    uint32_t map = item_called(plan, "Harbour Map"), survey = item_called(plan, "Survey");
    uint32_t print = item_called(plan, "Print"), ferry = item_called(plan, "Ferry Times");
    assert_int_equal(p.items[survey].done, 1);
    assert_int_equal(p.items[survey].total, 2);
    /* the subtasks serve what their parent names: paper, offers, sign */
    assert_int_equal(p.items[print].done, 2);
    assert_int_equal(p.items[print].total, 3);
    assert_int_equal(p.own[map].total, 0);
    assert_int_equal(p.items[map].done, 3);
    assert_int_equal(p.items[map].total, 5);
    assert_int_equal(p.items[ferry].total, 0);
    assert_int_equal(p.plan.total, 5);
    assert_int_equal(p.said[map], 85);
    assert_int_equal(p.said[ferry], PROGRESS_UNSAID);
    assert_int_equal(p.loose.total, 0);

    const struct document *tasks = workspace_find(w.ws, SLICE("tasks.md"));
    struct plan_progress t = progress_of(w.ws, tasks, &w.arena);
    assert_int_equal(t.loose.total, 1); /* the office */
    close_world(&w);
}

static void test_headings_as_tasks(void **state)
{
    (void)state;
    struct world w;
    open_world(&w);
    const struct document *plan = put(&w, "plan.md",
                                      "## Phase 1: Survey\n\n"
                                      "### ✅ Task 1.1: Walk the quays\n\nDone in May.\n\n"
                                      "**Status:** Done\n\n"
                                      "### Task 1.2: Measure depths\n\n"
                                      "**Status:** In Progress\n\n"
                                      "### Task 1.3: Draw\n\n"
                                      "**Status:** Not Started\n\n");
    struct plan_progress p = progress_of(w.ws, plan, &w.arena);
    uint32_t survey = item_called(plan, "Survey");
    assert_int_equal(p.items[survey].total, 3);
    assert_int_equal(p.items[survey].done, 1);
    assert_int_equal(p.items[survey].by[STATUS_DOING], 1);
    close_world(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_leaves),
        cmocka_unit_test(test_kiro),
        cmocka_unit_test(test_one_task_per_document),
        cmocka_unit_test(test_roll_up),
        cmocka_unit_test(test_headings_as_tasks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
