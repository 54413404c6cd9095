/* document_link.c: textDocument/documentLink on the wire. Targets go along: not every client resolves.
 * A place in a file is the fragment "#L12" behind its URI, which editors take as a line from 1. */
#include "lsp/document_link.h"

#include "lsp/documents.h"
#include "lsp/places.h"
#include "lsp/shape.h"
#include "lsp/uri.h"

#include <planls/document_link.h>

/* The line, from 1, of a range in a document; 0 where its text is not to be had. */
static uint32_t line_of(struct places *places, const char *path, struct planls_range range)
{
    uint32_t line = 0;
    cJSON *json = places_new_range(places, path, range);
    bool read = json && json_get_u32(json_get(json, "start"), "line", &line);
    cJSON_Delete(json);
    return read ? line + 1 : 0;
}

static cJSON *new_target(struct places *places, const struct planls_document_link *link)
{
    cJSON *uri = places_new_uri(places, link->path);
    uint32_t line = link->has_place ? line_of(places, link->path, link->place) : 0;
    if (line == 0 && !link->fragment[0])
        return uri;
    struct strbuf target;
    strbuf_init(&target, STRBUF_NO_LIMIT);
    strbuf_printf(&target, "%s#", uri->valuestring);
    if (line)
        strbuf_printf(&target, "L%u", line);
    else
        uri_escape(slice_of(link->fragment), &target);
    cJSON_Delete(uri);
    uri = json_new_string(strbuf_slice(&target));
    strbuf_release(&target);
    return uri;
}

void document_link_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    if (!question_read(server, params, &question, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_document_links links = {0};
    struct places places;
    places_init(&places, question.document->project);
    planls_document_links(question.workspace, question.path, results, &links);
    reply->result = cJSON_CreateArray();
    for (size_t i = 0; i < links.len; i++) {
        const struct planls_document_link *link = &links.items[i];
        cJSON *json = json_push(reply->result, cJSON_CreateObject());
        json_set(json, "range", positions_new_range(&question.positions, facade_span(link->range)));
        json_set(json, "target", new_target(&places, link));
        if (link->tooltip[0] && server->client.link_tooltips)
            json_set(json, "tooltip", json_new_string(slice_of(link->tooltip)));
    }
    places_release(&places);
    planls_results_free(results);
}

void document_link_resolve(struct server *server, const cJSON *params, struct reply *reply)
{
    (void)server;
    if (shape_fits(params, &shape_document_link))
        reply->result = cJSON_Duplicate(params, true);
    else
        reply_invalid(reply, "expected a link as this server sent it");
}
