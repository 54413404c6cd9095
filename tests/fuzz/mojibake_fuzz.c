/* mojibake_fuzz.c: the damage found in any bytes lies in them, in order and apart; what it restores to is UTF-8
 * and shorter than it was, so that restoring over and over comes to an end.
 */
#include "text/mojibake.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct mojibake_run *run, uint32_t end, size_t size)
{
    if (run->span.start < end || run->span.end <= run->span.start || run->span.end > size)
        __builtin_trap();
    if (run->certain ? run->count != 1 : run->count > MOJIBAKE_MAX_CANDIDATES)
        __builtin_trap();
    for (size_t i = 0; i < run->count; i++) {
        struct slice restored = run->restored[i];
        if (restored.len == 0 || utf8_valid_prefix(restored) != restored.len)
            __builtin_trap();
        if (run->certain && restored.len >= run->span.end - run->span.start)
            __builtin_trap();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    uint32_t end = 0;
    arena_init(&arena);
    struct mojibake_runs runs = mojibake_find((struct slice){(const char *)data, size}, &arena);
    for (size_t i = 0; i < runs.len; i++) {
        check(&runs.items[i], end, size);
        end = runs.items[i].span.end;
    }
    arena_release(&arena);
    return 0;
}
