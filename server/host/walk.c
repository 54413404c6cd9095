/* walk.c: which files belong to a workspace. */
#include "host/walk.h"

#include "host/files.h"
#include "host/ignore.h"
#include "host/paths.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

/* An ignore file longer than this is not written by people; what is behind is not read. */
#define IGNORE_LIMIT ((size_t)4 << 20)

/* Paths are kept relative to `base`, the git root (or the root itself outside git), because git's
 * rules speak of them so; what is given out is cut behind `prefix`, the way from base to root. */
struct walker {
    const struct settings *settings;
    struct arena *arena;
    const char *base;
    struct slice root; /* relative to base */
    size_t prefix;     /* bytes to cut off a path below the root: the root's own and its '/' */
};

struct pending {
    struct slice full; /* relative to base; "" for base */
    const struct ignore *rules;
    bool nested;
};

static struct slice full_join(struct arena *arena, struct slice folder, struct slice name)
{
    if (folder.len == 0)
        return arena_copy(arena, name);
    if (name.len == 0)
        return folder;
    char *path = arena_printf(arena, "%.*s/%.*s", SLICE_ARG(folder), SLICE_ARG(name));
    return slice_of(path);
}

/* The rules of one ignore file, if it is there; `above` else. */
static const struct ignore *read_rules(const struct walker *walker, const struct ignore *above,
                                       struct slice folder, const char *file)
{
    struct strbuf bytes;
    strbuf_init(&bytes, IGNORE_LIMIT);
    if (file_read(file, &bytes) == HOST_OK)
        above = ignore_read(walker->arena, above, folder, strbuf_slice(&bytes));
    strbuf_release(&bytes);
    return above;
}

static const struct ignore *folder_rules(const struct walker *walker, const struct ignore *above,
                                         struct slice folder)
{
    const char *path = paths_join(walker->arena, walker->base, folder);
    return read_rules(walker, above, folder, paths_join(walker->arena, path, SLICE(".gitignore")));
}

/* First line of a small file that git keeps, behind `key`; NULL where it is not so. */
static const char *git_line(struct arena *arena, const char *file, const char *key)
{
    struct strbuf bytes;
    strbuf_init(&bytes, IGNORE_LIMIT);
    const char *value = NULL;
    if (file_read(file, &bytes) == HOST_OK && slice_starts(strbuf_slice(&bytes), slice_of(key)))
        value = arena_cstring(arena, slice_trim(slice_from(strbuf_slice(&bytes), strlen(key))));
    strbuf_release(&bytes);
    return value;
}

/* `.git/info/exclude`, also where `.git` is a file that leads elsewhere (worktrees, submodules). */
static const char *git_exclude_file(struct arena *arena, const char *git_root)
{
    const char *git = paths_join(arena, git_root, SLICE(".git"));
    const char *elsewhere = git_line(arena, git, "gitdir: ");
    if (elsewhere)
        git = paths_absolute(arena, git_root, elsewhere);
    const char *common = git_line(arena, paths_join(arena, git, SLICE("commondir")), "");
    if (common)
        git = paths_absolute(arena, git, common);
    return paths_join(arena, git, SLICE("info/exclude"));
}

/* The rules that hold in the root's parent folder. */
static const struct ignore *walker_init(struct walker *walker, const char *root,
                                        const struct settings *settings, struct arena *arena)
{
    const char *git_root = paths_git_root(arena, root);
    *walker = (struct walker){settings, arena, git_root ? git_root : root, {"", 0}, 0};
    paths_inside(walker->base, root, &walker->root);
    struct slice inside = walker->root;
    walker->prefix = inside.len ? inside.len + 1 : 0;
    const struct ignore *rules = NULL;
    if (git_root)
        rules = read_rules(walker, NULL, SLICE(""), git_exclude_file(arena, git_root));
    if (inside.len == 0)
        return rules;
    rules = folder_rules(walker, rules, SLICE(""));
    for (size_t i = 0; i < inside.len; i++)
        if (inside.ptr[i] == '/')
            rules = folder_rules(walker, rules, slice_sub(inside, 0, i));
    return rules;
}

