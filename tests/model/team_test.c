/* team_test.c: who a document declares, and who is who in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "model/reading.h"

/* "Jamie (Backend Lead) 50%" */
static void put_person(struct strbuf *out, const struct person *person)
{
    if (out->len > 0)
        strbuf_puts(out, " | ");
    strbuf_append(out, person->name);
    if (person->role.len > 0)
        strbuf_printf(out, " (%.*s)", SLICE_ARG(person->role));
    if (person->share > 0)
        strbuf_printf(out, " %g%%", person->share * 100);
}

static void test_declared(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected;
    } rows[] = {
        /* a column of roles that are roles */
        {"| Name | Role | Allocation |\n|---|---|---|\n| Noor | Backend Lead | 50% |\n"
         "| Ada Berg | Designer | 0.8 FTE |\n| TBD | Tester | 100% |\n",
         "Noor (Backend Lead) 50% | Ada Berg (Designer) 80%"},
        {"| Role | Name |\n|---|---|\n| **Engineer** | **Noor** |\n", "Noor (Engineer)"},
        {"| Team Member | Area | FTE |\n|---|---|---|\n| Noor | search | 0.5 |\n", "Noor 50%"},
        {"| Mitarbeiter | Rolle | Auslastung |\n|---|---|---|\n| Jörg | Entwickler | 60 % |\n",
         "Jörg (Entwickler) 60%"},
        {"| 姓名 | 角色 |\n|---|---|\n| 张三 | 工程师 |\n", "张三 (工程师)"},
        /* a heading about people lets any role be one */
        {"## Team\n\n| Name | Role |\n|---|---|\n| Noor | shepherd |\n", "Noor (shepherd)"},
        /* services have names and roles too */
        {"| Name | Role |\n|---|---|\n| postgres | keeps the rows |\n| redis | cache |\n", ""},
        {"| Name | Description |\n|---|---|\n| Noor | Engineer |\n", ""},
        /* hours and heads are no share */
        {"| Person | Role | Capacity |\n|---|---|---|\n| Noor | Engineer | 30 h |\n",
         "Noor (Engineer)"},
        /* a team is nobody in particular */
        {"| Name | Role |\n|---|---|\n| Backend Team | Engineers |\n", ""},
        /* a list */
        {"## Team\n\n- Noor (Backend Lead, 50%)\n- Ada — Designer\n- we meet on Mondays\n",
         "Noor (Backend Lead) 50% | Ada (Designer)"},
        {"## Team\n\n- **Noor**: Backend Lead\n- **Designer:** Ada\n- Goal: a lead\n",
         "Noor (Backend Lead) | Ada (Designer)"},
        {"## Notes\n\n- Noor (Backend Lead)\n", ""},
        {"| Person | Role | FTE |\n|---|---|---|\n| Noor | QA | 60% (with two others) |\n"
         "| Ada | PM | 50% (100% from April) |\n",
         "Noor (QA) 60% | Ada (PM)"},
        {"> | Name | Role |\n> |---|---|\n> | Noor | Engineer |\n", ""},
    };
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading r;
        struct strbuf out;
        strbuf_init(&out, STRBUF_NO_LIMIT);
        const struct model *model = reading_start(&r, "plan.md", rows[i].text);
        for (size_t k = 0; k < model->people.len; k++)
            put_person(&out, &model->people.items[k]);
        if (!slice_is(strbuf_slice(&out), rows[i].expected)) {
            print_error("%s\n  expected: %s\n  read:     %s\n", rows[i].text, rows[i].expected,
                        out.ptr ? out.ptr : "");
            wrong++;
        }
        reading_end(&r);
        strbuf_release(&out);
    }
    assert_int_equal(wrong, 0);
}

static void test_keys(void **state)
{
    (void)state;
    struct reading r;
    const struct model *model = reading_start(
        &r, "plan.md",
        "## Initiative: A\n- **Owner:** Noor Haddad, @ada\n- **Timeline:** Week 1\n\n"
        "## Initiative: B\n- **Owner:** noor, Ada Berg, Ada Lund\n- **Timeline:** Week 1\n\n"
        "## Initiative: C\n- **Owner:** Platform Team\n- **Timeline:** Week 1\n");
    const struct item *a = &model->items.items[0], *b = &model->items.items[1];
    const struct item *c = &model->items.items[2];
    ASSERT_SLICE(a->owners.items[0].key, "noor haddad");
    ASSERT_SLICE(b->owners.items[0].key, "noor haddad");
    ASSERT_SLICE(a->owners.items[1].key, "ada"); /* which of the two? */
    ASSERT_SLICE(b->owners.items[1].key, "ada berg");
    assert_false(a->owners.items[0].role_only);
    assert_true(c->owners.items[0].role_only);
    ASSERT_SLICE(c->owners.items[0].key, "platform team");
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_declared),
                                       cmocka_unit_test(test_keys)};
    return cmocka_run_group_tests_name("team", tests, NULL, NULL);
}
