/* snapshot.h: one immutable state of one document, and the memory it stands in. Internal. */
#ifndef PLANLS_WORKSPACE_SNAPSHOT_H
#define PLANLS_WORKSPACE_SNAPSHOT_H

#include "workspace/names.h"
#include "workspace/workspace.h"

/* A folded word of something; see match.c. */
struct word {
    struct slice text;
    uint32_t item; /* place among the items that words are kept of */
};

struct words {
    VEC_MEMBERS(struct word);
};

/* The names of a document, in parts most of which an edit leaves as they are. */
enum names_part { NAMES_DEFINED, NAMES_ASKED, NAMES_OF_PEOPLE, NAMES_PARTS };

struct snapshot {
    struct document document;
    struct words words;                    /* of the items that a task could serve */
    struct arena words_arena;              /* for as long as the document is there */
    struct arena text_arena;               /* text, line index and blocks, while loaded */
    struct syntax_tree *tree;              /* kept once the document has been edited; NULL before */
    struct name_chunk *names[NAMES_PARTS]; /* what it defines and asks for */
    uint32_t symbol_slot;                  /* in a workspace: symbols.h */
    bool named;                            /* judged whatever the settings say (snapshot_judge) */
    uint64_t bytes_hash;                   /* of the text the model was made from */
};

/* The document of `old` with these bytes, for which `tree` has been made. Takes over what `old` keeps for its
 * successor, which is only to be freed then. Equals snapshot_new of the same path and bytes. */
struct snapshot *snapshot_edited(struct snapshot *old, struct slice bytes, struct syntax_tree *tree,
                                 const struct settings *settings, struct inline_parser *parser);
/* Fills `words`; the model is made. Those of `old` (or NULL) are taken over where they are the same. */
void snapshot_read_words(struct snapshot *snapshot, struct snapshot *old);
/* Moves text and blocks over, if they are of the bytes that the model was made from and no others are there;
 * else false. `from` is the caller's to free. */
bool snapshot_take_text(struct snapshot *snapshot, struct snapshot *from);
/* Frees text, blocks, tree and memo; the model stays. */
void snapshot_unload(struct snapshot *snapshot);
/* Text and blocks again, if these are the bytes that the model was made from; else false. */
bool snapshot_load(struct snapshot *snapshot, struct slice bytes, struct inline_parser *parser);

#endif
