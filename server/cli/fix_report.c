/* fix_report.c: what `planls fix` says of what it did. */
#include "cli/fix_report.h"

#include "text/diff.h"

#include <stdio.h>
#include <string.h>

void fix_print_diff(const struct canvas *canvas, const char *shown, struct slice old_text,
                    struct slice new_text)
{
    struct strbuf diff;
    strbuf_init(&diff, STRBUF_NO_LIMIT);
    diff_unified(slice_of(shown), old_text, new_text, &diff);
    if (!canvas->color) {
        strbuf_append(canvas->out, strbuf_slice(&diff));
        strbuf_release(&diff);
        return;
    }
    struct slice_split split = {strbuf_slice(&diff), false};
    struct slice line;
    while (slice_split_next(&split, '\n', &line)) {
        if (line.len == 0 && split.done)
            break;
        bool name = slice_starts(line, SLICE("--- ")) || slice_starts(line, SLICE("+++ "));
        enum paint color = PAINT_PLAIN;
        if (name)
            color = PAINT_BOLD;
        else if (line.len && line.ptr[0] == '@')
            color = PAINT_HINT;
        else if (line.len && (line.ptr[0] == '+' || line.ptr[0] == '-'))
            color = line.ptr[0] == '+' ? PAINT_ADDED : PAINT_REMOVED;
        paint(canvas, color);
        paint_text(canvas, slice_trim_end(line));
        paint(canvas, PAINT_PLAIN);
        strbuf_putc(canvas->out, '\n');
    }
    strbuf_release(&diff);
}

/* ---- counting -------------------------------------------------------------------------------- */

/* How many findings of `code` stand at `path`, from `*at` on, which is moved to the path's first.
 * Both lists are sorted by path. */
static size_t count_at(const struct findings *findings, size_t *at, const char *path,
                       const char *code)
{
    while (*at < findings->all.len && strcmp(findings->all.items[*at].path, path) < 0)
        ++*at;
    size_t count = 0;
    for (size_t i = *at; i < findings->all.len; i++) {
        if (strcmp(findings->all.items[i].path, path) != 0)
            break;
        count += strcmp(findings->all.items[i].diagnostic->code, code) == 0;
    }
    return count;
}

/* Is this the first finding of its rule in its file? */
static bool is_first_of_rule(const struct findings *findings, size_t at)
{
    const struct finding *finding = &findings->all.items[at];
    for (size_t i = at; i-- > 0;) {
        const struct finding *other = &findings->all.items[i];
        if (strcmp(other->path, finding->path) != 0)
            return true;
        if (strcmp(other->diagnostic->code, finding->diagnostic->code) == 0)
            return false;
    }
    return true;
}

/* One file's line, from its first finding on; gives how many findings are gone. */
static size_t report_file(const struct canvas *canvas, struct projects *projects,
                          const struct findings *before, const struct findings *after, size_t first,
                          size_t *at, bool would)
{
    const struct finding *head = &before->all.items[first];
    size_t gone = 0;
    for (size_t i = first; i < before->all.len; i++) {
        const struct finding *finding = &before->all.items[i];
        if (strcmp(finding->path, head->path) != 0)
            break;
        if (!is_first_of_rule(before, i))
            continue;
        const char *code = finding->diagnostic->code;
        size_t from = first;
        size_t was = count_at(before, &from, head->path, code);
        size_t is = count_at(after, at, head->path, code);
        if (was <= is)
            continue;
        if (gone == 0)
            strbuf_printf(canvas->out, "%s: %s ",
                          project_shown(projects, head->project, head->diagnostic->path),
                          would ? "would mend" : "mended");
        strbuf_printf(canvas->out, "%s%zu %s", gone ? ", " : "", was - is, code);
        gone += was - is;
    }
    if (gone)
        strbuf_putc(canvas->out, '\n');
    return gone;
}

void fix_report(struct projects *projects, const struct findings *before,
                const struct findings *after, bool would)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    struct canvas canvas = {&out, false, 0};
    size_t gone = 0, files = 0, at = 0;
    for (size_t i = 0; i < before->all.len; i++) {
        if (i > 0 && strcmp(before->all.items[i - 1].path, before->all.items[i].path) == 0)
            continue;
        size_t here = report_file(&canvas, projects, before, after, i, &at, would);
        gone += here;
        files += here > 0;
    }
    if (gone == 0) {
        strbuf_puts(&out, "nothing to mend");
    } else {
        human_number(&canvas, gone, "finding");
        strbuf_printf(&out, " %s in ", would ? "would be mended" : "mended");
        human_number(&canvas, files, "file");
    }
    strbuf_puts(&out, "; ");
    human_counts(&canvas, &after->counts);
    strbuf_puts(&out, after->all.len ? " left\n" : "\n");
    fputs(out.ptr, stderr);
    strbuf_release(&out);
}
