/* inline.c: from the `plan_inline` grammar's tree to typed shapes. */
#include "syntax/inline.h"

#include "base/memo.h"
#include "base/vec.h"
#include "syntax/cold.h"
#include "syntax/inline_node.h"
#include "syntax/tree.h"

#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_plan_inline(void);

/* Nodes of the tree that are no shapes of the result but say something about the one around them. */
enum part_kind {
    PART_NONE = INLINE_SEPARATOR + 1,
    PART_WORD,
    PART_UNIT,
    PART_LINK_TEXT,
    PART_DESTINATION,
    PART_REFERENCE,
    PART_KEY,
    PART_ID_LIST
};

/* The grammar's node names. Where `leaf` is set, what is inside is not looked at. */
static const struct {
    const char *name;
    uint8_t kind;
    bool leaf;
} node_names[] = {
    {"label", INLINE_LABEL, false},
    {"strong", INLINE_STRONG, false},
    {"emphasis", INLINE_EMPHASIS, false},
    {"strike", INLINE_STRIKE, false},
    {"code", INLINE_CODE, true},
    {"link", INLINE_LINK, false},
    {"image", INLINE_IMAGE, false},
    {"wiki_link", INLINE_WIKI_LINK, true},
    {"autolink", INLINE_AUTOLINK, true},
    {"html", INLINE_HTML, true},
    {"mention", INLINE_MENTION, true},
    {"number", INLINE_NUMBER, true},
    {"money", INLINE_MONEY, true},
    {"percent", INLINE_PERCENT, true},
    {"date", INLINE_DATE, true},
    {"numbered", INLINE_NUMBERED, false},
    {"measure", INLINE_MEASURE, true},
    {"range", INLINE_RANGE, true},
    {"arrow", INLINE_ARROW, true},
    {"paren", INLINE_PAREN, false},
    {"id", INLINE_ID, true},
    {"tag", INLINE_TAG, false},
    {"path", INLINE_PATH, true},
    {"placeholder", INLINE_PLACEHOLDER, true},
    {"dataview", INLINE_DATAVIEW, false},
    {"emoji", INLINE_EMOJI, true},
    {"separator", INLINE_SEPARATOR, true},
    {"word", PART_WORD, true},
    {"unit", PART_UNIT, true},
    {"currency", PART_UNIT, true},
    {"link_text", PART_LINK_TEXT, false},
    {"link_destination", PART_DESTINATION, true},
    {"link_reference", PART_REFERENCE, true},
    {"dataview_key", PART_KEY, true},
    {"id_list", PART_ID_LIST, true},
};

#define NODE_NAMES (sizeof node_names / sizeof *node_names)

struct inline_parser {
    struct cold_parser *parser;
    struct syntax_reader *reader; /* NULL until somebody asks */
    struct memo *memo;            /* or NULL */
    uint32_t symbols;
    struct symbol {
        uint8_t kind; /* enum inline_kind or part_kind */
        bool leaf;
    } * symbol; /* by the grammar's symbol */
};

struct inline_parser *inline_parser_new(void)
{
    const TSLanguage *language = tree_sitter_plan_inline();
    struct inline_parser *parser = memory_alloc(sizeof *parser);
    parser->parser = cold_parser_new(language);
    parser->reader = NULL;
    parser->memo = NULL;
    parser->symbols = ts_language_symbol_count(language);
    parser->symbol = memory_alloc(parser->symbols * sizeof *parser->symbol);
    for (uint32_t i = 0; i < parser->symbols; i++)
        parser->symbol[i] = (struct symbol){PART_NONE, true};
    for (size_t i = 0; i < NODE_NAMES; i++) {
        struct slice name = slice_of(node_names[i].name);
        TSSymbol symbol = ts_language_symbol_for_name(language, name.ptr, (uint32_t)name.len, true);
        parser->symbol[symbol] = (struct symbol){node_names[i].kind, node_names[i].leaf};
    }
    return parser;
}

void inline_parser_free(struct inline_parser *parser)
{
    if (!parser)
        return;
    syntax_reader_free(parser->reader);
    cold_parser_free(parser->parser);
    free(parser->symbol);
    free(parser);
}

struct syntax_reader *inline_parser_reader(struct inline_parser *parser)
{
    if (!parser->reader)
        parser->reader = syntax_reader_new();
    return parser->reader;
}

void inline_parser_remember(struct inline_parser *parser, struct memo *memo)
{
    parser->memo = memo;
}

struct memo *inline_parser_memo(const struct inline_parser *parser)
{
    return parser->memo;
}

/* One walk over a tree. */
struct walk {
    struct slice text; /* what was parsed */
    struct arena *arena;
    struct inline_nodes nodes;
};

static struct inline_node *push_node(struct walk *walk, enum inline_kind kind, uint32_t parent,
                                     struct span span)
{
    uint32_t index = (uint32_t)walk->nodes.len;
    struct inline_node *node = VEC_PUSH(walk->arena, &walk->nodes);
    *node = (struct inline_node){
        .kind = (uint8_t)kind, .parent = parent, .next = index + 1, .span = span, .text = span};
    return node;
}

/* `T012-T015`, `P0/P1`: one node for each id. */
static void push_ids(struct walk *walk, uint32_t parent, struct span span)
{
    uint32_t start = span.start;
    while (start < span.end) {
        uint32_t end = inline_id_end(walk->text, (struct span){start, span.end});
        push_node(walk, INLINE_ID, parent, (struct span){start, end});
        start = end + inline_join_length(walk->text, (struct span){end, span.end});
    }
}

