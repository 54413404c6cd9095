/* dispatch.h: which function serves which method. */
#ifndef PLANLS_LSP_DISPATCH_H
#define PLANLS_LSP_DISPATCH_H

#include "lsp/server.h"

enum dispatch_kind {
    DISPATCH_LIFE, /* keeps the server's state itself: comes through in every state */
    DISPATCH_NOTIFICATION,
    DISPATCH_REQUEST, /* answered at once */
    DISPATCH_QUESTION /* a request about a document: waits until its workspace is loaded */
};

/* What a request's handler fills; notifications leave it alone but for an error, which is logged. */
struct reply {
    cJSON *result;       /* NULL is null */
    enum rpc_code error; /* 0: none */
    const char *message; /* static */
};

struct dispatch {
    const char *method;
    void (*handler)(struct server *server, const cJSON *params, struct reply *reply);
    enum dispatch_kind kind;
};

/* Ended by an entry without method. */
extern const struct dispatch dispatch_table[];

/* The one way to refuse params. */
static inline void reply_invalid(struct reply *reply, const char *message)
{
    reply->error = RPC_INVALID_PARAMS;
    reply->message = message;
}

#endif
