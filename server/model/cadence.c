/* cadence.c: how often something is promised, read from words. */
#include "model/cadence.h"

#include "model/cadence_words.h"
#include "model/words.h"
#include "text/utf8.h"

#include <string.h>

#define TEXT_MAX  1000 /* bytes that are read of a text */
#define WORDS_MAX 48   /* words that are read of one promise */
#define EVERY_MAX 99

struct words {
    struct slice v[WORDS_MAX];
    size_t count;
};

struct promise {
    struct cadence cadence;
    bool event, never;
    unsigned weekdays; /* how many are named */
};

/* ---- words ------------------------------------------------------------------------------------ */

static bool ends_word(char c)
{
    return ascii_is_space(c) || memchr("()[]*_\"`:,;+/=|<>", c, 17);
}

static struct words words_of(struct slice s)
{
    struct words words = {.count = 0};
    for (size_t at = 0; at < s.len && words.count < WORDS_MAX;) {
        size_t end = at;
        while (end < s.len && !ends_word(s.ptr[end]))
            end++;
        struct slice word = slice_sub(s, at, end);
        while (word.len && word.ptr[word.len - 1] == '.')
            word.len--;
        if (word.len)
            words.v[words.count++] = word;
        at = end + 1;
    }
    return words;
}

/* Words `from` … `from + count` as they stand in the text, marks between them included. */
static struct slice phrase(const struct words *words, size_t from, size_t count)
{
    if (from + count > words->count)
        return SLICE("");
    struct slice last = words->v[from + count - 1];
    return (struct slice){words->v[from].ptr, (size_t)(last.ptr + last.len - words->v[from].ptr)};
}

/* The longest phrase at `from` that the table has: its value and how many words; -1 where none. */
static int find_phrase(struct lexicon lexicon, const struct words *words, size_t from,
                       size_t *count)
{
    for (*count = 3; *count > 0; (*count)--) {
        struct slice s = phrase(words, from, *count);
        int value = s.len ? lexicon_look_up(lexicon, s) : -1;
        if (value >= 0)
            return value;
    }
    return -1;
}

/* "2", "2x", "2nd", and the second of "2-3"; 0 where it is no small number. */
static int number_of(struct slice word)
{
    int first = 0, second = 0;
    size_t at = 0;
    for (; at < word.len && ascii_is_digit(word.ptr[at]) && first <= EVERY_MAX; at++)
        first = first * 10 + (word.ptr[at] - '0');
    if (at == 0 || first > EVERY_MAX)
        return 0;
    struct slice rest = slice_from(word, at);
    bool dash = slice_starts(rest, SLICE("-"));
    if (dash || slice_starts(rest, SLICE("–")))
        for (at = dash ? 1 : 3; at < rest.len && ascii_is_digit(rest.ptr[at]) && second < 10; at++)
            second = second * 10 + (rest.ptr[at] - '0');
    return second > first ? second : first;
}

static int weekday_named(struct slice word)
{
    int weekday = weekday_of(word);
    if (weekday < 0 && word.len > 4 && word.ptr[word.len - 1] == 's') /* "Mondays" */
        weekday = weekday_of(slice_sub(word, 0, word.len - 1));
    return weekday;
}

static bool set_interval(struct cadence *cadence, enum cadence_unit unit, int every)
{
    if (cadence->kind == CADENCE_REGULAR)
        return false;
    cadence->kind = CADENCE_REGULAR;
    cadence->unit = unit;
    cadence->every = every < 1 ? 1 : every;
    return true;
}

/* `count` units of time as an interval; false for hours and what is no unit. */
static bool set_units(struct cadence *cadence, struct slice unit, int count)
{
    int value = lexicon_look_up(lexicon_units, unit);
    switch (value < 0 ? -1 : value & UNIT_MASK) {
    case UNIT_DAY:
        return set_interval(cadence, CADENCE_DAYS, count);
    case UNIT_WEEK:
        return set_interval(cadence, CADENCE_WEEKS, count);
    case UNIT_MONTH:
        return set_interval(cadence, CADENCE_MONTHS, count);
    case UNIT_QUARTER:
        return set_interval(cadence, CADENCE_MONTHS, 3 * count);
    case UNIT_YEAR:
        return set_interval(cadence, CADENCE_MONTHS, 12 * count);
    default:
        return false;
    }
}

/* ---- one promise ------------------------------------------------------------------------------ */

