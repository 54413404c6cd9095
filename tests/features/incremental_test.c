/* incremental_test.c: after any sequence of edits, blocks, model, links and findings equal those of a
 * fresh start on the same text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"
#include "base/strbuf.h"
#include "features/facade.h"
#include "model/layout.h"
#include "text/edit.h"

#include <planls/planls.h>
#include <string.h>

/* A small generator with its seed in the open, so that a failure can be run again (xorshift, Marsaglia
 * 2003). */
static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

static const char plan[] = "---\ntitle: Town\nstart: 2026-01-05\n---\n# Town\n\n"
                           "## Initiative: Search 🔎 rewrite\n"
                           "- **Owner:** Noor (Backend), Tomas\r\n"
                           "- **Timeline:**\n  - Weeks 1–4: index\n  - Weeks 8–5: move\n"
                           "- **Budget:** $20K work; ≥X% more\n"
                           "- **Depends on:** Page migration\n\n"
                           "## Initiative: Page migration\n"
                           "- **Owner:** Tomas\n- **Timeline:** Weeks 2-6\n- **Budget:** TBD\n\n"
                           "### Tasks\n- [x] T001 Draw\n  - [ ] T002 Schema (depends on T001)\n"
                           "- [] T003 Load [design](notes.md#nowhere) and `notes.md`\n\n"
                           "| Phase | Owner | Timeline |\n| --- | --- | --- |\n"
                           "| Survey | Noor | Weeks 1-2 |\n\n"
                           "## Phase 1: Piers (Weeks 1-3)\n- [ ] Piles\n\n**Go-Gate Criteria:**\n"
                           "- [ ] Piers hold\n\n## Phase 2: Decks (Weeks 4-6)\n- [ ] Planks\n\n"
                           "## Stop conditions\n1. **Phase 1 not complete by Week 2**\n"
                           "   - Signal: none\n\n"
                           "> Quoted **Owner:** nobody\n\n```\n- [ ] not a task\n```\n"
                           "<!-- planls: allow placeholder because it is open -->\n";

static const char *const snippets[] = {
    "\n",
    " ",
    "#",
    "## Initiative: New\n",
    "- [ ] T001 again\n",
    "```\n",
    "> ",
    "- ",
    "  ",
    "|",
    "**Owner:** Ada\n",
    "日本語",
    "🚀",
    "\r\n",
    "<!--",
    "-->",
    "---\n",
    "Weeks 9-3",
    "$5K",
    "\t",
    "[x](y.md)",
    "2026-02-30",
    "\xff\xfe",
    "1. ",
    "===\n",
    "(depends on T003)",
    "[P] in src/a.c\n",
    "The pump is our single point of failure.\n",
    "**Mitigation:** a second one\n",
    "**Critical path:** Search rewrite → Page migration\n",
    "(70%)",
    "Noor, Tomas, ",
    "- **Timeline:** Weeks 1-8\n",
    "- **Due:** 2026-01-30\n",
    "- **Status:** Not started\n",
    " (due: 2026-02-02)",
    "- [x] ",
};

/* In week 5 of the plan: some of it is late. */
#define TODAY date_parse_iso(SLICE("2026-02-04"))

static struct planls_workspace *workspace_of_today(void)
{
    struct planls_workspace *workspace = planls_workspace_new();
    workspace->today = TODAY;
    return workspace;
}

static void put_diagnostics(struct planls_workspace *workspace, const char *path,
                            struct strbuf *out)
{
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    planls_check(workspace, path, results, &found);
    for (size_t i = 0; i < found.len; i++) {
        const struct planls_diagnostic *d = &found.items[i];
        strbuf_printf(out, "%s %u-%u %s\n", d->code, d->range.start, d->range.end, d->message);
        for (size_t f = 0; f < d->fix_count; f++)
            for (size_t e = 0; e < d->fixes[f].edit_count; e++)
                strbuf_printf(out, "  %s %u-%u “%s”\n", d->fixes[f].title,
                              d->fixes[f].edits[e].range.start, d->fixes[f].edits[e].range.end,
                              d->fixes[f].edits[e].new_text);
    }
    planls_results_free(results);
}

/* All that a struct holds, as a number. */
static void put_all_of(const struct layout *layout, const void *value, struct strbuf *out)
{
    struct strbuf packed;
    strbuf_init(&packed, STRBUF_NO_LIMIT);
    layout_pack(layout, value, 1, 0, &packed);
    strbuf_printf(out, " %llx\n", (unsigned long long)hash_words(strbuf_slice(&packed)));
    strbuf_release(&packed);
}

