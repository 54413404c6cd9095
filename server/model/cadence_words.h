/* cadence_words.h: the tables of words_cadence.c. Internal to model/. */
#ifndef PLANLS_MODEL_CADENCE_WORDS_H
#define PLANLS_MODEL_CADENCE_WORDS_H

#include "model/cadence.h"
#include "model/lexicon.h"

/* An interval as a row's value. */
#define CADENCE_WORD(unit, every) ((int)(unit) << 8 | (every))

#define CADENCE_LAST 99 /* the ordinal "last" */

extern const struct lexicon lexicon_intervals;          /* "weekly": CADENCE_WORD */
extern const struct lexicon lexicon_unspaced_intervals; /* the same in scripts without spaces */
extern const struct lexicon lexicon_every;    /* what stands before a unit: "every", "once a" */
extern const struct lexicon lexicon_counts;   /* "two", "other": how many units */
extern const struct lexicon lexicon_ordinals; /* "first", "1st", "last" */
extern const struct lexicon
    lexicon_events; /* what makes a promise hang on something: "if", "needed" */
extern const struct lexicon lexicon_nevers; /* "never", "static", "reference" */

#endif
