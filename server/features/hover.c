/* hover.c: what the thing under the cursor is (planls/hover.h). */
#include "analysis/calendar.h"
#include "analysis/workdays.h"
#include "features/card.h"
#include "features/card_document.h"
#include "features/card_money.h"
#include "features/card_records.h"
#include "features/card_section.h"
#include "features/place.h"
#include "rules/rule.h"

#include <math.h>
#include <planls/hover.h>

static void tell_rule(struct slice name, struct arena *scratch, struct strbuf *out)
{
    const char *page = rule_page(arena_cstring(scratch, name));
    if (page)
        strbuf_puts(out, page);
}

/* How long it is: in weeks from one week on, a working week and its weekend being the same. */
static void tell_weeks(date_days from, date_days to, struct strbuf *out)
{
    int days = to - from + 1;
    double weeks = days % 7 == 5 ? floor((days + 2) / 7.0) : round(days * 10.0 / 7) / 10;
    if (days >= 7 || days == 5)
        strbuf_printf(out, ", %g week%s", weeks, weeks > 0.99 && weeks < 1.01 ? "" : "s");
}

/* How many days there are to work on in a span, and where in it today is. */
static void tell_workdays(const struct planls_workspace *workspace, date_days from, date_days to,
                          struct arena *scratch, struct strbuf *out)
{
    if (to == DATE_NONE || to == from)
        return;
    struct workdays workdays = workdays_of(&workspace->settings, scratch);
    int all = workdays_count(&workdays, from, to);
    tell_weeks(from, to, out);
    strbuf_printf(out, ", %d working day%s", all, all == 1 ? "" : "s");
    if (workspace->today != DATE_NONE && workspace->today >= from && workspace->today <= to)
        strbuf_printf(out, ", %d of them left from today on",
                      workdays_count(&workdays, workspace->today, to));
}

/* A span's dates. Weeks that hang on nothing have none. */
static void tell_time(const struct planls_workspace *workspace, const struct document *document,
                      const struct time_value *time, struct arena *scratch, struct strbuf *out)
{
    struct day_span days;
    struct calendar calendar = calendar_of(&workspace->settings, document->model);
    if (!calendar_day_span(&calendar, time, &days) || days.anchor == CALENDAR_FLOATING)
        return;
    date_days from = days.from == DATE_NONE ? days.to : days.from, to = days.to;
    strbuf_puts(out, "**");
    strbuf_append(out, span_slice(document->text.bytes, time->where));
    strbuf_puts(out, "**: ");
    card_dates(out, from, to);
    tell_workdays(workspace, from, to, scratch, out);
    strbuf_putc(out, '\n');
    if (calendar.anchor == CALENDAR_ASSUMED && days.counted)
        card_assumption(out, &calendar);
}

/* A document is told by what is known of it; a place in one by what stands there. */
static void tell_reference(const struct planls_workspace *workspace,
                           const struct document *document, const struct place *place,
                           struct arena *scratch, struct strbuf *out)
{
    struct target target;
    enum resolution result = place_target(workspace, document, place, &target);
    bool found = (result == RESOLVED || result == AMBIGUOUS) && target.document;
    if (found &&
        (target.heading != NO_INDEX || target.item != NO_INDEX || target.document == document))
        card_target(workspace, &target, scratch, out);
    else if (found)
        card_document(workspace, document, target.document, scratch, out);
    else
        card_entry(document, place->index, out);
}

static void tell(const struct planls_workspace *workspace, const struct document *document,
                 const struct place *place, struct arena *scratch, struct strbuf *out)
{
    struct target target;
    switch (place->kind) {
    case PLACE_RULE_NAME:
        tell_rule(place->rule, scratch, out);
        break;
    case PLACE_REFERENCE:
        tell_reference(workspace, document, place, scratch, out);
        break;
    case PLACE_DEPENDENCY:
    case PLACE_CLAIM: {
        enum resolution result = place_target(workspace, document, place, &target);
        if (result == RESOLVED || result == AMBIGUOUS)
            card_target(workspace, &target, scratch, out);
        break;
    }
    case PLACE_PERSON:
        card_person(workspace, document, place->person, scratch, out);
        break;
    case PLACE_MONEY:
        card_amount(workspace, document, place->item, place->money, scratch, out);
        break;
    case PLACE_TIME:
        tell_time(workspace, document, place->time, scratch, out);
        break;
    case PLACE_TASK:
        card_task(workspace, document, place->index, scratch, out);
        break;
    case PLACE_ITEM:
        card_item(workspace, document, place->index, scratch, out);
        break;
    case PLACE_GATE:
        card_gate(workspace, document, place->index, scratch, out);
        break;
    case PLACE_STOP:
        card_stop(workspace, document, place->index, scratch, out);
        break;
    case PLACE_DECISION:
        card_decision(workspace, document, place->index, scratch, out);
        break;
    case PLACE_MEETING:
        card_meeting(workspace, document, place->index, scratch, out);
        break;
    case PLACE_TIER:
        card_tier(document, place->index, scratch, out);
        break;
    case PLACE_CHECKPOINT:
        card_checkpoint(workspace, document, place->index, scratch, out);
        break;
    case PLACE_TOTAL:
        card_total(workspace, document, place->index, scratch, out);
        break;
    case PLACE_METRIC:
        card_metric(document, place->index, out);
        break;
    case PLACE_SECTION:
        card_section(workspace, document, place->index, scratch, out);
        break;
    case PLACE_NOTHING:
        break;
    }
}

bool planls_hover_at(struct planls_workspace *workspace, const char *path, uint32_t offset,
                     struct planls_results *results, struct planls_hover *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return false;
    struct place place = place_at(document, offset);
    struct strbuf markdown;
    strbuf_init(&markdown, CARD_MAX_BYTES);
    tell(workspace, document, &place, &results->arena, &markdown);
    bool found = markdown.len > 0;
    if (found) {
        out->markdown = arena_cstring(&results->arena, strbuf_slice(&markdown));
        out->range = facade_range(place.span);
    }
    strbuf_release(&markdown);
    return found;
}
