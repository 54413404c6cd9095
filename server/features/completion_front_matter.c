/* completion_front_matter.c: keys that are still missing in the front matter, and their values. */
#include "features/completion.h"

#include "model/words.h"

#include <string.h>

/* A longer head is no front matter (server/README.md). */
#define MAX_BYTES (64 * 1024)

/* Is the cursor in front matter, closed or not yet? */
static bool is_inside(const struct completing *c)
{
    const struct text *text = &c->document->text;
    uint32_t own = text_line_of(text, c->line.start);
    struct slice first = span_slice(c->bytes, text_line(text, 0));
    if (slice_starts(first, SLICE("\xEF\xBB\xBF")))
        first = slice_from(first, 3);
    if (own == 0 || !slice_is(slice_trim_end(first), "---") || c->offset > MAX_BYTES)
        return false;
    bool closed = false;
    for (uint32_t line = 1; line < text->line_count && !closed; line++) {
        struct slice s = span_slice(c->bytes, text_line(text, line));
        struct slice end = slice_trim_end(s);
        closed = slice_is(end, "---") || slice_is(end, "...");
        if (closed && line <= own)
            return false;
        if (text_line(text, line).start > MAX_BYTES)
            break;
        /* Not closed yet: only what has its shape is it. */
        bool shaped =
            end.len == 0 || slice_find_byte(end, ':') != SLICE_NONE || strchr(" \t-#", end.ptr[0]);
        if (!shaped && line < own)
            return false;
    }
    return true;
}

/* ---- keys ------------------------------------------------------------------------------------ */

static bool is_there(const struct completing *c, struct slice key)
{
    for (uint32_t i = 0; i < c->model->front_matter.len; i++) {
        const struct yaml_entry *entry = &c->model->front_matter.v[i];
        if (slice_equal(entry->key, key) && !span_touches(entry->key_span, c->offset))
            return true;
    }
    return false;
}

static void add_key(struct completing *c, struct slice key, const char *detail)
{
    if (is_there(c, key) || slice_find_byte(key, '.') != SLICE_NONE)
        return;
    for (size_t i = 0; i < c->out->len; i++)
        if (slice_is(key, c->out->items[i].label))
            return;
    bool colon = slice_starts(slice_trim_start(c->tail), SLICE(":"));
    const char *text = arena_printf(c->arena, "%.*s%s", SLICE_ARG(key), colon ? "" : ": ");
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_FIELD, key, slice_of(text));
    if (completion)
        completion->detail = detail;
}

/* So many documents of the folder show which keys are usual there. */
#define MAX_SIBLINGS 50

static void complete_keys(struct completing *c)
{
    static const struct {
        const char *key, *detail;
    } usual[] = {{"title", ""},
                 {"initiative", "the plan item that this serves"},
                 {"status", ""},
                 {"owner", ""},
                 {"depends_on", "ids of tasks"},
                 {"start", "when week 1 begins"},
                 {"timestamp", "the document's date"}};
    const struct workspace *ws = c->workspace->ws;
    size_t slash = slice_find_last_byte(c->document->path, '/');
    struct slice folder = slice_sub(c->document->path, 0, slash == SLICE_NONE ? 0 : slash);
    uint32_t end = c->offset;
    while (end < c->line.end && (ascii_is_alnum(c->bytes.ptr[end]) || c->bytes.ptr[end] == '_'))
        end++;
    completing_from(c, c->line.start, end);
    size_t first = workspace_first_in(ws, folder);
    for (size_t i = first; i < workspace_count(ws) && i < first + MAX_SIBLINGS; i++) {
        const struct document *document = workspace_at(ws, i);
        if (!slice_starts(document->path, folder))
            break;
        for (uint32_t k = 0; document != c->document && k < document->model->front_matter.len; k++)
            add_key(c, document->model->front_matter.v[k].key, "as its siblings");
    }
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        add_key(c, slice_of(usual[i].key), usual[i].detail);
}

/* ---- values ---------------------------------------------------------------------------------- */

