/* chains.c: what waits for what in sentences, arrows and drawings between things a plan only names. */
#include "model/line_questions.h"
#include "model/record_build.h"
#include "text/fold.h"

/* More names are no chain that anybody follows. */
#define CHAIN_NAMES_MOST 200
#define CHAIN_TEXT_MOST  400 /* bytes of a sentence */
#define CHAIN_LINES_MOST 500 /* of a drawing */

static bool is_chain_title(struct slice name)
{
    static const char *const words[] = {"dependency chain", "chain of dependencies",
                                        "dependency path",  "critical path",
                                        "dependency graph", "dependency order"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(name, slice_of(words[i])) != SLICE_NONE)
            return true;
    return slice_is_nocase(name, "dependencies") || slice_is_nocase(name, "key dependencies");
}

/* A quick look at a name as it is written, marks and all. */
bool is_chain_name(struct slice name)
{
    return slice_find_nocase(name, SLICE("dependenc")) != SLICE_NONE ||
           slice_find_nocase(name, SLICE("critical")) != SLICE_NONE;
}

/* ---- names ----------------------------------------------------------------------------------- */

static struct slice without_article(struct slice s)
{
    static const char *const articles[] = {"the ", "a ", "an ", "our "};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (slice_starts_nocase(s, slice_of(articles[i])))
            return slice_from(s, strlen(articles[i]));
    return s;
}

/* "high volume of users" is "high volume of activated and engaged free users" told short: its words stand
 * in the other in their order, and both begin and end with the same ones. */
static bool is_short_for(struct slice name, struct slice whole)
{
    struct slice_split words = {name, false}, all = {whole, false};
    struct slice word, other = SLICE("");
    size_t count = 0;
    while (slice_split_next(&words, ' ', &word)) {
        bool found = false;
        while (!found && slice_split_next(&all, ' ', &other)) {
            found = slice_equal(word, other);
            if (!found && count == 0)
                return false;
        }
        if (!found)
            return false;
        count++;
    }
    return count > 1 && all.rest.len == 0;
}

static uint32_t item_of_key(const struct model *model, struct slice key)
{
    for (uint32_t i = 0; i < model->items.len; i++)
        if (slice_equal(model->items.items[i].key, key) ||
            slice_equal(model->items.items[i].full_key, key))
            return i;
    return NO_INDEX;
}

/* The name's number, a new one where it was not said before; NO_INDEX for no name. */
static uint32_t name_of(struct builder *b, struct span where)
{
    struct chain *chain = &b->model->chain;
    where = span_unmarked(b->bytes, where);
    struct slice text = builder_plain_scratch(b, where);
    struct slice key = without_article(fold_title(b->scratch, text));
    if (key.len == 0)
        return NO_INDEX;
    for (uint32_t i = 0; i < chain->names.len; i++) {
        struct slice known = chain->names.items[i].key;
        if (slice_equal(known, key) || is_short_for(key, known) || is_short_for(known, key))
            return i;
    }
    if (chain->names.len == CHAIN_NAMES_MOST)
        return NO_INDEX;
    *VEC_PUSH(b->arena, &chain->names) = (struct chain_name){
        where, builder_keep(b, text), builder_keep(b, key), item_of_key(b->model, key)};
    return (uint32_t)chain->names.len - 1;
}

static void add_edge(struct builder *b, uint32_t from, uint32_t to, struct span where)
{
    struct chain *chain = &b->model->chain;
    if (from == NO_INDEX || to == NO_INDEX || from == to)
        return;
    *VEC_PUSH(b->arena, &chain->edges) = (struct chain_edge){from, to, where};
    uint32_t item = chain->names.items[from].item, other = chain->names.items[to].item;
    if (item == NO_INDEX || other == NO_INDEX || item == other)
        return;
    struct dependencies *own = &b->model->items.items[item].depends_on;
    for (size_t i = 0; i < own->len; i++)
        if (slice_equal(own->items[i].target, b->model->items.items[other].title))
            return;
    *VEC_PUSH(b->arena, own) = (struct dependency){.where = where,
                                                   .form = DEPENDENCY_TITLE,
                                                   .target = b->model->items.items[other].title,
                                                   .drawn = true};
}

/* ---- sentences ------------------------------------------------------------------------------- */

