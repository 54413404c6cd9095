/* write_back.h: changed documents back to the disk. */
#ifndef PLANLS_CLI_WRITE_BACK_H
#define PLANLS_CLI_WRITE_BACK_H

#include "cli/project.h"

/* Writes the new text of a project's document unless the file has changed since it was read as
 * `old_text`. False after one line that says why not. */
bool write_back(struct projects *projects, const struct project *project, const char *path,
                struct slice old_text, struct slice new_text);

/* Makes a file that must not be there yet, and the folders it lies in. False after one line. */
bool write_new(struct projects *projects, const struct project *project, const char *path,
               struct slice text);

/* Takes a document away, unless its file has changed since it was read. False after one line. */
bool write_away(struct projects *projects, const struct project *project, const char *path,
                struct slice old_text);

#endif
