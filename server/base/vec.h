/* vec.h: growing arrays that live in an arena.
 *
 *     VEC(struct field) fields = {0};
 *     *VEC_PUSH(arena, &fields) = (struct field){…};
 *     for (size_t i = 0; i < fields.len; i++) use(&fields.items[i]);
 *
 * Growth doubles and leaves the old array in the arena (at most as much again as the array), so
 * pointers to elements are good only until the next push. Keep indices, not pointers.
 */
#ifndef PLANLS_BASE_VEC_H
#define PLANLS_BASE_VEC_H

#include "base/arena.h"

#include <stddef.h>

#define VEC_MEMBERS(type)                                                                          \
    type *items;                                                                                   \
    size_t len, cap

/* An unnamed one, for a variable or member whose type nobody else has to name. A named one is
 * `struct fields { VEC_MEMBERS(struct field); };`. */
#define VEC(type)                                                                                  \
    struct {                                                                                       \
        VEC_MEMBERS(type);                                                                         \
    }

/* Makes room for one more, zeroed, and gives its address. */
#define VEC_PUSH(arena, vec)                                                                       \
    ((vec)->len == (vec)->cap ? (void)((vec)->items = vec_grow((arena), (vec)->items, (vec)->len,  \
                                                               &(vec)->cap, sizeof *(vec)->items)) \
                              : (void)0,                                                           \
     &(vec)->items[(vec)->len++])

#define VEC_LAST(vec) (&(vec)->items[(vec)->len - 1])

/* Used by VEC_PUSH: a zeroed array of twice *cap (at least 8) holding the first len elements. */
void *vec_grow(struct arena *arena, const void *items, size_t len, size_t *cap, size_t size);

#endif
