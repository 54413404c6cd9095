/* people_rules_test.c: what the rules about owners say of whole plans, and of what they are silent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "features/facade.h"

#include <planls/planls.h>
#include <string.h>

#define START "---\nstart: 2026-01-05\n---\n"
#define ITEM(title, owner, weeks)                                                                  \
    "## Initiative: " title "\n- **Owner:** " owner "\n- **Timeline:** " weeks "\n\n"

struct people_case {
    const char *documents; /* "=== path" lines and what follows */
    const char *found;     /* "rule path:line message\n" of this rule, or of all people's rules */
};

static const struct people_case cases[] = {
    /* ---- overallocated-owner: said once, where it begins, over all plans ---- */
    {"=== a.md\n" START ITEM("A", "Noor", "Weeks 3-4") "=== b.md\n" START ITEM(
         "B", "Noor", "Weeks 1-4") "=== c.md\n" START ITEM("C", "@noor", "Weeks 2-5"),
     "overallocated-owner a.md:5 Noor owns 3 initiatives, all at once in weeks 3–4 (3 × 100 % = "
     "300 % if shared equally): what comes first?\n"},
    /* one after the other is no load at once; two at once are not many */
    {"=== a.md\n" START ITEM("A", "Noor", "Weeks 1-2") ITEM("B", "Noor", "Weeks 3-4")
         ITEM("C", "Noor", "Weeks 4-6"),
     ""},
    /* three fifths are less than a whole */
    {"=== a.md\n" START ITEM("A", "Noor, Una, Pia, Tom, Ida", "Weeks 1-2")
         ITEM("B", "Noor, Una1, Pia1, Tom1, Ida1", "Weeks 1-2")
             ITEM("C", "Noor, Una2, Pia2, Tom2, Ida2", "Weeks 1-2"),
     ""},
    /* stated shares are a warning, at two already; the weeks of another's plan are dates */
    {"=== a.md\n" START ITEM("A", "Noor (60%), Una (40%)", "Weeks 1-2")
         ITEM("B", "Noor (0.5 FTE)", "Weeks 2-4"),
     "overallocated-owner a.md:9 The shares stated for Noor come to more than 100 % in week 2: "
     "60 % + 50 % = 110 %\n"},
    {"=== a.md\n" START ITEM("A", "Noor (60%)", "Weeks 1-2") "=== b.md\n" ITEM(
         "B", "Noor (50%)", "2026-01-12 to 2026-01-16"),
     "overallocated-owner b.md:2 The shares stated for Noor come to more than 100 % from "
     "2026-01-12 to 2026-01-16: 60 % + 50 % = 110 %\n"},
    /* what else begins and ends meanwhile does not matter to what is stated */
    {"=== a.md\n" START ITEM("A", "Noor (60%)", "Weeks 1-6") ITEM("B", "Noor (50%)", "Weeks 2-5")
         ITEM("C", "Noor, Una", "Weeks 1-3"),
     "overallocated-owner a.md:9 The shares stated for Noor come to more than 100 % in weeks 2–5: "
     "60 % + 50 % = 110 %\n"},
    /* a quarter is not full of one item */
    {"=== a.md\n" START ITEM("A", "Noor", "Q2 2026") ITEM("B", "Noor", "Q2-Q3 2026")
         ITEM("C", "Noor", "Q2 2026"),
     ""},
    /* exactly what they have */
    {"=== a.md\n" START ITEM("A", "Noor (60%)", "Weeks 1-2") ITEM("B", "Noor (40%)", "Week 2"), ""},
    /* what a team table gives */
    {"=== team.md\n| Name | Role | Allocation |\n|---|---|---|\n| Noor | Engineer | 50% |\n"
     "=== a.md\n" START ITEM("A", "Noor (60%)", "Weeks 1-2"),
     "overallocated-owner a.md:5 The shares stated for Noor come to more than 50 % in weeks 1–2: "
     "60 %\n"},
    /* plans whose week 1 is nobody else's; roles and teams; what is over */
    {"=== a.md\n" ITEM("A", "Noor", "Weeks 1-2") ITEM("B", "Noor", "Weeks 1-2") "=== b.md\n" ITEM(
         "C", "Noor", "Weeks 1-2") ITEM("D", "Noor", "Weeks 1-2"),
     ""},
    {"=== a.md\n" START ITEM("A", "Backend Team", "Weeks 1-2")
         ITEM("B", "Backend Team", "Weeks 1-2") ITEM("C", "Backend Team", "Weeks 1-2"),
     ""},
    {"=== a.md\n" START ITEM("A", "Claude", "Weeks 1-2") ITEM("B", "Claude", "Weeks 1-2")
         ITEM("C", "Claude", "Weeks 1-2"),
     ""},
    {"=== a.md\n" START ITEM("A", "Noor", "Weeks 1-2\n- **Status:** Done")
         ITEM("B", "Noor", "Weeks 1-2") ITEM("C", "Noor", "Weeks 1-2"),
     ""},
    /* ---- inconsistent-role ---- */
    {"=== a.md\n" START ITEM("A", "Noor (Sales Eng)", "Week 1")
         ITEM("B", "Noor (Sales Engineer)", "Week 2") ITEM("C", "Noor (Founder & CEO)", "Week 3")
             ITEM("D", "Noor (support)", "Week 4") ITEM("E", "Noor (pilots)", "Week 5"),
     "inconsistent-role a.md:13 Noor is “Founder & CEO” here and “Sales Eng” in 2 other places: "
     "one "
     "person, or two?\n"},
    {"=== a.md\n" START ITEM("A", "Noor (Designer)", "Week 1")
         ITEM("B", "Noor (Engineer)", "Week 2"),
     ""},
    {"=== a.md\n" START "| Name | Role |\n|---|---|\n| Noor | Designer |\n\n" ITEM(
         "A", "Noor (Engineer)", "Week 1") ITEM("B", "Noor (Engineer)", "Week 2"),
     "inconsistent-role a.md:9 Noor is “Engineer” here and declared as “Designer”\n"},
    /* ---- unclear-ownership: where shared items have the habit, and nothing is known of them ---- */
    {"=== a.md\n" START ITEM("A", "Noor (Engineer), Una (Designer)", "Week 1")
         ITEM("B", "Una (Designer), Tom for tests", "Week 2") ITEM("C", "Noor, Una", "Week 3")
             ITEM("D", "Pia, Ida", "Week 4") ITEM("E", "CEO, CFO", "Week 5"),
     "unclear-ownership a.md:17 2 people own this and nothing says who does what; 4 of the 5 "
     "shared "
     "items here do\n"},
    {"=== a.md\n" START ITEM("A", "Noor, Una", "Week 1") ITEM("B", "Una", "Week 2")
         ITEM("C", "Pia", "Week 3") ITEM("D", "Ida", "Week 4"),
     ""},
    /* ---- unknown-owner ---- */
    {"=== team.md\n| Name | Role |\n|---|---|\n| Jamie | Engineer |\n| Erika | Designer |\n"
     "=== a.md\n" START ITEM("A", "Jaime", "Week 1") ITEM("B", "Erik", "Week 2")
         ITEM("C", "@jamei", "Week 3") ITEM("D", "Hannes", "Week 3"),
     "unknown-owner a.md:5 “Jaime” is declared nowhere, “Jamie” is: a slip of the finger?\n"},
    /* nobody declared: who owns much is known; a name of its own, another role, a likely name */
    {"=== a.md\n" START ITEM("A", "Michael", "Week 1") ITEM("B", "Michael", "Week 2")
         ITEM("C", "Michael", "Week 3") "=== b.md\n" ITEM("D", "Micheal", "Week 1"),
     "unknown-owner b.md:2 “Micheal” owns nothing else, “Michael” owns 3 items: a slip of the "
     "finger?\n"},
    {"=== a.md\n" START ITEM("A", "Maria", "Week 1") ITEM("B", "Maria", "Week 2")
         ITEM("C", "Maria", "Week 3") ITEM("D", "Marta", "Week 1"),
     ""},
    {"=== a.md\n" START ITEM("A", "Maria (Designer)", "Week 1") ITEM("B", "Maria", "Week 2")
         ITEM("C", "Maria", "Week 3") ITEM("D", "Marla (Designer)", "Week 4"),
     "unknown-owner a.md:17 “Marla” owns nothing else, “Maria” owns 3 items: a slip of the "
     "finger?\n"},
    {"=== a.md\n" START ITEM("A", "Michael (Designer)", "Week 1") ITEM("B", "Michael", "Week 2")
         ITEM("C", "Michael", "Week 3") ITEM("D", "Micheal (Lawyer)", "Week 4"),
     ""},
    /* ---- single-owner-risk: people, where others own something too ---- */
    {"=== a.md\n" START ITEM("A", "implementer", "Week 1") ITEM("B", "implementer", "Week 2")
         ITEM("C", "implementer", "Week 3") ITEM("D", "implementer", "Week 4")
             ITEM("E", "Una", "Week 5"),
     ""},
    {"=== a.md\n" START ITEM("A", "Noor", "Week 1") ITEM("B", "Noor", "Week 2")
         ITEM("C", "Noor", "Week 3") ITEM("D", "Noor", "Week 4"),
     ""},
    {"=== a.md\n" START ITEM("A", "Noor", "Week 1") ITEM("B", "Noor", "Week 2")
         ITEM("C", "Noor", "Week 3") ITEM("D", "Noor", "Week 4") ITEM("E", "Noor, Una", "Week 5")
             ITEM("F", "Una", "Week 6") ITEM("G", "Tom", "Week 7"),
     "single-owner-risk a.md:5 Noor alone owns 4 of the 7 items that have an owner: who steps in "
     "for "
     "Noor?\n"},
    /* three of the four that the end waits for */
    {"=== a.md\n" START ITEM("A", "Noor", "Week 1") ITEM("B", "Noor", "Week 2\n- **Depends on:** A")
         ITEM("C", "Una", "Week 3\n- **Depends on:** B")
             ITEM("D", "Noor", "Week 4\n- **Depends on:** C") ITEM("E", "Una", "Week 1")
                 ITEM("F", "Tom", "Week 2") ITEM("G", "Tom", "Week 3"),
     "single-owner-risk a.md:5 Noor alone owns 3 of the 4 items on the critical path: who steps in "
     "for Noor?\n"},
    {"=== a.md\n" START ITEM("A", "Noor", "Week 1") ITEM("B", "Noor", "Week 2")
         ITEM("C", "Noor", "Week 3") ITEM("D", "Noor", "Week 4") ITEM("F", "Una", "Week 6")
             ITEM("G", "Una", "Week 7") ITEM("H", "Tom", "Week 8") ITEM("I", "Tom", "Week 9"),
     ""},
};

