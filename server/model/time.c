/* time.c: all times in a text: walks its words and puts dates together to spans. */
#include "model/time_reader.h"

#include "model/lexicon.h"

#include <string.h>

#define WEEKS_TURNED 12 /* so far back a week is a mistake: the span would last 40 weeks and more */

struct span time_span(const struct time_reader *r, size_t from, size_t end)
{
    return (struct span){time_token(r, from)->span.start, time_token(r, end - 1)->span.end};
}

struct time_value *time_push(struct time_reader *r, enum time_kind kind, size_t from, size_t end)
{
    struct time_value *value = VEC_PUSH(r->arena, r->out);
    value->kind = kind;
    value->where = time_span(r, from, end);
    value->first = value->where;
    return value;
}

size_t time_connector(const struct time_reader *r, size_t at)
{
    static const char *const words[] = {
        "to", "through", "thru", "until", "till", "bis", "à",   "au", "a",  "al", "até",
        "do", "по",      "до",   "ile",   "đến",  "إلى", "t/m", "al", "ad", "to", NULL};
    const struct token *t = time_token(r, at);
    if (t->kind == TOKEN_DASH || token_is_mark(t, '~') || token_is_one_of(r->text, t, words))
        return at + 1;
    if (token_is_mark(t, '.') && token_is_mark(time_token(r, at + 1), '.'))
        return at + 2 + token_is_mark(time_token(r, at + 2), '.');
    return 0;
}

bool time_is_until(const struct time_reader *r, size_t at)
{
    static const char *const fillers[] = {"on", "the", "end", "of", "date", "eod", NULL};
    static const char *const words[] = {"by",    "until", "till",  "before",   "due",   "deadline",
                                        "bis",   "avant", "antes", "jusqu'au", "hasta", "até",
                                        "entro", "до",    "к",     "przed",    NULL};
    for (size_t i = 0; i < 4 && at > 0; i++) {
        const struct token *t = time_token(r, --at);
        if (token_is_one_of(r->text, t, words))
            return true;
        if (!token_is_mark(t, ':') && !token_is_one_of(r->text, t, fillers))
            return false;
    }
    return false;
}

bool time_is_countdown(const struct time_reader *r, size_t end)
{
    static const char *const words[] = {"before", "until", "prior", "left", "remaining", "vor",
                                        "avant",  "antes", "ago",   "out",  NULL};
    for (size_t i = 0; i < 2; i++)
        if (token_is_one_of(r->text, time_token(r, end + i), words))
            return true;
    return false;
}

bool time_is_moved(const struct time_reader *r, size_t at)
{
    static const char *const words[] = {"moved",    "pulled",  "shifted", "changed", "rescheduled",
                                        "advanced", "brought", "from",    "slipped", "was",
                                        "von",      "de",      NULL};
    for (size_t i = 0; i < 4 && at > 0; i++)
        if (token_is_one_of(r->text, time_token(r, --at), words))
            return true;
    return false;
}

/* A date or two, before it is known in which years they are. */
struct dates {
    struct date_atom a, b;
    bool two, same_month; /* b took its month from a ("Feb 20–22"), or both lie in one year */
    bool arrow_free;      /* joined by a dash or a word, so the order means something */
};

/* "KW 6–8", "KW 50-3/2027": a lone number behind a week of the calendar. */
static bool read_lone_week(const struct time_reader *r, size_t at, size_t behind, struct dates *d)
{
    const struct token *connector = time_token(r, at), *week = time_token(r, behind);
    const struct token *next = time_token(r, behind + 1);
    bool slash = token_is_mark(next, '/');
    if (d->a.form != DATE_WEEK || d->a.year || !date_is_short(week) || week->number < 1 ||
        week->number > 53 || token_joins(connector) != token_joins(week) ||
        (token_joins(next) && !slash &&
         (next->kind != TOKEN_MARK || token_joins(time_token(r, behind + 2)))) ||
        token_is_mark(next, '%'))
        return false;
    d->b = d->a;
    d->b.month = (int)week->number;
    d->b.span = week->span;
    size_t year_end = date_read_year(r, behind + 1 + slash, &d->b.year);
    d->b.end = year_end ? year_end : behind + 1;
    return true;
}

