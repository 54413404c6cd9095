/* load_test.c: a closed document takes its text up again without being read anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "workspace/workspace.h"

#define TEXT "# Plan\n\n## Initiative: Pier\n- **Owner:** Ada\n"

static struct workspace *workspace_with(const struct settings *settings, const char *text)
{
    struct workspace *ws = workspace_new(settings);
    workspace_put(ws, SLICE("plan.md"), slice_of(text));
    return ws;
}

static void test_same_bytes_bring_text_and_blocks_back(void **state)
{
    (void)state;
    static const struct settings settings;
    struct workspace *ws = workspace_with(&settings, TEXT);
    const struct document *document = workspace_find(ws, SLICE("plan.md"));
    const struct model *model = document->model;
    uint32_t blocks = document->blocks.len;
    workspace_unload(ws, SLICE("plan.md"));
    assert_false(document->loaded);
    assert_true(workspace_load(ws, SLICE("plan.md"), SLICE(TEXT)));
    assert_true(document->loaded);
    assert_ptr_equal(workspace_find(ws, SLICE("plan.md"))->model, model);
    assert_true(slice_equal(document->text.bytes, SLICE(TEXT)));
    assert_int_equal(document->blocks.len, blocks);
    workspace_free(ws);
}

static void test_other_bytes_do_not(void **state)
{
    (void)state;
    static const struct settings settings;
    struct workspace *ws = workspace_with(&settings, TEXT);
    assert_false(workspace_load(ws, SLICE("plan.md"), SLICE(TEXT))); /* it is loaded */
    workspace_unload(ws, SLICE("plan.md"));
    assert_false(workspace_load(ws, SLICE("plan.md"),
                                SLICE("# Plan\n\n## Initiative: Pies\n- **Owner:** Ada\n")));
    assert_false(workspace_load(ws, SLICE("plan.md"), SLICE(TEXT "\n")));
    assert_false(workspace_load(ws, SLICE("other.md"), SLICE(TEXT)));
    assert_false(workspace_find(ws, SLICE("plan.md"))->loaded);
    workspace_free(ws);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_bytes_bring_text_and_blocks_back),
        cmocka_unit_test(test_other_bytes_do_not),
    };
    return cmocka_run_group_tests_name("load", tests, NULL, NULL);
}
