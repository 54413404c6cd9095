/* pull.c: textDocument/diagnostic on the wire, and what both kinds of pulling stand on. */
#include "lsp/pull.h"

#include "host/paths.h"
#include "lsp/checks.h"
#include "lsp/config_buffer.h"
#include "lsp/diagnostics.h"
#include "lsp/documents.h"
#include "lsp/files.h"
#include "lsp/publish.h"
#include "lsp/pull_report.h"
#include "lsp/reading.h"
#include "lsp/uri.h"

#include <stdlib.h>
#include <string.h>

/* Judging related documents for one answer may take so long where the client can be asked to ask
 * anew for the rest. */
#define RELATED_MS 20
/* So long after everything was judged a client that announced workspace.diagnostics may begin to pull
 * the workspace: VS Code's does at once, LSP4IJ and Neovim mean by it only that they can be refreshed. */
#define PULL_GRACE_MS 2000

/* ---- what is kept ---------------------------------------------------------------------------- */

bool pull_is_for(const struct server *server, const struct file *file)
{
    return server->client.pulls && (file->open || server->client.pulls_workspace);
}

/* Open: does the client know? It asks by itself after an edit, and otherwise only when told to. */
static void keep_open(struct project *project, struct open_document *document, uint64_t id)
{
    document->found = id;
    if (document->told_after == document->edit && document->told != id)
        refresh_want(project->server, REFRESH_DIAGNOSTICS);
}

void pull_keep(struct project *project, struct file *file, const cJSON *list)
{
    uint64_t id = diagnostics_hash(list);
    if (file->open) {
        keep_open(project, file->open, id);
        return;
    }
    if (file->report && file->report_id == id)
        return;
    pull_forget(project->server, file);
    if (!list->child)
        return;
    if (project->server->pulled_workspace)
        refresh_want(project->server, REFRESH_DIAGNOSTICS);
    struct strbuf printed;
    strbuf_init(&printed, STRBUF_NO_LIMIT);
    json_print(list, &printed);
    file->report = memory_string(strbuf_slice(&printed));
    file->report_id = id;
    strbuf_release(&printed);
}

void pull_forget(struct server *server, struct file *file)
{
    if (file->report && server->pulled_workspace)
        refresh_want(server, REFRESH_DIAGNOSTICS);
    free(file->report);
    file->report = NULL;
}

/* ---- one document ---------------------------------------------------------------------------- */

/* What a request is about; file is NULL where nobody knows it. */
struct subject {
    struct project *project;
    struct file *file;
};

/* The file of a URI that is not open: clients pull for what is about to be. */
static void find_closed(const struct server *server, struct slice uri, struct subject *subject)
{
    struct arena arena;
    arena_init(&arena);
    const char *path = uri_to_path(&arena, uri);
    path = path && path[0] == '/' ? paths_real(&arena, path) : NULL;
    for (struct project *project = server->projects; path && project; project = project->next) {
        struct slice relative;
        bool inside = project->root && !project->doomed &&
                      paths_inside(project->root, path, &relative) &&
                      (!subject->project || strlen(project->root) > strlen(subject->project->root));
        if (inside)
            *subject = (struct subject){project, files_find(project, relative)};
    }
    arena_release(&arena);
}

static struct subject subject_of(const struct server *server, const cJSON *params)
{
    struct subject subject = {NULL, NULL};
    struct slice uri;
    if (!json_get_string(params, "textDocument.uri", &uri))
        return subject;
    const struct open_document *document = documents_find(server, uri);
    if (document)
        subject = (struct subject){document->project, document->file};
    else
        find_closed(server, uri, &subject);
    return subject;
}

static bool is_loaded(const struct project *project)
{
    return project->doomed || (project->ready && project->lookups == 0);
}

/* What was found early is worth an answer to a client that can be made to ask again for the rest. */
static bool has_found_early(const struct server *server, const struct subject *subject)
{
    const struct file *file = subject->file;
    return file && file->open && !file->to_check && file->open->findings.len > 0 &&
           checks_are_early(subject->project) && server->client.refresh_diagnostics;
}

