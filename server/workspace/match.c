/* match.c: which items a task's words fit best.
 *
 * Words weigh by how few items have them (inverse document frequency); the score is the cosine of the
 * two weighted sets of words (Salton's vector model), so it is 1 for the same words and 0 for none in
 * common. Each document's words are folded once, when it is made; a request runs over all items' words.
 */
#include "text/fold.h"
#include "workspace/internal.h"

#include <math.h>
#include <stdlib.h>

/* Words that say nothing about a subject, folded. */
static bool is_stop_word(struct slice word)
{
    static const char *const stop[] = {"the", "and", "for",  "with", "from", "that", "this", "all",
                                       "new", "use", "into", "per",  "our",  "are",  "not",  "via"};
    if (word.len < 3)
        return true;
    for (size_t i = 0; i < sizeof stop / sizeof *stop; i++)
        if (slice_is(word, stop[i]))
            return true;
    return false;
}

/* Words are runs of letters and digits; a plural "s" goes, so that "pilots" meets "pilot". */
static void add_words(struct arena *arena, struct words *out, struct slice text, uint32_t item)
{
    struct slice folded = fold_title(arena, text);
    for (size_t i = 0; i < folded.len;) {
        size_t start = i;
        while (i < folded.len &&
               ((unsigned char)folded.ptr[i] >= 0x80 || ascii_is_alnum(folded.ptr[i])))
            i++;
        struct slice word = slice_sub(folded, start, i);
        if (word.len > 3 && slice_ends(word, SLICE("s")) && !slice_ends(word, SLICE("ss")))
            word.len--;
        if (!is_stop_word(word))
            *VEC_PUSH(arena, out) = (struct word){word, item};
        if (i == start)
            i++;
    }
}

static void add_item_words(struct arena *arena, struct words *out, const struct item *item,
                           uint32_t index)
{
    add_words(arena, out, item->title, index);
    for (size_t i = 0; i < item->timeline.len; i++)
        add_words(arena, out, item->timeline.items[i].label, index);
    for (size_t i = 0; i < item->criteria.len; i++)
        add_words(arena, out, item->criteria.items[i].text, index);
    for (size_t i = 0; i < item->risks.len; i++)
        add_words(arena, out, item->risks.items[i].blocker, index);
}

/* Whether a task may be told to serve the document's items. */
static bool offers_items(const struct document *document)
{
    const struct model *model = document->model;
    if (!document->judged || model->kinds & (DOCUMENT_TEMPLATE | DOCUMENT_ARCHIVED))
        return false;
    /* A task's own document may tell its work in phases. */
    return !model->tasks.len || model->tasks.items[0].source != TASK_FROM_FRONT_MATTER;
}

/* Whether an item is something a task could serve, and not itself a piece of work. */
static bool is_subject(const struct model *model, const struct item *item)
{
    switch (item->kind) {
    case ITEM_OTHER:
        return (model->kinds & DOCUMENT_PLAN) != 0;
    case ITEM_TASK:
    case ITEM_STEP:
    case ITEM_DECISION:
    case ITEM_ACTION:
    case ITEM_DAY:
    case ITEM_WEEK:
    case ITEM_MONTH:
        return false;
    default:
        return true;
    }
}

bool item_is_servable(const struct document *document, const struct item *item)
{
    return offers_items(document) && is_subject(document->model, item);
}

/* Does the item say the same where words are read? */
static bool says_the_same(const struct item *a, const struct item *b)
{
    bool same = slice_equal(a->title, b->title) && a->timeline.len == b->timeline.len &&
                a->criteria.len == b->criteria.len && a->risks.len == b->risks.len;
    for (size_t i = 0; same && i < a->timeline.len; i++)
        same = slice_equal(a->timeline.items[i].label, b->timeline.items[i].label);
    for (size_t i = 0; same && i < a->criteria.len; i++)
        same = slice_equal(a->criteria.items[i].text, b->criteria.items[i].text);
    for (size_t i = 0; same && i < a->risks.len; i++)
        same = slice_equal(a->risks.items[i].blocker, b->risks.items[i].blocker);
    return same;
}

static bool has_words_of(const struct model *model, const struct model *old)
{
    bool same = model->items.len == old->items.len;
    for (size_t i = 0; same && i < model->items.len; i++) {
        const struct item *item = &model->items.items[i], *before = &old->items.items[i];
        same = is_subject(model, item) == is_subject(old, before) && says_the_same(item, before);
    }
    return same;
}

