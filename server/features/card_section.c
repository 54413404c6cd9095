/* card_section.c: what is known of a section by its number. */
#include "features/card_section.h"

#include "workspace/usages.h"

/* So many documents are named. */
#define MAX_NAMED 10

static void put_count(struct strbuf *out, size_t count, const char *one, const char *many)
{
    strbuf_printf(out, "%zu %s", count, count == 1 ? one : many);
}

static void put_size(struct strbuf *out, const struct document *document, uint32_t heading)
{
    const struct model *model = document->model;
    struct span section = model->headings.items[heading].section;
    uint32_t last = section.end > section.start ? section.end - 1 : section.start;
    size_t sections = 0, tasks = 0, done = 0;
    for (size_t i = 0; i < model->headings.len; i++)
        sections += i != heading && span_covers(section, model->headings.items[i].span);
    for (size_t i = 0; i < model->tasks.len; i++) {
        bool within = span_covers(section, model->tasks.items[i].span);
        tasks += within;
        done += within && model->tasks.items[i].done;
    }
    strbuf_puts(out, "- ");
    put_count(
        out, text_line_of(&document->text, last) - text_line_of(&document->text, section.start) + 1,
        "line", "lines");
    if (sections) {
        strbuf_puts(out, ", ");
        put_count(out, sections, "section below", "sections below");
    }
    if (tasks)
        strbuf_printf(out, ", %zu of %zu tasks done", done, tasks);
    strbuf_putc(out, '\n');
}

/* Documents in the order of their paths, each once. */
static void put_usages(struct strbuf *out, const struct usages *usages,
                       const struct target *section)
{
    const struct document *last = NULL;
    size_t documents = 0, times = 0;
    for (size_t i = 0; i <= usages->len; i++) {
        const struct usage *usage = i < usages->len ? &usages->items[i] : NULL;
        if (usage && !usage_means(usage, section))
            continue;
        if (usage && usage->document == last) {
            times++;
            continue;
        }
        if (last && times > 1)
            strbuf_printf(out, " (%zu times)", times);
        if (!usage)
            break;
        if (documents++ == MAX_NAMED) {
            strbuf_puts(out, " …");
            break;
        }
        strbuf_printf(out, "%s%.*s", documents > 1 ? ", " : "- Named in ",
                      SLICE_ARG(usage->document->path));
        last = usage->document;
        times = 1;
    }
    strbuf_puts(out, documents ? "\n" : "- Named nowhere\n");
}

void card_section(const struct planls_workspace *workspace, const struct document *document,
                  uint32_t heading, struct arena *scratch, struct strbuf *out)
{
    const struct heading *h = &document->model->headings.items[heading];
    struct target section = {document, NO_INDEX, NO_INDEX, heading, h->title_span};
    struct usages usages = {0};
    workspace_usages_of(workspace->ws, document, scratch, &usages);
    strbuf_printf(out, "**%.*s**\n\n", SLICE_ARG(h->title));
    put_size(out, document, heading);
    put_usages(out, &usages, &section);
}
