/* error.c: the machine's error codes in words. */
#include "host/error.h"

#include <uv.h>

const char *host_error_name(enum host_error error)
{
    switch (error) {
#define HOST_ERROR_NAME(code, name, text)                                                          \
    case code:                                                                                     \
        return name;
        HOST_ERRORS(HOST_ERROR_NAME)
#undef HOST_ERROR_NAME
    }
    return "failed";
}

const char *host_error_text(enum host_error error)
{
    switch (error) {
#define HOST_ERROR_TEXT(code, name, text)                                                          \
    case code:                                                                                     \
        return text;
        HOST_ERRORS(HOST_ERROR_TEXT)
#undef HOST_ERROR_TEXT
    }
    return "failed";
}

enum host_error host_error_from_uv(int status)
{
    if (status >= 0)
        return HOST_OK;
    switch (status) {
    case UV_ENOENT:
    case UV_ENOTDIR:
        return HOST_NOT_FOUND;
    case UV_EACCES:
    case UV_EPERM:
        return HOST_DENIED;
    case UV_EISDIR:
        return HOST_IS_FOLDER;
    case UV_ELOOP:
        return HOST_LOOP;
    case UV_ENOSPC:
    case UV_EFBIG: /* a limit on how long files may get */
        return HOST_NO_SPACE;
    case UV_EROFS:
        return HOST_READ_ONLY;
    case UV_EPIPE:
        return HOST_CLOSED_PIPE;
    case UV_EMFILE:
    case UV_ENFILE:
        return HOST_TOO_MANY;
    default:
        return HOST_FAILED;
    }
}
