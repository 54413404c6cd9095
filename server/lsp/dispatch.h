/* dispatch.h: which function serves which method. */
#ifndef PLANLS_LSP_DISPATCH_H
#define PLANLS_LSP_DISPATCH_H

#include "lsp/server.h"

#include <stdio.h>

enum dispatch_kind {
    DISPATCH_LIFE, /* keeps the server's state itself: comes through in every state */
    DISPATCH_NOTIFICATION,
    DISPATCH_REQUEST,    /* answered at once */
    DISPATCH_QUESTION,   /* a request about a document: waits until its workspace is loaded */
    DISPATCH_EVERYWHERE, /* a request about all workspaces: waits until they are loaded */
    DISPATCH_PULL        /* a request for findings: waits until they are known (pull.h) */
};

#define REPLY_MESSAGE_SIZE 512

/* What a request's handler fills; notifications leave it alone but for an error, which is logged. */
struct reply {
    const cJSON *id;     /* the request's; NULL for a notification */
    cJSON *result;       /* NULL is null */
    enum rpc_code error; /* 0: none */
    char message[REPLY_MESSAGE_SIZE];
};

struct dispatch {
    const char *method;
    void (*handler)(struct server *server, const cJSON *params, struct reply *reply);
    enum dispatch_kind kind;
};

/* Ended by an entry without method. */
extern const struct dispatch dispatch_table[];

/* Does the client not want it any more? For handlers that take long; they fail with
 * RPC_REQUEST_CANCELLED. */
bool reply_is_cancelled(struct server *server, const struct reply *reply);

static inline void reply_fail(struct reply *reply, enum rpc_code code, const char *message)
{
    reply->error = code;
    snprintf(reply->message, sizeof reply->message, "%s", message);
}

/* The one way to refuse params. */
static inline void reply_invalid(struct reply *reply, const char *message)
{
    reply_fail(reply, RPC_INVALID_PARAMS, message);
}

/* The one way to say no to a good request: the client shows the message. */
static inline void reply_refuse(struct reply *reply, const char *message)
{
    reply_fail(reply, RPC_REQUEST_FAILED, message);
}

#endif
