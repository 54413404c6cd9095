/* money_amount.c: numbers, suffixes and ranges of money. */
#include "model/money_amount.h"

#include <string.h>

static double power_of_ten(size_t exponent)
{
    double power = 1;
    for (; exponent > 0 && power < 1e15; exponent--)
        power *= 10;
    return power;
}

/* Is the run of digits behind a "," or "." a group of thousands rather than decimals? */
static bool is_group(const struct money_reader *r, size_t separator, bool first,
                     const char *currency)
{
    bool comma = token_is_mark(money_token(r, separator), ',');
    const struct token *next = money_token(r, separator + 2);
    if (money_digits(r, separator + 1) != 3)
        return false;
    if (comma)
        return true;
    bool another = token_joins(next) && (token_is_mark(next, ',') || token_is_mark(next, '.')) &&
                   token_joins(money_token(r, separator + 3)) && money_digits(r, separator + 3);
    return !first || another || money_uses_decimal_comma(currency);
}

/* "1,200", "1.200,50", "1.5", "50,000"; "1 200" where `spaces`. *unit is what the last digit counts. */
static size_t read_number(const struct money_reader *r, size_t at, const char *currency,
                          bool spaces, double *value, double *unit)
{
    size_t end = at + 1;
    *unit = 1;
    if (!money_digits(r, at) || money_digits(r, at) > 12)
        return 0;
    *value = money_token(r, at)->number;
    for (bool first = true;; first = false) {
        const struct token *mark = money_token(r, end), *next = money_token(r, end + 1);
        bool joined = token_joins(mark) && token_joins(next) && money_digits(r, end + 1);
        if (spaces && money_digits(r, at) <= 3 && mark->kind == TOKEN_DIGITS && !mark->line &&
            money_digits(r, end) == 3 && first) {
            *value = *value * 1000 + mark->number;
            end++;
        } else if (!joined || !(token_is_mark(mark, ',') || token_is_mark(mark, '.'))) {
            return end;
        } else if (is_group(r, end, first, currency)) {
            *value = *value * 1000 + next->number;
            end += 2;
        } else {
            *unit = 1 / power_of_ten(money_digits(r, end + 1));
            *value += next->number * *unit;
            return end + 2;
        }
    }
}

/* The factor of "K", "million", "万"; gives the token behind, `at` itself where there is none, and 0
 * where letters follow that make it no amount ("$10x"). */
static size_t read_suffix(const struct money_reader *r, size_t at, double *factor)
{
    static const struct {
        const char *word;
        double factor;
        bool joined; /* only where it touches the number */
    } suffixes[] = {{"K", 1e3, true},          {"k", 1e3, true},           {"M", 1e6, true},
                    {"m", 1e6, true},          {"MM", 1e6, true},          {"mn", 1e6, true},
                    {"B", 1e9, true},          {"b", 1e9, true},           {"bn", 1e9, true},
                    {"Bn", 1e9, true},         {"BN", 1e9, true},          {"T", 1e12, true},
                    {"thousand", 1e3, false},  {"million", 1e6, false},    {"billion", 1e9, false},
                    {"trillion", 1e12, false}, {"Million", 1e6, false},    {"Billion", 1e9, false},
                    {"mil", 1e3, false},       {"millones", 1e6, false},   {"milhões", 1e6, false},
                    {"millions", 1e6, false},  {"Mio", 1e6, false},        {"Mrd", 1e9, false},
                    {"Millionen", 1e6, false}, {"Milliarden", 1e9, false}, {"tys", 1e3, false},
                    {"mln", 1e6, false},       {"тыс", 1e3, false},        {"млн", 1e6, false}};
    struct slice word = money_word(r, at);
    bool joined = token_joins(money_token(r, at));
    *factor = 1;
    if (word.len == 0 || money_token(r, at)->line)
        return at;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        if (!slice_is(word, suffixes[i].word) || (suffixes[i].joined && !joined))
            continue;
        *factor = suffixes[i].factor;
        const struct token *dot = money_token(r, at + 1);
        return at + 1 + (word.len == 3 && token_is_mark(dot, '.') && token_joins(dot));
    }
    static const struct {
        const char *word;
        double factor;
    } hans[] = {{"万", 1e4}, {"萬", 1e4}, {"만", 1e4}, {"亿", 1e8}, {"億", 1e8}, {"억", 1e8}};
    for (size_t i = 0; i < sizeof hans / sizeof *hans; i++)
        if (slice_starts(word, slice_of(hans[i].word))) {
            *factor = hans[i].factor;
            return at + (word.len == 3); /* 5万円 has its currency in the same word */
        }
    bool other_script = (unsigned char)word.ptr[0] >= 0xC3;
    return joined && !other_script ? 0 : at;
}

/* ---- amounts --------------------------------------------------------------------------------- */

struct number {
    double bare, unit, factor;
    size_t end;
};

static bool read_scaled(const struct money_reader *r, size_t at, const char *currency, bool spaces,
                        struct number *number)
{
    size_t end = read_number(r, at, currency, spaces, &number->bare, &number->unit);
    number->end = end ? read_suffix(r, end, &number->factor) : 0;
    return number->end > 0;
}

static bool is_to(const struct money_reader *r, size_t at)
{
    static const char *const words[] = {"to", "bis", "à", "a", "до", NULL};
    return token_is_one_of(r->text, money_token(r, at), words);
}

