/* brackets.h: what begins with `[`, `![`, `(` or `<`. Each looks ahead for its end first. */
#ifndef PLAN_INLINE_BRACKETS_H
#define PLAN_INLINE_BRACKETS_H

#include "labels.h"

/* The beginning of what stands in brackets, its characters outside ASCII as '?'. */
struct content {
    char text[64];
    unsigned length;        /* characters, may be more than are kept */
    unsigned field;         /* characters before the first `::`, 0 for none */
    unsigned round, square; /* brackets of the other kind open inside */
    unsigned images;        /* `![` inside whose target is still to come */
    bool holds_link;
    bool many_lines;
};

static void content_add(struct content *content, int32_t c)
{
    if (content->length < sizeof content->text - 1)
        content->text[content->length] = (char)(c > 0 && c < 0x80 ? c : '?');
    content->length++;
    if (is_newline(c))
        content->many_lines = true;
}

/* A bracket of the other kind that ends what stands around the one looked at. */
static bool leaves_enclosing(const struct state *state, struct content *content, int32_t c,
                             int32_t close)
{
    if (c == close || (c != '(' && c != ')' && c != '[' && c != ']'))
        return false;
    unsigned *count = c == '(' || c == ')' ? &content->round : &content->square;
    if (c == '(' || c == '[')
        ++*count;
    else if (*count > 0)
        --*count;
    else
        return is_open(state, c == ')' ? O_PAREN : O_SQUARE);
    return false;
}

/* Passes to behind the bracket that closes the one just passed. */
static bool pass_balanced(struct scan *scan, int32_t open, int32_t close, struct content *content)
{
    uint32_t from = scan->count;
    unsigned depth = 1, marks = 0;
    int32_t before = 0;
    const struct state *state = scan->state;
    while (!at_end(scan)) {
        int32_t c = peek(scan);
        if (c == '`') {
            content_add(content, c);
            if (!pass_code(scan))
                break;
            before = '`';
            continue;
        }
        if (c == '*' || c == '_') {
            struct run run;
            pass_run(scan, &run);
            content_add(content, c);
            before = c;
            if (judge_other(state, &marks, &run) == HOPELESS)
                break;
            continue;
        }
        if (c == close && --depth == 0) {
            pass(scan);
            return true;
        }
        if (c == open)
            depth++;
        if (leaves_enclosing(state, content, c, close))
            break;
        if (c == ':' && before == ':' && content->field == 0)
            content->field = content->length - 1;
        if (c == '[' && before == '!')
            content->images++;
        if (c == '(' && before == ']' && content->images > 0)
            content->images--;
        else if (c == '(' && before == ']')
            content->holds_link = true;
        content_add(content, c);
        before = c;
        pass(scan);
        if (c == '\\' && !at_end(scan)) {
            content_add(content, peek(scan));
            pass(scan);
        }
    }
    pay(scan, from);
    return false;
}

static void pass_spaces(struct scan *scan)
{
    while (is_blank(peek(scan)) || is_newline(peek(scan)))
        pass(scan);
}

/* `<dest>` or a run without spaces whose parentheses balance; false where neither. */
static bool pass_destination(struct scan *scan)
{
    unsigned depth = 0;
    if (peek(scan) == '<') {
        for (pass(scan); peek(scan) != '>'; pass(scan)) {
            if (peek(scan) == '\\')
                pass(scan);
            if (at_end(scan) || is_newline(peek(scan)) || peek(scan) == '<')
                return false;
        }
        pass(scan);
        return true;
    }
    for (; !at_end(scan); pass(scan)) {
        int32_t c = peek(scan);
        if (c == '\\') {
            pass(scan);
            if (at_end(scan))
                break;
            continue;
        }
        if ((c > 0 && c <= ' ') || (c == ')' && depth == 0))
            break;
        depth += c == '(' ? 1 : 0;
        depth -= c == ')' ? 1 : 0;
    }
    return depth == 0;
}

static bool pass_title(struct scan *scan)
{
    int32_t open = peek(scan), close = open == '(' ? ')' : open;
    if (open != '"' && open != '\'' && open != '(')
        return false;
    for (pass(scan); peek(scan) != close; pass(scan)) {
        if (peek(scan) == '\\')
            pass(scan);
        if (at_end(scan))
            return false;
    }
    pass(scan);
    return true;
}

