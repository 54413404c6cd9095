/* pull_report.h: one document's report, as both kinds of pulling give it. */
#ifndef PLANLS_LSP_PULL_REPORT_H
#define PLANLS_LSP_PULL_REPORT_H

#include "lsp/project.h"

/* The file's list of Diagnostics as of now; its project is loaded. A closed one is read for it. */
cJSON *pull_new_list(struct project *project, struct file *file);

/* A full report of the list (taken over), or an unchanged one where `previous` is its id. */
cJSON *pull_report_new(cJSON *list, uint64_t id, struct slice previous);

#endif
