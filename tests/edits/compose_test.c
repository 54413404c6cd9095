/* compose_test.c: two rounds of edits as one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "edits/compose.h"

#include <string.h>

/* "3-5=xy 9-9=z": edits as text. */
static struct edit_list read_edits(const char *text, struct arena *arena)
{
    struct edit_list list = {0};
    struct slice_split words = {slice_of(text), false};
    struct slice word;
    while (slice_split_next(&words, ' ', &word)) {
        size_t dash = slice_find_byte(word, '-'), equals = slice_find_byte(word, '=');
        struct text_edit edit = {{0, 0}, slice_from(word, equals + 1)};
        if (word.len == 0)
            continue;
        assert_true(slice_to_u32(slice_sub(word, 0, dash), &edit.span.start));
        assert_true(slice_to_u32(slice_sub(word, dash + 1, equals), &edit.span.end));
        *VEC_PUSH(arena, &list) = edit;
    }
    return list;
}

static struct slice apply(struct slice text, const struct edit_list *list, struct arena *arena)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    text_edits_apply(text, list->items, list->len, &out);
    struct slice copy = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return copy;
}

static const char *write_edits(const struct edit_list *list, struct arena *arena)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < list->len; i++)
        strbuf_printf(&out, "%s%u-%u=%.*s", i ? " " : "", list->items[i].span.start,
                      list->items[i].span.end, SLICE_ARG(list->items[i].new_text));
    const char *text = arena_cstring(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

static void test_compose(void **state)
{
    (void)state;
    static const struct {
        const char *before, *first, *second, *expected;
    } cases[] = {
        {"abcdef", "", "1-2=X", "1-2=X"},
        {"abcdef", "1-2=X", "", "1-2=X"},
        {"abcdef", "1-2=X", "4-5=Y", "1-2=X 4-5=Y"}, /* aXcdef, aXcdYf */
        {"abcdef", "4-5=Y", "1-2=X", "1-2=X 4-5=Y"},
        {"abcdef", "1-2=XYZ", "6-7=Q", "1-2=XYZ 4-5=Q"}, /* behind a longer one */
        {"abcdef", "1-4=", "1-2=Q", "1-5=Q"},            /* aef: what stood at 4 */
        {"abcdef", "2-2=XYZ", "3-4=-", "2-2=X-Z"},       /* inside what was inserted */
        {"abcdef", "2-2=XYZ", "2-5=", ""},               /* taken back */
        {"abcdef", "1-2=XY", "0-4=Q", "0-3=Q"},          /* over its ends */
        {"abcdef", "1-2=X 3-4=Y", "2-3=-", "1-4=X-Y"},   /* between two */
        {"abcdef", "0-1=A", "5-6=F", "0-1=A 5-6=F"},
        {"abc", "3-3=def", "6-6=g", "3-3=defg"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        arena_init(&arena);
        struct slice before = slice_of(cases[i].before);
        struct edit_list first = read_edits(cases[i].first, &arena);
        struct edit_list second = read_edits(cases[i].second, &arena);
        struct slice current = apply(before, &first, &arena);
        struct edit_list both = edits_compose(before, &first, current, &second, &arena);
        assert_string_equal(write_edits(&both, &arena), cases[i].expected);
        assert_true(text_edits_are_disjoint(both.items, both.len, before.len));
        assert_true(slice_equal(apply(before, &both, &arena), apply(current, &second, &arena)));
        arena_release(&arena);
    }
}

/* A small generator with its seed in the open (xorshift, Marsaglia 2003). */
static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static struct edit_list random_edits(size_t length, uint32_t *random, struct arena *arena)
{
    static const char letters[] = "ABCDEFGH";
    struct edit_list list = {0};
    for (uint32_t at = next_random(random) % 4; at <= length;) {
        uint32_t cut = next_random(random) % 3;
        uint32_t end = at + cut < length ? at + cut : (uint32_t)length;
        uint32_t from = next_random(random) % 8;
        *VEC_PUSH(arena, &list) = (struct text_edit){
            {at, end}, (struct slice){letters + from, next_random(random) % (9 - from)}};
        at = end + 1 + next_random(random) % 6;
    }
    return list;
}

static void test_composing_equals_both_rounds(void **state)
{
    (void)state;
    uint32_t random = 1;
    for (int i = 0; i < 2000; i++) {
        struct arena arena;
        arena_init(&arena);
        struct slice before = slice_of("the quick brown fox jumps over the lazy dog");
        struct edit_list first = random_edits(before.len, &random, &arena);
        struct slice current = apply(before, &first, &arena);
        struct edit_list second = random_edits(current.len, &random, &arena);
        struct edit_list both = edits_compose(before, &first, current, &second, &arena);
        assert_true(text_edits_are_disjoint(both.items, both.len, before.len));
        assert_true(slice_equal(apply(before, &both, &arena), apply(current, &second, &arena)));
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_compose),
                                       cmocka_unit_test(test_composing_equals_both_rounds)};
    return cmocka_run_group_tests_name("compose", tests, NULL, NULL);
}
