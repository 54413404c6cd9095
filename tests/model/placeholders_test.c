/* placeholders_test.c: what stands where a value is still to come, and what only looks like it. */
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

static void test_placeholders(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected; /* the places found, joined by " | " */
    } rows[] = {
        {"TBD", "TBD"},
        {"tbd", "tbd"},
        {"**TBD**", "TBD"},
        {"TBD (after review)", "TBD"},
        {"Owner TBD", "TBD"},
        {"$40K infra; TBD legal", "TBD"},
        {"TBA", "TBA"},
        {"To be defined", "To be defined"},
        {"to be determined.", "to be determined."},
        {"à définir", "à définir"},
        {"待定", "待定"},
        {"TODO", "TODO"},
        {"TODO: name an owner", "TODO"},
        {"[TODO]", "[TODO]"},
        {"???", "???"},
        {"X%", "X%"},
        {"≥X% time saved", "≥X%"},
        {"$X", "$X"},
        {"beginning [DATE].", "[DATE]"},
        {"____", "____"},
        {"CTO: ________________", "________________"},
        {"{{owner}}", "{{owner}}"},
        {"<your-name>", "<your-name>"},
        {"[NEEDS CLARIFICATION: which region?]", "[NEEDS CLARIFICATION: which region?]"},
        {"None", ""},
        {"N/A", ""},
        {"No TBDs remain", ""},
        {"Resolve all TBD items", ""},
        {"A sentence in which TBD is a word like any other one", ""},
        {"the TODO list app", ""},
        {"Fix TODO comments", ""},
        {"`TBD`", ""},
        {"`X%`", ""},
        {"GET /users/{id}", ""},
        {"$token and $HOME", ""},
        {"List<T>", ""},
        {"a placeholder image", ""},
        {"No [NEEDS CLARIFICATION] markers remain", ""},
        {"[Unreleased]", ""},
        {"[x] done", ""},
        {"X-ray", ""},
        {"", ""},
    };
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct value_case c;
        struct spans found = {0};
        struct strbuf out;
        strbuf_init(&out, STRBUF_NO_LIMIT);
        value_case_init(&c, parser, slice_of(rows[i].text));
        placeholders_read(&c.inlines, c.text, &c.arena, &found);
        for (size_t k = 0; k < found.len; k++)
            strbuf_printf(&out, "%s%.*s", k > 0 ? " | " : "",
                          SLICE_ARG(span_slice(c.text, found.items[k])));
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_placeholders)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
