/* uri_test.c: file URIs and paths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lsp/uri.h"

static void uris_become_paths(void **state)
{
    (void)state;
    static const struct {
        const char *uri, *path;
    } cases[] = {
        {"file:///home/a/plan.md", "/home/a/plan.md"},
        {"file://localhost/home/a/plan.md", "/home/a/plan.md"},
        {"file://LOCALHOST/p", "/p"},
        {"FILE:///p", "/p"},
        {"file:/p/q", "/p/q"},
        {"file:///a%20b/%E2%82%AC.md", "/a b/€.md"},
        {"file:///a%2fb", "/a/b"},
        {"file:///a+b", "/a+b"},
        /* What is no escape stands for itself. */
        {"file:///a%zz", "/a%zz"},
        {"file:///a%", "/a%"},
        {"file:///a%4", "/a%4"},
        {"file:///100%25", "/100%"},
        /* Raw characters that should have been escaped. */
        {"file:///a b/€.md", "/a b/€.md"},
        {"file:///p?q", "/p"},
        {"file:///p#L3", "/p"},
        {"file:///p%23L3", "/p#L3"},
        /* A drive is an ordinary folder where there are no drives. */
        {"file:///c%3A/p", "/c:/p"},
        {"file:///", "/"},
        /* Not files of this machine. */
        {"file://server/share/p", NULL},
        {"file:p", NULL},
        {"file://", NULL},
        {"file://localhost", NULL},
        {"file:", NULL},
        {"git:/p", NULL},
        {"untitled:Untitled-1", NULL},
        {"", NULL},
        {"/home/a", NULL},
        {"file:///a%00b", NULL},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *path = uri_to_path(&arena, slice_of(cases[i].uri));
        if (cases[i].path)
            assert_string_equal(path, cases[i].path);
        else
            assert_null(path);
    }
    arena_release(&arena);
}

static void paths_become_uris(void **state)
{
    (void)state;
    static const struct {
        const char *path, *uri;
    } cases[] = {
        {"/home/a/plan.md", "file:///home/a/plan.md"},
        {"/a b", "file:///a%20b"},
        {"/€", "file:///%E2%82%AC"},
        {"/a%b#c?d", "file:///a%25b%23c%3Fd"},
        {"/c:/p", "file:///c%3A/p"},
        {"c:/p", "file:///c%3A/p"},
        {"/-._~", "file:///-._~"},
        {"/", "file:///"},
    };
    struct strbuf uri;
    strbuf_init(&uri, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        strbuf_clear(&uri);
        uri_from_path(cases[i].path, &uri);
        assert_string_equal(uri.ptr, cases[i].uri);
    }
    strbuf_release(&uri);
}

static void schemes(void **state)
{
    (void)state;
    static const char *const good[] = {"file:///p", "git:/p", "untitled:U-1", "a+b-c.d:", "x:y"};
    static const char *const bad[] = {"", ":", "/p", "p", "no uri: at all", "1a:b", "é:x", "%"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(uri_has_scheme(slice_of(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(uri_has_scheme(slice_of(bad[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uris_become_paths),
        cmocka_unit_test(paths_become_uris),
        cmocka_unit_test(schemes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
