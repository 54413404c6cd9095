/* code_action_test.c: what a named action makes of the documents (case_file.h; "=== action" holds its name
 * and argument), or why it does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"
#include "edited.h"

static void print_created(const struct planls_fix *fix, struct strbuf *out)
{
    for (size_t i = 0; i < fix->edit_count; i++) {
        const struct planls_edit *edit = &fix->edits[i];
        if (edit->create)
            strbuf_printf(out, "--- %s (new)\n%.*s", edit->path, (int)edit->new_len,
                          edit->new_text);
        if (edit->remove)
            strbuf_printf(out, "--- %s (gone)\n", edit->path);
    }
}

static void answer_edits(struct case_file *c, struct strbuf *out)
{
    struct slice words = slice_trim(facade_document(c->workspace, "action")->text.bytes);
    size_t space = slice_find_byte(words, ' ');
    const char *name = arena_cstring(&c->results->arena, slice_sub(words, 0, space));
    int argument = space == SLICE_NONE ? 0 : atoi(words.ptr + space + 1);
    struct planls_fix fix;
    const char *refusal;
    if (planls_action_edits(c->workspace, c->path, c->cursor, name, argument, c->results, &fix,
                            &refusal)) {
        edited_print(c->workspace, &fix, &c->results->arena, out);
        print_created(&fix, out);
    } else {
        strbuf_printf(out, "refused: %s", refusal);
    }
}

static void test_edits(void **state)
{
    (void)state;
    run_folder("code_action_edits", answer_edits);
}

static void test_names_are_sorted(void **state)
{
    (void)state;
    const char *const *names = planls_action_names();
    for (size_t i = 1; names[i]; i++)
        assert_true(strcmp(names[i - 1], names[i]) < 0);
}

/* Asking what can be done, and fixing all, leaves the document the very snapshot it was. */
static void test_the_document_is_left_alone(void **state)
{
    (void)state;
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    const char *plan = "## Phase 1: Pier\n- **Timeline:** Weeks 8-5\n\n- [x ] Deck\n";
    planls_workspace_put(workspace, "plan.md", plan, strlen(plan));
    const struct document *document = facade_document(workspace, "plan.md");
    struct planls_diagnostics found = {0};
    struct planls_actions actions = {0};
    struct planls_fix fix;
    const char *refusal;
    planls_check(workspace, "plan.md", results, &found);
    planls_actions_at(workspace, "plan.md", (struct planls_range){3, 3}, &found, results, &actions);
    assert_ptr_equal(facade_document(workspace, "plan.md"), document);
    assert_true(planls_action_edits(workspace, "plan.md", (struct planls_range){0, 0}, "fix-all", 0,
                                    results, &fix, &refusal));
    assert_ptr_equal(facade_document(workspace, "plan.md"), document);
    assert_string_equal(document->text.bytes.ptr, plan);
    planls_results_free(results);
    planls_workspace_free(workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_edits),
        cmocka_unit_test(test_names_are_sorted),
        cmocka_unit_test(test_the_document_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
