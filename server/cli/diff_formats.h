/* diff_formats.h: the ways to print what `planls diff` found; one file each. */
#ifndef PLANLS_CLI_DIFF_FORMATS_H
#define PLANLS_CLI_DIFF_FORMATS_H

#include "analysis/plan_diff.h"
#include "cli/output.h"
#include "cli/project.h"

/* The changes of one project. */
struct project_changes {
    struct project *project;
    struct plan_changes changes;
};

struct diff_result {
    const char *revision; /* as the user wrote it */
    struct projects *projects;
    VEC(struct project_changes) all;
};

void diff_print_human(struct output *output, const struct diff_result *result);
/* The object that server/cli/README.md describes, one change a line. */
void diff_print_json(struct output *output, const struct diff_result *result);

/* What the summary counts. */
enum diff_count {
    COUNT_SLIPPED,
    COUNT_EARLIER,
    COUNT_GROWN,
    COUNT_CUT,
    COUNT_WEAKENED, /* criteria and gates, removed ones too */
    COUNT_ADDED,
    COUNT_REMOVED, /* items */
    COUNT_TASKS_ADDED,
    COUNT_TASKS_REMOVED,
    COUNT_TASKS_DONE,
    COUNT_OTHER,
    COUNT_COUNT
};
enum diff_count diff_count_of(const struct plan_change *change);

#endif
