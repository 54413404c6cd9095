/* time_weekdays.c: a date with the weekday that stands before or behind it. */
#include "model/time_reader.h"

#include "model/words.h"

/* A weekday's word; "sat", "sun" and "mon" in lower case are other words. */
static int weekday_word(const struct time_reader *r, const struct token *token)
{
    struct slice word = token_text(r->text, token);
    if (token->kind != TOKEN_WORD || word.len < 3 ||
        (word.len < 4 && word.ptr[0] >= 'a' && word.ptr[0] <= 'z'))
        return -1;
    return weekday_of(word);
}

/* （金）: one character stands for the weekday behind a date in Japanese. */
static int cjk_weekday(const struct time_reader *r, const struct token *token)
{
    static const char *const days[] = {"月", "火", "水", "木", "金", "土", "日"};
    for (int i = 0; i < 7; i++)
        if (token->kind == TOKEN_WORD && slice_is(token_text(r->text, token), days[i]))
            return i;
    return -1;
}

static void read_weekday_behind(const struct time_reader *r, struct date_atom *atom)
{
    size_t at = atom->end;
    const struct token *first = time_token(r, at), *word;
    if (token_is_mark(first, '(')) {
        word = time_token(r, at + 1);
        int weekday = weekday_word(r, word);
        if (weekday < 0)
            weekday = cjk_weekday(r, word);
        if (weekday < 0 || !token_is_mark(time_token(r, at + 2), ')'))
            return;
        atom->weekday = weekday;
        atom->weekday_span = word->span;
        atom->end = at + 3;
        return;
    }
    at += token_is_mark(first, ',');
    word = time_token(r, at);
    const struct token *next = time_token(r, at + 1);
    struct date_atom other;
    if (word->line || weekday_word(r, word) < 0 ||
        (token_joins(next) && next->kind != TOKEN_MARK) ||
        (token_is_mark(next, '.') && token_joins(time_token(r, at + 2))))
        return;
    /* "…, Friday Jan 17" belongs to the date behind it. */
    size_t behind = at + 1 + token_is_mark(next, ',');
    if (date_read_bare(r, behind, false, &other) || time_connector(r, at + 1))
        return;
    atom->weekday = weekday_word(r, word);
    atom->weekday_span = word->span;
    atom->end = at + 1;
}

bool date_atom_read(const struct time_reader *r, size_t at, bool second, struct date_atom *atom)
{
    static const char *const articles[] = {"the", "den", "le", "dem", "el", NULL};
    const struct token *first = time_token(r, at);
    int weekday = weekday_word(r, first);
    if (weekday >= 0) {
        size_t next = at + 1;
        while (token_is_mark(time_token(r, next), '.') || token_is_mark(time_token(r, next), ','))
            next++;
        next += token_is_one_of(r->text, time_token(r, next), articles);
        bool bracket = token_is_mark(time_token(r, next), '(');
        if (time_token(r, next)->line || next > at + 4 ||
            !date_read_bare(r, next + bracket, second, atom) || atom->form != DATE_DAY)
            return false;
        /* "Mon–Fri Jan 5" gives no day for the date. */
        if (at < 2 || time_token(r, at - 1)->kind != TOKEN_DASH ||
            weekday_word(r, time_token(r, at - 2)) < 0) {
            atom->weekday = weekday;
            atom->weekday_span = first->span;
        }
        return true;
    }
    if (!date_read_bare(r, at, second, atom))
        return false;
    if (atom->form == DATE_DAY)
        read_weekday_behind(r, atom);
    return true;
}
