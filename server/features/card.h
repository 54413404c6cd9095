/* card.h: an item, a task or a place told in a few lines of Markdown, for hovers. */
#ifndef PLANLS_FEATURES_CARD_H
#define PLANLS_FEATURES_CARD_H

#include "analysis/calendar.h"
#include "base/strbuf.h"
#include "features/facade.h"

/* A card is cut at this length: a hover is a glance. */
#define CARD_MAX_BYTES (16 * 1024)

/* Title, owners, timeline with a bar, budget with its sum, tasks, criteria, risks, dependencies. */
void card_item(const struct planls_workspace *workspace, const struct document *document,
               uint32_t item, struct arena *scratch, struct strbuf *out);
/* State, what it serves, what it waits for. */
void card_task(const struct planls_workspace *workspace, const struct document *document,
               uint32_t task, struct arena *scratch, struct strbuf *out);
/* Where a reference leads: the item's card, or the heading and the first lines below it. */
void card_target(const struct planls_workspace *workspace, const struct target *target,
                 struct arena *scratch, struct strbuf *out);
/* Somebody's items over all plans, and their load as seen from a document (card_person.c). */
void card_person(const struct planls_workspace *workspace, const struct document *document,
                 const struct person *person, struct arena *scratch, struct strbuf *out);

/* "19 May 2025 – 15 Jun 2025", one date where both are equal. */
void card_dates(struct strbuf *out, date_days from, date_days to);
/* Why these dates, where they hang on no stated start. */
void card_assumption(struct strbuf *out, const struct calendar *calendar);

#endif
