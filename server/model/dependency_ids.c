/* dependency_ids.c: ids and their ranges in the value of a dependency field. */
#include "model/dependency_reader.h"

#include <string.h>

#define MOST_IN_RANGE 60 /* a longer range is read as its two ends */

/* An id taken apart: what stands before its last number, and that number. */
struct id {
    struct span span;
    size_t end;          /* token behind it */
    struct slice prefix; /* "T", "FR-", "2.", "W3-" */
    uint32_t number;
    size_t digits;     /* of the number, with leading zeros */
    bool plain;        /* nothing but digits */
    struct slice tail; /* a letter behind: "2.1a" */
};

static const struct token *token(const struct dependency_reader *r, size_t at)
{
    return dependency_token(r, at);
}

static bool joins_digits(const struct dependency_reader *r, size_t at)
{
    return token_joins(token(r, at)) && token(r, at)->kind == TOKEN_DIGITS;
}

/* Letters in front of numbers that are names of techniques and versions, not of work. */
static bool is_foreign(struct slice letters)
{
    static const char *const words[] = {
        "UTF",  "SHA", "GPT",   "ISO", "AES", "RSA",   "MD",     "HTTP",   "IPv",  "TLS",
        "ES",   "MP",  "H",     "v",   "V",   "K",     "OAuth",  "Python", "Node", "PHP",
        "Java", "Vue", "React", "S",   "EC",  "COVID", "Claude", "Q",      NULL};
    for (const char *const *w = words; *w; w++)
        if (slice_is(letters, *w))
            return true;
    return false;
}

/* One id: letters, then numbers joined by "-", "." or "_"; or numbers joined by "." alone. */
static bool read_id(const struct dependency_reader *r, size_t at, struct id *id)
{
    size_t end = at, number = at;
    bool letters = token(r, at)->kind == TOKEN_WORD, plain = !letters;
    if (letters) {
        struct slice word = span_slice(r->text, token(r, at)->span);
        const struct token *next = token(r, at + 1);
        bool joint = token_joins(next) &&
                     ((next->kind == TOKEN_DASH && next->mark == '-') || token_is_mark(next, '_'));
        number = at + 1 + joint;
        if (word.len > 10 || (unsigned char)word.ptr[0] >= 0x80 || is_foreign(word) ||
            !joins_digits(r, number))
            return false;
        /* "task-12" is an id, "step3" and "sha256" are words. */
        if (!joint && !ascii_is_upper(word.ptr[0]))
            return false;
    } else if (token(r, at)->kind != TOKEN_DIGITS) {
        return false;
    }
    for (end = number + 1;; end += 2) {
        const struct token *mark = token(r, end);
        bool dot = token_is_mark(mark, '.');
        bool dash = letters && mark->kind == TOKEN_DASH && mark->mark == '-';
        if (!token_joins(mark) || !(dot || dash) || !joins_digits(r, end + 1))
            break;
        /* T012-015 is a range, W3-1 an id. */
        size_t width = token(r, number)->span.end - token(r, number)->span.start;
        if (dash && width >= 3 &&
            token(r, end + 1)->span.end - token(r, end + 1)->span.start == width)
            break;
        number = end + 1;
        plain = false;
    }
    const struct token *last = token(r, number), *next = token(r, end);
    *id = (struct id){.number = last->number, .digits = last->span.end - last->span.start};
    if (token_joins(next) && next->kind == TOKEN_WORD) {
        if (next->span.end - next->span.start != 1)
            return false;
        id->tail = span_slice(r->text, next->span);
        end++;
    }
    const struct token *behind = token(r, end);
    if (token_joins(behind) &&
        (behind->kind == TOKEN_WORD || behind->kind == TOKEN_DIGITS || token_is_mark(behind, '%') ||
         token_is_mark(behind, '/') || token_is_mark(behind, '_')))
        return false;
    id->end = end;
    id->plain = plain;
    id->span = (struct span){token(r, at)->span.start, token(r, end - 1)->span.end};
    id->prefix = span_slice(r->text, (struct span){id->span.start, last->span.start});
    return true;
}

/* "to", a dash or ".." between two ids; gives the token behind. */
static size_t read_connector(const struct dependency_reader *r, size_t at)
{
    static const char *const words[] = {"to", "through", "bis", "à", NULL};
    const struct token *t = token(r, at);
    if (t->kind == TOKEN_DASH || token_is_mark(t, '~') || token_is_one_of(r->text, t, words))
        return at + 1;
    if (token_is_mark(t, '.') && token_is_mark(token(r, at + 1), '.'))
        return at + 2 + token_is_mark(token(r, at + 2), '.');
    return 0;
}

