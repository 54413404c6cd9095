/* weakening_test.c: criteria that ask for less than they did. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "analysis/weakening.h"
#include "model/reading.h"

#define HEAD "## Initiative: Pier\n**Owner:** Bo\n**Success Criteria:**\n"

/* What was found, one letter each: Removed, Number, Unmeasured, reWritten, Gate. */
static void compare(const char *before, const char *now, char *found)
{
    static const char letters[] = {[WEAKENING_REMOVED] = 'R',
                                   [WEAKENING_NUMBER] = 'N',
                                   [WEAKENING_UNMEASURED] = 'U',
                                   [WEAKENING_REWRITTEN] = 'W',
                                   [WEAKENING_GATE] = 'G'};
    struct reading b, n;
    reading_start(&b, "plan.md", before);
    reading_start(&n, "plan.md", now);
    struct pairing pairing;
    struct weakeneds out = {0};
    pairing_of(b.model, n.model, &n.arena, &pairing);
    weakenings_of(b.model, n.model, &pairing, n.parser, &n.arena, &out);
    size_t len = 0;
    for (; len < out.len; len++)
        found[len] = letters[out.items[len].how];
    found[len] = '\0';
    reading_end(&b);
    reading_end(&n);
}

static void test_criteria(void **state)
{
    (void)state;
    static const struct {
        const char *before, *now, *expected;
    } rows[] = {
        {"- ≥80% find it\n", "- ≥80% find it\n", ""},
        {"- ≥80% find it\n", "- ≥70% find it\n", "N"},
        {"- ≥80% find it\n", "- ≥90% find it\n", ""},
        {"- Answers in ≤200 ms\n", "- Answers in ≤400 ms\n", "N"},
        {"- Answers in ≤200 ms\n", "- Answers in ≤100 ms\n", ""},
        {"- Answers in ≤200 ms\n", "- Answers in ≤1 s\n", ""}, /* another unit: not compared */
        {"- Use from 43% → 65%\n", "- Use from 43% → 50%\n", "N"},
        {"- Calls from 80 → 20\n", "- Calls from 80 → 40\n", "N"},
        {"- Calls from 80 → 20\n", "- Calls from 80 → 10\n", ""},
        {"- 10 pilots signed\n", "- 5 pilots signed\n", ""}, /* no direction */
        {"- ≥80% of readers find it\n", "- Most readers of it find it\n", "U"},
        {"- ≥80% of readers find it\n", "- ≥X% of readers find it\n", "U"},
        {"- ≥80% find it\n- Staff trained\n", "- ≥80% find it\n", "R"},
        {"- Staff trained\n- Roof done\n", "- Roof done\n- Staff trained\n", ""},
        {"- [ ] Staff trained\n- Roof\n", "- [x] **Staff** trained.\n- Roof\n", ""},
        {"- [x] Staff of all piers trained\n", "- [x] Staff of one pier trained\n", "W"},
        {"- [x] Staff trainde\n", "- [x] Staff trained\n", ""},
        {"- [ ] Staff of all piers trained\n", "- [ ] Staff of one pier trained\n", ""},
        {"- Staff trained\n", "- Staff trained\n- More\n", ""},
        {"- Staff trained\n- Roof\n",
         "- Roof\n\n## Initiative: Crane\n**Owner:** Al\n**Success Criteria:** Staff trained\n",
         ""},
        {"- Staff trained\n- Roof\n", "- Roof\n\n**Status:** Cancelled\n", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char before[512], now[512], found[16];
        snprintf(before, sizeof before, HEAD "%s", rows[i].before);
        snprintf(now, sizeof now, HEAD "%s", rows[i].now);
        compare(before, now, found);
        if (strcmp(found, rows[i].expected) != 0)
            fail_msg("row %zu (%s): \"%s\" instead of \"%s\"", i, rows[i].now, found,
                     rows[i].expected);
    }
}

#define PHASE "## Phase 1: Piles (Weeks 1-4)\n**Owner:** Bo\n\n- [ ] Drive them\n\n"

static void test_gates(void **state)
{
    (void)state;
    static const char gate[] = PHASE
        "### Go-Gate Criteria\n- [ ] Permit granted\n- [ ] Piles hold ≥5 t\n- [x] Money there\n";
    char found[16];
    compare(gate, gate, found);
    assert_string_equal(found, "");
    compare(gate, PHASE "### Go-Gate Criteria\n- [ ] Piles hold ≥3 t\n- [x] Money there\n", found);
    assert_string_equal(found, "RN");
    compare(gate, PHASE, found);
    assert_string_equal(found, "G");
    /* The whole phase is gone: a matter of scope, which planls diff tells. */
    compare(gate, "## Phase 2: Deck\n**Owner:** Bo\n", found);
    assert_string_equal(found, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_criteria),
        cmocka_unit_test(test_gates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
