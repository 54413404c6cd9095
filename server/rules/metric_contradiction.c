/* metric_contradiction.c: a target on the wrong side of its baseline; a share over 100 %. */
#include "model/measure_words.h"
#include "rules/rule.h"

static bool is_percent(const struct metric *metric)
{
    return slice_is(metric->unit, "%");
}

/* Sets of all words of a criterion. */
static unsigned words_of(struct slice text)
{
    unsigned kinds = 0;
    for (size_t i = 0; i < text.len;) {
        size_t start = i;
        while (i < text.len && (ascii_is_alnum(text.ptr[i]) || (unsigned char)text.ptr[i] >= 0x80))
            i++;
        if (i > start)
            kinds |= measure_word_of(slice_sub(text, start, i));
        else
            i++;
    }
    return kinds;
}

static void check_direction(struct check *check, const struct stated_metric *stated)
{
    const struct metric *metric = &stated->metric;
    bool up = metric->direction == '+';
    if (!metric->has_baseline || !metric->has_value || !metric->direction || metric->change ||
        (up ? metric->value >= metric->baseline : metric->value <= metric->baseline))
        return;
    const char *unit = is_percent(metric) ? "%" : "";
    report(check, metric->where, "The words ask for %s, but this goes %s from %.10g%s to %.10g%s",
           up ? "more" : "less", up ? "down" : "up", metric->baseline, unit, metric->value, unit);
}

/* "coverage", "uptime", "of users": words that make a percentage a share of something. */
static bool is_share(const struct check *check, const struct stated_metric *stated)
{
    struct slice behind =
        slice_trim_start(slice_sub(check->text, stated->metric.where.end, stated->criterion.end));
    unsigned words = words_of(span_slice(check->text, stated->criterion));
    if (words & (MEASURE_GROWTH | MEASURE_UP | MEASURE_DOWN))
        return false;
    static const char *const wholes[] = {"of users",     "of customers", "of requests", "of teams",
                                         "of new users", "of tests",     "of tasks",    "of pages"};
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++)
        if (slice_starts_nocase(behind, slice_of(wholes[i])))
            return true;
    return (words & MEASURE_SHARE) != 0;
}

static void check_share(struct check *check, const struct stated_metric *stated)
{
    const struct metric *metric = &stated->metric;
    if (!is_percent(metric) || !metric->has_value || metric->change || metric->value <= 100 ||
        metric->comparator == '<' || metric->comparator == 'l' || !is_share(check, stated))
        return;
    report(check, metric->where, "A share cannot be more than 100%%: %g%% will never be reached",
           metric->value);
}

static void check_metric_contradiction(struct check *check)
{
    for (size_t i = 0; i < check->model->metrics.len; i++) {
        check_direction(check, &check->model->metrics.items[i]);
        check_share(check, &check->model->metrics.items[i]);
    }
}

RULE(metric_contradiction) = {
    .name = "metric-contradiction",
    .summary = "a target lies on the wrong side of its baseline, or a share over 100 %",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_metric_contradiction,
};
