/* html.h: where HTML blocks begin and end: the seven kinds of the GFM specification (0.29).
 *
 * 1 <script, <pre, <style … until the closing tag; 2 comments; 3 <? … ?>; 4 <!X … >;
 * 5 <![CDATA[ … ]]>; 6 block-level tags, until a blank line; 7 any other whole tag alone on its line,
 * until a blank line.
 */
#ifndef PLAN_HTML_H
#define PLAN_HTML_H

#include "line.h"

enum {
    HTML_NONE,
    HTML_RAW,
    HTML_COMMENT,
    HTML_QUESTION,
    HTML_DECLARATION,
    HTML_CDATA,
    HTML_BLOCK,
    HTML_TAG
};

/* The longest name that means anything is "blockquote", "figcaption". */
#define HTML_NAME_SIZE 12

static inline bool is_alpha(int32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool is_digit(int32_t c)
{
    return c >= '0' && c <= '9';
}

static inline bool html_is_raw(const char *name)
{
    return !strcmp(name, "script") || !strcmp(name, "pre") || !strcmp(name, "style");
}

static inline bool html_is_block(const char *name)
{
    static const char names[] =
        " address article aside base basefont blockquote body caption center col colgroup dd "
        "details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 "
        "h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol "
        "optgroup option p param section source summary table tbody td tfoot th thead title tr "
        "track ul ";
    char word[HTML_NAME_SIZE + 3] = " ";
    strcat(word, name);
    strcat(word, " ");
    return strstr(names, word) != NULL;
}

/* Reads a tag's name in lower case; one that is too long gives "". False where there is none. */
static inline bool html_name(struct line *l, char name[HTML_NAME_SIZE + 1])
{
    unsigned length = 0;
    if (!is_alpha(l->lexer->lookahead))
        return false;
    for (;;) {
        int32_t c = l->lexer->lookahead;
        if (!is_alpha(c) && !is_digit(c) && c != '-')
            break;
        if (length < HTML_NAME_SIZE)
            name[length] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        length++;
        take(l);
    }
    name[length <= HTML_NAME_SIZE ? length : 0] = 0;
    return true;
}

static inline bool html_attribute_value(struct line *l)
{
    int32_t quote = l->lexer->lookahead;
    if (quote == '"' || quote == '\'') {
        do
            take(l);
        while (!at_line_end(l) && l->lexer->lookahead != quote);
        if (at_line_end(l))
            return false;
        take(l);
        return true;
    }
    bool any = false;
    for (;; any = true) {
        int32_t c = l->lexer->lookahead;
        if (at_line_end(l) || is_space(c) || c == '"' || c == '\'' || c == '=' || c == '<' ||
            c == '>' || c == '`')
            return any;
        take(l);
    }
}

static inline bool html_gap(struct line *l)
{
    bool any = is_space(l->lexer->lookahead);
    take_spaces(l);
    return any;
}

/* The attributes of an opening tag, from behind its name up to the > or />. */
static inline bool html_attributes(struct line *l)
{
    bool gap = html_gap(l);
    for (;;) {
        int32_t c = l->lexer->lookahead;
        if (c == '>' || c == '/')
            return true;
        if (!gap || !(is_alpha(c) || c == '_' || c == ':'))
            return false;
        while (is_alpha(c) || is_digit(c) || c == '_' || c == ':' || c == '.' || c == '-') {
            take(l);
            c = l->lexer->lookahead;
        }
        gap = html_gap(l);
        if (l->lexer->lookahead != '=')
            continue;
        take(l);
        take_spaces(l);
        if (!html_attribute_value(l))
            return false;
        gap = html_gap(l);
    }
}

/* A whole tag behind its name, and nothing else on the line. */
static inline bool html_whole_tag(struct line *l, bool closing)
{
    if (closing)
        take_spaces(l);
    else if (!html_attributes(l))
        return false;
    if (!closing && l->lexer->lookahead == '/')
        take(l);
    if (l->lexer->lookahead != '>')
        return false;
    take(l);
    take_spaces(l);
    return at_line_end(l);
}

static inline unsigned html_exclamation(struct line *l)
{
    take(l);
    int32_t c = l->lexer->lookahead;
    if (c >= 'A' && c <= 'Z')
        return HTML_DECLARATION;
    const char *rest = c == '-' ? "--" : "[CDATA[";
    for (const char *p = rest; *p; p++) {
        if (l->lexer->lookahead != *p)
            return HTML_NONE;
        take(l);
    }
    return c == '-' ? HTML_COMMENT : HTML_CDATA;
}

/* At <: the kind of block that this line begins. Reads as much as it needs to know. */
static inline unsigned html_begin(struct line *l, bool any_tag)
{
    take(l);
    int32_t c = l->lexer->lookahead;
    if (c == '!')
        return html_exclamation(l);
    if (c == '?') {
        take(l);
        return HTML_QUESTION;
    }
    bool closing = c == '/';
    if (closing)
        take(l);
    char name[HTML_NAME_SIZE + 1];
    if (!html_name(l, name))
        return HTML_NONE;
    c = l->lexer->lookahead;
    bool ends = is_space(c) || c == '>' || at_line_end(l);
    if (ends && !closing && html_is_raw(name))
        return HTML_RAW;
    if (*name && html_is_block(name)) {
        if (ends)
            return HTML_BLOCK;
        if (c != '/')
            return HTML_NONE;
        take(l);
        return l->lexer->lookahead == '>' ? HTML_BLOCK : HTML_NONE;
    }
    return any_tag && html_whole_tag(l, closing) ? HTML_TAG : HTML_NONE;
}

static inline bool html_closes_raw(struct line *l)
{
    char name[HTML_NAME_SIZE + 1];
    if (l->lexer->lookahead != '/')
        return false;
    l->lexer->advance(l->lexer, false);
    return html_name(l, name) && l->lexer->lookahead == '>' && html_is_raw(name);
}

/* Reads the rest of a line of a block of kinds 1 to 5. True where the block ends on it: at a tag, or
 * a > behind enough of the right characters, of which the opener may have brought some along. */
static inline bool html_ends_on_line(struct line *l, unsigned kind, bool first)
{
    static const char marks[] = {0, 0, '-', '?', 0, ']'};
    static const unsigned char needed[] = {0, 0, 2, 1, 0, 2};
    TSLexer *lexer = l->lexer;
    unsigned run = first && (kind == HTML_COMMENT || kind == HTML_QUESTION) ? needed[kind] : 0;
    bool ends = false;
    while (!at_line_end(l)) {
        int32_t c = lexer->lookahead;
        lexer->advance(lexer, false);
        if (ends)
            continue;
        if (kind == HTML_RAW) {
            ends = c == '<' && html_closes_raw(l);
            continue;
        }
        ends = c == '>' && run >= needed[kind];
        run = c != 0 && c == marks[kind] ? run + 1 : 0;
    }
    return ends;
}

#endif
