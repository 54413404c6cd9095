/* yaml.c: front matter by libyaml's event parser. */
#include "syntax/yaml.h"

#include "syntax/yaml_entry.h"

#include <string.h>
#include <yaml.h>

/* Longer front matter is read by lines: nobody writes it, and libyaml is slow. */
#define YAML_MAX_BYTES ((size_t)1 << 18)

/* An open map or list. */
struct frame {
    bool list;
    bool skipped;         /* a map or list used as a key: nothing in it is kept */
    bool has_key;         /* a map's key was read, its value is next */
    bool filled;          /* something stood in it */
    struct slice prefix;  /* the key under which all of it stands */
    struct slice key;     /* a map's current key, prefix included */
    struct span key_span; /* of that key, or of the key above for a list */
    uint32_t start;
};

struct reading {
    struct slice text; /* the document */
    struct slice yaml; /* the part that is read */
    struct arena *arena;
    struct yaml_list *out;
    struct frame frames[YAML_MAX_DEPTH];
    uint32_t depth;
    size_t chars, bytes; /* a place in yaml, both ways: libyaml counts characters */
};

struct slice yaml_join(struct slice prefix, struct slice key, struct arena *arena)
{
    key = slice_sub(key, 0, YAML_MAX_KEY);
    if (prefix.len == 0)
        return arena_copy(arena, key);
    if (prefix.len + key.len >= YAML_MAX_KEY)
        return prefix;
    return slice_of(arena_printf(arena, "%.*s.%.*s", SLICE_ARG(prefix), SLICE_ARG(key)));
}

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The offset in the document of libyaml's mark. Marks come in order, nearly. */
static uint32_t offset_of(struct reading *r, yaml_mark_t mark)
{
    if (mark.index < r->chars)
        r->chars = r->bytes = 0;
    while (r->chars < mark.index && r->bytes < r->yaml.len) {
        do
            r->bytes++;
        while (r->bytes < r->yaml.len && is_continuation(r->yaml.ptr[r->bytes]));
        r->chars++;
    }
    return (uint32_t)((size_t)(r->yaml.ptr - r->text.ptr) + r->bytes);
}

/* Without the anchor and the tag in front. */
static struct span skip_properties(struct slice text, struct span span)
{
    while (span.start < span.end && (text.ptr[span.start] == '&' || text.ptr[span.start] == '!')) {
        while (span.start < span.end && !ascii_is_space(text.ptr[span.start]))
            span.start++;
        while (span.start < span.end && ascii_is_space(text.ptr[span.start]))
            span.start++;
    }
    return span;
}

static struct span scalar_span(struct reading *r, const yaml_event_t *event)
{
    struct span span;
    span.start = offset_of(r, event->start_mark);
    span.end = offset_of(r, event->end_mark);
    yaml_scalar_style_t style = event->data.scalar.style;
    span = skip_properties(r->text, span);
    bool quoted =
        style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (quoted && span.end - span.start >= 2)
        return (struct span){span.start + 1, span.end - 1};
    return span_of(r->text, slice_trim_end(span_slice(r->text, span)));
}

static struct frame *top(struct reading *r)
{
    return r->depth ? &r->frames[r->depth - 1] : NULL;
}

static bool has_plain_value(const struct frame *frame)
{
    return frame && !frame->skipped && (frame->list || frame->has_key);
}

static void add(struct reading *r, const struct frame *frame, struct slice value, struct span span,
                bool in_list, bool empty)
{
    struct slice key = frame->list ? frame->prefix : frame->key;
    if (key.len == 0)
        return; /* a list or scalar at the top */
    *VEC_PUSH(r->arena, r->out) = (struct yaml_entry){
        .key = key,
        .key_span = frame->key_span,
        .value = arena_copy(r->arena, value),
        .value_span = empty ? (struct span){frame->key_span.end, frame->key_span.end} : span,
        .in_list = in_list,
        .empty = empty,
    };
}

