/* html.h: tags in a document's HTML and what their attributes say. Internal to model/.
 *
 * As much of HTML as links and anchors need: a tag is '<', a letter and all up to the next '>'; an attribute's value
 * stands in quotes of either kind, or ends at a space. Linear.
 */
#ifndef PLANLS_MODEL_HTML_H
#define PLANLS_MODEL_HTML_H

#include "base/slice.h"

#include <stdbool.h>

/* The next opening tag at or behind *at, without its angle brackets: `a href="x"`. Moves *at behind it. */
bool html_tag_next(struct slice s, size_t *at, struct slice *tag);
/* Its name: "a". */
struct slice html_tag_name(struct slice tag);
/* The value of its attribute of that name, a part of `tag`; false where it has none. */
bool html_attribute(struct slice tag, struct slice name, struct slice *value);

#endif
