/* config_keys.c: from the JSON of a configuration to settings, key by key. */
#include "host/config_keys.h"

#include "host/nearest.h"
#include "model/words.h"
#include "rules/rule.h"

#include <string.h>

struct key {
    const char *name;
    void (*read)(struct config *config, const struct jsonc_value *value);
};

/* ---- saying what is wrong -------------------------------------------------------------------- */

bool config_expect(struct config *config, const struct jsonc_value *value, enum jsonc_kind kind,
                   const char *what)
{
    if (value->kind == kind)
        return true;
    config_problem(config, PLANLS_ERROR, value->span, "%s must be %s, not %s", what,
                   jsonc_kind_name(kind), jsonc_kind_name(value->kind));
    return false;
}

void config_unknown_word(struct config *config, enum planls_severity severity, struct span span,
                         const char *what, struct slice word, const char *const *names,
                         size_t count)
{
    struct arena *arena = &config->arena;
    const char *near = nearest_name(word, names, count);
    if (!near) {
        config_problem(config, severity, span, "unknown %s \"%.*s\"", what, SLICE_ARG(word));
        return;
    }
    struct planls_diagnostic *problem =
        config_problem(config, severity, span, "unknown %s \"%.*s\": did you mean \"%s\"?", what,
                       SLICE_ARG(word), near);
    struct planls_edit *edit = ARENA_NEW(arena, struct planls_edit);
    *edit = (struct planls_edit){.path = config->path,
                                 .range = {span.start + 1, span.end - 1}, /* inside the quotes */
                                 .new_text = near,
                                 .new_len = strlen(near)};
    problem->fixes = ARENA_NEW(arena, struct planls_fix);
    problem->fix_count = 1;
    *problem->fixes = (struct planls_fix){.title = arena_printf(arena, "Change to \"%s\"", near),
                                          .preferred = true,
                                          .edits = edit,
                                          .edit_count = 1};
}

size_t config_one_of(struct config *config, const struct jsonc_value *value, const char *what,
                     const char *const *names, size_t count)
{
    if (!config_expect(config, value, JSONC_STRING, what))
        return count;
    for (size_t i = 0; i < count; i++)
        if (slice_is(value->string, names[i]))
            return i;
    config_unknown_word(config, PLANLS_ERROR, value->span, what, value->string, names, count);
    return count;
}

date_days config_read_date(struct config *config, const struct jsonc_value *value, const char *what)
{
    if (!config_expect(config, value, JSONC_STRING, what))
        return DATE_NONE;
    date_days date = date_parse_iso(value->string);
    if (date == DATE_NONE)
        config_problem(config, PLANLS_ERROR, value->span,
                       "%s must be a date like 2026-01-31; there is no \"%.*s\"", what,
                       SLICE_ARG(value->string));
    return date;
}

bool config_read_strings(struct config *config, const struct jsonc_value *value, const char *what,
                         struct config_strings *strings)
{
    *strings = (struct config_strings){0};
    if (!config_expect(config, value, JSONC_ARRAY, what))
        return false;
    for (size_t i = 0; i < value->count; i++) {
        const struct jsonc_value *item = &value->items[i];
        if (!config_expect(config, item, JSONC_STRING, what))
            continue;
        if (slice_trim(item->string).len == 0)
            config_problem(config, PLANLS_ERROR, item->span, "%s must not be empty", what);
        else
            *VEC_PUSH(&config->arena, strings) = item->string;
    }
    return true;
}

/* ---- the keys -------------------------------------------------------------------------------- */

static void read_profile(struct config *config, const struct jsonc_value *value)
{
    static const char *const names[] = {
        [PROFILE_LEAN] = "lean", [PROFILE_STANDARD] = "standard", [PROFILE_STRICT] = "strict"};
    size_t profile = config_one_of(config, value, "profile", names, 3);
    if (profile < 3)
        config->settings.profile = (enum profile)profile;
}

static void read_start(struct config *config, const struct jsonc_value *value)
{
    config->settings.start = config_read_date(config, value, "start");
}

/* One of the four lists of globs; what is no list leaves the default. */
static void read_globs(struct config *config, const struct jsonc_value *value,
                       const struct slice **globs, size_t *count)
{
    struct config_strings read;
    if (!config_read_strings(config, value, "a file pattern", &read))
        return;
    *globs = read.items;
    *count = read.len;
}

static void read_files(struct config *config, const struct jsonc_value *value)
{
    read_globs(config, value, &config->settings.files, &config->settings.file_count);
}