/* The verb between what waits and what it waits for: offset and length in s, or false. */
static bool find_verb(struct slice s, size_t *at, size_t *length)
{
    static const char *const verbs[] = {" depends entirely on ",
                                        " depends directly on ",
                                        " depends on ",
                                        " depend on ",
                                        " depends upon ",
                                        " depend upon ",
                                        " relies on ",
                                        " rely on ",
                                        " hinges on ",
                                        " hinge on ",
                                        " requires ",
                                        " require ",
                                        " is blocked by ",
                                        " are blocked by ",
                                        " waits for ",
                                        " wait for ",
                                        " hängt ab von ",
                                        " dépend de ",
                                        " dépendent de ",
                                        " depende de ",
                                        " dependen de ",
                                        " dipende da "};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        *at = slice_find_nocase(s, slice_of(verbs[i]));
        *length = strlen(verbs[i]);
        if (*at != SLICE_NONE && *at > 0)
            return true;
    }
    return false;
}

/* Where the sentence ends that begins the span. */
static struct span first_sentence(struct slice bytes, struct span span)
{
    struct slice s = span_slice(bytes, span);
    for (size_t i = 0; i + 1 < s.len; i++)
        if (s.ptr[i] == '.' && ascii_is_space(s.ptr[i + 1]))
            return (struct span){span.start, span.start + (uint32_t)i};
    while (s.len && (s.ptr[s.len - 1] == '.' || ascii_is_space(s.ptr[s.len - 1])))
        s.len--;
    return (struct span){span.start, span.start + (uint32_t)s.len};
}

static size_t find_arrow(struct slice s, size_t *length)
{
    static const char *const arrows[] = {"→", "⇒", "➜", "->", "=>"};
    size_t best = SLICE_NONE;
    for (size_t i = 0; i < sizeof arrows / sizeof *arrows; i++) {
        size_t at = slice_find(s, slice_of(arrows[i]));
        if (at < best) {
            best = at;
            *length = strlen(arrows[i]);
        }
    }
    return best;
}

/* "A → B → C": the order of the work, so that B waits for A. */
static void read_arrows(struct builder *b, struct span span)
{
    uint32_t before = NO_INDEX;
    for (bool last = false; !last;) {
        size_t length = 0, at = find_arrow(span_slice(b->bytes, span), &length);
        last = at == SLICE_NONE;
        struct span part = {span.start, last ? span.end : span.start + (uint32_t)at};
        uint32_t name = name_of(b, part);
        add_edge(b, name, before, part);
        before = name;
        if (!last)
            span.start += (uint32_t)(at + length);
    }
}

static void read_sentence(struct builder *b, struct span span)
{
    size_t at, length = 0;
    if (span.end - span.start > CHAIN_TEXT_MOST)
        return;
    if (find_arrow(span_slice(b->bytes, span), &length) != SLICE_NONE) {
        read_arrows(b, span);
        return;
    }
    span = first_sentence(b->bytes, span);
    if (!find_verb(span_slice(b->bytes, span), &at, &length))
        return;
    uint32_t verb = span.start + (uint32_t)at;
    uint32_t from = name_of(b, (struct span){span.start, verb});
    uint32_t to = name_of(b, (struct span){verb + (uint32_t)length, span.end});
    add_edge(b, from, to, span);
}

/* The paragraphs of a region's list items, of the outermost lists and those in them. */
static void read_region(struct builder *b, const struct region *region)
{
    const struct block *v = b->blocks->v;
    if (!span_is_empty(region->value))
        read_sentence(b, region->value);
    for (uint32_t i = region->first; i < region->end; i++) {
        if (v[i].kind == BLOCK_PARAGRAPH && v[v[i].parent].kind == BLOCK_ITEM) {
            uint32_t last = v[i].next - 1;
            read_sentence(b, (struct span){v[i + 1].text.start, v[last].text.end});
        }
        if (v[i].kind == BLOCK_QUOTE || v[i].kind == BLOCK_FENCE)
            i = v[i].next - 1;
    }
}

/* ---- drawings -------------------------------------------------------------------------------- */

struct drawn {
    struct slice id;
    struct span label;
};

struct drawing {
    struct builder *b;
    VEC(struct drawn) nodes;
};

