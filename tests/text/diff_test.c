/* diff_test.c: unified diffs say what changed, shortly, and can be applied. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "text/diff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *diff(struct arena *arena, const char *path, struct slice before, struct slice after)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    diff_unified(slice_of(path), before, after, &out);
    char *copy = arena_cstring(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return copy;
}

static void test_written_form(void **state)
{
    (void)state;
    static const struct {
        const char *before, *after, *expected;
    } cases[] = {
        {"", "", ""},
        {"same\n", "same\n", ""},
        {"1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
         "--- a/p.md\n+++ b/p.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"},
        {"a\n", "b\n", "--- a/p.md\n+++ b/p.md\n@@ -1 +1 @@\n-a\n+b\n"},
        {"", "a\n", "--- a/p.md\n+++ b/p.md\n@@ -0,0 +1 @@\n+a\n"},
        {"a\nb\n", "", "--- a/p.md\n+++ b/p.md\n@@ -1,2 +0,0 @@\n-a\n-b\n"},
        {"a\nb", "a\nb\n",
         "--- a/p.md\n+++ b/p.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"},
        {"a\nb\n", "a\nb",
         "--- a/p.md\n+++ b/p.md\n@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n"},
        {"a\nb", "x\nb",
         "--- a/p.md\n+++ b/p.md\n@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n"},
        {"a\r\nb\r\n", "a\r\nc\r\n", "--- a/p.md\n+++ b/p.md\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"},
        /* Six equal lines between two changes: one hunk. */
        {"a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n",
         "--- a/p.md\n+++ b/p.md\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n"},
        /* Seven: two. */
        {"a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
         "--- a/p.md\n+++ b/p.md\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n"
         "@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n"},
        /* The shortest script: Myers' own example, ABCABBA to CBABAC, takes five lines. */
        {"A\nB\nC\nA\nB\nB\nA\n", "C\nB\nA\nB\nA\nC\n", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        arena_init(&arena);
        char *found = diff(&arena, "p.md", slice_of(cases[i].before), slice_of(cases[i].after));
        if (cases[i].expected) {
            assert_string_equal(found, cases[i].expected);
        } else {
            size_t changes = 0;
            for (const char *line = found; (line = strchr(line, '\n')) && *++line;)
                changes += (*line == '-' || *line == '+') && strncmp(line, "+++", 3) != 0;
            assert_int_equal(changes, 5);
        }
        arena_release(&arena);
    }
}

static void test_headers(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    static const struct slice nothing = {NULL, 0};
    assert_string_equal(diff(&arena, "new.md", nothing, SLICE("a\n")),
                        "--- /dev/null\n+++ b/new.md\n@@ -0,0 +1 @@\n+a\n");
    assert_string_equal(diff(&arena, "old.md", SLICE("a\n"), nothing),
                        "--- a/old.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n");
    assert_string_equal(diff(&arena, "my plan.md", SLICE(""), SLICE("a\n")),
                        "--- a/my plan.md\t\n+++ b/my plan.md\t\n@@ -0,0 +1 @@\n+a\n");
    assert_string_equal(diff(&arena, "a\"b\n.md", SLICE(""), SLICE("a\n")),
                        "--- \"a/a\\\"b\\012.md\"\n+++ \"b/a\\\"b\\012.md\"\n@@ -0,0 +1 @@\n+a\n");
    arena_release(&arena);
}

/* Takes the next line, with its line end, off the front of *rest. */
static struct slice take_line(struct slice *rest)
{
    size_t len = slice_find_byte(*rest, '\n');
    struct slice line = slice_sub(*rest, 0, len == SLICE_NONE ? rest->len : len + 1);
    *rest = slice_from(*rest, line.len);
    return line;
}

/* Applies a diff as `patch` does, but insists that every line of it fits exactly. */
static void apply(struct slice patch, struct slice before, struct strbuf *out)
{
    size_t line_number = 1;
    while (patch.len > 0) {
        struct slice line = take_line(&patch);
        if (slice_starts(line, SLICE("--- ")) || slice_starts(line, SLICE("+++ ")))
            continue;
        if (slice_starts(line, SLICE("@@ -"))) {
            size_t start = (size_t)strtoul(line.ptr + 4, NULL, 10);
            bool empty = slice_contains(line, SLICE(",0 +"));
            for (start += empty ? 1 : 0; line_number < start; line_number++)
                strbuf_append(out, take_line(&before));
            continue;
        }
        struct slice content = slice_from(line, 1);
        if (patch.len > 0 && patch.ptr[0] == '\\') {
            content.len--;
            take_line(&patch);
        }
        if (line.ptr[0] != '+') {
            assert_true(slice_equal(content, take_line(&before)));
            line_number++;
        }
        if (line.ptr[0] != '-')
            strbuf_append(out, content);
    }
    strbuf_append(out, before);
}

