/* classify.h: what the content of a line begins, by its first characters. */
#ifndef PLAN_CLASSIFY_H
#define PLAN_CLASSIFY_H

#include "html.h"

/* What stands before the line. */
enum context {
    FRESH, /* no open paragraph: the line's block is the token being read, its end is marked */
    IN_PARAGRAPH, /* a paragraph that the line would continue: not everything interrupts it */
    OUTSIDE       /* a table; a paragraph in a container that the line does not continue */
};

enum line_class {
    LINE_TEXT,
    LINE_HEADING,   /* value: level */
    LINE_UNDERLINE, /* value: level of the setext heading */
    LINE_QUOTE,
    LINE_MARKER,    /* value: enum container; columns: of the item; padding */
    LINE_BREAK,     /* value: how many dashes without a space between them, or 0 */
    LINE_FENCE,     /* value: length; the character is the line's first */
    LINE_HTML,      /* value: kind */
    LINE_DELIMITER, /* value: number of columns */
    LINE_CODE,      /* indented */
    LINE_END        /* there is none, or a blank one */
};

struct found {
    enum line_class class;
    unsigned value;
    unsigned columns, padding;
    unsigned column; /* behind the mark of a quote or item */
    int32_t mark;    /* the first character of a fence */
};

static const struct found found_text = {.class = LINE_TEXT};

static inline struct found found_value(enum line_class class, unsigned value)
{
    struct found found = {.class = class, .value = value};
    return found;
}

static inline void mark(struct line *l, enum context context)
{
    if (context == FRESH)
        l->lexer->mark_end(l->lexer);
}

static inline unsigned take_run(struct line *l, int32_t c)
{
    unsigned count = 0;
    while (l->lexer->lookahead == c) {
        take(l);
        count++;
    }
    return count;
}

static inline struct found classify_heading(struct line *l, enum context context)
{
    unsigned level = take_run(l, '#');
    int32_t c = l->lexer->lookahead;
    mark(l, context);
    if (level > 6 || !(c == ' ' || c == '\t' || c == '\r' || at_line_end(l)))
        return found_text;
    return found_value(LINE_HEADING, level);
}

static inline struct found classify_fence(struct line *l, enum context context)
{
    int32_t c = l->lexer->lookahead;
    struct found found = found_value(LINE_FENCE, take_run(l, c));
    mark(l, context);
    if (found.value < 3)
        return found_text;
    /* The info string of a fence of backticks holds none. */
    while (c == '`' && !at_line_end(l)) {
        if (l->lexer->lookahead == '`')
            return found_text;
        take(l);
    }
    found.mark = c;
    return found;
}

/* The rest of a table's delimiter row, from its start or from inside its first dashes: the number of
 * columns, or 0. */
static inline unsigned take_delimiters(struct line *l, bool in_dashes)
{
    unsigned columns = 0;
    if (!in_dashes && l->lexer->lookahead == '|')
        take(l);
    for (;;) {
        if (!in_dashes) {
            take_spaces(l);
            if (columns > 0 && at_line_end(l))
                return columns;
            if (l->lexer->lookahead == ':')
                take(l);
            if (take_run(l, '-') == 0)
                return 0;
        }
        in_dashes = false;
        if (l->lexer->lookahead == ':')
            take(l);
        take_spaces(l);
        columns++;
        if (at_line_end(l))
            return columns;
        if (l->lexer->lookahead != '|')
            return 0;
        take(l);
    }
}

static inline struct found classify_delimiters(struct line *l, bool in_dashes)
{
    unsigned columns = take_delimiters(l, in_dashes);
    return columns > 0 ? found_value(LINE_DELIMITER, columns) : found_text;
}

/* Behind a list marker of `width`: measures the item. */
static inline struct found classify_marker(struct line *l, enum context context, unsigned kind,
                                           unsigned width)
{
    unsigned start = l->column;
    bool blank = take_blank_rest(l);
    unsigned spaces = l->column - start;
    struct found found = found_value(LINE_MARKER, kind);
    if (blank && context == IN_PARAGRAPH)
        return found_text;
    found.column = start;
    found.padding = blank || spaces > 4 ? 1 : spaces;
    found.columns = l->indent + width + found.padding;
    return found;
}

/* The rest of a thematic break: only `c` and space, `count` of them seen. */
static inline bool take_break(struct line *l, int32_t c, unsigned count)
{
    for (;;) {
        take_spaces(l);
        if (at_line_end(l))
            return count >= 3;
        if (l->lexer->lookahead != c)
            return false;
        take(l);
        count++;
    }
}

