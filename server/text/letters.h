/* letters.h: which letters a text holds, so that a search passes over most names unread. */
#ifndef PLANLS_TEXT_LETTERS_H
#define PLANLS_TEXT_LETTERS_H

#include "base/slice.h"

#include <stdint.h>

/* A bit for each ASCII letter, whatever its case, and each digit; other bytes share bits. Text that holds the
 * bytes of another in any order holds all its bits. */
uint64_t letters_of(struct slice s);

/* Is in the letters of text that is not ASCII, and of little else. */
#define LETTERS_BEYOND_ASCII (UINT64_C(1) << 60) /* shared with '|' */

#endif
