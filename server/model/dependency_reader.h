/* dependency_reader.h: what dependencies.c and dependency_ids.c share. Internal to model/. */
#ifndef PLANLS_MODEL_DEPENDENCY_READER_H
#define PLANLS_MODEL_DEPENDENCY_READER_H

#include "model/tokens.h"
#include "model/values.h"

/* Ranges make many out of few bytes; nothing real waits for more. */
#define DEPENDENCIES_MOST 2000

struct dependency_reader {
    const struct inlines *inlines;
    const struct tokens *tokens;
    struct slice text;
    struct arena *arena;
    struct dependencies *out;
    const char *list_kind; /* kind of the item whose numbers a list may go on with, or NULL */
};

/* Ids at a token, one or a range ("T012", "2.1-2.3"); gives the token behind, or 0. A bare number is
 * an id where it is all of the part, or behind "#". */
size_t dependency_read_ids(struct dependency_reader *r, size_t at, size_t end, bool hash);
/* Numbers behind the word of a kind, one or a range; gives the token behind, or 0. */
size_t dependency_read_numbers(struct dependency_reader *r, size_t at, size_t end,
                               const char *kind);
/* Has the text the shape of an id: "T012", "FR-003", "2.1"? */
bool dependency_is_id(struct slice text);

const struct token *dependency_token(const struct dependency_reader *r, size_t at);
struct span dependency_span(const struct dependency_reader *r, size_t from, size_t end);
void dependency_push(struct dependency_reader *r, enum dependency_form form, struct span where,
                     struct slice target);

#endif