/* "A[Label]", "A(Label)", "A{{Label}}" or a bare id seen before: gives its label's span. */
static struct span read_node(struct drawing *d, struct span part)
{
    struct slice bytes = d->b->bytes;
    part = span_trim(bytes, part);
    struct slice s = span_slice(bytes, part);
    size_t id = 0;
    while (id < s.len && (ascii_is_alnum(s.ptr[id]) || s.ptr[id] == '_' || s.ptr[id] == '-'))
        id++;
    struct span label = {part.start + (uint32_t)id, part.end};
    while (label.start < label.end && strchr("[({\"/", bytes.ptr[label.start]))
        label.start++;
    while (label.end > label.start && strchr("])};\"/", bytes.ptr[label.end - 1]))
        label.end--;
    struct slice name = slice_sub(s, 0, id);
    if (span_is_empty(label)) {
        for (size_t i = 0; i < d->nodes.len; i++)
            if (slice_equal(d->nodes.items[i].id, name))
                return d->nodes.items[i].label;
        return SPAN_NONE;
    }
    if (d->nodes.len < CHAIN_NAMES_MOST)
        *VEC_PUSH(d->b->scratch, &d->nodes) = (struct drawn){name, label};
    return label;
}

static bool is_item(struct drawing *d, struct span label)
{
    struct slice key = fold_title(d->b->scratch, span_slice(d->b->bytes, label));
    return key.len > 0 && item_of_key(d->b->model, key) != NO_INDEX;
}

/* "A[Survey] --> B[Build] --> C": nodes that are no items are left out, and the edges at them. */
static void read_drawn_line(struct drawing *d, struct span line)
{
    struct span before = SPAN_NONE, rest = line;
    for (bool last = false; !last;) {
        struct slice s = span_slice(d->b->bytes, rest);
        size_t at = slice_find(s, SLICE("-->")), thick = slice_find(s, SLICE("==>"));
        at = thick < at ? thick : at;
        last = at == SLICE_NONE;
        struct span label =
            read_node(d, (struct span){rest.start, last ? rest.end : rest.start + (uint32_t)at});
        if (!span_is_empty(before) && !span_is_empty(label) && is_item(d, before) &&
            is_item(d, label))
            add_edge(d->b, name_of(d->b, label), name_of(d->b, before), label);
        before = label;
        if (last)
            continue;
        rest.start += (uint32_t)at + 3;
        /* "-->|words on the arrow|" */
        struct slice behind = span_slice(d->b->bytes, rest);
        size_t bar = behind.len && behind.ptr[0] == '|'
                         ? slice_find_byte(slice_from(behind, 1), '|')
                         : SLICE_NONE;
        if (bar != SLICE_NONE)
            rest.start += (uint32_t)bar + 2;
    }
}

static void read_drawing(struct builder *b, const struct block *fence)
{
    struct drawing d = {.b = b};
    struct slice text = span_slice(b->bytes, fence->text), line;
    struct slice first = slice_trim_start(text);
    if (!slice_starts(first, SLICE("graph ")) && !slice_starts(first, SLICE("flowchart ")))
        return;
    struct slice_split lines = {text, false};
    for (size_t i = 0; i < CHAIN_LINES_MOST && slice_split_next(&lines, '\n', &line); i++) {
        uint32_t start = (uint32_t)(line.ptr - b->bytes.ptr);
        read_drawn_line(&d, (struct span){start, start + (uint32_t)line.len});
    }
}

void build_chains(struct builder *b)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = 1; i < b->blocks->len; i++) {
        struct region region;
        bool found = false;
        if (v[i].kind == BLOCK_QUOTE) {
            i = v[i].next - 1;
        } else if (v[i].kind == BLOCK_FENCE && b->model->items.len &&
                   slice_is_nocase(slice_trim(span_slice(b->bytes, v[i].marker)), "mermaid")) {
            read_drawing(b, &v[i]);
        } else if (v[i].kind == BLOCK_HEADING && v[v[i].parent].kind == BLOCK_SECTION) {
            region = region_of_heading(b, i);
            found = true;
        } else if (v[i].kind == BLOCK_LINE && line_is(b, i, LINE_NAMES_CHAIN)) {
            found = region_of_label(b, i, &region);
        }
        if (found && builder_judge(b, span_slice(b->bytes, region.name), is_chain_name) &&
            is_chain_title(record_text(b, region.name)))
            read_region(b, &region);
    }
}
