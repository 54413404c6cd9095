/* check_jsonl.c: what was found, one JSON object a line: findings, what was waived, the summary. */
#include "cli/check_formats.h"
#include "cli/finding_json.h"

static void print_line(struct output *output, cJSON *record)
{
    json_print_utf8(record, &output->text);
    strbuf_putc(&output->text, '\n');
    cJSON_Delete(record);
    output_flush(output);
}

void check_print_jsonl(struct output *output, struct projects *projects,
                       const struct findings *findings, const struct arguments *arguments)
{
    (void)arguments;
    struct finding_source source = {.projects = projects};
    for (size_t i = 0; i < findings->all.len; i++)
        print_line(output, finding_json(&source, findings->all.items[i].project,
                                        findings->all.items[i].diagnostic));
    for (size_t i = 0; findings->gate && i < findings->waived.len; i++) {
        cJSON *line = cJSON_CreateObject();
        json_set(line, "waived", waived_json(&source, &findings->waived.items[i]));
        print_line(output, line);
    }
    cJSON *last = cJSON_CreateObject();
    json_set(last, "summary", findings_summary_json(findings));
    print_line(output, last);
}
