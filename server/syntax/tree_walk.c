/* tree_walk.c: walks the plan grammar's tree once and writes down its blocks. */
#include "syntax/tree_walk.h"

#include "syntax/block_text.h"

#include <stdlib.h>
#include <string.h>

/* How a node becomes blocks: as one with children, as one whose lines are its text, or in a way of its
 * own, mostly as a part of the block that it stands in. */
enum { OWN_WAY, CONTAINER, VERBATIM };

static const struct {
    const char *name;
    uint8_t way, block;
} nodes[NODE_COUNT] = {
    [NODE_DOCUMENT] = {"document", OWN_WAY, BLOCK_DOCUMENT},
    [NODE_FRONT_MATTER] = {"front_matter", OWN_WAY, BLOCK_FRONT_MATTER},
    [NODE_YAML] = {"yaml", OWN_WAY, 0},
    [NODE_SECTION] = {"section", CONTAINER, BLOCK_SECTION},
    [NODE_HEADING] = {"heading", CONTAINER, BLOCK_HEADING},
    [NODE_H1] = {"h1", OWN_WAY, 0},
    [NODE_H2] = {"h2", OWN_WAY, 0},
    [NODE_H3] = {"h3", OWN_WAY, 0},
    [NODE_H4] = {"h4", OWN_WAY, 0},
    [NODE_H5] = {"h5", OWN_WAY, 0},
    [NODE_H6] = {"h6", OWN_WAY, 0},
    [NODE_TITLE] = {"title", OWN_WAY, 0},
    [NODE_PARAGRAPH] = {"paragraph", OWN_WAY, BLOCK_PARAGRAPH},
    [NODE_LIST] = {"list", CONTAINER, BLOCK_LIST},
    [NODE_ITEM] = {"item", CONTAINER, BLOCK_ITEM},
    [NODE_MARKER] = {"marker", OWN_WAY, 0},
    [NODE_BOX] = {"box", OWN_WAY, 0},
    [NODE_QUOTE] = {"quote", CONTAINER, BLOCK_QUOTE},
    [NODE_QUOTE_MARK] = {"quote_mark", OWN_WAY, 0},
    [NODE_TABLE] = {"table", CONTAINER, BLOCK_TABLE},
    [NODE_ROW] = {"row", OWN_WAY, BLOCK_ROW},
    [NODE_FENCE] = {"fence", CONTAINER, BLOCK_FENCE},
    [NODE_FENCE_MARK] = {"fence_mark", OWN_WAY, 0},
    [NODE_INFO] = {"info", OWN_WAY, 0},
    [NODE_TEXT] = {"text", OWN_WAY, 0},
    [NODE_CODE] = {"code", VERBATIM, BLOCK_CODE},
    [NODE_HTML] = {"html", VERBATIM, BLOCK_HTML},
    [NODE_COMMENT] = {"comment", VERBATIM, BLOCK_COMMENT},
    [NODE_BREAK] = {"break", OWN_WAY, BLOCK_BREAK},
    [NODE_DEFINITION] = {"definition", OWN_WAY, BLOCK_DEFINITION},
};

void tree_symbols_init(struct tree_symbols *symbols)
{
    const TSLanguage *language = tree_sitter_plan();
    memset(symbols, NODE_OTHER, sizeof *symbols);
    uint32_t count = ts_language_symbol_count(language);
    for (uint32_t i = 0; i < count && i < sizeof symbols->node; i++) {
        const char *name = ts_language_symbol_name(language, (TSSymbol)i);
        for (unsigned node = 1; name && node < NODE_COUNT; node++)
            if (strcmp(name, nodes[node].name) == 0)
                symbols->node[i] = (uint8_t)node;
    }
}

struct walk {
    struct slice text;
    struct tree_carry *carry; /* NULL where nobody walks here again */
    struct block *v;          /* malloced: the array's final size is known at the end */
    uint32_t len, cap;
    uint32_t open; /* the block whose children are being read */
    uint8_t list_depth;
    struct block_containers containers;
};

