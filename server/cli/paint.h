/* paint.h: colours on a terminal, and text that cannot harm one. */
#ifndef PLANLS_CLI_PAINT_H
#define PLANLS_CLI_PAINT_H

#include "base/strbuf.h"

#include <stdint.h>

enum paint {
    PAINT_PLAIN,
    PAINT_BOLD,
    PAINT_DIM,
    PAINT_ERROR,
    PAINT_WARNING,
    PAINT_HINT,
    PAINT_GUTTER,
    PAINT_HELP,
    PAINT_ADDED,
    PAINT_REMOVED
};

/* What a printer writes to. */
struct canvas {
    struct strbuf *out;
    bool color;
    unsigned width; /* columns of the terminal, or what to take for them */
};

/* From here on in that colour, until the next call; PAINT_PLAIN ends it. Nothing without colour. */
void paint(const struct canvas *canvas, enum paint color);
/* One string in a colour, then plain. */
void paint_puts(const struct canvas *canvas, enum paint color, const char *text);

/* Appends text from a file on one line: control characters (escape sequences among them), line ends
 * and direction overrides become visible stand-ins one column wide, broken bytes U+FFFD. */
void paint_text(const struct canvas *canvas, struct slice text);
/* How such a character is shown, "" for one shown as it is. */
const char *paint_stand_in(uint32_t codepoint, char buffer[4]);

#endif
