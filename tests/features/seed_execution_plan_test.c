/* seed_execution_plan_test.c: a plan of initiatives with owners, budgets and weeks that hang on the
 * document's timestamp: what is read, added up and said of it. On the real one where it is there beside
 * the repository, and always on a plan of the same shape. Numbers are counted by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/budget.h"
#include "analysis/capacity.h"
#include "base/strbuf.h"
#include "features/facade.h"
#include "model/reading.h"

#include <planls/planls.h>
#include <stdlib.h>
#include <string.h>

static const char likeness[] =
    "# Lantern Reading Room Plan\n\ntimestamp: 2026-01-03T09:00:00Z\n\n---\n\n"
    "## Initiative: Index the Archive\n- **Timeline:**\n  - Weeks 1–4: scan the boxes\n"
    "  - Weeks 5–8: build the index\n- **Budget:** $12K scanning; $3K disks\n"
    "- **Owner:** Noor (Backend Lead) for indexing; Tomas (Web Eng) for pages\n"
    "- **Success Criteria:** 9 boxes scanned; ≥X% of letters found by name\n"
    "- **Blockers & Mitigation:**\n  - Boxes are damp → dry them first\n"
    "  - Scanner breaks → rent a second one\n\n"
    "## Initiative: Move the Readers\n- **Timeline:**\n  - Weeks 1–2: write to 40 readers\n"
    "  - Weeks 3–6: move their lists\n- **Budget:** $4K helpers\n"
    "- **Owner:** Noor (Backend Lead), Tomas (Web Eng)\n"
    "- **Success Criteria:** 30 of 40 readers moved\n"
    "- **Blockers & Mitigation:**\n  - Lists are lost → keep a copy\n"
    "  - Nobody answers → call them\n\n"
    "## Initiative: Hire an Editor\n- **Timeline:**\n  - Weeks 1–2: describe the role\n"
    "  - Weeks 3–8: interviews\n- **Budget:** $5K adverts, $60K/year salary per hire\n"
    "- **Owner:** Una (Director), Noor (Backend Lead)\n- **Success Criteria:** 1 editor hired\n"
    "- **Blockers & Mitigation:**\n  - Few applicants → ask the schools\n"
    "  - Pay is too low → offer free days\n\n"
    "## Initiative: Ask the Readers\n- **Timeline:**\n  - Weeks 1–2: 100 postcards\n"
    "- **Budget:** $1K postcards\n- **Owner:** Una (Director), Tomas (Web Eng)\n"
    "- **Success Criteria:** 25 answers counted, positive feedback\n"
    "- **Blockers & Mitigation:**\n  - Cards get lost → number them\n"
    "  - Answers are rude → read them anyway\n";

struct expected_load {
    const char *key, *role;
    unsigned owned;
    int percent[5];   /* in weeks 1, 2, 7, 9 and 13 */
    const char *said; /* of them, or NULL */
    unsigned named;   /* items the finding names */
};

struct expected_plan {
    size_t items, risks;
    double one_off, per_year;
    date_days week_one;
    struct expected_load loads[4]; /* by key */
    size_t load_count;
    const char *other; /* codes of all other findings in order, each with a space behind it */
};

struct opened {
    struct planls_workspace *workspace;
    struct planls_results *results;
    const struct document *document;
    struct arena arena;
};

static void open_plan(struct opened *o, struct slice bytes)
{
    o->workspace = planls_workspace_new();
    o->results = planls_results_new();
    o->document = workspace_put(o->workspace->ws, SLICE("plan.md"), bytes);
    arena_init(&o->arena);
}

static void close_plan(struct opened *o)
{
    arena_release(&o->arena);
    planls_results_free(o->results);
    planls_workspace_free(o->workspace);
}

static void check_model(const struct opened *o, const struct expected_plan *expected)
{
    const struct model *model = o->document->model;
    size_t risks = 0;
    assert_int_equal(model->items.len, expected->items);
    for (size_t i = 0; i < model->items.len; i++) {
        risks += model->items.items[i].risks.len;
        for (size_t r = 0; r < model->items.items[i].risks.len; r++)
            assert_true(model->items.items[i].risks.items[r].mitigation.len > 0);
    }
    assert_int_equal(risks, expected->risks);
    struct calendar calendar = calendar_of(&o->workspace->settings, model);
    assert_int_equal(calendar.anchor, CALENDAR_ASSUMED);
    assert_int_equal(calendar.week_one, expected->week_one);
}

