/* rename.c: textDocument/prepareRename and textDocument/rename on the wire. */
#include "lsp/rename.h"

#include "lsp/documents.h"
#include "lsp/reading.h"
#include "lsp/workspace_edit.h"
#include "text/utf8.h"

#include <planls/rename.h>

void rename_prepare(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    uint32_t offset;
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct planls_results *results = planls_results_new();
    struct planls_range range;
    const char *name;
    if (planls_prepare_rename(question.workspace, question.path, offset, results, &range, &name)) {
        reply->result = cJSON_CreateObject();
        json_set(reply->result, "range",
                 positions_new_range(&question.positions, facade_span(range)));
        json_set(reply->result, "placeholder", json_new_string(slice_of(name)));
    }
    planls_results_free(results);
}

static void answer(struct question *question, uint32_t offset, const char *name,
                   struct planls_results *results, struct reply *reply)
{
    struct project *project = question->document->project;
    struct planls_fix fix;
    const char *refusal;
    const char *const *paths;
    size_t count;
    planls_rename_documents(question->workspace, question->path, offset, results, &paths, &count);
    reading_load(project, paths, count);
    if (planls_rename(question->workspace, question->path, offset, name, results, &fix, &refusal)) {
        struct places places;
        places_init(&places, project);
        reply->result = workspace_edit_new(&places, &fix);
        places_release(&places);
    } else {
        reply_refuse(reply, refusal);
    }
    reading_unload(project, paths, count);
}

void rename_answer(struct server *server, const cJSON *params, struct reply *reply)
{
    struct question question;
    uint32_t offset;
    const cJSON *name = json_get(params, "newName");
    if (!question_read_at(server, params, &question, &offset, reply))
        return;
    struct slice wanted;
    if (!json_string(name, &wanted) || utf8_valid_prefix(wanted) < wanted.len) {
        reply_invalid(reply, "expected newName, a string without NUL");
        return;
    }
    const struct project *project = question.document->project;
    if (project->root && !project->ready) { /* half a rename breaks what has not been read */
        reply_refuse(reply, "The workspace is still being read: try again in a moment");
        return;
    }
    struct planls_results *results = planls_results_new();
    answer(&question, offset, name->valuestring, results, reply);
    planls_results_free(results);
}