/* True where any map inside a list, or the list itself, stands around. */
static bool inside_list(const struct reading *r)
{
    for (uint32_t i = 0; i < r->depth; i++)
        if (r->frames[i].list)
            return true;
    return false;
}

/* A scalar or alias: a key or a value. */
static void on_scalar(struct reading *r, struct slice value, struct span span, bool empty)
{
    struct frame *frame = top(r);
    if (!frame || frame->skipped)
        return;
    frame->filled = true;
    if (!frame->list && !frame->has_key) {
        frame->key = yaml_join(frame->prefix, value, r->arena);
        frame->key_span = span;
        frame->has_key = true;
        return;
    }
    add(r, frame, value, span, inside_list(r), empty);
    frame->has_key = false;
}

static bool on_start(struct reading *r, bool list, yaml_mark_t mark)
{
    struct frame *outer = top(r);
    if (r->depth == YAML_MAX_DEPTH)
        return false;
    if (outer)
        outer->filled = true;
    struct frame frame = {.list = list, .start = offset_of(r, mark)};
    if (has_plain_value(outer)) {
        frame.prefix = outer->list ? outer->prefix : outer->key;
        frame.key_span = outer->key_span;
    } else {
        frame.skipped = outer != NULL;
    }
    r->frames[r->depth++] = frame;
    return true;
}

static void on_end(struct reading *r, yaml_mark_t mark)
{
    struct frame frame = *top(r);
    r->depth--;
    struct frame *outer = top(r);
    if (!outer)
        return;
    if (has_plain_value(outer)) {
        struct span span = skip_properties(r->text, (struct span){frame.start, offset_of(r, mark)});
        if (!frame.filled)
            add(r, outer, SLICE(""), span, frame.list || inside_list(r), false);
        outer->has_key = false;
    } else if (!outer->skipped) {
        outer->key = (struct slice){NULL, 0};
        outer->has_key = true;
    }
}

static bool on_event(struct reading *r, const yaml_event_t *event)
{
    struct span span;
    switch (event->type) {
    case YAML_SCALAR_EVENT: {
        struct slice value = {(const char *)event->data.scalar.value, event->data.scalar.length};
        span = scalar_span(r, event);
        bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        on_scalar(r, value, span, plain && value.len == 0);
        return true;
    }
    case YAML_ALIAS_EVENT:
        span.start = offset_of(r, event->start_mark);
        span.end = offset_of(r, event->end_mark);
        on_scalar(r, span_slice(r->text, span), span, false);
        return true;
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        return on_start(r, event->type == YAML_SEQUENCE_START_EVENT, event->start_mark);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        on_end(r, event->end_mark);
        return true;
    default:
        return true;
    }
}

static bool read_events(struct reading *r)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        memory_exhausted();
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)r->yaml.ptr, r->yaml.len);
    bool good = true, end = false;
    while (good && !end) {
        yaml_event_t event;
        good = yaml_parser_parse(&parser, &event) != 0;
        if (!good)
            break;
        end = event.type == YAML_STREAM_END_EVENT;
        good = on_event(r, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return good;
}

struct yaml_entries yaml_read(struct slice text, struct span span, struct arena *arena)
{
    static const struct slice mark = SLICE_INIT("\xEF\xBB\xBF");
    struct slice yaml = span_slice(text, span);
    if (slice_starts(yaml, mark))
        yaml = slice_from(yaml, mark.len);
    struct yaml_list list = {0};
    struct reading reading = {.text = text, .yaml = yaml, .arena = arena, .out = &list};
    bool fell_back = yaml.len > YAML_MAX_BYTES || !read_events(&reading);
    if (fell_back) {
        list.len = 0;
        yaml_read_lines(text, span_of(text, yaml), arena, &list);
    }
    return (struct yaml_entries){list.items, (uint32_t)list.len, fell_back};
}
