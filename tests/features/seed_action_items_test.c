/* seed_action_items_test.c: a plan of phases with gates, stop conditions, checkpoints, approvals and an
 * escalation path, damaged by a wrong encoding: what is read of it, and that each number that is changed
 * raises just the finding that a colleague would make. On the real one where it is there beside the
 * repository, and always on one of the same shape; as it came and with its characters restored. Lines and
 * numbers are counted by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/decisions.h"
#include "analysis/escalation.h"
#include "analysis/gates.h"
#include "analysis/stops.h"
#include "base/strbuf.h"
#include "features/facade.h"
#include "features/fix_all.h"
#include "model/reading.h"

#include <planls/planls.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define LIKENESS     PLANLS_SOURCE_DIR "/tests/fixtures/action_items/plan.md"
#define SEED         "seeds/003_74ff8d2de2f627dc.txt"
#define START        "---\nstart: 2026-01-05\n---\n" /* three lines */

/* ---- changing a text ------------------------------------------------------------------------- */

/* In line `line` the first `from` becomes `to`; to NULL: the line goes. */
struct change {
    unsigned line;
    const char *from, *to;
};

struct variation {
    const char *name;
    struct change changes[10];
    bool start; /* a start is stated: findings lie three lines lower */
    bool gate;
    const char *today;
    const char *found; /* "rule@line" in order, a space behind each */
};

static void append_changed(struct strbuf *out, struct slice line, const struct change *change)
{
    size_t at = slice_find(line, slice_of(change->from));
    if (at == SLICE_NONE)
        fail_msg("line %u is not the one: %.*s", change->line, SLICE_ARG(line));
    if (!change->to)
        return;
    strbuf_append(out, slice_sub(line, 0, at));
    strbuf_puts(out, change->to);
    strbuf_append(out, slice_from(line, at + strlen(change->from)));
    strbuf_putc(out, '\n');
}

static void apply(struct slice text, const struct variation *variation, struct strbuf *out)
{
    struct slice_split lines = {text, false};
    struct slice line;
    if (variation->start)
        strbuf_puts(out, START);
    for (unsigned number = 1; slice_split_next(&lines, '\n', &line); number++) {
        const struct change *change = NULL;
        for (size_t c = 0; c < COUNT(variation->changes) && !change; c++)
            if (variation->changes[c].line == number)
                change = &variation->changes[c];
        if (change) {
            append_changed(out, line, change);
        } else {
            strbuf_append(out, line);
            strbuf_putc(out, '\n');
        }
    }
}

/* ---- what is found --------------------------------------------------------------------------- */

static unsigned line_of(struct slice text, uint32_t offset)
{
    unsigned line = 1;
    for (uint32_t at = 0; at < offset && at < text.len; at++)
        line += text.ptr[at] == '\n';
    return line;
}

/* Damaged characters and the missing start are said once each and have tests of their own; what is late is
 * judged elsewhere; the criterion that nobody can measure stands in every variation (test_standing). */
static bool is_aside(const char *code)
{
    static const char *const codes[] = {"mojibake", "unanchored-week", "relative-date",
                                        "overdue",  "late-start",      "unmeasurable-criterion"};
    for (size_t i = 0; i < COUNT(codes); i++)
        if (strcmp(code, codes[i]) == 0)
            return true;
    return false;
}

static void check_variation(struct slice text, const struct variation *variation)
{
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    struct settings settings;
    struct strbuf changed, said;
    strbuf_init(&changed, STRBUF_NO_LIMIT);
    strbuf_init(&said, STRBUF_NO_LIMIT);
    apply(text, variation, &changed);
    settings_init(&settings);
    settings.gate = variation->gate;
    planls_workspace_configure(workspace, &settings);
    if (variation->today)
        workspace->today = date_parse_iso(slice_of(variation->today));
    workspace_put(workspace->ws, SLICE("plan.md"), strbuf_slice(&changed));
    planls_check(workspace, "plan.md", results, &found);
    for (size_t i = 0; i < found.len; i++)
        if (!is_aside(found.items[i].code) &&
            (!variation->gate || found.items[i].severity == PLANLS_ERROR))
            strbuf_printf(&said, "%s@%u ", found.items[i].code,
                          line_of(strbuf_slice(&changed), found.items[i].range.start));
    print_message("%s\n", variation->name);
    assert_string_equal(said.ptr ? said.ptr : "", variation->found);
    strbuf_release(&said);
    strbuf_release(&changed);
    planls_results_free(results);
    planls_workspace_free(workspace);
}

/* ---- what is read ---------------------------------------------------------------------------- */

struct expected_records {
    size_t gates, criteria; /* criteria per gate */
    size_t stops, comparing;
    double checkpoints[5];
    size_t checkpoint_count, decisions;
    unsigned open[3]; /* per decision, without the optional lines */
    size_t tiers, meetings;
};

