/* measurable.h: which clauses of a success criterion nobody could check.
 *
 * A clause is vague where it passes judgement ("positive", "clear", "intuitive") on something that cannot
 * be counted or looked at ("feedback", "path", "experience"), and names no number, state, artefact or
 * check beside it. Words come from tables in several languages; a clause that says nothing of either
 * sort is left alone: most criteria name something that will be there.
 */
#ifndef PLANLS_ANALYSIS_MEASURABLE_H
#define PLANLS_ANALYSIS_MEASURABLE_H

#include "text/span.h"

/* Takes the next clause off *rest: up to a comma or semicolon outside brackets, quotes and numbers,
 * trimmed. False when nothing is left. */
bool clause_next(struct slice text, struct span *rest, struct span *clause);

bool clause_is_vague(struct slice clause);

#endif
