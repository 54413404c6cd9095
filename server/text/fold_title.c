/* fold_title.c: the form in which titles are compared (contract in fold.h). */
#include "text/fold.h"

#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

/* The title as it grows in a buffer that is long enough for it. */
struct title {
    char *ptr;
    size_t len;
};

/* What a character of a folded title becomes. */
enum part { PART_TEXT, PART_NOTHING, PART_SPACE, PART_DASH, PART_AND, PART_QUOTE, PART_APOSTROPHE };

static bool is_symbol(uint32_t codepoint)
{
    const utf8proc_property_t *property = utf8proc_get_property((utf8proc_int32_t)codepoint);
    switch (property->category) {
    case UTF8PROC_CATEGORY_SO: /* emoji, regional indicators, box drawing */
    case UTF8PROC_CATEGORY_CF: /* joiners */
    case UTF8PROC_CATEGORY_ME: /* keycaps */
        return true;
    default:
        return (codepoint >= 0x1F3FB && codepoint <= 0x1F3FF) || /* skin tones */
               (codepoint >= 0xFE00 && codepoint <= 0xFE0F);     /* variation selectors */
    }
}

static enum part part_of(uint32_t codepoint)
{
    switch (codepoint) {
    case '*':
    case '`':
        return PART_NOTHING;
    case '&':
        return PART_AND;
    case '-':
    case 0x2212: /* minus */
        return PART_DASH;
    case 0x2018:
    case 0x2019:
        return PART_APOSTROPHE;
    case 0x201C:
    case 0x201D:
    case 0x201E:
        return PART_QUOTE;
    default:
        break;
    }
    if (codepoint < 0x80)
        return codepoint <= ' ' || codepoint == 0x7F ? PART_SPACE : PART_TEXT;
    switch (utf8proc_category((utf8proc_int32_t)codepoint)) {
    case UTF8PROC_CATEGORY_PD:
        return PART_DASH;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
        return PART_SPACE;
    default:
        return codepoint != UTF8_REPLACEMENT && is_symbol(codepoint) ? PART_NOTHING : PART_TEXT;
    }
}

static void put(struct title *out, struct slice s)
{
    memcpy(out->ptr + out->len, s.ptr, s.len);
    out->len += s.len;
}

/* A dash swallows the spaces about it; otherwise spaces run together. */
static void put_gap(struct title *out, char gap)
{
    char last = out->len > 0 ? out->ptr[out->len - 1] : '\0';
    if (gap == '-' && last == ' ')
        out->ptr[out->len - 1] = '-';
    else if (last != '-' && last != ' ')
        out->ptr[out->len++] = gap;
}

static bool is_word_byte(char c)
{
    return ascii_is_alnum(c) || c == '_' || (unsigned char)c >= 0x80;
}

/* An underscore or tilde is Markdown's where it stands at the edge of a word, "~~" everywhere. */
static bool is_mark(struct slice s, size_t at)
{
    bool before = at > 0 && is_word_byte(s.ptr[at - 1]);
    bool after = at + 1 < s.len && is_word_byte(s.ptr[at + 1]);
    if (s.ptr[at] == '_')
        return !before || !after;
    bool pair = (at > 0 && s.ptr[at - 1] == '~') || (at + 1 < s.len && s.ptr[at + 1] == '~');
    return s.ptr[at] == '~' && pair;
}

static void put_part(struct title *out, enum part part, struct slice character)
{
    switch (part) {
    case PART_TEXT:
        put(out, character);
        break;
    case PART_NOTHING:
        break;
    case PART_SPACE:
        put_gap(out, ' ');
        break;
    case PART_DASH:
        put_gap(out, '-');
        break;
    case PART_AND:
        put_gap(out, ' ');
        put(out, SLICE("and "));
        break;
    case PART_QUOTE:
        out->ptr[out->len++] = '"';
        break;
    case PART_APOSTROPHE:
        out->ptr[out->len++] = '\'';
        break;
    }
}

static struct slice trim_ends(struct slice s)
{
    static const struct slice start = SLICE_INIT(" -\"'");
    static const struct slice end = SLICE_INIT(" -\"'.,:;!?");
    static const struct slice ellipsis = SLICE_INIT("\xE2\x80\xA6");
    for (;;) {
        if (s.len > 0 && slice_find_byte(end, s.ptr[s.len - 1]) != SLICE_NONE)
            s.len--;
        else if (slice_ends(s, ellipsis))
            s.len -= ellipsis.len;
        else
            break;
    }
    while (s.len > 0 && slice_find_byte(start, s.ptr[0]) != SLICE_NONE)
        s = slice_from(s, 1);
    return s;
}

/* "&" becomes " and ", all else is as long as it was or shorter. */
static size_t title_room(struct slice folded)
{
    size_t room = folded.len + 1;
    for (size_t i = 0; i < folded.len; i++)
        room += folded.ptr[i] == '&' ? 4 : 0;
    return room;
}

struct slice fold_title(struct arena *arena, struct slice s)
{
    struct slice folded = fold_case(arena, s);
    struct title out = {arena_array(arena, title_room(folded), 1), 0};
    for (size_t at = 0; at < folded.len;) {
        char c = folded.ptr[at];
        uint32_t codepoint = (unsigned char)c;
        unsigned len = 1;
        if (ascii_is_alnum(c)) {
            out.ptr[out.len++] = c;
            at++;
            continue;
        }
        if (codepoint >= 0x80)
            len = utf8_decode(slice_from(folded, at), &codepoint);
        enum part part =
            (c == '_' || c == '~') && is_mark(folded, at) ? PART_NOTHING : part_of(codepoint);
        put_part(&out, part, slice_sub(folded, at, at + len));
        at += len;
    }
    struct slice title = trim_ends((struct slice){out.ptr, out.len});
    out.ptr[(size_t)(title.ptr - out.ptr) + title.len] = '\0';
    return title;
}
