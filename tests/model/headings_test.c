/* headings_test.c: titles, anchors, ids, numbers, parents and sections of headings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

static void test_anchors_are_unique(void **state)
{
    struct reading r;
    const struct model *m = reading_start(&r, "a.md",
                                          "# Plan\n"
                                          "## Scope & Goals!\n"
                                          "## Scope\n"
                                          "## Scope\n"
                                          "## scope\n"
                                          "## Scope-1\n"
                                          "## 🚀 Launch\n"
                                          "## Über `code` and [links](x.md)\n"
                                          "## 計画\n");
    static const char *const anchors[] = {
        "plan",    "scope--goals",        "scope", "scope-1", "scope-2", "scope-1-1",
        "-launch", "über-code-and-links", "計画"};
    (void)state;
    assert_int_equal(m->headings.len, 9);
    for (size_t i = 0; i < 9; i++)
        ASSERT_SLICE(m->headings.items[i].anchor, anchors[i]);
    ASSERT_SLICE(m->headings.items[7].title, "Über code and links");
    ASSERT_SLICE(m->title, "Plan");
    reading_end(&r);
}

static void test_explicit_ids(void **state)
{
    struct reading r;
    const struct model *m = reading_start(&r, "a.md",
                                          "## Scope {#the-scope}\n"
                                          "## <a id=\"money\"></a>Budget\n"
                                          "\n"
                                          "<a name=\"people\"></a>\n"
                                          "## Team\n"
                                          "## {#} None\n"
                                          "## Braces {x}\n");
    (void)state;
    ASSERT_SLICE(m->headings.items[0].id, "the-scope");
    ASSERT_SLICE(m->headings.items[0].title, "Scope");
    ASSERT_SLICE(m->headings.items[0].anchor, "scope");
    ASSERT_SLICE(m->headings.items[1].id, "money");
    ASSERT_SLICE(m->headings.items[2].id, "people");
    ASSERT_SLICE(m->headings.items[3].id, "");
    ASSERT_SLICE(m->headings.items[4].id, "");
    assert_int_equal(model_heading_by_anchor(m, SLICE("the-scope")), 0);
    assert_int_equal(model_heading_by_anchor(m, SLICE("Money")), 1);
    assert_int_equal(model_heading_by_anchor(m, SLICE("team")), 2);
    assert_int_equal(model_heading_by_anchor(m, SLICE("nobody")), NO_INDEX);
    reading_end(&r);
}

static void test_numbers(void **state)
{
    struct reading r;
    const struct model *m = reading_start(&r, "a.md",
                                          "## 1. Aim\n"
                                          "### 1.1 Why\n"
                                          "## Section 2 — Money\n"
                                          "## **3.** People\n"
                                          "## 2026 in numbers\n");
    static const char *const numbers[] = {"1", "1.1", "2", "3", ""};
    (void)state;
    for (size_t i = 0; i < 5; i++)
        ASSERT_SLICE(m->headings.items[i].number, numbers[i]);
    assert_int_equal(model_heading_by_number(m, SLICE("1.1")), 1);
    assert_int_equal(model_heading_by_number(m, SLICE("4")), NO_INDEX);
    reading_end(&r);
}

static void test_parents_and_sections(void **state)
{
    static const char text[] = "# A\n"
                               "one\n"
                               "### B\n"
                               "two\n"
                               "## C\n"
                               "three\n"
                               "# D\n";
    struct reading r;
    const struct model *m = reading_start(&r, "a.md", text);
    const struct heading *h = m->headings.items;
    (void)state;
    assert_int_equal(m->headings.len, 4);
    assert_int_equal(h[0].parent, NO_INDEX);
    assert_int_equal(h[1].parent, 0);
    assert_int_equal(h[2].parent, 0);
    assert_int_equal(h[3].parent, NO_INDEX);
    ASSERT_SLICE(slice_trim(reading_at(&r, h[0].section)), "# A\none\n### B\ntwo\n## C\nthree");
    ASSERT_SLICE(slice_trim(reading_at(&r, h[1].section)), "### B\ntwo");
    ASSERT_SLICE(reading_at(&r, h[2].title_span), "C");
    assert_int_equal(model_heading_at(m, (uint32_t)slice_find(slice_of(text), SLICE("two"))), 1);
    assert_int_equal(model_heading_at(m, (uint32_t)slice_find(slice_of(text), SLICE("three"))), 2);
    reading_end(&r);
}

static void test_headings_in_quotes_and_lists(void **state)
{
    struct reading r;
    const struct model *m = reading_start(&r, "a.md",
                                          "# A\n"
                                          "> ## Q\n"
                                          "> text\n"
                                          "> ## R\n"
                                          "> more\n"
                                          "\n"
                                          "- ### L\n"
                                          "  text\n"
                                          "\n"
                                          "## B\n");
    const struct heading *h = m->headings.items;
    (void)state;
    assert_int_equal(m->headings.len, 5);
    assert_true(h[1].nested && h[2].nested && h[3].nested);
    assert_false(h[4].nested);
    assert_int_equal(h[1].parent, 0);
    assert_int_equal(h[2].parent, 0);
    assert_int_equal(h[3].parent, 0);
    assert_int_equal(h[4].parent, 0);
    assert_true(h[1].section.end <= h[2].span.start);
    reading_end(&r);
}

static void test_keys_compare_titles(void **state)
{
    struct reading r;
    const struct model *m = reading_start(&r, "a.md",
                                          "## ✅ **IDE & CI/CD**  Moat:\n"
                                          "## ide and ci/cd moat\n");
    (void)state;
    assert_true(slice_equal(m->headings.items[0].key, m->headings.items[1].key));
    assert_int_equal(model_heading_by_title(m, m->headings.items[1].key), 0);
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_anchors_are_unique),
        cmocka_unit_test(test_explicit_ids),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_parents_and_sections),
        cmocka_unit_test(test_headings_in_quotes_and_lists),
        cmocka_unit_test(test_keys_compare_titles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
