/* item_headings.c: which sections are plan items.
 *
 * A section is an item when its heading has a known kind, stands under a heading of items, or carries
 * at least two known fields, and when it says something: a field, a task, a time, a gate. Where that
 * is not certain it stays prose.
 */
#include "model/item_build.h"

#include "model/plan_words.h"
#include "model/task_words.h"

#define BIT(key) ((uint64_t)1 << (key))

/* Fields that only plan items have; two of them make an item of any section. */
static const uint64_t strong_keys = BIT(FIELD_OWNER) | BIT(FIELD_TIMELINE) | BIT(FIELD_BUDGET) |
                                    BIT(FIELD_EFFORT) | BIT(FIELD_SUCCESS_CRITERIA) |
                                    BIT(FIELD_BLOCKERS) | BIT(FIELD_DELIVERABLES) |
                                    BIT(FIELD_DEPENDENCIES) | BIT(FIELD_PRIORITY) | BIT(FIELD_GATE);
/* Fields that documents and all sorts of sections have too. */
static const uint64_t weak_keys = BIT(FIELD_STATUS) | BIT(FIELD_GOAL) | BIT(FIELD_SCOPE) |
                                  BIT(FIELD_REQUIREMENTS) | BIT(FIELD_VERIFICATION) |
                                  BIT(FIELD_BLOCKS) | BIT(FIELD_INITIATIVE) | BIT(FIELD_START) |
                                  BIT(FIELD_MITIGATION) | BIT(FIELD_TARGET) | BIT(FIELD_ID);

static unsigned count_bits(uint64_t bits)
{
    unsigned count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/* Kinds that are items even where only a list says what they hold. */
static bool is_large_kind(enum item_kind kind)
{
    switch (kind) {
    case ITEM_INITIATIVE:
    case ITEM_WORKSTREAM:
    case ITEM_EPIC:
    case ITEM_PHASE:
    case ITEM_MILESTONE:
    case ITEM_OBJECTIVE:
    case ITEM_KEY_RESULT:
    case ITEM_SPRINT:
    case ITEM_TASK:
        return true;
    default:
        return false;
    }
}

static bool has_content(const struct heading_facts *facts)
{
    return facts->lists || facts->tables || facts->sections_below;
}

/* A heading whose kind word has its number or separator. */
static bool known_kind_is_item(const struct item_build *build, uint32_t index)
{
    const struct heading_facts *facts = &build->facts[index];
    const struct title_parts *parts = &build->headings[index].parts;
    uint64_t own = facts->keys & (strong_keys | weak_keys);
    bool says = own || facts->boxes_below;

    if (parts->separator == TITLE_NO_SEPARATOR) {
        /* "Phase 1 Success Metrics" speaks about the phase, "Phase 1 Foundation" is one */
        if (is_about_words(parts->name) ||
            field_key_of(parts->name, build->b->settings) != FIELD_OTHER)
            return false;
        return own || facts->boxes || (parts->time.len && has_content(facts));
    }
    if (parts->kind == ITEM_STORY || parts->kind == ITEM_REQUIREMENT)
        return true;
    if (is_large_kind(parts->kind))
        return says || facts->fields_below || has_content(facts) || parts->time.len;
    return own || facts->boxes;
}

/* A section under "Workstreams & Milestones", "Phases" … */
static bool group_member_is_item(const struct item_build *build, uint32_t index,
                                 enum item_kind group)
{
    const struct heading_facts *facts = &build->facts[index];
    const struct title_parts *parts = &build->headings[index].parts;
    bool own = facts->keys & (strong_keys | weak_keys);

    if (is_overview_title(parts->name))
        return false;
    if (is_large_kind(group))
        return own || facts->boxes || parts->time.len || (parts->number.len && has_content(facts));
    return (own || facts->boxes) && (parts->number.len || parts->id.len);
}

static enum item_kind group_of(const struct item_build *build, uint32_t index)
{
    uint32_t parent = build->b->model->headings.items[index].parent;
    const struct title_parts *parts;

    if (parent == NO_INDEX)
        return ITEM_OTHER;
    parts = &build->headings[parent].parts;
    if (parts->kind != ITEM_OTHER)
        return ITEM_OTHER;
    return item_kind_of_group(parts->name);
}

/* Two known fields, one of them a plan's, each said once: repeats are records of several things. */
static bool fields_make_item(const struct item_build *build, uint32_t index)
{
    const struct heading_facts *facts = &build->facts[index];
    const struct title_parts *parts = &build->headings[index].parts;
    uint64_t strong = facts->keys & strong_keys;

    if (facts->repeated & strong_keys || is_overview_title(parts->name))
        return false;
    if (parts->id.len && parts->separator != TITLE_NO_SEPARATOR && strong)
        return true;
    return count_bits(strong) >= 2 || (strong && count_bits(facts->keys & weak_keys) >= 1 &&
                                       build->b->model->headings.items[index].level > 2);
}

static bool is_checkpoint(const struct item_build *build, uint32_t index)
{
    uint32_t parent = build->b->model->headings.items[index].parent;
    return parent != NO_INDEX && is_checkpoint_title(build->headings[parent].parts.name);
}

static void decide(struct item_build *build, uint32_t index)
{
    const struct heading *heading = &build->b->model->headings.items[index];
    struct heading_item *item = &build->headings[index];
    bool is_title = index == 0 && heading->level == 1;
    enum item_kind group;

    if (heading->nested || build->facts[index].is_field || is_checkpoint(build, index))
        return;
    if (item->parts.kind != ITEM_OTHER) {
        item->kind = item->parts.kind;
        item->is_item = known_kind_is_item(build, index) &&
                        (!is_title || item->parts.separator == TITLE_SEPARATOR);
        return;
    }
    group = group_of(build, index);
    item->kind = group;
    item->is_item = (group != ITEM_OTHER && group_member_is_item(build, index, group)) ||
                    (!is_title && fields_make_item(build, index));
}

void item_headings_decide(struct item_build *build)
{
    struct builder *b = build->b;

    for (uint32_t i = 0; i < b->model->headings.len; i++) {
        struct heading_item *item = &build->headings[i];
        title_read(span_slice(b->bytes, b->model->headings.items[i].title_span), b->settings,
                   &item->parts);
        decide(build, i);
    }
    item_names_collect(build);
}
