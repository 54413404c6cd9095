/* phrases.c: does a title or line hold one of some phrases? */
#include "model/phrases.h"

#include <stdint.h>

bool phrases_word_byte(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* A word begins at `at`: letters before it would make it the end of another. */
static bool begins_word(struct slice s, size_t at)
{
    return at == 0 || !phrases_word_byte(s.ptr[at - 1]);
}

static bool has_words(struct slice s, struct slice words)
{
    for (size_t at = 0; at + words.len <= s.len; at++) {
        size_t end = at + words.len;
        if (ascii_lower(s.ptr[at]) == ascii_lower(words.ptr[0]) && begins_word(s, at) &&
            (end == s.len || !phrases_word_byte(s.ptr[end])) &&
            slice_starts_nocase(slice_from(s, at), words))
            return true;
    }
    return false;
}

/* Which of 64 classes a word's first two letters fall into. */
static unsigned letter_class(char first, char second)
{
    return ((unsigned)(unsigned char)ascii_lower(first) * 31 + (unsigned char)ascii_lower(second)) %
           63;
}

/* One bit for each class that words of `s` begin with; bit 63 for anything beyond ASCII. Most phrases
 * are ruled out by it. */
static uint64_t word_classes(struct slice s)
{
    uint64_t classes = 0;
    for (size_t i = 0; i + 1 < s.len; i++) {
        if ((unsigned char)s.ptr[i] >= 0x80)
            classes |= (uint64_t)1 << 63;
        else if (ascii_is_alpha(s.ptr[i]) && begins_word(s, i))
            classes |= (uint64_t)1 << letter_class(s.ptr[i], s.ptr[i + 1]);
    }
    return classes;
}

bool phrases_any(struct slice s, const char *const *phrases)
{
    uint64_t classes = word_classes(s);
    for (; *phrases; phrases++) {
        const char *phrase = *phrases;
        bool ascii = (unsigned char)phrase[0] < 0x80;
        unsigned class = ascii ? letter_class(phrase[0], phrase[1]) : 63;
        if ((classes >> class & 1) == 0)
            continue;
        struct slice words = slice_of(phrase);
        if (ascii ? has_words(s, words) : slice_contains(s, words))
            return true;
    }
    return false;
}
