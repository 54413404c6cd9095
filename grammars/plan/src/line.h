/* line.h: reading one line: its indentation, the marks of the containers it stands in, its text.
 *
 * A line ends at LF. CRs before it belong to the line end; a CR elsewhere is a character. Columns
 * count as CommonMark has it: a tab goes to the next multiple of 4.
 */
#ifndef PLAN_LINE_H
#define PLAN_LINE_H

#include "definition.h"
#include "state.h"

struct line {
    TSLexer *lexer;
    bool skip;       /* what is read now stands before the token */
    bool blank;      /* nothing but space from here to the line's end */
    bool marked;     /* a quote mark stands before the content */
    bool quoted;     /* see pass_blank */
    bool within;     /* the line is indented as the innermost container asks, even if blank */
    bool odd;        /* a CR stands in the indentation: the line can only be text */
    unsigned column; /* of the next character */
    unsigned base;   /* column at which the innermost container's content begins */
    unsigned indent; /* of the next character, from base */
    /* What a table's row needs to know of the line, from its first character on. */
    unsigned pipes;
    bool leading, trailing; /* the first, the last character is a pipe */
    int32_t previous;
    uint32_t hash; /* of the lines of text that have been read */
    struct definition definition;
};

static inline bool at_line_end(const struct line *l)
{
    int32_t c = l->lexer->lookahead;
    return c == '\n' || (c == 0 && l->lexer->eof(l->lexer));
}

static inline bool at_eof(const struct line *l)
{
    return l->lexer->lookahead == 0 && l->lexer->eof(l->lexer);
}

static inline uint32_t hash_text(uint32_t hash, int32_t c)
{
    return hash * 31 + (uint32_t)c;
}

static inline bool is_space(int32_t c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

/* Reads one character of text and accounts for it. */
static inline void take(struct line *l)
{
    int32_t c = l->lexer->lookahead;
    if (c == '|' && l->previous != '\\') {
        l->pipes++;
        l->trailing = true;
    } else if (!is_space(c)) {
        l->trailing = false;
    }
    l->previous = c;
    if (l->definition.state)
        definition_feed(&l->definition, c);
    l->column++;
    l->lexer->advance(l->lexer, false);
}

/* Spaces and tabs. */
static inline void take_blanks(struct line *l)
{
    while (l->lexer->lookahead == ' ' || l->lexer->lookahead == '\t') {
        unsigned width = l->lexer->lookahead == '\t' ? 4 - l->column % 4 : 1;
        take(l);
        l->column += width - 1;
    }
}

/* Space of any kind. */
static inline void take_spaces(struct line *l)
{
    while (is_space(l->lexer->lookahead))
        take(l);
}

/* True where nothing but space follows; it has been read then. */
static inline bool take_blank_rest(struct line *l)
{
    take_blanks(l);
    while (l->lexer->lookahead == '\r' || l->lexer->lookahead == ' ' || l->lexer->lookahead == '\t')
        take(l);
    return at_line_end(l);
}

/* Reads indentation: sets indent and blank. */
static inline void read_indent(struct line *l)
{
    TSLexer *lexer = l->lexer;
    for (;;) {
        if (lexer->lookahead == ' ')
            l->column++;
        else if (lexer->lookahead == '\t')
            l->column += 4 - l->column % 4;
        else
            break;
        lexer->advance(lexer, l->skip);
    }
    l->indent = l->column - l->base;
    if (lexer->lookahead == '\r') {
        while (lexer->lookahead == '\r' || lexer->lookahead == ' ' || lexer->lookahead == '\t')
            lexer->advance(lexer, l->skip);
        l->odd = true;
    }
    l->blank = at_line_end(l);
}

/* Takes `padding` columns of the indentation for the mark before it. */
static inline void take_padding(struct line *l, unsigned padding)
{
    unsigned taken = l->indent < padding ? l->indent : padding;
    l->base += taken;
    l->indent -= taken;
}

/* Reads the marks of the outermost `limit` containers at a line's start, up to the first that the
 * line does not continue; gives how many it continues. */
static inline unsigned read_containers(struct line *l, const struct scanner *s, unsigned limit)
{
    l->column = l->base = 0;
    l->odd = l->marked = l->within = false;
    read_indent(l);
    for (unsigned i = 0; i < limit; i++) {
        if (CONTAINER_KIND(s->stack[i]) != QUOTE) {
            unsigned columns = CONTAINER_COLUMNS(s->stack[i]);
            l->within = l->indent >= columns;
            if (!l->within && !l->blank)
                return i;
            take_padding(l, columns);
            continue;
        }
        if (l->blank || l->odd || l->indent > 3 || l->lexer->lookahead != '>')
            return i;
        l->lexer->advance(l->lexer, l->skip);
        l->base = ++l->column;
        l->marked = true;
        read_indent(l);
        take_padding(l, 1);
    }
    return limit;
}

/* At a line's start: reads up to its content; gives how many of the containers it continues. */
static inline unsigned begin_line(struct line *l, const struct scanner *s, unsigned limit)
{
    unsigned matched = read_containers(l, s, limit);
    l->pipes = 0;
    l->trailing = false;
    l->previous = 0;
    l->leading = l->lexer->lookahead == '|';
    return matched;
}

/* Goes over the line end to the next line's content. False at the end of the document, which
 * continues no container. */
static inline bool next_line(struct line *l, const struct scanner *s, unsigned limit,
                             unsigned *matched)
{
    *matched = 0;
    if (l->lexer->lookahead == '\n')
        l->lexer->advance(l->lexer, l->skip);
    if (at_eof(l))
        return false;
    *matched = begin_line(l, s, limit);
    return true;
}

/* A blank line behind a quote mark must not be read again once the quote has ended: l->quoted says
 * that there was one; where `skip` says that the token has not begun, it reaches over that line. */
static inline void pass_blank(struct line *l)
{
    if (!l->marked)
        return;
    l->quoted = true;
    if (l->skip)
        l->lexer->mark_end(l->lexer);
}

/* Goes over blank lines too. *limit becomes how many containers they leave open, *matched how many
 * the next line with content continues. False at the end of the document. */
static inline bool next_content(struct line *l, const struct scanner *s, unsigned *limit,
                                unsigned *matched)
{
    while (next_line(l, s, *limit, matched)) {
        if (!l->blank)
            return true;
        *limit = *matched;
        pass_blank(l);
    }
    return false;
}

/* Behind a pipe: reads the space, and says whether that pipe is the line's last character. */
static inline void take_behind_pipe(struct line *l)
{
    while (is_space(l->lexer->lookahead))
        l->lexer->advance(l->lexer, false);
    l->trailing = at_line_end(l);
}

/* Reads to the line's end. Stops early only where a definition turns out to end before. */
static inline void take_text(struct line *l)
{
    while (l->definition.state && !at_line_end(l)) {
        if (l->definition.state == DEFINITION_OVER)
            return;
        take(l);
    }
    TSLexer *lexer = l->lexer;
    int32_t previous = l->previous;
    uint32_t hash = l->hash;
    if (l->trailing)
        take_behind_pipe(l);
    for (;;) {
        int32_t c = lexer->lookahead;
        if (c == '\n' || (c == 0 && lexer->eof(lexer)))
            break;
        hash = hash_text(hash, c);
        lexer->advance(lexer, false);
        if (c == '|' && previous != '\\') {
            l->pipes++;
            take_behind_pipe(l);
        }
        previous = c;
    }
    l->hash = hash;
}

/* How many cells the line that has been read would have as a table's row. */
static inline unsigned cell_count(const struct line *l)
{
    return l->pipes + 1 - l->leading - (l->trailing);
}

#endif
