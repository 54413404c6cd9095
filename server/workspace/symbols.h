/* symbols.h: the names of all documents' items, tasks and people, and the documents' own, laid out for a
 * search that reads no model.
 *
 * Of each name its letters are kept, and the first bytes of each of its words: two arrays to run through.
 * It follows the workspace when it is asked to, document by document: a few when nothing else is to do, and
 * whatever is left when somebody searches. A document that has changed takes its old place where it can.
 */
#ifndef PLANLS_WORKSPACE_SYMBOLS_H
#define PLANLS_WORKSPACE_SYMBOLS_H

#include "workspace/workspace.h"

enum symbol_of { SYMBOL_OF_DOCUMENT, SYMBOL_OF_ITEM, SYMBOL_OF_TASK, SYMBOL_OF_PERSON };

/* A name. One whose document has gone or changed has no letters and no words. */
struct symbol_name {
    uint32_t slot;   /* of the document: symbols->slots */
    uint32_t index;  /* of the item, of the task; of a person the item owned */
    uint16_t person; /* which of the item's owners */
    uint16_t length; /* of the name in bytes, at most UINT16_MAX */
    enum symbol_of of;
};

/* What a word is of: the name's number and these. */
#define SYMBOL_AT_START  UINT32_C(0x80000000) /* the name begins with it */
#define SYMBOL_IS_ID     UINT32_C(0x40000000) /* it is the task's id, which only a whole query means */
#define SYMBOL_NAME_MASK UINT32_C(0x3fffffff)
#define SYMBOL_NO_NAME   SYMBOL_NAME_MASK

struct symbol_slot {
    struct snapshot *snapshot; /* NULL: free */
    uint32_t first_name, names, most_names;
    uint32_t first_word, words, most_words;
    uint32_t order; /* of the document by its path */
    bool stale;     /* waits in `to_read` */
};

struct symbols {
    VEC(struct symbol_slot) slots;
    VEC(uint32_t) to_read, free;
    /* Names: */
    struct symbol_name *names;
    uint64_t *letters; /* text/letters.h, of the folded name; 0: none */
    uint32_t name_count, name_cap, dead_names;
    /* Words, each from its first letter or digit on: */
    uint32_t *starts; /* the first four folded bytes of the name from there, then 0 */
    uint32_t *nexts;  /* and the next four */
    uint32_t *of;     /* what it is of */
    uint32_t word_count, word_cap;
    struct arena arena; /* of the vectors */
    bool moved;         /* documents have come or gone: `order` is to be made again */
};

#define SYMBOL_START_BYTES 8

/* How a text begins, as it is kept of words, and which bits of that the text decides. */
struct symbol_start {
    uint32_t start, next;
    uint32_t start_mask, next_mask;
};
struct symbol_start symbol_start(struct slice folded);

/* The name as it stands in the model. */
struct slice symbol_text(const struct symbols *symbols, const struct symbol_name *name);
const struct document *symbol_document(const struct symbols *symbols,
                                       const struct symbol_name *name);
const struct symbol_slot *symbols_slot(const struct symbols *symbols,
                                       const struct document *document);

/* Up to date with the workspace, whose thread this is. */
struct symbols *workspace_symbols(const struct workspace *ws);
/* Reads at most so many documents that have changed; false where there was none. */
bool workspace_read_symbols(const struct workspace *ws, size_t most);

/* ---- for workspace.c ------------------------------------------------------------------------- */

struct symbols *symbols_new(void);
void symbols_free(struct symbols *symbols);
/* A document has come; `snapshot` stands where `old` stood; it goes. */
void symbols_add(struct symbols *symbols, struct snapshot *snapshot);
void symbols_replace(struct symbols *symbols, const struct snapshot *old,
                     struct snapshot *snapshot);
void symbols_remove(struct symbols *symbols, const struct snapshot *snapshot);

#endif
