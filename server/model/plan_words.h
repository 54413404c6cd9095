/* plan_words.h: words that only the making of items asks for. The rest stand in words.h. */
#ifndef PLANLS_MODEL_PLAN_WORDS_H
#define PLANLS_MODEL_PLAN_WORDS_H

#include "model/words.h"

/* A heading over what a document says of itself ("Overview", "Executive Summary", "Metadata"): its
 * fields are the document's. `title` is undecorated. */
bool is_overview_title(struct slice title);

/* What follows kind and number without a separator and speaks about the item instead of naming it:
 * "Success", "Summary", "End Goals", "Completion Report". */
bool is_about_words(struct slice words);

/* A label whose date is an end: "Due", "Deadline", "Target date". */
bool is_end_label(struct slice label);

/* "End", "Finish": the end's name that means one only beside a start. */
bool is_end_beside_start(struct slice label);

/* A label or column that rates or describes a risk instead of countering it: "Impact",
 * "Probability", "Owner". */
bool is_risk_rating(struct slice label);
/* Of these, the ones that measure it: two of them make a section a risk's record. */
bool is_risk_measure(struct slice label);

/* "Low", "🟡 Medium (known code)": how great a risk is, not what it is. */
bool is_risk_level(struct slice value);

/* "Ongoing", "Year 2", "Continuous": says when, though on no calendar. */
bool is_loose_time(struct slice words);

/* The kind a word names all by itself: "Phase", "epic"; ITEM_OTHER for anything else. */
enum item_kind item_kind_of_word(struct slice word);

#endif
