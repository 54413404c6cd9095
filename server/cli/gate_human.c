/* gate_human.c: what a gate says to people: what blocks, what was waived, and whether it is open. */
#include "cli/check_formats.h"

#include <string.h>

static void print_waived(struct output *output, struct projects *projects,
                         const struct waived_finding *finding)
{
    const struct canvas *canvas = &output->canvas;
    const struct planls_waived *waived = finding->waived;
    const struct planls_diagnostic *diagnostic = &waived->diagnostic;
    const struct text *text = project_text(projects, finding->project, diagnostic->path);
    paint_puts(canvas, PAINT_DIM, "  ");
    paint_text(canvas, slice_of(project_shown(projects, finding->project, diagnostic->path)));
    if (text) {
        struct text_position at = text_position(text, diagnostic->range.start, TEXT_UTF32);
        strbuf_printf(canvas->out, ":%u", (unsigned)at.line + 1);
    }
    strbuf_printf(canvas->out, ": %s: ", diagnostic->code);
    paint_text(canvas, slice_of(diagnostic->message));
    strbuf_puts(canvas->out, "\n    because ");
    paint_text(canvas, slice_of(waived->reason));
    if (waived->until)
        strbuf_printf(canvas->out, " (until %s)", waived->until);
    strbuf_putc(canvas->out, '\n');
}

static void print_expired(struct output *output, const struct projects *projects)
{
    for (size_t p = 0; p < projects->all.len; p++) {
        const struct settings *settings = &projects->all.items[p]->settings;
        for (size_t i = 0; i < settings->waiver_count; i++) {
            const struct settings_waiver *waiver = &settings->waivers[i];
            if (waiver->until == DATE_NONE || projects->today <= waiver->until)
                continue;
            struct date until = date_from_days(waiver->until);
            strbuf_printf(&output->text, "A waiver of %.*s in the configuration expired on ",
                          SLICE_ARG(waiver->rule));
            strbuf_printf(&output->text, "%04d-%02d-%02d (because ", until.year, until.month,
                          until.day);
            paint_text(&output->canvas, waiver->because);
            strbuf_puts(&output->text, ")\n");
        }
    }
}

static void print_verdict(const struct canvas *canvas, const struct findings *findings, bool blocks)
{
    struct strbuf *out = canvas->out;
    const struct human_counts *below = &findings->below;
    if (findings->all.len == 0) {
        paint_puts(canvas, PAINT_BOLD, "The gate is open");
        strbuf_puts(out, ": nothing blocks in ");
    } else {
        paint_puts(canvas, PAINT_BOLD, blocks ? "The gate is closed" : "The gate would be closed");
        strbuf_puts(out, ": ");
        human_counts(canvas, &findings->counts);
        strbuf_puts(out, " in ");
    }
    human_number(canvas, findings->files, "file");
    if (below->errors + below->warnings + below->hints) {
        strbuf_puts(out, "; ");
        human_counts(canvas, below);
        bool one = below->errors + below->warnings + below->hints == 1;
        strbuf_printf(out, " %s not block, ", one ? "does" : "do");
        paint_puts(canvas, PAINT_BOLD, "planls check");
        strbuf_printf(out, " shows %s", one ? "it" : "them");
    }
    strbuf_putc(out, '\n');
}

void gate_print_human(struct output *output, struct projects *projects,
                      const struct findings *findings, const struct arguments *arguments)
{
    human_findings(output, projects, findings);
    if (arguments_has(arguments, OPTION_QUIET))
        return;
    if (findings->waived.len) {
        paint_puts(&output->canvas, PAINT_BOLD, "Waived:");
        strbuf_putc(&output->text, '\n');
        for (size_t i = 0; i < findings->waived.len; i++)
            print_waived(output, projects, &findings->waived.items[i]);
        strbuf_putc(&output->text, '\n');
    }
    print_expired(output, projects);
    bool blocks = findings->all.len && findings_fails(arguments, findings->all.items[0].diagnostic);
    print_verdict(&output->canvas, findings, blocks);
}
