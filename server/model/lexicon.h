/* lexicon.h: sorted tables of words and their look-up. Internal to model/.
 *
 * A word is looked up in its folded form, made by lexicon_fold: lower case, every kind of dash,
 * underscore and space as one space, "&" as "and", no emphasis or code marks, quotes, emoji or
 * variation selectors, no brackets behind ("Owner(s)", "Budget (USD)"), no punctuation at either end.
 * Tables hold that form, in byte order; tests/model/words_test.c says where a row is out of order.
 */
#ifndef PLANLS_MODEL_LEXICON_H
#define PLANLS_MODEL_LEXICON_H

#include "base/slice.h"

#include <stdint.h>

#define LEXICON_WORD_MAX 64 /* longer words are in no table */

struct lexicon_word {
    const char *text;
    int value;
};

struct lexicon {
    const struct lexicon_word *words;
    size_t count;
};

#define LEXICON_INIT(table)                                                                        \
    {                                                                                              \
        (table), sizeof(table) / sizeof(table)[0]                                                  \
    }

struct lexicon_key {
    char text[LEXICON_WORD_MAX];
    size_t len; /* 0: nothing in it, or too long */
    bool ascii;
};

struct lexicon_key lexicon_fold(struct slice s);
struct slice lexicon_key_slice(const struct lexicon_key *key);

/* The word's value, or -1. */
int lexicon_find(struct lexicon lexicon, struct slice folded);
int lexicon_look_up(struct lexicon lexicon, struct slice raw);
/* Index of the first row that does not stand behind its predecessor, or count: for the tests. */
size_t lexicon_disorder(struct lexicon lexicon);

/* The lower case of one character, for the scripts the tables are written in. */
uint32_t lexicon_lower(uint32_t codepoint);
/* Emoji, arrows, dingbats, variation selectors, joiners and other characters that only decorate. */
bool lexicon_is_decoration(uint32_t codepoint);
/* Hyphens and dashes of every width, minus and tildes used as dashes. */
bool lexicon_is_dash(uint32_t codepoint);
/* Spaces other than ASCII's. */
bool lexicon_is_wide_space(uint32_t codepoint);

/* Flags on the values of lexicon_kinds. */
enum {
    KIND_NUMBER = 0x100, /* a kind only with a number behind it: "Step 3", never "Step: x" */
    KIND_ID = 0x200,     /* letters of an id: "ADR-003", "US1" */
    KIND_MASK = 0xFF
};

/* Values of lexicon_units, and flags on them. */
enum { UNIT_MINUTE, UNIT_HOUR, UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_QUARTER, UNIT_YEAR };
enum {
    UNIT_PLURAL = 0x100, /* "Weeks": governs a range or list */
    UNIT_SHORT = 0x200,  /* "h", "mo": only behind a number */
    UNIT_MASK = 0xFF
};

/* Words for sums, and those that stand beside them (money_words.c). */
extern const struct lexicon lexicon_totals;
/* Sets of enum measure_word (measure_words.h). */
extern const struct lexicon lexicon_measures, lexicon_criteria;

/* The tables, in words_*.c. The last three hold 1 for every word. */
extern const struct lexicon lexicon_fields_english, lexicon_fields_romance, lexicon_fields_latin,
    lexicon_fields_scripts;                   /* enum field_key */
extern const struct lexicon lexicon_kinds;    /* enum item_kind and a KIND_ flag */
extern const struct lexicon lexicon_groups;   /* enum item_kind */
extern const struct lexicon lexicon_months;   /* 1–12 */
extern const struct lexicon lexicon_weekdays; /* enum weekday */
extern const struct lexicon lexicon_units;
extern const struct lexicon lexicon_states_english, lexicon_states_other; /* enum status */
extern const struct lexicon lexicon_roles, lexicon_nones, lexicon_sections;

#endif
