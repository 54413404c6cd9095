/* seed_document_index_test.c: an index of documents: who each is for, how often it is updated, which of
 * its sections are meant, and the counts it claims, against documents beside it. On the shared seed where it
 * is there (lines counted in it by hand), and on an own index of the same shape always.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "features/facade.h"
#include "model/reading.h"

#include <planls/planls.h>
#include <stdlib.h>
#include <string.h>

/* ---- documents beside the index ---------------------------------------------------------------- */

/* "# TITLE", a date, sections "1. …" with these titles (or "Part"), padded to so many lines. */
static void put_made(struct planls_workspace *workspace, const char *path, const char *updated,
                     const char *const *titles, unsigned sections, unsigned lines)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_printf(&text, "# %s\n\n**Last Updated:** %s\n", path, updated);
    for (unsigned i = 0; i < sections; i++)
        strbuf_printf(&text, "\n## %u. %s\n", i + 1, titles && titles[i] ? titles[i] : "Part");
    for (unsigned written = 3 + 2 * sections; written < lines; written++)
        strbuf_puts(&text, "\n");
    assert_true(planls_workspace_put(workspace, path, text.ptr, text.len));
    strbuf_release(&text);
}

/* "rule@line " for each finding of a document, in order, without those of `but`. */
static void assert_found(struct planls_workspace *workspace, const char *path, const char *but,
                         const char *expected)
{
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    struct strbuf got;
    strbuf_init(&got, STRBUF_NO_LIMIT);
    planls_check(workspace, path, results, &found);
    const struct document *document = facade_document(workspace, path);
    for (size_t i = 0; i < found.len; i++)
        if (strcmp(found.items[i].code, but) != 0)
            strbuf_printf(&got, "%s@%u ", found.items[i].code,
                          text_line_of(&document->text, found.items[i].range.start) + 1);
    if (!slice_equal(strbuf_slice(&got), slice_of(expected)))
        fail_msg("found\n%.*s\nnot\n%s", SLICE_ARG(strbuf_slice(&got)), expected);
    strbuf_release(&got);
    planls_results_free(results);
}

/* ---- an index of our own ----------------------------------------------------------------------- */

/* The tree is drawn in mojibake, as a Windows editor leaves it behind. */
static const char own_index[] =
    "# Documents of the ferry project\n" /* 1 */
    "\n"
    "**Last Updated:** January 26, 2026\n"
    "\n"
    "## 1. FERRY_LOG.md\n" /* 5 */
    "**Update Frequency:**\n"
    "- Daily: only when a boat is out\n"
    "- Weekly: Friday 4pm (all sections)\n"
    "\n"
    "**Who Should Use:**\n" /* 10 */
    "- Harbour master: what broke\n"
    "\n"
    "**Key Sections:**\n"
    "- Section 2-3: Engines\n"
    "- Section 4: Crew (who sails)\n" /* 15 */
    "\n"
    "## I need to …\n"
    "\n"
    "- → Check: **FERRY_LOG.md** - Section 2 (engines)\n"
    "- Record it in FERRY_LOG.md Sections 1, 3 and 4\n" /* 20 */
    "- Follow `FERRY_LOG.md` (Sections 2-3: engines)\n"
    "- Ask in FERRY_GUIDE.md § 2\n"
    "- Read FERRY_GUIDE.md - \"Tides\"\n"
    "\n"
    "## Who updates what?\n" /* 25 */
    "\n"
    "| Document | Owner | Frequency |\n"
    "|----------|-------|-----------|\n"
    "| FERRY_LOG.md | Harbour master | Weekly (Friday) |\n"
    "| FERRY_GUIDE.md | Crew | Once created (reference only) |\n" /* 30 */
    "\n"
    "## Where they are\n"
    "\n"
    "```\n"
    "NEW DOCUMENTS (Created Jan 26, 2026):\n" /* 35 */
    "\xC3\xA2\xE2\x80\x9D\xC5\x93\xC3\xA2\xE2\x80\x9D\xE2\x82\xAC FERRY_LOG.md (4 sections, ~40 "
    "lines)\n"
    "\xC3\xA2\xE2\x80\x9D\xE2\x80\x9D\xC3\xA2\xE2\x80\x9D\xE2\x82\xAC FERRY_GUIDE.md (3 sections, "
    "~60 lines)\n"
    "```\n";

