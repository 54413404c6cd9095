/* capacity.c: who carries how much, and when. */
#include "analysis/capacity.h"

#include "analysis/capacity_gather.h"
#include "text/fold.h"

#include <stdlib.h>

static const struct item *item_of(const struct load_work *work)
{
    return &work->document->model->items.items[work->item];
}

/* ---- the same item told twice ---------------------------------------------------------------- */

static int compare_places(const struct load_work *x, const struct load_work *y)
{
    int order = slice_compare(x->document->path, y->document->path);
    return order ? order : x->item < y->item ? -1 : x->item > y->item;
}

static int compare_titles(const void *a, const void *b)
{
    const struct load_work *x = a, *y = b;
    int order = slice_compare(item_of(x)->key, item_of(y)->key);
    return order ? order : compare_places(x, y);
}

/* Of items with one title in different documents the first document's are kept. */
static size_t drop_retold(struct load_work *works, size_t len)
{
    size_t kept = 0, first = 0;
    if (len)
        qsort(works, len, sizeof *works, compare_titles);
    for (size_t i = 0; i < len; i++) {
        if (i > 0 && !slice_equal(item_of(&works[i])->key, item_of(&works[first])->key))
            first = i;
        if (i > 0 && first < i && works[i].document != works[first].document)
            continue;
        struct load_work work = works[i];
        if (first == i)
            first = kept;
        works[kept++] = work;
    }
    return kept;
}

/* ---- the curve ------------------------------------------------------------------------------- */

static int compare_works(const void *a, const void *b)
{
    const struct load_work *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return compare_places(x, y);
}

/* A day on which something begins, or the day behind its last. */
struct turn {
    date_days day;
    int sign;
    double share, stated;
    bool coarse;
};

static int compare_turns(const void *a, const void *b)
{
    const struct turn *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return x->sign - y->sign;
}

static void draw_curve(struct load *load, struct arena *arena)
{
    size_t count = 0;
    struct turn *turns = arena_array(arena, load->works.len * 2 + 1, sizeof *turns);
    for (size_t i = 0; i < load->works.len; i++) {
        const struct load_work *work = &load->works.items[i];
        double stated = work->stated ? work->share : 0;
        turns[count++] = (struct turn){work->from, 1, work->share, stated, work->coarse};
        turns[count++] = (struct turn){work->to + 1, -1, work->share, stated, work->coarse};
    }
    if (count)
        qsort(turns, count, sizeof *turns, compare_turns);
    struct load_run now = {0};
    for (size_t i = 0; i < count;) {
        date_days day = turns[i].day;
        if (now.count > 0) {
            now.to = day - 1;
            *VEC_PUSH(arena, &load->runs) = now;
        }
        for (; i < count && turns[i].day == day; i++) {
            now.load += turns[i].sign * turns[i].share;
            now.stated += turns[i].sign * turns[i].stated;
            now.count = turns[i].sign > 0 ? now.count + 1 : now.count - 1;
            if (turns[i].coarse)
                now.coarse = turns[i].sign > 0 ? now.coarse + 1 : now.coarse - 1;
        }
        if (now.count == 0)
            now = (struct load_run){0}; /* what rounding left */
        now.from = day;
    }
    for (size_t i = 0; i < load->runs.len; i++)
        if (!load->peak || load_exceeds(load->runs.items[i].load, load->peak->load))
            load->peak = &load->runs.items[i];
}

/* ---- people ---------------------------------------------------------------------------------- */

static double capacity_in(const struct settings *settings, struct slice key)
{
    double capacity = 0;
    struct arena scratch;
    arena_init(&scratch);
    for (size_t i = 0; i < settings->person_count && capacity <= 0; i++)
        if (slice_equal(fold_title(&scratch, settings->people[i].name), key))
            capacity = settings->people[i].capacity;
    arena_release(&scratch);
    return capacity;
}

/* What is said of them anywhere: a role, and how much of them the plans have. */
static void describe(const struct gathering *g, struct load *load)
{
    load->capacity = capacity_in(workspace_settings(g->ws), load->key);
    for (size_t i = gather_find(g, load->key);
         i < g->sayings.len && slice_equal(g->sayings.items[i].key, load->key); i++) {
        const struct saying *saying = &g->sayings.items[i];
        if (load->role.len == 0)
            load->role = saying->role;
        if (load->capacity <= 0)
            load->capacity = saying->share;
    }
    if (load->capacity <= 0)
        load->capacity = 1;
}

static bool same_week_one(const struct entry *a, const struct entry *b)
{
    return b->counted && a->calendar.week_one == b->calendar.week_one;
}

/* Makes one load of entries that belong together. */
static void make_load(const struct entry *entries, size_t len, struct arena *arena,
                      struct load *load)
{
    VEC(struct load_work) works = {0};
    const struct entry *first = entries; /* that has days */
    while (first < entries + len - 1 && first->work.from == DATE_NONE)
        first++;
    *load = (struct load){.key = entries[0].key,
                          .name = entries[0].work.owner->name,
                          .role_only = entries[0].work.owner->role_only,
                          .only = entries[0].only,
                          .calendar = first->calendar,
                          .weeks = first->counted};
    for (size_t i = 0; i < len; i++)
        *VEC_PUSH(arena, &works) = entries[i].work;
    works.len = drop_retold(works.items, works.len);
    load->owned = (uint32_t)works.len;
    for (size_t i = 0; i < works.len; i++)
        if (works.items[i].from != DATE_NONE)
            *VEC_PUSH(arena, &load->works) = works.items[i];
    for (size_t i = 0; i < len; i++)
        if (entries[i].work.from != DATE_NONE && !same_week_one(first, &entries[i]))
            load->weeks = false;
    if (load->works.len)
        qsort(load->works.items, load->works.len, sizeof *load->works.items, compare_works);
    draw_curve(load, arena);
}