static void put_model(const struct planls_workspace *workspace, const struct document *document,
                      struct strbuf *out)
{
    const struct model *model = document->model;
    strbuf_printf(out, "kinds %u, %u blocks\n", model->kinds, document->blocks.len);
    for (uint32_t i = 0; i < document->blocks.len; i++) {
        const struct block *b = &document->blocks.v[i];
        strbuf_printf(out, "%d %d %u %u %u-%u %u-%u\n", b->kind, b->level, b->parent, b->next,
                      b->span.start, b->span.end, b->text.start, b->text.end);
    }
    for (size_t i = 0; i < model->headings.len; i++) {
        const struct heading *h = &model->headings.items[i];
        strbuf_printf(out, "heading “%.*s” “%.*s” %.*s %.*s %.*s %u-%u %u-%u\n",
                      SLICE_ARG(h->title), SLICE_ARG(h->key), SLICE_ARG(h->anchor),
                      SLICE_ARG(h->id), SLICE_ARG(h->number), h->title_span.start,
                      h->title_span.end, h->section.start, h->section.end);
    }
    for (size_t i = 0; i < model->fields.len; i++) {
        const struct field *f = &model->fields.items[i];
        strbuf_printf(out, "field %d %d “%.*s” %u-%u %u-%u %u-%u %u-%u %d%d%d%d\n", f->key, f->form,
                      SLICE_ARG(f->label), f->span.start, f->span.end, f->label_span.start,
                      f->label_span.end, f->value.start, f->value.end, f->body.start, f->body.end,
                      f->bullet, f->quoted, f->empty, f->nested);
    }
    for (size_t i = 0; i < model->metrics.len; i++)
        strbuf_printf(out, "metric “%.*s” %u-%u\n", SLICE_ARG(model->metrics.items[i].metric.text),
                      model->metrics.items[i].metric.where.start,
                      model->metrics.items[i].metric.where.end);
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        strbuf_printf(out, "item %s “%.*s” %u-%u %zu %zu %zu", item_kind_name(item->kind),
                      SLICE_ARG(item->title), item->span.start, item->span.end, item->owners.len,
                      item->timeline.len, item->budget.len);
        put_all_of(&layout_of_item, item, out);
    }
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        struct target target;
        enum link_via via;
        uint32_t failed;
        resolve_task(workspace->ws, document, i, &target, &via, &failed);
        strbuf_printf(out, "task “%.*s” %d %s", SLICE_ARG(task->title), task->done,
                      link_via_name(via));
        put_all_of(&layout_of_task, task, out);
    }
    for (size_t i = 0; i < model->references.len; i++) {
        const struct reference *r = &model->references.items[i];
        strbuf_printf(out, "reference %u-%u %.*s #%.*s %u-%u\n", r->span.start, r->span.end,
                      SLICE_ARG(r->path), SLICE_ARG(r->fragment), r->fragment_span.start,
                      r->fragment_span.end);
    }
}

/* Who has to be looked at again with a document, as told by the names that both know. */
static void put_dependents(const struct planls_workspace *workspace,
                           const struct document *document, struct strbuf *out)
{
    struct arena arena;
    struct document_list list = {0};
    arena_init(&arena);
    workspace_dependents(workspace->ws, document->path, &arena, &list);
    strbuf_printf(out, "%.*s:", SLICE_ARG(document->path));
    for (size_t i = 0; i < list.len; i++)
        strbuf_printf(out, " %.*s", SLICE_ARG(list.items[i]->path));
    strbuf_puts(out, "\n");
    arena_release(&arena);
}

static void describe(struct planls_workspace *workspace, struct strbuf *out)
{
    for (size_t i = 0; i < workspace_count(workspace->ws); i++) {
        const struct document *document = workspace_at(workspace->ws, i);
        put_model(workspace, document, out);
        put_dependents(workspace, document, out);
        put_diagnostics(workspace, document->path.ptr, out);
    }
}

/* The start of the first line that differs. */
static size_t first_difference(struct slice a, struct slice b)
{
    size_t line = 0;
    for (size_t i = 0; i < a.len && i < b.len && a.ptr[i] == b.ptr[i]; i++)
        if (a.ptr[i] == '\n')
            line = i + 1;
    return line;
}

