/* marks_test.c: bold, italic, struck, code, links and images inside lines are cmark-gfm's: on the lines
 * below and on every line of the sample documents beside the repository. README.md says which
 * differences are meant. */
/* For opendir. */
#define _POSIX_C_SOURCE 200809L

#include "base/strbuf.h"
#include "syntax/inline.h"
#include "syntax/tree.h"

#include <cmark-gfm-core-extensions.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>

static const char *const lines[] = {
    "**a** __b__ *c* _d_ ~~e~~ `f` [g](h) ![i](j)",
    "***a***",
    "**a *b***",
    "*a **b***",
    "*a **b** c*",
    "**5*6**",
    "a*b*c a_b_c 2*3*4 2 * 3 * 4",
    "*(a)* **\"b\"** **b**c a**\"b\"**",
    "**a`**`b** ``c`d`` `` ` `` `e",
    "\\*a\\* \\`b` \\[c](d)",
    "[a](b \"c\") [d](<e f>) [g](h_(i)) [j]( k ) [l](m n)",
    "[a [b] c](d) [a](b [c",
    "[![a](b)](c) [a ![b](c)](d)",
    "[**a**](b) **[a](b)** **a [b*](c) d**",
    "**a:** *b*: __c__ :",
    "<https://a.b/*c*> *d*",
    "a <b c=\"*\"> d* *e",
    "** a ** * b *",
    "***a** b*",
    "*a (b* c) d*",
    "_(a)_/b _a (_b_) c_",
    "**重要**的 **重要**。",
    "**a\t** b**",
    "[]() [a]()",
};

static void put_text(cmark_node *node, struct strbuf *out)
{
    cmark_iter *it = cmark_iter_new(node);
    cmark_event_type event;
    while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
        cmark_node *inner = cmark_iter_get_node(it);
        cmark_node_type type = cmark_node_get_type(inner);
        if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE))
            strbuf_puts(out, cmark_node_get_literal(inner));
    }
    cmark_iter_free(it);
}

static const char *their_name(cmark_node *node)
{
    static const char *const names[][2] = {{"strong", "bold"}, {"emph", "italic"},
                                           {"code", "code"},   {"strikethrough", "struck"},
                                           {"link", "link"},   {"image", "image"}};
    const char *type = cmark_node_get_type_string(node);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(type, names[i][0]) == 0)
            return names[i][1];
    return NULL;
}

static void theirs(struct slice line, struct strbuf *out)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("strikethrough"));
    /* As a heading: no other block can begin in it. */
    cmark_parser_feed(parser, "# ", 2);
    cmark_parser_feed(parser, line.ptr, line.len);
    cmark_parser_feed(parser, " #\n", 3);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_iter *it = cmark_iter_new(document);
    cmark_event_type event;
    while ((event = cmark_iter_next(it)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(it);
        const char *name = event == CMARK_EVENT_ENTER ? their_name(node) : NULL;
        if (!name)
            continue;
        strbuf_printf(out, "%s[", name);
        if (strcmp(name, "code") == 0)
            strbuf_puts(out, cmark_node_get_literal(node));
        else
            put_text(node, out);
        strbuf_puts(out, "] ");
    }
    cmark_iter_free(it);
    cmark_node_free(document);
    cmark_parser_free(parser);
}

struct our {
    struct inline_parser *parser;
    struct arena *arena;
    struct slice text;
};

/* Reference links need definitions, which no line has; bare URLs are an extension. */
static const char *our_name(const struct our *our, const struct inline_node *node)
{
    const char *mark = our->text.ptr + node->span.start;
    switch ((enum inline_kind)node->kind) {
    case INLINE_STRONG:
        return "bold";
    case INLINE_EMPHASIS:
        return "italic";
    case INLINE_STRIKE:
        return "struck";
    case INLINE_CODE:
        return "code";
    case INLINE_LINK:
        return node->is_reference ? NULL : "link";
    case INLINE_IMAGE:
        return node->is_reference ? NULL : "image";
    case INLINE_AUTOLINK:
        return *mark == '<' ? "link" : NULL;
    case INLINE_LABEL:
        if (*mark != '*' && *mark != '_')
            return NULL;
        return mark[1] == *mark ? "bold" : "italic";
    default:
        return NULL;
    }
}

/* What a node's marks enclose: of a label, with the colon where that stands inside. */
static struct span enclosed(const struct our *our, const struct inline_node *node)
{
    struct span span = node->text;
    while (node->kind == INLINE_LABEL && span.end < node->span.end &&
           !strchr("*_", our->text.ptr[span.end]))
        span.end++;
    return span;
}

