/* html.c: tags in a document's HTML and what their attributes say. */
#include "model/html.h"

bool html_tag_next(struct slice s, size_t *at, struct slice *tag)
{
    while (*at < s.len) {
        size_t open = slice_find_byte(slice_from(s, *at), '<');
        if (open == SLICE_NONE)
            break;
        struct slice rest = slice_from(s, *at + open + 1);
        size_t close = slice_find_byte(rest, '>');
        *at += open + 1;
        if (close == SLICE_NONE)
            break;
        if (close == 0 || !ascii_is_alpha(rest.ptr[0]))
            continue;
        *tag = slice_sub(rest, 0, close);
        *at += close + 1;
        return true;
    }
    *at = s.len;
    return false;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct slice html_tag_name(struct slice tag)
{
    size_t end = 0;
    while (end < tag.len && ascii_is_alnum(tag.ptr[end]))
        end++;
    return slice_sub(tag, 0, end);
}

/* The next attribute with a value behind *at. */
static bool attribute_next(struct slice tag, size_t *at, struct slice *name, struct slice *value)
{
    while (*at < tag.len) {
        size_t start = *at, end;
        while (start < tag.len && (is_space(tag.ptr[start]) || tag.ptr[start] == '/'))
            start++;
        for (end = start; end < tag.len && !is_space(tag.ptr[end]) && tag.ptr[end] != '=';)
            end++;
        *name = slice_sub(tag, start, end);
        while (end < tag.len && is_space(tag.ptr[end]))
            end++;
        *at = end + (end == start); /* each round goes on */
        if (end >= tag.len || tag.ptr[end] != '=')
            continue;
        for (end++; end < tag.len && is_space(tag.ptr[end]);)
            end++;
        bool quoted = end < tag.len && (tag.ptr[end] == '"' || tag.ptr[end] == '\'');
        char quote = quoted ? tag.ptr[end++] : ' ';
        start = end;
        while (end < tag.len && (quoted ? tag.ptr[end] != quote : !is_space(tag.ptr[end])))
            end++;
        *value = slice_sub(tag, start, end);
        *at = end + quoted;
        return true;
    }
    return false;
}

bool html_attribute(struct slice tag, struct slice name, struct slice *value)
{
    size_t at = html_tag_name(tag).len;
    struct slice each, its;
    while (attribute_next(tag, &at, &each, &its))
        if (slice_equal_nocase(each, name)) {
            *value = its;
            return true;
        }
    return false;
}
