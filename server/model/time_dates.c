/* time_dates.c: one date in digits, a quarter or a week of a year; asks time_names.c for the others. */
#include "model/time_reader.h"

#include <string.h>

bool time_is_year(const struct token *token)
{
    return token->kind == TOKEN_DIGITS && token->span.end - token->span.start == 4 &&
           token->number >= 1900 && token->number <= 2199;
}

int date_atom_month_length(int year, int month)
{
    return date_month_length(year ? year : 2000, month);
}

size_t date_digits(const struct token *token)
{
    return token->kind == TOKEN_DIGITS ? token->span.end - token->span.start : 0;
}

bool date_is_short(const struct token *token)
{
    size_t digits = date_digits(token);
    return digits == 1 || digits == 2;
}

/* Is the character of a script written without spaces? Such words may touch a date. */
bool date_is_cjk(const struct time_reader *r, const struct token *token)
{
    return token->kind == TOKEN_WORD && (unsigned char)r->text.ptr[token->span.start] >= 0xE3;
}

/* Digits that are part of something longer: a slug, a path, a version, an address. */
static bool is_glued_before(const struct time_reader *r, size_t at)
{
    if (at == 0 || time_token(r, at)->spaced)
        return false;
    const struct token *before = time_token(r, at - 1);
    switch (before->kind) {
    case TOKEN_WORD:
        return !date_is_cjk(r, before);
    case TOKEN_DASH:
        return !before->spaced && at > 1;
    case TOKEN_MARK:
        return before->mark < 0x80 && strchr("._/\\=@#+$%", (int)before->mark);
    default:
        return true;
    }
}

static bool is_glued_behind(const struct time_reader *r, size_t end)
{
    const struct token *next = time_token(r, end), *after = time_token(r, end + 1);
    if (!token_joins(next))
        return false;
    switch (next->kind) {
    case TOKEN_WORD: /* 2026-01-15T09:00 goes on with its time */
        return !date_is_cjk(r, next) && !(token_is_word(r->text, next, "t") && token_joins(after) &&
                                          date_digits(after) == 2);
    case TOKEN_DIGITS:
    case TOKEN_NODE:
        return true;
    case TOKEN_DASH:
        return token_joins(after) && after->kind == TOKEN_WORD && !date_is_cjk(r, after);
    default:
        /* 2026-01-05/2026-01-16 is an interval, 2026-01-05/x a path. */
        return next->mark < 0x80 && strchr("._/\\=@", (int)next->mark) && token_joins(after) &&
               !(next->mark == '/' && time_is_year(after)) &&
               (after->kind == TOKEN_WORD || after->kind == TOKEN_DIGITS);
    }
}

static bool is_mark_or_dash(const struct token *token, uint32_t separator)
{
    return token_joins(token) && (separator == '-' ? token->kind == TOKEN_DASH && token->mark == '-'
                                                   : token_is_mark(token, separator));
}

void date_set_day(struct date_atom *atom, int year, int month, int day)
{
    atom->form = DATE_DAY;
    atom->year = year;
    atom->month = month;
    atom->day = day;
    atom->impossible =
        month < 1 || month > 12 || day < 1 || day > date_atom_month_length(year, month);
}

/* 2026-01-15, 2026/1/15, 2026.1.15 */
static bool read_year_first(const struct token *t[5], uint32_t separator, struct date_atom *atom)
{
    if (!time_is_year(t[0]) || !date_is_short(t[2]) || !date_is_short(t[4]))
        return false;
    date_set_day(atom, (int)t[0]->number, (int)t[2]->number, (int)t[4]->number);
    if (!atom->impossible)
        return true;
    /* 2026-13-01 was meant as a date; other impossible numbers may mean anything. */
    bool iso = separator == '-' && date_digits(t[2]) == 2 && date_digits(t[4]) == 2;
    bool swapped = atom->month <= 31 && atom->day >= 1 && atom->day <= 31;
    bool late = atom->month >= 1 && atom->month <= 12 && atom->day >= 29 && atom->day <= 31;
    return late || (iso && swapped && atom->month > 0);
}

/* 15.1.2026, 1/15/2026, 15-01-2026: which is the month is certain only where one is over 12. */
static bool read_year_last(const struct token *t[5], uint32_t separator, struct date_atom *atom)
{
    if (!date_is_short(t[0]) || !date_is_short(t[2]) || !time_is_year(t[4]))
        return false;
    int a = (int)t[0]->number, b = (int)t[2]->number, year = (int)t[4]->number;
    if (separator == '.') {
        if (a < 1 || a > 31 || b < 1 || b > 12)
            return false;
        date_set_day(atom, year, b, a);
    } else if (a > 12 && b > 12) {
        date_set_day(atom, year, a, b);
        return separator == '/';
    } else if (a > 12) {
        date_set_day(atom, year, b, a);
        return b >= 1 && a <= 31;
    } else if (b > 12) {
        date_set_day(atom, year, a, b);
        return a >= 1 && b <= 31;
    } else {
        date_set_day(atom, year, a, b);
        atom->silent = a != b;
        return a >= 1 && b >= 1;
    }
    return true;
}

