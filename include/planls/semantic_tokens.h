/* semantic_tokens.h: what the words of a plan are, for an editor's colours. */
#ifndef PLANLS_SEMANTIC_TOKENS_H
#define PLANLS_SEMANTIC_TOKENS_H

#include <planls/types.h>

enum planls_token_kind {
    PLANLS_TOKEN_LABEL, /* a field's label */
    PLANLS_TOKEN_PERSON,
    PLANLS_TOKEN_MONEY,
    PLANLS_TOKEN_TIME,  /* a date, a span, a duration */
    PLANLS_TOKEN_ID,    /* of a task, where it is given one and where something waits for it */
    PLANLS_TOKEN_STATE, /* the words of a status field */
    PLANLS_TOKEN_BOX,   /* a task's box or mark */
    PLANLS_TOKEN_PLACEHOLDER,
    PLANLS_TOKEN_REFERENCE, /* the name or path in it */
    PLANLS_TOKEN_KINDS
};

struct planls_token {
    struct planls_range range; /* within one line */
    enum planls_token_kind kind;
    bool declares; /* the id or person is made known here */
};

struct planls_tokens {
    struct planls_token *items;
    size_t len, cap;
};

/* Those that `range` touches, in order, none overlapping: what stands in another wins over it. They
 * follow from this document alone, so no edit of another changes them. Linear in the document. */
void planls_semantic_tokens(struct planls_workspace *workspace, const char *path,
                            struct planls_range range, struct planls_results *results,
                            struct planls_tokens *out);

#endif
