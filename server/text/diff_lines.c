/* diff_lines.c: the shortest edit script of two texts by lines, after Myers (1986). */
#include "text/diff_lines.h"

#include <string.h>

/* Steps of the search in all; what is undecided then is replaced as a whole. */
#define SEARCH_STEPS ((size_t)20 * 1000 * 1000)
/* Each level halves the number of differences, so that sound searches stay far below. */
#define MAX_DEPTH 64
/* Lines that share a place in the table beyond this are taken for different from all others. */
#define MAX_PROBES 64

static void split(struct slice text, struct arena *arena, struct diff_side *side)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len; count++) {
        size_t len = slice_find_byte(slice_from(text, at), '\n');
        at = len == SLICE_NONE ? text.len : at + len + 1;
    }
    side->count = count;
    side->lines = arena_array(arena, count, sizeof *side->lines);
    side->ids = arena_array(arena, count, sizeof *side->ids);
    side->changed = arena_array(arena, count, sizeof *side->changed);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        size_t len = slice_find_byte(slice_from(text, at), '\n');
        size_t end = len == SLICE_NONE ? text.len : at + len + 1;
        side->lines[i] = slice_sub(text, at, end);
        at = end;
    }
}

/* Lines met so far, by hash; each has its place in the table as its id. */
struct table {
    struct slice *lines;
    size_t mask;
    uint32_t next_unique;
};

static size_t hash(struct slice line)
{
    uint64_t sum = 0xCBF29CE484222325u; /* FNV-1a */
    for (size_t i = 0; i < line.len; i++)
        sum = (sum ^ (unsigned char)line.ptr[i]) * 0x100000001B3u;
    return (size_t)(sum ^ (sum >> 32));
}

static uint32_t identify(struct table *table, struct slice line)
{
    size_t place = hash(line);
    for (size_t probe = 0; probe < MAX_PROBES; probe++, place++) {
        struct slice *known = &table->lines[place & table->mask];
        if (!known->ptr)
            *known = line;
        if (slice_equal(*known, line))
            return (uint32_t)(place & table->mask);
    }
    return table->next_unique++;
}

static void identify_all(struct arena *arena, struct diff_side *old_side,
                         struct diff_side *new_side)
{
    size_t size = 16;
    while (size < 2 * (old_side->count + new_side->count))
        size *= 2;
    struct table table = {arena_array(arena, size, sizeof *table.lines), size - 1, (uint32_t)size};
    for (size_t i = 0; i < old_side->count; i++)
        old_side->ids[i] = identify(&table, old_side->lines[i]);
    for (size_t i = 0; i < new_side->count; i++)
        new_side->ids[i] = identify(&table, new_side->lines[i]);
}

/* A part of the old side beside the part of the new side it becomes. */
struct box {
    size_t old_start, old_end, new_start, new_end;
};

/* One direction of the search, from the start of a box or from its end. reach[k] is how far along
 * the old side (counted from where the direction begins) the best path of d differences on diagonal
 * k gets, or -1. Diagonals that ran off the box are skipped, `low` from below, `high` from above. */
struct direction {
    ptrdiff_t *memory; /* for every diagonal of the largest box */
    ptrdiff_t *reach;  /* into memory: diagonal 0 */
    ptrdiff_t low, high;
    bool from_end;
};

struct search {
    struct diff_side *old_side, *new_side;
    struct direction forward, backward;
    size_t steps; /* left */
};

static bool same(const struct search *search, size_t old_line, size_t new_line)
{
    return search->old_side->ids[old_line] == search->new_side->ids[new_line];
}

static void replace(struct search *search, struct box box)
{
    for (size_t i = box.old_start; i < box.old_end; i++)
        search->old_side->changed[i] = true;
    for (size_t i = box.new_start; i < box.new_end; i++)
        search->new_side->changed[i] = true;
}

/* Cuts what is equal at both ends. */
static struct box trim(const struct search *search, struct box box)
{
    while (box.old_start < box.old_end && box.new_start < box.new_end &&
           same(search, box.old_start, box.new_start)) {
        box.old_start++;
        box.new_start++;
    }
    while (box.old_start < box.old_end && box.new_start < box.new_end &&
           same(search, box.old_end - 1, box.new_end - 1)) {
        box.old_end--;
        box.new_end--;
    }
    return box;
}

static ptrdiff_t old_length(struct box box)
{
    return (ptrdiff_t)(box.old_end - box.old_start);
}

static ptrdiff_t new_length(struct box box)
{
    return (ptrdiff_t)(box.new_end - box.new_start);
}

static bool same_ahead(const struct search *search, struct box box, bool from_end, ptrdiff_t x,
                       ptrdiff_t y)
{
    if (x >= old_length(box) || y >= new_length(box))
        return false;
    return from_end ? same(search, box.old_end - 1 - (size_t)x, box.new_end - 1 - (size_t)y)
                    : same(search, box.old_start + (size_t)x, box.new_start + (size_t)y);
}

