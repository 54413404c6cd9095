/* weakening.c: which criteria of a plan ask for less than they did, or are gone. */
#include "analysis/weakening.h"

#include "analysis/gates.h"
#include "base/strbuf.h"
#include "text/fold.h"

#include <stdlib.h>

/* Typing errors mended in what was ticked off. */
#define MENDED_CHARACTERS 2

/* Of one item; the cost is their square. */
#define MOST_CRITERIA 512

struct entry {
    const struct criterion *criterion;
    struct slice folded, without_numbers;
    uint32_t gate; /* or NO_INDEX */
    uint32_t other;
};

struct entries {
    VEC_MEMBERS(struct entry);
};

struct comparing {
    const struct model *before, *now;
    const struct pairing *pairing;
    struct inline_parser *parser;
    struct arena *arena;
    struct weakeneds *out;
    struct slice *all; /* all criteria of the later document, folded and sorted */
    size_t all_count;
};

/* ---- numbers --------------------------------------------------------------------------------- */

static bool is_least(char comparator)
{
    return comparator == 'g' || comparator == '>';
}

static bool is_most(char comparator)
{
    return comparator == 'l' || comparator == '<';
}

bool metric_is_weaker(const struct metric *before, const struct metric *now)
{
    /* A unit that changed ("200 ms", "0.2 s") makes the numbers two things. */
    if (!slice_equal_nocase(before->unit, now->unit))
        return false;
    if (is_least(before->comparator))
        return is_least(now->comparator) && now->value < before->value;
    if (is_most(before->comparator))
        return is_most(now->comparator) && now->value > before->value;
    if (!before->has_baseline || !now->has_baseline)
        return false;
    return before->value > before->baseline ? now->value < before->value
                                            : now->value > before->value;
}

static bool has_direction(const struct metric *metric)
{
    return metric->has_value &&
           (is_least(metric->comparator) || is_most(metric->comparator) || metric->has_baseline);
}

static struct metrics metrics_of(struct comparing *c, struct slice text)
{
    struct metrics metrics = {0};
    struct inlines inlines =
        inline_parse(c->parser, text, (struct span){0, (uint32_t)text.len}, c->arena);
    metrics_read(&inlines, text, c->arena, &metrics);
    return metrics;
}

/* ---- who is who ------------------------------------------------------------------------------ */

static struct slice drop_numbers(struct slice folded, struct arena *arena)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < folded.len; i++)
        if (!ascii_is_digit(folded.ptr[i]) && folded.ptr[i] != '.' && folded.ptr[i] != ',')
            strbuf_putc(&out, folded.ptr[i]);
    struct slice result = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return result;
}

static void add_entries(struct comparing *c, const struct criteria *criteria, uint32_t gate,
                        struct entries *out)
{
    for (size_t i = 0; i < criteria->len && out->len < MOST_CRITERIA; i++) {
        const struct criterion *criterion = &criteria->items[i];
        bool known = false;
        for (size_t e = 0; e < out->len && !known; e++)
            known = out->items[e].criterion->where.start == criterion->where.start;
        struct slice folded = fold_title(c->arena, criterion->text);
        if (known || folded.len == 0)
            continue;
        *VEC_PUSH(c->arena, out) =
            (struct entry){criterion, folded, drop_numbers(folded, c->arena), gate, NO_INDEX};
    }
}

/* The criteria of an item and of its gates; of the gates of no item where `item` is NO_INDEX. */
static struct entries entries_of(struct comparing *c, const struct model *model, uint32_t item)
{
    struct entries entries = {0};
    if (item != NO_INDEX)
        add_entries(c, &model->items.items[item].criteria, NO_INDEX, &entries);
    for (uint32_t g = 0; g < model->gates.len && g < GATES_MAX; g++)
        if (model->gates.items[g].item == item)
            add_entries(c, &model->gates.items[g].criteria, g, &entries);
    return entries;
}

static bool are_one(const struct entry *a, const struct entry *b, bool without_numbers)
{
    return without_numbers ? slice_equal(a->without_numbers, b->without_numbers)
                           : slice_equal(a->folded, b->folded);
}

static void pair_entries(struct comparing *c, struct entries *before, struct entries *now)
{
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t b = 0; b < before->len; b++)
            for (uint32_t n = 0; before->items[b].other == NO_INDEX && n < now->len; n++) {
                if (now->items[n].other != NO_INDEX ||
                    !are_one(&before->items[b], &now->items[n], pass == 1))
                    continue;
                before->items[b].other = n;
                now->items[n].other = b;
            }
    /* The rest by likeness: what is left of each side, as names without ids and places. */
    struct pair_name *names[2];
    uint32_t *places[2];
    size_t counts[2] = {0, 0};
    struct entries *sides[2] = {before, now};
    for (int s = 0; s < 2; s++) {
        names[s] = arena_array(c->arena, sides[s]->len + 1, sizeof *names[s]);
        places[s] = arena_array(c->arena, sides[s]->len + 1, sizeof *places[s]);
        for (uint32_t i = 0; i < sides[s]->len; i++) {
            if (sides[s]->items[i].other != NO_INDEX)
                continue;
            places[s][counts[s]] = i;
            names[s][counts[s]++].title = sides[s]->items[i].without_numbers;
        }
    }
    struct pairs pairs = pair_names(names[0], counts[0], names[1], counts[1], c->arena);
    for (size_t i = 0; i < counts[0]; i++)
        if (pairs.now[i] != NO_INDEX)
            before->items[places[0][i]].other = places[1][pairs.now[i]];
}

