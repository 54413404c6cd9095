/* people_test.c: owners with role, scope and share. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/value_case.h"

static struct inline_parser *parser;

static int set_up(void **state)
{
    (void)state;
    parser = inline_parser_new();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    inline_parser_free(parser);
    return 0;
}

/* "Alex (Sales Eng) for pilots 50%" */
static void put_person(struct strbuf *out, const struct person *person)
{
    if (out->len > 0)
        strbuf_puts(out, " | ");
    strbuf_append(out, person->name);
    if (person->role.len > 0)
        strbuf_printf(out, " (%.*s)", SLICE_ARG(person->role));
    if (person->scope.len > 0)
        strbuf_printf(out, " for %.*s", SLICE_ARG(person->scope));
    if (person->share > 0)
        strbuf_printf(out, " %g%%", person->share * 100);
}

static void test_people(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"Alex (Sales Eng) for pilots; Jamie (Backend Lead) for instrumentation",
         "Alex (Sales Eng) for pilots | Jamie (Backend Lead) for instrumentation"},
        {"Priya (Founder), Jamie (Backend Lead)", "Priya (Founder) | Jamie (Backend Lead)"},
        {"CTO / VP Engineering", "CTO | VP Engineering"},
        {"CEO/CFO", "CEO | CFO"},
        {"Product / Marketing", "Product | Marketing"},
        {"DevOps + Backend", "DevOps | Backend"},
        {"Enterprise Architect + Clinical Lead + CFO",
         "Enterprise Architect | Clinical Lead | CFO"},
        {"VP Product, VP Engineering", "VP Product | VP Engineering"},
        {"Tech Lead", "Tech Lead"},
        {"Platform Team", "Platform Team"},
        {"the platform team", "platform team"},
        {"Dev", "Dev"},
        {"@jane", "jane"},
        {"@jane, @joe", "jane | joe"},
        {"['@a']", "a"},
        {"[\"@a\", \"@b\"]", "a | b"},
        {"Jane Doe and John", "Jane Doe | John"},
        {"Jane Doe & John", "Jane Doe | John"},
        {"Anna und Bernd", "Anna | Bernd"},
        {"Marie et Paul", "Marie | Paul"},
        {"Jean-Luc O'Neill", "Jean-Luc O'Neill"},
        {"J. R. Smith", "J. R. Smith"},
        {"田中太郎（PM）、佐藤（QA）", "田中太郎 (PM) | 佐藤 (QA)"},
        {"张三 / 李四", "张三 | 李四"},
        {"김철수(리드)", "김철수 (리드)"},
        {"**Jane** (PM)", "Jane (PM)"},
        {"[Jane](mailto:jane@example.org) (PM)", "Jane (PM)"},
        {"[@jane](https://example.org/jane)", "jane"},
        {"Jamie (50%)", "Jamie 50%"},
        {"Jamie (Backend Lead, 50%)", "Jamie (Backend Lead) 50%"},
        {"Jamie (0.5 FTE)", "Jamie 50%"},
        {"Jamie 50%, Sam 50%", "Jamie 50% | Sam 50%"},
        {"Jane Doe, Backend Lead", "Jane Doe (Backend Lead)"},
        {"Jane Doe — PM", "Jane Doe (PM)"},
        {"Jane - rollout in the north", "Jane for rollout in the north"},
        {"Lead: Jane Doe", "Jane Doe (Lead)"},
        {"Backend Lead: Jamie; Designer: Sam", "Jamie (Backend Lead) | Sam (Designer)"},
        {"CLAUDE (The Strategist)", "CLAUDE (The Strategist)"},
        {"Alex (primary), Sam (backup)", "Alex (primary) | Sam (backup)"},
        {"UX/UI Designer", "UX/UI Designer"},
        {"R&D", "R&D"},
        {"2 Backend Engineers", "Backend Engineers"},
        {"Alex for pilots, Jamie for code", "Alex for pilots | Jamie for code"},
        {"Jane ✅", "Jane"},
        {"TBD", ""},
        {"TBD (Backend)", ""},
        {"Jane, TBD", "Jane"},
        {"[TBD]", ""},
        {"[Name]", ""},
        {"[]", ""},
        {"Unassigned", ""},
        {"None", ""},
        {"n/a", ""},
        {"—", ""},
        {"Everyone", ""},
        {"Required", ""},
        {"Both", ""},
        {"???", ""},
        {"待定", ""},
        {"whoever finds it first", ""},
        {"it is to be seen who will do this", ""},
        {"", ""},
    };
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct value_case c;
        struct people people = {0};
        struct strbuf out;
        strbuf_init(&out, STRBUF_NO_LIMIT);
        value_case_init(&c, parser, slice_of(rows[i].text));
        people_read(&c.inlines, c.text, &c.arena, &people);
        for (size_t k = 0; k < people.len; k++)
            put_person(&out, &people.items[k]);
        if (!slice_is(strbuf_slice(&out), rows[i].expected)) {
            print_error("%s\n  expected: %s\n  read:     %s\n", rows[i].text, rows[i].expected,
                        out.ptr ? out.ptr : "");
            wrong++;
        }
        value_case_release(&c);
        strbuf_release(&out);
    }
    assert_int_equal(wrong, 0);
}

static void test_places(void **state)
{
    (void)state;
    struct value_case c;
    struct people people = {0};
    value_case_init(&c, parser, SLICE("Alex (Sales Eng) for pilots; Jamie (Lead)"));
    people_read(&c.inlines, c.text, &c.arena, &people);
    assert_int_equal(people.len, 2);
    struct person *alex = &people.items[0], *jamie = &people.items[1];
    assert_true(slice_is(span_slice(c.text, alex->where), "Alex (Sales Eng) for pilots"));
    assert_true(slice_is(span_slice(c.text, alex->name_span), "Alex"));
    assert_true(slice_is(span_slice(c.text, alex->role_span), "Sales Eng"));
    assert_true(slice_is(span_slice(c.text, jamie->where), "Jamie (Lead)"));
    value_case_release(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_people),
                                       cmocka_unit_test(test_places)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
