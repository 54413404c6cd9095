/* seed_values_test.c: the values of a real plan's fields add up to what a reader of it counts. Skipped
 * where the plan is not at hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/value_case.h"

static struct inline_parser *parser;
static struct slice document;

static FILE *open_seed(void)
{
    FILE *file = fopen(PLANLS_SOURCE_DIR "/../shared/seeds/000_75394c3fcbd2ddec.txt", "rb");
    return file ? file
                : fopen(PLANLS_SOURCE_DIR "/../../shared/seeds/000_75394c3fcbd2ddec.txt", "rb");
}

static int set_up(void **state)
{
    (void)state;
    static char bytes[64 * 1024];
    FILE *file = open_seed();
    if (file) {
        document = (struct slice){bytes, fread(bytes, 1, sizeof bytes, file)};
        fclose(file);
    }
    parser = inline_parser_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    inline_parser_free(parser);
    return 0;
}

/* The next line that begins with `label` (after its indent): what stands behind it. */
static bool next_value(struct slice_split *lines, struct slice label, struct slice *value)
{
    struct slice line;
    while (slice_split_next(lines, '\n', &line)) {
        line = slice_trim(line);
        if (!slice_starts(line, label))
            continue;
        *value = slice_trim(slice_from(line, label.len));
        return true;
    }
    return false;
}

static void test_budgets(void **state)
{
    (void)state;
    double once = 0, yearly = 0;
    size_t recurring = 0;
    struct slice_split lines = {document, false};
    struct slice value;
    if (document.len == 0)
        skip();
    while (next_value(&lines, SLICE("- **Budget:**"), &value)) {
        struct value_case c;
        struct moneys found = {0};
        value_case_init(&c, parser, value);
        money_read(&c.inlines, c.text, &c.arena, &found);
        for (size_t i = 0; i < found.len; i++) {
            bool one_off = found.items[i].per.len == 0;
            once += one_off ? found.items[i].amount : 0;
            yearly += one_off ? 0 : found.items[i].amount;
            recurring += !one_off;
            assert_true(found.items[i].label.len > 0);
        }
        value_case_release(&c);
    }
    assert_int_equal((int)once, 182000);
    assert_int_equal((int)yearly, 200000);
    assert_int_equal(recurring, 1);
}

static void test_owners(void **state)
{
    (void)state;
    static const struct {
        const char *name, *role;
        size_t count;
    } people[] = {{"Alex", "Sales Eng", 5},
                  {"Jamie", "Backend Lead", 8},
                  {"Priya", "Founder", 8},
                  {"Sam", "Platform Eng", 3}};
    size_t counts[4] = {0}, all = 0;
    struct slice_split lines = {document, false};
    struct slice value;
    if (document.len == 0)
        skip();
    while (next_value(&lines, SLICE("- **Owner:**"), &value)) {
        struct value_case c;
        struct people found = {0};
        value_case_init(&c, parser, value);
        people_read(&c.inlines, c.text, &c.arena, &found);
        all += found.len;
        for (size_t i = 0; i < found.len; i++)
            for (size_t p = 0; p < 4; p++)
                if (slice_is(found.items[i].name, people[p].name)) {
                    counts[p]++;
                    assert_true(slice_is(found.items[i].role, people[p].role));
                }
        value_case_release(&c);
    }
    for (size_t p = 0; p < 4; p++)
        assert_int_equal(counts[p], people[p].count);
    assert_int_equal(all, 24);
}

static void test_timelines(void **state)
{
    (void)state;
    size_t spans = 0;
    struct slice_split lines = {document, false};
    struct slice value;
    if (document.len == 0)
        skip();
    while (next_value(&lines, SLICE("- Weeks"), &value)) {
        struct value_case c;
        struct time_values found = {0};
        struct slice line = {value.ptr - strlen("Weeks "), value.len + strlen("Weeks ")};
        value_case_init(&c, parser, line);
        time_read(&c.inlines, c.text, 0, &c.arena, &found);
        assert_true(found.len > 0);
        assert_int_equal(found.items[0].kind, TIME_SPAN);
        assert_int_equal(found.items[0].problem, TIME_OK);
        assert_int_equal(found.items[0].from.unit, TIME_WEEK);
        assert_true(found.items[0].from.value <= found.items[0].to.value);
        spans++;
        value_case_release(&c);
    }
    assert_int_equal(spans, 36);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_budgets),
                                       cmocka_unit_test(test_owners),
                                       cmocka_unit_test(test_timelines)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
