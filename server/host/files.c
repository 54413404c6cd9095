/* files.c: a file's bytes, in and out. */
#include "host/files.h"

#include "host/paths.h"
#include "text/span.h"

#include <stdint.h>
#include <uv.h>

#define CHUNK 65536

/* One synchronous libuv request: its result, with the request cleaned up. */
static int done(uv_fs_t *request)
{
    int result = (int)request->result;
    uv_fs_req_cleanup(request);
    return result;
}

/* Reads from an open file to its end. */
static enum host_error read_open(uv_file file, struct strbuf *out)
{
    char chunk[CHUNK];
    size_t total = 0;
    for (;;) {
        uv_fs_t request;
        uv_buf_t buffer = uv_buf_init(chunk, sizeof chunk);
        uv_fs_read(NULL, &request, file, &buffer, 1, -1, NULL);
        int got = done(&request);
        if (got == 0)
            return HOST_OK;
        if (got < 0)
            return host_error_from_uv(got);
        total += (size_t)got;
        if (total > TEXT_MAX_BYTES)
            return HOST_TOO_LONG;
        strbuf_append(out, (struct slice){chunk, (size_t)got});
    }
}

enum host_error file_read(const char *path, struct strbuf *out)
{
    enum host_error error;
    switch (paths_kind(path, &error)) {
    case PATH_KIND_NONE:
        return error;
    case PATH_KIND_FOLDER:
        return HOST_IS_FOLDER;
    case PATH_KIND_OTHER:
        return HOST_NOT_REGULAR;
    case PATH_KIND_FILE:
        break;
    }
    uv_fs_t request;
    /* Should a pipe take its place now, nobody waits for who writes to it. */
    uv_fs_open(NULL, &request, path, UV_FS_O_RDONLY | UV_FS_O_NONBLOCK, 0, NULL);
    int file = done(&request);
    if (file < 0)
        return host_error_from_uv(file);
    size_t before = out->len;
    error = read_open(file, out);
    uv_fs_close(NULL, &request, file, NULL);
    done(&request);
    if (error)
        out->len = before;
    return error;
}

enum host_error file_read_stdin(struct strbuf *out)
{
    size_t before = out->len;
    enum host_error error = read_open(0, out);
    if (error)
        out->len = before;
    return error;
}

static int write_all(uv_file file, struct slice bytes)
{
    while (bytes.len) {
        uv_fs_t request;
        /* One call takes an unsigned int on some systems. */
        unsigned length = bytes.len > CHUNK * 16 ? CHUNK * 16 : (unsigned)bytes.len;
        uv_buf_t buffer = uv_buf_init((char *)(uintptr_t)bytes.ptr, length);
        uv_fs_write(NULL, &request, file, &buffer, 1, -1, NULL);
        int written = done(&request);
        if (written < 0)
            return written;
        if (written == 0)
            return UV_EIO;
        bytes = slice_from(bytes, (size_t)written);
    }
    return 0;
}

/* Fills an open new file and gives it the old one's mode and owner. Closes it in any case. */
static int fill(uv_file file, struct slice bytes, const uv_stat_t *old)
{
    uv_fs_t request;
    int status = write_all(file, bytes);
    if (status == 0 && old) {
        /* Only root can give a file away; that another cannot is no reason to refuse to write. */
        uv_fs_fchown(NULL, &request, file, (uv_uid_t)old->st_uid, (uv_gid_t)old->st_gid, NULL);
        done(&request);
        uv_fs_fchmod(NULL, &request, file, (int)(old->st_mode & 07777), NULL);
        status = done(&request);
    }
    if (status == 0) {
        uv_fs_fsync(NULL, &request, file, NULL);
        status = done(&request);
    }
    uv_fs_close(NULL, &request, file, NULL);
    int closed = done(&request);
    return status ? status : closed;
}

/* So that the new name survives a crash too. Not every file system can: then it stays a hope. */
static void sync_folder(struct arena *arena, const char *path)
{
    uv_fs_t request;
    uv_fs_open(NULL, &request, paths_parent(arena, path), UV_FS_O_RDONLY, 0, NULL);
    int folder = done(&request);
    if (folder < 0)
        return;
    uv_fs_fsync(NULL, &request, folder, NULL);
    done(&request);
    uv_fs_close(NULL, &request, folder, NULL);
    done(&request);
}

static int replace(struct arena *arena, const char *target, struct slice bytes)
{
    uv_fs_t request;
    uv_stat_t old;
    uv_fs_stat(NULL, &request, target, NULL);
    old = request.statbuf;
    bool existed = done(&request) == 0;
    if (existed && (old.st_mode & S_IFMT) == S_IFDIR)
        return UV_EISDIR;

    int mode = existed ? (int)(old.st_mode & 0777) : 0666;
    const char *temporary = arena_printf(
        arena, "%s/.%.60s.%d-%llx.tmp", paths_parent(arena, target),
        paths_name(slice_of(target)).ptr, uv_os_getpid(), (unsigned long long)uv_hrtime());
    uv_fs_open(NULL, &request, temporary, UV_FS_O_WRONLY | UV_FS_O_CREAT | UV_FS_O_EXCL, mode,
               NULL);
    int file = done(&request);
    if (file < 0)
        return file;
    int status = fill(file, bytes, existed ? &old : NULL);
    if (status == 0) {
        uv_fs_rename(NULL, &request, temporary, target, NULL);
        status = done(&request);
    }
    if (status) {
        uv_fs_unlink(NULL, &request, temporary, NULL);
        done(&request);
        return status;
    }
    sync_folder(arena, target);
    return 0;
}

/* A device or pipe must not be replaced by a file, and has no old bytes to keep. */
static int write_through(const char *path, struct slice bytes)
{
    uv_fs_t request;
    uv_fs_open(NULL, &request, path, UV_FS_O_WRONLY, 0, NULL);
    int file = done(&request);
    if (file < 0)
        return file;
    int status = write_all(file, bytes);
    uv_fs_close(NULL, &request, file, NULL);
    done(&request);
    return status;
}

enum host_error file_write(const char *path, struct slice bytes)
{
    if (paths_kind(path, NULL) == PATH_KIND_OTHER)
        return host_error_from_uv(write_through(path, bytes));
    struct arena arena;
    arena_init(&arena);
    const char *target = paths_real(&arena, paths_absolute(&arena, paths_cwd(&arena), path));
    enum host_error error = host_error_from_uv(replace(&arena, target, bytes));
    arena_release(&arena);
    return error;
}
