/* execute_command.h: workspace/executeCommand on the wire. */
#ifndef PLANLS_LSP_EXECUTE_COMMAND_H
#define PLANLS_LSP_EXECUTE_COMMAND_H

#include "lsp/dispatch.h"

void execute_command_answer(struct server *server, const cJSON *params, struct reply *reply);

/* The commands there are, as the capability lists them. */
cJSON *execute_command_new_names(void);

#endif
