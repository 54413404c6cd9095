/* facts.c: what both sides of the comparison share. */
#include "facts.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <string.h>

void facts_normalise(struct slice text, const struct blocks *blocks, struct strbuf *out)
{
    uint32_t front = 0;
    if (blocks->len > 1 && blocks->v[1].kind == BLOCK_FRONT_MATTER)
        front = blocks->v[1].span.end;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\r') {
            size_t end = i;
            while (end < text.len && text.ptr[end] == '\r')
                end++;
            bool line_end = end == text.len || text.ptr[end] == '\n';
            if (!line_end)
                strbuf_putc(out, ' ');
        } else if (c == '\n' || i >= front) {
            strbuf_putc(out, c);
        }
    }
}

cmark_node *facts_parse(struct slice text)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("tasklist"));
    cmark_parser_feed(parser, text.ptr, text.len);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

void facts_plain(cmark_node *node, struct strbuf *out)
{
    cmark_iter *it = cmark_iter_new(node);
    cmark_event_type event;
    while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
        cmark_node *at = cmark_iter_get_node(it);
        cmark_node_type type = cmark_node_get_type(at);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            strbuf_putc(out, ' ');
        else if (event == CMARK_EVENT_ENTER && at != node && cmark_node_get_literal(at))
            strbuf_puts(out, cmark_node_get_literal(at));
    }
    cmark_iter_free(it);
}

static bool is_mark(char c)
{
    return c == ' ' || c == '\t' || c == '>' || c == '\r';
}

void facts_put_lines(struct strbuf *out, struct slice lines)
{
    struct slice_split it = {lines, false};
    struct slice line;
    size_t blanks = 0;
    bool any = false;
    strbuf_puts(out, " '");
    while (slice_split_next(&it, '\n', &line)) {
        while (line.len > 0 && is_mark(line.ptr[0]))
            line = slice_from(line, 1);
        line = slice_trim_end(line);
        if (line.len == 0) {
            blanks++;
            continue;
        }
        for (; any && blanks > 0; blanks--)
            strbuf_puts(out, "\\n");
        if (any)
            strbuf_puts(out, "\\n");
        blanks = 0;
        any = true;
        strbuf_append(out, line);
    }
    strbuf_putc(out, '\'');
}

void facts_put_text(struct strbuf *out, struct slice text)
{
    text = slice_trim(text);
    strbuf_puts(out, " '");
    bool space = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (ascii_is_space(c) || (space && c == '>')) {
            space = true;
            continue;
        }
        if (space)
            strbuf_putc(out, ' ');
        strbuf_putc(out, c);
        space = false;
    }
    strbuf_putc(out, '\'');
}
