/* task_words.h: words that only the readers of tasks, gates, stops, checkpoints and index entries ask
 * for. The rest stand in words.h. Comparisons fold ASCII case; other scripts are listed as they are
 * written. Internal to model/.
 */
#ifndef PLANLS_MODEL_TASK_WORDS_H
#define PLANLS_MODEL_TASK_WORDS_H

#include "base/slice.h"

/* "Next Steps", "Immediate Next Actions (Today)", "Prochaines étapes", 次のステップ … */
bool is_next_steps_title(struct slice title);

/* How surely a label or heading names a gate. */
enum gate_words {
    GATE_WORDS_NONE,
    GATE_WORDS_WEAK,  /* "Exit Criteria", "Quality gates": a gate where boxes follow */
    GATE_WORDS_STRONG /* "Go-Gate Criteria", "Go/No-Go Criteria": a gate even when empty */
};
enum gate_words gate_words_of(struct slice title);
bool is_gate_title(struct slice title); /* either */

/* "STOP CONDITIONS (Pause/Pivot Points)", "Kill criteria", "Abbruchkriterien" … */
bool is_stop_title(struct slice title);
/* "BUDGET CHECKPOINTS", "Spending checkpoints", "Budget-Checkpoints" … */
bool is_checkpoint_title(struct slice title);

/* A table header over names of documents ("Document", "File", "文档"). */
bool is_document_column(struct slice header);
/* A table header over the text of tasks ("Task", "Action", "任务"). */
bool is_task_column(struct slice header);
/* A table header over descriptions of what a document is for ("Purpose", "Description"). */
bool is_purpose_column(struct slice header);

/* "(depends on …", "after", "blocked by": the bytes at the start of `text` that say a dependency
 * follows, with a colon and spaces behind; 0 where none. */
size_t dependency_words(struct slice text);

/* What stands over boxes that check a result instead of being work: "Acceptance Criteria",
 * "Definition of Done" … */
bool is_criteria_title(struct slice title);

/* Labels of FIELD_INITIATIVE that as often tell what is aimed at as what is served: "Milestone: a
 * working demo", "Plan: write first", "Item". */
bool is_outcome_label(struct slice label);

#endif
