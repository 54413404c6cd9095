/* definition.h: recognises link reference definitions at a paragraph's start, a character at a time.
 *
 *     [label]: destination "title"
 *
 * may break over lines at any space but only once between its parts. Whether a paragraph begins with
 * one is known only when it has been read, so this runs along while the scanner reads the text.
 */
#ifndef PLAN_DEFINITION_H
#define PLAN_DEFINITION_H

#include <stdbool.h>
#include <stdint.h>

enum definition_state {
    DEFINITION_NONE, /* not at work, or it is none */
    DEFINITION_OPEN, /* expects [ */
    DEFINITION_LABEL,
    DEFINITION_COLON,
    DEFINITION_BEFORE_DESTINATION,
    DEFINITION_ANGLE, /* <destination> */
    DEFINITION_PLAIN,
    DEFINITION_AFTER_DESTINATION,
    DEFINITION_BEFORE_TITLE, /* behind a space */
    DEFINITION_TITLE,
    DEFINITION_AFTER_TITLE,
    DEFINITION_COMPLETE, /* with its title: what follows is another block */
    DEFINITION_OVER      /* it was complete before the line being read, which is not part of it */
};

#define DEFINITION_MAX_LABEL  999
#define DEFINITION_MAX_PARENS 32

struct definition {
    uint8_t state;
    bool accepted; /* all that has been read up to some line end is one */
    bool escaped;  /* behind a backslash */
    bool filled;   /* the label has a character that is no space */
    bool broken;   /* a line end since the last part */
    unsigned length, parens;
    int32_t close; /* of the title */
};

static inline void definition_fail(struct definition *d)
{
    d->state = d->accepted ? DEFINITION_OVER : DEFINITION_NONE;
}

static inline void definition_label(struct definition *d, int32_t c)
{
    if (d->escaped)
        d->escaped = false;
    else if (c == '[')
        definition_fail(d);
    else if (c == ']') {
        d->state = DEFINITION_COLON;
        if (!d->filled)
            definition_fail(d);
        return;
    } else if (c == '\\')
        d->escaped = true;
    if (c > ' ' || c < 0)
        d->filled = true;
    if (++d->length > DEFINITION_MAX_LABEL)
        definition_fail(d);
}

static inline void definition_destination(struct definition *d, int32_t c, bool space)
{
    if (d->escaped) {
        d->escaped = false;
    } else if (c == '\\') {
        d->escaped = true;
    } else if (d->state == DEFINITION_ANGLE) {
        if (c == '>')
            d->state = DEFINITION_AFTER_DESTINATION;
        else if (c == '<')
            definition_fail(d);
    } else if (space) {
        d->state = DEFINITION_BEFORE_TITLE;
    } else if (c == '(') {
        if (++d->parens > DEFINITION_MAX_PARENS)
            definition_fail(d);
    } else if (c == ')') {
        if (d->parens-- == 0)
            definition_fail(d);
    }
}

/* A character that is no line end. */
static inline void definition_feed(struct definition *d, int32_t c)
{
    bool space = c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
    switch (d->state) {
    case DEFINITION_OPEN:
        d->state = c == '[' ? DEFINITION_LABEL : DEFINITION_NONE;
        break;
    case DEFINITION_LABEL:
        definition_label(d, c);
        break;
    case DEFINITION_COLON:
        d->state = DEFINITION_BEFORE_DESTINATION;
        if (c != ':')
            definition_fail(d);
        break;
    case DEFINITION_BEFORE_DESTINATION:
        if (space)
            break;
        d->broken = false;
        d->state = c == '<' ? DEFINITION_ANGLE : DEFINITION_PLAIN;
        if (d->state == DEFINITION_PLAIN)
            definition_destination(d, c, false);
        break;
    case DEFINITION_ANGLE:
    case DEFINITION_PLAIN:
        /* A backslash escapes no space, so the destination ends there. */
        if (space && d->state == DEFINITION_PLAIN)
            d->escaped = false;
        definition_destination(d, c, space);
        break;
    case DEFINITION_AFTER_DESTINATION:
        d->state = DEFINITION_BEFORE_TITLE;
        if (!space)
            definition_fail(d);
        break;
    case DEFINITION_BEFORE_TITLE:
        if (space)
            break;
        d->close = c == '(' ? ')' : c;
        d->state = DEFINITION_TITLE;
        if (c != '"' && c != '\'' && c != '(')
            definition_fail(d);
        break;
    case DEFINITION_TITLE:
        if (d->escaped)
            d->escaped = false;
        else if (c == '\\')
            d->escaped = true;
        else if (c == d->close)
            d->state = DEFINITION_AFTER_TITLE;
        else if (c == '(' && d->close == ')')
            definition_fail(d);
        break;
    case DEFINITION_AFTER_TITLE:
        if (!space)
            definition_fail(d);
        break;
    default:
        break;
    }
}

/* The end of a line. True where all up to here is a definition. */
static inline bool definition_line_end(struct definition *d)
{
    switch (d->state) {
    case DEFINITION_LABEL:
        d->escaped = false;
        d->length++;
        break;
    case DEFINITION_BEFORE_DESTINATION:
        if (d->broken)
            definition_fail(d);
        d->broken = true;
        break;
    case DEFINITION_PLAIN:
    case DEFINITION_AFTER_DESTINATION:
    case DEFINITION_BEFORE_TITLE:
        d->escaped = false;
        d->state = d->accepted ? DEFINITION_OVER : DEFINITION_BEFORE_TITLE;
        d->accepted = true;
        return true;
    case DEFINITION_TITLE:
        d->escaped = false;
        break;
    case DEFINITION_AFTER_TITLE:
        d->state = DEFINITION_COMPLETE;
        d->accepted = true;
        return true;
    case DEFINITION_COLON:
    case DEFINITION_ANGLE:
        definition_fail(d);
        break;
    default:
        break;
    }
    return false;
}

#endif
