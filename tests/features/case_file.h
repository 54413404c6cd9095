/* case_file.h: a feature's answers at marked positions, case by case.
 *
 * A case is a file below tests/features/FEATURE/: documents, each behind a line "=== PATH", one of which
 * holds the mark ‸ where the cursor stands (two marks: a range), perhaps "=== today" and a date, then
 * "=== expect" and what the feature answers, as the test writes it.
 */
#ifndef PLANLS_TESTS_CASE_FILE_H
#define PLANLS_TESTS_CASE_FILE_H

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
        else if (slice_is(name, "today"))
            c->workspace->today = date_parse_iso(slice_trim(body));
        else
            put_document(c, name, body);
    }
    assert_true(c->path[0] != '\0');
}

/* Runs every case of a folder; `answer` appends what the feature says. */
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
            fprintf(stderr, "%s/%s: expected\n%.*s\ngot\n%.*s\n", folder, entry->d_name,
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

#endif
