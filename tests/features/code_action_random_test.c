/* code_action_random_test.c: any offered refactoring, applied to plans made at random, leaves items, tasks,
 * dependencies and references meaning what they meant, but for what it is about; those that bring order
 * change nothing the second time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "edited.h"

#include <stdlib.h>
#include <string.h>

#define SEEDS 150

static uint32_t random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static const char *const titles[] = {"Pier", "Deck",        "Lights",
                                     "Été",  "Paint & tar", "Harbour [new]"};
#define TITLES (sizeof titles / sizeof *titles)
static const char *const people[] = {"Marta", "Ivo", "Zoë", "Ana"};

static void put_field(struct strbuf *out, uint32_t *seed, unsigned field, unsigned phase)
{
    unsigned week = 1 + random_next(seed) % 9;
    switch (field) {
    case 0:
        strbuf_printf(out, "- **Owner:** %s", people[random_next(seed) % 4]);
        if (random_next(seed) % 2)
            strbuf_printf(out, ", %s (Ports)", people[random_next(seed) % 4]);
        break;
    case 1:
        strbuf_printf(out, "- **Timeline:** Weeks %u-%u", week, week + random_next(seed) % 4);
        break;
    case 2:
        strbuf_printf(out, "- **Budget:** $%uK", 1 + random_next(seed) % 90);
        break;
    case 3:
        strbuf_printf(out, "- **Depends on:** Phase %u", phase > 1 ? phase - 1 : 1);
        break;
    default:
        strbuf_puts(out, "- **Mood:** a|b");
        break;
    }
}

static void put_item(struct strbuf *out, uint32_t *seed, unsigned phase, const char *end)
{
    strbuf_printf(out, "## Phase %u: %s%s", phase, titles[phase - 1], end);
    if (random_next(seed) % 3 == 0)
        strbuf_puts(out, end);
    for (unsigned used = 0, n = random_next(seed) % 6; n > 0; n--) {
        unsigned field = random_next(seed) % 5;
        if ((used >> field & 1) || (field == 3 && phase == 1))
            continue;
        used |= 1u << field;
        put_field(out, seed, field, phase);
        strbuf_puts(out, end);
    }
    strbuf_puts(out, end);
    if (random_next(seed) % 3 == 0)
        strbuf_printf(out, "Some words on it.%s%s", end, end);
    for (unsigned n = random_next(seed) % 4; n > 0; n--)
        strbuf_printf(out, "- [%s] Work %u-%u%s%s", random_next(seed) % 3 ? " " : "x", phase, n,
                      random_next(seed) % 4 ? "" : ", see [it](#phase-1-pier)", end);
    if (random_next(seed) % 3 == 0)
        strbuf_printf(out, "%s### Risks%s%s- Storms → boards in store%s- Ice → wait%s", end, end,
                      end, end, end);
    if (random_next(seed) % 8)
        strbuf_puts(out, end);
}

static void fill(struct planls_workspace *workspace, uint32_t *seed)
{
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    const char *end = random_next(seed) % 4 ? "\n" : "\r\n";
    strbuf_printf(&text, "# The plan%s%s", end, end);
    unsigned count = 1 + random_next(seed) % TITLES;
    for (unsigned i = 1; i <= count; i++)
        put_item(&text, seed, i, end);
    workspace_put(workspace->ws, SLICE("plan.md"), strbuf_slice(&text));
    strbuf_clear(&text);
    strbuf_printf(&text, "# Tasks\n\n- [ ] Elsewhere ([it](plan.md#phase-1-pier))\n");
    workspace_put(workspace->ws, SLICE("todo.md"), strbuf_slice(&text));
    strbuf_release(&text);
}

/* ---- what is meant ----------------------------------------------------------------------------- */

struct facts {
    VEC_MEMBERS(const char *);
};

static int compare_facts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *title_of(const struct target *target, struct arena *arena)
{
    return target->document && target->item != NO_INDEX
               ? arena_cstring(arena, target->document->model->items.items[target->item].title)
               : "nothing";
}

static void add_item(const struct planls_workspace *workspace, const struct document *document,
                     uint32_t index, bool owners, struct arena *arena, struct facts *facts)
{
    const struct item *item = &document->model->items.items[index];
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_printf(&text, "item %.*s: %zu times, %zu risks", SLICE_ARG(item->title),
                  item->timeline.len, item->risks.len);
    for (size_t i = 0; i < item->budget.len; i++)
        strbuf_printf(&text, " %.0f", item->budget.items[i].amount);
    for (size_t i = 0; owners && i < item->owners.len; i++)
        strbuf_printf(&text, " %.*s (%.*s)", SLICE_ARG(item->owners.items[i].name),
                      SLICE_ARG(item->owners.items[i].role));
    for (size_t i = 0; i < item->depends_on.len; i++) {
        struct target target;
        resolve_dependency(workspace->ws, document, index, NO_INDEX, &item->depends_on.items[i],
                           &target);
        strbuf_printf(&text, " after %s", title_of(&target, arena));
    }
    *VEC_PUSH(arena, facts) = arena_cstring(arena, strbuf_slice(&text));
    strbuf_release(&text);
}

