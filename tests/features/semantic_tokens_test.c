/* semantic_tokens_test.c: tokens on cases (case_file.h): per line that has some, each as KIND:text, `!`
 * behind what declares; two marks limit the range that is asked for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"

static const char *const kinds[] = {
    [PLANLS_TOKEN_LABEL] = "label",
    [PLANLS_TOKEN_PERSON] = "person",
    [PLANLS_TOKEN_MONEY] = "money",
    [PLANLS_TOKEN_TIME] = "time",
    [PLANLS_TOKEN_ID] = "id",
    [PLANLS_TOKEN_STATE] = "state",
    [PLANLS_TOKEN_BOX] = "box",
    [PLANLS_TOKEN_PLACEHOLDER] = "placeholder",
    [PLANLS_TOKEN_REFERENCE] = "reference",
};

/* None overlap, all lie in one line and in the text. */
static void assert_well_formed(const struct text *text, const struct planls_tokens *tokens)
{
    for (size_t i = 0; i < tokens->len; i++) {
        struct planls_range range = tokens->items[i].range;
        assert_true(range.start < range.end && range.end <= text->bytes.len);
        assert_true(i == 0 || tokens->items[i - 1].range.end <= range.start);
        assert_int_equal(text_line_of(text, range.start), text_line_of(text, range.end - 1));
    }
}

static void answer_semantic_tokens(struct case_file *c, struct strbuf *out)
{
    const struct text *text = &facade_document(c->workspace, c->path)->text;
    struct planls_tokens tokens = {0};
    struct planls_range range = c->cursor;
    if (range.start == range.end)
        range = (struct planls_range){0, (uint32_t)text->bytes.len};
    planls_semantic_tokens(c->workspace, c->path, range, c->results, &tokens);
    assert_well_formed(text, &tokens);
    uint32_t last = UINT32_MAX;
    for (size_t i = 0; i < tokens.len; i++) {
        const struct planls_token *token = &tokens.items[i];
        uint32_t line = text_line_of(text, token->range.start);
        if (i > 0)
            strbuf_puts(out, line == last ? " · " : "\n");
        last = line;
        strbuf_printf(out, "%s%s:%.*s", kinds[token->kind], token->declares ? "!" : "",
                      SLICE_ARG(span_slice(text->bytes, facade_span(token->range))));
    }
}

static void test_semantic_tokens(void **state)
{
    (void)state;
    run_folder("semantic_tokens", answer_semantic_tokens);
}

/* Texts with line ends, marks and bytes of every kind, cut anywhere. */
static void test_any_text(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "\xef\xbb\xbf# A\r\n- **Owner:** Zo\xc3\xab\r\n- **Budget:** $X\r\n- [ ] T1 [a](b\r\n.md)",
        "---\nstatus: done\nowner: \"Zo\xc3\xab",
        "## Phase 1: A (Weeks 1-\n2)\n- **Timeline**: Weeks 1\n  – 4\n",
        "- [ ] T1 \xff\xfe (depends on T2, T3) @kim [[a#b|c]] `x/y.md`\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (size_t len = 0; len <= strlen(texts[i]); len++) {
            struct planls_workspace *workspace = planls_workspace_new();
            struct planls_results *results = planls_results_new();
            struct planls_tokens tokens = {0};
            planls_workspace_put(workspace, "a.md", texts[i], len);
            planls_semantic_tokens(workspace, "a.md", (struct planls_range){0, UINT32_MAX}, results,
                                   &tokens);
            assert_well_formed(&facade_document(workspace, "a.md")->text, &tokens);
            planls_semantic_tokens(workspace, "b.md", (struct planls_range){0, 9}, results,
                                   &tokens);
            planls_results_free(results);
            planls_workspace_free(workspace);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_semantic_tokens),
                                       cmocka_unit_test(test_any_text)};
    return cmocka_run_group_tests_name("semantic_tokens", tests, NULL, NULL);
}
