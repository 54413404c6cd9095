/* stops.c: which stop conditions hold, as far as a plan's own numbers and dates tell. */
#include "analysis/stops.h"

#include "analysis/calendar.h"
#include "analysis/gates.h"
#include "analysis/mentions.h"
#include "text/fold.h"

const char *stop_outcome_name(enum stop_outcome outcome)
{
    static const char *const names[] = {[STOP_TO_JUDGE] = "to be judged by a person",
                                        [STOP_CLEAR] = "does not hold",
                                        [STOP_HOLDS] = "holds"};
    return names[outcome];
}

const char *stop_comparator_words(char comparator)
{
    return comparator == '<'   ? "under"
           : comparator == '>' ? "over"
           : comparator == 'g' ? "at least"
                               : "at most";
}

struct stop_reader {
    const struct model *model;
    struct arena *arena;
    struct calendar calendar;
    struct numbered_items numbered;
    const struct item_work *works;
    date_days today;
};

/* ---- dates ----------------------------------------------------------------------------------- */

/* First and last day of a condition's time, where they can be compared with today. */
static bool place_time(const struct stop_reader *r, const struct time_value *time, date_days *from,
                       date_days *to)
{
    struct day_span days;
    if (!calendar_day_span(&r->calendar, time, &days) || days.anchor != CALENDAR_STATED)
        return false;
    *from = days.from == DATE_NONE ? days.to : days.from;
    *to = days.to;
    return days.to != DATE_NONE;
}

/* ---- "Phase 1 not complete by Week 5" -------------------------------------------------------- */

static uint32_t item_of_subject(const struct stop_reader *r, struct slice subject)
{
    struct mention mention;
    size_t at = 0;
    if (mention_next(&r->numbered, subject, &at, &mention) && mention.start == 0 &&
        mention.end == subject.len)
        return mention.unique ? mention.item : NO_INDEX;
    struct slice key = fold_title(r->arena, subject);
    uint32_t found = NO_INDEX;
    for (uint32_t i = 0; i < r->model->items.len; i++) {
        const struct item *item = &r->model->items.items[i];
        if (!slice_equal(item->key, key) && !slice_equal(item->full_key, key))
            continue;
        if (found != NO_INDEX)
            return NO_INDEX;
        found = i;
    }
    return found;
}

/* A phase whose tasks are done but whose gate is open may be called complete or not. */
static bool has_open_gate(const struct stop_reader *r, uint32_t item)
{
    for (size_t g = 0; g < r->model->gates.len; g++) {
        const struct gate *gate = &r->model->gates.items[g];
        for (size_t c = 0; gate->item == item && c < gate->criteria.len; c++)
            if (gate->criteria.items[c].has_box && !gate->criteria.items[c].done)
                return true;
    }
    return false;
}

static void judge_unfinished(const struct stop_reader *r, const struct stop_test *test,
                             struct stop_view *view)
{
    date_days from, to;
    view->item = item_of_subject(r, test->subject);
    if (view->item == NO_INDEX)
        return;
    const struct item_work *work = &r->works[view->item];
    const struct item *item = &r->model->items.items[view->item];
    view->done = work->done;
    view->tasks = work->tasks;
    if (place_time(r, &test->time, &from, &to))
        view->due = to;
    if (work->complete) {
        view->outcome = has_open_gate(r, view->item) ? STOP_TO_JUDGE : STOP_CLEAR;
        return;
    }
    bool known = work->tasks > 0 || item->status == STATUS_TODO || item->status == STATUS_DOING ||
                 item->status == STATUS_REVIEW || item->status == STATUS_BLOCKED;
    /* A phase called done over open tasks is a contradiction for another rule. */
    if (!known || item->status == STATUS_DONE || view->due == DATE_NONE || r->today == DATE_NONE)
        return;
    view->outcome = r->today > view->due ? STOP_HOLDS : STOP_CLEAR;
    view->early = view->outcome == STOP_CLEAR;
}

/* ---- "Code coverage < 50%" ------------------------------------------------------------------- */

#define NAME_WORDS_MAX 8

/* The words that a measure's name consists of, without what only says now or all. */
struct name_words {
    struct slice words[NAME_WORDS_MAX];
    size_t count;
    bool monthly, is_money;
};

static bool is_one_of(struct slice word, const char *const *words)
{
    for (; *words; words++)
        if (slice_is(word, *words))
            return true;
    return false;
}

static struct slice singular(struct slice word)
{
    if (word.len > 3 && slice_ends(word, SLICE("s")) && !slice_ends(word, SLICE("ss")))
        word.len--;
    return word;
}