static void put_documents(struct planls_workspace *workspace, const char *text)
{
    struct slice rest = slice_of(text);
    while (slice_starts(rest, SLICE("=== "))) {
        size_t line = slice_find_byte(rest, '\n');
        struct slice path = slice_sub(rest, 4, line);
        rest = slice_from(rest, line + 1);
        size_t end = slice_find(rest, SLICE("\n=== "));
        workspace_put(workspace->ws, path,
                      slice_sub(rest, 0, end == SLICE_NONE ? rest.len : end + 1));
        rest = end == SLICE_NONE ? SLICE("") : slice_from(rest, end + 1);
    }
}

static bool is_of_people(const char *code)
{
    static const char *const codes[] = {"overallocated-owner", "inconsistent-role",
                                        "unclear-ownership", "unknown-owner", "single-owner-risk"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(codes[i], code) == 0)
            return true;
    return false;
}

static void put_found(struct planls_workspace *workspace, struct strbuf *out)
{
    struct planls_results *results = planls_results_new();
    for (size_t d = 0; d < workspace_count(workspace->ws); d++) {
        const struct document *document = workspace_at(workspace->ws, d);
        struct planls_diagnostics found = {0};
        planls_check(workspace, document->path.ptr, results, &found);
        for (size_t i = 0; i < found.len; i++) {
            uint32_t line = text_line_of(&document->text, found.items[i].range.start) + 1;
            if (is_of_people(found.items[i].code))
                strbuf_printf(out, "%s %.*s:%u %s\n", found.items[i].code,
                              SLICE_ARG(document->path), line, found.items[i].message);
        }
    }
    planls_results_free(results);
}

static void test_people_rules(void **state)
{
    (void)state;
    unsigned wrong = 0;
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        struct planls_workspace *workspace = planls_workspace_new();
        struct strbuf out;
        strbuf_init(&out, STRBUF_NO_LIMIT);
        put_documents(workspace, cases[c].documents);
        put_found(workspace, &out);
        if (!slice_is(strbuf_slice(&out), cases[c].found)) {
            print_error("case %zu\n%s\nexpected\n%s\nbut\n%s\n", c, cases[c].documents,
                        cases[c].found, out.ptr ? out.ptr : "");
            wrong++;
        }
        strbuf_release(&out);
        planls_workspace_free(workspace);
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_people_rules)};
    return cmocka_run_group_tests_name("people rules", tests, NULL, NULL);
}
