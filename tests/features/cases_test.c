/* cases_test.c: hover, definition and code actions at marked positions.
 *
 * A case is a file below hover/, definition/ or code_action/: documents, each behind a line "=== PATH",
 * one of which holds the mark ‸ where the cursor stands (two marks: a range), then "=== expect" and what
 * the feature answers: the hover's Markdown; "PATH: TEXT" per definition, TEXT being what the cursor
 * lands on; one title per action. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "features/facade.h"

#include <dirent.h>
#include <planls/planls.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MARK SLICE("‸")

struct case_file {
    struct planls_workspace *workspace;
    struct planls_results *results;
    struct slice expected;
    char path[256];             /* the document with the mark */
    struct planls_range cursor; /* both ends equal for one mark */
};

static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    char chunk[4096];
    for (size_t n; (n = fread(chunk, 1, sizeof chunk, file)) > 0;)
        strbuf_append(&text, (struct slice){chunk, n});
    fclose(file);
    return text.ptr;
}

/* Puts a document without its marks; remembers where they stood. */
static void put_document(struct case_file *c, struct slice path, struct slice text)
{
    struct strbuf bytes;
    strbuf_init(&bytes, STRBUF_NO_LIMIT);
    unsigned marks = 0;
    for (size_t at; (at = slice_find(text, MARK)) != SLICE_NONE;) {
        strbuf_append(&bytes, slice_sub(text, 0, at));
        text = slice_from(text, at + MARK.len);
        uint32_t offset = (uint32_t)bytes.len;
        c->cursor.end = offset;
        if (marks++ == 0)
            c->cursor.start = offset;
    }
    strbuf_append(&bytes, text);
    if (marks)
        snprintf(c->path, sizeof c->path, "%.*s", SLICE_ARG(path));
    workspace_put(c->workspace->ws, path, strbuf_slice(&bytes));
    strbuf_release(&bytes);
}

static void open_case(struct case_file *c, char *text)
{
    c->workspace = planls_workspace_new();
    c->results = planls_results_new();
    c->path[0] = '\0';
    struct slice rest = slice_of(text);
    while (slice_starts(rest, SLICE("=== "))) {
        size_t line = slice_find_byte(rest, '\n');
        struct slice name = slice_sub(rest, 4, line);
        rest = slice_from(rest, line + 1);
        size_t next = slice_find(rest, SLICE("\n=== "));
        struct slice body = next == SLICE_NONE ? rest : slice_sub(rest, 0, next + 1);
        rest = slice_from(rest, body.len);
        if (slice_is(name, "expect"))
            c->expected = body;
        else
            put_document(c, name, body);
    }
    assert_true(c->path[0] != '\0');
}

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

static void run_folder(const char *folder, void (*answer)(struct case_file *, struct strbuf *))
{
    char path[1024];
    snprintf(path, sizeof path, "%s/tests/features/%s", PLANLS_SOURCE_DIR, folder);
    DIR *dir = opendir(path);
    assert_non_null(dir);
    unsigned cases = 0, wrong = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (!slice_ends(slice_of(entry->d_name), SLICE(".txt")))
            continue;
        snprintf(path, sizeof path, "%s/tests/features/%s/%s", PLANLS_SOURCE_DIR, folder,
                 entry->d_name);
        char *text = read_file(path);
        struct case_file c = {0};
        struct strbuf got;
        open_case(&c, text);
        strbuf_init(&got, STRBUF_NO_LIMIT);
        answer(&c, &got);
        cases++;
        if (!slice_equal(slice_trim(strbuf_slice(&got)), slice_trim(c.expected))) {
            print_error("%s/%s: expected\n%.*s\ngot\n%.*s\n", folder, entry->d_name,
                        SLICE_ARG(c.expected), (int)got.len, got.ptr ? got.ptr : "");
            wrong++;
        }
        strbuf_release(&got);
        planls_results_free(c.results);
        planls_workspace_free(c.workspace);
        free(text);
    }
    closedir(dir);
    assert_true(cases > 0);
    assert_int_equal(wrong, 0);
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
