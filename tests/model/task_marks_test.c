/* task_marks_test.c: which marks make a list item a task, and in what state. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/task_marks.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static struct span all_of(const char *text)
{
    return (struct span){0, (uint32_t)strlen(text)};
}

struct box_case {
    const char *text;
    bool box;
    enum task_source source;
    const char *state;
    bool done, doubtful;
};

static void test_boxes(void **state)
{
    (void)state;
    static const struct box_case cases[] = {
        {"[ ] write", true, TASK_FROM_BOX, " ", false, false},
        {"[x] write", true, TASK_FROM_BOX, "x", true, false},
        {"[X] write", true, TASK_FROM_BOX, "X", true, false},
        {"[ ]", true, TASK_FROM_BOX, " ", false, false},
        {"[x]\twrite", true, TASK_FROM_BOX, "x", true, false},
        {"[-] drop", true, TASK_FROM_BOX, "-", false, false},
        {"[/] half", true, TASK_FROM_BOX, "/", false, false},
        {"[✅] good", true, TASK_FROM_BOX, "✅", false, false},
        {"[✔\xEF\xB8\x8F] good", true, TASK_FROM_BOX, "✔\xEF\xB8\x8F", false, false},
        {"[ ]* optional", true, TASK_FROM_BOX, " ", false, false},
        /* a letter or digit may be prose or a footnote: the list decides */
        {"[P] tasks = different files", true, TASK_FROM_BOX, "P", false, true},
        {"[1] a source", true, TASK_FROM_BOX, "1", false, true},
        /* boxes gone wrong */
        {"[] write", true, TASK_FROM_BAD_BOX, "", false, false},
        {"[ x] write", true, TASK_FROM_BAD_BOX, " x", true, false},
        {"[x ] write", true, TASK_FROM_BAD_BOX, "x ", true, false},
        {"[  ] write", true, TASK_FROM_BAD_BOX, "  ", false, false},
        {"[ ]write", true, TASK_FROM_BAD_BOX, " ", false, false},
        {"[x]Über", true, TASK_FROM_BAD_BOX, "x", true, false},
        {"[x write the page", true, TASK_FROM_BAD_BOX, "x", true, false},
        {"[ write the page", true, TASK_FROM_BAD_BOX, " ", false, false},
        /* no boxes */
        {"[link](a.md) to read", false, 0, "", false, false},
        {"[x](a.md) is a link", false, 0, "", false, false},
        {"[x][ref] is a link", false, 0, "", false, false},
        {"[x]: https://example.org", false, 0, "", false, false},
        {"[](a.md)", false, 0, "", false, false},
        {"[]", false, 0, "", false, false},
        {"[]byte is a type", false, 0, "", false, false},
        {"[US1] Story", false, 0, "", false, false},
        {"[xy] neither", false, 0, "", false, false},
        {"[x1, x2, x3", false, 0, "", false, false},
        {"[ 1, 2, 3", false, 0, "", false, false},
        {"[[wiki]] link", false, 0, "", false, false},
        {"write [ ] later", false, 0, "", false, false},
        {"", false, 0, "", false, false},
        {"[", false, 0, "", false, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct slice bytes = slice_of(cases[i].text);
        struct task_mark mark;
        print_message("%s\n", cases[i].text);
        assert_int_equal(task_mark_box(bytes, all_of(cases[i].text), &mark), cases[i].box);
        if (!cases[i].box)
            continue;
        assert_int_equal(mark.source, cases[i].source);
        assert_true(slice_is(span_slice(bytes, mark.state), cases[i].state));
        assert_int_equal(mark.done, cases[i].done);
        assert_int_equal(task_mark_is_doubtful(bytes, &mark), cases[i].doubtful);
    }
}

static void test_optional_box_takes_its_star(void **state)
{
    (void)state;
    struct slice bytes = SLICE("[ ]* 2.2 Tests");
    struct task_mark mark;
    assert_true(task_mark_box(bytes, (struct span){0, 14}, &mark));
    assert_true(mark.optional);
    assert_int_equal(mark.span.end, 4);
}

static void test_glued_markers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool glued, done;
    } cases[] = {
        {"-[ ] write", true, false},      {"-[x] write", true, true},
        {"+[ ] write", true, false},      {"*[X] write", true, true},
        {"1.[ ] write", true, false},     {"12)[x] write", true, true},
        {"*[x] emphasis*", false, false}, {"-[x](a.md)", false, false},
        {"-[ ]", false, false},           {"- [ ] write", false, false},
        {"--[ ] write", false, false},    {"1[ ] write", false, false},
        {"-[link] write", false, false},  {"x", false, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct task_mark mark;
        print_message("%s\n", cases[i].text);
        assert_int_equal(task_mark_glued(slice_of(cases[i].text), all_of(cases[i].text), &mark),
                         cases[i].glued);
        if (cases[i].glued) {
            assert_int_equal(mark.done, cases[i].done);
            assert_int_equal(mark.source, TASK_FROM_BAD_BOX);
            assert_int_equal(cases[i].text[mark.span.start], '[');
        }
    }
}

static void test_states(void **state)
{
    (void)state;
    static const struct {
        const char *mark;
        enum task_dialect dialect;
        enum status status;
    } cases[] = {
        {" ", DIALECT_GITHUB, STATUS_TODO},        {"", DIALECT_GITHUB, STATUS_TODO},
        {"x", DIALECT_GITHUB, STATUS_DONE},        {"X", DIALECT_KIRO, STATUS_DONE},
        {"-", DIALECT_KIRO, STATUS_DOING},         {"-", DIALECT_GITHUB, STATUS_CANCELLED},
        {"-", DIALECT_OBSIDIAN, STATUS_CANCELLED}, {"~", DIALECT_GITHUB, STATUS_DOING},
        {"/", DIALECT_OBSIDIAN, STATUS_DOING},     {">", DIALECT_OBSIDIAN, STATUS_DEFERRED},
        {"✅", DIALECT_GITHUB, STATUS_DONE},        {"❌", DIALECT_GITHUB, STATUS_CANCELLED},
        {"⏳", DIALECT_GITHUB, STATUS_TODO},        {"!", DIALECT_GITHUB, STATUS_UNKNOWN},
        {"?", DIALECT_GITHUB, STATUS_UNKNOWN},     {"Q", DIALECT_GITHUB, STATUS_UNKNOWN},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(task_status_of_mark(slice_of(cases[i].mark), cases[i].dialect),
                         cases[i].status);
}

static void test_emoji(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum emoji_state emoji;
        uint32_t length;
    } cases[] = {
        {"✅ shipped", EMOJI_DONE, 3}, {"☑\xEF\xB8\x8F shipped", EMOJI_DONE, 6},
        {"⬜ open", EMOJI_BOX, 3},     {"⏳ waiting", EMOJI_OPEN, 3},
        {"❌ no", EMOJI_DOUBTFUL, 3},  {"🚀 launch", EMOJI_NONE, 0},
        {"plain", EMOJI_NONE, 0},     {"", EMOJI_NONE, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct task_mark mark = {0};
        enum emoji_state emoji =
            task_mark_emoji(slice_of(cases[i].text), all_of(cases[i].text), &mark);
        assert_int_equal(emoji, cases[i].emoji);
        assert_int_equal(mark.span.end, cases[i].length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_boxes),         cmocka_unit_test(test_optional_box_takes_its_star),
        cmocka_unit_test(test_glued_markers), cmocka_unit_test(test_states),
        cmocka_unit_test(test_emoji),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
