/* transport.c: reading from and writing to the client, without ever blocking the loop. */
#include "lsp/transport.h"

#include <stdlib.h>
#include <string.h>

static void read_file(struct transport *transport);

static uv_stream_t *out_stream(struct transport *transport)
{
    struct endpoint *end = transport->both_ways ? &transport->in : &transport->out;
    return end->is_stream ? &end->handle.stream : NULL;
}

/* ---- reading --------------------------------------------------------------------------------- */

static void end_reading(struct transport *transport)
{
    if (transport->ended)
        return;
    transport->ended = true;
    if (transport->in.is_stream)
        uv_read_stop(&transport->in.handle.stream);
    transport->ended_reading(transport->context);
}

static void give_buffer(uv_handle_t *handle, size_t suggested, uv_buf_t *buffer)
{
    struct transport *transport = handle->data;
    (void)suggested;
    *buffer = uv_buf_init(transport->buffer, sizeof transport->buffer);
}

static void stream_read(uv_stream_t *stream, ssize_t count, const uv_buf_t *buffer)
{
    struct transport *transport = stream->data;
    if (count > 0)
        transport->received(transport->context, (struct slice){buffer->base, (size_t)count});
    else if (count < 0)
        end_reading(transport);
}

static void file_read_done(uv_fs_t *request)
{
    struct transport *transport = request->data;
    ssize_t count = request->result;
    uv_fs_req_cleanup(request);
    transport->reading_file = false;
    if (transport->closing)
        return;
    if (count <= 0) {
        end_reading(transport);
        return;
    }
    transport->received(transport->context, (struct slice){transport->buffer, (size_t)count});
    if (!transport->paused)
        read_file(transport);
}

static void read_file(struct transport *transport)
{
    uv_buf_t buffer = uv_buf_init(transport->buffer, sizeof transport->buffer);
    transport->reading.data = transport;
    transport->reading_file = true;
    uv_fs_read(transport->loop, &transport->reading, transport->in.file, &buffer, 1, -1,
               file_read_done);
}

static void start_reading(struct transport *transport)
{
    if (transport->in.is_stream) {
        if (uv_read_start(&transport->in.handle.stream, give_buffer, stream_read) != 0)
            end_reading(transport);
    } else if (transport->in.is_file) {
        read_file(transport);
    } else {
        end_reading(transport);
    }
}

void transport_pause(struct transport *transport)
{
    transport->paused = true;
    if (transport->in.is_stream)
        uv_read_stop(&transport->in.handle.stream);
}

void transport_resume(struct transport *transport)
{
    if (!transport->paused || transport->ended || transport->closing)
        return;
    transport->paused = false;
    if (!transport->reading_file)
        start_reading(transport);
}

/* ---- writing --------------------------------------------------------------------------------- */

static void finish_write(struct transport *transport, bool failed)
{
    size_t count = transport->unwritten.len;
    strbuf_clear(&transport->unwritten);
    transport->busy = false;
    if (!transport->closing)
        transport->sent(transport->context, count, failed);
}

static void stream_written(uv_write_t *request, int status)
{
    finish_write(request->data, status != 0);
}

static void write_file(struct transport *transport);

static void file_written(uv_fs_t *request)
{
    struct transport *transport = request->data;
    ssize_t count = request->result;
    uv_fs_req_cleanup(request);
    transport->written += count > 0 ? (size_t)count : 0;
    if (count > 0 && transport->written < transport->unwritten.len)
        write_file(transport);
    else
        finish_write(transport, count <= 0);
}

static void write_file(struct transport *transport)
{
    size_t rest = transport->unwritten.len - transport->written;
    unsigned part = rest < 1u << 30 ? (unsigned)rest : 1u << 30;
    uv_buf_t buffer = uv_buf_init(transport->unwritten.ptr + transport->written, part);
    transport->writing.fs.data = transport;
    uv_fs_write(transport->loop, &transport->writing.fs, transport->out.file, &buffer, 1, -1,
                file_written);
}

void transport_send(struct transport *transport, struct strbuf *bytes)
{
    struct strbuf empty = transport->unwritten;
    transport->unwritten = *bytes;
    *bytes = empty;
    transport->busy = true;
    transport->written = 0;
    uv_stream_t *stream = out_stream(transport);
    if (stream) {
        uv_buf_t buffer = uv_buf_init(transport->unwritten.ptr, (unsigned)transport->unwritten.len);
        transport->writing.stream.data = transport;
        if (uv_write(&transport->writing.stream, stream, &buffer, 1, stream_written) != 0)
            finish_write(transport, true);
    } else if (transport->out.is_file) {
        write_file(transport);
    } else {
        finish_write(transport, false); /* nobody listens */
    }
}

