/* help.h: what `planls --help` and `planls COMMAND --help` print. */
#ifndef PLANLS_CLI_HELP_H
#define PLANLS_CLI_HELP_H

#include "cli/command.h"

#include <stdio.h>

struct command_list {
    const struct command **items;
    size_t count;
};

/* Both give EXIT_NOTHING. */
int help_usage(const struct command_list *commands, FILE *stream);
int help_command(const struct command *command);

#endif
