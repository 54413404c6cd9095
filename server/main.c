/* main.c: the planls command: the command line's commands, and the language server as one of them. */
#include "cli/cli.h"
#include "host/memory.h"
#include "lsp/lsp.h"

static const struct command command_lsp = {
    .name = "lsp",
    .operands = "",
    .summary = "the language server, for an editor to start",
    .run_raw = lsp_main,
};

int main(int argc, char **argv)
{
    static const struct command *const more[] = {&command_lsp};
    memory_use_everywhere();
    return cli_main(argc, argv, more, 1);
}
