/* rename.c: calling something else, everywhere (planls/rename.h). */
#include "features/rename.h"

#include "base/strbuf.h"
#include "text/edit.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REFUSAL_MAX_BYTES 512

void renaming_edit(struct renaming *r, const struct document *document, struct span span,
                   struct slice new_text)
{
    if (!document->loaded || slice_equal(span_slice(document->text.bytes, span), new_text))
        return;
    struct text_edit edit =
        text_edit_minimal(document->text.bytes, (struct text_edit){span, new_text});
    *VEC_PUSH(r->arena, &r->edits) =
        (struct planls_edit){.path = arena_cstring(r->arena, document->path),
                             .range = facade_range(edit.span),
                             .new_text = arena_cstring(r->arena, edit.new_text),
                             .new_len = edit.new_text.len};
}

void renaming_refuse(struct renaming *r, const char *format, ...)
{
    char text[REFUSAL_MAX_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (!r->refusal)
        r->refusal = arena_cstring(r->arena, slice_of(text));
}

struct snapshot *renaming_preview(struct renaming *r, const struct document *document,
                                  const struct span *places, size_t count)
{
    struct text_edit *edits = arena_array(r->arena, count + 1, sizeof *edits);
    struct strbuf after;
    strbuf_init(&after, STRBUF_NO_LIMIT);
    for (size_t i = 0; i < count; i++)
        edits[i] = (struct text_edit){places[i], r->name};
    text_edits_apply(document->text.bytes, edits, count, &after);
    struct snapshot *preview =
        snapshot_new(document->path, strbuf_slice(&after), &r->workspace->settings,
                     workspace_parser(r->workspace->ws));
    strbuf_release(&after);
    return preview;
}

struct span rename_heading_words(const struct document *document, const struct heading *heading)
{
    struct span span = heading->title_span;
    struct slice words = span_slice(document->text.bytes, span);
    size_t number = heading->number.len ? slice_find(words, heading->number) : SLICE_NONE;
    if (number != SLICE_NONE) {
        size_t at = number + heading->number.len;
        while (at < words.len && (ascii_is_space(words.ptr[at]) || words.ptr[at] == '.' ||
                                  words.ptr[at] == ':' || words.ptr[at] == ')'))
            at++;
        if (at < words.len)
            span.start += (uint32_t)at;
    }
    words = span_slice(document->text.bytes, span);
    size_t id = heading->id.len ? slice_find(words, SLICE("{#")) : SLICE_NONE;
    if (id != SLICE_NONE && id > 0)
        span.end = span.start + (uint32_t)slice_trim_end(slice_sub(words, 0, id)).len;
    return span;
}

/* How often a run of this byte stands in the text. */
static size_t count_runs(struct slice text, char mark)
{
    size_t runs = 0;
    for (size_t i = 0; i < text.len; i++)
        runs += text.ptr[i] == mark && (i == 0 || text.ptr[i - 1] != mark);
    return runs;
}

static char mark_at(struct slice bytes, size_t at)
{
    return at < bytes.len && bytes.ptr[at] && strchr("`*_~", bytes.ptr[at]) ? bytes.ptr[at] : '\0';
}

struct span rename_item_words(const struct document *document, const struct item *item)
{
    struct slice bytes = document->text.bytes;
    struct span span = item->name_span;
    char before = span.start ? mark_at(bytes, span.start - 1) : '\0';
    char behind = mark_at(bytes, span.end);
    size_t runs = before ? count_runs(span_slice(bytes, span), before) : 0;
    /* "`a` and `b`" begins and ends with marks that close and open within; "`a`" lies in them whole. */
    if (before && (before == behind ? runs > 0 && runs % 2 == 0 : runs % 2 == 1))
        while (span.start > 0 && bytes.ptr[span.start - 1] == before)
            span.start--;
    while ((behind = mark_at(bytes, span.end)) &&
           count_runs(span_slice(bytes, span), behind) % 2 == 1)
        while (span.end < bytes.len && bytes.ptr[span.end] == behind)
            span.end++;
    return span;
}

/* What it is called now; empty where it has no name that could be changed. */
static struct slice name_of(const struct subject *subject)
{
    const struct document *document = subject->target.document;
    switch (subject->kind) {
    case SUBJECT_PERSON:
        return subject->person->name;
    case SUBJECT_ITEM:
        if (!document->loaded)
            return document->model->items.items[subject->target.item].title;
        return span_slice(
            document->text.bytes,
            rename_item_words(document, &document->model->items.items[subject->target.item]));
    case SUBJECT_HEADING:
        if (!document->loaded)
            return document->model->headings.items[subject->target.heading].title;
        return span_slice(document->text.bytes,
                          rename_heading_words(
                              document, &document->model->headings.items[subject->target.heading]));
    case SUBJECT_TASK:
        return document->model->tasks.items[subject->target.task].id;
    case SUBJECT_NOTHING:
    case SUBJECT_DOCUMENT:
        break;
    }
    return SLICE("");
}

/* The words that say the name at the offset: where it is given, or in a link or field that uses it. */
static struct span name_in(const struct document *document, const struct subject *subject,
                           struct slice name, uint32_t offset)
{
    const struct target *target = &subject->target;
    const struct model *model = document->model;
    bool here = target->document == document;
    if (subject->kind == SUBJECT_TASK && here &&
        span_equal(subject->span, model->tasks.items[target->task].title_span))
        return model->tasks.items[target->task].id_span;
    if (subject->kind == SUBJECT_HEADING && here &&
        span_equal(subject->span, model->headings.items[target->heading].title_span))
        return rename_heading_words(document, &model->headings.items[target->heading]);
    struct slice text = span_slice(document->text.bytes, subject->span);
    size_t at = slice_find(text, name);
    if (at == SLICE_NONE)
        return subject->span;
    uint32_t start = subject->span.start + (uint32_t)at;
    struct span words = {start, start + (uint32_t)name.len};
    return span_touches(words, offset) ? words : subject->span;
}

bool planls_prepare_rename(struct planls_workspace *workspace, const char *path, uint32_t offset,
                           struct planls_results *results, struct planls_range *range,
                           const char **name)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return false;
    struct subject subject = subject_at(workspace, document, offset);
    struct slice now = name_of(&subject);
    if (now.len == 0)
        return false;
    *range = facade_range(name_in(document, &subject, now, offset));
    *name = arena_cstring(&results->arena, now);
    return true;
}

