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

/* Fields that say something of a plan item, when the heading has its kind already. */
static const uint64_t known_keys =
    BIT(FIELD_OWNER) | BIT(FIELD_TIMELINE) | BIT(FIELD_BUDGET) | BIT(FIELD_EFFORT) |
    BIT(FIELD_SUCCESS_CRITERIA) | BIT(FIELD_BLOCKERS) | BIT(FIELD_DELIVERABLES) |
    BIT(FIELD_DEPENDENCIES) | BIT(FIELD_PRIORITY) | BIT(FIELD_GATE) | BIT(FIELD_STATUS) |
    BIT(FIELD_GOAL) | BIT(FIELD_SCOPE) | BIT(FIELD_REQUIREMENTS) | BIT(FIELD_VERIFICATION) |
    BIT(FIELD_BLOCKS) | BIT(FIELD_INITIATIVE) | BIT(FIELD_START) | BIT(FIELD_MITIGATION) |
    BIT(FIELD_TARGET) | BIT(FIELD_ID);

/* Of any other section, two of these make an item, or one of them and one of the next. */
static const uint64_t time_keys = BIT(FIELD_TIMELINE) | BIT(FIELD_EFFORT);
static const uint64_t strong_keys =
    BIT(FIELD_OWNER) | BIT(FIELD_BUDGET) | BIT(FIELD_SUCCESS_CRITERIA) | BIT(FIELD_PRIORITY);
static const uint64_t weak_keys =
    BIT(FIELD_STATUS) | BIT(FIELD_DELIVERABLES) | BIT(FIELD_DEPENDENCIES) | BIT(FIELD_GOAL) |
    BIT(FIELD_SCOPE) | BIT(FIELD_REQUIREMENTS) | BIT(FIELD_VERIFICATION) | BIT(FIELD_GATE);
/* These make it something else: a document's head, an entry of an index, a risk. */
static const uint64_t foreign_keys = BIT(FIELD_DATE) | BIT(FIELD_LAST_UPDATED) |
                                     BIT(FIELD_AUDIENCE) | BIT(FIELD_UPDATE_FREQUENCY) |
                                     BIT(FIELD_CONTAINS) | BIT(FIELD_MITIGATION);

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
    const struct title_parts *parts = &build->b->titles[index];
    uint64_t own = facts->keys & known_keys;
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
        return says || parts->time.len || title_is_time(parts->name) ||
               (!build->is_guide && (facts->fields_below || has_content(facts)));
    if (parts->kind == ITEM_MONTH || parts->kind == ITEM_WEEK || parts->kind == ITEM_DAY)
        return own || facts->boxes_below || (!build->is_guide && facts->lists);
    if (parts->kind == ITEM_STEP) /* instructions have steps too */
        return count_bits(own) >= 2 || facts->boxes;
    return own || facts->boxes;
}

/* "1.1 Wire it up (30 min)", "P0.1 — Stop the leak" under an item: a part of it. */
static bool part_is_item(const struct item_build *build, uint32_t index)
{
    uint32_t parent = build->b->model->headings.items[index].parent;
    const struct title_parts *parts = &build->b->titles[index];

    if (parent == NO_INDEX || !build->headings[parent].is_item ||
        builder_judge(build->b, parts->name, is_overview_title))
        return false;
    if (parts->id.len)
        return parts->separator != TITLE_NO_SEPARATOR && parts->separator != TITLE_END;
    return parts->time.len && slice_find_byte(parts->number, '.') != SLICE_NONE;
}

/* A section under "Workstreams & Milestones", "Phases" … */
static bool group_member_is_item(const struct item_build *build, uint32_t index,
                                 enum item_kind group)
{
    const struct heading_facts *facts = &build->facts[index];
    const struct title_parts *parts = &build->b->titles[index];
    bool own = facts->keys & known_keys;

    if (builder_judge(build->b, parts->name, is_overview_title))
        return false;
    if (is_large_kind(group) && group != ITEM_TASK)
        return own || facts->boxes || parts->time.len || (parts->number.len && has_content(facts));
    /* "## 1. Schemas" with boxes under "Tasks" is a group of tasks */
    return own && (parts->number.len || parts->id.len);
}

static enum item_kind group_of(const struct item_build *build, uint32_t index)
{
    uint32_t parent = build->b->model->headings.items[index].parent;
    const struct title_parts *parts;

    if (parent == NO_INDEX)
        return ITEM_OTHER;
    parts = &build->b->titles[parent];
    if (parts->kind != ITEM_OTHER)
        return ITEM_OTHER;
    return item_kind_of_group(parts->name);
}

