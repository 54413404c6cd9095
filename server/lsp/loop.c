/* loop.c: the loop's thread: framing, cancel flags, the pool, the client's process. */
#include "lsp/loop.h"

#include "base/arena.h"
#include "lsp/rpc.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PARENT_INTERVAL_MS 3000
/* How long jobs that are still running may hold up the end of the process. */
#define GRACE_MS 1000
/* A cancel request is short: longer messages are not looked into here. */
#define CANCEL_MAX_BYTES 512

struct loop {
    uv_loop_t uv;
    uv_async_t wake;
    uv_timer_t timer; /* watches the parent; in the end, measures the grace */
    struct transport transport;
    struct framing framing;
    struct bridge *bridge;
    struct wishes wishes;
    int64_t parent;
    bool paused, ending;
    void (*analysis)(void *context, struct bridge *bridge);
    void *context;
};

/* ---- from the client ------------------------------------------------------------------------- */

static void set_cancel_flag(struct loop *loop, struct slice body)
{
    if (body.len > CANCEL_MAX_BYTES || !slice_contains(body, SLICE("$/cancelRequest")))
        return;
    struct rpc_message message;
    char key[RPC_ID_SIZE];
    rpc_read(&message, body);
    if (message.kind == RPC_NOTIFICATION && slice_is(message.method, "$/cancelRequest") &&
        rpc_id_key(json_get(message.params, "id"), key))
        bridge_cancel(loop->bridge, slice_of(key));
    rpc_release(&message);
}

static void received(void *context, struct slice bytes)
{
    struct loop *loop = context;
    enum framing_event event;
    while ((event = framing_next(&loop->framing, &bytes)) != FRAMING_NEED_MORE) {
        if (event == FRAMING_PROBLEM) {
            bridge_deliver(loop->bridge, MAIL_PROBLEM, loop->framing.problem, SLICE(""));
            continue;
        }
        struct slice body = strbuf_slice(&loop->framing.body);
        set_cancel_flag(loop, body);
        bridge_deliver(loop->bridge, MAIL_MESSAGE, FRAMING_GARBAGE, body);
    }
    if (bridge_is_full(loop->bridge)) {
        loop->paused = true;
        transport_pause(&loop->transport);
    }
}

static void ended_reading(void *context)
{
    struct loop *loop = context;
    if (framing_is_partial(&loop->framing))
        bridge_deliver(loop->bridge, MAIL_PROBLEM, FRAMING_CUT_OFF, SLICE(""));
    bridge_deliver(loop->bridge, MAIL_CLOSED, FRAMING_GARBAGE, SLICE(""));
}

/* ---- the pool -------------------------------------------------------------------------------- */

static void run_job(uv_work_t *work)
{
    struct job *job = work->data;
    job->run(job);
}

static void job_is_done(uv_work_t *work, int status)
{
    struct job *job = work->data;
    struct loop *loop = work->loop->data;
    if (status == 0 && !loop->ending)
        bridge_finish_job(loop->bridge, job);
    else
        job->free(job);
}

static void start_jobs(struct loop *loop, struct job *job)
{
    while (job) {
        struct job *next = job->next;
        job->work.data = job;
        uv_queue_work(&loop->uv, &job->work, run_job, job_is_done);
        job = next;
    }
}

/* ---- from the analysis thread ---------------------------------------------------------------- */

/* A job hangs, on a dead network drive for one, or walks a big tree: nothing of the user's is at stake. */
static void give_up(uv_timer_t *timer)
{
    struct loop *loop = timer->loop->data;
    _Exit(loop->wishes.exit_status >= 0 ? loop->wishes.exit_status : 1);
}

/* Only closes: uv_run ends when the last job has come back. */
static void end(struct loop *loop)
{
    loop->ending = true;
    transport_close(&loop->transport);
    uv_close((uv_handle_t *)&loop->wake, NULL);
    uv_timer_start(&loop->timer, give_up, GRACE_MS, 0);
    uv_unref((uv_handle_t *)&loop->timer);
}

static void look_for_parent(uv_timer_t *timer)
{
    struct loop *loop = timer->loop->data;
    if (uv_kill((int)loop->parent, 0) == UV_ESRCH)
        bridge_hang_up(loop->bridge);
}

