/* graph_rules_test.c: what the rules about dependencies and parallel work say, and where they are silent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "found_case.h"

#define ITEM(name, time, more)                                                                     \
    "## Initiative: " name "\n- **Owner:** Ann\n- **Timeline:** " time "\n" more "\n"

static const struct found_case cases[] = {
    /* two weeks too early */
    {"plan.md", ITEM("A", "Weeks 1–6", "") ITEM("B", "Weeks 5–8", "- **Depends on:** A\n"), NULL,
     NULL, "dependency-order@7 "},
    /* the shared week is a handover */
    {"plan.md", ITEM("A", "Weeks 1–5", "") ITEM("B", "Weeks 5–8", "- **Depends on:** A\n"), NULL,
     NULL, ""},
    /* told at the other end */
    {"plan.md", ITEM("A", "Weeks 1–6", "- **Blocks:** B\n") ITEM("B", "Weeks 5–8", ""), NULL, NULL,
     "dependency-order@8 "},
    /* over and done */
    {"plan.md",
     ITEM("A", "Weeks 1–6", "- **Status:** Done\n") ITEM("B", "Weeks 5–8", "- **Depends on:** A\n"),
     NULL, NULL, ""},
    /* quarters: B starts in the one in which A ends */
    {"plan.md", ITEM("A", "Q1–Q2 2026", "") ITEM("B", "Q2 2026", "- **Depends on:** A\n"), NULL,
     NULL, ""},
    {"plan.md", ITEM("A", "Q1–Q2 2026", "") ITEM("B", "Q1 2026", "- **Depends on:** A\n"), NULL,
     NULL, "dependency-order@7 "},
    /* dates */
    {"plan.md",
     ITEM("A", "2026-01-05 – 2026-01-30", "")
         ITEM("B", "2026-01-28 – 2026-02-20", "- **Depends on:** A\n"),
     NULL, NULL, "dependency-order@7 "},
    /* weeks of another plan hang on another start */
    {"b.md", ITEM("B", "Weeks 1–2", "- **Depends on:** A\n"), "a.md", ITEM("A", "Weeks 3–6", ""),
     ""},
    {"b.md", ITEM("B", "2026-01-05 – 2026-01-09", "- **Depends on:** A\n"), "a.md",
     ITEM("A", "2026-02-02 – 2026-02-06", ""), "dependency-order@3 "},
    /* parallel work: one file written twice; read, done, waiting, under another heading */
    {"specs/001-p/tasks.md",
     "# Tasks: P\n\n## Phase 1: A\n\n- [ ] T001 [P] Weigh in src/scale.c\n"
     "- [ ] T002 [P] Print in `src/scale.c`\n- [ ] T003 [P] Test src/scale_test.c per src/scale.c\n"
     "- [x] T004 [P] Tare in src/scale.c\n- [ ] T005 [P] Zero in src/scale.c (depends on T001)\n\n"
     "## Phase 2: B\n\n- [ ] T006 [P] Round in src/scale.c\n",
     NULL, NULL, "parallel-conflict@6 "},
    /* a table that plans tasks: T2 begins before T1 ends; T9 is nothing */
    {"plan.md",
     "# P\n\n| ID | Task | Owner | Start | End | Depends on |\n|-|-|-|-|-|-|\n"
     "| T1 | Survey | Ann | 2026-01-05 | 2026-01-16 | - |\n"
     "| T2 | Piles | Ben | 2026-01-12 | 2026-01-30 | T1 |\n"
     "| T3 | Deck | Cy | 2026-02-02 | 2026-02-27 | T2, T9 |\n",
     NULL, NULL, "dependency-order@6 unknown-dependency@7 "},
    /* one index.ts in each folder */
    {"specs/001-p/tasks.md",
     "# Tasks: P\n\n## Phase 1: A\n\n- [ ] T001 [P] Create `lib/a/` with an entry in `index.ts`\n"
     "- [ ] T002 [P] Create `lib/b/` with an entry in `index.ts`\n",
     NULL, NULL, ""},
};

static void test_found(void **state)
{
    (void)state;
    found_cases_check(cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_found)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
