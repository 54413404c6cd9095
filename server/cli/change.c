/* change.c: what a fix would write, as lines removed and added. */
#include "cli/change.h"

#include "cli/excerpt.h"
#include "text/edit.h"

#include <string.h>

/* Edits further apart than this are not one change to look at. */
#define MAX_REGION_LINES 12
#define MAX_LINES_SHOWN  5

static struct slice next_line(struct slice *rest)
{
    size_t length = slice_find_byte(*rest, '\n');
    struct slice line = length == SLICE_NONE ? *rest : slice_sub(*rest, 0, length + 1);
    *rest = slice_from(*rest, line.len);
    return line;
}

static struct slice last_line(struct slice lines)
{
    size_t start = lines.len;
    while (start > 0 && (start == lines.len || lines.ptr[start - 1] != '\n'))
        start--;
    return slice_from(lines, start);
}

static struct slice without_line_end(struct slice line)
{
    if (line.len && line.ptr[line.len - 1] == '\n')
        line.len--;
    while (line.len && line.ptr[line.len - 1] == '\r')
        line.len--;
    return line;
}

/* Drops the whole lines both begin and end with. */
static void drop_shared(struct change *change)
{
    while (change->old_lines.len && change->new_lines.len) {
        struct slice old_rest = change->old_lines, new_rest = change->new_lines;
        if (!slice_equal(without_line_end(next_line(&old_rest)),
                         without_line_end(next_line(&new_rest))))
            break;
        change->old_lines = old_rest;
        change->new_lines = new_rest;
        change->first_line++;
    }
    while (change->old_lines.len && change->new_lines.len) {
        struct slice old_last = last_line(change->old_lines),
                     new_last = last_line(change->new_lines);
        if (!slice_equal(without_line_end(old_last), without_line_end(new_last)))
            break;
        change->old_lines.len -= old_last.len;
        change->new_lines.len -= new_last.len;
    }
}

bool change_of_fix(const struct planls_fix *fix, const struct text *text, struct arena *arena,
                   struct change *change)
{
    if (fix->edit_count == 0 || fix->edit_count > 1000)
        return false;
    struct text_edit *edits = arena_array(arena, fix->edit_count, sizeof *edits);
    uint32_t first = UINT32_MAX, last = 0;
    for (size_t i = 0; i < fix->edit_count; i++) {
        const struct planls_edit *edit = &fix->edits[i];
        if (edit->create || strcmp(edit->path, fix->edits[0].path) != 0)
            return false;
        uint32_t from = text_line_of(text, edit->range.start);
        uint32_t to = text_line_of(text, edit->range.end);
        first = from < first ? from : first;
        last = to > last ? to : last;
        edits[i] = (struct text_edit){{edit->range.start, edit->range.end},
                                      {edit->new_text, edit->new_len}};
    }
    if (last - first >= MAX_REGION_LINES)
        return false;
    struct span region = {text_line(text, first).start, text_line_full(text, last).end};
    for (size_t i = 0; i < fix->edit_count; i++) {
        edits[i].span.start -= region.start;
        edits[i].span.end -= region.start;
    }
    text_edits_sort(edits, fix->edit_count);
    struct slice old_lines = span_slice(text->bytes, region);
    if (!text_edits_are_disjoint(edits, fix->edit_count, old_lines.len))
        return false;
    struct strbuf out;
    strbuf_init(&out, TEXT_MAX_BYTES);
    text_edits_apply(old_lines, edits, fix->edit_count, &out);
    *change = (struct change){old_lines, arena_copy(arena, strbuf_slice(&out)), first + 1};
    strbuf_release(&out);
    drop_shared(change);
    return change->old_lines.len + change->new_lines.len > 0;
}

static uint32_t count_lines(struct slice lines)
{
    uint32_t count = 0;
    while (lines.len) {
        next_line(&lines);
        count++;
    }
    return count;
}

uint32_t change_last_line(const struct change *change)
{
    uint32_t removed = count_lines(change->old_lines), added = count_lines(change->new_lines);
    uint32_t count = removed > added ? removed : added;
    count = count > MAX_LINES_SHOWN ? MAX_LINES_SHOWN : count;
    return change->first_line + (count ? count - 1 : 0);
}

/* Where two lines begin to differ: that is what must be seen of a line too wide. */
static size_t first_difference(struct slice a, struct slice b)
{
    size_t at = 0;
    while (at < a.len && at < b.len && a.ptr[at] == b.ptr[at])
        at++;
    return at < a.len || at < b.len ? at : 0;
}

static void print_lines(const struct canvas *canvas, struct slice lines, struct slice others,
                        uint32_t number, char sign, unsigned gutter)
{
    for (unsigned i = 0; lines.len && i < MAX_LINES_SHOWN; i++) {
        struct slice line = without_line_end(next_line(&lines));
        struct slice other = without_line_end(next_line(&others));
        size_t focus = other.len ? first_difference(line, other) : 0;
        bool cut = !excerpt_fits(canvas, line, gutter) || !excerpt_fits(canvas, other, gutter);
        excerpt_changed(canvas, line, number + i, sign, focus, cut, gutter);
    }
    uint32_t left = count_lines(lines);
    if (left) {
        paint(canvas, PAINT_DIM);
        strbuf_printf(canvas->out, " %*s %c and %u more line%s", (int)gutter, "", sign,
                      (unsigned)left, left == 1 ? "" : "s");
        paint(canvas, PAINT_PLAIN);
        strbuf_putc(canvas->out, '\n');
    }
}

void change_print(const struct canvas *canvas, const struct change *change, unsigned gutter)
{
    print_lines(canvas, change->old_lines, change->new_lines, change->first_line, '-', gutter);
    print_lines(canvas, change->new_lines, change->old_lines, change->first_line, '+', gutter);
}
