/* check_formats.h: the ways to print what `planls check` and `planls gate` found; one file each. */
#ifndef PLANLS_CLI_CHECK_FORMATS_H
#define PLANLS_CLI_CHECK_FORMATS_H

#include "cli/findings.h"
#include "cli/output.h"

/* What --format takes, ended by NULL; the first prints for people. */
extern const char *const check_formats[];
/* Prints in the format that the arguments ask for. */
void check_print(struct output *output, struct projects *projects, const struct findings *findings,
                 const struct arguments *arguments);

void check_print_human(struct output *output, struct projects *projects,
                       const struct findings *findings, const struct arguments *arguments);
/* The object that server/cli/README.md describes, one finding a line. */
void check_print_json(struct output *output, struct projects *projects,
                      const struct findings *findings, const struct arguments *arguments);

/* One such finding a line, {"summary": {…}} last. */
void check_print_jsonl(struct output *output, struct projects *projects,
                       const struct findings *findings, const struct arguments *arguments);
/* Static Analysis Results Interchange Format 2.1.0 (OASIS). */
void check_print_sarif(struct output *output, struct projects *projects,
                       const struct findings *findings, const struct arguments *arguments);
/* Workflow commands of GitHub Actions: annotations on a pull request. */
void check_print_github(struct output *output, struct projects *projects,
                        const struct findings *findings, const struct arguments *arguments);
/* GitLab's code quality report. */
void check_print_gitlab(struct output *output, struct projects *projects,
                        const struct findings *findings, const struct arguments *arguments);
/* JUnit's XML: what is at or above --fail-on is a failure, the rest passes with a note. */
void check_print_junit(struct output *output, struct projects *projects,
                       const struct findings *findings, const struct arguments *arguments);

/* For people, the findings alone, without a summary. */
void human_findings(struct output *output, struct projects *projects,
                    const struct findings *findings);
/* What `planls gate` says to people: what blocks, what was waived and why, open or closed. */
void gate_print_human(struct output *output, struct projects *projects,
                      const struct findings *findings, const struct arguments *arguments);

#endif