static struct slice id_text(struct dependency_reader *r, const struct id *id, uint32_t number,
                            const char *kind)
{
    return slice_of(arena_printf(r->arena, "%s%s%.*s%0*u%.*s", kind ? kind : "", kind ? " " : "",
                                 SLICE_ARG(id->prefix), (int)id->digits, number,
                                 SLICE_ARG(id->tail)));
}

/* Is b behind a in the same row of ids? Its prefix may be left out: "T012-015". */
static bool continues(const struct id *a, const struct id *b)
{
    return (slice_equal(a->prefix, b->prefix) || (b->plain && a->digits == b->digits)) &&
           a->tail.len == 0 && b->tail.len == 0 && b->number > a->number;
}

static void push_range(struct dependency_reader *r, const struct id *a, const struct id *b,
                       const char *kind)
{
    enum dependency_form form = kind ? DEPENDENCY_NUMBERED : DEPENDENCY_ID;
    struct span whole = {a->span.start, b->span.end};
    uint32_t step = b->number - a->number > MOST_IN_RANGE ? b->number - a->number : 1;
    for (uint32_t n = a->number; n <= b->number && n >= a->number; n += step) {
        struct span where = n == a->number ? a->span : n == b->number ? b->span : whole;
        dependency_push(r, form, where, id_text(r, a, n, kind));
    }
}

/* The second end of a range behind `a`; false where what follows is something else. */
static bool read_second(const struct dependency_reader *r, const struct id *a, size_t end,
                        struct id *b)
{
    size_t behind = read_connector(r, a->end);
    return behind && behind < end && read_id(r, behind, b) && b->end <= end && continues(a, b);
}

size_t dependency_read_ids(struct dependency_reader *r, size_t at, size_t end, bool hash)
{
    struct id a, b;
    if (!read_id(r, at, &a) || a.end > end)
        return 0;
    bool range = read_second(r, &a, end, &b);
    size_t stop = range ? b.end : a.end;
    bool whole = stop >= end || token_is_mark(token(r, stop), '(') ||
                 token_is_mark(token(r, stop), ')') || token_is_mark(token(r, stop), ']') ||
                 token_is_mark(token(r, stop), '"') || token_is_mark(token(r, stop), '\'');
    /* "10 days", "3-4 people" count; "05-01" is an id of two numbers. */
    if (a.plain && !whole && !hash) {
        const struct token *dash = token(r, stop);
        bool pair = a.digits > 1 && slice_starts(span_slice(r->text, a.span), SLICE("0")) &&
                    dash->kind == TOKEN_DASH && joins_digits(r, stop + 1);
        if (!pair)
            return 0;
        struct span where = {a.span.start, token(r, stop + 1)->span.end};
        dependency_push(r, DEPENDENCY_ID, where, arena_copy(r->arena, span_slice(r->text, where)));
        return stop + 2;
    }
    /* "3.5 million rows" */
    if (!whole && token(r, at)->kind == TOKEN_DIGITS && !hash &&
        token(r, stop)->kind == TOKEN_WORD && !(token_text(r->text, token(r, stop)).ptr[0] < 'a'))
        return 0;
    if (a.plain && slice_starts(span_slice(r->text, a.span), SLICE("0")) && range && a.digits > 1) {
        struct span where = {a.span.start, b.span.end};
        dependency_push(r, DEPENDENCY_ID, where, arena_copy(r->arena, span_slice(r->text, where)));
    } else if (range) {
        push_range(r, &a, &b, NULL);
    } else {
        dependency_push(r, DEPENDENCY_ID, a.span,
                        arena_copy(r->arena, span_slice(r->text, a.span)));
    }
    return stop;
}

size_t dependency_read_numbers(struct dependency_reader *r, size_t at, size_t end, const char *kind)
{
    struct id a, b;
    if (token(r, at)->kind != TOKEN_DIGITS || !read_id(r, at, &a) || a.end > end)
        return 0;
    if (read_second(r, &a, end, &b)) {
        push_range(r, &a, &b, kind);
        return b.end;
    }
    dependency_push(r, DEPENDENCY_NUMBERED, a.span, id_text(r, &a, a.number, kind));
    return a.end;
}

bool dependency_is_id(struct slice text)
{
    size_t digits = 0;
    if (text.len == 0 || text.len > 24 || text.ptr[text.len - 1] == '.' ||
        !(ascii_is_alnum(text.ptr[0]) || text.ptr[0] == '#'))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (!ascii_is_alnum(text.ptr[i]) && !memchr("-.#_", text.ptr[i], 4))
            return false;
        digits += ascii_is_digit(text.ptr[i]);
    }
    return digits > 0 && (ascii_is_upper(text.ptr[0]) || ascii_is_digit(text.ptr[0]));
}
