/* money_write.h: an amount of money as plans write it. */
#ifndef PLANLS_MODEL_MONEY_WRITE_H
#define PLANLS_MODEL_MONEY_WRITE_H

#include "base/arena.h"
#include "base/strbuf.h"
#include "model/values.h"

/* "$20K", "€1.5M", "1200 CHF", "−$500": what plans write, not what a ledger would. */
void money_write(struct strbuf *out, double amount, const char *currency);
/* The whole value with its range, "~", ">", "up to", "+" and unit: "~$40K", "$30K–50K", "$200K per
 * year". */
void money_write_value(struct strbuf *out, const struct money *money);
/* "$20K + $5K − $1K". */
void money_write_terms(struct strbuf *out, const double *amounts, size_t count,
                       const char *currency);
/* The first as a string in the arena, for messages. */
const char *money_text(struct arena *arena, double amount, const char *currency);

#endif
