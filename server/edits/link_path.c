/* link_path.c: a path as a Markdown link's destination, a title as its text. */
#include "edits/link_path.h"

#include <string.h>

static void write_encoded(struct strbuf *out, struct slice path, const char *encoded)
{
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)path.ptr[i];
        if (c < ' ' || strchr(encoded, c))
            strbuf_printf(out, "%%%02X", (unsigned)c);
        else
            strbuf_putc(out, path.ptr[i]);
    }
}

/* An ampersand begins an entity, a backslash an escape, a backtick code, a bar the next cell. */
void link_path_write(struct strbuf *out, struct slice path)
{
    write_encoded(out, path, " ()<>%#?&\\`|\"");
}

void link_path_write_in_angles(struct strbuf *out, struct slice path)
{
    write_encoded(out, path, "<>%#?&\\`|");
}

void link_text_write(struct strbuf *out, struct slice title)
{
    for (size_t i = 0; i < title.len; i++) {
        if (title.ptr[i] && strchr("[]\\", title.ptr[i]))
            strbuf_putc(out, '\\');
        strbuf_putc(out, title.ptr[i]);
    }
}
