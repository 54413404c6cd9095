/* workspace.h: putting documents into planls and taking them out.
 *
 * A workspace does no I/O, reads no clock and starts no thread: text, the set of existing paths, the
 * settings and today's date go in; the other headers say what comes out. One thread at a time.
 * Paths are relative to the workspace's root, with '/'. All functions copy what they are given.
 */
#ifndef PLANLS_WORKSPACE_H
#define PLANLS_WORKSPACE_H

#include <planls/types.h>

struct planls_workspace *planls_workspace_new(void);
void planls_workspace_free(struct planls_workspace *workspace); /* NULL is fine */

/* Adds or replaces a document. False where it is longer than 1 GiB. */
bool planls_workspace_put(struct planls_workspace *workspace, const char *path, const char *bytes,
                          size_t len);
/* Replaces `range` of a document by new_bytes. False where there is no such document or range. */
bool planls_workspace_edit(struct planls_workspace *workspace, const char *path,
                           struct planls_range range, const char *new_bytes, size_t new_len);
void planls_workspace_remove(struct planls_workspace *workspace, const char *path);

/* Says that a file or folder which is no document exists (or no longer does). */
void planls_workspace_path_exists(struct planls_workspace *workspace, const char *path, bool folder,
                                  bool exists);
/* Today, for what depends on the date; without it such rules are silent. */
void planls_workspace_set_today(struct planls_workspace *workspace, int year, int month, int day);

/* What the documents were at an earlier revision, for the rules that compare (a merge gate's): a
 * workspace of its own, borrowed for as long as it is set; NULL for none. A document stands in it
 * under the path it has now: whoever follows a moved file puts its old text at the new path. */
void planls_workspace_set_base(struct planls_workspace *workspace,
                               const struct planls_workspace *base);

/* Memory for answers. Everything an answer points to lives until its results are freed. */
struct planls_results *planls_results_new(void);
void planls_results_free(struct planls_results *results);

/* The version of the library, "0.1.0". */
const char *planls_version(void);

#endif
