/* load_words.h: somebody's load told in words: when, and how it adds up. For rules and hovers. */
#ifndef PLANLS_RULES_LOAD_WORDS_H
#define PLANLS_RULES_LOAD_WORDS_H

#include "analysis/capacity.h"

/* "in weeks 1–6", "in week 3" in the plans' own counting where they have one, else "from 2026-01-12 to
 * 2026-01-14", "on 2026-01-12". All results live in the arena. */
const char *load_when(const struct load *load, date_days from, date_days to, struct arena *arena);
/* "8 × 50 % = 400 %", "100 % + 2 × 50 % = 200 %", one share alone: "50 %". Of stated shares alone if
 * `stated`. */
const char *load_sum(const struct load_works *works, bool stated, struct arena *arena);
/* What somebody owns: "initiatives", "phase" where it is one, "items" where they are of several kinds. */
const char *load_noun(const struct load *load, struct arena *arena);
/* 0.333 as 33. */
int load_percent(double share);

#endif
