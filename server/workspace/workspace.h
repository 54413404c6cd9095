/* workspace.h: all documents together: which files there are, what names mean, which task serves
 * which item, where a reference leads.
 *
 * A workspace keeps a model per document and, for documents that are loaded (open in an editor, or
 * being checked), their text and blocks. Paths are relative to the root, with '/', never with "./".
 * It reads no file: the host puts bytes in and says which other paths exist. One thread uses it at a
 * time. A document snapshot is immutable; putting new bytes makes a new one.
 */
#ifndef PLANLS_WORKSPACE_WORKSPACE_H
#define PLANLS_WORKSPACE_WORKSPACE_H

#include "model/model.h"

#include <stdint.h>

struct line_lengths;
struct memo;

struct document {
    struct slice path;
    struct model *model;
    bool loaded;          /* text and blocks are there */
    struct text text;     /* while loaded */
    struct blocks blocks; /* while loaded */
    struct line_lengths
        *lines;        /* where its lines are, once asked for (snapshot_keep_lines); else NULL */
    struct memo *memo; /* while loaded and once edited: what was made of its lines; else NULL */
    bool judged;       /* matches `files`, not excluded; false for targets of references only */
};

struct workspace;

struct workspace *workspace_new(const struct settings *settings); /* settings are borrowed */
void workspace_free(struct workspace *ws);
/* The workspace for one more thread that asks: what is remembered of questions is its own. As long as
 * nobody changes the workspace or its settings, and none of its documents is being edited (has a
 * memo), any number of threads may ask, each through a view. Only for questions; gone before the
 * workspace is changed. */
struct workspace *workspace_view_new(const struct workspace *ws);
void workspace_view_free(struct workspace *view);
const struct settings *workspace_settings(const struct workspace *ws);
/* New settings for what comes: documents already there must be put again by the caller. */
void workspace_set_settings(struct workspace *ws, const struct settings *settings);
/* The workspace's own inline parser, for whoever uses the workspace on its thread. */
struct inline_parser *workspace_parser(const struct workspace *ws);

/* A document made from bytes but in no workspace yet. Making one touches nothing shared, so any thread
 * with an inline parser of its own can (the settings must not change meanwhile). */
struct snapshot;
struct snapshot *snapshot_new(struct slice path, struct slice bytes,
                              const struct settings *settings, struct inline_parser *parser);
/* The same for a document whose model is there already, made from bytes with the hash `known`
 * (workspace_text_hash): where these are the same bytes, text and blocks alone, for workspace_take_text.
 * snapshot_document(it)->model is NULL then. */
#define SNAPSHOT_UNKNOWN UINT64_C(0) /* no hash: makes the model */
struct snapshot *snapshot_renewed(struct slice path, struct slice bytes, uint64_t known,
                                  const struct settings *settings, struct inline_parser *parser);
/* Makes it a judged document whatever `files` and `exclude` say, its user has named it; and so are
 * those that replace it in a workspace. */
void snapshot_judge(struct snapshot *snapshot);
const struct document *snapshot_document(const struct snapshot *snapshot);
/* Keeps where its lines begin, for when its text has gone. */
void snapshot_keep_lines(struct snapshot *snapshot);
void snapshot_free(struct snapshot *snapshot); /* only one that was not adopted; NULL is fine */

/* Takes the snapshot over: adds its document or replaces the one of that path. */
const struct document *workspace_adopt(struct workspace *ws, struct snapshot *snapshot);
/* Puts the snapshot where another one of its path stands and gives that one, whole, to be swapped back
 * or freed: for a trial that is to leave no trace. NULL, and nothing taken, where there is none. */
struct snapshot *workspace_swap(struct workspace *ws, struct snapshot *snapshot);
/* Adds or replaces a document; the bytes are copied. Keeps text and blocks. Gives the document. */
const struct document *workspace_put(struct workspace *ws, struct slice path, struct slice bytes);
/* As put for a loaded document after one replacement: span of the old text by new_text. Re-parses
 * only what changed. NULL where the document is not loaded or the span is not in it. */
const struct document *workspace_edit(struct workspace *ws, struct slice path, struct span span,
                                      struct slice new_text);
/* Makes now what the first edit of a loaded document would have to make: its tree, and what is remembered of
 * its lines. False where that has been done. */
bool workspace_make_ready(struct workspace *ws, struct slice path);
/* Drops text and blocks, keeps the model. */
void workspace_unload(struct workspace *ws, struct slice path);
/* Takes text and blocks up again; false, and nothing done, where the document is not there, is loaded, or these
 * are not the bytes that its model was made from. */
