/* arguments.c: the options that commands share, and reading them from a command line. */
#include "cli/arguments.h"

#include "base/strbuf.h"
#include "cli/command.h"
#include "host/clock.h"
#include "host/nearest.h"

#include <stdio.h>
#include <string.h>

static const char *const profiles[] = {"lean", "standard", "strict", NULL};
static const char *const thresholds[] = {"error", "warning", "hint", "never", NULL};
static const char *const colors[] = {"auto", "always", "never", NULL};

const struct option option_table[OPTION_COUNT] = {
    [OPTION_FORMAT] = {"format", '\0', "FORMAT", NULL, "how to print"},
    [OPTION_OUTPUT] = {"output", 'o', "FILE", NULL, "write to FILE instead of standard output"},
    [OPTION_PROFILE] = {"profile", '\0', "PROFILE", profiles,
                        "how much is asked: lean, standard or strict"},
    [OPTION_SELECT] = {"select", '\0', "RULE,...", NULL, "only these rules"},
    [OPTION_IGNORE] = {"ignore", '\0', "RULE,...", NULL, "all but these rules"},
    [OPTION_FAIL_ON] = {"fail-on", '\0', "SEVERITY", thresholds,
                        "exit with 1 from here on: error, warning, hint or never"},
    [OPTION_BASE] = {"base", '\0', "REV", NULL,
                     "compare with a revision: skipped stages, lost criteria"},
    [OPTION_TODAY] = {"today", '\0', "YYYY-MM-DD", NULL, "take this for today's date"},
    [OPTION_CONFIG] = {"config", '\0', "FILE", NULL, "read FILE instead of the .planls.json found"},
    [OPTION_STDIN_FILENAME] = {"stdin-filename", '\0', "NAME", NULL,
                               "what the text on standard input (PATH -) is called"},
    [OPTION_UNSAFE] = {"unsafe", '\0', NULL, NULL, "also the fixes that may change the meaning"},
    [OPTION_DIFF] = {"diff", '\0', NULL, NULL, "print what would change, change nothing"},
    [OPTION_RULE] = {"rule", '\0', "RULE", NULL, "only what this rule found; may be repeated"},
    [OPTION_OWNER] = {"owner", '\0', "NAME", NULL, "only what is this person's"},
    [OPTION_ALL] = {"all", '\0', NULL, NULL, "everything, not only the likeliest"},
    [OPTION_ACTION] = {"action", '\0', "NAME", NULL, "what to do"},
    [OPTION_LINE] = {"line", '\0', "N", NULL, "where to do it (default: the first line)"},
    [OPTION_BY] = {"by", '\0', "N", NULL, "by so many weeks; may be negative"},
    [OPTION_COLOR] = {"color", '\0', "WHEN", colors, "auto (default), always or never"},
    [OPTION_QUIET] = {"quiet", 'q', NULL, NULL, "findings only: no summary, no progress"},
    [OPTION_JOBS] = {"jobs", 'j', "N", NULL, "threads that read (default: one per processor)"},
    [OPTION_HELP] = {"help", 'h', NULL, NULL, "print this"},
};

