/* places.c: byte offsets as lines and columns for people, one after the other. */
#include "cli/places.h"

#include "text/utf8.h"

struct text_position place_of(struct place_cursor *cursor, const struct text *text, uint32_t offset)
{
    bool onward = cursor->text == text && offset >= cursor->offset &&
                  offset <= text_line(text, cursor->at.line).end;
    if (!onward) {
        cursor->text = text;
        cursor->offset = offset;
        cursor->at = text_position(text, offset, TEXT_UTF32);
        return cursor->at;
    }
    struct slice rest = span_slice(text->bytes, (struct span){cursor->offset, offset});
    for (; rest.len; cursor->at.column++) {
        uint32_t codepoint;
        rest = slice_from(rest, utf8_decode(rest, &codepoint));
    }
    cursor->offset = offset;
    return cursor->at;
}
