/* phrases.h: does a title or line hold one of some phrases? For words that stand among others, where
 * lexicon.h looks up whole labels. Internal to model/.
 */
#ifndef PLANLS_MODEL_PHRASES_H
#define PLANLS_MODEL_PHRASES_H

#include "base/slice.h"

/* Titles are short: whatever is longer is prose. */
#define PHRASES_TITLE_MAX 120

/* `phrases` ends in NULL. Phrases that begin with an ASCII letter match whole words in any case;
 * others match anywhere, as they are written. */
bool phrases_any(struct slice s, const char *const *phrases);
/* A byte of a word: ASCII letters and digits, and whatever lies beyond ASCII. */
bool phrases_word_byte(char c);

#endif
