/* count_words.h: the tables of words_counts.c. Internal to model/. */
#ifndef PLANLS_MODEL_COUNT_WORDS_H
#define PLANLS_MODEL_COUNT_WORDS_H

#include "model/count_claim.h"
#include "model/lexicon.h"

/* Flag: one of them. As a label it names which, not how many: "Phase: 2". */
#define COUNTED_SINGULAR 0x100
#define COUNTED_MASK     0xFF

extern const struct lexicon lexicon_counted;       /* enum counted and the flag */
extern const struct lexicon lexicon_count_states;  /* enum count_state */
extern const struct lexicon lexicon_count_neutral; /* "total": 1; "count", "number of": 2 */

#endif
