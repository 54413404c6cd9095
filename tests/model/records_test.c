/* records_test.c: go-gates, stop conditions, budget checkpoints, index entries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* "title: criterion (x for done, - for open, . without a box); …" one line per gate. */
static void gates(const struct reading *r, char *out, size_t size)
{
    size_t len = 0;
    out[0] = '\0';
    for (size_t i = 0; i < r->model->gates.len; i++) {
        const struct gate *gate = &r->model->gates.items[i];
        len += (size_t)snprintf(out + len, size - len, "%.*s:", SLICE_ARG(gate->title));
        for (size_t c = 0; c < gate->criteria.len; c++) {
            const struct criterion *criterion = &gate->criteria.items[c];
            const char *sign = !criterion->has_box ? "." : criterion->done ? "x" : "-";
            len += (size_t)snprintf(out + len, size - len, " %s%.*s", sign,
                                    SLICE_ARG(criterion->text));
        }
        len += (size_t)snprintf(out + len, size - len, "\n");
    }
}

static void test_gates(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *gates;
    } cases[] = {
        {"a label and boxes", "**Go-Gate Criteria:**\n- [ ] data moved\n- [x] login works\n",
         "Go-Gate Criteria: -data moved xlogin works\n"},
        {"a heading", "## Phase 1\n\n### Exit Criteria\n\n- [x] a\n\nand\n\n- [ ] b\n",
         "Exit Criteria: xa -b\n"},
        {"a bullet with a list below", "- **Gate criteria:**\n  - [ ] a\n  - [ ] b\n- [ ] other\n",
         "Gate criteria: -a -b\n"},
        {"no boxes", "**Go/No-Go Criteria:**\n\n- all tests pass\n- **budget** kept\n",
         "Go/No-Go Criteria: .all tests pass .budget kept\n"},
        {"on the label's line", "**Go-Gate Criteria:** 3 pilots run\n",
         "Go-Gate Criteria: .3 pilots run\n"},
        {"empty", "**Go-Gate Criteria:**\n\nText\n", "Go-Gate Criteria:\n"},
        {"weak names need boxes", "### Exit criteria\n\n- a\n\n**Quality gate**: passed\n", ""},
        {"two phases", "## P1\n\n**Gate:**\n- [ ] a\n\n## P2\n\n**Gate:**\n- [ ] b\n",
         "Gate: -a\nGate: -b\n"},
        {"gates under a heading of gates",
         "## Gates\n\n### Gate 1: A\n\n- [ ] a\n\n### Gate 2: B\n\n- [x] b\n",
         "Gate 1: A: -a\nGate 2: B: xb\n"},
        {"prose", "The go-gate criteria are kept elsewhere.\n\n- [ ] a\n", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        char out[1024];
        print_message("%s\n", cases[i].name);
        reading_start(&r, "plan.md", cases[i].text);
        gates(&r, out, sizeof out);
        assert_string_equal(out, cases[i].gates);
        reading_end(&r);
    }
}

static void test_gate_guards_its_phase(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(&r, "plan.md",
                                          "# Plan\n\n### Phase 1 (Weeks 1-4)\n**Target:** all\n\n"
                                          "- [ ] work\n\n**Go-Gate Criteria:**\n- [ ] a\n\n"
                                          "### Phase 2 (Weeks 5-8)\n\n- [ ] more\n");
    assert_int_equal(m->gates.len, 1);
    const struct gate *gate = &m->gates.items[0];
    assert_int_not_equal(gate->item, NO_INDEX);
    ASSERT_SLICE(m->items.items[gate->item].number, "1");
    ASSERT_SLICE(reading_at(&r, gate->name_span), "Go-Gate Criteria");
    ASSERT_SLICE(reading_at(&r, gate->span), "**Go-Gate Criteria:**\n- [ ] a");
    reading_end(&r);
}

static void test_stops(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *stops; /* "condition|signal|action" per line */
    } cases[] = {
        {"numbered with labels",
         "## STOP CONDITIONS (Pause)\n\n**Stop if:**\n\n"
         "1. **Phase 1 not done by Week 5**\n   - Signal: Migration late\n   - Action: Cut "
         "scope\n\n"
         "2. **Costs over $500**\n   - **Signal:** Bill grows\n   - **Action:** Cache\n",
         "Phase 1 not done by Week 5|Migration late|Cut scope\nCosts over $500|Bill grows|Cache\n"},
        {"parts missing", "## Kill criteria\n\n- No users\n  - Signal: none sign up\n- No money\n",
         "No users|none sign up|\nNo money||\n"},
        {"a label", "**Stop conditions:**\n\n1. Too slow\n   - Action: stop\n", "Too slow||stop\n"},
        {"headings",
         "## Stop conditions\n\n### Too slow\n\n**Signal:** p95 over 1 s\n**Action:** roll back\n",
         "Too slow|p95 over 1 s|roll back\n"},
        {"a table",
         "## Stop conditions\n\n| # | Condition | Signal | Action |\n|--|--|--|--|\n"
         "| 1 | Too slow | p95 | roll back |\n",
         "Too slow|p95|roll back\n"},
        {"other lists", "## Conditions\n\n1. a\n   - Signal: b\n", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        char out[1024] = "";
        size_t len = 0;
        const struct model *m = reading_start(&r, "plan.md", cases[i].text);
        print_message("%s\n", cases[i].name);
        for (size_t s = 0; s < m->stops.len; s++)
            len += (size_t)snprintf(out + len, sizeof out - len, "%.*s|%.*s|%.*s\n",
                                    SLICE_ARG(m->stops.items[s].condition),
                                    SLICE_ARG(m->stops.items[s].signal),
                                    SLICE_ARG(m->stops.items[s].action));
        assert_string_equal(out, cases[i].stops);
        reading_end(&r);
    }
}

