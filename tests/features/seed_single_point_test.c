/* seed_single_point_test.c: a text that names its single point of failure: its chain is read, its
 * mitigation silences the rule, and without it the rule speaks. On the shared document where it is there,
 * on one of the same shape always. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "features/facade.h"
#include "text/edit.h"

#include <planls/planls.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The same shape in other words. */
static const char harbour[] =
    "## Question 4: What is the single point of failure of the harbour plan?\n\n"
    "**Answer:** The single biggest point of failure of the harbour plan is the **failure to "
    "dredge the "
    "channel before winter.**\n\n"
    "### Reasons:\n\n"
    "Everything hangs on the first step.\n\n"
    "1.  **Dependency Chain:**\n"
    "    *   Ferry lines depend on berths.\n"
    "    *   Berths depend on a large number of deep and safe moorings.\n"
    "    *   A large number of moorings depends on the channel being dredged in time.\n\n"
    "2.  **Why this is the SPOF:** Other parts can be changed.\n"
    "    *   If the fares are wrong, they can be lowered.\n"
    "    *   But if the channel is too shallow, no ship arrives.\n\n"
    "3.  **Mitigating the Risk:** The risk is that the dredger *breaks down*, or comes too late. "
    "Mitigation requires a second one.\n"
    "    *   **Second dredger:** One is on call from April.\n"
    "    *   **Early survey:** The channel is measured in March.\n\n"
    "**Implication:** The plan must name this as its first risk and detail the mitigation plan.\n";

static char *read_shared(const char *name)
{
    static const char *const roots[] = {PLANLS_SOURCE_DIR "/../shared/",
                                        PLANLS_SOURCE_DIR "/../../shared/"};
    for (size_t i = 0; i < 2; i++) {
        char path[1024];
        snprintf(path, sizeof path, "%s%s", roots[i], name);
        FILE *file = fopen(path, "rb");
        if (!file)
            continue;
        char *bytes = memory_alloc(65536);
        bytes[fread(bytes, 1, 65535, file)] = '\0';
        fclose(file);
        return bytes;
    }
    return NULL;
}

/* Every finding in the text as "rule@line "; the first fix of the first one applied to *mended. */
static void check_text(const char *text, struct strbuf *said, struct strbuf *mended)
{
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    assert_true(planls_workspace_put(workspace, "plan.md", text, strlen(text)));
    planls_check(workspace, "plan.md", results, &found);
    for (size_t i = 0; i < found.len; i++) {
        unsigned line = 1;
        for (uint32_t at = 0; at < found.items[i].range.start; at++)
            line += text[at] == '\n';
        strbuf_printf(said, "%s@%u ", found.items[i].code, line);
    }
    if (mended && found.len && found.items[0].fix_count) {
        const struct planls_edit *edit = &found.items[0].fixes[0].edits[0];
        strbuf_append(mended, (struct slice){text, edit->range.start});
        strbuf_append(mended, (struct slice){edit->new_text, edit->new_len});
        strbuf_puts(mended, text + edit->range.end);
    }
    planls_results_free(results);
    planls_workspace_free(workspace);
}

static void assert_said(const char *text, const char *expected)
{
    struct strbuf said;
    strbuf_init(&said, STRBUF_NO_LIMIT);
    check_text(text, &said, NULL);
    assert_string_equal(said.ptr ? said.ptr : "", expected);
    strbuf_release(&said);
}

/* The text without what stands from `from` up to `to`. */
static char *without(const char *text, const char *from, const char *to)
{
    const char *begin = strstr(text, from), *end = strstr(text, to);
    assert_true(begin && end && begin < end);
    size_t head = (size_t)(begin - text);
    char *copy = memory_alloc(strlen(text) + 1);
    memcpy(copy, text, head);
    memcpy(copy + head, end, strlen(end) + 1);
    return copy;
}

/* The list goes: the rule speaks, once, where the point is named; its fix silences it. */
static void assert_speaks(const char *text, const char *from, const char *to)
{
    char *cut = without(text, from, to);
    struct strbuf said, mended;
    strbuf_init(&said, STRBUF_NO_LIMIT);
    strbuf_init(&mended, STRBUF_NO_LIMIT);
    check_text(cut, &said, &mended);
    assert_string_equal(said.ptr, "single-point-of-failure@3 ");
    assert_non_null(mended.ptr);
    strbuf_clear(&said);
    check_text(mended.ptr, &said, NULL);
    assert_null(strstr(said.ptr ? said.ptr : "", "single-point-of-failure"));
    strbuf_release(&said);
    strbuf_release(&mended);
    free(cut);
}

