/* utf8.h: stepping through UTF-8 that may be broken. */
#ifndef PLANLS_TEXT_UTF8_H
#define PLANLS_TEXT_UTF8_H

#include "base/slice.h"

#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu

/* Decodes the character at s.ptr (s.len > 0) into *codepoint and gives its length in bytes, 1 to 4.
 * A byte that starts no valid sequence (overlong, surrogate, past U+10FFFF, cut off) gives
 * UTF8_REPLACEMENT and 1. */
unsigned utf8_decode(struct slice s, uint32_t *codepoint);
/* Writes 1 to 4 bytes, gives how many. Not a scalar value: writes U+FFFD. */
unsigned utf8_encode(uint32_t codepoint, char out[4]);
/* Offset of the first byte that is not part of valid UTF-8, or s.len. */
size_t utf8_valid_prefix(struct slice s);
/* Start of the character before `at` (at > 0). */
size_t utf8_previous(struct slice s, size_t at);
/* Columns a terminal gives the text: wide East Asian and emoji 2, combining marks and variation
 * selectors 0, a tab up to the next multiple of 8 counted from `column`; by utf8proc. */
size_t utf8_width(struct slice s, size_t column);

#endif
