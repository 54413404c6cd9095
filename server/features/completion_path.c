/* completion_path.c: paths of the workspace from this document, and documents as wiki links name them. */
#include "features/completion.h"

#include "edits/link_path.h"

#include <string.h>

struct paths {
    bool link;
    struct slice folder;     /* what is typed up to its last '/' means this folder … */
    struct slice typed_name; /* … and what follows is its entry's name */
    struct slice last;       /* the sub-folder told last */
    bool elsewhere;          /* entries of any folder, not of this one */
};

static struct slice file_name(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slash == SLICE_NONE ? path : slice_from(path, slash + 1);
}

static struct slice written(struct completing *c, const struct paths *p, struct slice path)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    if (p->link)
        link_path_write(&out, path);
    else
        strbuf_append(&out, path);
    struct slice text = arena_copy(c->arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

static bool add_file(struct completing *c, const struct paths *p, struct slice name,
                     const struct document *document)
{
    struct slice text = written(c, p, name);
    if (document == c->document || !completing_fits(c, text))
        return true;
    const char *closed = arena_printf(c->arena, "%.*s%s", SLICE_ARG(text), p->link ? ")" : "`");
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_FILE, name, slice_of(closed));
    if (!completion)
        return false;
    completion->filter = arena_cstring(c->arena, text);
    if (document) {
        completion->detail = arena_cstring(c->arena, document->model->title);
        completion_about(c, completion, PLANLS_ABOUT_DOCUMENT, document, 0, SLICE(""));
    }
    return true;
}

/* The closing mark goes with files alone: in a folder one goes on. */
static bool add_folder(struct completing *c, const struct paths *p, struct slice name)
{
    const char *label = arena_printf(c->arena, "%.*s/", SLICE_ARG(name));
    struct slice text = written(c, p, slice_of(label));
    uint32_t end = c->end, closed = c->closed;
    if (!completing_fits(c, text))
        return true;
    struct slice behind = span_slice(c->bytes, (struct span){c->offset, c->end});
    if (behind.len && strchr(")`", behind.ptr[behind.len - 1]))
        c->end--;
    c->closed = c->offset;
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_FOLDER, slice_of(label), text);
    c->end = end;
    c->closed = closed;
    if (completion)
        completion->filter = arena_cstring(c->arena, text);
    return completion != NULL;
}

/* A path below the folder: the entry of the folder it is or lies in. */
static bool add_entry(struct completing *c, struct paths *p, struct slice path,
                      const struct document *document)
{
    struct slice rest = slice_from(path, p->folder.len ? p->folder.len + 1 : 0);
    size_t slash = slice_find_byte(rest, '/');
    if (slash == SLICE_NONE)
        return add_file(c, p, rest, document);
    struct slice name = slice_sub(rest, 0, slash);
    if (slice_equal(name, p->last))
        return true;
    p->last = name;
    return add_folder(c, p, name);
}

static bool lies_in(struct slice path, struct slice folder)
{
    return folder.len == 0 ||
           (slice_starts(path, folder) && path.len > folder.len && path.ptr[folder.len] == '/');
}

static void add_documents_in(struct completing *c, struct paths *p)
{
    const struct workspace *ws = c->workspace->ws;
    for (size_t i = workspace_first_in(ws, p->folder); i < workspace_count(ws); i++) {
        const struct document *document = workspace_at(ws, i);
        if (!lies_in(document->path, p->folder) || !add_entry(c, p, document->path, document))
            break;
    }
}

/* Paths that are no documents: pictures, sources. */
static bool add_known(void *context, struct slice path, enum path_state state)
{
    struct completing *c = ((void **)context)[0];
    struct paths *p = ((void **)context)[1];
    if (!lies_in(path, p->folder) || state != PATH_FILE)
        return true;
    struct slice rest = slice_from(path, p->folder.len ? p->folder.len + 1 : 0);
    return slice_find_byte(rest, '/') != SLICE_NONE || add_file(c, p, rest, NULL);
}

/* Documents of other folders, once something of their name is typed. */
static void add_documents_elsewhere(struct completing *c, struct paths *p)
{
    const struct workspace *ws = c->workspace->ws;
    if (completing_typed(c).len == 0) {
        c->out->cut = true;
        return;
    }
    for (size_t i = 0; i < workspace_count(ws); i++) {
        const struct document *document = workspace_at(ws, i);
        struct slice name = file_name(document->path);
        struct slice own = slice_sub(document->path, 0, document->path.len - name.len);
        bool here =
            own.len == (p->folder.len ? p->folder.len + 1 : 0) && slice_starts(own, p->folder);
        if (here || !completing_fits(c, name))
            continue;
        if (!add_file(c, p, path_relative(c->document->path, document->path, c->arena), document))
            return;
    }
}

