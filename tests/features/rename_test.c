/* rename_test.c: renames on cases (case_file.h; "=== new-name" holds the name): the documents that change,
 * or why not. Then at random: after any rename every reference means what it meant, and renaming back
 * gives the same bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"
#include "edited.h"

static void answer_rename(struct case_file *c, struct strbuf *out)
{
    const struct document *name = facade_document(c->workspace, "new-name");
    struct slice text = name->text.bytes;
    struct planls_fix fix;
    const char *refusal;
    const char *new_name = arena_cstring(&c->results->arena, text);
    if (planls_rename(c->workspace, c->path, c->cursor.start, new_name, c->results, &fix, &refusal))
        edited_print(c->workspace, &fix, &c->results->arena, out);
    else
        strbuf_printf(out, "refused: %s", refusal);
}

static void test_cases(void **state)
{
    (void)state;
    run_folder("rename", answer_rename);
}

/* ---- at random ------------------------------------------------------------------------------- */

static uint32_t random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static const char *const words[] = {"Pier",       "New Pier", "Quay & Crane", "Pier",        "Été",
                                    "Lights: on", "Same",     "Same",         "Road (north)"};
#define WORD_COUNT (sizeof words / sizeof *words)
#define DOCUMENTS  4

static void put_reference(struct strbuf *out, uint32_t *seed, const struct document *to)
{
    const struct model *model = to->model;
    if (model->headings.len == 0)
        return;
    const struct heading *heading = &model->headings.items[random_next(seed) % model->headings.len];
    switch (random_next(seed) % 4) {
    case 0:
        strbuf_printf(out, "See [%.*s](%.*s#%.*s).\n\n", SLICE_ARG(heading->title),
                      SLICE_ARG(to->path), SLICE_ARG(heading->anchor));
        break;
    case 1:
        strbuf_printf(out, "See [[%.*s#%.*s]].\n\n", SLICE_ARG(to->path),
                      SLICE_ARG(heading->title));
        break;
    case 2:
        strbuf_printf(out, "**Initiative:** %.*s\n\n- [ ] A task\n\n", SLICE_ARG(heading->title));
        break;
    default:
        strbuf_printf(out, "- [ ] A task ([it](%.*s#%.*s))\n\n", SLICE_ARG(to->path),
                      SLICE_ARG(heading->anchor));
        break;
    }
}

/* Documents with headings of few words, so that anchors repeat; then each gets references. */
static void fill(struct planls_workspace *workspace, uint32_t *seed)
{
    char path[16];
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    for (int round = 0; round < 2; round++) {
        for (int d = 0; d < DOCUMENTS; d++) {
            snprintf(path, sizeof path, "d%d.md", d);
            const struct document *before = facade_document(workspace, path);
            strbuf_clear(&text);
            if (before)
                strbuf_append(&text, before->text.bytes);
            for (unsigned i = random_next(seed) % 6; round == 0 && i > 0; i--)
                strbuf_printf(&text, "## %s%s\n- **Owner:** Marta\n\n",
                              random_next(seed) % 2 ? "Initiative: " : "",
                              words[random_next(seed) % WORD_COUNT]);
            for (unsigned i = random_next(seed) % 8; round == 1 && i > 0; i--) {
                char other[16];
                snprintf(other, sizeof other, "d%u.md", random_next(seed) % DOCUMENTS);
                put_reference(&text, seed, facade_document(workspace, other));
            }
            workspace_put(workspace->ws, slice_of(path), strbuf_slice(&text));
        }
    }
    strbuf_release(&text);
}

/* What every reference and task of the workspace means, as text. A name that several have means nothing;
 * once one of them is called something else, it does: those are told apart by a leading '?'. */
static void put_meanings(const struct planls_workspace *workspace, struct strbuf *out)
{
    for (size_t d = 0; d < workspace_count(workspace->ws); d++) {
        const struct document *document = workspace_at(workspace->ws, d);
        const struct model *model = document->model;
        for (size_t i = 0; i < model->references.len; i++) {
            struct target target;
            enum resolution result =
                resolve_reference(workspace->ws, document, &model->references.items[i], &target);
            strbuf_printf(out, "%c%zu %zu: %d %.*s %u %u\n", result == AMBIGUOUS ? '?' : ' ', d, i,
                          (int)result,
                          SLICE_ARG(target.document ? target.document->path : SLICE("")),
                          target.heading, target.item);
        }
        for (uint32_t t = 0; t < model->tasks.len; t++) {
            struct target target;
            enum link_via via;
            uint32_t failed;
            enum resolution result =
                resolve_task(workspace->ws, document, t, &target, &via, &failed);
            strbuf_printf(out, "%c%zu task %u: %d %u\n", result == AMBIGUOUS ? '?' : ' ', d, t,
                          (int)result, target.item);
        }
    }
}

