/* capacity_test.c: who carries how much, and when. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/capacity.h"
#include "base/strbuf.h"

#include <string.h>

/* A workspace from documents written as "=== path" lines and what follows. */
struct team {
    struct settings settings;
    struct workspace *ws;
    struct arena arena;
};

static void open_team(struct team *team, const char *text)
{
    settings_init(&team->settings);
    arena_init(&team->arena);
    team->ws = workspace_new(&team->settings);
    struct slice rest = slice_of(text);
    while (slice_starts(rest, SLICE("=== "))) {
        size_t line = slice_find_byte(rest, '\n');
        struct slice path = slice_sub(rest, 4, line);
        rest = slice_from(rest, line + 1);
        size_t end = slice_find(rest, SLICE("\n=== "));
        workspace_put(team->ws, path, slice_sub(rest, 0, end == SLICE_NONE ? rest.len : end + 1));
        rest = end == SLICE_NONE ? SLICE("") : slice_from(rest, end + 1);
    }
}

static void close_team(struct team *team)
{
    workspace_free(team->ws);
    arena_release(&team->arena);
}

/* "Noor/1 owns 3: 1-2 150% x3, 3-4 50% x1; " with weeks where they are counted, else days of the year. */
static void put_load(struct strbuf *out, const struct load *load)
{
    strbuf_append(out, load->name);
    if (load->role.len)
        strbuf_printf(out, " (%.*s)", SLICE_ARG(load->role));
    if (load->capacity < 1 || load->capacity > 1)
        strbuf_printf(out, " of %g", load->capacity);
    strbuf_printf(out, " owns %u:", load->owned);
    for (size_t i = 0; i < load->runs.len; i++) {
        const struct load_run *run = &load->runs.items[i];
        if (load->weeks) {
            strbuf_printf(out, " %d-%d", calendar_week(&load->calendar, run->from),
                          calendar_week(&load->calendar, run->to));
        } else {
            struct date from = date_from_days(run->from), to = date_from_days(run->to);
            strbuf_printf(out, " %d.%d.-%d.%d.", from.day, from.month, to.day, to.month);
        }
        strbuf_printf(out, " %.0f%%x%u", run->load * 100, run->count);
        if (run->stated > 0.001)
            strbuf_printf(out, "(%.0f%%)", run->stated * 100);
    }
    strbuf_puts(out, "; ");
}

static void assert_loads(const char *text, const char *expected)
{
    struct team team;
    struct loads loads = {0};
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    open_team(&team, text);
    capacity_of_all(team.ws, &team.arena, &loads);
    for (size_t i = 0; i < loads.len; i++)
        put_load(&out, &loads.items[i]);
    if (!slice_is(strbuf_slice(&out), expected))
        fail_msg("%s\nexpected: %s\nbut:      %s", text, expected, out.ptr ? out.ptr : "");
    strbuf_release(&out);
    close_team(&team);
}

#define ITEM(title, owner, weeks)                                                                  \
    "## Initiative: " title "\n- **Owner:** " owner "\n- **Timeline:** " weeks "\n\n"
#define STATED "---\nstart: 2026-01-05\n---\n\n"

static void test_shares(void **state)
{
    (void)state;
    /* equal parts of 100 %, the sum over what runs at once */
    assert_loads("=== a.md\n" ITEM("A", "Noor, Tomas", "Weeks 1-4") ITEM("B", "Noor", "Weeks 3-6"),
                 "Noor owns 2: 1-2 50%x1 3-4 150%x2 5-6 100%x1; Tomas owns 1: 1-4 50%x1; ");
    /* what is stated counts; the others share the rest */
    assert_loads("=== a.md\n" ITEM("A", "Noor (20%), Tomas, Una", "Week 1"),
                 "Noor owns 1: 1-1 20%x1(20%); Tomas owns 1: 1-1 40%x1; Una owns 1: 1-1 40%x1; ");
    assert_loads("=== a.md\n" ITEM("A", "Noor (1.0 FTE), Tomas", "Week 1"),
                 "Noor owns 1: 1-1 100%x1(100%); Tomas owns 1: 1-1 0%x1; ");
    /* one owner named twice is one owner */
    assert_loads("=== a.md\n" ITEM("A", "Noor for tests, Noor for code", "Week 1"),
                 "Noor owns 1: 1-1 100%x1; ");
    /* thirds add up */
    assert_loads("=== a.md\n" ITEM("A", "X1, X2, X3", "Week 1") ITEM("B", "X1, X2, X4", "Week 1")
                     ITEM("C", "X1, X5, X6", "Week 1"),
                 "X1 owns 3: 1-1 100%x3; X2 owns 2: 1-1 67%x2; X3 owns 1: 1-1 33%x1; "
                 "X4 owns 1: 1-1 33%x1; X5 owns 1: 1-1 33%x1; X6 owns 1: 1-1 33%x1; ");
}

