/* link_path.c: a path as a Markdown link's destination, a title as its text. */
#include "edits/link_path.h"

#include <string.h>

static void write_encoded(struct strbuf *out, struct slice path, const char *encoded)
{
    for (size_t i = 0; i < path.len; i++) {
        if (path.ptr[i] && strchr(encoded, path.ptr[i]))
            strbuf_printf(out, "%%%02X", (unsigned)(unsigned char)path.ptr[i]);
        else
            strbuf_putc(out, path.ptr[i]);
    }
}

void link_path_write(struct strbuf *out, struct slice path)
{
    write_encoded(out, path, " ()<>%#");
}

void link_path_write_in_angles(struct strbuf *out, struct slice path)
{
    write_encoded(out, path, "<>%#");
}

void link_text_write(struct strbuf *out, struct slice title)
{
    for (size_t i = 0; i < title.len; i++) {
        if (title.ptr[i] && strchr("[]\\", title.ptr[i]))
            strbuf_putc(out, '\\');
        strbuf_putc(out, title.ptr[i]);
    }
}
