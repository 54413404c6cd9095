/* rename.h: calling something else, everywhere: an item, a section, a task's id, a person, a file. */
#ifndef PLANLS_RENAME_H
#define PLANLS_RENAME_H

#include <planls/diagnostic.h>

/* What would be renamed at `offset`: *range is the text asked about, *name what it is called now.
 * False where nothing there has a name of its own. */
bool planls_prepare_rename(struct planls_workspace *workspace, const char *path, uint32_t offset,
                           struct planls_results *results, struct planls_range *range,
                           const char **name);

/* The documents whose text a rename here reads and may change: those that are closed must be put
 * before planls_rename. Sorted, each once. */
void planls_rename_documents(struct planls_workspace *workspace, const char *path, uint32_t offset,
                             struct planls_results *results, const char *const **paths,
                             size_t *count);

/* The edits after which everything that meant the old name means the new one: headings, anchors in
 * links (also of other headings, where GitHub's numbering of equal anchors shifts), wiki links, link
 * texts that are the title, field and front-matter values, dependencies. False, and a message for
 * the user in *refusal, where the name cannot be used: it is taken, or would be read as something else. */
bool planls_rename(struct planls_workspace *workspace, const char *path, uint32_t offset,
                   const char *new_name, struct planls_results *results, struct planls_fix *out,
                   const char **refusal);

/* A file or folder that goes elsewhere; both relative to the root, '/'; absolute where `outside` is given. */
struct planls_move {
    const char *from, *to;
};

/* The world around a workspace, for files that come into it, leave it or are referred to out of it. */
struct planls_outside {
    const char *root; /* the workspace's, absolute */
    /* Is there a file or folder at this absolute path? Asked of paths that are not below the root. */
    bool (*exists)(void *context, const char *path);
    void *context;
};

/* The documents whose text planls_move_files reads and may change. `outside` may be NULL: all stays within. */
void planls_move_documents(struct planls_workspace *workspace, const struct planls_move *moves,
                           size_t move_count, const struct planls_outside *outside,
                           struct planls_results *results, const char *const **paths,
                           size_t *count);

/* The edits after which every reference leads where it did, once the files have moved: of references
 * to what moves and of those in it. To be applied before the move: paths are the old ones. */
void planls_move_files(struct planls_workspace *workspace, const struct planls_move *moves,
                       size_t move_count, const struct planls_outside *outside,
                       struct planls_results *results, struct planls_fix *out);

#endif
