/* human_test.c: findings as a person sees them: pictures drawn by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cli/human.h"

#include <stdio.h>
#include <string.h>

struct shelf {
    struct text plan, tasks;
};

static const struct text *text_of(void *context, const char *path, const char **shown)
{
    const struct shelf *shelf = context;
    *shown = path;
    if (strcmp(path, "plan.md") == 0)
        return &shelf->plan;
    if (strcmp(path, "tasks.md") == 0) {
        *shown = "../tasks.md";
        return &shelf->tasks;
    }
    return NULL;
}

struct picture {
    struct arena arena;
    struct shelf shelf;
    struct strbuf out;
    struct canvas canvas;
    struct human_sources sources;
    struct place_cursor cursor;
};

static void picture_init(struct picture *picture, const char *plan, const char *tasks)
{
    picture->cursor = (struct place_cursor){0};
    arena_init(&picture->arena);
    strbuf_init(&picture->out, STRBUF_NO_LIMIT);
    text_init(&picture->shelf.plan, slice_of(plan), &picture->arena);
    text_init(&picture->shelf.tasks, slice_of(tasks), &picture->arena);
    picture->canvas = (struct canvas){&picture->out, false, 80};
    picture->sources = (struct human_sources){text_of, &picture->shelf, &picture->cursor};
}

static void picture_release(struct picture *picture)
{
    strbuf_release(&picture->out);
    arena_release(&picture->arena);
}

static struct planls_range range_of(const char *text, const char *part)
{
    uint32_t start = (uint32_t)(strstr(text, part) - text);
    return (struct planls_range){start, start + (uint32_t)strlen(part)};
}

/* The picture of one finding that marks `part` of `plan`. */
static void assert_picture(const char *plan, const char *part, const char *expected)
{
    struct picture picture;
    picture_init(&picture, plan, "");
    struct planls_diagnostic d = {.path = "plan.md",
                                  .range = range_of(plan, part),
                                  .severity = PLANLS_WARNING,
                                  .code = "x",
                                  .message = "m"};
    human_finding(&picture.canvas, &picture.sources, &d);
    assert_string_equal(picture.out.ptr, expected);
    picture_release(&picture);
}

static void test_a_plain_line(void **state)
{
    (void)state;
    assert_picture("# Plan\n\n**Timeline:** Weeks 8–5\n", "Weeks 8–5",
                   "warning[x]: m\n"
                   "  --> plan.md:3:15\n"
                   "   |\n"
                   " 3 | **Timeline:** Weeks 8–5\n"
                   "   |               ^^^^^^^^^\n"
                   "\n");
}

static void test_any_script_and_width(void **state)
{
    (void)state;
    /* Wide characters before and in the place. */
    assert_picture("期限：第8週〜第5週まで\n", "第8週〜第5週",
                   "warning[x]: m\n"
                   "  --> plan.md:1:4\n"
                   "   |\n"
                   " 1 | 期限：第8週〜第5週まで\n"
                   "   |       ^^^^^^^^^^^^\n"
                   "\n");
    /* Emoji, one of them joined out of three, one with a skin tone. */
    assert_picture("🚀 👨‍👩‍👧 👍🏽 due 2026-02-30\n", "2026-02-30",
                   "warning[x]: m\n"
                   "  --> plan.md:1:16\n"
                   "   |\n"
                   " 1 | 🚀 👨‍👩‍👧 👍🏽 due 2026-02-30\n"
                   "   |              ^^^^^^^^^^\n"
                   "\n");
    /* Combining marks take no column; the place may begin with one that is combined. */
    assert_picture("cafe\xCC\x81 o\xCC\x88"
                   "wner\n",
                   "o\xCC\x88"
                   "wner",
                   "warning[x]: m\n"
                   "  --> plan.md:1:7\n"
                   "   |\n"
                   " 1 | cafe\xCC\x81 o\xCC\x88"
                   "wner\n"
                   "   |      ^^^^^\n"
                   "\n");
    /* Right-to-left text is left to the terminal; the columns are those of its characters. */
    assert_picture("المالك: x\n", "x",
                   "warning[x]: m\n"
                   "  --> plan.md:1:9\n"
                   "   |\n"
                   " 1 | المالك: x\n"
                   "   |         ^\n"
                   "\n");
}

static void test_tabs_become_spaces(void **state)
{
    (void)state;
    assert_picture("\t- a\tb\n", "b",
                   "warning[x]: m\n"
                   "  --> plan.md:1:6\n"
                   "   |\n"
                   " 1 |     - a b\n"
                   "   |         ^\n"
                   "\n");
}

