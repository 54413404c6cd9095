/* decisions_test.c: what has to be decided or signed, escalation paths, meetings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* "kind title [before] due: -open +done ?optional …" per line */
static void decisions(const struct reading *r, char *out, size_t size)
{
    size_t len = 0;
    out[0] = '\0';
    for (size_t i = 0; i < r->model->decisions.len; i++) {
        const struct decision *d = &r->model->decisions.items[i];
        char due[11] = "";
        if (d->due != DATE_NONE)
            date_format(d->due, due);
        len += (size_t)snprintf(out + len, size - len, "%s %.*s [%.*s] %s:",
                                d->kind == DECISION_APPROVAL ? "approval" : "choice",
                                SLICE_ARG(d->title), SLICE_ARG(d->before), due);
        for (size_t l = 0; l < d->lines.len; l++)
            len += (size_t)snprintf(
                out + len, size - len, " %s%s%.*s", d->lines.items[l].open ? "-" : "+",
                d->lines.items[l].optional ? "?" : "", SLICE_ARG(d->lines.items[l].name));
        len += (size_t)snprintf(out + len, size - len, "\n");
    }
}

static void test_decisions(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *expected;
    } cases[] = {
        {"a form in a fence",
         "## 📝 APPROVAL RECORD\n\n```\nDECISION DATE: ______\nDECISION: ☐ GO  ☐ NO-GO\n\n"
         "APPROVERS:\nMayor:      ______  Date: ___\nTreasurer: Ida Holm  Date: 2026-01-03\n"
         "Clerk (optional): ______ Date: ___\n\nNOTES:\n________\n```\n\n---\n\nDate: 2026-01-01\n",
         "approval APPROVAL RECORD [] : -DECISION -Mayor +Treasurer -?Clerk (optional)\n"},
        {"an option chosen, damaged boxes",
         "## Approval record\n\n```\nDECISION: â˜ GO  ☑ NO-GO\nDue date: 2026-02-03\n```\n",
         "approval Approval record [] 2026-02-03: +DECISION\n"},
        {"damaged boxes are open", "## Approval record\n\n```\nDECISION: â˜ GO  â˜ NO-GO\n```\n",
         "approval Approval record [] : -DECISION\n"},
        {"a checklist before a phase",
         "## Decision checklist\n\n### Before approving Phase 1:\n\n**Money:**\n- [x] Set aside\n"
         "- [ ] Agreed\n",
         "choice Decision checklist [Before approving Phase 1] : +Set aside -Agreed\n"},
        {"what the heading above says",
         "## Final checklist (Before Starting)\n\n### Approvals\n- [ ] Mayor\n",
         "approval Approvals [Before Starting] : -Mayor\n"},
        {"a vote by boxes", "## Go/No-Go Vote (2026-02-01)\n\n- [ ] Go\n- [ ] No-Go\n- [ ] Defer\n",
         "choice Go/No-Go Vote [] 2026-02-01: -Go/No-Go Vote\n"},
        {"a vote cast", "## Go/No-Go Vote\n\n- [x] Go\n- [ ] No-Go\n",
         "choice Go/No-Go Vote [] : +Go/No-Go Vote\n"},
        {"the innermost section", "## Approval\n\n### Executive Sign-Off\n\n- Mayor: _______\n",
         "approval Executive Sign-Off [] : -Mayor\n"},
        {"another language", "## Freigabe\n\n- Vorstand: ________  Datum: ____\n",
         "approval Freigabe [] : -Vorstand\n"},
        {"work that has to do with approvals",
         "### Action Item 2: Budget Approval\n**Owner:** Ida\n\n- [ ] Review the numbers\n", ""},
        {"prose", "## Approval\n\nThe mayor approves: everything\n", ""},
        {"a statement to copy", "## Approval\n\n> Approved by: ________\n", ""},
        {"a log", "## Decision log\n\n- [ ] x\n", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        char out[1024];
        print_message("%s\n", cases[i].name);
        reading_start(&r, "plan.md", cases[i].text);
        decisions(&r, out, sizeof out);
        assert_string_equal(out, cases[i].expected);
        reading_end(&r);
    }
}

/* "tier: subject low..high unit; …" per line */
static void tiers(const struct reading *r, char *out, size_t size)
{
    size_t len = 0;
    out[0] = '\0';
    for (size_t i = 0; i < r->model->tiers.len; i++) {
        const struct escalation_tier *tier = &r->model->tiers.items[i];
        len += (size_t)snprintf(out + len, size - len, "%.*s:", SLICE_ARG(tier->title));
        for (size_t t = 0; t < tier->thresholds.len; t++) {
            const struct threshold *threshold = &tier->thresholds.items[t];
            len += (size_t)snprintf(out + len, size - len, " %.*s %g..%g %.*s",
                                    SLICE_ARG(threshold->subject), threshold->low, threshold->high,
                                    SLICE_ARG(threshold->unit));
        }
        len += (size_t)snprintf(out + len, size - len, "\n");
    }
}

static void test_escalation(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *expected;
    } cases[] = {
        {"headings",
         "## Escalation path\n\n### Tier 1: Crew\n- Small things\n- Overruns < 15%\n\n"
         "### Tier 2: Board\n- Overruns > 15%\n",
         "Tier 1: Crew: Overruns -inf..15 %\nTier 2: Board: Overruns 15..inf %\n"},
        {"ranges",
         "## Escalation\n\n### A\n- Budget overruns between 15% and 30%\n\n### B\n"
         "- Budget overruns of $10K–$50K\n",
         "A: Budget overruns 15..30 %\nB: Budget overruns 10000..50000 USD\n"},
        {"a table",
         "## Escalation matrix\n\n| Level | Delay | Who |\n| --- | --- | --- |\n"
         "| 1 | up to 2 days | Lead |\n| 2 | 3-5 days | Head |\n| 3 | over 5 days | Board |\n",
         "1: Delay -inf..2 days\n2: Delay 3..5 days\n3: Delay 5..inf days\n"},
        {"a list",
         "## Escalation\n\n- **Level 1:** overruns below 10%\n- **Level 2:** overruns "
         "above 10%\n",
         "Level 1: overruns below 10%: overruns -inf..10 %\n"
         "Level 2: overruns above 10%: overruns 10..inf %\n"},
        {"elsewhere", "## Costs\n\n### A\n- Overruns < 15%\n", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        char out[1024];
        print_message("%s\n", cases[i].name);
        reading_start(&r, "plan.md", cases[i].text);
        tiers(&r, out, sizeof out);
        assert_string_equal(out, cases[i].expected);
        reading_end(&r);
    }
}

static void test_meetings(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m =
        reading_start(&r, "plan.md",
                      "## 🔄 ONGOING CADENCE (Starting Week 1)\n\n### Daily (15 min)\n"
                      "**Time:** 9:15 AM  \n**Format:** standing\n\n### Monthly (2 hours)\n"
                      "**Time:** Last Friday 3 PM\n\n### How we talk\n**Time:** always\n\n"
                      "## Reports\n\n### Weekly\n**Time:** Friday\n");
    assert_int_equal(m->meetings.len, 2);
    ASSERT_SLICE(m->meetings.items[0].title, "Daily (15 min)");
    ASSERT_SLICE(m->meetings.items[0].when, "9:15 AM");
    ASSERT_SLICE(m->meetings.items[1].when, "Last Friday 3 PM");
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decisions),
        cmocka_unit_test(test_escalation),
        cmocka_unit_test(test_meetings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