static bool never_entered(struct slice name)
{
    return slice_is(name, ".git") || slice_is(name, "node_modules");
}

/* Does an `exclude` pattern take this very path, or (for a folder) all that is in it? */
static bool excluded(const struct settings *settings, struct slice path, bool folder)
{
    for (size_t i = 0; i < settings->exclude_count; i++) {
        struct slice pattern = settings->exclude[i];
        if (glob_match(pattern, path))
            return true;
        if (folder && slice_ends(pattern, SLICE("/**")) &&
            glob_match(slice_sub(pattern, 0, pattern.len - 3), path))
            return true;
    }
    return false;
}

bool walk_is_document(const struct settings *settings, struct slice path)
{
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/' && excluded(settings, slice_sub(path, 0, i), true))
            return false;
    if (excluded(settings, path, false))
        return false;
    for (size_t i = 0; i < settings->file_count; i++)
        if (glob_match(settings->files[i], path))
            return true;
    return settings->file_count == 0 &&
           (slice_ends_nocase(path, SLICE(".md")) || slice_ends_nocase(path, SLICE(".markdown")));
}

/* ---- walking --------------------------------------------------------------------------------- */

struct entry {
    struct slice name;
    uv_dirent_type_t type;
};

struct entries {
    VEC_MEMBERS(struct entry);
    bool has_ignore, has_config;
};

static enum host_error list_folder(struct arena *arena, const char *folder, struct entries *out)
{
    uv_fs_t request;
    int status = uv_fs_scandir(NULL, &request, folder, 0, NULL);
    uv_dirent_t dirent;
    while (status >= 0 && uv_fs_scandir_next(&request, &dirent) != UV_EOF) {
        struct slice name = arena_copy(arena, slice_of(dirent.name));
        *VEC_PUSH(arena, out) = (struct entry){name, dirent.type};
        out->has_ignore = out->has_ignore || slice_is(name, ".gitignore");
        out->has_config = out->has_config || slice_is(name, CONFIG_FILE_NAME);
    }
    uv_fs_req_cleanup(&request);
    return host_error_from_uv(status);
}

/* What an entry is, asking the disk only for links and where the file system did not say. */
static enum path_kind entry_kind(const struct walker *walker, const struct entry *entry,
                                 struct slice full, bool *link)
{
    const char *path = NULL;
    *link = entry->type == UV_DIRENT_LINK;
    switch (entry->type) {
    case UV_DIRENT_FILE:
        return PATH_KIND_FILE;
    case UV_DIRENT_DIR:
        return PATH_KIND_FOLDER;
    case UV_DIRENT_LINK:
        break;
    case UV_DIRENT_UNKNOWN: {
        uv_fs_t request;
        path = paths_join(walker->arena, walker->base, full);
        if (uv_fs_lstat(NULL, &request, path, NULL) == 0)
            *link = (request.statbuf.st_mode & S_IFMT) == S_IFLNK;
        uv_fs_req_cleanup(&request);
        break;
    }
    default:
        return PATH_KIND_OTHER;
    }
    return paths_kind(path ? path : paths_join(walker->arena, walker->base, full), NULL);
}

static int compare_paths(const void *a, const void *b)
{
    return slice_compare(((const struct walk_path *)a)->path, ((const struct walk_path *)b)->path);
}

/* The folders still to be read, as a stack: no recursion, however deep they lie. */
struct pendings {
    VEC_MEMBERS(struct pending);
};

