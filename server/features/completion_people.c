/* completion_people.c: people with their roles, behind an owner's label and behind `@`. */
#include "features/completion.h"

#include <stdlib.h>
#include <string.h>

#define uthash_fatal(message) memory_exhausted()
#include <uthash.h>

/* Somebody, as they were met first: nearest. */
struct met {
    UT_hash_handle hh;
    struct slice key, name, role;
    struct slice handle; /* "jane" where the document itself writes @jane */
    bool plain;          /* the document writes the name without it too */
    uint32_t here;       /* how often this document names them */
    uint32_t there;      /* and other documents */
    size_t order;
    bool role_only, taken;
};

struct meeting_people {
    struct met *table;
    size_t count;
};

/* Typed with or without `@`. */
static bool fits_typed(const struct completing *c, struct slice name)
{
    struct completing bare = *c;
    struct slice typed = completing_typed(c);
    bare.typed.start += typed.len && typed.ptr[0] == '@';
    return completing_fits(&bare, name);
}

static void meet(struct completing *c, struct meeting_people *people,
                 const struct document *document, const struct person *person)
{
    struct met *met = NULL;
    if (person->key.len == 0 || person->name.len == 0)
        return;
    HASH_FIND(hh, people->table, person->key.ptr, person->key.len, met);
    if (!met && document != c->document && !fits_typed(c, person->name))
        return;
    if (!met) {
        met = ARENA_NEW(c->arena, struct met);
        met->key = person->key;
        met->name = person->name;
        met->role_only = person->role_only;
        met->order = people->count++;
        HASH_ADD_KEYPTR(hh, people->table, met->key.ptr, met->key.len, met);
    }
    if (person->name.len > met->name.len)
        met->name = person->name; /* "Jane Doe" rather than "Jane" */
    if (met->role.len == 0)
        met->role = person->role;
    bool here = document == c->document;
    bool handle =
        here && person->name_span.start > 0 && c->bytes.ptr[person->name_span.start - 1] == '@';
    if (handle && met->handle.len == 0)
        met->handle = person->name;
    met->plain = met->plain || (here && !handle && !span_touches(person->where, c->offset));
    /* A name under the cursor is being typed: nobody's. */
    if (here && span_touches(person->where, c->offset))
        met->taken = true;
    else if (here)
        met->here++;
    else
        met->there++;
}

static void meet_all(struct completing *c, struct meeting_people *people,
                     const struct document *document, const struct people *list)
{
    for (size_t i = 0; i < list->len; i++)
        meet(c, people, document, &list->items[i]);
}

/* So many people are enough to choose from. */
#define MAX_PEOPLE 400

static bool meet_document(struct completing *c, const struct document *document, void *context)
{
    struct meeting_people *people = context;
    const struct model *model = document->model;
    meet_all(c, people, document, &model->people);
    meet_all(c, people, document, &model->owners);
    for (size_t i = 0; i < model->items.len; i++)
        meet_all(c, people, document, &model->items.items[i].owners);
    for (size_t t = 0; t < model->tasks.len; t++)
        meet_all(c, people, document, &model->tasks.items[t].owners);
    c->out->cut = c->out->cut || people->count >= MAX_PEOPLE;
    return people->count < MAX_PEOPLE;
}

