/* verbatim.h: blocks whose lines are no Markdown: fences, indented code, HTML, front matter. */
#ifndef PLAN_VERBATIM_H
#define PLAN_VERBATIM_H

#include "classify.h"

/* Front matter may be so long: an opener that is never closed costs at most this look ahead. */
#define MAX_FRONT_MATTER 65536

static inline void take_line(struct line *l)
{
    while (!at_line_end(l))
        l->lexer->advance(l->lexer, l->skip);
}

static inline void take_marked_line(struct line *l)
{
    take_line(l);
    l->lexer->mark_end(l->lexer);
}

/* At a line's content: true where it closes the fence; it has been read then. */
static inline bool take_fence_close(struct line *l, const struct scanner *s)
{
    if (l->indent > 3 || l->odd || l->lexer->lookahead != (int32_t)s->fence)
        return false;
    return take_run(l, s->fence) >= s->fence_length && take_blank_rest(l);
}

/* Behind a fence's opening mark, its info string or its text: the token that follows. `may_*` say
 * which can. */
static inline enum token take_fence(struct line *l, struct scanner *s, bool may_info, bool may_text)
{
    if (may_info) {
        read_indent(l);
        l->skip = false;
        if (!l->blank) {
            take_marked_line(l);
            return INFO;
        }
        l->lexer->mark_end(l->lexer);
    }
    for (bool any = false;; any = true) {
        l->skip = !may_text;
        if (l->lexer->lookahead == '\n')
            l->lexer->advance(l->lexer, !any);
        bool ends = at_eof(l) || begin_line(l, s, s->depth) < s->depth;
        bool closes = !ends && take_fence_close(l, s);
        if (any && (ends || closes))
            return TEXT;
        if (closes)
            l->lexer->mark_end(l->lexer);
        if (ends || closes) {
            s->fence = s->fence_length = 0;
            return closes ? FENCE_CLOSE : FENCE_END;
        }
        take_marked_line(l);
    }
}

/* In the first line of indented code. */
static inline void take_code(struct line *l, const struct scanner *s)
{
    unsigned matched;
    take_marked_line(l);
    while (next_line(l, s, s->depth, &matched) && matched == s->depth) {
        if (l->blank)
            continue;
        if (l->indent < 4)
            return;
        take_marked_line(l);
    }
}

/* In the first line of an HTML block, behind what tells its kind. */
static inline void take_html(struct line *l, const struct scanner *s, unsigned kind)
{
    unsigned matched;
    for (bool first = true;; first = false) {
        bool ends = kind < HTML_BLOCK && html_ends_on_line(l, kind, first);
        take_marked_line(l);
        if (ends)
            return;
        do {
            if (!next_line(l, s, s->depth, &matched) || matched < s->depth)
                return;
            if (l->blank && kind >= HTML_BLOCK)
                return;
        } while (l->blank);
    }
}

/* At a line's start: true where it is nothing but three dashes (or dots); else some of it is read. */
static inline bool take_front_matter_fence(struct line *l, bool dots)
{
    int32_t c = l->lexer->lookahead;
    if (c != '-' && !(c == '.' && dots))
        return false;
    for (unsigned i = 0; i < 3; i++) {
        if (l->lexer->lookahead != c)
            return false;
        l->lexer->advance(l->lexer, l->skip);
    }
    return take_blank_rest(l);
}

/* Behind a first line of three dashes: true where front matter follows. As in pandoc it does not begin
 * with a blank line: dashes before one are a thematic break. */
static inline bool front_matter_follows(struct line *l)
{
    TSLexer *lexer = l->lexer;
    unsigned length = 0;
    while (!at_eof(l) && length < MAX_FRONT_MATTER) {
        lexer->advance(lexer, false);
        if (take_front_matter_fence(l, true))
            return true;
        if (length == 0 && take_blank_rest(l))
            return false;
        for (; !at_line_end(l) && length < MAX_FRONT_MATTER; length++)
            lexer->advance(lexer, false);
        length++;
    }
    return false;
}

/* Behind front matter's opening line or its text. */
static inline enum token take_front_matter(struct line *l, bool may_text)
{
    for (bool any = false;; any = true) {
        l->lexer->advance(l->lexer, !any);
        l->skip = false;
        bool closes = take_front_matter_fence(l, true);
        if (closes && any)
            return YAML;
        take_marked_line(l);
        if (closes || !may_text || at_eof(l))
            return FRONT_MATTER_CLOSE;
    }
}

#endif
