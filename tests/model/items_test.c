/* items_test.c: which sections, rows and list items are plan items, and what they are called. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#include <string.h>

/* A document and its items as "kind number|title" lines, two spaces per parent. */
struct items_case {
    const char *text, *items;
};

static void describe(const struct model *m, char *out, size_t size)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < m->items.len; i++) {
        const struct item *item = &m->items.items[i];
        int depth = 0;
        for (uint32_t p = item->parent; p != NO_INDEX; p = m->items.items[p].parent)
            depth++;
        used += (size_t)snprintf(out + used, size - used, "%*s%s %.*s|%.*s\n", depth * 2, "",
                                 item_kind_name(item->kind), SLICE_ARG(item->number),
                                 SLICE_ARG(item->title));
    }
}

static void assert_items(const char *path, const struct items_case *c)
{
    char found[2048];
    struct reading r;
    describe(reading_start(&r, path, c->text), found, sizeof found);
    if (strcmp(found, c->items))
        fail_msg("items\n%sinstead of\n%sin:\n%s", found, c->items, c->text);
    reading_end(&r);
}

static const struct items_case section_cases[] = {
    /* known kinds */
    {"# Plan\n## Initiative: Hiring: Field vs. Office\n- **Owner:** Kim\n",
     "initiative |Hiring: Field vs. Office\n"},
    {"# Plan\n## Phase 1: Groundwork (Weeks 1-4)\n**Goal:** a base\n"
     "## Phase 2 — Growth ✅\n- [ ] grow\n## Phase 3 Rest\n- [ ] rest\n",
     "phase 1|Groundwork\nphase 2|Growth\nphase 3|Rest\n"},
    {"## Phase 1: Weeks 1-5 (First version)\n\n```\nany\n```\n", "phase 1|First version\n"},
    {"## 🚀 **Sprint 4**: Polish\n- a\n", "sprint 4|Polish\n"},
    {"## Phase 1: A\n### Task 1.1: B\n- [ ] c\n### Task 1.2: D\ntext\n#### Steps\n",
     "phase 1|A\n  task 1.1|B\n  task 1.2|D\n"},
    {"### Action Item 1: Review\n**Owner:** Kim\n\n- [ ] read\n", "action 1|Review\n"},
    {"### Requirement 3\n**User Story:** As a reader …\n", "requirement 3|Requirement 3\n"},
    {"### Requirement: Export\nThe system SHALL export.\n", "requirement |Export\n"},
    {"### User Story 2 - Search (Priority: P2)\ntext\n", "story 2|Search\n"},
    {"# Phase 7: Freight\n## Task 1: Crates\n- [ ] a\n", "phase 7|Freight\n  task 1|Crates\n"},
    {"### Week 3-4: Tests\n- [ ] test\n", "week 3-4|Tests\n"},
    {"## フェーズ1: 準備\n- 作業\n", "phase 1|準備\n"},
    {"## Week 1: Start\n### Day 1-2: Dig\n- [ ] a\n### Day 3: Plant\nwords\n",
     "week 1|Start\n  day 1-2|Dig\n  day 3|Plant\n"},
    {"## Phase 1: A\n- a\n## Phase 2: B\nwords\n", "phase 1|A\nphase 2|B\n"},
    /* parts of an item */
    {"## Phase 1: A\n### 1.1 Dig (30 min)\nwords\n### 1.2 Notes\nwords\n",
     "phase 1|A\n  other 1.1|Dig\n"},
    {"## Workstream A: Trees\n### A1. Dig\nwords\n", "workstream A|Trees\n  other |Dig\n"},
    /* under a heading of items */
    {"## Workstreams & Milestones\n\n### 1. Research & aims (Weeks 1-2)\n- **Talks**: many\n\n"
     "### 2. Shape (Weeks 3-4)\n- **Draft**: one\n\n## Metrics\n### 3. Reach (Week 9)\n- a\n",
     "workstream 1|Research & aims\nworkstream 2|Shape\n"},
    {"## Milestones\n### Alpha\n**Due:** 2026-03-01\n### Overview\nwords\n", "milestone |Alpha\n"},
    /* two known fields */
    {"# Plan\n## Billing rewrite\n**Owner:** Kim\n**Due:** 2026-03-01\n",
     "other |Billing rewrite\n"},
    {"# Plan\n### 2.1 Billing\n**Priority:** High\n**Status:** Open\n", "other 2.1|Billing\n"},
    {"# Plan\n## P0.1 — Stop the leak\n**Owner:** Kim\n", "other |Stop the leak\n"},
};

