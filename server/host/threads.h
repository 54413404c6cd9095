/* threads.h: libuv's pool, no larger than the system lets it be.
 *
 * libuv starts all threads of its pool at the first use and ends the program where one cannot be started (a limit
 * on processes, a full cgroup). So they are tried first.
 */
#ifndef PLANLS_HOST_THREADS_H
#define PLANLS_HOST_THREADS_H

#include <stdbool.h>

/* Before the pool is first used: it will have `count` threads, or as many as can be started beside `others` that
 * the program starts itself. False where that is none. */
bool threads_prepare(unsigned count, unsigned others);

/* How many threads the pool has, or will have. */
unsigned threads_of_pool(void);

#define THREADS_COMPLAINT "no thread can be started: is a limit on processes reached (ulimit -u)?"

#endif
