/* item_values_test.c: what items say of time, money, people, criteria, risks, dependencies, state. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#include <string.h>

static const struct item *only_item(const struct model *m)
{
    assert_int_equal(m->items.len, 1);
    return &m->items.items[0];
}

static void test_an_initiative_in_full(void **state)
{
    struct reading r;
    const struct item *item = only_item(
        reading_start(&r, "plan.md",
                      "# Plan\n"
                      "\n"
                      "## Initiative: Orchard & press\n"
                      "- **Timeline:**\n"
                      "  - Weeks 1–4: plant trees\n"
                      "  - Weeks 5–8: build the press (one yard)\n"
                      "- **Budget:** $30K trees & soil; $200/month water\n"
                      "- **Owner:** Robin (Gardener) for trees; Lee (Builder) for the press\n"
                      "- **Success Criteria:** 3 rows planted; juice, at ≥10 litres a day\n"
                      "- **Blockers & Mitigation:**\n"
                      "  - Late frost → cover the rows, keep spare plants\n"
                      "  - No wood -> ask the mill\n"
                      "- **Status:** In progress\n"
                      "- **Depends on:** Phase 1, Phase 2\n"));
    (void)state;
    assert_int_equal(item->timeline.len, 2);
    ASSERT_SLICE(item->timeline.items[0].text, "Weeks 1–4");
    ASSERT_SLICE(item->timeline.items[0].label, "plant trees");
    ASSERT_SLICE(item->timeline.items[1].label, "build the press (one yard)");
    assert_int_equal(item->timeline.items[1].time.from.unit, TIME_WEEK);
    assert_int_equal(item->timeline.items[1].time.from.value, 5);
    assert_int_equal(item->timeline.items[1].time.to.value, 8);
    assert_int_equal(item->budget.len, 2);
    assert_true(item->budget.items[0].amount == 30000);
    assert_int_equal(item->budget.items[0].per.len, 0);
    ASSERT_SLICE(item->budget.items[1].per, "month");
    assert_int_equal(item->owners.len, 2);
    ASSERT_SLICE(item->owners.items[0].name, "Robin");
    ASSERT_SLICE(item->owners.items[1].role, "Builder");
    assert_int_equal(item->criteria.len, 2);
    ASSERT_SLICE(item->criteria.items[1].text, "juice, at ≥10 litres a day");
    assert_int_equal(item->risks.len, 2);
    ASSERT_SLICE(item->risks.items[0].blocker, "Late frost");
    ASSERT_SLICE(item->risks.items[0].mitigation, "cover the rows, keep spare plants");
    ASSERT_SLICE(item->risks.items[1].mitigation, "ask the mill");
    assert_int_equal(item->status, STATUS_DOING);
    ASSERT_SLICE(item->status_text, "In progress");
    assert_int_equal(item->depends_on.len, 2);
    ASSERT_SLICE(item->depends_on.items[1].target, "phase 2");
    reading_end(&r);
}

/* The timeline of one item, as "text=label" parts with a bar between. */
static const struct {
    const char *text, *timeline;
} timeline_cases[] = {
    {"**Timeline:** Weeks 1-4\n", "Weeks 1-4="},
    {"**Timeline:** Weeks 1-4: plant; Weeks 5-8: press\n", "Weeks 1-4=plant|Weeks 5-8=press"},
    {"**Timeline:**\n- plant (Weeks 1-4)\n- press — Weeks 5-8\n",
     "Weeks 1-4=plant|Weeks 5-8=press"},
    {"**Timeline:**\n- **Weeks 1-4:** plant\n", "Weeks 1-4=plant"},
    {"**Timeline:**\n\n| Part | When |\n|---|---|\n| plant | Weeks 1-4 |\n", "Weeks 1-4=plant"},
    {"### Timeline\n\nWeeks 1-4\n", "Weeks 1-4="},
    {"### Timeline\n\n- Week 1: plant\n  - deep\n", "Week 1=plant"},
    {"**Timeline:** to be seen\n", "Weeks 9-9="},
    {"**Owner:** Kim\n", "Weeks 9-9="},
};

static void test_timelines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof timeline_cases / sizeof *timeline_cases; i++) {
        char text[512], found[512] = "";
        size_t used = 0;
        struct reading r;
        const struct item *item;
        snprintf(text, sizeof text, "## Phase 1: Orchard (Weeks 9-9)\n\n%s",
                 timeline_cases[i].text);
        item = only_item(reading_start(&r, "plan.md", text));
        for (size_t k = 0; k < item->timeline.len; k++)
            used += (size_t)snprintf(found + used, sizeof found - used, "%s%.*s=%.*s", k ? "|" : "",
                                     SLICE_ARG(item->timeline.items[k].text),
                                     SLICE_ARG(item->timeline.items[k].label));
        if (strcmp(found, timeline_cases[i].timeline))
            fail_msg("%s instead of %s in: %s", found, timeline_cases[i].timeline, text);
        reading_end(&r);
    }
}

