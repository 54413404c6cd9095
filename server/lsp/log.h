/* log.h: what the server says about itself: to the client's log and to a file. */
#ifndef PLANLS_LSP_LOG_H
#define PLANLS_LSP_LOG_H

#include "base/slice.h"

#include <stdbool.h>
#include <stdio.h>

/* The protocol's MessageType. */
enum log_level { LOG_ERROR = 1, LOG_WARNING, LOG_INFO, LOG_DEBUG };

struct log {
    FILE *file;           /* --log, or NULL */
    enum log_level level; /* what is more detailed is dropped */
};

struct server;

/* False where the name is none of error, warning, info, debug. */
bool log_level_parse(struct slice name, enum log_level *level);

/* One line. The client gets it once it has been answered to initialize; debug only the file. */
void server_log(struct server *server, enum log_level level, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 3, 4)))
#endif
    ;

#endif
