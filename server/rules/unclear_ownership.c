/* unclear_ownership.c: several owners, and nobody says who does what. */
#include "rules/owners.h"
#include "rules/siblings.h"

#include <stdlib.h>

/* Whom the document gives a role anywhere, by key; sorted, perhaps several times. */
static struct person_keys people_with_roles(struct check *check)
{
    struct person_keys keys = {0};
    struct mentions mentions = mentions_of(check->model, check->arena);
    for (size_t i = 0; i < mentions.len; i++)
        if (mentions.items[i].person->role.len)
            *VEC_PUSH(check->arena, &keys) = mentions.items[i].person->key;
    return keys;
}

static int compare_keys(const void *a, const void *b)
{
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

static bool says_what(const struct person *person, const struct person_keys *known)
{
    return person->role_only || person->role.len || person->scope.len || person->share > 0 ||
           (known->len && bsearch(&person->key, known->items, known->len, sizeof person->key,
                                  compare_keys) != NULL);
}

/* How many of the owners are a bare name? */
static uint32_t bare_owners(const struct item *item, const struct person_keys *known)
{
    uint32_t bare = 0;
    for (size_t i = 0; i < item->owners.len; i++)
        bare += !says_what(&item->owners.items[i], known);
    return bare;
}

static void report_item(struct check *check, const struct item *item, const struct habit *habit)
{
    const struct people *owners = &item->owners;
    const struct person *last = &owners->items[owners->len - 1];
    struct span all = {owners->items[0].where.start, last->where.end};
    struct planls_diagnostic *diagnostic =
        habit_is_strong(habit)
            ? report(check, all,
                     "%u people own this and nothing says who does what; %u of the %u shared items "
                     "here do",
                     owners_count(item), habit->having, habit->siblings)
            : report(check, all, "%u people own this and nothing says who does what",
                     owners_count(item));
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Say what each is for");
    for (size_t i = 0; i < owners->len && i < OWNERS_MAX_PLACES; i++) {
        uint32_t at = owners->items[i].where.end;
        fix_edit(check, fix, check->document, (struct span){at, at}, SLICE(" for TBD"));
    }
    fix->select = (struct planls_range){5, 8};
}

static void check_unclear_ownership(struct check *check)
{
    const struct model *model = check->model;
    struct person_keys known = people_with_roles(check);
    struct siblings siblings = siblings_of(model, check->arena);
    struct habit *habits = arena_array(check->arena, siblings.count + 1, sizeof *habits);
    for (size_t i = 0; i < model->items.len; i++) {
        struct habit *habit = &habits[siblings.group[i]];
        if (owners_count(&model->items.items[i]) < 2)
            continue;
        habit->siblings++;
        habit->having += bare_owners(&model->items.items[i], &known) == 0;
    }
    bool strict = check->settings->profile == PROFILE_STRICT;
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        const struct habit *habit = &habits[siblings.group[i]];
        bool asked = strict || habit_is_strong(habit);
        if (asked && owners_count(item) > 1 &&
            bare_owners(item, &known) == (uint32_t)item->owners.len)
            report_item(check, item, habit);
    }
}

RULE(unclear_ownership) = {
    .name = "unclear-ownership",
    .summary = "several owners, and nothing says who does what, where shared items do",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_unclear_ownership,
};