/* Two known fields, each said once: repeats are records of several things. */
static bool fields_make_item(const struct item_build *build, uint32_t index)
{
    const struct heading_facts *facts = &build->facts[index];
    const struct title_parts *parts = &build->b->titles[index];
    unsigned strong = count_bits(facts->keys & strong_keys) + ((facts->keys & time_keys) != 0);

    if (facts->repeated & (strong_keys | time_keys) || facts->keys & foreign_keys ||
        facts->risk_measures >= 2 || builder_judge(build->b, parts->name, is_overview_title) ||
        slice_find_byte(parts->name, '?') != SLICE_NONE)
        return false;
    if (parts->id.len && parts->separator != TITLE_NO_SEPARATOR && strong)
        return true;
    return strong >= 2 || (strong && facts->keys & weak_keys);
}

/* A heading on the line right below the document's title and apart from what follows: the title's
 * second line, over what the document says of itself. */
static bool is_subtitle(const struct item_build *build, uint32_t index)
{
    const struct builder *b = build->b;
    const struct heading *heading = &b->model->headings.items[index];
    uint32_t line = text_line_of(b->text, heading->span.start);

    return index == 1 && heading->parent == 0 &&
           line == text_line_of(b->text, b->model->headings.items[0].span.start) + 1 &&
           line + 1 < b->text->line_count && span_is_empty(text_line(b->text, line + 1));
}

static bool is_checkpoint(const struct item_build *build, uint32_t index)
{
    uint32_t parent = build->b->model->headings.items[index].parent;
    return parent != NO_INDEX &&
           builder_judge(build->b, build->b->titles[parent].name, is_checkpoint_title);
}

static void decide(struct item_build *build, uint32_t index)
{
    const struct heading *heading = &build->b->model->headings.items[index];
    const struct title_parts *parts = &build->b->titles[index];
    struct heading_item *item = &build->headings[index];
    bool is_title = index == 0 && heading->level == 1;
    enum item_kind group;

    if (heading->nested || build->facts[index].is_field || build->facts[index].measures ||
        is_checkpoint(build, index))
        return;
    if (parts->kind != ITEM_OTHER) {
        item->kind = parts->kind;
        item->is_item =
            known_kind_is_item(build, index) && (!is_title || parts->separator == TITLE_SEPARATOR);
        return;
    }
    group = group_of(build, index);
    item->kind = group;
    item->is_item = (group != ITEM_OTHER && group_member_is_item(build, index, group)) ||
                    (!is_title && !is_subtitle(build, index) &&
                     (fields_make_item(build, index) || part_is_item(build, index)));
}

/* Where "Phase 1" and "Phase 3" are items, "Phase 2" beside them is one whatever it holds. */
static void promote_siblings(struct item_build *build)
{
    const struct model *model = build->b->model;
    uint32_t *kinds = arena_array(build->b->scratch, model->headings.len + 1, sizeof *kinds);

    for (uint32_t i = 0; i < model->headings.len; i++)
        if (build->headings[i].is_item && build->b->titles[i].number.len)
            kinds[model->headings.items[i].parent + 1] |= 1u << build->headings[i].kind;
    for (uint32_t i = 0; i < model->headings.len; i++) {
        const struct title_parts *parts = &build->b->titles[i];
        struct heading_item *item = &build->headings[i];
        if (item->is_item || item->kind == ITEM_OTHER || item->kind != parts->kind ||
            !parts->number.len || parts->separator == TITLE_NO_SEPARATOR)
            continue;
        item->is_item = kinds[model->headings.items[i].parent + 1] >> item->kind & 1;
    }
}

/* Files that tell how to work with a repository: their "Stage 1" is a procedure, no plan. */
static bool is_guide(struct slice path)
{
    static const char *const names[] = {"readme.md",       "agents.md", "claude.md",
                                        "contributing.md", "skill.md",  "gemini.md"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct slice name = slice_of(names[i]);
        if (slice_ends_nocase(path, name) &&
            (path.len == name.len || !ascii_is_alnum(path.ptr[path.len - name.len - 1])))
            return true;
    }
    return false;
}

void item_headings_decide(struct item_build *build)
{
    struct builder *b = build->b;

    build->is_guide = is_guide(b->model->path);

    for (uint32_t i = 0; i < b->model->headings.len; i++)
        decide(build, i);
    promote_siblings(build);
    item_names_collect(build);
}
