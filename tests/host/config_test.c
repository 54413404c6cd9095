/* config_test.c: `.planls.json` into settings; every fault with its place and its near match. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "host/config.h"
#include "host/json.h"
#include "rules/rule.h"
#include "temp.h"

static void test_every_key(void **state)
{
    (void)state;
    struct config config;
    config_init(&config);
    config_parse(
        &config,
        SLICE("{ // our plan\n"
              "  \"$schema\": \"planls.schema.json\",\n"
              "  \"profile\": \"strict\", \"start\": \"2026-01-05\",\n"
              "  \"files\": [\"**/*.md\", \"*.txt\"], \"exclude\": [\"old/**\"],\n"
              "  \"plans\": [\"plan.md\"], \"tasks\": [\"tasks/**\"],\n"
              "  \"rules\": {\"invalid-span\": \"off\", \"invalid-date\": \"hint\"},\n"
              "  \"required\": [\"owner\", \"success-criteria\"],\n"
              "  \"people\": [{\"name\": \"Jamie\", \"role\": \"Lead\", \"capacity\": 0.5},\n"
              "               {\"name\": \"Noor\"}],\n"
              "  \"fields\": {\"owner\": [\"Maintainer\", \"Captain\"]},\n"
              "  \"currency\": \"EUR\", \"workweek\": [\"sun\", \"mon\"],\n"
              "  \"holidays\": [\"2026-05-01\"],\n"
              "}"),
        ".planls.json");
    const struct settings *settings = &config.settings;
    assert_int_equal(config.problems.len, 0);
    assert_int_equal(settings->profile, PROFILE_STRICT);
    assert_int_equal(settings->start, date_to_days((struct date){2026, 1, 5}));
    assert_int_equal(settings->file_count, 2);
    assert_true(slice_is(settings->files[1], "*.txt"));
    assert_int_equal(settings->exclude_count, 1);
    assert_int_equal(settings->plan_count, 1);
    assert_int_equal(settings->task_count, 1);
    assert_int_equal(settings->rule_count, 2);
    assert_true(slice_is(settings->rules[1].name, "invalid-date"));
    assert_int_equal(settings->rules[0].level, LEVEL_OFF);
    assert_int_equal(settings->rules[1].level, LEVEL_HINT);
    assert_int_equal(settings->required_count, 2);
    assert_int_equal(settings->person_count, 2);
    assert_true(slice_is(settings->people[0].role, "Lead"));
    assert_true(settings->people[0].capacity == 0.5 && settings->people[1].capacity == 1.0);
    assert_int_equal(settings->field_count, 2);
    assert_true(slice_is(settings->fields[1].field, "owner"));
    assert_true(slice_is(settings->fields[1].alias, "Captain"));
    assert_true(slice_is(settings->currency, "EUR"));
    assert_true(settings->workdays[SUNDAY] && settings->workdays[MONDAY]);
    assert_false(settings->workdays[TUESDAY]);
    assert_int_equal(settings->holiday_count, 1);
    config_release(&config);
}

struct fault_case {
    const char *text, *place, *message, *fix; /* fix: what it writes inside the quotes, or NULL */
};

