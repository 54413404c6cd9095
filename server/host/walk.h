/* walk.h: which files belong to a workspace.
 *
 * A document is a Markdown file (`*.md`, `*.markdown`, or what `files` in the settings says) that
 * git does not ignore and `exclude` does not leave out. Everything else that git does not ignore is
 * known as an existing path. `.git` and `node_modules` are left out at any depth; other dotted
 * folders (`.kiro`, `.github`) are not. Links are not descended (their targets are met under their
 * own names, or lie outside the workspace), so no loop of links is entered. What lies under a
 * folder with a `.planls.json` of its own belongs to another workspace: here it is an existing path
 * only.
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

struct walk {
    VEC(struct walk_path) paths; /* every folder's entries sorted by name (bytewise) */
    VEC(struct walk_problem) problems;
    VEC(struct slice) nested; /* folders that are workspaces of their own */
    size_t documents;         /* how many of the paths are documents */
};

/* Walks a resolved root. Everything in `out` lives in the arena. Folders that vanish are no
 * problem. */
void walk_root(const char *root, const struct settings *settings, struct arena *arena,
               struct walk *out);

/* What walk_root would have said of one path (relative to root) that has appeared or changed; reads
 * the ignore files above it. */
enum walk_verdict { WALK_LEFT_OUT, WALK_EXISTS, WALK_DOCUMENT };
enum walk_verdict walk_judge(const char *root, const struct settings *settings, struct slice path,
                             bool folder);

/* Does the settings' `files` (or without it, Markdown's extensions) take the path as a document,
 * and does `exclude` not leave it out? By name alone. */
bool walk_is_document(const struct settings *settings, struct slice path);

#endif
