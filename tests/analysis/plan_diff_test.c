/* plan_diff_test.c: what changed in the plan between two workspaces. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/plan_diff.h"
#include "base/strbuf.h"

struct side {
    struct settings settings;
    struct workspace *ws;
};

/* Documents as path and text in turn, ended by NULL. */
static void side_init(struct side *side, const char *const *documents)
{
    settings_init(&side->settings);
    side->ws = workspace_new(&side->settings);
    for (; documents[0]; documents += 2)
        workspace_put(side->ws, slice_of(documents[0]), slice_of(documents[1]));
}

/* "dates New pier: Weeks 1-4 > Weeks 1-6 (14)" a line. */
static void expect(const char *const *before, const char *const *now, const char *expected)
{
    struct side sides[2];
    struct arena arena;
    struct plan_changes changes = {0};
    struct strbuf out;
    arena_init(&arena);
    strbuf_init(&out, STRBUF_NO_LIMIT);
    side_init(&sides[0], before);
    side_init(&sides[1], now);
    plan_diff(sides[0].ws, sides[1].ws, NULL, NULL, &arena, &changes);
    for (size_t i = 0; i < changes.len; i++) {
        const struct plan_change *change = &changes.items[i];
        struct slice title =
            plan_place_title(change->now.document ? &change->now : &change->before, &arena);
        strbuf_printf(&out, "%s %.*s: %.*s > %.*s", plan_change_name(change->kind),
                      SLICE_ARG(title), SLICE_ARG(change->before_text),
                      SLICE_ARG(change->now_text));
        if (change->measured)
            strbuf_printf(&out, " (%g)", change->by);
        strbuf_putc(&out, '\n');
    }
    assert_string_equal(out.len ? out.ptr : "", expected);
    strbuf_release(&out);
    workspace_free(sides[0].ws);
    workspace_free(sides[1].ws);
    arena_release(&arena);
}

#define PIER "## Initiative: New pier\n**Owner:** Noor\n"

static void test_fields(void **state)
{
    (void)state;
    const char *const before[] = {"plan.md",
                                  PIER
                                  "**Timeline:** Weeks 1-4\n**Budget:** $20K\n**Status:** To do\n"
                                  "**Success Criteria:**\n- [ ] ≥80% let\n- [ ] Permit granted\n",
                                  NULL};
    const char *const now[] = {
        "plan.md",
        "## Initiative: New pier\n**Owner:** Bo\n**Timeline:** Weeks 2-6\n"
        "**Budget:** $25K + $1K per month\n**Status:** In progress\n"
        "**Success Criteria:**\n- [ ] ≥70% let\n- [x] Permit granted\n- [ ] Lamps lit\n",
        NULL};
    expect(before, before, "");
    expect(before, now,
           "dates Initiative: New pier: Weeks 1-4 > Weeks 2-6 (14)\n"
           "budget Initiative: New pier: $20K > $25K (5000)\n"
           "budget Initiative: New pier:  > $1K per month (1000)\n"
           "owners Initiative: New pier: Noor > Bo\n"
           "status Initiative: New pier: To do > In progress\n"
           "criterion-weakened Initiative: New pier: ≥80% let > ≥70% let\n"
           "criterion-added Initiative: New pier:  > Lamps lit\n"
           "criteria-done Initiative: New pier: 0 of 2 > 1 of 3 (1)\n");
}

/* Weeks hang on the document's own date, which a mere edit moves: nothing has slipped. */
static void test_dates(void **state)
{
    (void)state;
    const char *const before[] = {
        "plan.md", "**Last Updated:** 2026-01-05\n\n" PIER "**Timeline:** Weeks 1-4\n", NULL};
    const char *const now[] = {
        "plan.md", "**Last Updated:** 2026-02-16\n\n" PIER "**Timeline:** Weeks 1 – 4\n", NULL};
    expect(before, now, "");
    /* A start that is stated is a date of its own. */
    const char *const started[] = {
        "plan.md", "---\nstart: 2026-01-05\n---\n" PIER "**Timeline:** Weeks 1-4\n", NULL};
    const char *const restarted[] = {
        "plan.md", "---\nstart: 2026-01-19\n---\n" PIER "**Timeline:** Weeks 1-4\n", NULL};
    expect(started, restarted, "dates Initiative: New pier: Weeks 1-4 > Weeks 1-4 (14)\n");
    /* The whole stays where it was, a part of it does not. */
    const char *const parts[] = {
        "plan.md", PIER "**Timeline:**\n- Weeks 1-2: survey\n- Weeks 3-8: piles\n", NULL};
    const char *const moved[] = {
        "plan.md", PIER "**Timeline:**\n- Weeks 1-3: survey\n- Weeks 3-8: piles\n", NULL};
    expect(parts, moved, "dates Initiative: New pier: Weeks 1-2: survey > Weeks 1-3: survey (7)\n");
    const char *const dated[] = {"plan.md", PIER "**Due:** 2026-03-10\n", NULL};
    const char *const earlier[] = {"plan.md", PIER "**Due:** 2026-03-03\n", NULL};
    expect(dated, earlier, "dates Initiative: New pier: 2026-03-10 > 2026-03-03 (-7)\n");
}

static void test_items_and_tasks(void **state)
{
    (void)state;
    const char *const before[] = {
        "plan.md",
        PIER "## Initiative: Signs for boats\n**Owner:** Al\n"
             "## Initiative: Shop\n**Owner:** Al\n",
        "tasks.md", "# Tasks\n\n## New pier\n- [ ] Order piles\n- [ ] Hire a crew\n", NULL};
    const char *const now[] = {"plan.md",
                               "## Initiative: Signs for big boats\n**Owner:** Al\n"
                               "## Initiative: Lighthouse\n**Owner:** Al\n" PIER,
                               "shop.md",
                               "## Initiative: Shop\n**Owner:** Al\n",
                               "tasks.md",
                               "# Tasks\n\n## New pier\n- [ ] Survey\n- [x] Order piles\n",
                               NULL};
    expect(before, now,
           "item-renamed Initiative: Signs for big boats: Initiative: Signs for boats > "
           "Initiative: Signs for big boats\n"
           "item-added Initiative: Lighthouse:  > Initiative: Lighthouse\n"
           "item-moved Initiative: Shop: plan.md > shop.md\n"
           "task-added Survey:  > Survey\n"
           "task-status Order piles: todo > done\n"
           "task-removed Hire a crew: Hire a crew > \n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_items_and_tasks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
