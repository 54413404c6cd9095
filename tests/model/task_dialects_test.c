/* task_dialects_test.c: the task files of the systems that are read natively. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_recognition(void **state)
{
    (void)state;
    static const struct {
        const char *path, *text;
        enum task_dialect dialect;
    } cases[] = {
        {"TODO.md", "- [ ] a\n", DIALECT_GITHUB},
        {"specs/004-search/tasks.md", "- [ ] a\n", DIALECT_SPEC_KIT},
        {"specs/search/tasks.md", "- [ ] a\n", DIALECT_GITHUB},
        {"work.md", "- [ ] T001 a\n- [x] T002 b\n", DIALECT_SPEC_KIT},
        {"work.md", "- [ ] T001 a\n", DIALECT_GITHUB},
        {".kiro/specs/search/tasks.md", "- [ ] 1. a\n", DIALECT_KIRO},
        {"app/.kiro/specs/search/design.md", "text\n", DIALECT_KIRO},
        {"work.md", "- [ ] 1. a\n  - _Requirements: 1.1_\n", DIALECT_KIRO},
        {"openspec/changes/add-x/tasks.md", "- [ ] 1.1 a\n", DIALECT_OPENSPEC},
        {"backlog/tasks/task-1 - A.md", "---\nid: task-1\ntitle: A\nstatus: To Do\n---\n",
         DIALECT_BACKLOG},
        {"docs/adr-1.md", "---\nid: ADR-1\ntitle: A\nstatus: accepted\n---\n", DIALECT_GITHUB},
        {"notes.md", "- [ ] a 📅 2026-01-05\n", DIALECT_OBSIDIAN},
        {"notes.md", "- [ ] celebrate 📅\n", DIALECT_GITHUB},
        {"notes.md", "# X\n\n## TODO Write it\n", DIALECT_ORG},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        print_message("%s: %s", cases[i].path, cases[i].text);
        assert_int_equal(reading_start(&r, cases[i].path, cases[i].text)->dialect,
                         cases[i].dialect);
        reading_end(&r);
    }
}

static void test_spec_kit(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m =
        reading_start(&r, "specs/001-search/tasks.md",
                      "## Phase 3: User Story 1\n\n"
                      "- [x] T012 [P] [US1] Add the index in src/index.py\n"
                      "- [ ] T014 [US1] Query it in src/query.py (depends on T012, T013)\n");
    assert_int_equal(m->tasks.len, 2);
    const struct task *first = &m->tasks.items[0], *second = &m->tasks.items[1];
    ASSERT_SLICE(first->id, "T012");
    ASSERT_SLICE(first->title, "Add the index in src/index.py");
    assert_true(first->parallel && first->done);
    assert_false(second->parallel);
    ASSERT_SLICE(second->title, "Query it in src/query.py");
    assert_int_equal(second->depends_on.len, 2);
    ASSERT_SLICE(second->depends_on.items[0].target, "T012");
    ASSERT_SLICE(second->depends_on.items[1].target, "T013");
    ASSERT_SLICE(reading_at(&r, second->depends_on.items[1].where), "T013");
    assert_int_equal(first->claims.items[0].via, VIA_TAG);
    ASSERT_SLICE(first->claims.items[0].target, "US1");
    reading_end(&r);
}

static void test_kiro(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(&r, ".kiro/specs/mail/tasks.md",
                                          "- [-] 1. Mailer\n"
                                          "- [x] 1.1 (P) Queue\n"
                                          "  - keep the order\n"
                                          "  - _Requirements: 1.1, 2.3_\n"
                                          "  - _Depends: 1.2_\n"
                                          "- [ ]* 1.2 Tests\n"
                                          "- [ ] 2. Templates\n"
                                          "  - [ ] 2.1 Welcome\n");
    assert_int_equal(m->tasks.len, 5);
    const struct task *t = m->tasks.items;
    assert_int_equal(t[0].status, STATUS_DOING);
    assert_false(t[0].done);
    ASSERT_SLICE(t[0].id, "1");
    ASSERT_SLICE(t[1].title, "Queue");
    assert_true(t[1].parallel);
    assert_int_equal(t[1].parent, 0);
    assert_int_equal(t[1].claims.len, 2);
    ASSERT_SLICE(t[1].claims.items[0].target, "1.1");
    ASSERT_SLICE(t[1].claims.items[1].target, "2.3");
    assert_int_equal(t[1].claims.items[1].via, VIA_TAG);
    assert_int_equal(t[1].depends_on.len, 1);
    ASSERT_SLICE(t[1].depends_on.items[0].target, "1.2");
    assert_true(t[2].optional);
    assert_int_equal(t[2].source, TASK_FROM_BOX);
    assert_int_equal(t[2].parent, 0);
    ASSERT_SLICE(t[2].id, "1.2");
    ASSERT_SLICE(t[2].title, "Tests");
    assert_int_equal(t[3].parent, NO_INDEX);
    assert_int_equal(t[4].parent, 3);
    reading_end(&r);
}

static void test_openspec(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(&r, "openspec/changes/x/tasks.md",
                                          "## 1. Setup\n\n- [x] 1.1 Add it\n\n## 2. Rest\n\n"
                                          "- [ ] 2.1 **NEW** Test it\n");
    assert_int_equal(m->tasks.len, 2);
    ASSERT_SLICE(m->tasks.items[1].id, "2.1");
    ASSERT_SLICE(m->tasks.items[1].title, "NEW Test it");
    assert_int_equal(m->tasks.items[1].parent, NO_INDEX);
    reading_end(&r);
}

static const char backlog[] = "---\n"
                              "id: task-7\n"
                              "title: Show the score\n"
                              "status: In Progress\n"
                              "assignee:\n"
                              "  - '@ada'\n"
                              "dependencies:\n"
                              "  - task-3\n"
                              "  - task-4\n"
                              "milestone: m-1\n"
                              "---\n\n"
                              "## Acceptance Criteria\n"
                              "<!-- AC:BEGIN -->\n"
                              "- [x] #1 It is shown\n"
                              "- [ ] #2 It is right\n"
                              "<!-- AC:END -->\n";

static void test_backlog(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(&r, "backlog/tasks/task-7 - Show-the-score.md", backlog);
    assert_int_equal(m->dialect, DIALECT_BACKLOG);
    assert_int_equal(m->tasks.len, 3);
    const struct task *t = m->tasks.items;
    assert_int_equal(t[0].source, TASK_FROM_FRONT_MATTER);
    ASSERT_SLICE(t[0].id, "task-7");
    ASSERT_SLICE(t[0].title, "Show the score");
    ASSERT_SLICE(t[0].status_text, "In Progress");
    assert_int_equal(t[0].status, STATUS_DOING);
    ASSERT_SLICE(t[0].owners.items[0].name, "ada");
    assert_int_equal(t[0].depends_on.len, 2);
    ASSERT_SLICE(t[0].depends_on.items[1].target, "task-4");
    ASSERT_SLICE(reading_at(&r, t[0].title_span), "Show the score");
    assert_int_equal(t[0].claims.items[0].via, VIA_FRONT_MATTER);
    ASSERT_SLICE(t[0].claims.items[0].target, "m-1");
    assert_false(t[0].criterion);
    ASSERT_SLICE(t[1].id, "");
    ASSERT_SLICE(t[1].title, "It is shown");
    assert_true(t[1].criterion && t[2].criterion);
    assert_int_equal(t[2].parent, 0);
    reading_end(&r);
}

static void test_documents_that_are_tasks(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t tasks;
    } cases[] = {
        {"---\ntitle: A\nstatus: todo\ninitiative: Pilot\n---\n\nText\n", 1},
        {"---\nstatus: todo\nplan: plan.md#pilot\n---\n# A\n\n- [ ] b\n", 2},
        {"---\ntype: task\nstatus: done\n---\n# A\n", 1},
        {"---\ninitiative: Pilot\n---\n- [ ] a\n", 1}, /* a list of tasks */
        {"---\ntitle: A\nstatus: draft\n---\n# A\n", 0},
        {"---\nstatus: active\nmilestone: M1\n---\n# Plan\n\n## Phase 1: A\n- **Owner:** Bo\n\n"
         "## Phase 2: B\n- **Owner:** Bo\n",
         0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        const struct model *m = reading_start(&r, "work/a.md", cases[i].text);
        print_message("%s", cases[i].text);
        assert_int_equal(m->tasks.len, cases[i].tasks);
        if (m->tasks.len && i < 3) {
            ASSERT_SLICE(m->tasks.items[0].title, "A");
            assert_int_equal(m->dialect, DIALECT_GITHUB);
        }
        if (m->tasks.len > 1)
            assert_int_equal(m->tasks.items[1].parent, 0);
        reading_end(&r);
    }
}