static const struct fault_case faults[] = {
    {"{\"profil\": \"lean\"}", "\"profil\"", "unknown key \"profil\": did you mean \"profile\"?",
     "profile"},
    {"{\"colour\": 1}", "\"colour\"", "unknown key \"colour\"", NULL},
    {"{\"profile\": \"strikt\"}", "\"strikt\"",
     "unknown profile \"strikt\": did you mean \"strict\"?", "strict"},
    {"{\"profile\": 3}", "3", "profile must be a string, not a number", NULL},
    {"{\"start\": \"2026-02-30\"}", "\"2026-02-30\"",
     "start must be a date like 2026-01-31; there is no \"2026-02-30\"", NULL},
    {"{\"files\": \"*.md\"}", "\"*.md\"", "a file pattern must be a list, not a string", NULL},
    {"{\"files\": [1]}", "1", "a file pattern must be a string, not a number", NULL},
    {"{\"plans\": [\" \"]}", "\" \"", "a file pattern must not be empty", NULL},
    {"{\"rules\": {\"invalid-spam\": \"off\"}}", "\"invalid-spam\"",
     "unknown rule \"invalid-spam\": did you mean \"invalid-span\"?", "invalid-span"},
    {"{\"rules\": {\"invalid-span\": \"warn\"}}", "\"warn\"",
     "unknown severity \"warn\": did you mean \"warning\"?", "warning"},
    {"{\"required\": [\"ovner\"]}", "\"ovner\"", "unknown field \"ovner\": did you mean \"owner\"?",
     "owner"},
    {"{\"fields\": {\"owners\": [\"x\"]}}", "\"owners\"",
     "unknown field \"owners\": did you mean \"owner\"?", "owner"},
    {"{\"people\": [{\"role\": \"Lead\"}]}", "{\"role\": \"Lead\"}", "a person must have a name",
     NULL},
    {"{\"people\": [{\"name\": \"A\", \"rol\": \"x\"}]}", "\"rol\"",
     "unknown key of a person \"rol\": did you mean \"role\"?", "role"},
    {"{\"people\": [{\"name\": \"A\", \"capacity\": -1}]}", "-1",
     "a person's capacity must not be negative; 1.0 is full time", NULL},
    {"{\"currency\": \"dollars\"}", "\"dollars\"",
     "currency must be an ISO 4217 code like \"USD\" or \"EUR\"", NULL},
    {"{\"workweek\": []}", "[]", "workweek must name at least one day", NULL},
    {"{\"holidays\": [\"May 1\"]}", "\"May 1\"",
     "a holiday must be a date like 2026-01-31; there is no \"May 1\"", NULL},
    {"{\"waivers\": [{\"path\": \"*\", \"because\": \"x\"}]}",
     "{\"path\": \"*\", \"because\": \"x\"}", "a waiver must name its rule", NULL},
    {"{\"waivers\": [{\"rule\": \"overdew\", \"path\": \"*\", \"because\": \"x\"}]}", "\"overdew\"",
     "unknown rule \"overdew\": did you mean \"overdue\"?", "overdue"},
    {"{\"waivers\": [{\"rule\": \"overdue\", \"path\": \"*\"}]}",
     "{\"rule\": \"overdue\", \"path\": \"*\"}", "a waiver must say why: \"because\": \"…\"", NULL},
    {"{\"waivers\": [{\"rule\": \"overdue\", \"path\": \"*\", \"because\": \" \"}]}", "\" \"",
     "a waiver's reason must not be empty", NULL},
    {"{\"waivers\": [{\"rule\": \"overdue\", \"because\": \"x\"}]}",
     "{\"rule\": \"overdue\", \"because\": \"x\"}",
     "a waiver must say where it holds: \"path\" or \"item\"", NULL},
    {"{\"waivers\": [{\"rule\": \"overdue\", \"paht\": \"*\", \"because\": \"x\"}]}", "\"paht\"",
     "unknown key of a waiver \"paht\": did you mean \"path\"?", "path"},
    {"{\"waivers\": [{\"rule\": \"overdue\", \"item\": \"A\", \"because\": \"x\", \"until\": "
     "\"May\"}]}",
     "\"May\"", "a waiver's last day must be a date like 2026-01-31; there is no \"May\"", NULL},
    {"{\"waivers\": {}}", "{}", "waivers must be a list, not an object", NULL},
    {"{\"workflow\": [\"To Do\", 2]}", "2", "a stage of work must be a string, not a number", NULL},
    {"{\"start\": \"2026-01-05\", \"start\": \"2026-01-12\"}", "\"start\"",
     "\"start\" is said twice; the last one counts", NULL},
    {"[]", "[]", "the configuration must be an object, not a list", NULL},
    {"{\"start\": }", "}", "expected a value", NULL},
};

static void test_every_fault(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        struct config config;
        config_init(&config);
        config_parse(&config, slice_of(faults[i].text), "sub/.planls.json");
        assert_int_equal(config.problems.len, 1);
        const struct planls_diagnostic *problem = &config.problems.items[0];
        assert_string_equal(problem->message, faults[i].message);
        assert_string_equal(problem->path, "sub/.planls.json");
        assert_string_equal(problem->code, "invalid-config");
        struct span span = {problem->range.start, problem->range.end};
        if (!slice_is(span_slice(config.text.bytes, span), faults[i].place))
            fail_msg("%s: covers \"%.*s\"", faults[i].text,
                     SLICE_ARG(span_slice(config.text.bytes, span)));
        assert_int_equal(problem->fix_count, faults[i].fix != NULL);
        if (faults[i].fix) {
            const struct planls_edit *edit = &problem->fixes[0].edits[0];
            assert_string_equal(edit->new_text, faults[i].fix);
            assert_int_equal(edit->range.start, span.start + 1);
            assert_int_equal(edit->range.end, span.end - 1);
            assert_false(problem->fixes[0].safe);
        }
        config_release(&config);
    }
}

