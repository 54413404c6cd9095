/* layout_test.c: structs of a model packed at one place of a text and made again at another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/builder.h"
#include "model/layout.h"

/* A model that is being made. */
struct making {
    struct model model;
    struct arena scratch;
    struct builder builder;
};

static void making_begin(struct making *making)
{
    *making = (struct making){0};
    arena_init(&making->model.arena);
    arena_init(&making->scratch);
    making->builder = (struct builder){
        .model = &making->model, .arena = &making->model.arena, .scratch = &making->scratch};
}

static void making_end(struct making *making)
{
    arena_release(&making->scratch);
    arena_release(&making->model.arena);
}

/* A task of a text that begins at 100: its title at 106, one claim, one dependency, nobody, no box. */
static struct task task_of(struct task_claim *claim, struct dependency *dependency)
{
    *claim = (struct task_claim){VIA_LINK, {112, 120}, SLICE("plan.md#piers")};
    *dependency = (struct dependency){.where = {122, 126}, .target = SLICE("T001")};
    struct task task = {.span = {100, 130},
                        .title_span = {106, 111},
                        .title = SLICE("Piles"),
                        .estimate = 1.5,
                        .done = true};
    task.claims.items = claim;
    task.claims.len = task.claims.cap = 1;
    task.depends_on.items = dependency;
    task.depends_on.len = task.depends_on.cap = 1;
    return task;
}

static void test_places_move_and_the_rest_stays(void **state)
{
    (void)state;
    struct making making;
    making_begin(&making);
    struct task_claim claim;
    struct dependency dependency;
    struct task task = task_of(&claim, &dependency), moved = {0};
    struct strbuf packed;
    strbuf_init(&packed, STRBUF_NO_LIMIT);

    layout_pack(&layout_of_task, &task, 1, 100, &packed);
    claim.target = task.title = SLICE("gone"); /* nothing of the old one is needed */
    layout_unpack(&layout_of_task, &making.builder, packed.ptr, 40, &moved, 1);

    assert_int_equal(moved.span.start, 40);
    assert_int_equal(moved.span.end, 70);
    assert_int_equal(moved.title_span.start, 46);
    assert_true(span_equal(moved.box, SPAN_NONE)); /* none stays none */
    assert_true(slice_is(moved.title, "Piles"));
    assert_true(moved.done && moved.estimate > 1.4 && moved.estimate < 1.6);
    assert_int_equal(moved.claims.len, 1);
    assert_int_equal(moved.claims.items[0].where.start, 52);
    assert_int_equal(moved.claims.items[0].via, VIA_LINK);
    assert_true(slice_is(moved.claims.items[0].target, "plan.md#piers"));
    assert_int_equal(moved.depends_on.items[0].where.end, 66);
    assert_true(slice_is(moved.depends_on.items[0].target, "T001"));
    assert_int_equal(moved.owners.len, 0);

    strbuf_release(&packed);
    making_end(&making);
}

/* The beginning of a part is a place, though it is 0 from there. */
static void test_the_first_byte_is_a_place(void **state)
{
    (void)state;
    struct making making;
    making_begin(&making);
    struct task task = {.span = {7, 7}}, moved = {0};
    struct strbuf packed;
    strbuf_init(&packed, STRBUF_NO_LIMIT);
    layout_pack(&layout_of_task, &task, 1, 7, &packed);
    layout_unpack(&layout_of_task, &making.builder, packed.ptr, 9, &moved, 1);
    assert_int_equal(moved.span.start, 9);
    assert_int_equal(moved.span.end, 9);
    strbuf_release(&packed);
    making_end(&making);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places_move_and_the_rest_stays),
        cmocka_unit_test(test_the_first_byte_is_a_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
