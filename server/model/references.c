/* references.c: every place where a document names a file, a heading or a section. */
#include "model/labels.h"
#include "model/line_questions.h"
#include "model/reference_build.h"
#include "model/task_build.h"

#include <string.h>

/* ---- adding ---------------------------------------------------------------------------------- */

void reference_begin_line(struct reference_maker *maker, uint32_t block, struct span line,
                          bool in_fence)
{
    maker->block = block;
    maker->line = line;
    maker->in_fence = in_fence;
    maker->creates = 0;
}

struct reference *reference_add(struct reference_maker *maker, enum reference_kind kind,
                                struct span span, struct span target, struct slice path)
{
    struct builder *b = maker->b;
    struct reference *reference = VEC_PUSH(b->scratch, &b->model->references);
    *reference = (struct reference){.kind = kind,
                                    .span = span,
                                    .target_span = target,
                                    .path = path,
                                    .heading = b->heading_of[maker->block],
                                    .item = b->item_of[maker->block],
                                    .creates = line_creates(maker),
                                    .in_fence = maker->in_fence};
    return reference;
}

static void name_document(struct reference_maker *maker, struct slice path)
{
    struct named_documents *named = &maker->named;
    if (!path_is_document(path))
        return;
    named->near = path;
    named->several = named->several || (named->only.len && !slice_equal(named->only, path));
    named->only = path;
    if (maker->b->blocks->v[maker->block].kind == BLOCK_HEADING && maker->heading != NO_INDEX)
        maker->of_heading[maker->heading] = named->by_heading = path;
}

/* Where only prose named a document and this one numbers its own sections, it may as well speak of
 * itself. */
struct slice reference_named_document(const struct reference_maker *maker)
{
    const struct named_documents *named = &maker->named;
    if (maker->b->blocks->v[maker->block].kind == BLOCK_HEADING)
        return SLICE("");
    if (named->by_heading.len && !named->near.len)
        return named->by_heading;
    if (maker->numbered)
        return named->by_heading;
    if (named->near.len)
        return named->near;
    return named->several ? SLICE("") : named->only;
}

uint32_t reference_add_file(struct reference_maker *maker, enum reference_kind kind,
                            struct span target, uint32_t end)
{
    struct builder *b = maker->b;
    struct slice path = builder_keep(b, path_decode(b->scratch, span_slice(b->bytes, target)));
    struct span span = {target.start, target.end};
    reference_add(maker, kind, span, target, path);
    name_document(maker, path);
    if (!path_is_document(path))
        return end;
    return sections_behind(maker, b->model->references.len - 1, end);
}

static uint32_t add_link(struct reference_maker *maker, enum reference_kind kind,
                         const struct inline_node *node)
{
    struct reference *reference = reference_add_target(maker, kind, node->span, node->target);
    if (!reference || reference->path.len == 0)
        return node->span.end;
    struct slice path = reference->path;
    name_document(maker, path);
    if (kind != REFERENCE_LINK || !path_is_document(path) || reference->fragment.len)
        return node->span.end;
    /* a link keeps its kind, so that it is judged as a link, and gains the section */
    size_t index = maker->b->model->references.len - 1;
    uint32_t end = sections_behind(maker, index, node->span.end);
    maker->b->model->references.items[index].kind = REFERENCE_LINK;
    return end;
}

/* [[ -f x ]] and [[1,2],[3]] are code that forgot its marks. */
static bool is_wiki_target(struct slice bytes, const struct inline_node *node)
{
    struct slice s = span_slice(bytes, node->target);
    bool letter = false;
    if (s.len == 0 || bytes.ptr[node->span.start + 2] == ' ')
        return false;
    for (size_t i = 0; i < s.len; i++) {
        if (strchr("[]{}$=\"<>", s.ptr[i]))
            return false;
        letter = letter || ascii_is_alpha(s.ptr[i]) || (unsigned char)s.ptr[i] >= 0x80;
    }
    return letter;
}

/* A code span with its text; gives the offset behind it and the sections said of it. */
static uint32_t add_code(struct reference_maker *maker, struct span span, struct span text)
{
    size_t length;
    text = span_trim(maker->b->bytes, text);
    if (!path_is_code(span_slice(maker->b->bytes, text), &length))
        return span.end;
    struct span target = {text.start, text.start + (uint32_t)length};
    return reference_add_file(maker, REFERENCE_CODE, target, span.end);
}

/* ---- lines ----------------------------------------------------------------------------------- */

