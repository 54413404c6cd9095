/* task_claims_test.c: the ways in which a task names what it serves, and their order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* "via target" of the last task's claims, one per line. */
static void claims(const struct reading *r, char *out, size_t size)
{
    const struct task *task = VEC_LAST(&r->model->tasks);
    size_t len = 0;
    out[0] = '\0';
    for (size_t i = 0; i < task->claims.len; i++)
        len += (size_t)snprintf(out + len, size - len, "%s %.*s\n",
                                link_via_name(task->claims.items[i].via),
                                SLICE_ARG(task->claims.items[i].target));
}

static void test_claims(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *claims;
    } cases[] = {
        {"none", "- [ ] a\n", ""},
        {"front matter", "---\ninitiative: Pilot\n---\n- [ ] a\n", "front-matter Pilot\n"},
        {"several keys", "---\nplan: plan.md#pilot\nmilestone: M1\n---\n- [ ] a\n",
         "front-matter plan.md#pilot\nfront-matter M1\n"},
        {"a field below", "- [ ] a\n  - **Initiative:** The Pilot\n", "field The Pilot\n"},
        {"a field on the next line", "- [ ] a\n  **Initiative:** The Pilot\n", "field The Pilot\n"},
        {"a field that links", "- [ ] a\n  - Initiative: [Pilot](plan.md#pilot)\n",
         "field plan.md#pilot\nlink plan.md#pilot\n"},
        {"a field of the section", "**Initiative:** The Pilot\n\n- [ ] a\n", "field The Pilot\n"},
        {"another task's field", "- [ ] b\n  - **Initiative:** Other\n\n- [ ] a\n", ""},
        {"a link", "- [ ] a for [Pilot](../plan.md#pilot)\n", "link ../plan.md#pilot\n"},
        {"a link below", "- [ ] a\n  - see [Pilot](plan.md#pilot)\n", "link plan.md#pilot\n"},
        {"a link in the same file", "- [ ] a [Pilot](#pilot)\n", "link #pilot\n"},
        {"links to files claim nothing", "- [ ] read [it](plan.md) and [more](https://x.org/#y)\n",
         ""},
        {"a link over two lines", "- [ ] a [the\n  pilot](plan.md#pilot) or\n  [b](#b)\n",
         "link plan.md#pilot\nlink #b\n"},
        {"a wiki link", "- [ ] a [[plan#Pilot|the pilot]]\n", "wikilink plan#Pilot\n"},
        {"stories", "- [ ] T001 [US1] a\n- [ ] T002 [US2+US3] b\n", "tag US2\ntag US3\n"},
        {"requirements in words", "- [ ] meet FR-003 and NFR-12\n", "tag FR-003\ntag NFR-12\n"},
        {"requirements below", "- [ ] a\n  - _Requirements: 1.1, 2.10_\n", "tag 1.1\ntag 2.10\n"},
        {"milestones as tags", "- [ ] M1: a\n- [ ] M1: b\n- [ ] M2: c\n- [ ] M2: d\n", "tag M2\n"},
        {"a range of requirements", "- [ ] a\n  - _Requirements: 4.1-4.3, 6_\n",
         "tag 4.1\ntag 4.2\ntag 4.3\ntag 6\n"},
        {"a document is no item", "**Plan:** plan.md\n\n- [ ] a\n  - Plan: `docs/plan.md`\n", ""},
        {"an aim is no item",
         "**Milestone:** A working demo!\n\n- [ ] a\n  - Plan: first this, then that.\n", ""},
        {"a milestone by its id", "**Milestone:** M2\n\n- [ ] a\n", "field M2\n"},
        {"a task's milestone", "- [ ] a\n  - Milestone: Beta launch\n", "field Beta launch\n"},
        {"no tags", "- [ ] drive US1 to `FR-003` at XFR-1, FR-x\n", ""},
        {"the section", "# Plan\n\n## Pilot\n\n- [ ] a\n", "section Pilot\nsection Plan\n"},
        {"the section's own link", "## Work\n\nServes [Pilot](plan.md#pilot).\n\n- [ ] a\n",
         "section Work\nsection plan.md#pilot\n"},
        {"a heading that links", "## [Pilot](plan.md#pilot)\n\n- [ ] a\n",
         "section Pilot\nsection plan.md#pilot\n"},
        {"strongest first",
         "---\nitem: A\n---\n# S\n\n**Initiative:** B\n\n- [ ] [US1] x [[p#D]] [c](p.md#c)\n",
         "front-matter A\nfield B\nlink p.md#c\nwikilink p#D\ntag US1\nsection S\n"},
        {"subtasks keep theirs", "- [ ] b [P](p.md#p)\n  - [ ] a\n", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        char out[1024];
        print_message("%s\n", cases[i].name);
        reading_start(&r, "work/tasks.md", cases[i].text);
        assert_true(r.model->tasks.len > 0);
        claims(&r, out, sizeof out);
        assert_string_equal(out, cases[i].claims);
        reading_end(&r);
    }
}

static void test_places(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m =
        reading_start(&r, "t.md", "- [ ] a [Pilot](p.md#pilot)\n  - **Initiative:** The Pilot\n");
    const struct task *task = &m->tasks.items[0];
    ASSERT_SLICE(reading_at(&r, task->claims.items[0].where), "The Pilot");
    ASSERT_SLICE(reading_at(&r, task->claims.items[1].where), "[Pilot](p.md#pilot)");
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_claims),
                                       cmocka_unit_test(test_places)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