static void note_part(struct inline_node *node, uint8_t part, struct slice text, struct span span)
{
    switch (part) {
    case PART_WORD:
        node->text = inline_trim_end(text, span, '.');
        break;
    case PART_LINK_TEXT:
        node->text = (struct span){span.start, span.end > span.start ? span.end - 1 : span.end};
        node->is_reference = span.end < text.len && text.ptr[span.end] == '[';
        node->target = node->is_reference ? node->text : (struct span){span.end, span.end};
        break;
    case PART_DESTINATION:
        node->target = inline_strip(text, span, '<', '>');
        break;
    case PART_REFERENCE:
        node->target = span;
        break;
    case PART_KEY:
        node->target = span;
        break;
    default:
        break;
    }
}

/* Behind the cursor's node all is said. */
static void close_node(struct walk *walk, uint32_t index)
{
    struct inline_node *node = &walk->nodes.items[index];
    node->next = (uint32_t)walk->nodes.len;
    inline_finish(node, walk->text, index + 1 < walk->nodes.len ? node + 1 : NULL);
}

/* Deeper than the scanner ever nests (MAX_DEPTH, each with a link_text). */
#define MAX_LEVELS 128

static void walk_tree(struct walk *walk, const struct inline_parser *parser,
                      const struct cold_tree *tree)
{
    uint32_t owner[MAX_LEVELS]; /* by level: the node that owns what stands there */
    bool pushed[MAX_LEVELS];    /* and whether the level's own tree node made it */
    uint32_t level = 0;
    owner[0] = 0;
    uint32_t at = tree->nodes[tree->root].child;
    while (at != COLD_NONE) {
        const struct cold_node *node = &tree->nodes[at];
        struct symbol symbol = parser->symbol[node->symbol];
        uint32_t parent = owner[level], index = (uint32_t)walk->nodes.len;
        if (symbol.kind == PART_ID_LIST)
            push_ids(walk, parent, node->span);
        else if (symbol.kind >= PART_NONE)
            note_part(&walk->nodes.items[parent], symbol.kind, walk->text, node->span);
        else
            push_node(walk, (enum inline_kind)symbol.kind, parent, node->span);
        bool made = symbol.kind < PART_NONE;
        if (!symbol.leaf && level + 1 < MAX_LEVELS && node->child != COLD_NONE) {
            level++;
            owner[level] = made ? index : parent;
            pushed[level] = made;
            at = node->child;
            continue;
        }
        if (made)
            close_node(walk, index);
        for (at = node->next; at & COLD_UP; at = tree->nodes[at & ~COLD_UP].next) {
            if (level == 0)
                return;
            if (pushed[level])
                close_node(walk, owner[level]);
            level--;
        }
    }
}

/* Offsets are from the first byte of the text. */
static struct inlines parse_text(struct inline_parser *parser, struct slice text,
                                 struct arena *arena)
{
    struct walk walk = {.text = text, .arena = arena};
    push_node(&walk, INLINE_ROOT, 0, (struct span){0, (uint32_t)text.len});
    struct cold_tree tree;
    if (cold_parse(parser->parser, text, &tree)) /* always, by the grammar's contract */
        walk_tree(&walk, parser, &tree);
    walk.nodes.items[0].next = (uint32_t)walk.nodes.len;
    return (struct inlines){walk.nodes.items, (uint32_t)walk.nodes.len};
}

static struct span shifted(struct span span, uint32_t by)
{
    return (struct span){span.start + by, span.end + by};
}

static void shift(struct inlines *shapes, uint32_t by)
{
    for (uint32_t i = 0; i < shapes->len; i++) {
        struct inline_node *node = &shapes->v[i];
        node->span = shifted(node->span, by);
        node->text = shifted(node->text, by);
        if (node->target.end > 0) /* else there is none */
            node->target = shifted(node->target, by);
    }
}

static struct inlines parse_or_remember(struct inline_parser *parser, struct slice text,
                                        struct arena *arena)
{
    const struct memo_key key = {.kind = MEMO_SHAPES, .text = text};
    size_t size;
    const void *known = memo_find(parser->memo, &key, &size);
    if (known) {
        struct inline_node *nodes = arena_array(arena, size, 1);
        memcpy(nodes, known, size);
        return (struct inlines){nodes, (uint32_t)(size / sizeof *nodes)};
    }
    struct inlines shapes = parse_text(parser, text, arena);
    memo_keep(parser->memo, &key, shapes.v, shapes.len * sizeof *shapes.v);
    return shapes;
}

static struct inlines parse_unless(bool plain, struct inline_parser *parser, struct slice text,
                                   struct span span, struct arena *arena)
{
    struct slice part = span_slice(text, span);
    if (plain) {
        struct inline_node *root = ARENA_NEW(arena, struct inline_node);
        span.end = span.start + (uint32_t)part.len;
        *root = (struct inline_node){.kind = INLINE_ROOT, .next = 1, .span = span, .text = span};
        return (struct inlines){root, 1};
    }
    struct inlines shapes = parse_or_remember(parser, part, arena);
    shift(&shapes, span.start);
    return shapes;
}

struct inlines inline_parse(struct inline_parser *parser, struct slice text, struct span span,
                            struct arena *arena)
{
    return parse_unless(inline_is_plain(span_slice(text, span)), parser, text, span, arena);
}

struct inlines inline_parse_hiding(struct inline_parser *parser, struct slice text,
                                   struct span span, struct arena *arena)
{
    return parse_unless(inline_is_bare(span_slice(text, span)), parser, text, span, arena);
}
