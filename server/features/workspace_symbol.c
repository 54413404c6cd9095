/* workspace_symbol.c: names found over all documents (planls/symbol.h).
 *
 * Words that begin like the query are looked for first, among the first bytes of all words (workspace/symbols.h).
 * Whatever else a query finds ranks lower, so only where there are too few of these every name is asked for its
 * letters, and those that have the query's are read.
 */
#include "features/symbol.h"
#include "text/fold.h"
#include "text/letters.h"
#include "workspace/symbols.h"

#include <stdlib.h>
#include <string.h>

/* How well a name answers the query; smaller is better. */
enum fit { FIT_WHOLE, FIT_BEGINNING, FIT_WORD, FIT_INSIDE, FIT_SCATTERED, FIT_NONE };

/* What was found, as one number, the best the smallest: fit, length of the name, which document by its path,
 * which name of it. */
#define LENGTH_BITS 13
#define ORDER_BITS  24
#define NAME_BITS   24

struct search {
    const struct symbols *symbols;
    struct slice query; /* case folded */
    uint64_t letters;   /* of the query */
    bool ascii;         /* the query is, so names need folding only where they are not */
    struct arena *arena;
    struct arena scratch;
    uint64_t *seen; /* a bit for each name that was found */
    VEC(uint64_t) found;
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

/* Reads the name. */
static enum fit fit_of(struct search *search, uint32_t number)
{
    const struct symbols *symbols = search->symbols;
    struct slice name = symbol_text(symbols, &symbols->names[number]);
    if (name.len == 0)
        return FIT_NONE;
    if (search->ascii && !(symbols->letters[number] & LETTERS_BEYOND_ASCII))
        return fit_folded(name, search->query);
    arena_clear(&search->scratch);
    return fit_folded(fold_case(&search->scratch, name), search->query);
}

static bool was_found(const struct search *search, uint32_t number)
{
    return search->seen[number / 64] >> number % 64 & 1;
}

static void find(struct search *search, uint32_t number, enum fit fit, size_t length)
{
    const struct symbol_name *name = &search->symbols->names[number];
    const struct symbol_slot *slot = &search->symbols->slots.items[name->slot];
    const uint64_t longest = (1u << LENGTH_BITS) - 1;
    uint64_t place = (uint64_t)fit << LENGTH_BITS | (length < longest ? length : longest);
    place = place << ORDER_BITS | slot->order;
    *VEC_PUSH(search->arena, &search->found) = place << NAME_BITS | (number - slot->first_name);
    search->seen[number / 64] |= UINT64_C(1) << number % 64;
}

static bool is_id(const struct search *search, const struct symbol_name *name)
{
    const struct document *document = symbol_document(search->symbols, name);
    return name->of == SYMBOL_OF_TASK &&
           slice_equal_nocase(document->model->tasks.items[name->index].id, search->query);
}

/* A word begins like the query. */
static void look_at_word(struct search *search, uint32_t of)
{
    uint32_t number = of & SYMBOL_NAME_MASK;
    if (number == SYMBOL_NO_NAME || was_found(search, number))
        return;
    const struct symbol_name *name = &search->symbols->names[number];
    enum fit fit = of & SYMBOL_AT_START ? FIT_BEGINNING : FIT_WORD;
    if (of & SYMBOL_IS_ID) {
        if (is_id(search, name))
            find(search, number, FIT_WHOLE, search->query.len);
        return;
    }
    bool whole = fit == FIT_BEGINNING && name->length == search->query.len;
    if (search->query.len > SYMBOL_START_BYTES ||
        (fit == FIT_BEGINNING && search->symbols->letters[number] & LETTERS_BEYOND_ASCII))
        fit = fit_of(search, number);
    else if (whole)
        fit = FIT_WHOLE;
    if (fit <= FIT_WORD)
        find(search, number, fit, name->length);
}

/* Compilers make of this what compares several at once. */
#define ABREAST 16u
static bool any_begins(const uint32_t starts[ABREAST], const struct symbol_start *like)
{
    uint32_t any = 0;
    for (size_t i = 0; i < ABREAST; i++)
        any |= (starts[i] & like->start_mask) == like->start;
    return any;
}

struct word_list {
    VEC_MEMBERS(uint32_t);
};

static void collect_words(struct search *search, struct word_list *out)
{
    const struct symbols *symbols = search->symbols;
    const struct symbol_start like = symbol_start(search->query);
    for (uint32_t i = 0; i < symbols->word_count;) {
        uint32_t end = i + ABREAST;
        if (end <= symbols->word_count && !any_begins(symbols->starts + i, &like)) {
            i = end;
            continue;
        }
        for (; i < end && i < symbols->word_count; i++)
            if ((symbols->starts[i] & like.start_mask) == like.start &&
                (symbols->nexts[i] & like.next_mask) == like.next)
                *VEC_PUSH(search->arena, out) = symbols->of[i];
    }
}

/* A name is told for the best of its words: ids come first, then what names begin with. */
static void look_through_words(struct search *search)
{
    static const uint32_t turns[] = {SYMBOL_IS_ID, SYMBOL_AT_START, 0};
    struct word_list like = {0};
    collect_words(search, &like);
    for (size_t turn = 0; turn < sizeof turns / sizeof *turns; turn++)
        for (size_t i = 0; i < like.len; i++)
            if ((like.items[i] & ~SYMBOL_NAME_MASK) == turns[turn])
                look_at_word(search, like.items[i]);
}

static void look_through_names(struct search *search)
{
    const struct symbols *symbols = search->symbols;
    for (uint32_t i = 0; i < symbols->name_count; i++) {
        if ((search->letters & ~symbols->letters[i]) != 0 || was_found(search, i))
            continue;
        const struct symbol_name *name = &symbols->names[i];
        bool by_id = is_id(search, name);
        enum fit fit = by_id ? FIT_WHOLE : fit_of(search, i);
        if (fit != FIT_NONE)
            find(search, i, fit, by_id ? search->query.len : name->length);
    }
}

static void take_all(struct search *search)
{
    const struct symbols *symbols = search->symbols;
    for (uint32_t i = 0; i < symbols->name_count; i++) {
        const struct symbol_name *name = &symbols->names[i];
        if (name->length && (name->of == SYMBOL_OF_DOCUMENT || name->of == SYMBOL_OF_ITEM))
            find(search, i, FIT_SCATTERED, name->length);
    }
}

static int compare(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* The `max` smallest come to the front, in any order: Hoare's selection. */
static void select_best(uint64_t *found, size_t count, size_t max)
{
    size_t low = 0, high = count - 1;
    while (low < high) {
        uint64_t pivot = found[low + (high - low) / 2];
        size_t i = low, j = high;
        for (;; i++, j--) {
            while (found[i] < pivot)
                i++;
            while (found[j] > pivot)
                j--;
            if (i >= j)
                break;
            uint64_t swapped = found[i];
            found[i] = found[j];
            found[j] = swapped;
        }
        /* All up to j are at most the pivot, all behind it at least. */
        if (max <= j)
            high = j;
        else if (max > j + 1)
            low = j + 1;
        else
            return;
    }
}

static void tell_document(const struct document *document, struct arena *arena,
                          struct planls_symbol *out)
{
    out->kind = PLANLS_SYMBOL_DOCUMENT;
    out->name = arena_cstring(arena, document->path);
    out->detail = arena_cstring(arena, document->model->title);
    out->where.path = out->name;
}

static void tell_person(const struct document *document, const struct symbol_name *name,
                        struct arena *arena, struct planls_symbol *out)
{
    const struct item *item = &document->model->items.items[name->index];
    const struct person *person = &item->owners.items[name->person];
    out->kind = PLANLS_SYMBOL_PERSON;
    out->name = arena_cstring(arena, person->name);
    out->detail = arena_cstring(arena, person->role);
    out->container = arena_cstring(arena, item->title);
    out->where =
        (struct planls_location){arena_cstring(arena, document->path), facade_range(person->where),
                                 facade_range(person->name_span)};
}

static void tell_container(const struct document *document, uint32_t item, struct arena *arena,
                           struct planls_symbol *out)
{
    const struct model *model = document->model;
    struct slice container = item == NO_INDEX ? model->title : model->items.items[item].title;
    out->container = arena_cstring(arena, container.len ? container : document->path);
}

static void tell(const struct document *document, const struct symbol_name *name,
                 struct arena *arena, struct planls_symbol *out)
{
    const struct model *model = document->model;
    *out = (struct planls_symbol){.detail = "", .container = "", .parent = PLANLS_NO_PARENT};
    switch (name->of) {
    case SYMBOL_OF_DOCUMENT:
        tell_document(document, arena, out);
        break;
    case SYMBOL_OF_ITEM:
        symbol_of_item(document, name->index, arena, out);
        tell_container(document, model->items.items[name->index].parent, arena, out);
        break;
    case SYMBOL_OF_TASK:
        symbol_of_task(document, name->index, arena, out);
        tell_container(document, model->tasks.items[name->index].item, arena, out);
        break;
    case SYMBOL_OF_PERSON:
        tell_person(document, name, arena, out);
        break;
    }
}

static void tell_found(const struct search *search, const struct workspace *ws, uint64_t found,
                       struct planls_symbols *out)
{
    const struct symbols *symbols = search->symbols;
    uint64_t order = found >> NAME_BITS & ((1u << ORDER_BITS) - 1);
    const struct document *document = workspace_at(ws, (size_t)order);
    const struct symbol_slot *slot = symbols_slot(symbols, document);
    uint64_t number = slot->first_name + (found & ((1u << NAME_BITS) - 1));
    tell(document, &symbols->names[number], search->arena, VEC_PUSH(search->arena, out));
}

void planls_workspace_symbols(struct planls_workspace *workspace, const char *query, size_t max,
                              struct planls_results *results, struct planls_symbols *out)
{
    struct search search = {.arena = &results->arena, .symbols = workspace_symbols(workspace->ws)};
    arena_init(&search.scratch);
    search.query = fold_case(&results->arena, slice_trim(slice_of(query)));
    search.letters = letters_of(search.query);
    search.ascii = is_ascii(search.query);
    search.seen =
        arena_array(&results->arena, search.symbols->name_count / 64 + 1, sizeof *search.seen);
    if (search.query.len == 0)
        take_all(&search);
    else if (is_letter_or_digit(search.query.ptr[0]))
        look_through_words(&search);
    if (search.query.len > 0 && search.found.len < max)
        look_through_names(&search);
    size_t count = search.found.len < max ? search.found.len : max;
    if (count < search.found.len)
        select_best(search.found.items, search.found.len, count);
    if (count > 1)
        qsort(search.found.items, count, sizeof *search.found.items, compare);
    for (size_t i = 0; i < count; i++)
        tell_found(&search, workspace->ws, search.found.items[i], out);
    arena_release(&search.scratch);
}