/* ---- opening --------------------------------------------------------------------------------- */

static int open_standard(struct transport *transport, struct endpoint *end, uv_file file)
{
    int status;
    switch (uv_guess_handle(file)) {
    case UV_NAMED_PIPE:
        status = uv_pipe_init(transport->loop, &end->handle.pipe, 0);
        end->is_stream = status == 0;
        status = status ? status : uv_pipe_open(&end->handle.pipe, file);
        break;
    case UV_TTY:
        status = uv_tty_init(transport->loop, &end->handle.tty, file, 0);
        end->is_stream = status == 0;
        break;
    case UV_TCP:
        status = uv_tcp_init(transport->loop, &end->handle.tcp);
        end->is_stream = status == 0;
        status = status ? status : uv_tcp_open(&end->handle.tcp, (uv_os_sock_t)file);
        break;
    case UV_FILE:
        end->is_file = true;
        end->file = file;
        return 0;
    default:
        return 0;
    }
    end->handle.stream.data = transport;
    return status;
}

static void connected(uv_connect_t *request, int status)
{
    struct transport *transport = request->data;
    if (transport->closing)
        return;
    transport->failure = status;
    if (status == 0)
        start_reading(transport);
    else
        end_reading(transport);
}

static void client_came(uv_stream_t *listener, int status)
{
    struct transport *transport = listener->data;
    if (status != 0 || transport->in.is_stream)
        return;
    uv_tcp_init(transport->loop, &transport->in.handle.tcp);
    transport->in.is_stream = true;
    transport->in.handle.stream.data = transport;
    if (uv_accept(listener, &transport->in.handle.stream) == 0)
        start_reading(transport);
    else
        end_reading(transport);
}

static int open_port(struct transport *transport, enum transport_kind kind, const char *where)
{
    struct sockaddr_in address;
    int port = atoi(where);
    int status = uv_ip4_addr("127.0.0.1", port, &address);
    if (status != 0 || port <= 0 || port > 65535)
        return status ? status : UV_EINVAL;
    bool listen = kind == TRANSPORT_LISTEN;
    uv_tcp_t *tcp = listen ? &transport->listener : &transport->in.handle.tcp;
    status = uv_tcp_init(transport->loop, tcp);
    if (status != 0)
        return status;
    tcp->data = transport;
    transport->listening = listen;
    transport->in.is_stream = !listen;
    if (!listen) {
        transport->connecting.data = transport;
        return uv_tcp_connect(&transport->connecting, tcp, (struct sockaddr *)&address, connected);
    }
    status = uv_tcp_bind(tcp, (struct sockaddr *)&address, 0);
    return status ? status : uv_listen((uv_stream_t *)tcp, 1, client_came);
}

int transport_open(struct transport *transport, uv_loop_t *loop, enum transport_kind kind,
                   const char *where)
{
    transport->loop = loop;
    transport->both_ways = kind != TRANSPORT_STDIO;
    strbuf_init(&transport->unwritten, STRBUF_NO_LIMIT);
    if (kind == TRANSPORT_STDIO) {
        int status = open_standard(transport, &transport->in, 0);
        status = status ? status : open_standard(transport, &transport->out, 1);
        if (status == 0)
            start_reading(transport);
        return status;
    }
    if (kind != TRANSPORT_PIPE)
        return open_port(transport, kind, where);
    int status = uv_pipe_init(loop, &transport->in.handle.pipe, 0);
    if (status != 0)
        return status;
    transport->in.is_stream = true;
    transport->in.handle.stream.data = transport;
    transport->connecting.data = transport;
    uv_pipe_connect(&transport->connecting, &transport->in.handle.pipe, where, connected);
    return 0;
}

void transport_close(struct transport *transport)
{
    transport->closing = true;
    if (transport->in.is_stream)
        uv_close((uv_handle_t *)&transport->in.handle, NULL);
    if (transport->out.is_stream)
        uv_close((uv_handle_t *)&transport->out.handle, NULL);
    if (transport->listening)
        uv_close((uv_handle_t *)&transport->listener, NULL);
}

void transport_release(struct transport *transport)
{
    strbuf_release(&transport->unwritten);
}
