/* fix.c: `planls fix`: mending what can be mended. */
#include "cli/command.h"
#include "cli/findings.h"
#include "cli/fix_report.h"
#include "cli/output.h"
#include "cli/project_settings.h"
#include "cli/write_back.h"
#include "features/facade.h"

#include <planls/code_action.h>

#include <stdlib.h>
#include <string.h>

static const enum option_id options[] = {
    OPTION_UNSAFE,         OPTION_DIFF,   OPTION_RULE,    OPTION_PROFILE, OPTION_SELECT,
    OPTION_IGNORE,         OPTION_OUTPUT, OPTION_FAIL_ON, OPTION_TODAY,   OPTION_CONFIG,
    OPTION_STDIN_FILENAME, OPTION_COLOR,  OPTION_QUIET,   OPTION_JOBS};

/* Mending one document may bring up what another can mend; more rounds would mean two that
 * quarrel. */
#define MAX_ROUNDS 5

/* A document that was mended. */
struct mended {
    struct project *project;
    const char *path;
    const char *sort_path; /* as findings are sorted */
    struct slice old_text;
};

/* One run over everything selected. Texts change in the workspaces first and on the disk at the
 * end. */
struct fixing {
    struct projects *projects;
    const struct arguments *arguments;
    struct output *output;
    struct strings rules;
    VEC(struct mended) mended; /* in the projects' arena */
    size_t failed;             /* of them could not be written: said already */
};

/* A finding that this run may mend. */
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

/* ---- in the workspaces ----------------------------------------------------------------------- */

static void remember(struct fixing *fixing, const struct finding *finding, struct slice old_text)
{
    struct arena *arena = &fixing->projects->arena;
    for (size_t i = 0; i < fixing->mended.len; i++)
        if (strcmp(fixing->mended.items[i].sort_path, finding->path) == 0)
            return;
    *VEC_PUSH(arena, &fixing->mended) =
        (struct mended){finding->project, arena_cstring(arena, slice_of(finding->diagnostic->path)),
                        arena_cstring(arena, slice_of(finding->path)), arena_copy(arena, old_text)};
}

/* Gives whether the document of a finding is another one now. */
static bool fix_document(struct fixing *fixing, const struct finding *finding)
{
    struct workspace *ws = finding->project->workspace->ws;
    const char *path = finding->diagnostic->path;
    struct planls_results *results = planls_results_new();
    bool changed;
    struct slice text;
    text.ptr = planls_fix_all(finding->project->workspace, path,
                              arguments_has(fixing->arguments, OPTION_UNSAFE),
                              fixing->rules.len ? fixing->rules.items : NULL, fixing->rules.len,
                              results, &text.len, &changed);
    if (changed) {
        remember(fixing, finding, workspace_find(ws, slice_of(path))->text.bytes);
        workspace_put(ws, slice_of(path), text);
    }
    planls_results_free(results);
    return changed;
}

/* Mends every document with something to mend, once; gives whether any has changed. */
static bool fix_round(struct fixing *fixing, const struct findings *findings)
{
    const char *done = "";
    bool changed = false;
    for (size_t i = 0; i < findings->all.len; i++) {
        const struct finding *finding = &findings->all.items[i];
        if (strcmp(done, finding->path) == 0 || !is_wanted(fixing, finding->diagnostic) ||
            !workspace_find(finding->project->workspace->ws, slice_of(finding->diagnostic->path)))
            continue;
        done = finding->path;
        changed = fix_document(fixing, finding) || changed;
    }
    /* The new texts may lead to paths nobody has asked about. */
    for (size_t i = 0; changed && i < fixing->projects->all.len; i++) {
        const struct project *project = fixing->projects->all.items[i];
        load_unknown_paths(project->root, project->workspace->ws);
    }
    return changed;
}

/* ---- on the disk ----------------------------------------------------------------------------- */

static bool is_stdin(const struct projects *projects, const struct project *project,
                     const char *path)
{
    return project == projects->stdin_project && slice_is(projects->stdin_path, path);
}

static int compare_mended(const void *a, const void *b)
{
    return strcmp(((const struct mended *)a)->sort_path, ((const struct mended *)b)->sort_path);
}

/* Writes, or prints as differences, what was mended. */
static void hand_out(struct fixing *fixing)
{
    const struct projects *projects = fixing->projects;
    bool diff = arguments_has(fixing->arguments, OPTION_DIFF);
    if (fixing->mended.len)
        qsort(fixing->mended.items, fixing->mended.len, sizeof *fixing->mended.items,
              compare_mended);
    for (size_t i = 0; i < fixing->mended.len; i++) {
        const struct mended *mended = &fixing->mended.items[i];
        struct workspace *ws = mended->project->workspace->ws;
        struct slice text = workspace_find(ws, slice_of(mended->path))->text.bytes;
        if (diff) {
            const char *shown = project_shown(fixing->projects, mended->project, mended->path);
            fix_print_diff(&fixing->output->canvas, shown, mended->old_text, text);
        } else if (!is_stdin(projects, mended->project, mended->path) &&
                   !write_back(fixing->projects, mended->project, mended->path, mended->old_text,
                               text)) {
            fixing->failed++;
            workspace_put(ws, slice_of(mended->path), mended->old_text);
        }
    }
    if (projects->stdin_project && !diff)
        strbuf_append(&fixing->output->text,
                      workspace_find(projects->stdin_project->workspace->ws, projects->stdin_path)
                          ->text.bytes);
}

/* ---- the command ----------------------------------------------------------------------------- */

static int fix(struct projects *projects, const struct arguments *arguments,
               const struct strings *rules)
{
    struct output output;
    struct findings before, after;
    struct fixing fixing = {
        .projects = projects, .arguments = arguments, .output = &output, .rules = *rules};
    output_init(&output, arguments);
    findings_collect(&before, projects);
    findings_collect(&after, projects);
    for (int round = 0; round < MAX_ROUNDS && fix_round(&fixing, &after); round++) {
        findings_release(&after);
        findings_collect(&after, projects);
    }
    hand_out(&fixing);
    if (fixing.failed) { /* what is as it was is not mended */
        findings_release(&after);
        findings_collect(&after, projects);
    }
    bool diff = arguments_has(arguments, OPTION_DIFF);
    bool nothing_done = fixing.failed && fixing.failed == fixing.mended.len;
    if (!arguments_has(arguments, OPTION_QUIET) && !nothing_done)
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
