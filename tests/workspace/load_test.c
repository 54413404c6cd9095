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

static struct snapshot *renewed(struct workspace *ws, const char *text)
{
    return snapshot_renewed(SLICE("plan.md"), slice_of(text),
                            workspace_text_hash(ws, SLICE("plan.md")), workspace_settings(ws),
                            workspace_parser(ws));
}

static void test_known_bytes_are_not_read_for_a_model_again(void **state)
{
    (void)state;
    static const struct settings settings;
    struct workspace *ws = workspace_with(&settings, TEXT);
    const struct document *document = workspace_find(ws, SLICE("plan.md"));
    const struct model *model = document->model;
    uint32_t blocks = document->blocks.len;
    workspace_unload(ws, SLICE("plan.md"));
    struct snapshot *text = renewed(ws, TEXT);
    assert_null(snapshot_document(text)->model);
    assert_ptr_equal(workspace_take_text(ws, SLICE("plan.md"), text), document);
    assert_ptr_equal(document->model, model);
    assert_true(document->loaded);
    assert_true(slice_equal(document->text.bytes, SLICE(TEXT)));
    assert_int_equal(document->blocks.len, blocks);
    workspace_unload(ws, SLICE("plan.md"));
    assert_false(document->loaded);
    workspace_free(ws);
}

static void test_unknown_bytes_are(void **state)
{
    (void)state;
    static const struct settings settings;
    struct workspace *ws = workspace_with(&settings, TEXT);
    assert_true(workspace_text_hash(ws, SLICE("other.md")) == SNAPSHOT_UNKNOWN);
    struct snapshot *other = renewed(ws, "# Plan\n\n## Initiative: Quay\n");
    assert_non_null(snapshot_document(other)->model);
    snapshot_free(other);
    workspace_free(ws);
}

static void test_text_of_what_has_changed_or_gone_is_not_taken(void **state)
{
    (void)state;
    static const struct settings settings;
    struct workspace *ws = workspace_with(&settings, TEXT);
    struct snapshot *loaded = renewed(ws, TEXT), *changed = renewed(ws, TEXT),
                    *gone = renewed(ws, TEXT);
    assert_null(workspace_take_text(ws, SLICE("plan.md"), loaded)); /* its text is there */
    workspace_put(ws, SLICE("plan.md"), SLICE("# Another\n"));
    workspace_unload(ws, SLICE("plan.md"));
    assert_null(workspace_take_text(ws, SLICE("plan.md"), changed));
    workspace_remove(ws, SLICE("plan.md"));
    assert_null(workspace_take_text(ws, SLICE("plan.md"), gone));
    workspace_free(ws);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_bytes_bring_text_and_blocks_back),
        cmocka_unit_test(test_other_bytes_do_not),
        cmocka_unit_test(test_known_bytes_are_not_read_for_a_model_again),
        cmocka_unit_test(test_unknown_bytes_are),
        cmocka_unit_test(test_text_of_what_has_changed_or_gone_is_not_taken),
    };
    return cmocka_run_group_tests_name("load", tests, NULL, NULL);
}
