/* output.h: where a command's result goes: standard output or --output FILE. */
#ifndef PLANLS_CLI_OUTPUT_H
#define PLANLS_CLI_OUTPUT_H

#include "cli/arguments.h"
#include "cli/paint.h"

struct output {
    struct strbuf text;   /* append here */
    struct canvas canvas; /* draws into text */
    const char *file;     /* NULL: standard output */
    bool closed;          /* the reader has gone: nothing more needs to be written */
    bool failed;
};

/* Colours as --color and NO_COLOR say; "auto" is a terminal on standard output. */
void output_init(struct output *output, const struct arguments *arguments);
/* Writes what has gathered to standard output, if it is much; a file is written at the end only. */
void output_flush(struct output *output);
/* Writes the rest and releases. Gives `status`, or EXIT_UNUSABLE after one line where it could not
 * be written. A reader that has closed the pipe is no failure. */
int output_finish(struct output *output, int status);

/* Is standard error a terminal (so that progress may be shown)? */
bool output_shows_progress(const struct arguments *arguments);

#endif
