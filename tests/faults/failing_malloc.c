/* failing_malloc.c: to be preloaded: the allocation with the number PLANLS_FAIL_AT fails, and all behind it where
 * PLANLS_FAIL_ON is set too. glibc's, which keeps its own functions under other names.
 */
#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static atomic_long number, fail_at = -1;
static atomic_int fail_on;

__attribute__((constructor)) static void configure(void)
{
    const char *at = getenv("PLANLS_FAIL_AT");
    fail_on = getenv("PLANLS_FAIL_ON") != NULL;
    number = 0;
    fail_at = at ? atol(at) : -1;
}

static int fails(void)
{
    long mine = atomic_fetch_add(&number, 1), at = fail_at;
    int now = at >= 0 && (fail_on ? mine >= at : mine == at);
    if (now)
        errno = ENOMEM;
    return now;
}

void *malloc(size_t size)
{
    return fails() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails() ? NULL : __libc_realloc(old, size);
}