static void test_a_time_on_no_calendar(void **state)
{
    struct reading r;
    const struct item *item =
        only_item(reading_start(&r, "plan.md", "## Phase 4: Orchard (Year 2)\n- trees\n"));
    (void)state;
    assert_int_equal(item->timeline.len, 1);
    ASSERT_SLICE(item->timeline.items[0].text, "Year 2");
    assert_int_equal(item->timeline.items[0].time.kind, TIME_RELATIVE);
    assert_int_equal(item->timeline.items[0].time.from.unit, TIME_NONE);
    reading_end(&r);
}

static void test_an_end_is_an_end(void **state)
{
    struct reading r;
    const struct item *item =
        only_item(reading_start(&r, "plan.md", "## Phase 1: Orchard\n**Due:** 2026-03-01\n"));
    (void)state;
    assert_int_equal(item->timeline.len, 1);
    assert_true(item->timeline.items[0].time.until);
    reading_end(&r);
}

static const struct {
    const char *text, *criteria; /* "x" before one that is ticked, "-" before an open box */
} criteria_cases[] = {
    {"**Success Criteria:** one\n", "one"},
    {"**Success Criteria:** one, two and three\n", "one, two and three"},
    {"**Success Criteria:** one; two (a; b); `c;d`\n", "one|two (a; b)|c;d"},
    {"**Success Criteria:**\n- one\n  - of it\n- two\n", "one|two"},
    {"**Success Criteria:**\n- [x] one\n- [ ] two\n", "x one|- two"},
    {"**Success Criteria:** all of these:\n\n- one\n", "one"},
    {"### Success Criteria\n\n1. one\n2. **two**: more\n", "one|two: more"},
    {"**Success Criteria:**\n\n| Measure | Target |\n|---|---|\n| one | 2 |\n", "one | 2"},
};

static void test_criteria(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof criteria_cases / sizeof *criteria_cases; i++) {
        char text[512], found[512] = "";
        size_t used = 0;
        struct reading r;
        const struct item *item;
        snprintf(text, sizeof text, "## Phase 1: Orchard\n\n%s", criteria_cases[i].text);
        item = only_item(reading_start(&r, "plan.md", text));
        for (size_t k = 0; k < item->criteria.len; k++) {
            const struct criterion *c = &item->criteria.items[k];
            used += (size_t)snprintf(found + used, sizeof found - used, "%s%s%.*s", k ? "|" : "",
                                     c->has_box ? (c->done ? "x " : "- ") : "", SLICE_ARG(c->text));
        }
        if (strcmp(found, criteria_cases[i].criteria))
            fail_msg("%s instead of %s in: %s", found, criteria_cases[i].criteria, text);
        reading_end(&r);
    }
}

static const struct {
    const char *text, *risks; /* blocker=mitigation */
} risk_cases[] = {
    {"**Risks:**\n- frost → cover\n- hail => nets\n- wind\n", "frost=cover|hail=nets|wind="},
    {"**Risks:** frost → cover; hail → nets\n", "frost=cover|hail=nets"},
    {"**Risks:**\n- **Frost**: cover the rows\n- **Hail:** nets\n",
     "Frost=cover the rows|Hail=nets"},
    {"**Risks:**\n- frost\n  - Mitigation: cover\n- hail\n  - nets\n", "frost=cover|hail=nets"},
    {"**Risks:**\n- frost\n  - Impact: high\n  - **Mitigation:** cover\n", "frost=cover"},
    {"**Risks:**\n- **Frost**: kills plants\n  - Mitigation: cover\n", "Frost: kills plants=cover"},
    {"**Risks:**\n- frost. Mitigation: cover\n- hail (mitigation: nets)\n",
     "frost=cover|hail=nets"},
    {"**Risks:**\n- frost - late in May\n", "frost - late in May="},
    {"**Blockers & Mitigation:**\n- frost - cover\n- hail: nets\n", "frost=cover|hail=nets"},
    {"**Risks:**\n\n| Risk | Impact | Mitigation |\n|---|---|---|\n| frost | high | cover |\n"
     "| hail | low | |\n",
     "frost=cover|hail="},
    {"**Risk:** frost\n**Mitigation:** cover\n", "frost=cover"},
    {"**Risks:** None\n", ""},
    {"### Risks\n\n- frost (late → early) → cover\n", "frost (late → early)=cover"},
    {"**Risiken:**\n- Frost\n  - Gegenmaßnahme: abdecken\n", "Frost=abdecken"},
};

