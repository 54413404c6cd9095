/* explain.c: `planls explain`: what a rule means. */
#include "cli/command.h"
#include "cli/human.h"
#include "cli/json_places.h"
#include "cli/output.h"
#include "cli/project_settings.h"
#include "rules/rule.h"

#include <string.h>

static const enum option_id options[] = {OPTION_ALL, OPTION_FORMAT, OPTION_OUTPUT, OPTION_COLOR};
static const char *const formats[] = {"human", "markdown", "json", NULL};
enum { FORMAT_HUMAN, FORMAT_MARKDOWN, FORMAT_JSON };

struct rules {
    VEC_MEMBERS(const struct rule *);
};

/* When and how else than said a rule speaks: " (strict profile only)"; "" for most. */
static const char *proviso(const struct rule *rule)
{
    if (rule->gate == RULE_GATE_ONLY)
        return ", in planls gate only";
    if (rule->gate == RULE_GATE_ERROR)
        return rule->strict_only ? ", strict profile only; error in planls gate"
                                 : ", error in planls gate";
    return rule->strict_only ? ", strict profile only" : "";
}

/* ---- for people ------------------------------------------------------------------------------ */

/* What stands on a fence's opening line behind "```markdown": the file's name; the rest is for
 * tests. */
static struct slice fence_name(struct slice line)
{
    struct slice_split split = {line, false};
    struct slice word, name = {"", 0};
    for (int i = 0; i < 2 && slice_split_next(&split, ' ', &word); i++)
        name = word;
    bool is_name = slice_find_byte(name, '.') != SLICE_NONE;
    return is_name ? name : SLICE("");
}

static void print_page(const struct canvas *canvas, const struct rule *rule)
{
    struct strbuf *out = canvas->out;
    paint_puts(canvas, PAINT_BOLD, rule->name);
    strbuf_printf(out, " (%s%s): %s\n", human_severity(rule->severity), proviso(rule),
                  rule->summary);
    struct slice_split split = {slice_trim_end(slice_of(rule_page(rule->name))), false};
    struct slice line;
    bool in_fence = false;
    while (slice_split_next(&split, '\n', &line)) {
        if (slice_starts(line, SLICE("# ")))
            continue; /* the name, said above */
        if (slice_starts(line, SLICE("```"))) {
            in_fence = !in_fence;
            struct slice name = in_fence ? fence_name(line) : SLICE("");
            paint(canvas, PAINT_DIM);
            strbuf_printf(out, name.len ? "    %.*s\n" : "%.*s", SLICE_ARG(name));
            paint(canvas, PAINT_PLAIN);
            continue;
        }
        bool heading = !in_fence && slice_starts(line, SLICE("## "));
        paint(canvas, heading ? PAINT_BOLD : in_fence ? PAINT_ADDED : PAINT_PLAIN);
        strbuf_printf(out, "%s%.*s", in_fence && line.len ? "    " : "",
                      SLICE_ARG(heading ? slice_from(line, 3) : line));
        paint(canvas, PAINT_PLAIN);
        strbuf_putc(out, '\n');
    }
}

static void print_list(const struct canvas *canvas, const struct rules *rules)
{
    for (size_t i = 0; i < rules->len; i++) {
        const struct rule *rule = rules->items[i];
        paint(canvas, PAINT_BOLD);
        strbuf_printf(canvas->out, "%-28s", rule->name);
        paint(canvas, PAINT_PLAIN);
        strbuf_printf(canvas->out, " %-8s %s%s\n", human_severity(rule->severity), rule->summary,
                      rule->strict_only ? " (strict profile only)" : "");
    }
    strbuf_puts(canvas->out, "\nplanls explain RULE says more.\n");
}

/* ---- for pages and programs ------------------------------------------------------------------ */

static void print_table(struct strbuf *out, const struct rules *rules)
{
    strbuf_puts(out, "| rule | default | fires when |\n| --- | --- | --- |\n");
    for (size_t i = 0; i < rules->len; i++)
        strbuf_printf(out, "| `%s` | %s%s | %s |\n", rules->items[i]->name,
                      human_severity(rules->items[i]->severity), proviso(rules->items[i]),
                      rules->items[i]->summary);
}

static void print_json(struct output *output, const struct rules *rules)
{
    strbuf_puts(&output->text, "{\n  \"version\": 1,\n");
    struct json_list list;
    json_list_begin(&list, output, "rules");
    for (size_t i = 0; i < rules->len; i++) {
        const struct rule *rule = rules->items[i];
        cJSON *object = cJSON_CreateObject();
        json_set(object, "name", json_new_string(slice_of(rule->name)));
        json_set(object, "severity", json_new_string(slice_of(human_severity(rule->severity))));
        json_set(object, "summary", json_new_string(slice_of(rule->summary)));
        json_set(object, "since", json_new_string(slice_of(rule->since)));
        json_set(object, "strictOnly", cJSON_CreateBool(rule->strict_only));
        static const char *const gates[] = {
            [RULE_GATE_SAME] = "same", [RULE_GATE_ERROR] = "error", [RULE_GATE_ONLY] = "only"};
        json_set(object, "gate", cJSON_CreateString(gates[rule->gate]));
        json_set(object, "page", json_new_string(slice_of(rule_page(rule->name))));
        json_list_add(&list, object);
    }
    json_list_end(&list);
    strbuf_puts(&output->text, "\n}\n");
}

/* ---- the command ----------------------------------------------------------------------------- */

static void print(struct output *output, const struct rules *rules, bool pages, size_t format)
{
    if (format == FORMAT_JSON) {
        print_json(output, rules);
        return;
    }
    if (!pages) {
        if (format == FORMAT_HUMAN)
            print_list(&output->canvas, rules);
        else
            print_table(&output->text, rules);
        return;
    }
    for (size_t i = 0; i < rules->len; i++) {
        if (i > 0)
            strbuf_puts(&output->text, "\n");
        if (format == FORMAT_HUMAN)
            print_page(&output->canvas, rules->items[i]);
        else
            strbuf_puts(&output->text, rule_page(rules->items[i]->name));
    }
}

static int run(const struct arguments *arguments)
{
    struct arena arena;
    arena_init(&arena);
    struct rules rules = {0};
    bool known = true;
    for (size_t i = 0; i < arguments->operands.len && known; i++) {
        const char *name = arguments->operands.items[i];
        const struct rule *rule = rule_find_page(name);
        if (!rule)
            rule = find_rule_or_complain(name);
        known = rule != NULL;
        *VEC_PUSH(&arena, &rules) = rule;
    }
    for (size_t i = 0; arguments->operands.len == 0 && i < rule_count; i++)
        *VEC_PUSH(&arena, &rules) = rule_table[i];
    int status = EXIT_UNUSABLE;
    if (known) {
        struct output output;
        output_init(&output, arguments);
        print(&output, &rules, arguments->operands.len > 0 || arguments_has(arguments, OPTION_ALL),
              arguments_format(arguments));
        status = output_finish(&output, EXIT_NOTHING);
    }
    arena_release(&arena);
    return status;
}

const struct command command_explain = {
    .name = "explain",
    .operands = "[RULE...]",
    .summary = "say what a rule means, with an example",
    .details = "Without a RULE the rules are listed; --all prints every page.\n",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .formats = formats,
    .run = run,
};