static struct name_words words_of(struct slice name, struct arena *arena)
{
    static const char *const fillers[] = {
        "the",     "our",      "a",       "of",     "total",    "overall",  "current", "currently",
        "actual",  "actuals",  "now",     "today",  "latest",   "measured", "to",      "date",
        "so",      "far",      "project", "any",    "team",     "rate",     "value",   "level",
        "aktuell", "aktuelle", "derzeit", "actuel", "actuelle", NULL};
    static const char *const sums[] = {"budget", "spend", "spending", "spent",
                                       "cost",   "used",  "expense",  NULL};
    struct name_words all = {.is_money = true};
    struct slice folded = fold_title(arena, name);
    for (size_t at = 0; at < folded.len;) {
        size_t start = at;
        while (at < folded.len &&
               (ascii_is_alnum(folded.ptr[at]) || (unsigned char)folded.ptr[at] >= 0x80))
            at++;
        struct slice word = slice_sub(folded, start, at);
        if (at == start) {
            at++;
            continue;
        }
        if (slice_is(word, "monthly")) {
            all.monthly = true;
            continue;
        }
        if (is_one_of(word, fillers))
            continue;
        word = singular(word);
        all.is_money = all.is_money && is_one_of(word, sums);
        if (all.count == NAME_WORDS_MAX) {
            all.count = 0;
            return all;
        }
        all.words[all.count++] = word;
    }
    return all;
}

static bool has_word(const struct name_words *name, struct slice word)
{
    for (size_t i = 0; i < name->count; i++)
        if (slice_equal(name->words[i], word))
            return true;
    return false;
}

/* The same words in any order; or both nothing but "budget", "spent", "costs". */
static bool same_name(const struct name_words *a, const struct name_words *b)
{
    if (a->count == 0 || b->count == 0)
        return false;
    if (a->is_money && b->is_money)
        return true;
    for (size_t i = 0; i < a->count; i++)
        if (!has_word(b, a->words[i]))
            return false;
    for (size_t i = 0; i < b->count; i++)
        if (!has_word(a, b->words[i]))
            return false;
    return true;
}

static bool same_per(struct slice a, bool a_monthly, struct slice b, bool b_monthly)
{
    struct slice month = SLICE("month");
    if (a_monthly && a.len == 0)
        a = month;
    if (b_monthly && b.len == 0)
        b = month;
    return slice_equal_nocase(a, b);
}

static bool compares(double value, char comparator, double limit)
{
    return comparator == '<'   ? value < limit
           : comparator == '>' ? value > limit
           : comparator == 'g' ? value >= limit
                               : value <= limit;
}

static void judge_comparison(const struct stop_reader *r, const struct stop_test *test,
                             struct stop_view *view)
{
    struct name_words subject = words_of(test->subject, r->arena);
    date_days from, to;
    size_t found = 0;
    for (size_t a = 0; a < r->model->actuals.len; a++) {
        const struct actual *actual = &r->model->actuals.items[a];
        struct name_words name = words_of(actual->name, r->arena);
        if (!same_name(&subject, &name) || !slice_equal_nocase(actual->unit, test->unit) ||
            !same_per(actual->per, name.monthly, test->per, subject.monthly))
            continue;
        view->now = actual;
        found++;
    }
    if (test->has_time && place_time(r, &test->time, &from, &to))
        view->due = from;
    if (test->has_time && (view->due == DATE_NONE || r->today == DATE_NONE))
        return;
    if (test->has_time && r->today < view->due) {
        view->outcome = STOP_CLEAR;
        view->early = true;
        return;
    }
    if (found != 1) {
        view->now = NULL;
        return;
    }
    view->outcome =
        compares(view->now->value, test->comparator, test->limit) ? STOP_HOLDS : STOP_CLEAR;
}

void stops_of(const struct workspace *ws, const struct document *document, date_days today,
              struct arena *arena, struct stop_views *out)
{
    const struct model *model = document->model;
    if (model->stops.len == 0)
        return;
    struct stop_reader r = {.model = model,
                            .arena = arena,
                            .calendar = calendar_of(workspace_settings(ws), model),
                            .numbered = numbered_items_of(model, arena),
                            .works = items_work(model, arena),
                            .today = today};
    for (uint32_t s = 0; s < model->stops.len; s++) {
        const struct stop_test *test = &model->stops.items[s].test;
        struct stop_view view = {.stop = s, .item = NO_INDEX, .due = DATE_NONE};
        if (test->kind == STOP_TEST_UNFINISHED)
            judge_unfinished(&r, test, &view);
        else if (test->kind == STOP_TEST_COMPARES)
            judge_comparison(&r, test, &view);
        *VEC_PUSH(arena, out) = view;
    }
}
