/* claims_test.c: counts that documents state, against what is there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/claims.h"

#include <stdio.h>

#define LOG                                                                                        \
    "# Log\n\n## 1. Baseline\n\n## 2. Feedback\n\n### Customer one\n\n## 3. Bugs\n\n## Appendix\n"

/* The numbers that are wrong in `text`, in order: "17 800". */
static void assert_wrong(const char *text, const char *expected)
{
    struct settings settings;
    settings_init(&settings);
    struct workspace *ws = workspace_new(&settings);
    struct arena arena;
    arena_init(&arena);
    workspace_put(ws, SLICE("LOG.md"), SLICE(LOG));
    const struct document *document = workspace_put(ws, SLICE("tasks.md"), slice_of(text));
    struct claims claims = {0};
    claims_of(ws, document, &arena, &claims);
    char got[200] = "";
    size_t len = 0;
    for (size_t i = 0; i < claims.len; i++) {
        struct counts counts;
        if (claim_is_wrong(&claims.items[i], &counts))
            len += (size_t)snprintf(got + len, sizeof got - len, "%s%u", len ? " " : "",
                                    claims.items[i].said.number);
    }
    if (!slice_equal(slice_of(got), slice_of(expected)))
        fail_msg("wrong are \"%s\", not \"%s\", in\n%s", got, expected, text);
    arena_release(&arena);
    workspace_free(ws);
}

static void test_behind_a_file(void **state)
{
    (void)state;
    /* 3 is the highest number, 4 the second-level sections, 5 all but the title */
    assert_wrong("See LOG.md (3 sections, ~11 lines).\n", "");
    assert_wrong("See LOG.md (4 sections).\n", "");
    assert_wrong("See LOG.md (17 sections, ~800 lines).\n", "17 800");
    assert_wrong("See [the log](LOG.md) — 17 sections.\n", "17");
    assert_wrong("See [the log](LOG.md) — 17 sections and more.\n", ""); /* prose goes on */
    assert_wrong("- **LOG.md** — 17 sections, 40+ lines\n", "17 40");
    assert_wrong("- `LOG.md`: 11 lines\n", "");
    assert_wrong("```\n├─ LOG.md (17 sections, ~12 lines)\n└─ tasks.md\n```\n", "17");
    assert_wrong("```\n├─ MISSING.md (17 sections)\n```\n", "");
    assert_wrong("> LOG.md (17 sections)\n", "");
}

#define PHASES                                                                                     \
    "# Tasks\n\n## Phase 1: Setup (2 tasks)\n\n- [x] a\n- [ ] b\n\n## Phase 2: Build\n\n- [ ] c\n" \
    "  - [ ] d\n- [ ] e\n\n"

static void test_parts(void **state)
{
    (void)state;
    assert_wrong(PHASES, "");
    assert_wrong("# Tasks\n\n## Phase 1: Setup (3 tasks)\n\n- [x] a\n- [ ] b\n", "3");
    assert_wrong(PHASES "Day 1: complete Phase 1 (2 tasks)\n", "");
    assert_wrong(PHASES "Day 1: complete Phase 1 (7 tasks)\n", "7");
    assert_wrong(PHASES "### 2026-01-10 Session\n\nDid Phase 1 (7 tasks)\n", ""); /* it was so */
    assert_wrong(PHASES "MVP: Phases 1–2 (5 tasks)\n", "");
    assert_wrong(PHASES "MVP: Phases 1–2 (9 tasks)\n", "9");
    assert_wrong(PHASES "Day 9: complete Phase 9 (7 tasks)\n", "");       /* there is none */
    assert_wrong(PHASES "Phase 2 (3 tasks) and Phase 2 (2 tasks)\n", ""); /* with and without d */
}

