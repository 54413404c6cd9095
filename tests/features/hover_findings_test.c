/* hover_findings_test.c: what hovers say of findings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <planls/planls.h>
#include <string.h>

static void test_findings(void **state)
{
    (void)state;
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics findings = {0};
    struct planls_hover hover;
    const char *text = "## Phase 1: Survey\n\n- **Owner:** Noor\n- **Timeline:** Weeks 8-5\n";
    uint32_t span = (uint32_t)(strstr(text, "Weeks") - text) + 2;
    planls_workspace_put(workspace, "plan.md", text, strlen(text));
    planls_check(workspace, "plan.md", results, &findings);
    assert_int_equal(findings.len, 1);
    assert_false(planls_hover_add_findings(&findings, 0, false, results, &hover));
    assert_true(planls_hover_add_findings(&findings, span, false, results, &hover));
    assert_ptr_equal(strstr(hover.markdown, "`invalid-span`: "), hover.markdown);
    assert_null(strstr(hover.markdown, "##"));
    assert_int_equal(hover.range.start, findings.items[0].range.start);
    /* Behind what was found already, and a rule that speaks twice is told once. */
    struct planls_diagnostic twice[] = {findings.items[0], findings.items[0]};
    struct planls_diagnostics both = {twice, 2, 2};
    hover.markdown = "Card\n";
    hover.range = (struct planls_range){1, 2};
    assert_true(planls_hover_add_findings(&both, span, true, results, &hover));
    assert_ptr_equal(strstr(hover.markdown, "Card\n\n---\n`invalid-span`: "), hover.markdown);
    assert_null(strstr(strstr(hover.markdown, "`invalid-span`") + 1, "`invalid-span`"));
    assert_int_equal(hover.range.start, 1);
    planls_results_free(results);
    planls_workspace_free(workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_findings)};
    return cmocka_run_group_tests_name("hover_findings", tests, NULL, NULL);
}