static void assert_records(struct planls_workspace *workspace, const struct document *document,
                           const struct expected_records *expected, struct arena *arena)
{
    const struct model *model = document->model;
    struct gate_views gates = {0};
    struct stop_views stops = {0};
    struct decision_views decisions = {0};
    struct escalation_gaps gaps = {0};
    size_t comparing = 0;
    gates_of(workspace->ws, document, arena, &gates);
    assert_int_equal(gates.len, expected->gates);
    for (size_t g = 0; g < gates.len; g++) {
        /* nothing has begun: the first is to come, all others wait for it */
        assert_int_equal(gates.items[g].state, g == 0 ? GATE_NOT_STARTED : GATE_BLOCKED);
        assert_int_equal(gates.items[g].open, expected->criteria);
    }
    stops_of(workspace->ws, document, date_parse_iso(SLICE("2026-03-01")), arena, &stops);
    assert_int_equal(stops.len, expected->stops);
    for (size_t s = 0; s < stops.len; s++) {
        /* no start is stated and nobody says how the numbers stand: a person must judge them all */
        assert_int_equal(stops.items[s].outcome, STOP_TO_JUDGE);
        assert_true(model->stops.items[s].signal.len > 0 && model->stops.items[s].action.len > 0);
        comparing += model->stops.items[s].test.kind == STOP_TEST_COMPARES;
    }
    assert_int_equal(model->stops.items[0].test.kind, STOP_TEST_UNFINISHED);
    assert_int_equal(comparing, expected->comparing);
    assert_int_equal(model->checkpoints.len, expected->checkpoint_count);
    for (size_t c = 0; c < model->checkpoints.len; c++)
        assert_true(model->checkpoints.items[c].amount.amount == expected->checkpoints[c]);
    decisions_of(&workspace->settings, model, arena, &decisions);
    assert_int_equal(decisions.len, expected->decisions);
    for (size_t d = 0; d < decisions.len; d++) {
        assert_int_equal(decisions.items[d].open, expected->open[d]);
        assert_int_equal(decisions.items[d].source, DECISION_UNDATED);
    }
    assert_int_equal(model->tiers.len, expected->tiers);
    assert_int_equal(model->meetings.len, expected->meetings);
    escalation_gaps_of(model, arena, &gaps);
    assert_int_equal(gaps.len, 0);
    assert_int_equal(model->own_date, date_parse_iso(SLICE("2025-12-21")));
}

/* What is said of its times: "rule@line: message" once each, the lines of the other places behind. */
static void assert_times_said(struct slice text, const char *expected)
{
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    struct strbuf said;
    strbuf_init(&said, STRBUF_NO_LIMIT);
    workspace_put(workspace->ws, SLICE("plan.md"), text);
    planls_check(workspace, "plan.md", results, &found);
    for (size_t i = 0; i < found.len; i++) {
        const struct planls_diagnostic *d = &found.items[i];
        if (strcmp(d->code, "relative-date") != 0 && strcmp(d->code, "unanchored-week") != 0)
            continue;
        strbuf_printf(&said, "%s@%u: %s", d->code, line_of(text, d->range.start), d->message);
        for (size_t r = 0; r < d->related_count; r++)
            strbuf_printf(&said, " +%u", line_of(text, d->related[r].where.range.start));
        strbuf_putc(&said, '\n');
    }
    assert_string_equal(said.ptr ? said.ptr : "", expected);
    strbuf_release(&said);
    planls_results_free(results);
    planls_workspace_free(workspace);
}

/* The text with every certain damage restored. */
static struct slice restored(struct slice text, struct arena *arena)
{
    struct planls_workspace *workspace = planls_workspace_new();
    struct slice all;
    workspace_put(workspace->ws, SLICE("plan.md"), text);
    fix_all(workspace, SLICE("plan.md"), &(struct wanted_fixes){0}, arena, &all);
    all = arena_copy(arena, all);
    planls_workspace_free(workspace);
    return all;
}

static void check_plan(struct slice text, const struct expected_records *expected,
                       const struct variation *variations, size_t count)
{
    struct arena arena;
    arena_init(&arena);
    struct slice versions[2] = {text, restored(text, &arena)};
    assert_false(slice_equal(versions[0], versions[1]));
    for (size_t v = 0; v < COUNT(versions); v++) {
        struct planls_workspace *workspace = planls_workspace_new();
        const struct document *document =
            workspace_put(workspace->ws, SLICE("plan.md"), versions[v]);
        print_message("%s\n", v ? "restored" : "as it came");
        assert_records(workspace, document, expected, &arena);
        planls_workspace_free(workspace);
        for (size_t i = 0; i < count; i++)
            check_variation(versions[v], &variations[i]);
    }
    arena_release(&arena);
}

/* ---- the two plans --------------------------------------------------------------------------- */

