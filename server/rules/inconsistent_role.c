/* inconsistent_role.c: one person who is one thing here and another there. */
#include "rules/owners.h"

/* Nobody has more roles that anything could be said about. */
#define ROLES_MAX 16

/* One role of one person, however it is abbreviated. */
struct role {
    const struct person *first;
    uint32_t times;
    bool declared;
};

struct roles {
    VEC_MEMBERS(struct role);
};

static void count_role(struct check *check, struct roles *roles, const struct mention *mention)
{
    const struct person *person = mention->person;
    if (!role_is_job(person->role))
        return;
    for (size_t i = 0; i < roles->len; i++) {
        if (roles_agree(roles->items[i].first->role, person->role, check->arena)) {
            roles->items[i].times++;
            return;
        }
    }
    if (roles->len < ROLES_MAX)
        *VEC_PUSH(check->arena, roles) = (struct role){person, 1, mention->item == NO_INDEX};
}

/* The declared one, else the one said more often than any other; NULL where there is none. */
static const struct role *commonest(const struct roles *roles)
{
    const struct role *best = NULL;
    bool tie = false;
    for (size_t i = 0; i < roles->len; i++) {
        const struct role *role = &roles->items[i];
        if (role->declared && best && best->declared)
            return NULL; /* declared twice: who knows */
        if (!best || (role->declared && !best->declared) ||
            (role->declared == best->declared && role->times > best->times)) {
            best = role;
            tie = false;
        } else if (role->declared == best->declared && role->times == best->times) {
            tie = true;
        }
    }
    return tie ? NULL : best;
}

static void report_role(struct check *check, const struct mentions *mentions, size_t from,
                        size_t end, const struct role *odd, const struct role *usual)
{
    const struct person *person = odd->first;
    const char *places = usual->times == 1 ? "place" : "places";
    struct planls_diagnostic *diagnostic =
        usual->declared
            ? report(check, person->role_span, "%.*s is “%.*s” here and declared as “%.*s”",
                     SLICE_ARG(person->name), SLICE_ARG(person->role),
                     SLICE_ARG(usual->first->role))
            : report(check, person->role_span,
                     "%.*s is “%.*s” here and “%.*s” in %u other %s: one person, or two?",
                     SLICE_ARG(person->name), SLICE_ARG(person->role),
                     SLICE_ARG(usual->first->role), usual->times, places);
    report_related(check, diagnostic, check->document, usual->first->role_span,
                   usual->declared ? "declared here" : "the role said more often");
    struct planls_fix *fix =
        report_fix(check, diagnostic, false, "Change to “%.*s”", SLICE_ARG(usual->first->role));
    for (size_t i = from; i < end && fix->edit_count < OWNERS_MAX_PLACES; i++) {
        const struct person *other = mentions->items[i].person;
        if (role_is_job(other->role) && roles_agree(other->role, person->role, check->arena))
            fix_edit(check, fix, check->document, other->role_span, usual->first->role);
    }
}

static void check_inconsistent_role(struct check *check)
{
    struct mentions mentions = mentions_of(check->model, check->arena);
    for (size_t from = 0, end; from < mentions.len; from = end) {
        struct roles roles = {0};
        end = mentions_end(&mentions, from);
        for (size_t i = from; i < end; i++)
            count_role(check, &roles, &mentions.items[i]);
        const struct role *usual = roles.len > 1 ? commonest(&roles) : NULL;
        for (size_t i = 0; usual && i < roles.len; i++)
            if (&roles.items[i] != usual)
                report_role(check, &mentions, from, end, &roles.items[i], usual);
    }
}

RULE(inconsistent_role) = {
    .name = "inconsistent-role",
    .summary = "one person has two roles in a document",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_inconsistent_role,
};
