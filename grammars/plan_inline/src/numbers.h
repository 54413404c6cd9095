/* numbers.h: what stands around a number: whether the word before governs it, or a unit,
 * a currency, a time of day makes it something else.
 *
 * A unit wins over the word before ("takes 3 weeks"), unless a number of its own follows it
 * ("Month 1 Week 2"). */
#ifndef PLAN_INLINE_NUMBERS_H
#define PLAN_INLINE_NUMBERS_H

#include "units.h"

enum number {
    NUMBER_NOT, /* a time, a date, a share, money, a word like 10x */
    NUMBER_END, /* and nothing behind it can change that */
    NUMBER_OPEN
};

/* Digits with their dots: what `number` in grammar.js takes, roughly. */
static enum number pass_number(struct scan *scan, bool *year)
{
    unsigned digits = 0, dots = 0;
    int32_t first = peek(scan);
    while (is_digit(peek(scan))) {
        for (digits = 0; is_digit(peek(scan)); digits++)
            pass(scan);
        if (peek(scan) != '.')
            break;
        pass(scan);
        if (!is_digit(peek(scan)))
            return NUMBER_END;
        dots++;
    }
    int32_t c = peek(scan);
    *year = dots == 0 && digits == 4 && (first == '1' || first == '2');
    if ((dots == 2 && digits == 4) || c == '%' || c == 0xFF05 || is_currency(c) ||
        starts_glued_unit(c))
        return NUMBER_NOT;
    if (is_ascii_letter(c)) {
        pass(scan);
        return is_alnum(peek(scan)) || strchr("hdwmsyxKMBk", (int)c) ? NUMBER_NOT : NUMBER_END;
    }
    if (c != ':')
        return NUMBER_OPEN;
    pass(scan);
    return is_digit(peek(scan)) ? NUMBER_NOT : NUMBER_END;
}

/* Behind a number and a blank: do words follow that make it a measure, money or a time of day? The
 * first of them is given. */
static bool is_measured(struct scan *scan, struct short_word *word)
{
    if (peek(scan) == '%' || is_currency(peek(scan)))
        return true;
    pass_short_word(scan, word);
    if (is_large(word) ||
        (word->upper && (word_is_one_of(word, " am pm ") || is_currency_code(word))))
        return true;
    if (!pass_unit_words(scan, word))
        return false;
    while (is_blank(peek(scan)))
        pass(scan);
    return !is_digit(peek(scan));
}

/* Behind a number: false where it is measured. */
static bool no_unit_follows(struct scan *scan)
{
    struct short_word word = {.length = 0};
    if (peek(scan) == '+')
        pass(scan);
    if (!is_blank(peek(scan)))
        return true;
    pass(scan);
    return !is_measured(scan, &word);
}

/* The second number of a range, from its first digit. Behind a year and a dash two digits are its
 * month, and a third number makes it a date. */
static bool range_is_governed(struct scan *scan, bool behind_year)
{
    bool year = false;
    uint32_t from = scan->count;
    enum number number = pass_number(scan, &year);
    if (number == NUMBER_NOT || (behind_year && scan->count - from == 2))
        return false;
    return number == NUMBER_END || (peek(scan) != '-' && no_unit_follows(scan));
}

/* `1/2` is a list, `1/2/2026` a date. */
static bool list_is_governed(struct scan *scan)
{
    unsigned digits = 0;
    pass(scan);
    for (; is_digit(peek(scan)); digits++)
        pass(scan);
    return digits == 0 || (peek(scan) != '/' && !is_alnum(peek(scan)));
}

/* At the first digit behind a word: does the word govern the number? */
static bool number_is_governed(struct scan *scan, bool capital)
{
    bool year = false;
    enum number number = pass_number(scan, &year);
    if (number != NUMBER_OPEN)
        return number == NUMBER_END;
    if (peek(scan) == '/')
        return list_is_governed(scan);
    struct short_word word = {.length = 0};
    if (is_dash(peek(scan))) {
        pass(scan);
        pass_short_word(scan, &word);
        if (word.length > 0)
            return !is_unit(&word);
        return !is_digit(peek(scan)) || range_is_governed(scan, year);
    }
    if (!is_blank(peek(scan)))
        return no_unit_follows(scan);
    pass(scan);
    if (is_dash(peek(scan))) {
        /* `Task 3 - 45 minutes`, but `takes 3 - 4 hours` */
        pass(scan);
        if (capital || !is_blank(peek(scan)))
            return true;
        pass(scan);
        return !is_digit(peek(scan)) || range_is_governed(scan, false);
    }
    if (is_measured(scan, &word))
        return false;
    if (!is_to(&word) || peek(scan) != ' ')
        return true;
    pass(scan);
    return !is_digit(peek(scan)) || range_is_governed(scan, false);
}

/* The next number of a list or a range that a word governs: nothing may make it a measure, and
 * behind a comma or a dash nothing may make it a count ("Week 1, 3 pilots"). */
static bool joins_governed(struct scan *scan, bool weak)
{
    bool year = false;
    if (!is_digit(peek(scan)))
        return false;
    enum number number = pass_number(scan, &year);
    if (number != NUMBER_OPEN)
        return number == NUMBER_END;
    if (!weak || year || !is_blank(peek(scan)))
        return no_unit_follows(scan);
    pass(scan);
    struct short_word word = {.length = 0};
    bool small = is_ascii_letter(peek(scan)) && !is_upper(peek(scan));
    return !is_measured(scan, &word) && (!small || is_and(&word) || is_to(&word));
}

/* The second number of a range that stands alone; behind a spaced dash a unit has to follow. */
static bool joins_free(struct scan *scan, bool weak)
{
    bool year = false;
    struct short_word word = {.length = 0};
    if (!is_digit(peek(scan)))
        return false;
    enum number number = pass_number(scan, &year);
    if (!weak || number != NUMBER_OPEN)
        return !weak && number != NUMBER_NOT;
    if (!is_blank(peek(scan)))
        return false;
    pass(scan);
    return is_measured(scan, &word);
}

#endif
