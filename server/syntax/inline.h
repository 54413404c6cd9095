/* inline.h: the shapes inside a line or a field's value, from the `plan_inline` grammar.
 *
 * Shapes only: which words mean a week, a person or a section is model/'s business. Nodes stand in
 * preorder as blocks do (syntax/blocks.h): skip a node that is understood with .next, look inside
 * one that is not with + 1. Plain words and punctuation are no nodes. Offsets are absolute in the
 * document. Unless said otherwise text is the whole span and target is empty.
 */
#ifndef PLANLS_SYNTAX_INLINE_H
#define PLANLS_SYNTAX_INLINE_H

#include "base/arena.h"
#include "text/span.h"

enum inline_kind {
    INLINE_ROOT,
    /* At the start of a line, of bold or italic there, behind emoji there, behind ` | `, ` · `, ` • `;
     * marked ones also behind `;` and an arrow: `**L**:`, `**L:**`, `_L:_`, `L:` (one to six words),
     * fullwidth `：`. text: the words without marks and colon; span: up to and with both. Holds the
     * shapes of its words. */
    INLINE_LABEL,
    /* text: inside the marks; these have children. CommonMark's, but for __init__.py and the like. */
    INLINE_STRONG,
    INLINE_EMPHASIS,
    INLINE_STRIKE,
    INLINE_CODE, /* text: between the backticks */
    /* [text](target "title"), [text][ref], [ref][]. text; target: the destination without <> and
     * title, or the reference's label (is_reference). A lone [x] is INLINE_TAG. */
    INLINE_LINK,
    INLINE_IMAGE,
    INLINE_WIKI_LINK, /* [[target|text]]; target: up to `|`, with any #; text may be empty */
    INLINE_AUTOLINK,  /* <scheme:…>, <a@b.org>, https://…, www.…; target without <> */
    INLINE_HTML,      /* a tag or comment */
    INLINE_MENTION,   /* @name, @name/x; text: without @ */
    /* 12, 1,200, 1.5, +3, -2, ~500, ≥ 9, 20+, 10K, ½. text: without sign, comparison and final + */
    INLINE_NUMBER,
    /* A currency's mark or code with an amount or range; sign, ~ < > ≤ ≥, K/M/B, +, per-unit
     * (`/month`, `/yr`, ` per month`) are in the span. */
    INLINE_MONEY,
    INLINE_PERCENT, /* 40%, ≥70 %, 20%+, 40–60% */
    /* Digits only: 2026-01-15 (with a time behind it), 2026/1/15, 1/15/2026, 15.1.2026, 12月1日, and
     * a month: 2026-01. */
    INLINE_DATE,
    /* A word and the number, range or list it governs: `Weeks 1–4`, `Section 13`, `Phase 1, 2 & 3`,
     * `Q1 2026`, `Jan 26, 2026`, `§ 7`, `Month 4+`, `Week2`, `第1阶段`; but also `in 3`. text: the word;
     * target: the numbers. Its numbers and ranges are children, except in the last form. */
    INLINE_NUMBERED,
    /* A number or range and its unit: `90 days`, `4-6 hours`, `3-4h`, `20-week`, `10 business days`,
     * `3週間`. text: the number or range; target: the unit; no children. */
    INLINE_MEASURE,
    INLINE_RANGE, /* 3–5, 1.1-1.4, 3 to 5; text as of a number */
    INLINE_ARROW, /* → -> => ⇒ ➜ */
    INLINE_PAREN, /* ( … ), （…）; text: inside; has children */
    INLINE_ID,    /* T012, FR-003, ADR-0012, W3-1, P0.1, US1, #12, 2.1.3, CHK001, task-12 */
    INLINE_TAG,   /* [US1], [P], [Spec §X.Y], {#id}; text: inside; has children */
    /* A file by its extension: docs/a.md, FILE.md, src/x.py:147, a.md#part. text: the path; target:
     * what follows `:` or `#`. */
    INLINE_PATH,
    INLINE_PLACEHOLDER, /* ____, X%, $X, ≥X%, ???, {{x}}, <x-y>, [DATE], [NEEDS CLARIFICATION: q] */
    INLINE_DATAVIEW,    /* [key:: value], (key:: value); text: the value; target: the key */
    INLINE_EMOJI,       /* one sequence */
    INLINE_SEPARATOR    /* `|`, `·`, `•`, `;` between parts of a value */
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

/* One per thread: holds the grammar's parser, and the block grammar's for syntax_blocks_with. */
struct inline_parser;
struct inline_parser *inline_parser_new(void);
void inline_parser_free(struct inline_parser *parser);
/* What reads the blocks of documents (tree.h); the parser's own. */
struct syntax_reader;
struct syntax_reader *inline_parser_reader(struct inline_parser *parser);
/* From now on whoever reads texts with this parser, itself included, may look in this memo first and keep
 * there what was read (base/memo.h); NULL: in none. Borrowed. */
struct memo;
void inline_parser_remember(struct inline_parser *parser, struct memo *memo);
struct memo *inline_parser_memo(const struct inline_parser *parser); /* or NULL */

/* Parses `span` of `text` (a line, a cell, or several lines of one paragraph). Never fails. Looks at
 * nothing beside the span. */
struct inlines inline_parse(struct inline_parser *parser, struct slice text, struct span span,
                            struct arena *arena);

/* The same for who reads words and digits and asks of shapes only what they hide (model/tokens.h): a
 * text that hides nothing is not parsed and gives the root alone. */
struct inlines inline_parse_hiding(struct inline_parser *parser, struct slice text,
                                   struct span span, struct arena *arena);

/* The text with all marks taken off, as a reader sees it: `**A** [b](c)` gives "A b". */
struct slice inline_plain(const struct inlines *inlines, struct slice text, struct arena *arena);

#endif
