/* metric_directions.c: which way a measure should go, and whether its number is the change itself. */
#include "model/metric_directions.h"
#include "model/measure_words.h"

static bool is_word_byte(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80 || c == '\'';
}

/* Where the clause begins in which something stands: behind the last `;`, full stop or line end. */
static uint32_t clause_start(struct slice text, uint32_t from, uint32_t at)
{
    for (uint32_t i = at; i > from; i--) {
        char c = text.ptr[i - 1];
        bool stop = c == '.' && i < at && ascii_is_space(text.ptr[i]);
        if (c == ';' || c == '\n' || stop)
            return i;
    }
    return from;
}

/* The word that ends at or before `at`, not before `from`; empty where there is none. */
static struct slice word_before(struct slice text, uint32_t from, uint32_t at)
{
    uint32_t end = at;
    while (end > from && !is_word_byte(text.ptr[end - 1]))
        end--;
    uint32_t start = end;
    while (start > from && is_word_byte(text.ptr[start - 1]))
        start--;
    return slice_sub(text, start, end);
}

/* The direction all words before a measure agree on: '+', '-', or 0. */
static char direction_before(struct slice text, uint32_t from, uint32_t at)
{
    bool up = false, down = false, against = false;
    for (;;) {
        struct slice word = word_before(text, from, at);
        if (word.len == 0)
            break;
        unsigned kinds = measure_word_of(word);
        up = up || (kinds & MEASURE_UP);
        down = down || (kinds & MEASURE_DOWN);
        against = against || (kinds & MEASURE_AGAINST);
        at = (uint32_t)(word.ptr - text.ptr);
    }
    return up == down || against ? '\0' : up ? '+' : '-';
}

/* "30% increase", "20% reduction": the word directly behind. */
static char direction_behind(struct slice text, uint32_t at, uint32_t end)
{
    while (at < end && (text.ptr[at] == ' ' || text.ptr[at] == '*'))
        at++;
    uint32_t stop = at;
    while (stop < end && is_word_byte(text.ptr[stop]))
        stop++;
    unsigned kinds = measure_word_of(slice_sub(text, at, stop));
    return kinds & MEASURE_UP ? '+' : kinds & MEASURE_DOWN ? '-' : '\0';
}

static bool is_by(struct slice word)
{
    static const char *const words[] = {"by", "um", "de", "en", "por", "del", "o", "на"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(word, words[i]))
            return true;
    return false;
}

void metric_directions_read(struct slice text, struct span whole, struct metric *metrics,
                            size_t count)
{
    uint32_t from = whole.start;
    for (size_t i = 0; i < count; i++) {
        struct metric *metric = &metrics[i];
        uint32_t start = clause_start(text, from, metric->where.start);
        char behind = direction_behind(text, metric->where.end, whole.end);
        bool by = is_by(word_before(text, start, metric->where.start));
        metric->direction = behind ? behind : direction_before(text, start, metric->where.start);
        metric->change = !metric->has_baseline && (behind || (metric->direction && by));
        from = metric->where.end;
    }
}
