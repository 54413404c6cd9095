/* waiting.c: questions that wait until what they ask about has been loaded. */
#include "lsp/waiting.h"

#include "lsp/documents.h"
#include "lsp/pull.h"

#include <stdlib.h>

struct waiting {
    struct rpc_message message;
    const struct dispatch *entry;
    uint64_t since;
    uint64_t edit; /* the document's when the question came, 0 where none is open */
    struct waiting *next;
};

static struct open_document *document_of(const struct server *server,
                                         const struct rpc_message *message)
{
    struct slice uri;
    bool named = json_get_string(message->params, "textDocument.uri", &uri);
    return named ? documents_find(server, uri) : NULL;
}

static uint64_t edit_of(const struct server *server, const struct rpc_message *message)
{
    const struct open_document *document = document_of(server, message);
    return document ? document->edit : 0;
}

bool waiting_is_needed(const struct server *server, const struct rpc_message *message,
                       const struct dispatch *entry)
{
    if (entry->kind == DISPATCH_PULL)
        return !pull_is_ready(server, message->params);
    if (entry->kind == DISPATCH_EVERYWHERE)
        return !projects_are_ready(server);
    if (entry->kind != DISPATCH_QUESTION)
        return false;
    const struct open_document *document = document_of(server, message);
    return document && !document->project->ready;
}

void waiting_add(struct server *server, struct rpc_message *message, const struct dispatch *entry)
{
    struct waiting *waiting = memory_alloc(sizeof *waiting);
    struct waiting **last = &server->waiting;
    while (*last)
        last = &(*last)->next;
    *waiting =
        (struct waiting){*message, entry, server->now, edit_of(server, message), .next = NULL};
    message->json = NULL;
    *last = waiting;
    server->waiting_count++;
}

/* The question is answered: it goes. */
static void drop(struct server *server, struct waiting **link)
{
    struct waiting *waiting = *link;
    *link = waiting->next;
    server->waiting_count--;
    rpc_release(&waiting->message);
    free(waiting);
}

static void fail(struct server *server, struct waiting **link, enum rpc_code code, const char *text)
{
    rpc_fail(server->bridge, (*link)->message.id, code, text);
    drop(server, link);
}

/* What a change of the document has made of it. */
static void overtake(struct server *server, struct waiting **link)
{
    static const char text[] = "the document has changed since";
    if ((*link)->entry->kind != DISPATCH_PULL) {
        fail(server, link, RPC_CONTENT_MODIFIED, text);
        return;
    }
    rpc_ask_again(server->bridge, (*link)->message.id, text);
    drop(server, link);
}

static bool is_cancelled(const struct server *server, const struct waiting *waiting)
{
    char key[RPC_ID_SIZE];
    return rpc_id_key(waiting->message.id, key) &&
           bridge_is_cancelled(server->bridge, slice_of(key));
}

/* Diagnostics before everything is loaded would be wrong: whoever pulls them asks again. */
static void answer(struct server *server, struct waiting **link)
{
    struct waiting *waiting = *link;
    if (waiting->entry->kind == DISPATCH_PULL && !pull_is_possible(server, waiting->message.params))
        rpc_ask_again(server->bridge, waiting->message.id, "still reading the workspace");
    else
        server_answer(server, &waiting->message, waiting->entry);
    drop(server, link);
}

bool waiting_answer_next(struct server *server)
{
    for (struct waiting **link = &server->waiting; *link; link = &(*link)->next) {
        struct waiting *waiting = *link;
        bool late = server->now - waiting->since >= WAITING_MAX_MS;
        if (is_cancelled(server, waiting))
            fail(server, link, RPC_REQUEST_CANCELLED, "cancelled");
        else if (waiting->edit != edit_of(server, &waiting->message))
            overtake(server, link);
        else if (late || !waiting_is_needed(server, &waiting->message, waiting->entry))
            answer(server, link);
        else
            continue;
        return true;
    }
    return false;
}

void waiting_cancel(struct server *server, struct slice key)
{
    struct waiting **link = &server->waiting;
    char own[RPC_ID_SIZE];
    while (*link && !(rpc_id_key((*link)->message.id, own) && slice_is(key, own)))
        link = &(*link)->next;
    if (*link)
        fail(server, link, RPC_REQUEST_CANCELLED, "cancelled");
}

void waiting_end(struct server *server)
{
    while (server->waiting)
        fail(server, &server->waiting, RPC_REQUEST_CANCELLED, "shutting down");
}

void waiting_free(struct server *server)
{
    while (server->waiting)
        drop(server, &server->waiting);
}
