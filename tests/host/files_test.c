/* files_test.c: reading, and writing so that the old or the new bytes are there at every moment. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host/files.h"
#include "temp.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* The file's text; freed by the next call. */
static const char *text_of(const char *path)
{
    static struct strbuf out;
    strbuf_release(&out);
    strbuf_init(&out, STRBUF_NO_LIMIT);
    assert_int_equal(file_read(path, &out), HOST_OK);
    return out.ptr;
}

static size_t entries_in(const char *folder)
{
    uv_fs_t request;
    int count = uv_fs_scandir(NULL, &request, folder, 0, NULL);
    uv_fs_req_cleanup(&request);
    return (size_t)count;
}

static void test_reading(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "a/plan.md", "one");
    temp_link(&temp, "a/plan.md", "link.md");
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    strbuf_puts(&out, "before ");
    assert_int_equal(file_read(temp_path(&temp, "link.md"), &out), HOST_OK);
    assert_string_equal(out.ptr, "before one"); /* appended */
    assert_int_equal(file_read(temp_path(&temp, "a"), &out), HOST_IS_FOLDER);
    assert_int_equal(file_read(temp_path(&temp, "b.md"), &out), HOST_NOT_FOUND);
    assert_int_equal(file_read(temp_path(&temp, "a/plan.md/x"), &out), HOST_NOT_FOUND);
    assert_int_equal(mkfifo(temp_path(&temp, "pipe"), 0600), 0);
    assert_int_equal(file_read(temp_path(&temp, "pipe"), &out), HOST_NOT_REGULAR); /* no hang */
    assert_string_equal(out.ptr, "before one");
    if (geteuid() != 0) {
        temp_mode(&temp, "a/plan.md", 0);
        assert_int_equal(file_read(temp_path(&temp, "a/plan.md"), &out), HOST_DENIED);
    }
    strbuf_release(&out);
    temp_release(&temp);
}

static void test_writing_keeps_mode_and_link(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "real/plan.md", "old");
    temp_mode(&temp, "real/plan.md", 0640);
    temp_link(&temp, "real/plan.md", "link.md");
    assert_int_equal(file_write(temp_path(&temp, "link.md"), SLICE("new")), HOST_OK);
    assert_string_equal(text_of(temp_path(&temp, "real/plan.md")), "new");
    struct stat status;
    assert_int_equal(lstat(temp_path(&temp, "link.md"), &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(stat(temp_path(&temp, "real/plan.md"), &status), 0);
    assert_int_equal(status.st_mode & 07777, 0640);
    assert_int_equal(entries_in(temp_path(&temp, "real")), 1); /* nothing left behind */

    assert_int_equal(file_write(temp_path(&temp, "fresh.md"), SLICE("")), HOST_OK);
    assert_string_equal(text_of(temp_path(&temp, "fresh.md")), "");
    temp_release(&temp);
}

static void test_a_failed_write_leaves_the_old(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "plan.md", "old");
    assert_int_equal(file_write(temp_path(&temp, "no/such/plan.md"), SLICE("x")), HOST_NOT_FOUND);
    assert_int_equal(file_write(temp.root, SLICE("x")), HOST_IS_FOLDER);

    /* A limit on file size is a full disk for one process. */
    struct rlimit before, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 4096;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    char *big = arena_alloc(&temp.arena, 100000);
    memset(big, 'x', 100000);
    enum host_error error = file_write(temp_path(&temp, "plan.md"), (struct slice){big, 100000});
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_int_equal(error, HOST_NO_SPACE);
    assert_string_equal(text_of(temp_path(&temp, "plan.md")), "old");
    assert_int_equal(entries_in(temp.root), 1);
    temp_release(&temp);
}

static void test_a_device_is_written_through(void **state)
{
    (void)state;
    if (access("/dev/full", W_OK) != 0)
        skip();
    assert_int_equal(file_write("/dev/null", SLICE("x")), HOST_OK);
    assert_int_equal(file_write("/dev/full", SLICE("x")), HOST_NO_SPACE);
    struct stat status;
    assert_int_equal(stat("/dev/null", &status), 0);
    assert_true(S_ISCHR(status.st_mode)); /* and still is one */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading),
        cmocka_unit_test(test_writing_keeps_mode_and_link),
        cmocka_unit_test(test_a_failed_write_leaves_the_old),
        cmocka_unit_test(test_a_device_is_written_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
