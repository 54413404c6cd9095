/* link_test.c: document links on cases (case_file.h): "TEXT -> PATH" and behind it the heading's own text
 * in quotes, or the document's title in brackets, or the line named. img/map.png, src/quay.c and src/
 * exist besides. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"

static void answer_document_link(struct case_file *c, struct strbuf *out)
{
    struct slice text = facade_document(c->workspace, c->path)->text.bytes;
    struct planls_document_links links = {0};
    planls_workspace_path_exists(c->workspace, "img/map.png", false, true);
    planls_workspace_path_exists(c->workspace, "src/quay.c", false, true);
    planls_workspace_path_exists(c->workspace, "src", true, true);
    planls_document_links(c->workspace, c->path, c->results, &links);
    for (size_t i = 0; i < links.len; i++) {
        const struct planls_document_link *link = &links.items[i];
        assert_true(i == 0 || links.items[i - 1].range.end <= link->range.start);
        strbuf_printf(out, "%.*s -> %s", SLICE_ARG(span_slice(text, facade_span(link->range))),
                      link->path);
        if (link->has_place) {
            struct slice other = facade_document(c->workspace, link->path)->text.bytes;
            strbuf_printf(out, " \"%.*s\"", SLICE_ARG(span_slice(other, facade_span(link->place))));
        } else if (link->tooltip[0]) {
            strbuf_printf(out, " (%s)", link->tooltip);
        }
        if (link->fragment[0])
            strbuf_printf(out, " #%s", link->fragment);
        strbuf_puts(out, "\n");
    }
}

static void test_document_link(void **state)
{
    (void)state;
    run_folder("document_link", answer_document_link);
}

static void test_unknown_document(void **state)
{
    (void)state;
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_document_links links = {0};
    planls_document_links(workspace, "nowhere.md", results, &links);
    assert_int_equal(links.len, 0);
    planls_workspace_put(workspace, "empty.md", "", 0);
    planls_document_links(workspace, "empty.md", results, &links);
    assert_int_equal(links.len, 0);
    planls_results_free(results);
    planls_workspace_free(workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_document_link),
                                       cmocka_unit_test(test_unknown_document)};
    return cmocka_run_group_tests_name("link", tests, NULL, NULL);
}
