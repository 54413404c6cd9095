/* missing_field.c: a field that an item's siblings have and it lacks: the five missing-… rules. */
#include "edits/insert_field.h"
#include "rules/asked.h"
#include "rules/label_slip.h"

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

/* Items whose field is there after all, with a slip in its label: misspelled-field says so. */
static const bool *misspelled_items(struct check *check, const struct asked *asked)
{
    const struct model *model = check->model;
    bool *misspelled = arena_array(check->arena, model->items.len + 1, sizeof *misspelled);
    for (size_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (field->key != FIELD_OTHER || field->item == NO_INDEX ||
            item_has(&asked->having, field->item, asked->key))
            continue;
        uint32_t like = asked->example[asked->siblings.group[field->item]];
        misspelled[field->item] =
            misspelled[field->item] ||
            (like != NO_INDEX && label_is_slip(field->label, model->fields.items[like].label));
    }
    return misspelled;
}

/* How many of the siblings' own values are offered for an owner. */
#define OFFERED_OWNERS 2
/* Different values that are counted: more would make no better offer. */
#define COUNTED_VALUES 16

struct values {
    struct slice values[COUNTED_VALUES];
    uint32_t times[COUNTED_VALUES];
    size_t len;
};

/* Per group: what its items say, counted. */
static struct values *count_values(struct check *check, const struct asked *asked)
{
    const struct model *model = check->model;
    struct values *all = arena_array(check->arena, asked->siblings.count + 1, sizeof *all);
    for (size_t f = 0; f < model->fields.len; f++) {
        const struct field *field = &model->fields.items[f];
        if (field->key != asked->key || span_is_empty(field->value) ||
            !field_is_items_own(model, field))
            continue;
        struct values *values = &all[asked->siblings.group[field->item]];
        struct slice value = span_slice(check->text, field->value);
        size_t at = 0;
        while (at < values->len && !slice_equal(values->values[at], value))
            at++;
        if (at == COUNTED_VALUES)
            continue;
        if (at == values->len)
            values->values[values->len++] = value;
        values->times[at]++;
    }
    return all;
}

/* Offers what most of the siblings say, most frequent first. */
static void offer_frequent(struct check *check, struct planls_diagnostic *diagnostic, uint32_t item,
                           const struct field *like, const struct values *values)
{
    bool offered[COUNTED_VALUES] = {false};
    for (int round = 0; round < OFFERED_OWNERS; round++) {
        size_t most = SLICE_NONE;
        for (size_t i = 0; i < values->len; i++)
            if (!offered[i] && (most == SLICE_NONE || values->times[i] > values->times[most]))
                most = i;
        if (most == SLICE_NONE)
            return;
        offered[most] = true;
        offer(check, diagnostic, item, like, values->values[most]);
    }
}

static void check_missing(struct check *check, enum field_key key, const char *what,
                          const char *them, const char *why)
{
    const struct model *model = check->model;
    if (model->items.len == 0)
        return;
    struct asked asked = asked_for(check, key);
    const bool *misspelled = misspelled_items(check, &asked);
    struct values *values = key == FIELD_OWNER ? count_values(check, &asked) : NULL;
    for (uint32_t i = 0; i < model->items.len; i++) {
        enum asking asking = asked_of(check, &asked, i);
        if (asking == NOT_ASKED || misspelled[i])
            continue;
        uint32_t group = asked.siblings.group[i];
        struct span name = model->items.items[i].name_span;
        struct planls_diagnostic *diagnostic =
            asking == ASKED_BY_HABIT
                ? report(check, name, "No %s here, while %u of the %u like it have %s: %s", what,
                         asked.habits[group].having, asked.habits[group].siblings, them, why)
                : report(check, name, "No %s here: %s", what, why);
        if (asked.example[group] == NO_INDEX)
            continue;
        const struct field *like = &model->fields.items[asked.example[group]];
        report_related(check, diagnostic, check->document, like->span, "how “%.*s” says it",
                       SLICE_ARG(model->items.items[like->item].title));
        if (values)
            offer_frequent(check, diagnostic, i, like, &values[group]);
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