/* The second end of a range behind the first; false where there is none. */
static bool read_range_end(const struct money_reader *r, size_t at, const char *currency,
                           struct number *second)
{
    const struct token *dash = money_token(r, at);
    const char *code = NULL;
    bool tight =
        dash->kind == TOKEN_DASH && token_joins(dash) && token_joins(money_token(r, at + 1));
    if ((dash->kind != TOKEN_DASH && !is_to(r, at)) || dash->line)
        return false;
    size_t number = money_currency_before(r, at + 1, &code);
    if (code && currency && strcmp(code, currency) != 0)
        return false;
    /* A lone number is an end only where it touches the dash: "$100 - 200 users". */
    if (!number && !tight)
        return false;
    return read_scaled(r, number ? number : at + 1, currency, false, second);
}

static void set_amount(struct money *money, struct number first, const struct number *second)
{
    double low = first.bare * first.factor;
    money->min = money->max = money->amount = low;
    money->unit = first.unit * first.factor;
    if (!second)
        return;
    /* "$1–3K": the suffix counts for both, unless the first is the larger number. */
    if (first.factor == 1 && second->factor > 1 && first.bare < second->bare)
        low *= second->factor;
    money->min = low;
    money->max = second->bare * second->factor;
    money->amount = (money->min + money->max) / 2;
    money->range = true;
}

static bool is_range(struct number first, struct number second)
{
    double low = first.bare * first.factor, high = second.bare * second.factor;
    return low < high;
}

/* $X, $XXK, $TBD, $[amount], $____ */
static size_t read_placeholder(const struct money_reader *r, size_t at, struct money *money)
{
    const struct token *t = money_token(r, at);
    struct slice word = money_word(r, at);
    size_t end = 0, xs = 0;
    while (xs < word.len && word.ptr[xs] == 'X')
        xs++;
    if (!token_joins(t))
        return 0;
    if (xs > 0 && (xs == word.len || (xs + 1 == word.len && strchr("KMBk", word.ptr[xs]))))
        end = at + 1;
    else if (slice_is(word, "TBD") || slice_is(word, "TBA"))
        end = at + 1;
    else if (t->kind == TOKEN_NODE && r->inlines->v[t->node].kind == INLINE_PLACEHOLDER)
        end = at + 1;
    else if (token_is_mark(t, '['))
        for (size_t i = at + 1; i < at + 6 && !end; i++)
            end = token_is_mark(money_token(r, i), ']') ? i + 1 : 0;
    money->placeholder = end > 0;
    return end;
}

/* A shape that the grammar already took for a placeholder: "$X", "€XX". */
static size_t read_placeholder_node(const struct money_reader *r, size_t at, struct money *money)
{
    const struct token *t = money_token(r, at);
    if (t->kind != TOKEN_NODE || r->inlines->v[t->node].kind != INLINE_PLACEHOLDER)
        return 0;
    struct slice text = token_text(r->text, t);
    static const char *const marks[][2] = {
        {"$", "USD"}, {"\\$", "USD"}, {"€", "EUR"}, {"£", "GBP"}};
    while (text.len > 0 && strchr("~<>", text.ptr[0]))
        text = slice_from(text, 1);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts(text, slice_of(marks[i][0]))) {
            memcpy(money->currency, marks[i][1], 4);
            money->placeholder = true;
            return at + 1;
        }
    return 0;
}

/* Letters or digits that touch what stands at `at`: part of a longer word, or damaged text. */
static bool is_glued(const struct money_reader *r, size_t at)
{
    if (at == 0 || !token_joins(money_token(r, at)))
        return false;
    const struct token *before = money_token(r, at - 1);
    if (before->kind == TOKEN_WORD)
        return (unsigned char)r->text.ptr[before->span.start] < 0xE3;
    if (money_token(r, at)->kind == TOKEN_DIGITS &&
        (token_is_mark(before, '$') || token_is_mark(before, '^')))
        return true;
    return before->kind == TOKEN_DIGITS || token_is_mark(before, '_') ||
           (before->kind == TOKEN_MARK && before->mark >= 0x80 && before->mark < 0x300 &&
            before->mark != 0xB1);
}

/* A number, its range and suffix behind a currency, or in front of one. */
size_t money_amount_read(const struct money_reader *r, size_t at, struct money *money)
{
    const char *currency = NULL, *behind = NULL;
    struct number first, second;
    *money = (struct money){0};
    size_t placeholder = read_placeholder_node(r, at, money);
    if (placeholder)
        return placeholder;
    if ((money_token(r, at)->kind != TOKEN_MARK && money_token(r, at)->kind != TOKEN_WORD &&
         money_token(r, at)->kind != TOKEN_DIGITS) ||
        is_glued(r, at))
        return 0;
    size_t number = money_currency_before(r, at, &currency), end;
    if (currency)
        memcpy(money->currency, currency, 4);
    if (number) {
        end = read_placeholder(r, number, money);
        if (end)
            return end;
    }
    if (money_token(r, number ? number : at)->line ||
        !read_scaled(r, number ? number : at, currency, !number, &first))
        return 0;
    bool range = read_range_end(r, first.end, currency, &second) && is_range(first, second);
    end = range ? second.end : first.end;
    if (!number) {
        end = money_currency_behind(r, end, &behind);
        if (!end)
            return 0;
        /* Only now it is known what the dot in "1.500 €" means. */
        read_scaled(r, at, behind, true, &first);
        memcpy(money->currency, behind, 4);
    } else if (token_joins(money_token(r, end)) && (token_is_mark(money_token(r, end), '$') ||
                                                    token_is_mark(money_token(r, end), '^'))) {
        return 0; /* $5$ is mathematics */
    }
    set_amount(money, first, range ? &second : NULL);
    const struct token *plus = money_token(r, end);
    if (token_is_mark(plus, '+') && token_joins(plus) &&
        (!token_joins(money_token(r, end + 1)) || money_token(r, end + 1)->kind == TOKEN_MARK) &&
        !token_is_mark(money_token(r, end + 1), '$')) {
        money->more = true;
        end++;
    }
    return end;
}