/* What recurs is told apart from what is paid once. */
static void check_budget(struct opened *o, const struct expected_plan *expected)
{
    struct budget budget;
    double per_year = 0;
    budget_of(o->document->model, &o->workspace->settings, &o->arena, &budget);
    assert_non_null(budget_one_off(&budget.plan, "USD"));
    assert_float_equal(budget_one_off(&budget.plan, "USD")->amount, expected->one_off, 1e-6);
    for (size_t i = 0; i < budget.plan.len; i++)
        if (slice_is(budget.plan.items[i].per, "year"))
            per_year += budget.plan.items[i].amount;
    assert_float_equal(per_year, expected->per_year, 1e-6);
}

static void check_loads(struct opened *o, const struct expected_plan *expected)
{
    static const int weeks[] = {1, 2, 7, 9, 13};
    struct loads loads = {0};
    capacity_of_all(o->workspace->ws, &o->arena, &loads);
    assert_int_equal(loads.len, expected->load_count);
    for (size_t i = 0; i < loads.len; i++) {
        const struct load *load = &loads.items[i];
        const struct expected_load *want = &expected->loads[i];
        ASSERT_SLICE(load->key, want->key);
        ASSERT_SLICE(load->role, want->role);
        assert_int_equal(load->owned, want->owned);
        for (size_t w = 0; w < 5; w++) {
            date_days monday = load->calendar.week_one + (weeks[w] - 1) * 7;
            if ((int)(load_in_week(load, monday) * 100 + 0.5) != want->percent[w])
                fail_msg("%s in week %d: %g", want->key, weeks[w], load_in_week(load, monday));
        }
    }
}

static const struct expected_load *said_of(const struct expected_plan *expected,
                                           const char *message)
{
    for (size_t i = 0; i < expected->load_count; i++)
        if (expected->loads[i].said && strcmp(expected->loads[i].said, message) == 0)
            return &expected->loads[i];
    return NULL;
}

/* What a colleague may say too: that week 1 hangs on the timestamp alone. */
static bool may_be_said(const char *code)
{
    return strcmp(code, "unanchored-week") == 0;
}

static void check_findings(struct opened *o, const struct expected_plan *expected)
{
    struct planls_diagnostics found = {0};
    struct strbuf other;
    unsigned said = 0, wanted = 0;
    strbuf_init(&other, STRBUF_NO_LIMIT);
    planls_check(o->workspace, "plan.md", o->results, &found);
    for (size_t i = 0; i < found.len; i++) {
        const struct planls_diagnostic *d = &found.items[i];
        if (strcmp(d->code, "overallocated-owner") != 0) {
            if (!may_be_said(d->code))
                strbuf_printf(&other, "%s ", d->code);
            continue;
        }
        const struct expected_load *load = said_of(expected, d->message);
        if (!load)
            fail_msg("%s", d->message);
        assert_int_equal(d->severity, PLANLS_HINT);
        assert_int_equal(d->related_count, load->named);
        said++;
    }
    for (size_t i = 0; i < expected->load_count; i++)
        wanted += expected->loads[i].said != NULL;
    assert_int_equal(said, wanted);
    if (!slice_is(strbuf_slice(&other), expected->other))
        fail_msg("found %s", other.ptr ? other.ptr : "nothing else");
    strbuf_release(&other);
}

static const struct planls_diagnostic *find_code(const struct planls_diagnostics *found,
                                                 const char *code)
{
    for (size_t i = 0; i < found->len; i++)
        if (strcmp(found->items[i].code, code) == 0)
            return &found->items[i];
    return NULL;
}

/* The weeks hang on the timestamp alone, which is said once; the fix makes them hang on a stated start
 * that is the same day, and nothing is left to say of it. */
