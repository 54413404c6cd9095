/* item_span_test.c: when an item is, from all it says and from its parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../model/reading.h"
#include "analysis/item_span.h"

static const char *iso(date_days day, char out[11])
{
    if (day == DATE_NONE)
        return "-";
    date_format(day, out);
    return out;
}

/* The spans of all items of a plan, one "source from..to anchor" each. */
static void assert_spans(const char *plan, const char *expected)
{
    static const char *const sources[] = {"none", "field", "heading", "children"};
    static const char *const anchors[] = {"floating", "assumed", "stated"};
    struct reading r;
    const struct model *model = reading_start(&r, "plan.md", plan);
    const struct item_span *spans = item_spans_of(&r.settings, model, &r.arena);
    char got[2000] = "";
    size_t len = 0;
    for (size_t i = 0; i < model->items.len; i++) {
        char from[11], to[11];
        const struct item_span *s = &spans[i];
        len += (size_t)snprintf(got + len, sizeof got - len, "%s%s", i ? "; " : "",
                                sources[s->source]);
        if (s->source != ITEM_SPAN_NONE)
            len +=
                (size_t)snprintf(got + len, sizeof got - len, " %s..%s %s", iso(s->days.from, from),
                                 iso(s->days.to, to), anchors[s->days.anchor]);
        if (s->length > 0)
            len += (size_t)snprintf(got + len, sizeof got - len, " %gd", s->length);
    }
    assert_string_equal(got, expected);
    reading_end(&r);
}

static void test_own_time(void **state)
{
    (void)state;
    /* Weeks 1–4 and 5–8 from Monday 5 January: to Sunday 1 March */
    assert_spans("---\nstart: 2026-01-05\n---\n# Plan\n\n## Initiative: Pier\n- **Timeline:**\n"
                 "  - Weeks 1–4: piles\n  - Weeks 5–8: deck\n",
                 "field 2026-01-05..2026-03-01 stated");
    assert_spans("# Plan\n\n## Phase 1: Piles (Weeks 2-3)\n**Owner:** Noor\n",
                 "heading 1970-01-12..1970-01-25 floating");
    assert_spans("# Plan\n**Date:** 2026-01-02\n\n## Phase 1: Piles (Week 1)\n**Owner:** Noor\n",
                 "heading 2026-01-05..2026-01-11 assumed");
    /* dates need no start */
    assert_spans("# Plan\n\n## Phase 1: Piles\n**Timeline:** 2026-03-02 to 2026-03-20\n",
                 "field 2026-03-02..2026-03-20 stated");
    /* the field goes before the heading */
    assert_spans(
        "# Plan\n\n## Phase 1: Piles (Weeks 1-2)\n**Timeline:** 2026-03-02 to 2026-03-20\n",
        "field 2026-03-02..2026-03-20 stated");
}

static void test_ends(void **state)
{
    (void)state;
    assert_spans("# Plan\n\n## Phase 1: Piles\n**Due:** 2026-03-20\n",
                 "field -..2026-03-20 stated");
    assert_spans("# Plan\n\n## Phase 1: Piles\n**Start:** 2026-03-02\n**Due:** 2026-03-20\n",
                 "field 2026-03-02..2026-03-20 stated");
    assert_spans("# Plan\n\n## Phase 1: Piles\n**Start:** 2026-03-02\n**Duration:** 2 weeks\n",
                 "field 2026-03-02..2026-03-15 stated 14d");
    assert_spans("# Plan\n\n## Phase 1: Piles\n**Duration:** 2 weeks\n", "none 14d");
    assert_spans(
        "---\nstart: 2026-01-05\n---\n# Plan\n\n## Phase 1: Piles (Month 2+)\n**Owner:** Noor\n",
        "heading 2026-02-05..- stated");
    assert_spans("# Plan\n\n| Milestone | Owner | Start | End date |\n|---|---|---|---|\n"
                 "| Piles | Noor | 2026-03-02 | 2026-03-20 |\n",
                 "field 2026-03-02..2026-03-20 stated");
}

static void test_children(void **state)
{
    (void)state;
    assert_spans(
        "# Plan\n\n## Initiative: Pier\n\n### Phase 1: Piles (Weeks 1-2)\n**Owner:** Noor\n\n"
        "### Phase 2: Deck (Weeks 5-6)\n**Owner:** Noor\n",
        "children 1970-01-05..1970-02-15 floating; heading 1970-01-05..1970-01-18 floating; "
        "heading 1970-02-02..1970-02-15 floating");
}

static void test_mixed(void **state)
{
    (void)state;
    /* no start: the week cannot be compared with the dates, the first entry counts */
    assert_spans(
        "# Plan\n\n## Initiative: Pier\n- **Timeline:**\n  - 2026-03-02 to 2026-03-20: piles\n"
        "  - Week 2: deck\n",
        "field 2026-03-02..2026-03-20 stated");
    assert_spans("---\nstart: 2026-01-05\n---\n# Plan\n\n## Initiative: Pier\n- **Timeline:**\n"
                 "  - 2026-03-02 to 2026-03-20: piles\n  - Week 2: deck\n",
                 "field 2026-01-12..2026-03-20 stated");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_own_time), cmocka_unit_test(test_ends),
                                       cmocka_unit_test(test_children),
                                       cmocka_unit_test(test_mixed)};
    return cmocka_run_group_tests_name("item spans", tests, NULL, NULL);
}
