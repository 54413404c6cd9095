/* cases_test.c: hover, definition and code actions at marked positions (case_file.h): the hover's
 * Markdown; "PATH: TEXT" per definition, TEXT being what the cursor lands on; one title per action. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"

static void answer_hover(struct case_file *c, struct strbuf *out)
{
    struct planls_hover hover;
    if (planls_hover_at(c->workspace, c->path, c->cursor.start, c->results, &hover))
        strbuf_puts(out, hover.markdown);
}

static void answer_definition(struct case_file *c, struct strbuf *out)
{
    struct planls_locations found = {0};
    struct planls_range origin;
    planls_definition_at(c->workspace, c->path, c->cursor.start, c->results, &origin, &found);
    for (size_t i = 0; i < found.len; i++) {
        const struct planls_location *at = &found.items[i];
        const struct document *document = facade_document(c->workspace, at->path);
        struct slice text = span_slice(document->text.bytes, facade_span(at->name));
        strbuf_printf(out, "%s: %.*s\n", at->path, SLICE_ARG(text));
    }
}

static void answer_code_action(struct case_file *c, struct strbuf *out)
{
    struct planls_diagnostics diagnostics = {0};
    struct planls_actions actions = {0};
    planls_check(c->workspace, c->path, c->results, &diagnostics);
    planls_actions_at(c->workspace, c->path, c->cursor, &diagnostics, c->results, &actions);
    for (size_t i = 0; i < actions.len; i++)
        strbuf_printf(out, "%s\n", actions.items[i].fix.title);
}

static void test_hover(void **state)
{
    (void)state;
    run_folder("hover", answer_hover);
}

static void test_definition(void **state)
{
    (void)state;
    run_folder("definition", answer_definition);
}

static void test_code_action(void **state)
{
    (void)state;
    run_folder("code_action", answer_code_action);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_hover),
                                       cmocka_unit_test(test_definition),
                                       cmocka_unit_test(test_code_action)};
    return cmocka_run_group_tests_name("cases", tests, NULL, NULL);
}
