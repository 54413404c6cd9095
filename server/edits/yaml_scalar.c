/* yaml_scalar.c: a text as a value in front matter. */
#include "edits/yaml_scalar.h"

#include <string.h>

/* Made of digits and what stands between them: a number, a time, not words. */
static bool is_number_like(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!ascii_is_digit(s.ptr[i]) && !strchr(".,:_-+", s.ptr[i]))
            return false;
    return true;
}

static bool is_date(struct slice s)
{
    return s.len == 10 && s.ptr[4] == '-' && s.ptr[7] == '-';
}

/* Can the text stand in YAML as it is? */
static bool is_plain(struct slice s)
{
    return s.len && s.ptr[0] && !strchr("!&*-?:[]{},#|>@`\"'%", s.ptr[0]) &&
           !slice_contains(s, SLICE(": ")) && !slice_contains(s, SLICE(" #")) &&
           s.ptr[s.len - 1] != ':' && (is_date(s) || !is_number_like(s));
}

void yaml_scalar_write(struct strbuf *out, struct slice value, char before)
{
    bool quote = before != '"' && before != '\'' && !is_plain(value);
    if (quote)
        strbuf_putc(out, '"');
    for (size_t i = 0; i < value.len; i++) {
        char byte = value.ptr[i];
        if ((before == '"' || quote) && (byte == '"' || byte == '\\'))
            strbuf_putc(out, '\\');
        if (before == '\'' && byte == '\'')
            strbuf_putc(out, '\'');
        strbuf_putc(out, byte);
    }
    if (quote)
        strbuf_putc(out, '"');
}