static void make_loads(struct gathering *g, struct loads *out)
{
    gather_sort(g);
    for (size_t from = 0, to; from < g->entries.len; from = to) {
        const struct entry *first = &g->entries.items[from];
        for (to = from + 1; to < g->entries.len &&
                            entries_comparable(&g->entries.items[to], first) &&
                            slice_equal(g->entries.items[to].key, first->key);)
            to++;
        struct load *load = VEC_PUSH(g->arena, out);
        make_load(first, to - from, g->arena, load);
        describe(g, load);
    }
}

static void capacity_of_keys(const struct workspace *ws, const struct person_keys *keys,
                             const struct document *seen_from, struct arena *arena,
                             struct loads *out)
{
    struct document_list documents = {0};
    struct gathering g = {.ws = ws, .arena = arena, .whom = keys, .seen_from = seen_from};
    workspace_naming(ws, keys, arena, &documents);
    for (size_t i = 0; i < documents.len; i++)
        gather(&g, documents.items[i]);
    make_loads(&g, out);
}

void capacity_of_busy(const struct workspace *ws, const struct document *document, uint32_t least,
                      struct arena *arena, struct loads *out)
{
    struct person_keys all = {0}, few = {0}, many = {0};
    document_people(document, arena, &all);
    for (size_t i = 0; i < all.len; i++) {
        struct person_summary summary = workspace_person_summary(ws, all.items[i]);
        if (summary.items < least && !summary.stated)
            continue;
        bool everywhere = workspace_is_everywhere(ws, all.items[i]);
        *VEC_PUSH(arena, everywhere ? &many : &few) = all.items[i];
    }
    capacity_of_keys(ws, &few, document, arena, out);
    if (many.len == 0)
        return;
    struct gathering g = {.ws = ws, .arena = arena, .whom = &many, .seen_from = document};
    gather(&g, document);
    make_loads(&g, out);
}

void capacity_of_document(const struct workspace *ws, const struct document *document,
                          struct arena *arena, struct loads *out)
{
    capacity_of_busy(ws, document, 0, arena, out);
}

void capacity_of_person(const struct workspace *ws, struct slice key,
                        const struct document *seen_from, struct arena *arena, struct loads *out)
{
    struct person_keys keys = {&key, 1, 1};
    capacity_of_keys(ws, &keys, seen_from, arena, out);
}

void capacity_of_all(const struct workspace *ws, struct arena *arena, struct loads *out)
{
    struct gathering g = {.ws = ws, .arena = arena};
    for (size_t d = 0; d < workspace_count(ws); d++)
        gather(&g, workspace_at(ws, d));
    make_loads(&g, out);
}

/* ---- roles ----------------------------------------------------------------------------------- */

static struct slice role_of(const struct load *load, const struct person *owner)
{
    if (load->role_only)
        return load->name;
    return owner->role.len ? owner->role : load->role;
}

/* All the people who have it; `roles` are theirs, folded. */
static double capacity_together(const struct loads *people, const struct slice *roles,
                                const struct load *role)
{
    double capacity = 0;
    for (size_t i = 0; i < people->len; i++)
        if (people->items[i].only == role->only && slice_equal(roles[i], role->key))
            capacity += people->items[i].capacity;
    return capacity > 0 ? capacity : 1;
}

void capacity_by_role(const struct workspace *ws, const struct loads *people, struct arena *arena,
                      struct loads *out)
{
    struct gathering g = {.ws = ws, .arena = arena};
    struct slice *roles = arena_array(arena, people->len + 1, sizeof *roles);
    for (size_t i = 0; i < people->len; i++) {
        const struct load *load = &people->items[i];
        roles[i] = fold_title(arena, load->role_only ? load->name : load->role);
        for (size_t w = 0; w < load->works.len; w++) {
            const struct load_work *work = &load->works.items[w];
            struct slice role = role_of(load, work->owner);
            if (role.len)
                *VEC_PUSH(arena, &g.entries) = (struct entry){
                    fold_title(arena, role), *work, load->only, load->calendar, load->weeks};
        }
    }
    size_t before = out->len;
    make_loads(&g, out);
    for (size_t r = before; r < out->len; r++) {
        struct load *role = &out->items[r];
        const struct person *first = role->works.items[0].owner;
        role->name = role->role = first->role.len ? first->role : first->name;
        role->role_only = true;
        role->capacity = capacity_together(people, roles, role);
    }
}

/* ---- questions ------------------------------------------------------------------------------- */

void load_works_of(const struct load *load, const struct load_run *run, struct arena *arena,
                   struct load_works *out)
{
    for (size_t i = 0; i < load->works.len && load->works.items[i].from <= run->from; i++)
        if (load->works.items[i].to >= run->to)
            *VEC_PUSH(arena, out) = &load->works.items[i];
}

double load_in_week(const struct load *load, date_days monday)
{
    double most = 0;
    for (size_t i = 0; i < load->runs.len && load->runs.items[i].from <= monday + 6; i++)
        if (load->runs.items[i].to >= monday && load->runs.items[i].load > most)
            most = load->runs.items[i].load;
    return most;
}
