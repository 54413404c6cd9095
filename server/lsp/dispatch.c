/* dispatch.c: the table of methods. */
#include "lsp/dispatch.h"

#include "lsp/code_action.h"
#include "lsp/configuration.h"
#include "lsp/definition.h"
#include "lsp/folders.h"
#include "lsp/hover.h"
#include "lsp/lifecycle.h"
#include "lsp/sync.h"
#include "lsp/watched_files.h"

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
    {"textDocument/hover", hover_answer, DISPATCH_QUESTION},
    {"textDocument/definition", definition_answer, DISPATCH_QUESTION},
    {"textDocument/codeAction", code_action_answer, DISPATCH_QUESTION},
    {NULL, NULL, DISPATCH_LIFE},
};