static void make_room(struct walk *walk, uint32_t more)
{
    if (walk->cap - walk->len >= more)
        return;
    walk->cap = walk->cap * 2 > walk->len + more ? walk->cap * 2 : walk->len + more;
    walk->v = memory_realloc(walk->v, walk->cap * sizeof *walk->v);
}

static struct block *add(struct walk *walk, enum block_kind kind, struct span span)
{
    make_room(walk, 1);
    struct block *block = &walk->v[walk->len++];
    memset(block, 0, sizeof *block);
    block->kind = (uint8_t)kind;
    block->parent = walk->open;
    block->next = walk->len;
    block->span = span;
    return block;
}

static void open_block(struct walk *walk, enum block_kind kind, struct span span)
{
    uint32_t index = walk->len;
    if (kind == BLOCK_LIST)
        walk->list_depth++;
    /* A container reaches as far as its last child, which is not known yet. */
    struct block *block = add(walk, kind, (struct span){span.start, span.start});
    if (kind == BLOCK_ITEM)
        block->level = walk->list_depth;
    walk->open = index;
}

/* The block being read reaches at least to `end`. */
static void extend(struct walk *walk, uint32_t end)
{
    if (walk->v[walk->open].span.end < end)
        walk->v[walk->open].span.end = end;
}

static void close_block(struct walk *walk)
{
    struct block *block = &walk->v[walk->open];
    block->next = walk->len;
    if (block->kind == BLOCK_LIST)
        walk->list_depth--;
    if (block->kind == BLOCK_ITEM || block->kind == BLOCK_QUOTE)
        block_containers_close(&walk->containers);
    uint32_t end = block->span.end;
    walk->open = block->parent;
    extend(walk, end);
}

static void add_leaf(struct walk *walk, enum block_kind kind, struct span span)
{
    struct block *block = add(walk, kind, block_trim_end(walk->text, span));
    extend(walk, block->span.end);
}

static void add_paragraph(struct walk *walk, struct span span)
{
    uint32_t index = walk->len;
    add_leaf(walk, BLOCK_PARAGRAPH, span);
    walk->open = index;
    uint32_t end = walk->v[index].span.end, at = span.start;
    while (at < end) {
        uint32_t line_end = block_line_end(walk->text, at, end);
        struct span line = {at, line_end};
        if (at != span.start)
            line.start = block_strip_containers(walk->text, line, &walk->containers);
        line = block_trim(walk->text, line);
        add(walk, BLOCK_LINE, line)->text = line;
        at = line_end + 1;
    }
    close_block(walk);
}

static void add_row(struct walk *walk, struct span span)
{
    uint32_t index = walk->len;
    add_leaf(walk, BLOCK_ROW, span);
    walk->open = index;
    struct span row = walk->v[index].span, cell;
    uint32_t at = row.start;
    while (block_next_cell(walk->text, row, &at, &cell))
        add(walk, BLOCK_CELL, cell)->text = block_trim(walk->text, cell);
    close_block(walk);
}

static void add_definition(struct walk *walk, struct span span)
{
    add_leaf(walk, BLOCK_DEFINITION, span);
    struct block *block = &walk->v[walk->len - 1];
    block_definition(walk->text, block->span, &block->marker, &block->text);
}

static void add_verbatim(struct walk *walk, enum block_kind kind, struct span span)
{
    span = block_cut_line_end(walk->text, span);
    struct block *block = add(walk, kind, span);
    block->text = span;
    if (kind == BLOCK_CODE)
        block->text.start = block_indentation(walk->text, span.start);
    if (kind == BLOCK_COMMENT)
        block->closed = block_comment(walk->text, span, &block->text);
    extend(walk, span.end);
}

/* A heading's mark: the #s, or the underline, which stands behind the title. */
static void add_heading_mark(struct walk *walk, unsigned level, struct span span)
{
    struct block *heading = &walk->v[walk->open];
    heading->level = (uint8_t)level;
    heading->marker = block_trim_end(walk->text, span);
    extend(walk, heading->marker.end);
    if (heading->text.end == 0) /* the title, if any, follows */
        heading->text = (struct span){heading->marker.end, heading->marker.end};
    struct block *section = &walk->v[heading->parent];
    if (section->kind == BLOCK_SECTION && heading->parent + 1 == walk->open)
        section->level = heading->level;
}