static void assert_like_cold(struct planls_workspace *warm, uint32_t seed, int edit)
{
    struct planls_workspace *cold = workspace_of_today();
    for (size_t i = 0; i < workspace_count(warm->ws); i++) {
        const struct document *document = workspace_at(warm->ws, i);
        workspace_put(cold->ws, document->path, document->text.bytes);
    }
    struct strbuf a, b;
    strbuf_init(&a, STRBUF_NO_LIMIT);
    strbuf_init(&b, STRBUF_NO_LIMIT);
    describe(warm, &a);
    describe(cold, &b);
    if (!slice_equal(strbuf_slice(&a), strbuf_slice(&b))) {
        size_t from = first_difference(strbuf_slice(&a), strbuf_slice(&b));
        fail_msg("seed %u, edit %d:\n%.300s\nbut cold\n%.300s", seed, edit, a.ptr + from,
                 b.ptr + from);
    }
    strbuf_release(&a);
    strbuf_release(&b);
    planls_workspace_free(cold);
}

static void edit_once(struct planls_workspace *workspace, const char *path, uint32_t *random)
{
    const struct document *document = workspace_find(workspace->ws, slice_of(path));
    uint32_t len = (uint32_t)document->text.bytes.len;
    uint32_t start = len ? next_random(random) % (len + 1) : 0;
    uint32_t cut = next_random(random) % 3 == 0 ? next_random(random) % 12 : 0;
    uint32_t end = start + cut < len ? start + cut : len;
    const char *text = snippets[next_random(random) % (sizeof snippets / sizeof *snippets)];
    struct slice insert = next_random(random) % 4 == 0 ? SLICE("") : slice_of(text);
    assert_non_null(
        workspace_edit(workspace->ws, slice_of(path), (struct span){start, end}, insert));
}

static void test_incremental_equals_cold(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 20; seed++) {
        uint32_t random = seed * 2654435761u;
        struct planls_workspace *workspace = workspace_of_today();
        planls_workspace_put(workspace, "plan.md", plan, strlen(plan));
        const char *tasks =
            "**Initiative:** Page migration\n\n- [ ] Move\n- [ ] [x](plan.md#town)\n";
        planls_workspace_put(workspace, "tasks.md", tasks, strlen(tasks));
        for (int edit = 0; edit < 40; edit++) {
            edit_once(workspace, next_random(&random) % 4 ? "plan.md" : "tasks.md", &random);
            assert_like_cold(workspace, seed, edit);
        }
        planls_workspace_free(workspace);
    }
}

/* ---- who is looked at again ------------------------------------------------------------------- */

/* Documents that share people, names of items and ids. */
static const char *const shared_paths[] = {"plan.md", "tasks.md", "team.md", "second.md",
                                           "list.md"};
static const char *const shared_texts[] = {
    plan,
    "**Initiative:** Page migration\n\n- [ ] Move\n- [ ] [x](plan.md#town)\n"
    "- [x] [Rails](plan.md#phase-2-decks-weeks-4-6)\n",
    "| Name | Role | Allocation |\n|---|---|---|\n| Noor | Backend | 50% |\n| Tomas | Web | |\n",
    "---\nstart: 2026-01-05\n---\n## Initiative: Market\n- **Owner:** Tomas (60%), Noro\n"
    "- **Timeline:** Weeks 1-6\n- **Status:** Not started\n\n## Initiative: Fair\n- **Owner:** "
    "Tomas (50%)\n"
    "- **Timeline:** Weeks 2-3\n",
    "# All\n\n- [Plan](plan.md) (3 sections)\n- [Tasks](Tasks.md) (2 tasks)\n- [Team](team.md)\n"
    "- second.md (2 initiatives, ~9 lines)\n- plan.md - Section 2 (Page migration)\n"
    "- [[second#Fair]]\n\n| Document | Frequency |\n|---|---|\n| plan.md | Weekly |\n",
};
#define SHARED_COUNT (sizeof shared_paths / sizeof *shared_paths)

static struct planls_workspace *shared_workspace(void)
{
    struct planls_workspace *workspace = workspace_of_today();
    for (size_t i = 0; i < SHARED_COUNT; i++)
        planls_workspace_put(workspace, shared_paths[i], shared_texts[i], strlen(shared_texts[i]));
    return workspace;
}

/* Names and people that documents share are the same as after a fresh start too. */
static void test_several_equal_cold(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 20; seed++) {
        uint32_t random = seed * 22695477u;
        struct planls_workspace *workspace = shared_workspace();
        for (int edit = 0; edit < 30; edit++) {
            edit_once(workspace, shared_paths[next_random(&random) % SHARED_COUNT], &random);
            assert_like_cold(workspace, seed, edit);
        }
        planls_workspace_free(workspace);
    }
}

