/* rpc.h: JSON-RPC 2.0 envelopes: reading what came, writing what goes. */
#ifndef PLANLS_LSP_RPC_H
#define PLANLS_LSP_RPC_H

#include "host/json.h"
#include "lsp/bridge.h"

enum rpc_code {
    RPC_PARSE_ERROR = -32700,
    RPC_INVALID_REQUEST = -32600,
    RPC_METHOD_NOT_FOUND = -32601,
    RPC_INVALID_PARAMS = -32602,
    RPC_INTERNAL_ERROR = -32603,
    RPC_SERVER_NOT_INITIALIZED = -32002,
    RPC_REQUEST_CANCELLED = -32800,
    RPC_CONTENT_MODIFIED = -32801,
    RPC_SERVER_CANCELLED = -32802,
    RPC_REQUEST_FAILED = -32803
};

enum rpc_kind {
    RPC_REQUEST,
    RPC_NOTIFICATION,
    RPC_RESPONSE,
    RPC_NO_JSON,   /* the bytes are no JSON text */
    RPC_NO_MESSAGE /* they are, but no message: a batch, a number, an id of a wrong type … */
};

struct rpc_message {
    enum rpc_kind kind;
    cJSON *json;     /* owns the rest */
    const cJSON *id; /* of requests and responses; also of RPC_NO_MESSAGE where it is a good one */
    struct slice method; /* of requests and notifications */
    const cJSON *params; /* NULL where there are none */
};

void rpc_read(struct rpc_message *message, struct slice bytes);
void rpc_release(struct rpc_message *message);

/* What tells an id from any other, strings from numbers too; false where it is no id. */
#define RPC_ID_SIZE 128
bool rpc_id_key(const cJSON *id, char key[RPC_ID_SIZE]);

/* All of these take result, params over. id NULL is written as null. */
void rpc_respond(struct bridge *bridge, const cJSON *id, cJSON *result);
void rpc_fail(struct bridge *bridge, const cJSON *id, enum rpc_code code, const char *message);
/* The request could not be answered now: ask again. Only for pulled diagnostics. */
void rpc_ask_again(struct bridge *bridge, const cJSON *id, const char *message);
void rpc_notify(struct bridge *bridge, const char *method, cJSON *params);
void rpc_request(struct bridge *bridge, uint32_t id, const char *method, cJSON *params);

#endif
