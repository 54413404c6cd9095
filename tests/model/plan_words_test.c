/* plan_words_test.c: words that only the making of items asks for. The samples stand at the ends and
 * in the middle of each table, so that a row out of order is missed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/plan_words.h"

#define ASSERT_ALL(words, question, expected)                                                      \
    for (size_t i_ = 0; i_ < sizeof(words) / sizeof *(words); i_++)                                \
        if (question(slice_of((words)[i_])) != (expected))                                         \
    fail_msg("%s", (words)[i_])

static void test_overviews(void **state)
{
    static const char *const overviews[] = {
        "About",
        "Overview",
        "Executive Summary",
        "Project Overview",
        "Sprint Overview",
        "TL;DR",
        "Background",
        "Metadata",
        "Introducción",
        "Zusammenfassung",
        "Überblick",
        "概要",
        "背景",
        "Next Steps",
        "Notes",
        "Conclusion",
        "Resumo",
        "Key facts",
        "Visão geral",
        "обзор",
        "Document control",
        "Abstract",
        "Plan details",
        "Übersicht",
        "At a glance",
    };
    static const char *const others[] = {"Billing", "Overviewed", "Summarise the data", "Phase 1",
                                         ""};
    (void)state;
    ASSERT_ALL(overviews, is_overview_title, true);
    ASSERT_ALL(others, is_overview_title, false);
}

static void test_words_about_an_item(void **state)
{
    static const char *const about[] = {"Success Metrics", "Achievements", "End Goals", "Update",
                                        "Risks",           "Overview",     "の準備"};
    static const char *const names[] = {"Foundation", "Core platform", "Growth", ""};
    (void)state;
    ASSERT_ALL(about, is_about_words, true);
    ASSERT_ALL(names, is_about_words, false);
}

static void test_ends(void **state)
{
    static const char *const ends[] = {"Due",       "Due date", "Deadline", "Target date", "ETA",
                                       "Fällig am", "截止日期", "期限",     "End date"};
    static const char *const others[] = {"Timeline", "Duration", "Schedule", "Weekend"};
    (void)state;
    ASSERT_ALL(ends, is_end_label, true);
    ASSERT_ALL(others, is_end_label, false);
}

static void test_risks(void **state)
{
    static const char *const measures[] = {"Impact",     "Probability", "Likelihood",   "Severity",
                                           "Auswirkung", "発生確率",    "Residual Risk"};
    static const char *const ratings[] = {"Owner", "Category", "Type", "Status", "Description"};
    static const char *const others[] = {"Mitigation", "Plan", "Response"};
    static const char *const levels[] = {
        "Low", "HIGH", "🟡 Medium", "Low (well known)", "Critical - no way back",
        "高",  "Alta", "Very low",    "высокий"};
    static const char *const risks[] = {"Low tide", "The team leaves", "High costs of travel", ""};
    (void)state;
    ASSERT_ALL(measures, is_risk_measure, true);
    ASSERT_ALL(measures, is_risk_rating, true);
    ASSERT_ALL(ratings, is_risk_rating, true);
    ASSERT_ALL(ratings, is_risk_measure, false);
    ASSERT_ALL(others, is_risk_rating, false);
    ASSERT_ALL(levels, is_risk_level, true);
    ASSERT_ALL(risks, is_risk_level, false);
}

static void test_loose_times(void **state)
{
    static const char *const times[] = {"Ongoing", "Year 2",     "Year 3+", "Years 5-10", "دائم",
                                        "Now",     "continuous", "随時",    "en cours"};
    static const char *const others[] = {"Yearly report", "Phase 2", "MVP", "2", ""};
    (void)state;
    ASSERT_ALL(times, is_loose_time, true);
    ASSERT_ALL(others, is_loose_time, false);
}

static void test_kind_words(void **state)
{
    (void)state;
    assert_int_equal(item_kind_of_word(SLICE("Phase")), ITEM_PHASE);
    assert_int_equal(item_kind_of_word(SLICE("epic")), ITEM_EPIC);
    assert_int_equal(item_kind_of_word(SLICE("Phases")), ITEM_OTHER);
    assert_int_equal(item_kind_of_word(SLICE("Phase 1")), ITEM_OTHER);
    assert_int_equal(item_kind_of_word(SLICE("Document")), ITEM_OTHER);
    assert_int_equal(item_kind_of_word(SLICE("")), ITEM_OTHER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_overviews),   cmocka_unit_test(test_words_about_an_item),
        cmocka_unit_test(test_ends),        cmocka_unit_test(test_risks),
        cmocka_unit_test(test_loose_times), cmocka_unit_test(test_kind_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