/* ---- one criterion --------------------------------------------------------------------------- */

static struct weakened *add(struct comparing *c, enum weakening how, uint32_t item,
                            struct slice before, const struct criterion *now)
{
    struct weakened *weakened = VEC_PUSH(c->arena, c->out);
    *weakened = (struct weakened){.how = how, .item = item, .before = before, .now = now};
    return weakened;
}

static void compare_entries(struct comparing *c, uint32_t item, const struct entry *before,
                            const struct entry *now)
{
    const struct criterion *was = before->criterion, *is = now->criterion;
    if (slice_equal(before->folded, now->folded))
        return;
    struct metrics old = metrics_of(c, was->text), new = metrics_of(c, is->text);
    for (size_t i = 0; i < old.len; i++) {
        const struct metric *metric = i < new.len ? &new.items[i] : NULL;
        bool number = metric && metric->has_value;
        /* Another number in its place is another measure; only none at all is a lost one. */
        bool lost = metric ? metric->placeholder && !number : new.len == 0;
        if (!has_direction(&old.items[i]) ||
            (number ? !metric_is_weaker(&old.items[i], metric) : !lost))
            continue;
        struct weakened *weakened =
            add(c, number ? WEAKENING_NUMBER : WEAKENING_UNMEASURED, item, was->text, is);
        weakened->before_value = old.items[i].text;
        weakened->now_value = number ? metric->text : SLICE("");
        return;
    }
    if (was->done && is->done &&
        fold_distance(before->folded, now->folded, MENDED_CHARACTERS) > MENDED_CHARACTERS)
        add(c, WEAKENING_REWRITTEN, item, was->text, is);
}

static int compare_slices(const void *a, const void *b)
{
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

static bool stands_elsewhere(const struct comparing *c, struct slice folded)
{
    return c->all_count &&
           bsearch(&folded, c->all, c->all_count, sizeof *c->all, compare_slices) != NULL;
}

/* The gate whose criteria are all gone, if that is why the one at `at` is; says how many follow. */
static bool gate_is_gone(const struct comparing *c, const struct entries *before, size_t at,
                         const struct entries *now, size_t *count)
{
    uint32_t gate = before->items[at].gate;
    *count = 0;
    if (gate == NO_INDEX)
        return false;
    for (size_t i = 0; i < now->len; i++)
        if (now->items[i].gate != NO_INDEX)
            return false;
    for (size_t i = at; i < before->len && before->items[i].gate == gate; i++) {
        if (before->items[i].other != NO_INDEX || stands_elsewhere(c, before->items[i].folded))
            return false;
        ++*count;
    }
    return *count > 1;
}

static void compare_item(struct comparing *c, uint32_t before_item, uint32_t item)
{
    struct entries before = entries_of(c, c->before, before_item);
    struct entries now = entries_of(c, c->now, item);
    pair_entries(c, &before, &now);
    for (size_t i = 0; i < before.len; i++) {
        const struct entry *entry = &before.items[i];
        size_t count;
        if (entry->other != NO_INDEX) {
            compare_entries(c, item, entry, &now.items[entry->other]);
        } else if (gate_is_gone(c, &before, i, &now, &count)) {
            add(c, WEAKENING_GATE, item, c->before->gates.items[entry->gate].title, NULL)->count =
                count;
            i += count - 1;
        } else if (!stands_elsewhere(c, entry->folded)) {
            add(c, WEAKENING_REMOVED, item, entry->criterion->text, NULL);
        }
    }
}

static void gather(struct comparing *c)
{
    size_t count = 0;
    for (size_t i = 0; i < c->now->items.len; i++)
        count += c->now->items.items[i].criteria.len;
    for (size_t i = 0; i < c->now->gates.len; i++)
        count += c->now->gates.items[i].criteria.len;
    c->all = arena_array(c->arena, count + 1, sizeof *c->all);
    for (size_t i = 0; i < c->now->items.len; i++)
        for (size_t k = 0; k < c->now->items.items[i].criteria.len; k++)
            c->all[c->all_count++] =
                fold_title(c->arena, c->now->items.items[i].criteria.items[k].text);
    for (size_t i = 0; i < c->now->gates.len; i++)
        for (size_t k = 0; k < c->now->gates.items[i].criteria.len; k++)
            c->all[c->all_count++] =
                fold_title(c->arena, c->now->gates.items[i].criteria.items[k].text);
    if (c->all_count)
        qsort(c->all, c->all_count, sizeof *c->all, compare_slices);
}

static bool is_called_off(const struct item *item)
{
    return item->status == STATUS_CANCELLED || item->status == STATUS_DEFERRED;
}

void weakenings_of(const struct model *before, const struct model *now,
                   const struct pairing *pairing, struct inline_parser *parser, struct arena *arena,
                   struct weakeneds *out)
{
    struct comparing c = {before, now, pairing, parser, arena, out, NULL, 0};
    gather(&c);
    for (uint32_t i = 0; i < now->items.len; i++)
        if (pairing->items.before[i] != NO_INDEX && !is_called_off(&now->items.items[i]))
            compare_item(&c, pairing->items.before[i], i);
    compare_item(&c, NO_INDEX, NO_INDEX);
}
