/* title_test.c: titles taken apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/title.h"

#include <stdio.h>
#include <string.h>

static void assert_slice(struct slice actual, const char *expected, const char *of)
{
    if (!slice_is(actual, expected))
        fail_msg("\"%.*s\" instead of \"%s\" in: %s", SLICE_ARG(actual), expected, of);
}

static void test_decoration_is_looked_through(void **state)
{
    static const struct {
        const char *title, *bare;
    } cases[] = {
        {"Plan", "Plan"},
        {"🚀 Launch", "Launch"},
        {"**Launch**", "Launch"},
        {"✅ **Task 1:** Set up ✅", "Task 1:** Set up"},
        {"⚠️ Risks:", "Risks"},
        {"ğŸš€ LAUNCH", "LAUNCH"},
        {"â° THIS WEEK", "THIS WEEK"},
        {"âœ… FINAL CHECK", "FINAL CHECK"},
        {"[x] 1.1 Wire it up", "1.1 Wire it up"},
        {"À propos", "À propos"},
        {"1️⃣ First", "1️⃣ First"},
        {"→ Open", "Open"},
        {"", ""},
        {"🚀", ""},
        {"計画", "計画"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_slice(title_undecorate(slice_of(cases[i].title)), cases[i].bare, cases[i].title);
}

static void test_section_numbers(void **state)
{
    static const struct {
        const char *title, *number, *rest;
    } cases[] = {
        {"13. Weekly snapshot", "13", "Weekly snapshot"},
        {"13 — Weekly snapshot", "13", "Weekly snapshot"},
        {"13 - Weekly snapshot", "13", "Weekly snapshot"},
        {"2.1 Scope", "2.1", "Scope"},
        {"2.1. Scope", "2.1", "Scope"},
        {"3) Money", "3", "Money"},
        {"4: Money", "4", "Money"},
        {"Section 3 — Money", "3", "Money"},
        {"Section 3", "3", ""},
        {"§ 7 Terms", "7", " Terms"},
        {"1️⃣ First", "1", "First"},
        {"70% of the way", NULL, NULL},
        {"2026 Roadmap", NULL, NULL},
        {"2026-01-05 Notes", NULL, NULL},
        {"3 new documents", NULL, NULL},
        {"1:1 meetings", NULL, NULL},
        {"24/7 support", NULL, NULL},
        {"12.5.2026 Meeting", NULL, NULL},
        {"", NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice title = slice_of(cases[i].title), number = {NULL, 0};
        size_t length = title_number(title, &number);
        if (!cases[i].number) {
            if (length)
                fail_msg("number \"%.*s\" in: %s", SLICE_ARG(number), cases[i].title);
            continue;
        }
        assert_slice(number, cases[i].number, cases[i].title);
        assert_slice(slice_from(title, length), cases[i].rest, cases[i].title);
    }
}

static void test_ids(void **state)
{
    static const struct {
        const char *title, *id;
    } cases[] = {
        {"ADR-003: Use SQLite", "ADR-003"},
        {"P0.1 — Stop the leak", "P0.1"},
        {"W3-1: Wire", "W3-1"},
        {"M2", "M2"},
        {"[US1] Sign in", "US1"},
        {"FR-1 (draft)", "FR-1"},
        {"V2 of the site", NULL},
        {"Q1: Plan", NULL},
        {"S3 storage", NULL},
        {"GPT-4 integration", NULL},
        {"Plan", NULL},
        {"A", NULL},
        {"", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice id = {NULL, 0};
        size_t length = title_id(slice_of(cases[i].title), &id);
        assert_int_equal(length > 0, cases[i].id != NULL);
        if (cases[i].id)
            assert_slice(id, cases[i].id, cases[i].title);
    }
}

static void test_times_are_seen(void **state)
{
    static const char *const times[] = {"Weeks 1-4",    "Week 3",     "2-3 weeks",  "~2 days",
                                        "90 min",       "3h",         "Q1 2026",    "Jan 26",
                                        "January 2026", "2026-01-05", "Day 1",      "Monday",
                                        "4-6 hours",    "30 days",    "Months 0-12"};
    static const char *const others[] = {
        "MVP", "v2.1", "Phase 1 Complete", "3 pilots", "optional", "P1", "", "2 devs"};
    (void)state;
    for (size_t i = 0; i < sizeof times / sizeof *times; i++)
        if (!title_is_time(slice_of(times[i])))
            fail_msg("no time: %s", times[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (title_is_time(slice_of(others[i])))
            fail_msg("a time: %s", others[i]);
}

struct parts_case {
    const char *title;
    enum item_kind kind;
    const char *number, *id, *name, *time;
    enum title_separator separator;
};

static const struct parts_case parts_cases[] = {
    {"Initiative: Hiring: Sales vs. Platform", ITEM_INITIATIVE, "", "",
     "Hiring: Sales vs. Platform", "", TITLE_SEPARATOR},
    {"Phase 1: Foundation (Weeks 1-4)", ITEM_PHASE, "1", "", "Foundation", "Weeks 1-4",
     TITLE_SEPARATOR},
    {"Phase 1 (Weeks 1-4) - Foundation", ITEM_PHASE, "1", "", "Foundation", "Weeks 1-4",
     TITLE_PAREN},
    {"Phase 2 — Growth ✅", ITEM_PHASE, "2", "", "Growth", "", TITLE_SEPARATOR},
    {"Phase 2 Growth", ITEM_PHASE, "2", "", "Growth", "", TITLE_NO_SEPARATOR},
    {"Phase A: Groundwork", ITEM_PHASE, "A", "", "Groundwork", "", TITLE_SEPARATOR},
    {"Phase IV", ITEM_PHASE, "IV", "", "Phase IV", "", TITLE_END},
    {"Phase Two: Growth", ITEM_PHASE, "Two", "", "Growth", "", TITLE_SEPARATOR},
    {"Phase 1-2: Both", ITEM_PHASE, "1-2", "", "Both", "", TITLE_SEPARATOR},
    {"**Phase 3**: Scale", ITEM_PHASE, "3", "", "Scale", "", TITLE_SEPARATOR},
    {"🚀 Sprint 4 - Polish", ITEM_SPRINT, "4", "", "Polish", "", TITLE_SEPARATOR},
    {"✅ Task 1.1: Set up the database", ITEM_TASK, "1.1", "", "Set up the database", "",
     TITLE_SEPARATOR},
    {"Milestone M2: Beta", ITEM_MILESTONE, "", "M2", "Beta", "", TITLE_SEPARATOR},
    {"M2: Beta", ITEM_MILESTONE, "2", "M2", "Beta", "", TITLE_SEPARATOR},
    {"User Story 1 - Sign in (Priority: P1)", ITEM_STORY, "1", "", "Sign in", "", TITLE_SEPARATOR},
    {"Requirement 12: Export", ITEM_REQUIREMENT, "12", "", "Export", "", TITLE_SEPARATOR},
    {"FR-003: Export as text", ITEM_REQUIREMENT, "003", "FR-003", "Export as text", "",
     TITLE_SEPARATOR},
    {"1. Research & Alignment (Weeks 1-2)", ITEM_OTHER, "1", "", "Research & Alignment",
     "Weeks 1-2", TITLE_SEPARATOR},
    {"2. Phase 3: Scale", ITEM_PHASE, "3", "", "Scale", "", TITLE_SEPARATOR},
    {"P0.1 — Stop the leak", ITEM_OTHER, "", "P0.1", "Stop the leak", "", TITLE_SEPARATOR},
    {"Week 4 (Phase 1 Complete)", ITEM_WEEK, "4", "", "Phase 1 Complete", "", TITLE_PAREN},
    {"第1阶段: 基础", ITEM_PHASE, "1", "", "基础", "", TITLE_SEPARATOR},
    {"Phase gates", ITEM_OTHER, "", "", "Phase gates", "", TITLE_NO_SEPARATOR},
    {"Step-by-step guide", ITEM_OTHER, "", "", "Step-by-step guide", "", TITLE_NO_SEPARATOR},
    {"Task force", ITEM_OTHER, "", "", "Task force", "", TITLE_NO_SEPARATOR},
    {"Daily (15 min)", ITEM_OTHER, "", "", "Daily", "15 min", TITLE_NO_SEPARATOR},
    {"", ITEM_OTHER, "", "", "", "", TITLE_NO_SEPARATOR},
};

static void test_titles_are_taken_apart(void **state)
{
    struct settings settings;
    (void)state;
    settings_init(&settings);
    for (size_t i = 0; i < sizeof parts_cases / sizeof *parts_cases; i++) {
        const struct parts_case *c = &parts_cases[i];
        struct title_parts parts;
        title_read(slice_of(c->title), &settings, &parts);
        if (parts.kind != c->kind || parts.separator != c->separator)
            fail_msg("kind %s, separator %d in: %s", item_kind_name(parts.kind),
                     (int)parts.separator, c->title);
        assert_slice(parts.number, c->number, c->title);
        assert_slice(parts.id, c->id, c->title);
        assert_slice(parts.name, c->name, c->title);
        assert_slice(parts.time, c->time, c->title);
    }
}

static void test_state_and_priority_leave_the_name(void **state)
{
    static const struct {
        const char *title, *name, *priority;
        enum status status;
    } cases[] = {
        {"Phase 1: Foundation ✅", "Foundation", "", STATUS_DONE},
        {"Phase 1: Foundation (Done)", "Foundation", "", STATUS_DONE},
        {"Phase 1: Foundation — COMPLETE", "Foundation", "", STATUS_DONE},
        {"Phase 1: Foundation ✅ COMPLETE", "Foundation", "", STATUS_DONE},
        {"Phase 1: Foundation [In Progress]", "Foundation", "", STATUS_DOING},
        {"Story 2: Search (Priority: P2)", "Search", "P2", STATUS_NONE},
        {"Search [P0]", "Search", "P0", STATUS_NONE},
        {"✅ Phase 1: Foundation", "Foundation", "", STATUS_NONE},
        {"Phase 4: Launch 🎉", "Launch", "", STATUS_NONE},
        {"Phase 2: Review", "Review", "", STATUS_NONE},
        {"Phase 2: Café — Draft", "Café", "", STATUS_TODO},
    };
    struct settings settings;
    (void)state;
    settings_init(&settings);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct title_parts parts;
        title_read(slice_of(cases[i].title), &settings, &parts);
        assert_slice(parts.name, cases[i].name, cases[i].title);
        assert_slice(parts.priority, cases[i].priority, cases[i].title);
        if (parts.status != cases[i].status)
            fail_msg("status %d in: %s", (int)parts.status, cases[i].title);
    }
}

static void test_any_bytes(void **state)
{
    struct settings settings;
    struct title_parts parts;
    char bytes[3];
    (void)state;
    settings_init(&settings);
    for (int a = 0; a < 256; a += 3)
        for (int b = 0; b < 256; b += 5)
            for (int c = 0; c < 256; c += 7) {
                bytes[0] = (char)a;
                bytes[1] = (char)b;
                bytes[2] = (char)c;
                title_read((struct slice){bytes, 3}, &settings, &parts);
            }
    title_read(SLICE("((((((((((((((((((((()))"), &settings, &parts);
    title_read(SLICE(")))))))))))"), &settings, &parts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decoration_is_looked_through),
        cmocka_unit_test(test_section_numbers),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_times_are_seen),
        cmocka_unit_test(test_titles_are_taken_apart),
        cmocka_unit_test(test_state_and_priority_leave_the_name),
        cmocka_unit_test(test_any_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
