/* settings.h: what `.planls.json` or the editor says about a workspace, as plain values.
 *
 * host/ reads them; the core only looks. Strings are borrowed from whoever made the settings.
 */
#ifndef PLANLS_MODEL_SETTINGS_H
#define PLANLS_MODEL_SETTINGS_H

#include "base/date.h"
#include "base/slice.h"

enum profile { PROFILE_LEAN, PROFILE_STANDARD, PROFILE_STRICT };

enum level { LEVEL_DEFAULT, LEVEL_OFF, LEVEL_HINT, LEVEL_WARNING, LEVEL_ERROR };

struct settings_rule {
    struct slice name;
    enum level level;
};

struct settings_person {
    struct slice name, role;
    double capacity; /* 1.0 is full time */
};

struct settings_field {
    struct slice field; /* a known field's name as in field_key_name ("owner") */
    struct slice alias; /* what this workspace also calls it */
};

/* A finding somebody has taken on: what is empty holds for all. */
struct settings_waiver {
    struct slice rule;
    struct slice path;    /* glob */
    struct slice item;    /* title or id of the item it stands in */
    struct slice because; /* never empty */
    date_days until;      /* last day on which it counts, or DATE_NONE */
};

struct settings {
    enum profile profile;
    date_days start; /* first day of week 1, or DATE_NONE */
    const struct slice *files, *exclude, *plans, *tasks, *required, *holidays;
    size_t file_count, exclude_count, plan_count, task_count, required_count, holiday_count;
    const struct settings_rule *rules;
    size_t rule_count;
    const struct settings_person *people;
    size_t person_count;
    const struct settings_field *fields;
    size_t field_count;
    const struct settings_waiver *waivers;
    size_t waiver_count;
    const struct slice *workflow; /* states in the order in which work passes them; see
                                     analysis/transitions.h */
    size_t workflow_count;
    struct slice currency; /* ISO code, "USD" */
    bool workdays[7];      /* by enum weekday */
    bool gate;             /* judged before a merge: see enum rule_gate */
};

/* Every value as it is without any configuration. */
void settings_init(struct settings *settings);

/* Does `path` (relative, '/') match the glob? `*` and `?` stay within a part, `**` spans parts,
 * `[a-z]` and `{a,b}` as in shells and VS Code. */
bool glob_match(struct slice pattern, struct slice path);

#endif
