/* extract_tasks.c: an item's tasks to a file of their own, and back. */
#include "edits/extract_tasks.h"

#include "base/strbuf.h"
#include "edits/link_path.h"
#include "model/language.h"
#include "text/fold.h"

#include <string.h>

#define BULLET "- "

/* ---- the list ---------------------------------------------------------------------------------- */

static bool is_task(const struct model *model, const struct block *bullet)
{
    uint32_t at = model_task_at(model, bullet->marker.end + 1);
    const struct task *task = at == NO_INDEX ? NULL : &model->tasks.items[at];
    return task && span_contains(bullet->span, task->span.start) && !task->criterion &&
           (task->source == TASK_FROM_BOX || task->source == TASK_FROM_BAD_BOX);
}

static struct span lines_of(const struct text *text, struct span span)
{
    struct slice words = slice_trim_end(span_slice(text->bytes, span));
    uint32_t last = text_line_of(text, span.start + (uint32_t)words.len);
    return (struct span){text_line(text, text_line_of(text, span.start)).start,
                         text_line_full(text, last).end};
}

/* The first bullets in a row that are tasks. */
static struct span run_of_tasks(const struct document *document, uint32_t list)
{
    const struct block *v = document->blocks.v;
    struct span run = SPAN_NONE;
    for (uint32_t child = block_first_child(&document->blocks, list); child;
         child = block_next_sibling(&document->blocks, child)) {
        bool task = is_task(document->model, &v[child]);
        if (!task && !span_is_empty(run))
            break;
        if (task)
            run = (struct span){span_is_empty(run) ? v[child].span.start : run.start,
                                v[child].span.end};
    }
    return run;
}

struct span task_list_of(const struct document *document, uint32_t item)
{
    const struct block *v = document->blocks.v;
    for (uint32_t i = 1; i < document->blocks.len; i++) {
        bool loose = v[v[i].parent].kind == BLOCK_SECTION || v[v[i].parent].kind == BLOCK_DOCUMENT;
        if (v[i].kind != BLOCK_LIST || !loose)
            continue;
        if (item != NO_INDEX && model_item_at(document->model, v[i].span.start) != item)
            continue;
        struct span run = run_of_tasks(document, i);
        if (!span_is_empty(run))
            return lines_of(&document->text, run);
    }
    return SPAN_NONE;
}

/* Does one of the tasks name another item as what it serves? The file would say it serves this one. */
static bool serves_another(const struct workspace *ws, const struct document *document,
                           uint32_t item, struct span lines)
{
    for (uint32_t t = 0; t < document->model->tasks.len; t++) {
        struct target target;
        enum link_via via;
        uint32_t failed;
        if (span_contains(lines, document->model->tasks.items[t].span.start) &&
            resolve_task(ws, document, t, &target, &via, &failed) == RESOLVED &&
            (target.document != document || target.item != item))
            return true;
    }
    return false;
}

/* A section that says nothing but its tasks is no item without them. */
static bool says_more(const struct document *document, uint32_t item)
{
    const struct model *model = document->model;
    for (size_t i = 0; i < model->fields.len; i++)
        if (model->fields.items[i].item == item && !model->fields.items[i].nested &&
            model->fields.items[i].key != FIELD_OTHER)
            return true;
    return model->items.items[item].timeline.len > 0;
}

struct span own_task_list_of(const struct workspace *ws, const struct document *document,
                             uint32_t item)
{
    struct span lines = task_list_of(document, item);
    return !says_more(document, item) || serves_another(ws, document, item, lines) ? SPAN_NONE
                                                                                   : lines;
}

/* ---- the list elsewhere ------------------------------------------------------------------------ */

static bool has_scheme(struct slice path)
{
    size_t colon = slice_find_byte(path, ':');
    return colon != SLICE_NONE && slice_find_byte(slice_sub(path, 0, colon), '/') == SLICE_NONE;
}

/* What stands before the fragment of a link, written from another document. False: it cannot be. */
static bool put_path(const struct document *from, const struct reference *reference,
                     struct slice to, struct arena *arena, struct strbuf *out)
{
    struct slice target =
        reference->path.len ? path_resolve(from->path, reference->path, arena) : from->path;
    if (target.len == 0)
        return false;
    if (!slice_equal(target, to))
        link_path_write(out, path_relative(to, target, arena));
    return true;
}

