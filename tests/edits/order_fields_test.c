/* order_fields_test.c: fields in the order of the majority, expected by hand; at random, done twice is
 * done once, and no two that had no majority change places. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "edits/order_fields.h"

#include <string.h>

static struct slice ordered(const char *plan, struct arena *arena)
{
    struct settings settings;
    struct strbuf out;
    settings_init(&settings);
    strbuf_init(&out, STRBUF_NO_LIMIT);
    struct workspace *ws = workspace_new(&settings);
    const struct document *document = workspace_put(ws, SLICE("plan.md"), slice_of(plan));
    uint32_t *group = arena_array(arena, document->model->items.len, sizeof *group);
    struct edit_list edits = {0};
    order_fields(document, group, 1, arena, &edits);
    assert_true(text_edits_are_disjoint(edits.items, edits.len, strlen(plan)));
    text_edits_apply(slice_of(plan), edits.items, edits.len, &out);
    struct slice text = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    workspace_free(ws);
    return text;
}

static void assert_ordered(const char *plan, const char *expected)
{
    struct arena arena;
    arena_init(&arena);
    struct slice once = ordered(plan, &arena);
    assert_string_equal(once.ptr, expected);
    assert_string_equal(ordered(once.ptr, &arena).ptr, expected);
    arena_release(&arena);
}

#define TWO                                                                                        \
    "## Phase 1: A\n- **Owner:** Marta\n- **Timeline:** Weeks 1-2\n- **Budget:** $5K\n\n"          \
    "## Phase 2: B\n- **Owner:** Ivo\n- **Timeline:** Weeks 3-4\n- **Budget:** $6K\n\n"

static void test_the_third_follows_two(void **state)
{
    (void)state;
    assert_ordered(
        TWO "## Phase 3: C\n- **Budget:** $7K\n- **Owner:** Ana\n- **Timeline:** Week 5\n",
        TWO "## Phase 3: C\n- **Owner:** Ana\n- **Timeline:** Week 5\n- **Budget:** $7K\n");
    /* what is nested goes along, and an unknown label goes with the one before it */
    assert_ordered(TWO "## Phase 3: C\n- **Timeline:**\n  - Week 5: piles\n  - Week 6: deck\n"
                       "- **Mood:** good\n- **Owner:** Ana",
                   TWO "## Phase 3: C\n- **Owner:** Ana\n- **Timeline:**\n  - Week 5: piles\n"
                       "  - Week 6: deck\n- **Mood:** good");
}

static void test_left_alone(void **state)
{
    (void)state;
    static const char *const plans[] = {
        "",
        "## Phase 1: A\n- **Owner:** Marta\n- **Budget:** $5K\n\n"
        "## Phase 2: B\n- **Budget:** $6K\n- **Owner:** Ivo\n", /* one against one */
        TWO "## Phase 3: C\n- **Budget:** $7K\n\nA word between.\n\n- **Owner:** Ana\n",
        TWO "## Phase 3: C\n- **Budget:** $7K\n- **Owner:** Ana\n- **Budget:** $8K\n",
        TWO "## Phase 3: C\n1. **Budget:** $7K\n2. **Owner:** Ana\n",
    };
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
        assert_ordered(plans[i], plans[i]);
}

static void test_crlf(void **state)
{
    (void)state;
    assert_ordered("## Phase 1: A\r\n- **Owner:** M\r\n- **Budget:** $5K\r\n\r\n"
                   "## Phase 2: B\r\n- **Owner:** I\r\n- **Budget:** $6K\r\n\r\n"
                   "## Phase 3: C\r\n- **Budget:** $7K\r\n- **Owner:** Zoë 🪵\r\n",
                   "## Phase 1: A\r\n- **Owner:** M\r\n- **Budget:** $5K\r\n\r\n"
                   "## Phase 2: B\r\n- **Owner:** I\r\n- **Budget:** $6K\r\n\r\n"
                   "## Phase 3: C\r\n- **Owner:** Zoë 🪵\r\n- **Budget:** $7K\r\n");
}

static uint32_t random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Orders at random: each field is still there once, and a second time nothing moves. */
static void test_twice_is_once(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (uint32_t seed = 1; seed <= 3000; seed++) {
        uint32_t next = seed;
        struct field_order lists[8] = {{0}}, again[8];
        size_t count = 1 + random_next(&next) % 8;
        for (size_t i = 0; i < count; i++) {
            uint32_t seen = 0;
            for (unsigned n = random_next(&next) % 7; n > 0; n--) {
                uint8_t key = (uint8_t)(1 + random_next(&next) % 8);
                if (!(seen >> key & 1))
                    lists[i].keys[lists[i].len++] = key;
                seen |= 1u << key;
            }
        }
        struct field_order before[8];
        memcpy(before, lists, sizeof lists);
        order_by_majority(lists, count, &arena);
        memcpy(again, lists, sizeof lists);
        order_by_majority(again, count, &arena);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(lists[i].len, before[i].len);
            for (unsigned k = 0; k < lists[i].len; k++) {
                assert_int_equal(lists[i].keys[k], before[i].keys[lists[i].from[k]]);
                assert_int_equal(again[i].keys[k], lists[i].keys[k]);
            }
        }
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_third_follows_two),
        cmocka_unit_test(test_left_alone),
        cmocka_unit_test(test_crlf),
        cmocka_unit_test(test_twice_is_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
