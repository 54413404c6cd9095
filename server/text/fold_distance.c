/* fold_distance.c: how many slips of the pen lie between two names (contract in fold.h). */
#include "text/fold.h"

#include "text/utf8.h"

#include <stdbool.h>
#include <stdlib.h>

/* Decodes at most as many characters as s has bytes; gives how many. */
static size_t decode_all(struct slice s, uint32_t *out)
{
    size_t count = 0;
    for (size_t at = 0; at < s.len; count++)
        at += utf8_decode(slice_from(s, at), &out[count]);
    return count;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

struct word {
    const uint32_t *chars;
    size_t len;
};

/* One row of the table, for the i-th character of a (from 1), in the band where |i - j| <= limit;
 * the cells beside the band count as limit + 1. rows[0] is filled, rows[1] and rows[2] are the rows
 * before it. Gives the row's least value. */
static size_t fill_row(size_t *const rows[3], struct word a, size_t i, struct word b, size_t limit)
{
    size_t first = i > limit ? i - limit : 1;
    size_t last = least(b.len, i + limit);
    rows[0][first - 1] = least(first == 1 ? i : limit + 1, limit + 1);
    size_t row_least = rows[0][first - 1];
    for (size_t j = first; j <= last; j++) {
        bool same = a.chars[i - 1] == b.chars[j - 1];
        size_t cost = rows[1][j - 1] + (same ? 0 : 1);
        cost = least(cost, least(rows[1][j], rows[0][j - 1]) + 1);
        if (i > 1 && j > 1 && a.chars[i - 1] == b.chars[j - 2] && a.chars[i - 2] == b.chars[j - 1])
            cost = least(cost, rows[2][j - 2] + 1);
        rows[0][j] = least(cost, limit + 1);
        row_least = least(row_least, rows[0][j]);
    }
    if (last < b.len)
        rows[0][last + 1] = limit + 1;
    return row_least;
}

static size_t banded_distance(struct word a, struct word b, size_t limit)
{
    size_t *cells = memory_alloc(3 * (b.len + 1) * sizeof *cells);
    size_t *rows[3] = {cells, cells + b.len + 1, cells + 2 * (b.len + 1)};
    for (size_t j = 0; j <= b.len; j++)
        rows[0][j] = least(j, limit + 1);
    size_t least_before = 0;
    size_t distance = limit + 1;
    for (size_t i = 1; i <= a.len; i++) {
        size_t *oldest = rows[2];
        rows[2] = rows[1];
        rows[1] = rows[0];
        rows[0] = oldest;
        size_t row_least = fill_row(rows, a, i, b, limit);
        /* A swap looks two rows back, so two hopeless rows are needed to give up. */
        if (row_least > limit && least_before > limit)
            goto done;
        least_before = row_least;
    }
    distance = rows[0][b.len];
done:
    free(cells);
    return distance;
}

static bool is_ascii(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

/* Whether one slip at most lies between them is seen by what is left between the ends that they share:
 * one character on either side, or two that are swapped. 2 for more. */
static unsigned slips(struct slice a, struct slice b)
{
    if (a.len <= 1 && b.len <= 1)
        return a.len > 0 || b.len > 0;
    bool swap = a.len == 2 && b.len == 2 && a.ptr[0] == b.ptr[1] && a.ptr[1] == b.ptr[0];
    return swap ? 1 : 2;
}

static void drop_shared_ends(struct slice *a, struct slice *b)
{
    size_t most = least(a->len, b->len), head = 0, tail = 0;
    while (head < most && a->ptr[head] == b->ptr[head])
        head++;
    while (tail < most - head && a->ptr[a->len - 1 - tail] == b->ptr[b->len - 1 - tail])
        tail++;
    *a = slice_sub(*a, head, a->len - tail);
    *b = slice_sub(*b, head, b->len - tail);
}

unsigned fold_distance(struct slice a, struct slice b, unsigned limit)
{
    if (limit == 1) {
        struct slice left = a, right = b;
        drop_shared_ends(&left, &right);
        if (is_ascii(left) && is_ascii(right))
            return slips(left, right);
    }
    uint32_t *chars = memory_alloc((a.len + b.len) * sizeof *chars);
    struct word left = {chars, decode_all(a, chars)};
    struct word right = {chars + left.len, decode_all(b, chars + left.len)};
    size_t longer = left.len > right.len ? left.len : right.len;
    size_t shorter = least(left.len, right.len);
    size_t distance = longer - shorter;
    if (distance <= limit)
        distance = banded_distance(left, right, least(limit, longer));
    free(chars);
    return distance > limit ? limit + 1 : (unsigned)distance;
}
