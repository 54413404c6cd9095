/* words_test.c: the tables are in order, and words mean what they should. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/lexicon.h"
#include "model/words.h"

#include <string.h>

static void test_tables_are_sorted(void **state)
{
    (void)state;
    const struct lexicon tables[] = {
        lexicon_fields_english, lexicon_fields_romance, lexicon_fields_latin,
        lexicon_fields_scripts, lexicon_kinds,          lexicon_groups,
        lexicon_months,         lexicon_weekdays,       lexicon_units,
        lexicon_states_english, lexicon_states_other,   lexicon_roles,
        lexicon_nones,          lexicon_sections,       lexicon_measures,
        lexicon_criteria,       lexicon_totals,
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        size_t row = lexicon_disorder(tables[i]);
        if (row < tables[i].count)
            fail_msg("table %zu: \"%s\" is out of byte order", i, tables[i].words[row].text);
        for (size_t k = 0; k < tables[i].count; k++) {
            struct slice word = slice_of(tables[i].words[k].text);
            struct lexicon_key key = lexicon_fold(word);
            if (!slice_equal(lexicon_key_slice(&key), word))
                fail_msg("table %zu: \"%s\" is not in folded form, \"%.*s\" is", i, word.ptr,
                         (int)key.len, key.text);
        }
    }
}

static void test_fold(void **state)
{
    (void)state;
    static const struct {
        const char *raw, *folded;
    } cases[] = {
        {"Owner", "owner"},
        {"  Success   Criteria: ", "success criteria"},
        {"Blockers & Mitigation", "blockers and mitigation"},
        {"Risks/Mitigations", "risks/mitigations"},
        {"Risks / Mitigations", "risks/mitigations"},
        {"depends_on", "depends on"},
        {"Go-Gate Criteria", "go gate criteria"},
        {"Go–Gate Criteria", "go gate criteria"},
        {"Owner(s)", "owner"},
        {"Budget (USD)", "budget"},
        {"⏱️ Estimated Time", "estimated time"},
        {"**Status**", "status"},
        {"Öffentlich ÜBER", "öffentlich über"},
        {"ВЛАДЕЛЕЦ Ёлка", "владелец ёлка"},
        {"WŁAŚCICIEL", "właściciel"},
        {"NGƯỜI PHỤ TRÁCH", "người phụ trách"},
        {"Ｏｗｎｅｒ：", "owner"},
        {"What’s inside", "what's inside"},
        {"", ""},
        {"***", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct lexicon_key key = lexicon_fold(slice_of(cases[i].raw));
        char text[LEXICON_WORD_MAX + 1] = {0};
        memcpy(text, key.text, key.len);
        assert_string_equal(text, cases[i].folded);
    }
    char lengthy[200];
    memset(lengthy, 'a', sizeof lengthy);
    assert_int_equal(lexicon_fold((struct slice){lengthy, sizeof lengthy}).len, 0);
    assert_int_equal(lexicon_fold((struct slice){lengthy, 65}).len, 0);
    assert_int_equal(lexicon_fold((struct slice){lengthy, 64}).len, 64);
}

static void test_field_keys(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        enum field_key key;
    } cases[] = {
        {"Owner", FIELD_OWNER},
        {"OWNERS", FIELD_OWNER},
        {"DRI", FIELD_OWNER},
        {"Owner / DRI", FIELD_OWNER},
        {"Assigned to", FIELD_OWNER},
        {"Status", FIELD_STATUS},
        {"Current Status", FIELD_STATUS},
        {"Timeline", FIELD_TIMELINE},
        {"📅 Timeline", FIELD_TIMELINE},
        {"Due Date", FIELD_TIMELINE},
        {"due_date", FIELD_TIMELINE},
        {"Estimated Duration", FIELD_TIMELINE},
        {"Budget", FIELD_BUDGET},
        {"Budget used", FIELD_BUDGET},
        {"Final budget", FIELD_BUDGET},
        {"Estimated Cost", FIELD_BUDGET},
        {"Time", FIELD_EFFORT},
        {"Estimated Time", FIELD_EFFORT},
        {"Success Criteria", FIELD_SUCCESS_CRITERIA},
        {"Acceptance criteria", FIELD_SUCCESS_CRITERIA},
        {"Independent Test", FIELD_SUCCESS_CRITERIA},
        {"Definition of Done", FIELD_SUCCESS_CRITERIA},
        {"Go-Gate Criteria", FIELD_GATE},
        {"Blockers & Mitigation", FIELD_BLOCKERS},
        {"Risks & Mitigations", FIELD_BLOCKERS},
        {"Key Risks", FIELD_BLOCKERS},
        {"Deliverable(s)", FIELD_DELIVERABLES},
        {"Depends on", FIELD_DEPENDENCIES},
        {"Blocked by", FIELD_DEPENDENCIES},
        {"Blocks", FIELD_BLOCKS},
        {"Purpose", FIELD_GOAL},
        {"Signal", FIELD_SIGNAL},
        {"Action", FIELD_ACTION},
        {"Update Frequency", FIELD_UPDATE_FREQUENCY},
        {"Last Updated", FIELD_LAST_UPDATED},
        {"updated_date", FIELD_LAST_UPDATED},
        {"created_date", FIELD_DATE},
        {"timestamp", FIELD_DATE},
        {"Initiative", FIELD_INITIATIVE},
        {"Mitigation", FIELD_MITIGATION},
        {"Key Sections", FIELD_CONTAINS},
        {"Verantwortlich", FIELD_OWNER},
        {"Budget (EUR)", FIELD_BUDGET},
        {"Zeitplan", FIELD_TIMELINE},
        {"Abhängigkeiten", FIELD_DEPENDENCIES},
        {"Critères de succès", FIELD_SUCCESS_CRITERIA},
        {"DÉPENDANCES", FIELD_DEPENDENCIES},
        {"Durée", FIELD_TIMELINE},
        {"Presupuesto", FIELD_BUDGET},
        {"Entregables", FIELD_DELIVERABLES},
        {"Responsável", FIELD_OWNER},
        {"Obiettivo", FIELD_GOAL},
        {"Właściciel", FIELD_OWNER},
        {"Ryzyko", FIELD_BLOCKERS},
        {"Ответственный", FIELD_OWNER},
        {"Sorumlu", FIELD_OWNER},
        {"Người phụ trách", FIELD_OWNER},
        {"المسؤول", FIELD_OWNER},
        {"负责人", FIELD_OWNER},
        {"負責人", FIELD_OWNER},
        {"担当者", FIELD_OWNER},
        {"責任者", FIELD_OWNER},
        {"담당자", FIELD_OWNER},
        {"目的", FIELD_GOAL},
        {"作成日", FIELD_DATE},
        /* not these */
        {"Rationale", FIELD_OTHER},
        {"Primary Dependencies", FIELD_OTHER},
        {"Project Plan", FIELD_OTHER},
        {"Before", FIELD_OTHER},
        {"After", FIELD_OTHER},
        {"Data", FIELD_OTHER},
        {"Files", FIELD_OTHER},
        {"Target Platform", FIELD_OTHER},
        {"Word Count", FIELD_OTHER},
        {"Owner/Status", FIELD_OTHER},
        {"", FIELD_OTHER},
        {"A very long label that goes on and on until nobody would call it a label any more",
         FIELD_OTHER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum field_key key = field_key_of(slice_of(cases[i].label), NULL);
        if (key != cases[i].key)
            fail_msg("%s: %s", cases[i].label, field_key_name(key));
    }
}

