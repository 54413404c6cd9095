/* marks.h: emphasis and strike-through. CommonMark's rules for runs of marks (left- and
 * right-flanking), with the partner looked for from the opening mark on, so that a mark without one
 * is text. Runs of more than three marks are text. */
#ifndef PLAN_INLINE_MARKS_H
#define PLAN_INLINE_MARKS_H

#include "scan.h"

/* Feeds on characters from where a plain label (`L: v`) may begin. */
struct label_probe {
    bool found, refused, colon;
    int32_t last;
    unsigned chars, words, parens;
};

#define LABEL_MAX_PLAIN 72
#define LABEL_MAX_WORDS 6

static bool refuses_label(const struct label_probe *probe, int32_t c)
{
    if (probe->chars == 0)
        return !is_alnum(c) && c != '#' && c != '(';
    if (probe->chars > LABEL_MAX_PLAIN || probe->words > LABEL_MAX_WORDS || is_newline(c))
        return true;
    if (c == ' ' && (probe->last == '.' && probe->words > 1))
        return true;
    return c < 0x80 ? c < ' ' || strchr("`*<>[]{}\"|;=!?@$\\^", c) != NULL
                    : is_between(c, 0x201C, 0x201F) || is_arrow(c) || c == 0x3002;
}

/* One more character (a newline for the end). True once it is decided. */
static bool probe_label(struct label_probe *probe, int32_t c)
{
    if (probe->found || probe->refused)
        return true;
    if (probe->colon) {
        probe->found = is_blank(c) || is_newline(c) || c == '*' || c == '_';
        return probe->refused = !probe->found, true;
    }
    if (c == 0xFF1A && probe->parens == 0 && probe->chars > 0)
        return probe->found = true;
    if (refuses_label(probe, c))
        return probe->refused = true;
    if (c == ':' && probe->parens == 0) {
        probe->colon = true;
        return false;
    }
    if (c == '(')
        probe->parens++;
    if (c == ')' && probe->parens-- == 0)
        return probe->refused = true;
    if (is_alnum(c) && !is_alnum(probe->last) && (probe->chars == 0 || is_blank(probe->last)))
        probe->words++;
    probe->last = c;
    probe->chars++;
    return false;
}

/* What a run of marks is looked for with, and what was found. */
struct partner {
    int32_t c;
    unsigned length;           /* of the opening run, 1 or 2 */
    unsigned rest;             /* marks of the same run behind it, which open too */
    uint32_t limit;            /* give up behind so many characters */
    bool line;                 /* and at the line's end */
    struct label_probe *probe; /* fed on the way; may be NULL */
    int32_t inside;            /* out: the character before the closing run */
};

struct side_runs {
    unsigned inner[4]; /* lengths of runs of our mark opened inside */
    unsigned depth;
    unsigned other; /* runs of the other mark opened inside */
};

static bool closes_enclosing(const struct state *state, int32_t c, unsigned run)
{
    return run == 1 ? is_open(state, mark_kind(c, 1)) : is_open(state, mark_kind(c, 2));
}

static bool can_open_at(int32_t c, enum side before, enum side after)
{
    bool left = after != SIDE_SPACE && (after != SIDE_PUNCTUATION || before != SIDE_WORD);
    return left && (c == '*' || before != SIDE_WORD);
}

static bool can_close_at(int32_t c, enum side before, enum side after)
{
    bool right = before != SIDE_SPACE && (before != SIDE_PUNCTUATION || after != SIDE_WORD);
    return right && (c == '*' || after != SIDE_WORD);
}

/* `***x***`: the marks right around ours, which the same run may close too. */
static unsigned enclosing_length(const struct state *state, int32_t c)
{
    enum open open = top(state);
    return open <= O_UNDER_UNDER && mark_char(open) == c ? mark_length(open) : 0;
}

/* A run of marks that was passed, and whether CommonMark lets it open and close. */
struct run {
    int32_t c, inside; /* the character before it */
    unsigned length;
    bool opens, closes;
};

