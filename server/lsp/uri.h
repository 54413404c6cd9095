/* uri.h: between a client's document URIs and paths of this machine (RFC 3986, RFC 8089).
 *
 * A client's URI is never rewritten: what is made here is only for files the client has not named.
 */
#ifndef PLANLS_LSP_URI_H
#define PLANLS_LSP_URI_H

#include "base/arena.h"
#include "base/strbuf.h"

#include <stdbool.h>

/* Does it begin with a scheme ("file:", "git:")? What does not is no URI. */
bool uri_has_scheme(struct slice uri);

/* The absolute path a `file:` URI means, with its percent escapes read; NULL for other schemes, a
 * file on another host, a relative path or an escaped NUL. `file:///p`, `file://localhost/p` and
 * `file:/p` are one. An escape that is none ("%zz") stands for itself; query and fragment are cut.
 * Where paths have drives, "/c:/p" is "c:/p". */
const char *uri_to_path(struct arena *arena, struct slice uri);

/* Appends `file://` and the escaped path: everything but letters, digits, "-._~" and "/" is
 * escaped, as VS Code does. */
void uri_from_path(const char *path, struct strbuf *out);
/* Appends a relative path, escaped in the same way. */
void uri_escape(struct slice path, struct strbuf *out);

#endif
