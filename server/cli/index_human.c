/* index_human.c: the plan's items as a table. */
#include "cli/human.h"
#include "cli/index_formats.h"
#include "features/facade.h"
#include "text/utf8.h"

#define COLUMNS 5
/* More of a title than any column shows. */
#define CELL_BYTES 400

struct row {
    struct slice cells[COLUMNS];
    unsigned depth; /* of the item among its parents: how far the title is indented */
};

struct rows {
    VEC_MEMBERS(struct row);
    struct arena arena;
};

static struct slice join_owners(struct arena *arena, const struct item *item)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < item->owners.len; i++)
        strbuf_printf(&out, "%s%.*s", i ? ", " : "", SLICE_ARG(item->owners.items[i].name));
    struct slice joined = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return joined;
}

/* The first and last time said: "Weeks 1–4 … Weeks 9–12". */
static struct slice join_times(struct arena *arena, const struct item *item)
{
    if (item->timeline.len == 0)
        return SLICE("");
    struct slice first = item->timeline.items[0].text, last = VEC_LAST(&item->timeline)->text;
    if (item->timeline.len == 1)
        return first;
    return slice_of(arena_printf(arena, "%.*s … %.*s", SLICE_ARG(first), SLICE_ARG(last)));
}

static struct slice count_tasks(struct arena *arena, const struct index_links *links,
                                const struct document *document, uint32_t item)
{
    size_t count, done = 0;
    const struct index_link *tasks = index_tasks_of(links, document, item, &count);
    for (size_t i = 0; i < count; i++)
        done += tasks[i].from->model->tasks.items[tasks[i].task].done;
    return count ? slice_of(arena_printf(arena, "%zu/%zu", done, count)) : SLICE("");
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

static void add_rows(struct rows *rows, const struct index_links *links,
                     const struct document *document)
{
    static const struct row header = {{SLICE_INIT("item"), SLICE_INIT("kind"), SLICE_INIT("owners"),
                                       SLICE_INIT("time"), SLICE_INIT("tasks")},
                                      0};
    const struct model *model = document->model;
    *VEC_PUSH(&rows->arena, rows) = header;
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        *VEC_PUSH(&rows->arena, rows) = (struct row){
            {item->title, slice_of(item_kind_name(item->kind)), join_owners(&rows->arena, item),
             join_times(&rows->arena, item), count_tasks(&rows->arena, links, document, i)},
            depth_of(model, item)};
    }
}

static struct slice cell_text(const struct row *row, size_t column)
{
    struct slice text = row->cells[column];
    return slice_sub(text, 0, utf8_start(text, CELL_BYTES));
}

/* At most `width` columns of a text, with "…" where it was longer. */
static size_t print_cut(const struct canvas *canvas, struct slice text, size_t width)
{
    size_t whole = utf8_width(text, 0);
    if (whole <= width) {
        paint_text(canvas, text);
        return whole;
    }
    size_t at = 0, used = 0;
    while (at < text.len) {
        uint32_t codepoint;
        size_t length = utf8_decode(slice_from(text, at), &codepoint);
        size_t next = utf8_width(slice_sub(text, 0, at + length), 0);
        if (next > width - 1)
            break;
        used = next;
        at += length;
    }
    paint_text(canvas, slice_sub(text, 0, at));
    strbuf_puts(canvas->out, "…");
    return used + 1;
}

/* How wide each column must be; 0 where nothing stands below its heading. */
static void measure(const struct rows *rows, size_t widths[COLUMNS])
{
    static const size_t most[COLUMNS] = {60, 12, 32, 28, 9};
    for (size_t c = 0; c < COLUMNS; c++) {
        bool empty = true;
        widths[c] = 0;
        for (size_t r = 0; r < rows->len; r++) {
            empty = empty && (r == 0 || rows->items[r].cells[c].len == 0);
            size_t width = utf8_width(cell_text(&rows->items[r], c), 0) +
                           (c == 0 ? rows->items[r].depth * 2 : 0);
            width = width > most[c] ? most[c] : width;
            widths[c] = width > widths[c] ? width : widths[c];
        }
        if (empty)
            widths[c] = 0;
    }
}

static void print_rows(const struct canvas *canvas, const struct rows *rows)
{
    size_t widths[COLUMNS];
    measure(rows, widths);
    for (size_t r = 0; r < rows->len; r++) {
        const struct row *row = &rows->items[r];
        for (size_t c = 0; c < COLUMNS; c++) {
            if (widths[c] == 0)
                continue;
            size_t indent = c == 0 ? row->depth * 2 : 0;
            strbuf_repeat(canvas->out, ' ', 2 + indent);
            paint(canvas, r == 0 ? PAINT_DIM : PAINT_PLAIN);
            size_t used = indent + print_cut(canvas, cell_text(row, c), widths[c] - indent);
            paint(canvas, PAINT_PLAIN);
            strbuf_repeat(canvas->out, ' ', widths[c] > used ? widths[c] - used : 0);
        }
        struct strbuf *out = canvas->out;
        while (out->len && out->ptr[out->len - 1] == ' ')
            out->len--;
        strbuf_putc(out, '\n');
    }
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
    if (model->items.len) {
        struct rows rows = {0};
        arena_init(&rows.arena);
        add_rows(&rows, links, document);
        print_rows(canvas, &rows);
        arena_release(&rows.arena);
    }
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
