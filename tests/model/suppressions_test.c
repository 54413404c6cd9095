/* suppressions_test.c: comments that allow what a rule would say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void test_what_they_say(void **state)
{
    (void)state;
    static const struct {
        const char *text, *rules, *reason, *until;
        bool whole_file, malformed;
    } cases[] = {
        {"<!-- planls: allow missing-owner because nobody yet -->\n", "missing-owner ",
         "nobody yet", "", false, false},
        {"<!-- planls: allow a-b, c-d until 2026-03-01 because later -->\n", "a-b c-d ", "later",
         "2026-03-01", false, false},
        {"<!-- planls: allow-file placeholder because a form -->\n", "placeholder ", "a form", "",
         true, false},
        {"<!-- planls: allow overdue -->\n", "overdue ", "", "", false, false},
        {"text <!-- planls: allow overdue because so --> text\n", "overdue ", "so", "", false,
         false},
        {"<!--\nplanls: allow overdue\nbecause so\n-->\n", "overdue ", "so", "", false, false},
        {"<!-- planls: alow overdue because so -->\n", "", "", "", false, true},
        {"<!-- planls: allow because so -->\n", "because ", "", "", false, true},
        {"<!-- planls: allow -->\n", "", "", "", false, true},
        {"<!-- planls: allow overdue until soon because x -->\n", "overdue ", "", "", false, true},
        {"<!-- planls: allow overdue until 2026-02-30 because x -->\n", "overdue ", "", "", false,
         true},
        {"<!-- planls: allow overdue cause x -->\n", "overdue ", "", "", false, true},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        char rules[128] = "", until[11] = "";
        size_t len = 0;
        const struct model *m = reading_start(&r, "plan.md", cases[i].text);
        print_message("%s", cases[i].text);
        assert_int_equal(m->suppressions.len, 1);
        const struct suppression *s = &m->suppressions.items[0];
        for (size_t k = 0; k < s->rules.len; k++)
            len += (size_t)snprintf(rules + len, sizeof rules - len, "%.*s ",
                                    SLICE_ARG(s->rules.items[k]));
        assert_int_equal(s->malformed, cases[i].malformed);
        assert_int_equal(s->rules.len, s->rule_spans.len);
        if (s->until != DATE_NONE)
            date_format(s->until, until);
        assert_string_equal(until, cases[i].until);
        if (!s->malformed) {
            assert_string_equal(rules, cases[i].rules);
            ASSERT_SLICE(s->reason, cases[i].reason);
            assert_true(slice_equal(reading_at(&r, s->rule_spans.items[0]), s->rules.items[0]));
        }
        assert_int_equal(s->whole_file, cases[i].whole_file);
        reading_end(&r);
    }
}

static void test_examples_are_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "```\n<!-- planls: allow overdue because so -->\n```\n",
        "`<!-- planls: allow overdue because so -->`\n",
        "    <!-- planls: allow overdue because so -->\n",
        "planls: allow overdue\n",
        "<!-- about planls: it allows -->\n",
        "<!-- planls: allow overdue\n",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct reading r;
        print_message("%s", texts[i]);
        assert_int_equal(reading_start(&r, "plan.md", texts[i])->suppressions.len, 0);
        reading_end(&r);
    }
}

static void test_scope(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m =
        reading_start(&r, "plan.md",
                      "<!-- planls: allow a because x -->\n\n# P\n\n## A\n\n"
                      "- x\n  <!-- planls: allow b because x -->\n\n### A1\n\n"
                      "text\n\n## B\n<!-- planls: allow-file c because x -->\n");
    assert_int_equal(m->suppressions.len, 3);
    const struct suppression *s = m->suppressions.items;
    assert_int_equal(s[0].scope.start, 0);
    assert_int_equal(s[0].scope.end, r.text.bytes.len);
    ASSERT_SLICE(slice_sub(reading_at(&r, s[1].scope), 0, 4), "## A");
    assert_true(slice_contains(reading_at(&r, s[1].scope), SLICE("### A1")));
    assert_false(slice_contains(reading_at(&r, s[1].scope), SLICE("## B")));
    assert_int_equal(s[2].scope.start, 0);
    ASSERT_SLICE(reading_at(&r, s[1].span), "<!-- planls: allow b because x -->");
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_they_say),
        cmocka_unit_test(test_examples_are_none),
        cmocka_unit_test(test_scope),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
