/* scanner.c: the tokens of the plan grammar: decides what every line begins, continues and ends.
 *
 * Each token ends at a line end, before the LF, except marks that stand before other content of
 * their line. Line ends, indentation, quote marks of later lines and blank lines are no tokens: they
 * are the space before the next one. What a token says depends on the state, on `valid` and on the
 * characters looked at, so tree-sitter knows when an edit makes it worthless.
 */
#include "paragraph.h"
#include "verbatim.h"

#include "tree_sitter/alloc.h"

static bool emit(struct line *l, enum token token)
{
    l->lexer->result_symbol = (TSSymbol)token;
    return true;
}

/* Behind the mark of a quote or item. */
static void place_after(struct scanner *s, enum place place, const struct found *found)
{
    s->place = (uint8_t)place;
    s->column = found->column % 4;
    s->padding = (uint8_t)found->padding;
}

static bool emit_marker(struct line *l, struct scanner *s, const struct found *found, bool next)
{
    if (s->no_break != (uint8_t)(found->value == DASH ? '-' : found->value == STAR ? '*' : 0))
        s->no_break = 0;
    place_after(s, AFTER_MARKER, found);
    state_open(s, found->value, found->columns);
    if (!next)
        return emit(l, MARKER_FIRST);
    return emit(l, line_begins_chunk(l, CHUNK_ITEM) ? MARKER_CHUNK : MARKER_NEXT);
}

static bool emit_heading(struct line *l, const struct scanner *s, unsigned level)
{
    bool chunk = s->depth == 0 && line_begins_chunk(l, CHUNK_HEADING);
    return emit(l, (enum token)((chunk ? H1_CHUNK : H1) + level - 1));
}

static bool emit_break(struct line *l, const struct found *found, bool at_start)
{
    bool opens = at_start && found->value == 3 && l->indent == 0 && front_matter_follows(l);
    return emit(l, opens ? FRONT_MATTER_OPEN : BREAK);
}

/* A box is `[`, one character, perhaps the variation selector that makes it an emoji, `]`, and a space
 * or the line's end. What has been read when it is none begins a paragraph. */
static bool take_box(struct line *l)
{
    l->definition.state = DEFINITION_OPEN;
    take(l);
    if (at_line_end(l) || l->lexer->lookahead == ']' || l->lexer->lookahead == '[')
        return false;
    take(l);
    if (l->lexer->lookahead == 0xFE0F)
        take(l);
    if (l->lexer->lookahead != ']')
        return false;
    take(l);
    l->lexer->mark_end(l->lexer);
    return is_space(l->lexer->lookahead) || at_line_end(l);
}

/* What has been read of it must not have been the [ of a definition. */
static bool emit_paragraph(struct line *l, struct scanner *s)
{
    if (l->lexer->lookahead == '[' && l->previous == 0)
        l->definition.state = DEFINITION_OPEN;
    s->no_break = 0;
    return emit(l, take_paragraph(l, s, PARAGRAPH));
}

/* At the content of a line that continues all open containers. */
static bool emit_block(struct line *l, struct scanner *s, uint8_t flags, bool at_start)
{
    struct found found = classify(l, s, FRESH, s->depth < MAX_DEPTH);
    if (found.class == LINE_MARKER)
        return emit_marker(l, s, &found, flags & CONTINUES_LIST);
    s->no_break = 0;
    switch (found.class) {
    case LINE_HEADING:
        return emit_heading(l, s, found.value);
    case LINE_QUOTE:
        found.padding = 1;
        place_after(s, AFTER_QUOTE_MARK, &found);
        state_open(s, QUOTE, 0);
        return emit(l, QUOTE_MARK);
    case LINE_BREAK:
        return emit_break(l, &found, at_start);
    case LINE_FENCE:
        s->fence = (uint8_t)found.mark;
        s->fence_length = (uint8_t)(found.value > 255 ? 255 : found.value);
        return emit(l, FENCE_OPEN);
    case LINE_HTML:
        take_html(l, s, found.value);
        return emit(l, found.value == HTML_COMMENT ? COMMENT : HTML);
    case LINE_CODE:
        take_code(l, s);
        return emit(l, CODE);
    default:
        return emit_paragraph(l, s);
    }
}

/* Reads on from a mark to the content behind it. `place` becomes LINE_START where that stands on a
 * later line. */
static bool content_behind_mark(struct line *l, struct scanner *s, enum place *place,
                                unsigned *matched)
{
    unsigned limit = s->depth;
    l->column = l->base = s->column;
    read_indent(l);
    take_padding(l, s->padding);
    l->leading = l->lexer->lookahead == '|';
    *matched = limit;
    if (!l->blank)
        return true;
    /* The mark's line is read, whatever ends now. */
    l->lexer->mark_end(l->lexer);
    bool item = *place != AFTER_QUOTE_MARK;
    *place = LINE_START;
    s->no_break = 0;
    if (!item)
        return next_content(l, s, &limit, matched);
    /* An empty item goes over a blank line only where that is indented as the item asks. */
    do {
        if (!next_line(l, s, limit, matched))
            return false;
        if (!l->blank)
            return true;
        pass_blank(l);
    } while (*matched == limit && l->within);
    if (*matched == limit)
        --*matched;
    limit = *matched;
    return next_content(l, s, &limit, matched);
}