static void test_risks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof risk_cases / sizeof *risk_cases; i++) {
        char text[512], found[512] = "";
        size_t used = 0;
        struct reading r;
        const struct item *item;
        snprintf(text, sizeof text, "## Phase 1: Orchard\n\n%s", risk_cases[i].text);
        item = only_item(reading_start(&r, "plan.md", text));
        for (size_t k = 0; k < item->risks.len; k++)
            used += (size_t)snprintf(found + used, sizeof found - used, "%s%.*s=%.*s", k ? "|" : "",
                                     SLICE_ARG(item->risks.items[k].blocker),
                                     SLICE_ARG(item->risks.items[k].mitigation));
        if (strcmp(found, risk_cases[i].risks))
            fail_msg("%s instead of %s in: %s", found, risk_cases[i].risks, text);
        reading_end(&r);
    }
}

static void test_where_a_mitigation_would_stand(void **state)
{
    static const char text[] = "## Phase 1: Orchard\n"
                               "- **Risks:**\n"
                               "  - frost  \n"
                               "  - hail → nets\n";
    struct reading r;
    const struct item *item = only_item(reading_start(&r, "plan.md", text));
    (void)state;
    assert_int_equal(item->risks.len, 2);
    assert_int_equal(item->risks.items[0].insert.start,
                     slice_find(slice_of(text), SLICE("frost")) + 5);
    assert_true(span_is_empty(item->risks.items[0].insert));
    ASSERT_SLICE(reading_at(&r, item->risks.items[0].blocker_span), "frost");
    reading_end(&r);
}

static void test_rows_have_values_too(void **state)
{
    struct reading r;
    const struct model *m = reading_start(
        &r, "plan.md",
        "| Phase | Weeks | Owner | Cost |\n|---|---|---|---|\n"
        "| Orchard | Weeks 1-4 | Robin (Gardener) | $5K |\n| Press | Weeks 5-8 | Lee | |\n");
    (void)state;
    assert_int_equal(m->items.len, 2);
    assert_int_equal(m->items.items[0].timeline.len, 1);
    assert_int_equal(m->items.items[0].owners.len, 1);
    assert_int_equal(m->items.items[0].budget.len, 1);
    assert_int_equal(m->items.items[1].budget.len, 0);
    assert_true(m->fields.items[model_field_of(m, 1, FIELD_BUDGET)].empty);
    reading_end(&r);
}

static void test_what_blocks_points_the_other_way(void **state)
{
    struct reading r;
    const struct item *item = only_item(reading_start(
        &r, "plan.md", "## Phase 2: Press\n**Depends on:** Phase 1\n**Blocks:** Phase 3\n"));
    (void)state;
    assert_int_equal(item->depends_on.len, 2);
    assert_false(item->depends_on.items[0].blocks);
    assert_true(item->depends_on.items[1].blocks);
    reading_end(&r);
}

/* The weeks of a table's rows as "1-4 5-8 "; "" where the column is none of weeks. */
static void test_week_columns(void **state)
{
    (void)state;
    static const struct {
        const char *header, *cells[4];
        const char *weeks;
    } cases[] = {
        {"Weeks", {"1-4", "5-8", "9"}, "1-4 5-8 9-9 "},
        {"Week", {"1", "2", "3–5"}, "1-1 2-2 3-5 "},
        {"Week", {"1", "2", "3"}, "1-1 2-2 3-3 "},
        {"Wochen", {"1 – 2", "3 – 4"}, "1-2 3-4 "},
        {"Weeks", {"1-4", "8-5", "9-12"}, "1-4 8-5 9-12 "}, /* a slip in one cell */
        /* lengths, or nobody can tell */
        {"Weeks", {"1", "2", "3"}, ""},
        {"Weeks", {"2", "4", "1"}, ""},
        {"Weeks", {"1-2", "2-3", "4-6"}, ""},
        {"Weeks", {"2-4", "5-8"}, ""},
        {"Weeks", {"1-4", "about 8"}, ""},
        {"Weeks", {"1-4"}, ""},
        {"Weeks", {"8-5", "9-10"}, ""},
        {"Days", {"1-4", "5-8"}, ""},
        {"Duration", {"1-4", "5-8"}, ""},
    };
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        char text[512], said[128] = "";
        int n =
            snprintf(text, sizeof text, "| Phase | %s | Owner |\n|---|---|---|\n", cases[c].header);
        for (size_t i = 0; i < 4 && cases[c].cells[i]; i++)
            n += snprintf(text + n, sizeof text - (size_t)n, "| Part %zu | %s | Ana |\n", i + 1,
                          cases[c].cells[i]);
        struct reading r;
        const struct model *m = reading_start(&r, "plan.md", text);
        for (size_t i = 0; i < m->items.len; i++)
            for (size_t e = 0; e < m->items.items[i].timeline.len; e++) {
                const struct time_value *time = &m->items.items[i].timeline.items[e].time;
                size_t length = strlen(said);
                snprintf(said + length, sizeof said - length, "%d-%d ", time->from.value,
                         time->to.value);
            }
        print_message("%s", text);
        assert_string_equal(said, cases[c].weeks);
        reading_end(&r);
    }
}

