/* check_formats.h: the ways to print what `planls check` found; one file each. */
#ifndef PLANLS_CLI_CHECK_FORMATS_H
#define PLANLS_CLI_CHECK_FORMATS_H

#include "cli/findings.h"
#include "cli/output.h"

void check_print_human(struct output *output, struct projects *projects,
                       const struct findings *findings, const struct arguments *arguments);
/* The object that server/cli/README.md describes, one finding a line. */
void check_print_json(struct output *output, struct projects *projects,
                      const struct findings *findings, const struct arguments *arguments);

#endif
