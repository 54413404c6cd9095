/* loop.h: the thread that talks with the client: it frames messages, sets cancel flags, hands work to
 * the pool, and never waits for anything else.
 */
#ifndef PLANLS_LSP_LOOP_H
#define PLANLS_LSP_LOOP_H

#include "lsp/bridge.h"
#include "lsp/transport.h"

struct loop_options {
    enum transport_kind transport;
    const char *where; /* a path or port; NULL for stdio */
    int64_t parent;    /* a process to end with, or 0 */
};

/* Runs `analysis` (called with `context` and the bridge) on a thread of its own, and the loop on this
 * one, until the analysis thread has asked for an exit status and all is sent. Gives that status; 2,
 * with a line on standard error, where no connection could be made. */
int loop_run(const struct loop_options *options,
             void (*analysis)(void *context, struct bridge *bridge), void *context);

#endif
