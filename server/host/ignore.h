/* ignore.h: git's ignore rules (gitignore(5)), without git.
 *
 * One `struct ignore` holds the patterns of one file and leads to those of the folders above; the
 * last pattern that matches decides, the innermost file first. That nothing below an ignored folder
 * can be taken back is the walker's part: it does not descend. Pattern and path are compared part
 * by part, each in time of at most the product of their lengths.
 */
#ifndef PLANLS_HOST_IGNORE_H
#define PLANLS_HOST_IGNORE_H

#include "base/arena.h"

#include <stdbool.h>

struct ignore;

/* The rules of one `.gitignore` (or `.git/info/exclude`) with `bytes`, standing in `folder`
 * (relative to the same place as the paths asked about; "" for that place itself). `above` are the
 * rules of the folders above, or NULL. Gives `above` itself where the file has no patterns. Copies
 * what it keeps into the arena. Patterns that take everything (as a lone star does) and so
 * `named` or a folder it lies in are left out: that is walked whatever ignores it ("" for none). */
const struct ignore *ignore_read(struct arena *arena, const struct ignore *above,
                                 struct slice folder, struct slice bytes, struct slice named);

/* Is the path ignored? Asks about this path alone, not about the folders it lies in. */
bool ignore_match(const struct ignore *rules, struct slice path, bool folder);

#endif
