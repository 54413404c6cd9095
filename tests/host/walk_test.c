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
static const char *listing(struct temp *temp, const struct walk_request *request, struct walk *walk)
{
    walk_root(request, &temp->arena, walk);
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
    assert_string_equal(
        listing(&temp, &(struct walk_request){.root = temp.root, .settings = &settings}, &walk),
        ".github/\n"
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
    assert_string_equal(
        listing(&temp,
                &(struct walk_request){.root = temp_path(&temp, "docs"), .settings = &settings},
                &walk),
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
    assert_string_equal(
        listing(&temp, &(struct walk_request){.root = temp_path(&temp, "w"), .settings = &settings},
                &walk),
        "plan.md*\n");
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
    assert_string_equal(
        listing(&temp, &(struct walk_request){.root = temp.root, .settings = &settings}, &walk),
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
    assert_string_equal(
        listing(&temp,
                &(struct walk_request){.root = temp_path(&temp, "ws"), .settings = &settings},
                &walk),
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
    assert_string_equal(
        listing(&temp, &(struct walk_request){.root = temp.root, .settings = &settings}, &walk),
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
    assert_string_equal(
        listing(&temp, &(struct walk_request){.root = temp.root, .settings = &settings}, &walk),
        "closed/\nplan.md*\n");
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
    walk_root(&(struct walk_request){.root = temp.root, .settings = &settings}, &temp.arena, &walk);
    assert_int_equal(walk.documents, 1);
    assert_int_equal(walk.paths.len, 1001);
    strbuf_release(&path);
    temp_release(&temp);
}

static void test_what_is_named_is_walked(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, ".git/HEAD", "");
    temp_file(&temp, ".gitignore", "build/\n*.tmp.md\n/out/**\n");
    temp_file(&temp, "plan.md", "");
    temp_file(&temp, "build/docs/plan.md", "");
    temp_file(&temp, "build/docs/a.tmp.md", "");
    temp_file(&temp, "build/docs/deep/build/x.md", "");
    temp_file(&temp, "build/docs/deep/plan.md", "");
    temp_file(&temp, "build/docs/.gitignore", "/own.md\n");
    temp_file(&temp, "build/docs/own.md", "");
    temp_file(&temp, "build/other/plan.md", "");
    temp_file(&temp, "out/a/plan.md", "");
    temp_file(&temp, "out/b/plan.md", "");
    temp_file(&temp, "node_modules/x/plan.md", "");
    struct settings settings;
    settings_init(&settings);
    static const struct slice named[] = {
        SLICE_INIT("node_modules/x"),  SLICE_INIT("build/docs/deep"), SLICE_INIT("out/a"),
        SLICE_INIT("build/docs/deep"), SLICE_INIT("build/docs"),      SLICE_INIT("")};
    struct walk_request request = {temp.root, &settings, named, sizeof named / sizeof *named,
                                   false};
    struct walk walk;
    /* Rules that match the named folder or one above it do not count; others hide what is below. */
    assert_string_equal(listing(&temp, &request, &walk), ".gitignore\n"
                                                         "build/docs/.gitignore\n"
                                                         "build/docs/deep/\n"
                                                         "build/docs/deep/plan.md*\n"
                                                         "build/docs/plan.md*\n"
                                                         "node_modules/x/plan.md\n"
                                                         "out/\n"
                                                         "out/a/plan.md*\n"
                                                         "plan.md*\n");
    assert_int_equal(walk.problems.len, 0);
    /* What is left out is said, as far as it was met. */
    assert_int_equal(walk.left_out.len, 7);
    request.named_only = true;
    request.named = named + 2;
    request.named_count = 1;
    assert_string_equal(listing(&temp, &request, &walk), "out/a/plan.md*\n");
    temp_release(&temp);
}

static void test_a_root_is_named(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, ".git/HEAD", "");
    temp_file(&temp, ".gitignore", "/build/**\n");
    temp_file(&temp, "build/docs/plan.md", "");
    struct settings settings;
    settings_init(&settings);
    struct walk_request request = {.root = temp_path(&temp, "build/docs"), .settings = &settings};
    struct walk walk;
    assert_string_equal(listing(&temp, &request, &walk), "plan.md*\n");
    temp_release(&temp);
}

static void test_a_whitelist_still_counts(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, ".git/HEAD", "");
    temp_file(&temp, ".gitignore", "*\n!/docs/\n!/docs/plan.md\n");
    temp_file(&temp, "docs/plan.md", "");
    temp_file(&temp, "docs/notes.md", "");
    struct settings settings;
    settings_init(&settings);
    static const struct slice docs = SLICE_INIT("docs");
    struct walk_request request = {temp.root, &settings, &docs, 1, false};
    struct walk walk;
    /* The folder is not ignored: naming it changes nothing. */
    assert_string_equal(listing(&temp, &request, &walk), "docs/\ndocs/plan.md*\n");
    request = (struct walk_request){.root = temp_path(&temp, "docs"), .settings = &settings};
    assert_string_equal(listing(&temp, &request, &walk), "plan.md*\n");
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
        cmocka_unit_test(test_what_is_named_is_walked),
        cmocka_unit_test(test_a_root_is_named),
        cmocka_unit_test(test_a_whitelist_still_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