void references_of_text(struct reference_maker *maker, uint32_t from, uint32_t to)
{
    struct slice s = span_slice(maker->b->bytes, maker->line);
    while (from < to) {
        size_t start = 0, end = 0;
        size_t at = from - maker->line.start;
        bool found = path_next(slice_sub(s, 0, to - maker->line.start), &at, &start, &end);
        uint32_t gap = found ? maker->line.start + (uint32_t)start : to;
        uint32_t sections = from;
        if (reference_named_document(maker).len)
            while (section_bare_next(maker, &sections, gap)) {
            }
        if (!found)
            return;
        struct span target = {maker->line.start + (uint32_t)start,
                              maker->line.start + (uint32_t)end};
        from = reference_add_file(maker, REFERENCE_BARE, target, maker->line.start + (uint32_t)at);
    }
}

/* Adds what an inline node refers to; true where its text is used up, *end behind it. */
static bool add_node(struct reference_maker *maker, const struct inline_node *node, uint32_t *end)
{
    *end = node->span.end;
    switch ((enum inline_kind)node->kind) {
    case INLINE_LINK:
    case INLINE_IMAGE:
        if (node->is_reference)
            return node->kind == INLINE_IMAGE;
        *end = add_link(maker, node->kind == INLINE_LINK ? REFERENCE_LINK : REFERENCE_IMAGE, node);
        return true;
    case INLINE_WIKI_LINK:
        if (is_wiki_target(maker->b->bytes, node))
            reference_add_target(maker, REFERENCE_WIKI, node->span, node->target);
        return true;
    case INLINE_CODE:
        *end = add_code(maker, node->span, node->text);
        return true;
    case INLINE_HTML:
        references_of_html(maker, node->span);
        return true;
    case INLINE_AUTOLINK:
    case INLINE_PLACEHOLDER:
        return true;
    default:
        return false;
    }
}

/* A picture inside of a link's text is a reference of its own. */
static void add_pictures_inside(struct reference_maker *maker, const struct inlines *inlines,
                                uint32_t link)
{
    for (uint32_t i = link + 1; inlines->v[link].kind == INLINE_LINK && i < inlines->v[link].next;
         i++) {
        const struct inline_node *node = &inlines->v[i];
        if (node->kind == INLINE_IMAGE && !node->is_reference)
            reference_add_target(maker, REFERENCE_IMAGE, node->span, node->target);
        else if (node->kind == INLINE_HTML)
            references_of_html(maker, node->span);
    }
}

static void read_shapes(struct reference_maker *maker, const struct inlines *inlines)
{
    uint32_t at = maker->line.start;
    for (uint32_t i = 1; i < inlines->len;) {
        const struct inline_node *node = &inlines->v[i];
        uint32_t end;
        if (node->span.start < at) { /* inside what a section behind a name took */
            i++;
            continue;
        }
        if (node->kind != INLINE_LINK && node->kind != INLINE_IMAGE && node->kind != INLINE_CODE &&
            node->kind != INLINE_WIKI_LINK && node->kind != INLINE_AUTOLINK &&
            node->kind != INLINE_HTML && node->kind != INLINE_PLACEHOLDER) {
            i++;
            continue;
        }
        references_of_text(maker, at, node->span.start);
        if (!add_node(maker, node, &end)) {
            at = node->span.start;
            i++;
            continue;
        }
        add_pictures_inside(maker, inlines, i);
        at = end;
        i = node->next;
    }
    references_of_text(maker, at, maker->line.end);
}

#define CODE_MAX 1000 /* bytes of a code span that may hold a file name */

/* Bytes of the run of backticks at `at`. */
static uint32_t ticks(struct slice bytes, uint32_t at, uint32_t end)
{
    uint32_t from = at;
    while (at < end && bytes.ptr[at] == '`')
        at++;
    return at - from;
}

/* A line with code spans and no other marks that matter: no need to parse it. */
static void read_code_spans(struct reference_maker *maker)
{
    struct slice bytes = maker->b->bytes;
    struct span line = maker->line;
    uint32_t done = line.start;
    for (uint32_t at = line.start; at < line.end;) {
        uint32_t run = ticks(bytes, at, line.end);
        if (run == 0) {
            at++;
            continue;
        }
        uint32_t close = at + run, length = 0;
        while (close < line.end && close - at < CODE_MAX &&
               (length = ticks(bytes, close, line.end)) != run)
            close += length ? length : 1;
        if (length != run || close >= line.end) {
            at += run;
            continue;
        }
        struct span span = {at, close + run};
        references_of_text(maker, done, at);
        if (at >= done) /* else a section behind a name took it */
            done = add_code(maker, span, (struct span){at + run, close});
        at = span.end;
    }
    references_of_text(maker, done, line.end);
}

