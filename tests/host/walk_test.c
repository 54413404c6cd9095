/* walk_test.c: which files of a folder on disk belong to the workspace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "host/walk.h"
#include "temp.h"

#include <unistd.h>

/* One path a line as the walk found it: documents with '*', folders with '/' behind them. */
static const char *listing(struct temp *temp, const char *root, const struct settings *settings,
                           struct walk *walk)
{
    walk_root(root, settings, &temp->arena, walk);
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    size_t documents = 0;
    for (size_t i = 0; i < walk->paths.len; i++) {
        const struct walk_path *path = &walk->paths.items[i];
        strbuf_printf(&out, "%.*s%s\n", SLICE_ARG(path->path),
                      path->document ? "*"
                      : path->folder ? "/"
                                     : "");
        documents += path->document;
    }
    assert_int_equal(documents, walk->documents);
    const char *text = arena_cstring(&temp->arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

static void test_what_belongs(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, ".git/info/exclude", "private.md\n");
    temp_file(&temp, ".git/notes.md", "");
    temp_file(&temp, ".gitignore", "/build/\n*.tmp.md\n");
    temp_file(&temp, "plan.md", "");
    temp_file(&temp, "README.MARKDOWN", "");
    temp_file(&temp, "private.md", "");
    temp_file(&temp, "a.tmp.md", "");
    temp_file(&temp, "build/out.md", "");
    temp_file(&temp, "src/main.c", "");
    temp_file(&temp, "src/build/x.md", "");
    temp_file(&temp, "docs/.gitignore", "!keep.tmp.md\ndrafts\n");
    temp_file(&temp, "docs/keep.tmp.md", "");
    temp_file(&temp, "docs/drafts/a.md", "");
    temp_file(&temp, "node_modules/x/README.md", "");
    temp_file(&temp, "src/node_modules/y.md", "");
    temp_file(&temp, ".kiro/specs/a/tasks.md", "");
    temp_file(&temp, ".github/PLAN.md", "");
    struct settings settings;
    settings_init(&settings);
    struct walk walk;
    assert_string_equal(listing(&temp, temp.root, &settings, &walk), ".github/\n"
                                                                     ".github/PLAN.md*\n"
                                                                     ".gitignore\n"
                                                                     ".kiro/\n"
                                                                     ".kiro/specs/\n"
                                                                     ".kiro/specs/a/\n"
                                                                     ".kiro/specs/a/tasks.md*\n"
                                                                     "README.MARKDOWN*\n"
                                                                     "docs/\n"
                                                                     "docs/.gitignore\n"
                                                                     "docs/keep.tmp.md*\n"
                                                                     "plan.md*\n"
                                                                     "src/\n"
                                                                     "src/build/\n"
                                                                     "src/build/x.md*\n"
                                                                     "src/main.c\n");
    assert_int_equal(walk.problems.len, 0);

    /* A root below the git root still obeys the rules above it. */
    assert_string_equal(listing(&temp, temp_path(&temp, "docs"), &settings, &walk),
                        ".gitignore\nkeep.tmp.md*\n");
    temp_release(&temp);
}

static void test_a_worktree_obeys_its_repository(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "main/.git/info/exclude", "private.md\n");
    temp_file(&temp, "main/.git/worktrees/w/commondir", "../..\n");
    temp_file(&temp, "w/.git",
              arena_printf(&temp.arena, "gitdir: %s\n", temp_path(&temp, "main/.git/worktrees/w")));
    temp_file(&temp, "w/private.md", "");
    temp_file(&temp, "w/plan.md", "");
    struct settings settings;
    settings_init(&settings);
    struct walk walk;
    assert_string_equal(listing(&temp, temp_path(&temp, "w"), &settings, &walk), "plan.md*\n");
    temp_release(&temp);
}

static void test_settings(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "plan.md", "");
    temp_file(&temp, "plan.txt", "");
    temp_file(&temp, "old/plan.txt", "");
    temp_file(&temp, "old/deep/plan.txt", "");
    temp_file(&temp, "b/skip.txt", "");
    static const struct slice files[] = {SLICE_INIT("**/*.txt")};
    static const struct slice exclude[] = {SLICE_INIT("old/**"), SLICE_INIT("**/skip.*")};
    struct settings settings;
    settings_init(&settings);
    settings.files = files;
    settings.file_count = 1;
    settings.exclude = exclude;
    settings.exclude_count = 2;
    struct walk walk;
    /* What is left out by the settings still exists; an excluded folder is not entered. */
    assert_string_equal(listing(&temp, temp.root, &settings, &walk),
                        "b/\nb/skip.txt\nold/\nplan.md\nplan.txt*\n");
    assert_true(walk_is_document(&settings, SLICE("plan.txt")));
    assert_false(walk_is_document(&settings, SLICE("plan.md")));
    assert_false(walk_is_document(&settings, SLICE("old/deep/plan.txt")));
    temp_release(&temp);
}

