/* move_files_test.c: links that follow files: on cases (case_file.h; "=== moves" holds "OLD -> NEW" lines):
 * the documents that change, under their old paths. Then at random: after any moves every reference leads
 * to the document it led to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"
#include "edited.h"

static void answer_moves(struct case_file *c, struct strbuf *out)
{
    struct planls_move moves[8];
    size_t count = 0;
    struct slice_split lines = {slice_trim(facade_document(c->workspace, "moves")->text.bytes),
                                false};
    struct slice line;
    struct planls_fix fix;
    while (slice_split_next(&lines, '\n', &line)) {
        size_t arrow = slice_find(line, SLICE(" -> "));
        moves[count].from = arena_cstring(&c->results->arena, slice_sub(line, 0, arrow));
        moves[count++].to = arena_cstring(&c->results->arena, slice_from(line, arrow + 4));
    }
    planls_workspace_remove(c->workspace, "moves");
    planls_move_files(c->workspace, moves, count, NULL, c->results, &fix);
    edited_print(c->workspace, &fix, &c->results->arena, out);
}

static void test_cases(void **state)
{
    (void)state;
    run_folder("move_files", answer_moves);
}

/* ---- at random ------------------------------------------------------------------------------- */

static uint32_t random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static const char *const paths[] = {"a.md",     "b.md",     "x/a.md",
                                    "x/c d.md", "x/y/e.md", "z/README.md"};
static const char *const others[] = {"n.md", "x/n.md", "w/v/a.md", "z/a.md", "q/e.md", "c.md"};
#define PATHS 6

/* A way to write a path in a document, by chance. */
static void put_reference(struct strbuf *out, uint32_t *seed, const char *from, const char *to,
                          struct arena *arena)
{
    struct slice relative = path_relative(slice_of(from), slice_of(to), arena);
    struct slice stem = slice_sub(relative, 0, relative.len - 3);
    bool spaced = slice_find_byte(relative, ' ') != SLICE_NONE;
    switch (random_next(seed) % 6) {
    case 0:
        strbuf_puts(out, "[it](");
        for (size_t i = 0; i < relative.len; i++)
            if (relative.ptr[i] == ' ')
                strbuf_puts(out, "%20");
            else
                strbuf_putc(out, relative.ptr[i]);
        strbuf_puts(out, ")\n\n");
        break;
    case 1:
        strbuf_printf(out, spaced ? "[it](<%.*s>)\n\n" : "[it](./%.*s)\n\n", SLICE_ARG(relative));
        break;
    case 2:
        strbuf_printf(out, spaced ? "[it](<%.*s>)\n\n" : "[it](%.*s)\n\n", SLICE_ARG(stem));
        break;
    case 3:
        strbuf_printf(out, "[[%.*s]]\n\n",
                      SLICE_ARG(slice_sub(slice_of(to), 0, slice_of(to).len - 3)));
        break;
    case 4:
        strbuf_printf(out, "`%s`\n\n", to);
        break;
    default:
        strbuf_printf(out, "`%.*s`\n\n", SLICE_ARG(relative));
        break;
    }
}

/* For every reference of the documents in the order of `paths`, the place in `paths` of the document it
 * leads to; `at` says which path each has now. */
static void put_meanings(const struct planls_workspace *workspace, const char *const *at,
                         struct strbuf *out)
{
    for (size_t d = 0; d < PATHS; d++) {
        const struct document *document = facade_document(workspace, at[d]);
        for (size_t i = 0; i < document->model->references.len; i++) {
            struct target target;
            enum resolution result = resolve_reference(
                workspace->ws, document, &document->model->references.items[i], &target);
            size_t to = PATHS;
            for (size_t t = 0; result == RESOLVED && t < PATHS; t++)
                if (slice_is(target.document->path, at[t]))
                    to = t;
            strbuf_printf(out, "%zu.%zu to %zu\n", d, i, to);
        }
    }
}

static struct planls_workspace *moved(const struct planls_workspace *workspace,
                                      const char *const *from, const char *const *to,
                                      const struct planls_fix *fix, struct arena *arena)
{
    struct planls_workspace *after = planls_workspace_new();
    for (size_t d = 0; d < PATHS; d++)
        workspace_put(after->ws, slice_of(to[d]),
                      edited_text(facade_document(workspace, from[d]), fix, arena));
    return after;
}

static bool clashes(const char *const *at)
{
    for (size_t a = 0; a < PATHS; a++)
        for (size_t b = 0; b < a; b++)
            if (strcmp(at[a], at[b]) == 0)
                return true;
    return false;
}

static bool move_once(uint32_t seed)
{
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct strbuf text, before, after;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_init(&before, STRBUF_NO_LIMIT);
    strbuf_init(&after, STRBUF_NO_LIMIT);
    for (size_t d = 0; d < PATHS; d++) {
        strbuf_clear(&text);
        for (unsigned i = 0; i < 4; i++)
            put_reference(&text, &seed, paths[d], paths[random_next(&seed) % PATHS],
                          &results->arena);
        workspace_put(workspace->ws, slice_of(paths[d]), strbuf_slice(&text));
    }
    const char *to[PATHS];
    struct planls_move moves[PATHS];
    size_t count = 0;
    for (size_t d = 0; d < PATHS; d++) {
        to[d] = random_next(&seed) % 3 ? paths[d] : others[random_next(&seed) % PATHS];
        if (to[d] != paths[d])
            moves[count++] = (struct planls_move){paths[d], to[d]};
    }
    bool ran = count > 0 && !clashes(to);
    if (ran) {
        struct planls_fix fix;
        put_meanings(workspace, paths, &before);
        planls_move_files(workspace, moves, count, NULL, results, &fix);
        struct planls_workspace *there = moved(workspace, paths, to, &fix, &results->arena);
        put_meanings(there, to, &after);
        struct slice_split b = {strbuf_slice(&before), false}, a = {strbuf_slice(&after), false};
        struct slice was, is;
        while (slice_split_next(&b, '\n', &was)) {
            assert_true(slice_split_next(&a, '\n', &is));
            if (!slice_ends(was, SLICE("to 6")) && !slice_equal(was, is))
                fail_msg("seed %u: “%.*s” was “%.*s”", seed, SLICE_ARG(is), SLICE_ARG(was));
        }
        planls_workspace_free(there);
    }
    strbuf_release(&text);
    strbuf_release(&before);
    strbuf_release(&after);
    planls_results_free(results);
    planls_workspace_free(workspace);
    return ran;
}

static void test_any_move_keeps_meanings(void **state)
{
    unsigned ran = 0;
    (void)state;
    for (uint32_t seed = 1; seed <= 3000; seed++)
        ran += move_once(seed * 7919);
    assert_true(ran > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases),
                                       cmocka_unit_test(test_any_move_keeps_meanings)};
    return cmocka_run_group_tests_name("move_files", tests, NULL, NULL);
}
