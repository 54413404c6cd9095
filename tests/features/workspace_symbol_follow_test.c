/* workspace_symbol_follow_test.c: a search finds the same in a workspace that was edited for long as in one
 * that has just been read, and the best few of a search are those of the whole list.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "features/facade.h"

#include <planls/symbol.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DOCUMENTS 12
#define STEPS     400

static const char *const queries[] = {"",   "p",   "pi",     "pier", "Pier road", "new pier road 1",
                                      "T1", "t1",  "ivy",    "prd",  "#2",        "ö",
                                      "öl", "oel", "plan 1", "xyz",  "d3.md",     "ier"};

struct world {
    struct planls_workspace *workspace;
    char *texts[DOCUMENTS]; /* NULL: not there */
    uint64_t seed;
};

static unsigned dice(struct world *world, unsigned sides)
{
    world->seed = world->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(world->seed >> 33) % sides;
}

/* A plan of some items with owners and some tasks with ids, all of few words. */
static char *new_text(struct world *world)
{
    static const char *const words[] = {"Pier",   "New Pier", "Road",   "Öl",
                                        "Spiers", "of",       "Plan 1", "(pier)"};
    static const char *const people[] = {"Ivy", "ivy", "Émile", "Pia Road"};
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_puts(&text, "# Plan\n");
    for (unsigned i = dice(world, 9); i > 0; i--)
        strbuf_printf(&text, "\n## Initiative: %s %s\n\n- **Owner:** %s, %s\n",
                      words[dice(world, 8)], words[dice(world, 8)], people[dice(world, 4)],
                      people[dice(world, 4)]);
    strbuf_puts(&text, "\n## Tasks\n\n");
    for (unsigned i = dice(world, 30); i > 0; i--)
        strbuf_printf(&text, "- [ ] %s%u %s %s\n", dice(world, 2) ? "T" : "#", dice(world, 4),
                      words[dice(world, 8)], words[dice(world, 8)]);
    char *copy = memory_string(strbuf_slice(&text));
    strbuf_release(&text);
    return copy;
}

static struct slice path_of(char path[16], unsigned document)
{
    snprintf(path, 16, "d%u.md", document);
    return slice_of(path);
}

static void step(struct world *world)
{
    char path[16];
    unsigned document = dice(world, DOCUMENTS);
    free(world->texts[document]);
    world->texts[document] = NULL;
    if (dice(world, 6) == 0) {
        workspace_remove(world->workspace->ws, path_of(path, document));
        return;
    }
    world->texts[document] = new_text(world);
    workspace_put(world->workspace->ws, path_of(path, document), slice_of(world->texts[document]));
}

static void found(struct planls_workspace *workspace, const char *query, size_t max,
                  struct strbuf *out)
{
    struct planls_results *results = planls_results_new();
    struct planls_symbols symbols = {0};
    planls_workspace_symbols(workspace, query, max, results, &symbols);
    strbuf_clear(out);
    for (size_t i = 0; i < symbols.len; i++) {
        const struct planls_symbol *symbol = &symbols.items[i];
        strbuf_printf(out, "%d %s %s %u %s\n", (int)symbol->kind, symbol->name, symbol->where.path,
                      symbol->where.name.start, symbol->container);
    }
    planls_results_free(results);
}

static void compare_with_fresh(struct world *world)
{
    char path[16];
    struct planls_workspace *fresh = planls_workspace_new();
    struct strbuf kept, made;
    strbuf_init(&kept, STRBUF_NO_LIMIT);
    strbuf_init(&made, STRBUF_NO_LIMIT);
    for (unsigned d = DOCUMENTS; d-- > 0;)
        if (world->texts[d])
            workspace_put(fresh->ws, path_of(path, d), slice_of(world->texts[d]));
    for (size_t q = 0; q < sizeof queries / sizeof *queries; q++) {
        found(world->workspace, queries[q], 1000, &kept);
        found(fresh, queries[q], 1000, &made);
        assert_string_equal(kept.ptr, made.ptr);
        found(world->workspace, queries[q], 5, &made);
        assert_memory_equal(kept.ptr, made.ptr, made.len);
    }
    strbuf_release(&kept);
    strbuf_release(&made);
    planls_workspace_free(fresh);
}

static void test_it_follows(void **state)
{
    (void)state;
    struct world world = {.workspace = planls_workspace_new(), .seed = 7};
    for (int i = 0; i < STEPS; i++) {
        step(&world);
        if (i % 10 == 0)
            compare_with_fresh(&world);
    }
    for (unsigned d = 0; d < DOCUMENTS; d++)
        free(world.texts[d]);
    planls_workspace_free(world.workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_it_follows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
