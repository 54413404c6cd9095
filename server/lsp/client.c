/* client.c: the client's capabilities in, the server's out. */
#include "lsp/client.h"

#include "lsp/code_action.h"
#include "lsp/completion.h"
#include "lsp/execute_command.h"
#include "lsp/file_operations.h"
#include "lsp/positions.h"
#include "lsp/semantic_tokens.h"

#include <string.h>

static bool can(const cJSON *capabilities, const char *path)
{
    bool value = false;
    return json_get_bool(capabilities, path, &value) && value;
}

/* Is the string or number among the array's? */
static bool holds_string(const cJSON *array, const char *wanted)
{
    const cJSON *value;
    struct slice s;
    cJSON_ArrayForEach(value, array)
    {
        if (json_string(value, &s) && slice_is(s, wanted))
            return true;
    }
    return false;
}

/* Clients that nobody taught our command have one of their own for it. They say so in
 * `experimental.planls.showPlaces`. */
static void read_show_places(struct client *client, const cJSON *capabilities)
{
    struct slice name = SLICE("planls.showPlaces");
    json_get_string(capabilities, "experimental.planls.showPlaces", &name);
    if (name.len >= sizeof client->show_places)
        name = SLICE("planls.showPlaces");
    memcpy(client->show_places, name.ptr, name.len);
}

static bool holds_number(const cJSON *array, uint32_t wanted)
{
    const cJSON *value;
    uint32_t number;
    cJSON_ArrayForEach(value, array)
    {
        if (json_u32(value, &number) && number == wanted)
            return true;
    }
    return false;
}

/* The kinds as bits; those of the protocol's first version where the client lists none. */
static uint32_t completion_kinds(const cJSON *document)
{
    const cJSON *listed = json_at(document, "completion.completionItemKind.valueSet");
    const cJSON *value;
    uint32_t number, kinds = 0;
    cJSON_ArrayForEach(value, listed)
    {
        if (json_u32(value, &number) && number < 32)
            kinds |= UINT32_C(1) << number;
    }
    return cJSON_IsArray(listed) ? kinds : (UINT32_C(1) << 19) - 1;
}

/* Before 3.18 a client said under publishDiagnostics alone what goes for pulled ones too. One that says
 * nothing at all of them is taken for a present-day one. */
static bool in_diagnostics(const cJSON *document, const char *name)
{
    const cJSON *pushed = json_get(document, "publishDiagnostics");
    const cJSON *pulled = json_get(document, "diagnostic");
    return (!pushed && !pulled) || can(pushed, name) || can(pulled, name);
}

#define TAG_UNNECESSARY 1 /* a DiagnosticTag */
#define TAG_DEPRECATED  1 /* a SymbolTag, a CompletionItemTag */

static bool in_tags(const cJSON *document, uint32_t tag)
{
    return holds_number(json_at(document, "publishDiagnostics.tagSupport.valueSet"), tag) ||
           holds_number(json_at(document, "diagnostic.tagSupport.valueSet"), tag);
}

/* The first of the formats that we write is the one that the client likes best. */
static bool prefers_markdown(const cJSON *formats, bool otherwise)
{
    const cJSON *format;
    struct slice name;
    cJSON_ArrayForEach(format, formats)
    {
        if (json_string(format, &name) &&
            (slice_is(name, "markdown") || slice_is(name, "plaintext")))
            return slice_is(name, "markdown");
    }
    return otherwise;
}

