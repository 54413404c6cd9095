/* status_ledger.h: states said twice: which contradict, and a table's rows against the sections they stand
 * for. */
#ifndef PLANLS_RULES_STATUS_LEDGER_H
#define PLANLS_RULES_STATUS_LEDGER_H

#include "rules/rule.h"

/* Is the same thing called done and clearly not done? The texts are the states as written. */
bool states_contradict(enum status a, struct slice a_text, enum status b, struct slice b_text);

/* Reports rows of tables with a column of states that contradict the section they name, by kind and
 * number, id or title. Only what one section is called counts: "Week 1" recurs in every phase. */
void status_ledgers_check(struct check *check);

#endif
