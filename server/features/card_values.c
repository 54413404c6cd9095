/* card_values.c: money and dates as a card writes them. */
#include "features/card.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *currency_mark(const char *currency)
{
    static const struct {
        const char *code, *mark;
    } marks[] = {{"", "$"},    {"USD", "$"},   {"EUR", "€"}, {"GBP", "£"},
                 {"JPY", "¥"}, {"BRL", "R$ "}, {"INR", "₹"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strcmp(marks[i].code, currency) == 0)
            return marks[i].mark;
    return NULL;
}

/* At most two decimals, none that is zero. */
static void put_number(struct strbuf *out, double number)
{
    char digits[64];
    snprintf(digits, sizeof digits, "%.2f", number);
    size_t len = strlen(digits);
    while (digits[len - 1] == '0')
        digits[--len] = '\0';
    if (digits[len - 1] == '.')
        digits[--len] = '\0';
    strbuf_puts(out, digits);
}

void card_money(struct strbuf *out, double amount, const char *currency)
{
    const char *mark = currency_mark(currency);
    double size = fabs(amount);
    if (amount < 0)
        strbuf_puts(out, "−");
    if (mark)
        strbuf_puts(out, mark);
    if (size >= 1e9) {
        put_number(out, size / 1e9);
        strbuf_putc(out, 'B');
    } else if (size >= 1e6) {
        put_number(out, size / 1e6);
        strbuf_putc(out, 'M');
    } else if (size >= 1e3 && fmod(size, 10) == 0) {
        put_number(out, size / 1e3);
        strbuf_putc(out, 'K');
    } else {
        put_number(out, size);
    }
    if (!mark)
        strbuf_printf(out, " %s", currency);
}

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
