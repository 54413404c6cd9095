/* documents.h: the documents the client has open. */
#ifndef PLANLS_LSP_DOCUMENTS_H
#define PLANLS_LSP_DOCUMENTS_H

#include "lsp/dispatch.h"
#include "lsp/positions.h"
#include "lsp/project.h"

#include <planls/diagnostic.h>

/* The semantic tokens a client was last told, to tell it what has changed since (semantic_tokens.c). */
struct told_tokens {
    uint32_t *data; /* as on the wire, five numbers each; or NULL */
    size_t len;
    uint32_t id; /* the result's; no other of the session has it */
};

struct open_document {
    UT_hash_handle hh;
    bool has_version;
    int32_t version;
    bool plain;            /* no plan text (JSON): kept, never judged */
    bool ready;            /* for its first edit; see checks_make_ready */
    struct config *buffer; /* of a configuration: what the client holds, parsed; or NULL */
    struct project *project;
    struct file *file; /* the project's */
    /* The findings last told, as of that generation of the project; results own them. */
    struct planls_results *results;
    struct planls_diagnostics findings;
    uint64_t generation;
    struct told_tokens tokens;
    uint64_t edit;       /* number of the client's last opening or change of it */
    uint64_t found;      /* hash of the findings as they were last sent, or could have been … */
    uint64_t told;       /* … and as they were last pulled, */
    uint64_t told_after; /* when this was its last edit; 0: never pulled */
    uint64_t lenses, hints;           /* hashes of what was last shown of them … */
    uint64_t lenses_edit, hints_edit; /* … when this was the last edit; 0: not asked for */
    char uri[];                       /* as the client wrote it */
};

struct open_document *documents_find(const struct server *server, struct slice uri); /* or NULL */
/* Opens (or finds) it and the project it belongs to. Its text is the caller's to put. */
struct open_document *documents_open(struct server *server, struct slice uri, bool plain);
/* What the client says it holds. */
void documents_put(struct open_document *document, struct slice bytes);
/* The client has changed it, in whatever way: it is judged next. */
void documents_mark_edited(struct open_document *document);
/* A `.planls.json` has come or gone: open documents move to the projects they belong to now, with what
 * the client holds. */
void documents_follow_roots(struct server *server);
/* Its bytes are the disk's again, if there are any. */
void documents_close(struct server *server, struct open_document *document);
void documents_free(struct server *server);

/* The document a request is about. */
struct question {
    struct open_document *document;
    struct planls_workspace *workspace;
    const char *path;
    const struct document *snapshot;
    struct positions positions;
};

/* Reads params.textDocument. False where there is nothing to answer from: the document is not open
 * (the result is null) or the params are wrong (the reply says so). */
bool question_read(struct server *server, const cJSON *params, struct question *question,
                   struct reply *reply);
/* The same with params.position. */
bool question_read_at(struct server *server, const cJSON *params, struct question *question,
                      uint32_t *offset, struct reply *reply);

#endif