/* The folder that what is typed before the name means. False where it leads out of the root. */
static bool find_folder(struct completing *c, struct slice typed, struct slice *folder)
{
    const char *probe = arena_printf(c->arena, "%.*sx", SLICE_ARG(typed));
    struct slice path = path_resolve(c->document->path, slice_of(probe), c->arena);
    if (path.len == 0)
        return false;
    size_t slash = slice_find_last_byte(path, '/');
    *folder = slice_sub(path, 0, slash == SLICE_NONE ? 0 : slash);
    return true;
}

void complete_paths(struct completing *c, uint32_t start, uint32_t end, bool link)
{
    struct slice typed = span_slice(c->bytes, (struct span){start, c->offset});
    size_t slash = slice_find_last_byte(typed, '/');
    struct slice before = slice_sub(typed, 0, slash == SLICE_NONE ? 0 : slash + 1);
    struct paths p = {.link = link};
    if (!find_folder(c, before, &p.folder))
        return;
    completing_from(c, start + (uint32_t)before.len, end);
    completing_close(c, link ? ")" : "`");
    add_documents_in(c, &p);
    void *context[2] = {c, &p};
    workspace_known_paths(c->workspace->ws, context, add_known);
    if (before.len == 0)
        add_documents_elsewhere(c, &p);
}

/* ---- wiki links ------------------------------------------------------------------------------ */

static struct slice stem_of(struct slice path)
{
    struct slice name = file_name(path);
    size_t dot = slice_find_last_byte(name, '.');
    return dot == SLICE_NONE || dot == 0 ? name : slice_sub(name, 0, dot);
}

static bool add_wiki_name(struct completing *c, const struct document *document, void *context)
{
    (void)context;
    const struct document *same[2];
    struct slice stem = stem_of(document->path);
    if (document == c->document)
        return true;
    /* Of two of one name neither is meant by it alone. */
    if (workspace_files_named(c->workspace->ws, file_name(document->path), same, 2) > 1) {
        struct slice way = path_relative(c->document->path, document->path, c->arena);
        stem = slice_sub(way, 0, way.len - (file_name(way).len - stem_of(way).len));
    }
    if (!completing_fits(c, stem) && !completing_fits(c, document->model->title))
        return true;
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_FILE, stem,
                       slice_of(arena_printf(c->arena, "%.*s]]", SLICE_ARG(stem))));
    if (!completion)
        return false;
    completion->detail = arena_cstring(c->arena, document->model->title);
    if (!completing_fits(c, stem))
        completion->filter = completion->detail;
    completion_about(c, completion, PLANLS_ABOUT_DOCUMENT, document, 0, SLICE(""));
    return true;
}

/* "plan#Initiative: Pier", what a task mostly means by such a link. */
static bool add_wiki_items(struct completing *c, const struct document *document, void *context)
{
    (void)context;
    const struct model *model = document->model;
    struct slice stem = stem_of(document->path);
    const struct document *same[2];
    bool own = document == c->document;
    if ((!own && (model->kinds & (DOCUMENT_ARCHIVED | DOCUMENT_TEMPLATE))) ||
        workspace_files_named(c->workspace->ws, file_name(document->path), same, 2) > 1)
        return true;
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        struct slice title = model->headings.len && item->source == ITEM_FROM_HEADING
                                 ? model->headings.items[item->heading].title
                                 : SLICE("");
        bool small = item->kind == ITEM_STEP || item->kind == ITEM_DAY || item->kind == ITEM_TASK;
        if (title.len == 0 || small || slice_find_byte(title, ']') != SLICE_NONE ||
            slice_find_byte(title, '|') != SLICE_NONE || slice_find_byte(title, '#') != SLICE_NONE)
            continue;
        const char *name = arena_printf(c->arena, "%.*s#%.*s", own ? 0 : (int)stem.len, stem.ptr,
                                        SLICE_ARG(title));
        if (!completing_fits(c, slice_of(name)))
            continue;
        struct planls_completion *completion =
            completing_add(c, PLANLS_COMPLETION_ITEM, slice_of(name),
                           slice_of(arena_printf(c->arena, "%s]]", name)));
        if (!completion)
            return false;
        completion_about(c, completion, PLANLS_ABOUT_ITEM, document, i, item->title);
    }
    return true;
}

void complete_wiki_names(struct completing *c, uint32_t start, uint32_t end)
{
    completing_from(c, start, end);
    completing_close(c, "]]");
    completing_visit(c, NULL, add_wiki_name);
    completing_visit(c, NULL, add_wiki_items);
}
