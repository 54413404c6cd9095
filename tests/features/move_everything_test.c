/* move_everything_test.c: at random: files, pictures and folders that move, swap places or change their case, in a
 * workspace whose documents name them in every way there is: every reference leads to the file it led to, and again
 * once all has moved back.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "edited.h"

#include <stdio.h>
#include <stdlib.h>

static uint32_t random_of(uint32_t *seed, uint32_t count)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % count;
}

/* ---- the workspace ----------------------------------------------------------------------------- */

/* Documents first, then files that are none. */
static const char *const paths[] = {"plan.md",          "docs/a.md",  "docs/b c.md",
                                    "docs/deep/e.md",   "tasks/t.md", "docs/img/p.png",
                                    "docs/img/q r.png", "data.csv"};
#define DOCUMENTS 5
#define FILES     8

static void put_encoded(struct strbuf *out, struct slice path)
{
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == ' ')
            strbuf_puts(out, "%20");
        else
            strbuf_putc(out, path.ptr[i]);
}

/* One of the ways to name a file in a document. */
static void put_reference(struct strbuf *out, uint32_t *seed, const char *from, uint32_t file,
                          struct arena *arena)
{
    const char *to = paths[file];
    struct slice path = path_relative(slice_of(from), slice_of(to), arena);
    bool spaced = strchr(to, ' ') != NULL, document = file < DOCUMENTS;
    const char *anchor = document && random_of(seed, 2) ? "#part" : "";
    switch (random_of(seed, 8)) {
    case 0:
        strbuf_puts(out, "See [it](");
        put_encoded(out, path);
        strbuf_printf(out, "%s).\n\n", anchor);
        break;
    case 1:
        strbuf_printf(out, "See [it](<%.*s%s>).\n\n", SLICE_ARG(path), anchor);
        break;
    case 2:
        strbuf_puts(out, document ? "[it][r]\n\n[r]: ./" : "![it](");
        put_encoded(out, path);
        strbuf_puts(out, document ? "\n\n" : ")\n\n");
        break;
    case 3:
        if (document)
            strbuf_printf(out, "| A | B |\n| --- | --- |\n| x | [[%.*s%s]] |\n\n",
                          SLICE_ARG(slice_sub(slice_of(to), 0, strlen(to) - 3)), anchor);
        break;
    case 4:
        if (!spaced)
            strbuf_printf(out, "Read `%.*s` first.\n\n", SLICE_ARG(path));
        break;
    case 5:
        if (!spaced)
            strbuf_printf(out, "Read `%s` first.\n\n", to);
        break;
    case 6:
        if (!spaced && document)
            strbuf_printf(out, "See %.*s - Section 2.\n\n", SLICE_ARG(path));
        break;
    default:
        strbuf_printf(out, "- [ ] Dig ([it](%s%.*s%s%s))\n\n", spaced ? "<" : "", SLICE_ARG(path),
                      anchor, spaced ? ">" : "");
        break;
    }
}

static void put_files(struct planls_workspace *workspace, const char *const *at)
{
    for (uint32_t f = DOCUMENTS; f < FILES; f++)
        workspace_set_path(workspace->ws, slice_of(at[f]), PATH_FILE);
}

static void fill(struct planls_workspace *workspace, uint32_t *seed, struct arena *arena)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    put_files(workspace, paths);
    for (uint32_t d = 0; d < DOCUMENTS; d++) {
        strbuf_clear(&text);
        if (d == 4 && random_of(seed, 2))
            strbuf_puts(&text, "---\ninitiative: ../plan.md#part\n---\n");
        strbuf_puts(&text, "# Part\n\n## 2. Rest\n\n");
        for (unsigned n = random_of(seed, 7); n > 0; n--)
            put_reference(&text, seed, paths[d], random_of(seed, FILES), arena);
        workspace_put(workspace->ws, slice_of(paths[d]), strbuf_slice(&text));
    }
    strbuf_release(&text);
}

/* ---- what is meant ----------------------------------------------------------------------------- */

static uint32_t number_of(const char *const *at, struct slice path)
{
    for (uint32_t f = 0; f < FILES; f++)
        if (slice_is(path, at[f]))
            return f;
    return FILES;
}

/* The file that each reference of each document leads to; FILES where to none of these. */
static struct slice meanings(const struct planls_workspace *workspace, const char *const *at,
                             struct arena *arena)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    for (uint32_t d = 0; d < DOCUMENTS; d++) {
        const struct document *document = facade_document(workspace, at[d]);
        for (size_t i = 0; i < document->model->references.len; i++) {
            const struct reference *reference = &document->model->references.items[i];
            struct target target;
            enum resolution result = resolve_reference(workspace->ws, document, reference, &target);
            struct slice path = SLICE("");
            if (result == RESOLVED_PATH_ONLY)
                path = workspace_reference_file(workspace->ws, document, reference, arena);
            else if (result != AMBIGUOUS && target.document)
                path = target.document->path;
            strbuf_printf(&out, "%u.%zu leads to %u, %u\n", d, i, number_of(at, path),
                          target.heading);
        }
        for (uint32_t t = 0; t < document->model->tasks.len; t++)
            strbuf_printf(&out, "%u task %u\n", d, t);
    }
    struct slice text = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

static void put_text(const struct planls_workspace *workspace, const char *const *at)
{
    for (uint32_t d = 0; d < DOCUMENTS; d++)
        fprintf(stderr, "=== %s\n%s\n", at[d], facade_document(workspace, at[d])->text.bytes.ptr);
}

/* ---- moving ------------------------------------------------------------------------------------ */