static void add_title(struct walk *walk, struct span span)
{
    struct block *heading = &walk->v[walk->open];
    heading->text = block_trim(walk->text, span);
    extend(walk, heading->text.end);
    if (heading->level > 0) /* the mark came first, so it is no setext heading */
        heading->text = block_cut_closing_marks(walk->text, heading->text);
}

static void add_fence_mark(struct walk *walk, struct span span)
{
    struct block *fence = &walk->v[walk->open];
    span = block_trim_end(walk->text, span);
    fence->closed = span.start > fence->span.start;
    extend(walk, span.end);
    if (!fence->closed)
        fence->text = (struct span){span.end, span.end};
}

static void add_fence_text(struct walk *walk, struct span span)
{
    walk->v[walk->open].text = block_cut_line_end(walk->text, span);
    extend(walk, walk->v[walk->open].text.end);
}

static void add_info(struct walk *walk, struct span span)
{
    struct block *fence = &walk->v[walk->open];
    fence->marker = block_trim(walk->text, span);
    extend(walk, fence->marker.end);
    fence->text = (struct span){fence->marker.end, fence->marker.end};
}

static void add_marker(struct walk *walk, struct span span)
{
    struct block *item = &walk->v[walk->open];
    item->marker = span;
    item->ordered = ascii_is_digit(walk->text.ptr[span.start]);
    walk->v[item->parent].ordered = item->ordered;
    extend(walk, span.end);
    block_containers_open(&walk->containers, walk->text, span, false);
}

static void open_front_matter(struct walk *walk, struct span span)
{
    add_leaf(walk, BLOCK_FRONT_MATTER, span);
    walk->open = walk->len - 1;
    walk->v[walk->open].closed = true;
    walk->v[walk->open].text = block_first_line_end(walk->text, span);
}

/* A part of the open block, or a block that is read from its text. */
static void add_part(struct walk *walk, enum tree_node node, struct span span)
{
    switch (node) {
    case NODE_YAML:
        walk->v[walk->open].text = block_cut_line_end(walk->text, span);
        break;
    case NODE_TITLE:
        add_title(walk, span);
        break;
    case NODE_MARKER:
        add_marker(walk, span);
        break;
    case NODE_BOX:
        walk->v[walk->open].box = span;
        extend(walk, span.end);
        break;
    case NODE_QUOTE_MARK:
        extend(walk, span.end);
        block_containers_open(&walk->containers, walk->text, span, true);
        break;
    case NODE_ROW:
        add_row(walk, span);
        break;
    case NODE_FENCE_MARK:
        add_fence_mark(walk, span);
        break;
    case NODE_INFO:
        add_info(walk, span);
        break;
    case NODE_TEXT:
        add_fence_text(walk, span);
        break;
    case NODE_PARAGRAPH:
        add_paragraph(walk, span);
        break;
    case NODE_BREAK:
        add_leaf(walk, BLOCK_BREAK, span);
        break;
    case NODE_DEFINITION:
        add_definition(walk, span);
        break;
    default:
        if (node >= NODE_H1 && node <= NODE_H6)
            add_heading_mark(walk, (unsigned)(node - NODE_H1) + 1, span);
        break;
    }
}

/* Opens or adds what a node stands for; true where its children are to be visited. */
static bool visit(struct walk *walk, enum tree_node node, struct span span)
{
    if (node == NODE_FRONT_MATTER) {
        open_front_matter(walk, span);
        return true;
    }
    if (nodes[node].way == CONTAINER) {
        open_block(walk, (enum block_kind)nodes[node].block, span);
        return true;
    }
    if (nodes[node].way == VERBATIM)
        add_verbatim(walk, (enum block_kind)nodes[node].block, span);
    else
        add_part(walk, node, span);
    return false;
}

/* Takes over the blocks of a node that was walked before, if what stands around it leaves no trace in them
 * (a heading is told of to its section). */
