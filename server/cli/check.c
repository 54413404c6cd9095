/* check.c: `planls check`: what is wrong with the plans. */
#include "cli/check_formats.h"
#include "cli/command.h"

static const enum option_id options[] = {OPTION_FORMAT, OPTION_OUTPUT, OPTION_PROFILE,
                                         OPTION_SELECT, OPTION_IGNORE, OPTION_FAIL_ON,
                                         OPTION_TODAY,  OPTION_CONFIG, OPTION_STDIN_FILENAME,
                                         OPTION_COLOR,  OPTION_QUIET,  OPTION_JOBS};

static int run(const struct arguments *arguments)
{
    struct projects projects;
    int status = projects_open(&projects, arguments);
    if (!status) {
        struct findings findings;
        struct output output;
        findings_collect(&findings, &projects);
        output_init(&output, arguments);
        check_print(&output, &projects, &findings, arguments);
        status = output_finish(&output, findings_status(&findings, &projects, arguments));
        findings_release(&findings);
    }
    projects_release(&projects);
    return status;
}

const struct command command_check = {
    .name = "check",
    .operands = "[PATH...]",
    .summary = "say what is wrong with the plans",
    .details =
        "PATH: files (any extension when named) or folders; default: this folder; - reads\n"
        "standard input. What is reported is selected by PATH; the workspace around it (the\n"
        "nearest .planls.json, else the git root, else this folder) is read whole.\n"
        "\n"
        "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 usage, unreadable input\n"
        "or configuration. --fail-on is warning where it is not given.\n",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .formats = check_formats,
    .run = run,
};
