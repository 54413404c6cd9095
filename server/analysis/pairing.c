/* pairing.c: which item and which task of an earlier text is which of a later one. */
#include "analysis/pairing.h"

#include "text/fold.h"

#include <stdlib.h>

#define ALIKE      0.6
#define SLIP_FROM  8 /* bytes */
#define SLIP_MOST  2 /* characters */
#define MOST_WORDS 64

/* ---- words ----------------------------------------------------------------------------------- */

struct word_set {
    struct slice v[MOST_WORDS];
    size_t len;
};

static int compare_words(const void *a, const void *b)
{
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

static void read_words(struct slice text, struct word_set *out)
{
    out->len = 0;
    for (size_t i = 0; i < text.len && out->len < MOST_WORDS;) {
        size_t start = i;
        while (i < text.len && ((unsigned char)text.ptr[i] >= 0x80 || ascii_is_alnum(text.ptr[i])))
            i++;
        if (i > start)
            out->v[out->len++] = slice_sub(text, start, i);
        else
            i++;
    }
    if (out->len)
        qsort(out->v, out->len, sizeof *out->v, compare_words);
}

double words_alike(struct slice a, struct slice b)
{
    struct word_set x, y;
    read_words(a, &x);
    read_words(b, &y);
    size_t i = 0, j = 0, common = 0;
    while (i < x.len && j < y.len) {
        int order = slice_compare(x.v[i], y.v[j]);
        common += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    return x.len + y.len ? 2.0 * (double)common / (double)(x.len + y.len) : 1.0;
}

/* ---- passes ---------------------------------------------------------------------------------- */

struct side {
    const struct pair_name *names;
    size_t count;
    uint32_t *other; /* what is paired already */
};

/* What a pass compares; empty: takes no part. */
struct key {
    struct slice first, second;
    uint32_t index;
};

enum pass { PASS_ID_AND_TITLE, PASS_PLACE, PASS_ID, PASS_TITLE };

static struct key key_of(const struct pair_name *name, enum pass pass, uint32_t index)
{
    switch (pass) {
    case PASS_ID_AND_TITLE:
        if (name->id.len == 0)
            break;
        return (struct key){name->id, name->title, index};
    case PASS_PLACE:
        return (struct key){name->title, name->place, index};
    case PASS_ID:
        return (struct key){name->id, {"", 0}, index};
    case PASS_TITLE:
        return (struct key){name->title, {"", 0}, index};
    }
    return (struct key){{"", 0}, {"", 0}, index};
}

static int compare_names(const struct key *x, const struct key *y)
{
    int order = slice_compare(x->first, y->first);
    return order ? order : slice_compare(x->second, y->second);
}

static int compare_keys(const void *a, const void *b)
{
    const struct key *x = a, *y = b;
    int order = compare_names(x, y);
    return order ? order : x->index < y->index ? -1 : x->index > y->index;
}

static struct key *keys_of(const struct side *side, enum pass pass, struct arena *arena,
                           size_t *count)
{
    struct key *keys = arena_array(arena, side->count + 1, sizeof *keys);
    *count = 0;
    for (size_t i = 0; i < side->count; i++) {
        struct key key = key_of(&side->names[i], pass, (uint32_t)i);
        if (side->other[i] == NO_INDEX && key.first.len)
            keys[(*count)++] = key;
    }
    qsort(keys, *count, sizeof *keys, compare_keys);
    return keys;
}

static size_t run_of(const struct key *keys, size_t count, size_t from)
{
    size_t end = from + 1;
    while (end < count && compare_names(&keys[from], &keys[end]) == 0)
        end++;
    return end - from;
}

static bool is_numbering(struct slice id)
{
    for (size_t i = 0; i < id.len; i++)
        if (!ascii_is_digit(id.ptr[i]) && id.ptr[i] != '.' && id.ptr[i] != '-')
            return false;
    return true;
}

static bool may_pair(const struct side *before, const struct side *now, enum pass pass, uint32_t b,
                     uint32_t n)
{
    return pass != PASS_ID || !is_numbering(before->names[b].id) ||
           words_alike(before->names[b].title, now->names[n].title) >= ALIKE;
}

static void pair_pass(struct side *before, struct side *now, enum pass pass, struct arena *arena)
{
    size_t before_count, now_count;
    struct key *b = keys_of(before, pass, arena, &before_count);
    struct key *n = keys_of(now, pass, arena, &now_count);
    for (size_t i = 0, j = 0; i < before_count && j < now_count;) {
        int order = compare_names(&b[i], &n[j]);
        size_t runs[] = {run_of(b, before_count, i), run_of(n, now_count, j)};
        bool one = runs[0] == 1 && runs[1] == 1;
        for (size_t k = 0; order == 0 && k < runs[0] && k < runs[1]; k++) {
            if ((pass != PASS_PLACE && !one) ||
                !may_pair(before, now, pass, b[i + k].index, n[j + k].index))
                continue;
            before->other[b[i + k].index] = n[j + k].index;
            now->other[n[j + k].index] = b[i + k].index;
        }
        i += order <= 0 ? runs[0] : 0;
        j += order >= 0 ? runs[1] : 0;
    }
}

/* ---- likeness -------------------------------------------------------------------------------- */

struct likeness {
    double alike;
    uint32_t before, now;
};

static int compare_likeness(const void *a, const void *b)
{
    const struct likeness *x = a, *y = b;
    if (x->alike < y->alike || x->alike > y->alike)
        return x->alike > y->alike ? -1 : 1;
    if (x->before != y->before)
        return x->before < y->before ? -1 : 1;
    return x->now < y->now ? -1 : x->now > y->now;
}

static size_t left_of(const struct side *side)
{
    size_t left = 0;
    for (size_t i = 0; i < side->count; i++)
        left += side->other[i] == NO_INDEX;
    return left;
}

/* A word mistyped does not make another title. */
static double titles_alike(struct slice a, struct slice b)
{
    bool slip = a.len >= SLIP_FROM && fold_distance(a, b, SLIP_MOST) <= SLIP_MOST;
    return slip ? 1.0 : words_alike(a, b);
}

static void pair_alike(struct side *before, struct side *now, struct arena *arena)
{
    size_t left[] = {left_of(before), left_of(now)};
    VEC(struct likeness) found = {0};
    if (left[0] == 0 || left[1] == 0 || left[0] > PAIRS_ALIKE_MAX / left[1])
        return;
    for (uint32_t b = 0; b < before->count; b++) {
        for (uint32_t n = 0; before->other[b] == NO_INDEX && n < now->count; n++) {
            if (now->other[n] != NO_INDEX)
                continue;
            double alike = titles_alike(before->names[b].title, now->names[n].title);
            if (alike >= ALIKE)
                *VEC_PUSH(arena, &found) = (struct likeness){alike, b, n};
        }
    }
    if (found.len)
        qsort(found.items, found.len, sizeof *found.items, compare_likeness);
    for (size_t i = 0; i < found.len; i++) {
        const struct likeness *pair = &found.items[i];
        if (before->other[pair->before] != NO_INDEX || now->other[pair->now] != NO_INDEX)
            continue;
        before->other[pair->before] = pair->now;
        now->other[pair->now] = pair->before;
    }
}

static uint32_t *nobody(struct arena *arena, size_t count)
{
    uint32_t *other = arena_array(arena, count + 1, sizeof *other);
    for (size_t i = 0; i < count; i++)
        other[i] = NO_INDEX;
    return other;
}

struct pairs pair_names(const struct pair_name *before, size_t before_count,
                        const struct pair_name *now, size_t now_count, struct arena *arena)
{
    struct side b = {before, before_count, nobody(arena, before_count)};
    struct side n = {now, now_count, nobody(arena, now_count)};
    for (int pass = PASS_ID_AND_TITLE; pass <= PASS_TITLE; pass++)
        pair_pass(&b, &n, (enum pass)pass, arena);
    pair_alike(&b, &n, arena);
    return (struct pairs){.before = n.other, .now = b.other};
}

/* ---- items and tasks ------------------------------------------------------------------------- */

static struct pair_name *item_names(const struct model *model, struct arena *arena)
{
    struct pair_name *names = arena_array(arena, model->items.len + 1, sizeof *names);
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        names[i] = (struct pair_name){.id = item->id, .title = item->key};
        if (item->parent != NO_INDEX)
            names[i].place = model->items.items[item->parent].key;
        else if (item->source != ITEM_FROM_HEADING && item->heading != NO_INDEX)
            names[i].place = model->headings.items[item->heading].key;
    }
    return names;
}

static struct pair_name *task_names(const struct model *model, struct arena *arena)
{
    struct pair_name *names = arena_array(arena, model->tasks.len + 1, sizeof *names);
    for (size_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        names[i] = (struct pair_name){.id = task->id, .title = fold_title(arena, task->title)};
        if (task->parent != NO_INDEX)
            names[i].place = names[task->parent < i ? task->parent : i].title;
        else if (task->heading != NO_INDEX)
            names[i].place = model->headings.items[task->heading].key;
    }
    return names;
}

void pairing_of(const struct model *before, const struct model *now, struct arena *arena,
                struct pairing *out)
{
    out->items = pair_names(item_names(before, arena), before->items.len, item_names(now, arena),
                            now->items.len, arena);
    out->tasks = pair_names(task_names(before, arena), before->tasks.len, task_names(now, arena),
                            now->tasks.len, arena);
}
