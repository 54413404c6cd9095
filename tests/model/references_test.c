/* references_test.c: every form in which a document names a file, a heading or a section. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* "kind path#fragment §from-to "title" +" per reference; + where it may not exist yet. */
static void describe(const struct reading *r, char *out, size_t size)
{
    static const char *const kinds[] = {"link", "image", "definition", "wiki",
                                        "code", "bare",  "section"};
    size_t len = 0;
    out[0] = '\0';
    for (size_t i = 0; i < r->model->references.len; i++) {
        const struct reference *ref = &r->model->references.items[i];
        len += (size_t)snprintf(out + len, size - len, "%s %.*s", kinds[ref->kind],
                                SLICE_ARG(ref->path));
        if (ref->fragment.len)
            len += (size_t)snprintf(out + len, size - len, "#%.*s", SLICE_ARG(ref->fragment));
        if (ref->section_from.len)
            len += (size_t)snprintf(out + len, size - len, " §%.*s", SLICE_ARG(ref->section_from));
        if (!slice_equal(ref->section_from, ref->section_to))
            len += (size_t)snprintf(out + len, size - len, "-%.*s", SLICE_ARG(ref->section_to));
        if (ref->section_title.len)
            len +=
                (size_t)snprintf(out + len, size - len, " \"%.*s\"", SLICE_ARG(ref->section_title));
        len += (size_t)snprintf(out + len, size - len, "%s\n", ref->creates ? " +" : "");
    }
}

struct reference_case {
    const char *text, *references;
};

static void check(const struct reference_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct reading r;
        char out[2048];
        print_message("%s\n", cases[i].text);
        reading_start(&r, "docs/plan.md", cases[i].text);
        describe(&r, out, sizeof out);
        assert_string_equal(out, cases[i].references);
        reading_end(&r);
    }
}

static void test_links(void **state)
{
    (void)state;
    static const struct reference_case cases[] = {
        {"See [it](a.md) and [more](../b.md#top \"T\").\n", "link a.md\nlink ../b.md#top\n"},
        {"[up](#goals)\n", "link #goals\n"},
        {"[x](a%20b.md)\n", "link a b.md\n"},
        {"[x](<a b.md>)\n", "link a b.md\n"},
        {"[x](a.md?raw=1#l)\n", "link a.md#l\n"},
        {"![pic](img/a.png)\n", "image img/a.png\n"},
        {"[x](https://x.org/a.md) [y](mailto:a@b.c) [z](file:///a.md) <https://x.org/b.md>\n", ""},
        {"[x][1]\n\n[1]: a.md\n[2]: https://x.org\n", "definition a.md\n"},
        {"[![pic](a.png)](b.md)\n", "link b.md\nimage a.png\n"},
        {"[[notes#Idea|that]] and [[other]]\n", "wiki notes#Idea\nwiki other\n"},
        {"if [[ -f x ]]; then [[1,2],[3]]\n", ""},
        {"[`a.md`](b.md)\n", "link b.md\n"},
        {"[x](url) [y](#) [z]()\n", ""},
        {"| a | b |\n|--|--|\n| [x](a.md) | `b.md` |\n", "link a.md\ncode b.md\n"},
        {"# About [it](a.md)\n", "link a.md\n"},
    };
    check(cases, COUNT(cases));
}

static void test_links_over_lines(void **state)
{
    (void)state;
    static const struct reference_case cases[] = {
        {"See [the\nlong one](a.md) now.\n", "link a.md\n"},
        {"Read B.md, [the\nlong\n`c.md` one](a.md#x), D.md\nand [e](e.md).\n",
         "bare B.md\nlink a.md#x\nbare D.md\nlink e.md\n"},
        {"> See [the\n> long one](a.md) and [more\n> of it](b.md).\n", "link a.md\nlink b.md\n"},
        {"- [ ] Dig [the\n  hole](a.md)\n  with `b.md`\n- C.md\n",
         "link a.md\ncode b.md\nbare C.md\n"},
        {"![a\npicture](a.png)\n", "image a.png\n"},
        {"See [the\n\nlong one](a.md).\n", "bare a.md\n"},
        {"An open [ bracket\nand [it](a.md).\n", "link a.md\n"},
        {"An open \\[ bracket\nand it](a.md).\n", "bare a.md\n"},
        {"[the\none][1] of B.md\n\n[1]: a.md\n", "bare B.md\ndefinition a.md\n"},
        {"See [the\r\nlong one](a.md).\r\n", "link a.md\n"},
    };
    check(cases, COUNT(cases));
}

