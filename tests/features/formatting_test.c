/* formatting_test.c: formatting on cases (case_file.h): the document as it is afterwards; two marks limit
 * the range, one in a document of its own asks for typing there. On random documents and on the sample
 * corpus formatting twice changes nothing, and what the document says stays the same. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../sample_documents.h"
#include "case_file.h"
#include "text/edit.h"
#include "text/fold.h"

/* Appends the document with the edits; false where there are none. */
static bool apply(struct slice text, const struct planls_fix *fix, struct strbuf *out)
{
    struct text_edit *edits = calloc(fix->edit_count + 1, sizeof *edits);
    for (size_t i = 0; i < fix->edit_count; i++) {
        const struct planls_edit *edit = &fix->edits[i];
        edits[i] = (struct text_edit){facade_span(edit->range), {edit->new_text, edit->new_len}};
        struct text_edit least = text_edit_minimal(text, edits[i]);
        assert_true(span_equal(least.span, edits[i].span));
    }
    assert_true(text_edits_are_disjoint(edits, fix->edit_count, text.len));
    text_edits_apply(text, edits, fix->edit_count, out);
    free(edits);
    return fix->edit_count > 0;
}

static void answer(struct case_file *c, bool typed, struct strbuf *out)
{
    struct slice text = facade_document(c->workspace, c->path)->text.bytes;
    struct planls_range range = c->cursor;
    struct planls_fix fix;
    if (typed) {
        planls_format_typed(c->workspace, c->path, range.start, c->results, &fix);
    } else {
        if (range.start == range.end)
            range = (struct planls_range){0, UINT32_MAX};
        planls_format(c->workspace, c->path, range, c->results, &fix);
    }
    apply(text, &fix, out);
}

static void answer_formatting(struct case_file *c, struct strbuf *out)
{
    answer(c, false, out);
}

static void answer_typed(struct case_file *c, struct strbuf *out)
{
    answer(c, true, out);
}

static void test_formatting(void **state)
{
    (void)state;
    run_folder("formatting", answer_formatting);
}

static void test_typed(void **state)
{
    (void)state;
    run_folder("formatting_typed", answer_typed);
}

/* ---- properties ------------------------------------------------------------------------------ */

static void put_time(struct strbuf *out, const struct time_value *time)
{
    strbuf_printf(out, "t %d %d:%d %d:%d %g\n", (int)time->kind, (int)time->from.unit,
                  (int)time->from.value, (int)time->to.unit, (int)time->to.value, time->days);
}

/* What a document says, without how it is spaced. */
static void put_meaning(const struct document *document, struct strbuf *out)
{
    const struct model *model = document->model;
    struct arena arena;
    arena_init(&arena);
    strbuf_printf(out, "%u %u\n", model->kinds, model->lines);
    for (size_t i = 0; i < model->headings.len; i++)
        strbuf_printf(out, "h %.*s\n", SLICE_ARG(model->headings.items[i].anchor));
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        strbuf_printf(out, "i %d %.*s %.*s %u %zu %zu %zu %zu %zu\n", (int)item->kind,
                      SLICE_ARG(item->key), SLICE_ARG(item->id), item->parent, item->owners.len,
                      item->budget.len, item->criteria.len, item->risks.len, item->depends_on.len);
    }
    for (size_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        strbuf_printf(out, "k %.*s %.*s %d %d %u %zu\n", SLICE_ARG(task->id),
                      SLICE_ARG(fold_title(&arena, task->title)), (int)task->status, task->done,
                      task->parent, task->claims.len);
    }
    for (size_t i = 0; i < model->fields.len; i++)
        strbuf_printf(out, "f %d %.*s\n", (int)model->fields.items[i].key,
                      SLICE_ARG(model->fields.items[i].label));
    for (size_t i = 0; i < model->references.len; i++)
        strbuf_printf(out, "r %.*s#%.*s %.*s\n", SLICE_ARG(model->references.items[i].path),
                      SLICE_ARG(model->references.items[i].fragment),
                      SLICE_ARG(model->references.items[i].section_from));
    for (size_t i = 0; i < model->times.len; i++)
        put_time(out, &model->times.items[i]);
    for (uint32_t b = 0; b < document->blocks.len; b++)
        strbuf_printf(out, "b %d %d\n", document->blocks.v[b].kind, document->blocks.v[b].level);
    arena_release(&arena);
}