/* Those this document names most first, then those met nearest. */
static int compare(const void *a, const void *b)
{
    const struct met *x = *(struct met *const *)a, *y = *(struct met *const *)b;
    if (x->here != y->here)
        return x->here > y->here ? -1 : 1;
    if (x->role_only != y->role_only)
        return x->role_only ? 1 : -1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static struct met **gather(struct completing *c, size_t *count)
{
    struct meeting_people people = {0};
    completing_visit(c, &people, meet_document);
    struct met **sorted = arena_array(c->arena, people.count + 1, sizeof(struct met *));
    *count = 0;
    for (struct met *met = people.table; met; met = met->hh.next)
        if (met->here || met->there) /* not only what is being typed */
            sorted[(*count)++] = met;
    HASH_CLEAR(hh, people.table);
    if (*count > 1)
        qsort(sorted, *count, sizeof *sorted, compare);
    return sorted;
}

static const char *detail_of(struct completing *c, const struct met *met)
{
    if (met->role.len)
        return arena_cstring(c->arena, met->role);
    return met->role_only ? "role" : "";
}

/* Do owners in this document carry their roles: "Alex (Sales Eng)"? Half of them decide. */
static bool are_roles_written(const struct completing *c)
{
    size_t with = 0, all = 0;
    for (size_t i = 0; i < c->model->items.len; i++) {
        const struct people *owners = &c->model->items.items[i].owners;
        for (size_t p = 0; p < owners->len; p++) {
            bool typed = span_touches(c->line, owners->items[p].where.start);
            all += !typed && !owners->items[p].role_only;
            with += !typed && owners->items[p].role.len > 0;
        }
    }
    return with * 2 >= all && with > 0;
}

/* Is the person among those that the value has already, beside the cursor? */
static bool is_in_value(const struct completing *c, const struct met *met, struct span value)
{
    struct slice before = span_slice(c->bytes, (struct span){value.start, c->typed.start});
    struct slice after = span_slice(c->bytes, (struct span){c->end, value.end});
    return slice_find_nocase(before, met->name) != SLICE_NONE ||
           slice_find_nocase(after, met->name) != SLICE_NONE;
}

/* What is compared with what is typed, be it with `@` or without. */
static const char *handle_of(struct completing *c, const struct met *met)
{
    return arena_printf(c->arena, "@%.*s", SLICE_ARG(met->handle.len ? met->handle : met->name));
}

void complete_people(struct completing *c, uint32_t start, uint32_t end)
{
    struct span value = {start, end};
    struct span part = completing_part(c, start, end, ",;/&+");
    bool at = part.start < c->offset && c->bytes.ptr[part.start] == '@';
    completing_from(c, part.start, part.end);
    size_t count;
    struct met **people = gather(c, &count);
    bool roles = are_roles_written(c) && !c->yaml;
    for (size_t i = 0; i < count; i++) {
        const struct met *met = people[i];
        const char *called = handle_of(c, met);
        if (is_in_value(c, met, value) || !completing_fits(c, slice_of(called)))
            continue;
        const char *text = arena_cstring(c->arena, met->name);
        if (met->handle.len && (at || !met->plain))
            text = arena_printf(c->arena, "@%.*s", SLICE_ARG(met->handle));
        else if (roles && met->role.len && !met->role_only)
            text = arena_printf(c->arena, "%s (%.*s)", text, SLICE_ARG(met->role));
        struct planls_completion *completion = completing_add(
            c, PLANLS_COMPLETION_PERSON, met->name, completing_value(c, slice_of(text)));
        if (!completion)
            return;
        completion->detail = detail_of(c, met);
        if (at)
            completion->filter = called;
        completion_about(c, completion, PLANLS_ABOUT_PERSON, NULL, 0, met->key);
    }
}

/* Where an `@` that begins a name stands before the cursor, or SLICE_NONE. */
static size_t find_at(struct slice head)
{
    size_t at = slice_find_last_byte(head, '@');
    if (at == SLICE_NONE ||
        (at > 0 && !ascii_is_space(head.ptr[at - 1]) && !strchr("([,;/:*_", head.ptr[at - 1])))
        return SLICE_NONE; /* an address */
    for (size_t i = at + 1; i < head.len; i++)
        if (ascii_is_space(head.ptr[i]))
            return SLICE_NONE;
    return at;
}

bool complete_mention(struct completing *c)
{
    size_t at = find_at(c->head);
    if (at == SLICE_NONE || !completing_wants(c, "@"))
        return false;
    uint32_t start = c->line.start + (uint32_t)at, end = c->offset;
    while (end < c->line.end && (ascii_is_alnum(c->bytes.ptr[end]) || c->bytes.ptr[end] == '-' ||
                                 c->bytes.ptr[end] == '_'))
        end++;
    completing_from(c, start, end);
    size_t count;
    struct met **people = gather(c, &count);
    for (size_t i = 0; i < count; i++) {
        const struct met *met = people[i];
        bool spaced = slice_find_byte(met->name, ' ') != SLICE_NONE;
        const char *handle = handle_of(c, met);
        if (!completing_fits(c, slice_of(handle)))
            continue;
        /* Nobody's handle has a space: then it is the name that was meant. Else the `@` stays. */
        bool named = spaced && !met->handle.len;
        struct slice text = named ? met->name : slice_from(slice_of(handle), 1);
        completing_from(c, named ? start : start + 1, end);
        struct planls_completion *completion =
            completing_add(c, PLANLS_COMPLETION_PERSON, met->name, text);
        completing_from(c, start, end);
        if (!completion)
            break;
        completion->detail = detail_of(c, met);
        completion->filter = named ? handle : arena_cstring(c->arena, text);
        completion_about(c, completion, PLANLS_ABOUT_PERSON, NULL, 0, met->key);
    }
    return true;
}
