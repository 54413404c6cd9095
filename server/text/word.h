/* word.h: the word at a place, for cursors. */
#ifndef PLANLS_TEXT_WORD_H
#define PLANLS_TEXT_WORD_H

#include "text/span.h"

/* Letters, marks, digits and `_` about an offset that stands between characters; a cursor behind the
 * last letter is at the word. Empty where there is none. */
struct span word_at(struct slice text, uint32_t offset);

#endif
