/* human.h: findings as people read them: message, place, source line, notes, the way to mend it. */
#ifndef PLANLS_CLI_HUMAN_H
#define PLANLS_CLI_HUMAN_H

#include "cli/paint.h"
#include "cli/places.h"
#include "text/text.h"

#include <planls/diagnostic.h>

/* Where the printer finds the text of a document that a finding speaks of. */
struct human_sources {
    /* The text at `path` and in *shown what to call it; NULL where it cannot be had: then only the
     * name is printed. */
    const struct text *(*text)(void *context, const char *path, const char **shown);
    void *context;
    struct place_cursor *cursor; /* for the findings' own places; zeroed at first */
};

/* One finding with its notes and its likeliest fix, ended by an empty line. */
void human_finding(const struct canvas *canvas, const struct human_sources *sources,
                   const struct planls_diagnostic *diagnostic);

/* The same on one line, for findings of which many alike have been shown:
 *     3.md:98:3: warning[mojibake]: Damaged characters: … */
void human_finding_short(const struct canvas *canvas, const struct human_sources *sources,
                         const struct planls_diagnostic *diagnostic);

/* How many findings of each severity. */
struct human_counts {
    size_t errors, warnings, hints;
};
void human_count(struct human_counts *counts, enum planls_severity severity);
/* "1 error, 7 warnings, 2 hints", coloured; "nothing found" for none. */
void human_counts(const struct canvas *canvas, const struct human_counts *counts);
/* "1 item", "40 tasks": English plurals by adding an s. */
void human_number(const struct canvas *canvas, size_t count, const char *noun);

const char *human_severity(enum planls_severity severity);

#endif
