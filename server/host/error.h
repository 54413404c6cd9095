/* error.h: what can go wrong between planls and the machine, as codes with a line for people.
 *
 * Only the environment has errors: no bytes in a file are one.
 */
#ifndef PLANLS_HOST_ERROR_H
#define PLANLS_HOST_ERROR_H

/* X(code, name, what a person reads after "PATH: ") */
#define HOST_ERRORS(X)                                                                             \
    X(HOST_OK, "ok", "no error")                                                                   \
    X(HOST_NOT_FOUND, "not-found", "no such file or folder")                                       \
    X(HOST_DENIED, "denied", "permission denied")                                                  \
    X(HOST_IS_FOLDER, "is-folder", "is a folder, not a file")                                      \
    X(HOST_NOT_REGULAR, "not-regular", "is neither a file nor a folder")                           \
    X(HOST_TOO_LONG, "too-long", "is longer than 1 GiB, which is the limit")                       \
    X(HOST_LOOP, "loop", "its links lead in a circle")                                             \
    X(HOST_NO_SPACE, "no-space", "no space left on the disk")                                      \
    X(HOST_READ_ONLY, "read-only", "the file system is read-only")                                 \
    X(HOST_CLOSED_PIPE, "closed-pipe", "the reader has closed the pipe")                           \
    X(HOST_TOO_MANY, "too-many", "too many open files")                                            \
    X(HOST_FAILED, "failed", "the system reports an input/output error")

enum host_error {
#define HOST_ERROR_CODE(code, name, text) code,
    HOST_ERRORS(HOST_ERROR_CODE)
#undef HOST_ERROR_CODE
};

/* "not-found": for logs and tests. */
const char *host_error_name(enum host_error error);
/* "no such file or folder": for messages, behind the path it is about. */
const char *host_error_text(enum host_error error);
/* From libuv's negative status; 0 and above are HOST_OK. */
enum host_error host_error_from_uv(int status);

#endif
