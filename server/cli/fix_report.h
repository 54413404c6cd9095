/* fix_report.h: what `planls fix` says of what it did. */
#ifndef PLANLS_CLI_FIX_REPORT_H
#define PLANLS_CLI_FIX_REPORT_H

#include "cli/findings.h"

/* On standard error, which leaves standard output to the text or the diff: per file the rules whose
 * findings are gone, and how many are left. `would`: nothing was changed. */
void fix_report(struct projects *projects, const struct findings *before,
                const struct findings *after, bool would);

/* A unified diff that patch(1) takes, between a/shown and b/shown; coloured, and then without
 * control characters, on a canvas with colour. */
void fix_print_diff(const struct canvas *canvas, const char *shown, struct slice old_text,
                    struct slice new_text);

#endif
