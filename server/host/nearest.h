/* nearest.h: "did you mean": the known name closest to a mistyped one. */
#ifndef PLANLS_HOST_NEAREST_H
#define PLANLS_HOST_NEAREST_H

#include "base/slice.h"

/* The name at most a third of its length (three characters) away from `wanted` and nearest to it,
 * the first of equals; or one that `wanted` begins, if it is the only one. NULL where none is
 * near. */
const char *nearest_name(struct slice wanted, const char *const *names, size_t count);

#endif
