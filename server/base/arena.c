/* arena.c: blocks of memory handed out piece by piece and freed all at once. */
#include "base/arena.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK   ((size_t)1024)
#define LARGEST_BLOCK ((size_t)256 * 1024)
/* In a tight arena: pieces from this size on that find no room get a block of their own. */
#define TIGHT_BLOCK ((size_t)512)
#define TIGHT_OWN   ((size_t)128)

/* Values are taken from the front, aligned; bytes of strings from the back, packed. */
struct arena_block {
    struct arena_block *older;
    size_t front, end; /* what lies between is free */
    union alignment {  /* no type here needs more */
        void *pointer;
        double number;
    } data[];
};
#define ALIGNMENT _Alignof(union alignment)

void memory_exhausted(void)
{
    fputs("planls: out of memory\n", stderr);
    _Exit(2); /* by no handler: other threads are still at work, and handlers need memory too */
}

void *memory_alloc(size_t size)
{
    void *memory = malloc(size ? size : 1);
    if (!memory)
        memory_exhausted();
    return memory;
}

void *memory_realloc(void *old, size_t size)
{
    void *memory = realloc(old, size ? size : 1);
    if (!memory)
        memory_exhausted();
    return memory;
}

void *memory_calloc(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory)
        memory_exhausted();
    return memory;
}

char *memory_string(struct slice s)
{
    char *string = memory_alloc(s.len + 1);
    if (s.len > 0)
        memcpy(string, s.ptr, s.len);
    string[s.len] = '\0';
    return string;
}

void arena_init(struct arena *arena)
{
    *arena = (struct arena){0};
}

void arena_init_tight(struct arena *arena)
{
    *arena = (struct arena){.tight = true};
}

void arena_release(struct arena *arena)
{
    struct arena_block *block = arena->last;
    while (block) {
        struct arena_block *older = block->older;
        free(block);
        block = older;
    }
    *arena = (struct arena){.tight = arena->tight};
}

void arena_clear(struct arena *arena)
{
    arena_release(arena);
}

void arena_absorb(struct arena *arena, struct arena *from)
{
    if (!from->last)
        return;
    struct arena_block *oldest = from->last;
    while (oldest->older)
        oldest = oldest->older;
    /* Behind the newest, whose rest stays in use. */
    if (arena->last) {
        oldest->older = arena->last->older;
        arena->last->older = from->last;
    } else {
        arena->last = from->last;
    }
    arena->used += from->used;
    arena_init(from);
}

static struct arena_block *block_new(size_t size)
{
    struct arena_block *block = memory_alloc(sizeof(struct arena_block) + size);
    *block = (struct arena_block){.end = size};
    return block;
}

/* How large a block shared by small pieces is to be. */
static size_t shared_size(const struct arena *arena)
{
    /* Half as much again as there is, or an eighth: what is left over at the end stays small beside it. */
    size_t least = arena->tight ? TIGHT_BLOCK : FIRST_BLOCK;
    size_t size = arena->used / (arena->tight ? 8 : 2);
    return size < least ? least : size > LARGEST_BLOCK ? LARGEST_BLOCK : size;
}

/* A block with room for `size`: the newest one, or a new one. A piece too large to share a block
 * gets one of its own behind the newest, whose rest stays in use. */
static struct arena_block *block_for(struct arena *arena, size_t size)
{
    struct arena_block *last = arena->last;
    if (last && size <= last->end - last->front)
        return last;
    size_t cap = shared_size(arena);
    if (last && size > (arena->tight ? TIGHT_OWN : cap / 2)) {
        struct arena_block *own = block_new(size);
        own->older = last->older;
        last->older = own;
        return own;
    }
    struct arena_block *block = block_new(size > cap ? size : cap);
    block->older = last;
    arena->last = block;
    return block;
}

/* Room whose bytes are whatever stood there: zeroing what is handed out, not whole blocks, keeps an
 * arena for a few names cheap. */
static void *take(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - sizeof(struct arena_block) - ALIGNMENT)
        memory_exhausted();
    size = size ? (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
    struct arena_block *block = block_for(arena, size);
    void *piece = (char *)block->data + block->front;
    block->front += size;
    arena->used += size;
    return piece;
}

/* The same for bytes, which stand anywhere. */
static char *take_bytes(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - sizeof(struct arena_block))
        memory_exhausted();
    struct arena_block *block = block_for(arena, size);
    block->end -= size;
    arena->used += size;
    return (char *)block->data + block->end;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_exhausted();
    return arena_alloc(arena, count * size);
}

char *arena_cstring(struct arena *arena, struct slice s)
{
    if (s.len == SIZE_MAX)
        memory_exhausted();
    char *copy = take_bytes(arena, s.len + 1);
    if (s.len)
        memcpy(copy, s.ptr, s.len);
    copy[s.len] = '\0';
    return copy;
}

struct slice arena_copy(struct arena *arena, struct slice s)
{
    return (struct slice){arena_cstring(arena, s), s.len};
}

char *arena_vprintf(struct arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    size_t size = len < 0 ? 1 : (size_t)len + 1;
    char *out = take_bytes(arena, size);
    out[0] = '\0';
    if (len > 0)
        vsnprintf(out, size, format, again);
    va_end(again);
    return out;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *out = arena_vprintf(arena, format, args);
    va_end(args);
    return out;
}
