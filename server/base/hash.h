/* hash.h: FNV-1a, 64 bits (Fowler, Noll, Vo): tells one text from the next, not against malice. */
#ifndef PLANLS_BASE_HASH_H
#define PLANLS_BASE_HASH_H

#include "base/slice.h"

#include <stdint.h>

#define HASH_START UINT64_C(14695981039346656037)

/* Goes on from `hash`, at first HASH_START. */
static inline uint64_t hash_add(uint64_t hash, struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.ptr[i]) * UINT64_C(1099511628211);
    return hash;
}

#endif
