/* yaml_lines.c: front matter that libyaml refuses, read line by line: `key: value` with values as
 * they stand (`@name`, tabs, unclosed quotes), `- item` and `[a, b]`, deeper indentation as "a.b",
 * text under `|` and `>`. Good enough for what people write; nothing is refused. */
#include "syntax/yaml_entry.h"

/* Behind more characters a colon is part of a text. */
#define MAX_KEY 100

struct open_key {
    size_t indent;
    struct slice key;
    struct span span;
    bool has_value;
};

struct lines {
    struct slice text;
    struct arena *arena;
    struct yaml_list *out;
    struct open_key keys[YAML_MAX_DEPTH];
    unsigned depth;
    bool block; /* in the text under `|` or `>` of the innermost key */
};

static void add(struct lines *l, const struct open_key *key, struct slice value, bool in_list)
{
    struct span span =
        value.len ? span_of(l->text, value) : (struct span){key->span.end, key->span.end};
    *VEC_PUSH(l->arena, l->out) = (struct yaml_entry){.key = key->key,
                                                      .key_span = key->span,
                                                      .value = arena_copy(l->arena, value),
                                                      .value_span = span,
                                                      .in_list = in_list,
                                                      .empty = value.len == 0 && !in_list};
}

/* Without quotes, also where the closing one is missing. */
static struct slice unquote(struct slice s)
{
    if (s.len == 0 || (s.ptr[0] != '"' && s.ptr[0] != '\''))
        return s;
    char quote = s.ptr[0];
    s = slice_from(s, 1);
    if (s.len > 0 && s.ptr[s.len - 1] == quote)
        s.len--;
    return s;
}

/* Without a comment: `#` at the start or behind a space, outside quotes. */
static struct slice strip_comment(struct slice s)
{
    char quote = '\0';
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (quote)
            quote = c == quote ? '\0' : quote;
        else if ((c == '"' || c == '\'') && (i == 0 || s.ptr[i - 1] == ' ' || s.ptr[i - 1] == '['))
            quote = c;
        else if (c == '#' && (i == 0 || ascii_is_space(s.ptr[i - 1])))
            return slice_trim_end(slice_sub(s, 0, i));
    }
    return s;
}

/* `[a, 'b, c']` */
static void add_flow_list(struct lines *l, const struct open_key *key, struct slice s)
{
    size_t start = 1, end = s.len > 1 && s.ptr[s.len - 1] == ']' ? s.len - 1 : s.len;
    char quote = '\0';
    bool any = false;
    for (size_t i = 1; i <= end; i++) {
        char c = i < end ? s.ptr[i] : ',';
        if (quote && i < end) {
            quote = c == quote ? '\0' : quote;
            continue;
        }
        struct slice item = slice_trim(slice_sub(s, start, i));
        if ((c == '"' || c == '\'') && item.len == 0)
            quote = c;
        if (c != ',')
            continue;
        if (item.len > 0)
            add(l, key, unquote(item), true);
        any |= item.len > 0;
        start = i + 1;
    }
    if (!any)
        add(l, key, slice_sub(s, 0, 0), true);
}

static void add_value(struct lines *l, const struct open_key *key, struct slice value, bool in_list)
{
    value = strip_comment(value);
    if (value.len > 0 && value.ptr[0] == '[')
        add_flow_list(l, key, value);
    else
        add(l, key, unquote(value), in_list);
}

/* Where the colon of `key: value` or `key:` stands, or SLICE_NONE. */
static size_t key_length(struct slice line)
{
    if (line.len == 0 || line.ptr[0] == '-' || line.ptr[0] == '#')
        return SLICE_NONE;
    for (size_t i = 1; i < line.len && i <= MAX_KEY; i++)
        if (line.ptr[i] == ':' && (i + 1 == line.len || ascii_is_space(line.ptr[i + 1])))
            return i;
    return SLICE_NONE;
}

/* A key that nothing stood behind has no value after all. */
static void settle(struct lines *l)
{
    struct open_key *key = &l->keys[l->depth - 1];
    if (!key->has_value)
        add(l, key, (struct slice){NULL, 0}, false);
    l->depth--;
    l->block = false;
}

static void read_key(struct lines *l, size_t indent, struct slice line, size_t colon)
{
    while (l->depth > 0 && l->keys[l->depth - 1].indent >= indent)
        settle(l);
    struct slice name = unquote(slice_trim(slice_sub(line, 0, colon)));
    if (l->depth == YAML_MAX_DEPTH || name.len == 0)
        return;
    struct slice prefix = l->depth ? l->keys[l->depth - 1].key : (struct slice){NULL, 0};
    if (l->depth)
        l->keys[l->depth - 1].has_value = true;
    struct open_key *key = &l->keys[l->depth++];
    *key =
        (struct open_key){indent, yaml_join(prefix, name, l->arena), span_of(l->text, name), false};
    struct slice value = strip_comment(slice_trim(slice_from(line, colon + 1)));
    l->block = slice_is(value, "|") || slice_is(value, ">") || slice_is(value, "|-") ||
               slice_is(value, ">-");
    if (value.len == 0 || l->block)
        return;
    key->has_value = true;
    add_value(l, key, value, false);
}

/* The lines under `|` are one value: the first makes the entry, the others lengthen it. */
static void read_block_line(struct lines *l, struct slice line)
{
    struct open_key *key = &l->keys[l->depth - 1];
    if (!key->has_value) {
        key->has_value = true;
        add(l, key, line, false);
        return;
    }
    struct yaml_entry *entry = VEC_LAST(l->out);
    entry->value_span.end = span_of(l->text, line).end;
}

static void read_line(struct lines *l, struct slice raw)
{
    struct slice line = slice_trim(raw);
    if (line.len == 0)
        return;
    size_t indent = (size_t)(line.ptr - raw.ptr);
    bool under = l->depth > 0 && indent > l->keys[l->depth - 1].indent;
    if (l->block && under) {
        read_block_line(l, line);
        return;
    }
    size_t colon = key_length(line);
    if (colon != SLICE_NONE) {
        read_key(l, indent, line, colon);
        return;
    }
    bool item = line.ptr[0] == '-' && (line.len == 1 || ascii_is_space(line.ptr[1]));
    if (!item)
        return;
    while (l->depth > 0 && l->keys[l->depth - 1].indent > indent)
        settle(l);
    if (l->depth == 0)
        return;
    l->keys[l->depth - 1].has_value = true;
    add_value(l, &l->keys[l->depth - 1], slice_trim(slice_from(line, 1)), true);
}

/* The values of blocks, now that their ends are known. */
static void copy_blocks(struct lines *l)
{
    for (size_t i = 0; i < l->out->len; i++) {
        struct yaml_entry *entry = &l->out->items[i];
        if (entry->value.len < entry->value_span.end - entry->value_span.start)
            entry->value = arena_copy(l->arena, span_slice(l->text, entry->value_span));
    }
}

void yaml_read_lines(struct slice text, struct span span, struct arena *arena,
                     struct yaml_list *out)
{
    struct lines lines = {.text = text, .arena = arena, .out = out};
    struct slice_split split = {slice_sub(span_slice(text, span), 0, YAML_MAX_LINES), false};
    struct slice line;
    while (slice_split_next(&split, '\n', &line))
        read_line(&lines, line);
    while (lines.depth > 0)
        settle(&lines);
    copy_blocks(&lines);
}
