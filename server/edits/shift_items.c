/* shift_items.c: several items of a plan moved on the calendar together. */
#include "edits/shift_items.h"

#include "analysis/plan_graph.h"

#include <stdlib.h>

static bool holds(const struct item_places *all, struct item_place place)
{
    const struct span span = place.document->model->items.items[place.item].span;
    for (size_t i = 0; i < all->len; i++) {
        const struct item_place *other = &all->items[i];
        if (other->document == place.document &&
            span_covers(place.document->model->items.items[other->item].span, span))
            return true;
    }
    return false;
}

/* The outermost item that an item is a part of. Parts share their time with it only where it says none
 * of its own, so an item inside another stays what it is: this is for the walk along the graph. */
static bool is_part_of(const struct model *model, uint32_t item, uint32_t whole)
{
    while (item != NO_INDEX && item != whole)
        item = model->items.items[item].parent;
    return item == whole;
}

struct walk {
    const struct plan_graph *graph;
    bool *seen;
    uint32_t *queue;
    size_t first, last;
};

static void enter(struct walk *walk, uint32_t node)
{
    if (walk->seen[node])
        return;
    walk->seen[node] = true;
    walk->queue[walk->last++] = node;
}

/* The nodes of the graph that are the item, or a part of it. */
static void enter_item(struct walk *walk, const struct document *document, uint32_t item)
{
    for (uint32_t v = 0; v < walk->graph->count; v++) {
        const struct dependency_node *node = &walk->graph->nodes[v];
        if (node->document == document && node->item != NO_INDEX &&
            is_part_of(document->model, node->item, item))
            enter(walk, v);
    }
}

void items_waiting_for(const struct workspace *ws, const struct document *document, uint32_t item,
                       struct arena *arena, struct item_places *out)
{
    struct plan_graph graph;
    plan_graph_about(ws, document, arena, &graph);
    struct walk walk = {.graph = &graph,
                        .seen = arena_array(arena, graph.count, sizeof(bool)),
                        .queue = arena_array(arena, graph.count, sizeof(uint32_t))};
    *VEC_PUSH(arena, out) = (struct item_place){document, item};
    enter_item(&walk, document, item);
    while (walk.first < walk.last) {
        uint32_t v = walk.queue[walk.first++];
        for (uint32_t e = graph.blocks.first[v]; e < graph.blocks.first[v + 1]; e++) {
            const struct dependency_node *node = &graph.nodes[graph.blocks.to[e]];
            if (walk.seen[graph.blocks.to[e]])
                continue;
            enter(&walk, graph.blocks.to[e]);
            if (node->item == NO_INDEX)
                continue;
            struct item_place place = {node->document, node->item};
            if (!holds(out, place))
                *VEC_PUSH(arena, out) = place;
            enter_item(&walk, node->document, node->item);
        }
    }
}

void items_following(const struct document *document, uint32_t item, struct arena *arena,
                     struct item_places *out)
{
    const struct model *model = document->model;
    const struct item *own = &model->items.items[item];
    for (uint32_t i = item; i < model->items.len; i++) {
        const struct item *other = &model->items.items[i];
        if (other->parent != own->parent || other->source != own->source ||
            (own->source == ITEM_FROM_HEADING && model->headings.items[other->heading].level !=
                                                     model->headings.items[own->heading].level))
            continue;
        *VEC_PUSH(arena, out) = (struct item_place){document, i};
    }
}

static int compare_places(const void *a, const void *b)
{
    const struct item_place *x = a, *y = b;
    return (x->item > y->item) - (x->item < y->item);
}

bool shift_items(const struct document *document, const struct item_places *items,
                 struct shift shift, struct inline_parser *parser, struct arena *arena,
                 struct edit_list *edits)
{
    struct item_places own = {0};
    size_t before = edits->len;
    for (size_t i = 0; i < items->len; i++)
        if (items->items[i].document == document)
            *VEC_PUSH(arena, &own) = items->items[i];
    if (own.len)
        qsort(own.items, own.len, sizeof *own.items, compare_places);
    uint32_t end = 0; /* of what is shifted already, parts with the whole */
    for (size_t i = 0; i < own.len; i++) {
        const struct item *item = &document->model->items.items[own.items[i].item];
        if (item->span.start < end || !item_says_when(document, own.items[i].item))
            continue;
        if (!shift_item(document, own.items[i].item, shift, parser, arena, edits)) {
            edits->len = before;
            return false;
        }
        end = item->span.end;
    }
    return edits->len > before;
}