void client_read(struct client *client, const cJSON *capabilities)
{
    const cJSON *document = json_get(capabilities, "textDocument");
    const cJSON *workspace = json_get(capabilities, "workspace");
    /* A client that says nothing at all of them is taken for a present-day one. */
    bool silent_on_actions = !json_get(document, "codeAction");
    const cJSON *operations = json_at(workspace, "workspaceEdit.resourceOperations");
    *client = (struct client){
        .encoding = positions_negotiate(json_at(capabilities, "general.positionEncodings")),
        .hover_markdown = prefers_markdown(json_at(document, "hover.contentFormat"), true),
        .completion_snippets = can(document, "completion.completionItem.snippetSupport"),
        .completion_insert_replace =
            can(document, "completion.completionItem.insertReplaceSupport"),
        .completion_as_is = holds_number(
            json_at(document, "completion.completionItem.insertTextModeSupport.valueSet"), 1),
        .completion_markdown = prefers_markdown(
            json_at(document, "completion.completionItem.documentationFormat"), false),
        .completion_kinds = completion_kinds(document),
        .definition_links = can(document, "definition.linkSupport"),
        .implementation_links = can(document, "implementation.linkSupport"),
        .declaration_links = can(document, "declaration.linkSupport"),
        .link_tooltips = can(document, "documentLink.tooltipSupport"),
        .tokens = holds_string(json_at(document, "semanticTokens.formats"), "relative"),
        .token_ranges = json_at(document, "semanticTokens.requests.range") &&
                        !cJSON_IsFalse(json_at(document, "semanticTokens.requests.range")),
        .token_deltas = can(document, "semanticTokens.requests.full.delta"),
        .action_options = json_at(document, "codeAction.codeActionLiteralSupport"),
        .action_literals =
            silent_on_actions || json_at(document, "codeAction.codeActionLiteralSupport"),
        .action_resolve =
            can(document, "codeAction.dataSupport") &&
            holds_string(json_at(document, "codeAction.resolveSupport.properties"), "edit"),
        .action_preferred = can(document, "codeAction.isPreferredSupport"),
        .prepare_rename = can(document, "rename.prepareSupport"),
        .symbol_tree = can(document, "documentSymbol.hierarchicalDocumentSymbolSupport"),
        .symbol_resolve =
            holds_string(json_at(workspace, "symbol.resolveSupport.properties"), "location.range"),
        .folding_limit = UINT32_MAX,
        .formats_ranges = can(document, "rangeFormatting.rangesSupport"),
        .apply_edit = can(workspace, "applyEdit"),
        .document_changes = can(workspace, "workspaceEdit.documentChanges"),
        .create_files = holds_string(operations, "create"),
        .delete_files = holds_string(operations, "delete"),
        .related_information = in_diagnostics(document, "relatedInformation"),
        .rule_pages = in_diagnostics(document, "codeDescriptionSupport"),
        .diagnostic_data = in_diagnostics(document, "dataSupport"),
        .tag_unnecessary = in_tags(document, TAG_UNNECESSARY),
        .symbol_tags =
            holds_number(json_at(document, "documentSymbol.tagSupport.valueSet"), TAG_DEPRECATED),
        .found_symbol_tags =
            holds_number(json_at(workspace, "symbol.tagSupport.valueSet"), TAG_DEPRECATED),
        .completion_tags = holds_number(
            json_at(document, "completion.completionItem.tagSupport.valueSet"), TAG_DEPRECATED),
        .completion_deprecated = can(document, "completion.completionItem.deprecatedSupport"),
        .pulls = cJSON_IsObject(json_get(document, "diagnostic")),
        .pulls_workspace = cJSON_IsObject(json_get(document, "diagnostic")) &&
                           cJSON_IsObject(json_get(workspace, "diagnostics")),
        .related_documents = can(document, "diagnostic.relatedDocumentSupport"),
        .refresh_diagnostics = can(workspace, "diagnostics.refreshSupport"),
        .refresh_lenses = can(workspace, "codeLens.refreshSupport"),
        .refresh_hints = can(workspace, "inlayHint.refreshSupport"),
        .refresh_tokens = can(workspace, "semanticTokens.refreshSupport"),
        .plan_changed = can(capabilities, "experimental.planls.planChanged"),
        .work_done_progress = can(capabilities, "window.workDoneProgress"),
        .watches_files = can(workspace, "didChangeWatchedFiles.dynamicRegistration"),
        .registers_configuration = can(workspace, "didChangeConfiguration.dynamicRegistration"),
        .configuration = can(workspace, "configuration"),
    };
    json_get_u32(document, "foldingRange.rangeLimit", &client->folding_limit);
    read_show_places(client, capabilities);
}

static cJSON *new_sync(void)
{
    cJSON *sync = cJSON_CreateObject();
    json_set(sync, "openClose", cJSON_CreateBool(true));
    json_set(sync, "change", cJSON_CreateNumber(2)); /* incremental */
    cJSON *save = json_set(sync, "save", cJSON_CreateObject());
    json_set(save, "includeText", cJSON_CreateBool(false));
    return sync;
}

