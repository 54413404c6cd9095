/* measures.c: the sums and measures of a piece of text as plain numbers with a unit. */
#include "model/measures.h"

#include "model/phrases.h"

#include <stdlib.h>

/* Words that put a number to something, in front of it. */
static const struct {
    const char *words;
    char comparator;
} comparisons[] = {
    {"exceed", '>'},         {"exceeds", '>'},      {"exceeding", '>'},
    {"exceeded", '>'},       {"over", '>'},         {"above", '>'},
    {"more than", '>'},      {"greater than", '>'}, {"higher than", '>'},
    {"surpass", '>'},        {"surpasses", '>'},    {"goes past", '>'},
    {"below", '<'},          {"under", '<'},        {"less than", '<'},
    {"lower than", '<'},     {"fewer than", '<'},   {"überschreitet", '>'},
    {"überschreiten", '>'},  {"über", '>'},         {"unter", '<'},
    {"unterschreitet", '<'}, {"dépasse", '>'},      {"dépassent", '>'},
    {"supérieur à", '>'},    {"inférieur à", '<'},  {"en dessous de", '<'},
    {"supera", '>'},         {"superan", '>'},      {"por encima de", '>'},
    {"por debajo de", '<'},  {"excede", '>'},       {"menos de", '<'},
    {"at least", 'g'},       {"at most", 'l'},      {"up to", 'l'},
    {"no more than", 'l'},   {"bis", 'l'},          {"bis zu", 'l'},
    {"jusqu'à", 'l'},        {"hasta", 'l'},        {"plus de", '>'},
    {"moins de", '<'},       {"más de", '>'},
};

char comparison_take(struct slice *before)
{
    char found = '=';
    size_t longest = 0;
    *before = slice_trim(*before);
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++) {
        struct slice words = slice_of(comparisons[i].words);
        if (words.len <= longest || !slice_ends_nocase(*before, words) ||
            (before->len > words.len &&
             phrases_word_byte(before->ptr[before->len - words.len - 1])))
            continue;
        longest = words.len;
        found = comparisons[i].comparator;
    }
    *before = slice_trim(slice_sub(*before, 0, before->len - longest));
    return found;
}

static bool overlaps_time(struct span where, const struct time_values *times)
{
    for (size_t i = 0; i < times->len; i++)
        if (span_overlaps(where, times->items[i].where))
            return true;
    return false;
}

static bool overlaps_measure(struct span where, const struct measures *measures)
{
    for (size_t i = 0; i < measures->len; i++)
        if (span_overlaps(where, measures->items[i].where))
            return true;
    return false;
}

/* The sign in front of a sum: "<$100/month", "> $500". */
static char sign_before(struct slice bytes, uint32_t from, uint32_t at)
{
    while (at > from && ascii_is_space(bytes.ptr[at - 1]))
        at--;
    struct slice before = slice_sub(bytes, from, at);
    if (slice_ends(before, SLICE("≥")) || slice_ends(before, SLICE(">=")))
        return 'g';
    if (slice_ends(before, SLICE("≤")) || slice_ends(before, SLICE("<=")))
        return 'l';
    if (slice_ends(before, SLICE("<")) || slice_ends(before, SLICE(">")))
        return before.ptr[before.len - 1];
    return '=';
}

static void add_moneys(struct builder *b, struct span span, const struct inlines *inlines,
                       struct measures *out, bool *vague)
{
    struct moneys moneys = {0};
    money_read(inlines, b->bytes, b->scratch, &moneys);
    for (size_t i = 0; i < moneys.len; i++) {
        const struct money *money = &moneys.items[i];
        struct measure measure = {money->where, '=', money->amount, slice_of(money->currency),
                                  money->per};
        *vague = *vague || money->range || money->placeholder;
        if (money->range || money->placeholder)
            continue;
        if (money->more || money->less)
            measure.comparator = money->more ? '>' : '<';
        else
            measure.comparator = sign_before(b->bytes, span.start, money->where.start);
        if (measure.unit.len == 0)
            measure.unit = SLICE("USD");
        *VEC_PUSH(b->scratch, out) = measure;
    }
}

static int compare_places(const void *a, const void *b)
{
    const struct measure *x = a, *y = b;
    return x->where.start < y->where.start ? -1 : x->where.start > y->where.start;
}

void measures_read(struct builder *b, struct span span, const struct time_values *skip,
                   struct measures *out, bool *vague)
{
    struct inlines inlines = builder_inlines_of(b, span);
    struct metrics metrics = {0};
    add_moneys(b, span, &inlines, out, vague);
    metrics_read(&inlines, b->bytes, b->scratch, &metrics);
    for (size_t i = 0; i < metrics.len; i++) {
        const struct metric *metric = &metrics.items[i];
        if (overlaps_time(metric->where, skip) || overlaps_measure(metric->where, out))
            continue;
        *vague = *vague || !metric->has_value || metric->has_baseline;
        if (metric->has_value && !metric->has_baseline)
            *VEC_PUSH(b->scratch, out) = (struct measure){metric->where, metric->comparator,
                                                          metric->value, metric->unit, SLICE("")};
    }
    if (out->len)
        qsort(out->items, out->len, sizeof *out->items, compare_places);
}