static void test_tables(void **state)
{
    (void)state;
    assert_wrong(PHASES "| Phase | Tasks | Done |\n|---|---|---|\n| Phase 1 | 2 | 1 |\n"
                        "| **Phase 2: Build** | 3 | 0/3 |\n| Total | 5 | 1/5 |\n",
                 "");
    assert_wrong(PHASES "| Phase | Tasks | Done |\n|---|---|---|\n| Phase 1 | 4 | 2 |\n"
                        "| Phase 2 | 3 | 1/3 |\n| Total | 7 | 1/5 |\n",
                 "4 2 1 7");
    /* a row about a document */
    assert_wrong(
        "| File | Size |\n|---|---|\n| [log](LOG.md) | 4 sections |\n| `LOG.md` | ~90 lines |\n",
        "90");
    /* a gate's criteria and sections are no tasks */
    assert_wrong(
        "# Plan\n\n## Phase 1: A\n\n### 1.1 Steg\n\n### Go-Gate Criteria\n\n- [ ] a\n- [ ] b\n\n"
        "| Phase | Tasks |\n|---|---|\n| Phase 1 | 12 |\n",
        "");
    /* a column of numbers of tasks is none of counts */
    assert_wrong(PHASES "| Phase | Task | Rule |\n|---|---|---|\n| Phase 1 | 6 | x |\n", "");
}

static void test_labels(void **state)
{
    (void)state;
    assert_wrong(PHASES "## Summary\n\n- **Total tasks:** 5\n- Progress: 1/5 tasks (20%)\n", "");
    assert_wrong(PHASES "## Summary\n\n- **Total tasks:** 48\n- Progress: 3/5 tasks done\n",
                 "48 3");
    assert_wrong(PHASES "## Summary\n\n- **Total:** 2 phases, 7 tasks\n", "7");
    assert_wrong("# Plan\n\n- **Total:** 5 phases\n\n## Phase 1-4: A\n- **Owner:** X\n\n"
                 "## Phase 5: B\n- **Owner:** X\n",
                 "");
    assert_wrong("# Plan\n\n- **Total:** 6 phases\n\n## Phase 1–4: A\n- **Owner:** X\n\n"
                 "## Phase 5: B\n- **Owner:** X\n",
                 "6");
    assert_wrong("# Tasks\n\n**Status:** 2 of 2 tasks done\n\n- [x] a\n- [ ] b\n", "2");
    assert_wrong(
        "# Plan\n\n**Progress:** 50% (1/2 phases)\n\n## Phase 1: A ✅\n- **Status:** Done\n\n"
        "## Phase 2: B\n- **Status:** Open\n\n## Dates\n\n### Phase 1 (May)\n\n"
        "### Phase 2 (June)\n",
        ""); /* gone through twice */
    assert_wrong(
        "# Plan\n\n**Progress:** 100% (2/2 phases)\n\n## Phase 1: A\n- **Status:** Done\n\n"
        "## Phase 2: B\n- **Status:** Open\n",
        "2");
    /* the tasks of phase 1 are elsewhere; phase 2's are not meant */
    assert_wrong("# Plan\n\n## Phases\n\n### Phase 1: A\n- **Owner:** X\n- **Tasks:** 12\n\n"
                 "### Phase 2: B\n- **Owner:** X\n- [ ] a\n- [ ] b\n",
                 "");
    assert_wrong("# Tasks\n\n**Progress:** 1/3\n\n- [x] a\n- [ ] b\n", "1");
    assert_wrong("# Tasks\n\n## One (2 of 2 done)\n\n- [x] a\n- [ ] b\n", "2");
    assert_wrong("# Tasks\n\n## One (2/2)\n\n- [x] a\n", ""); /* part 2 of 2? */
    assert_wrong("# Tasks\n\n## One\n\n**Tasks:** 3\n\n- [ ] a\n- [ ] b\n", "3");
    assert_wrong("# Tasks\n\nThis is 1 of 17 tasks: a\n\n- [ ] a\n", "");
    assert_wrong("# Tasks\n\n**Phase:** 2\n\n## Phase 1: x\n\n- [ ] a\n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_behind_a_file),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_labels),
    };
    return cmocka_run_group_tests_name("claims", tests, NULL, NULL);
}