static void assert_same_meanings(struct slice before, struct slice after)
{
    struct slice_split b = {before, false}, a = {after, false};
    struct slice was, is;
    while (slice_split_next(&b, '\n', &was)) {
        assert_true(slice_split_next(&a, '\n', &is));
        if (was.len && was.ptr[0] == '?')
            continue;
        if (!slice_equal(was, is))
            fail_msg("“%.*s” was “%.*s”", SLICE_ARG(is), SLICE_ARG(was));
    }
}

static void put_bytes(const struct planls_workspace *workspace, struct strbuf *out)
{
    for (size_t d = 0; d < workspace_count(workspace->ws); d++)
        strbuf_append(out, workspace_at(workspace->ws, d)->text.bytes);
}

static void apply(struct planls_workspace *workspace, const struct planls_fix *fix,
                  struct arena *arena)
{
    struct slice texts[DOCUMENTS];
    for (size_t d = 0; d < DOCUMENTS; d++)
        texts[d] = edited_text(workspace_at(workspace->ws, d), fix, arena);
    for (size_t d = 0; d < DOCUMENTS; d++) {
        struct slice path = arena_copy(arena, workspace_at(workspace->ws, d)->path);
        workspace_put(workspace->ws, path, texts[d]);
    }
}

/* A heading of the workspace; false where the document has none. */
static bool pick(struct planls_workspace *workspace, uint32_t *seed, const char **path,
                 uint32_t *heading)
{
    const struct document *document = workspace_at(workspace->ws, random_next(seed) % DOCUMENTS);
    if (document->model->headings.len == 0)
        return false;
    *path = document->path.ptr;
    *heading = random_next(seed) % (uint32_t)document->model->headings.len;
    return true;
}

static unsigned rename_once(uint32_t seed)
{
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct strbuf meant, means, bytes, back;
    strbuf_init(&meant, STRBUF_NO_LIMIT);
    strbuf_init(&means, STRBUF_NO_LIMIT);
    strbuf_init(&bytes, STRBUF_NO_LIMIT);
    strbuf_init(&back, STRBUF_NO_LIMIT);
    unsigned renamed = 0;
    const char *path, *refusal, *old_name;
    uint32_t heading;
    struct planls_fix fix;
    struct planls_range range;
    fill(workspace, &seed);
    put_meanings(workspace, &meant);
    put_bytes(workspace, &bytes);
    if (pick(workspace, &seed, &path, &heading)) {
        char name[64];
        struct slice of_document = arena_copy(&results->arena, slice_of(path));
        uint32_t at =
            facade_document(workspace, path)->model->headings.items[heading].title_span.end;
        snprintf(name, sizeof name, "%s %u", words[random_next(&seed) % WORD_COUNT],
                 random_next(&seed) % 3);
        assert_true(planls_prepare_rename(workspace, path, at, results, &range, &old_name));
        if (planls_rename(workspace, path, at, name, results, &fix, &refusal)) {
            renamed = 1;
            apply(workspace, &fix, &results->arena);
            put_meanings(workspace, &means);
            assert_same_meanings(strbuf_slice(&meant), strbuf_slice(&means));
            at = facade_document(workspace, of_document.ptr)
                     ->model->headings.items[heading]
                     .title_span.end;
            if (planls_rename(workspace, of_document.ptr, at, old_name, results, &fix, &refusal)) {
                apply(workspace, &fix, &results->arena);
                put_bytes(workspace, &back);
                assert_string_equal(back.ptr, bytes.ptr);
                renamed = 2;
            }
        }
    }
    strbuf_release(&meant);
    strbuf_release(&means);
    strbuf_release(&bytes);
    strbuf_release(&back);
    planls_results_free(results);
    planls_workspace_free(workspace);
    return renamed;
}

static void test_any_rename_keeps_meanings(void **state)
{
    unsigned renamed = 0, there_and_back = 0;
    (void)state;
    for (uint32_t seed = 1; seed <= 1000; seed++) {
        unsigned result = rename_once(seed * 7919);
        renamed += result > 0;
        there_and_back += result > 1;
    }
    assert_true(renamed > 500);
    assert_true(there_and_back > 250);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases),
                                       cmocka_unit_test(test_any_rename_keeps_meanings)};
    return cmocka_run_group_tests_name("rename", tests, NULL, NULL);
}
