/* dispatch.c: the table of methods. */
#include "lsp/dispatch.h"

#include "lsp/call_hierarchy.h"
#include "lsp/code_action.h"
#include "lsp/code_lens.h"
#include "lsp/completion.h"
#include "lsp/configuration.h"
#include "lsp/declaration.h"
#include "lsp/definition.h"
#include "lsp/document_highlight.h"
#include "lsp/document_link.h"
#include "lsp/document_symbol.h"
#include "lsp/execute_command.h"
#include "lsp/file_operations.h"
#include "lsp/folders.h"
#include "lsp/folding_range.h"
#include "lsp/formatting.h"
#include "lsp/hover.h"
#include "lsp/implementation.h"
#include "lsp/index_progress.h"
#include "lsp/inlay_hint.h"
#include "lsp/lifecycle.h"
#include "lsp/plan_view.h"
#include "lsp/pull.h"
#include "lsp/references.h"
#include "lsp/rename.h"
#include "lsp/selection_range.h"
#include "lsp/semantic_tokens.h"
#include "lsp/sync.h"
#include "lsp/type_hierarchy.h"
#include "lsp/watched_files.h"
#include "lsp/workspace_symbol.h"

const struct dispatch dispatch_table[] = {
    {"initialize", lifecycle_initialize, DISPATCH_LIFE},
    {"initialized", lifecycle_initialized, DISPATCH_NOTIFICATION},
    {"shutdown", lifecycle_shutdown, DISPATCH_LIFE},
    {"exit", lifecycle_exit, DISPATCH_LIFE},
    {"$/setTrace", lifecycle_set_trace, DISPATCH_NOTIFICATION},
    {"textDocument/didOpen", sync_did_open, DISPATCH_NOTIFICATION},
    {"textDocument/didChange", sync_did_change, DISPATCH_NOTIFICATION},
    {"textDocument/didSave", sync_did_save, DISPATCH_NOTIFICATION},
    {"textDocument/didClose", sync_did_close, DISPATCH_NOTIFICATION},
    {"workspace/didChangeWatchedFiles", watched_files_did_change, DISPATCH_NOTIFICATION},
    {"workspace/didChangeConfiguration", configuration_did_change, DISPATCH_NOTIFICATION},
    {"workspace/didChangeWorkspaceFolders", folders_did_change, DISPATCH_NOTIFICATION},
    {"window/workDoneProgress/cancel", index_progress_cancel, DISPATCH_NOTIFICATION},
    {"textDocument/diagnostic", pull_answer, DISPATCH_PULL},
    {"workspace/diagnostic", pull_answer_workspace, DISPATCH_PULL},
    {"textDocument/hover", hover_answer, DISPATCH_QUESTION},
    {"textDocument/definition", definition_answer, DISPATCH_QUESTION},
    {"textDocument/declaration", declaration_answer, DISPATCH_QUESTION},
    {"textDocument/completion", completion_answer, DISPATCH_QUESTION},
    {"completionItem/resolve", completion_resolve, DISPATCH_REQUEST},
    {"textDocument/codeAction", code_action_answer, DISPATCH_QUESTION},
    {"codeAction/resolve", code_action_resolve, DISPATCH_REQUEST},
    {"textDocument/implementation", implementation_answer, DISPATCH_QUESTION},
    {"textDocument/references", references_answer, DISPATCH_QUESTION},
    {"textDocument/documentHighlight", document_highlight_answer, DISPATCH_QUESTION},
    {"textDocument/documentLink", document_link_answer, DISPATCH_QUESTION},
    {"documentLink/resolve", document_link_resolve, DISPATCH_REQUEST},
    {"textDocument/documentSymbol", document_symbol_answer, DISPATCH_QUESTION},
    {"textDocument/foldingRange", folding_range_answer, DISPATCH_QUESTION},
    {"textDocument/selectionRange", selection_range_answer, DISPATCH_QUESTION},
    {"textDocument/semanticTokens/full", semantic_tokens_full, DISPATCH_QUESTION},
    {"textDocument/semanticTokens/full/delta", semantic_tokens_delta, DISPATCH_QUESTION},
    {"textDocument/semanticTokens/range", semantic_tokens_range, DISPATCH_QUESTION},
    {"textDocument/prepareCallHierarchy", call_hierarchy_prepare, DISPATCH_QUESTION},
    {"callHierarchy/incomingCalls", call_hierarchy_incoming, DISPATCH_REQUEST},
    {"callHierarchy/outgoingCalls", call_hierarchy_outgoing, DISPATCH_REQUEST},
    {"textDocument/prepareTypeHierarchy", type_hierarchy_prepare, DISPATCH_QUESTION},
    {"typeHierarchy/supertypes", type_hierarchy_supertypes, DISPATCH_REQUEST},
    {"typeHierarchy/subtypes", type_hierarchy_subtypes, DISPATCH_REQUEST},
    {"textDocument/formatting", formatting_document, DISPATCH_QUESTION},
    {"textDocument/rangeFormatting", formatting_range, DISPATCH_QUESTION},
    {"textDocument/rangesFormatting", formatting_ranges, DISPATCH_QUESTION},
    {"textDocument/onTypeFormatting", formatting_typed, DISPATCH_QUESTION},
    {"textDocument/codeLens", code_lens_answer, DISPATCH_QUESTION},
    {"codeLens/resolve", code_lens_resolve, DISPATCH_REQUEST},
    {"textDocument/inlayHint", inlay_hint_answer, DISPATCH_QUESTION},
    {"textDocument/prepareRename", rename_prepare, DISPATCH_QUESTION},
    {"textDocument/rename", rename_answer, DISPATCH_QUESTION},
    {"workspace/willRenameFiles", file_operations_will_rename, DISPATCH_EVERYWHERE},
    {"workspace/willDeleteFiles", file_operations_will_delete, DISPATCH_EVERYWHERE},
    {"workspace/didCreateFiles", file_operations_did, DISPATCH_NOTIFICATION},
    {"workspace/didRenameFiles", file_operations_did, DISPATCH_NOTIFICATION},
    {"workspace/didDeleteFiles", file_operations_did, DISPATCH_NOTIFICATION},
    {"workspace/executeCommand", execute_command_answer, DISPATCH_REQUEST},
    {"workspace/symbol", workspace_symbol_answer, DISPATCH_EVERYWHERE},
    {"workspaceSymbol/resolve", workspace_symbol_resolve, DISPATCH_REQUEST},
    {"planls/planView", plan_view_answer, DISPATCH_QUESTION},
    {"planls/planPlace", plan_view_place, DISPATCH_QUESTION},
    {NULL, NULL, DISPATCH_LIFE},
};
