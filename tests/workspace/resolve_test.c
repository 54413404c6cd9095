/* resolve_test.c: what names, links, claims and dependencies mean across documents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "workspace/workspace.h"

#include <stdlib.h>
#include <string.h>

struct fixture {
    struct settings settings;
    struct workspace *ws;
    struct arena arena;
};

static int setup(void **state)
{
    struct fixture *f = memory_alloc(sizeof *f);
    settings_init(&f->settings);
    f->ws = workspace_new(&f->settings);
    arena_init(&f->arena);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    workspace_free(f->ws);
    arena_release(&f->arena);
    free(f);
    return 0;
}

static const struct document *put(struct fixture *f, const char *path, const char *text)
{
    return workspace_put(f->ws, slice_of(path), slice_of(text));
}

static const char plan[] = "# Town\n\n"
                           "## Initiative: Search & Find {#search}\n"
                           "- **Owner:** Noor\n"
                           "- **Timeline:** Weeks 1-4\n\n"
                           "## Initiative: Page Migration\n"
                           "- **Owner:** Tomas\n"
                           "- **Depends on:** Initiative: Search & Find\n";

static const char *title_of(const struct target *target, struct arena *arena)
{
    if (!target->document || target->item == NO_INDEX)
        return "";
    return arena_cstring(arena, target->document->model->items.items[target->item].title);
}

/* What a task of this one line, in tasks/t.md, serves. */
static enum resolution serve(struct fixture *f, const char *text, const char **title,
                             enum link_via *via)
{
    const struct document *document = put(f, "tasks/t.md", text);
    struct target target;
    uint32_t failed;
    assert_true(document->model->tasks.len > 0);
    enum resolution result = resolve_task(f->ws, document, 0, &target, via, &failed);
    *title = title_of(&target, &f->arena);
    return result;
}

static void test_claims(void **state)
{
    struct fixture *f = *state;
    put(f, "plan.md", plan);
    static const struct {
        const char *text, *title;
        enum link_via via;
    } cases[] = {
        {"---\ninitiative: Page Migration\n---\n- [ ] x\n", "Page Migration", VIA_FRONT_MATTER},
        {"---\nitem: search\n---\n- [ ] x\n", "Search & Find", VIA_FRONT_MATTER},
        {"---\ninitiative: plan.md#initiative-page-migration\n---\n- [ ] x\n", "Page Migration",
         VIA_FRONT_MATTER},
        {"**Initiative:** search and find\n\n- [ ] x\n", "Search & Find", VIA_FIELD},
        {"**Initiative:** Initiative: Page  Migration\n\n- [ ] x\n", "Page Migration", VIA_FIELD},
        {"- [ ] x ([p](../plan.md#initiative-page-migration))\n", "Page Migration", VIA_LINK},
        {"- [ ] x [[plan#Initiative: Page Migration]]\n", "Page Migration", VIA_WIKI_LINK},
        {"## Page Migration\n\n- [ ] x\n", "Page Migration", VIA_SECTION},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *title;
        enum link_via via;
        enum resolution result = serve(f, cases[i].text, &title, &via);
        if (result != RESOLVED || strcmp(title, cases[i].title) != 0 || via != cases[i].via)
            print_error("case %zu: %d “%s” by %s\n", i, (int)result, title, link_via_name(via));
        assert_int_equal(result, RESOLVED);
        assert_string_equal(title, cases[i].title);
        assert_int_equal(via, cases[i].via);
    }
}

/* A subtask takes its parent's link before the section's name, and its own link before both. */
static void test_subtasks(void **state)
{
    struct fixture *f = *state;
    put(f, "plan.md", plan);
    const struct document *document =
        put(f, "tasks/t.md",
            "## Page Migration\n\n- [ ] x [[plan#Search & Find]]\n  - [ ] y\n    - [ ] z "
            "[[plan#Initiative: Page Migration]]\n- [ ] w\n  - [ ] v\n");
    static const char *const titles[] = {"Search & Find", "Search & Find", "Page Migration",
                                         "Page Migration", "Page Migration"};
    for (uint32_t t = 0; t < 5; t++) {
        struct target target;
        enum link_via via;
        uint32_t failed;
        assert_int_equal(resolve_task(f->ws, document, t, &target, &via, &failed), RESOLVED);
        assert_string_equal(title_of(&target, &f->arena), titles[t]);
    }
}

