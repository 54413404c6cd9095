/* help.c: what `planls --help` and `planls COMMAND --help` print. */
#include "cli/help.h"

#include <planls/workspace.h>

int help_usage(const struct command_list *commands, FILE *stream)
{
    fprintf(stream, "planls %s: a checker and language server for plans kept as Markdown\n\n",
            planls_version());
    fprintf(stream, "Usage: planls COMMAND [OPTIONS] [PATH...]\n\nCommands:\n");
    for (size_t i = 0; i < commands->count; i++)
        fprintf(stream, "  %-9s %s\n", commands->items[i]->name, commands->items[i]->summary);
    fprintf(stream,
            "\nplanls COMMAND --help says more; planls --version says which one this is.\n");
    return EXIT_NOTHING;
}

/* "-o, --output=FILE" into `out`. */
static void option_words(const struct option *option, char *out, size_t size)
{
    char letter[8] = "    ";
    if (option->letter)
        snprintf(letter, sizeof letter, "-%c, ", option->letter);
    snprintf(out, size, "%s--%s%s%s", letter, option->name, option->value ? "=" : "",
             option->value ? option->value : "");
}

static void print_option(const struct command *command, enum option_id id)
{
    const struct option *option = &option_table[id];
    char words[64];
    option_words(option, words, sizeof words);
    printf("  %-30s %s", words, option->summary);
    for (size_t i = 0; id == OPTION_FORMAT && command->formats && command->formats[i]; i++)
        printf("%s%s%s", i == 0 ? ": " : ", ", command->formats[i], i == 0 ? " (default)" : "");
    printf("\n");
}

int help_command(const struct command *command)
{
    printf("planls %s: %s\n\nUsage: planls %s%s%s%s\n", command->name, command->summary,
           command->name, command->option_count ? " [OPTIONS]" : "",
           command->operands[0] ? " " : "", command->operands);
    if (command->details)
        printf("\n%s", command->details);
    printf("\nOptions:\n");
    for (size_t i = 0; i < command->option_count; i++)
        print_option(command, command->options[i]);
    print_option(command, OPTION_HELP);
    return EXIT_NOTHING;
}
