/* people_test.c: who is named where, and whose documents are looked at again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "workspace/workspace.h"

struct town {
    struct settings settings;
    struct workspace *ws;
    struct arena arena;
};

static void put(struct town *town, const char *path, const char *text)
{
    workspace_put(town->ws, slice_of(path), slice_of(text));
}

static void open_town(struct town *town)
{
    settings_init(&town->settings);
    town->ws = workspace_new(&town->settings);
    arena_init(&town->arena);
    put(town, "b.md",
        "## Initiative: Roof\n- **Owner:** Noor, Noor for slates\n- **Timeline:** Week 1\n\n"
        "## Initiative: Door\n- **Owner:** Jaime\n- **Timeline:** Week 2\n");
    put(town, "a.md", "## Initiative: Wall\n- **Owner:** @noor\n- **Timeline:** Week 1\n");
    put(town, "team.md", "| Name | Role |\n|---|---|\n| Jamie | Engineer |\n| Noor | Designer |\n");
    put(town, "c.md", "## Initiative: Well\n- **Owner:** DevOps Team\n- **Timeline:** Week 1\n");
}

static void close_town(struct town *town)
{
    arena_release(&town->arena);
    workspace_free(town->ws);
}

static void test_places(void **state)
{
    (void)state;
    struct town town;
    open_town(&town);
    struct person_places places = {0};
    workspace_person(town.ws, SLICE("noor"), &town.arena, &places);
    assert_int_equal(places.len, 3);
    assert_true(slice_is(places.items[0].document->path, "a.md"));
    assert_true(slice_is(places.items[1].document->path, "b.md"));
    assert_int_equal(places.items[1].item, 0);
    assert_true(slice_is(places.items[2].document->path, "team.md"));
    assert_int_equal(places.items[2].item, NO_INDEX);
    assert_true(slice_is(places.items[2].person->role, "Designer"));
    struct person_places none = {0};
    workspace_person(town.ws, SLICE("nobody"), &town.arena, &none);
    assert_int_equal(none.len, 0);
    workspace_person(town.ws, SLICE("devops team"), &town.arena, &none);
    assert_int_equal(none.len, 1);
    close_town(&town);
}

static void test_like(void **state)
{
    (void)state;
    struct town town;
    open_town(&town);
    static const struct {
        const char *key, *found;
    } rows[] = {{"jaime", "jamie "},     {"jamie", "jaime "}, {"nor", ""},
                {"noora", "noor "},      {"moor", "noor "},   {"noro", "noor "},
                {"jamyy", ""},           {"devops teem", ""}, {"", ""},
                {"jame", "jaime jamie "}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct person_keys keys = {0};
        struct strbuf out;
        strbuf_init(&out, STRBUF_NO_LIMIT);
        workspace_people_like(town.ws, workspace_at(town.ws, 0), slice_of(rows[i].key), 1,
                              &town.arena, &keys);
        for (size_t k = 0; k < keys.len; k++)
            strbuf_printf(&out, "%.*s ", SLICE_ARG(keys.items[k]));
        if (!slice_is(strbuf_slice(&out), rows[i].found))
            fail_msg("%s: \"%s\"", rows[i].key, out.ptr ? out.ptr : "");
        strbuf_release(&out);
    }
    close_town(&town);
}

static void test_summary(void **state)
{
    (void)state;
    struct town town;
    open_town(&town);
    put(&town, "d.md",
        "## Initiative: Pump\n- **Owner:** Jaime (50%), Noor\n- **Timeline:** Week 1\n\n"
        "### Phase 1: Pipes\n- **Owner:** Noor\n- **Timeline:** Week 1\n");
    static const struct {
        const char *key;
        struct person_summary summary;
    } rows[] = {{"noor", {4, true, false}}, /* once for the roof, whatever else it says */
                {"jaime", {2, false, true}},
                {"jamie", {0, true, false}},
                {"nobody", {0, false, false}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct person_summary found = workspace_person_summary(town.ws, slice_of(rows[i].key));
        if (found.items != rows[i].summary.items || found.declared != rows[i].summary.declared ||
            found.stated != rows[i].summary.stated)
            fail_msg("%s: %u %d %d", rows[i].key, found.items, found.declared, found.stated);
    }
    close_town(&town);
}

