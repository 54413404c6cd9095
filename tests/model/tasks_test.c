/* tasks_test.c: which places of a document are tasks, how they nest, and what their text says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* One line per task: two spaces per ancestor, done or not, id, title; "!" behind a bad box. */
static void outline(const struct reading *r, char *out, size_t size)
{
    size_t len = 0;
    out[0] = '\0';
    for (size_t i = 0; i < r->model->tasks.len; i++) {
        const struct task *task = &r->model->tasks.items[i];
        int depth = 0;
        for (uint32_t p = task->parent; p != NO_INDEX; p = r->model->tasks.items[p].parent)
            depth++;
        len +=
            (size_t)snprintf(out + len, size - len, "%*s%s%s%.*s%s%.*s\n", depth * 2, "",
                             task->done ? "x" : "-", task->source == TASK_FROM_BAD_BOX ? "! " : " ",
                             SLICE_ARG(task->id), task->id.len ? " " : "", SLICE_ARG(task->title));
    }
}

struct outline_case {
    const char *name, *path, *text, *outline;
};

static void check_outlines(const struct outline_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct reading r;
        char out[4096];
        print_message("%s\n", cases[i].name);
        reading_start(&r, cases[i].path, cases[i].text);
        outline(&r, out, sizeof out);
        assert_string_equal(out, cases[i].outline);
        reading_end(&r);
    }
}

static void test_places(void **state)
{
    (void)state;
    static const struct outline_case cases[] = {
        {"five markers", "t.md", "- [ ] a\n\n* [x] b\n\n+ [X] c\n\n1. [ ] d\n\n2) [ ] e\n",
         "- a\nx b\nx c\n- d\n- e\n"},
        {"nesting", "t.md", "- [ ] a\n  - [x] b\n    1. [ ] c\n  - note\n    - [ ] d\n- [ ] e\n",
         "- a\n  x b\n    - c\n  - d\n- e\n"},
        {"no boxes", "t.md",
         "- [P] tasks = different files\n- [link](a.md)\n- [1] a source\n- text\n\n[ ] no item\n",
         ""},
        {"letters among boxes", "t.md", "- [ ] a\n- [d] b\n- [?] c\n", "- a\n- b\n- c\n"},
        {"unknown states count", "t.md", "- [!] a\n- [?] b\n", "- a\n- b\n"},
        {"fences and code hold none", "t.md", "```\n- [ ] a\n```\n\n    - [ ] b\n\n`- [ ] c`\n",
         ""},
        {"bad boxes", "t.md", "- [] a\n- [ x] b\n- [x ] c\n- [x d\n- [ ]e\n",
         "-! a\nx! b\nx! c\nx! d\n-! e\n"},
        {"a glued marker at its place", "t.md", "- [ ] a\n-[ ] b\n- [ ] c\n", "- a\n-! b\n- c\n"},
        {"a glued parent keeps its children", "t.md", "-[x] a\n  - [ ] b\n  - [x] c\n\n- [ ] d\n",
         "x! a\n  - b\n  x c\n- d\n"},
        {"a glued child", "t.md", "- [ ] a\n  -[ ] b\n    - [ ] c\n  - [ ] d\n- [ ] e\n",
         "- a\n  -! b\n    - c\n  - d\n- e\n"},
        {"a heading ends a glued parent", "t.md", "-[ ] a\n\n# H\n\n  - [ ] b\n", "-! a\n- b\n"},
        {"a paragraph is no task", "t.md", "Text -[ ] b\n\n-[link](x.md) c\n", ""},
        {"an empty box", "t.md", "- [ ]\n- [ ] \n", "- \n- \n"},
        {"CRLF", "t.md", "- [ ] a\r\n  - [x] b\r\n", "- a\n  x b\n"},
        {"quotes", "t.md", "> - [ ] a\n>   - [x] b\n", "- a\n  x b\n"},
    };
    check_outlines(cases, COUNT(cases));
}