static void add_document(const struct planls_workspace *workspace, const struct document *document,
                         bool owners, struct arena *arena, struct facts *facts)
{
    const struct model *model = document->model;
    for (uint32_t i = 0; i < model->items.len; i++)
        add_item(workspace, document, i, owners, arena, facts);
    for (uint32_t t = 0; t < model->tasks.len; t++) {
        struct target target;
        enum link_via via;
        uint32_t failed;
        const struct task *task = &model->tasks.items[t];
        const char *serves =
            resolve_task(workspace->ws, document, t, &target, &via, &failed) == RESOLVED
                ? title_of(&target, arena)
            : task->item != NO_INDEX ? arena_cstring(arena, model->items.items[task->item].title)
                                     : "nothing";
        *VEC_PUSH(arena, facts) =
            arena_printf(arena, "task %.*s: %d for %s", SLICE_ARG(task->title), task->done, serves);
    }
    for (size_t i = 0; i < model->references.len; i++) {
        struct target target;
        enum resolution result =
            resolve_reference(workspace->ws, document, &model->references.items[i], &target);
        if (result == UNRESOLVED_FILE || result == UNRESOLVED_FRAGMENT || result == AMBIGUOUS)
            *VEC_PUSH(arena, facts) =
                arena_printf(arena, "broken %.*s", SLICE_ARG(model->references.items[i].path));
    }
}

static struct facts facts_of(const struct planls_workspace *workspace, bool owners,
                             struct arena *arena)
{
    struct facts facts = {0};
    for (size_t i = 0; i < workspace_count(workspace->ws); i++)
        add_document(workspace, workspace_at(workspace->ws, i), owners, arena, &facts);
    if (facts.len)
        qsort(facts.items, facts.len, sizeof *facts.items, compare_facts);
    return facts;
}

/* ---- trying ------------------------------------------------------------------------------------ */

static void apply(struct planls_workspace *workspace, const struct planls_fix *fix,
                  struct arena *arena)
{
    struct slice plan = edited_text(facade_document(workspace, "plan.md"), fix, arena);
    for (size_t i = 0; i < fix->edit_count; i++) {
        const struct planls_edit *edit = &fix->edits[i];
        struct slice path = arena_copy(arena, slice_of(edit->path));
        if (edit->create)
            workspace_put(workspace->ws, path, (struct slice){edit->new_text, edit->new_len});
        if (edit->remove)
            workspace_remove(workspace->ws, path);
    }
    workspace_put(workspace->ws, SLICE("plan.md"), plan);
}

static bool is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(name, *names) == 0)
            return true;
    return false;
}

/* The new task among the facts. */
static const char *added_task(const struct facts *means, struct arena *arena)
{
    for (size_t i = 0; i < means->len; i++)
        if (slice_starts(slice_of(means->items[i]), SLICE("task TBD: 0 for ")))
            return arena_cstring(arena, slice_of(means->items[i]));
    return "no new task";
}

static void try_action(uint32_t seed, struct planls_range range, const struct planls_action *action)
{
    static const char *const about_owners[] = {"add-owner", "hand-over", NULL};
    static const char *const idempotent[] = {"fix-all", "gantt", "organize-plan", NULL};
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct arena *arena = &results->arena;
    struct planls_fix fix;
    const char *refusal;
    uint32_t next = seed;
    fill(workspace, &next);
    bool owners = !is_one_of(action->name, about_owners);
    struct slice before = arena_copy(arena, facade_document(workspace, "plan.md")->text.bytes);
    struct facts meant = facts_of(workspace, owners, arena);
    if (planls_action_edits(workspace, "plan.md", range, action->name, action->argument, results,
                            &fix, &refusal)) {
        apply(workspace, &fix, arena);
        struct facts means = facts_of(workspace, owners, arena);
        if (strcmp(action->name, "add-task") == 0) /* one more, and all others as they were */
            *VEC_PUSH(arena, &meant) = added_task(&means, arena);
        qsort(meant.items, meant.len, sizeof *meant.items, compare_facts);
        for (size_t i = 0; i < meant.len || i < means.len; i++)
            if (i >= meant.len || i >= means.len || strcmp(meant.items[i], means.items[i]) != 0)
                fail_msg("seed %u, %s: “%s” was “%s” in\n%s\nnow\n%s", seed, action->name,
                         i < means.len ? means.items[i] : "(gone)",
                         i < meant.len ? meant.items[i] : "(new)", before.ptr,
                         facade_document(workspace, "plan.md")->text.bytes.ptr);
        if (is_one_of(action->name, idempotent) &&
            planls_action_edits(workspace, "plan.md", (struct planls_range){0, 0}, action->name,
                                action->argument, results, &fix, &refusal))
            fail_msg("seed %u: %s changes something the second time", seed, action->name);
    }
    planls_results_free(results);
    planls_workspace_free(workspace);
}

