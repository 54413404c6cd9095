/* facts.h: what two parsers say of a document, in words that can be compared.
 *
 * One line per fact, in document order:
 *
 *     12 heading 2 'text'
 *     14 item 1 task x
 *     20 code 'js' 'first line\nsecond line'
 *     table / row / cell 'text'
 *     30 quote / 31 break / 32 html / 33 paragraph
 *
 * Text is plain: inline marks taken off, by cmark-gfm on both sides, as here only blocks are tried.
 */
#ifndef PLANLS_TESTS_AGREEMENT_FACTS_H
#define PLANLS_TESTS_AGREEMENT_FACTS_H

#include "base/strbuf.h"
#include "syntax/blocks.h"

#include <cmark-gfm.h>

/* The document as cmark-gfm is to see it: front matter as blank lines (it knows none), our line ends
 * (it takes a lone CR for one) as LF. */
void facts_normalise(struct slice text, const struct blocks *blocks, struct strbuf *out);

void facts_ours(struct slice text, const struct blocks *blocks, struct strbuf *out);
void facts_theirs(struct slice normalised, struct strbuf *out);

/* Shared by both sides. */
cmark_node *facts_parse(struct slice text);
void facts_plain(cmark_node *node, struct strbuf *out);
/* Lines without indentation, quote marks and CR, blank ones at both ends dropped. */
void facts_put_lines(struct strbuf *out, struct slice lines);
/* Trimmed, in quotes, runs of space as one; so are > behind space, as quote marks stand inside the text
 * of a setext heading of several lines. */
void facts_put_text(struct strbuf *out, struct slice text);

#endif
