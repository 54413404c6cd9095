/* line_questions.h: what readers ask of every line before they read it, answered for all of them at once
 * while a document is edited. Internal to model/.
 *
 * Most lines hold nothing for most readers. An answer hangs on the line's bytes alone, so that all
 * answers about an unchanged line are one look-up in the memo, made once for each state of the document.
 */
#ifndef PLANLS_MODEL_LINE_QUESTIONS_H
#define PLANLS_MODEL_LINE_QUESTIONS_H

#include "model/builder.h"

enum line_question {
    LINE_MAY_HOLD_FIELD,
    LINE_MAY_HOLD_LINK, /* to a heading or item */
    LINE_MAY_HOLD_PATH,
    LINE_MAY_HOLD_TIME,
    LINE_LEAVES_BRACKETS_OPEN,
    LINE_HOLDS_BLANK,    /* to be filled in */
    LINE_NAMES_CHAIN,    /* is, or has, a label that may name a chain of dependencies */
    LINE_NAMES_RECORD,   /* the same: a gate, stop conditions, checkpoints */
    LINE_NAMES_TOTAL,    /* has a label for a sum */
    LINE_MAY_STATE_TOTAL /* in a label or in prose */
};

/* `block`: a BLOCK_LINE, BLOCK_CELL or BLOCK_HEADING. Without a memo the one question is answered. */
bool line_is(struct builder *b, uint32_t block, enum line_question question);

/* Who answers. */
bool line_may_hold_field(struct slice line);       /* fields.c */
bool line_may_hold_link(struct slice line);        /* task_claims.c */
bool line_may_hold_time(struct slice line);        /* times.c */
bool line_leaves_brackets_open(struct slice line); /* reference_wraps.c */
bool line_holds_blank(struct slice line);          /* kinds.c */
bool line_names_chain(struct slice line);          /* chains.c */
bool line_names_record(struct slice line);         /* records.c */
bool line_names_total(struct slice line);          /* totals.c, as the last */
bool line_may_state_total(struct slice line);

#endif