static void test_html(void **state)
{
    (void)state;
    static const struct reference_case cases[] = {
        {"See <a href=\"a.md#top\">it</a>, <a name=x>x</a> and <img alt='b' src='b c.png'/>.\n",
         "link a.md#top\nimage b c.png\n"},
        {"<p align=\"center\">\n<IMG width=10\n  SRC=\"a.png\">\n<a href=https://x.org>x</a></p>\n",
         "image a.png\n"},
        {"[<img src=\"a%20b.png\">](c.md)\n", "link c.md\nimage a b.png\n"},
        {"<a href=\"#part\">up</a>\n", "link #part\n"},
        {"`<a href=\"a.md\">` and <a href=\"{{ x }}\">\n\n```html\n<img src=\"a.png\">\n```\n", ""},
        {"<a href=\n", ""},
    };
    check(cases, COUNT(cases));
}

static void test_names(void **state)
{
    (void)state;
    static const struct reference_case cases[] = {
        {"Read `docs/a.md` and `src/x.py:147`.\n", "code docs/a.md\ncode src/x.py\n"},
        {"Read ROADMAP.md, **LOG.md** and docs/b.md.\n",
         "bare ROADMAP.md\nbare LOG.md\nbare docs/b.md\n"},
        {"→ Open: LOG.md\n", "bare LOG.md\n"},
        {"Look at file.ts:147 and @docs/plan.md\n", "bare file.ts\nbare docs/plan.md\n"},
        {"Node.js, `npm run x.js`, https://x.org/a.md, week-X-Y/A.md, `src/*.ts`\n", ""},
        {"`x` then ROADMAP.md\n", "bare ROADMAP.md\n"},
        {"- [ ] Read ROADMAP.md (20 min)\n", "bare ROADMAP.md\n"},
    };
    check(cases, COUNT(cases));
}

static void test_sections(void **state)
{
    (void)state;
    static const struct reference_case cases[] = {
        {"See LOG.md - Section 13.\n", "section LOG.md §13\n"},
        {"See **LOG.md** - Section 13 (weekly snapshot)\n",
         "section LOG.md §13 \"weekly snapshot\"\n"},
        {"See LOG.md (Section 13)\n", "section LOG.md §13\n"},
        {"See LOG.md Section 13\n", "section LOG.md §13\n"},
        {"See LOG.md § 7\n", "section LOG.md §7\n"},
        {"See LOG.md §7.2\n", "section LOG.md §7.2\n"},
        {"See `LOG.md`, Section 2.1\n", "section LOG.md §2.1\n"},
        {"See LOG.md - Sections 2-4 now\n", "section LOG.md §2-4\n"},
        {"See LOG.md Sections 2–4\n", "section LOG.md §2-4\n"},
        {"Read LOG.md Sections 1, 7, 8 (20 min)\n",
         "section LOG.md §1\nsection LOG.md §7\nsection LOG.md §8\n"},
        {"Read LOG.md Sections 2-4, 11 and 12\n",
         "section LOG.md §2-4\nsection LOG.md §11\nsection LOG.md §12\n"},
        {"**GUIDE.md** - \"Standup Talking Points\"\n",
         "section GUIDE.md \"Standup Talking Points\"\n"},
        {"[the log](LOG.md), Section 3\n", "link LOG.md §3\n"},
        {"See LOG.md - 13 sections\n", "bare LOG.md\n"},
        {"Siehe LOG.md, Abschnitt 4\n", "section LOG.md §4\n"},
        {"main.c Section 3\n", "bare main.c\n"},
        /* bare sections belong to the document named last below the same heading */
        {"1. Open LOG.md\n2. Update Section 13\n", "bare LOG.md\nsection LOG.md §13\n"},
        {"### 1. LOG.md\n\nThe week (Section 13 = best)\n\n- Section 2-4: news\n",
         "bare LOG.md\nsection LOG.md §13\nsection LOG.md §2-4\n"},
        {"Open LOG.md\n\nUpdate Section 13\n", "bare LOG.md\nsection LOG.md §13\n"},
        {"Open LOG.md or GUIDE.md\n\nUpdate Section 13\n", "bare LOG.md\nbare GUIDE.md\n"},
        {"### LOG.md\n\nNot GUIDE.md\n\nSection 13 counts\n",
         "bare LOG.md\nbare GUIDE.md\nsection LOG.md §13\n"},
        {"Open LOG.md\n\n# Next\n\nUpdate Section 13\n", "bare LOG.md\n"},
        {"See Section 4 below.\n", ""},
        {"## 1. A\n\nOpen LOG.md, then Section 2\n\n## 2. B\n", "bare LOG.md\n"},
    };
    check(cases, COUNT(cases));
}

