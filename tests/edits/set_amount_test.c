/* set_amount_test.c: an amount with another number, in the form it is written in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "edits/set_amount.h"

static void test_forms(void **state)
{
    (void)state;
    static const struct {
        const char *written;
        double amount;
        const char *expected; /* NULL: refused */
    } cases[] = {
        {"$30K", 25000, "$25K"},     {"~$30K", 182000, "~$182K"},
        {"$1.5M", 1600000, "$1.6M"}, {"$1.4M", 1408105, "$1,408,105"},
        {"$1,200", 1500, "$1,500"},  {"1.200 €", 1500, "1.500 €"},
        {"$9000", 12500, "$12500"},  {"1,200 USD per month", 900, "900 USD per month"},
        {"$30–50K", 25000, NULL},    {"2 million dollars", 25000, NULL},
        {"$X", 25000, NULL},         {"$30K", -5, NULL},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct slice out = {NULL, 0};
        bool done = set_amount(slice_of(cases[i].written), cases[i].amount, &arena, &out);
        if (done != (cases[i].expected != NULL) || (done && !slice_is(out, cases[i].expected)))
            fail_msg("%s: %.*s", cases[i].written, SLICE_ARG(out));
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
