/* diagnostic.h: what is wrong with a document, and how to mend it. */
#ifndef PLANLS_DIAGNOSTIC_H
#define PLANLS_DIAGNOSTIC_H

#include <planls/types.h>

/* One replacement in one document; with `create` a new document that holds new_text; with `remove` the
 * document goes, and nothing else of the fix edits it. */
struct planls_edit {
    const char *path;
    struct planls_range range;
    const char *new_text;
    size_t new_len;
    bool create, remove;
};

struct planls_fix {
    const char *title; /* "Change to Weeks 5–8" */
    bool safe;         /* single and meaning-preserving: `fix` and source.fixAll apply it */
    bool preferred;    /* the likeliest of several */
    struct planls_edit *edits;
    size_t edit_count;
    struct planls_range
        select; /* in the first edit's new_text: what to select after it; may be empty */
};

struct planls_related {
    struct planls_location where;
    const char *message;
};

struct planls_diagnostic {
    const char *path;
    struct planls_range range;
    enum planls_severity severity;
    const char *code;    /* the rule's name: "invalid-span" */
    const char *message; /* what, and why in a clause; one line, no full stop at the end */
    bool unnecessary;    /* can go (LSP's tag) */
    struct planls_related *related;
    size_t related_count;
    struct planls_fix *fixes;
    size_t fix_count;
};

struct planls_diagnostics {
    struct planls_diagnostic *items;
    size_t len, cap;
};

/* A finding that somebody has taken on: silenced by a comment in the document or by the
 * configuration. */
struct planls_waived {
    struct planls_diagnostic diagnostic;
    const char *reason;           /* "" where none was given */
    const char *until;            /* "2026-01-31", or NULL for no end */
    struct planls_location where; /* the comment; path NULL: the configuration */
};

struct planls_waiveds {
    struct planls_waived *items;
    size_t len, cap;
};

/* Judges one document in its workspace (empty where it is not loaded or not judged). Sorted by place,
 * suppressions applied. */
void planls_check(struct planls_workspace *workspace, const char *path,
                  struct planls_results *results, struct planls_diagnostics *out);
/* The part of it that hangs on nothing but the document itself: true already while the workspace is still
 * being filled. */
void planls_check_alone(struct planls_workspace *workspace, const char *path,
                        struct planls_results *results, struct planls_diagnostics *out);
/* The same as planls_check, and what was silenced goes to `waived`. */
void planls_check_waived(struct planls_workspace *workspace, const char *path,
                         struct planls_results *results, struct planls_diagnostics *out,
                         struct planls_waiveds *waived);

/* A rule's page in Markdown, or NULL. Static. */
const char *planls_rule_page(const char *code);
/* The names of all rules, sorted; *count says how many. Static. */
const char *const *planls_rule_names(size_t *count);

#endif