#define MOVES 2
static const struct planls_move choices[] = {
    {"plan.md", "docs/plan.md"}, {"plan.md", "Plan.md"},        {"docs/a.md", "a.md"},
    {"docs/a.md", "docs/A.md"},  {"docs/b c.md", "docs/c.md"},  {"docs/b c.md", "x/d (1).md"},
    {"docs", "papers"},          {"docs", "old/docs"},          {"docs", "Docs"},
    {"docs/img", "pictures"},    {"docs/img", "docs/deep/img"}, {"docs/deep", "deep"},
    {"docs/deep", "docs/flat"},  {"tasks", "docs/tasks"},       {"tasks/t.md", "work.md"},
    {"docs/img/p.png", "p.png"}, {"data.csv", "data/2026.csv"}, {"docs/img/q r.png", "q.png"},
};
#define CHOICES (sizeof choices / sizeof *choices)

/* One move, two, or two files that swap places. */
static size_t choose(uint32_t *seed, struct planls_move moves[MOVES])
{
    uint32_t one = random_of(seed, CHOICES), two = random_of(seed, CHOICES);
    if (random_of(seed, 4) == 0) {
        static const uint32_t plain[] = {0, 1, 3,
                                         4}; /* a name with a space is no reference in prose */
        uint32_t n = random_of(seed, 4), a = plain[n], b = plain[(n + 1) % 4];
        moves[0] = (struct planls_move){paths[a], paths[b]};
        moves[1] = (struct planls_move){paths[b], paths[a]};
        return 2;
    }
    moves[0] = choices[one];
    moves[1] = choices[two];
    bool apart = strncmp(moves[0].from, moves[1].from, 4) != 0 &&
                 strncmp(moves[0].to, moves[1].from, 4) != 0 &&
                 strncmp(moves[1].to, moves[0].from, 4) != 0;
    return apart ? 2 : 1;
}

static void places_after(const struct planls_move *moves, size_t count, const char **to,
                         const char *const *at, struct arena *arena)
{
    for (uint32_t f = 0; f < FILES; f++) {
        to[f] = at[f];
        for (size_t m = 0; m < count; m++) {
            size_t len = strlen(moves[m].from);
            if (strncmp(at[f], moves[m].from, len) == 0 &&
                (at[f][len] == '\0' || at[f][len] == '/'))
                to[f] = arena_printf(arena, "%s%s", moves[m].to, at[f] + len);
        }
    }
}

struct trial {
    uint32_t number;
    const struct planls_move *moves;
    size_t count;
    struct arena *arena;
    struct planls_results *results;
};

static struct planls_workspace *moved(struct trial *t, struct planls_workspace *workspace,
                                      const char *const *at, const char *const *to, bool back)
{
    struct planls_move moves[MOVES];
    struct planls_fix fix;
    for (size_t m = 0; m < t->count; m++)
        moves[m] = back ? (struct planls_move){t->moves[m].to, t->moves[m].from} : t->moves[m];
    planls_move_files(workspace, moves, t->count, NULL, t->results, &fix);
    struct planls_workspace *after = planls_workspace_new();
    put_files(after, to);
    for (uint32_t d = 0; d < DOCUMENTS; d++)
        workspace_put(after->ws, slice_of(to[d]),
                      edited_text(facade_document(workspace, at[d]), &fix, t->arena));
    return after;
}

static void check(struct trial *t, struct slice meant, const struct planls_workspace *before,
                  const char *const *at, const struct planls_workspace *after,
                  const char *const *to)
{
    struct slice means = meanings(after, to, t->arena);
    struct slice_split b = {meant, false}, a = {means, false};
    struct slice was, is = {NULL, 0};
    while (slice_split_next(&b, '\n', &was)) {
        bool there = slice_split_next(&a, '\n', &is);
        if (slice_contains(was, SLICE("to 8")) || (there && slice_equal(was, is)))
            continue;
        put_text(before, at);
        fprintf(stderr, "-------- became\n");
        put_text(after, to);
        fail_msg("trial %u: %s -> %s%s%s%s: “%.*s” was “%.*s”", t->number, t->moves[0].from,
                 t->moves[0].to, t->count > 1 ? ", " : "", t->count > 1 ? t->moves[1].from : "",
                 t->count > 1 ? t->moves[1].to : "", SLICE_ARG(is), SLICE_ARG(was));
    }
}

static void move_once(uint32_t number)
{
    uint32_t seed = number * 7919;
    struct planls_move moves[MOVES];
    struct planls_results *results = planls_results_new();
    struct arena *arena = &results->arena;
    struct planls_workspace *workspace = planls_workspace_new();
    const char *to[FILES];
    fill(workspace, &seed, arena);
    struct trial t = {number, moves, choose(&seed, moves), arena, results};
    places_after(moves, t.count, to, paths, arena);
    struct slice meant = meanings(workspace, paths, arena);
    struct planls_workspace *there = moved(&t, workspace, paths, to, false);
    check(&t, meant, workspace, paths, there, to);
    struct planls_workspace *back = moved(&t, there, to, paths, true);
    check(&t, meant, there, to, back, paths);
    planls_workspace_free(back);
    planls_workspace_free(there);
    planls_workspace_free(workspace);
    planls_results_free(results);
}

static void test_any_move(void **state)
{
    (void)state;
    const char *only = getenv("PLANLS_TRIAL");
    for (uint32_t number = 1; number <= 3000; number++)
        if (!only || (uint32_t)atoi(only) == number)
            move_once(number);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_any_move)};
    return cmocka_run_group_tests_name("move everything", tests, NULL, NULL);
}
