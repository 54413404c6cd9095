/* memory.h: what the libraries do when there is no memory, and what the system gets back. */
#ifndef PLANLS_HOST_MEMORY_H
#define PLANLS_HOST_MEMORY_H

/* For a program, before anything else of libuv, cJSON or tree-sitter is called: where they find no memory the
 * process ends as it does everywhere else here, with one line and exit status 2 (base/arena.h). */
void memory_use_everywhere(void);

/* Gives free memory back to the system, where the C library keeps it (glibc): for a moment of rest after
 * much has been freed, as it takes milliseconds. */
void memory_give_back(void);

#endif
