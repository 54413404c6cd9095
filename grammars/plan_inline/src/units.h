/* units.h: the words around numbers: units of time and size, currencies, "to" and "and", in several
 * languages. To teach the grammar a language's units, add them here. */
#ifndef PLAN_INLINE_UNITS_H
#define PLAN_INLINE_UNITS_H

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

#endif
