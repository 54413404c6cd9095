/* refactor.c: `planls refactor`: the editor's refactorings from the command line. */
#include "cli/command.h"
#include "cli/fix_report.h"
#include "cli/output.h"
#include "cli/project.h"
#include "cli/write_back.h"
#include "features/facade.h"
#include "host/nearest.h"
#include "text/edit.h"

#include <planls/code_action.h>

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static const enum option_id options[] = {OPTION_ACTION, OPTION_LINE,   OPTION_BY,    OPTION_DIFF,
                                         OPTION_TODAY,  OPTION_CONFIG, OPTION_COLOR, OPTION_JOBS};

/* What is asked for. */
struct request {
    struct projects *projects;
    struct project *project;
    const char *path;
    struct planls_range place;
    int by;
    struct planls_results *results;
};

static bool read_number(const struct arguments *arguments, enum option_id id, int otherwise,
                        int *number)
{
    const char *value = arguments_value(arguments, id);
    char *end;
    *number = otherwise;
    if (!value)
        return true;
    long read = strtol(value, &end, 10);
    if (value[0] == '\0' || *end || read < -10000 || read > INT_MAX)
        return complain("--%s must be a whole number, not \"%s\"", option_table[id].name, value),
               false;
    *number = (int)read;
    return true;
}

/* The one document selected. */
static bool find_document(struct request *request)
{
    for (size_t i = 0; i < request->projects->all.len; i++) {
        struct project *project = request->projects->all.items[i];
        const struct workspace *ws = project->workspace->ws;
        for (size_t d = 0; d < workspace_count(ws); d++) {
            if (!project_selects(project, workspace_at(ws, d)->path))
                continue;
            if (request->path)
                return complain("one document at a time: name its file"), false;
            request->project = project;
            request->path = arena_cstring(&request->projects->arena, workspace_at(ws, d)->path);
        }
    }
    if (!request->path)
        return complain("there is no document to change"), false;
    return true;
}

static int print_offers(const struct request *request, struct output *output)
{
    struct planls_diagnostics found = {0};
    struct planls_actions actions = {0};
    planls_check(request->project->workspace, request->path, request->results, &found);
    planls_actions_at(request->project->workspace, request->path, request->place, &found,
                      request->results, &actions);
    for (size_t i = 0; i < actions.len; i++)
        if (actions.items[i].name)
            strbuf_printf(&output->text, "%-18s %s\n", actions.items[i].name,
                          actions.items[i].fix.title);
    return EXIT_NOTHING;
}

/* The document of the edit at `first` after all edits that are its. */
static struct slice changed_text(const struct request *request, const struct planls_fix *fix,
                                 size_t first, struct slice old_text)
{
    struct arena *arena = &request->results->arena;
    struct text_edit *edits = arena_array(arena, fix->edit_count, sizeof *edits);
    size_t count = 0;
    for (size_t i = first; i < fix->edit_count; i++)
        if (!fix->edits[i].create && strcmp(fix->edits[i].path, fix->edits[first].path) == 0)
            edits[count++] = (struct text_edit){facade_span(fix->edits[i].range),
                                                {fix->edits[i].new_text, fix->edits[i].new_len}};
    struct strbuf out;
    strbuf_init(&out, TEXT_MAX_BYTES);
    text_edits_sort(edits, count);
    text_edits_apply(old_text, edits, count, &out);
    struct slice text = out.overflow ? old_text : arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

static bool is_first_of_path(const struct planls_fix *fix, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(fix->edits[i].path, fix->edits[index].path) == 0)
            return false;
    return true;
}

static bool hand_out(const struct request *request, const struct planls_fix *fix, bool diff,
                     struct output *output)
{
    bool done = true;
    /* New files first: a document whose parts went nowhere would be a loss. */
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < fix->edit_count && done; i++) {
            const struct planls_edit *edit = &fix->edits[i];
            if (edit->create != (round == 0) || !is_first_of_path(fix, i))
                continue;
            const struct document *document =
                workspace_find(request->project->workspace->ws, slice_of(edit->path));
            struct slice none = {NULL, 0};
            struct slice old_text = edit->create ? none : document->text.bytes;
            struct slice text = edit->create ? (struct slice){edit->new_text, edit->new_len}
                                             : changed_text(request, fix, i, old_text);
            if (edit->remove)
                text = none;
            if (diff)
                fix_print_diff(&output->canvas,
                               project_shown(request->projects, request->project, edit->path),
                               old_text, text);
            else if (edit->remove)
                done = write_away(request->projects, request->project, edit->path, old_text);
            else if (edit->create)
                done = write_new(request->projects, request->project, edit->path, text);
            else
                done = write_back(request->projects, request->project, edit->path, old_text, text);
        }
    }
    return done;
}

static int change(const struct request *request, const struct arguments *arguments,
                  struct output *output)
{
    const char *name = arguments_value(arguments, OPTION_ACTION);
    const char *const *names = planls_action_names();
    size_t count = 0;
    bool known = false;
    struct planls_fix fix;
    const char *refusal;
    for (; names[count]; count++)
        known = known || strcmp(names[count], name) == 0;
    if (!known) {
        const char *near = nearest_name(slice_of(name), names, count);
        return near ? complain("there is no action \"%s\"; did you mean %s?", name, near)
                    : complain("there is no action \"%s\"; without --action the file's are listed",
                               name);
    }
    if (!planls_action_edits(request->project->workspace, request->path, request->place, name,
                             request->by, request->results, &fix, &refusal))
        return complain("%s", refusal);
    return hand_out(request, &fix, arguments_has(arguments, OPTION_DIFF), output) ? EXIT_NOTHING
                                                                                  : EXIT_UNUSABLE;
}

static int refactor(struct request *request, const struct arguments *arguments)
{
    int line;
    struct output output;
    if (!read_number(arguments, OPTION_LINE, 1, &line) ||
        !read_number(arguments, OPTION_BY, 0, &request->by) || !find_document(request))
        return EXIT_UNUSABLE;
    const struct text *text = project_text(request->projects, request->project, request->path);
    if (!text || line < 1 || (uint32_t)line > text->line_count)
        return complain("there is no line %d", line);
    struct span span = text_line(text, (uint32_t)line - 1);
    request->place = (struct planls_range){span.start, span.start};
    output_init(&output, arguments);
    request->results = planls_results_new();
    int status = arguments_has(arguments, OPTION_ACTION) ? change(request, arguments, &output)
                                                         : print_offers(request, &output);
    planls_results_free(request->results);
    return output_finish(&output, status);
}

static int run(const struct arguments *arguments)
{
    struct projects projects;
    int status = projects_open(&projects, arguments);
    struct request request = {.projects = &projects};
    if (!status)
        status = refactor(&request, arguments);
    projects_release(&projects);
    return status;
}

const struct command command_refactor = {
    .name = "refactor",
    .operands = "FILE",
    .summary = "change a plan as an editor's refactorings do",
    .details =
        "Without --action lists what can be done at the line. What an action needs to know,\n"
        "by how many weeks to shift, is told with --by.\n",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