static const char *const engines[] = {"Summary", "Engines", "Repairs", "Crew"};
static const char *const guide[] = {"Tides", "Berths", "Radio"};

static struct planls_workspace *own_workspace(unsigned log_sections, unsigned log_lines)
{
    struct planls_workspace *workspace = planls_workspace_new();
    planls_workspace_put(workspace, "INDEX.md", own_index, strlen(own_index));
    put_made(workspace, "FERRY_LOG.md", "January 26, 2026", engines, log_sections, log_lines);
    put_made(workspace, "FERRY_GUIDE.md", "January 26, 2026", guide, 3, 60);
    return workspace;
}

static void test_own(void **state)
{
    (void)state;
    struct planls_workspace *workspace = own_workspace(4, 44);
    assert_found(workspace, "INDEX.md", "mojibake", "");
    /* Friday the 30th is in time, the day after is not; the guide promises nothing */
    planls_workspace_set_today(workspace, 2026, 1, 30);
    assert_found(workspace, "INDEX.md", "mojibake", "");
    planls_workspace_set_today(workspace, 2026, 1, 31);
    assert_found(workspace, "INDEX.md", "mojibake", "stale-document@5 ");
    planls_workspace_free(workspace);
}

static void test_own_with_wrong_counts(void **state)
{
    (void)state;
    struct planls_workspace *workspace = own_workspace(3, 80);
    assert_found(workspace, "INDEX.md", "mojibake",
                 "broken-section@15 broken-section@20 claim-mismatch@36 claim-mismatch@36 ");
    planls_workspace_free(workspace);
}

static void test_own_with_moved_sections(void **state)
{
    (void)state;
    static const char *const moved[] = {"Summary", "Repairs", "Engines", "Crew"};
    struct planls_workspace *workspace = own_workspace(4, 40);
    put_made(workspace, "FERRY_LOG.md", "January 26, 2026", moved, 4, 40);
    assert_found(workspace, "INDEX.md", "mojibake", "section-title-drift@19 ");
    planls_workspace_free(workspace);
}

/* ---- the seed ---------------------------------------------------------------------------------- */

#define SEED "seeds/004_f9f493e204610c91.txt"

/* What its log is told to hold, where it says so the same each time. Lines 338 and 425 disagree on where
 * the feature velocity is, lines 80, 388 and 509 on the decision criteria. */
static const char *const log_titles[17] = {[0] = "Baseline",
                                           [1] = "Customer #1 feedback",
                                           [2] = "Customer #2 feedback",
                                           [3] = "Customer #3 feedback",
                                           [4] = "Bug log",
                                           [5] = "Performance metrics",
                                           [9] = "Incident response playbook",
                                           [10] = "Customer health",
                                           [11] = "Feature velocity",
                                           [12] = "Weekly snapshot",
                                           [13] = "Decisions and risk register"};
static const char *const roadmap_titles[12] = {[0] = "Decision criteria",
                                               [1] = "Expected feature requests",
                                               [3] = "Epics",
                                               [4] = "Timeline",
                                               [10] = "Investor narrative"};

static struct planls_workspace *seed_workspace(void)
{
    char *bytes;
    size_t len;
    if (!reading_shared(SEED, &bytes, &len)) {
        print_message("skipped: %s is not there\n", SEED);
        return NULL;
    }
    struct planls_workspace *workspace = planls_workspace_new();
    planls_workspace_put(workspace, "INDEX.md", bytes, len);
    free(bytes);
    return workspace;
}