static void test_nothing_raw_reaches_the_terminal(void **state)
{
    (void)state;
    assert_picture("a\x1B[31mb \xE2\x80\xAE"
                   "c \xFF"
                   "d \x7F \xC2\x9B"
                   "e f\n",
                   "f",
                   "warning[x]: m\n"
                   "  --> plan.md:1:20\n"
                   "   |\n"
                   " 1 | a␛[31mb �c �d ␡ �e f\n"
                   "   |                    ^\n"
                   "\n");
}

static void test_places_at_the_edges(void **state)
{
    (void)state;
    /* An empty place: one sign. */
    struct picture picture;
    picture_init(&picture, "one\r\ntwo", "");
    struct planls_diagnostic d = {
        .path = "plan.md", .range = {8, 8}, .severity = PLANLS_ERROR, .code = "x", .message = "m"};
    human_finding(&picture.canvas, &picture.sources, &d);
    assert_string_equal(picture.out.ptr, "error[x]: m\n"
                                         "  --> plan.md:2:4\n"
                                         "   |\n"
                                         " 2 | two\n"
                                         "   |    ^\n"
                                         "\n");
    /* Over several lines: the part in the first, without the blanks at its end. */
    strbuf_clear(&picture.out);
    d.range = (struct planls_range){1, 7};
    human_finding(&picture.canvas, &picture.sources, &d);
    assert_string_equal(picture.out.ptr, "error[x]: m\n"
                                         "  --> plan.md:1:2\n"
                                         "   |\n"
                                         " 1 | one\n"
                                         "   |  ^^\n"
                                         "\n");
    /* A document that cannot be read: its name. */
    strbuf_clear(&picture.out);
    d.path = "gone.md";
    human_finding(&picture.canvas, &picture.sources, &d);
    assert_string_equal(picture.out.ptr, "error[x]: m\n"
                                         "  --> gone.md\n"
                                         "\n");
    picture_release(&picture);
}

static void test_a_long_line_is_cut(void **state)
{
    (void)state;
    struct strbuf line;
    strbuf_init(&line, STRBUF_NO_LIMIT);
    for (int i = 0; i < 1000; i++)
        strbuf_puts(&line, "0123456789");
    strbuf_puts(&line, "HERE");
    for (int i = 0; i < 100000; i++)
        strbuf_puts(&line, "abcdefghij");
    /* 80 columns less the frame's 5 leave 75, of which the two cuts take 2. */
    assert_picture(line.ptr, "HERE",
                   "warning[x]: m\n"
                   "  --> plan.md:1:10001\n"
                   "   |\n"
                   " 1 | …78901234567890123456789HERE"
                   "abcdefghijabcdefghijabcdefghijabcdefghijabcdef…\n"
                   "   |                         ^^^^\n"
                   "\n");
    /* The end of a line needs no cut behind it. */
    strbuf_clear(&line);
    for (int i = 0; i < 20; i++)
        strbuf_puts(&line, "0123456789");
    strbuf_puts(&line, "END");
    assert_picture(line.ptr, "END",
                   "warning[x]: m\n"
                   "  --> plan.md:1:201\n"
                   "   |\n"
                   " 1 | …0123456789012345678901234567890123456789"
                   "012345678901234567890123456789END\n"
                   "   | "
                   "                                                                       ^^^\n"
                   "\n");
    strbuf_release(&line);
}

static void test_notes_and_help(void **state)
{
    (void)state;
    static const char plan[] = "## A\n- **Owner:** Noor\n\n## B\n- **Ownr:** Bo\n";
    static const char tasks[] = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n- [ ] T1 one\n";
    struct picture picture;
    picture_init(&picture, plan, tasks);
    struct planls_edit edits[] = {
        {.path = "plan.md", .range = range_of(plan, "Ownr"), .new_text = "Owner", .new_len = 5},
    };
    struct planls_edit more[] = {
        {.path = "tasks.md", .range = {27, 27}, .new_text = "new\n", .new_len = 4},
    };
    struct planls_fix fixes[] = {{.title = "Remove it"},
                                 {.title = "Change to Owner",
                                  .preferred = true,
                                  .safe = true,
                                  .edits = edits,
                                  .edit_count = 1},
                                 {.title = "Ask Noor", .edits = more, .edit_count = 1}};
    struct planls_related related[] = {
        {.where = {.path = "tasks.md",
                   .range = range_of(tasks, "T1 one"),
                   .name = range_of(tasks, "T1")},
         .message = "served by this"},
    };
    struct planls_diagnostic d = {.path = "plan.md",
                                  .range = range_of(plan, "Ownr"),
                                  .severity = PLANLS_HINT,
                                  .code = "misspelled-field",
                                  .message = "Ownr looks like Owner",
                                  .related = related,
                                  .related_count = 1,
                                  .fixes = fixes,
                                  .fix_count = 3};
    human_finding(&picture.canvas, &picture.sources, &d);
    assert_string_equal(picture.out.ptr, "hint[misspelled-field]: Ownr looks like Owner\n"
                                         "   --> plan.md:5:5\n"
                                         "    |\n"
                                         "  5 | - **Ownr:** Bo\n"
                                         "    |     ^^^^\n"
                                         "note: served by this\n"
                                         "   --> ../tasks.md:11:7\n"
                                         "    |\n"
                                         " 11 | - [ ] T1 one\n"
                                         "    |       --\n"
                                         "help: Change to Owner\n"
                                         "    |\n"
                                         "  5 - - **Ownr:** Bo\n"
                                         "  5 + - **Owner:** Bo\n"
                                         "  or: Remove it\n"
                                         "  or: Ask Noor\n"
                                         "\n");
    picture_release(&picture);
}

