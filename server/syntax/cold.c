/* cold.c: the plain shift-reduce parser that a grammar's tables describe. */
#include "syntax/cold.h"

#include "base/arena.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

/* The grammar's own: what the runtime is installed with may know another version of the tables. */
#include "../../grammars/plan/src/tree_sitter/parser.h"

/* The lexer's callbacks are given the first member. */
struct lexer {
    TSLexer api;
    const char *text;
    uint32_t len;
    uint32_t at;   /* of the lookahead */
    uint32_t size; /* of the lookahead, in bytes; 0 at the end */
    uint32_t start, end;
    bool marked; /* end is known */
};

/* What the parser has read and not put into anything larger yet. */
struct part {
    TSStateId state; /* behind it */
    TSSymbol symbol;
    struct span span;
    uint32_t first, last; /* its visible children, COLD_NONE where there is none */
};

struct cold_parser {
    const TSLanguage *language;
    void *scanner;
    char saved[TREE_SITTER_SERIALIZATION_BUFFER_SIZE]; /* the scanner's state at the last token */
    unsigned saved_len;
    bool spoilt; /* the scanner's state is another one: it looked and found nothing */
    struct lexer lexer;
    struct part *parts;
    uint32_t part_count, part_cap;
    struct cold_node *nodes;
    uint32_t node_count, node_cap;
};

/* A text needs as many as it has tokens; those of a large one are not kept for the next. */
#define KEPT_NODES 65536

/* ---- the lexer: what tree-sitter's does with one chunk of UTF-8 ------------------------------- */

/* The character at `at`, where it is not a byte of ASCII in the text. */
static void look_beyond(struct lexer *lexer)
{
    lexer->api.lookahead = 0;
    lexer->size = 0;
    if (lexer->at >= lexer->len)
        return;
    struct slice rest = {lexer->text + lexer->at, lexer->len - lexer->at};
    uint32_t codepoint;
    lexer->size = utf8_decode(rest, &codepoint);
    bool broken = codepoint == UTF8_REPLACEMENT && lexer->size == 1;
    lexer->api.lookahead = broken ? -1 : (int32_t)codepoint;
}

static inline void go_to(struct lexer *lexer, uint32_t at)
{
    lexer->at = at;
    unsigned char first = at < lexer->len ? (unsigned char)lexer->text[at] : 0xFF;
    if (first < 0x80) {
        lexer->api.lookahead = first;
        lexer->size = 1;
    } else {
        look_beyond(lexer);
    }
}

/* Called for every character: nearly all of them are ASCII. */
static void lexer_advance(TSLexer *api, bool skip)
{
    struct lexer *lexer = (struct lexer *)api;
    if (lexer->size == 0)
        return; /* at the end */
    go_to(lexer, lexer->at + lexer->size);
    if (skip)
        lexer->start = lexer->at;
}

static void lexer_mark_end(TSLexer *api)
{
    struct lexer *lexer = (struct lexer *)api;
    lexer->end = lexer->at;
    lexer->marked = true;
}

static bool lexer_eof(const TSLexer *api)
{
    const struct lexer *lexer = (const struct lexer *)api;
    return lexer->at >= lexer->len;
}

static void lexer_start(struct lexer *lexer, uint32_t at)
{
    lexer->start = at;
    lexer->marked = false;
    lexer->api.result_symbol = 0;
    go_to(lexer, at);
    if (at == 0 && lexer->api.lookahead == 0xFEFF) /* a byte order mark is no text */
        lexer_advance(&lexer->api, true);
}

static void lexer_finish(struct lexer *lexer)
{
    if (!lexer->marked)
        lexer_mark_end(&lexer->api);
    if (lexer->end < lexer->start)
        lexer->start = lexer->end;
}

/* ---- tokens ----------------------------------------------------------------------------------- */

