/* keystroke_test.c: the work for one keystroke depends on what is touched and who refers to it, not on how many
 * files there are: documents looked at again, and the memory that model and check take, which is what they
 * make. (tests/bench/keystroke_work.sh counts the instructions.) */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "features/facade.h"

#include <planls/planls.h>
#include <stdio.h>
#include <string.h>

/* No two are near each other: names that are alike are looked at together. */
static void make_name(uint32_t number, char name[11])
{
    uint32_t random = (number + 1) * 2654435761u;
    for (int i = 0; i < 10; i++) {
        random ^= random << 13; /* xorshift, Marsaglia 2003 */
        random ^= random >> 17;
        random ^= random << 5;
        name[i] = (char)((i ? 'a' : 'A') + (int)(random % 26));
    }
    name[10] = '\0';
}

/* A folder with a plan, which links to the next one, and its tasks. */
static void put_folder(struct planls_workspace *workspace, unsigned number)
{
    struct strbuf text, path;
    char name[11], next[11];
    make_name(number, name);
    make_name(number + 1, next);
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_init(&path, STRBUF_NO_LIMIT);
    strbuf_printf(&path, "p%u/plan.md", number);
    strbuf_printf(&text,
                  "# %s\n\nSome words.\n\n## Initiative: %s\n- **Owner:** %s\n"
                  "- **Timeline:** Weeks 1-4\n- **Budget:** $5K\n"
                  "- **Success Criteria:** 9 boats\n\nSee [the next](../p%u/plan.md).\n",
                  name, name, name, number + 1);
    planls_workspace_put(workspace, path.ptr, text.ptr, text.len);
    strbuf_clear(&text);
    strbuf_clear(&path);
    strbuf_printf(&path, "p%u/tasks.md", number);
    strbuf_printf(&text, "# Tasks\n\n**Initiative:** %s\n\n- [ ] Drive piles\n- [x] %s\n", name,
                  next);
    planls_workspace_put(workspace, path.ptr, text.ptr, text.len);
    strbuf_release(&text);
    strbuf_release(&path);
}

struct work {
    size_t documents;    /* to be looked at again, this one too */
    size_t unknown;      /* paths to be looked up */
    size_t model, check; /* bytes that were made */
};

static size_t dependents(struct planls_workspace *workspace, const char *path)
{
    struct arena arena;
    struct document_list list = {0};
    arena_init(&arena);
    workspace_edit_dependents(workspace->ws, slice_of(path), &arena, &list);
    arena_release(&arena);
    return list.len;
}

static struct work type(struct planls_workspace *workspace, const char *path, uint32_t at)
{
    struct work work = {.documents = 1 + dependents(workspace, path)};
    struct slice paths[16];
    struct arena arena;
    assert_true(planls_workspace_edit(workspace, path, (struct planls_range){at, at}, "x", 1));
    const struct document *document = facade_document(workspace, path);
    arena_init(&arena);
    work.documents += dependents(workspace, path);
    work.unknown = workspace_unknown_paths_of(workspace->ws, document, paths, 16, &arena);
    arena_release(&arena);
    work.model = document->model->arena.used;
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    planls_check(workspace, path, results, &found);
    work.check = results->arena.used;
    planls_results_free(results);
    return work;
}

/* Typing in a workspace of so many folders: in a sentence, in a title, in a name that others give. */
static void type_everywhere(unsigned folders, struct work work[3])
{
    struct planls_workspace *workspace = planls_workspace_new();
    for (unsigned i = 0; i < folders; i++)
        put_folder(workspace, i);
    struct slice text = facade_document(workspace, "p7/plan.md")->text.bytes;
    uint32_t words = (uint32_t)slice_find(text, SLICE("words"));
    uint32_t owner = (uint32_t)slice_find(text, SLICE("Owner:**")) + 10;
    work[0] = type(workspace, "p7/plan.md", words);
    work[1] = type(workspace, "p7/plan.md", 4);
    work[2] = type(workspace, "p7/plan.md", owner);
    planls_workspace_free(workspace);
}

static void test_work_does_not_depend_on_the_number_of_files(void **state)
{
    (void)state;
    struct work few[3], many[3];
    type_everywhere(25, few);
    type_everywhere(400, many);
    for (size_t i = 0; i < 3; i++) {
        assert_in_range(few[i].documents, 3, 12);
        assert_true(few[i].check > 0 && few[i].model > 0);
        assert_int_equal(few[i].documents, many[i].documents);
        assert_int_equal(few[i].unknown, many[i].unknown);
        assert_int_equal(few[i].model, many[i].model);
        assert_int_equal(few[i].check, many[i].check);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_work_does_not_depend_on_the_number_of_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