/* The file in a section of invalid-config's page. */
static struct slice page_file(const char *title)
{
    struct slice page = slice_of(rule_page(CONFIG_PROBLEM_CODE));
    struct slice part = slice_from(page, slice_find(page, slice_of(title)));
    struct slice file = slice_from(part, slice_find(part, SLICE("{\n")));
    return slice_sub(file, 0, slice_find(file, SLICE("```")));
}

static void test_the_page(void **state)
{
    (void)state;
    struct config config;
    struct strbuf mended;
    struct slice example = page_file("## Example"), better = page_file("## Better");
    config_init(&config);
    config_parse(&config, example, ".planls.json");
    assert_int_equal(config.problems.len, 1);
    assert_int_equal(config.problems.items[0].fix_count, 1);
    const struct planls_edit *edit = &config.problems.items[0].fixes[0].edits[0];
    strbuf_init(&mended, STRBUF_NO_LIMIT);
    strbuf_append(&mended, slice_sub(example, 0, edit->range.start));
    strbuf_puts(&mended, edit->new_text);
    strbuf_append(&mended, slice_from(example, edit->range.end));
    assert_true(slice_equal(strbuf_slice(&mended), better));
    strbuf_release(&mended);
    config_release(&config);
    config_init(&config);
    config_parse(&config, better, ".planls.json");
    assert_int_equal(config.problems.len, 0);
    config_release(&config);
}

static void test_the_rest_still_counts(void **state)
{
    (void)state;
    struct config config;
    config_init(&config);
    config_parse(&config,
                 SLICE("{\"profile\": \"loud\", \"currency\": \"EUR\",\n"
                       "\"rules\": {\"nonsense\": \"off\", \"invalid-span\": \"error\"}}"),
                 ".planls.json");
    assert_int_equal(config.problems.len, 2);
    assert_false(config.malformed);
    assert_int_equal(config.settings.profile, PROFILE_STANDARD);
    assert_true(slice_is(config.settings.currency, "EUR"));
    assert_int_equal(config.settings.rule_count, 1);
    config_release(&config);
}

static void test_files(void **state)
{
    (void)state;
    struct temp temp;
    temp_init(&temp);
    temp_file(&temp, "empty.json", " \n");
    temp_file(&temp, "cut.json", "{\"profile\": \"lean\"");
    struct config config;
    config_init(&config);
    assert_int_equal(config_read(&config, temp_path(&temp, "none.json"), "none.json"),
                     HOST_NOT_FOUND);
    assert_null(config.path);
    assert_int_equal(config_read(&config, temp_path(&temp, "empty.json"), "empty.json"), HOST_OK);
    assert_int_equal(config.problems.len, 0);
    config_release(&config);
    config_init(&config);
    assert_int_equal(config_read(&config, temp_path(&temp, "cut.json"), "cut.json"), HOST_OK);
    assert_true(config.malformed);
    assert_int_equal(config.settings.profile, PROFILE_STANDARD);
    config_release(&config);
    temp_release(&temp);
}

static void test_an_editor(void **state)
{
    (void)state;
    struct config config;
    config_init(&config);
    cJSON *object = json_parse(SLICE("{\"profile\": \"lean\", \"path\": \"/x\", \"trace\": {},\n"
                                     "\"start\": 5, \"currency\": \"CHF\"}"));
    config_from_editor(&config, object);
    cJSON_Delete(object);
    assert_int_equal(config.settings.profile, PROFILE_LEAN);
    assert_true(slice_is(config.settings.currency, "CHF"));
    assert_int_equal(config.problems.len, 1); /* start; the client's own keys are none */
    assert_string_equal(config.problems.items[0].message, "start must be a string, not a number");
    config_release(&config);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_key), cmocka_unit_test(test_every_fault),
        cmocka_unit_test(test_the_page),  cmocka_unit_test(test_the_rest_still_counts),
        cmocka_unit_test(test_files),     cmocka_unit_test(test_an_editor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
