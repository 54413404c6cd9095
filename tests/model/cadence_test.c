/* cadence_test.c: how often something is promised, read from words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/cadence.h"
#include "model/cadence_words.h"

struct cadence_case {
    const char *words;
    enum cadence_kind kind;
    enum cadence_unit unit;
    int every, weekday, nth, month_day;
};

static void check_case(const struct cadence_case *c)
{
    struct cadence got = cadence_read(slice_of(c->words));
    if (got.kind != c->kind)
        fail_msg("\"%s\": kind %d, not %d", c->words, got.kind, c->kind);
    if (c->kind != CADENCE_REGULAR)
        return;
    if (got.unit != c->unit || got.every != c->every || got.weekday != c->weekday ||
        got.nth != c->nth || got.month_day != c->month_day)
        fail_msg("\"%s\": unit %d every %d weekday %d nth %d day %d", c->words, got.unit, got.every,
                 got.weekday, got.nth, got.month_day);
}

#define REGULAR(text, unit, every, weekday, nth, day)                                              \
    {                                                                                              \
        text, CADENCE_REGULAR, unit, every, weekday, nth, day                                      \
    }
#define OTHER(text, kind)                                                                          \
    {                                                                                              \
        text, kind, CADENCE_DAYS, 0, -1, 0, 0                                                      \
    }

static void test_regular(void **state)
{
    (void)state;
    static const struct cadence_case cases[] = {
        REGULAR("weekly", CADENCE_WEEKS, 1, -1, 0, 0),
        REGULAR("Weekly (Friday)", CADENCE_WEEKS, 1, FRIDAY, 0, 0),
        REGULAR("every Friday 4pm", CADENCE_WEEKS, 1, FRIDAY, 0, 0),
        REGULAR("Fridays", CADENCE_WEEKS, 1, FRIDAY, 0, 0),
        REGULAR("Weekly (Friday 5pm)", CADENCE_WEEKS, 1, FRIDAY, 0, 0),
        REGULAR("Every other Monday", CADENCE_WEEKS, 2, MONDAY, 0, 0),
        REGULAR("Monday + Thursday, weekly", CADENCE_WEEKS, 1, -1, 0, 0),
        REGULAR("bi-weekly", CADENCE_WEEKS, 2, -1, 0, 0),
        REGULAR("Biweekly", CADENCE_WEEKS, 2, -1, 0, 0),
        REGULAR("every 2 weeks", CADENCE_WEEKS, 2, -1, 0, 0),
        REGULAR("every 2-3 weeks", CADENCE_WEEKS, 3, -1, 0, 0),
        REGULAR("once a week", CADENCE_WEEKS, 1, -1, 0, 0),
        REGULAR("2x per week", CADENCE_WEEKS, 1, -1, 0, 0),
        REGULAR("10 Days", CADENCE_DAYS, 10, -1, 0, 0),
        REGULAR("Daily", CADENCE_DAYS, 1, -1, 0, 0),
        REGULAR("monthly: 1st Monday", CADENCE_MONTHS, 1, MONDAY, 1, 0),
        REGULAR("Every Month (1st Monday)", CADENCE_MONTHS, 1, MONDAY, 1, 0),
        REGULAR("Monthly, last Friday", CADENCE_MONTHS, 1, -1, 0, 0),
        REGULAR("Monthly (last Friday)", CADENCE_MONTHS, 1, FRIDAY, -1, 0),
        REGULAR("monthly on the 15th", CADENCE_MONTHS, 1, -1, 0, 15),
        REGULAR("monthly, at least", CADENCE_MONTHS, 1, -1, 0, 0),
        REGULAR("Monthly (end of month)", CADENCE_MONTHS, 1, -1, 0, -1),
        REGULAR("Quarterly", CADENCE_MONTHS, 3, -1, 0, 0),
        REGULAR("every quarter", CADENCE_MONTHS, 3, -1, 0, 0),
        REGULAR("Every 6 months", CADENCE_MONTHS, 6, -1, 0, 0),
        REGULAR("annually", CADENCE_MONTHS, 12, -1, 0, 0),
        REGULAR(
            "Daily: Only if critical bugs; Weekly: Friday 4pm (all sections); Monthly: 1st Monday",
            CADENCE_WEEKS, 1, FRIDAY, 0, 0),
        REGULAR("**Weekly**", CADENCE_WEEKS, 1, -1, 0, 0),
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_case(&cases[i]);
}

static void test_languages(void **state)
{
    (void)state;
    static const struct cadence_case cases[] = {
        REGULAR("wöchentlich", CADENCE_WEEKS, 1, -1, 0, 0),
        REGULAR("jeden Freitag", CADENCE_WEEKS, 1, FRIDAY, 0, 0),
        REGULAR("alle zwei Wochen", CADENCE_WEEKS, 2, -1, 0, 0),
        REGULAR("monatlich (erster Montag)", CADENCE_MONTHS, 1, MONDAY, 1, 0),
        REGULAR("Hebdomadaire", CADENCE_WEEKS, 1, -1, 0, 0),
        REGULAR("toutes les deux semaines", CADENCE_WEEKS, 2, -1, 0, 0),
        REGULAR("chaque vendredi", CADENCE_WEEKS, 1, FRIDAY, 0, 0),
        REGULAR("cada dos semanas", CADENCE_WEEKS, 2, -1, 0, 0),
        REGULAR("mensualmente", CADENCE_MONTHS, 1, -1, 0, 0),
        REGULAR("ogni lunedì", CADENCE_WEEKS, 1, MONDAY, 0, 0),
        REGULAR("elke week", CADENCE_WEEKS, 1, -1, 0, 0),
        REGULAR("Haftalık", CADENCE_WEEKS, 1, -1, 0, 0),
        REGULAR("еженедельно", CADENCE_WEEKS, 1, -1, 0, 0),
        REGULAR("每周五", CADENCE_WEEKS, 1, FRIDAY, 0, 0),
        REGULAR("毎週金曜日に更新", CADENCE_WEEKS, 1, FRIDAY, 0, 0),
        REGULAR("毎月", CADENCE_MONTHS, 1, -1, 0, 0),
        REGULAR("매주 금요일", CADENCE_WEEKS, 1, FRIDAY, 0, 0),
        REGULAR("شهري", CADENCE_MONTHS, 1, -1, 0, 0),
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_case(&cases[i]);
}

static void test_not_regular(void **state)
{
    (void)state;
    static const struct cadence_case cases[] = {
        OTHER("", CADENCE_UNKNOWN),
        OTHER("End of week period", CADENCE_UNKNOWN),
        OTHER("Friday, 5 June", CADENCE_UNKNOWN),
        OTHER("3 posts", CADENCE_UNKNOWN),
        OTHER("2min (as designed)", CADENCE_UNKNOWN),
        OTHER("as needed", CADENCE_ON_EVENT),
        OTHER("Update quarterly as needed", CADENCE_ON_EVENT),
        OTHER("after each phase", CADENCE_ON_EVENT),
        OTHER("Weekly during Phase 5", CADENCE_ON_EVENT),
        OTHER("every sprint", CADENCE_ON_EVENT),
        OTHER("Weekly (Week 10-13), Monthly (Month 4+)", CADENCE_ON_EVENT),
        OTHER("Weekly: Progress updates (Week 10-13); Quarterly: adjustments for Q2+",
              CADENCE_ON_EVENT),
        OTHER("bei Bedarf", CADENCE_ON_EVENT),
        OTHER("Not updated after creation (reference document)", CADENCE_NEVER),
        OTHER("Once created (reference only)", CADENCE_NEVER),
        OTHER("never", CADENCE_NEVER),
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_case(&cases[i]);
}

static void test_tables_are_in_order(void **state)
{
    (void)state;
    const struct lexicon tables[] = {lexicon_intervals, lexicon_unspaced_intervals, lexicon_every,
                                     lexicon_counts,    lexicon_ordinals,           lexicon_events,
                                     lexicon_nevers};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        size_t row = lexicon_disorder(tables[i]);
        if (row != tables[i].count)
            fail_msg("table %zu: \"%s\" is out of order", i, tables[i].words[row].text);
        for (row = 0; row < tables[i].count; row++) {
            struct slice word = slice_of(tables[i].words[row].text);
            struct lexicon_key key = lexicon_fold(word);
            if (!slice_equal(lexicon_key_slice(&key), word))
                fail_msg("\"%s\" is not folded", tables[i].words[row].text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_regular),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_not_regular),
        cmocka_unit_test(test_tables_are_in_order),
    };
    return cmocka_run_group_tests_name("cadence", tests, NULL, NULL);
}