static void check_anchor(struct opened *o, const struct expected_plan *expected)
{
    struct planls_diagnostics found = {0};
    struct arena arena;
    arena_init(&arena);
    planls_check(o->workspace, "plan.md", o->results, &found);
    const struct planls_diagnostic *d = find_code(&found, "unanchored-week");
    assert_non_null(d);
    assert_null(find_code(&found, "relative-date"));
    assert_int_equal(d->severity, PLANLS_HINT);
    assert_int_equal(d->fix_count, 1);
    assert_false(d->fixes[0].safe);
    assert_int_equal(d->fixes[0].edit_count, 1);
    const struct planls_edit *edit = &d->fixes[0].edits[0];
    struct slice before = slice_sub(o->document->text.bytes, 0, edit->range.start);
    struct slice behind = slice_from(o->document->text.bytes, edit->range.end);
    const char *fixed =
        arena_printf(&arena, "%.*s%s%.*s", SLICE_ARG(before), edit->new_text, SLICE_ARG(behind));
    struct opened again;
    open_plan(&again, slice_of(fixed));
    struct calendar calendar = calendar_of(&again.workspace->settings, again.document->model);
    assert_int_equal(calendar.anchor, CALENDAR_STATED);
    assert_int_equal(calendar.week_one, expected->week_one);
    found = (struct planls_diagnostics){0};
    planls_check(again.workspace, "plan.md", again.results, &found);
    assert_null(find_code(&found, "unanchored-week"));
    close_plan(&again);
    arena_release(&arena);
}

static void check_plan(struct slice bytes, const struct expected_plan *expected)
{
    struct opened o;
    open_plan(&o, bytes);
    check_model(&o, expected);
    check_budget(&o, expected);
    check_loads(&o, expected);
    check_findings(&o, expected);
    check_anchor(&o, expected);
    close_plan(&o);
}

static void test_likeness(void **state)
{
    (void)state;
    const struct expected_plan expected = {
        .items = 4,
        .risks = 8,
        .one_off = 25000,
        .per_year = 60000,
        .week_one = date_to_days((struct date){2026, 1, 5}),
        .loads = {{"noor",
                   "Backend Lead",
                   3,
                   {150, 150, 100, 0, 0},
                   "Noor owns 3 initiatives, all at once in weeks 1–6 (3 × 50 % = 150 % if shared "
                   "equally): what comes first?",
                   3},
                  {"tomas",
                   "Web Eng",
                   3,
                   {150, 150, 50, 0, 0},
                   "Tomas owns 3 initiatives, all at once in weeks 1–2 (3 × 50 % = 150 % if shared "
                   "equally): what comes first?",
                   3},
                  {"una", "Director", 2, {100, 100, 50, 0, 0}, NULL, 0}},
        .load_count = 3,
        .other = "placeholder unmeasurable-criterion ",
    };
    check_plan(SLICE(likeness), &expected);
}

static void test_seed(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t len = 0;
    if (!reading_shared("seeds/000_75394c3fcbd2ddec.txt", &bytes, &len))
        skip();
    const struct expected_plan expected = {
        .items = 12,
        .risks = 24,
        .one_off = 182000,
        .per_year = 200000,
        .week_one = date_to_days((struct date){2025, 4, 21}),
        .loads = {{"alex",
                   "Sales Eng",
                   5,
                   {250, 250, 200, 150, 50},
                   "Alex owns 5 initiatives, all at once in weeks 1–6 (5 × 50 % = 250 % if shared "
                   "equally): what comes first?",
                   5},
                  {"jamie",
                   "Backend Lead",
                   8,
                   {400, 400, 350, 200, 0},
                   "Jamie owns 8 initiatives, all at once in weeks 1–6 (8 × 50 % = 400 % if shared "
                   "equally): what comes first?",
                   8},
                  {"priya",
                   "Founder",
                   8,
                   {400, 400, 300, 150, 50},
                   "Priya owns 8 initiatives, all at once in weeks 1–6 (8 × 50 % = 400 % if shared "
                   "equally): what comes first?",
                   8},
                  {"sam",
                   "Platform Eng",
                   3,
                   {150, 150, 150, 100, 0},
                   "Sam owns 3 initiatives, all at once in weeks 1–8 (3 × 50 % = 150 % if shared "
                   "equally): what comes first?",
                   3}},
        .load_count = 4,
        .other =
            "placeholder unmeasurable-criterion unmeasurable-criterion unmeasurable-criterion ",
    };
    check_plan((struct slice){bytes, len}, &expected);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_likeness),
                                       cmocka_unit_test(test_seed)};
    return cmocka_run_group_tests_name("seed: execution plan", tests, NULL, NULL);
}
