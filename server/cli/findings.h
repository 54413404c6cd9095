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

struct waived_finding {
    struct project *project;
    const struct planls_waived *waived;
    const char *path; /* as above */
};

struct findings {
    VEC(struct finding) all;
    VEC(struct waived_finding) waived; /* what comments and the configuration silence; sorted too */
    struct human_counts counts;
    struct human_counts below;      /* what findings_keep_failing took out */
    bool gate;                      /* found by a gate */
    size_t fixable;                 /* with a safe fix */
    size_t files, items, tasks;     /* in what was selected */
    struct planls_results *results; /* owns the diagnostics */
};

/* Checks every selected document; what is wrong with a configuration is among the findings. */
void findings_collect(struct findings *findings, struct projects *projects);
void findings_release(struct findings *findings);

/* Leaves what is at or above --fail-on (with "never": the errors). */
void findings_keep_failing(struct findings *findings, const struct arguments *arguments);

/* Is a finding at or above --fail-on (its default: warning; in a gate error)? What only the clock
 * brought up is, where --today was given. */
bool findings_fails(const struct arguments *arguments, const struct planls_diagnostic *diagnostic);
/* The exit status: does any finding fail? */
int findings_status(const struct findings *findings, const struct projects *projects,
                    const struct arguments *arguments);

#endif
