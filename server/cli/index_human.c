/* index_human.c: the plan's items as a table. */
#include "cli/human.h"
#include "cli/index_formats.h"
#include "cli/table.h"
#include "features/facade.h"

static const char *join_owners(struct arena *arena, const struct item *item)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < item->owners.len; i++)
        strbuf_printf(&out, "%s%.*s", i ? ", " : "", SLICE_ARG(item->owners.items[i].name));
    const char *joined = arena_cstring(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return joined;
}

/* The first and last time said: "Weeks 1–4 … Weeks 9–12". */
static const char *join_times(struct arena *arena, const struct item *item)
{
    if (item->timeline.len == 0)
        return "";
    struct slice first = item->timeline.items[0].text, last = VEC_LAST(&item->timeline)->text;
    if (item->timeline.len == 1)
        return arena_cstring(arena, first);
    return arena_printf(arena, "%.*s … %.*s", SLICE_ARG(first), SLICE_ARG(last));
}

static const char *count_tasks(struct arena *arena, const struct index_links *links,
                               const struct document *document, uint32_t item)
{
    size_t count, done = 0;
    const struct index_link *tasks = index_tasks_of(links, document, item, &count);
    for (size_t i = 0; i < count; i++)
        done += tasks[i].from->model->tasks.items[tasks[i].task].done;
    return count ? arena_printf(arena, "%zu/%zu", done, count) : "";
}

static unsigned depth_of(const struct model *model, const struct item *item)
{
    unsigned depth = 0;
    while (item->parent != NO_INDEX && depth < 8) {
        item = &model->items.items[item->parent];
        depth++;
    }
    return depth;
}

static void draw_items(const struct canvas *canvas, const struct index_links *links,
                       const struct document *document)
{
    static const struct table_column columns[] = {{.title = "item", .shrinks = true, .most = 60},
                                                  {.title = "kind"},
                                                  {.title = "owners", .most = 32},
                                                  {.title = "time", .most = 28},
                                                  {.title = "tasks"}};
    const struct model *model = document->model;
    struct arena arena;
    struct table table;
    arena_init(&arena);
    table_init(&table, columns, sizeof columns / sizeof *columns, &arena);
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        table_printf(&table, "%*s%.*s", (int)depth_of(model, item) * 2, "", SLICE_ARG(item->title));
        table_add(&table, item_kind_name(item->kind));
        table_add(&table, join_owners(&arena, item));
        table_add(&table, join_times(&arena, item));
        table_add(&table, count_tasks(&arena, links, document, i));
    }
    table_draw(&table, canvas, "  ");
    arena_release(&arena);
}

static void print_document(struct output *output, struct projects *projects,
                           const struct project *project, const struct index_links *links,
                           const struct document *document)
{
    const struct canvas *canvas = &output->canvas;
    const struct model *model = document->model;
    if (model->items.len + model->tasks.len == 0)
        return;
    struct arena arena;
    arena_init(&arena);
    paint(canvas, PAINT_BOLD);
    paint_text(canvas,
               slice_of(project_shown(projects, project, arena_cstring(&arena, document->path))));
    paint(canvas, PAINT_PLAIN);
    arena_release(&arena);
    strbuf_puts(canvas->out, ": ");
    human_number(canvas, model->items.len, "item");
    strbuf_puts(canvas->out, ", ");
    human_number(canvas, model->tasks.len, "task");
    strbuf_putc(canvas->out, '\n');
    if (model->items.len)
        draw_items(canvas, links, document);
    strbuf_putc(canvas->out, '\n');
    output_flush(output);
}

void index_print_human(struct output *output, struct projects *projects)
{
    for (size_t p = 0; p < projects->all.len; p++) {
        const struct project *project = projects->all.items[p];
        const struct workspace *ws = project->workspace->ws;
        struct index_links links;
        index_links_init(&links, project);
        for (size_t d = 0; d < workspace_count(ws); d++) {
            const struct document *document = workspace_at(ws, d);
            if (document->judged && project_selects(project, document->path))
                print_document(output, projects, project, &links, document);
        }
        index_links_release(&links);
    }
}
