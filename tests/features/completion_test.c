/* completion_test.c: completion on cases (case_file.h): "LABEL · DETAIL" for each of the first ten in their
 * order, then what the lines concerned are once the first is accepted, as plain text and as a snippet
 * where it is one. Where the character before the cursor is one that editors ask at, "not when typed" says
 * that it gives nothing then. Today is 2026-02-18. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"

#define TOLD 10

static bool is_trigger(char byte)
{
    for (const char *const *trigger = planls_completion_triggers; *trigger; trigger++)
        if (**trigger == byte)
            return true;
    return false;
}

/* The lines that hold the range once `text` stands there. */
static void put_lines(struct slice bytes, struct planls_range range, const char *text,
                      struct strbuf *out)
{
    uint32_t start = range.start, end = range.end;
    while (start > 0 && bytes.ptr[start - 1] != '\n')
        start--;
    while (end < bytes.len && bytes.ptr[end] != '\n')
        end++;
    strbuf_append(out, slice_sub(bytes, start, range.start));
    strbuf_puts(out, text);
    strbuf_append(out, slice_sub(bytes, range.end, end));
    strbuf_putc(out, '\n');
}

static void answer_completion(struct case_file *c, struct strbuf *out)
{
    struct slice bytes = facade_document(c->workspace, c->path)->text.bytes;
    uint32_t at = c->cursor.start;
    struct planls_completions all = {0}, typed = {0};
    planls_workspace_set_today(c->workspace, 2026, 2, 18);
    planls_complete(c->workspace, c->path, at, 0, c->results, &all);
    for (size_t i = 0; i < all.len && i < TOLD; i++)
        strbuf_printf(out, "%s%s%s\n", all.items[i].label, all.items[i].detail[0] ? " · " : "",
                      all.items[i].detail);
    if (all.len > TOLD)
        strbuf_printf(out, "and %zu more\n", all.len - TOLD);
    if (all.cut)
        strbuf_puts(out, "cut\n");
    if (at > 0 && is_trigger(bytes.ptr[at - 1])) {
        planls_complete(c->workspace, c->path, at, bytes.ptr[at - 1], c->results, &typed);
        if (all.len && !typed.len)
            strbuf_puts(out, "not when typed\n");
    }
    if (all.len == 0)
        return;
    const struct planls_completion *first = &all.items[0];
    struct planls_range insert = first->insert, replace = first->replace;
    assert_true(insert.start <= at && at <= insert.end && insert.start == replace.start &&
                insert.end <= replace.end);
    assert_null(memchr(bytes.ptr + replace.start, '\n', replace.end - replace.start));
    strbuf_puts(out, "---\n");
    put_lines(bytes, replace, first->new_text, out);
    if (first->snippet) {
        strbuf_puts(out, "---\n");
        put_lines(bytes, replace, first->snippet, out);
    }
}

static void test_completion(void **state)
{
    (void)state;
    run_folder("completion", answer_completion);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_completion)};
    return cmocka_run_group_tests_name("completion", tests, NULL, NULL);
}
