/* gate.c: `planls gate`: what stands against a merge. */
#include "cli/base.h"
#include "cli/check_formats.h"
#include "cli/command.h"

static const enum option_id options[] = {
    OPTION_BASE,   OPTION_FORMAT, OPTION_OUTPUT, OPTION_PROFILE, OPTION_SELECT,
    OPTION_IGNORE, OPTION_TODAY,  OPTION_CONFIG, OPTION_FAIL_ON, OPTION_STDIN_FILENAME,
    OPTION_COLOR,  OPTION_QUIET,  OPTION_JOBS};

static int run(const struct arguments *arguments)
{
    struct projects projects;
    const char *base = arguments_value(arguments, OPTION_BASE);
    int status = projects_open(&projects, arguments);
    if (!status && base)
        status = base_open(&projects, base);
    if (!status) {
        struct findings findings;
        struct output output;
        findings_collect(&findings, &projects);
        findings_keep_failing(&findings, arguments);
        output_init(&output, arguments);
        if (arguments_format(arguments) == 0)
            gate_print_human(&output, &projects, &findings, arguments);
        else
            check_print(&output, &projects, &findings, arguments);
        status = output_finish(&output, findings_status(&findings, &projects, arguments));
        findings_release(&findings);
    }
    projects_release(&projects);
    return status;
}

const struct command command_gate = {
    .name = "gate",
    .operands = "[PATH...]",
    .summary = "say what stands against a merge",
    .details =
        "Prints what blocks, and what was waived and why. Errors block: those of a check, and\n"
        "what a gate makes an error of (work that serves no plan item, work done without its\n"
        "verification or past an unmet gate, stop conditions that hold). Warnings and hints do\n"
        "not, unless --fail-on says so. The default of --fail-on is error here.\n"
        "\n"
        "With --base the plan is compared with a revision: skipped stages of work and removed or\n"
        "weakened criteria block too. REV... (three dots) is where HEAD left REV.\n"
        "\n"
        "Exit status: 0 nothing blocks, 1 something does, 2 usage, unreadable input or\n"
        "configuration, or no git or revision to compare with.\n",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .formats = check_formats,
    .run = run,
};
