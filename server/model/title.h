/* title.h: reading a heading's or row's title: decoration looked through, kind, number, id, name.
 * Internal to model/.
 *
 * All slices point into the title given, so their places in the document follow. No words are known
 * here: kinds, states and units are asked of words.h.
 */
#ifndef PLANLS_MODEL_TITLE_H
#define PLANLS_MODEL_TITLE_H

#include "model/words.h"

/* Without what only decorates at both ends: space, emphasis and code marks, emoji (also when they
 * are mojibake), `[x]`, a trailing colon. */
struct slice title_undecorate(struct slice title);
/* Bytes at the start of s that only decorate; 0 where the text begins at once. */
size_t title_decoration(struct slice s);

/* The section number an undecorated title begins with ("13.", "2.1", "13 —", "Section 3:", "1️⃣")
 * in *number, and how many bytes it takes with its separator; 0 where it has none. */
size_t title_number(struct slice title, struct slice *number);

/* An id at the start of s ("ADR-003", "P0.1", "US1", "[M2]") in *id that a separator or the end
 * follows, and how many bytes it takes without that separator; 0 where there is none. */
size_t title_id(struct slice s, struct slice *id);

/* Does s say when, and nothing but when, at its beginning: "Weeks 1-4", "~2 days", "Q1 2026", "by
 * Friday", "2026-01-05"? A quick look that decides what is cut off a title, not a reading. */
bool title_is_time(struct slice s);

enum title_separator {
    TITLE_NO_SEPARATOR, /* "Phase 1 Foundation" */
    TITLE_SEPARATOR,    /* ":", "—", " - ", "." … */
    TITLE_PAREN,        /* "Phase 1 (Weeks 1-4)" */
    TITLE_END           /* nothing follows kind and number */
};

struct title_parts {
    struct slice whole;  /* undecorated, with kind, number and everything but state and priority */
    struct slice name;   /* the title's words; never empty where whole is not */
    enum item_kind kind; /* ITEM_OTHER where the kind word has neither number nor separator */
    struct slice number; /* behind the kind word, else the section number */
    struct slice id;     /* "ADR-003", "P0.1", "US1", "M2" at the start or behind the kind word */
    enum title_separator separator; /* what follows kind and number */
    struct slice time;              /* inside of parentheses that hold a time */
    struct slice priority;          /* "P1" of "(Priority: P1)" or "[P1]" at the end */
    enum status status;             /* "(Done)", "— COMPLETE", a trailing ✅; or STATUS_NONE */
    struct slice status_text;
};

void title_read(struct slice title, const struct settings *settings, struct title_parts *parts);

#endif
