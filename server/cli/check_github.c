/* check_github.c: what was found, as workflow commands of GitHub Actions.
 *
 *     ::error file=plan.md,line=3,col=5,endColumn=9,title=invalid-span::message
 *
 * Escaping as in the toolkit's own command.ts: %, CR and LF in messages, also : and , in properties.
 * Columns only where both ends are on one line: the service refuses them otherwise.
 */
#include "cli/check_formats.h"
#include "cli/ci_places.h"
#include "text/utf8.h"

static void put_escaped(struct strbuf *out, struct slice text, bool property)
{
    while (text.len) {
        uint32_t c;
        text = slice_from(text, utf8_decode(text, &c));
        if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
            strbuf_printf(out, "%%%02X", (unsigned)c);
        else
            utf8_append(out, (c < 0x20 && c != '\t') || c == 0x7F ? UTF8_REPLACEMENT : c);
    }
}

static const char *command_of(enum planls_severity severity)
{
    switch (severity) {
    case PLANLS_ERROR:
        return "error";
    case PLANLS_WARNING:
        return "warning";
    case PLANLS_HINT:
        break;
    }
    return "notice";
}

void check_print_github(struct output *output, struct projects *projects,
                        const struct findings *findings, const struct arguments *arguments)
{
    (void)arguments;
    struct strbuf *out = &output->text;
    struct place_cursor cursor = {0};
    const char *root = ci_root(projects);
    for (size_t i = 0; i < findings->all.len; i++) {
        const struct finding *finding = &findings->all.items[i];
        const struct planls_diagnostic *diagnostic = finding->diagnostic;
        const struct text *text = project_text(projects, finding->project, diagnostic->path);
        struct ci_region at = ci_region(&cursor, text, diagnostic->range);
        strbuf_printf(out, "::%s file=", command_of(diagnostic->severity));
        put_escaped(out, slice_of(ci_path(projects, root, finding->project, diagnostic->path)),
                    true);
        strbuf_printf(out, ",line=%u", at.start_line);
        if (at.end_line != at.start_line)
            strbuf_printf(out, ",endLine=%u", at.end_line);
        else
            strbuf_printf(out, ",col=%u,endColumn=%u", at.start_column, at.end_column);
        strbuf_puts(out, ",title=");
        put_escaped(out, slice_of(diagnostic->code), true);
        strbuf_puts(out, "::");
        put_escaped(out, slice_of(diagnostic->message), false);
        strbuf_putc(out, '\n');
        output_flush(output);
    }
}
