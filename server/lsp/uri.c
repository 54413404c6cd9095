/* uri.c: file URIs to paths and back. */
#include "lsp/uri.h"

bool uri_has_scheme(struct slice uri)
{
    size_t len = 0;
    while (len < uri.len && (ascii_is_alnum(uri.ptr[len]) || uri.ptr[len] == '+' ||
                             uri.ptr[len] == '-' || uri.ptr[len] == '.'))
        len++;
    return len > 0 && len < uri.len && uri.ptr[len] == ':' && ascii_is_alpha(uri.ptr[0]);
}

static int hex_value(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Reads the escapes of `s` into a string; false where one stands for NUL. */
static bool unescape(struct arena *arena, struct slice s, char **out)
{
    char *path = arena_alloc(arena, s.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < s.len; i++) {
        int high = i + 2 < s.len && s.ptr[i] == '%' ? hex_value(s.ptr[i + 1]) : -1;
        int low = high >= 0 ? hex_value(s.ptr[i + 2]) : -1;
        char c = s.ptr[i];
        if (low >= 0) {
            c = (char)(high * 16 + low);
            i += 2;
        }
        if (c == '\0')
            return false;
        path[len++] = c;
    }
    path[len] = '\0';
    *out = path;
    return true;
}

const char *uri_to_path(struct arena *arena, struct slice uri)
{
    struct slice rest = uri;
    if (!slice_starts_nocase(rest, SLICE("file:")))
        return NULL;
    rest = slice_from(rest, 5);
    for (size_t i = 0; i < rest.len; i++)
        if (rest.ptr[i] == '?' || rest.ptr[i] == '#')
            rest.len = i;
    if (slice_starts(rest, SLICE("//"))) {
        rest = slice_from(rest, 2);
        size_t slash = slice_find_byte(rest, '/');
        if (slash == SLICE_NONE)
            return NULL;
        struct slice host = slice_sub(rest, 0, slash);
        if (host.len > 0 && !slice_is_nocase(host, "localhost"))
            return NULL;
        rest = slice_from(rest, slash);
    }
    char *path;
    if (rest.len == 0 || rest.ptr[0] != '/' || !unescape(arena, rest, &path))
        return NULL;
#ifdef _WIN32
    if (ascii_is_alpha(path[1]) && path[2] == ':')
        path++;
#endif
    return path;
}

static bool is_unreserved(char c)
{
    return ascii_is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
}

void uri_escape(struct slice path, struct strbuf *out)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < path.len;) {
        size_t end = i;
        while (end < path.len && is_unreserved(path.ptr[end]))
            end++;
        strbuf_append(out, slice_sub(path, i, end));
        if (end < path.len) {
            unsigned byte = (unsigned char)path.ptr[end++];
            char escaped[] = {'%', digits[byte >> 4], digits[byte & 15]};
            strbuf_append(out, (struct slice){escaped, sizeof escaped});
        }
        i = end;
    }
}

void uri_from_path(const char *path, struct strbuf *out)
{
    strbuf_puts(out, path[0] == '/' ? "file://" : "file:///");
    uri_escape(slice_of(path), out);
}