static void check_applies(struct slice before, struct slice after)
{
    struct strbuf patch;
    struct strbuf out;
    strbuf_init(&patch, STRBUF_NO_LIMIT);
    strbuf_init(&out, STRBUF_NO_LIMIT);
    diff_unified(SLICE("p.md"), before, after, &patch);
    apply(strbuf_slice(&patch), before, &out);
    assert_true(slice_equal(strbuf_slice(&out), after));
    strbuf_release(&patch);
    strbuf_release(&out);
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void put_random(struct strbuf *out, uint32_t *seed, uint32_t most, uint32_t kinds)
{
    for (uint32_t lines = next_random(seed) % most; lines > 0; lines--)
        strbuf_printf(out, "%u%s", (unsigned)(next_random(seed) % kinds),
                      lines == 1 && next_random(seed) % 3 == 0 ? "" : "\n");
}

static void test_random_texts(void **state)
{
    (void)state;
    uint32_t seed = 5;
    struct strbuf before;
    struct strbuf after;
    strbuf_init(&before, STRBUF_NO_LIMIT);
    strbuf_init(&after, STRBUF_NO_LIMIT);
    for (int round = 0; round < 5000; round++) {
        uint32_t kinds = 1 + next_random(&seed) % 8;
        put_random(&before, &seed, 30, kinds);
        put_random(&after, &seed, 30, kinds);
        check_applies(strbuf_slice(&before), strbuf_slice(&after));
        strbuf_clear(&before);
        strbuf_clear(&after);
    }
    strbuf_release(&before);
    strbuf_release(&after);
}

/* How many lines of each side are on no longest common subsequence, by the whole table. */
static size_t shortest_script(const char *before, const char *after)
{
    size_t table[32][32];
    size_t n = strlen(before) / 2;
    size_t m = strlen(after) / 2;
    for (size_t i = 0; i <= n; i++)
        for (size_t j = 0; j <= m; j++) {
            if (i == 0 || j == 0)
                table[i][j] = i + j;
            else if (before[2 * (i - 1)] == after[2 * (j - 1)])
                table[i][j] = table[i - 1][j - 1];
            else
                table[i][j] =
                    1 + (table[i - 1][j] < table[i][j - 1] ? table[i - 1][j] : table[i][j - 1]);
        }
    return table[n][m];
}

static void test_scripts_are_shortest(void **state)
{
    (void)state;
    uint32_t seed = 9;
    for (int round = 0; round < 5000; round++) {
        char sides[2][64] = {{0}, {0}};
        for (size_t s = 0; s < 2; s++)
            for (uint32_t i = 0, count = next_random(&seed) % 31; i < count; i++) {
                sides[s][2 * i] = (char)('a' + next_random(&seed) % 4);
                sides[s][2 * i + 1] = '\n';
            }
        struct arena arena;
        arena_init(&arena);
        const char *found = diff(&arena, "p", slice_of(sides[0]), slice_of(sides[1]));
        size_t changes = 0;
        for (const char *at = found; (at = strchr(at, '\n')) && *++at;)
            changes += (*at == '-' || *at == '+') && strncmp(at, "+++", 3) != 0;
        assert_int_equal(changes, shortest_script(sides[0], sides[1]));
        arena_release(&arena);
    }
}

/* Texts with nothing in common but frequent lines, the worst for the search, still end soon. */
static void test_hostile_texts(void **state)
{
    (void)state;
    struct strbuf sides[2];
    uint32_t seed = 17;
    for (size_t s = 0; s < 2; s++) {
        strbuf_init(&sides[s], STRBUF_NO_LIMIT);
        for (int i = 0; i < 200000; i++)
            strbuf_printf(&sides[s], "%u\n", (unsigned)(next_random(&seed) % 3));
    }
    check_applies(strbuf_slice(&sides[0]), strbuf_slice(&sides[1]));
    strbuf_clear(&sides[1]);
    for (int i = 0; i < 200000; i++)
        strbuf_printf(&sides[1], "other %d\n", i);
    check_applies(strbuf_slice(&sides[0]), strbuf_slice(&sides[1]));
    strbuf_release(&sides[0]);
    strbuf_release(&sides[1]);
}

static void write_file(const char *name, struct slice bytes)
{
    FILE *file = fopen(name, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

static void test_patch_takes_it(void **state)
{
    (void)state;
    if (system("patch --version >/dev/null 2>&1") != 0) {
        print_message("skipped: there is no patch program\n");
        skip();
    }
    static const struct slice pairs[][2] = {
        {SLICE_INIT("a\nb\nc\n"), SLICE_INIT("a\nB\nc\n")},
        {SLICE_INIT("a\r\nb\r\n"), SLICE_INIT("a\r\n✅ b\r\nnew\r\n")},
        {SLICE_INIT("a\nb"), SLICE_INIT("a\nb\n")},
        {SLICE_INIT("a\nb\n"), SLICE_INIT("a\nb\nc")},
        {SLICE_INIT("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n"),
         SLICE_INIT("0\n1\n2\n3\n4\n5\n6\n7\n8\n10\n11\n12")},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct strbuf patch;
        strbuf_init(&patch, STRBUF_NO_LIMIT);
        diff_unified(SLICE("p.md"), pairs[i][0], pairs[i][1], &patch);
        write_file("diff_test.before", pairs[i][0]);
        write_file("diff_test.patch", strbuf_slice(&patch));
        strbuf_release(&patch);
        assert_int_equal(system("patch -s --binary -o diff_test.after diff_test.before "
                                "diff_test.patch"),
                         0);
        char bytes[256];
        FILE *file = fopen("diff_test.after", "rb");
        assert_non_null(file);
        struct slice after = {bytes, fread(bytes, 1, sizeof bytes, file)};
        fclose(file);
        assert_true(slice_equal(after, pairs[i][1]));
    }
    remove("diff_test.before");
    remove("diff_test.patch");
    remove("diff_test.after");
}

static void test_a_limit_cuts(void **state)
{
    (void)state;
    struct strbuf out;
    strbuf_init(&out, 20);
    diff_unified(SLICE("p.md"), SLICE("a\n"), SLICE("b\n"), &out);
    assert_true(out.overflow);
    assert_true(out.len <= 20);
    strbuf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written_form),  cmocka_unit_test(test_headers),
        cmocka_unit_test(test_random_texts),  cmocka_unit_test(test_scripts_are_shortest),
        cmocka_unit_test(test_hostile_texts), cmocka_unit_test(test_patch_takes_it),
        cmocka_unit_test(test_a_limit_cuts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
