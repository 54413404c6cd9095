/* theirs.c: what cmark-gfm says of a document. */
#include "facts.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

static void put_plain(struct strbuf *out, cmark_node *node)
{
    struct strbuf plain;
    strbuf_init(&plain, STRBUF_NO_LIMIT);
    facts_plain(node, &plain);
    facts_put_text(out, strbuf_slice(&plain));
    strbuf_release(&plain);
}

static void put_block(struct strbuf *out, cmark_node *node, int depth)
{
    const char *type = cmark_node_get_type_string(node);
    int line = cmark_node_get_start_line(node);
    if (strcmp(type, "heading") == 0) {
        strbuf_printf(out, "%d heading %d", line, cmark_node_get_heading_level(node));
        put_plain(out, node);
    } else if (strcmp(type, "item") == 0) {
        strbuf_printf(out, "%d item %d", line, depth);
    } else if (strcmp(type, "tasklist") == 0) {
        strbuf_printf(out, "%d item %d task %s", line, depth,
                      cmark_gfm_extensions_get_tasklist_item_checked(node) ? "x" : " ");
    } else if (strcmp(type, "code_block") == 0) {
        strbuf_printf(out, "%d code", line);
        facts_put_text(out, slice_of(cmark_node_get_fence_info(node)));
        facts_put_lines(out, slice_of(cmark_node_get_literal(node)));
    } else if (strcmp(type, "table_cell") == 0) {
        strbuf_puts(out, "cell");
        put_plain(out, node);
    } else if (strcmp(type, "table") == 0) {
        strbuf_puts(out, "table");
    } else if (strcmp(type, "table_row") == 0 || strcmp(type, "table_header") == 0) {
        strbuf_puts(out, "row");
    } else if (strcmp(type, "block_quote") == 0) {
        strbuf_printf(out, "%d quote", line);
    } else if (strcmp(type, "thematic_break") == 0) {
        strbuf_printf(out, "%d break", line);
    } else if (strcmp(type, "html_block") == 0) {
        strbuf_printf(out, "%d html", line);
    } else if (strcmp(type, "paragraph") == 0) {
        strbuf_puts(out, "paragraph");
    } else {
        return;
    }
    strbuf_putc(out, '\n');
}

static bool is_item(cmark_node *node)
{
    const char *type = cmark_node_get_type_string(node);
    return strcmp(type, "item") == 0 || strcmp(type, "tasklist") == 0;
}

void facts_theirs(struct slice normalised, struct strbuf *out)
{
    cmark_node *document = facts_parse(normalised);
    cmark_iter *it = cmark_iter_new(document);
    cmark_event_type event;
    int depth = 0;
    while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(it);
        if (is_item(node))
            depth += event == CMARK_EVENT_ENTER ? 1 : -1;
        if (event == CMARK_EVENT_ENTER)
            put_block(out, node, depth);
    }
    cmark_iter_free(it);
    cmark_node_free(document);
}
