/* changing.h: a text that takes one change after another, each said in lines and columns of the text
 * that those before it have left, as an editor sends them.
 *
 *     struct changing changing;
 *     changing_init(&changing, bytes);
 *     changing_replace(&changing, from, to, TEXT_UTF16, new_text);
 *     …  changing_text(&changing) …
 *     changing_release(&changing);
 *
 * A change costs its own lines and those between it and the one before: a thousand changes on the way
 * down or up the text read it once. (A gap buffer; its gap is always at the start of a line.)
 */
#ifndef PLANLS_TEXT_CHANGING_H
#define PLANLS_TEXT_CHANGING_H

#include "text/text.h"

struct changing {
    char *bytes; /* the text is [0, gap) and [rest, cap) */
    size_t gap, rest, cap;
    uint32_t line; /* the one that begins at the gap */
};

void changing_init(struct changing *changing, struct slice text); /* copies */
void changing_release(struct changing *changing);
/* The whole text becomes another. */
void changing_set(struct changing *changing, struct slice text);
/* Lines and columns past an end are clamped as in text.h; `to` may stand before `from`. */
void changing_replace(struct changing *changing, struct text_position from, struct text_position to,
                      enum text_encoding encoding, struct slice new_text);
/* The text as it is; borrowed until the next call. Closes the gap: for the end. */
struct slice changing_text(struct changing *changing);

#endif
