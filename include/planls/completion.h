/* completion.h: what is likely to be written next at a place. */
#ifndef PLANLS_COMPLETION_H
#define PLANLS_COMPLETION_H

#include <planls/types.h>

enum planls_completion_kind {
    PLANLS_COMPLETION_FIELD,
    PLANLS_COMPLETION_PERSON,
    PLANLS_COMPLETION_ITEM,
    PLANLS_COMPLETION_TASK,
    PLANLS_COMPLETION_FILE,
    PLANLS_COMPLETION_FOLDER,
    PLANLS_COMPLETION_SECTION, /* a heading by its anchor, number or title */
    PLANLS_COMPLETION_STATUS,
    PLANLS_COMPLETION_TIME,
    PLANLS_COMPLETION_VALUE, /* what siblings say in the same field */
    PLANLS_COMPLETION_RULE,
    PLANLS_COMPLETION_SNIPPET /* several lines: an initiative, a gate */
};

/* What a completion names, for its documentation (planls_completion_card). It stays a good question
 * after edits: what is there no longer has no documentation. */
enum planls_about_kind {
    PLANLS_ABOUT_NOTHING,
    PLANLS_ABOUT_DOCUMENT,
    PLANLS_ABOUT_HEADING,
    PLANLS_ABOUT_ITEM,
    PLANLS_ABOUT_TASK,
    PLANLS_ABOUT_PERSON,
    PLANLS_ABOUT_RULE
};

struct planls_about {
    enum planls_about_kind kind;
    const char *path; /* of the document it stands in; empty for people and rules */
    uint32_t index;   /* among that document's headings, items, tasks; else 0 */
    const char *name; /* its title, id, key or name, which must still be the same */
};

struct planls_completion {
    enum planls_completion_kind kind;
    const char *label;           /* never empty */
    const char *detail;          /* beside it; may be empty */
    const char *filter;          /* what is compared with the text of `insert` */
    const char *new_text;        /* plain text */
    const char *snippet;         /* the same with tab stops as LSP writes them, or NULL */
    struct planls_range insert;  /* what new_text replaces: what is typed, up to the cursor … */
    struct planls_range replace; /* … or up to the end of the word or target; on one line */
    struct planls_about about;
    bool cancelled; /* an item or task that was given up: shown struck out */
};

struct planls_completions {
    struct planls_completion *items; /* likeliest first */
    size_t len, cap;
    bool cut; /* there are more: to be asked for again as the user types */
};

/* What may stand at `offset`. `trigger` is the character just typed that the question came of, or 0
 * where the user asks or types a word: what would annoy at every such character is then left out. */
void planls_complete(struct planls_workspace *workspace, const char *path, uint32_t offset,
                     char trigger, struct planls_results *results, struct planls_completions *out);

/* The characters to ask at, one string each, ended by NULL. */
extern const char *const planls_completion_triggers[];

/* What there is to say of it, as Markdown, seen from the document at `path`; empty where nothing. */
const char *planls_completion_card(struct planls_workspace *workspace, const char *path,
                                   const struct planls_about *about,
                                   struct planls_results *results);

#endif
