/* references_test.c: references, highlights and implementations on cases (case_file.h): "PATH: TEXT" per
 * place, TEXT being what the cursor lands on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"

static void put(struct case_file *c, const struct planls_locations *found, struct strbuf *out)
{
    for (size_t i = 0; i < found->len; i++) {
        const struct document *document = facade_document(c->workspace, found->items[i].path);
        struct slice text = span_slice(document->text.bytes, facade_span(found->items[i].name));
        strbuf_printf(out, "%s: %.*s\n", found->items[i].path, SLICE_ARG(text));
    }
}

static void answer_references(struct case_file *c, struct strbuf *out)
{
    struct planls_locations with = {0}, without = {0};
    planls_references_at(c->workspace, c->path, c->cursor.start, true, c->results, &with);
    planls_references_at(c->workspace, c->path, c->cursor.start, false, c->results, &without);
    assert_true(without.len <= with.len && with.len <= without.len + 1);
    put(c, &with, out);
}

static void answer_highlight(struct case_file *c, struct strbuf *out)
{
    struct planls_locations found = {0};
    planls_highlights_at(c->workspace, c->path, c->cursor.start, c->results, &found);
    put(c, &found, out);
}

static void answer_implementation(struct case_file *c, struct strbuf *out)
{
    struct planls_locations found = {0};
    struct planls_range origin;
    planls_implementations_at(c->workspace, c->path, c->cursor.start, c->results, &origin, &found);
    put(c, &found, out);
}

static void test_references(void **state)
{
    (void)state;
    run_folder("references", answer_references);
}

static void test_highlight(void **state)
{
    (void)state;
    run_folder("highlight", answer_highlight);
}

static void test_implementation(void **state)
{
    (void)state;
    run_folder("implementation", answer_implementation);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_references),
                                       cmocka_unit_test(test_highlight),
                                       cmocka_unit_test(test_implementation)};
    return cmocka_run_group_tests_name("references", tests, NULL, NULL);
}
