/* inline.h: the shapes inside a line or a field's value, from the `plan_inline` grammar.
 *
 * Shapes only: which words mean a week, a person or a section is model/'s business. Nodes stand in
 * preorder as blocks do (syntax/blocks.h); plain words and punctuation are not nodes of the result
 * but INLINE_WORD nodes exist where a shape needs them. Offsets are absolute in the document.
 */
#ifndef PLANLS_SYNTAX_INLINE_H
#define PLANLS_SYNTAX_INLINE_H

#include "base/arena.h"
#include "text/span.h"

enum inline_kind {
    INLINE_ROOT,
    INLINE_LABEL,  /* a label at the start of a line (or after ` | `, ` · `): `**L**:`, `**L:**`,
                           `_L:_`, `L:` (one to six words), fullwidth `：`. text: the label's words
                           without marks and colon; span: up to and with the colon and marks */
    INLINE_STRONG, /* text: inside the marks; has children */
    INLINE_EMPHASIS,
    INLINE_STRIKE,
    INLINE_CODE, /* text: between the backticks */
    INLINE_LINK, /* [text](target "title") and [text][ref], [ref]; text; target: destination
                           without <> and title, or the reference label (is_reference) */
    INLINE_IMAGE,
    INLINE_WIKI_LINK, /* [[target|text]]; target: up to `|`, with any #; text may be empty */
    INLINE_AUTOLINK,  /* <scheme:…> and bare https://…; target */
    INLINE_HTML,      /* a tag or comment */
    INLINE_MENTION,   /* @name, @name/x; text: without @ */
    INLINE_NUMBER,    /* 12, 1,200, 1.5, +3, -2, ½ …; text: the digits */
    INLINE_MONEY,     /* currency mark or code with an amount or a range, sign, ~ < > ≤ ≥, K/M/B
                           suffix, +, per-unit (`/month`, `/yr`, ` per month`) */
    INLINE_PERCENT,   /* 40%, ≥70 %, 20%+, 40–60% */
    INLINE_DATE,      /* digits only: 2026-01-15, 2026/1/15, 1/15/2026, 15.1.2026, 12月1日, with a
                           time behind an ISO date */
    INLINE_NUMBERED, /* a word and the number, range or list it governs: `Weeks 1–4`, `Section 13`,
                           `Phase 1, 2 & 3`, `Q1 2026`, `Jan 26`, `§ 7`, `Month 4+`, `第1阶段`.
                           text: the word; target: the number part */
    INLINE_MEASURE,  /* a number or range and its unit word: `90 days`, `4-6 hours`, `3-4h` */
    INLINE_RANGE,    /* bare number range 3–5, 1.1-1.4 */
    INLINE_ARROW,    /* → -> => ⇒ ➜ */
    INLINE_PAREN,    /* ( … ), （…）; text: inside; has children */
    INLINE_ID,       /* T012, FR-003, ADR-0012, W3-1, P0.1, US1, #12, 2.1.3, CHK001, BACK-12 */
    INLINE_TAG,      /* [US1], [P], [Spec §X.Y], {#id} in brackets that are no link: text inside */
    INLINE_PATH,     /* bare path or file name with a known-looking extension: docs/a.md, FILE.md,
                           src/x.py:147 ; text */
    INLINE_PLACEHOLDER, /* ____, X%, $X, ≥X%, ???, {{x}}, <x-y>, [DATE], [NEEDS CLARIFICATION: q] */
    INLINE_DATAVIEW,    /* [key:: value], (key:: value); text: value; target: key */
    INLINE_EMOJI,       /* one emoji sequence */
    INLINE_SEPARATOR,   /* `|`, `·`, `;` between parts of a value */
    INLINE_WORD
};

struct inline_node {
    uint8_t kind;
    bool is_reference; /* INLINE_LINK, INLINE_IMAGE: target is a reference label */
    uint32_t parent, next;
    struct span span, text, target;
};

struct inlines {
    struct inline_node *v; /* v[0] is INLINE_ROOT */
    uint32_t len;
};

/* One per thread: holds the grammar's parser. */
struct inline_parser;
struct inline_parser *inline_parser_new(void);
void inline_parser_free(struct inline_parser *parser);

/* Parses `span` of `text` (a line, a cell, or several lines of one paragraph). Never fails. */
struct inlines inline_parse(struct inline_parser *parser, struct slice text, struct span span,
                            struct arena *arena);

/* The text with all marks taken off, as a reader sees it: `**A** [b](c)` gives "A b". */
struct slice inline_plain(const struct inlines *inlines, struct slice text, struct arena *arena);

#endif
