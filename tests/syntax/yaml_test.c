/* yaml_test.c: front matter as keys and values with their places, by libyaml and by lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "syntax/yaml.h"

/* "key=value@span" for each entry: the span's bytes where they are not the value; `-` before an
 * element of a list, `?` for an entry without a value, `!` in front where libyaml refused. */
static void describe(const struct yaml_entries *entries, struct slice text, struct strbuf *out)
{
    strbuf_puts(out, entries->fell_back ? "!" : "");
    for (uint32_t i = 0; i < entries->len; i++) {
        const struct yaml_entry *e = &entries->v[i];
        struct slice written = span_slice(text, e->value_span);
        strbuf_printf(out, "%s%s%.*s=%.*s", i ? " " : "", e->in_list ? "-" : "", SLICE_ARG(e->key),
                      SLICE_ARG(e->value));
        if (!slice_equal(written, e->value))
            strbuf_printf(out, "@%.*s", SLICE_ARG(written));
        strbuf_puts(out, e->empty ? "?" : "");
        assert_true(e->value_span.end <= text.len && e->value_span.start <= e->value_span.end);
        assert_true(e->key_span.end <= text.len && e->key_span.start <= e->key_span.end);
        if (e->empty)
            assert_int_equal(e->value_span.start, e->key_span.end);
    }
}

struct yaml_case {
    const char *yaml, *expected;
};

static void check(const struct yaml_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena arena;
        struct strbuf out;
        arena_init(&arena);
        strbuf_init(&out, STRBUF_NO_LIMIT);
        /* Not at the document's start, as front matter never is. */
        struct slice text = slice_of(arena_printf(&arena, "---\n%s---\n", cases[i].yaml));
        struct yaml_entries entries =
            yaml_read(text, (struct span){4, (uint32_t)text.len - 4}, &arena);
        describe(&entries, text, &out);
        if (!slice_is(strbuf_slice(&out), cases[i].expected))
            fail_msg("%s  gives    %s\n  expected %s", cases[i].yaml, out.ptr, cases[i].expected);
        strbuf_release(&out);
        arena_release(&arena);
    }
}

#define CHECK(cases) check(cases, sizeof(cases) / sizeof *(cases))

static void scalars(void **state)
{
    (void)state;
    static const struct yaml_case cases[] = {
        {"id: task-7\nstatus: To Do\n", "id=task-7 status=To Do"},
        {"title: 'it''s'\n", "title=it's@it''s"},
        {"title: \"a \\\"b\\\"\"\n", "title=a \"b\"@a \\\"b\\\""},
        {"id: 7 # seven\n", "id=7"},
        {"owner:\nid: 1\n", "owner=? id=1"},
        {"owner: \"\"\n", "owner="},
        {"owner: []\n", "-owner=@[]"},
        {"owner: {}\n", "owner=@{}"},
        {"título: año é\nid: 1\n", "título=año é id=1"},
        {"📅: 明日\nid: 日本\n", "📅=明日 id=日本"},
        {"id: 1\r\nstatus: Done\r\n", "id=1 status=Done"},
        {"id: 1\nid: 2\n", "id=1 id=2"},
        {"note: >\n  one\n  two\nid: 1\n", "note=one two\n@>\n  one\n  two id=1"},
        {"note: one\n  two\n", "note=one two@one\n  two"},
        {"", ""},
        {"just words\n", ""},
    };
    CHECK(cases);
}

