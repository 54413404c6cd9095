/* model.c: making a document's model and letting it go. */
#include "model/model.h"

#include "base/arena.h"
#include "model/builder.h"

#include <stdlib.h>
#include <string.h>

static uint32_t *indices_new(struct arena *arena, uint32_t count)
{
    uint32_t *indices = arena_array(arena, count, sizeof *indices);
    memset(indices, 0xFF, count * sizeof *indices); /* NO_INDEX */
    return indices;
}

#define SIZE_OF(vec) ((vec)->len * sizeof *(vec)->items)
/* Moves a vector to `room` and on behind it. */
#define MOVE_TO(room, vec)                                                                         \
    do {                                                                                           \
        if ((vec)->len)                                                                            \
            memcpy((room), (vec)->items, SIZE_OF(vec));                                            \
        (vec)->items = (vec)->len ? (void *)(room) : NULL;                                         \
        (vec)->cap = (vec)->len;                                                                   \
        (room) += SIZE_OF(vec);                                                                    \
    } while (0)

/* Vectors grew in scratch memory: what is kept has its own size, all in one piece. */
static void settle(struct builder *b)
{
    struct model *model = b->model;
    char *room =
        arena_alloc(b->arena, SIZE_OF(&model->headings) + SIZE_OF(&model->fields) +
                                  SIZE_OF(&model->items) + SIZE_OF(&model->times) +
                                  SIZE_OF(&model->metrics) + SIZE_OF(&model->drawn_folders) +
                                  SIZE_OF(&model->references) + SIZE_OF(&model->html_anchors));
    MOVE_TO(room, &model->headings);
    MOVE_TO(room, &model->fields);
    MOVE_TO(room, &model->items);
    MOVE_TO(room, &model->times);
    MOVE_TO(room, &model->metrics);
    MOVE_TO(room, &model->drawn_folders);
    MOVE_TO(room, &model->references);
    MOVE_TO(room, &model->html_anchors);
}

struct model *model_new(struct slice path, const struct text *text, const struct blocks *blocks,
                        struct inline_parser *parser, const struct settings *settings)
{
    struct model *model = memory_alloc(sizeof *model);
    struct arena scratch;
    struct builder b;

    memset(model, 0, sizeof *model);
    arena_init_tight(&model->arena);
    arena_init(&scratch);
    model->path = arena_copy(&model->arena, path);
    model->own_date = DATE_NONE;
    model->start = DATE_NONE;
    model->updated = model->next_update = DATE_NONE;
    b = (struct builder){
        .model = model,
        .arena = &model->arena,
        .scratch = &scratch,
        .text = text,
        .bytes = text->bytes,
        .blocks = blocks,
        .parser = parser,
        .settings = settings,
        .inlines = arena_array(&scratch, blocks->len, sizeof *b.inlines),
        .heading_of = indices_new(&scratch, blocks->len),
        .item_of = indices_new(&scratch, blocks->len),
        .field_of = indices_new(&scratch, blocks->len),
    };
    build_front_matter(&b);
    build_headings(&b);
    build_fields(&b);
    build_dates(&b);
    build_items(&b);
    build_tasks(&b);
    build_people(&b);
    build_document_owners(&b);
    build_person_keys(&b);
    build_records(&b);
    build_totals(&b);
    build_metrics(&b);
    build_chains(&b);
    build_weak_points(&b);
    build_anchors(&b);
    build_references(&b);
    build_upkeep(&b);
    build_suppressions(&b);
    build_times(&b);
    build_kinds(&b);
    settle(&b);
    build_lookup(&b);
    arena_release(&scratch);
    return model;
}

void model_free(struct model *model)
{
    if (!model)
        return;
    arena_release(&model->arena);
    free(model);
}