static void walk_entry(struct walker *walker, const struct pending *in, const struct entry *entry,
                       struct pendings *pendings, struct walk *out)
{
    struct slice full = full_join(walker->arena, in->full, entry->name);
    bool link;
    enum path_kind kind = entry_kind(walker, entry, full, &link);
    bool folder = kind == PATH_KIND_FOLDER;
    /* To git a link is a file, whatever it leads to. */
    if (kind == PATH_KIND_NONE || kind == PATH_KIND_OTHER || never_entered(entry->name) ||
        ignore_match(in->rules, full, folder && !link))
        return;
    struct slice path = slice_from(full, walker->prefix);
    bool document =
        kind == PATH_KIND_FILE && !link && !in->nested && walk_is_document(walker->settings, path);
    *VEC_PUSH(walker->arena, &out->paths) = (struct walk_path){path, folder, document};
    out->documents += document;
    if (folder && !link && !excluded(walker->settings, path, true))
        *VEC_PUSH(walker->arena, pendings) = (struct pending){full, in->rules, in->nested};
}

static void walk_folder(struct walker *walker, struct pending in, struct pendings *pendings,
                        struct walk *out)
{
    struct entries entries = {0};
    const char *folder = paths_join(walker->arena, walker->base, in.full);
    enum host_error error = list_folder(walker->arena, folder, &entries);
    bool is_root = in.full.len == walker->root.len;
    struct slice path = is_root ? SLICE("") : slice_from(in.full, walker->prefix);
    if (error && (error != HOST_NOT_FOUND || is_root))
        *VEC_PUSH(walker->arena, &out->problems) = (struct walk_problem){path, error};
    if (entries.has_ignore)
        in.rules = folder_rules(walker, in.rules, in.full);
    if (entries.has_config && !is_root && !in.nested) {
        *VEC_PUSH(walker->arena, &out->nested) = path;
        in.nested = true;
    }
    for (size_t i = 0; i < entries.len; i++)
        walk_entry(walker, &in, &entries.items[i], pendings, out);
}

void walk_root(const char *root, const struct settings *settings, struct arena *arena,
               struct walk *out)
{
    *out = (struct walk){0};
    struct walker walker;
    const struct ignore *rules = walker_init(&walker, root, settings, arena);
    struct pendings pendings = {0};
    *VEC_PUSH(arena, &pendings) = (struct pending){walker.root, rules, false};
    while (pendings.len) {
        struct pending next = pendings.items[--pendings.len];
        walk_folder(&walker, next, &pendings, out);
    }
    if (out->paths.len)
        qsort(out->paths.items, out->paths.len, sizeof *out->paths.items, compare_paths);
}

/* ---- one path -------------------------------------------------------------------------------- */

enum walk_verdict walk_judge(const char *root, const struct settings *settings, struct slice path,
                             bool folder)
{
    struct arena arena;
    arena_init(&arena);
    struct walker walker;
    const struct ignore *rules = walker_init(&walker, root, settings, &arena);
    struct slice full = full_join(&arena, walker.root, path);
    rules = folder_rules(&walker, rules, walker.root);

    enum walk_verdict verdict = folder ? WALK_EXISTS : WALK_DOCUMENT;
    for (size_t at = walker.prefix; at <= full.len && verdict != WALK_LEFT_OUT; at++) {
        bool last = at == full.len;
        if (!last && full.ptr[at] != '/')
            continue;
        struct slice here = slice_sub(full, 0, at);
        if (never_entered(paths_name(here)) || ignore_match(rules, here, !last || folder))
            verdict = WALK_LEFT_OUT;
        if (last || verdict == WALK_LEFT_OUT)
            break;
        rules = folder_rules(&walker, rules, here);
        const char *absolute = paths_join(&arena, walker.base, here);
        if (paths_kind(paths_join(&arena, absolute, SLICE(CONFIG_FILE_NAME)), NULL) !=
            PATH_KIND_NONE)
            verdict = WALK_EXISTS;
    }
    if (verdict == WALK_DOCUMENT && !walk_is_document(settings, path))
        verdict = WALK_EXISTS;
    arena_release(&arena);
    return verdict;
}
