/* measure_words.h: words about measures and criteria, one by one, in several languages. */
#ifndef PLANLS_MODEL_MEASURE_WORDS_H
#define PLANLS_MODEL_MEASURE_WORDS_H

#include "base/slice.h"

/* A word may be several at once. */
enum measure_word {
    MEASURE_UP = 1,         /* increase, grow: the target lies above where it starts */
    MEASURE_DOWN = 2,       /* reduce, cut */
    MEASURE_AGAINST = 4,    /* avoid, prevent: turns the next word around */
    MEASURE_SHARE = 8,      /* coverage, uptime: at most 100 % */
    MEASURE_GROWTH = 16,    /* growth, ROI, quota: may pass 100 % */
    MEASURE_PREDICATE = 32, /* intuitive, happy: a judgement that may end a clause */
    MEASURE_QUALITY = 64,   /* positive, clear, actionable: a judgement of what follows */
    MEASURE_THING = 128,    /* feedback, insights: nothing to count or look at by itself */
    MEASURE_CHECK = 256     /* published, signed, report, score, every: can be checked */
};

/* A set of enum measure_word; 0 for other words. */
unsigned measure_word_of(struct slice word);

#endif
