/* process.h: running another program to its end: bytes in, bytes out. */
#ifndef PLANLS_HOST_PROCESS_H
#define PLANLS_HOST_PROCESS_H

#include "base/slice.h"
#include "base/strbuf.h"
#include "host/error.h"

struct process_result {
    enum host_error error;  /* it could not be started (HOST_NOT_FOUND: there is no such program) */
    int status;             /* its exit status; a signal counts as 128 and its number */
    struct strbuf out, err; /* what it wrote */
};

/* Runs `arguments` (ended by NULL; the first is looked up in PATH) in `folder` with `input` on
 * its standard input and waits. `environment` is the whole of it, ended by NULL; NULL: this
 * process's. SIGPIPE must be ignored. Input and output flow at the same time, so neither side
 * can block the other. Release the result. */
void process_run(const char *const *arguments, const char *folder, const char *const *environment,
                 struct slice input, struct process_result *result);
void process_release(struct process_result *result);

#endif