int complain(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("planls: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return EXIT_UNUSABLE;
}

/* ---- which options there are ----------------------------------------------------------------- */

static bool takes(const struct command *command, enum option_id id)
{
    for (size_t i = 0; i < command->option_count; i++)
        if (command->options[i] == id)
            return true;
    return id == OPTION_HELP;
}

static enum option_id find_option(const struct command *command, struct slice name)
{
    for (int id = 0; id < OPTION_COUNT; id++)
        if (takes(command, (enum option_id)id) && slice_is(name, option_table[id].name))
            return (enum option_id)id;
    return OPTION_COUNT;
}

static enum option_id find_letter(const struct command *command, char letter)
{
    for (int id = 0; id < OPTION_COUNT; id++)
        if (option_table[id].letter == letter && takes(command, (enum option_id)id))
            return (enum option_id)id;
    return OPTION_COUNT;
}

static bool unknown_option(const struct command *command, struct slice name)
{
    const char *names[OPTION_COUNT];
    size_t count = 0;
    for (int id = 0; id < OPTION_COUNT; id++)
        if (takes(command, (enum option_id)id))
            names[count++] = option_table[id].name;
    const char *near = nearest_name(name, names, count);
    if (near)
        complain("%s has no option --%.*s; did you mean --%s?", command->name, SLICE_ARG(name),
                 near);
    else
        complain("%s has no option --%.*s; see planls %s --help", command->name, SLICE_ARG(name),
                 command->name);
    return false;
}

/* ---- values ---------------------------------------------------------------------------------- */

static const char *const *choices_of(const struct command *command, enum option_id id)
{
    return id == OPTION_FORMAT ? command->formats : option_table[id].choices;
}

static bool is_choice(const char *const *choices, const char *value)
{
    for (; *choices; choices++)
        if (strcmp(*choices, value) == 0)
            return true;
    return false;
}

static bool whole_number(const char *value, unsigned *number)
{
    return slice_to_u32(slice_of(value), number) && *number > 0;
}

/* Takes a value for an option, or says why it cannot. */
static bool take(struct arguments *arguments, enum option_id id, const char *value)
{
    const struct option *option = &option_table[id];
    const char *const *choices = choices_of(arguments->command, id);
    unsigned number;
    if (choices && !is_choice(choices, value)) {
        struct strbuf list;
        strbuf_init(&list, STRBUF_NO_LIMIT);
        for (size_t i = 0; choices[i]; i++)
            strbuf_printf(&list, "%s%s", i == 0 ? "" : choices[i + 1] ? ", " : " and ", choices[i]);
        complain("%s --%s cannot be \"%s\"; there are %s", arguments->command->name, option->name,
                 value, list.ptr);
        strbuf_release(&list);
        return false;
    }
    if (id == OPTION_TODAY && date_parse_iso(slice_of(value)) == DATE_NONE)
        return complain("--today must be a date like 2026-01-31, not \"%s\"", value), false;
    if (id == OPTION_JOBS && (!whole_number(value, &number) || number > 1024))
        return complain("--jobs must be a number from 1 to 1024, not \"%s\"", value), false;
    *VEC_PUSH(&arguments->arena, &arguments->given[id]) = value;
    return true;
}

/* ---- reading --------------------------------------------------------------------------------- */

struct reader {
    struct arguments *arguments;
    char **argv;
    int argc, at;
};

/* The value behind "=" or in the next argument. */
static bool take_with_value(struct reader *r, enum option_id id, const char *attached)
{
    const struct option *option = &option_table[id];
    if (!option->value) {
        if (attached)
            return complain("--%s takes no value", option->name), false;
        return take(r->arguments, id, "");
    }
    if (!attached && r->at + 1 >= r->argc)
        return complain("--%s needs a value: --%s=%s", option->name, option->name, option->value),
               false;
    return take(r->arguments, id, attached ? attached : r->argv[++r->at]);
}

static bool read_long(struct reader *r, const char *argument)
{
    const char *equals = strchr(argument, '=');
    struct slice name = slice_of(argument);
    if (equals)
        name.len = (size_t)(equals - argument);
    enum option_id id = find_option(r->arguments->command, name);
    if (id == OPTION_COUNT)
        return unknown_option(r->arguments->command, name);
    return take_with_value(r, id, equals ? equals + 1 : NULL);
}

/* "-q", "-ofile", "-qo file". */
static bool read_short(struct reader *r, const char *letters)
{
    for (; *letters; letters++) {
        enum option_id id = find_letter(r->arguments->command, *letters);
        if (id == OPTION_COUNT)
            return complain("%s has no option -%c; see planls %s --help",
                            r->arguments->command->name, *letters, r->arguments->command->name),
                   false;
        if (option_table[id].value)
            return take_with_value(r, id, letters[1] ? letters + 1 : NULL);
        if (!take(r->arguments, id, ""))
            return false;
    }
    return true;
}

bool arguments_read(struct arguments *arguments, const struct command *command, int argc,
                    char **argv)
{
    *arguments = (struct arguments){.command = command};
    arena_init(&arguments->arena);
    struct reader r = {arguments, argv, argc, 0};
    bool only_operands = false;
    for (; r.at < argc; r.at++) {
        const char *argument = argv[r.at];
        if (only_operands || argument[0] != '-' || argument[1] == '\0')
            *VEC_PUSH(&arguments->arena, &arguments->operands) = argument;
        else if (strcmp(argument, "--") == 0)
            only_operands = true;
        else if (argument[1] == '-' ? !read_long(&r, argument + 2) : !read_short(&r, argument + 1))
            return false;
    }
    return true;
}

void arguments_release(struct arguments *arguments)
{
    arena_release(&arguments->arena);
}

/* ---- asking ---------------------------------------------------------------------------------- */

bool arguments_has(const struct arguments *arguments, enum option_id option)
{
    return arguments->given[option].len > 0;
}

const char *arguments_value(const struct arguments *arguments, enum option_id option)
{
    const struct strings *given = &arguments->given[option];
    return given->len ? given->items[given->len - 1] : NULL;
}

size_t arguments_choice(const struct arguments *arguments, enum option_id option, size_t otherwise)
{
    const char *value = arguments_value(arguments, option);
    if (!value)
        return otherwise;
    const char *const *choices = choices_of(arguments->command, option);
    size_t i = 0;
    while (strcmp(choices[i], value) != 0)
        i++;
    return i;
}

size_t arguments_format(const struct arguments *arguments)
{
    return arguments_choice(arguments, OPTION_FORMAT, 0);
}

date_days arguments_today(const struct arguments *arguments)
{
    const char *value = arguments_value(arguments, OPTION_TODAY);
    return value ? date_parse_iso(slice_of(value)) : clock_today();
}

unsigned arguments_jobs(const struct arguments *arguments)
{
    unsigned number = 0;
    const char *value = arguments_value(arguments, OPTION_JOBS);
    if (value)
        whole_number(value, &number);
    return number;
}
