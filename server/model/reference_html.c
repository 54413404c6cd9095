/* reference_html.c: files and headings that a document's HTML names: `<a href="a.md">`, `<img src="p.png">`. */
#include "model/html.h"
#include "model/reference_build.h"

static bool tag_target(struct slice tag, enum reference_kind *kind, struct slice *target)
{
    static const char *const sources[] = {"img", "source", "video", "audio"};
    struct slice name = html_tag_name(tag);
    *kind = REFERENCE_LINK;
    if (slice_is_nocase(name, "a"))
        return html_attribute(tag, SLICE("href"), target);
    *kind = REFERENCE_IMAGE;
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (slice_is_nocase(name, sources[i]))
            return html_attribute(tag, SLICE("src"), target);
    return false;
}

void references_of_html(struct reference_maker *maker, struct span html)
{
    struct slice bytes = maker->b->bytes;
    struct slice s = span_slice(bytes, html), tag, target;
    enum reference_kind kind;
    size_t at = 0;
    while (html_tag_next(s, &at, &tag))
        if (tag_target(tag, &kind, &target))
            reference_add_target(maker, kind, span_of(bytes, tag), span_of(bytes, target));
}
