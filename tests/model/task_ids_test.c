/* task_ids_test.c: what is an id at the start of a task's text, and what only looks like one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/task_build.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_ids(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum task_dialect dialect;
        const char *id;
        bool certain;
    } cases[] = {
        {"T001 Set up", DIALECT_GITHUB, "T001", true},
        {"T131C[P][US1] Add", DIALECT_SPEC_KIT, "T131C", true},
        {"**T014**: Add", DIALECT_SPEC_KIT, "T014", true},
        {"CHK012 Is it clear?", DIALECT_SPEC_KIT, "CHK012", true},
        {"2.1 Build", DIALECT_KIRO, "2.1", true},
        {"2. Build", DIALECT_KIRO, "2", true},
        {"10.2.3 Build", DIALECT_OPENSPEC, "10.2.3", true},
        {"2.1 Build", DIALECT_GITHUB, "2.1", false},
        {"2. Build", DIALECT_GITHUB, "", false},
        {"#1 The page loads", DIALECT_BACKLOG, "#1", true},
        {"#1 The page loads", DIALECT_GITHUB, "", false},
        {"G0.1 Write", DIALECT_GITHUB, "G0.1", false},
        {"**W3-1** Soak", DIALECT_GITHUB, "W3-1", false},
        {"`AUTH-FE-01` Log in", DIALECT_GITHUB, "AUTH-FE-01", false},
        {"[A1] Log in", DIALECT_GITHUB, "A1", false},
        /* other names and amounts */
        {"FR-003 is met", DIALECT_SPEC_KIT, "", false},
        {"US1 works", DIALECT_SPEC_KIT, "", false},
        {"P1 bugs closed", DIALECT_GITHUB, "", false},
        {"Q2 report", DIALECT_GITHUB, "", false},
        {"V1.1 roadmap", DIALECT_GITHUB, "", false},
        {"1.5 hours of review", DIALECT_GITHUB, "", false},
        {"99.9% uptime", DIALECT_GITHUB, "", false},
        {"2.5x faster", DIALECT_GITHUB, "", false},
        {"2026-01-15 Kick-off", DIALECT_GITHUB, "", false},
        {"K8s cluster stable", DIALECT_GITHUB, "", false},
        {"OAuth2 working", DIALECT_GITHUB, "", false},
        {"80 people invited", DIALECT_KIRO, "", false},
        {"Plain words", DIALECT_KIRO, "", false},
        {"", DIALECT_KIRO, "", false},
        {"**", DIALECT_KIRO, "", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct slice bytes = slice_of(cases[i].text);
        bool certain;
        print_message("%s\n", cases[i].text);
        struct span id =
            task_id_at(bytes, (struct span){0, (uint32_t)bytes.len}, cases[i].dialect, &certain);
        assert_true(slice_is(span_slice(bytes, id), cases[i].id));
        if (cases[i].id[0])
            assert_int_equal(certain, cases[i].certain);
    }
}

/* "GPT-4 integrated" alone has the shape of an id; it is one only beside a sibling. */
static void test_ids_alike(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool alike;
    } cases[] = {
        {"T1", "T2", true},      {"G0.1", "G0.12", true}, {"1.1", "1.2", true},
        {"1.1", "1.1.1", false}, {"T1", "T1", false},     {"GPT-4", "S3", false},
        {"W3-1", "W3-2", true},  {"T1a", "T2", false},    {"", "T1", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(task_ids_alike(slice_of(cases[i].a), slice_of(cases[i].b)),
                         cases[i].alike);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ids),
                                       cmocka_unit_test(test_ids_alike)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
