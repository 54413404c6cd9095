/* layout.h: what the structs of a model are made of, so that one piece of code can pack, move and compare
 * them: which members are places in the text, strings, or lists of other structs. Internal to model/.
 *
 * Everything else in a struct is taken as plain bytes: numbers, flags, indices.
 */
#ifndef PLANLS_MODEL_LAYOUT_H
#define PLANLS_MODEL_LAYOUT_H

#include "base/strbuf.h"
#include "model/model.h"

enum layout_kind {
    LAYOUT_SPAN,  /* struct span */
    LAYOUT_SLICE, /* struct slice */
    LAYOUT_LIST   /* a VEC of `of` */
};

struct layout_member {
    size_t offset;
    enum layout_kind kind;
    const struct layout *of; /* LAYOUT_LIST */
};

struct layout {
    size_t size;
    const struct layout_member *members;
    size_t count;
};

extern const struct layout layout_of_item, layout_of_metrics, layout_of_task;

/* For readers that have a struct of their own. */
#define LAYOUT_OF(type, list)                                                                      \
    {                                                                                              \
        sizeof(type), (list), sizeof(list) / sizeof *(list)                                        \
    }
#define LAYOUT_SPAN_OF(type, name)                                                                 \
    {                                                                                              \
        offsetof(type, name), LAYOUT_SPAN, NULL                                                    \
    }
#define LAYOUT_SLICE_OF(type, name)                                                                \
    {                                                                                              \
        offsetof(type, name), LAYOUT_SLICE, NULL                                                   \
    }

/* Appends `count` structs to `out` as bytes that hold no pointer, their places counted from `start`. */
void layout_pack(const struct layout *layout, const void *values, size_t count, uint32_t start,
                 struct strbuf *out);
/* Makes the structs again from what layout_pack wrote, with places counted from the new `start`: lists
 * in scratch memory, strings kept in the model as builder_keep does. */
struct builder;
void layout_unpack(const struct layout *layout, struct builder *b, const char *packed,
                   uint32_t start, void *values, size_t count);

#endif