/* "Feb 20–22", "January 12 to 16, 2026": a lone day behind the connector. */
static bool read_lone_day(const struct time_reader *r, size_t at, size_t behind, struct dates *d)
{
    const struct token *connector = time_token(r, at), *day = time_token(r, behind);
    const struct token *next = time_token(r, behind + 1);
    bool tight = token_joins(connector) && token_joins(day);
    if (!d->a.named || d->a.form != DATE_DAY || d->a.year || day->kind != TOKEN_DIGITS ||
        day->span.end - day->span.start > 2 || day->number < 1 || day->number > 31 ||
        (token_joins(next) && next->kind != TOKEN_MARK) || token_is_mark(next, '%') ||
        (!tight && next->kind == TOKEN_WORD && !next->line))
        return false;
    if (token_is_mark(next, '.') && token_joins(next) && token_joins(time_token(r, behind + 2)))
        return false;
    size_t year_at = behind + 1 + token_is_mark(next, ',');
    d->b = d->a;
    d->b.day = (int)day->number;
    d->b.weekday = -1;
    d->b.end = behind + 1;
    if (time_is_year(time_token(r, year_at))) {
        d->b.year = (int)time_token(r, year_at)->number;
        d->b.end = year_at + 1;
    }
    d->b.span = time_span(r, behind, behind + 1);
    d->b.impossible = d->b.day > date_atom_month_length(d->b.year, d->b.month);
    d->same_month = true;
    /* A smaller day is a mistake only where nothing else can be meant. */
    return d->b.day > d->a.day || (tight && d->b.year && d->b.day < d->a.day);
}

/* "20–22 February 2026": a lone day before the connector. */
static bool read_days_first(const struct time_reader *r, size_t at, struct dates *d)
{
    const struct token *day = time_token(r, at);
    size_t behind = day->kind == TOKEN_DIGITS ? time_connector(r, at + 1) : 0;
    if (!behind || day->span.end - day->span.start > 2 || day->number < 1 || day->number > 31 ||
        (at > 0 && !day->spaced && !token_is_mark(time_token(r, at - 1), '(')) ||
        time_token(r, behind)->kind != TOKEN_DIGITS || !date_atom_read(r, behind, true, &d->b) ||
        !d->b.named || d->b.form != DATE_DAY || d->b.day <= (int)day->number)
        return false;
    d->a = d->b;
    d->a.day = (int)day->number;
    d->a.weekday = -1;
    d->a.span = day->span;
    d->a.impossible = d->a.day > date_atom_month_length(d->a.year, d->a.month);
    d->two = d->same_month = d->arrow_free = true;
    return true;
}

static bool comparable(const struct date_atom *a, const struct date_atom *b)
{
    return a->form == b->form || (a->form <= DATE_MONTH && b->form <= DATE_MONTH);
}

/* "Jan – Mar 2026": a month without a year that only the second end makes a time. */
static bool read_months(const struct time_reader *r, size_t at, struct dates *d)
{
    const struct token *first = time_token(r, at);
    size_t behind = time_connector(r, at + 1);
    struct slice word = token_text(r->text, first);
    int month = first->kind == TOKEN_WORD && behind && word.len >= 3 && word.ptr[0] < 'a'
                    ? lexicon_look_up(lexicon_months, word)
                    : 0;
    if (month < 1 || !date_atom_read(r, behind, true, &d->b) || d->b.form != DATE_MONTH ||
        !d->b.named)
        return false;
    d->a = (struct date_atom){.form = DATE_MONTH, .month = month, .named = true, .weekday = -1};
    d->a.span = first->span;
    d->two = d->arrow_free = true;
    return true;
}