static void test_tags_of_dialects(void **state)
{
    struct fixture *f = *state;
    put(f, "specs/001-pier/spec.md",
        "# Pier\n\n### User Story 1 - Board (Priority: P1)\n\n**Independent Test**: board it\n\n"
        "### User Story 2 - Leave (Priority: P2)\n\n**Independent Test**: leave it\n");
    const struct document *tasks = put(f, "specs/001-pier/tasks.md",
                                       "## Phase 3: Boarding\n\n- [ ] T004 [US2] Open the gate\n");
    struct target target;
    enum link_via via;
    uint32_t failed;
    assert_int_equal(resolve_task(f->ws, tasks, 0, &target, &via, &failed), RESOLVED);
    assert_int_equal(via, VIA_TAG);
    assert_string_equal(title_of(&target, &f->arena), "Leave");

    put(f, ".kiro/specs/pier/requirements.md",
        "# Requirements\n\n### Requirement 1: Board\n\n#### Acceptance Criteria\n1. WHEN a ship "
        "lands THEN the gate SHALL open\n\n### Requirement 2: Leave\n\n#### Acceptance "
        "Criteria\n1. WHEN it leaves THEN the gate SHALL close\n");
    tasks = put(f, ".kiro/specs/pier/tasks.md",
                "# Implementation Plan\n\n- [ ] 1. Close it\n  - _Requirements: 2.1_\n");
    assert_int_equal(resolve_task(f->ws, tasks, 0, &target, &via, &failed), RESOLVED);
    assert_int_equal(via, VIA_TAG);
    assert_string_equal(title_of(&target, &f->arena), "Leave");
}

static void test_a_claim_that_fails(void **state)
{
    struct fixture *f = *state;
    put(f, "plan.md", plan);
    const struct document *document =
        put(f, "tasks/t.md", "**Initiative:** Page Migrations\n\n- [ ] x\n");
    struct target target;
    enum link_via via;
    uint32_t failed;
    assert_int_not_equal(resolve_task(f->ws, document, 0, &target, &via, &failed), RESOLVED);
    assert_int_equal(failed, 0);
}

static struct reference link_to(const char *path, const char *fragment)
{
    return (struct reference){
        .kind = REFERENCE_LINK, .path = slice_of(path), .fragment = slice_of(fragment)};
}

static void test_references(void **state)
{
    struct fixture *f = *state;
    const struct document *document = put(f, "docs/plan.md", plan);
    put(f, "docs/guide/README.md", "# Guide\n\n## 📊 Overview\n");
    workspace_set_path(f->ws, SLICE("docs/x.png"), PATH_FILE);
    workspace_set_path(f->ws, SLICE("docs/gone.md"), PATH_MISSING);
    static const struct {
        const char *path, *fragment;
        enum resolution expected;
    } cases[] = {
        {"", "initiative-page-migration", RESOLVED},
        {"", "search", RESOLVED},
        {"", "Initiative-Page-Migration", RESOLVED},
        {"", "nowhere", UNRESOLVED_FRAGMENT},
        {"plan.md", "town", RESOLVED},
        {"guide/README.md", "", RESOLVED},
        {"guide/README.md", "overview", RESOLVED},
        {"guide/README.md", "-overview", RESOLVED},
        {"x.png", "", RESOLVED_PATH_ONLY},
        {"gone.md", "", UNRESOLVED_FILE},
        {"never-asked.md", "", UNRESOLVED_UNKNOWN},
        {"https://example.org/a.md", "", UNRESOLVED_UNKNOWN},
        {"/docs/plan.md", "", UNRESOLVED_UNKNOWN},
        {"../../out.md", "", UNRESOLVED_UNKNOWN},
        {"plan.md", "L12", RESOLVED},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reference reference = link_to(cases[i].path, cases[i].fragment);
        struct target target;
        enum resolution result = resolve_reference(f->ws, document, &reference, &target);
        if (result != cases[i].expected)
            print_error("%s#%s\n", cases[i].path, cases[i].fragment);
        assert_int_equal(result, cases[i].expected);
    }
}