static void assert_chain(const char *text, const char *const *names, size_t count)
{
    struct planls_workspace *workspace = planls_workspace_new();
    assert_true(planls_workspace_put(workspace, "plan.md", text, strlen(text)));
    const struct model *model = facade_document(workspace, "plan.md")->model;
    const struct chain *chain = &model->chain;
    assert_int_equal(chain->names.len, count);
    for (size_t i = 0; i < count; i++)
        if (!slice_is(chain->names.items[i].text, names[i]))
            fail_msg("\"%.*s\", not \"%s\"", SLICE_ARG(chain->names.items[i].text), names[i]);
    /* each waits for the next */
    assert_int_equal(chain->edges.len, count - 1);
    for (uint32_t i = 0; i + 1 < count; i++) {
        assert_int_equal(chain->edges.items[i].from, i);
        assert_int_equal(chain->edges.items[i].to, i + 1);
    }
    assert_int_equal(model->weak_points.len, 1);
    planls_workspace_free(workspace);
}

static void test_fixture(void **state)
{
    (void)state;
    static const char *const names[] = {"Ferry lines", "berths",
                                        "a large number of deep and safe moorings",
                                        "the channel being dredged in time"};
    assert_chain(harbour, names, 4);
    assert_said(harbour, "");
    assert_speaks(harbour, "    *   **Second dredger", "**Implication");
    assert_speaks(harbour, "3.  **Mitigating", "**Implication");
}

static void test_shared(void **state)
{
    (void)state;
    static const char *const names[] = {
        "Enterprise sales", "PQLs", "a high volume of activated and engaged free users",
        ("the Community Edition being a compelling, low-friction solution for the R&D/QA persona's "
         "problem")};
    char *text = read_shared("seeds/001_373490984b212073.txt");
    if (!text) {
        print_message("skipped: the shared document is not there\n");
        skip();
    }
    assert_chain(text, names, 4);
    assert_said(text, "");
    assert_speaks(text, "    *   **Pre-Launch", "**Strategic");
    assert_speaks(text, "3.  **Mitigating", "**Strategic");
    free(text);
}

static void test_other_words(void **state)
{
    (void)state;
    /* a denial, a wish, a question and a subject that says nothing name none */
    assert_said(
        "# P\n\n## Initiative: A\n- **Owner:** Ann\n\nThere is no single point of failure.\n\n"
        "We avoid any single point of failure.\n\nIs the pump a single point of failure?\n\n"
        "This is the single point of failure.\n\nThe single point of failure risk is low here.\n",
        "");
    assert_said("# P\n\n## Initiative: A\n- **Owner:** Ann\n\nThe old pump is our single point of "
                "failure.\n",
                "single-point-of-failure@6 ");
    assert_said("# P\n\n## Initiative: A\n- **Owner:** Ann\n\n**Single point of failure:** the old "
                "pump\n\n**Mitigation:** a second pump\n",
                "");
    assert_said("# P\n\n## Initiative: A\n- **Owner:** Ann\n\nThe old pump is our single point of "
                "failure.\n\n### Contingency\n\nA second pump stands ready.\n",
                "");
}

#define ITEM(name, owner, waits) "## Initiative: " name "\n- **Owner:** " owner "\n" waits "\n"
#define WAITS(names)             "- **Depends on:** " names "\n"

static void test_dominators(void **state)
{
    (void)state;
    /* a plain chain has no such point */
    assert_said("# P\n\n" ITEM("One", "Ann", "") ITEM("Two", "Ben", WAITS("One"))
                    ITEM("Three", "Cy", WAITS("Two")) ITEM("Four", "Di", WAITS("Three")),
                "");
    /* a way around Two: only One is on every path */
    assert_said("# P\n\n" ITEM("One", "Ann", "") ITEM("Two", "Ben", WAITS("One"))
                    ITEM("Three", "Cy", WAITS("One")) ITEM("Four", "Di", WAITS("Two, Three")),
                "single-point-of-failure@3 ");
    /* two starts meet in Three */
    assert_said("# P\n\n" ITEM("One", "Ann", "") ITEM("Two", "Ben", "")
                    ITEM("Three", "Cy", WAITS("One, Two")) ITEM("Four", "Di", WAITS("Three"))
                        ITEM("Five", "Ed", WAITS("Three")),
                "single-point-of-failure@9 ");
    /* no item is on every path, but Ann owns one on each */
    assert_said("# P\n\n" ITEM("One", "Ann", "") ITEM("Two", "Ann", "")
                    ITEM("Three", "Cy", WAITS("One")) ITEM("Four", "Di", WAITS("Two"))
                        ITEM("Five", "Ed", WAITS("Three, Four")),
                "single-point-of-failure@4 ");
    /* the chain of a text without items branches too */
    assert_said(
        "# P\n\n**Dependency chain:**\n\n- Sales depend on leads.\n- Renewals depend on leads.\n"
        "- Leads depend on the free edition.\n",
        "single-point-of-failure@7 ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fixture), cmocka_unit_test(test_shared),
        cmocka_unit_test(test_other_words), cmocka_unit_test(test_dominators)};
    return cmocka_run_group_tests_name("seed single point", tests, NULL, NULL);
}
