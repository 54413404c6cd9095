/* output.c: where a command's result goes: standard output or --output FILE. */
#include "cli/output.h"

#include "cli/command.h"
#include "host/files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#define FLUSH_AT               ((size_t)64 << 10)
#define WIDTH_WITHOUT_TERMINAL 120
#define MAX_WIDTH              160

/* 0 where it is no terminal. */
static unsigned terminal_width(void)
{
    uv_loop_t loop;
    uv_tty_t tty;
    int width = 0, height = 0;
    if (uv_guess_handle(1) != UV_TTY || uv_loop_init(&loop) != 0)
        return 0;
    if (uv_tty_init(&loop, &tty, 1, 0) == 0) {
        if (uv_tty_get_winsize(&tty, &width, &height) != 0)
            width = 80;
        uv_close((uv_handle_t *)&tty, NULL);
        uv_run(&loop, UV_RUN_DEFAULT);
    }
    uv_loop_close(&loop);
    return width > 0 ? (unsigned)width : 80;
}

static bool wants_color(const struct arguments *arguments, bool terminal)
{
    enum { AUTO, ALWAYS, NEVER };
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    switch (arguments_choice(arguments, OPTION_COLOR, AUTO)) {
    case ALWAYS:
        return true;
    case NEVER:
        return false;
    default:
        return terminal && !(no_color && no_color[0]) && !(term && strcmp(term, "dumb") == 0);
    }
}

void output_init(struct output *output, const struct arguments *arguments)
{
    *output = (struct output){.file = arguments_value(arguments, OPTION_OUTPUT)};
    if (output->file && strcmp(output->file, "-") == 0)
        output->file = NULL;
    strbuf_init(&output->text, STRBUF_NO_LIMIT);
    unsigned width = output->file ? 0 : terminal_width();
    output->canvas = (struct canvas){
        .out = &output->text,
        .color = wants_color(arguments, width > 0),
        .width = width == 0          ? WIDTH_WITHOUT_TERMINAL
                 : width > MAX_WIDTH ? MAX_WIDTH
                                     : width,
    };
}

static void write_stdout(struct output *output)
{
    struct strbuf *text = &output->text;
    if (!output->closed && !output->failed &&
        (fwrite(text->ptr, 1, text->len, stdout) != text->len || fflush(stdout) != 0)) {
        if (errno == EPIPE)
            output->closed = true;
        else
            output->failed = true;
    }
    strbuf_clear(text);
}

void output_flush(struct output *output)
{
    if (!output->file && output->text.len >= FLUSH_AT)
        write_stdout(output);
}

int output_finish(struct output *output, int status)
{
    if (output->file) {
        enum host_error error = file_write(output->file, strbuf_slice(&output->text));
        if (error)
            status = complain("cannot write %s: %s", output->file, host_error_text(error));
    } else if (output->text.len) {
        write_stdout(output);
    }
    if (output->failed)
        status = complain("cannot write to standard output: %s",
                          host_error_text(host_error_from_uv(-errno)));
    strbuf_release(&output->text);
    return status;
}

bool output_shows_progress(const struct arguments *arguments)
{
    return uv_guess_handle(2) == UV_TTY && !arguments_has(arguments, OPTION_QUIET);
}
