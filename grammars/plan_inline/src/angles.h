/* angles.h: what begins with `<`: autolinks, HTML, placeholders; and bare URLs. */
#ifndef PLAN_INLINE_ANGLES_H
#define PLAN_INLINE_ANGLES_H

#include "scan.h"

static bool scan_comment(struct scan *scan)
{
    uint32_t from = scan->count;
    unsigned dashes = 0;
    for (pass(scan); !at_end(scan); pass(scan)) {
        if (peek(scan) == '>' && (dashes >= 2 || scan->count - from < 2)) {
            pass(scan);
            mark(scan);
            return finish(scan, T_HTML);
        }
        dashes = peek(scan) == '-' ? dashes + 1 : 0;
    }
    pay(scan, from);
    return finish(scan, T_TEXT);
}

static bool is_html_name(const char *name)
{
    static const char known[] =
        " a abbr b bdi bdo big blockquote br center cite code col colgroup dd del details dfn "
        "div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img "
        "input ins kbd label li main mark nav ol p picture pre q s samp script section small "
        "source span strike strong style sub summary sup svg table tbody td tfoot th thead "
        "tr tt u ul var video wbr ";
    char key[24] = " ";
    size_t n = strlen(name);
    if (n + 3 > sizeof key)
        return false;
    for (size_t i = 0; i < n; i++)
        key[i + 1] = (char)(is_upper(name[i]) ? name[i] + 32 : name[i]);
    key[n + 1] = ' ';
    key[n + 2] = '\0';
    return strstr(known, key) != NULL;
}

/* What stands between `<` and `>`. */
struct angle {
    char name[24];
    unsigned name_length;
    bool hyphen, spaces, equals, slash, odd, upper;
};

static bool pass_angle(struct scan *scan, struct angle *angle)
{
    uint32_t from = scan->count;
    int32_t quote = 0;
    for (; !at_end(scan); pass(scan)) {
        int32_t c = peek(scan);
        if (c == '>' && !quote) {
            pass(scan);
            return true;
        }
        if ((c == '<' && !quote) || is_newline(c))
            break;
        if ((c == '"' || c == '\'') && (!quote || quote == c))
            quote = quote ? 0 : angle->equals ? c : 0;
        bool name = is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_';
        if (name && !angle->spaces && angle->name_length + 1 < sizeof angle->name)
            angle->name[angle->name_length++] = (char)c;
        angle->hyphen |= c == '-';
        angle->spaces |= is_blank(c);
        angle->equals |= c == '=';
        angle->slash = c == '/';
        angle->odd |= !name && !is_blank(c) && c != '/' && !is_alnum(c);
        angle->upper &= is_upper(c) || c == '_' || c == '-' || c == ' ' || is_digit(c);
    }
    pay(scan, from);
    return false;
}

static bool scan_link_in_angles(struct scan *scan)
{
    uint32_t from = scan->count;
    while (!at_end(scan)) {
        int32_t c = peek(scan);
        if (c <= ' ' || c == '<')
            break;
        pass(scan);
        if (c == '>') {
            mark(scan);
            return finish(scan, T_AUTOLINK);
        }
    }
    pay(scan, from);
    return finish(scan, T_TEXT);
}

static bool scan_tag_or_blank(struct scan *scan, enum side before)
{
    struct angle angle = {.upper = true};
    while (is_ascii_letter(peek(scan)) || is_digit(peek(scan)) || peek(scan) == '-' ||
           peek(scan) == '_' || peek(scan) == '.' || peek(scan) == '+') {
        int32_t c = peek(scan);
        angle.hyphen |= c == '-';
        angle.upper &= !(c >= 'a' && c <= 'z');
        angle.odd |= c == '.' || c == '+';
        if (angle.name_length + 1 < sizeof angle.name)
            angle.name[angle.name_length++] = (char)c;
        pass(scan);
    }
    if ((peek(scan) == ':' && angle.name_length > 1) || peek(scan) == '@')
        return scan_link_in_angles(scan);
    bool bare = peek(scan) == '>';
    angle.spaces = is_blank(peek(scan));
    if ((!bare && !angle.spaces && peek(scan) != '/') || !pass_angle(scan, &angle))
        return finish(scan, T_TEXT);
    if (is_html_name(angle.name) || angle.equals || angle.slash) {
        mark(scan);
        return finish(scan, T_HTML);
    }
    if (angle.odd || before == SIDE_WORD)
        return finish(scan, T_TEXT);
    mark(scan);
    bool blank = angle.hyphen || angle.spaces || (angle.upper && angle.name_length > 2);
    return finish(scan, blank ? T_BLANK : T_HTML);
}

/* At `<`. False, with nothing decided, where a number follows. */
static bool scan_angle(struct scan *scan)
{
    enum side before = scan->before;
    pass(scan);
    mark(scan);
    int32_t c = peek(scan);
    if (is_digit(c) || is_currency(c) || c == '=' || c == '\\' || c == 'X')
        return false;
    if (c == ' ') {
        pass(scan);
        if (is_digit(peek(scan)) || is_currency(peek(scan)))
            return false;
        return finish(scan, T_TEXT);
    }
    if (!may_open(scan->state))
        return finish(scan, T_TEXT);
    look_ahead(scan, MAX_AHEAD);
    if (c == '!')
        return scan_comment(scan);
    if (is_ascii_letter(c))
        return scan_tag_or_blank(scan, before);
    struct angle angle = {.upper = true};
    if (c == '/' && pass_angle(scan, &angle) && !angle.odd && angle.name_length > 0) {
        mark(scan);
        return finish(scan, T_HTML);
    }
    return finish(scan, T_TEXT);
}

/* Behind a scheme's `://`, or behind `www.`. GFM's rules for where a bare URL ends. */
static bool scan_url(struct scan *scan)
{
    unsigned depth = 0;
    mark(scan);
    while (!at_end(scan)) {
        int32_t c = peek(scan);
        if ((c > 0 && c <= ' ') || c == '<' || c == '>' || c == '`' || c == '|' || c == '"' ||
            c == 0x3000 || is_between(c, 0x3001, 0x3011) || c >= 0xFF00 ||
            (c == ']' && is_open(scan->state, O_SQUARE)))
            break;
        if (c == ')' && depth-- == 0)
            break;
        depth += c == '(' ? 1 : 0;
        pass(scan);
        if (!strchr("?!.,:;*_~'(", c < 0x80 && c > 0 ? (int)c : 'a') || c == '/')
            mark(scan);
    }
    return finish(scan, T_AUTOLINK);
}

#endif
