/* embed.c: planls' analysis core in somebody else's program. */
#include <planls/planls.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    const char *plan = "## Milestone: Beta\n- **Owner:** Noor\n- **Timeline:** Weeks 8-5\n";
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    planls_workspace_put(workspace, "plan.md", plan, strlen(plan));
    planls_check(workspace, "plan.md", results, &found);
    for (size_t i = 0; i < found.len; i++)
        printf("%s: %s\n", found.items[i].code, found.items[i].message);
    planls_results_free(results);
    planls_workspace_free(workspace);
    return found.len == 1 ? 0 : 1;
}