static void test_sections_that_are_items(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof section_cases / sizeof *section_cases; i++)
        assert_items("docs/a.md", &section_cases[i]);
}

static const char *const prose[] = {
    "# Plan\n**Owner:** Kim\n**Status:** Draft\n**Timeline:** 4 weeks\n\nwords\n",
    "## Phase 1 Success Metrics\n- [ ] fast\n",
    "## Phase gates\n- [ ] open\n",
    "## Step 1: Install it\n\nRun this.\n",
    "## Step 1: Install it\n**Goal:** it runs\n",
    "# Notes\n### 1.1 Dig (30 min)\nwords\n",
    "## Day 1: Arrival\n\nWe arrived and ate.\n",
    "## Phase 2: Memories\n\nOnly prose here.\n",
    "# Plan\n## Overview\n**Owner:** Kim\n**Budget:** $5K\n",
    "# Plan\n## Daily (15 min)\n**Time:** 9:15\n**Format:** a call\n",
    "# Index\n### 1. LOG.md\n**Purpose:** a log\n**Contains:**\n- a\n\n**Update Frequency:**\n- "
    "daily\n",
    "# Plan\n## Success Criteria\n### Phase 1 Complete\n- [ ] a\n### Phase 2: Done\n- [ ] b\n",
    "# Plan\n## Budget checkpoints\n### Week 4 (Phase 1 complete)\n**Budget used:** ~$4K\n",
    "# Risks\n### R-01 Late parcels\n**Owner:** Kim\n**Mitigation:** a second carrier\n"
    "**Priority:** High\n",
    "# Can we?\n## Can we ship in May?\n**Owner:** Kim\n**Timeline:** May\n",
    "# A\n## and its second line\n\n**Owner:** Kim\n**Due:** May 1\n\n## B\n\nwords\n",
    "# A\n## Several\n**Owner:** Kim\n**Due:** May 1\n\n**Owner:** Alex\n**Due:** May 2\n",
    "> ## Phase 1: Quoted\n> - [ ] a\n",
    "```\n## Phase 1: Fenced\n- [ ] a\n```\n",
    "## Tasks\n## 1. Schemas\n- [ ] 1.1 one\n",
    "# Tasks\n## Pier\n- [ ] Order piles\n",
};

static void test_prose_is_no_item(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof prose / sizeof *prose; i++) {
        struct items_case c = {prose[i], ""};
        assert_items("docs/a.md", &c);
    }
}

static void test_guides_are_no_plans(void **state)
{
    struct items_case guide = {"# Tool\n## Phase 1: Create a change\n- write it\n", ""};
    struct items_case plan = {"# Tool\n## Phase 1: Build\n- [ ] write it\n", "phase 1|Build\n"};
    (void)state;
    assert_items("README.md", &guide);
    assert_items("docs/AGENTS.md", &guide);
    assert_items("README.md", &plan);
    guide.items = "phase 1|Create a change\n";
    assert_items("docs/my-plan.md", &guide);
}