/* "Week 10-13", "Month 4+", "Q2": a part of the plan. */
static bool is_plan_time(const struct words *words, size_t i)
{
    struct slice word = words->v[i];
    if (word.len >= 2 && (word.ptr[0] == 'Q' || word.ptr[0] == 'q') && ascii_is_digit(word.ptr[1]))
        return true;
    if (i + 1 == words->count || !ascii_is_digit(words->v[i + 1].ptr[0]))
        return false;
    return !ascii_is_alpha(words->v[i + 1].ptr[words->v[i + 1].len - 1]) && /* "1st" */
           lexicon_look_up(lexicon_units, word) >= 0;
}

/* "every", "once a", "jede" at `i` with what follows: "2 weeks", "other Friday", "month". */
static void read_every(const struct words *words, size_t i, struct promise *promise)
{
    size_t length;
    if (find_phrase(lexicon_every, words, i, &length) < 0)
        return;
    size_t at = i + length;
    int count = 1;
    if (at >= words->count)
        return;
    int number = number_of(words->v[at]);
    int word = number ? number : lexicon_look_up(lexicon_counts, words->v[at]);
    if (word > 0 && at + 1 < words->count) {
        count = word;
        at++;
    }
    if (set_units(&promise->cadence, words->v[at], count))
        return;
    if (weekday_named(words->v[at]) >= 0)
        set_interval(&promise->cadence, CADENCE_WEEKS, count);
}

/* "1st Monday", "on the 15th", "last day". */
static void read_day(const struct words *words, size_t i, struct promise *promise)
{
    struct cadence *cadence = &promise->cadence;
    int weekday = weekday_named(words->v[i]);
    if (weekday >= 0) {
        promise->weekdays++;
        cadence->weekday = weekday;
        int nth = i ? lexicon_look_up(lexicon_ordinals, words->v[i - 1]) : -1;
        if (nth > 0)
            cadence->nth = nth == CADENCE_LAST ? -1 : nth;
        return;
    }
    struct slice next = i + 1 < words->count ? words->v[i + 1] : SLICE("");
    if (next.len && weekday_named(next) >= 0)
        return;
    int nth = lexicon_look_up(lexicon_ordinals, words->v[i]);
    int number = number_of(words->v[i]);
    bool ordinal = number > 0 && words->v[i].len >= 3 &&
                   (slice_ends_nocase(words->v[i], SLICE("th")) ||
                    slice_ends_nocase(words->v[i], SLICE("st")) ||
                    slice_ends_nocase(words->v[i], SLICE("nd")) ||
                    slice_ends_nocase(words->v[i], SLICE("rd")));
    if (ordinal && number <= 31)
        cadence->month_day = number;
    else if (nth > 0 && slice_is_nocase(next, "day"))
        cadence->month_day = nth == CADENCE_LAST ? -1 : nth;
    else if (slice_is_nocase(words->v[i], "end"))
        cadence->month_day = -1;
}

/* Scripts without spaces: the interval and the weekday stand somewhere in a run of characters. */
static void read_unspaced(struct slice word, struct promise *promise)
{
    const struct lexicon *intervals = &lexicon_unspaced_intervals;
    size_t best = 0;
    for (size_t i = 0; i < intervals->count; i++) {
        struct slice row = slice_of(intervals->words[i].text);
        if (row.len <= best || !slice_contains(word, row))
            continue;
        best = row.len;
        int value = intervals->words[i].value;
        promise->cadence.kind = CADENCE_UNKNOWN;
        set_interval(&promise->cadence, (enum cadence_unit)(value >> 8), value & 0xFF);
    }
    for (size_t at = 0; best && at < word.len; at += 3)
        for (size_t length = 9; length >= 6; length -= 3) {
            if (at + length > word.len)
                continue;
            int weekday = weekday_of(slice_sub(word, at, at + length));
            if (weekday < 0)
                continue;
            promise->cadence.weekday = weekday;
            promise->weekdays++;
            at += length;
        }
}

static void read_word(const struct words *words, size_t i, struct promise *promise)
{
    size_t length;
    int interval = find_phrase(lexicon_intervals, words, i, &length);
    if (interval >= 0)
        set_interval(&promise->cadence, (enum cadence_unit)(interval >> 8), interval & 0xFF);
    else
        read_every(words, i, promise);
    if ((unsigned char)words->v[i].ptr[0] >= 0xE0)
        read_unspaced(words->v[i], promise);
    read_day(words, i, promise);
    promise->event = promise->event || is_plan_time(words, i) ||
                     lexicon_look_up(lexicon_events, words->v[i]) > 0;
    bool not_updated = i > 0 && slice_is_nocase(words->v[i - 1], "not") &&
                       slice_starts_nocase(words->v[i], SLICE("update"));
    promise->never =
        promise->never || not_updated || lexicon_look_up(lexicon_nevers, words->v[i]) > 0;
}