/* 12/31/26, 31/12/26: a year of two digits is certain where one part can only be a day, and the year is
 * the document's own or next to it, which no other part could be. */
static bool read_short_year(const struct time_reader *r, const struct token *t[5],
                            uint32_t separator, struct date_atom *atom)
{
    if (separator != '/' || !r->year || !date_is_short(t[0]) || !date_is_short(t[2]) ||
        date_digits(t[4]) != 2)
        return false;
    int a = (int)t[0]->number, b = (int)t[2]->number, year = 2000 + (int)t[4]->number;
    int off = year - r->year, other = 2000 + a - r->year;
    if (off < -1 || off > 1 || (other >= -1 && other <= 1) || (a > 12) == (b > 12))
        return false;
    date_set_day(atom, year, a > 12 ? b : a, a > 12 ? a : b);
    return !atom->impossible;
}

static bool read_numeric(const struct time_reader *r, size_t at, struct date_atom *atom)
{
    const struct token *t[5];
    for (size_t i = 0; i < 5; i++)
        t[i] = time_token(r, at + i);
    uint32_t separator = t[1]->kind == TOKEN_DASH ? '-' : t[1]->mark;
    if ((separator != '-' && separator != '/' && separator != '.') || t[1]->mark != separator ||
        !is_mark_or_dash(t[1], separator) || !is_mark_or_dash(t[3], separator) ||
        !token_joins(t[2]) || !token_joins(t[4]))
        return false;
    atom->end = at + 5;
    return !is_glued_behind(r, at + 5) &&
           (read_year_first(t, separator, atom) || read_year_last(t, separator, atom) ||
            read_short_year(r, t, separator, atom));
}

/* 2026-01: a month, not a range of years ("2011-12") nor a number of a ticket. */
static bool read_year_month(const struct time_reader *r, size_t at, struct date_atom *atom)
{
    const struct token *month = time_token(r, at + 2), *next = time_token(r, at + 3);
    if (!time_is_year(time_token(r, at)) || !is_mark_or_dash(time_token(r, at + 1), '-') ||
        !token_joins(month) || date_digits(month) != 2 || month->number < 1 || month->number > 12 ||
        time_token(r, at)->number < 2013 || is_glued_behind(r, at + 3) ||
        (token_joins(next) && next->kind == TOKEN_DASH))
        return false;
    atom->form = DATE_MONTH;
    atom->year = (int)time_token(r, at)->number;
    atom->month = (int)month->number;
    atom->end = at + 3;
    return true;
}

static bool starts_with(const struct time_reader *r, const struct token *token, const char *prefix)
{
    return token->kind == TOKEN_WORD && token_joins(token) &&
           slice_starts(token_text(r->text, token), slice_of(prefix));
}

static bool starts_with_any(const struct time_reader *r, const struct token *token,
                            const char *chinese, const char *korean)
{
    return starts_with(r, token, chinese) || starts_with(r, token, korean);
}

/* 2026年1月15日, 12月1日, 2026년 1월 15일; 2026年1月 is a whole month. */
static bool read_cjk(const struct time_reader *r, size_t at, struct date_atom *atom)
{
    int year = 0;
    if (time_is_year(time_token(r, at)) && starts_with_any(r, time_token(r, at + 1), "年", "년")) {
        year = (int)time_token(r, at)->number;
        at += 2;
    }
    const struct token *month = time_token(r, at), *day = time_token(r, at + 2);
    if (!date_is_short(month) || month->number < 1 || month->number > 12 ||
        !starts_with_any(r, time_token(r, at + 1), "月", "월"))
        return false;
    bool bare = time_token(r, at + 1)->span.end - time_token(r, at + 1)->span.start == 3;
    if (bare && date_is_short(day) && day->number >= 1 && day->number <= 31 &&
        (starts_with_any(r, time_token(r, at + 3), "日", "일") ||
         starts_with(r, time_token(r, at + 3), "号"))) {
        date_set_day(atom, year, (int)month->number, (int)day->number);
        atom->end = at + 4;
        return true;
    }
    atom->form = DATE_MONTH;
    atom->year = year;
    atom->month = (int)month->number;
    atom->end = at + 2;
    return year > 0;
}

