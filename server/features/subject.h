/* subject.h: what a cursor is about when somebody asks "where else?" or "call it something else". */
#ifndef PLANLS_FEATURES_SUBJECT_H
#define PLANLS_FEATURES_SUBJECT_H

#include "features/facade.h"
#include "workspace/usages.h"

enum subject_kind {
    SUBJECT_NOTHING,
    SUBJECT_DOCUMENT, /* target.document */
    SUBJECT_HEADING,  /* target.heading, which is no item */
    SUBJECT_ITEM,     /* target.item */
    SUBJECT_TASK,     /* target.task */
    SUBJECT_PERSON    /* person */
};

struct subject {
    enum subject_kind kind;
    struct span span;                    /* the text asked about */
    const struct dependency *dependency; /* it stands in, or NULL */
    struct target target;
    const struct person *person;
};

/* What stands at the offset itself (a heading, a task, somebody's name), or what is named there. */
struct subject subject_at(const struct planls_workspace *workspace, const struct document *document,
                          uint32_t offset);

/* Where the subject itself is called what it is called: an item's or heading's title, a task's id (its
 * title where it has none). */
struct span subject_name_span(const struct subject *subject);

/* A person's mention. */
struct person_mention {
    const struct document *document;
    const struct person *person;
};
struct person_mentions {
    VEC_MEMBERS(struct person_mention);
};
/* Everywhere the subject's person is named, in order. */
void subject_mentions(const struct planls_workspace *workspace, const struct person *person,
                      struct arena *arena, struct person_mentions *out);

#endif