static const struct items_case table_cases[] = {
    {"| Phase | Weeks | Owner |\n|---|---|---|\n| Groundwork | 1-4 | Kim |\n| Growth | 5-8 | Alex "
     "|\n"
     "| **Total** | 8 | |\n",
     "phase |Groundwork\nphase |Growth\n"},
    {"| # | Milestone | Due | Status |\n|---|---|---|---|\n| 1 | Alpha | 2026-03-01 | Done |\n",
     "milestone |Alpha\n"},
    /* sums up the sections below it */
    {"| Phase | Weeks | Owner |\n|---|---|---|\n| 1 | 1-4 | Kim |\n| 2 | 5-8 | Alex |\n\n"
     "## Phase 1: Groundwork\n- a\n## Phase 2: Growth\n- b\n",
     "phase 1|Groundwork\nphase 2|Growth\n"},
    {"| Risk | Owner | Status |\n|---|---|---|\n| Rain | Kim | Open |\n", ""},
    {"| Phase | Words |\n|---|---|\n| Groundwork | many |\n", ""},
    {"| Document | Owner | Frequency |\n|---|---|---|\n| a.md | Kim | weekly |\n", ""},
};

static void test_tables_of_items(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof table_cases / sizeof *table_cases; i++)
        assert_items("docs/a.md", &table_cases[i]);
}

static const struct items_case list_cases[] = {
    {"## Work\n- **Billing**\n  - Owner: Kim\n  - Due: 2026-03-01\n- **Search:**\n"
     "  - Owner: Alex\n  - Due: 2026-04-01\n",
     "other |Billing\nother |Search\n"},
    {"- **Billing**\n  - Owner: Kim\n", ""},
    {"- [ ] **Billing**\n  - Owner: Kim\n  - Due: 2026-03-01\n", ""},
    {"1. **The team leaves**\n   - Signal: letters\n   - Action: talk\n", ""},
    {"- **Timeline:**\n  - Owner: Kim\n  - Budget: $5\n", ""},
};

static void test_listed_records(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof list_cases / sizeof *list_cases; i++)
        assert_items("docs/a.md", &list_cases[i]);
}

static void test_documents_that_are_items(void **state)
{
    struct items_case epic = {"---\ntype: epic\ntitle: Billing\nowner: Kim\n---\n\nwords\n",
                              "epic |Billing\n"};
    struct items_case milestone = {"---\nid: m-1\ntitle: \"Alpha\"\n---\n\n## Description\n",
                                   "milestone |Alpha\n"};
    struct items_case note = {"---\nid: n-1\ntitle: Note\n---\n\nwords\n", ""};
    (void)state;
    assert_items("docs/billing.md", &epic);
    assert_items("backlog/milestones/m-1.md", &milestone);
    assert_items("docs/note.md", &note);
}

static void test_names_and_spans(void **state)
{
    static const char text[] = "# Plan\n"
                               "## ✅ **Phase 1: `Core` work** (Weeks 1-4) (Priority: P1)\n"
                               "- **Owner:** Kim\n"
                               "  and Alex\n"
                               "\n"
                               "words\n"
                               "### Milestone M2: Beta {#beta}\n"
                               "- [ ] a\n"
                               "\n"
                               "---\n";
    struct reading r;
    const struct model *m = reading_start(&r, "a.md", text);
    const struct item *item = m->items.items;
    (void)state;
    assert_int_equal(m->items.len, 2);
    ASSERT_SLICE(item[0].title, "Core work");
    ASSERT_SLICE(item[0].key, "core work");
    ASSERT_SLICE(item[0].priority, "P1");
    ASSERT_SLICE(item[0].anchor, "-phase-1-core-work-weeks-1-4-priority-p1");
    assert_true(slice_contains(reading_at(&r, item[0].name_span), SLICE("Core")));
    assert_int_equal(item[0].status, STATUS_NONE); /* a leading tick only decorates */
    assert_int_equal(item[0].timeline.len, 1);
    ASSERT_SLICE(item[0].timeline.items[0].text, "Weeks 1-4");
    assert_int_equal(item[0].first_line_after_fields, slice_find(slice_of(text), SLICE("\nwords")));
    ASSERT_SLICE(item[1].id, "beta");
    ASSERT_SLICE(reading_at(&r, item[1].name_span), "Beta");
    assert_int_equal(item[1].parent, 0);
    assert_true(slice_ends(reading_at(&r, item[1].span), SLICE("- [ ] a")));
    assert_int_equal(m->headings.items[2].item, 1);
    assert_int_equal(model_item_at(m, (uint32_t)slice_find(slice_of(text), SLICE("words"))), 0);
    assert_int_equal(model_item_at(m, (uint32_t)slice_find(slice_of(text), SLICE("[ ]"))), 1);
    assert_int_equal(model_item_at(m, 2), NO_INDEX);
    reading_end(&r);
}

