/* load.h: a folder on disk into a workspace.
 *
 * Files are read on libuv's thread pool, on a loop of this module's own, so any thread may load
 * (one at a time per workspace). Documents are put in order of their paths whatever order they are
 * read in.
 */
#ifndef PLANLS_HOST_LOAD_H
#define PLANLS_HOST_LOAD_H

#include "host/walk.h"
#include "workspace/workspace.h"

#include <stdbool.h>

struct load_options {
    /* Documents that are named: put whatever their extension, even where git ignores them. Relative
     * to the root. */
    const struct slice *named;
    size_t named_count;
    /* Folders that are named: walked even where git ignores them. Relative to the root. */
    const struct slice *folders;
    size_t folder_count;
    /* Should this document's text stay loaded? NULL: none stays. */
    bool (*keep)(void *context, struct slice path);
    /* Called now and then with how far it is; false stops. NULL: never. */
    bool (*progress)(void *context, size_t done, size_t total);
    void *context;
};

struct load_result {
    struct walk walk; /* what was found */
    VEC(struct walk_problem)
    problems;                /* folders and files that could not be read; vanished files are none */
    size_t documents, bytes; /* how much was put */
    bool stopped;            /* progress said so */
};

/* How many threads read: before anything else uses libuv's pool. 0: as many as the machine has,
 * unless UV_THREADPOOL_SIZE says otherwise; fewer where the system gives no more. False: it gives none. */
bool load_use_threads(unsigned count);

/* Walks `root` (resolved), puts every document, says which other paths exist and looks up the paths
 * that references lead to. What is in the result lives in the arena. */
void load_root(const char *root, struct workspace *workspace, const struct load_options *options,
               struct arena *arena, struct load_result *result);

/* Looks up the paths references lead to until none is unknown: after documents were put or edited.
 * Only asks whether they exist; reads nothing. */
void load_unknown_paths(const char *root, struct workspace *workspace);

#endif
