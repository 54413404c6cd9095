/* found_test.c: what is found in whole plans, and at which line: one case for each thing that was once
 * missed, or said without reason. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "found_case.h"

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
    /* a total below the last item is that of them all */
    {"a.md",
     "# P\n\n## Initiative: A\n- **Owner:** Ann\n- **Budget:** $24K\n\n## Initiative: B\n"
     "- **Owner:** Ben\n- **Budget:** $12K\n\n**Total budget:** $40K\n",
     NULL, NULL, "budget-mismatch@11 "},
    /* one below the last of several lists may be, too; what is spent each year comes more than once */
    {"a.md",
     "# P\n\n## Costs\n\n### Running\n- Hosting: $50/month\n\n### Launch\n- Advert: $2,000\n"
     "- Press: $3,000\n\n**Total first year: $9,000**\n",
     NULL, NULL, ""},
    {"a.md",
     "# P\n\n## Costs\n- Build: $20,000\n- Upkeep (annual): $5,000\n- Move: $1,000\n"
     "- **Total, three years: $36,000**\n",
     NULL, NULL, ""},
    /* ids whose parts are letters */
    {"a.md",
     "# P\n\n## T0.0.A: Ask\n**Owner:** Ann\n\n## T0.0.B: Sort\n**Owner:** Ann\n\n"
     "## R1.T2: Tell\n**Owner:** Ann\n\n## R1.T3: Ship\n**Owner:** Ann\n",
     NULL, NULL, ""},
    /* a line across parts what a section tells of twice */
    {"a.md",
     "# P\n\n## Phase 1: Gaps\n\n**Gap 1**\n\n**Estimate:** 2 h\n\n---\n\n**Gap 2**\n\n"
     "**Estimate:** 3 h\n",
     NULL, NULL, ""},
    /* no risk, and risks that are taken as they are */
    {"a.md",
     "# P\n\n## Phase 1: A\n**Risks:** Rain → a tent\n\n## Phase 2: B\n**Risks:** Wind → ropes\n\n"
     "## Phase 3: C\n**Risks:** Snow → shovels\n\n## Phase 4: D\n**Risks:** None. All is tried.\n",
     NULL, NULL, ""},
    /* what was before the plan begins; names of its own are not offered */
    {"a.md",
     "# P\n\n## R1: A\n**Owner:** Ann\n**Depends on:** R0\n\n## R2: B\n**Owner:** Ann\n"
     "**Depends on:** R1\n\n## R3: C\n**Owner:** Ann\n**Depends on:** R9\n",
     NULL, NULL, "unknown-dependency@13 "},
    /* in a section of dependencies a label says which way */
    {"a.md",
     "# P\n\n## AB-01: A\n**Owner:** Ann\n\n### Dependencies\n\n- **Blocks:** AB-02\n\n"
     "## AB-02: B\n**Owner:** Ann\n\n### Dependencies\n\n- **Blocked by:** AB-01\n",
     NULL, NULL, ""},
    /* months hand over within one */
    {"a.md",
     "# P\n\n## R1: A (Jan-Feb 2027)\n**Owner:** Ann\n\n## R2: B (Feb-Apr 2027)\n**Owner:** Ann\n"
     "**Depends on:** R1\n",
     NULL, NULL, ""},
    /* the total of a table that is about something else */
    {"a.md",
     "# P\n\n## Phase 1: A\n- [ ] one\n- [ ] two\n\n## Hours\n\n| Urgency | Tasks |\n|---|---|\n"
     "| High | 3 tasks |\n| Low | 4 tasks |\n| **Total** | **7 tasks** |\n",
     NULL, NULL, ""},
    /* of ten sprints two are told of */
    {"a.md",
     "# P\n\n**Sprints completed:** 2/10\n\n## Sprint 1: A ✅\n**Owner:** Ann\n\n## Sprint 2: B ✅\n"
     "**Owner:** Ann\n",
     NULL, NULL, ""},
    /* the length of all, below the last */
    {"a.md",
     "# P\n\n### Week 1: A\n**Owner:** Ann\n\n### Week 2: B\n**Owner:** Ann\n\n"
     "**Total Duration:** 2 weeks\n",
     NULL, NULL, ""},
    /* points behind an epic's name */
    {"a.md",
     "# P\n\n## Epic 6: Search (23 pts)\n- find\n\n## AB-01: Index\n**Epic:** Search\n"
     "**Owner:** Ann\n\n- [ ] build\n",
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
