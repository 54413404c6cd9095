/* dependencies_test.c: the graph of what waits for what, and its cycles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/dependencies.h"
#include "base/strbuf.h"

/* The cycles of a plan of tasks written as "id: dependencies" pairs, as "T1>T2>T1". */
static void assert_cycles(const char *plan, const char *expected)
{
    struct settings settings;
    settings_init(&settings);
    struct workspace *ws = workspace_new(&settings);
    struct arena arena;
    arena_init(&arena);
    const struct document *document = workspace_put(ws, SLICE("tasks.md"), slice_of(plan));
    struct dependency_cycles cycles = {0};
    dependency_cycles_of(ws, document, &arena, &cycles);
    struct strbuf got;
    strbuf_init(&got, STRBUF_NO_LIMIT);
    for (size_t c = 0; c < cycles.len; c++) {
        if (c)
            strbuf_putc(&got, ' ');
        for (size_t i = 0; i < cycles.items[c].count; i++) {
            strbuf_append(&got, dependency_node_name(cycles.items[c].edges[i].from, &arena));
            strbuf_putc(&got, '>');
        }
        strbuf_append(&got, dependency_node_name(cycles.items[c].edges[0].from, &arena));
    }
    assert_string_equal(got.ptr ? got.ptr : "", expected);
    strbuf_release(&got);
    arena_release(&arena);
    workspace_free(ws);
}

static void test_cycles(void **state)
{
    (void)state;
    assert_cycles("- [ ] T001 a\n- [ ] T002 b (depends on T001)\n", "");
    /* T001 waits for the later T002: that edge stands last */
    assert_cycles("- [ ] T001 a (depends on T002)\n- [ ] T002 b (depends on T001)\n",
                  "T002>T001>T002");
    assert_cycles("- [ ] T001 a (depends on T003)\n- [ ] T002 b (depends on T001)\n"
                  "- [ ] T003 c (depends on T002)\n",
                  "T003>T002>T001>T003");
    /* a shortcut: the shortest cycle is shown, once */
    assert_cycles("- [ ] T001 a (depends on T003)\n- [ ] T002 b (depends on T001)\n"
                  "- [ ] T003 c (depends on T002, T001)\n",
                  "T003>T001>T003");
    /* waiting for itself is another rule's word */
    assert_cycles("- [ ] T001 a (depends on T001)\n", "");
    /* two circles apart */
    assert_cycles("- [ ] T001 a (depends on T002)\n- [ ] T002 b (depends on T001)\n"
                  "- [ ] T003 c (depends on T004)\n- [ ] T004 d (depends on T003)\n",
                  "T002>T001>T002 T004>T003>T004");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cycles)};
    return cmocka_run_group_tests_name("dependencies", tests, NULL, NULL);
}