static void test_signs_instead_of_boxes(void **state)
{
    (void)state;
    static const struct outline_case cases[] = {
        {"done and open mixed", "t.md", "- ✅ Auth\n- ⏳ Payments\n- ⏳ Mail\n",
         "x Auth\n- Payments\n- Mail\n"},
        {"numbered", "t.md", "1. ✅ **Auth** (done)\n2. ⬜ Pay\n3. ⬜ Mail\n",
         "x Auth (done)\n- Pay\n- Mail\n"},
        {"decoration", "t.md", "- ✅ Auth\n- ✅ Payments\n", ""},
        {"praise and blame", "t.md", "- ✅ Short names\n- ❌ Long names\n", ""},
        {"a legend", "t.md", "- ✅ Done\n- 🚧 In progress\n- ⏳ Todo\n", ""},
        {"not all bear one", "t.md", "- ✅ Auth\n- ⏳ Payments\n- Mail\n", ""},
        {"a table of states", "t.md",
         "| ID | Task | Owner | Done |\n|--|--|--|--|\n| L1 | Find counsel | Ada | ⬜ |\n"
         "| L2 | Write policy | Bo | ✅ |\n",
         "- L1 Find counsel\nx L2 Write policy\n"},
        {"boxes in cells", "t.md", "| | What |\n|--|--|\n| [x] | Buy |\n| [ ] | Sell |\n",
         "x Buy\n- Sell\n"},
        {"a table of praise", "t.md", "| Tool | Fast |\n|--|--|\n| A | ✅ |\n| B | ❌ |\n", ""},
        {"a table of progress", "t.md", "| Part | Now |\n|--|--|\n| A | ✅ Done |\n| B | ⏳ Soon |\n",
         ""},
        {"a matrix", "t.md", "| Task | Dev | QA |\n|--|--|--|\n| A | ✅ | ⬜ |\n| B | ⬜ | ⬜ |\n", ""},
        {"a legend table", "t.md", "| Sign | Meaning |\n|--|--|\n| ✅ | Done |\n| ⬜ | Todo |\n", ""},
    };
    check_outlines(cases, COUNT(cases));
}

static void test_next_steps(void **state)
{
    (void)state;
    static const struct outline_case cases[] = {
        {"numbered", "t.md", "## Next Steps\n\n1. Call Ada.\n2. Ask Bo.\n\n## Other\n\n1. Not me\n",
         "- Call Ada.\n- Ask Bo.\n"},
        {"bullets are none", "t.md", "## Next Steps\n\n- Call Ada.\n", ""},
        {"one level below", "t.md", "## Nächste Schritte\n\n### Heute\n\n1. Anrufen\n",
         "- Anrufen\n"},
        {"a label", "t.md", "# Plan\n\n**Next steps:**\n\n1. Call\n2. Write\n",
         "- Call\n- Write\n"},
        {"details are none", "t.md", "## Next steps\n\n1. Call\n   1. Dial\n", "- Call\n"},
        {"a step over boxes", "t.md", "## Next steps\n\n1. Today\n   - [ ] Call\n2. ⏳ Write\n",
         "- Call\n- Write\n"},
        {"another list", "t.md", "## Next steps\n\n### Order\n\n**Read:**\n1. this\n", ""},
        {"boxes go first", "t.md", "## Next steps\n\n1. [x] Call\n2. [ ] Write\n",
         "x Call\n- Write\n"},
    };
    check_outlines(cases, COUNT(cases));
    struct reading r;
    assert_true(reading_start(&r, "t.md", "## Next Steps\n\n1. Go\n")->next_steps);
    assert_int_equal(r.model->tasks.items[0].status, STATUS_NONE);
    reading_end(&r);
}

static void test_org_headings(void **state)
{
    (void)state;
    static const struct outline_case cases[] = {
        {"keywords", "t.md", "# Plan\n\n## TODO Call the printer\n\n## DONE Choose paper\n",
         "- Call the printer\nx Choose paper\n"},
        {"titles of lists", "t.md",
         "# TODO\n\n## TODO LIST\n\n## TODO-Tracking Changes\n\n## TODO: x\n", ""},
    };
    check_outlines(cases, COUNT(cases));
}

static void test_titles(void **state)
{
    (void)state;
    static const struct outline_case cases[] = {
        {"marks off", "t.md", "- [ ] **Write** the `plan` of [Ada](a.md)\n",
         "- Write the plan of Ada\n"},
        {"estimates off", "t.md",
         "- [ ] Read (20 min)\n- [ ] Write (2-3 days)\n- [ ] Rest (a while)\n",
         "- Read\n- Write\n- Rest (a while)\n"},
        {"two lines", "t.md", "- [ ] Write the\n      whole plan (2h)\n",
         "- Write the whole plan\n"},
        {"a label below is no title", "t.md", "- [ ] Write\n      **Owner:** Ada\n", "- Write\n"},
        {"what it serves off", "t.md",
         "- [ ] Order piers [[plan#Initiative: Pier]]\n"
         "- [ ] Order ropes → [[plan#Initiative: Pier]] (2h)\n"
         "- [ ] Order nails ([Pier](plan.md#initiative-pier))\n"
         "- [ ] Order oars ([[plan#2 days at sea]])\n"
         "- [ ] Order sails ([Pier](plan.md#pier)) @ada\n- [ ] Ask @ada\n",
         "- Order piers\n- Order ropes\n- Order nails\n- Order oars\n- Order sails\n- Ask @ada\n"},
        {"links that are words stay", "t.md",
         "- [ ] Read [[NOTES]]\n- [ ] Read [the pier](plan.md#pier)\n- [ ] [[plan#Pier]]\n"
         "- [ ] Read (see [it](a.md#b))\n",
         "- Read NOTES\n- Read the pier\n- plan#Pier\n- Read (see it)\n"},
        {"people at the end off", "t.md", "- [ ] Write (@ada)\n", "- Write\n"},
        {"ids of siblings", "t.md", "- [ ] G0.1 Write\n- [x] G0.2 Read\n",
         "- G0.1 Write\nx G0.2 Read\n"},
        {"no ids", "t.md", "- [ ] GPT-4 integrated\n- [ ] 50% better\n- [ ] <$100/month\n",
         "- GPT-4 integrated\n- 50% better\n- <$100/month\n"},
        {"an id in bold", "t.md", "- [ ] **T001: Write** it\n- [ ] **T002** - Read\n",
         "- T001 Write it\n- T002 Read\n"},
        {"spaces lost", "t.md", "- [ ] T131C[P][US1] Add\n- [ ] T132 [P] Del\n",
         "- T131C Add\n- T132 Del\n"},
    };
    check_outlines(cases, COUNT(cases));
}

