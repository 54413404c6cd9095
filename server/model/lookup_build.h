/* lookup_build.h: what a model's look-ups search in. Internal to model/.
 *
 * lookup.c finds by offset and fields by key; lookup_names.c finds headings by their names.
 */
#ifndef PLANLS_MODEL_LOOKUP_BUILD_H
#define PLANLS_MODEL_LOOKUP_BUILD_H

#include "model/builder.h"

struct extent {
    struct span span;
    uint32_t index; /* in the model's vector */
    uint32_t up;    /* in this list */
};

struct extents {
    struct extent *v;
    uint32_t len;
};

/* Indices of headings, sorted by one of their names. */
struct names {
    uint32_t *v;
    uint32_t len;
};

/* A field that says something of its item, by item and key. */
struct said {
    uint32_t item;
    uint32_t key;
    uint32_t field;
};

struct model_lookup {
    struct said *said;
    uint32_t said_count;
    struct extents tasks, fields, references;
    struct names anchors, ids, numbers, titles;
    struct slice *folded_ids; /* parallel to ids.v: compared without regard to case */
    struct names bare; /* by anchor without leading hyphens, lower case, where that differs */
    struct slice *bare_anchors; /* parallel to bare.v */
    struct names items;         /* by the key of the item that the heading is */
    struct slice *item_keys;    /* parallel to items.v */
    struct names sections;      /* headings of level 2 in order; none where one is numbered */
};

/* Sorts the headings by anchor, id, number, title, item (lookup_names.c). */
void lookup_build_names(struct builder *b, struct model_lookup *lookup);

#endif