static void lists_and_maps(void **state)
{
    (void)state;
    static const struct yaml_case cases[] = {
        {"assignee: ['@ana', \"bo\", c]\n", "-assignee=@ana -assignee=bo -assignee=c"},
        {"assignee:\n  - '@ana'\n  - bo\n", "-assignee=@ana -assignee=bo"},
        {"assignee:\n- '@ana'\nid: 1\n", "-assignee=@ana id=1"},
        {"plan:\n  item: A\n  week:\n    first: 1\n", "plan.item=A plan.week.first=1"},
        {"people:\n  - name: Ana\n    role: Lead\n  - name: Bo\n",
         "-people.name=Ana -people.role=Lead -people.name=Bo"},
        {"matrix: [[1, 2], [3]]\n", "-matrix=1 -matrix=2 -matrix=3"},
        {"list:\n  -\n  - x\n", "-list=? -list=x"},
        {"base: &b one\ncopy: *b\n", "base=one copy=*b"},
        {"n: !!int 5\n", "n=5"},
        {"? [a, b]\n: c\nid: 1\n", "id=1"},
        {"<<: {a: 1}\n", "<<.a=1"},
        {"a: 1\n---\nb: 2\n", "a=1 b=2"},
    };
    CHECK(cases);
}

static void by_lines(void **state)
{
    (void)state;
    static const struct yaml_case cases[] = {
        {"id: task-1\nreporter: @ana\n", "!id=task-1 reporter=@ana"},
        {"reporter: @ana # boss\nid: 2\n", "!reporter=@ana id=2"},
        {"reporter: @ana\nlabels: [a, 'b, c', \"d\"]\n",
         "!reporter=@ana -labels=a -labels=b, c -labels=d"},
        {"reporter: @ana\nlabels:\n  - x\n  - '@y'\nid: 1\n",
         "!reporter=@ana -labels=x -labels=@y id=1"},
        {"reporter: @ana\nlabels: []\nowner:\nid: 1\n", "!reporter=@ana -labels= owner=? id=1"},
        {"reporter: @ana\nplan:\n  item: A\n  sub:\n    x: 1\nid: 2\n",
         "!reporter=@ana plan.item=A plan.sub.x=1 id=2"},
        {"id:\t5\n\tx: @y\n", "!id=5 id.x=@y"},
        {"title: \"open\nid: 3\n", "!title=open id=3"},
        {"title: a: b\nid: 3\n", "!title=a: b id=3"},
        {"reporter: @ana\nnote: |\n  one: 1\n  two\nid: 3\n",
         "!reporter=@ana note=one: 1\n  two id=3"},
        {"reporter: @ana\r\nid: 3\r\n", "!reporter=@ana id=3"},
        {"@only\n", "!"},
        {"id: \xff\nstatus: x\n", "!id=\xff status=x"},
    };
    CHECK(cases);
}

static void byte_order_mark(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct slice text = SLICE("\xEF\xBB\xBFié: 1\n");
    struct yaml_entries entries = yaml_read(text, (struct span){0, (uint32_t)text.len}, &arena);
    assert_int_equal(entries.len, 1);
    assert_int_equal(entries.v[0].key_span.start, 3);
    assert_int_equal(entries.v[0].value_span.start, 8);
    assert_int_equal(entries.v[0].value_span.end, 9);
    arena_release(&arena);
}

/* Any bytes in little time and memory. */
static void abuse(void **state)
{
    (void)state;
    enum { SIZE = 1 << 20 };
    static const char *const patterns[] = {"[",     "{a: ", "- ",     "a:\n ", "\xff\xfe", "&a *a ",
                                           "'\"\n", "? ",   "a: b\n", "\t",    ": ",       "!!"};
    char *bytes = malloc(SIZE);
    for (size_t p = 0; p < sizeof patterns / sizeof *patterns; p++) {
        for (size_t size = 1000; size <= SIZE;
             size = size * 100 > SIZE && size < SIZE ? SIZE : size * 100) {
            size_t n = strlen(patterns[p]);
            for (size_t i = 0; i < size; i++)
                bytes[i] = patterns[p][i % n];
            struct arena arena;
            arena_init(&arena);
            struct slice text = {bytes, size};
            struct yaml_entries entries = yaml_read(text, (struct span){0, (uint32_t)size}, &arena);
            assert_true(entries.len <= size);
            assert_true(arena.used <= 200 * (size_t)SIZE);
            arena_release(&arena);
        }
    }
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scalars),  cmocka_unit_test(lists_and_maps),
        cmocka_unit_test(by_lines), cmocka_unit_test(byte_order_mark),
        cmocka_unit_test(abuse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
