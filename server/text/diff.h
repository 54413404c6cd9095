/* diff.h: the difference of two texts as a unified diff that `patch` and `git apply` take. */
#ifndef PLANLS_TEXT_DIFF_H
#define PLANLS_TEXT_DIFF_H

#include "base/slice.h"
#include "base/strbuf.h"

/* Appends the unified diff with three lines of context that makes `after` of `before`; nothing
 * where they are equal. The headers are "--- a/PATH" and "+++ b/PATH", a path with odd characters
 * being quoted as git does; a side whose ptr is NULL does not exist and is called /dev/null.
 *
 * Lines end in LF; a CR before it belongs to the line. The diff is the shortest one (Myers, "An
 * O(ND) Difference Algorithm", 1986, in linear space) unless that takes too long; then what is
 * still undecided is replaced as a whole. The work is at most linear in the texts, with a constant
 * for the search. */
void diff_unified(struct slice path, struct slice before, struct slice after, struct strbuf *out);

#endif
