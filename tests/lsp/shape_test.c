/* shape_test.c: what comes back is what was told, or it is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lsp/shape.h"

static void check(const struct shape *shape, const char *text, bool fits)
{
    cJSON *value = json_parse(slice_of(text));
    assert_non_null(value);
    if (shape_fits(value, shape) != fits)
        fail_msg("%s %s", text, fits ? "should fit" : "should not fit");
    cJSON_Delete(value);
}

#define RANGE "{\"start\":{\"line\":1,\"character\":2},\"end\":{\"line\":1,\"character\":4}}"

static void test_completion_items(void **state)
{
    (void)state;
    const struct shape *item = &shape_completion_item;
    check(item, "{\"label\":\"a\"}", true);
    check(item, "{\"label\":\"a\",\"own\":[1]}", true);
    check(item, "{\"label\":5}", false);
    check(item, "{}", false);
    check(item, "{\"label\":\"a\",\"tags\":[1]}", true);
    check(item, "{\"label\":\"a\",\"tags\":[2]}", false);
    check(item, "{\"label\":\"a\",\"documentation\":\"b\"}", true);
    check(item, "{\"label\":\"a\",\"documentation\":{\"kind\":\"markdown\",\"value\":\"b\"}}",
          true);
    check(item, "{\"label\":\"a\",\"documentation\":{\"kind\":\"html\",\"value\":\"b\"}}", false);
    check(item, "{\"label\":\"a\",\"documentation\":{\"kind\":\"plaintext\"}}", false);
    check(item, "{\"label\":\"a\",\"textEdit\":{\"newText\":\"b\",\"range\":" RANGE "}}", true);
    check(item, "{\"label\":\"a\",\"textEdit\":{\"newText\":\"b\",\"insert\":" RANGE "}}", false);
}

static void test_code_actions(void **state)
{
    (void)state;
    const struct shape *action = &shape_code_action;
    check(action,
          "{\"title\":\"a\",\"edit\":{\"documentChanges\":["
          "{\"kind\":\"create\",\"uri\":\"file:///a\"},"
          "{\"kind\":\"rename\",\"oldUri\":\"file:///a\",\"newUri\":\"file:///b\"},"
          "{\"kind\":\"delete\",\"uri\":\"file:///b\"}]}}",
          true);
    check(action,
          "{\"title\":\"a\",\"edit\":{\"documentChanges\":["
          "{\"kind\":\"burn\",\"uri\":\"file:///a\"}]}}",
          false);
    check(action,
          "{\"title\":\"a\",\"edit\":{\"documentChanges\":["
          "{\"kind\":\"rename\",\"uri\":\"file:///a\"}]}}",
          false);
    check(action, "{\"title\":\"a\",\"edit\":{\"more\":1}}", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_completion_items),
        cmocka_unit_test(test_code_actions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
