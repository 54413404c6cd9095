/* near.h: "did you mean": the names nearest to one that means nothing. */
#ifndef PLANLS_RULES_NEAR_H
#define PLANLS_RULES_NEAR_H

#include "workspace/workspace.h"

/* At most this many are offered. */
#define NEAR_MAX 3

struct near_name {
    struct slice name;
    unsigned distance;
};

struct near_names {
    struct near_name v[NEAR_MAX];
    size_t len;
};

/* Keeps `candidate` if it is among the nearest to `wanted`: at most a third of its characters differ
 * (at least one may), letter case aside. */
void near_add(struct near_names *near, struct slice wanted, struct slice candidate);

#endif