static bool read_dates(const struct time_reader *r, size_t at, struct dates *d)
{
    if (read_days_first(r, at, d) || read_months(r, at, d))
        return true;
    *d = (struct dates){0};
    if (!date_atom_read(r, at, false, &d->a))
        return false;
    size_t behind = time_connector(r, d->a.end);
    bool slash = token_is_mark(time_token(r, d->a.end), '/') && d->a.form == DATE_DAY && d->a.year;
    if (slash)
        behind = d->a.end + 1;
    if (!behind)
        return true;
    d->arrow_free = true;
    d->two = (date_atom_read(r, behind, true, &d->b) && comparable(&d->a, &d->b)) ||
             (!slash &&
              (read_lone_day(r, d->a.end, behind, d) || read_lone_week(r, d->a.end, behind, d)));
    return true;
}

/* Order of two dates within one year. */
static int in_year(const struct date_atom *atom)
{
    return atom->month * 32 + (atom->form == DATE_DAY ? atom->day : 0);
}

/* Gives each date a year: its own, its partner's, or the caller's; a span may pass a new year. */
static void settle_years(const struct time_reader *r, struct dates *d)
{
    if (!d->two) {
        d->a.year = d->a.year ? d->a.year : r->year;
        return;
    }
    bool wraps = in_year(&d->a) > in_year(&d->b) && !d->same_month;
    if (!d->a.year && !d->b.year)
        d->a.year = r->year;
    if (!d->a.year && d->b.year)
        d->a.year = d->b.year - wraps;
    else if (!d->b.year && d->a.year)
        d->b.year = d->a.year + wraps;
}

/* Monday of week 1 is the Monday of the week with January 4 (ISO 8601). */
static date_days week_start(int year, int week)
{
    date_days fourth = date_to_days((struct date){year, 1, 4});
    return fourth - (date_days)date_weekday(fourth) + 7 * (week - 1);
}

static struct time_point point(const struct date_atom *atom, bool end)
{
    struct date date = {atom->year, atom->month, atom->day};
    if (atom->form == DATE_QUARTER)
        return (struct time_point){TIME_QUARTER,
                                   atom->year * 4 + atom->month - 1 + (end && atom->half)};
    if (atom->form == DATE_WEEK)
        return (struct time_point){TIME_DATE, week_start(atom->year, atom->month) + (end ? 6 : 0)};
    if (atom->form == DATE_MONTH)
        date.day = end ? date_month_length(atom->year, atom->month) : 1;
    return (struct time_point){TIME_DATE, date_to_days(date)};
}

/* Is the weekday said wrong? A date without its own year is taken for the year that fits, where it
 * may lie in the one before or behind. */
static bool is_wrong_weekday(const struct date_atom *atom, bool year_given)
{
    if (atom->weekday < 0 || !atom->year || atom->impossible)
        return false;
    for (int shift = -1; shift <= 1; shift++) {
        struct date date = {atom->year + shift, atom->month, atom->day};
        bool fits =
            shift == 0 || (!year_given && (shift > 0 ? atom->month <= 3 : atom->month >= 10));
        if (fits && date_is_valid(date) && (int)date_weekday(date_to_days(date)) == atom->weekday)
            return false;
    }
    return true;
}

static void check_weekday(struct time_value *value, const struct date_atom *atom)
{
    if (atom->weekday < 0 || value->problem == TIME_WRONG_WEEKDAY)
        return;
    value->weekday = atom->weekday_span;
    if (!is_wrong_weekday(atom, value->year_given))
        return;
    value->problem = TIME_WRONG_WEEKDAY;
    value->weekday_should =
        date_weekday(date_to_days((struct date){atom->year, atom->month, atom->day}));
}

static void push_impossible(struct time_reader *r, const struct date_atom *atom, size_t from,
                            size_t end)
{
    struct time_value *value = time_push(r, TIME_INVALID, from, end);
    value->where = value->first = atom->span;
    value->problem = TIME_NO_SUCH_DATE;
    value->year_given = atom->year > 0;
    value->weekday = atom->weekday_span;
}

/* February 29 is judged only now that the year is known. */
static bool is_impossible(const struct date_atom *atom, bool year_given)
{
    if (atom->form != DATE_DAY)
        return false;
    return atom->impossible ||
           (year_given && atom->day > date_atom_month_length(atom->year, atom->month));
}