static void test_fences(void **state)
{
    (void)state;
    static const struct reference_case cases[] = {
        {"```\nTIER 1\n├─ execution/KPI.md (revenue)\n└─ week-X-Y/S.txt\n```\n",
         "bare execution/KPI.md\n"},
        {"```\nâ”œâ”€ LOG.md (Sections 1, 7)\nâ””â”€ a/B.md\n```\n",
         "section LOG.md §1\nsection LOG.md §7\nbare a/B.md\n"},
        {"```\napp/\n├── src/\n│   ├── a.ts   # entry\n│   └── lib/\n│       └── b.ts\n└── "
         "README.md\n```\n",
         "bare app/src/a.ts\nbare app/src/lib/b.ts\nbare app/README.md\n"},
        {"```text\n|-- a.md\n|   `-- x\n+-- b.md (NEW)\n```\n", "bare a.md\nbare b.md +\n"},
        {"```\n- Weekly: Update LOG.md Section 13\nrun a.sh\n```\n", "section LOG.md §13\n"},
        {"```js\nimport './a.md'\n```\n", ""},
        {"Create this:\n\n```\n├── a.md\n```\n", "bare a.md +\n"},
    };
    check(cases, COUNT(cases));
}

static void test_creates(void **state)
{
    (void)state;
    static const struct reference_case cases[] = {
        {"- [ ] T001 Create the model in src/a.py\n", "bare src/a.py +\n"},
        {"- [ ] Implement it\n  - File: `src/a.py`\n", "code src/a.py +\n"},
        {"**Files to create:**\n\n- `src/a.py`\n", "code src/a.py +\n"},
        {"## New Files\n\n`src/a.py`\n", "code src/a.py +\n"},
        {"| What | File |\n|--|--|\n| NEW | `src/a.py` |\n| old | `src/b.py` |\n",
         "code src/a.py +\ncode src/b.py\n"},
        {"Supprimer `src/a.py`\n", "code src/a.py +\n"},
        {"- Read `src/a.py`\n", "code src/a.py\n"},
        /* words of names and of products are none */
        {"- Read `NEW_LOG.md` and `src/new/a.py`\n", "code NEW_LOG.md\ncode src/new/a.py\n"},
        {"- VP Product reads PRODUCT_LOG.md\n", "bare PRODUCT_LOG.md\n"},
        {"- This step produces LOG.md\n", "bare LOG.md +\n"},
    };
    check(cases, COUNT(cases));
}

static void test_spans(void **state)
{
    (void)state;
    struct reading r;
    const struct model *m = reading_start(
        &r, "a.md", "# H\n\nSee **LOG.md** - Sections 2-4, 7 and `src/x.py:147`, [t](b.md#c).\n");
    const struct reference *ref = m->references.items;
    assert_int_equal(m->references.len, 4);
    ASSERT_SLICE(reading_at(&r, ref[0].span), "LOG.md** - Sections 2-4");
    ASSERT_SLICE(reading_at(&r, ref[0].target_span), "LOG.md");
    ASSERT_SLICE(reading_at(&r, ref[0].section_span), "2-4");
    ASSERT_SLICE(reading_at(&r, ref[1].span), "7");
    ASSERT_SLICE(reading_at(&r, ref[1].section_span), "7");
    ASSERT_SLICE(reading_at(&r, ref[2].target_span), "src/x.py");
    ASSERT_SLICE(reading_at(&r, ref[3].span), "[t](b.md#c)");
    ASSERT_SLICE(reading_at(&r, ref[3].target_span), "b.md#c");
    ASSERT_SLICE(reading_at(&r, ref[3].fragment_span), "c");
    assert_int_equal(ref[0].heading, 0);
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_links),    cmocka_unit_test(test_links_over_lines),
        cmocka_unit_test(test_html),     cmocka_unit_test(test_names),
        cmocka_unit_test(test_sections), cmocka_unit_test(test_fences),
        cmocka_unit_test(test_creates),  cmocka_unit_test(test_spans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
