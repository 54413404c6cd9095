/* hash.h: tells one text from the next, not against malice: FNV-1a, 64 bits (Fowler, Noll, Vo), and a
 * faster one for tables that live and die with the process. */
#ifndef PLANLS_BASE_HASH_H
#define PLANLS_BASE_HASH_H

#include "base/slice.h"

#include <stdint.h>
#include <string.h>

#define HASH_START UINT64_C(14695981039346656037)

/* Goes on from `hash`, at first HASH_START. */
static inline uint64_t hash_add(uint64_t hash, struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.ptr[i]) * UINT64_C(1099511628211);
    return hash;
}

/* Eight bytes at a time, by the multiplication of FNV with the high half folded in; in the end once more, as
 * tables look at the low bits and a last word may differ in its high bytes alone. */
static inline uint64_t hash_words(struct slice s)
{
    uint64_t hash = HASH_START ^ s.len, word;
    size_t i = 0;
    for (; s.len - i >= sizeof word; i += sizeof word) {
        memcpy(&word, s.ptr + i, sizeof word);
        hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    if (i < s.len) {
        word = 0;
        if (s.len >= sizeof word) /* the last eight, some of them a second time */
            memcpy(&word, s.ptr + s.len - sizeof word, sizeof word);
        else
            for (; i < s.len; i++)
                word = word << 8 | (unsigned char)s.ptr[i];
        hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    hash *= UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 32;
}

#endif
