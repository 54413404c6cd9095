/* next.c: `planls next`: what is due now, for whom, and what blocks it. */
#include "cli/command.h"
#include "cli/json_places.h"
#include "cli/project.h"
#include "cli/report_tables.h"
#include "features/card.h"
#include "features/facade.h"

#include <planls/next.h>

/* Of each group a terminal is shown so many; a pipe all. */
#define SHOWN_MOST 12
/* Of what something waits for so many are named in a line. */
#define MAX_NAMED 2

static const enum option_id options[] = {
    OPTION_FORMAT, OPTION_OUTPUT, OPTION_OWNER,          OPTION_TODAY, OPTION_ALL,
    OPTION_CONFIG, OPTION_COLOR,  OPTION_STDIN_FILENAME, OPTION_QUIET, OPTION_JOBS};
static const char *const formats[] = {"text", "json", NULL};

static const char *const turn_titles[] = {
    [PLANLS_TURN_OVERDUE] = "Overdue", [PLANLS_TURN_NOW] = "Now",
    [PLANLS_TURN_SOON] = "Soon",       [PLANLS_TURN_READY] = "Ready, in the plan's order",
    [PLANLS_TURN_BLOCKED] = "Blocked", [PLANLS_TURN_LATER] = "Later",
};

static struct planls_next_entries entries_of(const struct project *project,
                                             const struct arguments *arguments,
                                             struct planls_results *results)
{
    const struct workspace *ws = project->workspace->ws;
    const char **paths = arena_array(&results->arena, workspace_count(ws) + 1, sizeof *paths);
    size_t count = 0;
    struct planls_next_entries entries = {0};
    for (size_t i = 0; i < workspace_count(ws); i++)
        if (project_selects(project, workspace_at(ws, i)->path))
            paths[count++] = arena_cstring(&results->arena, workspace_at(ws, i)->path);
    planls_next(project->workspace, paths, count, arguments_value(arguments, OPTION_OWNER), results,
                &entries);
    return entries;
}

/* ---- text ------------------------------------------------------------------------------------ */

static void add_row(struct projects *projects, struct project *project,
                    const struct planls_next_entry *entry, struct arena *arena, struct table *table)
{
    const struct text *text = project_text(projects, project, entry->where.path);
    struct place_cursor cursor = {0};
    struct text_position at = {0, 0};
    if (text)
        at = place_of(&cursor, text, entry->where.name.start);
    table_add(table, entry->name);
    table_add(table, entry->item);
    table_add(table, entry->owners);
    if (entry->due != INT32_MIN)
        table_add(table, report_days(entry->due, entry->due, 0, 0, arena));
    else
        table_add(table, entry->week ? arena_printf(arena, "week %d", entry->week) : "");
    struct strbuf waits;
    strbuf_init(&waits, STRBUF_NO_LIMIT);
    size_t named = entry->waits_count > MAX_NAMED ? MAX_NAMED : entry->waits_count;
    for (size_t i = 0; i < named; i++)
        strbuf_printf(&waits, i ? ", %s" : "%s", entry->waits_for[i]);
    if (named < entry->waits_count)
        strbuf_printf(&waits, " and %zu more", entry->waits_count - named);
    table_add(table, arena_cstring(arena, strbuf_slice(&waits)));
    strbuf_release(&waits);
    table_printf(table, "%s:%u", project_shown(projects, project, entry->where.path), at.line + 1);
}

static void print_group(struct output *output, struct projects *projects, struct project *project,
                        const struct planls_next_entry *entries, size_t count, bool all)
{
    static const struct table_column columns[] = {
        {.title = "What", .shrinks = true},
        {.title = "For"},
        {.title = "Owner"},
        {.title = "Due"},
        {.title = "Waits for"},
        {.title = "Where"},
    };
    struct arena arena;
    struct table table;
    size_t shown = all || count <= SHOWN_MOST ? count : SHOWN_MOST;
    arena_init(&arena);
    table_init(&table, columns, sizeof columns / sizeof *columns, &arena);
    for (size_t i = 0; i < shown; i++)
        add_row(projects, project, &entries[i], &arena, &table);
    paint_puts(&output->canvas, PAINT_BOLD, turn_titles[entries[0].turn]);
    strbuf_putc(output->canvas.out, '\n');
    table_draw(&table, &output->canvas, "  ");
    if (shown < count)
        strbuf_printf(output->canvas.out, "  … and %zu more (--all)\n", count - shown);
    strbuf_putc(output->canvas.out, '\n');
    arena_release(&arena);
}

