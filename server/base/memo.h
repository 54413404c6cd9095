/* memo.h: what was made of texts before, so that an edited document's other lines are not read again.
 *
 * Only what depends on nothing but a text's bytes (and on settings, which a memo does not outlive) may be
 * kept: then what is found is what would be made again, and nothing has to be marked as stale.
 *
 * A memo belongs to one document that is being edited and is used by one thread at a time. It owns
 * copies of the texts and values asked for
 * lately: at most about twice what one state of the document needs.
 */
#ifndef PLANLS_BASE_MEMO_H
#define PLANLS_BASE_MEMO_H

#include "base/slice.h"

/* What a value is: each maker of values has its own. */
enum memo_kind {
    MEMO_SHAPES,       /* syntax/inline.c: struct inline_node, offsets from the text's start */
    MEMO_TIMES,        /* model/builder_times.c: struct time_value, the same; with: the year */
    MEMO_LINE,         /* model/line_questions.c */
    MEMO_JUDGEMENT,    /* memo_judge */
    MEMO_LIKE,         /* workspace/people.c; with: the state of all people's names */
    MEMO_NAMES,        /* workspace/asks.c */
    MEMO_PLACEHOLDERS, /* analysis/placeholders.c: struct span, offsets from the text's start */
    MEMO_TASK,         /* model/task_text.c, by model/carry.h as all below */
    MEMO_FIELD_VALUES, /* model/item_values.c */
    MEMO_FIELD_LABEL,  /* model/fields.c */
    MEMO_HEADING,      /* model/headings.c */
    MEMO_ITEM_TITLE,   /* model/item_title.c */
    MEMO_METRICS,      /* model/criteria_metrics.c */
    MEMO_TARGET        /* model/reference_targets.c */
};

struct memo;

struct memo *memo_new(void);
void memo_free(struct memo *memo); /* NULL is fine */

/* To be called where the document changes: what was not asked for since the last time is dropped, now
 * and then. */
void memo_turn(struct memo *memo);

/* What a value was made of. */
struct memo_key {
    enum memo_kind kind;
    struct slice with; /* the bytes of what else it depends on; often empty */
    struct slice text;
};

/* The value kept for the key, good until memo_turn, and its size; NULL where there is none, or no memo
 * (NULL). Any alignment. */
const void *memo_find(struct memo *memo, const struct memo_key *key, size_t *size);
/* Keeps a copy of the value of a key that was not found, where there is a memo. */
void memo_keep(struct memo *memo, const struct memo_key *key, const void *value, size_t size);

/* What `judge` says of the text, asked at most once. */
bool memo_judge(struct memo *memo, struct slice text, bool (*judge)(struct slice text));

#endif
