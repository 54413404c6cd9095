/* references.c: where a reference leads: to a file, a heading, a section number, or nowhere. */
#include "base/hash.h"
#include "text/fold.h"
#include "workspace/internal.h"

#include <string.h>

/* ---- which files may be meant ---------------------------------------------------------------- */

struct candidates {
    struct slice *paths;
    size_t count;
    struct arena *arena;
};

static void add_candidate(struct candidates *c, struct slice path)
{
    if (path.len == 0 || c->count == REFERENCE_MAX_CANDIDATES)
        return;
    for (size_t i = 0; i < c->count; i++)
        if (slice_equal(c->paths[i], path))
            return;
    c->paths[c->count++] = path;
}

static struct slice joined(struct arena *arena, struct slice path, const char *tail)
{
    char *text = arena_printf(arena, "%.*s%s", SLICE_ARG(path), tail);
    return slice_of(text);
}

static bool has_extension(struct slice path)
{
    struct slice file = path_file_name(path);
    size_t dot = slice_find_last_byte(file, '.');
    return dot != SLICE_NONE && dot > 0 && dot + 1 < file.len;
}

/* A link is taken as a browser takes it, and as site generators do: with ".md" or as a folder's page. */
static void link_candidates(struct candidates *c, const struct document *from, struct slice path)
{
    struct slice resolved = path_resolve(from->path, path, c->arena);
    if (resolved.len == 0)
        return;
    add_candidate(c, resolved);
    if (has_extension(path))
        return;
    add_candidate(c, joined(c->arena, resolved, ".md"));
    add_candidate(c, joined(c->arena, resolved, "/README.md"));
    add_candidate(c, joined(c->arena, resolved, "/index.md"));
}

/* A path in prose may count from its document's folder or from any folder above it. */
static void prose_candidates(struct candidates *c, const struct document *from, struct slice path)
{
    add_candidate(c, path_resolve(from->path, path, c->arena));
    if (slice_starts(path, SLICE("../")) || slice_starts(path, SLICE("./")))
        return;
    for (struct slice folder = from->path;;) {
        size_t slash = slice_find_last_byte(folder, '/');
        if (slash == SLICE_NONE)
            break;
        folder = slice_sub(folder, 0, slash);
        add_candidate(c, path_resolve(folder, path, c->arena));
    }
}

static bool is_link_like(enum reference_kind kind)
{
    return kind == REFERENCE_LINK || kind == REFERENCE_IMAGE || kind == REFERENCE_DEFINITION;
}

size_t reference_candidates(const struct document *from, const struct reference *reference,
                            struct slice paths[REFERENCE_MAX_CANDIDATES], struct arena *arena)
{
    struct candidates c = {paths, 0, arena};
    struct slice path = reference->path;
    if (path.len == 0)
        return 0;
    if (is_link_like(reference->kind)) {
        link_candidates(&c, from, path);
    } else if (reference->kind == REFERENCE_WIKI && !has_extension(path)) {
        prose_candidates(&c, from, joined(arena, path, ".md"));
    } else {
        prose_candidates(&c, from, path);
    }
    return c.count;
}

bool reference_goes_by_name(const struct reference *reference)
{
    return !is_link_like(reference->kind) && slice_find_byte(reference->path, '/') == SLICE_NONE;
}

/* ---- the file -------------------------------------------------------------------------------- */

/* A file named without its folder may be any document of that name: the nearest wins if it is alone
 * in its nearness. */
static enum resolution find_by_name(const struct workspace *ws, const struct document *from,
                                    struct slice path, struct arena *arena,
                                    const struct document **document)
{
    const struct name_entry *entry =
        names_find(ws->names, NAME_DEFINES, NAME_FILE, fold_case(arena, path));
    size_t best = 0, ties = 0;
    for (; entry; entry = entry->next) {
        struct slice other = entry->document->path;
        size_t shared = 0;
        for (size_t i = 0; i < other.len && i < from->path.len; i++) {
            if (other.ptr[i] != from->path.ptr[i])
                break;
            if (other.ptr[i] == '/')
                shared = i + 1;
        }
        if (!*document || shared > best) {
            *document = entry->document;
            best = shared;
            ties = 1;
        } else if (shared == best) {
            ties++;
        }
    }
    if (!*document)
        return UNRESOLVED_FILE;
    return ties > 1 ? AMBIGUOUS : RESOLVED;
}

