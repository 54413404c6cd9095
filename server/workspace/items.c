/* items.c: what names of items and tasks mean: a claim, dependencies, ids in their scope. */
#include "text/fold.h"
#include "workspace/internal.h"

#include <stdlib.h>

struct target no_target(void)
{
    return (struct target){.item = NO_INDEX, .task = NO_INDEX, .heading = NO_INDEX};
}

struct target item_target(const struct document *document, uint32_t item)
{
    const struct item *it = &document->model->items.items[item];
    return (struct target){.document = document,
                           .item = item,
                           .task = NO_INDEX,
                           .heading = it->source == ITEM_FROM_HEADING ? it->heading : NO_INDEX,
                           .span = it->name_span};
}

static struct target task_target(const struct document *document, uint32_t task)
{
    return (struct target){.document = document,
                           .item = NO_INDEX,
                           .task = task,
                           .heading = NO_INDEX,
                           .span = document->model->tasks.items[task].title_span};
}

/* ---- choosing among several ------------------------------------------------------------------ */

/* Who asks: a document, and the item or task of it that does so, or NO_INDEX. */
struct asking {
    const struct document *document;
    uint32_t item, task;
    bool for_work; /* only what work can serve will do, no piece of work */
};

/* How near an answer is: beside the one who asks and of its kind, in the same document, in the same
 * folder, anywhere. Ids and titles recur in every spec folder and "Week 1" in every phase, so the
 * nearest wins. */
enum { NEAR_ANYWHERE = 1, NEAR_FOLDER, NEAR_DOCUMENT, NEAR_SIBLING, NEAR_KIND };

static unsigned nearness_within(struct asking asking, enum name_space space, uint32_t index)
{
    const struct model *model = asking.document->model;
    if (space == NAME_TASK) {
        if (asking.task == NO_INDEX)
            return NEAR_DOCUMENT;
        bool beside = model->tasks.items[asking.task].heading == model->tasks.items[index].heading;
        return beside ? NEAR_SIBLING : NEAR_DOCUMENT;
    }
    if (asking.item == NO_INDEX)
        return NEAR_DOCUMENT;
    const struct item *one = &model->items.items[asking.item], *two = &model->items.items[index];
    if (one->parent != two->parent)
        return NEAR_DOCUMENT;
    return one->kind == two->kind ? NEAR_KIND : NEAR_SIBLING;
}

static unsigned nearness(struct asking asking, enum name_space space,
                         const struct name_entry *entry)
{
    const struct document *from = asking.document, *other = entry->document;
    if (from == other)
        return nearness_within(asking, space, entry->index);
    size_t a = slice_find_last_byte(from->path, '/'), b = slice_find_last_byte(other->path, '/');
    struct slice folder = slice_sub(from->path, 0, a == SLICE_NONE ? 0 : a);
    struct slice other_folder = slice_sub(other->path, 0, b == SLICE_NONE ? 0 : b);
    return slice_equal(folder, other_folder) ? NEAR_FOLDER : NEAR_ANYWHERE;
}

static bool is_template(const struct document *document)
{
    return (document->model->kinds & DOCUMENT_TEMPLATE) != 0;
}

struct choice {
    const struct name_entry *best;
    unsigned nearness;
    size_t ties;
};

/* Keeps the nearest of those who have a name, if they are at least `least` near. */
static void choose(struct choice *choice, const struct workspace *ws, struct asking asking,
                   unsigned least, enum name_space space, struct slice text)
{
    const struct name_entry *entry = names_find(ws->names, NAME_DEFINES, space, text);
    for (; entry; entry = entry->next) {
        if (is_template(entry->document) && entry->document != asking.document)
            continue;
        if (asking.for_work && space != NAME_TASK &&
            !item_is_servable(entry->document, &entry->document->model->items.items[entry->index]))
            continue;
        unsigned near = nearness(asking, space, entry);
        if (near < least)
            continue;
        if (!choice->best || near > choice->nearness) {
            *choice = (struct choice){entry, near, 1};
        } else if (near == choice->nearness && (entry->document != choice->best->document ||
                                                entry->index != choice->best->index)) {
            choice->ties++;
        }
    }
}

