/* stop_tests.c: what a stop condition's words say that numbers can decide. */
#include "model/measures.h"
#include "model/phrases.h"
#include "model/record_build.h"

/* Verbs that stand between what is measured and the comparison. */
static const char *const links[] = {"is",    "are",   "goes",   "go",    "drops", "drop", "falls",
                                    "fall",  "rises", "rise",   "stays", "stay",  "runs", "run",
                                    "grows", "grow",  "climbs", "sinks", "ist",   "sind", "est",
                                    "fällt", "liegt", "steigt", "sont",  NULL};

static const char *const unfinished[] = {"not complete",
                                         "not completed",
                                         "incomplete",
                                         "not done",
                                         "not finished",
                                         "unfinished",
                                         "not delivered",
                                         "not shipped",
                                         "not live",
                                         "not launched",
                                         "slips past",
                                         "slips beyond",
                                         "delayed past",
                                         "delayed beyond",
                                         "runs past",
                                         "nicht fertig",
                                         "nicht abgeschlossen",
                                         "pas terminée",
                                         "pas terminé",
                                         "no completada",
                                         "no terminada",
                                         NULL};

/* Conditions of several parts, or over a while: more than one number or day decides. */
static const char *const compound[] = {
    "and",      "or",        "unless", "consecutive", "in a row", "twice", "times", "average",
    "averaged", "sustained", "trend",  "without",     "und",      "oder",  "ou",    "et",
    "y",        "if",        "when",   "after",       "despite",  NULL};

static void trim_word(struct slice *s, const char *const *words)
{
    *s = slice_trim(*s);
    for (; *words; words++) {
        struct slice word = slice_of(*words);
        if (!slice_ends_nocase(*s, word) || s->len == word.len ||
            phrases_word_byte(s->ptr[s->len - word.len - 1]))
            continue;
        *s = slice_trim(slice_sub(*s, 0, s->len - word.len));
        return;
    }
}

static struct slice without_sign(struct slice s)
{
    static const char *const signs[] = {"≥", "≤", ">", "<", "=", "~", ":", "-", "–"};
    for (bool cut = true; cut;) {
        cut = false;
        s = slice_trim(s);
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
            if (slice_ends(s, slice_of(signs[i]))) {
                s.len -= strlen(signs[i]);
                cut = true;
            }
    }
    return s;
}

/* What stands there without the time in it and the words and brackets that lead to the time. */
static struct slice without_time(struct builder *b, struct span span, const struct time_value *time)
{
    static const char *const leads[] = {"by",  "at",  "in",    "until", "before",   "on",   "as of",
                                        "bis", "vor", "avant", "d'ici", "antes de", "para", NULL};
    struct slice all = span_slice(b->bytes, span);
    if (!time || !span_covers(span, time->where))
        return slice_trim(all);
    struct slice head = slice_sub(all, 0, time->where.start - span.start);
    struct slice tail = slice_trim(slice_from(all, time->where.end - span.start));
    head = slice_trim(head);
    bool bracket = slice_ends(head, SLICE("("));
    if (bracket)
        head.len--;
    trim_word(&head, leads);
    for (size_t i = 0; leads[i]; i++)
        if (slice_is_nocase(head, leads[i]))
            head.len = 0;
    while (tail.len && (tail.ptr[0] == ',' || tail.ptr[0] == ':' || tail.ptr[0] == ')'))
        tail = slice_trim(slice_from(tail, 1));
    if (head.len && tail.len)
        return slice_of(arena_printf(b->scratch, "%.*s %.*s", SLICE_ARG(head), SLICE_ARG(tail)));
    return head.len ? head : tail;
}

/* What follows the number: nothing, a unit's "per month", or one remark in brackets. */
static bool ends_plainly(struct slice rest)
{
    rest = slice_trim(rest);
    while (rest.len && (rest.ptr[rest.len - 1] == '.' || rest.ptr[rest.len - 1] == '*'))
        rest.len--;
    rest = slice_trim(rest);
    if (rest.len == 0)
        return true;
    return rest.ptr[0] == '(' && slice_find_byte(rest, ')') == rest.len - 1;
}

static void read_comparison(struct builder *b, struct span condition, struct stop_test *test,
                            const struct time_values *times)
{
    struct measures measures = {0};
    bool vague = false;
    measures_read(b, condition, times, &measures, &vague);
    if (measures.len != 1 || vague)
        return;
    const struct measure *measure = &measures.items[0];
    const struct time_value *time = test->has_time ? &test->time : NULL;
    struct span behind = {measure->where.end, condition.end};
    struct slice subject =
        without_time(b, (struct span){condition.start, measure->where.start}, time);
    char said = comparison_take(&subject);
    subject = without_sign(subject);
    trim_word(&subject, links);
    test->comparator =
        measure->comparator != '=' && measure->comparator != '~' ? measure->comparator : said;
    struct slice rest = without_time(b, behind, time);
    if (measure->per.len && slice_starts_nocase(rest, SLICE("per ")))
        rest = slice_from(rest, slice_find_nocase(rest, measure->per) + measure->per.len);
    if (test->comparator == '=' || subject.len == 0 || !ends_plainly(rest))
        return;
    test->kind = STOP_TEST_COMPARES;
    test->subject = builder_keep(b, subject);
    test->limit = measure->value;
    test->unit = builder_keep(b, measure->unit);
    test->per = builder_keep(b, measure->per);
    struct span shown = measure->where;
    while (shown.start < shown.end && strchr("<>=~ ", b->bytes.ptr[shown.start]))
        shown.start++;
    test->text = builder_copy(b, shown);
}

/* "Phase 1 not complete by Week 5", "Phase 1 slips past Week 6". */
static bool read_unfinished(struct builder *b, struct span condition, struct stop_test *test)
{
    static const char *const verbs[] = {"is", "are", "has", "ist", "est", NULL};
    struct slice all = span_slice(b->bytes, condition);
    if (!test->has_time || !span_covers(condition, test->time.where))
        return false;
    for (const char *const *words = unfinished; *words; words++) {
        size_t at = slice_find_nocase(all, slice_of(*words));
        if (at == SLICE_NONE || at == 0 || condition.start + at > test->time.where.start)
            continue;
        uint32_t behind = condition.start + (uint32_t)(at + strlen(*words));
        struct slice rest = without_time(b, (struct span){behind, condition.end}, &test->time);
        struct slice subject = slice_sub(all, 0, at);
        trim_word(&subject, verbs);
        if (subject.len == 0 || !ends_plainly(rest))
            return true;
        test->kind = STOP_TEST_UNFINISHED;
        test->subject = builder_keep(b, subject);
        return true;
    }
    return false;
}

struct stop_test read_stop_test(struct builder *b, struct span condition)
{
    struct stop_test test = {.kind = STOP_TEST_NONE};
    struct inlines inlines = builder_inlines_of(b, condition);
    struct time_values times = {0}, spans = {0};
    time_read(&inlines, b->bytes, 0, b->scratch, &times);
    for (size_t i = 0; i < times.len; i++)
        if (times.items[i].kind == TIME_SPAN)
            *VEC_PUSH(b->scratch, &spans) = times.items[i];
    if (spans.len > 1 || times.len > spans.len)
        return test;
    if (spans.len) {
        test.has_time = true;
        test.time = spans.items[0];
    }
    if (read_unfinished(b, condition, &test) ||
        phrases_any(span_slice(b->bytes, condition), compound))
        return test;
    read_comparison(b, condition, &test, &times);
    return test;
}
