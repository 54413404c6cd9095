/* time_durations.c: lengths of time ("4-6 hours") and times that hang on today ("by Friday"). */
#include "model/time_reader.h"

#include "model/lexicon.h"
#include "model/words.h"

#include <string.h>

/* A number with decimals at a token; gives the token behind it, 0 where there is none. */
static size_t read_number(const struct time_reader *r, size_t at, double *number)
{
    const struct token *t = time_token(r, at), *point = time_token(r, at + 1);
    const struct token *part = time_token(r, at + 2);
    if (t->kind != TOKEN_DIGITS || t->number > 100000)
        return 0;
    *number = t->number;
    if (!token_joins(point) || !token_joins(part) || part->kind != TOKEN_DIGITS ||
        !(token_is_mark(point, '.') || token_is_mark(point, ',')))
        return at + 1;
    double scale = 1;
    size_t digits = part->span.end - part->span.start;
    for (size_t i = 0; i < digits && i < 9; i++)
        scale *= 10;
    if (token_is_mark(point, ',') && digits == 3)
        *number = *number * 1000 + part->number;
    else if (digits <= 9)
        *number += part->number / scale;
    return at + 3;
}

static double unit_days(int unit)
{
    static const double days[] = {
        [UNIT_MINUTE] = 1.0 / 1440, [UNIT_HOUR] = 1.0 / 24, [UNIT_DAY] = 1,   [UNIT_WEEK] = 7,
        [UNIT_MONTH] = 30,          [UNIT_QUARTER] = 91,    [UNIT_YEAR] = 365};
    return days[unit];
}

/* 分, 月, 日 and 年 behind a number are mostly points, months and days of dates, and years. */
static bool is_ambiguous_unit(struct slice word)
{
    static const char *const words[] = {"分", "분", "月", "월", "日", "일", "年", "년", "주", NULL};
    for (const char *const *w = words; *w; w++)
        if (slice_is(word, *w))
            return true;
    return false;
}

/* "h", "d", "w", "mo" must look like a unit: lower case, and "3d graphics" is none. */
static bool is_short_unit(const struct time_reader *r, size_t at)
{
    const struct token *t = time_token(r, at), *next = time_token(r, at + 1);
    struct slice word = token_text(r->text, t);
    bool lower = ascii_is_alpha(word.ptr[0]) && !ascii_is_upper(word.ptr[0]);
    if (word.len > 1)
        return true;
    bool followed = next->kind == TOKEN_WORD && !next->line;
    /* Thousands of "w" are words. */
    if (time_token(r, at - 1)->kind == TOKEN_DIGITS && time_token(r, at - 1)->number > 365)
        return false;
    return lower && (t->spaced ? word.ptr[0] == 'h' : word.ptr[0] == 'h' || !followed);
}

/* The unit of a length, perhaps behind "business" or a hyphen; gives the token behind it. */
static size_t read_unit(const struct time_reader *r, size_t at, int *unit)
{
    static const char *const kinds[] = {"business",   "working", "calendar", "full", "more",
                                        "person",     "man",     "work",     "dev",  "engineer",
                                        "additional", "extra",   NULL};
    for (int i = 0; i < 3; i++) {
        const struct token *t = time_token(r, at);
        if (t->kind == TOKEN_DASH
                ? t->mark == '-' && token_joins(t) && token_joins(time_token(r, at + 1))
                : token_is_one_of(r->text, t, kinds))
            at++;
    }
    const struct token *t = time_token(r, at);
    if (t->kind != TOKEN_WORD || t->line)
        return 0;
    struct slice word = token_text(r->text, t);
    int row = lexicon_look_up(lexicon_units, word);
    if (row < 0 || ((row & UNIT_SHORT) && !is_short_unit(r, at)) || is_ambiguous_unit(word))
        return 0;
    *unit = row & UNIT_MASK;
    return at + 1;
}

static bool is_rate(const struct time_reader *r, size_t at, size_t end)
{
    static const char *const words[] = {"per",    "every", "each", "alle", "jede",
                                        "chaque", "cada",  "ogni", "co",   NULL};
    return token_is_mark(time_token(r, end), '/') ||
           (at > 0 && (token_is_one_of(r->text, time_token(r, at - 1), words) ||
                       token_is_mark(time_token(r, at - 1), '/')));
}

/* Digits that belong to something before them: v2, $5, -3, 1.5. */
static bool is_glued(const struct time_reader *r, size_t at)
{
    if (at == 0 || time_token(r, at)->spaced)
        return false;
    const struct token *before = time_token(r, at - 1);
    if (before->kind == TOKEN_MARK)
        return !strchr("(~<>=[:;+|\"'", before->mark < 0x80 ? (int)before->mark : '(');
    return !(before->kind == TOKEN_WORD && (unsigned char)r->text.ptr[before->span.start] >= 0xE3);
}

