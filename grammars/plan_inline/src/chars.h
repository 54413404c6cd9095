/* chars.h: what kind of character this is. */
#ifndef PLAN_INLINE_CHARS_H
#define PLAN_INLINE_CHARS_H

#include <stdbool.h>
#include <stdint.h>

static inline bool is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

static inline bool is_upper(int32_t c)
{
    return c >= 'A' && c <= 'Z';
}

static inline bool is_ascii_letter(int32_t c)
{
    return (c >= 'a' && c <= 'z') || is_upper(c);
}

static inline bool is_blank(int32_t c)
{
    return c == ' ' || c == '\t' || c == 0xA0;
}

static inline bool is_newline(int32_t c)
{
    return c == '\n' || c == '\r';
}

static inline bool is_ascii_punct(int32_t c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

static inline bool is_between(int32_t c, int32_t first, int32_t last)
{
    return c >= first && c <= last;
}

/* The characters of languages written without spaces, kept apart because a word ends where the
 * script changes: "完了フェーズ1" governs its number with フェーズ. */
enum script { SCRIPT_NONE, SCRIPT_ALPHABET, SCRIPT_HAN, SCRIPT_HIRAGANA, SCRIPT_KATAKANA };

/* The script of a letter; SCRIPT_NONE for what is no letter. Any character outside ASCII that is
 * not known as a mark, a symbol or a space counts as a letter. */
static inline enum script script_of(int32_t c)
{
    if (c < 0x80)
        return is_ascii_letter(c) ? SCRIPT_ALPHABET : SCRIPT_NONE;
    if (c < 0xC0)
        return c == 0xAA || c == 0xB5 || c == 0xBA ? SCRIPT_ALPHABET : SCRIPT_NONE;
    if (c < 0x2000) {
        static const int32_t marks[] = {0xD7,  0xF7,  0x37E, 0x387, 0x5BE, 0x60C, 0x61B, 0x61F,
                                        0x66A, 0x66B, 0x66C, 0x66D, 0x6D4, 0x964, 0x965, 0xE3F};
        for (unsigned i = 0; i < sizeof marks / sizeof *marks; i++)
            if (marks[i] == c)
                return SCRIPT_NONE;
        return SCRIPT_ALPHABET;
    }
    if (c < 0x2C00)
        return SCRIPT_NONE;
    if (c < 0x3000)
        return is_between(c, 0x2E00, 0x2E7F) ? SCRIPT_NONE : SCRIPT_ALPHABET;
    if (is_between(c, 0x3041, 0x309F))
        return SCRIPT_HIRAGANA;
    if (is_between(c, 0x30A1, 0x30FF))
        return SCRIPT_KATAKANA;
    if (is_between(c, 0x3400, 0x9FFF) || c == 0x3005)
        return SCRIPT_HAN;
    if (is_between(c, 0x3100, 0x31FF) || is_between(c, 0xA000, 0xD7FF))
        return SCRIPT_ALPHABET;
    if (is_between(c, 0xF900, 0xFAFF) || is_between(c, 0x20000, 0x3FFFF))
        return SCRIPT_HAN;
    if (is_between(c, 0xFB00, 0xFDFF) || is_between(c, 0xFE70, 0xFEFC))
        return SCRIPT_ALPHABET;
    return is_between(c, 0x10000, 0x1EFFF) ? SCRIPT_ALPHABET : SCRIPT_NONE;
}

static inline bool is_alnum(int32_t c)
{
    return is_digit(c) || script_of(c) != SCRIPT_NONE;
}

static inline bool is_currency(int32_t c)
{
    return c == '$' || c == 0xA3 || c == 0xA5 || is_between(c, 0x20A0, 0x20BF) || c == 0xE3F ||
           c == 0xFFE5;
}

static inline bool is_dash(int32_t c)
{
    return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212;
}

/* A sign of comparison or a sign that can stand before a number. */
static inline bool is_number_sign(int32_t c)
{
    return c == '~' || c == '<' || c == '>' || c == '+' || c == 0x2248 || c == 0x2264 ||
           c == 0x2265 || c == 0xB1 || c == 0x2212 || c == 0x223C || c == 0xFF1C || c == 0xFF1E;
}

static inline bool is_arrow(int32_t c)
{
    return c == 0x2192 || c == 0x21D2 || c == 0x279C || c == 0x2794 || c == 0x279D || c == 0x27F6 ||
           c == 0x27F9;
}

/* A character that is an emoji by itself or begins a sequence of one. */
static inline bool is_emoji(int32_t c)
{
    if (c < 0x203C)
        return false;
    if (is_between(c, 0x1F000, 0x1FAFF))
        return true;
    if (is_between(c, 0x2600, 0x27BF))
        return !is_arrow(c) && !is_between(c, 0x2768, 0x2793) && c != 0x2794;
    return c == 0x203C || c == 0x2049 || c == 0x2139 || is_between(c, 0x231A, 0x231B) ||
           is_between(c, 0x23E9, 0x23FA) || c == 0x25B6 || c == 0x25C0 ||
           is_between(c, 0x25FB, 0x25FE) || is_between(c, 0x2B05, 0x2B07) ||
           is_between(c, 0x2B1B, 0x2B1C) || c == 0x2B50 || c == 0x2B55;
}

/* CommonMark's three kinds of neighbour of a run of emphasis marks. */
enum side { SIDE_WORD, SIDE_SPACE, SIDE_PUNCTUATION };

static inline enum side side_of(int32_t c)
{
    if (c == ' ' || c == '\t' || is_newline(c) || c == 0xA0 || c == 0x3000 || c == 0x2003)
        return SIDE_SPACE;
    if (c < 0x80)
        return is_ascii_punct(c) ? SIDE_PUNCTUATION : SIDE_WORD;
    return script_of(c) == SCRIPT_NONE ? SIDE_PUNCTUATION : SIDE_WORD;
}

#endif