size_t workspace_files_named(const struct workspace *ws, struct slice name,
                             const struct document **documents, size_t max)
{
    struct arena arena;
    arena_init(&arena);
    const struct name_entry *entry =
        names_find(ws->names, NAME_DEFINES, NAME_FILE, fold_case(&arena, name));
    size_t count = 0;
    for (; entry && count < max; entry = entry->next)
        documents[count++] = entry->document;
    arena_release(&arena);
    return count;
}

static enum resolution resolve_file(const struct workspace *ws, const struct document *from,
                                    const struct reference *reference, struct arena *arena,
                                    const struct document **document)
{
    struct slice paths[REFERENCE_MAX_CANDIDATES];
    size_t count = reference_candidates(from, reference, paths, arena);
    if (count == 0)
        return UNRESOLVED_UNKNOWN;
    bool unknown = false;
    for (size_t i = 0; i < count; i++) {
        *document = workspace_find(ws, paths[i]);
        if (*document)
            return RESOLVED;
        enum path_state state = workspace_path_state(ws, paths[i]);
        if (state == PATH_FILE || state == PATH_FOLDER)
            return RESOLVED_PATH_ONLY;
        unknown = unknown || state == PATH_UNKNOWN;
    }
    if (reference_goes_by_name(reference)) {
        enum resolution by_name = find_by_name(ws, from, reference->path, arena, document);
        if (by_name != UNRESOLVED_FILE)
            return by_name;
    }
    return unknown ? UNRESOLVED_UNKNOWN : UNRESOLVED_FILE;
}

/* Most links of a document lead to a few files. */
static enum resolution resolve_recent_file(const struct workspace *ws, const struct document *from,
                                           const struct reference *reference, struct arena *arena,
                                           const struct document **document)
{
    struct slice path = reference->path;
    if (path.len == 0 || path.len > RECENT_PATH_MAX)
        return resolve_file(ws, from, reference, arena, document);
    uint64_t hash = hash_words(path) ^ (uint64_t)(uintptr_t)from >> 4;
    struct recent_file *recent = &ws->recent->files[hash % RECENT_FILES];
    if (recent->changes != ws->changes || recent->from != from || recent->kind != reference->kind ||
        !slice_equal((struct slice){recent->path, recent->path_len}, path)) {
        recent->document = NULL;
        recent->result = resolve_file(ws, from, reference, arena, &recent->document);
        recent->changes = ws->changes;
        recent->from = from;
        recent->kind = reference->kind;
        recent->path_len = path.len;
        memcpy(recent->path, path.ptr, path.len);
    }
    *document = recent->document;
    return recent->result;
}

/* The document that stands for a folder. */
static struct slice folder_page(const struct workspace *ws, struct slice folder,
                                struct arena *arena)
{
    static const char *const names[] = {"/README.md", "/index.md"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct slice page = joined(arena, folder, names[i]);
        if (workspace_find(ws, page) || workspace_path_state(ws, page) == PATH_FILE)
            return page;
    }
    return (struct slice){0};
}

struct slice workspace_reference_file(const struct workspace *ws, const struct document *from,
                                      const struct reference *reference, struct arena *arena)
{
    struct slice paths[REFERENCE_MAX_CANDIDATES];
    size_t count = reference_candidates(from, reference, paths, arena);
    for (size_t i = 0; i < count; i++) {
        enum path_state state = workspace_path_state(ws, paths[i]);
        if (state == PATH_FILE)
            return paths[i];
        if (state == PATH_FOLDER)
            return folder_page(ws, paths[i], arena);
    }
    return (struct slice){0};
}

/* ---- the place in it ------------------------------------------------------------------------- */

/* Fragments that mean no heading: the top, lines, text, a renderer's own. */
static bool is_free_fragment(struct slice fragment)
{
    if (fragment.len == 0 || slice_is_nocase(fragment, "top") || fragment.ptr[0] == ':' ||
        fragment.ptr[0] == '/' || fragment.ptr[0] == '!')
        return true;
    if (fragment.ptr[0] != 'L' && fragment.ptr[0] != 'l')
        return false;
    for (size_t i = 1; i < fragment.len; i++)
        if (!ascii_is_digit(fragment.ptr[i]) && !strchr("-LC", fragment.ptr[i]))
            return false;
    return fragment.len > 1;
}

