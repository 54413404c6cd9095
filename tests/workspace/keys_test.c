/* keys_test.c: names by which other tools know items and tasks again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "workspace/workspace.h"

static void test_keys(void **state)
{
    (void)state;
    struct settings settings;
    settings_init(&settings);
    struct workspace *ws = workspace_new(&settings);
    const struct document *document =
        workspace_put(ws, SLICE("a/plan.md"),
                      SLICE("## Phase 1: Dig\n- [ ] T001 Buy spades\n- [ ] Dig deep\n\n"
                            "## Phase 2: Dig\n- [ ] Dig deep\n- [ ] **Dig** deep\n"));
    struct arena arena;
    arena_init(&arena);
    struct document_keys keys;
    workspace_keys(document, &arena, &keys);
    assert_int_equal(document->model->items.len, 2);
    assert_true(slice_is(keys.items[0], "a/plan.md::phase 1: dig"));
    assert_true(slice_is(keys.items[1], "a/plan.md::phase 2: dig"));
    assert_int_equal(document->model->tasks.len, 4);
    assert_true(slice_is(keys.tasks[0], "a/plan.md::T001"));
    assert_true(slice_is(keys.tasks[1], "a/plan.md::dig deep"));
    assert_true(slice_is(keys.tasks[2], "a/plan.md::dig deep~2"));
    assert_true(slice_is(keys.tasks[3], "a/plan.md::dig deep~3"));
    arena_release(&arena);
    workspace_free(ws);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_keys)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
