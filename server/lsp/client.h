/* client.h: what the client said it can do, decoded once. */
#ifndef PLANLS_LSP_CLIENT_H
#define PLANLS_LSP_CLIENT_H

#include "host/json.h"
#include "text/text.h"

struct client {
    enum text_encoding encoding; /* negotiated */
    bool hover_markdown;
    bool completion_snippets;
    bool completion_insert_replace;
    bool completion_as_is;     /* can leave the indentation of several lines alone */
    bool completion_markdown;  /* documentation */
    uint32_t completion_kinds; /* a bit for each that it can show */
    bool definition_links;     /* LocationLink instead of Location */
    bool implementation_links;
    bool declaration_links;
    bool link_tooltips;
    bool tokens, token_ranges, token_deltas; /* semantic tokens, and how they can be asked for */
    bool action_literals;                    /* CodeAction instead of Command */
    bool action_options;                     /* it has said so, and takes more than "true" */
    bool action_resolve;                     /* asks for an action's edits when it is chosen */
    bool action_preferred;
    bool symbol_tree;    /* DocumentSymbol instead of SymbolInformation */
    bool symbol_resolve; /* asks for a workspace symbol's range when it needs it */
    uint32_t folding_limit;
    bool prepare_rename;
    bool formats_ranges; /* asks for several ranges at once */
    bool apply_edit;     /* takes workspace/applyEdit, without which no command changes anything */
    bool document_changes; /* versioned edits instead of `changes` */
    bool create_files, delete_files;
    bool related_information;
    bool rule_pages;                             /* codeDescription */
    bool diagnostic_data;                        /* sends back what came along with a diagnostic */
    bool symbol_tags, found_symbol_tags;         /* in a document, in the workspace */
    bool completion_tags, completion_deprecated; /* the second: as before there were tags */
    bool tag_unnecessary;
    bool pulls;             /* asks for diagnostics of what is open; nothing is pushed for it */
    bool pulls_workspace;   /* … and of what is closed, or might (pull_wait) */
    bool related_documents; /* takes those of other documents along with an answer */
    bool refresh_diagnostics, refresh_lenses, refresh_hints,
        refresh_tokens;           /* asks anew on request */
    bool plan_changed;            /* is told when a plan it draws changes */
    bool work_done_progress;      /* shows progress of ours */
    bool watches_files;           /* registers file watchers on request */
    bool registers_configuration; /* tells of changed settings on request */
    bool configuration;           /* answers workspace/configuration */
    char show_places[64];         /* its command that lists places: [uri, position, locations] */
};

/* `capabilities` may be NULL or anything. */
void client_read(struct client *client, const cJSON *capabilities);
/* The server's own capabilities, for this client. */
cJSON *client_new_server_capabilities(const struct client *client);

#endif
