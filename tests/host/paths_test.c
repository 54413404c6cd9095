/* paths_test.c: absolute paths, and which folder is the workspace of a path. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "temp.h"

static void test_by_name(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena);
    assert_string_equal(paths_absolute(&arena, "/a/b", "c.md"), "/a/b/c.md");
    assert_string_equal(paths_absolute(&arena, "/a/b", "./../c//d/."), "/a/c/d");
    assert_string_equal(paths_absolute(&arena, "/a", "/x/../../y"), "/y");
    assert_string_equal(paths_absolute(&arena, "/a", "../../.."), "/");
    assert_string_equal(paths_join(&arena, "/", SLICE("a")), "/a");
    assert_string_equal(paths_join(&arena, "/a", SLICE("")), "/a");
    assert_string_equal(paths_parent(&arena, "/a/b"), "/a");
    assert_string_equal(paths_parent(&arena, "/a"), "/");
    assert_true(slice_is(paths_name(SLICE("/a/b.md")), "b.md"));

    struct slice relative;
    assert_true(paths_inside("/a", "/a/b/c", &relative) && slice_is(relative, "b/c"));
    assert_true(paths_inside("/a", "/a", &relative) && relative.len == 0);
    assert_true(paths_inside("/", "/a", &relative) && slice_is(relative, "a"));
    assert_false(paths_inside("/a", "/ab", &relative));
    assert_false(paths_inside("/a/b", "/a", &relative));

    assert_string_equal(paths_from(&arena, "/a/b", "/a/b/c.md"), "c.md");
    assert_string_equal(paths_from(&arena, "/a/b", "/a/b"), ".");
    assert_string_equal(paths_from(&arena, "/a/b/c", "/a/x.md"), "../../x.md");
    assert_string_equal(paths_from(&arena, "/a/b", "/x/y.md"), "/x/y.md");
    arena_release(&arena);
}

static void test_real_paths(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "a/plan.md", "");
    temp_link(&temp, "a", "link");
    temp_link(&temp, "loop", "loop");
    assert_string_equal(paths_real(&temp.arena, temp_path(&temp, "link/plan.md")),
                        temp_path(&temp, "a/plan.md"));
    assert_string_equal(paths_real(&temp.arena, temp_path(&temp, "link/new/x.md")),
                        temp_path(&temp, "a/new/x.md"));
    assert_string_equal(paths_real(&temp.arena, temp_path(&temp, "loop")),
                        temp_path(&temp, "loop"));
    enum host_error error;
    assert_int_equal(paths_kind(temp_path(&temp, "loop"), &error), PATH_KIND_NONE);
    assert_int_equal(error, HOST_LOOP);
    assert_int_equal(paths_kind(temp_path(&temp, "link"), &error), PATH_KIND_FOLDER);
    temp_release(&temp);
}

static void test_workspace_root(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "repo/.git/HEAD", "");
    temp_file(&temp, "repo/docs/a/plan.md", "");
    temp_file(&temp, "repo/sub/.planls.json", "{}");
    temp_file(&temp, "repo/sub/deep/plan.md", "");
    temp_file(&temp, "plain/docs/plan.md", "");
    temp_file(&temp, "tree/.git", "gitdir: elsewhere");
    temp_file(&temp, "tree/plan.md", "");
    static const struct {
        const char *path, *cwd, *root;
    } cases[] = {
        {"repo/docs/a/plan.md", "repo/docs", "repo"},
        {"repo/docs", "", "repo"},
        {"repo", "", "repo"},
        {"repo/sub/deep/plan.md", "repo", "repo/sub"},
        {"repo/sub", "repo", "repo/sub"},
        {"tree/plan.md", "", "tree"},             /* a worktree's .git is a file */
        {"plain/docs/plan.md", "plain", "plain"}, /* the working folder holds it */
        {"plain/docs/plan.md", "repo", "plain/docs"},
        {"plain/docs", "repo", "plain/docs"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(paths_workspace_root(&temp.arena, temp_path(&temp, cases[i].path),
                                                 temp_path(&temp, cases[i].cwd)),
                            temp_path(&temp, cases[i].root));
    assert_string_equal(
        paths_workspace_root(&temp.arena, temp_path(&temp, "plain/docs/plan.md"), "/"),
        temp_path(&temp, "plain/docs"));
    temp_release(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_name),
        cmocka_unit_test(test_real_paths),
        cmocka_unit_test(test_workspace_root),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
