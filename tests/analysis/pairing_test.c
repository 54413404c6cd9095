/* pairing_test.c: what of an earlier text is what of a later one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/pairing.h"
#include "model/reading.h"

/* Names as "id|place|title", ended by NULL; expected: for each of `now` the letter of its partner in
 * `before` ('a' the first), or '-'. */
static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *before[5], *now[5], *expected;
    } rows[] = {
        {{"||pier", "||crane"}, {"||crane", "||pier"}, "ba"},
        {{"T1||pier"}, {"T1||a wholly other title"}, "a"},
        {{"2.1||order the piles"}, {"2.1||hire a crew", "2.2||order the piles"}, "-a"},
        {{"|p1|tests", "|p2|tests"}, {"|p2|tests", "|p1|tests"}, "ba"},
        {{"||new", "||new"}, {"||new", "||new", "||new"}, "ab-"},
        {{"|p1|order piles"}, {"|p9|order piles"}, "a"},
        {{"||order the long piles"}, {"||order the short piles"}, "a"},
        {{"||order the piles"}, {"||hire a crew"}, "-"},
        {{"||red pier", "||red old pier"}, {"||red old quay", "||red pier x"}, "ba"},
        {{NULL}, {"||new"}, "-"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct pair_name names[2][5];
        size_t counts[2] = {0, 0};
        for (int s = 0; s < 2; s++) {
            const char *const *list = s == 0 ? rows[r].before : rows[r].now;
            for (; list[counts[s]]; counts[s]++) {
                struct slice_split split = {slice_of(list[counts[s]]), false};
                struct pair_name *name = &names[s][counts[s]];
                slice_split_next(&split, '|', &name->id);
                slice_split_next(&split, '|', &name->place);
                slice_split_next(&split, '|', &name->title);
            }
        }
        struct pairs pairs = pair_names(names[0], counts[0], names[1], counts[1], &arena);
        for (size_t i = 0; i < counts[1]; i++) {
            char letter = pairs.before[i] == NO_INDEX ? '-' : (char)('a' + pairs.before[i]);
            if (letter != rows[r].expected[i])
                fail_msg("row %zu: %zu is %c", r, i, letter);
            if (pairs.before[i] != NO_INDEX)
                assert_int_equal(pairs.now[pairs.before[i]], i);
        }
    }
    arena_release(&arena);
}

static void test_words_alike(void **state)
{
    (void)state;
    /* 2 × 2 in common of 3 + 3 */
    assert_true(words_alike(SLICE("order the piles"), SLICE("order the ropes")) > 0.66);
    assert_true(words_alike(SLICE("order the piles"), SLICE("order the ropes")) < 0.67);
    assert_true(words_alike(SLICE(""), SLICE("")) > 0.99);
    assert_true(words_alike(SLICE("a"), SLICE("")) < 0.01);
}

static void test_models(void **state)
{
    (void)state;
    struct reading before, now;
    const struct model *b =
        reading_start(&before, "plan.md",
                      "## Initiative: Pier\n**Owner:** Bo\n\n- [ ] Order piles\n"
                      "## Initiative: Crane\n**Owner:** Al\n");
    const struct model *n = reading_start(&now, "plan.md",
                                          "## Initiative: Crane\n**Owner:** Al\n"
                                          "## Initiative: Pier\n**Owner:** Bo\n\n"
                                          "- [ ] Survey\n- [x] Order piles\n");
    struct pairing pairing;
    pairing_of(b, n, &now.arena, &pairing);
    assert_int_equal(pairing.items.before[0], 1);
    assert_int_equal(pairing.items.before[1], 0);
    assert_int_equal(pairing.tasks.before[0], NO_INDEX);
    assert_int_equal(pairing.tasks.before[1], 0);
    reading_end(&before);
    reading_end(&now);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_words_alike),
        cmocka_unit_test(test_models),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
