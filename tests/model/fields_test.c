/* fields_test.c: labels and values in every written form, bodies, emptiness. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

/* One document with one field: what is expected of it. */
struct field_case {
    const char *text;
    enum field_key key;
    enum field_form form;
    const char *label, *value;
    bool bullet, quoted, empty;
};

static const struct field_case form_cases[] = {
    {"**Owner**: Alex", FIELD_OWNER, FIELD_FORM_BOLD_COLON_OUTSIDE, "Owner", "Alex", 0, 0, 0},
    {"**Owner:** Alex", FIELD_OWNER, FIELD_FORM_BOLD_COLON_INSIDE, "Owner", "Alex", 0, 0, 0},
    {"- **Owner**: Alex", FIELD_OWNER, FIELD_FORM_BOLD_COLON_OUTSIDE, "Owner", "Alex", 1, 0, 0},
    {"* **Owner:** Alex", FIELD_OWNER, FIELD_FORM_BOLD_COLON_INSIDE, "Owner", "Alex", 1, 0, 0},
    {"1. **Owner**: Alex", FIELD_OWNER, FIELD_FORM_BOLD_COLON_OUTSIDE, "Owner", "Alex", 1, 0, 0},
    {"- Owner: Alex", FIELD_OWNER, FIELD_FORM_PLAIN, "Owner", "Alex", 1, 0, 0},
    {"Owner: Alex", FIELD_OWNER, FIELD_FORM_PLAIN, "Owner", "Alex", 0, 0, 0},
    {"_Owner: Alex_", FIELD_OWNER, FIELD_FORM_ITALIC, "Owner", "Alex", 0, 0, 0},
    {"_Owner:_ Alex", FIELD_OWNER, FIELD_FORM_ITALIC, "Owner", "Alex", 0, 0, 0},
    {"*Owner*: Alex", FIELD_OWNER, FIELD_FORM_ITALIC, "Owner", "Alex", 0, 0, 0},
    {"> **Owner:** Alex", FIELD_OWNER, FIELD_FORM_BOLD_COLON_INSIDE, "Owner", "Alex", 0, 1, 0},
    {"**担当者**：佐藤", FIELD_OWNER, FIELD_FORM_BOLD_COLON_OUTSIDE, "担当者", "佐藤", 0, 0, 0},
    {"👤 **Owner:** Alex", FIELD_OWNER, FIELD_FORM_BOLD_COLON_INSIDE, "Owner", "Alex", 0, 0, 0},
    {"**Owner: Alex**", FIELD_OWNER, FIELD_FORM_BOLD_COLON_INSIDE, "Owner", "Alex", 0, 0, 0},
    {"**Owner** — Alex", FIELD_OWNER, FIELD_FORM_BOLD_COLON_OUTSIDE, "Owner", "Alex", 0, 0, 0},
    {"**Budget (USD):** $5K", FIELD_BUDGET, FIELD_FORM_BOLD_COLON_INSIDE, "Budget (USD)", "$5K", 0,
     0, 0},
    {"- **Owner:** Alex  ", FIELD_OWNER, FIELD_FORM_BOLD_COLON_INSIDE, "Owner", "Alex", 1, 0, 0},
    {"**Ownr:** Alex", FIELD_OTHER, FIELD_FORM_BOLD_COLON_INSIDE, "Ownr", "Alex", 0, 0, 0},
    {"- **Colour**: red", FIELD_OTHER, FIELD_FORM_BOLD_COLON_OUTSIDE, "Colour", "red", 1, 0, 0},
    {"**Owner:**", FIELD_OWNER, FIELD_FORM_BOLD_COLON_INSIDE, "Owner", "", 0, 0, 1},
    {"- **Owner**:", FIELD_OWNER, FIELD_FORM_BOLD_COLON_OUTSIDE, "Owner", "", 1, 0, 1},
    {"[owner:: Alex]", FIELD_OWNER, FIELD_FORM_DATAVIEW, "owner", "Alex", 0, 0, 0},
    {"Some task (due:: 2026-01-05) to do", FIELD_TIMELINE, FIELD_FORM_DATAVIEW, "due", "2026-01-05",
     0, 0, 0},
    {"---\nowner: Alex\n---\n", FIELD_OWNER, FIELD_FORM_FRONT_MATTER, "owner", "Alex", 0, 0, 0},
};

