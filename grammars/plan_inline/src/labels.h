/* labels.h: whether a label stands ahead, in any of its forms. */
#ifndef PLAN_INLINE_LABELS_H
#define PLAN_INLINE_LABELS_H

#include "marks.h"

#define LABEL_MAX_CHARS 120

static bool pass_label_colon(struct scan *scan)
{
    while (is_blank(peek(scan)))
        pass(scan);
    if (peek(scan) != ':' && peek(scan) != 0xFF1A)
        return false;
    pass(scan);
    return peek(scan) != ':';
}

/* `**L**:` and `**L:**` from their first mark; O_NONE where there is no such label. */
static enum open marked_label_ahead(struct scan *scan)
{
    int32_t c = peek(scan);
    unsigned length = 0;
    for (; peek(scan) == c; length++)
        pass(scan);
    if (length > 2 || side_of(peek(scan)) == SIDE_SPACE || at_end(scan))
        return O_NONE;
    struct partner partner = {.c = c, .length = length, .limit = LABEL_MAX_CHARS, .line = true};
    if (!find_partner(scan, &partner))
        return O_NONE;
    enum open mark = mark_kind(c, length);
    if (partner.inside == ':' || partner.inside == 0xFF1A)
        return (enum open)(O_LABEL_INNER + mark);
    return pass_label_colon(scan) ? (enum open)(O_LABEL_OUTER + mark) : O_NONE;
}

static bool plain_label_ahead(struct scan *scan)
{
    struct label_probe probe = {0};
    while (!probe_label(&probe, at_end(scan) ? '\n' : peek(scan)))
        pass(scan);
    return probe.found;
}

/* The token before ended where a label may begin: notes in the state what begins here. */
static void note_boundary(struct scan *scan, enum boundary boundary)
{
    struct state *state = scan->state;
    int32_t c = peek(scan);
    state->where = NOWHERE;
    state->label = O_NONE;
    if (boundary == NOWHERE || at_end(scan))
        return;
    if (is_blank(c) || is_emoji(c)) {
        state->where = (uint8_t)boundary;
    } else if (c == '*' || c == '_') {
        state->label = (uint8_t)marked_label_ahead(scan);
        if (state->label == O_NONE)
            state->where = (uint8_t)boundary;
    } else if (boundary == LINE_START && plain_label_ahead(scan)) {
        state->label = O_LABEL;
    }
}

static bool open_label(struct scan *scan)
{
    struct state *state = scan->state;
    enum open kind = (enum open)state->label;
    state->label = O_NONE;
    mark(scan);
    for (unsigned n = mark_length(mark_of(kind)); n > 0; n--)
        pass(scan);
    mark(scan);
    push(state, kind);
    return finish(scan, T_LABEL_OPEN);
}

/* At a colon while a label is open: its end, with the marks behind it. */
static bool close_label_at_colon(struct scan *scan)
{
    struct state *state = scan->state;
    enum open kind = top(state);
    int32_t colon = peek(scan);
    pass(scan);
    mark(scan);
    if (kind == O_LABEL) {
        if (colon == ':' && !is_blank(peek(scan)) && !is_newline(peek(scan)) && !at_end(scan) &&
            mark_number(peek(scan)) == 0)
            return false;
    } else {
        if (kind < O_LABEL_INNER || peek(scan) != mark_char(mark_of(kind)))
            return false;
        for (unsigned n = mark_length(mark_of(kind)); n > 0; n--)
            pass(scan);
        mark(scan);
    }
    state->depth--;
    return finish(scan, T_CLOSE);
}

#endif