static bool scan_external(struct cold_parser *parser, uint16_t mode, uint32_t at)
{
    const TSLanguage *language = parser->language;
    const bool *valid = language->external_scanner.states + mode * language->external_token_count;
    lexer_start(&parser->lexer, at);
    if (parser->spoilt)
        language->external_scanner.deserialize(parser->scanner, parser->saved, parser->saved_len);
    parser->spoilt = !language->external_scanner.scan(parser->scanner, &parser->lexer.api, valid);
    if (parser->spoilt)
        return false;
    parser->saved_len = language->external_scanner.serialize(parser->scanner, parser->saved);
    return true;
}

/* The token that follows at `at` where the parser is in this state. */
static bool next_token(struct cold_parser *parser, TSStateId state, uint32_t at, struct part *token)
{
    const TSLanguage *language = parser->language;
    struct lexer *lexer = &parser->lexer;
    /* The tables of version 14 have modes of two members each, whatever the type says. */
    TSLexMode mode = ((const TSLexMode *)(const void *)language->lex_modes)[state];
    if (mode.external_lex_state && scan_external(parser, mode.external_lex_state, at)) {
        token->symbol = language->external_scanner.symbol_map[lexer->api.result_symbol];
    } else {
        lexer_start(lexer, at);
        if (!language->lex_fn(&lexer->api, mode.lex_state))
            return false;
        token->symbol = lexer->api.result_symbol;
    }
    lexer_finish(lexer);
    token->span = (struct span){lexer->start, lexer->end};
    token->first = token->last = COLD_NONE;
    return true;
}

/* ---- the tables ------------------------------------------------------------------------------- */

static uint16_t look_up(const TSLanguage *language, TSStateId state, TSSymbol symbol)
{
    if (state < language->large_state_count)
        return language->parse_table[state * language->symbol_count + symbol];
    const uint16_t *data = language->small_parse_table +
                           language->small_parse_table_map[state - language->large_state_count];
    for (unsigned groups = *data++; groups > 0; groups--) {
        uint16_t value = data[0];
        const uint16_t *end = data + 2 + data[1];
        for (data += 2; data < end; data++)
            if (*data == symbol)
                return value;
    }
    return 0;
}

/* What to do before a token; false where that is nothing or not one thing. That a repetition may also be
 * begun anew counts for nothing: the runtime skips it too. */
static bool action_before(const TSLanguage *language, TSStateId state, TSSymbol symbol,
                          TSParseAction *action)
{
    const TSParseActionEntry *entry = &language->parse_actions[look_up(language, state, symbol)];
    unsigned found = 0;
    for (unsigned i = 1; i <= entry->entry.count; i++) {
        if (entry[i].action.type == TSParseActionTypeShift && entry[i].action.shift.repetition)
            continue;
        *action = entry[i].action;
        found++;
    }
    return found == 1;
}

/* ---- the stack -------------------------------------------------------------------------------- */

static void push(struct cold_parser *parser, struct part part)
{
    if (parser->part_count == parser->part_cap) {
        parser->part_cap = parser->part_cap ? parser->part_cap * 2 : 64;
        parser->parts = memory_realloc(parser->parts, parser->part_cap * sizeof *parser->parts);
    }
    parser->parts[parser->part_count++] = part;
}

static uint32_t new_node(struct cold_parser *parser, const struct part *part, TSSymbol symbol)
{
    if (parser->node_count == parser->node_cap) {
        parser->node_cap = parser->node_cap ? parser->node_cap * 2 : 256;
        parser->nodes = memory_realloc(parser->nodes, parser->node_cap * sizeof *parser->nodes);
    }
    uint32_t index = parser->node_count++;
    parser->nodes[index] = (struct cold_node){
        .span = part->span,
        .child = part->first,
        .next = COLD_NONE,
        .symbol = parser->language->public_symbol_map[symbol],
    };
    if (part->last != COLD_NONE)
        parser->nodes[part->last].next = COLD_UP | index;
    return index;
}

