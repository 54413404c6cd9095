/* judge.c: judging many documents, on libuv's thread pool. */
#include "host/judge.h"

#include "host/threads.h"

#include <stdlib.h>
#include <uv.h>

/* What a worker takes at a time. Fewer documents than this are not worth a thread. */
#define AT_ONCE 16

#define MAX_WORKERS 64

struct judging {
    const struct planls_workspace *workspace;
    struct judged *judged;
    size_t count, next; /* next: under the lock */
    uv_mutex_t lock;
};

struct worker {
    uv_work_t work;
    struct judging *judging;
    struct planls_results results;
};

/* What rules leave in the arena of a document in which nothing is found, as in most, goes at once. */
static void judge(struct planls_workspace *workspace, struct judged *judged,
                  struct planls_results *results)
{
    struct planls_results its;
    arena_init(&its.arena);
    planls_check_waived(workspace, judged->document->path.ptr, &its, &judged->found,
                        &judged->waived);
    if (judged->found.len || judged->waived.len)
        arena_absorb(&results->arena, &its.arena);
    else
        arena_release(&its.arena);
}

static void judge_in_turn(struct planls_workspace *workspace, struct judged *judged, size_t count,
                          struct planls_results *results)
{
    for (size_t i = 0; i < count; i++)
        judge(workspace, &judged[i], results);
}

/* The next documents that nobody has taken; none: an empty range. */
static size_t take(struct judging *judging, size_t *end)
{
    uv_mutex_lock(&judging->lock);
    size_t first = judging->next;
    *end = judging->count - first > AT_ONCE ? first + AT_ONCE : judging->count;
    judging->next = *end;
    uv_mutex_unlock(&judging->lock);
    return first;
}

static void work(uv_work_t *request)
{
    struct worker *worker = request->data;
    struct judging *judging = worker->judging;
    struct planls_workspace view = *judging->workspace;
    view.ws = workspace_view_new(judging->workspace->ws);
    size_t first, end;
    while ((first = take(judging, &end)) < end)
        judge_in_turn(&view, judging->judged + first, end - first, &worker->results);
    workspace_view_free(view.ws);
}

static void worked(uv_work_t *request, int status)
{
    (void)request;
    (void)status; /* nothing cancels it */
}

static bool judge_on_pool(struct judging *judging, struct worker *workers, unsigned count)
{
    uv_loop_t loop;
    if (uv_loop_init(&loop))
        return false;
    for (unsigned i = 0; i < count; i++) {
        workers[i].judging = judging;
        workers[i].work.data = &workers[i];
        arena_init(&workers[i].results.arena);
        uv_queue_work(&loop, &workers[i].work, work, worked);
    }
    uv_run(&loop, UV_RUN_DEFAULT);
    uv_loop_close(&loop);
    return true;
}

void judge_documents(struct planls_workspace *workspace, struct judged *judged, size_t count,
                     struct planls_results *results)
{
    struct judging judging = {.workspace = workspace, .judged = judged, .count = count};
    size_t useful = (count + AT_ONCE - 1) / AT_ONCE;
    unsigned threads = threads_of_pool();
    if (threads > MAX_WORKERS)
        threads = MAX_WORKERS;
    if (threads > useful)
        threads = (unsigned)useful;
    struct worker workers[MAX_WORKERS];
    bool done = false;
    if (threads > 1 && uv_mutex_init(&judging.lock) == 0) {
        done = judge_on_pool(&judging, workers, threads);
        for (unsigned i = 0; i < threads && done; i++)
            arena_absorb(&results->arena, &workers[i].results.arena);
        uv_mutex_destroy(&judging.lock);
    }
    if (!done)
        judge_in_turn(workspace, judged, count, results);
}
