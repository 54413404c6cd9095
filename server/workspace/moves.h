/* moves.h: what references have to say once files and folders have moved.
 *
 * The workspace is the one before the moves. The world after them is not built: what exists there is
 * asked of the world before through the moves turned round.
 */
#ifndef PLANLS_WORKSPACE_MOVES_H
#define PLANLS_WORKSPACE_MOVES_H

#include "workspace/workspace.h"

/* A file or folder that goes elsewhere; a folder takes all below it along. */
struct path_move {
    struct slice from, to;
};

/* With a `root` the paths of the moves are absolute, but for their first '/', as it is itself: files may come
 * into the workspace, leave it, or lie outside all the while. Without one they are relative to it. */
struct path_moves {
    VEC_MEMBERS(struct path_move);
    struct slice root;
    /* Does a path exist that is not below the root? */
    bool (*exists)(const void *context, struct slice path, struct arena *arena);
    const void *context;
};

/* The documents whose references or drawings may have to say something else, of those that move, refer to what
 * moves, or mean a file by a name or path that something else has afterwards. Sorted by path, each once. */
void moves_documents(const struct workspace *ws, const struct path_moves *moves,
                     struct arena *arena, struct document_list *out);

/* Does the reference lead elsewhere, or nowhere, once the files have moved and its path is as it was?
 * Then *path is what its path has to be (decoded, in its form: "./" kept, ".md" left out where it was,
 * a bare file name where that suffices). False too where it leads nowhere now. */
bool moves_reference(const struct workspace *ws, const struct path_moves *moves,
                     const struct document *from, const struct reference *reference,
                     struct arena *arena, struct slice *path);

#endif