#define TICK(line)                                                                                 \
    {                                                                                              \
        line, "[ ]", "[x]"                                                                         \
    }
#define DROP(line)                                                                                 \
    {                                                                                              \
        line, "", NULL                                                                             \
    }

/* By Friday and twice this week; and a plan of weeks whose own date is all there is to hang them on. */
#define TIMES_SAID(first, heading, weeks)                                                            \
    "relative-date@" first ": “THIS WEEK” means something only beside the day this was written " \
    "(and 2 more) +" first " +" heading "\n"                                                         \
    "unanchored-week@" weeks ": Nothing says when week 1 begins; the document's own date, "          \
    "2025-12-21, is only a guess\n"

static const struct variation likeness_variations[] = {
    {.name = "nothing changed", .found = ""},
    {.name = "before a merge", .gate = true, .found = ""},
    {.name = "long after, without a start", .today = "2027-01-01", .found = ""},
    {.name = "phase 2 has begun", .changes = {TICK(63)}, .found = "gate-unmet@63 "},
    {.name = "phase 3 has begun", .changes = {TICK(78)}, .found = "gate-unmet@78 "},
    {.name = "begun, before a merge",
     .changes = {TICK(63)},
     .gate = true,
     .found = "gate-unmet@63 "},
    {.name = "begun behind an open criterion",
     .changes = {TICK(56), TICK(57), TICK(63)},
     .found = "gate-unmet@63 "},
    {.name = "begun behind a met gate",
     .changes = {TICK(56), TICK(57), TICK(58), TICK(63)},
     .found = ""},
    {.name = "phase 1 has begun", .changes = {TICK(50)}, .found = ""},
    {.name = "a checklist's box is no work on the phase of that name",
     .changes = {TICK(168)},
     .found = ""},
    {.name = "waits for what it holds up",
     .changes = {{57, "No diver was hurt", "Phase 2 is complete"}},
     .found = "self-blocking-gate@57 "},
    {.name = "an empty gate",
     .changes = {DROP(69), DROP(70), DROP(71)},
     .found = "gate-without-criteria@68 "},
    {.name = "no action", .changes = {DROP(98)}, .found = "stop-without-action@96 "},
    {.name = "no signal", .changes = {DROP(101)}, .found = "stop-without-signal@100 "},
    {.name = "a range for nobody",
     .changes = {{157, "15%", "20%"}},
     .found = "escalation-gap@157 "},
    {.name = "ranges that overlap", .changes = {{157, "15%", "12%"}}, .found = ""},
    {.name = "a checkpoint falls",
     .changes = {{119, "$50K", "$15K"}},
     .found = "checkpoint-regression@119 "},
    {.name = "a checkpoint passes the total",
     .changes = {{125, "$90K", "$95K"}},
     .found = "checkpoint-over-budget@125 "},
    {.name = "a checkpoint at no phase's end",
     .changes = {{118, "Week 8", "Week 7"}},
     .found = "checkpoint-off-phase@118 "},
    {.name = "after the start nothing is signed",
     .start = true,
     .today = "2026-01-06",
     .found = "undecided@135 unsigned-approval@166 unsigned-approval@183 "},
    {.name = "before the start", .start = true, .today = "2026-01-04", .found = ""},
    {.name = "week 5 is over, before a merge",
     .start = true,
     .today = "2026-02-09",
     .gate = true,
     .found = "stop-tripped@95 "},
    {.name = "its last day", .start = true, .today = "2026-02-08", .gate = true, .found = ""},
    {.name = "phase 1 was complete",
     .changes = {TICK(50), TICK(51), TICK(52), TICK(53), TICK(56), TICK(57), TICK(58)},
     .start = true,
     .today = "2026-02-09",
     .gate = true,
     .found = ""},
    {.name = "a number trips in week 8",
     .changes = {TICK(50),
                 TICK(51),
                 TICK(52),
                 TICK(53),
                 TICK(56),
                 TICK(57),
                 TICK(58),
                 {60, "### Phase 2", "Current oil costs: $450/month\n\n### Phase 2"}},
     .start = true,
     .today = "2026-02-23",
     .gate = true,
     .found = "stop-tripped@101 "},
};

static void test_likeness(void **state)
{
    (void)state;
    static const struct expected_records expected = {.gates = 3,
                                                     .criteria = 3,
                                                     .stops = 4,
                                                     .comparing = 2,
                                                     .checkpoints = {20000, 50000, 90000},
                                                     .checkpoint_count = 3,
                                                     .decisions = 3,
                                                     .open = {3, 2, 3},
                                                     .tiers = 3,
                                                     .meetings = 2};
    FILE *file = fopen(LIKENESS, "rb");
    assert_non_null(file);
    char bytes[16384];
    size_t len = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    assert_in_range(len, 1, sizeof bytes - 1);
    assert_times_said((struct slice){bytes, len}, TIMES_SAID("4", "8", "47"));
    check_plan((struct slice){bytes, len}, &expected, likeness_variations,
               COUNT(likeness_variations));
}

