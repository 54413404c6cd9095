/* arena.h: memory that is freed all at once.
 *
 * One arena per document snapshot and one per request: whatever is allocated lives until
 * arena_release or arena_clear. Nothing returned by an arena is ever freed by itself. Running out
 * of memory ends the process (memory_exhausted); so no caller checks for NULL.
 */
#ifndef PLANLS_BASE_ARENA_H
#define PLANLS_BASE_ARENA_H

#include "base/slice.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *last; /* newest block; older ones are linked behind it */
    size_t used;              /* bytes handed out, for statistics and tests */
    bool tight;               /* see arena_init_tight */
};

void arena_init(struct arena *arena);
/* For what is kept long in many small arenas: its blocks leave little over, at the cost of more of them. */
void arena_init_tight(struct arena *arena);
void arena_release(struct arena *arena); /* frees everything; the struct may be initialised again */
void arena_clear(struct arena *arena);   /* as release, then init */
/* Takes over all that `from` holds: it stays where it is, and `from` is empty. */
void arena_absorb(struct arena *arena, struct arena *from);

/* Zeroed, aligned for pointers and doubles. size 0 gives a valid unique pointer. */
void *arena_alloc(struct arena *arena, size_t size);
/* count × size with overflow checked. */
void *arena_array(struct arena *arena, size_t count, size_t size);
#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))

/* Copies; the copy ends in a NUL that its length does not count. */
struct slice arena_copy(struct arena *arena, struct slice s);
char *arena_cstring(struct arena *arena, struct slice s);
/* printf into the arena; NUL-terminated. */
char *arena_printf(struct arena *arena, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;
char *arena_vprintf(struct arena *arena, const char *format, va_list args);

/* The one place where running out of memory ends the process: prints one line, exits with 2. */
_Noreturn void memory_exhausted(void);
/* malloc/realloc that never return NULL (size 0 counts as 1). Freed with free(). */
void *memory_alloc(size_t size);
void *memory_realloc(void *old, size_t size);
void *memory_calloc(size_t count, size_t size); /* zeroed */
/* A NUL-terminated copy. Freed with free(). */
char *memory_string(struct slice s);

#endif
