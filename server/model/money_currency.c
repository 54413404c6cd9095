/* money_currency.c: which currency stands before or behind a number. */
#include "model/money_amount.h"

#include <string.h>

static const char *mark_currency(uint32_t mark)
{
    switch (mark) {
    case '$':
        return "USD";
    case 0x20AC:
        return "EUR";
    case 0xA3:
        return "GBP";
    case 0xA5:
        return "JPY";
    case 0x20B9:
        return "INR";
    case 0x20BD:
        return "RUB";
    case 0x20A9:
        return "KRW";
    case 0x20BA:
        return "TRY";
    case 0x20AB:
        return "VND";
    case 0x20B4:
        return "UAH";
    case 0x20AA:
        return "ILS";
    default:
        return NULL;
    }
}

/* Letters that touch a "$" before it. */
static const char *dollar_currency(struct slice word)
{
    static const char *const names[][2] = {
        {"US", "USD"}, {"R", "BRL"},  {"A", "AUD"}, {"AU", "AUD"}, {"C", "CAD"},  {"CA", "CAD"},
        {"HK", "HKD"}, {"NT", "TWD"}, {"S", "SGD"}, {"NZ", "NZD"}, {"MX", "MXN"}, {"USD", "USD"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_is(word, names[i][0]))
            return names[i][1];
    return NULL;
}

static const char *code_currency(struct slice word)
{
    static const char *const codes[] = {"USD", "EUR", "GBP", "JPY", "CNY", "INR", "CHF",
                                        "CAD", "AUD", "NZD", "BRL", "PLN", "RUB", "VND",
                                        "KRW", "SEK", "NOK", "DKK", "CZK", "HUF", "MXN",
                                        "SGD", "HKD", "ZAR", "AED", "SAR", "UAH"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (slice_is(word, codes[i]))
            return codes[i];
    return slice_is(word, "RMB") ? "CNY" : NULL;
}

/* Words behind a number only. */
static const char *word_currency(struct slice word)
{
    static const char *const names[][2] = {
        {"dollars", "USD"}, {"dollar", "USD"}, {"euros", "EUR"},  {"euro", "EUR"}, {"zł", "PLN"},
        {"złotych", "PLN"}, {"руб", "RUB"},    {"рублей", "RUB"}, {"TL", "TRY"},   {"TRY", "TRY"},
        {"đồng", "VND"},    {"Kč", "CZK"},     {"reais", "BRL"},  {"грн", "UAH"}};
    static const char *const factors[] = {"万", "萬", "만", "亿", "億", "억"};
    const char *code = code_currency(word);
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++)
        if (slice_starts(word, slice_of(factors[i])))
            word = slice_from(word, 3);
    for (size_t i = 0; !code && i < sizeof names / sizeof *names; i++)
        if (slice_is(word, names[i][0]))
            code = names[i][1];
    if (!code && slice_starts(word, SLICE("元")))
        code = "CNY";
    if (!code && slice_starts(word, SLICE("円")))
        code = "JPY";
    if (!code && slice_starts(word, SLICE("원")))
        code = "KRW";
    return code;
}

/* The currency in front of a number: "$", "US$", "R$", "EUR". Gives the token behind it. */
size_t money_currency_before(const struct money_reader *r, size_t at, const char **code)
{
    struct slice word = money_word(r, at);
    const struct token *next = money_token(r, at + 1);
    if (word.len > 0 && token_is_mark(next, '$') && token_joins(next)) {
        *code = dollar_currency(word);
        return *code ? at + 2 : 0;
    }
    *code = word.len > 0                             ? code_currency(word)
            : money_token(r, at)->kind == TOKEN_MARK ? mark_currency(money_token(r, at)->mark)
                                                     : NULL;
    return *code ? at + 1 : 0;
}

size_t money_currency_behind(const struct money_reader *r, size_t at, const char **code)
{
    struct slice word = money_word(r, at);
    *code = word.len > 0                             ? word_currency(word)
            : money_token(r, at)->kind == TOKEN_MARK ? mark_currency(money_token(r, at)->mark)
                                                     : NULL;
    if (!*code || money_token(r, at)->line)
        return 0;
    /* "10 $5" has its mark in front. */
    if (word.len == 0 && (money_token(r, at)->spaced ? money_token(r, at)->mark == '$' : false))
        return 0;
    if (word.len == 0 && token_joins(money_token(r, at + 1)) && money_digits(r, at + 1))
        return 0;
    return at + 1;
}

bool money_uses_decimal_comma(const char *currency)
{
    static const char *const codes[] = {"EUR", "BRL", "PLN", "TRY", "RUB", "VND", "UAH", "CZK"};
    for (size_t i = 0; currency && i < sizeof codes / sizeof *codes; i++)
        if (strcmp(codes[i], currency) == 0)
            return true;
    return false;
}
