/* paint.c: colours on a terminal, and text that cannot harm one. */
#include "cli/paint.h"

#include "text/utf8.h"

void paint(const struct canvas *canvas, enum paint color)
{
    static const char *const codes[] = {
        [PAINT_PLAIN] = "\x1B[0m",     [PAINT_BOLD] = "\x1B[1m",       [PAINT_DIM] = "\x1B[2m",
        [PAINT_ERROR] = "\x1B[1;31m",  [PAINT_WARNING] = "\x1B[1;33m", [PAINT_HINT] = "\x1B[1;36m",
        [PAINT_GUTTER] = "\x1B[1;34m", [PAINT_HELP] = "\x1B[1;32m",    [PAINT_ADDED] = "\x1B[32m",
        [PAINT_REMOVED] = "\x1B[31m",
    };
    if (canvas->color)
        strbuf_puts(canvas->out, codes[color]);
}

void paint_puts(const struct canvas *canvas, enum paint color, const char *text)
{
    paint(canvas, color);
    strbuf_puts(canvas->out, text);
    paint(canvas, PAINT_PLAIN);
}

/* Characters that turn the direction of what follows: a line could show other than it says. */
static bool turns_direction(uint32_t codepoint)
{
    return (codepoint >= 0x202A && codepoint <= 0x202E) ||
           (codepoint >= 0x2066 && codepoint <= 0x2069);
}

const char *paint_stand_in(uint32_t codepoint, char buffer[4])
{
    uint32_t shown;
    if (codepoint < 0x20)
        shown = 0x2400 + codepoint; /* the control pictures */
    else if (codepoint == 0x7F)
        shown = 0x2421;
    else if ((codepoint >= 0x80 && codepoint < 0xA0) || turns_direction(codepoint) ||
             codepoint == UTF8_REPLACEMENT)
        shown = UTF8_REPLACEMENT;
    else
        return "";
    buffer[utf8_encode(shown, buffer)] = '\0';
    return buffer;
}

void paint_text(const struct canvas *canvas, struct slice text)
{
    while (text.len) {
        uint32_t codepoint;
        char buffer[4];
        unsigned length = utf8_decode(text, &codepoint);
        const char *stand_in = paint_stand_in(codepoint, buffer);
        if (stand_in[0])
            strbuf_puts(canvas->out, stand_in);
        else
            strbuf_append(canvas->out, slice_sub(text, 0, length));
        text = slice_from(text, length);
    }
}
