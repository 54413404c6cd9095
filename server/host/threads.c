/* threads.c: libuv's pool, no larger than the system lets it be. */
#include "host/threads.h"

#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

#define POOL_MAX 1024 /* libuv's own */
#define POOL     4    /* libuv's, where nobody says */

static void wait_for(void *gate)
{
    uv_sem_wait(gate);
}

/* How many of so many threads can be there at once? */
static unsigned startable(unsigned count)
{
    uv_thread_t threads[POOL_MAX];
    uv_sem_t gate;
    unsigned started = 0;
    if (uv_sem_init(&gate, 0))
        return 0;
    while (started < count && uv_thread_create(&threads[started], wait_for, &gate) == 0)
        started++;
    for (unsigned i = 0; i < started; i++)
        uv_sem_post(&gate);
    for (unsigned i = 0; i < started; i++)
        uv_thread_join(&threads[i]);
    uv_sem_destroy(&gate);
    return started;
}

bool threads_prepare(unsigned count, unsigned others)
{
    char value[16];
    unsigned most = POOL_MAX - others;
    count = count < 1 ? 1 : count > most ? most : count;
    unsigned there = startable(count + others);
    if (there <= others)
        return false;
    snprintf(value, sizeof value, "%u", there - others);
    uv_os_setenv("UV_THREADPOOL_SIZE", value);
    return true;
}

unsigned threads_of_pool(void)
{
    char value[16];
    size_t size = sizeof value;
    if (uv_os_getenv("UV_THREADPOOL_SIZE", value, &size))
        return POOL;
    int count = atoi(value);
    return count < 1 ? 1 : count > POOL_MAX ? POOL_MAX : (unsigned)count;
}