static void test_a_fix_that_inserts_lines(void **state)
{
    (void)state;
    static const char plan[] = "## A\r\n- **Owner:** Noor\r\n";
    struct picture picture;
    picture_init(&picture, plan, "");
    struct planls_edit edit = {.path = "plan.md",
                               .range = {23, 23}, /* behind "Noor" */
                               .new_text = "\r\n- **Timeline:** Weeks 1–4",
                               .new_len = strlen("\r\n- **Timeline:** Weeks 1–4")};
    struct planls_fix fix = {.title = "Insert a timeline", .edits = &edit, .edit_count = 1};
    struct planls_diagnostic d = {.path = "plan.md",
                                  .range = {3, 4},
                                  .severity = PLANLS_WARNING,
                                  .code = "missing-timeline",
                                  .message = "A says no timeline",
                                  .fixes = &fix,
                                  .fix_count = 1};
    human_finding(&picture.canvas, &picture.sources, &d);
    assert_string_equal(picture.out.ptr, "warning[missing-timeline]: A says no timeline\n"
                                         "  --> plan.md:1:4\n"
                                         "   |\n"
                                         " 1 | ## A\n"
                                         "   |    ^\n"
                                         "help: Insert a timeline\n"
                                         "   |\n"
                                         " 3 + - **Timeline:** Weeks 1–4\n"
                                         "\n");
    picture_release(&picture);
}

static void test_colour(void **state)
{
    (void)state;
    struct picture picture;
    picture_init(&picture, "a\n", "");
    picture.canvas.color = true;
    struct planls_diagnostic d = {
        .path = "plan.md", .range = {0, 1}, .severity = PLANLS_ERROR, .code = "x", .message = "m"};
    human_finding(&picture.canvas, &picture.sources, &d);
    /* Every colour is ended before its line is. */
    bool colored = false;
    for (const char *p = picture.out.ptr; *p; p++) {
        if (*p == '\x1B')
            colored = strncmp(p, "\x1B[0m", 4) != 0;
        if (*p == '\n')
            assert_false(colored);
    }
    assert_non_null(strstr(picture.out.ptr, "\x1B[1;31merror[x]\x1B[0m"));
    assert_non_null(strstr(picture.out.ptr, "\x1B[1;31m^\x1B[0m"));
    picture_release(&picture);
}

static void test_counts(void **state)
{
    (void)state;
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    struct canvas canvas = {&out, false, 80};
    struct human_counts counts = {0};
    human_counts(&canvas, &counts);
    assert_string_equal(out.ptr, "nothing found");
    strbuf_clear(&out);
    human_count(&counts, PLANLS_ERROR);
    human_count(&counts, PLANLS_HINT);
    human_count(&counts, PLANLS_HINT);
    human_counts(&canvas, &counts);
    assert_string_equal(out.ptr, "1 error, 2 hints");
    strbuf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_plain_line),
        cmocka_unit_test(test_any_script_and_width),
        cmocka_unit_test(test_tabs_become_spaces),
        cmocka_unit_test(test_nothing_raw_reaches_the_terminal),
        cmocka_unit_test(test_places_at_the_edges),
        cmocka_unit_test(test_a_long_line_is_cut),
        cmocka_unit_test(test_notes_and_help),
        cmocka_unit_test(test_a_fix_that_inserts_lines),
        cmocka_unit_test(test_colour),
        cmocka_unit_test(test_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
