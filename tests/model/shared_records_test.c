/* shared_records_test.c: the shared plans' tasks, gates, stops, checkpoints, entries and references,
 * counted exactly. Skipped where the documents are not beside the repository.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#include <stdlib.h>

struct shared {
    struct reading r;
    char *bytes;
};

static bool read_shared(struct shared *shared, const char *name, const char *path)
{
    size_t len;
    if (!reading_shared(name, &shared->bytes, &len)) {
        print_message("skipped: %s is not there\n", name);
        return false;
    }
    reading_start_bytes(&shared->r, path, (struct slice){shared->bytes, len});
    return true;
}

static void end_shared(struct shared *shared)
{
    reading_end(&shared->r);
    free(shared->bytes);
}

static void test_next_steps(void **state)
{
    (void)state;
    struct shared s;
    if (!read_shared(&s, "seeds/002_9a1f2d5d5de7ebf3.txt", "plan.md"))
        skip();
    const struct model *m = s.r.model;
    assert_int_equal(m->tasks.len, 4);
    assert_true(m->next_steps);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(m->tasks.items[i].source, TASK_FROM_NEXT_STEPS);
        assert_int_equal(m->tasks.items[i].parent, NO_INDEX);
    }
    ASSERT_SLICE(slice_sub(m->tasks.items[3].title, 0, 8), "Stand up");
    end_shared(&s);
}

static void check_gates(const struct model *m)
{
    assert_int_equal(m->gates.len, 5);
    for (uint32_t i = 0; i < 5; i++) {
        const struct gate *gate = &m->gates.items[i];
        char number[2] = {(char)('1' + i), '\0'};
        assert_int_equal(gate->criteria.len, 5);
        assert_int_not_equal(gate->item, NO_INDEX);
        assert_int_equal(m->items.items[gate->item].kind, ITEM_PHASE);
        ASSERT_SLICE(m->items.items[gate->item].number, number);
        for (size_t c = 0; c < 5; c++)
            assert_true(gate->criteria.items[c].has_box && !gate->criteria.items[c].done);
    }
    ASSERT_SLICE(m->gates.items[1].criteria.items[4].text, "<$100/month API costs");
}

static void check_stops(const struct model *m)
{
    assert_int_equal(m->stops.len, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_true(m->stops.items[i].signal.len > 0);
        assert_true(m->stops.items[i].action.len > 0);
    }
    ASSERT_SLICE(m->stops.items[2].condition, "Code coverage < 50% (Week 17)");
    ASSERT_SLICE(m->stops.items[2].signal, "Quality slipping");
    ASSERT_SLICE(m->stops.items[3].action, "Immediate remediation, delay launch if needed");
}

static void check_checkpoints(const struct model *m)
{
    static const int weeks[] = {4, 8, 12, 16, 20};
    static const double amounts[] = {40000, 100000, 180000, 240000, 320000};
    assert_int_equal(m->checkpoints.len, 5);
    for (size_t i = 0; i < 5; i++) {
        const struct checkpoint *checkpoint = &m->checkpoints.items[i];
        assert_int_equal(checkpoint->at.unit, TIME_WEEK);
        assert_int_equal(checkpoint->at.value, weeks[i]);
        assert_true(checkpoint->amount.amount == amounts[i]);
        assert_true(checkpoint->amount.approx);
    }
}

/* Boxes outside fences, counted line by line. */
static size_t count_boxes(struct slice bytes)
{
    struct slice_split lines = {bytes, false};
    struct slice line;
    bool fence = false;
    size_t count = 0;
    while (slice_split_next(&lines, '\n', &line)) {
        line = slice_trim(line);
        if (slice_starts(line, SLICE("```")))
            fence = !fence;
        count += !fence && slice_starts(line, SLICE("- [ ]"));
    }
    return count;
}

static void test_action_items(void **state)
{
    (void)state;
    struct shared s;
    if (!read_shared(&s, "seeds/003_74ff8d2de2f627dc.txt", "plan.md"))
        skip();
    const struct model *m = s.r.model;
    size_t criteria = 0;
    assert_int_equal(count_boxes(s.r.text.bytes), 111);
    assert_int_equal(m->tasks.len, 111);
    for (size_t i = 0; i < m->tasks.len; i++) {
        assert_int_equal(m->tasks.items[i].source, TASK_FROM_BOX);
        assert_int_equal(m->tasks.items[i].status, STATUS_TODO);
        assert_int_equal(m->tasks.items[i].id.len, 0);
        criteria += m->tasks.items[i].criterion;
    }
    assert_int_equal(criteria, 25);
    check_gates(m);
    check_stops(m);
    check_checkpoints(m);
    assert_int_equal(m->entries.len, 0);
    /* the files named: two to read, one to review, four of the final checklist */
    assert_int_equal(m->references.len, 7);
    end_shared(&s);
}

static size_t count_sections(const struct model *m, const char *path, const char *from,
                             const char *to)
{
    size_t count = 0;
    for (size_t i = 0; i < m->references.len; i++) {
        const struct reference *ref = &m->references.items[i];
        count += slice_is(ref->path, path) && slice_is(ref->section_from, from) &&
                 slice_is(ref->section_to, to);
    }
    return count;
}

static void test_index(void **state)
{
    (void)state;
    static const char *const targets[] = {"PRODUCT_EXECUTION_LOG.md",
                                          "V1.1_ROADMAP.md",
                                          "PRODUCT_OPERATIONS_GUIDE.md",
                                          "PRODUCT_EXECUTION_LOG.md",
                                          "V1.1_ROADMAP.md",
                                          "PRODUCT_OPERATIONS_GUIDE.md",
                                          "KPI_DASHBOARD.md",
                                          "week-X-Y/EXECUTION_SUMMARY.md"};
    struct shared s;
    if (!read_shared(&s, "seeds/004_f9f493e204610c91.txt", "INDEX.md"))
        skip();
    const struct model *m = s.r.model;
    assert_int_equal(m->tasks.len, 0);
    assert_int_equal(m->entries.len, 8);
    for (size_t i = 0; i < 8; i++) {
        ASSERT_SLICE(m->entries.items[i].target, targets[i]);
        assert_true(m->entries.items[i].cadence.len > 0);
        assert_int_equal(m->entries.items[i].audience.len > 0, i < 3);
        assert_int_equal(m->entries.items[i].sections.len > 0, i < 3);
        assert_int_equal(m->entries.items[i].owner.len > 0, i >= 3);
    }
    ASSERT_SLICE(m->entries.items[7].cadence, "End of week period");
    const char *log = "PRODUCT_EXECUTION_LOG.md", *roadmap = "V1.1_ROADMAP.md";
    assert_int_equal(count_sections(m, log, "13", "13"), 10);
    assert_int_equal(count_sections(m, log, "2", "4"), 5);
    assert_int_equal(count_sections(m, log, "5", "6"), 2);
    assert_int_equal(count_sections(m, roadmap, "1", "5"), 1);
    assert_int_equal(count_sections(m, roadmap, "5", "8"), 1);
    assert_int_equal(count_sections(m, roadmap, "11", "11"), 2);
    for (size_t i = 0; i < m->references.len; i++)
        assert_true(slice_find_byte(m->references.items[i].path, '*') == SLICE_NONE);
    end_shared(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next_steps),
        cmocka_unit_test(test_action_items),
        cmocka_unit_test(test_index),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
