/* money_cells.c: amounts of money in the view of the workspace's currency: values, cells, bare numbers. */
#include "model/money_cells.h"

#include "model/money_words.h"

#include <string.h>

/* ---- the configured dollar -------------------------------------------------------------------- */

static bool is_dollar(struct slice currency)
{
    static const char *const codes[] = {"AUD", "CAD", "NZD", "SGD", "HKD",
                                        "TWD", "MXN", "ARS", "CLP", "COP"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (slice_is(currency, codes[i]))
            return true;
    return false;
}

void moneys_read(struct builder *b, struct span span, struct moneys *out)
{
    size_t before = out->len;
    struct inlines inlines = builder_inlines_of(b, span);

    money_read(&inlines, b->bytes, b->scratch, out);
    if (!is_dollar(b->settings->currency))
        return;
    for (size_t i = before; i < out->len; i++)
        if (strcmp(out->items[i].currency, "USD") == 0 &&
            !slice_contains(span_slice(b->bytes, out->items[i].where), SLICE("US")))
            memcpy(out->items[i].currency, b->settings->currency.ptr, 3);
}

/* ---- bare numbers ----------------------------------------------------------------------------- */

struct bare {
    double value, factor, scale; /* scale: what the decimals are divided by */
    bool grouped, decimals;
};

/* "1,200", "1.5", "30K", "2 million"; gives the bytes read, 0 where there is no number. */
static size_t read_number(struct slice s, struct bare *bare)
{
    static const struct {
        const char *word;
        double factor;
    } suffixes[] = {{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"K", 1e3},
                    {"k", 1e3},        {"M", 1e6},       {"m", 1e6},       {"B", 1e9}};
    size_t at = 0, digits = 0;
    *bare = (struct bare){.factor = 1, .scale = 1};
    for (; at < s.len && digits < 15; at++) {
        char c = s.ptr[at];
        bool group = c == ',' && at > 0 && at + 3 < s.len && ascii_is_digit(s.ptr[at + 1]) &&
                     ascii_is_digit(s.ptr[at + 2]) && ascii_is_digit(s.ptr[at + 3]);
        bool point = c == '.' && digits > 0 && !bare->decimals && at + 1 < s.len &&
                     ascii_is_digit(s.ptr[at + 1]);
        if (ascii_is_digit(c)) {
            bare->value = bare->value * 10 + (c - '0');
            bare->scale *= bare->decimals ? 10 : 1;
            digits++;
        } else if (group && !bare->decimals) {
            bare->grouped = true;
        } else if (point) {
            bare->decimals = true;
        } else {
            break;
        }
    }
    bare->value /= bare->scale;
    if (digits == 0)
        return 0;
    struct slice rest = slice_from(s, at), trimmed = slice_trim_start(rest);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        struct slice word = slice_of(suffixes[i].word);
        struct slice from = word.len > 1 ? trimmed : rest;
        if (!slice_starts(from, word) ||
            (from.len > word.len && ascii_is_alnum(from.ptr[word.len])))
            continue;
        bare->factor = suffixes[i].factor;
        return s.len - slice_from(from, word.len).len;
    }
    return at;
}

static bool take(struct slice *s, const char *prefix)
{
    if (!slice_starts(*s, slice_of(prefix)))
        return false;
    *s = slice_trim_start(slice_from(*s, strlen(prefix)));
    return true;
}

static bool take_dash(struct slice *s)
{
    return take(s, "-") || take(s, "–") || take(s, "−");
}

bool money_bare_read(struct builder *b, struct span span, struct money *money, bool *certain)
{
    struct slice s = slice_trim(builder_plain_scratch(b, span));
    struct bare first, second;
    *money = (struct money){.where = span};
    money->approx = take(&s, "~");
    bool bracket = take(&s, "("), minus = take_dash(&s);
    size_t end = read_number(s, &first);
    if (end == 0)
        return false;
    s = slice_trim_start(slice_from(s, end));
    money->more = take(&s, "+");
    money->range = take_dash(&s);
    if (money->range) {
        end = read_number(s, &second);
        if (end == 0)
            return false;
        s = slice_trim_start(slice_from(s, end));
    }
    minus = (bracket && take(&s, ")")) || minus;
    if (s.len > 0 && (s.ptr[0] != '(' || s.ptr[s.len - 1] != ')'))
        return false;
    if (money->range && first.factor == 1 && second.factor > 1)
        first.factor = second.factor;
    *certain = first.factor > 1 || first.grouped;
    money->min = first.value * first.factor * (minus ? -1 : 1);
    money->max = money->range ? second.value * second.factor : money->min;
    money->amount = (money->min + money->max) / 2;
    money->unit = first.factor / first.scale;
    money->negative = minus;
    return money->min <= money->max;
}

/* ---- cells ------------------------------------------------------------------------------------ */

/* "$80K + $10K/month": what is recurring stands beside the one amount. */
static bool lone_one_off(const struct moneys *moneys, struct money *money)
{
    size_t count = 0;
    for (size_t i = 0; i < moneys->len; i++) {
        if (moneys->items[i].per.len > 0)
            continue;
        *money = moneys->items[i];
        count++;
    }
    return count == 1;
}

enum money_cell money_cell_read(struct builder *b, struct span span, bool bare,
                                const char *currency, double factor, struct money *money)
{
    struct moneys moneys = {0};
    bool certain;

    if (span_is_empty(span))
        return MONEY_CELL_NOTHING;
    moneys_read(b, span, &moneys);
    if (moneys.len == 1) {
        *money = moneys.items[0];
        return MONEY_CELL_AMOUNT;
    }
    if (moneys.len > 1)
        return lone_one_off(&moneys, money) ? MONEY_CELL_AMOUNT : MONEY_CELL_UNREAD;
    if (bare && money_bare_read(b, span, money, &certain)) {
        memcpy(money->currency, currency, strlen(currency) < 4 ? strlen(currency) : 3);
        money->amount *= factor;
        money->unit *= factor;
        money->min *= factor;
        money->max *= factor;
        return MONEY_CELL_AMOUNT;
    }
    return is_no_cost(builder_plain_scratch(b, span)) ? MONEY_CELL_NOTHING : MONEY_CELL_UNREAD;
}