static size_t shared_index(struct slice path)
{
    size_t i = 0;
    while (!slice_is(path, shared_paths[i]))
        i++;
    return i;
}

static void mark_dependents(const struct planls_workspace *workspace, const char *path,
                            bool again[SHARED_COUNT])
{
    struct arena arena;
    struct document_list list = {0};
    arena_init(&arena);
    workspace_edit_dependents(workspace->ws, slice_of(path), &arena, &list);
    for (size_t i = 0; i < list.len; i++)
        again[shared_index(list.items[i]->path)] = true;
    arena_release(&arena);
}

/* The findings without their fixes, which may offer what is best in the whole workspace; and without
 * unlinked-task, which asks whether there is any plan at all. */
static void put_findings(struct planls_workspace *workspace, const char *path, struct strbuf *out)
{
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    planls_check(workspace, path, results, &found);
    for (size_t i = 0; i < found.len; i++) {
        const struct planls_diagnostic *d = &found.items[i];
        if (strcmp(d->code, "unlinked-task") != 0)
            strbuf_printf(out, "%s %u-%u %s\n", d->code, d->range.start, d->range.end, d->message);
    }
    planls_results_free(results);
}

/* What was found before an edit still holds in the documents that neither changed nor depend on what
 * did. */
static void test_dependents_suffice(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 20; seed++) {
        uint32_t random = seed * 69069u;
        struct planls_workspace *workspace = shared_workspace();
        struct strbuf kept[SHARED_COUNT], now;
        strbuf_init(&now, STRBUF_NO_LIMIT);
        for (size_t i = 0; i < SHARED_COUNT; i++) {
            strbuf_init(&kept[i], STRBUF_NO_LIMIT);
            put_findings(workspace, shared_paths[i], &kept[i]);
        }
        /* Weeks 1-3 are over, and weeks 1-6 have not begun: the property is tried on them. */
        assert_true(slice_contains(strbuf_slice(&kept[0]), SLICE("overdue ")));
        assert_true(slice_contains(strbuf_slice(&kept[3]), SLICE("late-start ")));
        for (int edit = 0; edit < 60; edit++) {
            size_t at = next_random(&random) % SHARED_COUNT;
            bool again[SHARED_COUNT] = {false};
            again[at] = true;
            mark_dependents(workspace, shared_paths[at], again);
            edit_once(workspace, shared_paths[at], &random);
            mark_dependents(workspace, shared_paths[at], again);
            for (size_t i = 0; i < SHARED_COUNT; i++) {
                strbuf_clear(&now);
                put_findings(workspace, shared_paths[i], &now);
                if (!again[i] && !slice_equal(strbuf_slice(&now), strbuf_slice(&kept[i])))
                    fail_msg("seed %u, edit %d of %s: in %s, not looked at again,\n%s\nnow\n%s",
                             seed, edit, shared_paths[at], shared_paths[i], kept[i].ptr, now.ptr);
                strbuf_clear(&kept[i]);
                strbuf_append(&kept[i], strbuf_slice(&now));
            }
        }
        for (size_t i = 0; i < SHARED_COUNT; i++)
            strbuf_release(&kept[i]);
        strbuf_release(&now);
        planls_workspace_free(workspace);
    }
}

/* Applying a finding's fix removes it and raises nothing else; fixing twice changes nothing. */
static void test_fix_all_is_idempotent(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 20; seed++) {
        uint32_t random = seed * 40503u;
        struct planls_workspace *workspace = workspace_of_today();
        struct planls_results *results = planls_results_new();
        planls_workspace_put(workspace, "plan.md", plan, strlen(plan));
        for (int edit = 0; edit < 10; edit++)
            edit_once(workspace, "plan.md", &random);
        size_t len, again;
        bool changed;
        const char *fixed =
            planls_fix_all(workspace, "plan.md", false, NULL, 0, results, &len, &changed);
        planls_workspace_put(workspace, "plan.md", fixed, len);
        const char *twice =
            planls_fix_all(workspace, "plan.md", false, NULL, 0, results, &again, &changed);
        assert_false(changed);
        assert_int_equal(again, len);
        assert_memory_equal(twice, fixed, len);
        planls_results_free(results);
        planls_workspace_free(workspace);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_incremental_equals_cold), cmocka_unit_test(test_several_equal_cold),
        cmocka_unit_test(test_dependents_suffice), cmocka_unit_test(test_fix_all_is_idempotent)};
    return cmocka_run_group_tests_name("incremental", tests, NULL, NULL);
}
