/* waivers_test.c: what comments and the configuration silence, in a check and in a gate. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "features/facade.h"

#include <planls/diagnostic.h>
#include <stdio.h>
#include <string.h>

#define PLAN "## Initiative: Pier\n- **Owner:** Noor\n- **Timeline:** Weeks 8-5\n"

struct waiver_case {
    bool gate;
    const char *comment;               /* in front of the heading */
    struct settings_waiver waiver;     /* where its rule is said */
    const char *found, *note, *reason; /* found: "found" or ""; note: of what has lapsed */
};

#define RULE(name) .rule = SLICE_INIT(name), .because = SLICE_INIT("known"), .until = DATE_NONE
#define NO_WAIVER                                                                                  \
    {                                                                                              \
        .rule = { NULL, 0 }                                                                        \
    }
/* 4 October 2024 */
#define OLD 20000

static const struct waiver_case cases[] = {
    {false, "", NO_WAIVER, "found", NULL, NULL},
    {false, "<!-- planls: allow-file invalid-span -->\n", NO_WAIVER, "", NULL, ""},
    {true, "<!-- planls: allow-file invalid-span -->\n", NO_WAIVER, "found",
     "This counts in a gate once it says why: “because …”", NULL},
    {true, "<!-- planls: allow-file invalid-span because new -->\n", NO_WAIVER, "", NULL, "new"},
    {true, "<!-- planls: allow-file invalid-span until 2026-06-01 because new -->\n", NO_WAIVER, "",
     NULL, "new"},
    {true, "<!-- planls: allow-file invalid-span until 2026-05-31 because new -->\n", NO_WAIVER,
     "found", "This waiver expired on 2026-05-31", NULL},
    {false, "<!-- planls: allow-file invalid-span until 2026-05-31 because new -->\n", NO_WAIVER,
     "found", NULL, NULL},
    {false, "", {RULE("invalid-span"), .path = SLICE_INIT("plans/**")}, "", NULL, "known"},
    {false, "", {RULE("invalid-span"), .path = SLICE_INIT("other/**")}, "found", NULL, NULL},
    {false, "", {RULE("invalid-date"), .path = SLICE_INIT("plans/**")}, "found", NULL, NULL},
    {false, "", {RULE("invalid-span"), .item = SLICE_INIT("pier")}, "", NULL, "known"},
    {false, "", {RULE("invalid-span"), .item = SLICE_INIT("Initiative: Pier")}, "", NULL, "known"},
    {false, "", {RULE("invalid-span"), .item = SLICE_INIT("Crane")}, "found", NULL, NULL},
    {true,
     "",
     {.rule = SLICE_INIT("invalid-span"),
      .path = SLICE_INIT("**"),
      .because = SLICE_INIT("known"),
      .until = OLD},
     "found",
     "(waived in the configuration until 2024-10-04)",
     NULL},
};

static void run_case(size_t index, const struct waiver_case *c)
{
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    struct planls_waiveds waived = {0};
    struct settings settings;
    char text[512];
    settings_init(&settings);
    settings.gate = c->gate;
    settings.waivers = &c->waiver;
    settings.waiver_count = c->waiver.rule.len > 0;
    planls_workspace_configure(workspace, &settings);
    planls_workspace_set_today(workspace, 2026, 6, 1);
    int len = snprintf(text, sizeof text, "%s" PLAN, c->comment);
    planls_workspace_put(workspace, "plans/a.md", text, (size_t)len);
    planls_check_waived(workspace, "plans/a.md", results, &found, &waived);
    /* A comment that silences nothing here has a finding of its own. */
    size_t kept = 0;
    for (size_t i = 0; i < found.len; i++)
        if (strcmp(found.items[i].code, "invalid-span") == 0)
            found.items[kept++] = found.items[i];
    found.len = kept;
    size_t expected = c->found[0] != '\0';
    if (found.len != expected)
        fail_msg("case %zu: %zu findings", index, found.len);
    if (c->note && found.items[0].related_count)
        assert_string_equal(found.items[0].related[0].message, c->note);
    else if (c->note)
        assert_non_null(strstr(found.items[0].message, c->note));
    else if (expected)
        assert_int_equal(found.items[0].related_count, 0);
    assert_int_equal(waived.len, c->reason != NULL);
    if (c->reason)
        assert_string_equal(waived.items[0].reason, c->reason);
    planls_results_free(results);
    planls_workspace_free(workspace);
}

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        run_case(i, &cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests_name("waivers", tests, NULL, NULL);
}
