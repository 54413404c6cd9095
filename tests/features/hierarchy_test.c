/* hierarchy_test.c: both hierarchies on cases (case_file.h): the node at the mark, then "< NAME" for each
 * that waits for it or that it is a part of, "> NAME" for each that it waits for or that is a part of it;
 * of calls the words behind it that say so. On the cases' documents each way is the other's inverse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"

static void put_node(struct strbuf *out, const char *mark, const struct case_file *c,
                     const struct planls_node *node)
{
    strbuf_printf(out, "%s%s", mark, node->symbol.name);
    if (strcmp(node->symbol.where.path, c->path) != 0)
        strbuf_printf(out, " (%s)", node->symbol.where.path);
}

static void put_calls(struct strbuf *out, const char *mark, const struct case_file *c,
                      const struct planls_calls *calls, const char *path)
{
    for (size_t i = 0; i < calls->len; i++) {
        const struct planls_call *call = &calls->items[i];
        const char *from = path ? path : call->node.symbol.where.path;
        struct slice text = facade_document(c->workspace, from)->text.bytes;
        put_node(out, mark, c, &call->node);
        assert_true(call->range_count > 0);
        for (size_t r = 0; r < call->range_count; r++)
            strbuf_printf(out, "%s%.*s", r ? ", " : ": ",
                          SLICE_ARG(span_slice(text, facade_span(call->ranges[r]))));
        strbuf_puts(out, "\n");
    }
}

static void answer_call_hierarchy(struct case_file *c, struct strbuf *out)
{
    struct planls_node node;
    struct planls_calls in = {0}, waits = {0};
    if (!planls_prepare_calls(c->workspace, c->path, c->cursor.start, c->results, &node))
        return;
    put_node(out, "", c, &node);
    strbuf_puts(out, "\n");
    const char *path = node.symbol.where.path;
    planls_incoming_calls(c->workspace, path, node.key, c->results, &in);
    put_calls(out, "< ", c, &in, NULL);
    planls_outgoing_calls(c->workspace, path, node.key, c->results, &waits);
    put_calls(out, "> ", c, &waits, path);
    for (size_t i = 0; i < waits.len; i++) {
        struct planls_calls back = {0};
        planls_incoming_calls(c->workspace, waits.items[i].node.symbol.where.path,
                              waits.items[i].node.key, c->results, &back);
        bool found = false;
        for (size_t b = 0; b < back.len; b++)
            found = found || strcmp(back.items[b].node.key, node.key) == 0;
        assert_true(found);
    }
}

static bool holds(const struct planls_nodes *nodes, const char *path, const char *key)
{
    for (size_t i = 0; i < nodes->len; i++)
        if (strcmp(nodes->items[i].key, key) == 0 &&
            strcmp(nodes->items[i].symbol.where.path, path) == 0)
            return true;
    return false;
}

/* Goes down from a node: each step leads back up. */
static void assert_inverse(struct case_file *c, const char *path, const char *key, unsigned depth)
{
    struct planls_nodes below = {0};
    assert_true(depth < 20);
    planls_subtypes(c->workspace, path, key, c->results, &below);
    for (size_t i = 0; i < below.len; i++) {
        const struct planls_node *node = &below.items[i];
        struct planls_nodes above = {0};
        planls_supertypes(c->workspace, node->symbol.where.path, node->key, c->results, &above);
        assert_true(holds(&above, path, key));
        assert_inverse(c, node->symbol.where.path, node->key, depth + 1);
    }
}

static void answer_type_hierarchy(struct case_file *c, struct strbuf *out)
{
    struct planls_node node;
    struct planls_nodes above = {0}, below = {0};
    if (!planls_prepare_types(c->workspace, c->path, c->cursor.start, c->results, &node))
        return;
    put_node(out, "", c, &node);
    strbuf_puts(out, "\n");
    const char *path = node.symbol.where.path;
    planls_supertypes(c->workspace, path, node.key, c->results, &above);
    planls_subtypes(c->workspace, path, node.key, c->results, &below);
    for (size_t i = 0; i < above.len; i++) {
        struct planls_nodes back = {0};
        put_node(out, "< ", c, &above.items[i]);
        strbuf_puts(out, "\n");
        planls_subtypes(c->workspace, above.items[i].symbol.where.path, above.items[i].key,
                        c->results, &back);
        assert_true(holds(&back, path, node.key));
    }
    for (size_t i = 0; i < below.len; i++) {
        put_node(out, "> ", c, &below.items[i]);
        strbuf_puts(out, "\n");
    }
    assert_inverse(c, path, node.key, 0);
}

static void test_call_hierarchy(void **state)
{
    (void)state;
    run_folder("call_hierarchy", answer_call_hierarchy);
}

static void test_type_hierarchy(void **state)
{
    (void)state;
    run_folder("type_hierarchy", answer_type_hierarchy);
}

/* A node is known again when the text around it has changed, and is gone when it is. */
static void test_keys_survive_edits(void **state)
{
    (void)state;
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    const char *text =
        "# P\n\n## Phase 1: A\n- **Owner:** X\n\n## Phase 2: B\n- **Depends on:** Phase 1\n";
    struct planls_node node;
    struct planls_calls calls = {0};
    planls_workspace_put(workspace, "p.md", text, strlen(text));
    assert_true(planls_prepare_calls(workspace, "p.md", 12, results, &node));
    const char *more = "Words.\n\n## Phase 0: Z\n- **Owner:** Y\n";
    assert_true(
        planls_workspace_edit(workspace, "p.md", (struct planls_range){4, 4}, more, strlen(more)));
    planls_incoming_calls(workspace, "p.md", node.key, results, &calls);
    assert_int_equal(calls.len, 1);
    assert_string_equal(calls.items[0].node.symbol.name, "Phase 2: B");
    calls.len = 0;
    planls_workspace_put(workspace, "p.md", "# P\n", 4);
    planls_incoming_calls(workspace, "p.md", node.key, results, &calls);
    planls_outgoing_calls(workspace, "q.md", node.key, results, &calls);
    planls_outgoing_calls(workspace, "p.md", "nonsense", results, &calls);
    assert_int_equal(calls.len, 0);
    planls_results_free(results);
    planls_workspace_free(workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_call_hierarchy),
                                       cmocka_unit_test(test_type_hierarchy),
                                       cmocka_unit_test(test_keys_survive_edits)};
    return cmocka_run_group_tests_name("hierarchy", tests, NULL, NULL);
}
