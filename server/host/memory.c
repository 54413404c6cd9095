/* memory.c: one way to run out of memory for all libraries, and memory given back. */
#include "host/memory.h"

#include "base/arena.h"
#include "syntax/tree.h"

#include <cJSON.h>
#include <stdlib.h>
#include <uv.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

void memory_use_everywhere(void)
{
    cJSON_Hooks hooks = {memory_alloc, free};
    cJSON_InitHooks(&hooks);
    uv_replace_allocator(memory_alloc, memory_realloc, memory_calloc, free);
    syntax_use_memory();
}

void memory_give_back(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
