/* money_per.c: what unit an amount of money is for. */
#include "model/lexicon.h"
#include "model/money_amount.h"

static struct slice per_name(const struct money_reader *r, size_t at)
{
    static const char *const names[] = {"minute", "hour",    "day", "week",
                                        "month",  "quarter", "year"};
    struct slice word = money_word(r, at);
    int row = word.len > 0 ? lexicon_look_up(lexicon_units, word) : -1;
    return row < 0 ? word : slice_of(names[row & UNIT_MASK]);
}

static struct slice join(const struct money_reader *r, struct slice a, struct slice b)
{
    return slice_of(arena_printf(r->arena, "%.*s/%.*s", SLICE_ARG(a), SLICE_ARG(b)));
}

/* "/month", "/user/month", "/1M tokens" */
static size_t read_slash(const struct money_reader *r, size_t at, struct slice *per)
{
    if (!token_is_mark(money_token(r, at), '/') || money_token(r, at)->line)
        return 0;
    if (money_digits(r, at + 1)) {
        size_t end =
            at + 2 + (money_word(r, at + 2).len > 0 && token_joins(money_token(r, at + 2)));
        end += money_word(r, end).len > 0;
        *per = tokens_plain(r->tokens, r->inlines, r->text, at + 1, end, r->arena);
        return end;
    }
    *per = per_name(r, at + 1);
    if (per->len == 0)
        return 0;
    struct slice more = per_name(r, at + 3);
    if (token_is_mark(money_token(r, at + 2), '/') && token_joins(money_token(r, at + 2)) &&
        more.len > 0) {
        *per = join(r, *per, more);
        return at + 4;
    }
    return at + 2;
}

size_t money_per_read(const struct money_reader *r, size_t at, struct slice *per)
{
    static const char *const prepositions[] = {"per", "pro", "par", "por", "al", "в", "mỗi", NULL};
    static const struct {
        const char *word, *per;
    } adverbs[] = {{"monthly", "month"}, {"annually", "year"},     {"annual", "year"},
                   {"yearly", "year"},   {"weekly", "week"},       {"daily", "day"},
                   {"hourly", "hour"},   {"quarterly", "quarter"}, {"each", "each"},
                   {"apiece", "each"},   {"monatlich", "month"},   {"jährlich", "year"},
                   {"mensual", "month"}, {"mensuel", "month"},     {"anual", "year"}};
    size_t end = read_slash(r, at, per);
    struct slice word = money_word(r, at);
    if (end || word.len == 0 || money_token(r, at)->line)
        return end;
    if (token_is_one_of(r->text, money_token(r, at), prepositions)) {
        *per = per_name(r, at + 1);
        return per->len > 0 ? at + 2 : 0;
    }
    /* "$500 a month", but not "$500 a piece of work" */
    int row = slice_is(word, "a") || slice_is(word, "an")
                  ? lexicon_look_up(lexicon_units, money_word(r, at + 1))
                  : -1;
    if (row >= 0) {
        *per = per_name(r, at + 1);
        return at + 2;
    }
    for (size_t i = 0; i < sizeof adverbs / sizeof *adverbs; i++)
        if (slice_is_nocase(word, adverbs[i].word)) {
            *per = slice_of(adverbs[i].per);
            return at + 1;
        }
    return 0;
}
