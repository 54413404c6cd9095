/* link_path.c: a path as a Markdown link's destination. */
#include "edits/link_path.h"

#include <string.h>

void link_path_write(struct strbuf *out, struct slice path)
{
    for (size_t i = 0; i < path.len; i++) {
        if (strchr(" ()<>%#", path.ptr[i]))
            strbuf_printf(out, "%%%02X", (unsigned)(unsigned char)path.ptr[i]);
        else
            strbuf_putc(out, path.ptr[i]);
    }
}
