/* link_path.h: a path as a Markdown link's destination, a title as its text. */
#ifndef PLANLS_EDITS_LINK_PATH_H
#define PLANLS_EDITS_LINK_PATH_H

#include "base/strbuf.h"

/* Appends the path with what would end or change a destination, or the line or table cell around it,
 * percent-encoded: spaces, round brackets, '#', '?', '&', '\\', '`', '|' … */
void link_path_write(struct strbuf *out, struct slice path);
/* The same between '<' and '>', where spaces and round brackets may stand as they are. */
void link_path_write_in_angles(struct strbuf *out, struct slice path);
/* Appends the title with the brackets escaped that would end it. */
void link_text_write(struct strbuf *out, struct slice title);

#endif
