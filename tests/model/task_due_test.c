/* task_due_test.c: by which day a task is to be done, as its own words say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct due_case {
    const char *text;
    const char *due; /* of the first task; NULL for none */
};

static void check_cases(const char *path, const struct due_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct reading r;
        const struct model *m = reading_start(&r, path, cases[i].text);
        print_message("%s", cases[i].text);
        assert_true(m->tasks.len > 0);
        const struct task *task = &m->tasks.items[0];
        if (cases[i].due) {
            assert_int_equal(task->due, date_parse_iso(slice_of(cases[i].due)));
            assert_false(span_is_empty(task->due_span));
        } else {
            assert_int_equal(task->due, DATE_NONE);
        }
        reading_end(&r);
    }
}

static void test_in_text(void **state)
{
    (void)state;
    static const struct due_case cases[] = {
        {"- [ ] Load it 📅 2026-02-01\n", "2026-02-01"},
        {"- [ ] Load it 🗓️ 2026-02-01 ⏫\n", "2026-02-01"},
        {"- [ ] Load it [due:: 2026-02-01]\n", "2026-02-01"},
        {"- [ ] Load it (due: 2026-02-01)\n", "2026-02-01"},
        {"- [ ] Load it (due 1 February 2026)\n", "2026-02-01"},
        {"- [ ] Load it - **Deadline:** 2026-02-01\n", "2026-02-01"},
        {"- [ ] Due by 2026-02-01: load it\n", "2026-02-01"},
        {"- [ ] Load it, due date: 2026-02-01\n", "2026-02-01"},
        {"- [ ] Laden (fällig am 1.2.2026)\n", "2026-02-01"},
        {"- [ ] Laden, Frist: 01.02.2026\n", "2026-02-01"},
        {"- [ ] Load it\n  - Due: 2026-02-01\n  - Owner: Ana\n", "2026-02-01"},
        {"- [ ] Load it 📅 2026-02-01 ✅ 2026-03-01\n", "2026-02-01"},
    };
    check_cases("tasks.md", cases, COUNT(cases));
}

static void test_none(void **state)
{
    (void)state;
    static const struct due_case cases[] = {
        {"- [ ] Read the invoice due 2026-02-01 again\n", NULL},
        {"- [ ] Load it (created: 2026-02-01)\n", NULL},
        {"- [ ] Load what came before 2026-02-01\n", NULL},
        {"- [ ] Load it ⏳ 2026-02-01\n", NULL},
        {"- [ ] Load it 🛫 2026-02-01\n", NULL},
        {"- [ ] Load it (due: Feb 1)\n", NULL}, /* of which year? */
        {"- [ ] Load it (due: Friday)\n", NULL},
        {"- [ ] Residue: 2026-02-01\n", NULL},
        {"- [ ] `due: 2026-02-01` is read\n", NULL},
    };
    check_cases("tasks.md", cases, COUNT(cases));
}

static void test_front_matter(void **state)
{
    (void)state;
    static const struct due_case cases[] = {
        {"---\nid: task-1\ntitle: Load it\nstatus: To Do\ndue: 2026-02-01\n---\n", "2026-02-01"},
        {"---\nid: task-1\ntitle: Load it\nstatus: To Do\ndue_date: '2026-02-01'\n---\n",
         "2026-02-01"},
        {"---\nid: task-1\ntitle: Load it\nstatus: To Do\ncreated: 2026-02-01\n---\n", NULL},
    };
    check_cases("backlog/tasks/task-1 - Load it.md", cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_in_text), cmocka_unit_test(test_none),
                                       cmocka_unit_test(test_front_matter)};
    return cmocka_run_group_tests_name("task_due", tests, NULL, NULL);
}
