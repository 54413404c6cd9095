/* framing_test.c: messages are found in any stream, cut into any pieces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lsp/framing.h"

#include <stdio.h>
#include <string.h>

/* Feeds `stream` in pieces of `piece` bytes and writes down what comes: "[body]" and "!problem". */
static void transcript(struct slice stream, size_t piece, size_t max_body, struct strbuf *out)
{
    struct framing framing;
    framing_init(&framing, max_body);
    strbuf_clear(out);
    for (size_t at = 0; at < stream.len; at += piece) {
        struct slice input = slice_sub(stream, at, at + piece);
        enum framing_event event;
        while ((event = framing_next(&framing, &input)) != FRAMING_NEED_MORE) {
            if (event == FRAMING_MESSAGE) {
                strbuf_putc(out, '[');
                strbuf_append(out, strbuf_slice(&framing.body));
                strbuf_putc(out, ']');
            } else {
                strbuf_printf(out, "!%d", (int)framing.problem);
            }
        }
    }
    if (framing_is_partial(&framing))
        strbuf_puts(out, "~");
    framing_release(&framing);
}

struct case_of {
    const char *stream, *expected;
};

static void check(const struct case_of *cases, size_t count)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < count; i++)
        for (size_t piece = 1; piece <= 64; piece++) {
            transcript(slice_of(cases[i].stream), piece, 1000, &out);
            assert_string_equal(out.ptr ? out.ptr : "", cases[i].expected);
        }
    strbuf_release(&out);
}

static void well_formed(void **state)
{
    (void)state;
    static const struct case_of cases[] = {
        {"", ""},
        {"Content-Length: 2\r\n\r\n{}", "[{}]"},
        {"Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]", "[{}][[1]]"},
        {"Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\nx", "[][x]"},
        {"content-length:2\r\n\r\n{}", "[{}]"},
        {"CONTENT-LENGTH:   2  \r\n\r\n{}", "[{}]"},
        {"Content-Length: 2\n\n{}", "[{}]"},
        {"Content-Length: 002\r\n\r\n{}", "[{}]"},
        {"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
         "[{}]"},
        {"Content-Length: 2\r\nX-Other: y\r\n\r\n{}", "[{}]"},
        {"Content-Length: 4\r\n\r\n\r\n\r\n", "[\r\n\r\n]"},
        {"\r\n\r\nContent-Length: 2\r\n\r\n{}", "[{}]"},
        {"Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}", "[{}]"},
    };
    check(cases, sizeof cases / sizeof *cases);
}

static void cut_off(void **state)
{
    (void)state;
    static const struct case_of cases[] = {
        {"Content-Length: 5\r\n\r\n{}", "~"},
        {"Content-Length: 5\r\n", "~"},
        {"Content-Le", "~"},
        {"Content-Length: 2\r\n\r\n{}Content", "[{}]~"},
    };
    check(cases, sizeof cases / sizeof *cases);
}

/* The numbers: 0 garbage, 1 no length, 2 bad length, 3 too long, 4 header too long. */
static void bad_but_found_again(void **state)
{
    (void)state;
    static const struct case_of cases[] = {
        {"hello\r\nContent-Length: 2\r\n\r\n{}", "!0[{}]"},
        {"hello\nworld\n\nContent-Length: 2\r\n\r\n{}", "!0[{}]"},
        {"helloContent-Length: 2\r\n\r\n{}", "!0[{}]"},
        {"{\"a\": 1}\r\nContent-Length: 2\r\n\r\n{}", "!0[{}]"},
        {"X-Other: y\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!1[[]]"},
        {"X-Other: y\r\n\r\n{}\r\nContent-Length: 2\r\n\r\n[]", "!1[[]]"},
        {"Content-Length: two\r\n\r\n{}\r\nContent-Length: 2\r\n\r\n[]", "!2[[]]"},
        {"Content-Length: -2\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!2[[]]"},
        {"Content-Length:\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!2[[]]"},
        {"Content-Length: 2 2\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!2[[]]"},
        {"Content-Length: 2\r\nContent-Length: x\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "!2[[]]"},
        /* Over the limit of 1000: with its body, without one, with a number past any integer. */
        {"Content-Length: 1001\r\n\r\n{\"a\":1}Content-Length: 2\r\n\r\n[]", "!3[[]]"},
        {"Content-Length: 1001\r\n\r\nContent-Length: 2\r\n\r\n[]", "!3[[]]"},
        {"Content-Length: 99999999999999999999999\r\n\r\nContent-Length: 2\r\n\r\n[]", "!3[[]]"},
        /* A length too short leaves the rest as garbage; one too long takes a piece of the next. */
        {"Content-Length: 1\r\n\r\n{}Content-Length: 2\r\n\r\n[]", "[{]!0[[]]"},
        {"Content-Length: 9\r\n\r\n{}Content-Length: 2\r\n\r\n[]Content-Length: 2\r\n\r\n{}",
         "[{}Content]!1[{}]"},
        /* One complaint until a message got through, then the next. */
        {"a\nb\nContent-Length: 2\r\n\r\n{}c\nContent-Length: 2\r\n\r\n[]", "!0[{}]!0[[]]"},
        /* The words inside a body or in prose are no header. */
        {"x\nsays Content-Length: many\nContent-Length: 2\r\n\r\n{}", "!0[{}]"},
    };
    check(cases, sizeof cases / sizeof *cases);
}

static void long_lines(void **state)
{
    (void)state;
    struct strbuf stream, out;
    strbuf_init(&stream, STRBUF_NO_LIMIT);
    strbuf_init(&out, STRBUF_NO_LIMIT);

    strbuf_repeat(&stream, 'x', 5000);
    strbuf_puts(&stream, "Content-Length: 2\r\n\r\n{}");
    for (size_t piece = 1; piece < 6000; piece += 13) {
        transcript(strbuf_slice(&stream), piece, 1000, &out);
        assert_string_equal(out.ptr, "!0[{}]");
    }

    strbuf_clear(&stream);
    for (int i = 0; i < 900; i++)
        strbuf_puts(&stream, "X-Filler: 1\r\n");
    strbuf_puts(&stream, "Content-Length: 2\r\n\r\n{}");
    for (size_t piece = 1; piece < 200; piece += 7) {
        transcript(strbuf_slice(&stream), piece, 1000, &out);
        assert_string_equal(out.ptr, "!4[{}]");
    }
    strbuf_release(&stream);
    strbuf_release(&out);
}

/* A body of a megabyte that is announced as too long is looked through, not kept. */
static void a_refused_body_is_passed_over(void **state)
{
    (void)state;
    struct strbuf stream, out;
    strbuf_init(&stream, STRBUF_NO_LIMIT);
    strbuf_init(&out, STRBUF_NO_LIMIT);
    strbuf_puts(&stream, "Content-Length: 1000000\r\n\r\n{\"text\": \"Content-Length: 5\\r\\n");
    strbuf_repeat(&stream, 'y', 1000000);
    strbuf_puts(&stream, "\"}Content-Length: 2\r\n\r\n{}");
    transcript(strbuf_slice(&stream), 65536, 1000, &out);
    assert_string_equal(out.ptr, "!3[{}]");
    strbuf_release(&stream);
    strbuf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(well_formed),
        cmocka_unit_test(cut_off),
        cmocka_unit_test(bad_but_found_again),
        cmocka_unit_test(long_lines),
        cmocka_unit_test(a_refused_body_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
