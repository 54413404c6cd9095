/* report_mermaid.c: the plans' time as Mermaid Gantt charts, which GitHub and GitLab draw. */
#include "cli/report_formats.h"
#include "features/gantt.h"

void report_print_mermaid(struct output *output, const struct planls_report *report)
{
    for (size_t i = 0; i < report->plan_count; i++) {
        if (i)
            strbuf_putc(&output->text, '\n');
        gantt_write(&report->plans[i], &output->text);
    }
}
