/* ci_places.h: paths, places, texts and fingerprints as the machines of a build understand them. */
#ifndef PLANLS_CLI_CI_PLACES_H
#define PLANLS_CLI_CI_PLACES_H

#include "cli/findings.h"
#include "cli/places.h"

/* What paths are relative to there: the git root around the first project, else its root. */
const char *ci_root(struct projects *projects);
const char *ci_path(struct projects *projects, const char *ci_root, const struct project *project,
                    const char *path);

/* Lines and columns from 1, columns in code points, the end exclusive; all 1 without a text. */
struct ci_region {
    unsigned start_line, start_column, end_line, end_column;
};
struct ci_region ci_region(struct place_cursor *cursor, const struct text *text,
                           struct planls_range range);

/* Appends UTF-8 without broken bytes (U+FFFD for each). */
void ci_text(struct strbuf *out, struct slice text);
/* The path as a relative URI reference (RFC 3986): all but unreserved bytes and "/" as %XX. */
void ci_uri(struct strbuf *out, const char *path);

/* A name for each finding that stays while other lines change: of rule, path and the line it stands
 * in (white space aside), counted where they repeat. 16 hexadecimal digits each (FNV-1a, 64 bits),
 * parallel to `findings`, in the arena. */
struct ci_fingerprint {
    char hex[17];
};
struct ci_fingerprint *ci_fingerprints(struct projects *projects, const struct finding *findings,
                                       size_t count, struct arena *arena);

#endif
