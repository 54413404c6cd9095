/* status_test.c: what the words of a status mean. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/values.h"

static void test_status(void **state)
{
    (void)state;
    static const struct {
        const char *value;
        enum status status;
    } rows[] = {
        {"In Progress", STATUS_DOING},
        {"in-progress", STATUS_DOING},
        {"IN PROGRESS - Phase 2 Complete", STATUS_DOING},
        {"🔄 IN PROGRESS (Phase 3, Day 2 Complete)", STATUS_DOING},
        {"85% Complete", STATUS_DOING},
        {"100%", STATUS_DONE},
        {"0%", STATUS_TODO},
        {"READY TO START", STATUS_TODO},
        {"READY TO START AFTER PHASE 1", STATUS_TODO},
        {"Ready for Implementation", STATUS_TODO},
        {"Ready for Testing (pending database migration)", STATUS_REVIEW},
        {"Ready for Review", STATUS_REVIEW},
        {"Done ✅", STATUS_DONE},
        {"✅ Done", STATUS_DONE},
        {"✅", STATUS_DONE},
        {"✓ COMPLETE & READY FOR USE", STATUS_DONE},
        {"**Complete**", STATUS_DONE},
        {"Completed on 2026-01-15", STATUS_DONE},
        {"Done (2026-01-15)", STATUS_DONE},
        {"PASS - All 315 Required Tests Passing", STATUS_DONE},
        {"Not Started", STATUS_TODO},
        {"⏳ Not Started", STATUS_TODO},
        {"❌ Not started", STATUS_TODO},
        {"NOT DONE — Broken setup", STATUS_TODO},
        {"Incomplete", STATUS_TODO},
        {"To Do", STATUS_TODO},
        {"todo", STATUS_TODO},
        {"Draft", STATUS_TODO},
        {"PLANNED", STATUS_TODO},
        {"Proposed (supersedes the previous model)", STATUS_TODO},
        {"Blocked by T012", STATUS_BLOCKED},
        {"Blocked", STATUS_BLOCKED},
        {"Waiting for legal", STATUS_BLOCKED},
        {"PARTIALLY DONE — Critical gaps", STATUS_DOING},
        {"Partial", STATUS_DOING},
        {"On Hold", STATUS_DEFERRED},
        {"Deferred to Q3", STATUS_DEFERRED},
        {"Cancelled", STATUS_CANCELLED},
        {"Superseded by ADR-012", STATUS_CANCELLED},
        {"In Review", STATUS_REVIEW},
        {"READY FOR APPROVAL", STATUS_REVIEW},
        {"Erledigt", STATUS_DONE},
        {"in Arbeit", STATUS_DOING},
        {"En cours", STATUS_DOING},
        {"Terminé", STATUS_DONE},
        {"Pendiente", STATUS_TODO},
        {"Concluído", STATUS_DONE},
        {"W toku", STATUS_DOING},
        {"Выполнено", STATUS_DONE},
        {"В работе", STATUS_DOING},
        {"Tamamlandı", STATUS_DONE},
        {"Hoàn thành", STATUS_DONE},
        {"مكتمل", STATUS_DONE},
        {"已完成", STATUS_DONE},
        {"进行中", STATUS_DOING},
        {"未着手", STATUS_TODO},
        {"完了", STATUS_DONE},
        {"진행 중", STATUS_DOING},
        {"", STATUS_NONE},
        {"   ", STATUS_NONE},
        {"Design Phase", STATUS_UNKNOWN},
        {"Living document - updated after each sprint", STATUS_UNKNOWN},
        {"Phase 1 complete", STATUS_UNKNOWN},
        {"85% of users are happy with it", STATUS_UNKNOWN},
        {"60% (two of three)", STATUS_DOING},
        {"v1.0", STATUS_UNKNOWN},
        {"Donegal", STATUS_UNKNOWN},
    };
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        enum status status = status_read(slice_of(rows[i].value));
        if (status == rows[i].status)
            continue;
        print_error("%s: %s\n", rows[i].value, status_name(status));
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(status_name(STATUS_NONE), "");
    assert_string_equal(status_name(STATUS_DOING), "doing");
    assert_string_equal(status_name(STATUS_CANCELLED), "cancelled");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_status), cmocka_unit_test(test_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
