/* formats.c: which formats there are for what was found, and who prints each. */
#include "cli/check_formats.h"

const char *const check_formats[] = {"human",  "json",   "jsonl", "sarif",
                                     "github", "gitlab", "junit", NULL};

void check_print(struct output *output, struct projects *projects, const struct findings *findings,
                 const struct arguments *arguments)
{
    /* In the order of the names. */
    static void (*const printers[])(struct output *, struct projects *, const struct findings *,
                                    const struct arguments *) = {
        check_print_human,  check_print_json,   check_print_jsonl, check_print_sarif,
        check_print_github, check_print_gitlab, check_print_junit};
    printers[arguments_format(arguments)](output, projects, findings, arguments);
}
