/* symbol.h: a document's outline, and names found over all documents. */
#ifndef PLANLS_SYMBOL_H
#define PLANLS_SYMBOL_H

#include <planls/types.h>

enum planls_symbol_kind {
    PLANLS_SYMBOL_DOCUMENT,
    PLANLS_SYMBOL_HEADING, /* a section that is no plan item */
    PLANLS_SYMBOL_GOAL,    /* objective, key result */
    PLANLS_SYMBOL_EFFORT,  /* initiative, workstream, epic: work with an aim */
    PLANLS_SYMBOL_PERIOD,  /* phase, sprint, month, week, day: work in a time */
    PLANLS_SYMBOL_EVENT,   /* milestone, gate, decision */
    PLANLS_SYMBOL_NEED,    /* story, requirement */
    PLANLS_SYMBOL_ITEM,    /* any other plan item */
    PLANLS_SYMBOL_TASK,
    PLANLS_SYMBOL_PERSON
};

#define PLANLS_NO_PARENT UINT32_MAX

struct planls_symbol {
    enum planls_symbol_kind kind;
    const char *name;      /* never empty */
    const char *detail;    /* "Weeks 1–4 · Alex, Jamie"; may be empty */
    const char *container; /* what it stands in: a heading, an item; may be empty */
    bool done;             /* nothing is left to do in it: a ticked task, an item that says so */
    bool cancelled;        /* it was given up: shown struck out */
    struct planls_location where;
    uint32_t parent; /* index of the symbol it stands in, or PLANLS_NO_PARENT */
};

struct planls_symbols {
    struct planls_symbol *items;
    size_t len, cap;
};

/* The document's outline in its order, parents before children. The range of a symbol lies in its
 * parent's; its name's lies in its own. */
void planls_document_symbols(struct planls_workspace *workspace, const char *path,
                             struct planls_results *results, struct planls_symbols *out);

/* The `max` best of all items, tasks, people and documents whose names hold the letters of `query` in
 * their order, best first: whole words before beginnings before anything else. An empty query gives
 * documents and items. Paths and folders count for documents. No parents. */
void planls_workspace_symbols(struct planls_workspace *workspace, const char *query, size_t max,
                              struct planls_results *results, struct planls_symbols *out);

#endif
