/* workspace_symbol.c: names found over all documents (planls/symbol.h).
 *
 * Every name is asked for its letters, a word of memory each and made once for a state of a document; those
 * that have the query's are read. No index to keep up to date while typing.
 */
#include "features/symbol.h"
#include "model/name_letters.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

/* Somebody who is named again is looked for among so many people before: more would be quadratic. */
#define MAX_LOOK_BACK 64

/* How well a name answers the query; smaller is better. */
enum fit { FIT_WHOLE, FIT_BEGINNING, FIT_WORD, FIT_INSIDE, FIT_SCATTERED, FIT_NONE };

enum found_kind { FOUND_DOCUMENT, FOUND_ITEM, FOUND_TASK, FOUND_PERSON };

struct found {
    const struct document *document;
    enum fit fit;
    enum found_kind kind;
    uint32_t index;
    const struct person *person; /* FOUND_PERSON: of item `index` */
    size_t length;               /* of the name: a short one is told first */
};

struct search {
    struct slice query; /* case folded */
    uint64_t letters;   /* of the query */
    bool ascii;         /* the query is, so names need folding only where they are not */
    struct arena *arena;
    struct arena scratch;
    VEC(struct found) found;
};

static bool is_ascii(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool is_letter_or_digit(char c)
{
    return (unsigned char)c >= 0x80 || (lower(c) >= 'a' && lower(c) <= 'z') ||
           (c >= '0' && c <= '9');
}

static bool is_scattered_in(struct slice name, struct slice query)
{
    size_t found = 0;
    for (size_t i = 0; i < name.len && found < query.len; i++)
        if (lower(name.ptr[i]) == query.ptr[found])
            found++;
    return found == query.len;
}

static enum fit fit_folded(struct slice name, struct slice query)
{
    enum fit best = FIT_NONE;
    if (!is_scattered_in(name, query))
        return FIT_NONE;
    for (size_t from = 0; best > FIT_WORD;) {
        size_t at = slice_find_nocase(slice_from(name, from), query);
        if (at == SLICE_NONE)
            break;
        at += from;
        if (at == 0)
            return name.len == query.len ? FIT_WHOLE : FIT_BEGINNING;
        best = is_letter_or_digit(name.ptr[at - 1]) ? FIT_INSIDE : FIT_WORD;
        from = at + 1;
    }
    return best == FIT_NONE ? FIT_SCATTERED : best;
}

static bool may_fit(const struct search *search, uint64_t letters)
{
    return (search->letters & ~letters) == 0;
}

static enum fit fit(struct search *search, struct slice name, uint64_t letters)
{
    if (search->query.len == 0)
        return FIT_SCATTERED;
    if (search->ascii && !(letters & LETTERS_BEYOND_ASCII))
        return fit_folded(name, search->query);
    arena_clear(&search->scratch);
    return fit_folded(fold_case(&search->scratch, name), search->query);
}

static void look_at(struct search *search, const struct document *document, enum found_kind kind,
                    uint32_t index, const struct person *person, struct slice name,
                    uint64_t letters)
{
    enum fit how = name.len ? fit(search, name, letters) : FIT_NONE;
    if (how != FIT_NONE)
        *VEC_PUSH(search->arena, &search->found) =
            (struct found){document, how, kind, index, person, name.len};
}

/* Somebody is told once per document that names them. */
static void look_at_people(struct search *search, const struct document *document,
                           const uint64_t *letters)
{
    const struct model *model = document->model;
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct people *owners = &model->items.items[i].owners;
        for (size_t p = 0; p < owners->len; p++, letters++) {
            if (!may_fit(search, *letters))
                continue;
            bool told = false;
            size_t looked = 0;
            for (size_t f = search->found.len; f-- > 0 && !told && looked++ < MAX_LOOK_BACK;) {
                const struct found *found = &search->found.items[f];
                if (found->document != document || found->kind != FOUND_PERSON)
                    break;
                told = slice_equal_nocase(found->person->name, owners->items[p].name);
            }
            if (!told)
                look_at(search, document, FOUND_PERSON, i, &owners->items[p], owners->items[p].name,
                        *letters);
        }
    }
}

