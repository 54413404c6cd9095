/* arena_test.c: arenas and the arrays that grow in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/vec.h"

#include <string.h>

static void test_pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    unsigned char *pieces[300];
    /* Sizes that share blocks, pass one, and need a block of their own. */
    for (size_t i = 0; i < 300; i++) {
        size_t size = i % 50 == 49 ? 300000 : i * 7;
        pieces[i] = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(void *), 0);
        assert_int_equal((uintptr_t)pieces[i] % _Alignof(double), 0);
        for (size_t k = 0; k < size; k++)
            assert_int_equal(pieces[i][k], 0);
        memset(pieces[i], (int)(i & 0xFF), size);
    }
    for (size_t i = 0; i < 300; i++) {
        size_t size = i % 50 == 49 ? 300000 : i * 7;
        for (size_t k = 0; k < size; k++)
            assert_int_equal(pieces[i][k], i & 0xFF);
    }
    assert_true(arena.used >= 6 * 300000);
    arena_clear(&arena);
    assert_int_equal(arena.used, 0);
    arena_release(&arena);
}

static void test_empty_pieces_differ(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_ptr_not_equal(arena_alloc(&arena, 0), arena_alloc(&arena, 0));
    arena_release(&arena);
}

static void test_strings(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct slice copy = arena_copy(&arena, SLICE("week"));
    assert_int_equal(copy.len, 4);
    assert_string_equal(copy.ptr, "week");
    assert_string_equal(arena_cstring(&arena, (struct slice){NULL, 0}), "");
    assert_string_equal(arena_printf(&arena, "%d of %s", 3, "five"), "3 of five");
    assert_string_equal(arena_printf(&arena, "%s", ""), "");
    arena_release(&arena);
}

static void test_arrays_grow(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct pair {
        int a;
        double b;
    };
    VEC(struct pair) pairs = {0};
    for (int i = 0; i < 1000; i++) {
        struct pair *pair = VEC_PUSH(&arena, &pairs);
        assert_int_equal(pair->a, 0);
        pair->a = i;
        assert_int_equal(VEC_LAST(&pairs)->a, i);
    }
    assert_int_equal(pairs.len, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(pairs.items[i].a, i);
    /* Doubling leaves at most as much again behind. */
    assert_true(arena.used <= 2 * pairs.cap * sizeof(struct pair) + 1024);
    arena_release(&arena);
}

static void test_what_another_holds_is_taken_over(void **state)
{
    (void)state;
    struct arena arena, other;
    arena_init(&arena);
    arena_init(&other);
    arena_absorb(&arena, &other); /* nothing by nothing */
    assert_null(arena.last);
    const char *of_other[3];
    for (int round = 0; round < 3; round++) {
        of_other[round] = arena_printf(&other, "round %d", round);
        arena_alloc(&other, 3000); /* more than one block */
        size_t both = arena.used + other.used;
        arena_absorb(&arena, &other);
        assert_int_equal(arena.used, both);
        assert_null(other.last);
        assert_int_equal(other.used, 0);
        assert_string_equal(arena_cstring(&arena, SLICE("own")), "own");
    }
    for (int round = 0; round < 3; round++)
        assert_string_equal(of_other[round], arena_printf(&arena, "round %d", round));
    arena_release(&other);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(test_empty_pieces_differ),
        cmocka_unit_test(test_strings),
        cmocka_unit_test(test_arrays_grow),
        cmocka_unit_test(test_what_another_holds_is_taken_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
