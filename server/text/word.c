/* word.c: the word at a place. */
#include "text/word.h"

#include "text/utf8.h"

#include <utf8proc.h>

static bool is_word(uint32_t codepoint)
{
    switch (utf8proc_category((utf8proc_int32_t)codepoint)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
        return true;
    default:
        return codepoint == '_';
    }
}

struct span word_at(struct slice text, uint32_t offset)
{
    size_t start = offset, end = offset;
    uint32_t codepoint;
    while (start > 0) {
        size_t before = utf8_previous(text, start);
        utf8_decode(slice_from(text, before), &codepoint);
        if (!is_word(codepoint))
            break;
        start = before;
    }
    while (end < text.len) {
        unsigned length = utf8_decode(slice_from(text, end), &codepoint);
        if (!is_word(codepoint))
            break;
        end += length;
    }
    return (struct span){(uint32_t)start, (uint32_t)end};
}
