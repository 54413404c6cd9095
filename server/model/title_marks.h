/* title_marks.h: what stands around a title's words: decoration and separators. Internal to model/. */
#ifndef PLANLS_MODEL_TITLE_MARKS_H
#define PLANLS_MODEL_TITLE_MARKS_H

#include "base/slice.h"

/* Bytes of a separator at the start of s with the space and marks around it: ":", "：", ".", ")",
 * "—", "–" and, with a space before and behind, "-", "|", "·", "→". 0 where there is none. */
size_t title_separator_length(struct slice s);

/* Bytes of emoji, other signs, a state's box and space at the start of s: as title_decoration, but
 * marks of emphasis and code stay. */
size_t title_signs(struct slice s);

#endif
