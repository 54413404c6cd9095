/* insert_start_test.c: the line that states when week 1 begins, in the document's own form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "edits/insert_start.h"

/* The text with the edit applied, or "" where there is none; what it makes states that start. */
static void check(const char *text, const char *expected)
{
    struct settings settings;
    settings_init(&settings);
    struct workspace *ws = workspace_new(&settings);
    struct arena arena;
    struct text_edit edit;
    struct strbuf out;
    date_days start = date_to_days((struct date){2026, 1, 5});
    arena_init(&arena);
    strbuf_init(&out, STRBUF_NO_LIMIT);
    struct slice bytes = slice_of(text);
    const struct document *document = workspace_put(ws, SLICE("plan.md"), bytes);
    if (insert_start(document, start, &arena, &edit)) {
        strbuf_append(&out, slice_sub(bytes, 0, edit.span.start));
        strbuf_append(&out, edit.new_text);
        strbuf_append(&out, slice_from(bytes, edit.span.end));
        document = workspace_put(ws, SLICE("plan.md"), strbuf_slice(&out));
        assert_int_equal(document->model->start, start);
    }
    assert_string_equal(out.ptr ? out.ptr : "", expected);
    strbuf_release(&out);
    arena_release(&arena);
    workspace_free(ws);
}

static void test_front_matter(void **state)
{
    (void)state;
    check("---\ntitle: A\n---\n# A\n", "---\ntitle: A\nstart: 2026-01-05\n---\n# A\n");
    check("---\r\ntitle: A\r\n---\r\n# A\r\n",
          "---\r\ntitle: A\r\nstart: 2026-01-05\r\n---\r\n# A\r\n");
}

static void test_below_the_date(void **state)
{
    (void)state;
    check("# A\n\n**Date:** 2026-01-03\n\ntext\n",
          "# A\n\n**Date:** 2026-01-03\n**Start:** 2026-01-05\n\ntext\n");
    check(
        "# A\n\n- **Last Updated**: January 3, 2026\n- **Owner**: Ana\n",
        "# A\n\n- **Last Updated**: January 3, 2026\n- **Start**: 2026-01-05\n- **Owner**: Ana\n");
    check("# A\n\ntimestamp: 2026-01-03\n", "# A\n\ntimestamp: 2026-01-03\nstart: 2026-01-05\n");
    /* at the very end, without a line end */
    check("# A\n\nDate: 2026-01-03", "# A\n\nDate: 2026-01-03\nStart: 2026-01-05");
    /* a hard line break is kept */
    check("# A\n\n**Date:** 2026-01-03  \n**Owner:** Ana\n",
          "# A\n\n**Date:** 2026-01-03  \n**Start:** 2026-01-05  \n**Owner:** Ana\n");
}

static void test_nowhere(void **state)
{
    (void)state;
    check("# A\n\ntext\n", "");
    check("# A\n\n**Date:** 2026-01-03 | **Owner:** Ana\n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_front_matter),
                                       cmocka_unit_test(test_below_the_date),
                                       cmocka_unit_test(test_nowhere)};
    return cmocka_run_group_tests_name("insert_start", tests, NULL, NULL);
}