static void test_links_are_not_entered(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "outside/secret.md", "");
    temp_file(&temp, "ws/docs/plan.md", "");
    temp_link(&temp, "..", "ws/docs/up");           /* a loop */
    temp_link(&temp, "docs/plan.md", "ws/same.md"); /* the same document by another name */
    temp_link(&temp, "../outside", "ws/out");
    temp_link(&temp, "nowhere", "ws/broken.md");
    temp_link(&temp, "self", "ws/self");
    struct settings settings;
    settings_init(&settings);
    struct walk walk;
    assert_string_equal(listing(&temp, temp_path(&temp, "ws"), &settings, &walk),
                        "docs/\ndocs/plan.md*\ndocs/up/\nout/\nsame.md\n");
    assert_int_equal(walk.problems.len, 0);
    temp_release(&temp);
}

static void test_a_workspace_inside(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, ".planls.json", "{}");
    temp_file(&temp, "plan.md", "");
    temp_file(&temp, "part/.planls.json", "{}");
    temp_file(&temp, "part/plan.md", "");
    temp_file(&temp, "part/inner/.planls.json", "{}");
    struct settings settings;
    settings_init(&settings);
    struct walk walk;
    assert_string_equal(listing(&temp, temp.root, &settings, &walk),
                        ".planls.json\npart/\npart/.planls.json\npart/inner/\n"
                        "part/inner/.planls.json\npart/plan.md\nplan.md*\n");
    assert_int_equal(walk.nested.len, 1);
    assert_true(slice_is(walk.nested.items[0], "part"));
    temp_release(&temp);
}

static void test_a_closed_folder_is_reported(void **state)
{
    (void)state;
    if (geteuid() == 0)
        skip(); /* to root nothing is closed */
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "plan.md", "");
    temp_file(&temp, "closed/plan.md", "");
    temp_mode(&temp, "closed", 0);
    struct settings settings;
    settings_init(&settings);
    struct walk walk;
    assert_string_equal(listing(&temp, temp.root, &settings, &walk), "closed/\nplan.md*\n");
    assert_int_equal(walk.problems.len, 1);
    assert_true(slice_is(walk.problems.items[0].path, "closed"));
    assert_int_equal(walk.problems.items[0].error, HOST_DENIED);
    temp_mode(&temp, "closed", 0700);
    temp_release(&temp);
}

static void test_a_deep_folder(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    struct strbuf path;
    strbuf_init(&path, STRBUF_NO_LIMIT);
    for (int i = 0; i < 1000; i++)
        strbuf_puts(&path, "d/");
    strbuf_puts(&path, "plan.md");
    temp_file(&temp, path.ptr, "");
    struct settings settings;
    settings_init(&settings);
    struct walk walk;
    walk_root(temp.root, &settings, &temp.arena, &walk);
    assert_int_equal(walk.documents, 1);
    assert_int_equal(walk.paths.len, 1001);
    strbuf_release(&path);
    temp_release(&temp);
}

static void test_one_path(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, ".git/HEAD", "");
    temp_file(&temp, ".gitignore", "build/\n*.tmp.md\n");
    temp_file(&temp, "docs/.gitignore", "!keep.tmp.md\n");
    temp_file(&temp, "part/.planls.json", "{}");
    struct settings settings;
    settings_init(&settings);
    static const struct {
        const char *path;
        enum walk_verdict verdict;
    } cases[] = {
        {"plan.md", WALK_DOCUMENT},
        {"docs/new/plan.md", WALK_DOCUMENT},
        {"docs/keep.tmp.md", WALK_DOCUMENT},
        {"keep.tmp.md", WALK_LEFT_OUT},
        {"a/build/plan.md", WALK_LEFT_OUT},
        {".git/x.md", WALK_LEFT_OUT},
        {"a/node_modules/x.md", WALK_LEFT_OUT},
        {"main.c", WALK_EXISTS},
        {"part/plan.md", WALK_EXISTS},
        {"part/deep/plan.md", WALK_EXISTS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (walk_judge(temp.root, &settings, slice_of(cases[i].path), false) != cases[i].verdict)
            fail_msg("%s", cases[i].path);
    assert_int_equal(walk_judge(temp.root, &settings, SLICE("a/build"), true), WALK_LEFT_OUT);
    assert_int_equal(walk_judge(temp.root, &settings, SLICE("docs"), true), WALK_EXISTS);
    temp_release(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_belongs),
        cmocka_unit_test(test_a_worktree_obeys_its_repository),
        cmocka_unit_test(test_settings),
        cmocka_unit_test(test_links_are_not_entered),
        cmocka_unit_test(test_a_workspace_inside),
        cmocka_unit_test(test_a_closed_folder_is_reported),
        cmocka_unit_test(test_a_deep_folder),
        cmocka_unit_test(test_one_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