bool workspace_load(struct workspace *ws, struct slice path, struct slice bytes);
/* The hash of the text that the document's model was made from; SNAPSHOT_UNKNOWN where there is none. */
uint64_t workspace_text_hash(const struct workspace *ws, struct slice path);
/* The same with what snapshot_renewed has made of them: gives the document, or NULL; frees the snapshot. */
const struct document *workspace_take_text(struct workspace *ws, struct slice path,
                                           struct snapshot *snapshot);
void workspace_remove(struct workspace *ws, struct slice path);

const struct document *workspace_find(const struct workspace *ws, struct slice path);
size_t workspace_count(const struct workspace *ws);
/* Documents sorted by path. */
const struct document *workspace_at(const struct workspace *ws, size_t index);
/* Where the documents below a folder ("" for the root) begin; they stand behind each other. */
size_t workspace_first_in(const struct workspace *ws, struct slice folder);
/* The documents of a file name, wherever they lie: fills at most `max`, gives how many. */
size_t workspace_files_named(const struct workspace *ws, struct slice name,
                             const struct document **documents, size_t max);

/* Other paths: what the host knows of the world beside the documents. */
enum path_state { PATH_UNKNOWN, PATH_MISSING, PATH_FILE, PATH_FOLDER };
void workspace_set_path(struct workspace *ws, struct slice path, enum path_state state);
void workspace_forget_path(struct workspace *ws, struct slice path);
enum path_state workspace_path_state(const struct workspace *ws, struct slice path);
/* Calls visit with the paths beside the documents whose state is known, in no order, until it says false. */
void workspace_known_paths(const struct workspace *ws, void *context,
                           bool (*visit)(void *context, struct slice path, enum path_state state));
/* The paths references lead to whose state is unknown, for the host to look up and set: fills at
 * most `max`, gives how many. Call again until 0. */
size_t workspace_unknown_paths(struct workspace *ws, struct slice *paths, size_t max,
                               struct arena *arena);
/* The same for what one document refers to. */
size_t workspace_unknown_paths_of(const struct workspace *ws, const struct document *document,
                                  struct slice *paths, size_t max, struct arena *arena);

/* ---- names ----------------------------------------------------------------------------------- */

/* Something a name can mean. */
struct target {
    const struct document *document; /* NULL: the path exists but is no document, or nothing */
    uint32_t item, task, heading;    /* NO_INDEX where not meant */
    struct span span;                /* what to show: the title or the document's start */
};

enum resolution {
    RESOLVED,
    RESOLVED_PATH_ONLY,  /* the file is there and is no document: nothing more can be said */
    UNRESOLVED_FILE,     /* no such path */
    UNRESOLVED_FRAGMENT, /* the document is there, the anchor or section is not */
    UNRESOLVED_UNKNOWN, /* outside the root, a URL, site-absolute, glob, or not looked up yet: silent */
    AMBIGUOUS
};

/* Where a reference of `from` leads. *target is filled as far as it goes. */
enum resolution resolve_reference(const struct workspace *ws, const struct document *from,
                                  const struct reference *reference, struct target *target);
/* The file that a reference leads to where it is no document (RESOLVED_PATH_ONLY): its path, for a folder
 * the README.md or index.md in it; empty where there is none. */
struct slice workspace_reference_file(const struct workspace *ws, const struct document *from,
                                      const struct reference *reference, struct arena *arena);
/* The heading that a reference's fragment means in a document it leads to, as if that were this model;
 * NO_INDEX where none. */
uint32_t reference_heading(const struct model *model, const struct reference *reference);
/* What serves what: the item a task's strongest resolvable claim names. For a claim that resolves to
 * nothing *failed is its index in task->claims (else NO_INDEX). */
enum resolution resolve_task(const struct workspace *ws, const struct document *from, uint32_t task,
                             struct target *target, enum link_via *via, uint32_t *failed);
/* What one of a task's claims alone names: a task may name several items, and serves the first. */
enum resolution resolve_task_claim(const struct workspace *ws, const struct document *from,
                                   uint32_t task, uint32_t claim, struct target *target);
/* What a dependency of `from` (of item `item` or task `task`, the other NO_INDEX) names. Ids count in
 * their scope: document, then spec folder, then workspace. */
enum resolution resolve_dependency(const struct workspace *ws, const struct document *from,
                                   uint32_t item, uint32_t task,
                                   const struct dependency *dependency, struct target *target);
/* An item by title, id or anchor, in `from` first, then anywhere; "Initiative: X" and "X" are one. */
enum resolution resolve_item_name(const struct workspace *ws, const struct document *from,
                                  struct slice name, struct target *target);

/* The documents (other than this one) whose findings may differ once `path` has changed, appeared or
 * gone: those that refer to it, name its items and tasks, serve them, or name the same people. To be asked before the change
 * and after it, since either may name what the other does not. Sorted by path, each once. */
struct document_list {
    VEC_MEMBERS(const struct document *);
};
void workspace_dependents(const struct workspace *ws, struct slice path, struct arena *arena,
                          struct document_list *out);