bool pull_is_possible(const struct server *server, const cJSON *params)
{
    if (json_get(params, "textDocument")) {
        struct subject subject = subject_of(server, params);
        return !subject.project || is_loaded(subject.project) || has_found_early(server, &subject);
    }
    const struct project *project = server->projects;
    while (project && is_loaded(project))
        project = project->next;
    return !project;
}

bool pull_is_ready(const struct server *server, const cJSON *params)
{
    if (!pull_is_possible(server, params) || json_get(params, "textDocument"))
        return pull_is_possible(server, params);
    const struct project *project = server->projects;
    while (project && (project->doomed ||
                       (project->reads == 0 && project->to_check.first >= project->to_check.len &&
                        project->to_read.first >= project->to_read.len)))
        project = project->next;
    return !project;
}

uint64_t pull_wait(struct server *server, uint64_t most)
{
    if (!server->client.pulls_workspace || server->pulled_workspace || !server->projects ||
        !pull_is_possible(server, NULL))
        return most;
    if (!server->unpulled_since)
        server->unpulled_since = server->now;
    uint64_t due = server->unpulled_since + PULL_GRACE_MS;
    if (due > server->now)
        return due - server->now < most ? due - server->now : most;
    server->client.pulls_workspace = false;
    publish_what_is_kept(server);
    return most;
}

cJSON *pull_new_list(struct project *project, struct file *file)
{
    struct places places;
    cJSON *list;
    places_init(&places, project);
    if (config_buffer_is(file)) {
        list = publish_new_configuration(project, file, &places);
    } else if (file->open && file->open->plain) {
        list = cJSON_CreateArray();
    } else if (file->open) {
        list = diagnostics_new_list(&places, checks_findings(file->open));
        file->to_check = false;
    } else {
        const char *path = file->path;
        struct planls_results *results = planls_results_new();
        struct planls_diagnostics findings = {0};
        reading_load(project, &path, 1);
        planls_check(project->workspace, path, results, &findings);
        list = diagnostics_new_list(&places, &findings);
        reading_unload(project, &path, 1);
        planls_results_free(results);
    }
    places_release(&places);
    return list;
}

static void tell(struct open_document *document, uint64_t id)
{
    document->found = document->told = id;
    document->told_after = document->edit;
}

/* Other documents whose pulled findings are no longer true. */
static void add_related(struct server *server, const struct subject *subject, cJSON *report)
{
    cJSON *all = NULL;
    uint64_t start = uv_hrtime();
    struct open_document *document = server->documents;
    for (; document; document = document->hh.next) {
        if (document->project != subject->project || document->file == subject->file ||
            document->plain || document->told_after != document->edit ||
            (!document->file->to_check && document->found == document->told))
            continue;
        cJSON *list = pull_new_list(document->project, document->file);
        uint64_t id = diagnostics_hash(list);
        if (id == document->told) {
            cJSON_Delete(list);
        } else {
            if (!all)
                all = json_set(report, "relatedDocuments", cJSON_CreateObject());
            json_set_copied(all, document->uri, pull_report_new(list, id, SLICE("")));
            tell(document, id);
        }
        if (server->client.refresh_diagnostics &&
            uv_hrtime() - start > RELATED_MS * UINT64_C(1000000))
            return;
    }
}

void pull_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct slice uri, previous = {NULL, 0};
    if (!json_get_string(params, "textDocument.uri", &uri)) {
        reply_invalid(reply, "expected textDocument.uri, a string");
        return;
    }
    struct subject subject = subject_of(server, params);
    json_get_string(params, "previousResultId", &previous);
    cJSON *list = subject.file ? pull_new_list(subject.project, subject.file) : cJSON_CreateArray();
    uint64_t id = diagnostics_hash(list);
    reply->result = pull_report_new(list, id, previous);
    struct open_document *document = documents_find(server, uri);
    if (!document)
        return;
    tell(document, id);
    /* Beside a full report LSP4IJ drops related documents, and it keeps no result id that would make a
     * report anything else: who sends none is asked to ask anew. */
    if (server->client.related_documents && (previous.len || !server->client.refresh_diagnostics))
        add_related(server, &subject, reply->result);
}