static void test_what_is_no_load(void **state)
{
    (void)state;
    assert_loads("=== a.md\n" ITEM("A", "Noor", "Weeks 1-4\n- **Status:** Done")
                     ITEM("B", "Noor", "Weeks 1-4\n- **Status:** Cancelled")
                         ITEM("C", "Noor", "2-3 weeks") ITEM("D", "Noor", "by Friday")
                             ITEM("E", "Noor", "Week 2+"),
                 "Noor owns 3:; ");
    assert_loads("=== archive/a.md\n---\nstatus: archived\n---\n", "");
    /* its parts are the work; a part that says no owner or time is none */
    assert_loads("=== a.md\n## Phase 1: Dig (Weeks 1-4)\n- **Owner:** Noor\n\n"
                 "### Milestone: Spade (Weeks 1-2)\n- **Owner:** Noor\n\n"
                 "### Milestone: Hole (Weeks 3-4)\n- **Owner:** Tomas\n\n"
                 "## Phase 2: Fill (Weeks 5-8)\n- **Owner:** Noor\n\n"
                 "### Milestone: Earth (Weeks 5-6)\n- **Goal:** much of it\n- **Scope:** x\n",
                 "Noor owns 3: 1-2 100%x1 5-8 100%x1; Tomas owns 1: 3-4 100%x1; ");
    /* told in phases, it runs from the first to the last */
    assert_loads("=== a.md\n## Initiative: Dig\n- **Owner:** Noor\n- **Timeline:**\n"
                 "  - Weeks 1–2: spade\n  - Weeks 3–6: hole\n",
                 "Noor owns 1: 1-6 100%x1; ");
}

static void test_which_plans_add_up(void **state)
{
    (void)state;
    /* stated starts share real days; both count from one week 1 */
    assert_loads("=== a.md\n" STATED ITEM("A", "Noor", "Weeks 1-2") "=== b.md\n" STATED ITEM(
                     "B", "@noor", "Weeks 2-3"),
                 "Noor owns 2: 1-1 100%x1 2-2 200%x2 3-3 100%x1; ");
    /* dates need no start; days are days then */
    assert_loads("=== a.md\n" STATED ITEM("A", "Noor", "Weeks 1-2") "=== b.md\n" ITEM(
                     "B", "Noor", "2026-01-12 to 2026-01-14"),
                 "Noor owns 2: 5.1.-11.1. 100%x1 12.1.-14.1. 200%x2 15.1.-18.1. 100%x1; ");
    /* two that follow each other within a week do not add up */
    assert_loads("=== b.md\n" ITEM("A", "Noor", "2026-01-12 to 2026-01-13")
                     ITEM("B", "Noor", "2026-01-14 to 2026-01-15"),
                 "Noor owns 2: 12.1.-13.1. 100%x1 14.1.-15.1. 100%x1; ");
    /* weeks that hang on nothing, or on the document's own date, are compared with themselves only */
    assert_loads(
        "=== a.md\n" ITEM("A", "Noor", "Weeks 1-2") "=== b.md\ntimestamp: 2026-01-05\n\n" ITEM(
            "B", "Noor", "Weeks 1-2") "=== c.md\n" STATED ITEM("C", "Noor", "Weeks 1-2"),
        "Noor owns 1: 1-2 100%x1; Noor owns 1: 1-2 100%x1; Noor owns 1: 1-2 100%x1; ");
    /* a plan's own weeks and real dates have nothing to do with each other */
    assert_loads("=== a.md\n" ITEM("A", "Noor", "Weeks 1-2")
                     ITEM("B", "Noor", "2026-01-12 to 2026-01-14"),
                 "Noor owns 1: 12.1.-14.1. 100%x1; Noor owns 1: 1-2 100%x1; ");
    /* an item that another document tells again counts once */
    assert_loads("=== a.md\n" STATED ITEM("A", "Noor", "Weeks 1-2") "=== roadmap.md\n" STATED ITEM(
                     "A", "Noor", "Weeks 1-2"),
                 "Noor owns 1: 1-2 100%x1; ");
}

