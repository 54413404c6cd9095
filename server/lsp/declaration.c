/* declaration.c: textDocument/declaration on the wire: in a plan the place that defines a name is the one
 * that declares it (planls/definition.h). */
#include "lsp/declaration.h"

#include "lsp/location_answer.h"

#include <planls/definition.h>

void declaration_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    location_answer(server, params, planls_definition_at, server->client.declaration_links, reply);
}
