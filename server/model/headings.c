/* headings.c: a document's headings with their titles, anchors, ids, numbers and sections. */
#include "model/carry.h"
#include "model/title.h"

#include "text/fold.h"

#include <stdio.h>
#include <string.h>

#define uthash_fatal(message) memory_exhausted()
#include <uthash.h>

/* An anchor that is taken, and how many repeats of it there were. */
struct anchor {
    struct slice name;
    unsigned repeats;
    UT_hash_handle hh;
};

struct making {
    struct builder *b;
    struct anchor *anchors;
    uint32_t *current;        /* per block: the heading that governs what comes next in it */
    VEC(uint32_t) containers; /* per heading: the block it stands in */
    VEC(struct title_parts) titles;
};

static struct anchor *anchor_find(const struct making *m, struct slice name)
{
    struct anchor *found = NULL;
    HASH_FIND(hh, m->anchors, name.ptr, name.len, found);
    return found;
}

/* As GitHub does: the second "scope" is "scope-1", unless that is taken. */
static struct slice unique_anchor(struct making *m, struct slice base)
{
    struct arena *arena = m->b->arena;
    struct slice name = base;
    struct anchor *first = anchor_find(m, base);
    struct anchor *taken;

    while (first && anchor_find(m, name))
        name = slice_of(arena_printf(arena, "%.*s-%u", SLICE_ARG(base), ++first->repeats));
    taken = ARENA_NEW(m->b->scratch, struct anchor);
    taken->name = name;
    HASH_ADD_KEYPTR(hh, m->anchors, taken->name.ptr, taken->name.len, taken);
    return name;
}

/* The value of id="…" or name="…" in the tag <a …> that begins at tag.ptr. */
static struct slice anchor_tag_id(struct slice tag)
{
    static const char *const attributes[] = {" id=", " name="};
    size_t end = slice_find_byte(tag, '>');

    tag = slice_sub(tag, 0, end == SLICE_NONE ? tag.len : end);
    for (size_t i = 0; i < 2; i++) {
        size_t at = slice_find_nocase(tag, slice_of(attributes[i]));
        struct slice value;
        if (at == SLICE_NONE)
            continue;
        value = slice_from(tag, at + strlen(attributes[i]));
        if (value.len && (value.ptr[0] == '"' || value.ptr[0] == '\'')) {
            char quote = value.ptr[0];
            value = slice_from(value, 1);
            end = slice_find_byte(value, quote);
        } else {
            end = slice_find_byte(value, ' ');
        }
        return slice_sub(value, 0, end == SLICE_NONE ? value.len : end);
    }
    return (struct slice){NULL, 0};
}

static struct slice tag_id_in(struct slice s)
{
    size_t at = slice_find_nocase(s, SLICE("<a "));
    return at == SLICE_NONE ? (struct slice){NULL, 0} : anchor_tag_id(slice_from(s, at));
}

/* An `<a id="x"></a>` on a line of its own right above the heading. */
static struct slice id_above(const struct builder *b, uint32_t block)
{
    uint32_t above = block - 1;
    const struct block *v = b->blocks->v;

    if (v[block].parent && v[v[block].parent].kind == BLOCK_SECTION)
        above = v[block].parent - 1;
    if (above && (v[above].kind == BLOCK_LINE || v[above].kind == BLOCK_HTML)) {
        struct slice s = slice_trim(span_slice(b->bytes, v[above].text));
        if (slice_starts_nocase(s, SLICE("<a ")) && slice_ends_nocase(s, SLICE("</a>")))
            return tag_id_in(s);
    }
    return (struct slice){NULL, 0};
}

/* Cuts a trailing `{#id}` off *title and gives the id. */
static struct slice cut_braced_id(struct slice *title)
{
    size_t open = slice_find_last_byte(*title, '{');
    struct slice id;

    if (open == SLICE_NONE || title->ptr[title->len - 1] != '}' || open + 3 > title->len ||
        title->ptr[open + 1] != '#')
        return (struct slice){NULL, 0};
    id = slice_sub(*title, open + 2, title->len - 1);
    *title = slice_trim_end(slice_sub(*title, 0, open));
    return id;
}

/* What a heading's line says by itself. */
struct heading_reading {
    struct span title_span;
    struct slice title, key, number, id, anchor; /* the anchor before it is made unique */
    enum item_kind kind;                         /* this and what follows: struct title_parts */
    enum title_separator separator;
    enum status status;
    struct span whole, name, part_number, part_id, time, priority, status_text;
};

static struct span place_of(struct slice bytes, struct slice part)
{
    return part.ptr ? span_of(bytes, part) : SPAN_NONE;
}

static struct slice part_at(struct slice bytes, struct span place)
{
    return place.end ? span_slice(bytes, place) : (struct slice){NULL, 0};
}

static void take_apart(struct builder *b, struct heading_reading *reading)
{
    struct title_parts parts;
    title_read(span_slice(b->bytes, reading->title_span), b->settings, &parts);
    reading->kind = parts.kind;
    reading->separator = parts.separator;
    reading->status = parts.status;
    reading->whole = place_of(b->bytes, parts.whole);
    reading->name = place_of(b->bytes, parts.name);
    reading->part_number = place_of(b->bytes, parts.number);
    reading->part_id = place_of(b->bytes, parts.id);
    reading->time = place_of(b->bytes, parts.time);
    reading->priority = place_of(b->bytes, parts.priority);
    reading->status_text = place_of(b->bytes, parts.status_text);
}

