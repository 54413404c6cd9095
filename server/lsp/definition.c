/* definition.c: textDocument/definition on the wire. */
#include "lsp/definition.h"

#include "lsp/location_answer.h"

#include <planls/definition.h>

void definition_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    location_answer(server, params, planls_definition_at, server->client.definition_links, reply);
}
