/* numbers.h: what stands around a number: the word before it, the unit or the next number behind.
 *
 * A unit wins over the word before ("takes 3 weeks"), unless a number of its own follows it
 * ("Month 1 Week 2"). */
#ifndef PLAN_INLINE_NUMBERS_H
#define PLAN_INLINE_NUMBERS_H

#include "scan.h"

/* A short word as UTF-8 in lower case, with a space before and behind, to be looked up in a list. */
struct short_word {
    char text[32];
    unsigned length;
    bool upper; /* ASCII capitals only */
};

static void short_word_add(struct short_word *word, int32_t c)
{
    if (word->length == 0) {
        word->text[word->length++] = ' ';
        word->upper = true;
    }
    word->upper &= is_upper(c);
    if (word->length + 4 > sizeof word->text) {
        word->length = sizeof word->text;
        return;
    }
    char *out = word->text + word->length;
    if (c < 0x80) {
        out[0] = (char)(is_upper(c) ? c + 32 : c);
        word->length += 1;
    } else if (c < 0x800) {
        if (is_between(c, 0x410, 0x42F))
            c += 32;
        out[0] = (char)(0xC0 | (c >> 6));
        out[1] = (char)(0x80 | (c & 0x3F));
        word->length += 2;
    } else {
        out[0] = (char)(0xE0 | ((c >> 12) & 0x0F));
        out[1] = (char)(0x80 | ((c >> 6) & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        word->length += 3;
    }
}

static bool word_is_one_of(struct short_word *word, const char *list)
{
    if (word->length < 2 || word->length + 2 > sizeof word->text)
        return false;
    word->text[word->length] = ' ';
    word->text[word->length + 1] = '\0';
    return strstr(list, word->text) != NULL;
}

static void pass_short_word(struct scan *scan, struct short_word *word)
{
    while (script_of(peek(scan)) != SCRIPT_NONE) {
        short_word_add(word, peek(scan));
        pass(scan);
    }
}

/* Units that stand behind a space. */
static bool is_unit(struct short_word *word)
{
    static const char units[] =
        " h hr hrs hour hours d day days w wk wks week weeks mo mos month months y yr yrs year "
        "years quarter quarters"
        " min mins minute minutes sec secs second seconds ms s sprint sprints fortnight fortnights "
        "weekdays workdays"
        " kb mb gb tb pt pts sp fte ftes"
        " tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde stunden std "
        "minuten sekunden"
        " jour jours semaine semaines mois an ans heure heures année années"
        " día días dia dias semana semanas mes meses mês hora horas año años ano anos minuto "
        "minutos"
        " giorno giorni settimana settimane mese mesi ora ore anno anni dag dagen weken maand "
        "maanden uur uren jaar"
        " день дня дней неделя недели недель месяц месяца месяцев час часа часов год года лет"
        " gün hafta ay yıl saat dni tygodni tygodnie miesiące miesięcy godzin"
        " يوم أيام أسبوع أسابيع شهر أشهر ساعة ساعات سنة سنوات"
        " 일 주 개월 시간 년 주일 天 周 週 週間 个月 個月 ヶ月 か月 小时 小時 時間 分钟 年 "
        "个工作日 工作日 営業日 ";
    return word_is_one_of(word, units);
}

/* Words that a unit may follow: "10 business days". */
static bool is_unit_prefix(struct short_word *word)
{
    return word_is_one_of(
        word, " business working calendar work story person man engineer developer dev full ");
}

/* Behind an amount; in front of one, less those that are words of another kind (PHP 8). */
static bool is_currency_prefix(struct short_word *word)
{
    return word->upper &&
           word_is_one_of(word,
                          " usd eur gbp jpy cny rmb inr chf cad aud nzd sek nok dkk pln czk"
                          " huf brl mxn sgd hkd krw rub uah zar aed sar thb idr myr vnd twd ");
}

static bool is_currency_code(struct short_word *word)
{
    return word_is_one_of(
        word, " usd eur gbp jpy cny rmb inr chf cad aud nzd sek nok dkk pln czk huf brl mxn sgd hkd"
              " krw rub uah try zar aed sar ils thb idr myr php vnd twd rs ");
}

/* Words that multiply: "2 million EUR". */
static bool is_large(struct short_word *word)
{
    return word_is_one_of(word,
                          " thousand million millions billion mio mrd millionen tsd lakh crore ");
}

static bool is_to(struct short_word *word)
{
    return word_is_one_of(word, " to bis à a до until through thru ~ ");
}

static bool is_and(struct short_word *word)
{
    return word_is_one_of(word, " and und et y e и or oder ou plus ");
}

/* `10 business days`: at the prefix's end, passes the unit behind it. */
static bool pass_unit_words(struct scan *scan, struct short_word *word)
{
    if (is_unit(word))
        return true;
    if (!is_unit_prefix(word) || (peek(scan) != ' ' && peek(scan) != '-'))
        return false;
    struct short_word second = {.length = 0};
    pass(scan);
    pass_short_word(scan, &second);
    return word_is_one_of(&second, " day days week weeks hour hours month months point points ");
}

/* A unit written without a space behind the number in Chinese, Japanese or Korean. Marks what it
 * passes, at least one character. */
static bool pass_glued_unit(struct scan *scan)
{
    static const int32_t pairs[][2] = {{0x4E2A, 0x6708} /* 个月 */,
                                       {0x500B, 0x6708} /* 個月 */,
                                       {0x30F6, 0x6708} /* ヶ月 */,
                                       {0x304B, 0x6708} /* か月 */,
                                       {0x5C0F, 0x65F6} /* 小时 */,
                                       {0x5C0F, 0x6642} /* 小時 */,
                                       {0x6642, 0x9593} /* 時間 */,
                                       {0x5206, 0x949F} /* 分钟 */,
                                       {0x9031, 0x9593} /* 週間 */,
                                       {0xAC1C, 0xC6D4} /* 개월 */,
                                       {0xC2DC, 0xAC04} /* 시간 */};
    int32_t first = peek(scan);
    bool single = first == 0x5929 || first == 0x5468 || first == 0x9031 || first == 0x65E5 ||
                  first == 0x5E74 || first == 0x5206 || first == 0xC8FC || first == 0xC77C ||
                  first == 0xB144 || first == 0xBD84;
    bool half = false;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        half |= pairs[i][0] == first;
    if (!single && !half)
        return pass(scan), mark(scan), false;
    pass(scan);
    mark(scan);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (pairs[i][0] == first && pairs[i][1] == peek(scan)) {
            pass(scan);
            mark(scan);
            return true;
        }
    }
    return single;
}

static bool starts_glued_unit(int32_t c)
{
    return c == 0x5929 || c == 0x5468 || c == 0x9031 || c == 0x65E5 || c == 0x5E74 || c == 0x4E2A ||
           c == 0x500B || c == 0x30F6 || c == 0x5C0F || c == 0x6642 || c == 0x6708 || c == 0x5206 ||
           c == 0xC8FC || c == 0xAC1C || c == 0xC77C || c == 0xC6D4 || c == 0xB144;
}

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
