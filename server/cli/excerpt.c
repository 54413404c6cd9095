/* excerpt.c: lines of a document on a terminal, with a gutter of line numbers and a place
 * underlined. */
#include "cli/excerpt.h"

#include "base/vec.h"
#include "text/utf8.h"

#define TAB_WIDTH  4
#define LEAST_ROOM 20
/* How many bytes a column may take at most before what is behind it is left out: enough for every
 * script, and an end to letters with a thousand accents. */
#define BYTES_PER_COLUMN 16

/* What a terminal shows in one place: a character with all that combines with it. */
struct cell {
    struct slice bytes;
    size_t from;     /* byte offset in the line */
    unsigned column; /* from 0, in the strip */
    unsigned width;
};

/* The cells of a part of a line. */
struct strip {
    VEC(struct cell) cells;
    unsigned width;
};

unsigned excerpt_gutter(uint32_t largest_line)
{
    unsigned digits = 1;
    while (largest_line >= 10) {
        largest_line /= 10;
        digits++;
    }
    return digits;
}

static void gutter_number(const struct canvas *canvas, unsigned gutter, uint32_t number)
{
    paint(canvas, PAINT_GUTTER);
    strbuf_printf(canvas->out, " %*u ", (int)gutter, (unsigned)number);
}

void excerpt_frame(const struct canvas *canvas, unsigned gutter)
{
    paint(canvas, PAINT_GUTTER);
    strbuf_printf(canvas->out, " %*s |", (int)gutter, "");
    paint(canvas, PAINT_PLAIN);
    strbuf_putc(canvas->out, '\n');
}

/* ---- measuring ------------------------------------------------------------------------------- */

static bool is_stand_in(uint32_t codepoint)
{
    char buffer[4];
    return paint_stand_in(codepoint, buffer)[0] != '\0';
}

/* The bytes of the cell at the start of `rest` and its width at `column`. */
static size_t measure(struct slice rest, unsigned column, unsigned *width)
{
    uint32_t codepoint;
    size_t length = utf8_decode(rest, &codepoint);
    if (codepoint == '\t') {
        *width = TAB_WIDTH - column % TAB_WIDTH;
        return length;
    }
    if (is_stand_in(codepoint)) {
        *width = 1;
        return length;
    }
    *width = (unsigned)utf8_width(slice_sub(rest, 0, length), 0);
    /* Whatever behind it adds no width of its own (or widens it) stands in the same cell. */
    while (length < rest.len && length < BYTES_PER_COLUMN * 4) {
        struct slice next = slice_from(rest, length);
        size_t more = utf8_decode(next, &codepoint);
        size_t joined = utf8_width(slice_sub(rest, 0, length + more), 0);
        if (codepoint == '\t' || is_stand_in(codepoint) ||
            (joined != *width && codepoint != 0xFE0F))
            break;
        *width = (unsigned)joined;
        length += more;
    }
    return length;
}

static void strip_read(struct strip *strip, struct arena *arena, struct slice line, size_t from,
                       size_t to)
{
    *strip = (struct strip){0};
    for (size_t at = from; at < to;) {
        struct cell *cell = VEC_PUSH(arena, &strip->cells);
        size_t length = measure(slice_sub(line, at, to), strip->width, &cell->width);
        cell->bytes = slice_sub(line, at, at + length);
        cell->from = at;
        cell->column = strip->width;
        strip->width += cell->width;
        at += length;
    }
}

/* The column of the cell that holds a byte; the strip's width behind the last. */
static unsigned column_of(const struct strip *strip, size_t byte)
{
    for (size_t i = strip->cells.len; i > 0; i--)
        if (strip->cells.items[i - 1].from <= byte)
            return byte < strip->cells.items[i - 1].from + strip->cells.items[i - 1].bytes.len
                       ? strip->cells.items[i - 1].column
                       : strip->width;
    return 0;
}

/* The column behind a byte range's last cell. */
static unsigned column_behind(const struct strip *strip, size_t end)
{
    for (size_t i = strip->cells.len; i > 0; i--)
        if (strip->cells.items[i - 1].from < end)
            return strip->cells.items[i - 1].column + strip->cells.items[i - 1].width;
    return 0;
}

/* ---- drawing --------------------------------------------------------------------------------- */

/* Which part of a line is shown. */
struct view {
    struct arena arena;
    struct strip strip;
    unsigned left, right; /* columns of the strip shown: from left up to right */
    bool cut_left, cut_right;
};

/* Reads as much of `line` around byte `start` as could be shown. */
static void view_read(struct view *view, struct slice line, size_t start, unsigned room)
{
    *view = (struct view){0};
    arena_init(&view->arena);
    size_t before = (size_t)room * BYTES_PER_COLUMN, behind = before * 2;
    size_t from = start > before ? utf8_start(line, start - before) : 0;
    size_t to = line.len - start > behind ? utf8_start(line, start + behind) : line.len;
    strip_read(&view->strip, &view->arena, line, from, to);
    view->right = view->strip.width;
    view->cut_left = from > 0;
    view->cut_right = to < line.len;
}

static bool view_fits(const struct view *view, unsigned room)
{
    return view->strip.width <= room && !view->cut_left && !view->cut_right;
}

/* Cuts to `room` columns with those from `first` to `last` in it: all of them if they fit, and a
 * third of what room is left before them. */
static void view_cut(struct view *view, unsigned first, unsigned last, unsigned room)
{
    unsigned shown = room > 2 ? room - 2 : 1;
    unsigned lead = last - first < shown ? (shown - (last - first)) / 3 : 0;
    view->left = first > lead ? first - lead : 0;
    view->cut_left = view->cut_left || view->left > 0;
    if (view->left + shown < view->strip.width) {
        view->right = view->left + shown;
        view->cut_right = true;
    }
}