static void test_forms(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof form_cases / sizeof *form_cases; i++) {
        const struct field_case *c = &form_cases[i];
        struct reading r;
        const struct model *m = reading_start(&r, "a.md", c->text);
        const struct field *f = m->fields.items;
        if (m->fields.len != 1)
            fail_msg("%zu fields in: %s", m->fields.len, c->text);
        if (f->key != c->key || f->form != c->form || f->bullet != c->bullet ||
            f->quoted != c->quoted || f->empty != c->empty)
            fail_msg("%s, form %d, bullet %d, quoted %d, empty %d in: %s", field_key_name(f->key),
                     (int)f->form, f->bullet, f->quoted, f->empty, c->text);
        ASSERT_SLICE(f->label, c->label);
        ASSERT_SLICE(reading_at(&r, f->label_span), c->label);
        ASSERT_SLICE(reading_at(&r, f->value), c->value);
        reading_end(&r);
    }
}

static void test_what_is_no_field(void **state)
{
    static const char *const texts[] = {
        "Colour: red", /* plain and unknown */
        "Note: as said\nwe go on from here",
        "# P\n\nNote: all of it is prose\nOwner: here it goes on, and so\nthe line wraps",
        "See https://example.org: it works", /* no label */
        "At 12:30 we meet",
        "**Bold** words in prose",
        "The words go on\nowner: nobody means a field here",
        "```\n**Owner:** Alex\n```",
        "    Owner: Alex",
        "<!-- **Owner:** Alex -->",
        "**A long sentence in bold that tells the reader a lot and ends in a colon all the same:**",
        "`Owner`: Alex",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct reading r;
        const struct model *m = reading_start(&r, "a.md", texts[i]);
        if (m->fields.len)
            fail_msg("field \"%.*s\" in: %s", SLICE_ARG(m->fields.items[0].label), texts[i]);
        reading_end(&r);
    }
}

static void test_several_on_a_line(void **state)
{
    static const char *const texts[] = {
        "**Owner:** Alex | **Status:** Done | **Due:** 2026-01-05",
        "**Owner**: Alex · **Status**: Done · **Due**: 2026-01-05",
        "**Owner:** Alex → **Status:** Done → **Due:** 2026-01-05",
        "Owner: Alex | Status: Done | Due: 2026-01-05",
        "- **Owner:** Alex **Status:** Done **Due:** 2026-01-05",
        "**Owner:** Alex\n**Status:** Done\n**Due:** 2026-01-05",
        "Owner: Alex  \nStatus: Done  \nDue: 2026-01-05",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct reading r;
        const struct model *m = reading_start(&r, "a.md", texts[i]);
        if (m->fields.len != 3)
            fail_msg("%zu fields in: %s", m->fields.len, texts[i]);
        ASSERT_SLICE(reading_at(&r, m->fields.items[0].value), "Alex");
        ASSERT_SLICE(reading_at(&r, m->fields.items[1].value), "Done");
        ASSERT_SLICE(reading_at(&r, m->fields.items[2].value), "2026-01-05");
        assert_int_equal(m->fields.items[2].key, FIELD_TIMELINE);
        reading_end(&r);
    }
}

static void test_an_arrow_or_bar_in_a_value_parts_nothing(void **state)
{
    struct reading r;
    const struct model *m =
        reading_start(&r, "a.md", "**Goal:** from 43% → 65% | or better\n\n**Scope:** a · b: c");
    (void)state;
    assert_int_equal(m->fields.len, 2);
    ASSERT_SLICE(reading_at(&r, m->fields.items[0].value), "from 43% → 65% | or better");
    ASSERT_SLICE(reading_at(&r, m->fields.items[1].value), "a · b: c");
    reading_end(&r);
}