/* What the first of two phases has for a timeline, or "". */
static void expect_first_time(const char *section, const char *expected)
{
    char text[512];
    struct reading r;
    snprintf(
        text, sizeof text,
        "# Plan\n\n## Phase 1: Cellar\n**Owner:** Ana\n\n%s\n## Phase 2: Attic\n**Owner:** Bo\n",
        section);
    const struct model *m = reading_start(&r, "plan.md", text);
    assert_int_equal(m->items.len, 2);
    const struct item *item = &m->items.items[0];
    print_message("%s\n", section);
    if (*expected) {
        assert_int_equal(item->timeline.len, 1);
        assert_true(slice_is(item->timeline.items[0].text, expected));
    } else {
        assert_int_equal(item->timeline.len, 0);
    }
    reading_end(&r);
}

static void test_a_line_that_is_a_time(void **state)
{
    (void)state;
    expect_first_time("- Effort: 3 days\n- Weeks 1-4\n", "Weeks 1-4");
    expect_first_time("*Weeks 1–4*\n\nDig it out.\n", "Weeks 1–4");
    expect_first_time("(2026-04-06 – 2026-05-01)\n", "2026-04-06 – 2026-05-01");
    expect_first_time("- **Timeline:** Weeks 2-3\n- Weeks 1-4\n", "Weeks 2-3");
    /* several, a part of a sentence, a single date, a task, or not the item's own section */
    expect_first_time("- Weeks 1-4\n- Weeks 5-6\n", "");
    expect_first_time("Weeks 1-4 are for digging.\n", "");
    expect_first_time("2026-04-06\n", "");
    expect_first_time("- [ ] Weeks 1-4\n", "");
    expect_first_time("### Notes\n\nWeeks 1-4\n", "");
}

static void test_bullets_without_labels(void **state)
{
    struct reading r;
    const struct model *m = reading_start(
        &r, "plan.md",
        "# Goals\n\n"
        "## Objective 1: Known harbour\n**Owner:** Ana\n\n"
        "- KR1: 40 ships a day\n- **KR2:** 3 in 5 come back\n- Krill is no key result\n"
        "- [ ] KR3: a task\n\n"
        "## Objective 2: Safe harbour\n**Owner:** Bo\n**Success Criteria:** no wreck\n"
        "- KR1: 2 lamps\n- Depends on Known harbour\n- Depends on the weather\n"
        "- After Objective 1\n- After Objective 1 we rest\n- Blocked by: nobody\n");
    (void)state;
    assert_int_equal(m->items.len, 2);
    assert_int_equal(m->items.items[0].criteria.len, 2);
    ASSERT_SLICE(m->items.items[0].criteria.items[0].text, "KR1: 40 ships a day");
    ASSERT_SLICE(m->items.items[0].criteria.items[1].text, "KR2: 3 in 5 come back");
    assert_int_equal(m->items.items[1].criteria.len, 1);
    assert_int_equal(m->items.items[1].depends_on.len, 2);
    ASSERT_SLICE(m->items.items[1].depends_on.items[0].target, "Known harbour");
    ASSERT_SLICE(m->items.items[1].depends_on.items[1].target, "objective 1");
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_line_that_is_a_time),
        cmocka_unit_test(test_week_columns),
        cmocka_unit_test(test_an_initiative_in_full),
        cmocka_unit_test(test_timelines),
        cmocka_unit_test(test_a_time_on_no_calendar),
        cmocka_unit_test(test_an_end_is_an_end),
        cmocka_unit_test(test_criteria),
        cmocka_unit_test(test_risks),
        cmocka_unit_test(test_where_a_mitigation_would_stand),
        cmocka_unit_test(test_rows_have_values_too),
        cmocka_unit_test(test_what_blocks_points_the_other_way),
        cmocka_unit_test(test_bullets_without_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
