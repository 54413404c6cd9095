/* bridge.c: the queues between the loop's thread and the analysis thread. */
#include "lsp/bridge.h"

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#define uthash_fatal(message) memory_exhausted()
#include <uthash.h>

/* Cancel flags kept at once; further ones are dropped, which only means that work is done. */
#define MAX_CANCELS 65536
#define MAX_ID      128

struct cancel {
    UT_hash_handle hh;
    char id[];
};

struct bridge {
    uv_async_t *wake;
    uv_mutex_t lock;
    uv_cond_t arrived; /* mail or a finished job, for the analysis thread */
    uv_cond_t drained; /* unsent bytes have become fewer */
    struct mail *first_mail, *last_mail;
    size_t unread;
    struct job *first_done, *last_done;
    struct job *first_wanted, *last_wanted;
    struct strbuf unsent;
    size_t under_way; /* bytes in unsent and with the loop */
    int64_t parent;
    int exit_status;
    bool hung_up;
    bool nudged;            /* a cancel flag was set: whoever waits looks again */
    struct cancel *cancels; /* by id */
};

struct bridge *bridge_new(uv_async_t *wake)
{
    struct bridge *bridge = memory_alloc(sizeof *bridge);
    memset(bridge, 0, sizeof *bridge);
    bridge->wake = wake;
    bridge->exit_status = -1;
    strbuf_init(&bridge->unsent, STRBUF_NO_LIMIT);
    if (uv_mutex_init(&bridge->lock) || uv_cond_init(&bridge->arrived) ||
        uv_cond_init(&bridge->drained))
        memory_exhausted();
    return bridge;
}

static void free_jobs(struct job *job)
{
    while (job) {
        struct job *next = job->next;
        job->free(job);
        job = next;
    }
}

static void drop_cancel(struct bridge *bridge, struct cancel *cancel)
{
    HASH_DEL(bridge->cancels, cancel);
    free(cancel);
}

void bridge_free(struct bridge *bridge)
{
    struct mail *mail;
    while ((mail = bridge_take_mail(bridge)))
        mail_free(mail);
    free_jobs(bridge->first_done);
    free_jobs(bridge->first_wanted);
    while (bridge->cancels)
        drop_cancel(bridge, bridge->cancels);
    strbuf_release(&bridge->unsent);
    uv_cond_destroy(&bridge->drained);
    uv_cond_destroy(&bridge->arrived);
    uv_mutex_destroy(&bridge->lock);
    free(bridge);
}

static void append_job(struct job **first, struct job **last, struct job *job)
{
    job->next = NULL;
    if (*first)
        (*last)->next = job;
    else
        *first = job;
    *last = job;
}

void bridge_deliver(struct bridge *bridge, enum mail_kind kind, enum framing_problem problem,
                    struct slice bytes)
{
    struct mail *mail = memory_alloc(sizeof *mail);
    *mail = (struct mail){kind, problem, bytes.len, NULL, NULL};
    mail->bytes = memory_alloc(bytes.len + 1);
    if (bytes.len > 0)
        memcpy(mail->bytes, bytes.ptr, bytes.len);
    mail->bytes[bytes.len] = '\0';
    uv_mutex_lock(&bridge->lock);
    if (bridge->first_mail)
        bridge->last_mail->next = mail;
    else
        bridge->first_mail = mail;
    bridge->last_mail = mail;
    bridge->unread += bytes.len;
    uv_cond_signal(&bridge->arrived);
    uv_mutex_unlock(&bridge->lock);
}

void bridge_finish_job(struct bridge *bridge, struct job *job)
{
    uv_mutex_lock(&bridge->lock);
    append_job(&bridge->first_done, &bridge->last_done, job);
    uv_cond_signal(&bridge->arrived);
    uv_mutex_unlock(&bridge->lock);
}

bool bridge_is_full(struct bridge *bridge)
{
    uv_mutex_lock(&bridge->lock);
    bool full = bridge->unread > BRIDGE_MAX_UNREAD;
    uv_mutex_unlock(&bridge->lock);
    return full;
}

void bridge_hang_up(struct bridge *bridge)
{
    uv_mutex_lock(&bridge->lock);
    bridge->hung_up = true;
    uv_cond_broadcast(&bridge->arrived);
    uv_cond_broadcast(&bridge->drained);
    uv_mutex_unlock(&bridge->lock);
}

void bridge_collect(struct bridge *bridge, struct wishes *wishes)
{
    uv_mutex_lock(&bridge->lock);
    strbuf_append(&wishes->bytes, strbuf_slice(&bridge->unsent));
    strbuf_clear(&bridge->unsent);
    wishes->jobs = bridge->first_wanted;
    bridge->first_wanted = bridge->last_wanted = NULL;
    wishes->parent = bridge->parent;
    wishes->exit_status = bridge->exit_status;
    uv_mutex_unlock(&bridge->lock);
}

void bridge_sent(struct bridge *bridge, size_t count)
{
    uv_mutex_lock(&bridge->lock);
    bridge->under_way -= count;
    uv_cond_broadcast(&bridge->drained);
    uv_mutex_unlock(&bridge->lock);
}

