/* reference_fences.c: files named in fences without a language: directory trees, flows of documents,
 * lists of them. What a program's text says in a fence is no reference.
 */
#include "model/labels.h"
#include "model/reference_build.h"

#include <string.h>

#define TREE_DEPTH_MAX 24
#define TREE_LINE_MAX  400 /* bytes; a longer line is no tree's */

/* ---- trees ----------------------------------------------------------------------------------- */

struct tree {
    uint32_t columns[TREE_DEPTH_MAX]; /* of the folders that are open, outermost first */
    struct slice names[TREE_DEPTH_MAX];
    size_t depth;
};

/* What draws branches, well and as mojibake (UTF-8 read as Windows-1252 or -1254). One of a branch's
 * marks takes one column. */
static size_t branch_length(struct slice s)
{
    static const char *const marks[] = {"│", "├", "└",   "─",   "┬",   "┌",   "╰",
                                        "╭", "┃", "┣",   "┗",   "━",   "║",   "╠",
                                        "╚", "═", "â”‚", "â”œ", "â””", "â”€", "\xC2\xA0"};
    if (s.len == 0)
        return 0;
    if (strchr("|`+-\\ ", s.ptr[0]) && s.ptr[0])
        return 1;
    if ((unsigned char)s.ptr[0] < 0x80)
        return 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts(s, slice_of(marks[i])))
            return slice_of(marks[i]).len;
    return 0;
}

/* Bytes of branches at the start of a line and how many columns they take; *drawn where there is more
 * than spaces: `├─`, `|--`, `+--`. */
static size_t branches(struct slice s, uint32_t *column, bool *drawn)
{
    size_t at = 0;
    bool strokes = false;
    *column = 0;
    *drawn = false;
    for (size_t n; (n = branch_length(slice_from(s, at))) > 0; at += n) {
        bool wide = (unsigned char)s.ptr[at] >= 0x80 && (unsigned char)s.ptr[at] != 0xC2;
        strokes = strokes || s.ptr[at] == '|' || s.ptr[at] == '`' || s.ptr[at] == '+' || wide;
        *drawn = *drawn || wide || (strokes && s.ptr[at] == '-');
        (*column)++;
    }
    return at;
}

/* A tree's entry: the name up to two spaces, a comment or a note. */
static struct slice entry_name(struct slice s)
{
    size_t end = 0;
    while (end < s.len && s.ptr[end] != ' ' && s.ptr[end] != '\t' && s.ptr[end] != '#' &&
           s.ptr[end] != '(' && s.ptr[end] != ',' && !slice_starts(slice_from(s, end), SLICE("←")))
        end++;
    struct slice name = slice_sub(s, 0, end);
    while (name.len && strchr("*`:", name.ptr[name.len - 1]))
        name.len--;
    while (name.len && strchr("*`", name.ptr[0]))
        name = slice_from(name, 1);
    return name;
}

/* The folders that are open, and the name, joined. */
static struct slice joined(struct builder *b, const struct tree *tree, struct slice name)
{
    struct slice path = SLICE("");
    for (size_t i = 0; i < tree->depth; i++)
        path = slice_of(
            arena_printf(b->scratch, "%.*s%.*s/", SLICE_ARG(path), SLICE_ARG(tree->names[i])));
    return slice_of(arena_printf(b->arena, "%.*s%.*s", SLICE_ARG(path), SLICE_ARG(name)));
}

static void open_folder(struct builder *b, struct tree *tree, uint32_t column, struct slice name)
{
    while (name.len > 1 && name.ptr[name.len - 1] == '/')
        name.len--;
    if (tree->depth == TREE_DEPTH_MAX)
        return;
    *VEC_PUSH(b->scratch, &b->model->drawn_folders) =
        (struct drawn_folder){span_of(b->bytes, name), joined(b, tree, name)};
    tree->columns[tree->depth] = column;
    tree->names[tree->depth++] = name;
}

/* Adds an entry of a tree; false where the line is none. */
static bool read_entry(struct reference_maker *maker, struct tree *tree, struct span line)
{
    struct builder *b = maker->b;
    struct slice s = span_slice(b->bytes, line);
    uint32_t column;
    bool drawn;
    size_t at = branches(s, &column, &drawn);
    struct slice name = entry_name(slice_from(s, at));
    if (!drawn || s.len > TREE_LINE_MAX) {
        /* the root of a tree to come: `project/` alone at the margin */
        tree->depth = 0;
        if (at == 0 && name.len > 1 && name.ptr[name.len - 1] == '/' && !slice_is(name, "./"))
            open_folder(b, tree, 0, name);
        return false;
    }
    while (tree->depth && tree->columns[tree->depth - 1] >= column)
        tree->depth--;
    size_t length;
    if (name.len == 0)
        return true;
    if (name.ptr[name.len - 1] == '/') {
        open_folder(b, tree, column, name);
        return true;
    }
    if (!path_is_code(name, &length) || length != name.len) {
        if (slice_find_byte(name, '.') == SLICE_NONE && slice_find_byte(name, '*') == SLICE_NONE)
            open_folder(b, tree, column,
                        name); /* a folder without its slash, if anything is below */
        return true;
    }
    struct span target = span_of(b->bytes, name);
    size_t index = b->model->references.len;
    reference_add_file(maker, REFERENCE_BARE, target, target.end);
    if (tree->depth)
        for (size_t i = index; i < b->model->references.len; i++)
            b->model->references.items[i].path =
                joined(b, tree, b->model->references.items[i].path);
    return true;
}

/* ---- plain text ------------------------------------------------------------------------------ */

/* Fences of programs and examples are not read; those without a word, or of plain text, are. */
static bool is_read(const struct builder *b, uint32_t block)
{
    static const char *const words[] = {"", "text", "txt", "plaintext", "plain", "tree", "ascii"};
    struct slice info = slice_trim(span_slice(b->bytes, b->blocks->v[block].marker));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(info, words[i]))
            return true;
    return false;
}

/* In plain text of a fence only documents count: what else ends like a file is mostly output. */
static void read_text(struct reference_maker *maker, struct span line)
{
    struct slice s = span_slice(maker->b->bytes, line);
    size_t at = 0, start, end;
    while (path_next(s, &at, &start, &end)) {
        if (!path_is_document(slice_sub(s, start, end)))
            continue;
        struct span target = {line.start + (uint32_t)start, line.start + (uint32_t)end};
        at = reference_add_file(maker, REFERENCE_BARE, target, line.start + (uint32_t)at) -
             line.start;
    }
}

void references_of_fence(struct reference_maker *maker, uint32_t block)
{
    const struct builder *b = maker->b;
    struct span text = b->blocks->v[block].text;
    struct tree tree = {0};
    struct named_documents outside = maker->named; /* what a fence names ends with it */
    if (span_is_empty(text) || !is_read(b, block) || !path_may_occur(span_slice(b->bytes, text)))
        return;
    for (uint32_t at = text.start; at < text.end;) {
        uint32_t end = at;
        while (end < text.end && b->bytes.ptr[end] != '\n')
            end++;
        struct span line = span_trim(b->bytes, (struct span){at, end});
        line.start = at;
        if (line.end > line.start) {
            reference_begin_line(maker, block, line, true);
            if (!read_entry(maker, &tree, line) && path_may_occur(span_slice(b->bytes, line)))
                read_text(maker, line);
        }
        at = end + 1;
    }
    maker->named = outside;
}
