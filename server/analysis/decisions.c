/* decisions.c: by when a decision or approval is due, and what of it is open. */
#include "analysis/decisions.h"

#include "analysis/item_span.h"
#include "analysis/mentions.h"

date_days decision_day(const struct model *model, date_days today)
{
    if (today != DATE_NONE)
        return today;
    return model->updated > model->own_date ? model->updated : model->own_date;
}

/* Made once for all decisions of a document. */
struct decision_reader {
    const struct model *model;
    struct calendar calendar;
    struct numbered_items numbered;
    const struct item_span *spans;
};

static bool stated_days(const struct decision_reader *r, uint32_t item, struct day_span *days)
{
    const struct item_span *span = &r->spans[item];
    *days = span->days;
    return span->source != ITEM_SPAN_NONE && span->source != ITEM_SPAN_CHILDREN &&
           days->anchor == CALENDAR_STATED;
}

/* "Before starting", "before the kick-off": the plan as a whole. */
static bool names_start(struct slice before)
{
    static const char *const words[] = {"start", "kickoff", "kick-off",
                                        "begin", "beginn",  "launch of work"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(before, slice_of(words[i])) != SLICE_NONE)
            return true;
    return false;
}

static bool is_record(struct slice title)
{
    return slice_ends_nocase(title, SLICE("approval record")) ||
           slice_ends_nocase(title, SLICE("decision record"));
}

static void find_due(const struct decision_reader *r, const struct decision *decision,
                     struct decision_view *view)
{
    struct day_span days;
    struct mention mention;
    size_t at = 0;
    if (decision->due != DATE_NONE) {
        view->source = DECISION_DUE_SAID;
        view->due = decision->due;
        return;
    }
    if (mention_next(&r->numbered, decision->before, &at, &mention) && mention.unique) {
        view->item = mention.item;
        if (stated_days(r, mention.item, &days) && days.from != DATE_NONE) {
            view->source = DECISION_DUE_PHASE;
            view->due = days.from - 1;
        }
        return;
    }
    uint32_t item = model_item_at(r->model, decision->name_span.start);
    if (item != NO_INDEX && r->model->items.items[item].kind == ITEM_DECISION)
        item = r->model->items.items[item].parent;
    if (item != NO_INDEX) {
        view->item = item;
        if (stated_days(r, item, &days) && days.to != DATE_NONE) {
            view->source = DECISION_DUE_ITEM;
            view->due = days.to;
        }
        return;
    }
    if (r->calendar.anchor == CALENDAR_STATED && (r->model->kinds & DOCUMENT_PLAN) &&
        (names_start(decision->before) ||
         (decision->before.len == 0 && is_record(decision->title)))) {
        view->source = DECISION_DUE_START;
        view->due = r->calendar.week_one - 1;
    }
}

void decisions_of(const struct settings *settings, const struct model *model, struct arena *arena,
                  struct decision_views *out)
{
    if (model->decisions.len == 0)
        return;
    struct decision_reader r = {model, calendar_of(settings, model),
                                numbered_items_of(model, arena),
                                item_spans_of(settings, model, arena)};
    for (uint32_t d = 0; d < model->decisions.len; d++) {
        const struct decision *decision = &model->decisions.items[d];
        struct decision_view view = {.decision = d, .due = DATE_NONE, .item = NO_INDEX};
        for (size_t l = 0; l < decision->lines.len; l++) {
            view.lines += !decision->lines.items[l].optional;
            view.open += !decision->lines.items[l].optional && decision->lines.items[l].open;
        }
        find_due(&r, decision, &view);
        *VEC_PUSH(arena, out) = view;
    }
}
