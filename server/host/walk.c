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
    const char *git_root; /* NULL: there is none */
    const char *base;
    struct slice root;   /* relative to base */
    size_t prefix;       /* bytes to cut off a path below the root: the root's own and its '/' */
    struct named *named; /* sorted by path */
    size_t named_count;
    struct walk *out;
};

struct named {
    struct slice full;
    bool entered;
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
                                       struct slice folder, const char *file, struct slice named)
{
    struct strbuf bytes;
    strbuf_init(&bytes, IGNORE_LIMIT);
    if (file_read(file, &bytes) == HOST_OK)
        above = ignore_read(walker->arena, above, folder, strbuf_slice(&bytes), named);
    strbuf_release(&bytes);
    return above;
}

static const struct ignore *folder_rules(const struct walker *walker, const struct ignore *above,
                                         struct slice folder, struct slice named)
{
    const char *path = paths_join(walker->arena, walker->base, folder);
    return read_rules(walker, above, folder, paths_join(walker->arena, path, SLICE(".gitignore")),
                      named);
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

/* The rules that hold in a folder's parent; for what lies below `named`, if that is not "".
 * *ignored (or NULL): does any rule take the folder, or one that it lies in? */
static const struct ignore *rules_above(const struct walker *walker, struct slice folder,
                                        struct slice named, bool *ignored)
{
    const struct ignore *rules = NULL;
    if (walker->git_root)
        rules = read_rules(walker, NULL, SLICE(""),
                           git_exclude_file(walker->arena, walker->git_root), named);
    if (folder.len == 0)
        return rules;
    rules = folder_rules(walker, rules, SLICE(""), named);
    for (size_t i = 1; i <= folder.len; i++) {
        if (i < folder.len && folder.ptr[i] != '/')
            continue;
        struct slice here = slice_sub(folder, 0, i);
        if (ignored)
            *ignored = *ignored || ignore_match(rules, here, true);
        if (i < folder.len)
            rules = folder_rules(walker, rules, here, named);
    }
    return rules;
}

/* The rules in the parent of a folder that is walked whatever they say of it. */
static const struct ignore *rules_above_named(const struct walker *walker, struct slice folder)
{
    bool ignored = false;
    const struct ignore *rules = rules_above(walker, folder, SLICE(""), &ignored);
    return ignored ? rules_above(walker, folder, folder, NULL) : rules;
}

static int compare_named(const void *a, const void *b)
{
    return slice_compare(((const struct named *)a)->full, ((const struct named *)b)->full);
}

static void walker_init(struct walker *walker, const struct walk_request *request,
                        struct arena *arena, struct walk *out)
{
    const char *git_root = paths_git_root(arena, request->root);
    *walker = (struct walker){.settings = request->settings,
                              .arena = arena,
                              .git_root = git_root,
                              .base = git_root ? git_root : request->root,
                              .out = out};
    paths_inside(walker->base, request->root, &walker->root);
    walker->prefix = walker->root.len ? walker->root.len + 1 : 0;
    walker->named = arena_array(arena, request->named_count, sizeof *walker->named);
    for (size_t i = 0; i < request->named_count; i++)
        walker->named[i].full = full_join(arena, walker->root, request->named[i]);
    if (request->named_count)
        qsort(walker->named, request->named_count, sizeof *walker->named, compare_named);
    /* Each once, and not the root. */
    for (size_t i = 0; i < request->named_count; i++) {
        struct slice full = walker->named[i].full;
        size_t count = walker->named_count;
        if (full.len > walker->root.len &&
            (count == 0 || !slice_equal(walker->named[count - 1].full, full)))
            walker->named[walker->named_count++] = (struct named){full, false};
    }
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

static bool wanted(const struct settings *settings, struct slice path)
{
    for (size_t i = 0; i < settings->file_count; i++)
        if (glob_match(settings->files[i], path))
            return true;
    return settings->file_count == 0 &&
           (slice_ends_nocase(path, SLICE(".md")) || slice_ends_nocase(path, SLICE(".markdown")));
}

bool walk_is_document(const struct settings *settings, struct slice path)
{
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/' && excluded(settings, slice_sub(path, 0, i), true))
            return false;
    return !excluded(settings, path, false) && wanted(settings, path);
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
                       struct pendings *pendings)
{
    struct slice full = full_join(walker->arena, in->full, entry->name);
    bool link;
    enum path_kind kind = entry_kind(walker, entry, full, &link);
    bool folder = kind == PATH_KIND_FOLDER;
    if (kind == PATH_KIND_NONE || kind == PATH_KIND_OTHER || never_entered(entry->name))
        return;
    struct slice path = slice_from(full, walker->prefix);
    /* To git a link is a file, whatever it leads to. */
    bool ignored = ignore_match(in->rules, full, folder && !link);
    bool left_out = ignored || excluded(walker->settings, path, folder);
    bool file = !folder && !link && !in->nested && wanted(walker->settings, path);
    bool document = file && !ignored && walk_is_document(walker->settings, path);
    if (left_out && (folder || file))
        *VEC_PUSH(walker->arena, &walker->out->left_out) = path;
    if (ignored)
        return;
    *VEC_PUSH(walker->arena, &walker->out->paths) = (struct walk_path){path, folder, document};
    walker->out->documents += document;
    if (folder && !link && !left_out)
        *VEC_PUSH(walker->arena, pendings) = (struct pending){full, in->rules, in->nested};
}

static void note_named(struct walker *walker, struct slice full)
{
    struct named key = {full, false};
    struct named *named = walker->named_count ? bsearch(&key, walker->named, walker->named_count,
                                                        sizeof key, compare_named)
                                              : NULL;
    if (named)
        named->entered = true;
}

static void walk_folder(struct walker *walker, struct pending in, struct pendings *pendings)
{
    struct entries entries = {0};
    const char *folder = paths_join(walker->arena, walker->base, in.full);
    enum host_error error = list_folder(walker->arena, folder, &entries);
    bool is_root = in.full.len == walker->root.len;
    struct slice path = is_root ? SLICE("") : slice_from(in.full, walker->prefix);
    note_named(walker, in.full);
    if (error && (error != HOST_NOT_FOUND || is_root))
        *VEC_PUSH(walker->arena, &walker->out->problems) = (struct walk_problem){path, error};
    if (entries.has_ignore)
        in.rules = folder_rules(walker, in.rules, in.full, SLICE(""));
    if (entries.has_config && !is_root && !in.nested) {
        *VEC_PUSH(walker->arena, &walker->out->nested) = path;
        in.nested = true;
    }
    for (size_t i = 0; i < entries.len; i++)
        walk_entry(walker, &in, &entries.items[i], pendings);
}

static void walk_below(struct walker *walker, struct slice folder)
{
    struct pendings pendings = {0};
    *VEC_PUSH(walker->arena, &pendings) =
        (struct pending){folder, rules_above_named(walker, folder), false};
    while (pendings.len)
        walk_folder(walker, pendings.items[--pendings.len], &pendings);
}

void walk_root(const struct walk_request *request, struct arena *arena, struct walk *out)
{
    *out = (struct walk){0};
    struct walker walker;
    walker_init(&walker, request, arena, out);
    if (!request->named_only)
        walk_below(&walker, walker.root);
    /* Sorted: what lies in another comes after it, and was met there if nothing hides it. */
    for (size_t i = 0; i < walker.named_count; i++)
        if (!walker.named[i].entered)
            walk_below(&walker, walker.named[i].full);
    if (out->paths.len)
        qsort(out->paths.items, out->paths.len, sizeof *out->paths.items, compare_paths);
}