/* Appends lines of a document with their links as the document at `to` has to write them. */
static bool put_lines(const struct document *from, struct span lines, struct slice to,
                      struct arena *arena, struct strbuf *out)
{
    struct slice bytes = from->text.bytes;
    uint32_t at = lines.start;
    for (size_t i = 0; i < from->model->references.len; i++) {
        const struct reference *reference = &from->model->references.items[i];
        struct span span = reference->target_span;
        if (!span_covers(lines, reference->span))
            continue;
        if (reference->kind == REFERENCE_SECTION || reference->kind == REFERENCE_DEFINITION)
            return false;
        if ((reference->kind != REFERENCE_LINK && reference->kind != REFERENCE_IMAGE) ||
            has_scheme(reference->path) || slice_starts(reference->path, SLICE("/")) ||
            span_is_empty(span) || span.start < at)
            continue;
        size_t hash = slice_find_byte(span_slice(bytes, span), '#');
        strbuf_append(out, span_slice(bytes, (struct span){at, span.start}));
        if (!put_path(from, reference, to, arena, out))
            return false;
        at = hash == SLICE_NONE ? span.end : span.start + (uint32_t)hash;
    }
    strbuf_append(out, span_slice(bytes, (struct span){at, lines.end}));
    return true;
}

/* ---- out --------------------------------------------------------------------------------------- */

struct slice task_file_of(const struct workspace *ws, const struct document *document,
                          uint32_t item, struct arena *arena)
{
    struct slice slug = fold_anchor(arena, document->model->items.items[item].title);
    size_t slash = slice_find_last_byte(document->path, '/');
    struct slice folder = slice_sub(document->path, 0, slash == SLICE_NONE ? 0 : slash + 1);
    for (unsigned n = 1;; n++) {
        struct slice path = slice_of(
            n == 1 ? arena_printf(arena, "%.*stasks/%.*s.md", SLICE_ARG(folder), SLICE_ARG(slug))
                   : arena_printf(arena, "%.*stasks/%.*s-%u.md", SLICE_ARG(folder), SLICE_ARG(slug),
                                  n));
        enum path_state state = workspace_path_state(ws, path);
        if (!workspace_find(ws, path) && state != PATH_FILE && state != PATH_FOLDER)
            return path;
    }
}

static void put_title(struct strbuf *out, struct slice title)
{
    for (size_t i = 0; i < title.len; i++) {
        if (strchr("[]\\", title.ptr[i]))
            strbuf_putc(out, '\\');
        strbuf_putc(out, title.ptr[i]);
    }
}

/* "[Title](path#anchor)" */
static void put_link(struct strbuf *out, struct slice title, struct slice from, struct slice to,
                     struct slice anchor, struct arena *arena)
{
    strbuf_putc(out, '[');
    put_title(out, title);
    strbuf_puts(out, "](");
    link_path_write(out, path_relative(from, to, arena));
    strbuf_printf(out, "%s%.*s)", anchor.len ? "#" : "", SLICE_ARG(anchor));
}

static const char *lower_first(const char *word, struct arena *arena)
{
    char *lower = arena_cstring(arena, slice_of(word));
    lower[0] = ascii_lower(lower[0]);
    return lower;
}

bool extract_tasks(const struct workspace *ws, const struct document *document, uint32_t item,
                   struct slice path, struct arena *arena, struct text_edit *edit,
                   struct slice *file)
{
    const struct item *own = &document->model->items.items[item];
    struct span lines = own_task_list_of(ws, document, item);
    struct slice end = text_line_end(&document->text);
    if (span_is_empty(lines) || own->anchor.len == 0)
        return false;
    struct strbuf text, link;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    strbuf_init(&link, STRBUF_NO_LIMIT);
    enum language language = language_of(document->model);
    const char *tasks = language_tasks(language);
    strbuf_printf(&text, "# %.*s: %s%.*s%.*s**Initiative:** ", SLICE_ARG(own->title),
                  language == LANGUAGE_GERMAN ? tasks : lower_first(tasks, arena), SLICE_ARG(end),
                  SLICE_ARG(end));
    put_link(&text, own->title, path, document->path, own->anchor, arena);
    strbuf_append(&text, end);
    strbuf_append(&text, end);
    bool done = put_lines(document, lines, path, arena, &text);
    if (done && text.ptr[text.len - 1] != '\n')
        strbuf_append(&text, end);
    /* Right behind other words it would be one paragraph with them: then it is a bullet too. */
    uint32_t first = text_line_of(&document->text, lines.start);
    struct span above = text_line(&document->text, first > 0 ? first - 1 : 0);
    if (first > 0 && slice_trim(span_slice(document->text.bytes, above)).len)
        strbuf_puts(&link, BULLET);
    strbuf_printf(&link, "%s%s: ", tasks, language == LANGUAGE_FRENCH ? " " : "");
    put_link(&link, own->title, document->path, path, SLICE(""), arena);
    if (slice_ends(span_slice(document->text.bytes, lines), SLICE("\n")))
        strbuf_append(&link, end);
    *file = arena_copy(arena, strbuf_slice(&text));
    *edit = (struct text_edit){lines, arena_copy(arena, strbuf_slice(&link))};
    strbuf_release(&text);
    strbuf_release(&link);
    return done;
}