static const struct variation seed_variations[] = {
    {.name = "nothing changed", .found = ""},
    {.name = "before a merge", .gate = true, .found = ""},
    {.name = "long after, without a start", .today = "2027-01-01", .found = ""},
    {.name = "phase 2 has begun", .changes = {TICK(179)}, .found = "gate-unmet@179 "},
    {.name = "phase 3 has begun", .changes = {TICK(194)}, .found = "gate-unmet@194 "},
    {.name = "begun behind an open criterion",
     .changes = {TICK(170), TICK(171), TICK(172), TICK(173), TICK(180)},
     .found = "gate-unmet@180 "},
    {.name = "begun behind a met gate",
     .changes = {TICK(170), TICK(171), TICK(172), TICK(173), TICK(174), TICK(179)},
     .found = ""},
    {.name = "phase 1 has begun", .changes = {TICK(164)}, .found = ""},
    {.name = "a checklist's box is no work on the phase of that name",
     .changes = {TICK(377)},
     .found = ""},
    {.name = "waits for what it holds up",
     .changes = {{172, "OAuth2 working", "Phase 3 complete"}},
     .found = "self-blocking-gate@172 "},
    {.name = "an empty gate",
     .changes = {DROP(215), DROP(216), DROP(217), DROP(218), DROP(219)},
     .found = "gate-without-criteria@214 "},
    {.name = "no action", .changes = {DROP(244)}, .found = "stop-without-action@242 "},
    {.name = "no signal", .changes = {DROP(251)}, .found = "stop-without-signal@250 "},
    {.name = "a range for nobody",
     .changes = {{345, "15%", "20%"}},
     .found = "escalation-gap@345 "},
    {.name = "ranges that overlap", .changes = {{345, "15%", "10%"}}, .found = ""},
    {.name = "a checkpoint falls",
     .changes = {{273, "100K", "30K"}},
     .found = "checkpoint-regression@273 "},
    {.name = "a checkpoint passes the total",
     .changes = {{291, "320K", "340K"}},
     .found = "checkpoint-over-budget@291 "},
    {.name = "a checkpoint at no phase's end",
     .changes = {{272, "Week 8", "Week 9"}},
     .found = "checkpoint-off-phase@272 "},
    {.name = "after the start nothing is signed",
     .start = true,
     .today = "2026-01-06",
     .found = "undecided@301 unsigned-approval@367 unsigned-approval@435 "},
    {.name = "week 5 is over, before a merge",
     .start = true,
     .today = "2026-02-09",
     .gate = true,
     .found = "stop-tripped@245 "},
    {.name = "its last day", .start = true, .today = "2026-02-08", .gate = true, .found = ""},
};

static void test_seed(void **state)
{
    (void)state;
    static const struct expected_records expected = {
        .gates = 5,
        .criteria = 5,
        .stops = 5,
        .comparing = 3,
        .checkpoints = {40000, 100000, 180000, 240000, 320000},
        .checkpoint_count = 5,
        .decisions = 3,
        .open = {15, 4, 5},
        .tiers = 4,
        .meetings = 4};
    char *bytes;
    size_t len;
    if (!reading_shared(SEED, &bytes, &len)) {
        print_message("skipped: %s is not there\n", SEED);
        skip();
    }
    assert_times_said((struct slice){bytes, len}, TIMES_SAID("5", "9", "161"));
    check_plan((struct slice){bytes, len}, &expected, seed_variations, COUNT(seed_variations));
    free(bytes);
}

/* All that is said of the one as it came, but of its characters. */
static void test_standing(void **state)
{
    (void)state;
    char *bytes;
    size_t len;
    if (!reading_shared(SEED, &bytes, &len)) {
        print_message("skipped: %s is not there\n", SEED);
        skip();
    }
    struct planls_workspace *workspace = planls_workspace_new();
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics found = {0};
    workspace_put(workspace->ws, SLICE("plan.md"), (struct slice){bytes, len});
    planls_check(workspace, "plan.md", results, &found);
    size_t unmeasurable = 0;
    for (size_t i = 0; i < found.len; i++) {
        unsigned line = line_of((struct slice){bytes, len}, found.items[i].range.start);
        assert_true(is_aside(found.items[i].code));
        if (strcmp(found.items[i].code, "unmeasurable-criterion") == 0) {
            assert_int_equal(line, 204); /* "intuitive" */
            unmeasurable++;
        }
    }
    assert_int_equal(unmeasurable, 1);
    planls_results_free(results);
    planls_workspace_free(workspace);
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_likeness),
        cmocka_unit_test(test_seed),
        cmocka_unit_test(test_standing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
