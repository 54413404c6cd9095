/* unknown_owner.c: an owner who is one slip of the finger from somebody known, and known to nobody. */
#include "rules/owners.h"
#include "text/fold.h"

/* A name that owns more than this is a name of its own. */
#define UNKNOWN_MAX_ITEMS 2
/* Somebody not declared is known if they own this many items. */
#define KNOWN_MIN_ITEMS 3

/* Somebody the name may mean. */
struct known {
    struct slice name;         /* as it would be written */
    struct person_place place; /* document NULL: declared in the settings */
    bool declared;
    uint32_t items;
};

struct all_known {
    VEC_MEMBERS(struct known);
};

/* ---- how near ---------------------------------------------------------------------------------- */

/* Where two names one slip apart differ: what stands between the ends that they share. */
struct difference {
    struct slice a, b;
    bool at_end;
};

static struct difference difference_of(struct slice a, struct slice b)
{
    size_t head = 0, tail = 0;
    while (head < a.len && head < b.len && a.ptr[head] == b.ptr[head])
        head++;
    while (tail < a.len - head && tail < b.len - head &&
           a.ptr[a.len - 1 - tail] == b.ptr[b.len - 1 - tail])
        tail++;
    return (struct difference){slice_sub(a, head, a.len - tail), slice_sub(b, head, b.len - tail),
                               tail == 0};
}

static bool is_swap(const struct difference *d)
{
    return d->a.len == 2 && d->b.len == 2 && d->a.ptr[0] == d->b.ptr[1] &&
           d->a.ptr[1] == d->b.ptr[0];
}

/* Two names people have: "Erik" and "Erika", "Christian" and "Christina" differ at the end; "Marta" and
 * "Maria" have one letter in another's place. */
static bool may_be_two(struct slice a, struct slice b, bool declared)
{
    struct difference d = difference_of(a, b);
    bool replaced = d.a.len > 0 && d.b.len > 0 && !is_swap(&d);
    return d.at_end || (!declared && (replaced || a.len < 5));
}

/* Is it likelier that a finger slipped than that there are two such people? The same role speaks for
 * one, another role for two. */
static bool is_slip(struct check *check, const struct person *person, const struct known *known,
                    struct slice known_key)
{
    struct slice role = known->place.person ? known->place.person->role : SLICE("");
    if (person->role.len && role.len)
        return roles_agree(person->role, role, check->arena);
    return !may_be_two(person->key, known_key, known->declared);
}

/* ---- who is known ------------------------------------------------------------------------------ */

/* Declared in the settings, by full or first name. */
static bool in_settings(struct check *check, struct slice key)
{
    for (size_t i = 0; i < check->settings->person_count; i++) {
        struct slice name = fold_title(check->arena, check->settings->people[i].name);
        if (slice_equal(name, key) ||
            (slice_starts(name, key) && name.len > key.len && name.ptr[key.len] == ' '))
            return true;
    }
    return false;
}

/* How the workspace knows somebody; a declaration goes before an item. */
static struct known known_by(struct check *check, struct slice key)
{
    struct person_places places = {0};
    struct known known = {.name = key};
    workspace_person(check->workspace, key, check->arena, &places);
    for (size_t i = 0; i < places.len; i++) {
        const struct person_place *place = &places.items[i];
        bool declares = place->item == NO_INDEX;
        known.items += !declares;
        bool better = !known.place.person || (declares && !known.declared) ||
                      (declares == known.declared && known.place.person->role.len == 0 &&
                       place->person->role.len > 0);
        if (better) {
            known.place = *place;
            known.name = place->person->name;
        }
        known.declared = known.declared || declares;
    }
    return known;
}

static void consider(struct check *check, const struct person *person, struct slice key,
                     struct known known, struct all_known *out)
{
    bool enough = known.declared || known.items >= KNOWN_MIN_ITEMS;
    if (enough && is_slip(check, person, &known, key))
        *VEC_PUSH(check->arena, out) = known;
}

static void find_known(struct check *check, const struct person *person,
                       const struct person_keys *near, struct all_known *out)
{
    for (size_t i = 0; i < check->settings->person_count; i++) {
        struct slice key = fold_title(check->arena, check->settings->people[i].name);
        struct known known = {.name = check->settings->people[i].name, .declared = true};
        if (fold_distance(key, person->key, 1) == 1)
            consider(check, person, key, known, out);
    }
    for (size_t i = 0; i < near->len; i++)
        if (!in_settings(check, near->items[i]))
            consider(check, person, near->items[i], known_by(check, near->items[i]), out);
}

/* ---- the finding ------------------------------------------------------------------------------- */

static void offer(struct check *check, struct planls_diagnostic *diagnostic,
                  const struct person *person, const struct known *known)
{
    struct span where = person->name_span;
    where.start += where.start < where.end && check->text.ptr[where.start] == '@';
    struct planls_fix *fix =
        report_fix(check, diagnostic, false, "Change to “%.*s”", SLICE_ARG(known->name));
    fix_edit(check, fix, check->document, where, known->name);
}

static void report_owner(struct check *check, const struct person *person,
                         const struct all_known *known)
{
    const struct known *first = &known->items[0];
    struct planls_diagnostic *diagnostic =
        first->declared
            ? report(check, person->name_span,
                     "“%.*s” is declared nowhere, “%.*s” is: a slip of the finger?",
                     SLICE_ARG(person->name), SLICE_ARG(first->name))
            : report(check, person->name_span,
                     "“%.*s” owns nothing else, “%.*s” owns %u items: a slip of the finger?",
                     SLICE_ARG(person->name), SLICE_ARG(first->name), first->items);
    for (size_t i = 0; i < known->len; i++) {
        if (known->items[i].place.document)
            report_related(check, diagnostic, known->items[i].place.document,
                           known->items[i].place.person->name_span, "“%.*s”, spelled so here",
                           SLICE_ARG(known->items[i].name));
        offer(check, diagnostic, person, &known->items[i]);
    }
}

static void check_person(struct check *check, const struct mentions *mentions, size_t from,
                         size_t end)
{
    const struct person *first = mentions->items[from].person;
    if (mentions->items[from].item == NO_INDEX || in_settings(check, first->key) ||
        workspace_is_everywhere(check->workspace, first->key))
        return;
    struct person_keys near = {0};
    workspace_people_like(check->workspace, check->document, first->key, KNOWN_MIN_ITEMS,
                          check->arena, &near);
    if (near.len == 0 && check->settings->person_count == 0)
        return;
    struct person_summary self = workspace_person_summary(check->workspace, first->key);
    if (self.declared || self.items > UNKNOWN_MAX_ITEMS)
        return;
    for (size_t i = from; i < end; i++) {
        const struct person *person = mentions->items[i].person;
        struct all_known known = {0};
        /* "Jane" who is Jane Doe is spelled in another way already. */
        if (slice_equal(fold_title(check->arena, person->name), person->key))
            find_known(check, person, &near, &known);
        if (known.len)
            report_owner(check, person, &known);
    }
}

static void check_unknown_owner(struct check *check)
{
    struct mentions mentions = mentions_of(check->model, check->arena);
    for (size_t from = 0, end; from < mentions.len; from = end) {
        end = mentions_end(&mentions, from);
        check_person(check, &mentions, from, end);
    }
}

RULE(unknown_owner) = {
    .name = "unknown-owner",
    .summary = "an owner is one slip away from somebody who is known, and is not",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_unknown_owner,
};
