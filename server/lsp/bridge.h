/* bridge.h: all that passes between the loop's thread and the analysis thread.
 *
 * The loop delivers what the client sent and what the pool has finished; the analysis thread takes
 * it in order, sends bytes back, and has work run on the pool. Neither waits for the other but for
 * one thing: a client that does not read makes bridge_send wait when BRIDGE_MAX_UNSENT bytes are
 * under way. A client that writes faster than it is answered is not read from while more than
 * BRIDGE_MAX_UNREAD bytes wait (bridge_is_full).
 */
#ifndef PLANLS_LSP_BRIDGE_H
#define PLANLS_LSP_BRIDGE_H

#include "base/strbuf.h"
#include "lsp/framing.h"

#include <stdbool.h>
#include <stdint.h>
#include <uv.h>

#define BRIDGE_MAX_UNSENT ((size_t)64 << 20)
#define BRIDGE_MAX_UNREAD ((size_t)128 << 20)

struct bridge;
struct server;

/* Work for the pool, embedded in a struct of whoever wants it done. */
struct job {
    void (*run)(struct job *job); /* on the pool: touches nothing shared */
    /* On the analysis thread. False: there is more to do of it, when the client has been listened to. */
    bool (*done)(struct job *job, struct server *server);
    void (*free)(struct job *job); /* after done, or where the server ends */
    struct job *next;              /* the bridge's */
    uv_work_t work;                /* the loop's */
};

enum mail_kind {
    MAIL_MESSAGE, /* bytes: a message's body */
    MAIL_PROBLEM, /* what was no message; bytes is empty */
    MAIL_CLOSED   /* the client has closed its end; problem and bytes say nothing */
};

struct mail {
    enum mail_kind kind;
    enum framing_problem problem;
    size_t len;
    char *bytes;
    struct mail *next;
};

/* `wake` is sent to when the analysis thread wants something of the loop. */
struct bridge *bridge_new(uv_async_t *wake);
void bridge_free(struct bridge *bridge); /* both threads have ended; frees jobs and mail left */

/* ---- the loop's side ------------------------------------------------------------------------- */

void bridge_deliver(struct bridge *bridge, enum mail_kind kind, enum framing_problem problem,
                    struct slice bytes);
void bridge_finish_job(struct bridge *bridge, struct job *job);
/* A cancel flag, set as soon as the client's wish has arrived. */
void bridge_cancel(struct bridge *bridge, struct slice id);
bool bridge_is_full(struct bridge *bridge);
/* The client is gone or the process is to end: nobody waits any more, nothing more is sent. */
void bridge_hang_up(struct bridge *bridge);

/* What the analysis thread wants: bytes to send (appended), jobs to start, the client's process to
 * watch, an exit status (-1: none yet). */
struct wishes {
    struct strbuf bytes;
    struct job *jobs;
    int64_t parent;
    int exit_status;
};
void bridge_collect(struct bridge *bridge, struct wishes *wishes);
/* So many of the collected bytes have been written. */
void bridge_sent(struct bridge *bridge, size_t count);

/* ---- the analysis thread's side -------------------------------------------------------------- */

struct job *bridge_take_job(struct bridge *bridge);   /* finished; NULL where none */
struct mail *bridge_take_mail(struct bridge *bridge); /* NULL where none; free with mail_free */
void mail_free(struct mail *mail);
bool bridge_has_mail(struct bridge *bridge);
/* Waits until a job has finished, a cancel flag is set or, where `for_mail`, mail is there; at most so
 * long. */
void bridge_wait(struct bridge *bridge, bool for_mail, uint64_t milliseconds);
bool bridge_is_hung_up(struct bridge *bridge);

void bridge_send(struct bridge *bridge, struct slice body); /* frames it */
void bridge_start(struct bridge *bridge, struct job *job);
void bridge_watch_parent(struct bridge *bridge, int64_t process);
void bridge_exit(struct bridge *bridge, int status);

bool bridge_is_cancelled(struct bridge *bridge, struct slice id);
void bridge_forget_cancel(struct bridge *bridge, struct slice id);

#endif