static void watch_parent(struct loop *loop, int64_t parent)
{
    if (parent <= 0 || parent > INT32_MAX || parent == loop->parent)
        return;
    loop->parent = parent;
    uv_timer_start(&loop->timer, look_for_parent, PARENT_INTERVAL_MS, PARENT_INTERVAL_MS);
    uv_unref((uv_handle_t *)&loop->timer);
}

static void fulfil(struct loop *loop)
{
    struct wishes *wishes = &loop->wishes;
    if (loop->ending)
        return;
    bridge_collect(loop->bridge, wishes);
    start_jobs(loop, wishes->jobs);
    watch_parent(loop, wishes->parent);
    if (loop->paused && !bridge_is_full(loop->bridge)) {
        loop->paused = false;
        transport_resume(&loop->transport);
    }
    if (!loop->transport.busy && wishes->bytes.len > 0)
        transport_send(&loop->transport, &wishes->bytes);
    bool flushed = !loop->transport.busy && wishes->bytes.len == 0;
    if (wishes->exit_status >= 0 && (flushed || bridge_is_hung_up(loop->bridge)))
        end(loop);
}

static void woken(uv_async_t *wake)
{
    fulfil(wake->loop->data);
}

static void sent(void *context, size_t count, bool failed)
{
    struct loop *loop = context;
    bridge_sent(loop->bridge, count);
    if (failed) {
        bridge_hang_up(loop->bridge);
        strbuf_clear(&loop->wishes.bytes);
    }
    uv_async_send(&loop->wake);
}

static void run_analysis(void *argument)
{
    struct loop *loop = argument;
    loop->analysis(loop->context, loop->bridge);
}

/* Where standard input or output is closed, the loop's own files would take their numbers. */
static void reserve_standard_files(void)
{
#ifndef _WIN32
    uv_file file;
    do {
        uv_fs_t request;
        file = uv_fs_open(NULL, &request, "/dev/null", UV_FS_O_RDWR, 0, NULL);
        uv_fs_req_cleanup(&request);
        if (file > 2)
            uv_fs_close(NULL, &request, file, NULL);
    } while (file >= 0 && file <= 2);
#endif
}

int loop_run(const struct loop_options *options,
             void (*analysis)(void *context, struct bridge *bridge), void *context)
{
    struct loop *loop = memory_alloc(sizeof *loop);
    memset(loop, 0, sizeof *loop);
#ifdef SIGPIPE
    signal(SIGPIPE, SIG_IGN); /* a client that is gone is an error of write, not our end */
#endif
#ifdef SIGXFSZ
    signal(SIGXFSZ, SIG_IGN); /* so is a file that may not grow */
#endif
    reserve_standard_files();
    loop->analysis = analysis;
    loop->context = context;
    loop->wishes.exit_status = -1;
    strbuf_init(&loop->wishes.bytes, STRBUF_NO_LIMIT);
    framing_init(&loop->framing, FRAMING_MAX_BODY);
    uv_loop_init(&loop->uv);
    loop->uv.data = loop;
    uv_async_init(&loop->uv, &loop->wake, woken);
    uv_timer_init(&loop->uv, &loop->timer);
    loop->bridge = bridge_new(&loop->wake);
    loop->transport.context = loop;
    loop->transport.received = received;
    loop->transport.ended_reading = ended_reading;
    loop->transport.sent = sent;
    int status = transport_open(&loop->transport, &loop->uv, options->transport, options->where);
    uv_thread_t thread;
    bool threaded = status == 0 && uv_thread_create(&thread, run_analysis, loop) == 0;
    if (threaded)
        watch_parent(loop, options->parent);
    else
        end(loop);
    uv_run(&loop->uv, UV_RUN_DEFAULT);
    if (threaded)
        uv_thread_join(&thread);
    uv_close((uv_handle_t *)&loop->timer, NULL);
    uv_run(&loop->uv, UV_RUN_DEFAULT);
    uv_loop_close(&loop->uv);
    status = status ? status : loop->transport.failure;
    if (status != 0)
        fprintf(stderr, "planls lsp: %s: %s\n", options->where ? options->where : "standard input",
                uv_strerror(status));
    int result = status == 0 && threaded ? loop->wishes.exit_status : 2;
    bridge_free(loop->bridge);
    framing_release(&loop->framing);
    transport_release(&loop->transport);
    strbuf_release(&loop->wishes.bytes);
    free(loop);
    return result;
}