/* An empty label, and whether what stands below is its body. */
static const struct {
    const char *text;
    bool empty;
    const char *body; /* trimmed */
} body_cases[] = {
    {"**Deliverables:**\n- a\n- b\n", false, "- a\n- b"},
    {"**Deliverables:**\n\n- a\n- b\n", false, "- a\n- b"},
    {"- **Deliverables:**\n  - a\n  - b\n", false, "- a\n  - b"},
    {"- **Deliverables:**\n\n- a\n- b\n- **Owner:** Alex\n", false, "- a\n- b"},
    {"- **Deliverables:**\n\nwords of it\n", false, "words of it"},
    {"**Deliverables:**\n\nwords of it\n", false, "words of it"},
    {"**Deliverables:**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", false,
     "| a | b |\n|---|---|\n| 1 | 2 |"},
    {"**Deliverables:**\n\n```\na\n```\n", false, "```\na\n```"},
    {"**Deliverables:**\nwrapped words\n", false, "wrapped words"},
    {"**Deliverables:** the following:\n\n- a\n", false, "- a"},
    {"**Deliverables:**\n\n**Owner:** Alex\n", true, ""},
    {"**Deliverables:**\n**Owner:** Alex\n", true, ""},
    {"- **Deliverables:**\n- **Owner:** Alex\n", true, ""},
    {"**Timeline:**\n\n**Day 1 (first):**\n1. a\n\n**Week 1:**\n1. b\n\n**Owner:** Alex\n", false,
     "**Day 1 (first):**\n1. a\n\n**Week 1:**\n1. b"},
    {"**Status:**\n\n- **Owner:** Alex\n", true, ""},
    {"## A\n\n**Deliverables:**\n\n## B\n\ntext\n", true, ""},
    {"## A\n\n**Deliverables:**\n\n### B\n\ntext\n", false, "### B\n\ntext"},
    {"**Deliverables:**\n\n---\n\ntext\n", true, ""},
};

static void test_bodies(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof body_cases / sizeof *body_cases; i++) {
        struct reading r;
        const struct model *m = reading_start(&r, "a.md", body_cases[i].text);
        const struct field *f = m->fields.items;
        if (!m->fields.len || f->empty != body_cases[i].empty)
            fail_msg("%zu fields, empty wrong in: %s", m->fields.len, body_cases[i].text);
        ASSERT_SLICE(slice_trim(reading_at(&r, f->body)), body_cases[i].body);
        reading_end(&r);
    }
}

static void test_rows_of_a_record(void **state)
{
    struct reading r;
    const struct model *m = reading_start(&r, "a.md",
                                          "| Field | Value |\n"
                                          "|---|---|\n"
                                          "| **Owner** | Alex |\n"
                                          "| **Budget** | $5K |\n"
                                          "| **Colour** | red |\n"
                                          "| Weather | fine |\n");
    (void)state;
    assert_int_equal(m->fields.len, 3);
    assert_int_equal(m->fields.items[0].key, FIELD_OWNER);
    assert_int_equal(m->fields.items[0].form, FIELD_FORM_ROW);
    ASSERT_SLICE(reading_at(&r, m->fields.items[0].value), "Alex");
    ASSERT_SLICE(reading_at(&r, m->fields.items[1].value), "$5K");
    assert_int_equal(m->fields.items[2].key, FIELD_OTHER);
    reading_end(&r);
    m = reading_start(&r, "a.md", "| Risk | Mitigation |\n|---|---|\n| Owner | Budget |\n");
    assert_int_equal(m->fields.len, 0);
    reading_end(&r);
    m = reading_start(&r, "a.md", "| **Owner** | Alex |\n|---|---|\n");
    assert_int_equal(m->fields.len, 1);
    ASSERT_SLICE(reading_at(&r, m->fields.items[0].value), "Alex");
    reading_end(&r);
    m = reading_start(&r, "a.md",
                      "| **Owner** | **Colour** |\n|---|---|\n\n| Owner | Alex |\n|---|---|\n");
    assert_int_equal(m->fields.len, 0);
    reading_end(&r);
}

