/* project_settings.c: the configuration of a project and what the command line puts on top of
 * it. */
#include "cli/project_settings.h"

#include "cli/command.h"
#include "host/nearest.h"
#include "host/paths.h"
#include "rules/rule.h"

#include <string.h>

/* ---- rules named on the command line --------------------------------------------------------- */

const struct rule *find_rule_or_complain(const char *name)
{
    const struct rule *rule = rule_find(name);
    const char *near = rule ? NULL : nearest_name(slice_of(name), rule_names, rule_count);
    if (near)
        complain("there is no rule \"%s\"; did you mean %s?", name, near);
    else if (!rule)
        complain("there is no rule \"%s\"; planls explain lists them", name);
    return rule;
}

static bool add_rule_name(struct slice name, struct arena *arena, struct strings *names)
{
    const struct rule *rule = find_rule_or_complain(arena_cstring(arena, slice_trim(name)));
    if (rule)
        *VEC_PUSH(arena, names) = rule->name;
    return rule != NULL;
}

bool read_rule_names(const struct arguments *arguments, enum option_id option, struct arena *arena,
                     struct strings *names)
{
    *names = (struct strings){0};
    for (size_t i = 0; i < arguments->given[option].len; i++) {
        struct slice_split split = {slice_of(arguments->given[option].items[i]), false};
        struct slice name;
        while (slice_split_next(&split, ',', &name))
            if (slice_trim(name).len && !add_rule_name(name, arena, names))
                return false;
    }
    return true;
}

static bool is_in(const struct strings *names, const char *name)
{
    for (size_t i = 0; i < names->len; i++)
        if (strcmp(names->items[i], name) == 0)
            return true;
    return false;
}

/* ---- levels ---------------------------------------------------------------------------------- */

static enum level configured(const struct settings *settings, const char *name)
{
    for (size_t i = settings->rule_count; i-- > 0;)
        if (slice_is(settings->rules[i].name, name))
            return settings->rules[i].level;
    return LEVEL_DEFAULT;
}

static enum level level_of(enum planls_severity severity)
{
    switch (severity) {
    case PLANLS_ERROR:
        return LEVEL_ERROR;
    case PLANLS_WARNING:
        return LEVEL_WARNING;
    case PLANLS_HINT:
        break;
    }
    return LEVEL_HINT;
}

/* A rule asked for by name speaks even where the profile or configuration would keep it silent. */
static enum level selected_level(const struct settings *settings, const struct rule *rule)
{
    enum level level = configured(settings, rule->name);
    bool silent = level == LEVEL_OFF;
    if (level == LEVEL_DEFAULT && settings->profile != PROFILE_STRICT && rule->strict_only)
        silent = true;
    if (level == LEVEL_DEFAULT && settings->profile == PROFILE_LEAN && !rule->lean &&
        rule->severity != PLANLS_ERROR)
        silent = true;
    return silent ? level_of(rule->severity) : level;
}

static void select_rules(struct projects *projects, struct settings *settings,
                         const struct strings *select, const struct strings *ignore)
{
    if (select->len + ignore->len == 0)
        return;
    VEC(struct settings_rule) rules = {0};
    for (size_t i = 0; i < settings->rule_count; i++)
        *VEC_PUSH(&projects->arena, &rules) = settings->rules[i];
    for (size_t i = 0; i < rule_count; i++) {
        const struct rule *rule = rule_table[i];
        enum level level = configured(settings, rule->name);
        if (select->len)
            level = is_in(select, rule->name) ? selected_level(settings, rule) : LEVEL_OFF;
        if (is_in(ignore, rule->name))
            level = LEVEL_OFF;
        *VEC_PUSH(&projects->arena, &rules) = (struct settings_rule){slice_of(rule->name), level};
    }
    settings->rules = rules.items;
    settings->rule_count = rules.len;
}

/* ---- the configuration ----------------------------------------------------------------------- */

static int read_config(struct projects *projects, struct project *project,
                       const struct arguments *arguments)
{
    const char *given = arguments_value(arguments, OPTION_CONFIG);
    const char *file = paths_join(&projects->arena, project->root, SLICE(CONFIG_FILE_NAME));
    const char *name = CONFIG_FILE_NAME;
    if (given) {
        file = paths_real(&projects->arena, paths_absolute(&projects->arena, projects->cwd, given));
        name = paths_from(&projects->arena, project->root, file);
    }
    enum host_error error = config_read(&project->config, file, name);
    if (error == HOST_NOT_FOUND && !given)
        return 0;
    const char *shown = paths_from(&projects->arena, projects->cwd, file);
    if (error)
        return complain("cannot read the configuration %s: %s", shown, host_error_text(error));
    if (!project->config.malformed)
        return 0;
    const struct planls_diagnostic *problem = &project->config.problems.items[0];
    struct text_position at =
        text_position(&project->config.text, problem->range.start, TEXT_UTF32);
    return complain("%s:%u:%u: %s; the configuration is no JSON", shown, (unsigned)at.line + 1,
                    (unsigned)at.column + 1, problem->message);
}

int project_apply_settings(struct projects *projects, struct project *project,
                           const struct arguments *arguments)
{
    struct strings select, ignore;
    if (!read_rule_names(arguments, OPTION_SELECT, &projects->arena, &select) ||
        !read_rule_names(arguments, OPTION_IGNORE, &projects->arena, &ignore))
        return EXIT_UNUSABLE;
    config_init(&project->config);
    int status = read_config(projects, project, arguments);
    project->settings = project->config.settings;
    project->settings.profile = (enum profile)arguments_choice(arguments, OPTION_PROFILE,
                                                               (size_t)project->settings.profile);
    project->settings.gate = arguments->command == &command_gate;
    select_rules(projects, &project->settings, &select, &ignore);
    return status;
}
