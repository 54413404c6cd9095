/* paths.h: absolute paths of the machine, and which folder is the workspace of a path.
 *
 * Strings are NUL-terminated, absolute, separated by '/', and live in the arena given. Paths inside
 * a workspace ("docs/plan.md") are slices relative to its root.
 */
#ifndef PLANLS_HOST_PATHS_H
#define PLANLS_HOST_PATHS_H

#include "base/arena.h"
#include "host/error.h"

#include <stdbool.h>

#define CONFIG_FILE_NAME ".planls.json"

enum path_kind { PATH_KIND_NONE, PATH_KIND_FILE, PATH_KIND_FOLDER, PATH_KIND_OTHER };

/* The working folder with its links resolved; "/" where it is not there any more. */
const char *paths_cwd(struct arena *arena);
bool paths_cwd_exists(void);
/* `path` made absolute from `base` ("." and ".." taken out by name, links left alone). */
const char *paths_absolute(struct arena *arena, const char *base, const char *path);
/* With every link resolved: what a document is called. Where the end of the path does not exist, as
 * far as it does. `path` must be absolute. */
const char *paths_real(struct arena *arena, const char *path);
const char *paths_join(struct arena *arena, const char *folder, struct slice relative);
/* The folder that holds it: "/a" of "/a/b", "/" of "/a" and of "/". */
const char *paths_parent(struct arena *arena, const char *path);
struct slice paths_name(struct slice path); /* "b" of "/a/b" and of "b" */

/* Does `path` lie in `folder` (or is it)? *relative is then the rest ("" for the folder itself) and
 * points into `path`. By name: both must have been resolved. */
bool paths_inside(const char *folder, const char *path, struct slice *relative);
/* The way from `folder` to `path` as a person would type it: "plan.md", "../b/plan.md". */
const char *paths_from(struct arena *arena, const char *folder, const char *path);

/* Follows links. *error (or NULL) says why it is PATH_KIND_NONE. */
enum path_kind paths_kind(const char *path, enum host_error *error);

/* The workspace's root for a resolved file or folder: the nearest folder upwards that holds
 * `.planls.json`, else the nearest that holds `.git`, else `cwd` where it holds the path and is
 * neither "/" nor the home folder, else the path itself (a file's folder). */
const char *paths_workspace_root(struct arena *arena, const char *path, const char *cwd);
/* The nearest folder upwards from `path` that holds `.git`, or NULL. */
const char *paths_git_root(struct arena *arena, const char *path);

#endif
