/* vec.c: growth of arrays that live in an arena. */
#include "base/vec.h"

#include <string.h>

void *vec_grow(struct arena *arena, const void *items, size_t len, size_t *cap, size_t size)
{
    size_t grown = *cap < 4 ? 8 : *cap * 2;
    if (grown < *cap)
        memory_exhausted();
    void *fresh = arena_array(arena, grown, size);
    if (len)
        memcpy(fresh, items, len * size);
    *cap = grown;
    return fresh;
}
