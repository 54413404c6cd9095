/* checks.c: when which document is judged. */
#include "lsp/checks.h"

#include "lsp/files.h"
#include "lsp/publish.h"
#include "lsp/reading.h"

static bool can_check(const struct project *project)
{
    return project->ready && !project->doomed && project->lookups == 0;
}

bool checks_are_early(const struct project *project)
{
    return !project->ready && !project->doomed && !project->was_ready && project->scans > 0;
}

/* Judges an open document, as far as can be, and keeps what was found. */
static void judge_open(struct open_document *document)
{
    struct project *project = document->project;
    planls_results_free(document->results);
    document->results = planls_results_new();
    document->findings = (struct planls_diagnostics){0};
    document->generation = project->generation;
    if (project->ready)
        planls_check(project->workspace, document->file->path, document->results,
                     &document->findings);
    else
        planls_check_alone(project->workspace, document->file->path, document->results,
                           &document->findings);
}

const struct planls_diagnostics *checks_findings(struct open_document *document)
{
    if (!document->results || document->generation != document->project->generation)
        judge_open(document);
    return &document->findings;
}

/* That nothing was found is no news before all is known. */
static void run_early(struct project *project, struct file *file)
{
    file->to_check = false;
    judge_open(file->open);
    if (file->open->findings.len > 0 || file->published_uri)
        publish_findings(project, file, &file->open->findings);
}

void checks_run(struct project *project, struct file *file)
{
    if (!project->ready && file->open) {
        run_early(project, file);
        return;
    }
    file->to_check = false;
    if (file->open) {
        judge_open(file->open);
        refresh_follow(file->open);
        publish_findings(project, file, &file->open->findings);
        return;
    }
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics findings = {0};
    planls_check(project->workspace, file->path, results, &findings);
    publish_findings(project, file, &findings);
    planls_results_free(results);
}

static struct open_document *next_open(const struct server *server)
{
    struct open_document *best = NULL;
    struct open_document *document = server->documents;
    for (; document; document = document->hh.next)
        if (document->file->to_check && !document->plain &&
            (can_check(document->project) || checks_are_early(document->project)) &&
            (!best || document->file->edited > best->file->edited))
            best = document;
    return best;
}

/* Milliseconds until closed documents may be judged. */
static uint64_t closed_wait(const struct project *project)
{
    uint64_t now = project->server->now, from = project->server->heard + CHECKS_QUIET_MS;
    uint64_t anyway = project->closed_last + CHECKS_SELDOM_MS;
    from = from < anyway ? from : anyway;
    from = from > project->closed_after ? from : project->closed_after;
    return from > now ? from - now : 0;
}

void checks_run_early(struct server *server)
{
    struct open_document *document = server->documents;
    for (; document; document = document->hh.next)
        if (document->file->to_check && !document->plain && checks_are_early(document->project))
            run_early(document->project, document->file);
}

/* A closed document is judged when its text is here: it is read again for that. True where the queue has
 * become shorter, if only by what is open meanwhile: someone may wait for its end. */
static bool start_closed(struct project *project)
{
    if (!can_check(project) || closed_wait(project) > 0 || project->reads > 0 ||
        project->to_check.first >= project->to_check.len)
        return false;
    struct file *file;
    bool lately = project->server->now - project->server->heard < CHECKS_LATELY_MS;
    int most = lately ? CHECKS_CLOSED_GENTLY : CHECKS_CLOSED_AT_ONCE;
    project->closed_last = project->server->now;
    for (int i = 0; i < most && (file = files_next_check(project)); i++) {
        file->to_check = file->document;
        if (file->document)
            files_want_read(project, file);
    }
    reading_start(project);
    return true;
}

bool checks_run_next(struct server *server)
{
    struct open_document *document = next_open(server);
    if (document) {
        checks_run(document->project, document->file);
        return true;
    }
    for (struct project *project = server->projects; project; project = project->next)
        if (start_closed(project))
            return true;
    return false;
}

bool checks_make_ready(struct server *server)
{
    struct open_document *document = server->documents;
    for (; document; document = document->hh.next) {
        struct workspace *ws = document->project->workspace->ws;
        struct slice path = {document->file->path, document->file->path_len};
        if (document->ready || document->plain || !document->results ||
            !can_check(document->project))
            continue;
        document->ready = true;
        const struct document *snapshot = workspace_find(ws, path);
        size_t len = snapshot ? snapshot->text.bytes.len : 0;
        if (len >= CHECKS_READY_LEAST && len <= CHECKS_READY_MOST && workspace_make_ready(ws, path))
            return true;
    }
    return false;
}

bool checks_are_overdue(const struct server *server)
{
    const struct open_document *document = next_open(server);
    return document && server->now - document->file->marked > CHECKS_PATIENCE_MS;
}

uint64_t checks_wait(const struct server *server, uint64_t most)
{
    for (const struct project *project = server->projects; project; project = project->next) {
        bool waiting = project->to_check.first < project->to_check.len;
        if (!waiting || !can_check(project) || project->reads > 0)
            continue;
        uint64_t wait = closed_wait(project);
        most = wait < most ? wait : most;
    }
    return most;
}
