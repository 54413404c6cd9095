/* process.c: running another program to its end: bytes in, bytes out. */
#include "host/process.h"

#include "base/arena.h"

#include <stdlib.h>
#include <uv.h>

#define CHUNK ((size_t)64 << 10)

/* Of what a program says about itself; the rest is dropped. */
#define MOST_ERROR_TEXT ((size_t)64 << 10)

struct running {
    struct process_result *result;
    uv_loop_t loop;
    uv_process_t process;
    uv_pipe_t in, out, err;
    uv_write_t write;
    char out_chunk[CHUNK], err_chunk[CHUNK];
};

static void out_room(uv_handle_t *handle, size_t size, uv_buf_t *buffer)
{
    (void)size;
    struct running *running = handle->data;
    *buffer = uv_buf_init(running->out_chunk, (unsigned)CHUNK);
}

static void err_room(uv_handle_t *handle, size_t size, uv_buf_t *buffer)
{
    (void)size;
    struct running *running = handle->data;
    *buffer = uv_buf_init(running->err_chunk, (unsigned)CHUNK);
}

static void take(uv_stream_t *stream, ssize_t count, struct strbuf *text, const char *chunk)
{
    if (count > 0)
        strbuf_append(text, (struct slice){chunk, (size_t)count});
    else if (count < 0)
        uv_close((uv_handle_t *)stream, NULL);
}

static void out_read(uv_stream_t *stream, ssize_t count, const uv_buf_t *buffer)
{
    struct running *running = stream->data;
    take(stream, count, &running->result->out, buffer->base);
}

static void err_read(uv_stream_t *stream, ssize_t count, const uv_buf_t *buffer)
{
    struct running *running = stream->data;
    take(stream, count, &running->result->err, buffer->base);
}

/* A program that does not read all of its input is no failure of ours: its status says what is. */
static void written(uv_write_t *write, int status)
{
    (void)status;
    uv_close((uv_handle_t *)write->handle, NULL);
}

static void exited(uv_process_t *process, int64_t status, int signal)
{
    struct running *running = process->data;
    running->result->status = signal ? 128 + signal : (int)status;
    uv_close((uv_handle_t *)process, NULL);
}

static int start(struct running *running, const char *const *arguments, const char *folder,
                 const char *const *environment)
{
    uv_pipe_t *pipes[] = {&running->in, &running->out, &running->err};
    uv_stdio_container_t stdio[3];
    for (int i = 0; i < 3; i++) {
        uv_pipe_init(&running->loop, pipes[i], 0);
        pipes[i]->data = running;
        stdio[i].flags =
            (uv_stdio_flags)(UV_CREATE_PIPE | (i == 0 ? UV_READABLE_PIPE : UV_WRITABLE_PIPE));
        stdio[i].data.stream = (uv_stream_t *)pipes[i];
    }
    uv_process_options_t options = {
        .exit_cb = exited,
        .file = arguments[0],
        .args = (char **)(uintptr_t)arguments,
        .env = (char **)(uintptr_t)environment,
        .cwd = folder,
        .flags = UV_PROCESS_WINDOWS_HIDE,
        .stdio_count = 3,
        .stdio = stdio,
    };
    running->process.data = running;
    return uv_spawn(&running->loop, &running->process, &options);
}

void process_run(const char *const *arguments, const char *folder, const char *const *environment,
                 struct slice input, struct process_result *result)
{
    *result = (struct process_result){0};
    strbuf_init(&result->out, STRBUF_NO_LIMIT);
    strbuf_init(&result->err, MOST_ERROR_TEXT);
    struct running *running = memory_alloc(sizeof *running);
    running->result = result;
    int status = uv_loop_init(&running->loop);
    if (status == 0) {
        status = start(running, arguments, folder, environment);
        if (status == 0) {
            uv_buf_t buffer = uv_buf_init((char *)(uintptr_t)input.ptr, (unsigned)input.len);
            uv_read_start((uv_stream_t *)&running->out, out_room, out_read);
            uv_read_start((uv_stream_t *)&running->err, err_room, err_read);
            uv_write(&running->write, (uv_stream_t *)&running->in, &buffer, 1, written);
        } else {
            uv_close((uv_handle_t *)&running->process, NULL);
            uv_close((uv_handle_t *)&running->in, NULL);
            uv_close((uv_handle_t *)&running->out, NULL);
            uv_close((uv_handle_t *)&running->err, NULL);
        }
        uv_run(&running->loop, UV_RUN_DEFAULT);
        uv_loop_close(&running->loop);
    }
    result->error = host_error_from_uv(status);
    free(running);
}

void process_release(struct process_result *result)
{
    strbuf_release(&result->out);
    strbuf_release(&result->err);
}