/* "KW 8–6": weeks without a year may pass into the next one, but not over most of it. */
static bool is_week_turned(const struct dates *d)
{
    int back = d->a.month - d->b.month;
    return d->a.form == DATE_WEEK && back > 0 && back <= WEEKS_TURNED && d->b.month > 2 &&
           (!d->a.year || !d->b.year);
}

static void push_dates(struct time_reader *r, struct dates *d, size_t at, size_t end)
{
    bool given = d->a.year > 0 || (d->two && d->b.year > 0);
    bool both_given = d->two && d->a.year > 0 && d->b.year > 0;
    bool turned = d->two && is_week_turned(d);
    d->same_month = d->same_month || turned;
    settle_years(r, d);
    bool bad_a = is_impossible(&d->a, given), bad_b = d->two && is_impossible(&d->b, given);
    if (bad_a || bad_b) {
        if (bad_a)
            push_impossible(r, &d->a, at, end);
        if (bad_b)
            push_impossible(r, &d->b, at, end);
        return;
    }
    struct time_value *value = time_push(r, TIME_SPAN, at, end);
    value->first = d->a.span;
    value->year_given = given;
    value->until = !d->two && time_is_until(r, at);
    if (d->two)
        value->second = d->b.span;
    struct date_atom *last = d->two ? &d->b : &d->a;
    if (turned && !time_is_moved(r, at))
        value->problem = TIME_REVERSED;
    if (!last->year ||
        (!given && d->a.form == DATE_DAY && d->a.day > date_month_length(d->a.year, d->a.month))) {
        value->kind = TIME_RELATIVE;
        return;
    }
    value->from = point(&d->a, false);
    value->to = point(last, true);
    if (value->until)
        value->from = value->to;
    check_weekday(value, &d->a);
    if (d->two)
        check_weekday(value, &d->b);
    bool reversed = value->from.unit == value->to.unit && value->from.value > value->to.value;
    if (!reversed || value->problem == TIME_REVERSED)
        return;
    if (d->arrow_free && (both_given || (d->same_month && given)) && !time_is_moved(r, at)) {
        value->problem = TIME_REVERSED;
    } else {
        value->to = value->from;
        value->second = SPAN_NONE;
    }
}

size_t time_read_dates(struct time_reader *r, size_t at)
{
    struct dates d = {0};
    if (!read_dates(r, at, &d))
        return 0;
    size_t end = d.two ? d.b.end : d.a.end;
    if (!d.a.silent && !(d.two && d.b.silent))
        push_dates(r, &d, at, end);
    return end;
}

/* Can a time begin at the token? Words are looked up only where a number stands near. */
static bool may_begin(const struct time_reader *r, size_t at)
{
    for (size_t i = 1; i <= 4; i++) {
        const struct token *t = time_token(r, at + i);
        if (t->kind == TOKEN_DIGITS)
            return true;
        if (t->kind == TOKEN_END || t->kind == TOKEN_NODE)
            return false;
    }
    return false;
}

static size_t read_at(struct time_reader *r, size_t at)
{
    const struct token *t = time_token(r, at);
    size_t end = 0;
    if (t->kind == TOKEN_DIGITS || (t->kind == TOKEN_WORD && may_begin(r, at))) {
        end = time_read_dates(r, at);
        if (!end)
            end = time_read_numbered(r, at);
        if (!end && t->kind == TOKEN_DIGITS)
            end = time_read_duration(r, at);
    }
    if (!end && t->kind == TOKEN_WORD)
        end = time_read_relative(r, at);
    return end;
}

void time_read(const struct inlines *inlines, struct slice text, int year, struct arena *arena,
               struct time_values *out)
{
    struct arena scratch;
    struct tokens tokens;
    arena_init(&scratch);
    tokens_read(inlines, text, true, &scratch, &tokens);
    struct time_reader r = {&tokens, text, year, arena, out};
    for (size_t at = 0; at < tokens.len;) {
        size_t end = read_at(&r, at);
        at = end > at ? end : at + 1;
    }
    arena_release(&scratch);
}
