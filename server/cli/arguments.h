/* arguments.h: the options that commands share, and reading them from a command line. */
#ifndef PLANLS_CLI_ARGUMENTS_H
#define PLANLS_CLI_ARGUMENTS_H

#include "base/date.h"
#include "base/vec.h"

#include <stdbool.h>

enum option_id {
    OPTION_FORMAT,
    OPTION_OUTPUT,
    OPTION_PROFILE,
    OPTION_SELECT,
    OPTION_IGNORE,
    OPTION_FAIL_ON,
    OPTION_BASE,
    OPTION_TODAY,
    OPTION_CONFIG,
    OPTION_STDIN_FILENAME,
    OPTION_UNSAFE,
    OPTION_DIFF,
    OPTION_RULE,
    OPTION_OWNER,
    OPTION_ALL,
    OPTION_ACTION,
    OPTION_LINE,
    OPTION_BY,
    OPTION_COLOR,
    OPTION_QUIET,
    OPTION_JOBS,
    OPTION_HELP,
    OPTION_COUNT
};

struct option {
    const char *name;           /* without the dashes */
    char letter;                /* or '\0' */
    const char *value;          /* what stands behind it in help; NULL for a flag */
    const char *const *choices; /* all it may be; NULL: anything (--format: the command's) */
    const char *summary;
};
extern const struct option option_table[OPTION_COUNT];

struct strings {
    VEC_MEMBERS(const char *);
};

struct command;

struct arguments {
    const struct command *command;
    struct strings given[OPTION_COUNT]; /* every value given, in order; "" for a flag */
    struct strings operands;
    struct arena arena;
};

/* Reads what stands behind a command's name. False where it cannot be taken, after one line on
 * standard error that says what and what there is instead. Release in both cases. */
bool arguments_read(struct arguments *arguments, const struct command *command, int argc,
                    char **argv);
void arguments_release(struct arguments *arguments);

bool arguments_has(const struct arguments *arguments, enum option_id option);
/* The last value given, or NULL. */
const char *arguments_value(const struct arguments *arguments, enum option_id option);
/* The value of an option with choices as their index; `otherwise` where it was not given. */
size_t arguments_choice(const struct arguments *arguments, enum option_id option, size_t otherwise);
/* --format: its index among the command's, 0 where none was given. */
size_t arguments_format(const struct arguments *arguments);
/* --today, else today. */
date_days arguments_today(const struct arguments *arguments);
unsigned arguments_jobs(const struct arguments *arguments); /* 0 where not given */

/* One clear line on standard error, "planls: …"; gives EXIT_UNUSABLE. */
int complain(const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 1, 2)))
#endif
    ;

#endif