cJSON *client_new_server_capabilities(const struct client *client)
{
    cJSON *all = cJSON_CreateObject();
    json_set(all, "positionEncoding",
             cJSON_CreateString(positions_encoding_name(client->encoding)));
    json_set(all, "textDocumentSync", new_sync());
    json_set(all, "hoverProvider", cJSON_CreateBool(true));
    json_set(all, "completionProvider", completion_new_capability());
    json_set(all, "definitionProvider", cJSON_CreateBool(true));
    json_set(all, "declarationProvider", cJSON_CreateBool(true));
    cJSON *links = json_set(all, "documentLinkProvider", cJSON_CreateObject());
    json_set(links, "resolveProvider", cJSON_CreateBool(true));
    if (client->tokens)
        json_set(all, "semanticTokensProvider", semantic_tokens_new_capability(client));
    json_set(all, "implementationProvider", cJSON_CreateBool(true));
    json_set(all, "callHierarchyProvider", cJSON_CreateBool(true));
    json_set(all, "typeHierarchyProvider", cJSON_CreateBool(true));
    json_set(all, "documentFormattingProvider", cJSON_CreateBool(true));
    cJSON *ranges = json_set(all, "documentRangeFormattingProvider",
                             client->formats_ranges ? cJSON_CreateObject() : cJSON_CreateTrue());
    if (client->formats_ranges)
        json_set(ranges, "rangesSupport", cJSON_CreateBool(true));
    cJSON *typed = json_set(all, "documentOnTypeFormattingProvider", cJSON_CreateObject());
    json_set(typed, "firstTriggerCharacter", cJSON_CreateString("|"));
    json_set(all, "referencesProvider", cJSON_CreateBool(true));
    json_set(all, "documentHighlightProvider", cJSON_CreateBool(true));
    json_set(all, "documentSymbolProvider", cJSON_CreateBool(true));
    /* Options only for who can prepare: an older client reads a boolean. */
    cJSON *rename = json_set(all, "renameProvider",
                             client->prepare_rename ? cJSON_CreateObject() : cJSON_CreateTrue());
    if (client->prepare_rename)
        json_set(rename, "prepareProvider", cJSON_CreateBool(true));
    cJSON *lenses = json_set(all, "codeLensProvider", cJSON_CreateObject());
    json_set(lenses, "resolveProvider", cJSON_CreateBool(true));
    json_set(all, "inlayHintProvider", cJSON_CreateBool(true));
    if (client->pulls) {
        cJSON *diagnostics = json_set(all, "diagnosticProvider", cJSON_CreateObject());
        json_set(diagnostics, "identifier", cJSON_CreateString("planls"));
        json_set(diagnostics, "interFileDependencies", cJSON_CreateBool(true));
        json_set(diagnostics, "workspaceDiagnostics", cJSON_CreateBool(true));
        json_set(diagnostics, "workDoneProgress", cJSON_CreateBool(true));
    }
    json_set(all, "foldingRangeProvider", cJSON_CreateBool(true));
    json_set(all, "selectionRangeProvider", cJSON_CreateBool(true));
    cJSON *symbols = json_set(all, "workspaceSymbolProvider", cJSON_CreateObject());
    json_set(symbols, "resolveProvider", cJSON_CreateBool(true));
    if (client->action_literals && !client->action_options)
        json_set(all, "codeActionProvider", cJSON_CreateTrue());
    if (client->action_options) {
        cJSON *actions = json_set(all, "codeActionProvider", cJSON_CreateObject());
        json_set(actions, "codeActionKinds", code_action_new_kinds());
        if (client->action_resolve)
            json_set(actions, "resolveProvider", cJSON_CreateBool(true));
    }
    json_set(json_set(all, "executeCommandProvider", cJSON_CreateObject()), "commands",
             execute_command_new_names());
    cJSON *own = json_set(json_set(all, "experimental", cJSON_CreateObject()), "planls",
                          cJSON_CreateObject());
    json_set(own, "planView", cJSON_CreateBool(true));
    cJSON *workspace = json_set(all, "workspace", cJSON_CreateObject());
    cJSON *folders = json_set(workspace, "workspaceFolders", cJSON_CreateObject());
    json_set(folders, "supported", cJSON_CreateBool(true));
    json_set(folders, "changeNotifications", cJSON_CreateBool(true));
    json_set(workspace, "fileOperations", file_operations_new_capability());
    return all;
}
