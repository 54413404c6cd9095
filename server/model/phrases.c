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

/* Which of 64 classes a word's first two letters fall into, in any case. */
static unsigned letter_class(char first, char second)
{
    return ((unsigned)(first | 0x20) * 31 + (unsigned)(second | 0x20)) & 63;
}

/* What words of a text begin with. Most phrases are ruled out by it. */
struct beginnings {
    uint64_t classes; /* one bit for each class of letters */
    bool beyond_ascii;
};

static struct beginnings beginnings_of(struct slice s)
{
    struct beginnings found = {0, false};
    for (size_t i = 0; i + 1 < s.len; i++) {
        if (ascii_is_alpha(s.ptr[i]))
            found.classes |= (uint64_t)1 << letter_class(s.ptr[i], s.ptr[i + 1]);
        for (; i < s.len && phrases_word_byte(s.ptr[i]); i++)
            if ((unsigned char)s.ptr[i] >= 0x80)
                found.beyond_ascii = true;
    }
    return found;
}

bool phrases_any(struct slice s, const char *const *phrases)
{
    struct beginnings found = beginnings_of(s);
    for (; *phrases; phrases++) {
        const char *phrase = *phrases;
        bool ascii = (unsigned char)phrase[0] < 0x80;
        if (ascii ? !(found.classes >> letter_class(phrase[0], phrase[1]) & 1)
                  : !found.beyond_ascii)
            continue;
        struct slice words = slice_of(phrase);
        if (ascii ? has_words(s, words) : slice_contains(s, words))
            return true;
    }
    return false;
}
