/* change.h: what a fix would write, as lines removed and added. */
#ifndef PLANLS_CLI_CHANGE_H
#define PLANLS_CLI_CHANGE_H

#include "cli/paint.h"
#include "text/text.h"

#include <planls/diagnostic.h>

/* The lines of one document that a fix's edits replace and what they become. */
struct change {
    struct slice old_lines, new_lines; /* without what both share at their ends */
    uint32_t first_line;               /* number, from 1, of the first of either */
};

/* Describes a fix that edits one document. False where it edits several, makes one, or touches
 * places too far from each other to be shown. Lives in the arena. */
bool change_of_fix(const struct planls_fix *fix, const struct text *text, struct arena *arena,
                   struct change *change);
/* The largest line number it shows. */
uint32_t change_last_line(const struct change *change);
/*      7 - **Timeline:** Weeks 8–5
 *      7 + **Timeline:** Weeks 5–8
 * at most a few lines of each. */
void change_print(const struct canvas *canvas, const struct change *change, unsigned gutter);

#endif
