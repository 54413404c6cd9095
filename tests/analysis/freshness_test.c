/* freshness_test.c: by when the next update of a document was due. January 2026 begins on a Thursday. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/freshness.h"
#include "model/reading.h"

static date_days due(const char *words, const char *updated)
{
    struct cadence cadence = cadence_read(slice_of(words));
    return freshness_due(&cadence, date_parse_iso(slice_of(updated)));
}

static void test_due(void **state)
{
    (void)state;
    static const struct {
        const char *cadence, *updated, *due;
    } cases[] = {
        {"weekly", "2026-01-26", "2026-02-02"},
        {"weekly (Friday)", "2026-01-26", "2026-01-30"}, /* Monday to Friday */
        {"weekly (Friday)", "2026-01-30", "2026-02-06"}, /* on a Friday: the next one */
        {"every other Friday", "2026-01-30", "2026-02-13"},
        {"every other Friday", "2026-01-26", "2026-02-06"}, /* not within the week that follows */
        {"bi-weekly", "2026-01-26", "2026-02-09"},
        {"daily", "2026-01-27", "2026-01-28"},
        {"daily", "2026-01-30", "2026-02-02"}, /* Friday: not on the weekend */
        {"daily", "2026-01-31", "2026-02-02"},
        {"10 days", "2026-01-26", "2026-02-05"},
        {"monthly", "2026-01-31", "2026-02-28"},
        {"monthly (1st Monday)", "2026-01-01", "2026-01-05"},
        {"monthly (1st Monday)", "2026-01-05", "2026-02-02"},
        {"monthly (last Friday)", "2026-01-26", "2026-01-30"},
        {"monthly (last Friday)", "2026-01-30", "2026-02-27"},
        {"monthly on the 31st", "2026-01-31", "2026-02-28"},
        {"monthly (end of month)", "2026-02-03", "2026-02-28"},
        {"quarterly", "2025-11-30", "2026-02-28"},
        {"annually", "2024-02-29", "2025-02-28"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char got[11] = "none";
        date_days day = due(cases[i].cadence, cases[i].updated);
        if (day != DATE_NONE)
            date_format(day, got);
        if (!slice_is(slice_of(got), cases[i].due))
            fail_msg("%s after %s: %s, not %s", cases[i].cadence, cases[i].updated, got,
                     cases[i].due);
    }
}

static void test_nothing_due(void **state)
{
    (void)state;
    assert_int_equal(due("as needed", "2026-01-26"), DATE_NONE);
    assert_int_equal(due("after each phase", "2026-01-26"), DATE_NONE);
    assert_int_equal(due("weekly", ""), DATE_NONE);
}

static void test_documents(void **state)
{
    (void)state;
    struct reading r;
    const struct model *model = reading_start(
        &r, "log.md",
        "# Log\n\n**Last Updated:** January 26, 2026\n**Update Frequency:** Weekly (Friday)\n");
    struct freshness own = freshness_of(model);
    assert_int_equal(own.due, date_parse_iso(SLICE("2026-01-30")));
    assert_false(freshness_is_past(&own, own.due));
    assert_true(freshness_is_past(&own, own.due + 1));
    assert_false(freshness_is_past(&own, DATE_NONE));
    assert_int_equal(freshness_by(SLICE("monthly"), model).due,
                     date_parse_iso(SLICE("2026-02-26")));
    reading_end(&r);

    model = reading_start(
        &r, "log.md",
        "# Log\n\n**Last Updated:** 2026-01-26\n**Next Review:** 2026-03-02 (board)\n");
    assert_int_equal(freshness_of(model).due, date_parse_iso(SLICE("2026-03-02")));
    reading_end(&r);

    model = reading_start(
        &r, "log.md",
        "# Log\n\n## Part\n\n**Update Frequency:** Weekly\n\ntext\n\n## More\n\ntext\n\n1\n\n2"
        "\n\n3\n\n4\n\n5\n\n6\n\n**Last Updated:** 2026-01-26\n");
    assert_int_equal(freshness_of(model).cadence.kind, CADENCE_UNKNOWN); /* a part's, not its own */
    assert_int_equal(freshness_of(model).updated, date_parse_iso(SLICE("2026-01-26")));
    assert_int_equal(model->lines, 25);
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_due),
        cmocka_unit_test(test_nothing_due),
        cmocka_unit_test(test_documents),
    };
    return cmocka_run_group_tests_name("freshness", tests, NULL, NULL);
}
