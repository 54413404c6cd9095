/* project_settings.h: the configuration of a project and what the command line puts on top of
 * it. */
#ifndef PLANLS_CLI_PROJECT_SETTINGS_H
#define PLANLS_CLI_PROJECT_SETTINGS_H

#include "cli/project.h"
#include "rules/rule.h"

/* Fills the project's configuration and settings: --config or the root's `.planls.json`, then
 * --profile, --select and --ignore. Gives 0, or EXIT_UNUSABLE after one line. */
int project_apply_settings(struct projects *projects, struct project *project,
                           const struct arguments *arguments);

/* NULL after one line where there is no such rule. */
const struct rule *find_rule_or_complain(const char *name);
/* The rules named by an option ("a,b" and repeated), each known. False after one line where one is
 * not. */
bool read_rule_names(const struct arguments *arguments, enum option_id option, struct arena *arena,
                     struct strings *names);

#endif
