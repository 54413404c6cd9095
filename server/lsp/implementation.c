/* implementation.c: textDocument/implementation on the wire: an item's tasks. */
#include "lsp/implementation.h"

#include "lsp/location_answer.h"

#include <planls/references.h>

void implementation_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    location_answer(server, params, planls_implementations_at, server->client.implementation_links,
                    reply);
}