static void test_sections_by_number(void **state)
{
    struct fixture *f = *state;
    const struct document *from = put(f, "index.md", "# Index\n");
    put(f, "LOG.md", "# Log\n\n## 1. Baseline\n\n## 12. Velocity\n\n## 13. Snapshot\n");
    put(f, "PLAIN.md", "# Plain\n\n## Baseline\n\n## Velocity\n");
    static const struct {
        const char *file, *from, *to;
        enum resolution expected;
    } cases[] = {
        {"LOG.md", "13", "13", RESOLVED},          {"LOG.md", "12", "13", RESOLVED},
        {"LOG.md", "2", "2", UNRESOLVED_FRAGMENT}, {"LOG.md", "12", "14", UNRESOLVED_FRAGMENT},
        {"PLAIN.md", "2", "2", RESOLVED},          {"PLAIN.md", "3", "3", UNRESOLVED_FRAGMENT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reference reference = {.kind = REFERENCE_SECTION,
                                      .path = slice_of(cases[i].file),
                                      .section_from = slice_of(cases[i].from),
                                      .section_to = slice_of(cases[i].to)};
        struct target target;
        assert_int_equal(resolve_reference(f->ws, from, &reference, &target), cases[i].expected);
    }
}

/* "Week 1" stands in every phase: what asks means the one beside it. */
static void test_numbers(void **state)
{
    struct fixture *f = *state;
    const struct document *document = put(
        f, "docs/plan.md",
        "## Phase 1: Survey\n- **Owner:** A\n\n"
        "### Week 1: Ask\n- **Owner:** A\n\n### Week 2: Count\n- **Depends on:** Week 1\n\n"
        "## Phase 2: Build\n- **Depends on:** Phase 1\n\n"
        "### Week 1: Dig\n- **Owner:** B\n\n### Week 2: Pour\n- **Depends on:** Week 1, Phase 3\n");
    put(f, "other/plan.md", "## Phase 3: Sell\n- **Owner:** C\n");
    static const struct {
        const char *item, *expected;
    } cases[] = {{"Count", "Ask"}, {"Build", "Survey"}, {"Pour", "Dig"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct model *model = document->model;
        uint32_t item = 0;
        while (!slice_is(model->items.items[item].title, cases[i].item))
            assert_true(++item < model->items.len);
        const struct dependencies *list = &model->items.items[item].depends_on;
        struct target target;
        assert_true(list->len > 0);
        assert_int_equal(
            resolve_dependency(f->ws, document, item, NO_INDEX, &list->items[0], &target),
            RESOLVED);
        assert_string_equal(title_of(&target, &f->arena), cases[i].expected);
        /* a number of another folder's plan is none of this one's */
        if (list->len > 1)
            assert_int_equal(
                resolve_dependency(f->ws, document, item, NO_INDEX, &list->items[1], &target),
                UNRESOLVED_FRAGMENT);
    }
    const char *title;
    enum link_via via;
    put(f, "tasks/plan.md", "## Phase 1: Survey\n- **Owner:** A\n");
    assert_int_equal(serve(f, "---\ninitiative: Phase 1\n---\n- [ ] x\n", &title, &via), RESOLVED);
    assert_string_equal(title, "Survey");
    assert_int_equal(
        serve(f, "---\nstatus: todo\ninitiative: Phase 1\n---\n# Ask around\n", &title, &via),
        RESOLVED);
}

static void test_names_come_and_go(void **state)
{
    struct fixture *f = *state;
    put(f, "tasks/t.md", "**Initiative:** Page Migration\n\n- [ ] x\n");
    struct document_list askers = {0};
    workspace_dependents(f->ws, SLICE("plan.md"), &f->arena, &askers);
    assert_int_equal(askers.len, 0);
    put(f, "plan.md", plan);
    workspace_dependents(f->ws, SLICE("plan.md"), &f->arena, &askers);
    assert_int_equal(askers.len, 1);
    assert_true(slice_is(askers.items[0]->path, "tasks/t.md"));
    assert_true(workspace_has_plan(f->ws));
    workspace_remove(f->ws, SLICE("plan.md"));
    assert_false(workspace_has_plan(f->ws));
    const char *title;
    enum link_via via;
    assert_int_not_equal(serve(f, "**Initiative:** Page Migration\n\n- [ ] x\n", &title, &via),
                         RESOLVED);
}

static void test_an_edit_equals_a_fresh_start(void **state)
{
    struct fixture *f = *state;
    put(f, "plan.md", plan);
    struct slice old = slice_of(plan);
    uint32_t at = (uint32_t)slice_find(old, SLICE("Page Migration"));
    assert_non_null(
        workspace_edit(f->ws, SLICE("plan.md"), (struct span){at, at + 4}, SLICE("Book")));
    struct target target;
    const struct document *document = workspace_find(f->ws, SLICE("plan.md"));
    assert_int_equal(resolve_item_name(f->ws, document, SLICE("Book Migration"), &target),
                     RESOLVED);
    assert_int_not_equal(resolve_item_name(f->ws, document, SLICE("Page Migration"), &target),
                         RESOLVED);
    /* a span that is not in the text changes nothing */
    assert_null(workspace_edit(f->ws, SLICE("plan.md"), (struct span){5, 100000}, SLICE("")));
    assert_null(workspace_edit(f->ws, SLICE("no.md"), (struct span){0, 0}, SLICE("")));
}

static void test_matches(void **state)
{
    struct fixture *f = *state;
    put(f, "plan.md", plan);
    const struct document *document = put(f, "t.md", "- [ ] Migrate the help pages\n");
    struct match matches[2];
    assert_int_equal(workspace_match_items(f->ws, document, 0, matches, 2), 2);
    assert_true(
        slice_is(matches[0].document->model->items.items[matches[0].item].title, "Page Migration"));
    assert_true(matches[0].score > matches[1].score);
}

/* A list of its folder's documents is looked at again when one comes; a plan that names one is not. */
static void test_folder_lists(void **state)
{
    struct fixture *f = *state;
    struct document_list list = {0};
    put(f, "docs/all.md", "- [a](a.md)\n- [b](b.md)\n- [c](c.md)\n- [d](d.md)\n");
    put(f, "docs/one.md", "See [a](a.md)\n");
    put(f, "docs/e.md", "# E\n");
    workspace_dependents(f->ws, SLICE("docs/e.md"), &f->arena, &list);
    assert_int_equal(list.len, 1);
    assert_true(slice_is(list.items[0]->path, "docs/all.md"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_folder_lists, setup, teardown),
        cmocka_unit_test_setup_teardown(test_claims, setup, teardown),
        cmocka_unit_test_setup_teardown(test_subtasks, setup, teardown),
        cmocka_unit_test_setup_teardown(test_tags_of_dialects, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_claim_that_fails, setup, teardown),
        cmocka_unit_test_setup_teardown(test_references, setup, teardown),
        cmocka_unit_test_setup_teardown(test_sections_by_number, setup, teardown),
        cmocka_unit_test_setup_teardown(test_numbers, setup, teardown),
        cmocka_unit_test_setup_teardown(test_names_come_and_go, setup, teardown),
        cmocka_unit_test_setup_teardown(test_an_edit_equals_a_fresh_start, setup, teardown),
        cmocka_unit_test_setup_teardown(test_matches, setup, teardown),
    };
    return cmocka_run_group_tests_name("resolve", tests, NULL, NULL);
}
