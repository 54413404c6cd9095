/* config_gate.c: the keys about what a gate lets pass: `waivers` and `workflow`. */
#include "host/config_keys.h"
#include "rules/rule.h"

enum waiver_key { KEY_RULE, KEY_PATH, KEY_ITEM, KEY_BECAUSE, KEY_UNTIL, KEY_COUNT };

static const char *const waiver_keys[KEY_COUNT] = {"rule", "path", "item", "because", "until"};

static struct slice read_text(struct config *config, const struct jsonc_value *value,
                              const char *what)
{
    if (!config_expect(config, value, JSONC_STRING, what))
        return SLICE("");
    struct slice text = slice_trim(value->string);
    if (text.len == 0)
        config_problem(config, PLANLS_ERROR, value->span, "%s must not be empty", what);
    return text;
}

/* False where the waiver cannot count for what stands here. */
static bool read_member(struct config *config, const struct jsonc_member *member,
                        struct settings_waiver *waiver)
{
    size_t key = 0;
    while (key < KEY_COUNT && !slice_is(member->name, waiver_keys[key]))
        key++;
    switch (key) {
    case KEY_RULE: {
        size_t rule = config_one_of(config, &member->value, "rule", rule_names, rule_count);
        if (rule < rule_count)
            waiver->rule = slice_of(rule_names[rule]);
        return rule < rule_count;
    }
    case KEY_PATH:
        waiver->path = read_text(config, &member->value, "a waiver's path");
        return waiver->path.len > 0;
    case KEY_ITEM:
        waiver->item = read_text(config, &member->value, "a waiver's item");
        return waiver->item.len > 0;
    case KEY_BECAUSE:
        waiver->because = read_text(config, &member->value, "a waiver's reason");
        return waiver->because.len > 0;
    case KEY_UNTIL:
        waiver->until = config_read_date(config, &member->value, "a waiver's last day");
        return waiver->until != DATE_NONE;
    default:
        config_unknown_word(config, PLANLS_WARNING, member->name_span, "key of a waiver",
                            member->name, waiver_keys, KEY_COUNT);
        return false; /* what it was to say may have been a limit */
    }
}

static bool read_waiver(struct config *config, const struct jsonc_value *value,
                        struct settings_waiver *waiver)
{
    *waiver = (struct settings_waiver){.until = DATE_NONE};
    if (!config_expect(config, value, JSONC_OBJECT, "a waiver"))
        return false;
    bool good = true, names_rule = false;
    for (size_t i = 0; i < value->count; i++) {
        names_rule = names_rule || slice_is(value->members[i].name, "rule");
        good = read_member(config, &value->members[i], waiver) && good;
    }
    if (!good)
        return false;
    if (!names_rule)
        config_problem(config, PLANLS_ERROR, value->span, "a waiver must name its rule");
    else if (waiver->because.len == 0)
        config_problem(config, PLANLS_ERROR, value->span,
                       "a waiver must say why: \"because\": \"…\"");
    else if (waiver->path.len + waiver->item.len == 0)
        config_problem(config, PLANLS_ERROR, value->span,
                       "a waiver must say where it holds: \"path\" or \"item\"");
    else
        return true;
    return false;
}

void config_read_waivers(struct config *config, const struct jsonc_value *value)
{
    VEC(struct settings_waiver) waivers = {0};
    if (!config_expect(config, value, JSONC_ARRAY, "waivers"))
        return;
    for (size_t i = 0; i < value->count; i++) {
        struct settings_waiver waiver;
        if (read_waiver(config, &value->items[i], &waiver))
            *VEC_PUSH(&config->arena, &waivers) = waiver;
    }
    config->settings.waivers = waivers.items;
    config->settings.waiver_count = waivers.len;
}

void config_read_workflow(struct config *config, const struct jsonc_value *value)
{
    struct config_strings stages;
    if (!config_read_strings(config, value, "a stage of work", &stages))
        return;
    config->settings.workflow = stages.items;
    config->settings.workflow_count = stages.len;
}
