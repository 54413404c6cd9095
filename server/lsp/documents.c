/* documents.c: the open documents, and which project each belongs to. */
#include "lsp/documents.h"

#include "host/paths.h"
#include "lsp/checks.h"
#include "lsp/config_buffer.h"
#include "lsp/files.h"
#include "lsp/folders.h"
#include "lsp/publish.h"
#include "lsp/pull.h"
#include "lsp/scan.h"
#include "lsp/uri.h"

#include <stdlib.h>
#include <string.h>

struct open_document *documents_find(const struct server *server, struct slice uri)
{
    struct open_document *document = NULL;
    HASH_FIND(hh, server->documents, uri.ptr, uri.len, document);
    return document;
}

/* What a document that joins nothing is called: its URI's path, which says its dialect. */
static struct slice name_alone(struct slice uri)
{
    size_t colon = slice_find_byte(uri, ':');
    struct slice name = colon == SLICE_NONE ? uri : slice_from(uri, colon + 1);
    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] == '?' || name.ptr[i] == '#')
            name.len = i;
    while (name.len > 0 && name.ptr[0] == '/')
        name = slice_from(name, 1);
    return name.len > 0 ? name : SLICE("document.md");
}

static void settle_in(struct server *server, struct open_document *document)
{
    struct arena arena;
    arena_init(&arena);
    struct slice relative = {NULL, 0};
    struct slice uri = slice_of(document->uri);
    const char *path = uri_to_path(&arena, uri);
    if (path && path[0] == '/') {
        document->project = projects_for_path(server, paths_real(&arena, path), &relative);
        document->file = files_get(document->project, relative);
    }
    if (!document->file || document->file->open) {
        document->project = projects_new_alone(server);
        document->file = files_get(document->project, name_alone(uri));
    }
    document->file->open = document;
    document->project->file_changes++;
    if (pull_is_for(server, document->file))
        publish_take_back(document->project, document->file);
    arena_release(&arena);
}

struct open_document *documents_open(struct server *server, struct slice uri, bool plain)
{
    struct open_document *document = documents_find(server, uri);
    if (document)
        return document;
    document = memory_alloc(sizeof *document + uri.len + 1);
    memset(document, 0, sizeof *document);
    memcpy(document->uri, uri.ptr, uri.len);
    document->uri[uri.len] = '\0';
    document->plain = plain;
    settle_in(server, document);
    HASH_ADD_KEYPTR(hh, server->documents, document->uri, uri.len, document);
    return document;
}

static struct slice path_of(const struct open_document *document)
{
    return (struct slice){document->file->path, document->file->path_len};
}

/* The client has changed the document: it is judged next, closed ones when there is a pause. */
void documents_mark_edited(struct open_document *document)
{
    struct project *project = document->project;
    document->file->edited = project->server->now;
    project->closed_after = project->server->now + CHECKS_PAUSE_MS;
    files_want_check(project, document->file);
}

void documents_put(struct open_document *document, struct slice bytes)
{
    if (document->plain && config_buffer_is(document->file))
        config_buffer_put(document, bytes);
    if (document->plain)
        return;
    struct project *project = document->project;
    project_before_change(project, path_of(document));
    workspace_put(project->workspace->ws, path_of(document), bytes);
    project_after_change(project, path_of(document));
    documents_mark_edited(document);
}

static void free_document(struct server *server, struct open_document *document)
{
    HASH_DEL(server->documents, document);
    config_buffer_drop(document);
    planls_results_free(document->results);
    free(document->tokens.data);
    free(document);
}

/* The project goes on without it: the file's bytes are the disk's again, if there are any. */
static void leave(struct open_document *document)
{
    struct project *project = document->project;
    struct file *file = document->file;
    struct slice path = path_of(document);
    bool plain = document->plain;
    file->open = NULL;
    project->file_changes++;
    if (!project->root || !project_is_needed(project)) {
        publish_nothing(project, file);
        project_let_go(project);
        return;
    }
    if (!plain && file->document) {
        workspace_unload(project->workspace->ws, path);
        file->stamp = file->asked = (struct stamp){0};
        files_want_read(project, file);
    } else if (!plain) {
        /* No scan has met it: it is new and was never saved, or ignored; the next scan asks. */
        project_before_change(project, path);
        workspace_remove(project->workspace->ws, path);
        workspace_set_path(project->workspace->ws, path, PATH_MISSING);
        file->looked_up = true;
        project_after_change(project, path);
    } else if (config_buffer_is(file)) {
        publish_configuration(project, file);
    }
    if (!plain && !files_is_shown(project, file))
        publish_nothing(project, file);
    scan_start(project);
    project_proceed(project);
}