static bool same(const char *what, const char *name, const struct strbuf *a, const struct strbuf *b)
{
    if (slice_equal(strbuf_slice(a), strbuf_slice(b)))
        return true;
    size_t at = 0;
    while (at < a->len && at < b->len && a->ptr[at] == b->ptr[at])
        at++;
    at = at > 60 ? at - 60 : 0;
    fprintf(stderr, "%s: %s\n--- before\n%.300s\n--- after\n%.300s\n", name, what, a->ptr + at,
            b->ptr + at);
    return false;
}

/* Formats a text; gives whether everything holds. */
static bool holds(const char *name, struct slice text)
{
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_range all = {0, UINT32_MAX};
    struct strbuf before, after, once, twice;
    struct planls_fix fix;
    bool good = true;
    strbuf_init(&before, STRBUF_NO_LIMIT);
    strbuf_init(&after, STRBUF_NO_LIMIT);
    strbuf_init(&once, STRBUF_NO_LIMIT);
    strbuf_init(&twice, STRBUF_NO_LIMIT);
    planls_workspace_put(workspace, "plan.md", text.ptr ? text.ptr : "", text.len);
    put_meaning(facade_document(workspace, "plan.md"), &before);
    planls_format(workspace, "plan.md", all, results, &fix);
    if (apply(text, &fix, &once)) {
        planls_workspace_put(workspace, "plan.md", once.ptr, once.len);
        put_meaning(facade_document(workspace, "plan.md"), &after);
        good = same("means something else", name, &before, &after);
        planls_format(workspace, "plan.md", all, results, &fix);
        apply(strbuf_slice(&once), &fix, &twice);
        good = same("changes again", name, &once, &twice) && good;
    }
    strbuf_release(&before);
    strbuf_release(&after);
    strbuf_release(&once);
    strbuf_release(&twice);
    planls_results_free(results);
    planls_workspace_free(workspace);
    return good;
}

static void test_random_documents(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "# Plan\n",
        "\n",
        "## Phase 1: A (Weeks 1-4)\n",
        "- [x] a\n",
        "- [X] b\n",
        "  - [ ] T1 c (2-3 days)\n",
        "| a | b |\n",
        "|---|:-:|\n",
        "| 港 | $4K |\n",
        "| x |\n",
        "|a|b|c|\n",
        "> | q | r |\n> |--|--:|\n> | 1 | 2 |\n",
        "Weeks 1–4 and ",
        "Weeks 2-3 ",
        "Month 1—2\n",
        "```\n| a | b |\n",
        "```\n",
        "- **Timeline:** Weeks 5–8\n",
        "| 🚢\\| | `a|b` |\n",
        "  | i | j |\n",
        "text\r\n",
        "| a |\r\n|-|\r\n",
        "|\n",
        "| | |\n",
        "\t| t | u |\n",
        "\xff|\n",
        "- | l | m |\n  |---|---|\n  | n | o |\n",
    };
    uint32_t seed = 1;
    for (unsigned round = 0; round < 4000; round++) {
        struct strbuf text;
        strbuf_init(&text, STRBUF_NO_LIMIT);
        for (unsigned n = 0; n < 12; n++) {
            seed = seed * 1664525 + 1013904223;
            strbuf_puts(&text, pieces[(seed >> 8) % (sizeof pieces / sizeof *pieces)]);
        }
        bool good = holds("a random document", strbuf_slice(&text));
        if (!good)
            fprintf(stderr, "%s\n", text.ptr);
        strbuf_release(&text);
        assert_true(good);
    }
}

/* Every document of the sample corpus, where it is. */
static void test_corpus(void **state)
{
    (void)state;
    const char *folder;
    DIR *dir = sample_documents(&folder);
    unsigned wrong = 0, documents = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        char path[1024];
        if (!slice_ends(slice_of(entry->d_name), SLICE(".md")) &&
            !slice_ends(slice_of(entry->d_name), SLICE(".txt")))
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        char *text = read_file(path);
        wrong += !holds(entry->d_name, slice_of(text));
        documents++;
        free(text);
    }
    closedir(dir);
    print_message("%u documents of the sample corpus\n", documents);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formatting), cmocka_unit_test(test_typed),
        cmocka_unit_test(test_random_documents), cmocka_unit_test(test_corpus)};
    return cmocka_run_group_tests_name("formatting", tests, NULL, NULL);
}
