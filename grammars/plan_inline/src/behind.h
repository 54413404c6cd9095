/* behind.h: the tokens behind a number: its unit, its currency, the joint to the next number. */
#ifndef PLAN_INLINE_BEHIND_H
#define PLAN_INLINE_BEHIND_H

#include "numbers.h"

static bool finish_if(struct scan *scan, bool is, enum token token)
{
    return finish(scan, is ? token : T_TEXT);
}

/* `/month`, ` per seat/month` behind money; marks the end. */
static void pass_per(struct scan *scan)
{
    mark(scan);
    if (peek(scan) == '+')
        pass(scan), mark(scan);
    if (peek(scan) == ' ')
        pass(scan);
    if (peek(scan) == 'p') {
        struct short_word word = {.length = 0};
        pass_short_word(scan, &word);
        if (!word_is_one_of(&word, " per ") || peek(scan) != ' ')
            return;
    } else if (peek(scan) != '/') {
        return;
    }
    do {
        pass(scan);
        while (peek(scan) == ' ')
            pass(scan);
        if (script_of(peek(scan)) == SCRIPT_NONE)
            return;
        while (script_of(peek(scan)) != SCRIPT_NONE)
            pass(scan);
        mark(scan);
    } while (peek(scan) == '/');
}

/* Signs of currency that stand behind the amount: `500 €`, `3万元`. */
static bool is_currency_behind(int32_t c)
{
    return (is_currency(c) && c != '$') || c == 0x5186 || c == 0x5143;
}

static bool scan_currency_sign(struct scan *scan)
{
    if (peek(scan) == 0x4E07) {
        pass(scan);
        mark(scan);
    }
    if (!is_currency_behind(peek(scan)))
        return finish(scan, T_TEXT);
    pass(scan);
    pass_per(scan);
    return finish(scan, T_CURRENCY);
}

/* A currency behind a number and a space, perhaps with "million" between; the word is passed. */
static bool pass_currency(struct scan *scan, struct short_word *word)
{
    if (is_large(word)) {
        if (peek(scan) == '.')
            pass(scan);
        if (peek(scan) != ' ')
            return false;
        pass(scan);
        word->length = 0;
        if (is_currency_behind(peek(scan))) {
            pass(scan);
            return true;
        }
        pass_short_word(scan, word);
    }
    return word->upper && is_currency_code(word) && !is_alnum(peek(scan));
}

/* Behind a number and a space, which are marked. */
static bool scan_behind_space(struct scan *scan, bool governed)
{
    bool list = scan->valid[T_AND], range = scan->valid[T_TO];
    int32_t c = peek(scan);
    if ((range && (c == '-' || c == 0x2013)) || (list && c == '&')) {
        pass(scan);
        if (!is_blank(peek(scan)))
            return finish(scan, T_TEXT);
        pass(scan);
        mark(scan);
        bool joins = governed ? joins_governed(scan, c != '&') : joins_free(scan, true);
        return finish_if(scan, joins, c == '&' ? T_AND : T_TO);
    }
    bool money = scan->valid[T_CURRENCY];
    if (money && is_currency_behind(c))
        return scan_currency_sign(scan);
    struct short_word word = {.length = 0};
    pass_short_word(scan, &word);
    if (money && pass_currency(scan, &word)) {
        pass_per(scan);
        return finish(scan, T_CURRENCY);
    }
    bool to = range && is_to(&word), and = list && is_and(&word);
    if ((to || and) && peek(scan) == ' ') {
        pass(scan);
        if (!is_digit(peek(scan)))
            return finish(scan, T_TEXT);
        mark(scan);
        bool joins = governed ? joins_governed(scan, false) : joins_free(scan, false);
        return finish_if(scan, joins, to ? T_TO : T_AND);
    }
    if (governed || is_digit(peek(scan)) || !pass_unit_words(scan, &word))
        return finish(scan, T_TEXT);
    mark(scan);
    return finish(scan, T_UNIT);
}

/* `20-week`: at the dash. */
static bool scan_hyphened_unit(struct scan *scan)
{
    struct short_word word = {.length = 0};
    pass(scan);
    mark(scan);
    pass_short_word(scan, &word);
    bool unit = is_unit(&word) && !is_alnum(peek(scan));
    if (unit)
        mark(scan);
    return finish_if(scan, unit, T_UNIT);
}

/* Behind a number: ` weeks`, `-week`, ` €`, ` - 5`, ` to 5`, `, 2`, ` & 3`. False, with nothing passed, where none
 * of these can be; else a token, if only of the text that was looked at. */
static bool scan_behind_number(struct scan *scan)
{
    bool governed = !scan->valid[T_UNIT], list = scan->valid[T_AND];
    int32_t c = peek(scan);
    if (scan->valid[T_CURRENCY] && (is_currency_behind(c) || c == 0x4E07))
        return scan_currency_sign(scan);
    if (!governed && starts_glued_unit(c))
        return finish_if(scan, pass_glued_unit(scan), T_UNIT);
    if (list && (c == ',' || c == '&' || c == '/')) {
        pass(scan);
        while (peek(scan) == ' ')
            pass(scan);
        mark(scan);
        return finish_if(scan, joins_governed(scan, c == ','), T_AND);
    }
    if (c == '-' && !governed)
        return scan_hyphened_unit(scan);
    if (!is_blank(c))
        return false;
    pass(scan);
    mark(scan);
    return scan_behind_space(scan, governed);
}

#endif
