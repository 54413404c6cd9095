/* fold.c: text brought to the forms in which names are compared. */
#include "text/fold.h"

#include "base/strbuf.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

/* utf8proc sorts runs of combining marks by insertion, so it gets text in bounded pieces. */
#define LEAST_PIECE   64
#define LARGEST_PIECE 256

static bool is_ascii(char c)
{
    return (unsigned char)c < 0x80;
}

/* The result of a fold goes through a buffer, as it may be longer than what it was made from. */
static struct slice keep(struct arena *arena, struct strbuf *out)
{
    struct slice kept = arena_copy(arena, strbuf_slice(out));
    strbuf_release(out);
    return kept;
}

/* How much valid UTF-8 at the start of s can be normalised by itself: it ends before an ASCII
 * character, which never combines with what precedes it. 0 where s starts with a broken byte. */
static size_t piece_length(struct slice s)
{
    size_t at = 0;
    while (at < s.len && at < LARGEST_PIECE && (at < LEAST_PIECE || !is_ascii(s.ptr[at]))) {
        uint32_t codepoint;
        unsigned len = utf8_decode(slice_from(s, at), &codepoint);
        if (len == 1 && !is_ascii(s.ptr[at]))
            break;
        at += len;
    }
    return at;
}

static void fold_piece(struct strbuf *out, struct slice piece)
{
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t len =
        utf8proc_map((const utf8proc_uint8_t *)piece.ptr, (utf8proc_ssize_t)piece.len, &folded,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    if (len == UTF8PROC_ERROR_NOMEM)
        memory_exhausted();
    strbuf_append(out, len < 0 ? piece : (struct slice){(const char *)folded, (size_t)len});
    free(folded);
}

static void fold_into(struct strbuf *out, struct slice s)
{
    while (s.len > 0) {
        bool plain = is_ascii(s.ptr[0]) && (s.len == 1 || is_ascii(s.ptr[1]));
        size_t len = plain ? 0 : piece_length(s);
        if (len > 0) {
            fold_piece(out, slice_sub(s, 0, len));
        } else {
            strbuf_putc(out, ascii_lower(s.ptr[0]));
            len = 1;
        }
        s = slice_from(s, len);
    }
}

struct slice fold_case(struct arena *arena, struct slice s)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    fold_into(&out, s);
    return keep(arena, &out);
}

/* Letters in circles and squares are symbols by category and letters by use. */
static bool is_enclosed_letter(uint32_t codepoint)
{
    return (codepoint >= 0x24B6 && codepoint <= 0x24E9) ||
           (codepoint >= 0x1F130 && codepoint <= 0x1F149) ||
           (codepoint >= 0x1F150 && codepoint <= 0x1F169) ||
           (codepoint >= 0x1F170 && codepoint <= 0x1F189);
}

static bool stays_in_anchor(uint32_t codepoint)
{
    switch (utf8proc_category((utf8proc_int32_t)codepoint)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_PC:
        return true;
    default:
        return is_enclosed_letter(codepoint);
    }
}

struct slice fold_anchor(struct arena *arena, struct slice plain)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t at = 0; at < plain.len;) {
        uint32_t codepoint;
        at += utf8_decode(slice_from(plain, at), &codepoint);
        if (codepoint == ' ' || codepoint == '-')
            strbuf_putc(&out, '-');
        else if (codepoint == 0x130) /* the one letter whose lower case is two characters */
            strbuf_puts(&out, "i\xCC\x87");
        else if (stays_in_anchor(codepoint))
            utf8_append(&out, (uint32_t)utf8proc_tolower((utf8proc_int32_t)codepoint));
    }
    return keep(arena, &out);
}
