/* fold.h: text brought to the forms in which names are compared. All results live in the arena. */
#ifndef PLANLS_TEXT_FOLD_H
#define PLANLS_TEXT_FOLD_H

#include "base/arena.h"

/* Unicode case folding and NFC (utf8proc); broken UTF-8 is kept byte for byte. */
struct slice fold_case(struct arena *arena, struct slice s);

/* GitHub's anchor for a heading's plain text (as github-slugger, npm): lower case (Unicode),
 * everything but letters, marks, decimal numbers, connector punctuation, hyphens and spaces
 * removed, each space to a hyphen. Nothing is trimmed: "🚀 Go" gives "-go". Repeats get -1, -2 …
 * which is the caller's to add (document scope). */
struct slice fold_anchor(struct arena *arena, struct slice plain);

/* The form in which titles are compared: case folded and NFC, any run of dashes with the spaces
 * about it as one "-", other runs of white space as one space, curly quotes as straight ones, "&"
 * as "and"; Markdown's emphasis and code marks, symbols and emoji, and what spaces, dashes, quotes
 * and final punctuation (.,:;!?…) then stand at the ends, dropped. "**IDE & CI/CD  Moat:** 🚀" and
 * "ide and ci/cd moat" are one. Broken UTF-8 is kept. */
struct slice fold_title(struct arena *arena, struct slice s);

/* Damerau–Levenshtein (optimal string alignment) distance in characters, or limit + 1 when greater.
 * Costs limit × length. */
unsigned fold_distance(struct slice a, struct slice b, unsigned limit);

#endif
