/* transitions.h: in which order work passes its states, and which it skips. */
#ifndef PLANLS_ANALYSIS_TRANSITIONS_H
#define PLANLS_ANALYSIS_TRANSITIONS_H

#include "model/model.h"

/* A state as words say it. Signs and boxes ("✅", "x") are no such state: they know but two. */
struct stated {
    enum status status;
    struct slice text;
};
bool is_stated_in_words(struct stated state);

/* The stages that work skipped when it went from one state to the other, in words, or empty.
 *
 * Where the configuration names a `workflow`, that is the order: a name means the state of the
 * same words, else of the same meaning; states that are none of it say nothing. Work may go
 * back, or on by one stage. Otherwise only a review can be skipped, and only where `review` says
 * that work here passes one: to do or doing, and then done. */
struct slice skipped_stages(const struct settings *settings, bool review, struct stated before,
                            struct stated now, struct arena *arena);

/* Does any item or task of the document stand in review, in words? */
bool document_has_review(const struct model *model);

#endif
