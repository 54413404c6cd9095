/* paths.c: absolute paths of the machine, and which folder is the workspace of a path. */
#include "host/paths.h"

#include "base/strbuf.h"

#include <string.h>
#include <uv.h>

/* Longer than any path a system opens; a path past it is cut and then not found. */
#define PATH_LIMIT 65536

/* Calls one of libuv's "fill this buffer" functions and gives what it says, or `fallback`. */
static const char *from_system(struct arena *arena, int (*ask)(char *, size_t *),
                               const char *fallback)
{
    char small[1024];
    size_t size = sizeof small;
    int status = ask(small, &size);
    if (status == 0)
        return arena_cstring(arena, (struct slice){small, size});
    if (status != UV_ENOBUFS)
        return fallback;
    char *big = arena_alloc(arena, size + 1);
    return ask(big, &size) == 0 ? big : fallback;
}

const char *paths_cwd(struct arena *arena)
{
    const char *cwd = from_system(arena, uv_cwd, "/");
    return paths_real(arena, cwd);
}

bool paths_cwd_exists(void)
{
    char none[1];
    size_t size = sizeof none;
    return uv_cwd(none, &size) != UV_ENOENT;
}

/* Appends the parts of `path` to an absolute path in `out`, taking out "." and "..". */
static void append_parts(struct strbuf *out, struct slice path)
{
    struct slice_split split = {path, false};
    struct slice part;
    while (slice_split_next(&split, '/', &part)) {
        if (part.len == 0 || slice_is(part, "."))
            continue;
        if (slice_is(part, "..")) {
            size_t last = slice_find_last_byte(strbuf_slice(out), '/');
            out->len = last == SLICE_NONE ? 0 : last;
            continue;
        }
        strbuf_putc(out, '/');
        strbuf_append(out, part);
    }
}

static const char *finish(struct arena *arena, struct strbuf *out)
{
    const char *path = out->len ? arena_cstring(arena, strbuf_slice(out)) : "/";
    strbuf_release(out);
    return path;
}

const char *paths_absolute(struct arena *arena, const char *base, const char *path)
{
    struct strbuf out;
    strbuf_init(&out, PATH_LIMIT);
    if (path[0] != '/')
        append_parts(&out, slice_of(base));
    append_parts(&out, slice_of(path));
    return finish(arena, &out);
}

/* The path with links resolved, or NULL. */
static const char *resolve(struct arena *arena, const char *path)
{
    uv_fs_t request;
    const char *result = NULL;
    if (uv_fs_realpath(NULL, &request, path, NULL) == 0)
        result = arena_cstring(arena, slice_of(request.ptr));
    uv_fs_req_cleanup(&request);
    return result;
}

const char *paths_real(struct arena *arena, const char *path)
{
    const char *existing = path;
    const char *real = resolve(arena, existing);
    while (!real && strcmp(existing, "/") != 0) {
        existing = paths_parent(arena, existing);
        real = resolve(arena, existing);
    }
    struct slice rest;
    if (!real || !paths_inside(existing, path, &rest) || rest.len == 0)
        return real ? real : path;
    return paths_join(arena, real, rest);
}

const char *paths_join(struct arena *arena, const char *folder, struct slice relative)
{
    size_t length = strlen(folder);
    const char *between = length && folder[length - 1] == '/' ? "" : "/";
    return relative.len ? arena_printf(arena, "%s%s%.*s", folder, between, SLICE_ARG(relative))
                        : arena_cstring(arena, slice_of(folder));
}

const char *paths_parent(struct arena *arena, const char *path)
{
    struct slice s = slice_of(path);
    size_t last = slice_find_last_byte(s, '/');
    if (last == SLICE_NONE || last == 0)
        return "/";
    return arena_cstring(arena, slice_sub(s, 0, last));
}

struct slice paths_name(struct slice path)
{
    size_t last = slice_find_last_byte(path, '/');
    return last == SLICE_NONE ? path : slice_from(path, last + 1);
}

bool paths_inside(const char *folder, const char *path, struct slice *relative)
{
    size_t length = strlen(folder);
    if (length && folder[length - 1] == '/')
        length--; /* only "/" ends so: everything lies in it */
    if (strncmp(folder, path, length) != 0 || (path[length] != '/' && path[length] != '\0'))
        return false;
    *relative = slice_of(path + length + (path[length] == '/'));
    return true;
}

const char *paths_from(struct arena *arena, const char *folder, const char *path)
{
    struct slice relative;
    if (paths_inside(folder, path, &relative))
        return relative.len ? arena_cstring(arena, relative) : ".";
    struct strbuf out;
    strbuf_init(&out, PATH_LIMIT);
    const char *above = folder;
    while (!paths_inside(above, path, &relative)) {
        strbuf_puts(&out, "../");
        above = paths_parent(arena, above);
    }
    /* Through the root of the machine the absolute path is the shorter thing to read. */
    if (strcmp(above, "/") == 0) {
        strbuf_clear(&out);
        strbuf_putc(&out, '/');
    }
    strbuf_append(&out, relative);
    return finish(arena, &out);
}

enum path_kind paths_kind(const char *path, enum host_error *error)
{
    uv_fs_t request;
    int status = uv_fs_stat(NULL, &request, path, NULL);
    uint64_t mode = request.statbuf.st_mode;
    uv_fs_req_cleanup(&request);
    if (error)
        *error = host_error_from_uv(status);
    if (status < 0)
        return PATH_KIND_NONE;
    switch (mode & S_IFMT) {
    case S_IFREG:
        return PATH_KIND_FILE;
    case S_IFDIR:
        return PATH_KIND_FOLDER;
    default:
        return PATH_KIND_OTHER;
    }
}

/* The nearest folder upwards from `path` that holds an entry called `name`, or NULL. */
static const char *nearest_with(struct arena *arena, const char *path, const char *name)
{
    const char *folder = path;
    for (;;) {
        const char *candidate = paths_join(arena, folder, slice_of(name));
        if (paths_kind(candidate, NULL) != PATH_KIND_NONE)
            return folder;
        if (strcmp(folder, "/") == 0)
            return NULL;
        folder = paths_parent(arena, folder);
    }
}

const char *paths_git_root(struct arena *arena, const char *path)
{
    return nearest_with(arena, path, ".git");
}

const char *paths_workspace_root(struct arena *arena, const char *path, const char *cwd)
{
    const char *root = nearest_with(arena, path, CONFIG_FILE_NAME);
    if (!root)
        root = paths_git_root(arena, path);
    if (root)
        return root;
    const char *home = paths_real(arena, from_system(arena, uv_os_homedir, "/"));
    struct slice relative;
    if (paths_inside(cwd, path, &relative) && strcmp(cwd, "/") != 0 && strcmp(cwd, home) != 0)
        return cwd;
    return paths_kind(path, NULL) == PATH_KIND_FOLDER ? path : paths_parent(arena, path);
}
