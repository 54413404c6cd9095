/* missing_field.c: a field that an item's siblings have and it lacks: the five missing-… rules. */
#include "edits/insert_field.h"
#include "rules/label_slip.h"
#include "rules/rule.h"
#include "rules/siblings.h"

/* Phases that spec-kit's templates give no story, so no criteria either. */
static bool is_frame_phase(const struct item *item)
{
    static const char *const titles[] = {"setup", "foundational", "foundation", "polish"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (slice_starts_nocase(item->key, slice_of(titles[i])))
            return true;
    return false;
}

/* Kinds that strict and the configuration's `required` demand fields of; a week or a decision is not
 * asked for a budget. */
static bool is_project_item(const struct item *item)
{
    return item->kind == ITEM_INITIATIVE || item->kind == ITEM_WORKSTREAM ||
           item->kind == ITEM_EPIC || item->kind == ITEM_PHASE;
}

static bool is_required(const struct check *check, enum field_key key)
{
    for (size_t i = 0; i < check->settings->required_count; i++)
        if (slice_is(check->settings->required[i], field_key_name(key)))
            return true;
    return check->settings->profile == PROFILE_STRICT;
}

static void offer(struct check *check, struct planls_diagnostic *diagnostic, uint32_t item,
                  const struct field *like, struct slice value)
{
    struct text_edit edit;
    uint32_t value_at;
    if (!insert_field(check->document, item, like, value, check->arena, &edit, &value_at))
        return;
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Insert “%.*s: %.*s”",
                                        SLICE_ARG(like->label), SLICE_ARG(value));
    fix_edit(check, fix, check->document, edit.span, edit.new_text);
    fix->select = (struct planls_range){value_at, value_at + (uint32_t)value.len};
}

/* Is the field there after all, with a slip in its label? Then misspelled-field says so. */
static bool is_misspelled(const struct model *model, uint32_t item, const struct field *like)
{
    for (size_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (field->item == item && field->key == FIELD_OTHER &&
            label_is_slip(field->label, like->label))
            return true;
    }
    return false;
}

/* How many of the siblings' own values are offered for an owner. */
#define OFFERED_OWNERS 2
/* Siblings whose values are compared: more would make no better offer. */
#define COMPARED_SIBLINGS 64

struct offered {
    struct slice value;
    uint32_t times;
};

/* The values most of the siblings have, most frequent first. */
static size_t frequent_values(struct check *check, const struct siblings *siblings,
                              const struct having *having, uint32_t group,
                              struct offered best[OFFERED_OWNERS])
{
    const struct model *model = check->model;
    struct offered all[COMPARED_SIBLINGS];
    size_t count = 0;
    for (uint32_t i = 0; i < model->items.len && count < COMPARED_SIBLINGS; i++) {
        if (siblings->group[i] != group || having->field[i] == NO_INDEX)
            continue;
        struct slice value = span_slice(check->text, model->fields.items[having->field[i]].value);
        size_t at = 0;
        while (at < count && !slice_equal(all[at].value, value))
            at++;
        if (value.len == 0)
            continue;
        if (at == count)
            all[count++] = (struct offered){value, 0};
        all[at].times++;
    }
    size_t kept = 0;
    while (kept < OFFERED_OWNERS) {
        size_t most = SLICE_NONE;
        for (size_t i = 0; i < count; i++)
            if (all[i].times && (most == SLICE_NONE || all[i].times > all[most].times))
                most = i;
        if (most == SLICE_NONE)
            break;
        best[kept++] = all[most];
        all[most].times = 0;
    }
    return kept;
}

static void check_missing(struct check *check, enum field_key key, const char *what,
                          const char *them, const char *why)
{
    const struct model *model = check->model;
    if (model->items.len == 0)
        return;
    struct siblings siblings = siblings_of(model, check->arena);
    struct having having = items_having(model, key, check->arena);
    struct habit *habits = habits_of(model, &siblings, &having, check->arena);
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        const struct habit *habit = &habits[siblings.group[i]];
        bool strong = habit_is_strong(habit);
        if (having.has[i] || (!strong && !(is_project_item(item) && is_required(check, key))))
            continue;
        if (key == FIELD_SUCCESS_CRITERIA && is_frame_phase(item))
            continue;
        const struct field *like =
            habit->example == NO_INDEX ? NULL : &model->fields.items[having.field[habit->example]];
        if (like && is_misspelled(model, i, like))
            continue;
        struct planls_diagnostic *diagnostic =
            strong ? report(check, item->name_span,
                            "No %s here, while %u of the %u like it have %s: %s", what,
                            habit->having, habit->siblings, them, why)
                   : report(check, item->name_span, "No %s here: %s", what, why);
        if (!like)
            continue;
        report_related(check, diagnostic, check->document, like->span, "how “%.*s” says it",
                       SLICE_ARG(model->items.items[habit->example].title));
        struct offered owners[OFFERED_OWNERS];
        size_t count = key == FIELD_OWNER
                           ? frequent_values(check, &siblings, &having, siblings.group[i], owners)
                           : 0;
        for (size_t o = 0; o < count; o++)
            offer(check, diagnostic, i, like, owners[o].value);
        offer(check, diagnostic, i, like, SLICE(INSERT_FIELD_PLACEHOLDER));
    }
}

static void check_missing_owner(struct check *check)
{
    check_missing(check, FIELD_OWNER, "owner", "one", "nobody will be asked about it");
}

static void check_missing_timeline(struct check *check)
{
    check_missing(check, FIELD_TIMELINE, "timeline", "one", "nobody can plan around it");
}

static void check_missing_budget(struct check *check)
{
    check_missing(check, FIELD_BUDGET, "budget", "one", "the plan's sum is not its cost");
}

static void check_missing_success_criteria(struct check *check)
{
    check_missing(check, FIELD_SUCCESS_CRITERIA, "success criteria", "some",
                  "nobody can say when it is done");
}

static void check_missing_blockers(struct check *check)
{
    check_missing(check, FIELD_BLOCKERS, "blockers", "some",
                  "its risks were either not looked for or not written down");
}

RULE(missing_owner) = {
    .name = "missing-owner",
    .summary = "an item lacks the owner that items like it have",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_missing_owner,
};

RULE(missing_timeline) = {
    .name = "missing-timeline",
    .summary = "an item lacks the timeline that items like it have",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_missing_timeline,
};

RULE(missing_budget) = {
    .name = "missing-budget",
    .summary = "an item lacks the budget that items like it have",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_missing_budget,
};

RULE(missing_success_criteria) = {
    .name = "missing-success-criteria",
    .summary = "an item lacks the success criteria that items like it have",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_missing_success_criteria,
};

RULE(missing_blockers) = {
    .name = "missing-blockers",
    .summary = "an item lacks the blockers that items like it have",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_missing_blockers,
};
