/* model_test.c: a model outlives the text it was made from; look-ups by offset. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reading.h"

#include <stdlib.h>
#include <string.h>

static const char plan[] = "---\n"
                           "title: The *plan*\n"
                           "owner: Kim\n"
                           "---\n"
                           "# The plan {#top}\n"
                           "## 1. Phase 1: Orchard (Weeks 1-4) ✅\n"
                           "- **Owner:** Robin (Gardener) for trees\n"
                           "- **Budget:** $30K trees; $200/month water\n"
                           "- **Timeline:**\n"
                           "  - Week 1: dig\n"
                           "- **Success Criteria:** **3** rows; `juice`\n"
                           "- **Risks:**\n"
                           "  - frost → cover\n"
                           "- **Depends on:** [the start](#top)\n"
                           "- [ ] see [[notes#Frost|notes]] and `a/b.md` @Kim\n"
                           "## Second\n";

/* Reads every byte a slice says it has. */
static size_t touch(struct slice s)
{
    size_t sum = s.len;
    for (size_t i = 0; i < s.len; i++)
        sum += (unsigned char)s.ptr[i];
    return sum;
}

static size_t touch_item(const struct item *item)
{
    size_t sum = touch(item->title) + touch(item->key) + touch(item->full_key) + touch(item->id) +
                 touch(item->number) + touch(item->anchor) + touch(item->priority) +
                 touch(item->status_text);
    for (size_t i = 0; i < item->timeline.len; i++)
        sum += touch(item->timeline.items[i].text) + touch(item->timeline.items[i].label);
    for (size_t i = 0; i < item->budget.len; i++)
        sum += touch(item->budget.items[i].per) + touch(item->budget.items[i].label);
    for (size_t i = 0; i < item->owners.len; i++)
        sum += touch(item->owners.items[i].name) + touch(item->owners.items[i].role) +
               touch(item->owners.items[i].scope);
    for (size_t i = 0; i < item->criteria.len; i++)
        sum += touch(item->criteria.items[i].text);
    for (size_t i = 0; i < item->risks.len; i++)
        sum += touch(item->risks.items[i].blocker) + touch(item->risks.items[i].mitigation);
    for (size_t i = 0; i < item->depends_on.len; i++)
        sum += touch(item->depends_on.items[i].target);
    return sum;
}

static size_t touch_model(const struct model *m)
{
    size_t sum = touch(m->path) + touch(m->title);
    for (size_t i = 0; i < m->headings.len; i++) {
        const struct heading *h = &m->headings.items[i];
        sum += touch(h->title) + touch(h->key) + touch(h->anchor) + touch(h->id) + touch(h->number);
    }
    for (size_t i = 0; i < m->fields.len; i++)
        sum += touch(m->fields.items[i].label);
    for (size_t i = 0; i < m->items.len; i++)
        sum += touch_item(&m->items.items[i]);
    for (size_t i = 0; i < m->front_matter.len; i++)
        sum += touch(m->front_matter.v[i].key) + touch(m->front_matter.v[i].value);
    for (size_t i = 0; i < m->references.len; i++)
        sum += touch(m->references.items[i].path) + touch(m->references.items[i].fragment);
    for (size_t i = 0; i < m->tasks.len; i++)
        sum += touch(m->tasks.items[i].title) + touch(m->tasks.items[i].id);
    return sum;
}

static void test_a_model_outlives_its_text(void **state)
{
    char *bytes = malloc(sizeof plan);
    struct reading r;
    struct model *model;
    size_t before;
    (void)state;
    memcpy(bytes, plan, sizeof plan);
    reading_start_bytes(&r, "plan.md", (struct slice){bytes, sizeof plan - 1});
    before = touch_model(r.model);
    model = r.model;
    r.model = NULL;
    memset(bytes, 0xFF, sizeof plan); /* without a sanitizer the sum would tell */
    free(bytes);
    reading_end(&r);
    assert_int_equal(touch_model(model), before);
    assert_int_equal(model_heading_by_anchor(model, SLICE("top")), 0);
    assert_int_equal(model_heading_by_number(model, SLICE("1")), 1);
    model_free(model);
}

static uint32_t at(const char *words)
{
    return (uint32_t)slice_find(slice_of(plan), slice_of(words));
}

static void test_look_ups_by_offset(void **state)
{
    struct reading r;
    const struct model *m = reading_start(&r, "plan.md", plan);
    (void)state;
    assert_int_equal(model_item_at(m, at("dig")), 0);
    assert_int_equal(model_item_at(m, at("Second")), NO_INDEX);
    assert_int_equal(model_heading_at(m, at("dig")), 1);
    assert_int_equal(model_heading_at(m, at("Second")), 2);
    assert_int_equal(model_heading_at(m, 0), NO_INDEX);
    assert_int_equal(m->fields.items[model_field_at(m, at("dig"))].key, FIELD_TIMELINE);
    assert_int_equal(m->fields.items[model_field_at(m, at("Kim"))].key, FIELD_OWNER);
    assert_int_equal(model_task_at(m, at("see")), 0);
    assert_int_equal(model_task_at(m, at("dig")), NO_INDEX);
    assert_int_not_equal(model_reference_at(m, at("notes#Frost")), NO_INDEX);
    assert_int_equal(model_reference_at(m, at("dig")), NO_INDEX);
    assert_int_equal(model_item_at(m, UINT32_MAX), NO_INDEX);
    reading_end(&r);
}

static void test_empty_documents(void **state)
{
    static const char *const texts[] = {"", "\n", "---\n---\n", "\xEF\xBB\xBF", "#", "- ", "|"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct reading r;
        const struct model *m = reading_start(&r, "", texts[i]);
        assert_int_equal(m->items.len, 0);
        assert_int_equal(model_item_at(m, 0), NO_INDEX);
        assert_int_equal(model_field_of(m, NO_INDEX, FIELD_OWNER), NO_INDEX);
        assert_int_equal(model_heading_by_title(m, SLICE("x")), NO_INDEX);
        reading_end(&r);
    }
    model_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_model_outlives_its_text),
        cmocka_unit_test(test_look_ups_by_offset),
        cmocka_unit_test(test_empty_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
