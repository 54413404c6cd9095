/* gantt.h: a plan's time as a Mermaid Gantt chart, which GitHub and GitLab draw. */
#ifndef PLANLS_FEATURES_GANTT_H
#define PLANLS_FEATURES_GANTT_H

#include "base/strbuf.h"

#include <planls/report.h>

/* Appends the chart, lines ended by LF. Mermaid knows dates only: a plan whose weeks hang on nothing is
 * drawn from the Monday that planls counts such weeks from, with week numbers on its axis.
 * https://mermaid.js.org/syntax/gantt.html */
void gantt_write(const struct planls_report_plan *plan, struct strbuf *out);

/* Has anything days to be drawn at? A chart without a bar is none. */
bool gantt_has_bars(const struct planls_report_plan *plan);

#endif
