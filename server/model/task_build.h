/* task_build.h: what the readers of tasks share. Internal to model/.
 *
 * First every place that is a task becomes a draft, in document order (tasks.c, task_lists.c,
 * task_tables.c). Then the dialect is known, and each draft's text is read into a task (task_text.c,
 * task_claims.c).
 */
#ifndef PLANLS_MODEL_TASK_BUILD_H
#define PLANLS_MODEL_TASK_BUILD_H

#include "model/builder.h"
#include "model/task_marks.h"

struct task_draft {
    struct task_mark mark;
    uint32_t block;   /* BLOCK_ITEM, BLOCK_LINE, BLOCK_ROW, BLOCK_HEADING or BLOCK_FRONT_MATTER */
    uint32_t parent;  /* draft it is nested in, or NO_INDEX */
    uint32_t column;  /* of its marker in its line */
    struct span span; /* the first line, from the list marker on */
    struct span text; /* what follows the mark on that line, trimmed */
    struct span id;   /* see task_ids_find; may be empty */
    struct span tag;  /* looked like an id, but names what the task serves; may be empty */
};

struct task_maker {
    struct builder *b;
    enum task_dialect dialect;
    VEC(struct task_draft) drafts;
    uint32_t *draft_of; /* per block: the innermost draft whose list item it is in, or NO_INDEX */
    const uint32_t *before; /* per block: its previous sibling, or 0 */
};

/* ---- helpers on blocks (task_blocks.c) ------------------------------------------------------- */

/* Per block its previous sibling, or 0; in scratch. */
const uint32_t *blocks_before(struct builder *b);
/* The first line of an item's text, from its marker's end to the line's end, trimmed. */
struct span item_text(const struct builder *b, uint32_t item);
/* Bytes between the start of its line and `offset`; a tab counts to the next multiple of 4. */
uint32_t line_column(const struct builder *b, uint32_t offset);
/* The last line of the paragraph before a list, table or fence that may name it; empty if none. */
struct span line_before(const struct builder *b, const uint32_t *before, uint32_t block);
/* The words of that line where it is a label of what follows: bold, or with a colon and nothing
 * behind it; empty otherwise. */
struct slice label_over(const struct builder *b, const uint32_t *before, uint32_t block);
/* The line end of the line that holds `offset`. */
uint32_t line_end(struct slice bytes, uint32_t offset);

/* ---- which list items and cells are tasks ----------------------------------------------------- */

enum list_class {
    LIST_PLAIN,
    LIST_BOXED,     /* has an item with `[ ]` or `[x]`: other letters in boxes are states too */
    LIST_EMOJI,     /* its emoji are states: done and open ones mixed */
    LIST_NEXT_STEPS /* numbered, under Next Steps */
};
enum list_class list_class_of(const struct task_maker *maker, uint32_t list);

/* Adds drafts for the rows of a table that has one column of states. */
void drafts_of_table(struct task_maker *maker, uint32_t table);

struct task_draft *draft_add(struct task_maker *maker, uint32_t block, struct task_mark mark);

/* ---- dialects (task_dialects.c) --------------------------------------------------------------- */

/* By the path, then by what the drafts say. */
enum task_dialect task_dialect_of(const struct task_maker *maker);
/* Is the document itself one task, its front matter saying which? */
bool is_task_document(const struct builder *b);

/* ---- the text of a task (ids: task_ids.c) ---------------------------------------------------- */

/* What may be an id at the start of `text`, looked through bold, code and brackets: empty span if
 * nothing is. *certain: needs no neighbour of the same shape. */
struct span task_id_at(struct slice bytes, struct span text, enum task_dialect dialect,
                       bool *certain);
/* Finds the drafts' ids. One that is not certain by its shape needs others of the same shape (T1 and
 * T2, 1.1, 1.2 and 1.3) in the document; else it is cleared. */
void task_ids_find(struct task_maker *maker);

/* Fills id, title, tags, dependencies and owners from the draft's own text (task_text.c). */
void task_read_text(struct task_maker *maker, const struct task_draft *draft, struct task *task);
/* Dependencies behind emoji, in brackets and in parentheses anywhere in the text (task_extras.c). */
void task_read_extras(struct task_maker *maker, struct span text, struct task *task);
/* The day it is due, in its text or as the value of a label (task_due.c). The first one counts. */
void task_read_due(struct task_maker *maker, struct span text, struct task *task);
void task_read_due_field(struct task_maker *maker, struct slice label, struct span value,
                         struct task *task);
/* Where the emoji fields at the line's end begin, or text.end. */
uint32_t task_signs_start(struct slice bytes, struct span text);
/* People as @name at the start, the end or in parentheses. */
void task_read_mentions(struct task_maker *maker, struct span text, struct task *task);
/* Reads dependencies from `span` and keeps those that are no mere words. */
void task_read_dependencies(struct task_maker *maker, struct span span, bool words_too,
                            struct task *task);

/* A document that is one task: everything from its front matter (task_document.c). */
void task_read_front_matter(struct task_maker *maker, struct task *task);

/* ---- claims (task_claims.c) ------------------------------------------------------------------- */

/* Reads claims, and what labels below say, from the task's own line and the lines below it. */
void tasks_read_claims(struct task_maker *maker);
void task_add_claim(struct builder *b, struct task *task, enum link_via via, struct span where,
                    struct slice target);
/* [US1], FR-003 in a text (task_tags.c). */
void claims_of_tags(struct task_maker *maker, struct span text, struct task *task);
/* The ids of a _Requirements: …_ line (task_tags.c). */
void claims_of_requirements(struct task_maker *maker, struct span value, struct task *task);

#endif