/* The key whose list of values the line is an element of. */
static struct slice key_above(const struct completing *c)
{
    const struct text *text = &c->document->text;
    for (uint32_t line = text_line_of(text, c->line.start); line-- > 1;) {
        struct slice s = slice_trim(span_slice(c->bytes, text_line(text, line)));
        if (s.len && s.ptr[0] == '-')
            continue;
        size_t colon = slice_find_byte(s, ':');
        return slice_sub(s, 0, colon == SLICE_NONE ? 0 : colon);
    }
    return slice_sub(c->bytes, 0, 0);
}

#define MAX_VALUE 60 /* what is longer is said once */

static void add_value(struct completing *c, struct slice value)
{
    if (value.len == 0 || value.len > MAX_VALUE || !completing_fits(c, value))
        return;
    for (size_t i = 0; i < c->out->len; i++)
        if (slice_is(value, c->out->items[i].label))
            return;
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_VALUE, value, completing_value(c, value));
    if (completion)
        completion->detail = "as its siblings";
}

/* What the folder's other documents say under the key. */
static void complete_siblings_values(struct completing *c, struct slice key, uint32_t start,
                                     uint32_t end)
{
    const struct workspace *ws = c->workspace->ws;
    size_t slash = slice_find_last_byte(c->document->path, '/');
    struct slice folder = slice_sub(c->document->path, 0, slash == SLICE_NONE ? 0 : slash);
    size_t first = workspace_first_in(ws, folder);
    completing_from(c, start, end);
    for (size_t i = first; i < workspace_count(ws) && i < first + MAX_SIBLINGS; i++) {
        const struct document *document = workspace_at(ws, i);
        if (!slice_starts(document->path, folder))
            break;
        for (uint32_t k = 0; document != c->document && k < document->model->front_matter.len; k++)
            if (slice_equal(document->model->front_matter.v[k].key, key))
                add_value(c, document->model->front_matter.v[k].value);
    }
}

static void complete_element(struct completing *c, struct slice key, size_t from)
{
    uint32_t start = c->line.start + (uint32_t)from, end = c->line.end;
    while (start < c->offset && ascii_is_space(c->bytes.ptr[start]))
        start++;
    c->yaml = true;
    if (start < c->offset && c->bytes.ptr[start] == '[') {
        struct slice behind = span_slice(c->bytes, (struct span){c->offset, end});
        size_t close = slice_find_byte(behind, ']');
        c->list = (struct span){start + 1, close == SLICE_NONE ? end : c->offset + (uint32_t)close};
        struct span part = completing_part(
            c, start + 1, close == SLICE_NONE ? end : c->offset + (uint32_t)close, ",");
        start = part.start;
        end = part.end;
    }
    /* In quotes, up to the closing one, which stays. */
    char quote = start < c->offset ? c->bytes.ptr[start] : ' ';
    if (quote == '"' || quote == '\'') {
        start++;
        size_t close = slice_find_byte(span_slice(c->bytes, (struct span){c->offset, end}), quote);
        end = close == SLICE_NONE ? c->offset : c->offset + (uint32_t)close;
    }
    enum field_key field = field_key_of(key, &c->workspace->settings);
    (void)complete_value(c, field, start, end);
    if (c->out->len == 0 && !slice_is(key, "title") && !slice_is(key, "id"))
        complete_siblings_values(c, key, start, end);
}

bool complete_front_matter(struct completing *c)
{
    if (!is_inside(c))
        return false;
    size_t colon = slice_find_byte(c->head, ':');
    struct slice trimmed = slice_trim_start(c->head);
    if (trimmed.len && trimmed.ptr[0] == '-') {
        size_t from = c->head.len - trimmed.len + 1;
        if (completing_wants(c, " @"))
            complete_element(c, key_above(c), from);
    } else if (colon != SLICE_NONE) {
        if (completing_wants(c, " :@"))
            complete_element(c, slice_trim(slice_sub(c->head, 0, colon)), colon + 1);
    } else if (c->trigger == 0 && trimmed.len == c->head.len) {
        complete_keys(c);
    }
    return true;
}
