/* paragraph.h: paragraphs, and what only a later line shows them to be: setext headings, tables and
 * link reference definitions. */
#ifndef PLAN_PARAGRAPH_H
#define PLAN_PARAGRAPH_H

#include "chunk.h"
#include "classify.h"

/* The innermost `count` containers end: tells of the first now. */
static inline void close_containers(struct scanner *s, unsigned count, bool continues_list)
{
    s->depth--;
    s->pending = (uint8_t)(count - 1);
    s->flags = continues_list ? CONTINUES_LIST : 0;
}

/* True where the line found, which stands outside of all but `matched` containers, is the next item
 * of the list whose item ends there. */
static inline bool continues_list(const struct scanner *s, unsigned matched, struct found found)
{
    return found.class == LINE_MARKER && found.value == CONTAINER_KIND(s->stack[matched]);
}

/* At a paragraph's line end: reads on to the next line and says what it is. */
static inline struct found next_of_paragraph(struct line *l, struct scanner *s, unsigned *matched)
{
    if (!next_line(l, s, s->depth, matched) || l->blank)
        return found_value(LINE_END, 0);
    enum context context = *matched == s->depth ? IN_PARAGRAPH : OUTSIDE;
    struct found found = classify(l, s, context, *matched < MAX_DEPTH);
    return found.class == LINE_CODE ? found_text : found;
}

/* The paragraph has ended before the line found: its token, and whether its container ends too. */
static inline enum token paragraph_end(struct line *l, struct scanner *s, struct found found,
                                       unsigned matched)
{
    if (s->depth == 0)
        return hash_begins_chunk(l->hash) ? PARAGRAPH_CHUNK : PARAGRAPH;
    if (found.class == LINE_END) {
        unsigned limit = matched;
        pass_blank(l);
        if (at_eof(l) || !next_content(l, s, &limit, &matched))
            matched = 0;
        else if (matched < s->depth)
            found = classify(l, s, OUTSIDE, true);
    }
    if (matched == s->depth || l->quoted)
        return PARAGRAPH;
    close_containers(s, s->depth - matched, continues_list(s, matched, found));
    return PARAGRAPH_LAST;
}

/* In the first line of a paragraph, its first characters read where they had to be. `as` says what it
 * is: a PARAGRAPH as far as known, or the next part of a PARAGRAPH_MORE or SETEXT heading that was cut.
 *
 * A line with a pipe may be the header of a table, which ends the paragraph before it; so such a line
 * becomes part of the token only when a line of text without one follows. Where none does, the lines
 * are `held` back and become tokens of their own: by then it is known what they are parts of, so none
 * of these needs to read to the end again. */
static inline enum token take_paragraph(struct line *l, struct scanner *s, enum token as)
{
    struct definition *definition = &l->definition;
    bool held = false, accepted;
    struct found found;
    unsigned matched;
    for (bool first = true;; first = false) {
        take_text(l);
        accepted = definition_line_end(definition);
        if (definition->state == DEFINITION_OVER) {
            s->flags = AFTER_DEFINITION;
            return DEFINITION;
        }
        unsigned cells = cell_count(l);
        bool hold = !first && l->pipes > 0 && !definition->accepted;
        if (held && hold && as != PARAGRAPH)
            break;
        held = hold;
        if (accepted || (!held && !definition->accepted))
            l->lexer->mark_end(l->lexer);
        found = next_of_paragraph(l, s, &matched);
        if (found.class == LINE_DELIMITER && cells == found.value && (first || held)) {
            s->flags = held ? CONTINUES_TEXT : 0;
            return first ? TABLE_HEADER : as;
        }
        if (found.class == LINE_DELIMITER ||
            (found.class == LINE_UNDERLINE && definition->accepted))
            found = found_text;
        if (found.class != LINE_TEXT)
            break;
        if (definition->state == DEFINITION_COMPLETE) {
            s->flags = AFTER_DEFINITION;
            return DEFINITION;
        }
    }
    if (definition->accepted) {
        /* What began a title that was never closed is text. */
        s->flags = accepted ? 0 : AFTER_DEFINITION;
        return DEFINITION;
    }
    s->flags = held ? CONTINUES_TEXT : 0;
    if (as != PARAGRAPH)
        return as;
    if (found.class == LINE_UNDERLINE)
        return found.value == 1 ? SETEXT1 : SETEXT2;
    return held ? PARAGRAPH : paragraph_end(l, s, found, matched);
}

/* At a table's line end: true where a row follows. */
static inline bool row_follows(struct line *l, struct scanner *s)
{
    unsigned matched;
    if (!next_line(l, s, s->depth, &matched) || l->blank || matched < s->depth)
        return false;
    if (classify(l, s, OUTSIDE, matched < MAX_DEPTH).class != LINE_TEXT)
        return false;
    if (l->lexer->lookahead != '|' || l->pipes > 0)
        return true;
    /* A lone pipe has no cell. */
    take(l);
    take_spaces(l);
    return !at_line_end(l);
}

/* A row of a table, or the delimiters below its first. */
static inline void take_row(struct line *l, struct scanner *s)
{
    take_text(l);
    l->lexer->mark_end(l->lexer);
    s->flags = row_follows(l, s) ? IN_TABLE : 0;
}

#endif
