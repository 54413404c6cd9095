/* diff.c: `planls diff`: what changed in the plan since a revision. */
#include "cli/base.h"
#include "cli/command.h"
#include "cli/diff_formats.h"
#include "features/facade.h"

static const enum option_id options[] = {OPTION_FORMAT, OPTION_OUTPUT, OPTION_CONFIG,
                                         OPTION_COLOR,  OPTION_QUIET,  OPTION_JOBS};
static const char *const formats[] = {"text", "json", NULL};

static bool selects(void *context, struct slice path)
{
    return project_selects(context, path);
}

static int print(struct projects *projects, const struct arguments *arguments, const char *revision)
{
    static void (*const printers[])(struct output *, const struct diff_result *) = {
        diff_print_human, diff_print_json};
    struct diff_result result = {.revision = revision, .projects = projects};
    for (size_t i = 0; i < projects->all.len; i++) {
        struct project *project = projects->all.items[i];
        struct project_changes *changes = VEC_PUSH(&projects->arena, &result.all);
        changes->project = project;
        plan_diff(project->base->ws, project->workspace->ws, selects, project, &projects->arena,
                  &changes->changes);
    }
    struct output output;
    output_init(&output, arguments);
    printers[arguments_format(arguments)](&output, &result);
    return output_finish(&output, projects->unreadable ? EXIT_UNUSABLE : EXIT_NOTHING);
}

static int run(const struct arguments *arguments)
{
    if (arguments->operands.len == 0)
        return complain("diff needs a revision to compare with: planls diff REV [PATH...]");
    const char *revision = arguments->operands.items[0];
    struct arguments rest = *arguments; /* the PATHs alone */
    rest.operands.items++;
    rest.operands.len--;
    struct projects projects;
    int status = projects_open(&projects, &rest);
    if (!status)
        status = base_open(&projects, revision);
    if (!status)
        status = print(&projects, arguments, revision);
    projects_release(&projects);
    return status;
}

enum diff_count diff_count_of(const struct plan_change *change)
{
    switch (change->kind) {
    case CHANGE_DATES:
        return change->measured && change->by > 0   ? COUNT_SLIPPED
               : change->measured && change->by < 0 ? COUNT_EARLIER
                                                    : COUNT_OTHER;
    case CHANGE_BUDGET:
        return change->by > 0 ? COUNT_GROWN : COUNT_CUT;
    case CHANGE_CRITERION_REMOVED:
    case CHANGE_CRITERION_WEAKENED:
    case CHANGE_GATE_REMOVED:
        return COUNT_WEAKENED;
    case CHANGE_ITEM_ADDED:
        return COUNT_ADDED;
    case CHANGE_ITEM_REMOVED:
        return COUNT_REMOVED;
    case CHANGE_TASK_ADDED:
        return COUNT_TASKS_ADDED;
    case CHANGE_TASK_REMOVED:
        return COUNT_TASKS_REMOVED;
    case CHANGE_TASK_STATUS:
        return change->now.document->model->tasks.items[change->now.task].done ? COUNT_TASKS_DONE
                                                                               : COUNT_OTHER;
    default:
        return COUNT_OTHER;
    }
}

const struct command command_diff = {
    .name = "diff",
    .operands = "REV [PATH...]",
    .summary = "say what changed in the plan since a revision",
    .details = "REV is any name git has for a commit; REV... (three dots) is where HEAD left REV.\n"
               "Dates, budgets, owners, states and criteria are compared item by item and task by\n"
               "task, each found again by its id, title or likeness, wherever it stands now.\n"
               "\n"
               "Exit status: 0, whatever changed; 2 usage, unreadable input or configuration, or\n"
               "no git or revision to compare with.\n",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .formats = formats,
    .run = run,
};