static void test_whose_field_it_is(void **state)
{
    struct reading r;
    const struct model *m = reading_start(&r, "a.md",
                                          "# Plan\n"
                                          "**Owner:** Kim\n"
                                          "## Phase 1: A\n"
                                          "**Owner:** Alex\n"
                                          "\n"
                                          "- [ ] task\n"
                                          "  - Owner: Sam\n"
                                          "- **Risks:**\n"
                                          "  - **Budget:** too small\n"
                                          "### Notes\n"
                                          "**Status:** of the notes\n"
                                          "### Procedure\n"
                                          "**Effort:** of the procedure\n"
                                          "### Deliverables\n"
                                          "- a thing\n"
                                          "## Phase 2: B\n"
                                          "**Owner:** Robin\n");
    uint32_t field = model_field_of(m, 0, FIELD_OWNER);
    (void)state;
    assert_int_equal(m->items.len, 2);
    ASSERT_SLICE(reading_at(&r, m->fields.items[field].value), "Alex");
    field = model_field_of(m, NO_INDEX, FIELD_OWNER);
    ASSERT_SLICE(reading_at(&r, m->fields.items[field].value), "Kim");
    field = model_field_of(m, 1, FIELD_OWNER);
    ASSERT_SLICE(reading_at(&r, m->fields.items[field].value), "Robin");
    assert_int_equal(model_field_of(m, 0, FIELD_BUDGET), NO_INDEX);
    assert_int_equal(model_field_of(m, 0, FIELD_EFFORT), NO_INDEX);
    assert_int_not_equal(model_field_of(m, 0, FIELD_BLOCKERS), NO_INDEX);
    assert_int_not_equal(model_field_of(m, 0, FIELD_DELIVERABLES), NO_INDEX);
    reading_end(&r);
}

/* "M1 Alpha": an id where siblings count with the same letters, else words of the title. */
static void test_ids_that_siblings_show(void **state)
{
    static const struct {
        const char *first, *second, *id;
    } cases[] = {
        {"M1 Alpha", "M2 Beta", "M1"},      {"WP1 Ledger", "WP1.2 Books", "WP1"},
        {"M1 Alpha", "Beta", ""},           {"P1 Payments", "P1 Refunds", ""},
        {"S3 Storage", "EC2 Machines", ""}, {"Q1 Hiring", "Q2 Training", ""},
        {"M1Alpha", "M2Beta", ""},          {"MILES1 Alpha", "MILES2 Beta", ""},
        {"M1: Alpha", "M2 Beta", "M1"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        struct reading r;
        snprintf(text, sizeof text,
                 "# Plan\n## %s\n- Owner: Ana\n- Budget: $1K\n## %s\n"
                 "- Owner: Bo\n- Budget: $2K\n",
                 cases[i].first, cases[i].second);
        const struct model *m = reading_start(&r, "plan.md", text);
        print_message("%s", text);
        assert_int_equal(m->items.len, 2);
        assert_true(slice_is(m->items.items[0].id, cases[i].id));
        if (*cases[i].id) {
            const struct item *item = &m->items.items[0];
            assert_true(slice_equal(span_slice(slice_of(text), item->name_span), item->title));
            assert_null(memchr(item->title.ptr, '1', item->title.len));
        }
        reading_end(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ids_that_siblings_show),
        cmocka_unit_test(test_sections_that_are_items),
        cmocka_unit_test(test_prose_is_no_item),
        cmocka_unit_test(test_guides_are_no_plans),
        cmocka_unit_test(test_tables_of_items),
        cmocka_unit_test(test_listed_records),
        cmocka_unit_test(test_documents_that_are_items),
        cmocka_unit_test(test_names_and_spans),
        cmocka_unit_test(test_whose_field_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
