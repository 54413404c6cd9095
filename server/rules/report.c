/* report.c: how rules put findings, related places and fixes together. */
#include "base/vec.h"
#include "rules/rule.h"
#include "text/edit.h"

#include <stdarg.h>

static struct planls_range range_of(struct span span)
{
    return (struct planls_range){span.start, span.end};
}

struct planls_diagnostic *report(struct check *check, struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct planls_diagnostic *diagnostic = VEC_PUSH(check->arena, check->out);
    *diagnostic = (struct planls_diagnostic){
        .path = arena_cstring(check->arena, check->document->path),
        .range = range_of(span),
        .severity = check->rule->severity,
        .code = check->rule->name,
        .message = arena_vprintf(check->arena, format, args),
    };
    va_end(args);
    return diagnostic;
}

void report_related(struct check *check, struct planls_diagnostic *diagnostic,
                    const struct document *document, struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    size_t count = diagnostic->related_count;
    struct planls_related *grown = arena_array(check->arena, count + 1, sizeof *grown);
    for (size_t i = 0; i < count; i++)
        grown[i] = diagnostic->related[i];
    grown[count] = (struct planls_related){
        .where = {arena_cstring(check->arena, document->path), range_of(span), range_of(span)},
        .message = arena_vprintf(check->arena, format, args),
    };
    diagnostic->related = grown;
    diagnostic->related_count = count + 1;
    va_end(args);
}

struct planls_fix *report_fix(struct check *check, struct planls_diagnostic *diagnostic, bool safe,
                              const char *format, ...)
{
    va_list args;
    va_start(args, format);
    size_t count = diagnostic->fix_count;
    struct planls_fix *grown = arena_array(check->arena, count + 1, sizeof *grown);
    for (size_t i = 0; i < count; i++)
        grown[i] = diagnostic->fixes[i];
    grown[count] = (struct planls_fix){
        .title = arena_vprintf(check->arena, format, args),
        .safe = safe,
        .preferred = count == 0,
    };
    diagnostic->fixes = grown;
    diagnostic->fix_count = count + 1;
    va_end(args);
    return &grown[count];
}

void fix_edit(struct check *check, struct planls_fix *fix, const struct document *document,
              struct span span, struct slice new_text)
{
    struct text_edit edit = {span, new_text};
    if (document->loaded)
        edit = text_edit_minimal(document->text.bytes, edit);
    size_t count = fix->edit_count;
    struct planls_edit *grown = arena_array(check->arena, count + 1, sizeof *grown);
    for (size_t i = 0; i < count; i++)
        grown[i] = fix->edits[i];
    grown[count] = (struct planls_edit){
        .path = arena_cstring(check->arena, document->path),
        .range = range_of(edit.span),
        .new_text = arena_cstring(check->arena, edit.new_text),
        .new_len = edit.new_text.len,
    };
    fix->edits = grown;
    fix->edit_count = count + 1;
}