static void read_exclude(struct config *config, const struct jsonc_value *value)
{
    read_globs(config, value, &config->settings.exclude, &config->settings.exclude_count);
}

static void read_plans(struct config *config, const struct jsonc_value *value)
{
    read_globs(config, value, &config->settings.plans, &config->settings.plan_count);
}

static void read_tasks(struct config *config, const struct jsonc_value *value)
{
    read_globs(config, value, &config->settings.tasks, &config->settings.task_count);
}

static void read_rules(struct config *config, const struct jsonc_value *value)
{
    static const char *const levels[] = {[LEVEL_DEFAULT] = "default",
                                         [LEVEL_OFF] = "off",
                                         [LEVEL_HINT] = "hint",
                                         [LEVEL_WARNING] = "warning",
                                         [LEVEL_ERROR] = "error"};
    if (!config_expect(config, value, JSONC_OBJECT, "rules"))
        return;
    VEC(struct settings_rule) rules = {0};
    for (size_t i = 0; i < value->count; i++) {
        const struct jsonc_member *member = &value->members[i];
        const char *name = arena_cstring(&config->arena, member->name);
        if (!rule_find(name)) {
            config_unknown_word(config, PLANLS_WARNING, member->name_span, "rule", member->name,
                                rule_names, rule_count);
            continue;
        }
        size_t level = config_one_of(config, &member->value, "severity", levels, 5);
        if (level < 5)
            *VEC_PUSH(&config->arena, &rules) =
                (struct settings_rule){member->name, (enum level)level};
    }
    config->settings.rules = rules.items;
    config->settings.rule_count = rules.len;
}

static size_t field_names(const char *names[FIELD_COUNT])
{
    size_t count = 0;
    for (int key = FIELD_OTHER + 1; key < FIELD_COUNT; key++)
        names[count++] = field_key_name((enum field_key)key);
    return count;
}

static void read_required(struct config *config, const struct jsonc_value *value)
{
    const char *names[FIELD_COUNT];
    size_t count = field_names(names);
    struct config_strings required = {0};
    if (!config_expect(config, value, JSONC_ARRAY, "required"))
        return;
    for (size_t i = 0; i < value->count; i++)
        if (config_one_of(config, &value->items[i], "field", names, count) < count)
            *VEC_PUSH(&config->arena, &required) = value->items[i].string;
    config->settings.required = required.items;
    config->settings.required_count = required.len;
}

static void read_fields(struct config *config, const struct jsonc_value *value)
{
    const char *names[FIELD_COUNT];
    size_t count = field_names(names);
    VEC(struct settings_field) fields = {0};
    if (!config_expect(config, value, JSONC_OBJECT, "fields"))
        return;
    for (size_t i = 0; i < value->count; i++) {
        const struct jsonc_member *member = &value->members[i];
        size_t known = 0;
        while (known < count && !slice_is(member->name, names[known]))
            known++;
        if (known == count) {
            config_unknown_word(config, PLANLS_WARNING, member->name_span, "field", member->name,
                                names, count);
            continue;
        }
        struct config_strings aliases;
        config_read_strings(config, &member->value, "a field's other name", &aliases);
        for (size_t a = 0; a < aliases.len; a++)
            *VEC_PUSH(&config->arena, &fields) =
                (struct settings_field){member->name, aliases.items[a]};
    }
    config->settings.fields = fields.items;
    config->settings.field_count = fields.len;
}

/* One person; false where nothing sensible is said. */
static bool read_person(struct config *config, const struct jsonc_value *value,
                        struct settings_person *person)
{
    static const char *const keys[] = {"name", "role", "capacity"};
    *person = (struct settings_person){.capacity = 1.0};
    if (!config_expect(config, value, JSONC_OBJECT, "a person"))
        return false;
    for (size_t i = 0; i < value->count; i++) {
        const struct jsonc_member *member = &value->members[i];
        if (slice_is(member->name, "name")) {
            if (config_expect(config, &member->value, JSONC_STRING, "a person's name"))
                person->name = slice_trim(member->value.string);
        } else if (slice_is(member->name, "role")) {
            if (config_expect(config, &member->value, JSONC_STRING, "a person's role"))
                person->role = slice_trim(member->value.string);
        } else if (slice_is(member->name, "capacity")) {
            if (!config_expect(config, &member->value, JSONC_NUMBER, "a person's capacity"))
                continue;
            if (member->value.number >= 0)
                person->capacity = member->value.number;
            else
                config_problem(config, PLANLS_ERROR, member->value.span,
                               "a person's capacity must not be negative; 1.0 is full time");
        } else {
            config_unknown_word(config, PLANLS_WARNING, member->name_span, "key of a person",
                                member->name, keys, 3);
        }
    }
    if (person->name.len == 0)
        config_problem(config, PLANLS_ERROR, value->span, "a person must have a name");
    return person->name.len > 0;
}