/* A line that begins with '-' or '*' and a space: an item or a break. */
static inline struct found classify_bullet(struct line *l, struct scanner *s, enum context context,
                                           int32_t c)
{
    unsigned kind = c == '-' ? DASH : c == '+' ? PLUS : STAR;
    struct found found = classify_marker(l, context, kind, 1);
    if (c == '+' || l->lexer->lookahead != c)
        return found;
    if (context == FRESH && s->no_break == (uint8_t)c)
        return found;
    if (take_break(l, c, 1)) {
        mark(l, context);
        return found_value(LINE_BREAK, 0);
    }
    if (context == FRESH)
        s->no_break = (uint8_t)c;
    return found;
}

/* '-', '*', '_' and '+': items, breaks, setext underlines, tables' delimiter rows. */
static inline struct found classify_dash(struct line *l, struct scanner *s, enum context context)
{
    int32_t c = l->lexer->lookahead;
    take(l);
    mark(l, context);
    int32_t next = l->lexer->lookahead;
    bool gap = next == ' ' || next == '\t' || next == '\r' || at_line_end(l);
    if (c != '_' && gap) {
        if (c == '-' && context == IN_PARAGRAPH) {
            /* A dash alone underlines a heading here; it would be an empty item elsewhere. */
            struct found found = classify_bullet(l, s, context, c);
            return at_line_end(l) && found.class == LINE_TEXT ? found_value(LINE_UNDERLINE, 2)
                                                              : found;
        }
        return classify_bullet(l, s, context, c);
    }
    if (c == '+')
        return found_text;
    unsigned count = 1 + take_run(l, c);
    if (c == '-' && context == IN_PARAGRAPH) {
        if (l->lexer->lookahead == ':' || l->lexer->lookahead == '|')
            return classify_delimiters(l, true);
        take_blanks(l);
        if (l->lexer->lookahead == '|')
            return classify_delimiters(l, true);
        if (take_blank_rest(l))
            return found_value(LINE_UNDERLINE, 2);
    }
    take_spaces(l);
    bool whole = at_line_end(l);
    if (!take_break(l, c, count))
        return found_text;
    mark(l, context);
    return found_value(LINE_BREAK, whole && c == '-' ? count : 0);
}

static inline struct found classify_number(struct line *l, enum context context)
{
    unsigned digits = 0, value = 0;
    for (; digits < 9 && is_digit(l->lexer->lookahead); digits++) {
        value = value * 10 + (unsigned)(l->lexer->lookahead - '0');
        take(l);
    }
    int32_t delimiter = l->lexer->lookahead;
    if (delimiter != '.' && delimiter != ')')
        return found_text;
    take(l);
    mark(l, context);
    int32_t c = l->lexer->lookahead;
    if (!(c == ' ' || c == '\t' || c == '\r' || at_line_end(l)))
        return found_text;
    if (context == IN_PARAGRAPH && value != 1)
        return found_text;
    return classify_marker(l, context, delimiter == '.' ? DOT : PAREN, digits + 1);
}

/* At the first character of a line's content; reads no further than it must. Gives LINE_TEXT also for
 * what a paragraph, a definition or a table begins with. `room`: another container may open. */
static inline struct found classify(struct line *l, struct scanner *s, enum context context,
                                    bool room)
{
    if (l->indent > 3)
        return context == IN_PARAGRAPH ? found_text : found_value(LINE_CODE, 0);
    if (l->odd)
        return found_text;
    struct found found = found_text;
    switch (l->lexer->lookahead) {
    case '#':
        return classify_heading(l, context);
    case '>':
        if (room) {
            take(l);
            mark(l, context);
            found.class = LINE_QUOTE;
            found.column = l->column;
        }
        return found;
    case '`':
    case '~':
        return classify_fence(l, context);
    case '<':
        found.value = html_begin(l, context != IN_PARAGRAPH);
        found.class = found.value ? LINE_HTML : LINE_TEXT;
        return found;
    case '=':
        if (context != IN_PARAGRAPH)
            return found;
        take_run(l, '=');
        return take_blank_rest(l) ? found_value(LINE_UNDERLINE, 1) : found;
    case '|':
    case ':':
        return context == IN_PARAGRAPH ? classify_delimiters(l, false) : found;
    case '-':
    case '*':
    case '_':
    case '+':
        found = classify_dash(l, s, context);
        break;
    default:
        if (!is_digit(l->lexer->lookahead))
            return found;
        found = classify_number(l, context);
        break;
    }
    return found.class == LINE_MARKER && !room ? found_text : found;
}

#endif