/* From the `(` behind a link's text. */
static bool pass_target(struct scan *scan)
{
    pass(scan);
    pass_spaces(scan);
    if (!pass_destination(scan))
        return false;
    uint32_t end = scan->count;
    pass_spaces(scan);
    if (scan->count > end && peek(scan) != ')' && !pass_title(scan))
        return false;
    pass_spaces(scan);
    return peek(scan) == ')';
}

/* `P`, `US1`, `T012`: two of these side by side are tags, not a reference link. */
static bool is_tag_like(const struct content *content)
{
    if (content->length == 0 || content->length > 8)
        return false;
    for (unsigned i = 0; i < content->length; i++)
        if (!is_upper(content->text[i]) && !is_digit(content->text[i]) && content->text[i] != '-')
            return false;
    return true;
}

static bool ends_with(const char *text, unsigned length, const char *end)
{
    unsigned n = (unsigned)strlen(end);
    return length >= n && memcmp(text + length - n, end, n) == 0;
}

/* Brackets that wait for somebody to fill them in: `[DATE]`, `[YOUR NAME]`, `[NEEDS …: q]`. */
static bool is_blank_form(const struct content *content)
{
    static const char *const nouns[] = {
        "DATE",       "NAME",        "TITLE",      "OWNER",  "TEAM",    "PROJECT",
        "FEATURE",    "DESCRIPTION", "AMOUNT",     "NUMBER", "VALUE",   "EMAIL",
        "URL",        "LINK",        "TBD",        "TBA",    "TODO",    "X",
        "XX",         "XXX",         "ROLE",       "PERSON", "COMPANY", "VERSION",
        "YYYY-MM-DD", "MM/DD/YYYY",  "DD/MM/YYYY", "BRANCH", "PATH",    "###"};
    static const char *const verbs[] = {"YOUR ", "INSERT ", "ENTER ",  "FILL ", "TBD",
                                        "Your ", "Insert ", "insert ", "your ", "fill "};
    const char *text = content->text;
    unsigned length = content->length < 63 ? content->length : 63;
    if (strncmp(text, "NEEDS CLARIFICATION", 19) == 0)
        return true;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strncmp(text, verbs[i], strlen(verbs[i])) == 0)
            return true;
    for (unsigned i = 0; i < length; i++)
        if (text[i] >= 'a' && text[i] <= 'z')
            return false;
    if (content->length > 40)
        return false;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        unsigned n = (unsigned)strlen(nouns[i]);
        if (ends_with(text, length, nouns[i]) &&
            (length == n || text[length - n - 1] == ' ' || text[length - n - 1] == '_'))
            return true;
    }
    return false;
}

static bool is_field_key(const struct content *content)
{
    unsigned length = content->field;
    if (length == 0 || length > 40 || !is_alnum(content->text[0] == '?' ? 0xE9 : content->text[0]))
        return false;
    for (unsigned i = 0; i < length; i++)
        if (!is_alnum(content->text[i]) && !strchr(" -_?/", content->text[i]))
            return false;
    return true;
}

/* Behind a complete `[…]`: is it a link's text? */
static bool target_ahead(struct scan *scan, const struct content *content)
{
    if (content->holds_link)
        return false;
    if (peek(scan) == '(')
        return pass_target(scan);
    if (peek(scan) != '[')
        return false;
    struct content reference = {.length = 0};
    pass(scan);
    if (peek(scan) == '[' || !pass_balanced(scan, '[', ']', &reference) || reference.length > 200)
        return false;
    bool box = content->length == 1 && !is_alnum(content->text[0]);
    return !box && !(is_tag_like(content) && (is_tag_like(&reference) || reference.length == 0));
}

static bool scan_wiki_link(struct scan *scan)
{
    unsigned length = 0;
    for (pass(scan); !at_end(scan) && !is_newline(peek(scan)) && peek(scan) != '['; length++) {
        int32_t c = peek(scan);
        pass(scan);
        if (c == ']' && peek(scan) == ']' && length > 0) {
            pass(scan);
            mark(scan);
            return finish(scan, T_WIKI_LINK);
        }
        if (length > 400)
            break;
    }
    return finish(scan, T_TEXT);
}