static void test_who_can_carry_how_much(void **state)
{
    (void)state;
    assert_loads(
        "=== a.md\n" ITEM(
            "A", "Noor",
            "Weeks 1-2") "=== team.md\n"
                         "| Name | Role | Allocation |\n|---|---|---|\n| Noor | Designer | 50% |\n",
        "Noor (Designer) of 0.5 owns 1: 1-2 100%x1; ");
    struct team team;
    struct settings_person people[] = {{SLICE_INIT("Noor"), SLICE_INIT(""), 0.8}};
    struct loads loads = {0};
    open_team(&team, "=== a.md\n" ITEM("A", "Noor (Designer)", "Weeks 1-2"));
    team.settings.people = people;
    team.settings.person_count = 1;
    const struct document *document = workspace_at(team.ws, 0);
    capacity_of_person(team.ws, SLICE("noor"), document, &team.arena, &loads);
    assert_int_equal(loads.len, 1);
    assert_float_equal(loads.items[0].capacity, 0.8, 1e-9);
    assert_true(slice_is(loads.items[0].role, "Designer"));
    capacity_of_person(team.ws, SLICE("una"), document, &team.arena, &loads);
    assert_int_equal(loads.len, 1);
    close_team(&team);
}

static void test_roles(void **state)
{
    (void)state;
    struct team team;
    struct loads people = {0}, roles = {0};
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    open_team(&team, "=== a.md\n" ITEM("A", "Noor (Engineer), Una", "Weeks 1-2") ITEM(
                         "B", "Tomas (Engineer)", "Weeks 2-3") ITEM("C", "Engineer", "Week 2"));
    capacity_of_all(team.ws, &team.arena, &people);
    capacity_by_role(team.ws, &people, &team.arena, &roles);
    for (size_t i = 0; i < roles.len; i++)
        put_load(&out, &roles.items[i]);
    if (!slice_is(strbuf_slice(&out),
                  "Engineer (Engineer) of 3 owns 3: 1-1 50%x1 2-2 250%x3 3-3 100%x1; "))
        fail_msg("%s", out.ptr);
    strbuf_release(&out);
    close_team(&team);
}

static void test_questions(void **state)
{
    (void)state;
    struct team team;
    struct loads loads = {0};
    struct load_works works = {0};
    open_team(&team, "=== a.md\n" STATED ITEM("A", "Noor, Una", "Weeks 1-4")
                         ITEM("B", "Noor", "Weeks 3-6"));
    capacity_of_person(team.ws, SLICE("noor"), workspace_at(team.ws, 0), &team.arena, &loads);
    assert_int_equal(loads.len, 1);
    const struct load load = loads.items[0];
    assert_non_null(load.peak);
    assert_int_equal(calendar_week(&load.calendar, load.peak->from), 3);
    load_works_of(&load, load.peak, &team.arena, &works);
    assert_int_equal(works.len, 2);
    assert_int_equal(works.items[0]->item, 0);
    assert_int_equal(works.items[1]->item, 1);
    date_days one = load.calendar.week_one;
    assert_float_equal(load_in_week(&load, one), 0.5, 1e-9);
    assert_float_equal(load_in_week(&load, one + 14), 1.5, 1e-9);
    assert_float_equal(load_in_week(&load, one + 35), 1, 1e-9);
    assert_float_equal(load_in_week(&load, one + 42), 0, 1e-9);
    close_team(&team);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_what_is_no_load),
        cmocka_unit_test(test_which_plans_add_up),
        cmocka_unit_test(test_who_can_carry_how_much),
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_questions),
    };
    return cmocka_run_group_tests_name("capacity", tests, NULL, NULL);
}
