/* types.h: the small types that planls' public headers share. */
#ifndef PLANLS_TYPES_H
#define PLANLS_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Half-open range of bytes in one document. */
struct planls_range {
    uint32_t start, end;
};

enum planls_severity { PLANLS_ERROR = 1, PLANLS_WARNING = 2, PLANLS_HINT = 3 };

/* A place in a document of the workspace. */
struct planls_location {
    const char *path;          /* relative to the root, '/' */
    struct planls_range range; /* the whole thing */
    struct planls_range name;  /* what a cursor should land on; lies in range */
};

struct planls_locations {
    struct planls_location *items;
    size_t len, cap;
};

/* Opaque: a workspace of plan and task documents (planls/workspace.h). */
struct planls_workspace;
/* Opaque: memory for the results of one request; frees them all at once. */
struct planls_results;

#endif
