/* task_words_test.c: titles and lines by their words, in several languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/reference_words.h"
#include "model/task_words.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_next_steps(void **state)
{
    (void)state;
    static const char *const yes[] = {"Next Steps",
                                      "🚀 IMMEDIATE NEXT ACTIONS (Today)",
                                      "Prochaines étapes",
                                      "Nächste Schritte",
                                      "次のステップ",
                                      "Próximos pasos inmediatos",
                                      "下一步"};
    static const char *const no[] = {"Steps", "Next quarter", "Nextsteps", "Context step by step"};
    for (size_t i = 0; i < COUNT(yes); i++)
        assert_true(is_next_steps_title(slice_of(yes[i])));
    for (size_t i = 0; i < COUNT(no); i++)
        assert_false(is_next_steps_title(slice_of(no[i])));
}

static void test_gates(void **state)
{
    (void)state;
    static const struct {
        const char *title;
        enum gate_words words;
    } cases[] = {
        {"Go-Gate Criteria", GATE_WORDS_STRONG},
        {"✅ Go/No-Go Decision Criteria", GATE_WORDS_STRONG},
        {"Phase 1 exit gate", GATE_WORDS_STRONG},
        {"Exit Criteria", GATE_WORDS_WEAK},
        {"Go/No-Go Gate: End of Week 4", GATE_WORDS_WEAK},
        {"Gate:", GATE_WORDS_WEAK},
        {"Quality gates", GATE_WORDS_WEAK},
        {"Investigate criteria", GATE_WORDS_NONE},
        {"Privacy gate shipped", GATE_WORDS_NONE},
        {"Gateway", GATE_WORDS_NONE},
        {"Success Criteria", GATE_WORDS_NONE},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("%s\n", cases[i].title);
        assert_int_equal(gate_words_of(slice_of(cases[i].title)), cases[i].words);
    }
}

static void test_other_titles(void **state)
{
    (void)state;
    assert_true(is_stop_title(SLICE("🚫 STOP CONDITIONS (Pause/Pivot Points)")));
    assert_true(is_stop_title(SLICE("Kill criteria")));
    assert_false(is_stop_title(SLICE("Non-stop work conditions")));
    assert_true(is_checkpoint_title(SLICE("💰 BUDGET CHECKPOINTS")));
    assert_false(is_checkpoint_title(SLICE("Checkpoint")));
    assert_true(is_criteria_title(SLICE("✅ معايير القبول (Definition of Done)")));
    assert_true(is_criteria_title(SLICE("Acceptance Criteria")));
    assert_false(is_criteria_title(SLICE("Acceptance testing")));
    assert_true(is_document_column(SLICE(" Document ")));
    assert_false(is_document_column(SLICE("Existing Document")));
}

static void test_creation(void **state)
{
    (void)state;
    static const char *const yes[] = {"Create `src/a.ts`",
                                      "**Created**: a.md",
                                      "add the table to schema.sql",
                                      "NEW: x.py",
                                      "(new)",
                                      "Delete old.py",
                                      "Neue Datei x.md",
                                      "Ajouter x.md",
                                      "x.md を作成する",
                                      "Добавить x.md",
                                      "renames a.md"};
    static const char *const no[] = {"Read PLAN.md", "addition of newer things", "Address x.md",
                                     "See news.md",  "The builder reads it",     ""};
    for (size_t i = 0; i < COUNT(yes); i++) {
        print_message("%s\n", yes[i]);
        assert_true(says_creation(slice_of(yes[i])));
    }
    for (size_t i = 0; i < COUNT(no); i++) {
        print_message("%s\n", no[i]);
        assert_false(says_creation(slice_of(no[i])));
    }
    assert_true(names_new_files(SLICE("Files to Create")));
    assert_false(names_new_files(SLICE("Files")));
}

static void test_dependency_words(void **state)
{
    (void)state;
    assert_int_equal(dependency_words(SLICE("depends on T012")), 11);
    assert_int_equal(dependency_words(SLICE("Depends: 2.1")), 9);
    assert_int_equal(dependency_words(SLICE("after T003")), 6);
    assert_int_equal(dependency_words(SLICE("afternoon")), 0);
    assert_int_equal(dependency_words(SLICE("依存：T001")), 9);
    assert_int_equal(dependency_words(SLICE("2 hours")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next_steps),       cmocka_unit_test(test_gates),
        cmocka_unit_test(test_other_titles),     cmocka_unit_test(test_creation),
        cmocka_unit_test(test_dependency_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
