/* lsp.c: the arguments of `planls lsp`. */
#include "lsp/lsp.h"
#include "host/threads.h"

#include "lsp/loop.h"
#include "lsp/server.h"

#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "Usage: planls lsp [--stdio | --pipe=PATH | --socket=PORT | --listen=PORT]\n"
    "                  [--log=FILE] [--log-level=error|warning|info|debug]\n"
    "\n"
    "The language server. Editors start it; without options it speaks on standard input and "
    "output.\n"
    "\n"
    "  --stdio          standard input and output (the default)\n"
    "  --pipe=PATH      connect to the named pipe or socket the editor listens on\n"
    "  --socket=PORT    connect to the port of this machine the editor listens on\n"
    "  --listen=PORT    wait on a port of this machine for one editor\n"
    "  --log=FILE       also write the log to a file\n"
    "  --log-level=L    how much is logged (default: info)\n";

struct arguments {
    struct loop_options loop;
    const char *log_file;
    enum log_level log_level;
    bool help;
};

/* The value of --name=value, or of --name value; NULL where the argument is another. */
static const char *value_of(const char *name, int argc, char **argv, int *at)
{
    size_t len = strlen(name);
    if (strncmp(argv[*at], name, len) != 0)
        return NULL;
    if (argv[*at][len] == '=')
        return argv[*at] + len + 1;
    if (argv[*at][len] != '\0' || *at + 1 >= argc)
        return NULL;
    return argv[++*at];
}

static bool take(struct arguments *arguments, int argc, char **argv, int *at)
{
    static const struct {
        const char *name;
        enum transport_kind kind;
    } transports[] = {
        {"--pipe", TRANSPORT_PIPE}, {"--socket", TRANSPORT_SOCKET}, {"--listen", TRANSPORT_LISTEN}};
    const char *value;
    for (size_t i = 0; i < sizeof transports / sizeof *transports; i++)
        if ((value = value_of(transports[i].name, argc, argv, at))) {
            arguments->loop.transport = transports[i].kind;
            arguments->loop.where = value;
            return true;
        }
    if ((value = value_of("--log", argc, argv, at))) {
        arguments->log_file = value;
        return true;
    }
    if ((value = value_of("--log-level", argc, argv, at)))
        return log_level_parse(slice_of(value), &arguments->log_level);
    /* VS Code's client library adds it of its own accord. */
    if ((value = value_of("--clientProcessId", argc, argv, at))) {
        arguments->loop.parent = atoll(value);
        return true;
    }
    arguments->help = arguments->help || strcmp(argv[*at], "--help") == 0;
    return arguments->help || strcmp(argv[*at], "--stdio") == 0;
}

int lsp_main(int argc, char **argv)
{
    struct arguments arguments = {.log_level = LOG_INFO};
    for (int at = 1; at < argc; at++)
        if (!take(&arguments, argc, argv, &at)) {
            fprintf(stderr, "planls lsp: cannot read \"%s\"; see planls lsp --help\n", argv[at]);
            return 2;
        }
    if (arguments.help) {
        fputs(usage, stdout);
        return 0;
    }
    struct server server = {.log.level = arguments.log_level};
    if (arguments.log_file && !(server.log.file = fopen(arguments.log_file, "a"))) {
        fprintf(stderr, "planls lsp: %s: cannot be written\n", arguments.log_file);
        return 2;
    }
    if (!threads_prepare(threads_of_pool(), 1)) {
        fputs("planls lsp: " THREADS_COMPLAINT "\n", stderr);
        return 2;
    }
    int status = loop_run(&arguments.loop, server_run, &server);
    if (server.log.file)
        fclose(server.log.file);
    return status;
}
