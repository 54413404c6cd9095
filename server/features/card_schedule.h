/* card_schedule.h: what an item or task waits for and holds up, and how late it may be, for its card. */
#ifndef PLANLS_FEATURES_CARD_SCHEDULE_H
#define PLANLS_FEATURES_CARD_SCHEDULE_H

#include "analysis/dependencies.h"
#include "base/strbuf.h"

/* "- Waits for: …", "- Blocks: …", the slack with its arithmetic ("ends week 4; Build starts week 7: 2 weeks
 * of slack") and the critical path where it is on it. Nothing where it has no dependency. */
void card_schedule(const struct workspace *ws, struct dependency_node node, struct arena *scratch,
                   struct strbuf *out);

#endif
