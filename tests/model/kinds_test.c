/* kinds_test.c: what sort of document it is, its dates, its times. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

static const struct {
    const char *path, *text;
    unsigned kinds;
} kind_cases[] = {
    {"a.md", "# Notes\n\nwords\n", 0},
    {"a.md", "## Phase 1: Orchard\n- [ ] plant\n", DOCUMENT_PLAN},
    {"a.md", "### Requirement 1: Export\nwords\n", DOCUMENT_SPEC},
    {"a.md", "# List\n- [ ] plant\n", 0},
    {"docs/tasks.md", "# List\n- [ ] plant\n", DOCUMENT_TASKS},
    {"tasks/orchard.md", "# List\n- [ ] plant\n", DOCUMENT_TASKS},
    {"tasks/orchard.md", "# List\n\nwords\n", 0},
    {"docs/archive/a.md", "# Notes\n", DOCUMENT_ARCHIVED},
    {"a.md", "# [ARCHIVED] Notes\n", DOCUMENT_ARCHIVED},
    {"archive.md", "# Notes\n", 0},
    {"a.md",
     "# [Project name]\n\nby [your name]\n\n## [First part]\n\n[What it does]\n\n"
     "## Risks\n\n[Name them]\n",
     DOCUMENT_TEMPLATE},
    {"a.md",
     "# List\n- [ ] T001 [US1] a\n- [ ] T002 [US1] b\n- [ ] T003 [US2] c\n- [x] [link](a)\n",
     DOCUMENT_TASKS},
};

static void test_kinds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof kind_cases / sizeof *kind_cases; i++) {
        struct reading r;
        const struct model *m = reading_start(&r, kind_cases[i].path, kind_cases[i].text);
        if (m->kinds != kind_cases[i].kinds)
            fail_msg("kinds %u instead of %u: %s: %s", m->kinds, kind_cases[i].kinds,
                     kind_cases[i].path, kind_cases[i].text);
        reading_end(&r);
    }
}

static date_days day(const char *iso)
{
    return date_parse_iso(slice_of(iso));
}

static const struct {
    const char *text, *own, *start;
} date_cases[] = {
    {"# Plan\n\ntimestamp: 2026-04-20T17:30:00Z\n", "2026-04-20", NULL},
    {"---\ndate: 2026-04-20\nstart: 2026-05-04\n---\n\n# Plan\n", "2026-04-20", "2026-05-04"},
    {"# Plan\n\n**Date:** March 1, 2026\n**Last Updated:** April 20, 2026\n", "2026-04-20", NULL},
    {"# Plan\n\n**Start:** 2026-05-04\n", NULL, "2026-05-04"},
    {"# Plan\n\n## Log\n\n**Date:** 2026-04-20\n\na\n\nb\n\nc\n\nd\n\ne\n\nf\n", NULL, NULL},
    {"# Plan\n\nwords\n", NULL, NULL},
};

static void test_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof date_cases / sizeof *date_cases; i++) {
        struct reading r;
        const struct model *m = reading_start(&r, "a.md", date_cases[i].text);
        assert_int_equal(m->own_date, date_cases[i].own ? day(date_cases[i].own) : DATE_NONE);
        assert_int_equal(m->start, date_cases[i].start ? day(date_cases[i].start) : DATE_NONE);
        reading_end(&r);
    }
}

static void test_titles(void **state)
{
    struct reading r;
    (void)state;
    ASSERT_SLICE(reading_start(&r, "a.md", "## Intro\n# **The** plan\n")->title, "The plan");
    reading_end(&r);
    ASSERT_SLICE(reading_start(&r, "a.md", "words\n")->title, "");
    reading_end(&r);
}

static void test_times_outside_code(void **state)
{
    struct reading r;
    const struct model *m = reading_start(&r, "a.md",
                                          "# Plan for Q1 2026\n"
                                          "\n"
                                          "We begin on 2026-02-30 and work in Weeks 8–5.\n"
                                          "\n"
                                          "Version 1.2.3 took 5 people and 30 minutes.\n"
                                          "\n"
                                          "```\n2026-02-31\n```\n"
                                          "\n"
                                          "| When |\n|---|\n| Week 3 |\n");
    (void)state;
    assert_int_equal(m->times.len, 4);
    ASSERT_SLICE(reading_at(&r, m->times.items[0].where), "Q1 2026");
    assert_int_equal(m->times.items[1].problem, TIME_NO_SUCH_DATE);
    assert_int_equal(m->times.items[2].problem, TIME_REVERSED);
    ASSERT_SLICE(reading_at(&r, m->times.items[3].where), "Week 3");
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_times_outside_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
