/* document_link.h: what a click opens: every reference of a document that leads somewhere. */
#ifndef PLANLS_DOCUMENT_LINK_H
#define PLANLS_DOCUMENT_LINK_H

#include <planls/types.h>

struct planls_document_link {
    struct planls_range range; /* the text to click on; lies in one line or in one construct */
    const char *path;          /* the file, relative to the root; no folder */
    bool has_place;            /* leads to a heading of a document: */
    struct planls_range place; /* its title in that document */
    const char *fragment;      /* "L12" as the text itself says it, else empty */
    const char *tooltip;       /* the heading's or document's title; may be empty */
};

struct planls_document_links {
    struct planls_document_link *items;
    size_t len, cap;
};

/* In the document's order, none overlapping. What leads nowhere, to several files or to a URL is left
 * out; a folder counts as the README.md or index.md in it. */
void planls_document_links(struct planls_workspace *workspace, const char *path,
                           struct planls_results *results, struct planls_document_links *out);

#endif