void documents_close(struct server *server, struct open_document *document)
{
    leave(document);
    free_document(server, document);
}

/* ---- roots that come and go ------------------------------------------------------------------ */

/* Into the project it belongs to by now, with what the client holds. */
static void move(struct server *server, struct open_document *document)
{
    const struct document *snapshot =
        facade_document(document->project->workspace, document->file->path);
    struct slice held = document->buffer ? document->buffer->text.bytes
                        : snapshot       ? snapshot->text.bytes
                                         : SLICE("");
    struct strbuf bytes;
    strbuf_init(&bytes, STRBUF_NO_LIMIT);
    strbuf_append(&bytes, held);
    leave(document);
    planls_results_free(document->results);
    document->results = NULL;
    document->findings = (struct planls_diagnostics){0};
    document->lenses_edit = document->hints_edit = 0;
    document->project = NULL;
    document->file = NULL;
    settle_in(server, document);
    documents_put(document, strbuf_slice(&bytes));
    strbuf_release(&bytes);
}

static bool is_root_of(const struct server *server, const char *root, const char *path)
{
    struct arena arena;
    arena_init(&arena);
    const struct folder *folder = folders_find(server, path);
    const char *now = paths_workspace_root(&arena, path, folder ? folder->path : "/");
    bool same = strcmp(now, root) == 0;
    arena_release(&arena);
    return same;
}

static bool is_at_home(const struct server *server, const struct open_document *document)
{
    struct arena arena;
    if (!document->project->root)
        return true;
    arena_init(&arena);
    const char *path = files_path(document->project, document->file, &arena);
    bool home = is_root_of(server, document->project->root, path);
    arena_release(&arena);
    return home;
}

/* True where any went: what it told of may be another's to tell now. */
static bool let_go_of_former_roots(struct server *server)
{
    struct project *next;
    bool any = false;
    for (struct project *project = server->projects; project; project = next) {
        next = project->next;
        if (project->doomed || !project->root || is_root_of(server, project->root, project->root) ||
            project_has_open(project))
            continue;
        for (struct file *file = project->files; file; file = file->hh.next)
            publish_nothing(project, file);
        project_let_go(project);
        any = true;
    }
    return any;
}

void documents_follow_roots(struct server *server)
{
    for (struct open_document *document = server->documents; document; document = document->hh.next)
        if (!is_at_home(server, document))
            move(server, document);
    if (!let_go_of_former_roots(server))
        return;
    for (struct project *project = server->projects; project; project = project->next)
        if (project->ready && !project->doomed)
            files_check_all(project);
}

void documents_free(struct server *server)
{
    struct open_document *document, *next;
    HASH_ITER(hh, server->documents, document, next)
    {
        free_document(server, document);
    }
}

bool question_read(struct server *server, const cJSON *params, struct question *question,
                   struct reply *reply)
{
    struct slice uri;
    if (!json_get_string(params, "textDocument.uri", &uri)) {
        reply_invalid(reply, "expected textDocument.uri, a string");
        return false;
    }
    struct open_document *document = documents_find(server, uri);
    if (!document)
        return false;
    *question = (struct question){.document = document,
                                  .workspace = document->project->workspace,
                                  .path = document->file->path};
    question->snapshot = facade_document(question->workspace, question->path);
    if (!question->snapshot)
        return false;
    positions_init(&question->positions, &question->snapshot->text, server->client.encoding);
    scan_if_stale(document->project);
    return true;
}

bool question_read_at(struct server *server, const cJSON *params, struct question *question,
                      uint32_t *offset, struct reply *reply)
{
    const cJSON *position = json_get(params, "position");
    struct text_position place;
    if (!positions_read_place(position, &place)) {
        reply_invalid(reply, "expected position, with line and character as whole numbers");
        return false;
    }
    return question_read(server, params, question, reply) &&
           positions_read(&question->positions, position, offset);
}
