/* report.c: `planls report`: the plans as tables and pictures. */
#include "cli/command.h"
#include "cli/json_places.h"
#include "cli/project.h"
#include "cli/report_formats.h"
#include "features/facade.h"
#include "host/report_json.h"

#include <string.h>

static const enum option_id options[] = {OPTION_FORMAT,         OPTION_OUTPUT,  OPTION_TODAY,
                                         OPTION_CONFIG,         OPTION_PROFILE, OPTION_COLOR,
                                         OPTION_STDIN_FILENAME, OPTION_QUIET,   OPTION_JOBS};
static const char *const formats[] = {"text",    "markdown", "html", "json",
                                      "mermaid", "dot",      "svg",  NULL};

/* The plans of all projects as one report, and where each comes from. */
struct source {
    struct project *project;
    const char *path;  /* in its project */
    const char *shown; /* as the report has it */
};

struct gathered {
    struct planls_report report;
    struct projects *projects;
    struct planls_results *results;
    VEC(struct source) sources;
    VEC(struct planls_report_plan) plans;
    VEC(struct planls_report_load) loads;
};

static const char *shown_as(struct gathered *all, struct project *project, const char *path)
{
    for (size_t i = 0; i < all->sources.len; i++)
        if (all->sources.items[i].project == project &&
            strcmp(all->sources.items[i].path, path) == 0)
            return all->sources.items[i].shown;
    const char *shown = project_path(all->projects, project, path);
    *VEC_PUSH(&all->results->arena, &all->sources) = (struct source){project, path, shown};
    return shown;
}

static void gather_project(struct gathered *all, struct project *project)
{
    struct arena *arena = &all->results->arena;
    const struct workspace *ws = project->workspace->ws;
    const char **paths = arena_array(arena, workspace_count(ws) + 1, sizeof *paths);
    size_t count = 0;
    for (size_t i = 0; i < workspace_count(ws); i++)
        if (project_selects(project, workspace_at(ws, i)->path))
            paths[count++] = arena_cstring(arena, workspace_at(ws, i)->path);
    struct planls_report report;
    planls_report(project->workspace, paths, count, all->results, &report);
    all->report.today = report.today;
    for (size_t i = 0; i < report.plan_count; i++) {
        struct planls_report_plan *plan = &report.plans[i];
        const char *shown = shown_as(all, project, plan->path);
        for (size_t item = 0; item < plan->item_count; item++)
            plan->items[item].where.path = shown;
        for (size_t gate = 0; gate < plan->gate_count; gate++)
            plan->gates[gate].where.path = shown;
        for (size_t stop = 0; stop < plan->stop_count; stop++)
            plan->stops[stop].where.path = shown;
        for (size_t risk = 0; risk < plan->risk_count; risk++)
            plan->risks[risk].where.path = shown;
        plan->path = shown;
        *VEC_PUSH(arena, &all->plans) = *plan;
    }
    for (size_t i = 0; i < report.load_count; i++) {
        struct planls_report_load *load = &report.loads[i];
        if (load->only)
            load->only = shown_as(all, project, load->only);
        *VEC_PUSH(arena, &all->loads) = *load;
    }
}

static cJSON *new_range(void *context, const char *path, struct planls_range range)
{
    struct gathered *all = context;
    for (size_t i = 0; i < all->sources.len; i++) {
        const struct source *source = &all->sources.items[i];
        if (source->shown != path)
            continue;
        struct place_cursor cursor = {0};
        return json_range(&cursor, project_text(all->projects, source->project, source->path),
                          facade_span(range));
    }
    return NULL;
}

static void print(struct gathered *all, const struct arguments *arguments, struct output *output)
{
    static void (*const printers[])(struct output *, const struct planls_report *) = {
        report_print_text,    report_print_markdown, report_print_html, NULL,
        report_print_mermaid, report_print_dot,      report_print_svg};
    size_t format = arguments_format(arguments);
    if (printers[format]) {
        printers[format](output, &all->report);
        return;
    }
    struct report_places places = {new_range, all};
    cJSON *json = report_new_json(&all->report, &places);
    json_print_utf8(json, &output->text);
    strbuf_putc(&output->text, '\n');
    cJSON_Delete(json);
}

static int run(const struct arguments *arguments)
{
    struct projects projects;
    int status = projects_open(&projects, arguments);
    if (!status) {
        struct gathered all = {.projects = &projects, .results = planls_results_new()};
        struct output output;
        output_init(&output, arguments);
        for (size_t i = 0; i < projects.all.len; i++)
            gather_project(&all, projects.all.items[i]);
        all.report.plans = all.plans.items;
        all.report.plan_count = all.plans.len;
        all.report.loads = all.loads.items;
        all.report.load_count = all.loads.len;
        print(&all, arguments, &output);
        planls_results_free(all.results);
        status = output_finish(&output, projects.unreadable ? EXIT_UNUSABLE : EXIT_NOTHING);
    }
    projects_release(&projects);
    return status;
}

const struct command command_report = {
    .name = "report",
    .operands = "[PATH...]",
    .summary = "show the plan: who does what when, for how much, how far it is, what is at risk",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .formats = formats,
    .run = run,
};
