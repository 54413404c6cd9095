/* transport.h: the stream of bytes between the client and the loop, whatever it is made of.
 *
 * Standard input and output may each be a pipe, socket, terminal, file or nothing; --pipe, --socket
 * and --listen give one connection for both ways. All of it runs on the loop's thread and never
 * blocks it.
 */
#ifndef PLANLS_LSP_TRANSPORT_H
#define PLANLS_LSP_TRANSPORT_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <uv.h>

enum transport_kind {
    TRANSPORT_STDIO,
    TRANSPORT_PIPE,   /* connect to a named pipe or Unix socket the client listens on */
    TRANSPORT_SOCKET, /* connect to a port of this machine the client listens on */
    TRANSPORT_LISTEN  /* wait on a port of this machine for one client */
};

#define TRANSPORT_READ_SIZE 65536

/* One direction: a stream or a plain file. */
struct endpoint {
    union {
        uv_stream_t stream;
        uv_pipe_t pipe;
        uv_tty_t tty;
        uv_tcp_t tcp;
    } handle;
    bool is_stream, is_file;
    uv_file file;
};

struct transport {
    uv_loop_t *loop;
    struct endpoint in, out; /* of a connection only `in` is used, for both ways */
    bool both_ways;
    uv_tcp_t listener;
    bool listening;
    uv_connect_t connecting;
    uv_fs_t reading;
    bool reading_file; /* a read of a file is under way */
    union {
        uv_write_t stream;
        uv_fs_t fs;
    } writing;
    struct strbuf unwritten; /* what is being written */
    size_t written;          /* so much of it a file has taken */
    bool busy;               /* a write is under way */
    bool paused, ended, closing;
    int failure; /* libuv's status of a connection that could not be made, else 0 */
    char buffer[TRANSPORT_READ_SIZE];

    void *context;
    void (*received)(void *context, struct slice bytes);
    void (*ended_reading)(void *context); /* nothing more will come; told once */
    void (*sent)(void *context, size_t count, bool failed);
};

/* The callbacks and context must be set. `where` is a path or port, NULL for stdio. Gives 0 or libuv's
 * negative status; then the transport must still be closed. */
int transport_open(struct transport *transport, uv_loop_t *loop, enum transport_kind kind,
                   const char *where);
/* Takes the bytes over, leaving `bytes` empty. One write at a time: only where not busy. */
void transport_send(struct transport *transport, struct strbuf *bytes);
void transport_pause(struct transport *transport);
void transport_resume(struct transport *transport);
/* Closes all handles; the loop must run until they are closed, then call transport_release. */
void transport_close(struct transport *transport);
void transport_release(struct transport *transport);

#endif
