/* same_names.c: which names an edit left as they were, so that they need not be looked for again.
 *
 * What asks.c and people.c read of a model is compared between its two states, in their order.
 */
#include "workspace/internal.h"

/* ---- defined ----------------------------------------------------------------------------------- */

static bool defines_the_same(const struct model *a, const struct model *b)
{
    bool same = a->items.len == b->items.len && a->tasks.len == b->tasks.len;
    for (size_t i = 0; same && i < a->items.len; i++) {
        const struct item *x = &a->items.items[i], *y = &b->items.items[i];
        same = x->kind == y->kind && slice_equal(x->key, y->key) &&
               slice_equal(x->full_key, y->full_key) && slice_equal(x->id, y->id) &&
               slice_equal(x->number, y->number);
    }
    for (size_t i = 0; same && i < a->tasks.len; i++)
        same = slice_equal(a->tasks.items[i].id, b->tasks.items[i].id);
    return same;
}

/* ---- asked for --------------------------------------------------------------------------------- */

static bool same_dependencies(const struct dependencies *a, const struct dependencies *b)
{
    bool same = a->len == b->len;
    for (size_t i = 0; same && i < a->len; i++)
        same = a->items[i].form == b->items[i].form &&
               slice_equal(a->items[i].target, b->items[i].target);
    return same;
}

static bool same_claims(const struct task_claims *a, const struct task_claims *b)
{
    bool same = a->len == b->len;
    for (size_t i = 0; same && i < a->len; i++)
        same = a->items[i].via == b->items[i].via &&
               slice_equal(a->items[i].target, b->items[i].target);
    return same;
}

static bool asks_for_the_same(const struct model *a, const struct model *b)
{
    bool same = a->references.len == b->references.len && a->tasks.len == b->tasks.len &&
                a->items.len == b->items.len;
    for (size_t i = 0; same && i < a->references.len; i++)
        same = a->references.items[i].kind == b->references.items[i].kind &&
               slice_equal(a->references.items[i].path, b->references.items[i].path);
    for (size_t i = 0; same && i < a->tasks.len; i++) {
        const struct task *x = &a->tasks.items[i], *y = &b->tasks.items[i];
        same = x->source == y->source && slice_equal(x->id, y->id) &&
               same_claims(&x->claims, &y->claims) &&
               same_dependencies(&x->depends_on, &y->depends_on);
    }
    for (size_t i = 0; same && i < a->items.len; i++)
        same = same_dependencies(&a->items.items[i].depends_on, &b->items.items[i].depends_on);
    return same;
}

/* ---- people ------------------------------------------------------------------------------------ */

static bool same_people(const struct people *a, const struct people *b)
{
    bool same = a->len == b->len;
    for (size_t i = 0; same && i < a->len; i++)
        same = a->items[i].role_only == b->items[i].role_only &&
               (a->items[i].share > 0) == (b->items[i].share > 0) &&
               slice_equal(a->items[i].key, b->items[i].key);
    return same;
}

static bool names_the_same_people(const struct model *a, const struct model *b)
{
    bool same = a->items.len == b->items.len && a->tasks.len == b->tasks.len &&
                same_people(&a->people, &b->people) && same_people(&a->owners, &b->owners);
    for (size_t i = 0; same && i < a->items.len; i++)
        same = same_people(&a->items.items[i].owners, &b->items.items[i].owners);
    for (size_t i = 0; same && i < a->tasks.len; i++)
        same = same_people(&a->tasks.items[i].owners, &b->tasks.items[i].owners);
    return same;
}

bool names_are_same(const struct model *model, const struct model *old, enum names_part part)
{
    switch (part) {
    case NAMES_DEFINED:
        return defines_the_same(model, old);
    case NAMES_ASKED:
        return asks_for_the_same(model, old);
    case NAMES_OF_PEOPLE:
        return names_the_same_people(model, old);
    case NAMES_PARTS:
        break;
    }
    return false;
}
