/* facade.h: what stands behind the public headers' opaque structs, for features/ and the front ends. */
#ifndef PLANLS_FEATURES_FACADE_H
#define PLANLS_FEATURES_FACADE_H

#include "workspace/workspace.h"

#include <planls/workspace.h>

struct planls_workspace {
    struct workspace *ws;
    struct settings settings;            /* the strings in it are borrowed */
    date_days today;                     /* or DATE_NONE */
    const struct planls_workspace *base; /* borrowed, or NULL */
};

struct planls_results {
    struct arena arena;
};

/* Replaces the settings (borrowing their strings); documents already there must be put again. */
void planls_workspace_configure(struct planls_workspace *workspace,
                                const struct settings *settings);

/* The document at `path` if it is there and loaded, else NULL. */
const struct document *facade_document(const struct planls_workspace *workspace, const char *path);

static inline struct span facade_span(struct planls_range range)
{
    return (struct span){range.start, range.end};
}

static inline struct planls_range facade_range(struct span span)
{
    return (struct planls_range){span.start, span.end};
}

#endif