static bool scan_square(struct scan *scan)
{
    struct state *state = scan->state;
    struct content content = {.length = 0};
    pass(scan);
    mark(scan);
    if (!may_open(state))
        return finish(scan, T_TEXT);
    look_ahead(scan, MAX_AHEAD);
    if (peek(scan) == '[')
        return scan_wiki_link(scan);
    if (!pass_balanced(scan, '[', ']', &content))
        return finish(scan, T_TEXT);
    if (peek(scan) != '(' && is_blank_form(&content)) {
        mark(scan);
        return finish(scan, T_BLANK);
    }
    uint32_t from = scan->count;
    if (target_ahead(scan, &content)) {
        push(state, O_SQUARE);
        return finish(scan, T_LINK_OPEN);
    }
    pay(scan, from);
    if (content.many_lines || content.length == 0 || content.length > 300)
        return finish(scan, T_TEXT);
    push(state, O_SQUARE);
    return finish(scan, is_field_key(&content) ? T_DATAVIEW_OPEN : T_TAG_OPEN);
}

/* Behind the `!` of `![`. */
static bool scan_image(struct scan *scan)
{
    struct content content = {.length = 0};
    pass(scan);
    mark(scan);
    look_ahead(scan, MAX_AHEAD);
    if (may_open(scan->state) && pass_balanced(scan, '[', ']', &content) &&
        target_ahead(scan, &content)) {
        push(scan->state, O_SQUARE);
        return finish(scan, T_IMAGE_OPEN);
    }
    return finish(scan, T_TEXT);
}

static bool scan_paren(struct scan *scan)
{
    struct state *state = scan->state;
    struct content content = {.length = 0};
    bool wide = peek(scan) != '(';
    pass(scan);
    mark(scan);
    look_ahead(scan, MAX_AHEAD);
    if (!may_open(state) ||
        !pass_balanced(scan, wide ? 0xFF08 : '(', wide ? 0xFF09 : ')', &content))
        return finish(scan, T_TEXT);
    push(state, wide ? O_PAREN_WIDE : O_PAREN);
    return finish(scan, is_field_key(&content) ? T_DATAVIEW_OPEN : T_PAREN_OPEN);
}

/* A closing bracket ends what it closes; first what stands open inside that. */
static bool close_bracket(struct scan *scan, enum open kind)
{
    struct state *state = scan->state;
    if (top(state) == kind) {
        pass(scan);
        mark(scan);
    } else {
        mark(scan);
    }
    state->depth--;
    return finish(scan, T_CLOSE);
}

/* Inside a link's `(…)` or `[…]`, which was found well-formed when the link began. */
static bool scan_target(struct scan *scan)
{
    int32_t c = peek(scan);
    if (scan->valid[T_TARGET_OPEN]) {
        if (c == '(' || c == '[')
            pass(scan);
        mark(scan);
        return finish(scan, c == '[' ? T_REFERENCE_OPEN : T_TARGET_OPEN);
    }
    if (scan->valid[T_LINK_REFERENCE] && c != ']') {
        while (!at_end(scan) && peek(scan) != ']') {
            if (peek(scan) == '\\')
                pass(scan);
            pass(scan);
        }
        mark(scan);
        return finish(scan, T_LINK_REFERENCE);
    }
    while (is_blank(peek(scan)) || is_newline(peek(scan)))
        scan->lexer->advance(scan->lexer, true);
    c = peek(scan);
    bool destination = scan->valid[T_LINK_DESTINATION] && c != ')' && pass_destination(scan);
    if (destination || (scan->valid[T_LINK_TITLE] && c != ')' && pass_title(scan))) {
        mark(scan);
        return finish(scan, destination ? T_LINK_DESTINATION : T_LINK_TITLE);
    }
    mark(scan);
    if (c == ')' || c == ']') {
        pass(scan);
        mark(scan);
    }
    return finish(scan, T_TARGET_CLOSE);
}

/* The key and its two colons. */
static bool scan_dataview_key(struct scan *scan)
{
    while (!at_end(scan) && peek(scan) != ':')
        pass(scan);
    mark(scan);
    return finish(scan, T_DATAVIEW_KEY);
}

#endif