static struct title_parts parts_of(const struct builder *b, const struct heading_reading *reading)
{
    return (struct title_parts){
        .whole = part_at(b->bytes, reading->whole),
        .name = part_at(b->bytes, reading->name),
        .kind = reading->kind,
        .number = part_at(b->bytes, reading->part_number),
        .id = part_at(b->bytes, reading->part_id),
        .separator = reading->separator,
        .time = part_at(b->bytes, reading->time),
        .priority = part_at(b->bytes, reading->priority),
        .status = reading->status,
        .status_text = part_at(b->bytes, reading->status_text),
    };
}

static void read_line(struct builder *b, struct span line, struct heading_reading *reading)
{
    struct slice source = slice_trim(span_slice(b->bytes, line));
    struct slice id = cut_braced_id(&source), undecorated, number;

    reading->title_span = span_of(b->bytes, source);
    reading->id = builder_keep(b, id.len ? id : tag_id_in(source));
    reading->title = builder_plain(b, reading->title_span);
    reading->anchor = builder_keep(b, fold_anchor(b->scratch, reading->title));
    undecorated = title_undecorate(reading->title);
    reading->key = builder_keep(b, fold_title(b->scratch, undecorated));
    if (title_number(undecorated, &number))
        reading->number = builder_keep(b, number);
    take_apart(b, reading);
}

static void read_title(struct making *m, uint32_t block, struct heading *heading)
{
    static const struct layout_member members[] = {
        LAYOUT_SPAN_OF(struct heading_reading, title_span),
        LAYOUT_SLICE_OF(struct heading_reading, title),
        LAYOUT_SLICE_OF(struct heading_reading, key),
        LAYOUT_SLICE_OF(struct heading_reading, number),
        LAYOUT_SLICE_OF(struct heading_reading, id),
        LAYOUT_SLICE_OF(struct heading_reading, anchor),
        LAYOUT_SPAN_OF(struct heading_reading, whole),
        LAYOUT_SPAN_OF(struct heading_reading, name),
        LAYOUT_SPAN_OF(struct heading_reading, part_number),
        LAYOUT_SPAN_OF(struct heading_reading, part_id),
        LAYOUT_SPAN_OF(struct heading_reading, time),
        LAYOUT_SPAN_OF(struct heading_reading, priority),
        LAYOUT_SPAN_OF(struct heading_reading, status_text),
    };
    static const struct layout layout = LAYOUT_OF(struct heading_reading, members);
    struct builder *b = m->b;
    struct span line = b->blocks->v[block].text;
    struct carry carry = {.kind = MEMO_HEADING, .layout = &layout, .text = line};
    struct heading_reading reading = {0};

    if (!carry_over(b, &carry, &reading)) {
        read_line(b, line, &reading);
        carry_keep(b, &carry, &reading);
    }
    heading->title_span = reading.title_span;
    heading->id = reading.id.len ? reading.id : builder_keep(b, id_above(b, block));
    heading->title = reading.title;
    heading->anchor = unique_anchor(m, reading.anchor);
    heading->key = reading.key;
    heading->number = reading.number;
    *VEC_PUSH(b->scratch, &m->titles) = parts_of(b, &reading);
}

/* Where a heading in a list item or quote ends what the ones before it govern there. */
static uint32_t close_nested(struct making *m, uint32_t container, const struct heading *heading)
{
    struct heading *headings = m->b->model->headings.items;
    uint32_t above = m->current[container];

    while (above < m->containers.len && m->containers.items[above] == container &&
           headings[above].level >= heading->level) {
        headings[above].section.end = heading->span.start;
        above = headings[above].parent;
    }
    return above;
}

static void add_heading(struct making *m, uint32_t block)
{
    struct builder *b = m->b;
    const struct block *v = b->blocks->v;
    uint32_t container = v[block].parent;
    bool nested = v[container].kind != BLOCK_SECTION;
    uint32_t index = (uint32_t)b->model->headings.len;
    struct heading heading = {
        .span = v[block].span,
        .level = v[block].level,
        .item = NO_INDEX,
        .nested = nested,
        .section = v[container].span,
    };

    heading.section.start = heading.span.start;
    if (nested)
        heading.parent = close_nested(m, container, &heading);
    else
        heading.parent = m->current[v[container].parent];
    read_title(m, block, &heading);
    m->current[container] = index;
    if (!nested)
        b->heading_of[container] = index;
    *VEC_PUSH(b->scratch, &m->containers) = container;
    *VEC_PUSH(b->scratch, &b->model->headings) = heading;
}

void build_headings(struct builder *b)
{
    struct making m = {
        b, NULL, arena_array(b->scratch, b->blocks->len, sizeof *m.current), {0}, {0}};

    m.current[0] = NO_INDEX;
    for (uint32_t i = 1; i < b->blocks->len; i++) {
        uint32_t parent = b->blocks->v[i].parent;
        if (b->blocks->v[i].kind == BLOCK_HEADING)
            add_heading(&m, i);
        b->heading_of[i] = m.current[i] = m.current[parent];
    }
    HASH_CLEAR(hh, m.anchors);
    b->titles = m.titles.items;
}
