/* block_text.c: lines, cells, comments and definitions inside of blocks. */
#include "syntax/block_text.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}

struct span block_trim_end(struct slice text, struct span span)
{
    while (span.end > span.start && is_space(text.ptr[span.end - 1]))
        span.end--;
    return span;
}

struct span block_trim(struct slice text, struct span span)
{
    while (span.start < span.end && is_space(text.ptr[span.start]))
        span.start++;
    return block_trim_end(text, span);
}

struct span block_cut_line_end(struct slice text, struct span span)
{
    while (span.end > span.start && text.ptr[span.end - 1] == '\r')
        span.end--;
    return span;
}

uint32_t block_line_end(struct slice text, uint32_t from, uint32_t to)
{
    const char *end = memchr(text.ptr + from, '\n', to - from);
    return end ? (uint32_t)(end - text.ptr) : to;
}

struct span block_first_line_end(struct slice text, struct span span)
{
    uint32_t end = block_line_end(text, span.start, span.end);
    return (struct span){end, end};
}

uint32_t block_indentation(struct slice text, uint32_t offset)
{
    while (offset > 0 && (text.ptr[offset - 1] == ' ' || text.ptr[offset - 1] == '\t'))
        offset--;
    return offset;
}

struct span block_cut_closing_marks(struct slice text, struct span title)
{
    uint32_t end = title.end;
    while (end > title.start && text.ptr[end - 1] == '#')
        end--;
    if (end == title.end)
        return title;
    if (end > title.start && text.ptr[end - 1] != ' ' && text.ptr[end - 1] != '\t')
        return title;
    title.end = end;
    return block_trim_end(text, title);
}

bool block_next_cell(struct slice text, struct span row, uint32_t *at, struct span *cell)
{
    if (*at == row.start && *at < row.end && text.ptr[*at] == '|')
        ++*at;
    if (*at >= row.end)
        return false;
    uint32_t i = *at;
    while (i < row.end && !(text.ptr[i] == '|' && text.ptr[i - (i > row.start)] != '\\'))
        i++;
    *cell = (struct span){*at, i};
    *at = i + 1;
    return true;
}

bool block_comment(struct slice text, struct span span, struct span *inside)
{
    uint32_t start = span.start + 4;
    size_t end = slice_find(span_slice(text, (struct span){start, span.end}), SLICE("-->"));
    *inside = (struct span){start, span.end};
    if (end != SLICE_NONE)
        inside->end = start + (uint32_t)end;
    else if (slice_find(span_slice(text, span), SLICE("-->")) != SLICE_NONE)
        inside->end = start; /* <!--> and <!---> */
    else
        return false;
    return true;
}

void block_definition(struct slice text, struct span span, struct span *label,
                      struct span *destination)
{
    uint32_t i = span.start + 1;
    for (; i < span.end && text.ptr[i] != ']'; i++)
        if (text.ptr[i] == '\\')
            i++;
    *label = block_trim(text, (struct span){span.start + 1, i < span.end ? i : span.end});
    i += 2;
    while (i < span.end && (is_space(text.ptr[i]) || text.ptr[i] == '>'))
        i++; /* a quote's mark may stand before a destination on the second line */
    bool angle = i < span.end && text.ptr[i] == '<';
    uint32_t start = i += angle;
    for (; i < span.end && (angle ? text.ptr[i] != '>' : !is_space(text.ptr[i])); i++)
        if (text.ptr[i] == '\\' && i + 1 < span.end && (angle || !is_space(text.ptr[i + 1])))
            i++;
    *destination = (struct span){start < span.end ? start : span.end, i < span.end ? i : span.end};
}

/* A place in a line and its column. */
struct place {
    uint32_t at, column;
};

static void skip_blanks(struct slice text, struct place *place)
{
    for (; place->at < text.len; place->at++) {
        char c = text.ptr[place->at];
        if (c != ' ' && c != '\t')
            return;
        place->column += c == '\t' ? 4 - place->column % 4 : 1;
    }
}

/* Goes over the marks of the containers that a line continues; gives the column at which the content
 * of the innermost of them begins. Containers that begin on this very line count as such. */
static uint32_t skip_containers(struct slice text, const struct block_containers *containers,
                                uint32_t line, struct place *place)
{
    uint32_t base = 0;
    *place = (struct place){line, 0};
    skip_blanks(text, place);
    for (unsigned i = 0; i < containers->depth; i++) {
        const struct block_container *c = &containers->v[i];
        if (c->line == line) {
            base = c->content;
            continue;
        }
        if (!c->quote) {
            if (place->column < base + c->columns)
                return base;
            base += c->columns;
            continue;
        }
        if (place->column > base + 3 || place->at >= text.len || text.ptr[place->at] != '>')
            return base;
        place->at++;
        base = ++place->column;
        skip_blanks(text, place);
        base += place->column > base;
    }
    return base;
}

void block_containers_open(struct block_containers *containers, struct slice text, struct span mark,
                           bool quote)
{
    struct span before = {mark.start, mark.start};
    while (before.start > 0 && text.ptr[before.start - 1] != '\n')
        before.start--;
    struct place place;
    uint32_t base = skip_containers(text, containers, before.start, &place);
    uint32_t column = 0;
    for (uint32_t i = before.start; i < mark.start; i++)
        column += text.ptr[i] == '\t' ? 4 - column % 4 : 1;

    struct block_container *c = &containers->v[containers->depth++];
    struct place content = {mark.end, column + (mark.end - mark.start)};
    uint32_t mark_end = content.column;
    skip_blanks(text, &content);
    uint32_t spaces = content.column - mark_end;
    if (content.at >= text.len || is_space(text.ptr[content.at]) || spaces > 4)
        spaces = 1;
    *c = (struct block_container){.quote = quote, .line = before.start};
    if (quote) {
        containers->quotes++;
        c->content = mark_end + (content.column > mark_end);
    } else {
        c->content = mark_end + spaces;
        c->columns = c->content > base ? c->content - base : 0;
    }
}

void block_containers_close(struct block_containers *containers)
{
    containers->quotes -= containers->v[--containers->depth].quote;
}

uint32_t block_strip_containers(struct slice text, struct span line,
                                const struct block_containers *containers)
{
    if (containers->quotes == 0)
        return line.start;
    struct place place;
    struct slice up_to_line = {text.ptr, line.end};
    skip_containers(up_to_line, containers, line.start, &place);
    return place.at;
}
