/* task_ids_test.c: what is an id at the start of a task's text, and what only looks like one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/task_build.h"
#include "reading.h"

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

/* The ids of a list's tasks, joined by spaces. */
static void test_ids_need_company(void **state)
{
    (void)state;
    static const struct {
        const char *text, *ids;
    } cases[] = {
        {"- [ ] G0.1 a\n- [ ] G0.2 b\n", "G0.1 G0.2"},
        {"- [ ] GPT-4 integrated\n- [ ] S3 bucket\n", ""},
        {"- [ ] T1 a\n  - [ ] more\n- [ ] T2 b\n", "T1 T2"},
        {"- [ ] S3 bucket\n- [ ] S3 rights\n", ""},
        {"- [ ] M1: a\n- [ ] M1: b\n- [ ] M2: c\n- [ ] M2: d\n", ""},
        {"- [ ] 1.1 a\n- [ ] 1.2 b\n- [ ] 2.1 c\n", "1.1 1.2 2.1"},
        {"- [ ] 2.0 comes\n- [ ] 1.9 goes\n", ""},
        {"- [ ] T001 a\n- [ ] b\n", "T001"},
        {"- [ ] W3-1 a\n- [ ] W12-4 b\n", "W3-1 W12-4"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        char out[128] = "";
        size_t len = 0;
        const struct model *m = reading_start(&r, "t.md", cases[i].text);
        for (size_t t = 0; t < m->tasks.len; t++)
            if (m->tasks.items[t].id.len)
                len += (size_t)snprintf(out + len, sizeof out - len, "%s%.*s", len ? " " : "",
                                        SLICE_ARG(m->tasks.items[t].id));
        assert_string_equal(out, cases[i].ids);
        reading_end(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ids),
                                       cmocka_unit_test(test_ids_need_company)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
