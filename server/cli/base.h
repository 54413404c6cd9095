/* base.h: what the documents of a project were at a revision. */
#ifndef PLANLS_CLI_BASE_H
#define PLANLS_CLI_BASE_H

#include "cli/project.h"

/* Reads every project at `revision` (see git_open) into its `base`, each document under the path
 * it has now, and sets it as the base of its workspace. Gives 0, or EXIT_UNUSABLE after one
 * line. */
int base_open(struct projects *projects, const char *revision);

#endif