static void look_through(struct search *search, const struct document *document)
{
    const struct model *model = document->model;
    const struct name_letters *letters = model_name_letters(document->model);
    const uint64_t *items = letters->names, *tasks = items + model->items.len;
    if (!may_fit(search, letters->all))
        return;
    if (may_fit(search, letters->path))
        look_at(search, document, FOUND_DOCUMENT, 0, NULL, document->path, letters->path);
    for (uint32_t i = 0; i < model->items.len; i++)
        if (may_fit(search, items[i]))
            look_at(search, document, FOUND_ITEM, i, NULL, model->items.items[i].title, items[i]);
    if (search->query.len == 0)
        return;
    for (uint32_t t = 0; t < model->tasks.len; t++) {
        if (!may_fit(search, tasks[t]))
            continue;
        const struct task *task = &model->tasks.items[t];
        bool by_id = slice_equal_nocase(task->id, search->query);
        /* An id may be beyond ASCII where the title is not. */
        look_at(search, document, FOUND_TASK, t, NULL, by_id ? task->id : task->title,
                by_id ? LETTERS_BEYOND_ASCII : tasks[t]);
    }
    if (may_fit(search, letters->owners))
        look_at_people(search, document, tasks + model->tasks.len);
}

static int compare(const void *a, const void *b)
{
    const struct found *x = a, *y = b;
    if (x->fit != y->fit)
        return x->fit < y->fit ? -1 : 1;
    if (x->length != y->length)
        return x->length < y->length ? -1 : 1;
    int order = slice_compare(x->document->path, y->document->path);
    if (order)
        return order;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

static void tell_document(const struct document *document, struct arena *arena,
                          struct planls_symbol *out)
{
    out->kind = PLANLS_SYMBOL_DOCUMENT;
    out->name = arena_cstring(arena, document->path);
    out->detail = arena_cstring(arena, document->model->title);
    out->where.path = out->name;
}

static void tell_person(const struct document *document, const struct found *found,
                        struct arena *arena, struct planls_symbol *out)
{
    out->kind = PLANLS_SYMBOL_PERSON;
    out->name = arena_cstring(arena, found->person->name);
    out->detail = arena_cstring(arena, found->person->role);
    out->container = arena_cstring(arena, document->model->items.items[found->index].title);
    out->where = (struct planls_location){arena_cstring(arena, document->path),
                                          facade_range(found->person->where),
                                          facade_range(found->person->name_span)};
}

static void tell_container(const struct document *document, uint32_t item, struct arena *arena,
                           struct planls_symbol *out)
{
    const struct model *model = document->model;
    struct slice container = item == NO_INDEX ? model->title : model->items.items[item].title;
    out->container = arena_cstring(arena, container.len ? container : document->path);
}

static void tell(const struct found *found, struct arena *arena, struct planls_symbol *out)
{
    const struct document *document = found->document;
    *out = (struct planls_symbol){.detail = "", .container = "", .parent = PLANLS_NO_PARENT};
    switch (found->kind) {
    case FOUND_DOCUMENT:
        tell_document(document, arena, out);
        break;
    case FOUND_ITEM:
        symbol_of_item(document, found->index, arena, out);
        tell_container(document, document->model->items.items[found->index].parent, arena, out);
        break;
    case FOUND_TASK:
        symbol_of_task(document, found->index, arena, out);
        tell_container(document, document->model->tasks.items[found->index].item, arena, out);
        break;
    case FOUND_PERSON:
        tell_person(document, found, arena, out);
        break;
    }
}

/* How a found one ranks by fit and length alone: what is sure to come after `max` others need not be sorted. */
#define RANK_LENGTHS 256
static size_t rank_of(const struct found *found)
{
    size_t length = found->length < RANK_LENGTHS ? found->length : RANK_LENGTHS - 1;
    return (size_t)found->fit * RANK_LENGTHS + length;
}

static void keep_best(struct search *search, size_t max)
{
    size_t counts[FIT_NONE * RANK_LENGTHS] = {0}, last = 0, before = 0, kept = 0;
    for (size_t i = 0; i < search->found.len; i++)
        counts[rank_of(&search->found.items[i])]++;
    while (last + 1 < FIT_NONE * RANK_LENGTHS && before + counts[last] < max)
        before += counts[last++];
    for (size_t i = 0; i < search->found.len; i++)
        if (rank_of(&search->found.items[i]) <= last)
            search->found.items[kept++] = search->found.items[i];
    search->found.len = kept;
}

void planls_workspace_symbols(struct planls_workspace *workspace, const char *query, size_t max,
                              struct planls_results *results, struct planls_symbols *out)
{
    struct search search = {.arena = &results->arena};
    arena_init(&search.scratch);
    search.query = fold_case(&results->arena, slice_trim(slice_of(query)));
    search.letters = letters_of(search.query);
    search.ascii = is_ascii(search.query);
    for (size_t i = 0; i < workspace_count(workspace->ws); i++)
        look_through(&search, workspace_at(workspace->ws, i));
    if (search.found.len > max)
        keep_best(&search, max);
    if (search.found.len > 1)
        qsort(search.found.items, search.found.len, sizeof *search.found.items, compare);
    for (size_t i = 0; i < search.found.len && i < max; i++)
        tell(&search.found.items[i], &results->arena, VEC_PUSH(&results->arena, out));
    arena_release(&search.scratch);
}