size_t time_read_duration(struct time_reader *r, size_t at)
{
    double first, last;
    int unit = 0, other = 0;
    size_t end = read_number(r, at, &first), second = 0;
    if (!end || is_glued(r, at))
        return 0;
    last = first;
    size_t number_end = end;
    /* "30 min – 2 hours", "4-6 hours" */
    size_t own = read_unit(r, end, &other), behind = time_connector(r, own ? own : end);
    size_t range = behind ? read_number(r, behind, &last) : 0;
    size_t unit_end = range ? read_unit(r, range, &unit) : 0;
    if (unit_end) {
        second = behind;
        end = unit_end;
    } else if (own) {
        last = first;
        unit = other;
        end = own;
    } else {
        return 0;
    }
    /* "Phase 1 Week 3": the word belongs to the number behind it. */
    if (time_token(r, end)->kind == TOKEN_DIGITS && !time_token(r, end)->line)
        return 0;
    if (is_rate(r, at, end) || (unit == UNIT_YEAR && last > 50))
        return end;
    double low = first * unit_days(own ? other : unit), high = last * unit_days(unit);
    struct time_value *value = time_push(r, TIME_DURATION, at, end);
    value->days = high > low ? high : low;
    value->hours = unit <= UNIT_HOUR;
    value->first = time_span(r, at, number_end);
    if (second)
        value->second = time_span(r, second, range);
    return end;
}

/* ---- relative -------------------------------------------------------------------------------- */

static const char *const this_words[] = {
    "this",     "next",     "coming", "diese", "dieser",  "diesen",  "nächste", "nächster",
    "nächsten", "kommende", "cette",  "esta",  "este",    "próxima", "próximo", "questa",
    "questo",   "prossima", "essa",   "bu",    "gelecek", NULL};
static const char *const day_words[] = {
    "today",  "tomorrow", "tonight",     "heute",   "hoy",   "hoje",  "oggi",  "domani",
    "amanhã", "demain",   "aujourd'hui", "dzisiaj", "jutro", "bugün", "yarın", "сегодня",
    "завтра", "Сегодня",  "Завтра",      "EOD",     "EOW",   "EOM",   "EOQ",   NULL};
static const char *const cjk_words[] = {"今天", "明天", "今日", "明日", "本周",
                                        "下周", "本月", "下月", "今週", "来週",
                                        "今月", "来月", "오늘", "내일", NULL};

/* The unit of "this week": no day ("this day" is prose), no year. */
static bool is_relative_unit(const struct time_reader *r, const struct token *token)
{
    if (token->kind != TOKEN_WORD || token->line)
        return false;
    int row = lexicon_look_up(lexicon_units, token_text(r->text, token));
    int unit = row < 0 ? -1 : row & UNIT_MASK;
    return token_is_word(r->text, token, "sprint") ||
           (unit >= UNIT_WEEK && unit <= UNIT_QUARTER && !(row & (UNIT_PLURAL | UNIT_SHORT)));
}

/* A weekday without a date of its own. */
static bool is_weekday(const struct time_reader *r, size_t at)
{
    const struct token *token = time_token(r, at);
    struct slice word = token_text(r->text, token);
    struct date_atom atom;
    return token->kind == TOKEN_WORD && word.len >= 3 &&
           !(word.ptr[0] >= 'a' && word.ptr[0] <= 'z') && weekday_of(word) >= 0 &&
           !date_atom_read(r, at, false, &atom);
}

static size_t push_relative(struct time_reader *r, size_t at, size_t end, bool until)
{
    struct time_value *value = time_push(r, TIME_RELATIVE, at, end);
    value->until = until;
    return end;
}

/* "end of week", "end of the month", "end of this sprint" */
static size_t read_end_of(const struct time_reader *r, size_t at)
{
    size_t next = at + 2;
    if (!token_is_word(r->text, time_token(r, at), "end") ||
        !token_is_word(r->text, time_token(r, at + 1), "of"))
        return 0;
    if (token_is_word(r->text, time_token(r, next), "day"))
        return next + 1;
    next += token_is_word(r->text, time_token(r, next), "the") ||
            token_is_one_of(r->text, time_token(r, next), this_words);
    /* "end of Week 5" has its number. */
    return is_relative_unit(r, time_token(r, next)) && time_token(r, next + 1)->kind != TOKEN_DIGITS
               ? next + 1
               : 0;
}

/* First letters of all words that may begin a relative time, to pass over the others at once. */
static bool may_be_relative(char c)
{
    return (unsigned char)c >= 0x80 || strchr("tndcepqbghaojy", ascii_lower(c)) != NULL;
}

size_t time_read_relative(struct time_reader *r, size_t at)
{
    static const char *const by_words[] = {"by", "until", "before", "due", "bis", "by:", NULL};
    const struct token *first = time_token(r, at), *next = time_token(r, at + 1);
    struct slice word = token_text(r->text, first);
    if (!may_be_relative(word.ptr[0]) || word.len > 40)
        return 0;
    if ((unsigned char)word.ptr[0] >= 0xE3) {
        for (const char *const *w = cjk_words; *w; w++)
            if (slice_starts(word, slice_of(*w)))
                return push_relative(r, at, at + 1, false);
        return 0;
    }
    if (token_is_one_of(r->text, first, day_words))
        return push_relative(r, at, at + 1, time_is_until(r, at));
    if (token_is_one_of(r->text, first, this_words) &&
        (is_relative_unit(r, next) || is_weekday(r, at + 1)))
        return push_relative(r, at, at + 2, time_is_until(r, at));
    if (token_is_one_of(r->text, first, by_words) && is_weekday(r, at + 1))
        return push_relative(r, at, at + 2, true);
    size_t end = read_end_of(r, at);
    return end ? push_relative(r, at, end, time_is_until(r, at)) : 0;
}
