/* files.h: the table of a project's paths, and which of them wait to be read or judged. */
#ifndef PLANLS_LSP_FILES_H
#define PLANLS_LSP_FILES_H

#include "lsp/project.h"

struct file *files_find(const struct project *project, struct slice path); /* or NULL */
struct file *files_get(struct project *project, struct slice path);        /* made where missing */
void files_free(struct project *project);

/* Closed documents wait in a queue; an open one only carries the mark (checks.h looks for it). */
void files_want_read(struct project *project, struct file *file);
void files_want_check(struct project *project, struct file *file);
/* The next one that still wants it; NULL where none does. */
struct file *files_next_read(struct project *project);
struct file *files_next_check(struct project *project);

void files_check_all(struct project *project);
/* All documents whose findings hang on this path; `stays`: its document was there and is. */
void files_check_dependents(struct project *project, struct slice path, bool stays);

/* May the client be told findings of a document that is not open? Only below its own folders. */
bool files_is_shown(const struct project *project, const struct file *file);
/* Takes back what the client was told of closed files that are not shown or judged any more. */
void files_take_back(struct project *project);

/* The file's absolute path. */
const char *files_path(const struct project *project, const struct file *file, struct arena *arena);

#endif
