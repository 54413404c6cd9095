/* command.h: how a command of the command line is declared.
 *
 * One command is one file and one designated initialiser; commands.c lists them. What a command may
 * be given is said by its declaration: parsing, checking, help and suggestions follow from it.
 */
#ifndef PLANLS_CLI_COMMAND_H
#define PLANLS_CLI_COMMAND_H

#include "cli/arguments.h"

#define EXIT_NOTHING  0 /* nothing at or above --fail-on */
#define EXIT_FINDINGS 1
#define EXIT_UNUSABLE 2 /* usage, unreadable input or configuration */

struct command {
    const char *name;
    const char *operands;          /* "[PATH...]", or "" for none */
    const char *summary;           /* one line for the list of commands */
    const char *details;           /* what more there is to say in its help; may be NULL */
    const enum option_id *options; /* what it takes, beside --help */
    size_t option_count;
    const char *const *formats; /* what --format takes, the default first; NULL-terminated */
    /* Gives the exit status. */
    int (*run)(const struct arguments *arguments);
    /* Instead of run: reads its arguments itself, --help among them (argv[0] is its name). */
    int (*run_raw)(int argc, char **argv);
};

extern const struct command command_check, command_fix, command_explain, command_index,
    command_gate, command_diff, command_report, command_next, command_refactor;

#endif
