/* edit.h: replacing spans of a document. */
#ifndef PLANLS_TEXT_EDIT_H
#define PLANLS_TEXT_EDIT_H

#include "base/arena.h"
#include "base/strbuf.h"
#include "text/span.h"

struct text_edit {
    struct span span;      /* in the text before any of the edits */
    struct slice new_text; /* borrowed */
};

/* Sorts by start, then end, so that an insertion precedes a replacement of what follows; edits of
 * one span keep their order. */
void text_edits_sort(struct text_edit *edits, size_t count);
/* True where no two of the sorted edits overlap and none passes the end of `length` bytes. */
bool text_edits_are_disjoint(const struct text_edit *edits, size_t count, size_t length);
/* The text with the sorted, disjoint edits applied, appended to out. */
void text_edits_apply(struct slice text, const struct text_edit *edits, size_t count,
                      struct strbuf *out);
/* Cuts what old and new have in common at both ends: byte-minimal. Never cuts inside a character or
 * a line end (CRLF is one), where no client could place the edit. */
struct text_edit text_edit_minimal(struct slice text, struct text_edit edit);

#endif
