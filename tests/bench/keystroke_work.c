/* keystroke_work.c: types letters into a document of a workspace of N files, for callgrind to count.
 *
 *     keystroke_work N     N files: plans, each with its tasks, that link to each other in a circle
 *
 * All that follows one keystroke in the server happens in `keystroke`: the edit, who depends on it, what paths
 * are asked for, the document's findings and those of its dependents.
 */
#include "base/strbuf.h"
#include "features/facade.h"

#include <planls/planls.h>

#include <stdio.h>
#include <stdlib.h>

#define PATHS_MAX   64
#define NAME_LENGTH 10

/* A name like no other: names that are near each other are looked at together. */
static void make_name(uint32_t number, char name[NAME_LENGTH + 1])
{
    uint32_t random = (number + 1) * 2654435761u;
    for (int i = 0; i < NAME_LENGTH; i++) {
        random ^= random << 13; /* xorshift, Marsaglia 2003 */
        random ^= random >> 17;
        random ^= random << 5;
        name[i] = (char)((i ? 'a' : 'A') + (int)(random % 26));
    }
    name[NAME_LENGTH] = '\0';
}

static void put(struct planls_workspace *workspace, unsigned number, unsigned next)
{
    struct strbuf text, path;
    char name[NAME_LENGTH + 1], next_name[NAME_LENGTH + 1];
    make_name(number, name);
    make_name(next, next_name);
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_init(&path, STRBUF_NO_LIMIT);
    strbuf_printf(&path, "p%u/%s.md", number, name);
    strbuf_printf(&text,
                  "# Plan %s\n\n## Initiative: %s\n- **Owner:** %s\n- **Timeline:** Weeks 1-4\n"
                  "- **Budget:** $5K\n- **Success Criteria:** %u boats\n\n"
                  "See [the next](../p%u/%s.md).\n",
                  name, name, name, number + 1, next, next_name);
    planls_workspace_put(workspace, path.ptr, text.ptr, text.len);
    strbuf_clear(&text);
    strbuf_clear(&path);
    strbuf_printf(&path, "p%u/%s-tasks.md", number, name);
    strbuf_printf(&text, "# Tasks\n\n**Initiative:** %s\n\n- [ ] Drive piles\n", name);
    planls_workspace_put(workspace, path.ptr, text.ptr, text.len);
    strbuf_release(&text);
    strbuf_release(&path);
}

static size_t check(struct planls_workspace *workspace, struct slice path)
{
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    planls_check(workspace, path.ptr, results, &found);
    size_t count = found.len;
    planls_results_free(results);
    return count;
}

static size_t check_dependents(struct planls_workspace *workspace, const char *path)
{
    struct arena arena;
    struct document_list list = {0};
    size_t count = 0;
    arena_init(&arena);
    workspace_edit_dependents(workspace->ws, slice_of(path), &arena, &list);
    for (size_t i = 0; i < list.len; i++)
        count += check(workspace, list.items[i]->path) + 1;
    arena_release(&arena);
    return count;
}

/* Not static: callgrind collects in it by its name. */
size_t keystroke(struct planls_workspace *workspace, const char *path, struct planls_range range,
                 const char *text);

size_t keystroke(struct planls_workspace *workspace, const char *path, struct planls_range range,
                 const char *text)
{
    struct slice paths[PATHS_MAX];
    struct arena arena;
    size_t work = check_dependents(workspace, path);
    planls_workspace_edit(workspace, path, range, text, slice_of(text).len);
    work += workspace_has_plan(workspace->ws);
    arena_init(&arena);
    work += workspace_unknown_paths_of(workspace->ws, facade_document(workspace, path), paths,
                                       PATHS_MAX, &arena);
    arena_release(&arena);
    return work + check(workspace, slice_of(path)) + check_dependents(workspace, path);
}

int main(int argc, char **argv)
{
    unsigned count = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) / 2 : 0;
    if (count < 2) {
        fputs("usage: keystroke_work N\n", stderr);
        return 2;
    }
    struct planls_workspace *workspace = planls_workspace_new();
    for (unsigned i = 0; i < count; i++)
        put(workspace, i, (i + 1) % count);
    size_t work = 0;
    /* In the title, which others name, and in a sentence. */
    static const uint32_t places[] = {36, 160};
    char name[NAME_LENGTH + 1], path[NAME_LENGTH + 16];
    make_name(1, name);
    snprintf(path, sizeof path, "p1/%s.md", name);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        work += keystroke(workspace, path, (struct planls_range){places[i], places[i]}, "x");
        work += keystroke(workspace, path, (struct planls_range){places[i], places[i] + 1}, "");
    }
    printf("%zu\n", work);
    planls_workspace_free(workspace);
    return 0;
}