static void put_beside(struct planls_workspace *workspace, unsigned log, unsigned roadmap)
{
    put_made(workspace, "PRODUCT_EXECUTION_LOG.md", "January 26, 2026", log_titles, log, 800);
    put_made(workspace, "V1.1_ROADMAP.md", "January 26, 2026", roadmap_titles, roadmap, 930);
    put_made(workspace, "PRODUCT_OPERATIONS_GUIDE.md", "January 26, 2026", NULL, 16, 610);
}

static void test_seed_alone(void **state)
{
    (void)state;
    struct planls_workspace *workspace = seed_workspace();
    if (!workspace)
        skip();
    assert_found(workspace, "INDEX.md", "mojibake", "");
    planls_workspace_free(workspace);
}

/* The encoding restored by the fix, which leaves nothing damaged behind. */
static void restore(struct planls_workspace *workspace)
{
    static const char *const rules[] = {"mojibake"};
    struct planls_results *results = planls_results_new();
    size_t len;
    bool changed;
    const char *fixed =
        planls_fix_all(workspace, "INDEX.md", false, rules, 1, results, &len, &changed);
    assert_true(changed);
    planls_workspace_put(workspace, "INDEX.md", fixed, len);
    planls_results_free(results);
}

/* Asked strictly an index is still no plan: its phases say what to read, not what to do. */
static void make_strict(struct planls_workspace *workspace)
{
    workspace->settings.profile = PROFILE_STRICT;
    const struct document *document = facade_document(workspace, "INDEX.md");
    struct slice text = document->text.bytes;
    planls_workspace_put(workspace, "INDEX.md", text.ptr, text.len);
}

static void test_seed_restored_and_strict(void **state)
{
    (void)state;
    struct planls_workspace *workspace = seed_workspace();
    if (!workspace)
        skip();
    restore(workspace);
    assert_found(workspace, "INDEX.md", "", "");
    make_strict(workspace);
    assert_found(workspace, "INDEX.md", "", "");
    put_beside(workspace, 13, 12); /* and the tree is read as well */
    assert_found(workspace, "INDEX.md", "",
                 "section-title-drift@388 section-title-drift@425 broken-section@461 "
                 "broken-section@485 section-title-drift@509 claim-mismatch@523 ");
    planls_workspace_free(workspace);
}

static void test_seed_with_its_documents(void **state)
{
    (void)state;
    struct planls_workspace *workspace = seed_workspace();
    if (!workspace)
        skip();
    put_beside(workspace, 17, 12);
    assert_found(workspace, "INDEX.md", "mojibake",
                 "section-title-drift@388 section-title-drift@425 section-title-drift@509 ");
    /* only the log is promised weekly whatever the week of the plan; all of Saturday the 31st */
    planls_workspace_set_today(workspace, 2026, 1, 31);
    assert_found(workspace, "INDEX.md", "mojibake",
                 "stale-document@12 section-title-drift@388 section-title-drift@425 "
                 "section-title-drift@509 ");
    planls_workspace_free(workspace);
}

static void test_seed_with_fewer_sections(void **state)
{
    (void)state;
    struct planls_workspace *workspace = seed_workspace();
    if (!workspace)
        skip();
    put_beside(workspace, 13, 10); /* section 14 of the log, section 11 of the roadmap are gone */
    assert_found(workspace, "INDEX.md", "mojibake",
                 "broken-section@85 broken-section@180 section-title-drift@388 "
                 "section-title-drift@425 broken-section@461 broken-section@485 "
                 "section-title-drift@509 claim-mismatch@523 claim-mismatch@524 ");
    planls_workspace_free(workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_own),
        cmocka_unit_test(test_own_with_wrong_counts),
        cmocka_unit_test(test_own_with_moved_sections),
        cmocka_unit_test(test_seed_alone),
        cmocka_unit_test(test_seed_restored_and_strict),
        cmocka_unit_test(test_seed_with_its_documents),
        cmocka_unit_test(test_seed_with_fewer_sections),
    };
    return cmocka_run_group_tests_name("seed_document_index", tests, NULL, NULL);
}
