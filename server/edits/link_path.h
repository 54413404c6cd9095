/* link_path.h: a path as a Markdown link's destination. */
#ifndef PLANLS_EDITS_LINK_PATH_H
#define PLANLS_EDITS_LINK_PATH_H

#include "base/strbuf.h"

/* Appends the path with what would end or change a destination percent-encoded: spaces, brackets, '#'. */
void link_path_write(struct strbuf *out, struct slice path);

#endif