struct job *bridge_take_job(struct bridge *bridge)
{
    uv_mutex_lock(&bridge->lock);
    struct job *job = bridge->first_done;
    if (job)
        bridge->first_done = job->next;
    uv_mutex_unlock(&bridge->lock);
    return job;
}

struct mail *bridge_take_mail(struct bridge *bridge)
{
    uv_mutex_lock(&bridge->lock);
    struct mail *mail = bridge->first_mail;
    bool was_full = bridge->unread > BRIDGE_MAX_UNREAD;
    if (mail) {
        bridge->first_mail = mail->next;
        bridge->unread -= mail->len;
    }
    bool is_full = bridge->unread > BRIDGE_MAX_UNREAD;
    uv_mutex_unlock(&bridge->lock);
    if (was_full && !is_full)
        uv_async_send(bridge->wake);
    return mail;
}

void mail_free(struct mail *mail)
{
    free(mail->bytes);
    free(mail);
}

bool bridge_has_mail(struct bridge *bridge)
{
    uv_mutex_lock(&bridge->lock);
    bool has = bridge->first_mail != NULL;
    uv_mutex_unlock(&bridge->lock);
    return has;
}

void bridge_wait(struct bridge *bridge, bool for_mail, uint64_t milliseconds)
{
    uint64_t until = uv_hrtime() + milliseconds * 1000000u;
    uv_mutex_lock(&bridge->lock);
    while (!bridge->hung_up && !bridge->nudged && !bridge->first_done &&
           !(for_mail && bridge->first_mail)) {
        uint64_t now = uv_hrtime();
        if (now >= until)
            break;
        uv_cond_timedwait(&bridge->arrived, &bridge->lock, until - now);
    }
    bridge->nudged = false;
    uv_mutex_unlock(&bridge->lock);
}

bool bridge_is_hung_up(struct bridge *bridge)
{
    uv_mutex_lock(&bridge->lock);
    bool hung_up = bridge->hung_up;
    uv_mutex_unlock(&bridge->lock);
    return hung_up;
}

void bridge_send(struct bridge *bridge, struct slice body)
{
    uv_mutex_lock(&bridge->lock);
    while (bridge->under_way > BRIDGE_MAX_UNSENT && !bridge->hung_up)
        uv_cond_wait(&bridge->drained, &bridge->lock);
    if (!bridge->hung_up) {
        size_t before = bridge->unsent.len;
        strbuf_printf(&bridge->unsent, "Content-Length: %zu\r\n\r\n", body.len);
        strbuf_append(&bridge->unsent, body);
        bridge->under_way += bridge->unsent.len - before;
    }
    uv_mutex_unlock(&bridge->lock);
    uv_async_send(bridge->wake);
}

void bridge_start(struct bridge *bridge, struct job *job)
{
    uv_mutex_lock(&bridge->lock);
    append_job(&bridge->first_wanted, &bridge->last_wanted, job);
    uv_mutex_unlock(&bridge->lock);
    uv_async_send(bridge->wake);
}

void bridge_watch_parent(struct bridge *bridge, int64_t process)
{
    uv_mutex_lock(&bridge->lock);
    bridge->parent = process;
    uv_mutex_unlock(&bridge->lock);
    uv_async_send(bridge->wake);
}

void bridge_exit(struct bridge *bridge, int status)
{
    uv_mutex_lock(&bridge->lock);
    bridge->exit_status = status;
    uv_mutex_unlock(&bridge->lock);
    uv_async_send(bridge->wake);
}

/* ---- cancel flags ---------------------------------------------------------------------------- */

static struct cancel *find_cancel(const struct bridge *bridge, struct slice id)
{
    struct cancel *found;
    HASH_FIND(hh, bridge->cancels, id.ptr, id.len, found);
    return found;
}

void bridge_cancel(struct bridge *bridge, struct slice id)
{
    if (id.len > MAX_ID)
        return;
    uv_mutex_lock(&bridge->lock);
    if (HASH_COUNT(bridge->cancels) < MAX_CANCELS && !find_cancel(bridge, id)) {
        struct cancel *cancel = memory_alloc(sizeof *cancel + id.len);
        memset(cancel, 0, sizeof *cancel);
        memcpy(cancel->id, id.ptr, id.len);
        HASH_ADD_KEYPTR(hh, bridge->cancels, cancel->id, id.len, cancel);
    }
    bridge->nudged = true;
    uv_cond_signal(&bridge->arrived);
    uv_mutex_unlock(&bridge->lock);
}

bool bridge_is_cancelled(struct bridge *bridge, struct slice id)
{
    uv_mutex_lock(&bridge->lock);
    bool cancelled = find_cancel(bridge, id) != NULL;
    uv_mutex_unlock(&bridge->lock);
    return cancelled;
}

void bridge_forget_cancel(struct bridge *bridge, struct slice id)
{
    uv_mutex_lock(&bridge->lock);
    struct cancel *cancel = find_cancel(bridge, id);
    if (cancel)
        drop_cancel(bridge, cancel);
    uv_mutex_unlock(&bridge->lock);
}