/* Who is like somebody is known again after an edit, and found anew once somebody else is named. */
static void test_like_after_edits(void **state)
{
    (void)state;
    struct town town;
    open_town(&town);
    struct slice path = SLICE("b.md");
    const struct document *b = workspace_edit(town.ws, path, (struct span){0, 0}, SLICE("\n"));
    for (int round = 0; round < 2; round++) { /* asked for, then looked up */
        struct person_keys keys = {0};
        workspace_people_like(town.ws, b, SLICE("jaime"), 1, &town.arena, &keys);
        assert_int_equal(keys.len, 1);
        assert_true(slice_is(keys.items[0], "jamie"));
        b = workspace_edit(town.ws, path, (struct span){0, 0}, SLICE("\n"));
    }
    put(&town, "team.md", "| Name | Role |\n|---|---|\n| James | Engineer |\n");
    struct person_keys keys = {0};
    workspace_people_like(town.ws, b, SLICE("jaime"), 1, &town.arena, &keys);
    assert_int_equal(keys.len, 0);
    put(&town, "c.md", "## Initiative: Well\n- **Owner:** Jamie\n- **Timeline:** Week 1\n");
    workspace_people_like(town.ws, b, SLICE("jaime"), 2, &town.arena, &keys);
    assert_int_equal(keys.len, 0);
    workspace_people_like(town.ws, b, SLICE("jaime"), 1, &town.arena, &keys);
    assert_int_equal(keys.len, 1);
    close_town(&town);
}

static void test_dependents(void **state)
{
    (void)state;
    struct town town;
    open_town(&town);
    static const struct {
        const char *path, *dependents;
    } rows[] = {{"a.md", "b.md team.md "}, /* Noor */
                {"b.md", "a.md team.md "},
                {"team.md", "a.md b.md "},
                {"c.md", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct document_list list = {0};
        struct strbuf out;
        strbuf_init(&out, STRBUF_NO_LIMIT);
        workspace_dependents(town.ws, slice_of(rows[i].path), &town.arena, &list);
        for (size_t k = 0; k < list.len; k++)
            strbuf_printf(&out, "%.*s ", SLICE_ARG(list.items[k]->path));
        if (!slice_is(strbuf_slice(&out), rows[i].dependents))
            fail_msg("%s: \"%s\"", rows[i].path, out.ptr ? out.ptr : "");
        strbuf_release(&out);
    }
    /* Only the slip joins these two. */
    workspace_remove(town.ws, SLICE("a.md"));
    put(&town, "b.md", "## Initiative: Door\n- **Owner:** Jaime\n- **Timeline:** Week 2\n");
    struct document_list list = {0};
    workspace_dependents(town.ws, SLICE("team.md"), &town.arena, &list);
    assert_int_equal(list.len, 1);
    close_town(&town);
}

/* Somebody whom all documents name: an edit of one is no reason to look at the others, except where it
 * makes them many, or few. */
static void test_everywhere(void **state)
{
    (void)state;
    struct town town;
    settings_init(&town.settings);
    town.ws = workspace_new(&town.settings);
    arena_init(&town.arena);
    for (int i = 1; i <= 66; i++) {
        struct document_list list = {0};
        const char *path = arena_printf(&town.arena, "p%02d.md", i);
        put(&town, path, "## Initiative: Wall\n- **Owner:** Noor\n- **Timeline:** Week 1\n");
        workspace_dependents(town.ws, slice_of(path), &town.arena, &list);
        /* The title is asked for by nobody, so all of them are here for Noor. */
        assert_int_equal(list.len, i <= 65 ? i - 1 : 0);
        assert_int_equal(workspace_is_everywhere(town.ws, SLICE("noor")), i > 64);
    }
    close_town(&town);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),     cmocka_unit_test(test_like),
        cmocka_unit_test(test_summary),    cmocka_unit_test(test_like_after_edits),
        cmocka_unit_test(test_dependents), cmocka_unit_test(test_everywhere)};
    return cmocka_run_group_tests_name("people", tests, NULL, NULL);
}
