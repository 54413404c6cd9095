/* dominators_test.c: what every path to the goal runs through, on graphs drawn by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/dominators.h"
#include "base/strbuf.h"

#include <string.h>

/* "ba ca" : b waits for a, c waits for a. Nodes are the letters a, b, c … up to the highest. */
static struct graph graph_of(const char *pairs, struct arena *arena)
{
    VEC(struct graph_edge) edges = {0};
    uint32_t count = 0;
    for (; pairs[0] && pairs[1]; pairs += pairs[2] ? 3 : 2) {
        struct graph_edge edge = {(uint32_t)(pairs[0] - 'a'), (uint32_t)(pairs[1] - 'a')};
        count = edge.from >= count ? edge.from + 1 : count;
        count = edge.to >= count ? edge.to + 1 : count;
        *VEC_PUSH(arena, &edges) = edge;
    }
    return graph_make(count, edges.items, (uint32_t)edges.len, arena);
}

/* Per part: its bottlenecks as letters, "|" between parts, "-" for a plain chain. */
static void assert_bottlenecks(const char *pairs, const char *expected)
{
    struct arena arena;
    struct strbuf got;
    struct bottleneck_parts parts = {0};
    arena_init(&arena);
    strbuf_init(&got, STRBUF_NO_LIMIT);
    struct graph waits = graph_of(pairs, &arena);
    bottlenecks_find(&waits, &arena, &parts);
    for (size_t p = 0; p < parts.len; p++) {
        if (p)
            strbuf_putc(&got, '|');
        if (!parts.items[p].branching)
            strbuf_putc(&got, '-');
        else
            for (size_t i = 0; i < parts.items[p].nodes.len; i++)
                strbuf_putc(&got, (char)('a' + parts.items[p].nodes.items[i]));
    }
    assert_string_equal(got.ptr ? got.ptr : "", expected);
    strbuf_release(&got);
    arena_release(&arena);
}

static void test_bottlenecks(void **state)
{
    (void)state;
    assert_bottlenecks("", "");
    assert_bottlenecks("ba cb", "-");
    /* a shortcut makes no branch */
    assert_bottlenecks("ba cb ca", "-");
    /* a is what everything hangs on; the goals b and c are two */
    assert_bottlenecks("ba ca", "a");
    /* two starts, one goal: the goal itself is no news */
    assert_bottlenecks("ca cb", "");
    /* a diamond a → b, c → d */
    assert_bottlenecks("ba ca db dc", "a");
    /* an hourglass: a, b → c → d, e */
    assert_bottlenecks("ca cb dc ec", "c");
    /* a way around it */
    assert_bottlenecks("ca cb dc ec da", "");
    /* a → b → c, d: both, in the order of the work */
    assert_bottlenecks("ba cb db", "ab");
    /* two parts */
    assert_bottlenecks("ba ca ed", "a|-");
    /* b and c wait for each other: the work runs through a, the cycle is none */
    assert_bottlenecks("ba cb bc dc ec", "a");
}

static void test_immediate(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    /* The figure of a loop-free flow graph: 0 → 1, 2; 1 → 3; 2 → 3, 4; 3 → 5; 4 → 5; 6 apart */
    const struct graph_edge edges[] = {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {2, 4}, {3, 5}, {4, 5}};
    const uint32_t order[] = {0, 1, 2, 3, 4, 5, 6};
    const uint32_t expected[] = {0, 0, 0, 0, 2, 0, GRAPH_NONE};
    struct graph graph = graph_make(7, edges, 7, &arena);
    uint32_t *found = dominators_immediate(&graph, 0, order, &arena);
    assert_memory_equal(found, expected, sizeof expected);
    arena_release(&arena);
}

/* A chain of a thousand and behind it a node that can also be reached from its middle. */
static void test_long(void **state)
{
    (void)state;
    enum { COUNT = 1000 };
    struct arena arena;
    struct graph_edge edges[COUNT];
    uint32_t order[COUNT];
    arena_init(&arena);
    for (uint32_t i = 0; i < COUNT; i++)
        order[i] = i;
    for (uint32_t i = 0; i + 1 < COUNT; i++)
        edges[i] = (struct graph_edge){i, i + 1};
    edges[COUNT - 1] = (struct graph_edge){437, COUNT - 1};
    struct graph graph = graph_make(COUNT, edges, COUNT, &arena);
    uint32_t *found = dominators_immediate(&graph, 0, order, &arena);
    assert_int_equal(found[998], 997);
    assert_int_equal(found[999], 437);
    arena_release(&arena);
}

static void test_sets(void **state)
{
    (void)state;
    struct arena arena;
    struct bottleneck_parts parts = {0};
    arena_init(&arena);
    struct graph waits = graph_of("ba ca db dc", &arena);
    bottlenecks_find(&waits, &arena, &parts);
    const bool both[] = {false, true, true, false}, one[] = {false, true, false, false};
    assert_true(bottleneck_is_set(&waits, parts.part_of, 0, both, &arena));
    assert_false(bottleneck_is_set(&waits, parts.part_of, 0, one, &arena));
    arena_release(&arena);
}

static void test_order(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    /* a waits for d, d for b and c, which wait for each other */
    struct graph waits = graph_of("ad db bc cb", &arena);
    struct graph_components components = graph_components(&waits, &arena);
    uint32_t *order = graph_order(&waits, &components, &arena);
    const uint32_t expected[] = {1, 2, 3, 0};
    assert_int_equal(components.count, 3);
    assert_memory_equal(order, expected, sizeof expected);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bottlenecks), cmocka_unit_test(test_immediate),
        cmocka_unit_test(test_long), cmocka_unit_test(test_sets), cmocka_unit_test(test_order)};
    return cmocka_run_group_tests_name("dominators", tests, NULL, NULL);
}