static void test_spans(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(&r, "t.md", "# A\n\n  - [x] T001 Write it (2h)\n");
    assert_int_equal(m->tasks.len, 1);
    const struct task *task = &m->tasks.items[0];
    ASSERT_SLICE(reading_at(&r, task->span), "- [x] T001 Write it (2h)");
    ASSERT_SLICE(reading_at(&r, task->box), "[x]");
    ASSERT_SLICE(reading_at(&r, task->id_span), "T001");
    ASSERT_SLICE(reading_at(&r, task->title_span), "Write it");
    ASSERT_SLICE(task->status_text, "x");
    assert_int_equal(task->heading, 0);
    assert_int_equal(model_task_at(m, task->title_span.start), 0);
    reading_end(&r);
}

static void test_people(void **state)
{
    (void)state;
    static const struct {
        const char *text, *owners;
    } cases[] = {
        {"- [ ] @ada write\n", "ada "},
        {"- [ ] write @ada\n", "ada "},
        {"- [ ] write @ada, @bo\n", "ada bo "},
        {"- [ ] write (@ada, @bo)\n", "ada bo "},
        {"- [ ] tell @ada about it\n", ""},
        {"- [ ] add `@ada`\n", ""},
        {"- [ ] add @types/node\n", ""},
        {"- [ ] mail ada@example.org\n", ""},
        {"- [ ] write\n  - Owner: Ada (Dev)\n", "Ada "},
        {"- [ ] write [owner:: Ada]\n", "Ada "},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        char out[256] = "";
        size_t len = 0;
        const struct model *m = reading_start(&r, "t.md", cases[i].text);
        print_message("%s", cases[i].text);
        assert_int_equal(m->tasks.len, 1);
        for (size_t p = 0; p < m->tasks.items[0].owners.len; p++)
            len += (size_t)snprintf(out + len, sizeof out - len, "%.*s ",
                                    SLICE_ARG(m->tasks.items[0].owners.items[p].name));
        assert_string_equal(out, cases[i].owners);
        reading_end(&r);
    }
}

static void test_criteria(void **state)
{
    (void)state;
    static const struct {
        const char *text, *criteria; /* one letter per task: c or w (work) */
    } cases[] = {
        {"## Tasks\n\n- [ ] a\n\n## Acceptance Criteria\n\n- [ ] b\n  - [ ] c\n", "wcc"},
        {"- [ ] a\n\n**Go-Gate Criteria:**\n\n- [ ] b\n", "wc"},
        {"**Success criteria**\n- [ ] a\n\nThen:\n\n- [ ] b\n", "cw"},
        {"## Definition of Done\n\n### Code\n\n- [ ] a\n", "c"},
        {"- [ ] CHK001 Is it clear?\n", "c"},
        {"## Acceptance testing\n\n- [ ] a\n", "w"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct reading r;
        char out[16] = "";
        const struct model *m = reading_start(&r, "t.md", cases[i].text);
        print_message("%s", cases[i].text);
        for (size_t t = 0; t < m->tasks.len; t++)
            strcat(out, m->tasks.items[t].criterion ? "c" : "w");
        assert_string_equal(out, cases[i].criteria);
        reading_end(&r);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),     cmocka_unit_test(test_signs_instead_of_boxes),
        cmocka_unit_test(test_next_steps), cmocka_unit_test(test_org_headings),
        cmocka_unit_test(test_titles),     cmocka_unit_test(test_spans),
        cmocka_unit_test(test_people),     cmocka_unit_test(test_criteria),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
