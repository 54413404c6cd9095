/* check_human.c: what was found, for people: grouped by file, a summary at the end. */
#include "cli/check_formats.h"

#include <string.h>

/* Of the findings of one rule in one file: who has seen so many knows the rest by their place. */
#define MOST_SHOWN_WHOLE 4

struct shower {
    struct projects *projects;
    struct project *project;
};

static const struct text *text_of(void *context, const char *path, const char **shown)
{
    const struct shower *shower = context;
    *shown = project_shown(shower->projects, shower->project, path);
    return project_text(shower->projects, shower->project, path);
}

/* "plan.md: 1 error, 2 warnings" over the findings of a file. */
static void print_heading(const struct canvas *canvas, struct projects *projects,
                          const struct findings *findings, size_t first)
{
    struct human_counts counts = {0};
    const struct finding *finding = &findings->all.items[first];
    for (size_t i = first; i < findings->all.len; i++) {
        if (strcmp(findings->all.items[i].path, finding->path) != 0)
            break;
        human_count(&counts, findings->all.items[i].diagnostic->severity);
    }
    paint(canvas, PAINT_BOLD);
    paint_text(canvas,
               slice_of(project_shown(projects, finding->project, finding->diagnostic->path)));
    paint(canvas, PAINT_PLAIN);
    strbuf_puts(canvas->out, ": ");
    human_counts(canvas, &counts);
    strbuf_puts(canvas->out, "\n\n");
}

static void print_summary(const struct canvas *canvas, const struct findings *findings)
{
    human_number(canvas, findings->items, "item");
    strbuf_puts(canvas->out, ", ");
    human_number(canvas, findings->tasks, "task");
    strbuf_puts(canvas->out, ": ");
    human_counts(canvas, &findings->counts);
    strbuf_puts(canvas->out, " in ");
    human_number(canvas, findings->files, "file");
    if (findings->fixable) {
        strbuf_printf(canvas->out, "; %zu can be mended by ", findings->fixable);
        paint_puts(canvas, PAINT_BOLD, "planls fix");
    }
    strbuf_putc(canvas->out, '\n');
}

/* How many findings of the same rule stand before this one in its file. */
static size_t same_before(const struct findings *findings, size_t at)
{
    const struct finding *finding = &findings->all.items[at];
    size_t count = 0;
    for (size_t i = at; i-- > 0 && count < MOST_SHOWN_WHOLE;) {
        const struct finding *other = &findings->all.items[i];
        if (strcmp(other->path, finding->path) != 0)
            break;
        count += strcmp(other->diagnostic->code, finding->diagnostic->code) == 0;
    }
    return count;
}

void human_findings(struct output *output, struct projects *projects,
                    const struct findings *findings)
{
    const char *path = NULL;
    bool after_short = false;
    struct place_cursor cursor = {0};
    for (size_t i = 0; i < findings->all.len; i++) {
        const struct finding *finding = &findings->all.items[i];
        bool new_file = !path || strcmp(path, finding->path) != 0;
        bool whole = new_file || same_before(findings, i) < MOST_SHOWN_WHOLE;
        if (after_short && whole)
            strbuf_putc(&output->text, '\n');
        after_short = !whole;
        if (new_file)
            print_heading(&output->canvas, projects, findings, i);
        path = finding->path;
        struct shower shower = {projects, finding->project};
        struct human_sources sources = {text_of, &shower, &cursor};
        if (whole)
            human_finding(&output->canvas, &sources, finding->diagnostic);
        else
            human_finding_short(&output->canvas, &sources, finding->diagnostic);
        output_flush(output);
    }
    if (after_short)
        strbuf_putc(&output->text, '\n');
}

void check_print_human(struct output *output, struct projects *projects,
                       const struct findings *findings, const struct arguments *arguments)
{
    human_findings(output, projects, findings);
    if (!arguments_has(arguments, OPTION_QUIET))
        print_summary(&output->canvas, findings);
}
