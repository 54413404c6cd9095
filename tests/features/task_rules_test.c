/* task_rules_test.c: what the rules on tasks find, and at which line, in documents of several teams. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"

#include <planls/planls.h>
#include <string.h>

struct found_case {
    const char *path, *text;
    const char *found; /* "rule@line" in document order, a space behind each */
};

static unsigned line_at(const char *text, uint32_t offset)
{
    unsigned line = 1;
    for (uint32_t i = 0; i < offset; i++)
        line += text[i] == '\n';
    return line;
}

/* Only findings of `rules` (names, NULL at the end) are looked at. */
static void assert_found(const struct found_case *c, const char *const *rules)
{
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    struct strbuf said;
    strbuf_init(&said, STRBUF_NO_LIMIT);
    strbuf_puts(&said, "");
    assert_true(planls_workspace_put(workspace, c->path, c->text, strlen(c->text)));
    planls_check(workspace, c->path, results, &found);
    for (size_t i = 0; i < found.len; i++)
        for (size_t r = 0; rules[r]; r++)
            if (strcmp(found.items[i].code, rules[r]) == 0)
                strbuf_printf(&said, "%s@%u ", rules[r],
                              line_at(c->text, found.items[i].range.start));
    assert_string_equal(said.ptr ? said.ptr : "", c->found);
    strbuf_release(&said);
    planls_results_free(results);
    planls_workspace_free(workspace);
}

static void test_done_unverified(void **state)
{
    (void)state;
    static const char *const rules[] = {"done-unverified", "done-with-open-subtasks", NULL};
    static const struct found_case cases[] = {
        /* a backlog's file: status and criteria */
        {"backlog/tasks/task-1 - Ink.md",
         "---\nid: task-1\ntitle: Ink\nstatus: Done\n---\n\n## Acceptance Criteria\n<!-- AC:BEGIN "
         "-->\n- [x] #1 Dark\n- [ ] #2 Dry\n<!-- AC:END -->\n",
         "done-unverified@4 "},
        {"backlog/tasks/task-1 - Ink.md",
         "---\nid: task-1\ntitle: Ink\nstatus: In Progress\n---\n\n## Acceptance Criteria\n"
         "- [x] #1 Dark\n- [ ] #2 Dry\n",
         ""},
        /* an item's status field, and the sign in its heading */
        {"plan.md",
         "# P\n\n## Phase 1: Survey\n\n**Status:** Complete\n\n### Success Criteria\n\n- [x] a\n"
         "- [ ] b\n\n## Phase 2: Print ✅\n\n**Acceptance Criteria:**\n\n- [x] c\n- [ ] d\n\n"
         "## Phase 3: Sell\n\n**Status:** In Progress\n\n**Acceptance Criteria:**\n\n- [ ] e\n",
         "done-unverified@5 done-unverified@12 "},
        /* nobody ticks criteria here: one word */
        {"plan.md",
         "# P\n\n## Phase 1: Survey\n\n**Status:** Complete\n\n### Success Criteria\n\n- [ ] a\n\n"
         "## Phase 2: Print\n\n**Status:** Complete\n\n### Success Criteria\n\n- [ ] b\n",
         "done-unverified@5 "},
        /* a go-gate is for the next phase */
        {"plan.md",
         "# P\n\n## Phase 1: Survey\n\n**Status:** Complete\n\n### Go-Gate Criteria\n\n- [ ] a\n\n"
         "## Phase 2: Print\n\n**Status:** Not Started\n",
         ""},
        /* subtasks are the other rule's; called off is called off */
        {"tasks.md", "- [x] a\n  - [ ] b\n- [x] c\n  - Verification:\n    - [-] d\n    - [x] e\n",
         "done-with-open-subtasks@1 "},
        {"tasks.md", "- [x] a\n  - **Verification:**\n    - [ ] b\n", "done-unverified@1 "},
        /* Kiro's checkpoints vouch for what stands between them */
        {".kiro/specs/lamp/tasks.md",
         "- [x] 1. Cut\n- [x] 2. Checkpoint - Ensure all tests pass\n- [ ] 3. Fit\n"
         "- [ ]* 4. Paint\n- [ ] 5. Checkpoint - Ensure all tests pass\n",
         ""},
        {".kiro/specs/lamp/tasks.md",
         "- [x] 1. Cut\n- [ ] 2. Fit\n- [x] 3. Checkpoint - Ensure all tests pass\n",
         "done-unverified@3 "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_found(&cases[i], rules);
}

static void test_status_conflict(void **state)
{
    (void)state;
    static const char *const rules[] = {"status-conflict", NULL};
    static const struct found_case cases[] = {
        /* heading and field; a document's state says nothing of the work */
        {"plan.md", "## Phase 1: A ✅\n\n**Status:** In Progress\n", "status-conflict@3 "},
        {"plan.md", "## Phase 1: A ✅\n\n**Status:** Approved\n", ""},
        {"plan.md", "## Phase 1: A ✅\n\n**Status:** Done\n", ""},
        /* front matter and the line at the top; not one deeper down */
        {"plan.md", "---\nstatus: done\n---\n# P\n\n**Status:** In Progress\n\n## Phase 1: A\n",
         "status-conflict@6 "},
        {"plan.md", "---\nstatus: done\n---\n# P\n\n## Phase 1: A\n\n**Status:** In Progress\n",
         ""},
        /* a table of states and the sections */
        {"plan.md",
         "# P\n\n| Phase | Status |\n|---|---|\n| Phase 1: A | ✅ Done |\n| Phase 2 | Done |\n\n"
         "## Phase 1: A (In Progress)\n\n- [ ] x\n\n## Phase 2: B\n\n**Status:** Complete\n",
         "status-conflict@5 "},
        {"plan.md",
         "# P\n\n| Week | Status |\n|---|---|\n| Week 1 | Done |\n\n## Phase 1: A\n\n### Week 1\n\n"
         "**Status:** Done\n\n## Phase 2: B\n\n### Week 1\n\n**Status:** Not Started\n",
         ""},
        /* ticks and their words */
        {"tasks.md",
         "- [x] Import users (deploy pending)\n- [x] Import groups — QA pending\n"
         "- [x] Add a lane: in progress\n- [x] Show “pending” (done in May)\n- [x] Handle pending\n"
         "- [ ] Write (in progress)\n- [x] Charts: **In Progress**\n",
         "status-conflict@1 status-conflict@2 status-conflict@7 "},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_found(&cases[i], rules);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_done_unverified),
        cmocka_unit_test(test_status_conflict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