/* A number of units, or weekdays with nothing but a time of day, are a promise by themselves: "10
 * days", "Fridays", "Friday 5pm". */
static void read_bare(const struct words *words, struct promise *promise)
{
    if (promise->cadence.kind == CADENCE_REGULAR || words->count > 3)
        return;
    int number = words->count == 2 ? number_of(words->v[0]) : 0;
    if (number && set_units(&promise->cadence, words->v[1], number))
        return;
    if (promise->weekdays == 0 || promise->cadence.nth)
        return;
    for (size_t i = 0; i < words->count; i++)
        if (weekday_named(words->v[i]) < 0 && !ascii_is_digit(words->v[i].ptr[0]))
            return;
    set_interval(&promise->cadence, CADENCE_WEEKS, 1);
}

/* `alone`: the text has no other part. */
static struct cadence promise_of(struct slice part, bool alone)
{
    struct words words = words_of(part);
    struct promise promise = {.cadence = {.weekday = -1}};
    for (size_t i = 0; i < words.count; i++)
        read_word(&words, i, &promise);
    if (alone)
        read_bare(&words, &promise);
    struct cadence *cadence = &promise.cadence;
    if (promise.never)
        cadence->kind = CADENCE_NEVER;
    else if (promise.event)
        cadence->kind = CADENCE_ON_EVENT;
    if (promise.weekdays > 1 || cadence->unit == CADENCE_DAYS ||
        (cadence->unit == CADENCE_MONTHS && !cadence->nth)) {
        cadence->weekday = -1;
        cadence->nth = 0;
    }
    if (cadence->unit != CADENCE_MONTHS)
        cadence->nth = cadence->month_day = 0;
    if (cadence->nth || cadence->every > 2)
        cadence->month_day = 0;
    return *cadence;
}

/* ---- several ---------------------------------------------------------------------------------- */

static int days_of(const struct cadence *cadence)
{
    static const int lengths[] = {[CADENCE_DAYS] = 1, [CADENCE_WEEKS] = 7, [CADENCE_MONTHS] = 30};
    return lengths[cadence->unit] * cadence->every;
}

static bool is_better(const struct cadence *a, const struct cadence *b)
{
    static const int ranks[] = {
        [CADENCE_UNKNOWN] = 0, [CADENCE_ON_EVENT] = 1, [CADENCE_NEVER] = 2, [CADENCE_REGULAR] = 3};
    if (a->kind != b->kind)
        return ranks[a->kind] > ranks[b->kind];
    return a->kind == CADENCE_REGULAR && days_of(a) < days_of(b);
}

/* The next part, cut at ";", or at "," outside of brackets. */
static bool next_part(struct slice s, size_t *at, struct slice *part)
{
    size_t start = *at, end = start, depth = 0;
    if (start > s.len)
        return false;
    for (; end < s.len; end++) {
        char c = s.ptr[end];
        depth += c == '(';
        depth -= c == ')' && depth > 0;
        if (c == ';' || c == '\n' || (c == ',' && depth == 0))
            break;
    }
    *part = slice_trim(slice_sub(s, start, end));
    *at = end + 1;
    return true;
}

struct cadence cadence_read(struct slice words)
{
    struct cadence best = {.kind = CADENCE_UNKNOWN, .weekday = -1};
    struct slice part;
    words = slice_trim(slice_sub(words, 0, TEXT_MAX));
    for (size_t at = 0; next_part(words, &at, &part);) {
        struct cadence cadence = promise_of(part, part.len == words.len);
        if (is_better(&cadence, &best))
            best = cadence;
    }
    return best;
}

static bool agrees(const struct cadence *a, const struct cadence *b)
{
    return a->kind == b->kind && a->unit == b->unit && a->every == b->every &&
           (a->weekday < 0 || b->weekday < 0 || a->weekday == b->weekday) &&
           (!a->nth || !b->nth || a->nth == b->nth) &&
           (!a->month_day || !b->month_day || a->month_day == b->month_day);
}

bool cadence_is_said(struct slice words, const struct cadence *cadence)
{
    struct slice part;
    words = slice_trim(slice_sub(words, 0, TEXT_MAX));
    for (size_t at = 0; next_part(words, &at, &part);) {
        struct cadence said = promise_of(part, part.len == words.len);
        if (agrees(&said, cadence))
            return true;
    }
    return false;
}

bool cadence_equal(const struct cadence *a, const struct cadence *b)
{
    if (a->kind != b->kind)
        return false;
    return a->kind != CADENCE_REGULAR ||
           (a->unit == b->unit && a->every == b->every && a->weekday == b->weekday &&
            a->nth == b->nth && a->month_day == b->month_day);
}