void snapshot_read_words(struct snapshot *snapshot, struct snapshot *old)
{
    if (old && has_words_of(snapshot->document.model, old->document.model)) {
        snapshot->words = old->words;
        snapshot->words_arena = old->words_arena;
        old->words = (struct words){0};
        arena_init(&old->words_arena);
        return;
    }
    const struct model *model = snapshot->document.model;
    struct arena scratch;
    struct words words = {0};
    uint32_t place = 0;
    arena_init(&scratch);
    for (size_t i = 0; i < model->items.len; i++)
        if (is_subject(model, &model->items.items[i]))
            add_item_words(&scratch, &words, &model->items.items[i], place++);
    if (words.len)
        snapshot->words.items =
            arena_array(&snapshot->words_arena, words.len, sizeof *snapshot->words.items);
    snapshot->words.len = snapshot->words.cap = words.len;
    for (size_t i = 0; i < words.len; i++)
        snapshot->words.items[i] = (struct word){
            arena_copy(&snapshot->words_arena, words.items[i].text), words.items[i].item};
    arena_release(&scratch);
}

static int compare_words(const void *a, const void *b)
{
    const struct word *x = a, *y = b;
    int order = slice_compare(x->text, y->text);
    if (order)
        return order;
    return x->item < y->item ? -1 : x->item > y->item;
}

/* Adds each word's weight to the items that have it: squares of their lengths and products with the
 * task's words. `words` is sorted. */
static double weigh(const struct words *words, size_t items, double *dot, double *length)
{
    double own = 0;
    for (size_t i = 0; i < words->len;) {
        size_t end = i, in_items = 0;
        bool in_task = false;
        for (; end < words->len && slice_equal(words->items[end].text, words->items[i].text);
             end++) {
            bool repeated = end > i && words->items[end].item == words->items[end - 1].item;
            if (words->items[end].item == UINT32_MAX)
                in_task = true;
            else if (!repeated)
                in_items++;
        }
        double weight = log(1.0 + (double)items / (1.0 + (double)in_items));
        own += in_task ? weight * weight : 0;
        for (size_t w = i; w < end; w++) {
            uint32_t item = words->items[w].item;
            if (item == UINT32_MAX || (w > i && words->items[w - 1].item == item))
                continue;
            length[item] += weight * weight;
            dot[item] += in_task ? weight * weight : 0;
        }
        i = end;
    }
    return own;
}

static void keep_best(struct match *matches, size_t *count, size_t max, struct match match)
{
    size_t at = *count;
    while (at > 0 && matches[at - 1].score < match.score)
        at--;
    if (at == max)
        return;
    if (*count < max)
        (*count)++;
    for (size_t i = *count - 1; i > at; i--)
        matches[i] = matches[i - 1];
    matches[at] = match;
}

/* Without what shares no word with the task, but for what stands beside the best, which may be meant. */
static size_t without_strangers(struct match *matches, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (matches[i].score > 0 || matches[0].score <= 0 ||
            matches[i].document == matches[0].document)
            matches[kept++] = matches[i];
    return kept;
}

size_t workspace_match_items(const struct workspace *ws, const struct document *from, uint32_t task,
                             struct match *matches, size_t max)
{
    struct arena arena;
    arena_init(&arena);
    struct words words = {0};
    VEC(struct match) all = {0};
    for (size_t d = 0; d < ws->count; d++) {
        const struct snapshot *snapshot = ws->by_path[d];
        const struct model *model = snapshot->document.model;
        uint32_t first = (uint32_t)all.len;
        if (!offers_items(&snapshot->document))
            continue;
        for (size_t w = 0; w < snapshot->words.len; w++) {
            struct word word = snapshot->words.items[w];
            *VEC_PUSH(&arena, &words) = (struct word){word.text, first + word.item};
        }
        for (uint32_t i = 0; i < model->items.len; i++)
            if (is_subject(model, &model->items.items[i]))
                *VEC_PUSH(&arena, &all) = (struct match){&snapshot->document, i, 0};
    }
    const struct task *t = &from->model->tasks.items[task];
    add_words(&arena, &words, t->title, UINT32_MAX);
    if (t->heading != NO_INDEX)
        add_words(&arena, &words, from->model->headings.items[t->heading].title, UINT32_MAX);

    size_t count = 0;
    if (words.len && all.len) {
        qsort(words.items, words.len, sizeof *words.items, compare_words);
        double *dot = arena_array(&arena, all.len, sizeof *dot);
        double *length = arena_array(&arena, all.len, sizeof *length);
        double own = weigh(&words, all.len, dot, length);
        for (size_t i = 0; i < all.len; i++) {
            all.items[i].score = dot[i] > 0 ? dot[i] / sqrt(own * length[i]) : 0;
            keep_best(matches, &count, max, all.items[i]);
        }
        count = without_strangers(matches, count);
    }
    arena_release(&arena);
    return count;
}
