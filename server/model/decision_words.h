/* decision_words.h: words by which decisions, approvals, escalation paths and meetings are recognised. Internal to
 * model/.
 */
#ifndef PLANLS_MODEL_DECISION_WORDS_H
#define PLANLS_MODEL_DECISION_WORDS_H

#include "base/slice.h"

/* "Decision checklist", "GO/NO-GO VOTE", "Decisions needed"; an undecorated title that ends so. */
bool is_decision_title(struct slice title);
/* "Approvals", "APPROVAL RECORD", "Executive Sign-Off", "Unterschriften". */
bool is_approval_title(struct slice title);
/* "Escalation path", "Eskalation". */
bool is_escalation_title(struct slice title);
/* "Ongoing cadence", "Meeting schedule", "Regeltermine". */
bool is_cadence_title(struct slice title);
/* GO, NO-GO, DEFERRED, approved … : what is chosen from. */
bool is_option_word(struct slice word);

#endif
