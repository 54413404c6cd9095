/* refresh.h: asking the client to ask anew, where another document has changed what it shows.
 *
 * Only what the client announced, only where what it was told differs from what it would be told now,
 * and several wishes become one request.
 */
#ifndef PLANLS_LSP_REFRESH_H
#define PLANLS_LSP_REFRESH_H

#include <stdbool.h>
#include <stdint.h>

struct server;
struct open_document;
struct project;

enum refresh {
    REFRESH_DIAGNOSTICS,
    REFRESH_LENSES,
    REFRESH_HINTS,
    REFRESH_TOKENS,
    REFRESH_PLANS, /* what plan_view.h answers */
    REFRESH_COUNT
};

struct refresh_state {
    bool wanted;
    uint64_t since; /* when it was first wanted */
    uint64_t sent;  /* when the client was last asked; 0: never */
};

/* A wish is held back so long, and this is the least time between two requests of a kind: one picture
 * keeps up with typing, all that stands in every text need not. */
#define REFRESH_PAUSE_MS          150
#define REFRESH_INTERVAL_MS       1000
#define REFRESH_PLANS_INTERVAL_MS 250

void refresh_want(struct server *server, enum refresh kind);
/* Sends what is due. */
void refresh_send(struct server *server);
/* Milliseconds until something is due, at most `most`. */
uint64_t refresh_wait(const struct server *server, uint64_t most);

/* The client is being told the document's lenses or hints: they are known from now on. */
void refresh_told_lenses(struct open_document *document);
void refresh_told_hints(struct open_document *document);
/* Other settings count: what hangs on nothing but them and its own text (semantic tokens) is asked for
 * anew where something of the project is open. */
void refresh_settings(struct project *project);
/* The document was judged: do its lenses and hints still say what the client was told? Not asked of
 * one that was edited since, for which the client asks anyway. */
void refresh_follow(struct open_document *document);

#endif