static void pass_run(struct scan *scan, struct run *run)
{
    enum side before = side_of(scan->last), after;
    *run = (struct run){.c = peek(scan), .inside = scan->last};
    for (; peek(scan) == run->c; run->length++)
        pass(scan);
    after = at_end(scan) ? SIDE_SPACE : side_of(peek(scan));
    run->opens = run->length <= 3 && can_open_at(run->c, before, after);
    run->closes = run->length <= 3 && can_close_at(run->c, before, after);
}

enum verdict { GO_ON, FOUND, HOPELESS };

/* A run of the other mark. */
static enum verdict judge_other(const struct state *state, unsigned *opened, const struct run *run)
{
    if (run->closes && *opened > 0)
        --*opened;
    else if (run->closes && !run->opens && closes_enclosing(state, run->c, run->length))
        return HOPELESS;
    else if (run->opens)
        ++*opened;
    return GO_ON;
}

static enum verdict judge_run(const struct state *state, struct partner *partner,
                              struct side_runs *runs, const struct run *run)
{
    if (run->c != partner->c)
        return judge_other(state, &runs->other, run);
    if (run->closes) {
        unsigned all = partner->length;
        for (unsigned i = runs->depth; i > 0; i--) {
            if (runs->inner[i - 1] == run->length) {
                runs->depth = i - 1;
                return GO_ON;
            }
            all += runs->inner[i - 1];
        }
        if (run->length == partner->length || (!run->opens && run->length == all) ||
            run->length == all + enclosing_length(state, run->c))
            return FOUND;
        if (!run->opens && closes_enclosing(state, run->c, run->length))
            return HOPELESS;
        if (!run->opens && run->length > partner->length)
            return FOUND;
    }
    if (run->opens && run->length <= 2 && runs->depth < 4)
        runs->inner[runs->depth++] = run->length;
    return GO_ON;
}

/* Passes brackets and escapes; HOPELESS where a bracket around the opening mark ends. */
static enum verdict pass_bracket(struct scan *scan, int32_t c, unsigned *round, unsigned *square)
{
    const struct state *state = scan->state;
    if (c == '(')
        ++*round;
    else if (c == '[')
        ++*square;
    else if (c == ')' && *round > 0)
        --*round;
    else if (c == ']' && *square > 0)
        --*square;
    else if (c == ')' && is_open(state, O_PAREN))
        return HOPELESS;
    else if (c == ']' && is_open(state, O_SQUARE))
        return HOPELESS;
    else if (c == 0xFF09 && is_open(state, O_PAREN_WIDE))
        return HOPELESS;
    else if (c == '\\')
        pass(scan);
    if (!at_end(scan))
        pass(scan);
    return GO_ON;
}

/* Behind `_`: a name like __init__.py goes on. CommonMark sees emphasis here, a reader of plans a
 * file. */
static bool name_goes_on(struct scan *scan)
{
    if (peek(scan) != '.' && peek(scan) != '/')
        return false;
    pass(scan);
    return is_alnum(peek(scan));
}

static bool find_partner(struct scan *scan, struct partner *partner)
{
    struct side_runs runs = {{partner->rest}, partner->rest ? 1 : 0, 0};
    unsigned round = 0, square = 0;
    uint32_t from = scan->count;
    look_ahead(scan, partner->limit);
    while (!at_end(scan)) {
        int32_t c = peek(scan);
        if (partner->probe)
            probe_label(partner->probe, c);
        if (partner->line && is_newline(c))
            break;
        if (c == '`') {
            if (!pass_code(scan))
                break;
        } else if (c == '*' || c == '_') {
            struct run run;
            pass_run(scan, &run);
            if (c == '_' && is_alnum(run.inside) && name_goes_on(scan))
                continue;
            enum verdict verdict = judge_run(scan->state, partner, &runs, &run);
            partner->inside = run.inside;
            if (verdict == FOUND)
                return true;
            if (verdict == HOPELESS)
                break;
        } else if (pass_bracket(scan, c, &round, &square) == HOPELESS) {
            break;
        }
    }
    pay(scan, from);
    return false;
}

#endif