/* Chooses what to show of `line` so that the bytes from `start` to `end` are in it. */
static void view_init(struct view *view, struct slice line, size_t start, size_t end, unsigned room)
{
    view_read(view, line, start, room);
    if (view_fits(view, room))
        return;
    unsigned first = column_of(&view->strip, start), last = column_behind(&view->strip, end);
    view_cut(view, first, last < first ? first : last, room);
    /* Nothing more to the right: rather more to the left. */
    unsigned shown = room > 2 ? room - 2 : 1;
    if (!view->cut_right && view->strip.width > shown)
        view->left = view->strip.width - shown;
}

static void view_release(struct view *view)
{
    arena_release(&view->arena);
}

static bool is_shown(const struct view *view, const struct cell *cell)
{
    return cell->column >= view->left && cell->column + cell->width <= view->right;
}

static void draw_cells(const struct canvas *canvas, const struct view *view)
{
    if (view->cut_left)
        strbuf_puts(canvas->out, "…");
    unsigned column = view->left;
    for (size_t i = 0; i < view->strip.cells.len; i++) {
        const struct cell *cell = &view->strip.cells.items[i];
        if (!is_shown(view, cell))
            continue;
        /* Half of a wide character at the cut is not shown; its column stays. */
        strbuf_repeat(canvas->out, ' ', cell->column - column);
        if (cell->bytes.ptr[0] == '\t')
            strbuf_repeat(canvas->out, ' ', cell->width);
        else
            paint_text(canvas, cell->bytes);
        column = cell->column + cell->width;
    }
    if (view->cut_right)
        strbuf_puts(canvas->out, "…");
}

/* Lines end where their text ends: no spaces are left behind. */
static void strip_spaces(struct strbuf *out)
{
    while (out->len && out->ptr[out->len - 1] == ' ')
        out->len--;
}

static unsigned room_for(const struct canvas *canvas, unsigned gutter)
{
    unsigned frame = gutter + 4; /* " 7 | " */
    return canvas->width > frame + LEAST_ROOM ? canvas->width - frame : LEAST_ROOM;
}

static void draw_underline(const struct canvas *canvas, const struct view *view, size_t start,
                           size_t end, char sign, enum paint color)
{
    unsigned first = column_of(&view->strip, start);
    unsigned last = end > start ? column_behind(&view->strip, end) : first + 1;
    first = first < view->left ? view->left : first;
    last = last > view->right && end > start ? view->right : last;
    last = last > first ? last : first + 1;
    strbuf_repeat(canvas->out, ' ', first - view->left + (view->cut_left ? 1 : 0));
    paint(canvas, color);
    strbuf_repeat(canvas->out, sign, last - first);
    paint(canvas, PAINT_PLAIN);
    strbuf_putc(canvas->out, '\n');
}

/* The part of a span that lies in its first line, as bytes of that line, without blanks at its
 * end. */
static void part_in_line(const struct text *text, struct span line, struct span span, size_t *start,
                         size_t *end)
{
    uint32_t from = span.start < line.end ? span.start : line.end;
    uint32_t to = span.end < line.end ? span.end : line.end;
    struct slice part = span_slice(text->bytes, (struct span){from, to > from ? to : from});
    *start = from - line.start;
    *end = *start + slice_trim_end(part).len;
}

void excerpt_place(const struct canvas *canvas, const struct text *text, struct span span,
                   char sign, enum paint color, unsigned gutter)
{
    uint32_t number = text_line_of(text, span.start);
    struct span line = text_line(text, number);
    struct slice bytes = span_slice(text->bytes, line);
    size_t start, end;
    part_in_line(text, line, span, &start, &end);
    struct view view;
    view_init(&view, bytes, start, end, room_for(canvas, gutter));

    gutter_number(canvas, gutter, number + 1);
    strbuf_putc(canvas->out, '|');
    paint(canvas, PAINT_PLAIN);
    strbuf_putc(canvas->out, ' ');
    draw_cells(canvas, &view);
    strip_spaces(canvas->out);
    strbuf_putc(canvas->out, '\n');

    paint(canvas, PAINT_GUTTER);
    strbuf_printf(canvas->out, " %*s |", (int)gutter, "");
    paint(canvas, PAINT_PLAIN);
    strbuf_putc(canvas->out, ' ');
    draw_underline(canvas, &view, start, end, sign, color);
    view_release(&view);
}

bool excerpt_fits(const struct canvas *canvas, struct slice line, unsigned gutter)
{
    struct view view;
    unsigned room = room_for(canvas, gutter);
    view_read(&view, line, 0, room);
    bool fits = view_fits(&view, room);
    view_release(&view);
    return fits;
}

void excerpt_changed(const struct canvas *canvas, struct slice line, uint32_t number, char sign,
                     size_t focus, bool cut, unsigned gutter)
{
    struct view view;
    unsigned room = room_for(canvas, gutter);
    focus = utf8_start(line, focus < line.len ? focus : line.len);
    view_read(&view, line, focus, room);
    if (cut) {
        unsigned first = column_of(&view.strip, focus);
        view_cut(&view, first, first, room);
    }
    gutter_number(canvas, gutter, number);
    paint(canvas, PAINT_PLAIN);
    paint(canvas, sign == '+' ? PAINT_ADDED : PAINT_REMOVED);
    strbuf_printf(canvas->out, "%c ", sign);
    draw_cells(canvas, &view);
    strip_spaces(canvas->out);
    paint(canvas, PAINT_PLAIN);
    strbuf_putc(canvas->out, '\n');
    view_release(&view);
}
