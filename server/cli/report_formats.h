/* report_formats.h: the ways `planls report` prints: one file each, report_NAME.c. */
#ifndef PLANLS_CLI_REPORT_FORMATS_H
#define PLANLS_CLI_REPORT_FORMATS_H

#include "cli/output.h"

#include <planls/report.h>

/* JSON is host/report_json.h's. Strings may hold anything that a file does. */
void report_print_text(struct output *output, const struct planls_report *report);
void report_print_markdown(struct output *output, const struct planls_report *report);
void report_print_html(struct output *output, const struct planls_report *report);
void report_print_mermaid(struct output *output, const struct planls_report *report);
void report_print_dot(struct output *output, const struct planls_report *report);
void report_print_svg(struct output *output, const struct planls_report *report);

/* The picture of a plan's time, which HTML holds too. */
void report_put_svg(struct strbuf *out, const struct planls_report *report);

#endif
