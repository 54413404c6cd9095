/* hostile_test.c: lines and documents made to be slow or to break: reading them ends, and soon. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define REPEATS      20000 /* a reading whose time grew with the square of it would be noticed */

struct hostile_case {
    const char *start, *repeated, *end;
};

static void test_repeated(void **state)
{
    (void)state;
    static const struct hostile_case cases[] = {
        {"- [ ] ", "@a ", "\n"},
        {"- [ ] ", "(", ")\n"},
        {"- [ ] ", "(2h) ", "\n"},
        {"- [ ] ", "FR-1 ", "\n"},
        {"- [ ] ", "[P] ", "\n"},
        {"- [ ] ", "🆔 a ", "\n"},
        {"- [ ] ", "a (depends on T1) ", "\n"},
        {"- [ ] a\n  - _Requirements: ", "1.1-1.50, ", "_\n"},
        {"", "-[ ] a\n", ""},
        {"", "- [ ] T1 a\n", ""},
        {"", "a.md ", "\n"},
        {"", "a.b/", "\n"},
        {"", "`a.md", "\n"},
        {"", "a.md \"", "\n"},
        {"a.md Sections 1", ", 1", "\n"},
        {"a.md\n", "Section 1 ", "\n"},
        {"", "<!-- planls: ", "\n"},
        {"", "<!-- planls: allow a -->\n\n", ""},
        {"", "# Gate\n", ""},
        {"", "**Gate:**\n\n- [ ] a\n\n", ""},
        {"# Stop conditions\n\n", "## a\n\nSignal: x\n", ""},
        {"# Budget checkpoints\n\n", "## Week 1\n\n$1\n", ""},
        {"", "**Initiative:** [x](#x)\n\n- [ ] a\n\n", ""},
        {"", "### a.md\n\n**Audience:**\n- x\n", ""},
        {"| a | b |\n|--|--|\n", "| ⬜ | x |\n", ""},
        {"```\n", "├─ a.md\n", "```\n"},
        {"```\n", "│  ├─ a/\n", "```\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t start = strlen(cases[i].start), size = strlen(cases[i].repeated);
        size_t len = start + size * REPEATS + strlen(cases[i].end);
        char *text = memory_alloc(len + 1);
        struct reading r;
        print_message("%s%s…\n", cases[i].start, cases[i].repeated);
        memcpy(text, cases[i].start, start);
        for (size_t n = 0; n < REPEATS; n++)
            memcpy(text + start + n * size, cases[i].repeated, size);
        memcpy(text + len - strlen(cases[i].end), cases[i].end, strlen(cases[i].end));
        assert_non_null(reading_start_bytes(&r, "plan.md", (struct slice){text, len}));
        reading_end(&r);
        free(text);
    }
}

/* Every list nested in the one before; deeper ones than the parser takes are still no trouble. */
static void test_nested(void **state)
{
    (void)state;
    enum { DEPTH = 300 };
    char *text = memory_alloc(DEPTH * (DEPTH * 2 + 8) + 1);
    size_t len = 0;
    struct reading r;
    for (size_t depth = 0; depth < DEPTH; depth++) {
        memset(text + len, ' ', depth * 2);
        len += depth * 2;
        memcpy(text + len, "- [ ] a\n", 8);
        len += 8;
    }
    const struct model *m = reading_start_bytes(&r, "plan.md", (struct slice){text, len});
    for (uint32_t i = 1; i < m->tasks.len; i++)
        assert_int_equal(m->tasks.items[i].parent, i - 1);
    reading_end(&r);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_repeated),
                                       cmocka_unit_test(test_nested)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