static enum resolution outcome(const struct choice *choice)
{
    return choice->ties > 1 ? AMBIGUOUS : RESOLVED;
}

/* ---- items by name --------------------------------------------------------------------------- */

static enum resolution resolve_linked_item(const struct workspace *ws, const struct document *from,
                                           struct slice path, struct slice fragment,
                                           enum reference_kind kind, struct target *target)
{
    struct reference reference = {.kind = kind, .path = path, .fragment = fragment};
    enum resolution result = resolve_reference(ws, from, &reference, target);
    if (result == RESOLVED && target->item == NO_INDEX)
        return UNRESOLVED_FRAGMENT;
    return result;
}

static struct choice choose_by_names(const struct workspace *ws, struct asking asking,
                                     const struct asked_name *names, size_t count)
{
    struct choice choice = {0};
    for (size_t i = 0; i < count && !choice.best; i++)
        /* A number says nothing of another folder's items. */
        choose(&choice, ws, asking, names[i].space == NAME_NUMBER ? NEAR_FOLDER : NEAR_ANYWHERE,
               names[i].space, names[i].text);
    return choice;
}

/* Something for work, where there is any of that name and it is asked for; else whatever has it. */
static enum resolution resolve_name(const struct workspace *ws, struct asking asking,
                                    struct slice name, struct target *target)
{
    *target = no_target();
    name = slice_trim(name);
    if (slice_starts(name, SLICE("#"))) { /* an anchor that is there means nothing by its words */
        enum resolution result = resolve_linked_item(ws, asking.document, SLICE(""),
                                                     slice_from(name, 1), REFERENCE_LINK, target);
        if (target->heading != NO_INDEX)
            return result;
        *target = no_target();
    }
    struct arena arena;
    arena_init(&arena);
    struct asked_name names[ASKED_MAX_NAMES];
    struct choice choice = {0};
    struct memo *memo = asking.document->memo;
    /* The strongest name is the title, and mostly it is meant: where nobody keeps the others for the next time,
     * they are made only where it is not. */
    if (!memo)
        choose(&choice, ws, asking, NEAR_ANYWHERE, NAME_ITEM, fold_title(&arena, name));
    if (!choice.best) {
        size_t count = names_of_target(memo, &arena, name, names);
        choice = choose_by_names(ws, asking, names, count);
        if (!choice.best && asking.for_work) {
            asking.for_work = false;
            choice = choose_by_names(ws, asking, names, count);
        }
    }
    arena_release(&arena);
    if (choice.best) {
        *target = item_target(choice.best->document, choice.best->index);
        return outcome(&choice);
    }
    size_t hash = slice_find_byte(name, '#');
    if (hash == SLICE_NONE)
        return UNRESOLVED_FRAGMENT;
    struct slice path = slice_sub(name, 0, hash);
    return resolve_linked_item(ws, asking.document, path, slice_from(name, hash + 1),
                               path.len ? REFERENCE_BARE : REFERENCE_LINK, target);
}

enum resolution resolve_item_name(const struct workspace *ws, const struct document *from,
                                  struct slice name, struct target *target)
{
    return resolve_name(ws, (struct asking){from, NO_INDEX, NO_INDEX, false}, name, target);
}

/* ---- claims ---------------------------------------------------------------------------------- */