static void print_text(struct output *output, struct projects *projects, struct project *project,
                       const struct planls_next_entries *entries, const struct arguments *arguments)
{
    bool all = arguments_has(arguments, OPTION_ALL);
    if (entries->len == 0)
        strbuf_puts(output->canvas.out, "Nothing is open.\n");
    for (size_t from = 0, to; from < entries->len; from = to) {
        enum planls_turn turn = entries->items[from].turn;
        for (to = from + 1; to < entries->len && entries->items[to].turn == turn; to++)
            continue;
        if (turn == PLANLS_TURN_LATER && !all)
            strbuf_printf(output->canvas.out, "Later: %zu more (--all)\n", to - from);
        else
            print_group(output, projects, project, &entries->items[from], to - from, all);
    }
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static cJSON *new_record(struct projects *projects, struct project *project,
                         const struct planls_next_entry *entry)
{
    struct place_cursor cursor = {0};
    char due[11];
    cJSON *json = cJSON_CreateObject();
    json_set(json, "path",
             json_new_string(slice_of(project_path(projects, project, entry->where.path))));
    json_set(json, "range",
             json_range(&cursor, project_text(projects, project, entry->where.path),
                        facade_span(entry->where.name)));
    json_set(json, "turn", cJSON_CreateString(planls_turn_name(entry->turn)));
    json_set(json, "kind", cJSON_CreateString(entry->task ? "task" : "item"));
    json_set(json, "name", json_new_string(slice_of(entry->name)));
    json_set(json, "item", json_string_or_null(slice_of(entry->item)));
    json_set(json, "owners", json_string_or_null(slice_of(entry->owners)));
    if (entry->due != INT32_MIN)
        date_format(entry->due, due);
    json_set(json, "due", entry->due != INT32_MIN ? cJSON_CreateString(due) : cJSON_CreateNull());
    json_set(json, "week", entry->week ? cJSON_CreateNumber(entry->week) : cJSON_CreateNull());
    cJSON *waits = json_set(json, "waitsFor", cJSON_CreateArray());
    for (size_t i = 0; i < entry->waits_count; i++)
        json_push(waits, json_new_string(slice_of(entry->waits_for[i])));
    return json;
}

/* ---- the command ----------------------------------------------------------------------------- */

static void print(struct output *output, struct projects *projects,
                  const struct arguments *arguments)
{
    bool json = arguments_format(arguments) == 1;
    struct json_list list;
    if (json) {
        strbuf_puts(&output->text, "{\n  \"version\": 1,\n");
        json_list_begin(&list, output, "next");
    }
    for (size_t i = 0; i < projects->all.len; i++) {
        struct project *project = projects->all.items[i];
        struct planls_results *results = planls_results_new();
        struct planls_next_entries entries = entries_of(project, arguments, results);
        if (!json)
            print_text(output, projects, project, &entries, arguments);
        for (size_t e = 0; json && e < entries.len; e++)
            json_list_add(&list, new_record(projects, project, &entries.items[e]));
        planls_results_free(results);
    }
    if (json) {
        json_list_end(&list);
        strbuf_puts(&output->text, "\n}\n");
    }
}

static int run(const struct arguments *arguments)
{
    struct projects projects;
    int status = projects_open(&projects, arguments);
    if (!status) {
        struct output output;
        output_init(&output, arguments);
        print(&output, &projects, arguments);
        status = output_finish(&output, projects.unreadable ? EXIT_UNUSABLE : EXIT_NOTHING);
    }
    projects_release(&projects);
    return status;
}

const struct command command_next = {
    .name = "next",
    .operands = "[PATH...]",
    .summary = "list what is due now, for whom, and what it waits for",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .formats = formats,
    .run = run,
};
