/* strbuf.h: a growing string of bytes, always ended by a NUL that len does not count.
 *
 *     struct strbuf out;
 *     strbuf_init(&out, LIMIT);
 *     strbuf_printf(&out, "%zu items", n);
 *     …  out.ptr, out.len …
 *     strbuf_release(&out);
 *
 * Every buffer that grows on input names its limit: an append that would pass it appends nothing
 * and sets `overflow`; from then until strbuf_clear nothing is appended, so that what was cut is a
 * tail and never a hole. For a character as UTF-8 see utf8_append in text/utf8.h.
 */
#ifndef PLANLS_BASE_STRBUF_H
#define PLANLS_BASE_STRBUF_H

#include "base/slice.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* For text whose size follows from something already limited. */
#define STRBUF_NO_LIMIT ((size_t)-1)

struct strbuf {
    char *ptr;
    size_t len, cap, limit;
    bool overflow;
};

void strbuf_init(struct strbuf *buf, size_t limit);
void strbuf_release(struct strbuf *buf);
void strbuf_clear(struct strbuf *buf); /* empties, keeps the memory and the limit */
struct slice strbuf_slice(const struct strbuf *buf);

void strbuf_append(struct strbuf *buf, struct slice s);
void strbuf_puts(struct strbuf *buf, const char *cstring);
void strbuf_putc(struct strbuf *buf, char c);
void strbuf_repeat(struct strbuf *buf, char c, size_t count);
void strbuf_printf(struct strbuf *buf, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;
void strbuf_vprintf(struct strbuf *buf, const char *format, va_list args);

#endif
