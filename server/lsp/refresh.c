/* refresh.c: asking the client to ask anew. */
#include "lsp/refresh.h"

#include "base/hash.h"
#include "lsp/documents.h"

#include <planls/code_lens.h>
#include <planls/inlay_hint.h>

static const char *const methods[REFRESH_COUNT] = {
    [REFRESH_DIAGNOSTICS] = "workspace/diagnostic/refresh",
    [REFRESH_LENSES] = "workspace/codeLens/refresh",
    [REFRESH_HINTS] = "workspace/inlayHint/refresh",
    [REFRESH_TOKENS] = "workspace/semanticTokens/refresh",
    [REFRESH_PLANS] = "planls/planChanged",
};

static bool is_announced(const struct client *client, enum refresh kind)
{
    return kind == REFRESH_DIAGNOSTICS ? client->pulls && client->refresh_diagnostics
           : kind == REFRESH_LENSES    ? client->refresh_lenses
           : kind == REFRESH_HINTS     ? client->refresh_hints
           : kind == REFRESH_TOKENS    ? client->tokens && client->refresh_tokens
                                       : client->plan_changed;
}

void refresh_want(struct server *server, enum refresh kind)
{
    struct refresh_state *state = &server->refreshes[kind];
    if (state->wanted || !is_announced(&server->client, kind))
        return;
    state->wanted = true;
    state->since = server->now;
}

void refresh_settings(struct project *project)
{
    if (project->ready && project_has_open(project))
        refresh_want(project->server, REFRESH_TOKENS);
}

static uint64_t due_at(const struct server *server, int kind)
{
    const struct refresh_state *state = &server->refreshes[kind];
    uint64_t interval = kind == REFRESH_PLANS ? REFRESH_PLANS_INTERVAL_MS : REFRESH_INTERVAL_MS;
    uint64_t paused = state->since + REFRESH_PAUSE_MS;
    uint64_t again = state->sent ? state->sent + interval : 0;
    return paused > again ? paused : again;
}

void refresh_send(struct server *server)
{
    for (int kind = 0; kind < REFRESH_COUNT; kind++) {
        struct refresh_state *state = &server->refreshes[kind];
        if (!state->wanted || due_at(server, kind) > server->now)
            continue;
        state->wanted = false;
        state->sent = server->now;
        if (kind == REFRESH_PLANS)
            rpc_notify(server->bridge, methods[kind], cJSON_CreateObject());
        else
            server_request(server, methods[kind], NULL, NULL);
    }
}

uint64_t refresh_wait(const struct server *server, uint64_t most)
{
    for (int kind = 0; kind < REFRESH_COUNT; kind++) {
        const struct refresh_state *state = &server->refreshes[kind];
        if (!state->wanted)
            continue;
        uint64_t due = due_at(server, kind);
        uint64_t wait = due > server->now ? due - server->now : 0;
        most = wait < most ? wait : most;
    }
    return most;
}

/* ---- lenses and hints ------------------------------------------------------------------------ */

static uint64_t add_range(uint64_t hash, struct planls_range range)
{
    return hash_add(hash, (struct slice){(const char *)&range, sizeof range});
}

static uint64_t add_text(uint64_t hash, const char *text)
{
    return hash_add(hash_add(hash, slice_of(text)), SLICE("\n"));
}

static uint64_t hash_lenses(const struct open_document *document)
{
    struct planls_results *results = planls_results_new();
    struct planls_lenses lenses = {0};
    uint64_t hash = HASH_START;
    planls_lenses(document->project->workspace, document->file->path, results, &lenses);
    for (size_t i = 0; i < lenses.len; i++) {
        const struct planls_lens *lens = &lenses.items[i];
        hash = add_text(add_range(hash, lens->range), lens->title);
        for (size_t p = 0; p < lens->places.len; p++)
            hash =
                add_text(add_range(hash, lens->places.items[p].name), lens->places.items[p].path);
    }
    planls_results_free(results);
    return hash;
}

static uint64_t hash_hints(const struct open_document *document)
{
    struct planls_results *results = planls_results_new();
    struct planls_inlays hints = {0};
    uint64_t hash = HASH_START;
    struct planls_range all = {0, UINT32_MAX};
    planls_inlays(document->project->workspace, document->file->path, all, results, &hints);
    for (size_t i = 0; i < hints.len; i++) {
        const struct planls_inlay *hint = &hints.items[i];
        hash = add_range(hash, (struct planls_range){hint->offset, hint->offset});
        hash = add_text(add_text(hash, hint->label), hint->tooltip);
    }
    planls_results_free(results);
    return hash;
}

void refresh_told_lenses(struct open_document *document)
{
    if (!document->project->server->client.refresh_lenses)
        return;
    document->lenses = hash_lenses(document);
    document->lenses_edit = document->edit;
}

void refresh_told_hints(struct open_document *document)
{
    if (!document->project->server->client.refresh_hints)
        return;
    document->hints = hash_hints(document);
    document->hints_edit = document->edit;
}

void refresh_follow(struct open_document *document)
{
    struct server *server = document->project->server;
    if (document->lenses_edit == document->edit && document->lenses != hash_lenses(document))
        refresh_want(server, REFRESH_LENSES);
    if (document->hints_edit == document->edit && document->hints != hash_hints(document))
        refresh_want(server, REFRESH_HINTS);
}
