/* money_amount.h: one amount of money without what it is for. Internal to model/. */
#ifndef PLANLS_MODEL_MONEY_AMOUNT_H
#define PLANLS_MODEL_MONEY_AMOUNT_H

#include "model/tokens.h"
#include "model/values.h"

struct money_reader {
    const struct tokens *tokens;
    const struct inlines *inlines;
    struct slice text;
    struct arena *arena;
};

/* The amount or range that begins at the token: its currency, numbers, suffix and "+". Gives the token
 * behind it, or 0 where there is none. Fills all of `money` but per, label and where. */
size_t money_amount_read(const struct money_reader *r, size_t at, struct money *money);

/* The unit an amount is for ("/month", "per seat", "annually") at the token behind it; gives the token
 * behind the unit, or 0. */
size_t money_per_read(const struct money_reader *r, size_t at, struct slice *per);

/* The currency in front of a number ("$", "US$", "EUR") or behind it; gives the token behind the
 * currency and its ISO code, or 0. */
size_t money_currency_before(const struct money_reader *r, size_t at, const char **code);
size_t money_currency_behind(const struct money_reader *r, size_t at, const char **code);
/* Does "1.500" mean fifteen hundred in it? */
bool money_uses_decimal_comma(const char *currency);

static inline const struct token *money_token(const struct money_reader *r, size_t at)
{
    return token_at(r->tokens, at);
}

/* The word at a token, empty where it is none. */
static inline struct slice money_word(const struct money_reader *r, size_t at)
{
    return money_token(r, at)->kind == TOKEN_WORD ? token_text(r->text, money_token(r, at))
                                                  : (struct slice){NULL, 0};
}

/* How many digits the number at a token has, 0 where it is none. */
static inline size_t money_digits(const struct money_reader *r, size_t at)
{
    const struct token *t = money_token(r, at);
    return t->kind == TOKEN_DIGITS ? t->span.end - t->span.start : 0;
}

#endif
