/* findings.h: everything found in what was selected, sorted by path, then place. */
#ifndef PLANLS_CLI_FINDINGS_H
#define PLANLS_CLI_FINDINGS_H

#include "cli/human.h"
#include "cli/project.h"

#include <planls/diagnostic.h>

struct finding {
    struct project *project;
    const struct planls_diagnostic *diagnostic;
    const char *path; /* relative to the first project's root */
};

struct findings {
    VEC(struct finding) all;
    struct human_counts counts;
    size_t fixable;                 /* with a safe fix */
    size_t files, items, tasks;     /* in what was selected */
    struct planls_results *results; /* owns the diagnostics */
};

/* Checks every selected document; what is wrong with a configuration is among the findings. */
void findings_collect(struct findings *findings, struct projects *projects);
void findings_release(struct findings *findings);

/* The exit status by --fail-on. */
int findings_status(const struct findings *findings, const struct projects *projects,
                    const struct arguments *arguments);

#endif
