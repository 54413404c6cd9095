/* utf8.c: stepping through UTF-8 that may be broken, and its width on a terminal. */
#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

#define ZERO_WIDTH_JOINER  0x200Du
#define EMOJI_PRESENTATION 0xFE0Fu
#define FIRST_SKIN_TONE    0x1F3FBu
#define LAST_SKIN_TONE     0x1F3FFu
#define TAB_STOP           8
#define FIRST_NEWER_EMOJI  0x1F000u
#define LAST_NEWER_EMOJI   0x1FAFFu

bool utf8_is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* How many bytes a sequence has that begins with `lead` (0: none does), and the least code point
 * it may stand for. */
static unsigned sequence_length(unsigned char lead, uint32_t *least)
{
    if (lead >= 0xC2 && lead <= 0xDF) {
        *least = 0x80;
        return 2;
    }
    if ((lead & 0xF0) == 0xE0) {
        *least = 0x800;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        *least = 0x10000;
        return 4;
    }
    return 0;
}

static bool is_scalar(uint32_t codepoint)
{
    return codepoint <= 0x10FFFF && (codepoint < 0xD800 || codepoint > 0xDFFF);
}

unsigned utf8_decode(struct slice s, uint32_t *codepoint)
{
    unsigned char lead = (unsigned char)s.ptr[0];
    if (lead < 0x80) {
        *codepoint = lead;
        return 1;
    }
    *codepoint = UTF8_REPLACEMENT;
    uint32_t least = 0;
    unsigned len = sequence_length(lead, &least);
    if (len == 0 || len > s.len)
        return 1;
    uint32_t value = lead & (0x7Fu >> len);
    for (unsigned i = 1; i < len; i++) {
        if (!utf8_is_continuation(s.ptr[i]))
            return 1;
        value = value << 6 | ((unsigned char)s.ptr[i] & 0x3Fu);
    }
    if (value < least || !is_scalar(value))
        return 1;
    *codepoint = value;
    return len;
}

unsigned utf8_encode(uint32_t codepoint, char out[4])
{
    if (!is_scalar(codepoint))
        codepoint = UTF8_REPLACEMENT;
    if (codepoint < 0x80) {
        out[0] = (char)codepoint;
        return 1;
    }
    unsigned len = codepoint < 0x800 ? 2 : codepoint < 0x10000 ? 3 : 4;
    for (unsigned i = len; i-- > 1; codepoint >>= 6)
        out[i] = (char)(0x80u | (codepoint & 0x3Fu));
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    out[0] = (char)(leads[len] | codepoint);
    return len;
}

void utf8_append(struct strbuf *out, uint32_t codepoint)
{
    char bytes[4];
    unsigned len = utf8_encode(codepoint, bytes);
    strbuf_append(out, (struct slice){bytes, len});
}

size_t utf8_ascii_length(struct slice s)
{
    size_t at = 0;
    for (uint64_t word; at + 8 <= s.len; at += 8) {
        memcpy(&word, s.ptr + at, 8);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < s.len && (unsigned char)s.ptr[at] < 0x80)
        at++;
    return at;
}

size_t utf8_valid_prefix(struct slice s)
{
    size_t at = 0;
    while (at < s.len) {
        at += utf8_ascii_length(slice_from(s, at));
        if (at == s.len)
            return at;
        uint32_t codepoint;
        unsigned len = utf8_decode(slice_from(s, at), &codepoint);
        if (len == 1)
            return at;
        at += len;
    }
    return at;
}

size_t utf8_start(struct slice s, size_t at)
{
    if (at >= s.len)
        return s.len;
    if (!utf8_is_continuation(s.ptr[at]))
        return at;
    /* No valid sequence holds a lead byte inside, so the nearest one decides. */
    for (size_t back = 1; back <= 3 && back <= at; back++) {
        if (utf8_is_continuation(s.ptr[at - back]))
            continue;
        uint32_t codepoint;
        return utf8_decode(slice_from(s, at - back), &codepoint) > back ? at - back : at;
    }
    return at;
}

size_t utf8_previous(struct slice s, size_t at)
{
    return utf8_start(s, at - 1);
}

/* What the width of a character depends on besides itself. */
struct width_state {
    bool joined;     /* the last was a joiner behind a pictograph */
    bool pictograph; /* the last visible one was a pictograph */
    unsigned last;   /* width of the last visible one */
};

static bool is_pictograph(uint32_t codepoint)
{
    return utf8proc_get_property((utf8proc_int32_t)codepoint)->boundclass ==
           UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static unsigned plain_width(uint32_t codepoint)
{
    if (codepoint < 0x7F)
        return codepoint >= ' ' ? 1 : 0;
    /* A Hangul vowel or final consonant stands in the block its first consonant opened. */
    if ((codepoint >= 0x1160 && codepoint <= 0x11FF) ||
        (codepoint >= 0xD7B0 && codepoint <= 0xD7FF))
        return 0;
    int width = utf8proc_charwidth((utf8proc_int32_t)codepoint);
    /* Characters newer than the library's tables. */
    if (width == 0 && utf8proc_category((utf8proc_int32_t)codepoint) == UTF8PROC_CATEGORY_CN)
        return codepoint >= FIRST_NEWER_EMOJI && codepoint <= LAST_NEWER_EMOJI ? 2 : 1;
    return width > 0 ? (unsigned)width : 0;
}

static unsigned width_of(struct width_state *state, uint32_t codepoint)
{
    if (codepoint == ZERO_WIDTH_JOINER) {
        state->joined = state->pictograph;
        return 0;
    }
    if (codepoint == EMOJI_PRESENTATION) {
        unsigned more = state->last == 1 ? 1 : 0;
        state->last += more;
        return more;
    }
    if (codepoint >= FIRST_SKIN_TONE && codepoint <= LAST_SKIN_TONE && state->pictograph)
        return 0;
    unsigned width = plain_width(codepoint);
    if (width == 0)
        return 0;
    bool pictograph = codepoint >= 0x80 && is_pictograph(codepoint);
    if (state->joined && pictograph)
        width = 0;
    else
        state->last = width;
    state->pictograph = pictograph;
    state->joined = false;
    return width;
}

size_t utf8_width(struct slice s, size_t column)
{
    struct width_state state = {0};
    size_t width = 0;
    for (size_t at = 0; at < s.len;) {
        if (s.ptr[at] == '\t') {
            width += TAB_STOP - (column + width) % TAB_STOP;
            state = (struct width_state){0};
            at++;
            continue;
        }
        uint32_t codepoint;
        unsigned len = utf8_decode(slice_from(s, at), &codepoint);
        width += width_of(&state, codepoint);
        at += len;
    }
    return width;
}
