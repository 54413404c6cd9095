/* task_claims.c: what a task serves: what its claims name, or its parent's, or the item it stands in. */
#include "base/hash.h"
#include "workspace/internal.h"

/* ---- claims ---------------------------------------------------------------------------------- */

/* A claim, which most tasks of a section share: what was found out lately is looked up. */
static enum resolution resolve_recent_claim(const struct workspace *ws, const struct document *from,
                                            const struct task_claim *claim, struct target *target)
{
    uint64_t hash = hash_words(claim->target) ^ (uint64_t)(uintptr_t)from >> 4;
    struct recent_claim *recent = &ws->recent->claims[hash % RECENT_CLAIMS];
    if (recent->changes != ws->changes || recent->from != from || recent->via != claim->via ||
        !slice_equal(recent->text, claim->target)) {
        *recent = (struct recent_claim){
            .changes = ws->changes, .from = from, .via = claim->via, .text = claim->target};
        recent->result = resolve_claim(ws, from, claim, &recent->target);
    }
    *target = recent->target;
    return recent->result;
}

static bool are_known(const struct workspace *ws, const struct document *document)
{
    return ws->recent->meanings.document == document && ws->recent->meanings.changes == ws->changes;
}

/* The claim at the same place of the task before, if it is the same. */
static bool is_repeated(const struct model *model, uint32_t task, uint32_t claim)
{
    const struct task_claims *claims = &model->tasks.items[task].claims;
    const struct task_claims *above = task > 0 ? &model->tasks.items[task - 1].claims : NULL;
    return above && claim < above->len && above->items[claim].via == claims->items[claim].via &&
           slice_equal(above->items[claim].target, claims->items[claim].target);
}

void resolve_all_claims(const struct workspace *ws, const struct document *document)
{
    struct recent *recent = ws->recent;
    const struct model *model = document->model;
    uint32_t count = 0;
    if (are_known(ws, document))
        return;
    recent->meanings.document = NULL;
    arena_clear(&recent->meanings.arena);
    uint32_t *first = arena_array(&recent->meanings.arena, model->tasks.len, sizeof *first);
    for (uint32_t t = 0; t < model->tasks.len; t++) {
        first[t] = count;
        count += (uint32_t)model->tasks.items[t].claims.len;
    }
    struct claim_meaning *all = arena_array(&recent->meanings.arena, count, sizeof *all);
    for (uint32_t t = 0; t < model->tasks.len; t++) {
        const struct task_claims *claims = &model->tasks.items[t].claims;
        for (uint32_t c = 0; c < claims->len; c++) {
            struct claim_meaning *meaning = &all[first[t] + c];
            if (is_repeated(model, t, c))
                *meaning = all[first[t - 1] + c];
            else
                meaning->result =
                    resolve_recent_claim(ws, document, &claims->items[c], &meaning->target);
        }
    }
    recent->meanings.first = first;
    recent->meanings.all = all;
    recent->meanings.changes = ws->changes;
    recent->meanings.document = document;
}

enum resolution resolve_task_claim(const struct workspace *ws, const struct document *from,
                                   uint32_t task, uint32_t claim, struct target *target)
{
    if (!are_known(ws, from))
        return resolve_recent_claim(ws, from, &from->model->tasks.items[task].claims.items[claim],
                                    target);
    const struct recent *recent = ws->recent;
    const struct claim_meaning *meaning =
        &recent->meanings.all[recent->meanings.first[task] + claim];
    *target = meaning->target;
    return meaning->result;
}

/* ---- the task -------------------------------------------------------------------------------- */

/* What a task's parent serves. */
struct inherited {
    bool asked; /* once is enough: each level asks the one above it */
    enum resolution result;
    enum link_via via;
    struct target target;
};

static const struct inherited *inherit(const struct workspace *ws, const struct document *from,
                                       uint32_t task, struct inherited *inherited)
{
    uint32_t failed, parent = from->model->tasks.items[task].parent;
    if (inherited->asked)
        return inherited;
    *inherited = (struct inherited){true, UNRESOLVED_FRAGMENT, VIA_NONE, no_target()};
    if (parent != NO_INDEX)
        inherited->result =
            resolve_task(ws, from, parent, &inherited->target, &inherited->via, &failed);
    return inherited;
}

static enum resolution take_inherited(const struct inherited *inherited, struct target *target,
                                      enum link_via *via)
{
    *target = inherited->target;
    *via = inherited->via;
    return inherited->result;
}

/* A subtask serves what its parent says that it serves, whatever section both stand in. */
enum resolution resolve_task(const struct workspace *ws, const struct document *from, uint32_t task,
                             struct target *target, enum link_via *via, uint32_t *failed)
{
    const struct task *t = &from->model->tasks.items[task];
    struct inherited above = {0};
    *via = VIA_NONE;
    *failed = NO_INDEX;
    for (uint32_t i = 0; i < t->claims.len; i++) {
        const struct task_claim *claim = &t->claims.items[i];
        if (claim->via >= VIA_SECTION && inherit(ws, from, task, &above)->via < VIA_SECTION)
            return take_inherited(&above, target, via);
        enum resolution result = resolve_task_claim(ws, from, task, i, target);
        if (result == RESOLVED || result == AMBIGUOUS) {
            *via = claim->via;
            return result;
        }
        if (*failed == NO_INDEX && result != UNRESOLVED_UNKNOWN &&
            (claim->via == VIA_FRONT_MATTER || claim->via == VIA_FIELD))
            *failed = i;
    }
    if (t->parent != NO_INDEX) {
        inherit(ws, from, task, &above);
        if (above.via < VIA_SECTION || t->item == NO_INDEX)
            return take_inherited(&above, target, via);
    }
    if (t->item != NO_INDEX) {
        *target = item_target(from, t->item);
        *via = VIA_SECTION;
        return RESOLVED;
    }
    *target = no_target();
    return UNRESOLVED_FRAGMENT;
}