/* The same where the document was there before and stays: without those who only name another file of
 * the same name, who are many where each folder has its plan.md. */
void workspace_edit_dependents(const struct workspace *ws, struct slice path, struct arena *arena,
                               struct document_list *out);

/* The path a relative reference means: joined to the folder of `from`, "." and ".." resolved; empty
 * where it leaves the root, is a URL, absolute or a glob. */
struct slice path_resolve(struct slice from, struct slice relative, struct arena *arena);
/* The way from one document to a path, as a link would write it. */
struct slice path_relative(struct slice from, struct slice to, struct arena *arena);

/* All tasks that serve an item, in document order. */
struct task_of_item {
    const struct document *document;
    uint32_t task;
    enum link_via via;
};
struct tasks_of_item {
    VEC_MEMBERS(struct task_of_item);
};
void workspace_tasks_of(const struct workspace *ws, const struct document *document, uint32_t item,
                        struct arena *arena, struct tasks_of_item *out);

/* The same for all items of a document in one pass, linear in its tasks and in those of the documents
 * that name something of it. The tasks of item i stand in all[first[i]] … all[first[i + 1] - 1].
 * In the arena. */
struct tasks_of_items {
    uint32_t *first; /* per item, and one behind the last */
    struct task_of_item *all;
};
struct tasks_of_items workspace_tasks_of_items(const struct workspace *ws,
                                               const struct document *document,
                                               struct arena *arena);

/* Another document of the same folder that is, as a whole, a task with the id of this one; NULL where
 * there is none. Of several the first by path. */
const struct document *workspace_task_twin(const struct workspace *ws,
                                           const struct document *document, uint32_t task);

/* Where somebody is named: as the owner of an item, or declared by a team's table or list. */
struct person_place {
    const struct document *document;
    uint32_t item; /* NO_INDEX: declared */
    const struct person *person;
};
struct person_places {
    VEC_MEMBERS(struct person_place);
};
/* All places of the person (or role) with this key, each item once: by path, declarations first, then
 * items in their order. Looks at no document that does not name the person. */
void workspace_person(const struct workspace *ws, struct slice key, struct arena *arena,
                      struct person_places *out);
struct person_keys {
    VEC_MEMBERS(struct slice);
};
/* The keys of all whom a document names, roles included: sorted, each once. */
void document_people(const struct document *document, struct arena *arena, struct person_keys *out);
/* Do so many documents name this person that nothing is to be added up over them at every keystroke? */
bool workspace_is_everywhere(const struct workspace *ws, struct slice key);
/* The documents that name any of these: sorted by path, each once. */
void workspace_naming(const struct workspace *ws, const struct person_keys *keys,
                      struct arena *arena, struct document_list *out);
/* The documents that name the person with this key in any way, as a task's owner too: sorted by path, each
 * once. */
void workspace_mentioning(const struct workspace *ws, struct slice key, struct arena *arena,
                          struct document_list *out);
/* How all documents together name somebody, without a look at any of them. */
struct person_summary {
    uint32_t items; /* that they own */
    bool declared;  /* by a team's table or list */
    bool stated;    /* some item says how much of their time it takes */
};
struct person_summary workspace_person_summary(const struct workspace *ws, struct slice key);
/* The keys of people that are one slip of the finger from `key` (a character missing, extra, changed, or two
 * swapped) and who are declared or own at least `least` items. Sorted, each once; roles left out, and
 * those who are everywhere. `from` asks, and keeps the answer for its next state where it is being
 * edited; good until it changes. */
void workspace_people_like(const struct workspace *ws, const struct document *from,
                           struct slice key, uint32_t least, struct arena *arena,
                           struct person_keys *out);

/* Items ranked by how well they match a task's words, best first: at most `max`. Score 0…1. */
struct match {
    const struct document *document;
    uint32_t item;
    double score;
};
size_t workspace_match_items(const struct workspace *ws, const struct document *from, uint32_t task,
                             struct match *matches, size_t max);

/* Is it something a task could serve, and not itself a piece of work, a step or a day? */
bool item_is_servable(const struct document *document, const struct item *item);
/* Is there any plan (an item that tasks could serve) at all, and how many such items are there? */
bool workspace_has_plan(const struct workspace *ws);
size_t workspace_servable_items(const struct workspace *ws);
/* How many documents are one task each, and how many of these name what they serve. */
size_t workspace_task_documents(const struct workspace *ws, uint32_t *linked);
/* Keys for a document's items and tasks that stay the same while others change: path and id, or
 * title key, with an ordinal for repeats ("plan.md::new pier~2"). Parallel to the model's; in the
 * arena. */
struct document_keys {
    struct slice *items, *tasks;
};
void workspace_keys(const struct document *document, struct arena *arena,
                    struct document_keys *keys);

#endif
