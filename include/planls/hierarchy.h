/* hierarchy.h: a thing in a plan as a node: of what waits for what, of what is part of what. */
#ifndef PLANLS_HIERARCHY_H
#define PLANLS_HIERARCHY_H

#include <planls/symbol.h>

struct planls_node {
    struct planls_symbol
        symbol;      /* where: in any document, open or closed; no parent, no container */
    const char *key; /* by which it is found again after edits, with where.path */
};

struct planls_nodes {
    struct planls_node *items;
    size_t len, cap;
};

#endif
