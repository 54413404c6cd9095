/* time_names.c: dates with the month as a word. */
#include "model/time_reader.h"

#include "model/words.h"

/* A month's word. "may", "march" and abbreviations in lower case are other words. */
static int month_word(const struct time_reader *r, const struct token *token)
{
    struct slice word = token_text(r->text, token);
    if (token->kind != TOKEN_WORD || word.len < 3)
        return 0;
    bool lower = word.ptr[0] >= 'a' && word.ptr[0] <= 'z';
    if (lower && (word.len < 4 || slice_is(word, "march")))
        return 0;
    return month_of(word);
}

static bool is_ordinal_suffix(const struct time_reader *r, const struct token *token)
{
    static const char *const suffixes[] = {"st", "nd", "rd", "th", "er", "º", NULL};
    return token_joins(token) && token_is_one_of(r->text, token, suffixes);
}

/* A day's number that nothing makes into another number: 3.5, 20%, 12:30, 5K. */
static bool is_day_number(const struct time_reader *r, size_t at)
{
    const struct token *t = time_token(r, at), *next = time_token(r, at + 1);
    if (!date_is_short(t) || t->number < 1 || t->number > 31)
        return false;
    if (!token_joins(next))
        return true;
    if (next->kind == TOKEN_WORD)
        return is_ordinal_suffix(r, next) || date_is_cjk(r, next);
    if (next->kind == TOKEN_DIGITS || next->kind == TOKEN_NODE)
        return false;
    const struct token *after = time_token(r, at + 2);
    bool number = token_joins(after) && after->kind == TOKEN_DIGITS;
    return next->kind == TOKEN_DASH ||
           !(token_is_mark(next, '%') || token_is_mark(next, '/') ||
             (number && (token_is_mark(next, '.') || token_is_mark(next, ':') ||
                         (token_is_mark(next, ',') && date_digits(after) == 3))));
}

/* January 12, 2026; Jan 26; Sept. 3rd; January 2026; Jan '26 */
bool date_read_month_first(const struct time_reader *r, size_t at, struct date_atom *atom)
{
    int month = month_word(r, time_token(r, at));
    if (!month)
        return false;
    size_t next = at + 1;
    if (token_is_mark(time_token(r, next), '.') && token_joins(time_token(r, next)))
        next++;
    atom->month = month;
    atom->named = true;
    if (is_day_number(r, next)) {
        size_t behind = next + 1 + is_ordinal_suffix(r, time_token(r, next + 1)), year_end;
        int year = 0;
        year_end = date_read_year(r, behind, &year);
        date_set_day(atom, year, month, (int)time_token(r, next)->number);
        atom->end = year_end ? year_end : behind;
        return true;
    }
    /* "January 32, 2026" was meant as a date. */
    if (date_is_short(time_token(r, next)) && time_token(r, next)->number > 31) {
        size_t year_end = date_read_year(r, next + 1, &atom->year);
        if (!year_end || !token_is_mark(time_token(r, next + 1), ','))
            return false;
        date_set_day(atom, atom->year, month, (int)time_token(r, next)->number);
        atom->end = year_end;
        return true;
    }
    atom->form = DATE_MONTH;
    atom->end = date_read_year(r, next, &atom->year);
    return atom->end > 0;
}

/* 26 January 2026; 26. Januar; 1er mars; 26 de enero de 2026; ngày 15 tháng 1 năm 2026 */
bool date_read_day_first(const struct time_reader *r, size_t at, struct date_atom *atom)
{
    static const char *const fillers[] = {"of", "de", "tháng", NULL};
    at += token_is_word(r->text, time_token(r, at), "ngày");
    if (!is_day_number(r, at))
        return false;
    size_t next = at + 1, year_end;
    if (is_ordinal_suffix(r, time_token(r, next)) ||
        (token_is_mark(time_token(r, next), '.') && token_joins(time_token(r, next))))
        next++;
    const struct token *filler = time_token(r, next);
    next += token_is_one_of(r->text, filler, fillers);
    const struct token *word = time_token(r, next);
    int month = month_word(r, word), year = 0;
    if (token_is_word(r->text, filler, "tháng") && date_is_short(word) && word->number <= 12)
        month = (int)word->number;
    if (!month)
        return false;
    /* "3 May reviews" is a day; "in 2 March 5" is not what it seems. */
    const struct token *behind = time_token(r, next + 1);
    if (date_is_short(behind) && !token_is_mark(time_token(r, next), ','))
        return false;
    year_end = date_read_year(r, next + 1, &year);
    if (!year_end && token_is_mark(behind, '.') && token_joins(behind))
        year_end = date_read_year(r, next + 2, &year);
    date_set_day(atom, year, month, (int)time_token(r, at)->number);
    atom->named = true;
    atom->end = year_end ? year_end : next + 1;
    return true;
}