static void test_aliases_come_first(void **state)
{
    (void)state;
    struct settings settings;
    const struct settings_field fields[] = {
        {SLICE_INIT("owner"), SLICE_INIT("Champion")},
        {SLICE_INIT("success-criteria"), SLICE_INIT("Goal")},
    };
    settings_init(&settings);
    settings.fields = fields;
    settings.field_count = 2;
    assert_int_equal(field_key_of(SLICE("champion"), &settings), FIELD_OWNER);
    assert_int_equal(field_key_of(SLICE("GOAL"), &settings), FIELD_SUCCESS_CRITERIA);
    assert_int_equal(field_key_of(SLICE("Goal"), NULL), FIELD_GOAL);
    assert_int_equal(field_key_of(SLICE("Owner"), &settings), FIELD_OWNER);
}

static void test_field_names(void **state)
{
    (void)state;
    for (int key = 0; key < FIELD_COUNT; key++)
        assert_true(strlen(field_key_name((enum field_key)key)) > 0);
    assert_string_equal(field_key_name(FIELD_SUCCESS_CRITERIA), "success-criteria");
    assert_string_equal(field_key_name(FIELD_UPDATE_FREQUENCY), "update-frequency");
}

static void test_item_kinds(void **state)
{
    (void)state;
    static const struct {
        const char *title, *kind;
        size_t length;
    } cases[] = {
        {"Initiative: Hiring: Sales vs. Platform", "initiative", 10},
        {"Initiative 1: Better builds (8 weeks)", "initiative", 10},
        {"  Initiative: Indented", "initiative", 12},
        {"Phase 1 (Weeks 1-4) - Foundation", "phase", 5},
        {"Phase 2", "phase", 5},
        {"PHASE 0.1 — X", "phase", 5},
        {"Phase-3: Roll out", "phase", 5},
        {"Phase A: Roll out", "phase", 5},
        {"Phase II — Roll out", "phase", 5},
        {"Phase Two: Roll out", "phase", 5},
        {"Phase — Roll out", "phase", 5},
        {"Fase 3", "phase", 4},
        {"第1阶段", "phase", 10},
        {"第一阶段：基础", "phase", 12},
        {"阶段1：基础", "phase", 6},
        {"フェーズ1", "phase", 12},
        {"フェーズ 2: 設計", "phase", 12},
        {"2단계: 구현", "phase", 7},
        {"المرحلة 1: الأساس", "phase", 14},
        {"المرحلة الأولى: الأساس", "phase", 14},
        {"Фаза 2. Запуск", "phase", 8},
        {"Giai đoạn 1: Nền tảng", "phase", 12},
        {"Week 1", "week", 4},
        {"Weeks 1-4: Foundation", "week", 5},
        {"Semaine 1-2 : Implémentation", "week", 7},
        {"第1周", "week", 7},
        {"Day 3:", "day", 3},
        {"Month 4+", "month", 5},
        {"Sprint 4", "sprint", 6},
        {"Sprint 2026-03", "sprint", 6},
        {"User Story 1 - T (Priority: P1)", "story", 10},
        {"Story 2.1: T", "story", 5},
        {"Requirement 2:", "requirement", 11},
        {"Requirement: The system answers", "requirement", 11},
        {"Task 1.1: x", "task", 4},
        {"Sub-task 1.1: x", "task", 8},
        {"Task #12: x", "task", 4},
        {"Milestone M1", "milestone", 9},
        {"Milestone v2.0: Public", "milestone", 9},
        {"Step 3", "step", 4},
        {"Action Item 1: Review", "action", 11},
        {"Epic: Checkout", "epic", 4},
        {"Key Result 1.1: Fewer tickets", "key-result", 10},
        {"Objective 1 – Grow", "objective", 9},
        {"ADR-003: Use Postgres", "decision", 3},
        {"Decision: Use Postgres", "decision", 8},
        {"FR-001: Log in", "requirement", 2},
        {"US1 - Log in", "story", 2},
        {"T012 Write the parser", "task", 1},
        {"T1: Write the parser", "task", 1},
        {"M1 — Beta", "milestone", 1},
        {"W2", "week", 1},
        {"Workstream B — Data", "workstream", 10},
        {"Work Stream 2: Data", "workstream", 11},
        {"Gate 2: Funding", "gate", 4},
        {"Meilenstein 1: Beta", "milestone", 11},
        {"Étape 2 : Tests", "step", 6},
        {"マイルストーン1：公開", "milestone", 21},
        /* the kind word alone is prose */
        {"Phased rollout", "other", 0},
        {"Phase", "other", 0},
        {"Phase overview", "other", 0},
        {"Weekly sync", "other", 0},
        {"Week of launch", "other", 0},
        {"Daily notes", "other", 0},
        {"Day-to-day work", "other", 0},
        {"Steps to reproduce", "other", 0},
        {"Step-by-step guide", "other", 0},
        {"Step: install", "other", 0},
        {"Stepping stones", "other", 0},
        {"Taskforce", "other", 0},
        {"Task List", "other", 0},
        {"Tasks", "other", 0},
        {"Requirements", "other", 0},
        {"Requirements 1-3", "other", 0},
        {"Epic fail", "other", 0},
        {"Story points", "other", 0},
        {"Objective C bindings", "other", 0},
        {"Goal: fewer tickets", "other", 0},
        {"Initiative:", "other", 0},
        {"M1 Mac support", "other", 0},
        {"W2 forms", "other", 0},
        {"ADR process", "other", 0},
        {"US market", "other", 0},
        {"Month-end close", "other", 0},
        {"Milestones & risks", "other", 0},
        {"2026 in review", "other", 0},
        {"需求分析", "other", 0},
        {"第1回", "other", 0},
        {"", "other", 0},
        {"— ", "other", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length = 99;
        enum item_kind kind = item_kind_of(slice_of(cases[i].title), &length);
        if (strcmp(item_kind_name(kind), cases[i].kind) != 0 || length != cases[i].length)
            fail_msg("%s: %s, %zu", cases[i].title, item_kind_name(kind), length);
    }
}

static void test_groups(void **state)
{
    (void)state;
    static const struct {
        const char *title, *kind;
    } cases[] = {
        {"Workstreams & Milestones", "workstream"},
        {"Workstreams and Milestones", "workstream"},
        {"Timeline & Milestones", "milestone"},
        {"Phases", "phase"},
        {"Implementation Phases", "phase"},
        {"Initiatives", "initiative"},
        {"Key Strategic Initiatives", "initiative"},
        {"Initiatives (2026)", "initiative"},
        {"User Stories", "story"},
        {"ADDED Requirements", "requirement"},
        {"Epics/Stories", "epic"},
        {"Action Items", "action"},
        {"OKRs", "objective"},
        {"フェーズ", "phase"},
        {"里程碑", "milestone"},
        {"Meilensteine", "milestone"},
        {"Phase", "other"},
        {"Next Steps", "other"},
        {"System Requirements", "other"},
        {"Implementation Requirements", "other"},
        {"Success Metrics", "other"},
        {"Goals", "other"},
        {"", "other"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        enum item_kind kind = item_kind_of_group(slice_of(cases[i].title));
        if (strcmp(item_kind_name(kind), cases[i].kind) != 0)
            fail_msg("%s: %s", cases[i].title, item_kind_name(kind));
    }
}

static void test_time_words(void **state)
{
    (void)state;
    assert_int_equal(month_of(SLICE("January")), 1);
    assert_int_equal(month_of(SLICE("Sept.")), 9);
    assert_int_equal(month_of(SLICE("MÄRZ")), 3);
    assert_int_equal(month_of(SLICE("août")), 8);
    assert_int_equal(month_of(SLICE("октября")), 10);
    assert_int_equal(month_of(SLICE("Monday")), 0);
    assert_int_equal(weekday_of(SLICE("Monday")), 0);
    assert_int_equal(weekday_of(SLICE("Sun")), 6);
    assert_int_equal(weekday_of(SLICE("金曜日")), 4);
    assert_int_equal(weekday_of(SLICE("March")), -1);
    assert_int_equal(time_unit_of(SLICE("Weeks")), TIME_WEEK);
    assert_int_equal(time_unit_of(SLICE("Woche")), TIME_WEEK);
    assert_int_equal(time_unit_of(SLICE("días")), TIME_DAY);
    assert_int_equal(time_unit_of(SLICE("month")), TIME_MONTH);
    assert_int_equal(time_unit_of(SLICE("Quartal")), TIME_QUARTER);
    assert_int_equal(time_unit_of(SLICE("hours")), TIME_NONE);
    assert_int_equal(time_unit_of(SLICE("Weekly")), TIME_NONE);
}

static void test_other_words(void **state)
{
    (void)state;
    static const char *const nones[] = {"None",    "n/a",   "N/A",           "—",  "-",
                                        "nothing", "keine", "aucune",        "无", "なし",
                                        "brak",    "нет",   "Not applicable"};
    for (size_t i = 0; i < sizeof nones / sizeof *nones; i++)
        if (!is_none_word(slice_of(nones[i])))
            fail_msg("%s", nones[i]);
    assert_false(is_none_word(SLICE("None of them")));
    assert_false(is_none_word(SLICE("TBD")));
    assert_false(is_none_word(SLICE("")));
    assert_true(is_section_word(SLICE("Section")));
    assert_true(is_section_word(SLICE("§")));
    assert_true(is_section_word(SLICE("Abschnitt")));
    assert_false(is_section_word(SLICE("Selection")));
    assert_true(is_role_word(SLICE("Engineer")));
    assert_true(is_role_word(SLICE("CTO")));
    assert_false(is_role_word(SLICE("Priya")));
}

static void test_field_word_like(void **state)
{
    (void)state;
    static const char *const labels[] = {"Owner",       "Success Criteria", "Why this priority",
                                         "Scale/Scope", "Language/Version", "作成日",
                                         "Phase 1",     "Что делать"};
    static const char *const others[] = {"",
                                         "He said that",
                                         "1",
                                         "The following",
                                         "Note that it is",
                                         "one two three four five six seven",
                                         "Ends. Here",
                                         "http=1",
                                         "→ Open",
                                         "What is"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (!is_field_word_like(slice_of(labels[i])))
            fail_msg("%s", labels[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (is_field_word_like(slice_of(others[i])))
            fail_msg("%s", others[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tables_are_sorted),
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_field_keys),
        cmocka_unit_test(test_aliases_come_first),
        cmocka_unit_test(test_field_names),
        cmocka_unit_test(test_item_kinds),
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_time_words),
        cmocka_unit_test(test_other_words),
        cmocka_unit_test(test_field_word_like),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
