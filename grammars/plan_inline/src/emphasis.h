/* emphasis.h: the tokens that a run of `*`, `_` or `~` gives. */
#ifndef PLAN_INLINE_EMPHASIS_H
#define PLAN_INLINE_EMPHASIS_H

#include "labels.h"

/* `**` in front of a label's colon: the token takes the colon too. */
static bool close_outer_label(struct scan *scan)
{
    while (is_blank(peek(scan)))
        pass(scan);
    if (peek(scan) == ':' || peek(scan) == 0xFF1A) {
        pass(scan);
        mark(scan);
    }
    scan->state->depth--;
    return finish(scan, T_CLOSE);
}

static bool scan_stars(struct scan *scan)
{
    struct state *state = scan->state;
    int32_t c = peek(scan);
    enum side before = scan->before;
    enum open open = top(state);
    bool outer = open >= O_LABEL_OUTER && open < O_LABEL_INNER;
    bool same = (open <= O_UNDER_UNDER || outer) && mark_char(mark_of(open)) == c;
    unsigned closing = same && before != SIDE_SPACE ? mark_length(mark_of(open)) : 0;
    unsigned run = 0;
    while (peek(scan) == c) {
        pass(scan);
        run++;
        /* Of three the first opens, as in CommonMark; what closes is as long as what it closes. */
        bool last = peek(scan) != c;
        if (run == 1 || run == closing ||
            (run == 2 && last && !(closing && can_close_at(c, before, side_of(peek(scan))))))
            mark(scan);
    }
    enum side after = at_end(scan) ? SIDE_SPACE : side_of(peek(scan));
    if (closing && run >= closing && can_close_at(c, before, after)) {
        if (outer)
            return close_outer_label(scan);
        state->depth--;
        return finish(scan, T_CLOSE);
    }
    if (c == '_' && run >= 3 && after != SIDE_WORD && before != SIDE_WORD) {
        mark(scan);
        return finish(scan, T_BLANK);
    }
    unsigned length = scan->marked;
    if (run > 3) {
        mark(scan);
        return finish(scan, T_TEXT);
    }
    if (can_open_at(c, before, after) && may_open(state)) {
        struct label_probe probe = {0};
        struct partner partner = {
            .c = c, .length = length, .rest = run - length, .limit = MAX_AHEAD};
        if (scan->where == LINE_START)
            partner.probe = &probe;
        if (find_partner(scan, &partner)) {
            push(state, mark_kind(c, length));
            state->label = probe.found ? O_LABEL : O_NONE;
            return finish(scan, length == 1 ? T_EMPHASIS_OPEN : T_STRONG_OPEN);
        }
    }
    finish(scan, T_TEXT);
    state->glued = c == '_' && after == SIDE_WORD;
    return true;
}

/* At the second of two tildes. */
static bool scan_strike(struct scan *scan)
{
    struct state *state = scan->state;
    bool may_close = top(state) == O_STRIKE && scan->before != SIDE_SPACE;
    pass(scan);
    mark(scan);
    if (may_close) {
        state->depth--;
        return finish(scan, T_CLOSE);
    }
    uint32_t from = scan->count;
    bool opens = may_open(state) && !is_open(state, O_STRIKE) && side_of(peek(scan)) != SIDE_SPACE;
    look_ahead(scan, MAX_AHEAD);
    for (unsigned run = 0; opens && !at_end(scan);) {
        bool tilde = peek(scan) == '~' && (run > 0 || side_of(scan->last) != SIDE_SPACE);
        run = tilde ? run + 1 : 0;
        pass(scan);
        if (run == 2 && push(state, O_STRIKE))
            return finish(scan, T_STRIKE_OPEN);
    }
    if (opens)
        pay(scan, from);
    return finish(scan, T_TEXT);
}

#endif