static void ours(const struct our *our, struct span span, struct strbuf *out)
{
    struct inlines in = inline_parse(our->parser, our->text, span, our->arena);
    for (uint32_t i = 1; i < in.len; i++) {
        const char *name = our_name(our, &in.v[i]);
        if (!name)
            continue;
        struct span inside = enclosed(our, &in.v[i]);
        struct slice plain = span_slice(our->text, inside);
        if (in.v[i].kind != INLINE_CODE) {
            struct inlines part = inline_parse(our->parser, our->text, inside, our->arena);
            plain = inline_plain(&part, our->text, our->arena);
        }
        strbuf_printf(out, "%s[%.*s] ", name, SLICE_ARG(plain));
    }
}

/* `__init__.py`, `__proto__/x`: meant to differ. */
static bool has_name_in_underscores(struct slice line)
{
    for (struct slice rest = line; rest.len > 3; rest = slice_from(rest, 1))
        if ((slice_starts(rest, SLICE("__.")) || slice_starts(rest, SLICE("__/"))) &&
            ascii_is_alnum(rest.ptr[3]))
            return true;
    return false;
}

/* GitHub strikes out what stands between single tildes; in plans they say "about". Meant to differ. */
static bool has_single_tilde(struct slice line)
{
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] == '~' && (i == 0 || line.ptr[i - 1] != '~') &&
            (i + 1 == line.len || line.ptr[i + 1] != '~'))
            return true;
    return false;
}

static bool agrees(const struct our *our, struct span span)
{
    struct slice line = span_slice(our->text, span);
    if (line.len == 0 || has_name_in_underscores(line) || has_single_tilde(line))
        return true;
    struct strbuf a, b;
    strbuf_init(&a, STRBUF_NO_LIMIT);
    strbuf_init(&b, STRBUF_NO_LIMIT);
    ours(our, span, &a);
    theirs(line, &b);
    bool same = slice_equal(strbuf_slice(&a), strbuf_slice(&b));
    if (!same)
        printf("%.*s\n  ours   %.*s\n  theirs %.*s\n", SLICE_ARG(line), SLICE_ARG(strbuf_slice(&a)),
               SLICE_ARG(strbuf_slice(&b)));
    strbuf_release(&b);
    strbuf_release(&a);
    return same;
}

static int document_differs(struct inline_parser *parser, struct slice text)
{
    struct arena arena;
    arena_init(&arena);
    struct our our = {parser, &arena, text};
    struct blocks blocks = syntax_blocks(text, &arena);
    int differ = 0;
    for (uint32_t i = 0; i < blocks.len; i++)
        if (blocks.v[i].kind == BLOCK_LINE || blocks.v[i].kind == BLOCK_HEADING)
            differ += !agrees(&our, blocks.v[i].text);
    arena_release(&arena);
    return differ;
}

static int file_differs(struct inline_parser *parser, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return 0;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    char buffer[65536];
    size_t count;
    while ((count = fread(buffer, 1, sizeof buffer, file)) > 0)
        strbuf_append(&text, (struct slice){buffer, count});
    fclose(file);
    int differ = document_differs(parser, strbuf_slice(&text));
    strbuf_release(&text);
    return differ;
}

/* The documents of one folder of ../shared; false where there is none. */
static bool folder_differs(struct inline_parser *parser, const char *up, const char *name,
                           int *differ)
{
    char folder[4096], path[8192];
    snprintf(folder, sizeof folder, "%s/%s/shared/%s", PLANLS_SOURCE_DIR, up, name);
    DIR *dir = opendir(folder);
    if (!dir)
        return false;
    struct dirent *entry;
    while ((entry = readdir(dir)) != NULL) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (slice_ends(slice_of(entry->d_name), SLICE(".md")) ||
            slice_ends(slice_of(entry->d_name), SLICE(".txt")))
            *differ += file_differs(parser, path);
    }
    closedir(dir);
    return true;
}

int main(void)
{
    cmark_gfm_core_extensions_ensure_registered();
    struct inline_parser *parser = inline_parser_new();
    int differ = 0;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct arena arena;
        arena_init(&arena);
        struct our our = {parser, &arena, slice_of(lines[i])};
        differ += !agrees(&our, (struct span){0, (uint32_t)our.text.len});
        arena_release(&arena);
    }
    static const char *const folders[] = {"seeds", "corpus"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (!folder_differs(parser, "..", folders[i], &differ) &&
            !folder_differs(parser, "../..", folders[i], &differ))
            printf("skipped: there is no ../shared/%s\n", folders[i]);
    inline_parser_free(parser);
    return differ > 0;
}
