/* shared_plans_test.c: what the real plans beside the repository say, counted by hand. Skipped where
 * they are not there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#include <stdlib.h>
#include <string.h>

static const char *const plans[] = {
    "seeds/000_75394c3fcbd2ddec.txt",
    "seeds/002_9a1f2d5d5de7ebf3.txt",
    "seeds/003_74ff8d2de2f627dc.txt",
    "seeds/004_f9f493e204610c91.txt",
};

struct shared {
    struct reading reading;
    char *bytes;
};

static const struct model *shared_start(struct shared *s, size_t plan)
{
    size_t len;
    if (!reading_shared(plans[plan], &s->bytes, &len)) {
        s->bytes = NULL;
        skip();
    }
    return reading_start_bytes(&s->reading, "plan.md", (struct slice){s->bytes, len});
}

static void shared_end(struct shared *s)
{
    reading_end(&s->reading);
    free(s->bytes);
}

static size_t count_kind(const struct model *m, enum item_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < m->items.len; i++)
        count += m->items.items[i].kind == kind;
    return count;
}

static size_t count_owner(const struct model *m, const char *name, const char *role)
{
    size_t count = 0;
    for (size_t i = 0; i < m->items.len; i++)
        for (size_t k = 0; k < m->items.items[i].owners.len; k++) {
            const struct person *person = &m->items.items[i].owners.items[k];
            if (!slice_is(person->name, name))
                continue;
            count++;
            assert_true(slice_is(person->role, role));
        }
    return count;
}

static void test_initiatives(void **state)
{
    struct shared s;
    const struct model *m = shared_start(&s, 0);
    size_t entries = 0, risks = 0, owners = 0, recurring = 0;
    double once = 0;
    (void)state;
    assert_int_equal(m->items.len, 12);
    assert_int_equal(count_kind(m, ITEM_INITIATIVE), 12);
    for (size_t i = 0; i < m->items.len; i++) {
        const struct item *item = &m->items.items[i];
        entries += item->timeline.len;
        owners += item->owners.len;
        for (size_t k = 0; k < item->timeline.len; k++) {
            assert_int_equal(item->timeline.items[k].time.from.unit, TIME_WEEK);
            assert_true(item->timeline.items[k].label.len > 0);
        }
        for (size_t k = 0; k < item->risks.len; k++) {
            risks++;
            assert_true(item->risks.items[k].mitigation.len > 0);
        }
        for (size_t k = 0; k < item->budget.len; k++) {
            if (item->budget.items[k].per.len)
                recurring++;
            else
                once += item->budget.items[k].amount;
        }
    }
    assert_int_equal(entries, 36);
    assert_int_equal(risks, 24);
    assert_int_equal(owners, 24);
    assert_int_equal(count_owner(m, "Alex", "Sales Eng"), 5);
    assert_int_equal(count_owner(m, "Jamie", "Backend Lead"), 8);
    assert_int_equal(count_owner(m, "Priya", "Founder"), 8);
    assert_int_equal(count_owner(m, "Sam", "Platform Eng"), 3);
    assert_true(once == 182000);
    assert_int_equal(recurring, 1);
    ASSERT_SLICE(m->items.items[8].title, "Hiring: Sales vs. Platform");
    assert_int_equal(m->own_date, date_parse_iso(SLICE("2025-04-20")));
    assert_int_equal(m->kinds, DOCUMENT_PLAN);
    shared_end(&s);
}

static void assert_weeks(const struct item *item, int from, int to)
{
    assert_int_equal(item->timeline.len, 1);
    assert_int_equal(item->timeline.items[0].time.from.unit, TIME_WEEK);
    assert_int_equal(item->timeline.items[0].time.from.value, from);
    assert_int_equal(item->timeline.items[0].time.to.value, to);
}

static void test_workstreams(void **state)
{
    static const int weeks[6][2] = {{1, 2}, {3, 4}, {5, 8}, {7, 10}, {9, 12}, {12, 14}};
    static const char *const titles[6] = {"Research & Alignment", "Workflow Architecture",
                                          "Foundation Build",     "Verification & Feedback Loops",
                                          "Iterative Refinement", "Launch Preparation"};
    struct shared s;
    const struct model *m = shared_start(&s, 1);
    (void)state;
    assert_int_equal(m->items.len, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(m->items.items[i].kind, ITEM_WORKSTREAM);
        ASSERT_SLICE(m->items.items[i].title, titles[i]);
        assert_weeks(&m->items.items[i], weeks[i][0], weeks[i][1]);
    }
    shared_end(&s);
}

static void test_phases_and_actions(void **state)
{
    static const char *const phases[5] = {"Foundation", "AI/ML", "Enterprise", "Infrastructure",
                                          "Quality"};
    struct shared s;
    const struct model *m = shared_start(&s, 2);
    (void)state;
    assert_int_equal(m->items.len, 9);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(m->items.items[i].kind, ITEM_ACTION);
        assert_true(m->items.items[i].owners.len >= 1);
        assert_int_not_equal(model_field_of(m, (uint32_t)i, FIELD_EFFORT), NO_INDEX);
        assert_int_not_equal(model_field_of(m, (uint32_t)i, FIELD_DELIVERABLES), NO_INDEX);
    }
    for (size_t i = 0; i < 5; i++) {
        const struct item *item = &m->items.items[4 + i];
        assert_int_equal(item->kind, ITEM_PHASE);
        ASSERT_SLICE(item->title, phases[i]);
        assert_weeks(item, 1 + 4 * (int)i, 4 + 4 * (int)i);
    }
    shared_end(&s);
}

static void test_index(void **state)
{
    static const int weeks[3][2] = {{1, 5}, {6, 9}, {10, 13}};
    struct shared s;
    const struct model *m = shared_start(&s, 3);
    (void)state;
    assert_true(m->kinds & DOCUMENT_INDEX);
    assert_int_equal(m->items.len, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(m->items.items[i].kind, ITEM_PHASE);
        assert_weeks(&m->items.items[i], weeks[i][0], weeks[i][1]);
    }
    assert_int_equal(m->own_date, date_parse_iso(SLICE("2026-01-26")));
    shared_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_initiatives),
        cmocka_unit_test(test_workstreams),
        cmocka_unit_test(test_phases_and_actions),
        cmocka_unit_test(test_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
