/* judge_test.c: documents that are judged on several threads at once. Run with the tsan preset it shows
 * that they share nothing that changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "host/judge.h"
#include "host/load.h"
#include "host/threads.h"

#include <stdio.h>

#define PLANS 80

/* Plan i leans on the one before, its people are everybody's, its tasks name its items and others'; each has
 * its broken link, its task for an item that is not there and its sum that is wrong. */
static void put_plan(struct planls_workspace *workspace, int i)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_printf(&text,
                  "# Plan %d\n\n"
                  "## Initiative: Harbour %d\n\n"
                  "- **Owner**: Mara (Lead), Joris%d\n"
                  "- **Timeline**: Weeks 4-%d\n"
                  "- **Budget**: $30K quay, $5K cranes, total $40K\n"
                  "- **Success Criteria**: 3 of 5 berths\n"
                  "- **Depends on**: Harbour %d\n\n"
                  "See [before](plan%d.md#initiative-harbour-%d) and [nowhere](none%d.md).\n\n"
                  "## Tasks\n\n"
                  "- [ ] T%03d dredge it by Friday (Initiative: Harbour %d)\n"
                  "- [x] T%03d measure it, after T%03d\n",
                  i, i, i % 7, 2 + i % 5, i - 1, i - 1, i - 1, i, 2 * i, i, 2 * i + 1, 2 * i);
    char path[32];
    snprintf(path, sizeof path, "plan%d.md", i);
    planls_workspace_put(workspace, path, text.ptr, text.len);
    strbuf_clear(&text);
    strbuf_printf(&text,
                  "---\nid: W%d\nstatus: todo\ninitiative: Harbour %d\n---\n\n# Pile %d\n\n"
                  "- [ ] drive it, see [[plan%d#Harbour]]\n",
                  i, i % 2 ? i : i + 1000, i, i);
    snprintf(path, sizeof path, "tasks/w%d.md", i);
    planls_workspace_put(workspace, path, text.ptr, text.len);
    strbuf_release(&text);
}

static void test_on_threads_as_one_by_one(void **state)
{
    (void)state;
    load_use_threads(4);
    assert_int_equal(threads_of_pool(), 4);
    struct planls_workspace *workspace = planls_workspace_new();
    planls_workspace_set_today(workspace, 2026, 1, 5);
    for (int i = 0; i < PLANS; i++)
        put_plan(workspace, i);
    for (int i = 0; i < PLANS; i++) {
        char path[32];
        snprintf(path, sizeof path, "none%d.md", i);
        planls_workspace_path_exists(workspace, path, false, false);
    }
    size_t count = workspace_count(workspace->ws), findings = 0;
    struct judged judged[2 * PLANS] = {{0}};
    assert_int_equal(count, 2 * PLANS);
    for (size_t i = 0; i < count; i++)
        judged[i].document = workspace_at(workspace->ws, i);
    struct planls_results *results = planls_results_new();
    judge_documents(workspace, judged, count, results);
    for (size_t i = 0; i < count; i++) {
        struct planls_diagnostics alone = {0};
        planls_check(workspace, judged[i].document->path.ptr, results, &alone);
        assert_int_equal(judged[i].found.len, alone.len);
        for (size_t f = 0; f < alone.len; f++) {
            assert_string_equal(judged[i].found.items[f].code, alone.items[f].code);
            assert_string_equal(judged[i].found.items[f].message, alone.items[f].message);
            assert_int_equal(judged[i].found.items[f].range.start, alone.items[f].range.start);
            assert_int_equal(judged[i].found.items[f].fix_count, alone.items[f].fix_count);
        }
        findings += alone.len;
    }
    assert_true(findings >= PLANS); /* its broken link at least */
    planls_results_free(results);
    planls_workspace_free(workspace);
}

static void test_a_few_or_none(void **state)
{
    (void)state;
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    judge_documents(workspace, NULL, 0, results);
    put_plan(workspace, 3);
    struct judged judged = {.document = workspace_at(workspace->ws, 0)};
    judge_documents(workspace, &judged, 1, results);
    assert_true(judged.found.len > 0);
    planls_results_free(results);
    planls_workspace_free(workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_on_threads_as_one_by_one),
        cmocka_unit_test(test_a_few_or_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
