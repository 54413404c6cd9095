/* walk.h: which files belong to a workspace.
 *
 * A document is a Markdown file (`*.md`, `*.markdown`, or what `files` in the settings says) that
 * git does not ignore and `exclude` does not leave out. Everything else that git does not ignore is
 * known as an existing path. `.git` and `node_modules` are left out at any depth; other dotted
 * folders (`.kiro`, `.github`) are not. Links are not descended (their targets are met under their
 * own names, or lie outside the workspace), so no loop of links is entered. What lies under a
 * folder with a `.planls.json` of its own belongs to another workspace: here it is an existing path
 * only.
 *
 * What the user names is walked: that a rule of git's matches a named folder, or a folder on the way
 * to it, does not count, nor do the names that are never entered; what the rules above it say of the
 * paths below still counts. The root is always named.
 */
#ifndef PLANLS_HOST_WALK_H
#define PLANLS_HOST_WALK_H

#include "base/vec.h"
#include "host/error.h"
#include "model/settings.h"

#include <stdbool.h>

struct walk_path {
    struct slice path; /* relative to the root, '/' */
    bool folder;
    bool document;
};

struct walk_problem {
    struct slice path; /* the folder that could not be read */
    enum host_error error;
};

struct walk_request {
    const char *root; /* resolved */
    const struct settings *settings;
    const struct slice *named; /* folders in it that the user named, relative to it */
    size_t named_count;
    bool named_only; /* too much lies below the root: nothing but the named is entered */
};

struct walk {
    VEC(struct walk_path) paths; /* every folder's entries sorted by name (bytewise) */
    VEC(struct walk_problem) problems;
    VEC(struct slice) nested;   /* folders that are workspaces of their own */
    VEC(struct slice) left_out; /* folders and would-be documents, by git's rules or `exclude` */
    size_t documents;           /* how many of the paths are documents */
};

/* Everything in `out` lives in the arena. Folders that vanish are no problem. */
void walk_root(const struct walk_request *request, struct arena *arena, struct walk *out);

/* Does the settings' `files` (or without it, Markdown's extensions) take the path as a document,
 * and does `exclude` not leave it out? By name alone. */
bool walk_is_document(const struct settings *settings, struct slice path);

#endif
