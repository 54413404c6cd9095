/* card_records.h: gates, stop conditions, decisions and escalation tiers told for hovers. */
#ifndef PLANLS_FEATURES_CARD_RECORDS_H
#define PLANLS_FEATURES_CARD_RECORDS_H

#include "features/card.h"

/* Index in model->gates: state, open criteria, what it waits for and holds up. */
void card_gate(const struct planls_workspace *workspace, const struct document *document,
               uint32_t gate, struct arena *scratch, struct strbuf *out);
/* Index in model->stops: signal, action, whether it holds, and what was compared with what. */
void card_stop(const struct planls_workspace *workspace, const struct document *document,
               uint32_t stop, struct arena *scratch, struct strbuf *out);
/* Index in model->decisions: what is open, by when it was to be settled. */
void card_decision(const struct planls_workspace *workspace, const struct document *document,
                   uint32_t decision, struct arena *scratch, struct strbuf *out);
/* Index in model->tiers: its thresholds, who comes after it, what falls between. */
void card_tier(const struct document *document, uint32_t tier, struct arena *scratch,
               struct strbuf *out);
/* Index in model->meetings: when it is, and when next. */
void card_meeting(const struct planls_workspace *workspace, const struct document *document,
                  uint32_t meeting, struct arena *scratch, struct strbuf *out);

#endif
