/* fix.c: `planls fix`: mending what can be mended. */
#include "cli/command.h"
#include "cli/fix_report.h"
#include "cli/output.h"
#include "cli/project_settings.h"
#include "features/facade.h"
#include "host/files.h"
#include "host/paths.h"

#include <planls/code_action.h>

#include <string.h>

static const enum option_id options[] = {
    OPTION_UNSAFE,         OPTION_DIFF,   OPTION_RULE,    OPTION_PROFILE, OPTION_SELECT,
    OPTION_IGNORE,         OPTION_OUTPUT, OPTION_FAIL_ON, OPTION_TODAY,   OPTION_CONFIG,
    OPTION_STDIN_FILENAME, OPTION_COLOR,  OPTION_QUIET,   OPTION_JOBS};

/* One run over everything selected. */
struct fixing {
    struct projects *projects;
    const struct arguments *arguments;
    struct output *output;
    struct strings rules;
    size_t changed; /* documents that differ now, or would */
    bool failed;    /* something could not be written: said already */
};

/* A finding that this run may mend; what mending others brings up is seen to by planls_fix_all. */
static bool is_wanted(const struct fixing *fixing, const struct planls_diagnostic *diagnostic)
{
    bool unsafe = arguments_has(fixing->arguments, OPTION_UNSAFE), named = fixing->rules.len == 0;
    for (size_t i = 0; i < fixing->rules.len; i++)
        named = named || strcmp(fixing->rules.items[i], diagnostic->code) == 0;
    for (size_t i = 0; named && i < diagnostic->fix_count; i++)
        if (diagnostic->fixes[i].safe || unsafe)
            return true;
    return false;
}

/* Writes the new text unless the file has changed since it was read. */
static bool write_document(const struct fixing *fixing, const struct project *project,
                           const char *path, struct slice old_text, struct slice new_text)
{
    const char *file = paths_absolute(&fixing->projects->arena, project->root, path);
    const char *shown = project_shown(fixing->projects, project, path);
    struct strbuf now;
    strbuf_init(&now, STRBUF_NO_LIMIT);
    enum host_error error = file_read(file, &now);
    bool same = slice_equal(strbuf_slice(&now), old_text);
    strbuf_release(&now);
    if (!error && !same) {
        complain("%s: has changed while it was being mended; it was left as it is", shown);
        return false;
    }
    if (!error)
        error = file_write(file, new_text);
    if (error)
        complain("cannot write %s: %s", shown, host_error_text(error));
    return !error;
}

static void fix_document(struct fixing *fixing, struct project *project, const char *path)
{
    struct workspace *ws = project->workspace->ws;
    const struct document *document = workspace_find(ws, slice_of(path));
    bool from_stdin =
        project == fixing->projects->stdin_project && slice_is(fixing->projects->stdin_path, path);
    struct planls_results *results = planls_results_new();
    struct slice old_text = arena_copy(&results->arena, document->text.bytes);
    bool changed;
    struct slice new_text;
    new_text.ptr =
        planls_fix_all(project->workspace, path, arguments_has(fixing->arguments, OPTION_UNSAFE),
                       fixing->rules.len ? fixing->rules.items : NULL, fixing->rules.len, results,
                       &new_text.len, &changed);
    bool diff = arguments_has(fixing->arguments, OPTION_DIFF);
    if (changed && diff) {
        fix_print_diff(&fixing->output->canvas, project_shown(fixing->projects, project, path),
                       old_text, new_text);
    } else if (changed && !from_stdin) {
        changed = write_document(fixing, project, path, old_text, new_text);
        fixing->failed = fixing->failed || !changed;
    }
    if (from_stdin && !diff)
        strbuf_append(&fixing->output->text, new_text);
    fixing->changed += changed;
    if (changed)
        workspace_put(ws, slice_of(path), new_text);
    planls_results_free(results);
}

/* Mends every document with something to mend, and passes standard input on in any case. */
static void fix_documents(struct fixing *fixing, const struct findings *before)
{
    const struct projects *projects = fixing->projects;
    const char *done = NULL;
    bool passed_on = projects->stdin_project == NULL;
    for (size_t i = 0; i < before->all.len; i++) {
        const struct finding *finding = &before->all.items[i];
        if ((done && strcmp(done, finding->path) == 0) || !is_wanted(fixing, finding->diagnostic) ||
            !workspace_find(finding->project->workspace->ws, slice_of(finding->diagnostic->path)))
            continue;
        done = finding->path;
        passed_on = passed_on || (finding->project == projects->stdin_project &&
                                  slice_is(projects->stdin_path, finding->diagnostic->path));
        fix_document(fixing, finding->project, finding->diagnostic->path);
    }
    if (!passed_on)
        fix_document(fixing, projects->stdin_project, projects->stdin_path.ptr);
}

/* What was written may lead to paths nobody has asked about. */
static void look_up_paths(struct projects *projects)
{
    for (size_t i = 0; i < projects->all.len; i++)
        load_unknown_paths(projects->all.items[i]->root, projects->all.items[i]->workspace->ws);
}

static int fix(struct projects *projects, const struct arguments *arguments,
               const struct strings *rules)
{
    struct output output;
    struct findings before, after;
    struct fixing fixing = {projects, arguments, &output, *rules, 0, false};
    output_init(&output, arguments);
    findings_collect(&before, projects);
    fix_documents(&fixing, &before);
    look_up_paths(projects);
    findings_collect(&after, projects);
    bool diff = arguments_has(arguments, OPTION_DIFF);
    if (!arguments_has(arguments, OPTION_QUIET))
        fix_report(projects, &before, &after, diff);
    int status = findings_status(diff ? &before : &after, projects, arguments);
    status = output_finish(&output, fixing.failed ? EXIT_UNUSABLE : status);
    findings_release(&before);
    findings_release(&after);
    return status;
}

static int run(const struct arguments *arguments)
{
    struct projects projects;
    struct strings rules;
    int status = projects_open(&projects, arguments);
    if (!status && !read_rule_names(arguments, OPTION_RULE, &projects.arena, &rules))
        status = EXIT_UNUSABLE;
    if (!status)
        status = fix(&projects, arguments, &rules);
    projects_release(&projects);
    return status;
}

const struct command command_fix = {
    .name = "fix",
    .operands = "[PATH...]",
    .summary = "mend what can be mended, in place",
    .details =
        "Applies the fixes that keep the meaning, again and again until nothing changes.\n"
        "With --unsafe also the likeliest of those that may change it. PATH as for check;\n"
        "the text on standard input (-) is printed mended. Exit status as check's, for what\n"
        "is left; with --diff, which changes nothing, for what there is.\n",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
};
