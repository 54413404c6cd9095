/* text.h: runs of plain text, as long as possible: each token costs the parser about as much as
 * thirty characters of text. A run ends before whatever may be a shape; what is none after all is
 * taken by the parser's own tokens `_other`. */
#ifndef PLAN_INLINE_TEXT_H
#define PLAN_INLINE_TEXT_H

#include "behind.h"
#include "brackets.h"
#include "emphasis.h"
#include "words.h"

static enum step step_newline(struct scan *scan)
{
    while (is_newline(peek(scan)) || is_blank(peek(scan)) || peek(scan) == '>')
        pass(scan);
    mark(scan);
    note_boundary(scan, LINE_START);
    return done(scan, T_TEXT);
}

/* At an arrow's end. */
static bool finish_arrow(struct scan *scan)
{
    mark(scan);
    note_boundary(scan, PART_START);
    return finish(scan, T_ARROW);
}

/* `->`, `-->`, `=>`; the first character is passed. */
static enum step step_arrow(struct scan *scan, int32_t c, bool empty)
{
    while (peek(scan) == c)
        pass(scan);
    if (peek(scan) != '>') {
        mark(scan);
        return STEP_ON;
    }
    if (!empty)
        return STEP_STOP;
    pass(scan);
    return finish_arrow(scan) ? STEP_DONE : STEP_STOP;
}

/* A name that begins with a digit or with `.`, `/`, `~`, perhaps passed already. */
static enum step scan_path_start(struct scan *scan)
{
    struct name name = {.passed = 1, .dotted = scan->last == '.', .slashed = scan->last == '/'};
    if (!scan->state->glued && scan_name(scan, &name))
        return STEP_DONE;
    return left_to_parser(scan);
}

/* A sign that is a shape only if a number, money or `>` stands behind it. */
static enum step step_sign(struct scan *scan, bool empty)
{
    int32_t c = peek(scan);
    if (c == '<')
        return STEP_STOP;
    pass(scan);
    int32_t next = peek(scan);
    if ((c == '-' || c == '=') && (next == '>' || next == c))
        return step_arrow(scan, c, empty);
    if (c == '~' && next == '/' && empty)
        return scan_path_start(scan);
    if (c == '~' && next == '~')
        return empty && scan_strike(scan) ? STEP_DONE : STEP_STOP;
    if (c != '-' && c != '+' && c != '=' && next == ' ')
        pass(scan);
    else if ((c == '>' || c == '~') && next == '=')
        pass(scan);
    next = peek(scan);
    bool number = is_digit(next) || is_currency(next) || next == '\\' || (next == 'X' && c != '-');
    if (c != '=' && number)
        return STEP_STOP;
    mark(scan);
    return STEP_ON;
}

/* Punctuation that is plain unless a certain character follows. */
static enum step step_punctuation(struct scan *scan, bool empty)
{
    int32_t c = peek(scan);
    enum side before = scan->count ? side_of(scan->last) : scan->before;
    bool start = scan->count == 0 || before == SIDE_SPACE || scan->last == '(';
    unsigned run = 0;
    for (; peek(scan) == c && run < 3; run++)
        pass(scan);
    int32_t next = peek(scan);
    bool stop = false;
    if (c == '?')
        stop = run == 3 && before != SIDE_WORD;
    else if (c == '.' || c == '/')
        stop = start && run < 3 && (is_alnum(next) || next == '/' || next == '.');
    else if (c == '#')
        stop = is_digit(next);
    else if (c == '@')
        stop = is_alnum(next);
    else if (c == '{')
        stop = next == '#' || run == 2;
    if (stop)
        return empty && (c == '.' || c == '/') ? scan_path_start(scan) : STEP_STOP;
    mark(scan);
    return STEP_ON;
}

static enum step step_escape(struct scan *scan)
{
    pass(scan);
    if (peek(scan) == '$')
        return STEP_STOP;
    if (is_ascii_punct(peek(scan)))
        pass(scan);
    mark(scan);
    return STEP_ON;
}

/* `&amp;`: the semicolon separates nothing. */
static enum step step_entity(struct scan *scan)
{
    unsigned letters = 0;
    pass(scan);
    for (; is_ascii_letter(peek(scan)) && letters < 8; letters++)
        pass(scan);
    if (peek(scan) == ';' && letters > 1)
        pass(scan);
    mark(scan);
    return STEP_ON;
}

static bool ends_run(const struct scan *scan, int32_t c)
{
    if (c >= 0x80)
        return is_emoji(c) || is_arrow(c) || is_currency(c) || c == 0xFF08 || c == 0xFF09 ||
               c == 0xB7 || c == 0x2022 || c == 0xFF1B || c == 0xA7 ||
               (c == 0xFF1A && is_label(top(scan->state))) || is_between(c, 0xBC, 0xBE) ||
               c == 0x2153 || c == 0x2154 || c == 0x7B2C;
    return is_digit(c) || strchr("*_`[]()$|;", (int)c) != NULL;
}

static enum step step(struct scan *scan, bool empty)
{
    int32_t c = peek(scan);
    if (is_blank(c)) {
        pass(scan);
        mark(scan);
        return STEP_ON;
    }
    if (c <= 0) { /* NUL or a broken byte; strchr below must not see them */
        pass(scan);
        mark(scan);
        return STEP_ON;
    }
    if (ends_run(scan, c))
        return empty && is_digit(c) ? scan_path_start(scan) : STEP_STOP;
    if (script_of(c) != SCRIPT_NONE)
        return step_word(scan, empty);
    if (is_newline(c))
        return step_newline(scan);
    if (is_number_sign(c) || c == '-' || c == '=')
        return step_sign(scan, empty);
    if (strchr("?./#@{", c < 0x80 ? (int)c : 'a'))
        return step_punctuation(scan, empty);
    if (c == '\\')
        return step_escape(scan);
    if (c == '&')
        return step_entity(scan);
    if (c == ':' && is_label(top(scan->state)))
        return STEP_STOP;
    pass(scan);
    if (c == '!' && peek(scan) == '[')
        return empty && scan_image(scan) ? STEP_DONE : STEP_STOP;
    mark(scan);
    return STEP_ON;
}

/* A run of text. False, with nothing decided, where a token of the parser's may begin. */
static bool scan_text(struct scan *scan)
{
    if (scan->where != NOWHERE && is_blank(peek(scan))) {
        while (is_blank(peek(scan)))
            pass(scan);
        mark(scan);
        note_boundary(scan, scan->where);
        return finish(scan, T_TEXT);
    }
    while (!at_end(scan)) {
        enum step next = step(scan, scan->marked == 0);
        if (next == STEP_DONE)
            return true;
        if (next == STEP_STOP)
            break;
    }
    return scan->marked > 0 && finish(scan, T_TEXT);
}

#endif
