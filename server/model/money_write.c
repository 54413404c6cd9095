/* money_write.c: an amount of money as plans write it. */
#include "model/money_write.h"

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

/* At most two decimals, none that is zero; thousands in groups. */
static void put_number(struct strbuf *out, double number)
{
    char digits[400]; /* no double has more */
    int len = snprintf(digits, sizeof digits, "%.2f", number);
    while (len > 0 && digits[len - 1] == '0')
        len--;
    if (len > 0 && digits[len - 1] == '.')
        len--;
    const char *point = memchr(digits, '.', (size_t)len);
    int whole = point ? (int)(point - digits) : len;
    for (int i = 0; i < len; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0)
            strbuf_putc(out, ',');
        strbuf_putc(out, digits[i]);
    }
}

static void put_size(struct strbuf *out, double size)
{
    if (size >= 1e9) {
        put_number(out, size / 1e9);
        strbuf_putc(out, 'B');
    } else if (size >= 1e6 && fmod(size, 1e4) == 0) {
        put_number(out, size / 1e6);
        strbuf_putc(out, 'M');
    } else if (size >= 1e3 && fmod(size, 10) == 0) {
        put_number(out, size / 1e3);
        strbuf_putc(out, 'K');
    } else {
        put_number(out, size);
    }
}

void money_write(struct strbuf *out, double amount, const char *currency)
{
    const char *mark = currency_mark(currency);
    if (amount < 0)
        strbuf_puts(out, "−");
    if (mark)
        strbuf_puts(out, mark);
    put_size(out, fabs(amount));
    if (!mark)
        strbuf_printf(out, " %s", currency);
}

void money_write_value(struct strbuf *out, const struct money *money)
{
    strbuf_puts(out, money->approx ? "~" : "");
    strbuf_puts(out, money->less ? "up to " : "");
    strbuf_puts(out, money->more ? "at least " : "");
    money_write(out, money->min, money->currency);
    if (money->range) {
        strbuf_puts(out, "–");
        money_write(out, money->max, money->currency);
    }
    if (money->per.len)
        strbuf_printf(out, " per %.*s", SLICE_ARG(money->per));
}

void money_write_terms(struct strbuf *out, const double *amounts, size_t count,
                       const char *currency)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            strbuf_puts(out, amounts[i] < 0 ? " − " : " + ");
        money_write(out, i > 0 ? fabs(amounts[i]) : amounts[i], currency);
    }
}

const char *money_text(struct arena *arena, double amount, const char *currency)
{
    struct strbuf text;
    strbuf_init(&text, 128);
    money_write(&text, amount, currency);
    const char *kept = arena_cstring(arena, strbuf_slice(&text));
    strbuf_release(&text);
    return kept;
}
