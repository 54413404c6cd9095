/* load_test.c: a folder on disk into a workspace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host/load.h"
#include "temp.h"

#include <unistd.h>

static bool keep_plan(void *context, struct slice path)
{
    (void)context;
    return slice_is(path, "plan.md");
}

static bool stop_at_once(void *context, size_t done, size_t total)
{
    *(size_t *)context = total;
    return done == 0;
}

static void test_a_folder(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "plan.md", "# Plan\n\nSee [a](docs/a.md), [b](none.md), [c](up/c.md).\n");
    temp_file(&temp, "docs/a.md", "# A\n");
    temp_file(&temp, ".gitignore", "/up\n");
    temp_file(&temp, "up/c.md", "ignored, but there\n");
    temp_file(&temp, "named.txt", "- [ ] one\n");
    for (int i = 0; i < 100; i++)
        temp_file(&temp, arena_printf(&temp.arena, "many/%02d.md", i), "text\n");

    struct settings settings;
    settings_init(&settings);
    struct workspace *workspace = workspace_new(&settings);
    static const struct slice named[] = {SLICE_INIT("named.txt"), SLICE_INIT("gone.txt")};
    struct load_options options = {.named = named, .named_count = 2, .keep = keep_plan};
    struct load_result result;
    load_root(temp.root, workspace, &options, &temp.arena, &result);

    assert_int_equal(result.documents, 103);
    assert_int_equal(workspace_count(workspace), 103);
    assert_int_equal(result.problems.len, 1); /* a named file must be there */
    assert_true(slice_is(result.problems.items[0].path, "gone.txt"));
    assert_false(result.stopped);
    const struct document *plan = workspace_find(workspace, SLICE("plan.md"));
    assert_true(plan && plan->loaded && plan->judged);
    assert_false(workspace_find(workspace, SLICE("docs/a.md"))->loaded);
    assert_true(workspace_find(workspace, SLICE("named.txt"))->judged);
    assert_null(workspace_find(workspace, SLICE("up/c.md")));
    assert_int_equal(workspace_path_state(workspace, SLICE("none.md")), PATH_MISSING);
    assert_int_equal(workspace_path_state(workspace, SLICE("up/c.md")), PATH_FILE);
    assert_int_equal(workspace_path_state(workspace, SLICE("docs")), PATH_FOLDER);
    for (size_t i = 1; i < workspace_count(workspace); i++)
        assert_true(slice_compare(workspace_at(workspace, i - 1)->path,
                                  workspace_at(workspace, i)->path) < 0);
    workspace_free(workspace);
    temp_release(&temp);
}

static void test_stopping(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    for (int i = 0; i < 200; i++)
        temp_file(&temp, arena_printf(&temp.arena, "%03d.md", i), "text\n");
    struct settings settings;
    settings_init(&settings);
    struct workspace *workspace = workspace_new(&settings);
    size_t total = 0;
    struct load_options options = {.progress = stop_at_once, .context = &total};
    struct load_result result;
    load_root(temp.root, workspace, &options, &temp.arena, &result);
    assert_true(result.stopped);
    assert_int_equal(total, 200);
    assert_in_range(result.documents, 1, 199);
    workspace_free(workspace);
    temp_release(&temp);
}

static void test_a_closed_file_is_reported(void **state)
{
    (void)state;
    if (geteuid() == 0)
        skip();
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "plan.md", "# Plan\n");
    temp_mode(&temp, "plan.md", 0);
    struct settings settings;
    settings_init(&settings);
    struct workspace *workspace = workspace_new(&settings);
    struct load_options options = {0};
    struct load_result result;
    load_root(temp.root, workspace, &options, &temp.arena, &result);
    assert_int_equal(result.documents, 0);
    assert_int_equal(result.problems.len, 1);
    assert_int_equal(result.problems.items[0].error, HOST_DENIED);
    workspace_free(workspace);
    temp_release(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_folder),
        cmocka_unit_test(test_stopping),
        cmocka_unit_test(test_a_closed_file_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
