/* paths.c: joining and relating workspace paths, as plain text. */
#include "base/strbuf.h"
#include "workspace/workspace.h"

#include <string.h>

static struct slice folder_of(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? slice_sub(path, 0, 0) : slice_sub(path, 0, slash);
}

/* "https:", "mailto:", "C:": letters, digits, + - . and a colon before any slash. */
static bool has_scheme(struct slice path)
{
    for (size_t i = 0; i < path.len; i++) {
        char c = path.ptr[i];
        if (c == ':')
            return i > 0;
        if (!ascii_is_alnum(c) && c != '+' && c != '-' && c != '.')
            return false;
    }
    return false;
}

/* A NUL too: no file's name holds one. */
static bool ends_path(char c)
{
    switch (c) {
    case '\0':
    case '*':
    case '?':
    case '<':
    case '>':
    case '{':
    case '}':
    case '|':
    case '"':
    case '\n':
        return true;
    default:
        return false;
    }
}

static bool is_plain_relative(struct slice path)
{
    if (path.len == 0 || path.ptr[0] == '/' || path.ptr[0] == '\\' || path.ptr[0] == '~')
        return false;
    if (has_scheme(path))
        return false;
    for (size_t i = 0; i < path.len; i++)
        if (ends_path(path.ptr[i]))
            return false;
    return true;
}

/* A path being put together, in room for all that is appended. */
struct joined {
    char *ptr;
    size_t len;
};

/* Appends the parts of `path`, taking "." and ".." out. False where ".." leaves the root. */
static bool append_parts(struct joined *out, struct slice path)
{
    struct slice_split parts = {path, false};
    struct slice part;
    while (slice_split_next(&parts, '/', &part)) {
        if (part.len == 0 || slice_is(part, "."))
            continue;
        if (slice_is(part, "..")) {
            if (out->len == 0)
                return false;
            size_t slash = slice_find_last_byte((struct slice){out->ptr, out->len}, '/');
            out->len = slash == SLICE_NONE ? 0 : slash;
            continue;
        }
        if (out->len)
            out->ptr[out->len++] = '/';
        memcpy(out->ptr + out->len, part.ptr, part.len);
        out->len += part.len;
    }
    return true;
}

struct slice path_resolve(struct slice from, struct slice relative, struct arena *arena)
{
    if (!is_plain_relative(relative))
        return SLICE("");
    struct slice folder = folder_of(from);
    struct joined out = {arena_alloc(arena, folder.len + relative.len + 3), 0};
    if (!append_parts(&out, folder) || !append_parts(&out, relative))
        return SLICE("");
    out.ptr[out.len] = '\0';
    return (struct slice){out.ptr, out.len};
}

struct slice path_relative(struct slice from, struct slice to, struct arena *arena)
{
    struct slice folder = folder_of(from);
    size_t common = 0; /* bytes of the shared folders, with their last slash */
    for (size_t i = 0; i < folder.len && i < to.len && folder.ptr[i] == to.ptr[i]; i++)
        if (folder.ptr[i] == '/')
            common = i + 1;
    if (folder.len && to.len > folder.len && slice_starts(to, folder) && to.ptr[folder.len] == '/')
        common = folder.len + 1;
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    if (common <= folder.len && folder.len) {
        struct slice_split up = {slice_from(folder, common), false};
        struct slice part;
        while (slice_split_next(&up, '/', &part))
            if (part.len)
                strbuf_puts(&out, "../");
    }
    strbuf_append(&out, slice_from(to, common));
    struct slice path = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return path;
}
