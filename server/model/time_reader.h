/* time_reader.h: what the readers of time share. Internal to model/.
 *
 * time.c walks the tokens and asks at each: a date (time_dates.c), a numbered unit ("Weeks 1–4",
 * time_numbered.c), a duration or a relative time (time_durations.c). Each says behind which token it
 * stopped, or 0 where there is none of its kind.
 */
#ifndef PLANLS_MODEL_TIME_READER_H
#define PLANLS_MODEL_TIME_READER_H

#include "model/tokens.h"
#include "model/values.h"

struct time_reader {
    const struct tokens *tokens;
    struct slice text;
    int year; /* of dates that give none; 0 unknown */
    struct arena *arena;
    struct time_values *out;
};

/* One date as written: a day, a whole month, a quarter, or a week of a year. */
enum date_form { DATE_DAY, DATE_MONTH, DATE_QUARTER, DATE_WEEK };

struct date_atom {
    enum date_form form;
    size_t end;       /* token behind it */
    struct span span; /* without weekday */
    int year;         /* 0: not given */
    int month;        /* 1–12; the quarter (1–4), the week (1–53) */
    int day;
    bool half;       /* H1: the quarter and the one behind it */
    bool named;      /* the month as a word: a lone day may follow ("Feb 20–22") */
    bool impossible; /* February 30 */
    bool silent;     /* a date, but which one is not certain (D/M/YYYY): nothing is said */
    struct span weekday_span;
    int weekday; /* enum weekday, or -1 */
};

/* The date at a token, with the weekday before or behind it; false where there is none. The second
 * end of a range may touch what stands before it. */
bool date_atom_read(const struct time_reader *r, size_t at, bool second, struct date_atom *atom);
/* The length of a month whose year may be unknown (0): February then has 29 days. */
int date_atom_month_length(int year, int month);
bool time_is_year(const struct token *token); /* 1900 to 2199 */

/* The parts of date_atom_read: the date without weekday; the forms with the month as a word. */
bool date_read_bare(const struct time_reader *r, size_t at, bool second, struct date_atom *atom);
bool date_read_month_first(const struct time_reader *r, size_t at, struct date_atom *atom);
bool date_read_day_first(const struct time_reader *r, size_t at, struct date_atom *atom);
void date_set_day(struct date_atom *atom, int year, int month, int day);
/* The year at `at`, perhaps behind a comma, "de" or an apostrophe ("'26"); the token behind, or 0. */
size_t date_read_year(const struct time_reader *r, size_t at, int *year);
size_t date_digits(const struct token *token); /* how many; 0 where it is no number */
bool date_is_short(const struct token *token); /* a number of one or two digits */
bool date_is_cjk(const struct time_reader *r, const struct token *token);

size_t time_read_dates(struct time_reader *r, size_t at);
size_t time_read_numbered(struct time_reader *r, size_t at);
size_t time_read_duration(struct time_reader *r, size_t at);
size_t time_read_relative(struct time_reader *r, size_t at);

/* Is there a dash, tilde or "to" at `at` between two ends of a range? Gives the token behind it. */
size_t time_connector(const struct time_reader *r, size_t at);
/* Does "by", "until", "due" … stand before the token? */
bool time_is_until(const struct time_reader *r, size_t at);
/* Does the text before or behind say that the range is no range: a countdown, a move of a date? */
bool time_is_countdown(const struct time_reader *r, size_t end);
bool time_is_moved(const struct time_reader *r, size_t at);

/* A new value over the tokens from … end. */
struct time_value *time_push(struct time_reader *r, enum time_kind kind, size_t from, size_t end);
struct span time_span(const struct time_reader *r, size_t from, size_t end);

static inline const struct token *time_token(const struct time_reader *r, size_t at)
{
    return token_at(r->tokens, at);
}

#endif
