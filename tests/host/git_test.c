/* git_test.c: an earlier revision read through git, in a repository of the test's own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host/git.h"
#include "host/process.h"
#include "host/temp.h"

#include <signal.h>

static int status_of(struct temp *temp, const char *const *arguments)
{
    struct process_result result;
    process_run(arguments, temp->root, NULL, SLICE(""), &result);
    int status = result.error ? -1 : result.status;
    process_release(&result);
    return status;
}

static void shell(struct temp *temp, const char *script)
{
    const char *const arguments[] = {"sh", "-ec", script, NULL};
    assert_int_equal(status_of(temp, arguments), 0);
}

static bool has_git(struct temp *temp)
{
    const char *const arguments[] = {"git", "--version", NULL};
    return status_of(temp, arguments) == 0;
}

#define COMMIT "git -c user.name=a -c user.email=a@b commit -q -m x\n"

struct taken {
    struct strbuf text;
};

static void take(void *context, size_t index, struct slice bytes)
{
    struct taken *taken = context;
    strbuf_printf(&taken->text, "%zu:%.*s;", index, SLICE_ARG(bytes));
}

static void test_process(void **state)
{
    (void)state;
    struct process_result result;
    const char *const cat[] = {"sh", "-c", "cat; echo bad >&2; exit 3", NULL};
    struct strbuf much;
    strbuf_init(&much, STRBUF_NO_LIMIT);
    strbuf_repeat(&much, 'x', 1 << 20); /* more than a pipe holds */
    process_run(cat, "/", NULL, strbuf_slice(&much), &result);
    assert_int_equal(result.error, HOST_OK);
    assert_int_equal(result.status, 3);
    assert_true(slice_equal(strbuf_slice(&result.out), strbuf_slice(&much)));
    assert_true(slice_is(strbuf_slice(&result.err), "bad\n"));
    process_release(&result);
    /* A program that reads nothing. */
    const char *const deaf[] = {"true", NULL};
    process_run(deaf, "/", NULL, strbuf_slice(&much), &result);
    assert_int_equal(result.status, 0);
    process_release(&result);
    const char *const none[] = {"no-such-program-here", NULL};
    process_run(none, "/", NULL, SLICE(""), &result);
    assert_int_equal(result.error, HOST_NOT_FOUND);
    process_release(&result);
    strbuf_release(&much);
}

static void test_revision(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    if (!has_git(&temp)) {
        temp_release(&temp);
        skip();
    }
    shell(&temp, "git init -q -b main .; mkdir -p docs/in; printf one > docs/plan.md\n"
                 "printf 'zwei\\n' > 'docs/in/ä b.md'; ln -s plan.md docs/link.md; : > top.md\n"
                 "git add .\n" COMMIT "git checkout -q -b side; git mv docs/plan.md docs/new.md\n"
                 "printf more > docs/other.md; git add .\n" COMMIT);
    struct git_revision revision;
    const char *why = NULL, *docs = temp_path(&temp, "docs");
    assert_true(git_open(&revision, docs, "main", &temp.arena, &why));
    assert_int_equal(revision.files.len, 2); /* no link, nothing above */
    assert_true(slice_is(revision.files.items[0].path, "in/ä b.md"));
    assert_true(slice_is(revision.files.items[1].path, "plan.md"));
    assert_int_equal(revision.moves.len, 1);
    assert_true(slice_is(revision.moves.items[0].from, "plan.md"));
    assert_true(slice_is(revision.moves.items[0].to, "new.md"));
    struct taken taken;
    strbuf_init(&taken.text, STRBUF_NO_LIMIT);
    assert_true(git_read(&revision, revision.files.items, 2, take, &taken, &temp.arena, &why));
    assert_string_equal(taken.text.ptr, "0:zwei\n;1:one;");
    strbuf_release(&taken.text);

    /* main moves on; the merge base does not. */
    shell(&temp, "git checkout -q main; printf later > docs/later.md; git add .\n" COMMIT
                 "git checkout -q side\n");
    assert_true(git_open(&revision, docs, "main", &temp.arena, &why));
    assert_int_equal(revision.files.len, 3);
    assert_true(git_open(&revision, docs, "main...", &temp.arena, &why));
    assert_int_equal(revision.files.len, 2);
    temp_release(&temp);
}

static void test_refusals(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    if (!has_git(&temp)) {
        temp_release(&temp);
        skip();
    }
    struct git_revision revision;
    const char *why = NULL;
    assert_false(git_open(&revision, temp.root, "HEAD", &temp.arena, &why));
    assert_non_null(strstr(why, "is in no git repository"));
    shell(&temp, "git init -q -b main .\n");
    assert_true(git_open(&revision, temp.root, "HEAD", &temp.arena, &why));
    assert_int_equal(revision.files.len, 0);
    shell(&temp, ": > a.md; git add .\n" COMMIT ": > b.md; git add .\n" COMMIT
                 "git clone -q --depth 1 file://\"$PWD\" shallow\n");
    static const struct {
        const char *name, *why;
    } rows[] = {{"nope", "there is no revision \"nope\""},
                {"", "the revision to compare with is empty"},
                {"...", "the revision to compare with is empty"},
                {"--output=x", "a revision cannot begin with \"-\", as \"--output=x\" does"},
                {"HEAD:a.md", "there is no revision \"HEAD:a.md\""},
                {"a b; echo", "there is no revision \"a b; echo\""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_false(git_open(&revision, temp.root, rows[i].name, &temp.arena, &why));
        assert_string_equal(why, rows[i].why);
    }
    assert_false(git_open(&revision, temp_path(&temp, "shallow"), "HEAD~1", &temp.arena, &why));
    assert_non_null(strstr(why, "shallow clone"));
    temp_release(&temp);
}

int main(void)
{
    signal(SIGPIPE, SIG_IGN); /* as the command line does */
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_process),
        cmocka_unit_test(test_revision),
        cmocka_unit_test(test_refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
