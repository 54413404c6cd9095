/* git.h: an earlier revision of a folder, read through the `git` program.
 *
 * Only the command line does this: the server runs no program. No shell is involved, arguments
 * are a vector, what a user wrote is never taken for an option, and nothing is asked of a
 * terminal or written to the repository.
 */
#ifndef PLANLS_HOST_GIT_H
#define PLANLS_HOST_GIT_H

#include "base/arena.h"
#include "base/strbuf.h"
#include "base/vec.h"

#include <stdbool.h>

struct git_file {
    struct slice path; /* relative to the folder, '/' */
    struct slice id;   /* of its bytes: a hexadecimal object name */
};

/* A file that stands elsewhere now; both paths relative to the folder. */
struct git_move {
    struct slice from, to;
};

struct git_revision {
    const char *folder;         /* as given: absolute */
    const char *commit;         /* hexadecimal */
    VEC(struct git_file) files; /* regular files at the revision below the folder, by path */
    VEC(struct git_move)
    moves; /* renamed between the revision and the working tree, as git finds
                                   them (files it tracks or has in its index), by `to` */
};

/* Finds what `name` means in the repository around `folder`: any name of a commit; with "..." at
 * its end, where HEAD left it (the merge base of both). On failure false, and *why is one line
 * for people, in the arena: no git, no repository, no such revision (in a shallow clone with the
 * way to get it). */
bool git_open(struct git_revision *revision, const char *folder, const char *name,
              struct arena *arena, const char **why);

/* Reads the bytes of files, in one process, and gives each to `take` in the order asked. */
bool git_read(const struct git_revision *revision, const struct git_file *files, size_t count,
              void (*take)(void *context, size_t index, struct slice bytes), void *context,
              struct arena *arena, const char **why);

#endif