/* The next part of a paragraph or setext heading that was cut. */
static bool scan_text(struct line *l, struct scanner *s, enum token as)
{
    unsigned matched;
    next_line(l, s, s->depth, &matched);
    l->skip = false;
    return emit(l, take_paragraph(l, s, as));
}

/* At the start of a line, or behind a mark in it. */
static bool scan_blocks(struct line *l, struct scanner *s, bool at_start)
{
    enum place place = (enum place)s->place;
    uint8_t flags = s->flags;
    unsigned limit = s->depth, matched;
    bool nothing = at_eof(l);
    s->flags = 0;
    s->place = LINE_START;
    bool more;
    if (place)
        more = content_behind_mark(l, s, &place, &matched);
    else if (flags & AFTER_DEFINITION)
        more = next_line(l, s, limit, &matched);
    else
        more = next_content(l, s, &limit, &matched);
    s->column = s->padding = 0;
    if (!more) {
        if (s->depth == 0) {
            l->lexer->mark_end(l->lexer);
            return !nothing && emit(l, BLANK);
        }
        close_containers(s, s->depth, false);
        return emit(l, END);
    }
    if (flags & AFTER_DEFINITION) {
        l->skip = false;
        return emit_paragraph(l, s);
    }
    if (matched < s->depth) {
        struct found found = classify(l, s, OUTSIDE, true);
        close_containers(s, s->depth - matched, continues_list(s, matched, found));
        s->no_break = 0;
        return emit(l, END);
    }
    l->skip = false;
    if (flags & IN_TABLE) {
        take_row(l, s);
        return emit(l, hash_begins_chunk(l->hash) ? ROW_CHUNK : ROW);
    }
    if (place == AFTER_MARKER && l->indent < 4 && l->lexer->lookahead == '[') {
        s->no_break = 0;
        if (!take_box(l))
            return emit_paragraph(l, s);
        s->place = AFTER_BOX;
        return emit(l, BOX);
    }
    if (place == AFTER_BOX)
        return emit_paragraph(l, s);
    return emit_block(l, s, flags, at_start);
}

static bool scan_title(struct line *l)
{
    read_indent(l);
    l->skip = false;
    take_marked_line(l);
    return emit(l, l->blank ? NO_TITLE : TITLE);
}

/* The line below a setext heading's or a table's first. */
static bool scan_second_line(struct line *l, struct scanner *s, bool table)
{
    unsigned matched;
    next_line(l, s, s->depth, &matched);
    l->skip = false;
    if (table)
        take_row(l, s);
    else
        take_marked_line(l);
    return emit(l, table ? DELIMITER : UNDERLINE);
}

static bool scan(struct scanner *s, TSLexer *lexer, const bool *valid)
{
    struct line l = {.lexer = lexer, .skip = true};
    lexer->mark_end(lexer);
    if (s->pending) {
        s->pending--;
        s->depth--;
        return emit(&l, END);
    }
    if (valid[FRONT_MATTER_CLOSE])
        return emit(&l, take_front_matter(&l, valid[YAML]));
    if (s->fence)
        return emit(&l, take_fence(&l, s, valid[INFO], valid[TEXT]));
    if (valid[TITLE])
        return scan_title(&l);
    if (s->flags & CONTINUES_TEXT)
        return scan_text(&l, s,
                         valid[PARAGRAPH_MORE] ? PARAGRAPH_MORE
                         : valid[SETEXT1]      ? SETEXT1
                                               : SETEXT2);
    if (valid[UNDERLINE])
        return scan_second_line(&l, s, false);
    if (valid[DELIMITER])
        return scan_second_line(&l, s, true);
    return scan_blocks(&l, s, valid[FRONT_MATTER_OPEN] && lexer->lookahead == '-');
}

/* What the generated parser.c calls. */
void *tree_sitter_plan_external_scanner_create(void);
void tree_sitter_plan_external_scanner_destroy(void *scanner);
unsigned tree_sitter_plan_external_scanner_serialize(void *scanner, char *buffer);
void tree_sitter_plan_external_scanner_deserialize(void *scanner, const char *buffer,
                                                   unsigned length);
bool tree_sitter_plan_external_scanner_scan(void *scanner, TSLexer *lexer, const bool *valid);

void *tree_sitter_plan_external_scanner_create(void)
{
    return ts_calloc(1, sizeof(struct scanner));
}

void tree_sitter_plan_external_scanner_destroy(void *scanner)
{
    ts_free(scanner);
}

unsigned tree_sitter_plan_external_scanner_serialize(void *scanner, char *buffer)
{
    return state_save(scanner, buffer);
}

void tree_sitter_plan_external_scanner_deserialize(void *scanner, const char *buffer,
                                                   unsigned length)
{
    state_load(scanner, buffer, length);
}

bool tree_sitter_plan_external_scanner_scan(void *scanner, TSLexer *lexer, const bool *valid)
{
    return scan(scanner, lexer, valid);
}
