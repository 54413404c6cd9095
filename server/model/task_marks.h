/* task_marks.h: the marks at the start of a list item or cell that say what state a task is in:
 * boxes, boxes gone wrong, emoji. Internal to model/.
 */
#ifndef PLANLS_MODEL_TASK_MARKS_H
#define PLANLS_MODEL_TASK_MARKS_H

#include "model/model.h"

struct task_mark {
    struct span span;        /* brackets (or what is left of them) or emoji, with no space behind */
    struct span state;       /* what stands between the brackets, or the emoji; may be empty */
    enum task_source source; /* TASK_FROM_BOX, TASK_FROM_BAD_BOX, TASK_FROM_EMOJI */
    enum status status;
    bool done;
    bool optional; /* Kiro's `[ ]*` */
    bool plain;    /* one of [ ] [x] [X]: nobody can mean anything else by it */
};

/* Reads the box at `span.start`; `span` is what follows the list marker on its line. Digits and, but
 * for x, letters in brackets make a mark too (`[P]`, `[1]`): the caller asks mark_is_doubtful. */
bool task_mark_box(struct slice bytes, struct span span, struct task_mark *mark);
/* A letter or digit in the box: a state only where siblings have plain boxes. */
bool task_mark_is_doubtful(struct slice bytes, const struct task_mark *mark);
/* A list marker without its space: `-[ ] text`, `1.[x] text`; `span` is a paragraph's line. */
bool task_mark_glued(struct slice bytes, struct span span, struct task_mark *mark);

/* What an emoji at the start of a list item or cell can mean. */
enum emoji_state {
    EMOJI_NONE,
    EMOJI_DONE,    /* ✅ ☑ ✔ */
    EMOJI_BOX,     /* ☐ ⬜ 🔲: an empty box, whatever it stands in */
    EMOJI_OPEN,    /* ⏳ 🔄 🚧 🔜 ⏸: open, a task or anything else */
    EMOJI_DOUBTFUL /* ❌ ⚠ 🔴 …: open only beside others that are */
};
/* Reads the emoji at span.start; `mark` is filled unless EMOJI_NONE. */
enum emoji_state task_mark_emoji(struct slice bytes, struct span span, struct task_mark *mark);

/* What the character in a box means; `[-]` differs by dialect. */
enum status task_status_of_mark(struct slice state, enum task_dialect dialect);

#endif
