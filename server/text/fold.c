/* fold.c: text brought to the forms in which names are compared. */
#include "text/fold.h"

#include "base/strbuf.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

/* utf8proc sorts runs of combining marks by insertion, so it gets text in bounded pieces. */
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

/* Characters of running text that folding leaves as they are and that never combine with one before
 * them: ASCII but for its case, dashes and quotes, plain arrows, box drawing, dingbats, emoji and their
 * selector. */
static bool is_still(uint32_t codepoint)
{
    return codepoint < 0x80 || (codepoint >= 0x2010 && codepoint <= 0x2027) ||
           (codepoint >= 0x2190 && codepoint <= 0x2199) ||
           (codepoint >= 0x2500 && codepoint <= 0x27BF) || codepoint == 0xFE0F ||
           (codepoint >= 0x1F300 && codepoint <= 0x1FAFF);
}

/* How much at the start of s folds to itself but for ASCII's case: what stands before another
 * character of that kind, or at the end. */
static size_t still_length(struct slice s)
{
    size_t still = 0;
    for (size_t at = 0; at < s.len;) {
        uint32_t codepoint = (unsigned char)s.ptr[at];
        unsigned len = codepoint < 0x80 ? 1 : utf8_decode(slice_from(s, at), &codepoint);
        if (!is_still(codepoint))
            return still;
        still = at;
        at += len;
    }
    return s.len;
}

/* How much valid UTF-8 at the start of s can be normalised by itself: it ends before an ASCII
 * character, which never combines with what precedes it, that nothing follows which may combine with
 * it. 0 where s starts with a broken byte. */
static size_t piece_length(struct slice s)
{
    size_t at = 0;
    while (at < s.len && at < LARGEST_PIECE) {
        uint32_t codepoint;
        unsigned len = utf8_decode(slice_from(s, at), &codepoint);
        if (len == 1 && !is_ascii(s.ptr[at]))
            break;
        if (at > 0 && len == 1 && (at + 1 == s.len || is_ascii(s.ptr[at + 1])))
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

static void lower_bytes(char *to, struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        to[i] = ascii_lower(s.ptr[i]);
}

static void fold_into(struct strbuf *out, struct slice s)
{
    while (s.len > 0) {
        size_t still = still_length(s), len = still;
        if (still > 0) {
            strbuf_append(out, slice_sub(s, 0, still));
            lower_bytes(out->ptr + out->len - still, slice_sub(s, 0, still));
        } else if ((len = piece_length(s)) > 0) {
            fold_piece(out, slice_sub(s, 0, len));
        } else {
            strbuf_putc(out, s.ptr[0]);
            len = 1;
        }
        s = slice_from(s, len);
    }
}

struct slice fold_case(struct arena *arena, struct slice s)
{
    if (still_length(s) == s.len) { /* nearly all there is */
        char *folded = arena_array(arena, s.len + 1, 1);
        lower_bytes(folded, s);
        return (struct slice){folded, s.len};
    }
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
