/* memory.c: one way to run out of memory for all libraries. */
#include "host/memory.h"

#include "base/arena.h"
#include "syntax/tree.h"

#include <cJSON.h>
#include <stdlib.h>
#include <uv.h>

void memory_use_everywhere(void)
{
    cJSON_Hooks hooks = {memory_alloc, free};
    cJSON_InitHooks(&hooks);
    uv_replace_allocator(memory_alloc, memory_realloc, memory_calloc, free);
    syntax_use_memory();
}
