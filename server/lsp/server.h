/* server.h: the language server's state, owned by the analysis thread alone. */
#ifndef PLANLS_LSP_SERVER_H
#define PLANLS_LSP_SERVER_H

#include "lsp/client.h"
#include "lsp/log.h"
#include "lsp/refresh.h"
#include "lsp/rpc.h"

struct open_document;
struct project;
struct folder;
struct pending;
struct waiting;
struct dispatch;

enum server_state {
    SERVER_NEW,      /* before initialize */
    SERVER_RUNNING,  /* after it */
    SERVER_SHUT_DOWN /* after shutdown: waits for exit */
};

enum index_progress_state {
    INDEX_PROGRESS_NONE,
    INDEX_PROGRESS_ASKED, /* the client has yet to agree */
    INDEX_PROGRESS_SHOWN
};

/* What the user is told of the first reading (index_progress.h). */
struct index_progress {
    enum index_progress_state state;
    uint32_t number;     /* of the token: each is used once */
    uint32_t percentage; /* as last told */
};

struct server {
    struct bridge *bridge;
    struct log log;
    enum server_state state;
    bool finished; /* the analysis thread is to end, with this status: */
    int exit_status;
    bool initialized; /* the notification has come */
    bool trace;       /* $/logTrace was asked for */
    struct client client;
    struct folder *folders;          /* the client's workspace folders (folders.h) */
    struct open_document *documents; /* by URI (documents.h) */
    struct project *projects;        /* one per workspace root (project.h) */
    char *editor_settings;           /* JSON text of the editor's `planls` section, or NULL */
    struct pending *pending;         /* requests of ours that the client has yet to answer */
    struct waiting *waiting;         /* questions of the client's that wait (waiting.h) */
    size_t waiting_count;
    bool roots_changed; /* open documents may belong to other projects than they do */
    struct index_progress indexing;
    uint64_t edits; /* counts what the client opens and changes */
    struct refresh_state refreshes[REFRESH_COUNT];
    bool pulled_workspace;   /* the client has asked for workspace diagnostics */
    uint64_t unpulled_since; /* when it first could have; 0: not yet (pull_wait) */
    uint32_t last_request;
    uint32_t last_tokens; /* id of the last result of semantic tokens */
    size_t read_lately;   /* documents read since memory was last given back */
    struct job *taken_in; /* finished ones that are being taken in, piece by piece, in order */
    bool heard_last;      /* the turn before took a message */
    uint64_t heard;       /* when the client last sent one, milliseconds */
    uint64_t now;         /* milliseconds, of the turn of the loop under way */
};

/* What the thread runs (loop.h): takes mail and finished jobs until told to end. `context` is a
 * struct server with bridge unset. */
void server_run(void *context, struct bridge *bridge);

/* Runs the handler and sends what it answers. */
void server_answer(struct server *server, const struct rpc_message *message,
                   const struct dispatch *entry);
/* Sends a request; `answer` (or NULL) gets its result when it comes, NULL for an error. */
void server_request(struct server *server, const char *method, cJSON *params,
                    void (*answer)(struct server *server, const cJSON *result));

#endif
