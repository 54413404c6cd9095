/* files.h: a file's bytes, in and out. */
#ifndef PLANLS_HOST_FILES_H
#define PLANLS_HOST_FILES_H

#include "base/slice.h"
#include "base/strbuf.h"
#include "host/error.h"

/* Appends the file's bytes to `out`, which is unchanged on an error. Only regular files (links are
 * followed) of at most TEXT_MAX_BYTES are read: a pipe or device would never end. A file that grows
 * or shrinks meanwhile gives what was there to read. May be called on any thread. */
enum host_error file_read(const char *path, struct strbuf *out);

/* Appends all of standard input, at most TEXT_MAX_BYTES. */
enum host_error file_read_stdin(struct strbuf *out);

/* Replaces or makes a file so that at every moment, also after a crash, either the old or the new
 * bytes are there: a temporary file beside it, fsync, rename. The mode (and, as far as allowed, the
 * owner) of the old file is kept; a link stays and the file it leads to is replaced. On an error
 * the old file is untouched and nothing is left behind. A device or pipe is written to as it is. */
enum host_error file_write(const char *path, struct slice bytes);

#endif
