/* alone_test.c: what is said of a document before the others are known is said in the same words when they are:
 * on the examples of all rules' pages, each page's as one workspace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "features/facade.h"

#include <planls/planls.h>
#include <stdio.h>
#include <string.h>

#define MAX_FENCES 16
#define PATH_SIZE  128

struct fence {
    char path[PATH_SIZE];
    struct slice text;
};

/* The path that the fence's opening line gives ("```markdown path=docs/plan.md today=…"), or a numbered one. */
static void read_path(struct slice line, size_t number, struct fence *fence)
{
    size_t at = slice_find(line, SLICE("path="));
    struct slice path = at == SLICE_NONE ? SLICE("") : slice_from(line, at + 5);
    size_t space = slice_find_byte(path, ' ');
    if (space != SLICE_NONE)
        path = slice_sub(path, 0, space);
    if (path.len)
        snprintf(fence->path, PATH_SIZE, "%.*s", SLICE_ARG(path));
    else
        snprintf(fence->path, PATH_SIZE, "example-%zu.md", number);
}

/* The page's Markdown fences; gives how many. */
static size_t read_fences(struct slice page, struct fence fences[MAX_FENCES])
{
    struct slice_split lines = {page, false};
    struct slice line;
    size_t count = 0;
    bool inside = false;
    while (slice_split_next(&lines, '\n', &line)) {
        if (!inside && slice_starts(line, SLICE("````markdown")) && count < MAX_FENCES) {
            inside = true;
        } else if (!inside && slice_starts(line, SLICE("```markdown")) && count < MAX_FENCES) {
            inside = true;
        } else if (inside && (slice_is(line, "```") || slice_is(line, "````"))) {
            fences[count].text.len = (size_t)(line.ptr - fences[count].text.ptr);
            count++;
            inside = false;
            continue;
        } else {
            continue;
        }
        read_path(line, count, &fences[count]);
        fences[count].text.ptr = line.ptr + line.len + 1;
    }
    return count;
}

static struct planls_workspace *workspace_of(const struct settings *settings)
{
    struct planls_workspace *workspace = planls_workspace_new();
    planls_workspace_configure(workspace, settings);
    planls_workspace_set_today(workspace, 2026, 2, 4);
    return workspace;
}

static void put(struct planls_workspace *workspace, const struct fence *fence)
{
    planls_workspace_put(workspace, fence->path, fence->text.ptr, fence->text.len);
}

static bool is_among(const struct planls_diagnostic *one, const struct planls_diagnostics *all)
{
    for (size_t i = 0; i < all->len; i++) {
        const struct planls_diagnostic *other = &all->items[i];
        if (strcmp(one->code, other->code) == 0 && strcmp(one->message, other->message) == 0 &&
            one->range.start == other->range.start && one->range.end == other->range.end &&
            one->severity == other->severity)
            return true;
    }
    return false;
}

static void assert_among(const char *page, const char *path, const struct planls_diagnostics *some,
                         const struct planls_diagnostics *all, const char *which)
{
    for (size_t i = 0; i < some->len; i++)
        if (!is_among(&some->items[i], all))
            fail_msg("%s: %s: %s (%s) is not said %s", page, path, some->items[i].message,
                     some->items[i].code, which);
}

/* Gives how much was said before the others were there. */
static size_t try_document(const char *page, struct planls_workspace *all,
                           const struct fence *fence, const struct settings *settings)
{
    struct planls_workspace *empty = workspace_of(settings);
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics before = {0}, after = {0}, full = {0};
    put(empty, fence);
    planls_check_alone(empty, fence->path, results, &before);
    planls_check_alone(all, fence->path, results, &after);
    planls_check(all, fence->path, results, &full);
    assert_among(page, fence->path, &before, &after, "with the others");
    assert_among(page, fence->path, &after, &before, "without the others");
    assert_among(page, fence->path, &before, &full, "in the end");
    size_t count = before.len;
    planls_results_free(results);
    planls_workspace_free(empty);
    return count;
}

static size_t try_page(const char *name, const struct settings *settings)
{
    struct fence fences[MAX_FENCES];
    size_t said = 0, count = read_fences(slice_of(planls_rule_page(name)), fences);
    struct planls_workspace *all = workspace_of(settings);
    for (size_t i = 0; i < count; i++)
        put(all, &fences[i]);
    /* Of two of one path the last is there. */
    for (size_t i = 0; i < count; i++) {
        put(all, &fences[i]);
        said += try_document(name, all, &fences[i], settings);
    }
    planls_workspace_free(all);
    return said;
}

static void try_all(enum profile profile)
{
    struct settings settings = {.profile = profile};
    size_t count, said = 0;
    const char *const *names = planls_rule_names(&count);
    for (size_t i = 0; i < count; i++)
        said += try_page(names[i], &settings);
    assert_true(said > 30); /* there is something to be said early */
}

static void test_what_is_said_early_stays(void **state)
{
    (void)state;
    try_all(PROFILE_STANDARD);
}

static void test_so_in_strict(void **state)
{
    (void)state;
    try_all(PROFILE_STRICT);
}

static void test_others_are_left_for_later(void **state)
{
    (void)state;
    static const char text[] = "# Plan: Shed\n\n## Initiative: Roof\n- **Owner:** Ada\n"
                               "- **Timeline:** Weeks 9-3\n\nSee [the rest](rest.md).\n";
    static const struct settings settings = {.profile = PROFILE_STANDARD};
    struct planls_workspace *workspace = workspace_of(&settings);
    struct planls_results *results = planls_results_new();
    struct planls_diagnostics alone = {0}, full = {0};
    planls_workspace_put(workspace, "plan.md", text, strlen(text));
    planls_workspace_path_exists(workspace, "rest.md", false, false);
    planls_check_alone(workspace, "plan.md", results, &alone);
    planls_check(workspace, "plan.md", results, &full);
    assert_int_equal(alone.len, 1);
    assert_string_equal(alone.items[0].code, "invalid-span");
    assert_int_equal(full.len, 2);
    assert_string_equal(full.items[1].code, "broken-link");
    planls_results_free(results);
    planls_workspace_free(workspace);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_said_early_stays),
        cmocka_unit_test(test_so_in_strict),
        cmocka_unit_test(test_others_are_left_for_later),
    };
    return cmocka_run_group_tests_name("alone", tests, NULL, NULL);
}
