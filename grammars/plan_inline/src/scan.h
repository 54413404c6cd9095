/* scan.h: the scanner's state between tokens, and one scan. */
#ifndef PLAN_INLINE_SCAN_H
#define PLAN_INLINE_SCAN_H

#include "chars.h"
#include "tree_sitter/parser.h"

#include <string.h>

/* In the order of `externals` in grammar.js. */
enum token {
    T_START,
    T_TEXT,
    T_CLOSE,
    T_STRONG_OPEN,
    T_EMPHASIS_OPEN,
    T_STRIKE_OPEN,
    T_LABEL_OPEN,
    T_PAREN_OPEN,
    T_TAG_OPEN,
    T_DATAVIEW_OPEN,
    T_LINK_OPEN,
    T_IMAGE_OPEN,
    T_TARGET_OPEN,
    T_LINK_DESTINATION,
    T_LINK_TITLE,
    T_REFERENCE_OPEN,
    T_LINK_REFERENCE,
    T_TARGET_CLOSE,
    T_DATAVIEW_KEY,
    T_WIKI_LINK,
    T_CODE,
    T_HTML,
    T_AUTOLINK,
    T_BLANK,
    T_EMOJI,
    T_SEPARATOR,
    T_ARROW,
    T_PATH,
    T_PRODUCT,
    T_WORD,
    T_UNIT,
    T_CURRENCY,
    T_TO,
    T_AND
};

/* What is open. A mark's byte tells the character and how many: see mark_of. */
enum open {
    O_NONE,
    O_STAR,        /* * */
    O_STAR_STAR,   /* ** */
    O_UNDER,       /* _ */
    O_UNDER_UNDER, /* __ */
    O_STRIKE,
    O_PAREN,
    O_PAREN_WIDE,
    O_SQUARE,                         /* a tag, a link's text, a dataview field */
    O_LABEL,                          /* L: */
    O_LABEL_OUTER,                    /* + a mark: **L**: */
    O_LABEL_INNER = O_LABEL_OUTER + 5 /* + a mark: **L:** */
};

/* Deeper marks are text. */
#define MAX_DEPTH 24
/* No mark looks further ahead for its partner than this many characters. */
#define MAX_AHEAD 4096
/* Looking ahead in vain costs from an allowance that plain text refills eightfold, so that the
 * whole stays linear in the text whatever it holds. In units of 16 characters. */
#define ALLOWANCE 4096u

struct state {
    bool started;
    uint8_t where;       /* enum boundary: what the last token left behind it */
    uint8_t label;       /* enum open: a label's first mark is next; O_NONE */
    uint8_t before;      /* enum side: what stands before the mark that is next */
    uint8_t mark;        /* which mark that is, by mark_number: no other may use `before` */
    bool glued;          /* a `_` that marks nothing stands before: no whole name begins here */
    uint8_t code_missed; /* bit n - 1: no closing run of n backticks is ahead */
    uint16_t allowance;
    uint8_t depth;
    uint8_t open[MAX_DEPTH]; /* enum open, the innermost last */
};

/* Where a label may begin. */
enum boundary { NOWHERE, LINE_START, PART_START /* behind `;` or an arrow: marked labels only */ };

/* One call of the scanner. */
struct scan {
    TSLexer *lexer;
    const bool *valid;
    struct state *state;
    enum boundary where; /* what the token before left behind it */
    enum side before;    /* of the mark that is next */
    uint32_t count;      /* characters passed */
    uint32_t limit;      /* for at_end: characters that may be passed */
    uint32_t marked;     /* characters passed at the last mark */
    int32_t last;        /* the character passed last */
    int32_t last_at_mark;
    int32_t next_at_mark;
};

static inline int32_t peek(const struct scan *scan)
{
    return scan->lexer->lookahead;
}

/* At the end of the text, or as far as may be looked ahead. */
static inline bool at_end(const struct scan *scan)
{
    if (scan->count >= scan->limit)
        return true;
    return scan->lexer->lookahead == 0 && scan->lexer->eof(scan->lexer);
}

static inline void pass(struct scan *scan)
{
    scan->last = scan->lexer->lookahead;
    scan->lexer->advance(scan->lexer, false);
    scan->count++;
}

