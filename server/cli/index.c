/* index.c: `planls index`: what the plans say, for other tools. */
#include "cli/command.h"
#include "cli/index_formats.h"

static const enum option_id options[] = {
    OPTION_FORMAT,         OPTION_OUTPUT, OPTION_TODAY, OPTION_CONFIG,
    OPTION_STDIN_FILENAME, OPTION_COLOR,  OPTION_QUIET, OPTION_JOBS};
static const char *const formats[] = {"human", "json", NULL};

static int run(const struct arguments *arguments)
{
    static void (*const printers[])(struct output *, struct projects *) = {index_print_human,
                                                                           index_print_json};
    struct projects projects;
    int status = projects_open(&projects, arguments);
    if (!status) {
        struct output output;
        output_init(&output, arguments);
        printers[arguments_format(arguments)](&output, &projects);
        status = output_finish(&output, projects.unreadable ? EXIT_UNUSABLE : EXIT_NOTHING);
    }
    projects_release(&projects);
    return status;
}

const struct command command_index = {
    .name = "index",
    .operands = "[PATH...]",
    .summary = "print items, tasks, links and references for other tools",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .formats = formats,
    .run = run,
};
