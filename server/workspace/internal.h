/* internal.h: the workspace's own structs, for workspace/ alone. */
#ifndef PLANLS_WORKSPACE_INTERNAL_H
#define PLANLS_WORKSPACE_INTERNAL_H

#include "workspace/snapshot.h"
#include "workspace/symbols.h"

struct path_entry;

/* What was found out lately, for as long as nothing changes: several rules and features ask the same of
 * the document in which somebody types. Used by the workspace's thread, though questions leave all
 * else as it is. */
#define RECENT_CLAIMS   512
#define RECENT_FILES    256
#define RECENT_PATH_MAX 120 /* bytes; longer ones are resolved each time */

struct recent_claim { /* what a claim of a task names */
    uint64_t changes; /* of the workspace, then; 0: none */
    const struct document *from;
    enum link_via via;
    enum resolution result;
    struct slice text; /* of the model of `from` */
    struct target target;
};

struct claim_meaning {
    enum resolution result;
    struct target target;
};

struct recent_file { /* which file a reference leads to */
    uint64_t changes;
    const struct document *from;
    enum reference_kind kind;
    enum resolution result;
    const struct document *document;
    size_t path_len;
    char path[RECENT_PATH_MAX];
};

struct recent {
    struct recent_claim claims[RECENT_CLAIMS]; /* by hash */
    struct recent_file files[RECENT_FILES];
    struct { /* the claims of all tasks of one document: resolve_all_claims */
        uint64_t changes;
        const struct document *document;
        uint32_t *first; /* per task: its first in `all` */
        struct claim_meaning *all;
        struct arena arena;
    } meanings;
    struct { /* workspace_edit_dependents, for one document */
        uint64_t changes;
        const struct snapshot *snapshot;
        struct document_list list;
        struct arena arena;
    } dependents;
    struct { /* workspace_tasks_of_items, for one document */
        uint64_t changes;
        const struct document *document;
        struct tasks_of_items list;
        struct arena arena;
    } tasks;
};

struct workspace {
    const struct settings *settings;
    struct inline_parser *parser;
    struct names *names;
    struct snapshot **by_path; /* sorted by path */
    size_t count, cap;
    struct path_entry *paths; /* hash of the paths that are no documents */
    size_t servable_items;    /* items of judged documents that a task could serve */
    size_t task_documents;    /* documents that are one task each */
    size_t linked_documents;  /* of these, the ones that name what they serve */
    uint64_t changes; /* grows with whatever may change what a name or a path means; from 1 */
    uint64_t people_changes; /* grows where documents name other people than before, or as others */
    struct recent *recent;
    struct symbols *symbols; /* symbols.h */
};

/* NULL where there is no such document. */
struct snapshot *workspace_snapshot(const struct workspace *ws, struct slice path);

/* The name under which an id is kept: case folded, without surrounding brackets and '#'. */
struct slice name_of_id(struct arena *arena, struct slice id);
/* The name under which a numbered item is kept: "phase 1"; for ITEM_OTHER the number alone. */
struct slice name_of_number(struct arena *arena, enum item_kind kind, struct slice number);
/* The task's id that a dependency may mean: "T012", "1.2" of "Task 1.2". */
struct slice name_of_task(struct arena *arena, const struct dependency *dependency);

/* A name by which a written target may be known. */
struct asked_name {
    enum name_space space;
    struct slice text;
};
/* The names a target ("Title", "Initiative: Title", "id", "Phase 2", "US1") may be known by, the strongest
 * first, which is the folded title; gives how many. What is asked for and what is looked up are these. The
 * texts are good until the memo of the document that says it (or NULL) is next changed, or as long as the
 * arena. */
#define ASKED_MAX_NAMES 5
size_t names_of_target(struct memo *memo, struct arena *arena, struct slice target,
                       struct asked_name names[ASKED_MAX_NAMES]);

/* Nothing; an item. */
struct target no_target(void);
struct target item_target(const struct document *document, uint32_t item);

/* What one claim of a task of `from` names. */
enum resolution resolve_claim(const struct workspace *ws, const struct document *from,
                              const struct task_claim *claim, struct target *target);

/* Finds out what all claims of a document's tasks name, which many will ask. */
void resolve_all_claims(const struct workspace *ws, const struct document *document);

/* A path's last part. */
struct slice path_file_name(struct slice path);
/* A file name without ".md" or ".markdown". */
struct slice path_stem(struct slice file_name);

/* Adds all that the snapshot's document defines and asks for (asks.c). Removes what `old`, the state before,
 * or NULL, has in the table, but for what is the same: that is taken over. */
void names_add_document(struct workspace *ws, struct snapshot *snapshot, struct snapshot *old);
/* Removes all that it defines and asks for. */
void names_remove_document(struct workspace *ws, struct snapshot *snapshot);
/* The names of people (people.c); `scratch` for what the table copies. */
void names_add_people(struct names *names, struct snapshot *snapshot, struct arena *scratch);
/* Would this part of what two states of a document of one path define and ask for be the same, index for
 * index? (same_names.c: to be kept in step with asks.c and people.c.) */
bool names_are_same(const struct model *model, const struct model *old, enum names_part part);
/* Adds the other documents whose items a document's tasks serve: their progress is of its making. */
void add_served_documents(const struct workspace *ws, struct slice path, struct arena *arena,
                          struct document_list *out);
/* Who asks for what a document defines, by path, each once. */
void workspace_askers(const struct workspace *ws, struct slice path, struct name_filter filter,
                      struct arena *arena, struct document_list *out);

/* May it mean any document of that name wherever it lies, if there is none at its paths? */
bool reference_goes_by_name(const struct reference *reference);
/* The paths a reference may mean, likeliest first; gives how many. 0: it means no file that anything
 * can be said about, or (reference without a path) its own document. */
#define REFERENCE_MAX_CANDIDATES 12
size_t reference_candidates(const struct document *from, const struct reference *reference,
                            struct slice paths[REFERENCE_MAX_CANDIDATES], struct arena *arena);

#endif