/* A plain line without links, code, file names or sections needs no parser. */
static void read_line(struct reference_maker *maker, uint32_t block)
{
    struct builder *b = maker->b;
    struct span line = b->blocks->v[block].text;
    struct slice s = span_slice(b->bytes, line);
    if (s.len == 0)
        return;
    bool path = line_is(b, block, LINE_MAY_HOLD_PATH);
    bool link = line_is(b, block, LINE_MAY_HOLD_LINK);
    reference_begin_line(maker, block, line, false);
    bool html = slice_contains(s, SLICE("<a ")) || slice_contains(s, SLICE("<img "));
    if (link || html || (path && (memchr(s.ptr, '<', s.len) || slice_contains(s, SLICE("://")))))
        read_shapes(maker, builder_inlines(b, block));
    else if (path && memchr(s.ptr, '`', s.len))
        read_code_spans(maker);
    else if (path || reference_named_document(maker).len)
        references_of_text(maker, line.start, line.end);
}

/* A line, and those that its links go on in; gives the last. */
static uint32_t read_lines(struct reference_maker *maker, uint32_t block)
{
    struct builder *b = maker->b;
    struct span lines = b->blocks->v[block].text;
    uint32_t last = block;
    if (line_is(b, block, LINE_LEAVES_BRACKETS_OPEN))
        last = reference_last_line(b, block);
    if (last == block) {
        read_line(maker, block);
        return block;
    }
    lines.end = b->blocks->v[last].text.end;
    reference_begin_line(maker, block, lines, false);
    struct inlines inlines = builder_inlines_of(b, lines);
    read_shapes(maker, &inlines);
    return last;
}

static void read_definition(struct reference_maker *maker, uint32_t block)
{
    const struct block *definition = &maker->b->blocks->v[block];
    struct slice label = span_slice(maker->b->bytes, definition->marker);
    if (label.len && label.ptr[0] == '^') /* a footnote's text is no destination */
        return;
    reference_begin_line(maker, block, definition->span, false);
    reference_add_target(maker, REFERENCE_DEFINITION, definition->span, definition->text);
}

/* ---- the document ---------------------------------------------------------------------------- */

/* A heading begins anew: only a document that it or one above it names goes on being meant. */
static void enter_heading(struct reference_maker *maker, uint32_t heading)
{
    maker->heading = heading;
    maker->named = (struct named_documents){0};
    if (heading == NO_INDEX)
        return;
    uint32_t parent = maker->b->model->headings.items[heading].parent;
    if (parent != NO_INDEX)
        maker->of_heading[heading] = maker->of_heading[parent];
    maker->named.by_heading = maker->of_heading[heading];
}

static bool numbers_its_sections(const struct model *model)
{
    size_t numbered = 0;
    for (size_t i = 0; i < model->headings.len; i++) {
        const struct heading *h = &model->headings.items[i];
        numbered += !h->nested && h->level <= 2 && h->number.len > 0;
    }
    return numbered > 1;
}

void build_references(struct builder *b)
{
    const struct blocks *blocks = b->blocks;
    struct reference_maker maker = {.b = b, .before = blocks_before(b), .heading = NO_INDEX};
    maker.block_creates = arena_array(b->scratch, blocks->len, sizeof *maker.block_creates);
    maker.heading_creates = arena_array(b->scratch, b->model->headings.len + 1, 1);
    maker.of_heading =
        arena_array(b->scratch, b->model->headings.len + 1, sizeof *maker.of_heading);
    maker.numbered = numbers_its_sections(b->model);
    for (uint32_t i = 1; i < blocks->len; i++) {
        if (b->heading_of[i] != maker.heading)
            enter_heading(&maker, b->heading_of[i]);
        uint8_t above = blocks->v[blocks->v[i].parent].kind;
        if (above == BLOCK_SECTION || above == BLOCK_DOCUMENT)
            maker.named.near = SLICE(""); /* a new paragraph, list or table */
        switch ((enum block_kind)blocks->v[i].kind) {
        case BLOCK_LINE:
            i = read_lines(&maker, i);
            break;
        case BLOCK_HEADING:
        case BLOCK_CELL:
            read_line(&maker, i);
            break;
        case BLOCK_FENCE:
            references_of_fence(&maker, i);
            break;
        case BLOCK_DEFINITION:
            read_definition(&maker, i);
            break;
        case BLOCK_FRONT_MATTER:
            references_of_front_matter(&maker, i);
            break;
        case BLOCK_HTML:
            reference_begin_line(&maker, i, blocks->v[i].text, false);
            references_of_html(&maker, blocks->v[i].text);
            break;
        default:
            break;
        }
    }
}
