/* card_values.c: dates as a card writes them. */
#include "features/card.h"

static void put_date(struct strbuf *out, struct date date, bool year)
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    strbuf_printf(out, "%d %s", date.day, months[date.month - 1]);
    if (year)
        strbuf_printf(out, " %d", date.year);
}

void card_dates(struct strbuf *out, date_days from, date_days to)
{
    struct date first = date_from_days(from);
    if (to == from) {
        put_date(out, first, true);
        return;
    }
    struct date last = to == DATE_NONE ? first : date_from_days(to);
    put_date(out, first, to == DATE_NONE || first.year != last.year);
    strbuf_puts(out, " – ");
    if (to != DATE_NONE)
        put_date(out, last, true);
}

void card_assumption(struct strbuf *out, const struct calendar *calendar)
{
    strbuf_puts(out, "\n_Week 1 begins ");
    put_date(out, date_from_days(calendar->week_one), true);
    strbuf_puts(out, ", taken from the document's own date_\n");
}