static void test_headings_named_like_fields(void **state)
{
    struct reading r;
    const struct model *m = reading_start(&r, "a.md",
                                          "# Goals\n"
                                          "## 3. Success Criteria\n"
                                          "- works\n"
                                          "## 💰 Budget\n"
                                          "## History\n");
    (void)state;
    assert_int_equal(m->fields.len, 2); /* the document's title is none */
    assert_int_equal(m->fields.items[0].key, FIELD_SUCCESS_CRITERIA);
    assert_int_equal(m->fields.items[0].form, FIELD_FORM_HEADING);
    ASSERT_SLICE(m->fields.items[0].label, "Success Criteria");
    ASSERT_SLICE(slice_trim(reading_at(&r, m->fields.items[0].body)), "- works");
    assert_false(m->fields.items[0].empty);
    ASSERT_SLICE(reading_at(&r, m->fields.items[1].label_span), "Budget");
    assert_true(m->fields.items[1].empty);
    reading_end(&r);
}

static void test_front_matter(void **state)
{
    struct reading r;
    const struct model *m = reading_start(&r, "a.md",
                                          "---\n"
                                          "title: Plan\n"
                                          "owners:\n"
                                          "  - Alex\n"
                                          "  - Priya\n"
                                          "dependencies: []\n"
                                          "status:\n"
                                          "colour: red\n"
                                          "---\n");
    (void)state;
    assert_int_equal(m->fields.len, 3);
    assert_int_equal(m->fields.items[0].key, FIELD_OWNER);
    assert_false(m->fields.items[0].empty);
    assert_int_equal(m->fields.items[1].key, FIELD_DEPENDENCIES);
    assert_false(m->fields.items[1].empty);
    assert_int_equal(m->fields.items[2].key, FIELD_STATUS);
    assert_true(m->fields.items[2].empty);
    ASSERT_SLICE(m->title, "Plan");
    reading_end(&r);
}

static void test_line_ends_and_marks(void **state)
{
    struct reading r;
    const struct model *m = reading_start(
        &r, "a.md", "\xEF\xBB\xBF# Plan\r\n\r\n**Owner:** Alex\\\r\n**Status:** Done\r\n");
    (void)state;
    assert_int_equal(m->fields.len, 2);
    ASSERT_SLICE(reading_at(&r, m->fields.items[0].value), "Alex");
    ASSERT_SLICE(reading_at(&r, m->fields.items[1].value), "Done");
    reading_end(&r);
}

static void test_look_up_by_offset(void **state)
{
    static const char text[] = "## Success Criteria\n"
                               "- **Owner:** Alex\n"
                               "\n"
                               "text\n";
    struct reading r;
    const struct model *m = reading_start(&r, "a.md", text);
    (void)state;
    assert_int_equal(m->fields.len, 2);
    assert_int_equal(model_field_at(m, (uint32_t)slice_find(slice_of(text), SLICE("Alex"))), 1);
    assert_int_equal(model_field_at(m, (uint32_t)slice_find(slice_of(text), SLICE("text"))), 0);
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_what_is_no_field),
        cmocka_unit_test(test_several_on_a_line),
        cmocka_unit_test(test_an_arrow_or_bar_in_a_value_parts_nothing),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_rows_of_a_record),
        cmocka_unit_test(test_headings_named_like_fields),
        cmocka_unit_test(test_front_matter),
        cmocka_unit_test(test_line_ends_and_marks),
        cmocka_unit_test(test_look_up_by_offset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
