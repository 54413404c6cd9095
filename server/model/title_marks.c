/* title_marks.c: decoration and separators of titles: emoji, marks, mojibake, dashes and colons. */
#include "model/title_marks.h"

#include "model/title.h"
#include "text/utf8.h"

#include <string.h>

struct range {
    uint32_t first, last;
};

/* Signs that are no letters of a title: arrows, technical signs, shapes, dingbats, emoji and what
 * joins them. */
static const struct range sign_ranges[] = {
    {0x00A0, 0x00A0}, {0x00B7, 0x00B7},   {0x2000, 0x200F},   {0x2022, 0x2023}, {0x203C, 0x203C},
    {0x2049, 0x2049}, {0x20E3, 0x20E3},   {0x2190, 0x21FF},   {0x2300, 0x23FF}, {0x25A0, 0x27BF},
    {0x27F0, 0x27FF}, {0x2900, 0x297F},   {0x2B00, 0x2BFF},   {0x3030, 0x3030}, {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF}, {0x1F000, 0x1FAFF}, {0xE0020, 0xE007F},
};

static bool is_sign(uint32_t codepoint)
{
    for (size_t i = 0; i < sizeof sign_ranges / sizeof *sign_ranges; i++)
        if (codepoint >= sign_ranges[i].first && codepoint <= sign_ranges[i].last)
            return true;
    return false;
}

/* A word that is an emoji read in the wrong encoding: all beyond ASCII, begun by the lead byte's
 * character (ð or ğ and Ÿ for four bytes, â and a sign for three). */
static bool is_damaged_emoji(struct slice word)
{
    uint32_t first, second;
    unsigned length;

    for (size_t i = 0; i < word.len; i++)
        if ((unsigned char)word.ptr[i] < 0x80)
            return false;
    if (word.len < 4)
        return false;
    length = utf8_decode(word, &first);
    if (length >= word.len)
        return false;
    utf8_decode(slice_from(word, length), &second);
    if (first == 0x00F0 || first == 0x011F)
        return second == 0x0178 || second == 0x009F;
    return first == 0x00E2 && (second < 0x00C0 || second > 0x0100);
}

static size_t damaged_length(struct slice s)
{
    size_t end = 0;
    while (end < s.len && !ascii_is_space(s.ptr[end]))
        end++;
    return end && is_damaged_emoji(slice_sub(s, 0, end)) ? end : 0;
}

/* `[x] ` before a title is a state's box. */
static size_t box_length(struct slice s)
{
    return s.len > 4 && s.ptr[0] == '[' && s.ptr[2] == ']' && s.ptr[3] == ' ' ? 4 : 0;
}

static size_t decoration_length(struct slice s, struct slice marks)
{
    size_t at = 0;

    while (at < s.len) {
        struct slice rest = slice_from(s, at);
        uint32_t codepoint;
        unsigned length;
        if (memchr(marks.ptr, s.ptr[at], marks.len)) {
            at++;
            continue;
        }
        if (box_length(rest)) {
            at += 4;
            continue;
        }
        if ((unsigned char)s.ptr[at] < 0x80)
            break;
        length = utf8_decode(rest, &codepoint);
        if (is_sign(codepoint))
            at += length;
        else if (damaged_length(rest))
            at += damaged_length(rest);
        else
            break;
    }
    return at;
}

size_t title_decoration(struct slice s)
{
    return decoration_length(s, SLICE(" \t*_`~>"));
}

size_t title_signs(struct slice s)
{
    return decoration_length(s, SLICE(" \t"));
}

/* Where the decoration at the end of s begins. */
static size_t decoration_start(struct slice s)
{
    size_t end = s.len;

    while (end) {
        size_t before = utf8_previous(s, end), word = end;
        uint32_t codepoint;
        if (memchr(" \t\r\n*_`~:", s.ptr[end - 1], 9)) {
            end--;
            continue;
        }
        if ((unsigned char)s.ptr[end - 1] < 0x80)
            break;
        utf8_decode(slice_sub(s, before, end), &codepoint);
        if (codepoint == 0x20E3)
            break; /* a keycap's digit is a number */
        if (is_sign(codepoint) || codepoint == 0xFF1A) {
            end = before;
            continue;
        }
        while (word && !ascii_is_space(s.ptr[word - 1]))
            word--;
        if (!is_damaged_emoji(slice_sub(s, word, end)))
            break;
        end = word;
    }
    return end;
}

struct slice title_undecorate(struct slice title)
{
    struct slice s = slice_from(title, title_decoration(title));
    return slice_sub(s, 0, decoration_start(s));
}

size_t title_separator_length(struct slice s)
{
    static const char *const plain[] = {":", "：", ".", ")", "—", "–", "、", "．"};
    static const char *const spaced[] = {"-", "|", "·", "→", "//"};
    size_t at = 0;

    while (at < s.len && memchr(" \t*_`", s.ptr[at], 5))
        at++;
    if (at == s.len || ascii_is_alnum(s.ptr[at]))
        return 0;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        size_t end = at + strlen(plain[i]);
        if (!slice_starts(slice_from(s, at), slice_of(plain[i])))
            continue;
        if (i < 4 && end < s.len && ascii_is_digit(s.ptr[end]))
            return 0; /* 1:1, 2.5 */
        if (plain[i][0] == '.' && end < s.len && ascii_is_alpha(s.ptr[end]) &&
            !ascii_is_upper(s.ptr[end]))
            return 0;
        if (end < s.len && s.ptr[end] == '/')
            return 0;
        return end + title_decoration(slice_from(s, end));
    }
    for (size_t i = 0; i < sizeof spaced / sizeof *spaced; i++) {
        size_t end = at + strlen(spaced[i]);
        if (slice_starts(slice_from(s, at), slice_of(spaced[i])) &&
            (end == s.len || s.ptr[end] == ' '))
            return end + title_decoration(slice_from(s, end));
    }
    return 0;
}
