/* excerpt.h: lines of a document on a terminal, with a gutter of line numbers and a place
 * underlined.
 *
 * The underline stands under the exact text whatever it is made of: wide and combining characters,
 * emoji, tabs (shown as spaces up to every fourth column), control characters (shown as stand-ins).
 * A line too wide for the canvas is cut around the place, with "…" where something is left out; a
 * line of any length costs no more than what is shown of it.
 */
#ifndef PLANLS_CLI_EXCERPT_H
#define PLANLS_CLI_EXCERPT_H

#include "cli/paint.h"
#include "text/text.h"

/* Columns that the largest line number (from 1) to be shown takes. */
unsigned excerpt_gutter(uint32_t largest_line);

/* "   |": an empty line of the frame. */
void excerpt_frame(const struct canvas *canvas, unsigned gutter);

/* The line on which `span` begins, and under it `sign` below the part of the span that lies in that
 * line (one sign where it is empty):
 *
 *      7 | **Timeline:** Weeks 8–5
 *
 *        |               ^^^^^^^^^
 */
void excerpt_place(const struct canvas *canvas, const struct text *text, struct span span,
                   char sign, enum paint color, unsigned gutter);

/* Does a line (without its line end) fit the canvas whole? */
bool excerpt_fits(const struct canvas *canvas, struct slice line, unsigned gutter);
/* One line that is added ('+') or removed ('-'): whole, or `cut` around byte `focus`, in the same
 * way for any two lines that are alike up to there. */
void excerpt_changed(const struct canvas *canvas, struct slice line, uint32_t number, char sign,
                     size_t focus, bool cut, unsigned gutter);

#endif
