/* asked.c: which items are asked for a field that they lack. */
#include "rules/asked.h"

#include "base/memo.h"

/* ---- items that a field is not asked of ------------------------------------------------------- */

/* Phases that spec-kit's templates give no story, so no criteria either. */
static bool is_frame_phase(const struct item *item)
{
    static const char *const titles[] = {"setup", "foundational", "foundation", "polish"};
    if (item->kind != ITEM_PHASE)
        return false;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (slice_starts_nocase(item->key, slice_of(titles[i])))
            return true;
    return false;
}

/* Words for work without an end, which has neither a time nor a state in which it is done. */
static bool says_lasting(struct slice s)
{
    static const char *const words[] = {
        "ongoing", "continuous", "continual", "permanent",  "perpetual", "evergreen", "fortlaufend",
        "laufend", "dauerhaft",  "continu",   "doorlopend", "sürekli",   "постоянн",  "непрерывн",
        "دائم",    "مستمر",      "持续",      "継続",       "恒久",      "지속",      "長期"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(s, slice_of(words[i])) != SLICE_NONE)
            return true;
    return false;
}

static bool is_lasting(const struct check *check, struct slice s)
{
    return memo_judge(check->document->memo, s, says_lasting);
}

static struct slice heading_text(const struct check *check, const struct item *item)
{
    if (item->source != ITEM_FROM_HEADING)
        return item->title;
    return span_slice(check->text, check->model->headings.items[item->heading].title_span);
}

/* "Phase 4: Platform (Year 2)", "(CURRENT)": where its siblings say their time in the heading, what
 * stands there in parentheses is an answer. */
static bool has_remark(const struct check *check, const struct item *item)
{
    struct slice text = heading_text(check, item);
    size_t open = slice_find_last_byte(text, '(');
    return open != SLICE_NONE && slice_find_byte(slice_from(text, open), ')') != SLICE_NONE;
}

/* Kinds that are times themselves, or so small that their length is effort. */
static bool is_time_or_step(enum item_kind kind)
{
    return kind == ITEM_STEP || kind == ITEM_TASK || kind == ITEM_DAY || kind == ITEM_WEEK ||
           kind == ITEM_MONTH || kind == ITEM_SPRINT || kind == ITEM_DECISION;
}

static bool is_exempt(const struct check *check, const struct asked *asked, uint32_t index)
{
    const struct item *item = &check->model->items.items[index];
    switch (asked->key) {
    case FIELD_TIMELINE:
        return is_time_or_step(item->kind) || is_lasting(check, heading_text(check, item));
    case FIELD_SUCCESS_CRITERIA:
        if (check->model->dialect == DIALECT_SPEC_KIT && item->kind == ITEM_PHASE)
            return !asked->tagged[index];
        return is_frame_phase(item) || is_lasting(check, heading_text(check, item));
    default:
        return false;
    }
}

/* ---- habits ----------------------------------------------------------------------------------- */

static bool has_tag(const struct task *task)
{
    for (size_t c = 0; c < task->claims.len; c++)
        if (task->claims.items[c].via == VIA_TAG)
            return true;
    return false;
}

/* spec-kit's phases that build a user story: most of their tasks carry its tag. */
static const bool *tagged_items(const struct check *check)
{
    const struct model *model = check->model;
    bool *tagged = arena_array(check->arena, model->items.len + 1, sizeof *tagged);
    int *balance = arena_array(check->arena, model->items.len + 1, sizeof *balance);
    for (size_t t = 0; t < model->tasks.len; t++)
        if (model->tasks.items[t].item != NO_INDEX)
            balance[model->tasks.items[t].item] += has_tag(&model->tasks.items[t]) ? 1 : -1;
    for (size_t i = 0; i < model->items.len; i++)
        tagged[i] = balance[i] > 0;
    return tagged;
}

static void count_fields(struct check *check, struct asked *asked)
{
    const struct model *model = check->model;
    for (uint32_t i = 0; i < model->items.len; i++) {
        uint32_t group = asked->siblings.group[i];
        asked->sizes[group]++;
        for (uint32_t key = 0; key < FIELD_COUNT; key++)
            asked->counts[group][key] += item_has(&asked->having, i, (enum field_key)key);
        if (is_exempt(check, asked, i))
            continue;
        asked->habits[group].siblings++;
        asked->habits[group].having += item_has(&asked->having, i, asked->key);
    }
    for (uint32_t f = 0; f < model->fields.len; f++) {
        const struct field *field = &model->fields.items[f];
        if (field->key != asked->key || field->empty || !field_is_items_own(model, field))
            continue;
        uint32_t *example = &asked->example[asked->siblings.group[field->item]];
        *example = *example == NO_INDEX ? f : *example;
    }
}

