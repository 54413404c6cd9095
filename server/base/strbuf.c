/* strbuf.c: a growing string of bytes with a limit. */
#include "base/strbuf.h"

#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_CAPACITY ((size_t)64)

void strbuf_init(struct strbuf *buf, size_t limit)
{
    *buf =
        (struct strbuf){.ptr = memory_alloc(FIRST_CAPACITY), .cap = FIRST_CAPACITY, .limit = limit};
    buf->ptr[0] = '\0';
}

void strbuf_release(struct strbuf *buf)
{
    free(buf->ptr);
    *buf = (struct strbuf){0};
}

void strbuf_clear(struct strbuf *buf)
{
    buf->len = 0;
    buf->overflow = false;
    buf->ptr[0] = '\0';
}

struct slice strbuf_slice(const struct strbuf *buf)
{
    return (struct slice){buf->ptr, buf->len};
}

/* Room for `more` bytes and the NUL; false, with overflow set, where the limit forbids it. */
static bool reserve(struct strbuf *buf, size_t more)
{
    if (buf->overflow || more > buf->limit - buf->len) {
        buf->overflow = true;
        return false;
    }
    if (more >= SIZE_MAX / 2 - buf->len)
        memory_exhausted();
    if (buf->len + more < buf->cap)
        return true;
    size_t cap = buf->cap;
    while (cap <= buf->len + more)
        cap *= 2;
    buf->ptr = memory_realloc(buf->ptr, cap);
    buf->cap = cap;
    return true;
}

static void advance(struct strbuf *buf, size_t more)
{
    buf->len += more;
    buf->ptr[buf->len] = '\0';
}

void strbuf_append(struct strbuf *buf, struct slice s)
{
    if (s.len == 0 || !reserve(buf, s.len))
        return;
    memcpy(buf->ptr + buf->len, s.ptr, s.len);
    advance(buf, s.len);
}

void strbuf_puts(struct strbuf *buf, const char *cstring)
{
    strbuf_append(buf, slice_of(cstring));
}

void strbuf_putc(struct strbuf *buf, char c)
{
    if (!reserve(buf, 1))
        return;
    buf->ptr[buf->len] = c;
    advance(buf, 1);
}

void strbuf_repeat(struct strbuf *buf, char c, size_t count)
{
    if (count == 0 || !reserve(buf, count))
        return;
    memset(buf->ptr + buf->len, c, count);
    advance(buf, count);
}

void strbuf_vprintf(struct strbuf *buf, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    // NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): clang 14 does not see va_start's effect
    int len = vsnprintf(NULL, 0, format, args);
    if (len > 0 && reserve(buf, (size_t)len)) {
        vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, again);
        advance(buf, (size_t)len);
    }
    va_end(again);
}

void strbuf_printf(struct strbuf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    strbuf_vprintf(buf, format, args);
    va_end(args);
}