static bool take_over(struct walk *walk, enum tree_node node, const void *id, struct span span)
{
    if (nodes[node].way != CONTAINER || node == NODE_HEADING || walk->containers.depth > 0)
        return false;
    uint32_t at = walk->len, from = tree_carry_find(walk->carry, id, span);
    if (from == 0) {
        tree_carry_mark(walk->carry, id, at);
        return false;
    }
    uint32_t count = walk->carry->before.blocks[from].next - from;
    make_room(walk, count);
    tree_carry_copy(walk->carry, from, walk->v, at, walk->open);
    walk->len += count;
    if (node == NODE_ITEM)
        walk->v[walk->open].ordered = walk->v[at].ordered;
    extend(walk, walk->v[at].span.end);
    return true;
}

/* Visits all nodes below the cursor's, which is the document's. */
static void visit_all(struct walk *walk, TSTreeCursor *cursor, const struct tree_symbols *symbols)
{
    if (!ts_tree_cursor_goto_first_child(cursor))
        return;
    for (;;) {
        TSNode node = ts_tree_cursor_current_node(cursor);
        enum tree_node kind = (enum tree_node)symbols->node[ts_node_symbol(node) & 0xFF];
        struct span span = {ts_node_start_byte(node), ts_node_end_byte(node)};
        if (!take_over(walk, kind, node.id, span) && visit(walk, kind, span)) {
            /* Every block that opens has a visible child, but for front matter without text. */
            if (ts_tree_cursor_goto_first_child(cursor))
                continue;
            close_block(walk);
        }
        while (!ts_tree_cursor_goto_next_sibling(cursor)) {
            ts_tree_cursor_goto_parent(cursor);
            if (walk->open == 0)
                return;
            close_block(walk);
        }
    }
}

/* The same for a tree without a cursor. */
static void visit_cold(struct walk *walk, const struct cold_tree *tree,
                       const struct tree_symbols *symbols)
{
    uint32_t at = tree->nodes[tree->root].child;
    while (at != COLD_NONE) {
        const struct cold_node *node = &tree->nodes[at];
        if (visit(walk, (enum tree_node)symbols->node[node->symbol & 0xFF], node->span)) {
            if (node->child != COLD_NONE) {
                at = node->child;
                continue;
            }
            close_block(walk);
        }
        while ((at = node->next) & COLD_UP) {
            at &= ~COLD_UP;
            if (at == tree->root)
                return;
            node = &tree->nodes[at];
            close_block(walk);
        }
    }
}

static void begin_walk(struct walk *walk, struct slice text, struct tree_carry *carry)
{
    uint32_t before = carry ? carry->before.len : 0;
    *walk = (struct walk){
        .text = text, .carry = carry, .cap = 64 + (before ? before : (uint32_t)(text.len / 32))};
    walk->v = memory_alloc(walk->cap * sizeof *walk->v);
    add(walk, BLOCK_DOCUMENT, (struct span){0, (uint32_t)text.len});
}

static struct blocks end_walk(struct walk *walk, struct arena *arena)
{
    walk->v[0].next = walk->len;
    struct blocks blocks = {arena_array(arena, walk->len, sizeof *walk->v), walk->len};
    memcpy(blocks.v, walk->v, walk->len * sizeof *walk->v);
    return blocks;
}

struct blocks tree_walk(TSNode root, const struct tree_symbols *symbols, struct slice text,
                        struct tree_carry *carry, struct arena *arena)
{
    struct walk walk;
    begin_walk(&walk, text, carry);
    tree_carry_begin(carry, text);
    TSTreeCursor cursor = ts_tree_cursor_new(root);
    visit_all(&walk, &cursor, symbols);
    ts_tree_cursor_delete(&cursor);
    carry->now.blocks = walk.v;
    carry->now.len = walk.len;
    return end_walk(&walk, arena);
}

struct blocks tree_walk_cold(const struct cold_tree *tree, const struct tree_symbols *symbols,
                             struct slice text, struct arena *arena)
{
    struct walk walk;
    begin_walk(&walk, text, NULL);
    visit_cold(&walk, tree, symbols);
    struct blocks blocks = end_walk(&walk, arena);
    free(walk.v);
    return blocks;
}
