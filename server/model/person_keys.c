/* person_keys.c: who is who in one document: the keys by which people are compared. */
#include "model/builder.h"
#include "text/fold.h"

#include <stdlib.h>

struct known {
    struct slice key;
    const struct slice *fuller; /* the one longer name that begins with it, where it is one word */
};

struct everybody {
    VEC(struct known) known; /* sorted by key, each once */
};

static int compare_known(const void *a, const void *b)
{
    return slice_compare(((const struct known *)a)->key, ((const struct known *)b)->key);
}

static void visit_people(struct builder *b, struct people *people, struct everybody *everybody,
                         void (*visit)(struct builder *, struct person *, struct everybody *))
{
    for (size_t i = 0; i < people->len; i++)
        visit(b, &people->items[i], everybody);
}

/* Of the document's own owners only the names: they are known by fuller ones, and make none. */
static void fold_own(struct builder *b)
{
    struct people *owners = &b->model->owners;
    for (size_t i = 0; i < owners->len; i++)
        owners->items[i].key = builder_keep(b, fold_title(b->scratch, owners->items[i].name));
}

static void visit_all(struct builder *b, struct everybody *everybody,
                      void (*visit)(struct builder *, struct person *, struct everybody *))
{
    struct model *model = b->model;
    visit_people(b, &model->people, everybody, visit);
    for (size_t i = 0; i < model->items.len; i++)
        visit_people(b, &model->items.items[i].owners, everybody, visit);
    for (size_t i = 0; i < model->tasks.len; i++)
        visit_people(b, &model->tasks.items[i].owners, everybody, visit);
}

static void fold_name(struct builder *b, struct person *person, struct everybody *everybody)
{
    person->key = builder_keep(b, fold_title(b->scratch, person->name));
    if (!person->role_only)
        *VEC_PUSH(b->scratch, &everybody->known) = (struct known){person->key, NULL};
}

/* Does `name` go on with another word where `first` ends? */
static bool goes_on(struct slice name, struct slice first)
{
    return name.len > first.len && name.ptr[first.len] == ' ' && slice_starts(name, first);
}

/* Sorted names that begin alike stand behind each other. */
static void find_fuller(struct everybody *everybody)
{
    struct known *known = everybody->known.items;
    size_t kept = 0;
    for (size_t i = 0; i < everybody->known.len; i++)
        if (kept == 0 || !slice_equal(known[kept - 1].key, known[i].key))
            known[kept++] = known[i];
    everybody->known.len = kept;
    for (size_t i = 0; i + 1 < kept; i++) {
        bool one_word = slice_find_byte(known[i].key, ' ') == SLICE_NONE;
        if (one_word && goes_on(known[i + 1].key, known[i].key) &&
            !(i + 2 < kept && goes_on(known[i + 2].key, known[i].key)))
            known[i].fuller = &known[i + 1].key;
    }
}

static void take_fuller(struct builder *b, struct person *person, struct everybody *everybody)
{
    (void)b;
    struct known wanted = {person->key, NULL};
    if (person->role_only || everybody->known.len == 0)
        return;
    const struct known *known = bsearch(&wanted, everybody->known.items, everybody->known.len,
                                        sizeof wanted, compare_known);
    if (known && known->fuller)
        person->key = *known->fuller;
}

void build_person_keys(struct builder *b)
{
    struct everybody everybody = {0};
    visit_all(b, &everybody, fold_name);
    fold_own(b);
    if (everybody.known.len == 0)
        return;
    qsort(everybody.known.items, everybody.known.len, sizeof *everybody.known.items, compare_known);
    find_fuller(&everybody);
    visit_all(b, &everybody, take_fuller);
    visit_people(b, &b->model->owners, &everybody, take_fuller);
}
