/* title_numbers.h: lengths of numbers in titles. Internal to model/.
 *
 * Each looks at the bytes of s at `at` and gives how many the number takes, 0 where there is none.
 */
#ifndef PLANLS_MODEL_TITLE_NUMBERS_H
#define PLANLS_MODEL_TITLE_NUMBERS_H

#include "base/slice.h"

/* Digits only. */
size_t title_digits(struct slice s, size_t at);
/* "1", "2.1", "1a". */
size_t title_number_length(struct slice s, size_t at);
/* A letter or a Roman number ("A", "IV") that no word follows directly. */
size_t title_letter_length(struct slice s, size_t at);
/* "–4", " & 6", " to 3", "+" behind a number: a heading for several. */
size_t title_range_length(struct slice s, size_t at);
/* "Two" */
size_t title_word_number_length(struct slice s, size_t at);

#endif