/* Extends the path on diagonal k by one difference and all equal lines behind it. */
static ptrdiff_t extend(struct search *search, struct box box, struct direction *direction,
                        ptrdiff_t d, ptrdiff_t k)
{
    ptrdiff_t *reach = direction->reach;
    bool down = k == -d || (k != d && reach[k - 1] < reach[k + 1]);
    ptrdiff_t from = down ? reach[k + 1] : reach[k - 1] + 1;
    ptrdiff_t x = from;
    while (same_ahead(search, box, direction->from_end, x, x - k))
        x++;
    size_t steps = (size_t)(x - from) + 1;
    search->steps -= steps < search->steps ? steps : search->steps;
    reach[k] = x;
    return x;
}

/* Extends all paths of one direction to d differences. True where one meets a path of the other
 * direction: *x and *y are then how far along both sides, from where the direction begins. */
static bool advance(struct search *search, struct box box, struct direction *direction,
                    const struct direction *other, ptrdiff_t d, ptrdiff_t *x, ptrdiff_t *y)
{
    ptrdiff_t old_count = old_length(box);
    ptrdiff_t new_count = new_length(box);
    ptrdiff_t delta = old_count - new_count;
    ptrdiff_t reached = direction->from_end ? d : d - 1; /* differences of the other direction */
    bool may_meet = (delta % 2 == 0) == direction->from_end;
    for (ptrdiff_t k = -d + direction->low; k <= d - direction->high; k += 2) {
        *x = extend(search, box, direction, d, k);
        *y = *x - k;
        if (*x > old_count) {
            direction->high += 2;
        } else if (*y > new_count) {
            direction->low += 2;
        } else if (may_meet && delta - k >= -reached && delta - k <= reached) {
            ptrdiff_t met = other->reach[delta - k];
            if (met >= 0 && *x >= old_count - met)
                return true;
        }
    }
    return false;
}

static void begin(struct direction *direction, ptrdiff_t most, bool from_end)
{
    direction->reach = direction->memory + most + 1;
    direction->low = direction->high = 0;
    direction->from_end = from_end;
    for (ptrdiff_t k = -most - 1; k <= most + 1; k++)
        direction->reach[k] = -1;
    direction->reach[1] = 0;
}

/* A point that a shortest path through the box goes through, as the end of the first of two boxes;
 * false where it was not found in the steps left. */
static bool find_middle(struct search *search, struct box box, size_t *old_line, size_t *new_line)
{
    ptrdiff_t most = (old_length(box) + new_length(box) + 1) / 2;
    ptrdiff_t x = 0;
    ptrdiff_t y = 0;
    begin(&search->forward, most, false);
    begin(&search->backward, most, true);
    for (ptrdiff_t d = 0; d <= most && search->steps > 0; d++) {
        if (advance(search, box, &search->forward, &search->backward, d, &x, &y)) {
            *old_line = box.old_start + (size_t)x;
            *new_line = box.new_start + (size_t)y;
            return true;
        }
        if (advance(search, box, &search->backward, &search->forward, d, &x, &y)) {
            *old_line = box.old_end - (size_t)x;
            *new_line = box.new_end - (size_t)y;
            return true;
        }
    }
    return false;
}

static void compare(struct search *search, struct box box, int depth)
{
    box = trim(search, box);
    struct box first = box;
    struct box second = box;
    bool one_sided = old_length(box) == 0 || new_length(box) == 0;
    if (one_sided || depth == MAX_DEPTH ||
        !find_middle(search, box, &first.old_end, &first.new_end)) {
        replace(search, box);
        return;
    }
    second.old_start = first.old_end;
    second.new_start = first.new_end;
    bool stuck =
        old_length(first) + new_length(first) == 0 || old_length(second) + new_length(second) == 0;
    if (stuck) {
        replace(search, box);
        return;
    }
    compare(search, first, depth + 1);
    compare(search, second, depth + 1);
}

void diff_lines(struct slice before, struct slice after, struct arena *arena,
                struct diff_side *old_side, struct diff_side *new_side)
{
    split(before, arena, old_side);
    split(after, arena, new_side);
    identify_all(arena, old_side, new_side);
    struct search search = {.old_side = old_side, .new_side = new_side, .steps = SEARCH_STEPS};
    struct box box = trim(&search, (struct box){0, old_side->count, 0, new_side->count});
    size_t diagonals = (size_t)(old_length(box) + new_length(box)) + 4;
    search.forward.memory = arena_array(arena, diagonals, sizeof(ptrdiff_t));
    search.backward.memory = arena_array(arena, diagonals, sizeof(ptrdiff_t));
    compare(&search, box, 0);
}
