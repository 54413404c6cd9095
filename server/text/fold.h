/* fold.h: text brought to the forms in which names are compared. All results live in the arena. */
#ifndef PLANLS_TEXT_FOLD_H
#define PLANLS_TEXT_FOLD_H

#include "base/arena.h"

/* Unicode case folding and NFC (utf8proc); broken UTF-8 is kept byte for byte. */
struct slice fold_case(struct arena *arena, struct slice s);

/* GitHub's anchor for a heading's plain text: lower case (Unicode), everything but letters, marks,
 * numbers, connector punctuation, hyphens and spaces removed, spaces to hyphens. Repeats get -1, -2 …
 * which is the caller's to add (document scope). */
struct slice fold_anchor(struct arena *arena, struct slice plain);

/* The form in which titles are compared: case folded, every kind of dash as "-", runs of space and
 * of punctuation-free gaps as one space, Markdown emphasis and code marks, emoji and trailing
 * punctuation dropped, "&" as "and". "IDE & CI/CD  Moat" and "ide and ci/cd moat" are one. */
struct slice fold_title(struct arena *arena, struct slice s);

/* Damerau–Levenshtein (optimal string alignment) distance in characters, or limit + 1 when greater. */
unsigned fold_distance(struct slice a, struct slice b, unsigned limit);

#endif
