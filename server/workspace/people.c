/* people.c: who is named in which documents. */
#include "base/memo.h"
#include "base/strbuf.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "workspace/internal.h"

#include <stdlib.h>

/* Shorter names have too many honest neighbours, longer ones are no names. */
#define LIKE_MIN_BYTES 4
#define LIKE_MAX_BYTES 40
/* Owners of one item behind these are not looked for among names alike. */
#define LIKE_MAX_OWNERS 64

static int compare_keys(const void *a, const void *b)
{
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

static void sort_keys(struct person_keys *keys)
{
    size_t kept = 0;
    if (keys->len)
        qsort(keys->items, keys->len, sizeof *keys->items, compare_keys);
    for (size_t i = 0; i < keys->len; i++)
        if (kept == 0 || !slice_equal(keys->items[kept - 1], keys->items[i]))
            keys->items[kept++] = keys->items[i];
    keys->len = kept;
}

static void collect(const struct people *people, bool roles, struct arena *arena,
                    struct person_keys *out)
{
    for (size_t i = 0; i < people->len; i++)
        if (people->items[i].role_only == roles)
            *VEC_PUSH(arena, out) = people->items[i].key;
}

/* The document's different people, or its roles. */
static void keys_of(const struct model *model, bool roles, struct arena *arena,
                    struct person_keys *out)
{
    collect(&model->people, roles, arena, out);
    for (size_t i = 0; i < model->items.len; i++)
        collect(&model->items.items[i].owners, roles, arena, out);
    sort_keys(out);
}

/* The key and every form of it with one character left out. */
static void forms_of(struct slice key, struct arena *arena, struct person_keys *out)
{
    if (key.len < LIKE_MIN_BYTES || key.len > LIKE_MAX_BYTES)
        return;
    *VEC_PUSH(arena, out) = key;
    for (size_t at = 0; at < key.len;) {
        uint32_t c;
        size_t len = utf8_decode(slice_from(key, at), &c);
        char *form = arena_alloc(arena, key.len);
        memcpy(form, key.ptr, at);
        memcpy(form + at, key.ptr + at + len, key.len - at - len);
        *VEC_PUSH(arena, out) = (struct slice){form, key.len - len};
        at += len;
    }
    sort_keys(out);
}

static struct name_entry *add(struct names *names, struct snapshot *snapshot, enum name_space space,
                              struct slice text, uint32_t index)
{
    struct name_chunk **chain = &snapshot->names[NAMES_OF_PEOPLE];
    struct name_entry *entry =
        names_add(names, chain, NAME_DEFINES, space, text, &snapshot->document, index);
    names_add(names, chain, NAME_ASKS, space, text, &snapshot->document, NO_INDEX);
    return entry;
}

/* Tasks' and whole documents' owners are found by themselves: whom a backlog's tasks name is nobody else's news. */
static void add_assignees(struct names *names, struct snapshot *snapshot, struct arena *scratch)
{
    const struct model *model = snapshot->document.model;
    struct person_keys keys = {0};
    collect(&model->owners, true, scratch, &keys);
    collect(&model->owners, false, scratch, &keys);
    for (size_t t = 0; t < model->tasks.len; t++) {
        collect(&model->tasks.items[t].owners, true, scratch, &keys);
        collect(&model->tasks.items[t].owners, false, scratch, &keys);
    }
    sort_keys(&keys);
    for (size_t i = 0; i < keys.len; i++)
        names_add(names, &snapshot->names[NAMES_OF_PEOPLE], NAME_DEFINES, NAME_ASSIGNEE,
                  keys.items[i], &snapshot->document, NO_INDEX);
}

/* Somebody and where they are named: an item, or NO_INDEX where they are declared. */
struct place {
    const struct person *person;
    uint32_t item;
};

struct places {
    VEC_MEMBERS(struct place);
};

static int compare_places(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    int order = slice_compare(x->person->key, y->person->key);
    return order ? order : x->item < y->item ? -1 : x->item > y->item;
}

static void collect_places(const struct people *people, uint32_t item, struct arena *arena,
                           struct places *out)
{
    for (size_t i = 0; i < people->len; i++)
        *VEC_PUSH(arena, out) = (struct place){&people->items[i], item};
}

/* The places of one key, from the first to the one before `end`. */
static struct person_summary summary_of(const struct place *first, const struct place *end)
{
    struct person_summary summary = {0};
    for (const struct place *place = first; place < end; place++) {
        if (place->item == NO_INDEX) {
            summary.declared = true;
            continue;
        }
        summary.items += place == first || place[-1].item != place->item;
        summary.stated = summary.stated || place->person->share > 0;
    }
    return summary;
}

static void add_person(struct names *names, struct snapshot *snapshot, struct slice key,
                       uint32_t item, struct person_summary *summary)
{
    struct name_entry *entry = add(names, snapshot, NAME_PERSON, key, item);
    if (!entry)
        return;
    entry->items = summary->items;
    entry->declared = summary->declared;
    entry->stated = summary->stated;
    *summary = (struct person_summary){0}; /* who is a role too has two entries */
}

static void add_key(struct names *names, struct snapshot *snapshot, const struct place *first,
                    const struct place *end, struct arena *scratch)
{
    struct person_summary summary = summary_of(first, end);
    struct slice key = first->person->key;
    const struct place *role = first, *person = first;
    while (role < end && !role->person->role_only)
        role++;
    while (person < end && person->person->role_only)
        person++;
    if (role < end)
        add_person(names, snapshot, key, NO_INDEX, &summary);
    if (person == end)
        return;
    struct person_keys forms = {0};
    add_person(names, snapshot, key, person->item, &summary);
    forms_of(key, scratch, &forms);
    for (size_t f = 0; f < forms.len; f++)
        add(names, snapshot, NAME_LIKE, forms.items[f], person->item);
}

void names_add_people(struct names *names, struct snapshot *snapshot, struct arena *scratch)
{
    const struct model *model = snapshot->document.model;
    struct places all = {0};
    add_assignees(names, snapshot, scratch);
    collect_places(&model->people, NO_INDEX, scratch, &all);
    for (uint32_t i = 0; i < model->items.len; i++)
        collect_places(&model->items.items[i].owners, i, scratch, &all);
    if (!all.len)
        return;
    qsort(all.items, all.len, sizeof *all.items, compare_places);
    for (const struct place *from = all.items, *to, *end = from + all.len; from < end; from = to) {
        for (to = from + 1; to < end && slice_equal(to->person->key, from->person->key);)
            to++;
        add_key(names, snapshot, from, to, scratch);
    }
}

/* ---- look-ups -------------------------------------------------------------------------------- */

static const struct person *find_person(const struct people *people, struct slice key)
{
    for (size_t i = 0; i < people->len; i++)
        if (slice_equal(people->items[i].key, key))
            return &people->items[i];
    return NULL;
}

static int compare_documents(const void *a, const void *b)
{
    const struct document *const *x = a, *const *y = b;
    return slice_compare((*x)->path, (*y)->path);
}

static void add_documents(const struct workspace *ws, enum name_space space, struct slice text,
                          struct arena *arena, struct document_list *list)
{
    const struct name_entry *entry = names_find(ws->names, NAME_DEFINES, space, text);
    for (; entry; entry = entry->next)
        *VEC_PUSH(arena, list) = entry->document;
}

static void sort_documents(struct document_list *list)
{
    size_t kept = 0;
    if (list->len)
        qsort(list->items, list->len, sizeof(const struct document *), compare_documents);
    for (size_t i = 0; i < list->len; i++)
        if (kept == 0 || list->items[kept - 1] != list->items[i])
            list->items[kept++] = list->items[i];
    list->len = kept;
}

void document_people(const struct document *document, struct arena *arena, struct person_keys *out)
{
    keys_of(document->model, true, arena, out);
    keys_of(document->model, false, arena, out);
}

bool workspace_is_everywhere(const struct workspace *ws, struct slice key)
{
    return names_are_many(ws->names, NAME_PERSON, key);
}

void workspace_naming(const struct workspace *ws, const struct person_keys *keys,
                      struct arena *arena, struct document_list *out)
{
    for (size_t i = 0; i < keys->len; i++)
        add_documents(ws, NAME_PERSON, keys->items[i], arena, out);
    sort_documents(out);
}

void workspace_mentioning(const struct workspace *ws, struct slice key, struct arena *arena,
                          struct document_list *out)
{
    add_documents(ws, NAME_PERSON, key, arena, out);
    add_documents(ws, NAME_ASSIGNEE, key, arena, out);
    sort_documents(out);
}

/* The places in one document: `first` is the first item that may be one, and `items` of them are. */
static void add_places(const struct document *document, struct slice key, uint32_t first,
                       uint32_t items, struct arena *arena, struct person_places *out)
{
    const struct model *model = document->model;
    for (size_t i = 0; i < model->people.len; i++)
        if (slice_equal(model->people.items[i].key, key))
            *VEC_PUSH(arena, out) =
                (struct person_place){document, NO_INDEX, &model->people.items[i]};
    for (uint32_t i = first; items > 0 && i < model->items.len; i++) {
        const struct person *person = find_person(&model->items.items[i].owners, key);
        if (!person)
            continue;
        *VEC_PUSH(arena, out) = (struct person_place){document, i, person};
        items--;
    }
}

static int compare_entries(const void *a, const void *b)
{
    const struct name_entry *const *x = a, *const *y = b;
    int order = compare_documents(&(*x)->document, &(*y)->document);
    return order ? order : ((*x)->items < (*y)->items) - ((*x)->items > (*y)->items);
}

void workspace_person(const struct workspace *ws, struct slice key, struct arena *arena,
                      struct person_places *out)
{
    VEC(const struct name_entry *) entries = {0};
    const struct name_entry *entry = names_find(ws->names, NAME_DEFINES, NAME_PERSON, key);
    for (; entry; entry = entry->next)
        *VEC_PUSH(arena, &entries) = entry;
    if (entries.len)
        qsort(entries.items, entries.len, sizeof(const struct name_entry *), compare_entries);
    for (size_t e = 0; e < entries.len; e++) {
        const struct name_entry *one = entries.items[e];
        /* Who is a role there too has a second entry, which counts nothing. */
        if (e == 0 || entries.items[e - 1]->document != one->document)
            add_places(one->document, key, one->index == NO_INDEX ? 0 : one->index, one->items,
                       arena, out);
    }
}

struct person_summary workspace_person_summary(const struct workspace *ws, struct slice key)
{
    struct person_summary all = {0};
    const struct name_entry *entry = names_find(ws->names, NAME_DEFINES, NAME_PERSON, key);
    for (; entry; entry = entry->next) {
        all.items += entry->items;
        all.declared = all.declared || entry->declared;
        all.stated = all.stated || entry->stated;
    }
    return all;
}

/* Of those whom an entry may mean, the ones a slip away. */
static void add_like(const struct name_entry *entry, struct slice key, struct arena *arena,
                     struct person_keys *out)
{
    const struct model *model = entry->document->model;
    const struct people *people =
        entry->index == NO_INDEX ? &model->people : &model->items.items[entry->index].owners;
    for (size_t i = 0; i < people->len && i < LIKE_MAX_OWNERS; i++) {
        const struct person *person = &people->items[i];
        if (!person->role_only && person->key.len >= LIKE_MIN_BYTES &&
            person->key.len <= LIKE_MAX_BYTES && fold_distance(person->key, key, 1) == 1)
            *VEC_PUSH(arena, out) = person->key;
    }
}

static void find_like(const struct workspace *ws, struct slice key, uint32_t least,
                      struct arena *arena, struct person_keys *out)
{
    struct person_keys forms = {0}, like = {0};
    forms_of(key, arena, &forms);
    for (size_t f = 0; f < forms.len; f++) {
        const struct name_entry *entry =
            names_find(ws->names, NAME_DEFINES, NAME_LIKE, forms.items[f]);
        if (!entry || names_are_many(ws->names, NAME_LIKE, forms.items[f]))
            continue;
        for (; entry; entry = entry->next)
            add_like(entry, key, arena, &like);
    }
    sort_keys(&like);
    for (size_t i = 0; i < like.len; i++) {
        struct person_summary summary = workspace_person_summary(ws, like.items[i]);
        if (summary.declared || summary.items >= least)
            *VEC_PUSH(arena, out) = like.items[i];
    }
}

/* Keys as a memo keeps them: one behind the other, each behind its length. */
static void keep_keys(struct memo *memo, const struct memo_key *as, const struct person_keys *keys)
{
    struct strbuf kept;
    strbuf_init(&kept, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < keys->len; i++) {
        strbuf_append(&kept, (struct slice){(const char *)&keys->items[i].len, sizeof(size_t)});
        strbuf_append(&kept, keys->items[i]);
    }
    memo_keep(memo, as, kept.ptr, kept.len);
    strbuf_release(&kept);
}

static bool kept_keys(struct memo *memo, const struct memo_key *as, struct arena *arena,
                      struct person_keys *out)
{
    size_t size, len;
    const char *kept = memo_find(memo, as, &size);
    for (size_t at = 0; kept && at < size; at += len) {
        memcpy(&len, kept + at, sizeof len);
        at += sizeof len;
        *VEC_PUSH(arena, out) = (struct slice){kept + at, len};
    }
    return kept != NULL;
}

void workspace_people_like(const struct workspace *ws, const struct document *from,
                           struct slice key, uint32_t least, struct arena *arena,
                           struct person_keys *out)
{
    uint64_t with[] = {ws->people_changes, least};
    struct memo_key as = {MEMO_LIKE, {(const char *)with, sizeof with}, key};
    if (kept_keys(from->memo, &as, arena, out))
        return;
    find_like(ws, key, least, arena, out);
    if (from->memo)
        keep_keys(from->memo, &as, out);
}
