/* check_json.c: what was found, for programs. */
#include "cli/check_formats.h"
#include "cli/finding_json.h"
#include "cli/json_places.h"

#include <planls/workspace.h>

void check_print_json(struct output *output, struct projects *projects,
                      const struct findings *findings, const struct arguments *arguments)
{
    (void)arguments;
    struct strbuf *out = &output->text;
    strbuf_printf(out,
                  "{\n  \"version\": 1,\n  \"tool\": {\"name\": \"planls\", \"version\": \"%s\"},\n"
                  "  \"root\": ",
                  planls_version());
    json_print_string(slice_of(projects->all.items[0]->root), false, out);
    strbuf_puts(out, ",\n");
    strbuf_puts(out, "  \"summary\": ");
    cJSON *summary = findings_summary_json(findings);
    json_print_utf8(summary, out);
    cJSON_Delete(summary);
    strbuf_puts(out, ",\n");
    struct finding_source source = {.projects = projects};
    struct json_list list;
    json_list_begin(&list, output, "diagnostics");
    for (size_t i = 0; i < findings->all.len; i++)
        json_list_add(&list, finding_json(&source, findings->all.items[i].project,
                                          findings->all.items[i].diagnostic));
    json_list_end(&list);
    if (findings->gate) {
        strbuf_puts(out, ",\n");
        json_list_begin(&list, output, "waived");
        for (size_t i = 0; i < findings->waived.len; i++)
            json_list_add(&list, waived_json(&source, &findings->waived.items[i]));
        json_list_end(&list);
    }
    strbuf_puts(out, "\n}\n");
}