static void test_checkpoints(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *checkpoints; /* "week amount~" per line */
    } cases[] = {
        {"headings",
         "## 💰 BUDGET CHECKPOINTS\n\n### Week 4 (Phase 1 Complete)\n**Budget used:** ~$40K\n"
         "**Check:** Within 10%?\n- If yes → go on\n\n### Week 8\n**Final budget:** $1.5M\n",
         "4 40000~\n8 1500000\n"},
        {"a list", "## Budget checkpoints\n\n- **Week 4:** $40K used\n- Week 8: ~$100K\n",
         "4 40000\n8 100000~\n"},
        {"a table", "## Budget checkpoints\n\n| When | Spent |\n|--|--|\n| Week 4 | $40K |\n",
         "4 40000\n"},
        {"no amount", "## Budget checkpoints\n\n### Week 4\nTo be set\n", "4 0\n"},
        {"other headings", "## Checkpoints\n\n### Week 4\n**Budget used:** $40K\n", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        char out[256] = "";
        size_t len = 0;
        const struct model *m = reading_start(&r, "plan.md", cases[i].text);
        print_message("%s\n", cases[i].name);
        for (size_t c = 0; c < m->checkpoints.len; c++) {
            const struct checkpoint *checkpoint = &m->checkpoints.items[c];
            assert_int_equal(checkpoint->at.unit, TIME_WEEK);
            len += (size_t)snprintf(out + len, sizeof out - len, "%d %.0f%s\n",
                                    (int)checkpoint->at.value, checkpoint->amount.amount,
                                    checkpoint->amount.approx ? "~" : "");
        }
        assert_string_equal(out, cases[i].checkpoints);
        reading_end(&r);
    }
}

static void test_entries_of_headings(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(&r, "INDEX.md",
                                          "# Index\n\n### 1. LOG.md\n**Purpose:** what happened\n\n"
                                          "**Contains:**\n- the days\n- the nights\n\n"
                                          "**Update Frequency:**\n- Daily: bugs\n- Weekly: all\n\n"
                                          "**Who Should Use:**\n- Everyone\n\n"
                                          "**Key Sections:**\n- Section 2-4: feedback\n\n"
                                          "### 2. src/main.c\n**Purpose:** starts\n");
    assert_int_equal(m->entries.len, 1);
    const struct index_entry *entry = &m->entries.items[0];
    ASSERT_SLICE(entry->target, "LOG.md");
    ASSERT_SLICE(reading_at(&r, entry->target_span), "LOG.md");
    ASSERT_SLICE(entry->cadence, "Daily: bugs; Weekly: all");
    ASSERT_SLICE(entry->audience, "Everyone");
    ASSERT_SLICE(entry->sections, "Section 2-4: feedback");
    reading_end(&r);
}

static void test_entries_of_tables(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(
        &r, "INDEX.md",
        "| Document | Owner | Frequency |\n|--|--|--|\n| **LOG.md** | Ada | Weekly |\n"
        "| [Plan](docs/plan.md) | Bo | Never |\n| week-X-Y/NOTES.md | Cy | Friday |\n"
        "| all others | Cy | |\n\n"
        "| Week | Existing Document | Part |\n|--|--|--|\n| 1 | LOG.md | all |\n");
    assert_int_equal(m->entries.len, 3);
    const struct index_entry *e = m->entries.items;
    ASSERT_SLICE(e[0].target, "LOG.md");
    ASSERT_SLICE(e[0].owner, "Ada");
    ASSERT_SLICE(e[0].cadence, "Weekly");
    ASSERT_SLICE(e[1].target, "docs/plan.md");
    ASSERT_SLICE(e[2].target, "week-X-Y/NOTES.md");
    ASSERT_SLICE(e[2].cadence, "Friday");
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gates),
        cmocka_unit_test(test_gate_guards_its_phase),
        cmocka_unit_test(test_stops),
        cmocka_unit_test(test_checkpoints),
        cmocka_unit_test(test_entries_of_headings),
        cmocka_unit_test(test_entries_of_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