/* Puts a child, or where it is hidden its children, behind the parent's. */
static void append(struct cold_parser *parser, struct part *parent, const struct part *child,
                   TSSymbol alias)
{
    TSSymbol symbol = alias ? alias : child->symbol;
    uint32_t first = child->first, last = child->last;
    if (parser->language->symbol_metadata[symbol].visible)
        first = last = new_node(parser, child, symbol);
    if (first == COLD_NONE)
        return;
    if (parent->last == COLD_NONE)
        parent->first = first;
    else
        parser->nodes[parent->last].next = first;
    parent->last = last;
}

static bool reduce(struct cold_parser *parser, const TSParseAction *action)
{
    const TSLanguage *language = parser->language;
    uint32_t count = action->reduce.child_count;
    if (count >= parser->part_count) /* the first is the stack's bottom */
        return false;
    const TSSymbol *aliases =
        action->reduce.production_id
            ? language->alias_sequences +
                  action->reduce.production_id * language->max_alias_sequence_length
            : NULL;
    const struct part *children = parser->parts + parser->part_count - count;
    uint32_t end = parser->parts[parser->part_count - 1].span.end;
    struct part parent = {.symbol = action->reduce.symbol,
                          .span = {count ? children[0].span.start : end, end},
                          .first = COLD_NONE,
                          .last = COLD_NONE};
    for (uint32_t i = 0; i < count; i++)
        append(parser, &parent, &children[i], aliases ? aliases[i] : 0);
    parser->part_count -= count;
    parent.state = look_up(language, parser->parts[parser->part_count - 1].state, parent.symbol);
    push(parser, parent);
    return parent.state != 0;
}

/* ---- the run ---------------------------------------------------------------------------------- */

static void begin(struct cold_parser *parser, struct slice text)
{
    if (parser->node_cap > KEPT_NODES) {
        free(parser->nodes);
        parser->nodes = NULL;
        parser->node_cap = 0;
    }
    parser->node_count = parser->part_count = 0;
    parser->lexer.text = text.ptr;
    parser->lexer.len = (uint32_t)text.len;
    parser->saved_len = 0;
    parser->spoilt = false;
    parser->language->external_scanner.deserialize(parser->scanner, NULL, 0);
    push(parser, (struct part){.state = 1, .first = COLD_NONE, .last = COLD_NONE});
}

static bool run(struct cold_parser *parser, struct part *root)
{
    struct part token;
    bool have = false;
    for (;;) {
        const struct part *top = &parser->parts[parser->part_count - 1];
        if (!have && !next_token(parser, top->state, top->span.end, &token))
            return false;
        have = true;
        TSParseAction action;
        if (!action_before(parser->language, top->state, token.symbol, &action))
            return false;
        switch (action.type) {
        case TSParseActionTypeShift:
            if (action.shift.extra)
                return false; /* our grammars have none */
            token.state = action.shift.state;
            push(parser, token);
            have = false;
            break;
        case TSParseActionTypeReduce:
            if (!reduce(parser, &action))
                return false;
            break;
        case TSParseActionTypeAccept:
            *root = *top;
            return true;
        default:
            return false;
        }
    }
}

bool cold_parse(struct cold_parser *parser, struct slice text, struct cold_tree *tree)
{
    struct part root;
    begin(parser, text);
    if (!run(parser, &root))
        return false;
    tree->root = new_node(parser, &root, root.symbol);
    tree->nodes = parser->nodes;
    return true;
}

struct cold_parser *cold_parser_new(const struct TSLanguage *language)
{
    struct cold_parser *parser = memory_calloc(1, sizeof *parser);
    parser->language = language;
    parser->scanner = language->external_scanner.create();
    parser->lexer.api = (TSLexer){
        .advance = lexer_advance,
        .mark_end = lexer_mark_end,
        .eof = lexer_eof,
    };
    return parser;
}

void cold_parser_free(struct cold_parser *parser)
{
    if (!parser)
        return;
    parser->language->external_scanner.destroy(parser->scanner);
    free(parser->parts);
    free(parser->nodes);
    free(parser);
}
