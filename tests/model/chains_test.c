/* chains_test.c: what waits for what in prose, arrows and drawings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "reading.h"

/* The chain as "waiting<awaited; …", then what each item waits for as "item<target; …". */
static void assert_chain(const char *text, const char *expected)
{
    struct reading r;
    struct strbuf got;
    reading_start(&r, "plan.md", text);
    strbuf_init(&got, STRBUF_NO_LIMIT);
    const struct model *m = r.model;
    for (size_t e = 0; e < m->chain.edges.len; e++)
        strbuf_printf(&got, "%.*s<%.*s; ",
                      SLICE_ARG(m->chain.names.items[m->chain.edges.items[e].from].text),
                      SLICE_ARG(m->chain.names.items[m->chain.edges.items[e].to].text));
    for (size_t i = 0; i < m->items.len; i++)
        for (size_t d = 0; d < m->items.items[i].depends_on.len; d++)
            strbuf_printf(&got, "[%.*s<%.*s] ", SLICE_ARG(m->items.items[i].title),
                          SLICE_ARG(m->items.items[i].depends_on.items[d].target));
    assert_string_equal(got.ptr ? got.ptr : "", expected);
    strbuf_release(&got);
    reading_end(&r);
}

static void test_prose(void **state)
{
    (void)state;
    assert_chain(
        "**Dependency chain:**\n\n- Ferries depend on berths.\n- The berths require a channel. "
        "It is old.\n- Nothing else matters.\n",
        "Ferries<berths; berths<a channel; ");
    /* a name told short is the same name; one word alone is not enough */
    assert_chain("## Dependency Chain\n\n- Sales rely on a small group of loyal readers\n"
                 "- A small group of readers depends on print\n- Readers depend on luck\n",
                 "Sales<a small group of loyal readers; a small group of loyal readers<print; "
                 "Readers<luck; ");
    /* elsewhere sentences are only sentences */
    assert_chain("## Notes\n\n- Ferries depend on berths.\n", "");
}

static void test_arrows(void **state)
{
    (void)state;
    assert_chain("**Critical path:** Dredging → Quay wall → Cranes\n",
                 "Quay wall<Dredging; Cranes<Quay wall; ");
    assert_chain("## Dependencies\n\n- Dredging -> Quay wall\n- Dredging -> Dock\n",
                 "Quay wall<Dredging; Dock<Dredging; ");
}

static void test_drawings(void **state)
{
    (void)state;
    static const char items[] = "## Initiative: Dredging\n- **Owner:** Ann\n\n"
                                "## Initiative: Quay wall\n- **Owner:** Ben\n\n";
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_puts(&text, items);
    /* only what are items: a flow chart of something else says nothing */
    strbuf_puts(&text, "```mermaid\ngraph TD\n  A[Dredging] -->|then| B[\"Quay wall\"]\n"
                       "  B --> C[Browser]\n  A --> C\n```\n");
    assert_chain(text.ptr, "Quay wall<Dredging; [Quay wall<Dredging] ");
    strbuf_clear(&text);
    strbuf_puts(&text, items);
    strbuf_puts(&text, "```mermaid\nsequenceDiagram\n  Dredging --> Quay wall\n```\n");
    assert_chain(text.ptr, "");
    strbuf_release(&text);
}

static void test_estimates(void **state)
{
    (void)state;
    struct reading r;
    reading_start(
        &r, "tasks.md",
        "- [ ] T001 Weigh (4h)\n- [ ] T002 Keep logs for 30 days\n- [ ] T003 Print (2 weeks)\n");
    assert_true(r.model->tasks.items[0].estimate > 0.49 && r.model->tasks.items[0].estimate < 0.51);
    assert_true(r.model->tasks.items[1].estimate <= 0);
    assert_true(r.model->tasks.items[2].estimate > 13.9 && r.model->tasks.items[2].estimate < 14.1);
    reading_end(&r);
}

/* `ID | Task | Owner | Start | End | Depends on` plans tasks; without times or dependencies it lists them. */
static void test_task_tables(void **state)
{
    (void)state;
    struct reading r;
    reading_start(&r, "plan.md",
                  "| ID | Task | Owner | Start | End | Depends on |\n|-|-|-|-|-|-|\n"
                  "| T1 | Survey | Ann | 2026-01-05 | 2026-01-16 | - |\n"
                  "| T2 | Piles | Ben | 2026-01-19 | 2026-01-30 | T1 |\n");
    assert_int_equal(r.model->items.len, 2);
    assert_int_equal(r.model->items.items[1].kind, ITEM_TASK);
    ASSERT_SLICE(r.model->items.items[1].id, "T2");
    assert_int_equal(r.model->items.items[0].depends_on.len, 0);
    ASSERT_SLICE(r.model->items.items[1].depends_on.items[0].target, "T1");
    reading_end(&r);
    reading_start(
        &r, "plan.md",
        "| Task | Owner | Status |\n|-|-|-|\n| Survey | Ann | open |\n| Piles | Ben | open |\n");
    assert_int_equal(r.model->items.len, 0);
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_prose), cmocka_unit_test(test_arrows),
                                       cmocka_unit_test(test_drawings),
                                       cmocka_unit_test(test_estimates),
                                       cmocka_unit_test(test_task_tables)};
    return cmocka_run_group_tests_name("chains", tests, NULL, NULL);
}