/* The token ends here, as far as is known. */
static inline void mark(struct scan *scan)
{
    scan->lexer->mark_end(scan->lexer);
    scan->marked = scan->count;
    scan->last_at_mark = scan->last;
    scan->next_at_mark = scan->lexer->lookahead;
}

/* Marks whose meaning depends on what stands before them; 0 for any other character. */
static inline unsigned mark_number(int32_t c)
{
    return c == '*' ? 1 : c == '_' ? 2 : c == '~' ? 3 : c == '<' ? 4 : c == '?' ? 5 : 0;
}

static inline enum side side_before(const struct scan *scan)
{
    const struct state *state = scan->state;
    return state->mark == mark_number(peek(scan)) ? (enum side)state->before : SIDE_WORD;
}

/* Ends the token at the last mark. The side before a mark is noted only where a mark is next: the
 * parser's own tokens leave the state alone, so nothing else may be remembered across them. */
static inline bool finish(struct scan *scan, enum token token)
{
    struct state *state = scan->state;
    if (scan->marked) {
        state->before = (uint8_t)side_of(scan->last_at_mark);
        state->mark = (uint8_t)mark_number(scan->next_at_mark);
        state->glued = false;
    }
    uint32_t refill = state->allowance + scan->marked / 2;
    state->allowance = (uint16_t)(refill > ALLOWANCE ? ALLOWANCE : refill);
    scan->lexer->result_symbol = (TSSymbol)token;
    return true;
}

static inline enum open top(const struct state *state)
{
    return state->depth ? (enum open)state->open[state->depth - 1] : O_NONE;
}

static inline bool is_open(const struct state *state, enum open kind)
{
    for (unsigned i = 0; i < state->depth; i++)
        if (state->open[i] == (uint8_t)kind)
            return true;
    return false;
}

static inline bool push(struct state *state, enum open kind)
{
    if (state->depth == MAX_DEPTH)
        return false;
    state->open[state->depth++] = (uint8_t)kind;
    return true;
}

static inline bool may_open(const struct state *state)
{
    return state->depth < MAX_DEPTH && state->allowance > 0;
}

/* Pays for looking ahead in vain from character `from` on. */
static inline void pay(struct scan *scan, uint32_t from)
{
    uint32_t cost = (scan->count - from) / 16 + 1;
    struct state *state = scan->state;
    state->allowance = (uint16_t)(cost > state->allowance ? 0 : state->allowance - cost);
}

/* The mark that a kind stands for, also inside a label's kind: O_STAR … O_UNDER_UNDER or O_NONE. */
static inline enum open mark_of(enum open kind)
{
    if (kind >= O_LABEL_INNER)
        return (enum open)(kind - O_LABEL_INNER);
    if (kind >= O_LABEL_OUTER)
        return (enum open)(kind - O_LABEL_OUTER);
    return kind <= O_UNDER_UNDER ? kind : O_NONE;
}

static inline int32_t mark_char(enum open mark)
{
    return mark == O_NONE ? 0 : mark <= O_STAR_STAR ? '*' : '_';
}

static inline unsigned mark_length(enum open mark)
{
    return mark == O_NONE ? 0 : mark == O_STAR || mark == O_UNDER ? 1 : 2;
}

static inline enum open mark_kind(int32_t c, unsigned length)
{
    return c == '*' ? (length == 1 ? O_STAR : O_STAR_STAR)
                    : (length == 1 ? O_UNDER : O_UNDER_UNDER);
}

static inline bool is_label(enum open kind)
{
    return kind >= O_LABEL;
}

/* From here on only as many characters are passed as the allowance has left. */
static inline void look_ahead(struct scan *scan, uint32_t most)
{
    uint32_t left = (uint32_t)scan->state->allowance * 16;
    scan->limit = scan->count + (left < most ? left : most);
}

/* Passes a code span from its first backtick. False where it does not end: all is passed then. */
static inline bool pass_code(struct scan *scan)
{
    unsigned run = 0, ticks = 0;
    for (; peek(scan) == '`'; run++)
        pass(scan);
    while (!at_end(scan)) {
        for (ticks = 0; peek(scan) == '`'; ticks++)
            pass(scan);
        if (ticks == run)
            return true;
        if (ticks == 0)
            pass(scan);
    }
    return false;
}

#endif