/* The year at `at`, perhaps behind a comma, "de" or an apostrophe ("'26"); gives the token behind. */
size_t date_read_year(const struct time_reader *r, size_t at, int *year)
{
    static const char *const fillers[] = {"de", "of", "del", "г", "năm", NULL};
    const struct token *t = time_token(r, at);
    if (token_is_mark(t, ',') || token_is_one_of(r->text, t, fillers))
        t = time_token(r, ++at);
    bool quoted = token_is_mark(t, '\'') || token_is_mark(t, 0x2019);
    if (quoted && date_digits(time_token(r, at + 1)) == 2 && token_joins(time_token(r, at + 1))) {
        *year = 2000 + (int)time_token(r, at + 1)->number;
        return at + 2;
    }
    const struct token *next = time_token(r, at + 1);
    if (!time_is_year(t) || (token_joins(next) && next->kind == TOKEN_DIGITS) ||
        (token_joins(next) && next->kind == TOKEN_DASH && date_digits(time_token(r, at + 2)) == 2 &&
         token_joins(time_token(r, at + 2))))
        return 0;
    *year = (int)t->number;
    return at + 1;
}

/* Q1 2026, Q1'26, Q1/2026, 2026 Q1, 2026-Q1, Q2; H1 2026, never H1 alone: a heading's level */
static bool read_quarter(const struct time_reader *r, size_t at, struct date_atom *atom)
{
    const struct token *first = time_token(r, at);
    size_t word = at, year_end = 0;
    if (time_is_year(first)) {
        word = at + 1 + (time_token(r, at + 1)->kind == TOKEN_DASH);
        year_end = word + 2;
        atom->year = (int)first->number;
    }
    const struct token *quarter = time_token(r, word + 1), *next = time_token(r, word + 2);
    bool half = token_is_word(r->text, time_token(r, word), "h");
    if ((!half && !token_is_word(r->text, time_token(r, word), "q")) || date_digits(quarter) != 1 ||
        !token_joins(quarter) || quarter->number < 1 || quarter->number > (half ? 2 : 4))
        return false;
    if (!year_end) {
        bool slash = token_is_mark(next, '/') || token_is_mark(next, '-');
        year_end = date_read_year(r, word + 2 + slash, &atom->year);
    }
    if (!year_end && token_joins(next) &&
        (next->kind == TOKEN_WORD || next->kind == TOKEN_DIGITS || token_is_mark(next, ':') ||
         token_is_mark(next, '.') || token_is_mark(next, '/')))
        return false;
    atom->form = DATE_QUARTER;
    atom->half = half;
    atom->month = half ? (int)quarter->number * 2 - 1 : (int)quarter->number;
    atom->end = year_end ? year_end : word + 2;
    size_t behind = half && !year_end ? time_connector(r, word + 2) : 0;
    return year_end || !half || (behind && token_is_word(r->text, time_token(r, behind), "h"));
}

/* 2026-W03, KW 12/2026: a week of the calendar, not of the plan */
static bool read_calendar_week(const struct time_reader *r, size_t at, struct date_atom *atom)
{
    static const char *const names[] = {"KW", "CW", NULL};
    const struct token *first = time_token(r, at), *week;
    atom->form = DATE_WEEK;
    if (time_is_year(first) && time_token(r, at + 1)->kind == TOKEN_DASH) {
        week = time_token(r, at + 3);
        atom->year = (int)first->number;
        atom->end = at + 4;
        if (!token_is_word(r->text, time_token(r, at + 2), "W") || date_digits(week) != 2)
            return false;
    } else {
        week = time_token(r, at + 1);
        if (!token_is_one_of(r->text, first, names) || !date_is_short(week))
            return false;
        bool slash = token_is_mark(time_token(r, at + 2), '/');
        size_t end = date_read_year(r, at + 2 + slash, &atom->year);
        atom->end = end ? end : at + 2;
    }
    atom->month = (int)week->number;
    return week->number >= 1 && week->number <= 53;
}

bool date_read_bare(const struct time_reader *r, size_t at, bool second, struct date_atom *atom)
{
    static bool (*const readers[])(const struct time_reader *, size_t, struct date_atom *) = {
        read_numeric,          read_cjk,
        read_quarter,          read_calendar_week,
        date_read_month_first, date_read_day_first,
        read_year_month};
    const struct token *first = time_token(r, at);
    if (first->kind != TOKEN_WORD && first->kind != TOKEN_DIGITS)
        return false;
    if (!second && is_glued_before(r, at))
        return false;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        *atom = (struct date_atom){.weekday = -1};
        if (readers[i](r, at, atom)) {
            atom->span = time_span(r, at, atom->end);
            return true;
        }
    }
    return false;
}
