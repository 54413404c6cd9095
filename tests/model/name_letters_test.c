/* name_letters_test.c: which letters a document's names hold. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/name_letters.h"
#include "model/reading.h"

static bool holds(uint64_t letters, const char *text)
{
    return (letters_of(slice_of(text)) & ~letters) == 0;
}

static void test_letters_of_text(void **state)
{
    (void)state;
    uint64_t pier = letters_of(slice_of("New Pier 3-7"));
    assert_true(holds(pier, "new pier"));
    assert_true(holds(pier, "7-3 REIP"));
    assert_true(holds(pier, ""));
    static const char *const others[] = {"a", "q", "x", "z", "0",  "4",
                                         "9", ".", "/", "é", "重", "🚀"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(holds(pier, others[i]));
    assert_false(pier & LETTERS_BEYOND_ASCII);
    assert_true(letters_of(slice_of("piér")) & LETTERS_BEYOND_ASCII);
    assert_true(letters_of(slice_of("")) == 0);
}

/* What is looked for is folded, so letters are those of the folded name. */
static void test_letters_of_names(void **state)
{
    (void)state;
    struct reading r;
    reading_start(&r, "x/plan.md",
                  "# Harbour\n\n"
                  "## Initiative: Gro\xC3\x9F\n- **Owner:** Ivy, \xC3\x89mile\n\n"
                  "## Initiative: Hut\n- **Owner:** Bo\n\n"
                  "- [ ] T014 Dig\n");
    struct model *model = r.model;
    const struct name_letters *letters = model_name_letters(model);
    assert_ptr_equal(model_name_letters(model), letters);
    assert_int_equal(model->items.len, 2);
    assert_int_equal(model->tasks.len, 1);
    assert_true(letters->path == letters_of(slice_of("x/plan.md")));
    assert_true(letters->names[0] == (letters_of(slice_of("gross")) | LETTERS_BEYOND_ASCII));
    assert_true(letters->names[1] == letters_of(slice_of("hut")));
    assert_true(letters->names[2] == letters_of(slice_of("digt014")));
    assert_true(letters->names[3] == letters_of(slice_of("ivy")));
    assert_true(letters->names[4] == letters_of(slice_of("\xC3\xA9mile")));
    assert_true(letters->names[5] == letters_of(slice_of("bo")));
    assert_true(letters->owners == (letters->names[3] | letters->names[4] | letters->names[5]));
    assert_true(holds(letters->all, "x/plan.mdgrosshutdigt014ivybo\xC3\xA9mile"));
    assert_false(holds(letters->all, "q"));
    reading_end(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_letters_of_text),
        cmocka_unit_test(test_letters_of_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