/* What a phase's gate asks for is how its success is told, though not a habit of telling it so. */
static const bool *gated_items(const struct check *check)
{
    const struct model *model = check->model;
    bool *gated = arena_array(check->arena, model->items.len + 1, sizeof *gated);
    for (size_t g = 0; g < model->gates.len; g++)
        if (model->gates.items[g].item != NO_INDEX)
            gated[model->gates.items[g].item] = true;
    return gated;
}

struct asked asked_for(struct check *check, enum field_key key)
{
    const struct model *model = check->model;
    struct arena *arena = check->arena;
    struct asked asked = {.siblings = siblings_of(model, arena),
                          .having = items_having(model, arena),
                          .tagged = tagged_items(check),
                          .key = key};
    uint32_t groups = asked.siblings.count + 1;
    asked.gated = key == FIELD_SUCCESS_CRITERIA ? gated_items(check) : NULL;
    asked.habits = arena_array(arena, groups, sizeof *asked.habits);
    asked.example = arena_array(arena, groups, sizeof *asked.example);
    asked.counts = arena_array(arena, groups, sizeof *asked.counts);
    asked.sizes = arena_array(arena, groups, sizeof *asked.sizes);
    for (uint32_t g = 0; g < groups; g++)
        asked.example[g] = NO_INDEX;
    count_fields(check, &asked);
    return asked;
}

/* ---- who is asked ----------------------------------------------------------------------------- */

/* Kinds that strict and the configuration's `required` demand fields of; a week or a decision is not
 * asked for a budget. */
static bool is_project_item(const struct item *item)
{
    return item->kind == ITEM_INITIATIVE || item->kind == ITEM_WORKSTREAM ||
           item->kind == ITEM_EPIC || item->kind == ITEM_PHASE;
}

/* Said once for the whole plan, it is said for its parts; but each part has its own time. */
static bool said_for_all(const struct model *model, enum field_key key)
{
    uint32_t field = key == FIELD_TIMELINE ? NO_INDEX : model_field_of(model, NO_INDEX, key);
    return field != NO_INDEX && !model->fields.items[field].empty;
}

static bool is_required(const struct check *check, enum field_key key)
{
    for (size_t i = 0; i < check->settings->required_count; i++)
        if (slice_is(check->settings->required[i], field_key_name(key)))
            return true;
    return check->settings->profile == PROFILE_STRICT && !said_for_all(check->model, key);
}

/* "Phase 2: Weeks 6-9" of an index of documents, which says what to read then, is no item to be planned. */
static bool is_index_part(const struct check *check, const struct asked *asked, uint32_t index)
{
    return (check->model->kinds & DOCUMENT_INDEX) &&
           (asked->having.keys[index] & ~(1u << FIELD_TIMELINE)) == 0;
}

/* Sections without a kind of their own, steps and tasks are alike only if they share more than this one
 * field, or nearly all of them have it. */
#define LOOSE_MIN_SHARE  0.75
#define LOOSE_MIN_SHARED 2

static bool is_loose(enum item_kind kind)
{
    return kind == ITEM_OTHER || is_time_or_step(kind) || kind == ITEM_ACTION;
}

static bool resembles_siblings(const struct asked *asked, uint32_t item)
{
    uint32_t group = asked->siblings.group[item];
    const struct habit *habit = &asked->habits[group];
    if ((double)habit->having >= LOOSE_MIN_SHARE * (double)habit->siblings)
        return true;
    unsigned shared = 0;
    for (uint32_t key = FIELD_OTHER + 1; key < FIELD_COUNT; key++) {
        struct habit other = {asked->sizes[group], asked->counts[group][key]};
        shared += key != (uint32_t)asked->key && habit_is_strong(&other) &&
                  item_has(&asked->having, item, (enum field_key)key);
    }
    return shared >= LOOSE_MIN_SHARED;
}

enum asking asked_of(const struct check *check, const struct asked *asked, uint32_t index)
{
    const struct item *item = &check->model->items.items[index];
    uint32_t group = asked->siblings.group[index];
    if (item_has(&asked->having, index, asked->key) || is_exempt(check, asked, index) ||
        (asked->gated && asked->gated[index]))
        return NOT_ASKED;
    bool in_heading = asked->key == FIELD_TIMELINE && asked->example[group] == NO_INDEX;
    if (habit_is_strong(&asked->habits[group]) && !(in_heading && has_remark(check, item)) &&
        (!is_loose(item->kind) || resembles_siblings(asked, index)))
        return ASKED_BY_HABIT;
    bool demanded = is_project_item(item) && is_required(check, asked->key) &&
                    !is_index_part(check, asked, index);
    return demanded ? ASKED_BY_SETTINGS : NOT_ASKED;
}