/* ---- and back ---------------------------------------------------------------------------------- */

/* "Tasks: ", "- Aufgaben: ", "Tâches : ". */
static bool is_label(struct slice s)
{
    if (slice_starts(s, SLICE(BULLET)))
        s = slice_from(s, strlen(BULLET));
    if (!slice_ends(s, SLICE(": ")))
        return false;
    s = slice_trim_end(slice_sub(s, 0, s.len - 2));
    for (int language = 0; language < LANGUAGE_OTHER; language++)
        if (slice_is(s, language_tasks((enum language)language)))
            return true;
    return false;
}

/* The item's line that is the label and this reference alone; empty where it is not. */
static struct span link_line(const struct document *document, const struct reference *reference)
{
    uint32_t line = text_line_of(&document->text, reference->span.start);
    struct span span = text_line(&document->text, line);
    struct slice before =
        span_slice(document->text.bytes, (struct span){span.start, reference->span.start});
    struct slice after =
        span_slice(document->text.bytes, (struct span){reference->span.end, span.end});
    return is_label(before) && slice_trim(after).len == 0 ? text_line_full(&document->text, line)
                                                          : SPAN_NONE;
}

static bool all_serve(const struct workspace *ws, const struct document *file,
                      const struct document *document, uint32_t item)
{
    for (uint32_t t = 0; t < file->model->tasks.len; t++) {
        struct target target;
        enum link_via via;
        uint32_t failed;
        if (resolve_task(ws, file, t, &target, &via, &failed) != RESOLVED ||
            target.document != document || target.item != item)
            return false;
    }
    return file->model->tasks.len > 0;
}

/* The line and the file it leads to. */
static struct span find_link(const struct workspace *ws, const struct document *document,
                             uint32_t item, const struct document **file)
{
    const struct model *model = document->model;
    for (size_t i = 0; i < model->references.len; i++) {
        const struct reference *reference = &model->references.items[i];
        struct target target;
        if (reference->kind != REFERENCE_LINK || reference->item != item ||
            resolve_reference(ws, document, reference, &target) != RESOLVED || !target.document ||
            target.document == document)
            continue;
        struct span line = link_line(document, reference);
        if (!span_is_empty(line) && all_serve(ws, target.document, document, item)) {
            *file = target.document;
            return line;
        }
    }
    *file = NULL;
    return SPAN_NONE;
}

const struct document *task_file_linked(const struct workspace *ws, const struct document *document,
                                        uint32_t item)
{
    const struct document *file;
    find_link(ws, document, item, &file);
    return file;
}

/* Does the file say no more than its title, what its tasks serve, and the list? */
static bool says_no_more(const struct document *file, struct span list)
{
    for (uint32_t line = 0; line < file->text.line_count; line++) {
        struct span span = text_line(&file->text, line);
        struct slice words = slice_trim(span_slice(file->text.bytes, span));
        uint32_t field = model_field_at(file->model, span.start);
        bool serves = field != NO_INDEX &&
                      file->model->fields.items[field].key == FIELD_INITIATIVE &&
                      span_covers(span, file->model->fields.items[field].span);
        if (words.len && !serves && !slice_starts(words, SLICE("# ")) &&
            !(span.start >= list.start && span.end <= list.end))
            return false;
    }
    return true;
}

bool inline_tasks(const struct workspace *ws, const struct document *document, uint32_t item,
                  const struct document *file, struct arena *arena, struct text_edit *edit,
                  bool *whole, struct text_edit *cut)
{
    const struct document *linked;
    struct span line = find_link(ws, document, item, &linked);
    struct span list =
        linked == file && file && file->loaded ? task_list_of(file, NO_INDEX) : SPAN_NONE;
    if (span_is_empty(line) || span_is_empty(list))
        return false;
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    bool done = put_lines(file, list, document->path, arena, &text);
    struct slice end = text_line_end(&document->text);
    struct slice words = slice_trim_end(strbuf_slice(&text));
    bool ended = slice_ends(span_slice(document->text.bytes, line), SLICE("\n"));
    *edit = (struct text_edit){line, slice_of(arena_printf(arena, "%.*s%.*s", SLICE_ARG(words),
                                                           ended ? (int)end.len : 0, end.ptr))};
    *whole = says_no_more(file, list);
    *cut = (struct text_edit){list, SLICE("")};
    strbuf_release(&text);
    return done;
}