/* ---- whose text is needed -------------------------------------------------------------------- */

static int compare_paths(const void *a, const void *b)
{
    const struct document *const *x = a, *const *y = b;
    return slice_compare((*x)->path, (*y)->path);
}

static void tell_paths(struct document_list *list, struct arena *arena, const char *const **paths,
                       size_t *count)
{
    const char **all = arena_array(arena, list->len + 1, sizeof *all);
    *count = 0;
    if (list->len)
        qsort(list->items, list->len, sizeof *list->items, compare_paths);
    for (size_t i = 0; i < list->len; i++)
        if (i == 0 || list->items[i] != list->items[i - 1])
            all[(*count)++] = arena_cstring(arena, list->items[i]->path);
    *paths = all;
}

void planls_rename_documents(struct planls_workspace *workspace, const char *path, uint32_t offset,
                             struct planls_results *results, const char *const **paths,
                             size_t *count)
{
    struct arena *arena = &results->arena;
    const struct document *document = facade_document(workspace, path);
    struct document_list list = {0};
    struct subject subject = {0};
    if (document)
        subject = subject_at(workspace, document, offset);
    if (subject.kind == SUBJECT_PERSON) {
        struct person_mentions mentions = {0};
        subject_mentions(workspace, subject.person, arena, &mentions);
        for (size_t i = 0; i < mentions.len; i++)
            *VEC_PUSH(arena, &list) = mentions.items[i].document;
    } else if (subject.kind != SUBJECT_NOTHING) {
        workspace_edit_dependents(workspace->ws, subject.target.document->path, arena, &list);
        *VEC_PUSH(arena, &list) = subject.target.document;
    }
    tell_paths(&list, arena, paths, count);
}

/* ---- renaming -------------------------------------------------------------------------------- */

bool planls_rename(struct planls_workspace *workspace, const char *path, uint32_t offset,
                   const char *new_name, struct planls_results *results, struct planls_fix *out,
                   const char **refusal)
{
    const struct document *document = facade_document(workspace, path);
    struct subject subject = {0};
    if (document)
        subject = subject_at(workspace, document, offset);
    struct renaming r = {.workspace = workspace,
                         .subject = &subject,
                         .name = slice_trim(slice_of(new_name)),
                         .arena = &results->arena};
    if (name_of(&subject).len == 0)
        renaming_refuse(&r, subject.kind == SUBJECT_TASK ? "This task has no id to rename"
                                                         : "Nothing here has a name to change");
    else if (r.name.len == 0)
        renaming_refuse(&r, "A name cannot be empty");
    else if (slice_find_byte(r.name, '\n') != SLICE_NONE)
        renaming_refuse(&r, "A name is one line");
    else if (subject.kind == SUBJECT_PERSON)
        rename_person(&r);
    else if (subject.kind == SUBJECT_TASK)
        rename_task(&r);
    else
        rename_title(&r);
    *refusal = r.refusal;
    *out =
        (struct planls_fix){.title = arena_printf(r.arena, "Rename to “%.*s”", SLICE_ARG(r.name)),
                            .edits = r.edits.items,
                            .edit_count = r.refusal ? 0 : r.edits.len};
    return !r.refusal;
}
