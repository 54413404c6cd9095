/* command_answers.h: commands that change nothing but answer: planls.check, explain, next, report. */
#ifndef PLANLS_LSP_COMMAND_ANSWERS_H
#define PLANLS_LSP_COMMAND_ANSWERS_H

#include "lsp/documents.h"

/* Each gives the command's result; of a question whose document was found and whose workspace is loaded. */
cJSON *command_answers_check(struct question *question);
/* `owner`: NULL for everybody's. */
cJSON *command_answers_next(struct question *question, const char *owner);
cJSON *command_answers_report(struct question *question);
/* The rule's page as Markdown; NULL where there is no such rule. */
cJSON *command_answers_explain(const char *rule);

#endif