static void read_people(struct config *config, const struct jsonc_value *value)
{
    VEC(struct settings_person) people = {0};
    if (!config_expect(config, value, JSONC_ARRAY, "people"))
        return;
    for (size_t i = 0; i < value->count; i++) {
        struct settings_person person;
        if (read_person(config, &value->items[i], &person))
            *VEC_PUSH(&config->arena, &people) = person;
    }
    config->settings.people = people.items;
    config->settings.person_count = people.len;
}

static void read_currency(struct config *config, const struct jsonc_value *value)
{
    if (!config_expect(config, value, JSONC_STRING, "currency"))
        return;
    bool good = value->string.len == 3;
    for (size_t i = 0; i < value->string.len; i++)
        good = good && ascii_is_upper(value->string.ptr[i]);
    if (good)
        config->settings.currency = value->string;
    else
        config_problem(config, PLANLS_ERROR, value->span,
                       "currency must be an ISO 4217 code like \"USD\" or \"EUR\"");
}

static void read_workweek(struct config *config, const struct jsonc_value *value)
{
    static const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    if (!config_expect(config, value, JSONC_ARRAY, "workweek"))
        return;
    bool days[7] = {false}, any = false;
    for (size_t i = 0; i < value->count; i++) {
        size_t day = config_one_of(config, &value->items[i], "weekday", names, 7);
        if (day < 7)
            days[day] = any = true;
    }
    if (any)
        memcpy(config->settings.workdays, days, sizeof days);
    else
        config_problem(config, PLANLS_ERROR, value->span, "workweek must name at least one day");
}

static void read_holidays(struct config *config, const struct jsonc_value *value)
{
    struct config_strings holidays = {0};
    if (!config_expect(config, value, JSONC_ARRAY, "holidays"))
        return;
    for (size_t i = 0; i < value->count; i++)
        if (config_read_date(config, &value->items[i], "a holiday") != DATE_NONE)
            *VEC_PUSH(&config->arena, &holidays) = value->items[i].string;
    config->settings.holidays = holidays.items;
    config->settings.holiday_count = holidays.len;
}

/* Names the schema for editors; nothing to do with the plan. */
static void read_schema(struct config *config, const struct jsonc_value *value)
{
    config_expect(config, value, JSONC_STRING, "$schema");
}

static const struct key keys[] = {
    {"$schema", read_schema},
    {"profile", read_profile},
    {"start", read_start},
    {"files", read_files},
    {"exclude", read_exclude},
    {"plans", read_plans},
    {"tasks", read_tasks},
    {"rules", read_rules},
    {"required", read_required},
    {"people", read_people},
    {"fields", read_fields},
    {"currency", read_currency},
    {"workweek", read_workweek},
    {"holidays", read_holidays},
    {"waivers", config_read_waivers},
    {"workflow", config_read_workflow},
};
#define KEY_COUNT (sizeof keys / sizeof *keys)

static void read_member(struct config *config, const struct jsonc_member *member, bool editor,
                        bool seen[KEY_COUNT])
{
    const char *names[KEY_COUNT];
    for (size_t i = 0; i < KEY_COUNT; i++) {
        names[i] = keys[i].name;
        if (!slice_is(member->name, keys[i].name))
            continue;
        if (seen[i])
            config_problem(config, PLANLS_WARNING, member->name_span,
                           "\"%s\" is said twice; the last one counts", keys[i].name);
        seen[i] = true;
        keys[i].read(config, &member->value);
        return;
    }
    if (!editor)
        config_unknown_word(config, PLANLS_WARNING, member->name_span, "key", member->name, names,
                            KEY_COUNT);
}

void config_read_keys(struct config *config, const struct jsonc_value *value, bool editor)
{
    bool seen[KEY_COUNT] = {false};
    if (!config_expect(config, value, JSONC_OBJECT, "the configuration"))
        return;
    for (size_t i = 0; i < value->count; i++)
        read_member(config, &value->members[i], editor, seen);
}
