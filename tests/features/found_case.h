/* found_case.h: a plan, perhaps a document beside it, and exactly what is found in it; run as a table. */
#ifndef TESTS_FEATURES_FOUND_CASE_H
#define TESTS_FEATURES_FOUND_CASE_H

#include "base/strbuf.h"

#include <planls/planls.h>
#include <string.h>

struct found_case {
    const char *path, *text;             /* the document that is checked */
    const char *other_path, *other_text; /* one beside it, or NULL */
    const char *found;                   /* "rule@line" in document order, a space behind each */
};

static void put(struct planls_workspace *workspace, const char *path, const char *text)
{
    assert_true(planls_workspace_put(workspace, path, text, strlen(text)));
}

/* Checks the document of each case and compares what is found. */
static void found_cases_check(const struct found_case *cases, size_t count)
{
    for (size_t c = 0; c < count; c++) {
        struct planls_workspace *workspace = planls_workspace_new();
        struct planls_results *results = planls_results_new();
        struct planls_diagnostics found = {0};
        struct strbuf said;
        strbuf_init(&said, STRBUF_NO_LIMIT);
        put(workspace, cases[c].path, cases[c].text);
        if (cases[c].other_path)
            put(workspace, cases[c].other_path, cases[c].other_text);
        planls_check(workspace, cases[c].path, results, &found);
        for (size_t i = 0; i < found.len; i++) {
            unsigned line = 1;
            for (uint32_t at = 0; at < found.items[i].range.start; at++)
                line += cases[c].text[at] == '\n';
            strbuf_printf(&said, "%s@%u ", found.items[i].code, line);
        }
        struct slice all = strbuf_slice(&said);
        if (!slice_is(all, cases[c].found))
            fail_msg("case %zu: \"%.*s\", not \"%s\"", c, SLICE_ARG(all), cases[c].found);
        strbuf_release(&said);
        planls_results_free(results);
        planls_workspace_free(workspace);
    }
}

#endif