/* ---- there and back ---------------------------------------------------------------------------- */

/* What undoes an action, and how it is asked for. */
static const struct inverse {
    const char *name, *back;
} inverses[] = {{"shift-dependents", "shift-dependents"},
                {"shift-following", "shift-following"},
                {"move-up", "move-down"},
                {"move-down", "move-up"}};

static const struct inverse *inverse_of(const char *name)
{
    for (size_t i = 0; i < sizeof inverses / sizeof *inverses; i++)
        if (strcmp(inverses[i].name, name) == 0)
            return &inverses[i];
    return NULL;
}

/* The title of the item at an offset, or NULL. */
static const char *item_title_at(const struct document *document, uint32_t at, struct arena *arena)
{
    uint32_t item = model_item_at(document->model, at);
    return item == NO_INDEX ? NULL : arena_cstring(arena, document->model->items.items[item].title);
}

static uint32_t place_of_item(const struct document *document, const char *title)
{
    const struct model *model = document->model;
    for (size_t i = 0; i < model->items.len; i++)
        if (slice_is(model->items.items[i].title, title))
            return model->items.items[i].name_span.start;
    return 0;
}

/* The same bytes after it and what undoes it. Gives whether it could be tried. */
static bool try_back(uint32_t seed, struct planls_range range, const struct planls_action *action)
{
    const struct inverse *inverse = inverse_of(action->name);
    if (!inverse)
        return false;
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct arena *arena = &results->arena;
    struct planls_fix fix;
    const char *refusal;
    uint32_t next = seed;
    bool tried = false;
    fill(workspace, &next);
    const struct document *plan = facade_document(workspace, "plan.md");
    struct slice before = arena_copy(arena, plan->text.bytes);
    const char *title = item_title_at(plan, range.start, arena);
    if (title && planls_action_edits(workspace, "plan.md", range, action->name, action->argument,
                                     results, &fix, &refusal)) {
        apply(workspace, &fix, arena);
        uint32_t at = place_of_item(facade_document(workspace, "plan.md"), title);
        struct planls_range there = {at, at};
        tried = planls_action_edits(workspace, "plan.md", there, inverse->back, -action->argument,
                                    results, &fix, &refusal);
        if (tried)
            apply(workspace, &fix, arena);
        struct slice after = facade_document(workspace, "plan.md")->text.bytes;
        if (tried && !slice_equal(before, after))
            fail_msg("seed %u: %s (%d) at %u and back: was\n%s\nis\n%s", seed, action->name,
                     action->argument, range.start, before.ptr, after.ptr);
    }
    planls_results_free(results);
    planls_workspace_free(workspace);
    return tried;
}

static void test_meanings(void **state)
{
    (void)state;
    unsigned tried = 0, there_and_back = 0;
    for (uint32_t seed = 1; seed <= SEEDS; seed++) {
        struct planls_workspace *workspace = planls_workspace_new();
        struct planls_results *results = planls_results_new();
        struct planls_diagnostics found = {0};
        uint32_t next = seed;
        fill(workspace, &next);
        planls_check(workspace, "plan.md", results, &found);
        const struct text *text = &facade_document(workspace, "plan.md")->text;
        /* a few lines of each plan, at any place in them */
        for (unsigned n = 0; n < 6; n++) {
            struct span line = text_line(text, random_next(&next) % text->line_count);
            uint32_t at = line.start + random_next(&next) % (line.end - line.start + 1);
            struct planls_range range = {at, at};
            struct planls_actions actions = {0};
            planls_actions_at(workspace, "plan.md", range, &found, results, &actions);
            for (size_t i = 0; i < actions.len; i++)
                if (actions.items[i].name) {
                    try_action(seed, range, &actions.items[i]);
                    tried++;
                    there_and_back += try_back(seed, range, &actions.items[i]);
                }
        }
        planls_results_free(results);
        planls_workspace_free(workspace);
    }
    assert_true(tried > 500);
    assert_true(there_and_back > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_meanings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