static void test_obsidian(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m =
        reading_start(&r, "notes.md",
                      "- [ ] Buy paper 🆔 p1 📅 2026-03-01\n"
                      "- [x] Print it ⛔ p1,p2 ⏫ ✅ 2026-02-01\n"
                      "- [ ] Fold it [id:: f1] [dependsOn:: p1] [due:: 2026-03-02]\n"
                      "- [-] Burn it ❌ 2026-02-02\n"
                      "- [ ] Celebrate ✅ and rest\n");
    const struct task *t = m->tasks.items;
    assert_int_equal(m->tasks.len, 5);
    ASSERT_SLICE(t[0].id, "p1");
    ASSERT_SLICE(t[0].title, "Buy paper");
    ASSERT_SLICE(t[1].title, "Print it");
    assert_int_equal(t[1].depends_on.len, 2);
    ASSERT_SLICE(t[1].depends_on.items[1].target, "p2");
    ASSERT_SLICE(t[2].id, "f1");
    ASSERT_SLICE(t[2].title, "Fold it");
    ASSERT_SLICE(t[2].depends_on.items[0].target, "p1");
    assert_int_equal(t[3].status, STATUS_CANCELLED);
    ASSERT_SLICE(t[3].title, "Burn it");
    ASSERT_SLICE(t[4].title, "Celebrate ✅ and rest");
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_recognition), cmocka_unit_test(test_spec_kit),
        cmocka_unit_test(test_kiro),        cmocka_unit_test(test_openspec),
        cmocka_unit_test(test_backlog),     cmocka_unit_test(test_documents_that_are_tasks),
        cmocka_unit_test(test_obsidian),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
