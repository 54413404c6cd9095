/* found_test.c: what is found in whole plans, and at which line: one case for each thing that was once
 * missed, or said without reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"

#include <planls/planls.h>
#include <string.h>

struct found_case {
    const char *path, *text;             /* the document that is checked */
    const char *other_path, *other_text; /* one beside it, or NULL */
    const char *found;                   /* "rule@line" in document order, a space behind each */
};

#define SPEC                                                                                       \
    "# Spec: Parcels\n\n### User Story 1 - Weigh (Priority: P1)\n\n**Independent Test**: weigh "   \
    "one\n\n### User Story 2 - Stamp (Priority: P2)\n\n**Independent Test**: stamp one\n"

static const struct found_case cases[] = {
    /* labels without marks: an unknown one opens the paragraph */
    {"a.md",
     "# P\n\n### Epic A\nOwner: Tom\nTimeline: Jan 2 - Jan 20\nStatus: Active\n\n### Epic B\n"
     "Owner: Una\nTimeline: Jan 4 - Jan 22\nStatus: Active\n\n### Epic C\nOwer: Sue\n"
     "Timeline: Jan 5 - Jan 30\nStatus: Blocked\n",
     NULL, NULL, "misspelled-field@14 "},
    /* a time that cannot be is a timeline all the same */
    {"a.md",
     "# P\n\n## Phase 1: A (2026-01-05)\n- Owner: X\n\n## Phase 2: B in Weeks 9-7 of it\n"
     "- Owner: X\n\n## Phase 3: C (2026-03-05)\n- Owner: Y\n",
     NULL, NULL, "invalid-span@6 "},
    /* a table of items with an empty Owner cell; a dash is an answer */
    {"a.md",
     "# P\n\n| Phase | Owner | Timeline |\n|---|---|---|\n| Survey | Ann | 2026-01-05 |\n"
     "| Design | | 2026-01-12 |\n| Build | Cy | 2026-01-19 |\n| Ship | — | 2026-01-26 |\n",
     NULL, NULL, "missing-owner@6 "},
    /* most rows have none: no habit */
    {"a.md",
     "# P\n\n| Phase | Owner | Timeline |\n|---|---|---|\n| Survey | Ann | 2026-01-05 |\n"
     "| Design | | 2026-01-12 |\n| Build | | 2026-01-19 |\n",
     NULL, NULL, ""},
    /* spec-kit's stories */
    {"specs/001-p/tasks.md",
     "# Tasks: P\n\n## Phase 1: Work\n\n- [ ] T001 [US1] Scale\n- [ ] T002 [US3] Ink\n"
     "- [ ] T003 [US3] Pad\n",
     "specs/001-p/spec.md", SPEC, "unknown-plan-item@6 "},
    /* another folder's stories say nothing */
    {"specs/002-q/tasks.md", "# Tasks: Q\n\n## Phase 1: Work\n\n- [ ] T001 [US3] Ink\n",
     "specs/001-p/spec.md", SPEC, ""},
};

static void put(struct planls_workspace *workspace, const char *path, const char *text)
{
    assert_true(planls_workspace_put(workspace, path, text, strlen(text)));
}

static void test_found(void **state)
{
    (void)state;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct planls_workspace *workspace = planls_workspace_new();
        struct planls_results *results = planls_results_new();
        struct planls_diagnostics found = {0};
        struct strbuf said;
        strbuf_init(&said, STRBUF_NO_LIMIT);
        put(workspace, cases[c].path, cases[c].text);
        if (cases[c].other_path)
            put(workspace, cases[c].other_path, cases[c].other_text);
        planls_check(workspace, cases[c].path, results, &found);
        for (size_t i = 0; i < found.len; i++) {
            unsigned line = 1;
            for (uint32_t at = 0; at < found.items[i].range.start; at++)
                line += cases[c].text[at] == '\n';
            strbuf_printf(&said, "%s@%u ", found.items[i].code, line);
        }
        struct slice all = strbuf_slice(&said);
        if (!slice_is(all, cases[c].found))
            fail_msg("case %zu: \"%.*s\", not \"%s\"", c, SLICE_ARG(all), cases[c].found);
        strbuf_release(&said);
        planls_results_free(results);
        planls_workspace_free(workspace);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
