/* cli.c: from the words of a command line to the command that is meant. */
#include "cli/cli.h"

#include "cli/help.h"
#include "host/nearest.h"
#include "host/paths.h"

#include <planls/workspace.h>

#include <signal.h>
#include <stdio.h>
#include <string.h>

#define MAX_COMMANDS 32

static const struct command *const own_commands[] = {
    &command_check, &command_fix,      &command_gate,    &command_diff, &command_report,
    &command_next,  &command_refactor, &command_explain, &command_index};
#define OWN_COMMANDS (sizeof own_commands / sizeof *own_commands)

static int unknown_command(const char *name, const struct command_list *commands)
{
    const char *names[MAX_COMMANDS];
    for (size_t i = 0; i < commands->count; i++)
        names[i] = commands->items[i]->name;
    const char *near = nearest_name(slice_of(name), names, commands->count);
    if (near)
        return complain("there is no command \"%s\"; did you mean planls %s?", name, near);
    if (paths_kind(name, NULL) != PATH_KIND_NONE)
        return complain("there is no command \"%s\"; did you mean planls check %s?", name, name);
    return complain("there is no command \"%s\"; planls --help lists them", name);
}

static int run(const struct command *command, int argc, char **argv)
{
    if (command->run_raw)
        return command->run_raw(argc, argv);
    struct arguments arguments;
    int status = EXIT_UNUSABLE;
    if (arguments_read(&arguments, command, argc - 1, argv + 1)) {
        if (arguments_has(&arguments, OPTION_HELP))
            status = help_command(command);
        else if (!command->operands[0] && arguments.operands.len)
            status = complain("%s takes no operands", command->name);
        else
            status = command->run(&arguments);
    }
    arguments_release(&arguments);
    return status;
}

int cli_main(int argc, char **argv, const struct command *const *more, size_t more_count)
{
#ifdef SIGPIPE
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of the write, and a quiet one */
#endif
#ifdef SIGXFSZ
    signal(SIGXFSZ, SIG_IGN); /* so is a file that may not grow */
#endif
    const struct command *all[MAX_COMMANDS];
    struct command_list commands = {all, 0};
    for (size_t i = 0; i < OWN_COMMANDS; i++)
        all[commands.count++] = own_commands[i];
    for (size_t i = 0; i < more_count && commands.count < MAX_COMMANDS; i++)
        all[commands.count++] = more[i];

    if (argc < 2)
        return help_usage(&commands, stderr), EXIT_UNUSABLE;
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        return help_usage(&commands, stdout);
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0)
        return printf("planls %s\n", planls_version()) < 0 ? EXIT_UNUSABLE : EXIT_NOTHING;
    for (size_t i = 0; i < commands.count; i++)
        if (strcmp(name, all[i]->name) == 0)
            return run(all[i], argc - 1, argv + 1);
    if (name[0] == '-')
        return complain(
            "there is no option %s before the command; planls --help lists what there is", name);
    return unknown_command(name, &commands);
}
