/* utf8.h: stepping through UTF-8 that may be broken. */
#ifndef PLANLS_TEXT_UTF8_H
#define PLANLS_TEXT_UTF8_H

#include "base/slice.h"
#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu

/* Decodes the character at s.ptr (s.len > 0) into *codepoint and gives its length in bytes, 1 to 4.
 * A byte that starts no valid sequence (overlong, surrogate, past U+10FFFF, cut off) gives
 * UTF8_REPLACEMENT and 1. */
unsigned utf8_decode(struct slice s, uint32_t *codepoint);
/* Writes 1 to 4 bytes, gives how many. Not a scalar value: writes U+FFFD. */
unsigned utf8_encode(uint32_t codepoint, char out[4]);
void utf8_append(struct strbuf *out, uint32_t codepoint);
/* Offset of the first byte that is not part of valid UTF-8, or s.len. */
size_t utf8_valid_prefix(struct slice s);
/* How many bytes at the start of s are ASCII. */
size_t utf8_ascii_length(struct slice s);
/* True where the byte can only stand inside a character (0x80 to 0xBF). */
bool utf8_is_continuation(char byte);
/* The start of the character that `at` stands in; `at` itself where it stands between two (and at
 * or past the end: s.len). */
size_t utf8_start(struct slice s, size_t at);
/* Start of the character before `at` (0 < at <= s.len). */
size_t utf8_previous(struct slice s, size_t at);
/* Columns a terminal gives the text: wide East Asian and emoji 2, combining marks, controls and
 * invisible characters 0, an emoji sequence (joined, with skin tone, a flag) 2 in all, a character
 * before U+FE0F 2, a broken byte 1, a tab up to the next multiple of 8 counted from `column`. */
size_t utf8_width(struct slice s, size_t column);

#endif