enum resolution resolve_claim(const struct workspace *ws, const struct document *from,
                              const struct task_claim *claim, struct target *target)
{
    size_t hash = slice_find_byte(claim->target, '#');
    struct slice path = slice_sub(claim->target, 0, hash == SLICE_NONE ? claim->target.len : hash);
    struct slice fragment = hash == SLICE_NONE ? SLICE("") : slice_from(claim->target, hash + 1);
    switch (claim->via) {
    case VIA_LINK:
        return resolve_linked_item(ws, from, path, fragment, REFERENCE_LINK, target);
    case VIA_WIKI_LINK:
        return resolve_linked_item(ws, from, path, fragment, REFERENCE_WIKI, target);
    case VIA_SECTION: {
        /* "## New Pier" above tasks means the plan's New Pier, not itself. */
        struct asking asking = {from, NO_INDEX, NO_INDEX, true};
        return resolve_name(ws, asking, claim->target, target);
    }
    default:
        return resolve_item_name(ws, from, claim->target, target);
    }
}

/* ---- dependencies ---------------------------------------------------------------------------- */

/* What an id or a numbered item names; no best where nothing has that name. */
static struct choice choose_dependency(const struct workspace *ws, struct asking asking,
                                       const struct dependency *dependency, bool *is_task)
{
    struct choice tasks = {0}, items = {0};
    struct arena arena;
    arena_init(&arena);
    bool numbered = dependency->form == DEPENDENCY_NUMBERED;
    struct slice id = name_of_id(&arena, dependency->target);
    struct slice task = name_of_task(&arena, dependency);
    choose(&tasks, ws, asking, NEAR_ANYWHERE, NAME_TASK, task);
    if (!numbered)
        choose(&items, ws, asking, NEAR_ANYWHERE, NAME_ITEM, id);
    /* "2.1" of another document is another 2.1. */
    if (!items.best)
        choose(&items, ws, asking, numbered ? NEAR_FOLDER : NEAR_DOCUMENT, NAME_NUMBER, id);
    arena_release(&arena);
    /* A task's number may be an item's too ("1.1"): who asks decides. */
    *is_task =
        tasks.best && (!items.best || (asking.item == NO_INDEX ? tasks.nearness >= items.nearness
                                                               : tasks.nearness > items.nearness));
    return *is_task ? tasks : items;
}

enum resolution resolve_dependency(const struct workspace *ws, const struct document *from,
                                   uint32_t item, uint32_t task,
                                   const struct dependency *dependency, struct target *target)
{
    struct asking asking = {from, item, task, false};
    *target = no_target();
    if (dependency->form == DEPENDENCY_LINK) {
        struct task_claim claim = {.via = VIA_LINK, .target = dependency->target};
        return resolve_claim(ws, from, &claim, target);
    }
    if (dependency->form == DEPENDENCY_ID || dependency->form == DEPENDENCY_NUMBERED) {
        bool is_task;
        struct choice choice = choose_dependency(ws, asking, dependency, &is_task);
        if (choice.best) {
            *target = is_task ? task_target(choice.best->document, choice.best->index)
                              : item_target(choice.best->document, choice.best->index);
            return outcome(&choice);
        }
    }
    return resolve_name(ws, asking, dependency->target, target);
}

/* ---- twins ----------------------------------------------------------------------------------- */

const struct document *workspace_task_twin(const struct workspace *ws,
                                           const struct document *document, uint32_t task)
{
    const struct document *twin = NULL;
    struct asking asking = {document, NO_INDEX, NO_INDEX, false};
    struct arena arena;
    arena_init(&arena);
    struct slice id = name_of_id(&arena, document->model->tasks.items[task].id);
    const struct name_entry *entry = names_find(ws->names, NAME_DEFINES, NAME_TASK, id);
    for (; entry; entry = entry->next) {
        const struct document *other = entry->document;
        if (other == document || nearness(asking, NAME_TASK, entry) != NEAR_FOLDER ||
            other->model->tasks.items[entry->index].source != TASK_FROM_FRONT_MATTER)
            continue;
        if (!twin || slice_compare(other->path, twin->path) < 0)
            twin = other;
    }
    arena_release(&arena);
    return twin;
}