static uint32_t heading_by_fragment(const struct model *model, const struct reference *reference,
                                    struct arena *arena)
{
    uint32_t heading = model_heading_by_anchor(model, reference->fragment);
    if (heading == NO_INDEX && reference->kind == REFERENCE_WIKI) {
        struct slice key = fold_title(arena, reference->fragment);
        heading = model_heading_by_title(model, key);
        if (heading == NO_INDEX)
            heading = model_heading_by_item(model, key);
    }
    if (heading == NO_INDEX)
        heading = model_heading_by_anchor(model, fold_anchor(arena, reference->fragment));
    if (heading == NO_INDEX)
        heading = model_heading_by_bare_anchor(model, reference->fragment);
    return heading;
}

static void aim_at_heading(struct target *target, uint32_t heading)
{
    const struct heading *h = &target->document->model->headings.items[heading];
    target->heading = heading;
    target->item = h->item;
    target->span = h->title_span;
}

uint32_t reference_heading(const struct model *model, const struct reference *reference)
{
    struct arena arena;
    arena_init(&arena);
    uint32_t heading = heading_by_fragment(model, reference, &arena);
    arena_release(&arena);
    return heading;
}

enum resolution resolve_reference(const struct workspace *ws, const struct document *from,
                                  const struct reference *reference, struct target *target)
{
    *target = (struct target){.item = NO_INDEX, .task = NO_INDEX, .heading = NO_INDEX};
    struct arena arena;
    arena_init(&arena);
    enum resolution result = RESOLVED;
    target->document = from;
    if (reference->path.len || reference->kind == REFERENCE_SECTION) {
        target->document = NULL;
        result = resolve_recent_file(ws, from, reference, &arena, &target->document);
    }
    if (result == RESOLVED && reference->section_from.len) {
        uint32_t first = model_heading_by_section(target->document->model, reference->section_from);
        uint32_t last = model_heading_by_section(target->document->model, reference->section_to);
        if (first == NO_INDEX || last == NO_INDEX)
            result = UNRESOLVED_FRAGMENT;
        if (first != NO_INDEX)
            aim_at_heading(target, first);
    } else if (result == RESOLVED && !is_free_fragment(reference->fragment)) {
        uint32_t heading = heading_by_fragment(target->document->model, reference, &arena);
        const struct html_anchor *anchor =
            model_html_anchor(target->document->model, reference->fragment);
        if (heading != NO_INDEX)
            aim_at_heading(target, heading);
        else if (anchor)
            target->span = anchor->span;
        else
            result = UNRESOLVED_FRAGMENT;
    }
    arena_release(&arena);
    return result;
}

size_t workspace_unknown_paths_of(const struct workspace *ws, const struct document *document,
                                  struct slice *paths, size_t max, struct arena *arena)
{
    size_t count = 0;
    for (size_t i = 0; i < document->model->references.len && count < max; i++) {
        const struct reference *reference = &document->model->references.items[i];
        struct slice candidates[REFERENCE_MAX_CANDIDATES + 1];
        size_t n = reference_candidates(document, reference, candidates, arena);
        /* A broken link that counts from the root has an obvious fix. */
        if (n && is_link_like(reference->kind))
            candidates[n++] = path_resolve(SLICE(""), reference->path, arena);
        for (size_t p = 0; p < n && count < max; p++) {
            enum path_state state = workspace_path_state(ws, candidates[p]);
            if (state == PATH_FILE || state == PATH_FOLDER)
                break; /* an earlier candidate settles it */
            if (state == PATH_UNKNOWN)
                paths[count++] = candidates[p];
        }
    }
    return count;
}

size_t workspace_unknown_paths(struct workspace *ws, struct slice *paths, size_t max,
                               struct arena *arena)
{
    size_t count = 0;
    for (size_t d = 0; d < ws->count && count < max; d++)
        count += workspace_unknown_paths_of(ws, &ws->by_path[d]->document, paths + count,
                                            max - count, arena);
    return count;
}
