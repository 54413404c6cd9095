/* completion_test.c: completion on cases (case_file.h): "LABEL · DETAIL" for each of the first ten in their
 * order, then what the lines concerned are once the first is accepted: in place of what stands there; then,
 * where it differs, put in before the word's rest; then as a snippet where it is one. Where the character before the cursor is one that editors ask at, "not when typed" says
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
    if (insert.end < replace.end) {
        strbuf_puts(out, "---\n");
        put_lines(bytes, insert, first->new_text, out);
    }
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

/* ---- everywhere ------------------------------------------------------------------------------ */

static void check_one(const struct planls_completion *completion, struct slice bytes, uint32_t at)
{
    struct planls_range insert = completion->insert, replace = completion->replace;
    assert_true(completion->label[0] != '\0');
    assert_true(insert.start <= at && at <= insert.end);
    assert_true(insert.start == replace.start && insert.end <= replace.end &&
                replace.end <= bytes.len);
    assert_null(memchr(bytes.ptr + replace.start, '\n', replace.end - replace.start));
}

/* Wherever the cursor stands and whatever was typed, what is offered is well formed, at least when asked
 * as much as when typed, and its documentation can be asked for. */
static void check_everywhere(const char *text, size_t len)
{
    struct planls_workspace *workspace = planls_workspace_new();
    planls_workspace_put(workspace, "docs/plan.md", text, len);
    planls_workspace_put(workspace, "docs/other.md", "# Other\n\n## 2. Part\n", 20);
    for (uint32_t at = 0; at <= len; at++) {
        if (at > 0 && at < len && text[at - 1] == '\r' && text[at] == '\n')
            continue; /* no client can point there */
        const char *triggers = "\0[(#@:/-* ";
        for (size_t t = 0; t < 10; t++) {
            struct planls_results *results = planls_results_new();
            struct planls_completions out = {0};
            planls_complete(workspace, "docs/plan.md", at, triggers[t], results, &out);
            for (size_t i = 0; i < out.len; i++)
                check_one(&out.items[i], (struct slice){text, len}, at);
            if (out.len)
                planls_completion_card(workspace, "docs/plan.md", &out.items[0].about, results);
            planls_results_free(results);
        }
    }
    planls_workspace_free(workspace);
}

static void test_everywhere(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "\xEF\xBB\xBF---\r\nowner: \"A\r\ndepends_on:\r\n  - \r\n---\r\n",
        "---\nowner:\nstatus: '",
        "## Initiative: 港 🏗️\r\n- **Owner:** Ana (Lead), @bo\r\n- **Timeline:**\r\n  - "
        "Weeks "
        "1–4: "
        "x\r\n  - \r\n\r\n## Initiative: B\r\n- \r\n- **",
        "[a](b [[c#d `e/f [g][h] [i]: ../\n[j]: ../o\n<!-- planls: allow \n-->\n| a | Owner "
        "|\n|--|--|\n| "
        "\\| | \n",
        "other.md - Section 2, other.md — \n(depends on T1, \n- [\n- [ ]\n1. [x\n> - [",
        "# (\n## Phase 1: A (Weeks 1–2)\n**Owner:** A\n## Phase 2: B (\n",
        "\xFF[\xFE](\xF0\x9F - **\xE2\x80Owner:** \xC3"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_everywhere(texts[i], strlen(texts[i]));
}

/* In a workspace of many people the lists are cut, and who is far away is found once typed. */
static void test_many(void **state)
{
    (void)state;
    struct planls_workspace *workspace = planls_workspace_new();
    char path[64], text[256];
    for (int i = 0; i < 600; i++) {
        snprintf(path, sizeof path, "d/%03d.md", i);
        int length =
            snprintf(text, sizeof text, "## Initiative: Pier %d\n- **Owner:** Person%d\n", i, i);
        planls_workspace_put(workspace, path, text, (size_t)length);
    }
    static const char *const typed[] = {
        "## Initiative: A\n- **Owner:** ", "## Initiative: A\n- **Owner:** Person599",
        "## Initiative: A\n- **Owner:** @Person599", "## Initiative: A\nSee [Pier 599"};
    static const char *const first[] = {NULL, "Person599", "Person599", "Pier 599"};
    for (size_t i = 0; i < 4; i++) {
        struct planls_results *results = planls_results_new();
        struct planls_completions out = {0};
        planls_workspace_put(workspace, "a.md", typed[i], strlen(typed[i]));
        planls_complete(workspace, "a.md", (uint32_t)strlen(typed[i]), 0, results, &out);
        assert_true(out.len > 0 && out.cut == (first[i] == NULL));
        if (first[i])
            assert_string_equal(out.items[0].label, first[i]);
        planls_results_free(results);
    }
    planls_workspace_free(workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_completion),
                                       cmocka_unit_test(test_everywhere),
                                       cmocka_unit_test(test_many)};
    return cmocka_run_group_tests_name("completion", tests, NULL, NULL);
}
