/* phrases.c: does a title or line hold one of some phrases? */
#include "model/phrases.h"

#include <stdint.h>

bool phrases_word_byte(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* Does `word` stand in `s`, not inside a longer word? Scripts without spaces between words (and all
 * others beyond ASCII) match anywhere. */
static bool has_phrase(struct slice s, const char *word)
{
    struct slice needle = slice_of(word);
    bool whole = (unsigned char)needle.ptr[0] < 0x80;
    for (size_t from = 0; from + needle.len <= s.len;) {
        size_t at = slice_find_nocase(slice_from(s, from), needle);
        if (at == SLICE_NONE)
            return false;
        size_t start = from + at, end = start + needle.len;
        if (!whole || ((start == 0 || !phrases_word_byte(s.ptr[start - 1])) &&
                       (end == s.len || !phrases_word_byte(s.ptr[end]))))
            return true;
        from = start + 1;
    }
    return false;
}

/* One bit for each letter that words of `s` begin with; bit 31 for anything beyond ASCII. Most
 * phrases are ruled out by it. */
static uint32_t first_letters(struct slice s)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if ((unsigned char)c >= 0x80)
            letters |= 1u << 31;
        else if (ascii_is_alpha(c) && (i == 0 || !phrases_word_byte(s.ptr[i - 1])))
            letters |= 1u << (ascii_lower(c) - 'a');
    }
    return letters;
}

bool phrases_any(struct slice s, const char *const *phrases)
{
    uint32_t letters = first_letters(s);
    for (; *phrases; phrases++) {
        char c = **phrases;
        uint32_t bit = (unsigned char)c >= 0x80 ? 1u << 31 : 1u << (ascii_lower(c) - 'a');
        if (letters & bit && has_phrase(s, *phrases))
            return true;
    }
    return false;
}
