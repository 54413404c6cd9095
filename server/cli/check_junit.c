/* check_junit.c: what was found, as the XML that JUnit's readers know.
 *
 * A suite per file, a case per finding: a failure where it is at or above --fail-on, else passed with
 * a note. Without findings there is one case, and it passes.
 */
#include "cli/check_formats.h"
#include "cli/ci_places.h"
#include "text/utf8.h"

/* The characters XML 1.0 allows (production 2); the others have no way in. */
static bool is_xml(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xFFFE) || c >= 0x10000;
}

static void put_xml(struct strbuf *out, struct slice text)
{
    while (text.len) {
        uint32_t c;
        text = slice_from(text, utf8_decode(text, &c));
        if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || c == '\t' || c == '\n' ||
            c == '\r')
            strbuf_printf(out, "&#%u;", (unsigned)c);
        else
            utf8_append(out, is_xml(c) ? c : UTF8_REPLACEMENT);
    }
}

struct junit {
    struct output *output;
    struct projects *projects;
    const struct arguments *arguments;
    const char *root;
    struct place_cursor cursor;
};

static void put_case(struct junit *junit, const struct finding *finding, const char *path)
{
    struct strbuf *out = &junit->output->text;
    const struct planls_diagnostic *diagnostic = finding->diagnostic;
    const struct text *text = project_text(junit->projects, finding->project, diagnostic->path);
    struct ci_region at = ci_region(&junit->cursor, text, diagnostic->range);
    bool fails = findings_fails(junit->arguments, diagnostic);
    strbuf_puts(out, "    <testcase classname=\"");
    put_xml(out, slice_of(path));
    strbuf_printf(out, "\" name=\"%s at %u:%u\">\n", diagnostic->code, at.start_line,
                  at.start_column);
    if (fails) {
        strbuf_printf(out, "      <failure type=\"%s\" message=\"",
                      human_severity(diagnostic->severity));
        put_xml(out, slice_of(diagnostic->message));
        strbuf_puts(out, "\">");
    } else {
        strbuf_printf(out, "      <system-out>%s: ", human_severity(diagnostic->severity));
        put_xml(out, slice_of(diagnostic->message));
        strbuf_puts(out, " (");
    }
    put_xml(out, slice_of(path));
    strbuf_printf(out, ":%u:%u", at.start_line, at.start_column);
    strbuf_puts(out, fails ? "</failure>\n" : ")</system-out>\n");
    strbuf_puts(out, "    </testcase>\n");
}

/* The findings of one file from `first` on; gives where the next file's begin. */
static size_t put_suite(struct junit *junit, const struct findings *findings, size_t first)
{
    struct strbuf *out = &junit->output->text;
    const struct finding *finding = &findings->all.items[first];
    size_t end = first, failures = 0;
    for (; end < findings->all.len && strcmp(findings->all.items[end].path, finding->path) == 0;
         end++)
        failures += findings_fails(junit->arguments, findings->all.items[end].diagnostic);
    const char *path =
        ci_path(junit->projects, junit->root, finding->project, finding->diagnostic->path);
    strbuf_puts(out, "  <testsuite name=\"");
    put_xml(out, slice_of(path));
    strbuf_printf(out, "\" tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n", end - first, failures);
    for (size_t i = first; i < end; i++) {
        put_case(junit, &findings->all.items[i], path);
        output_flush(junit->output);
    }
    strbuf_puts(out, "  </testsuite>\n");
    return end;
}

void check_print_junit(struct output *output, struct projects *projects,
                       const struct findings *findings, const struct arguments *arguments)
{
    struct junit junit = {output, projects, arguments, ci_root(projects), {0}};
    struct strbuf *out = &output->text;
    size_t failures = 0, tests = findings->all.len ? findings->all.len : 1;
    for (size_t i = 0; i < findings->all.len; i++)
        failures += findings_fails(arguments, findings->all.items[i].diagnostic);
    strbuf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    strbuf_printf(out, "<testsuites name=\"planls\" tests=\"%zu\" failures=\"%zu\" errors=\"0\">\n",
                  tests, failures);
    for (size_t i = 0; i < findings->all.len;)
        i = put_suite(&junit, findings, i);
    if (findings->all.len == 0)
        strbuf_puts(out, "  <testsuite name=\"planls\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
                         "    <testcase classname=\"planls\" name=\"nothing found\"/>\n"
                         "  </testsuite>\n");
    strbuf_puts(out, "</testsuites>\n");
}
