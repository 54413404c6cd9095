/* cli.h: the command line's entry. */
#ifndef PLANLS_CLI_CLI_H
#define PLANLS_CLI_CLI_H

#include "cli/command.h"

/* Runs the command that argv names and gives the exit status. `more` are commands that live outside
 * this folder (the language server), listed with the others. */
int cli_main(int argc, char **argv, const struct command *const *more, size_t more_count);

#endif
