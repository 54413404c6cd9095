/* edit.c: replacing spans of a document. */
#include "text/edit.h"

#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

static bool comes_before(const struct text_edit *a, const struct text_edit *b)
{
    return a->span.start != b->span.start ? a->span.start < b->span.start
                                          : a->span.end < b->span.end;
}

/* Merges the sorted runs [0, middle) and [middle, count) of `from` into `to`; of equals the left
 * one goes first. */
static void merge(const struct text_edit *from, size_t middle, size_t count, struct text_edit *to)
{
    size_t left = 0;
    size_t right = middle;
    for (size_t i = 0; i < count; i++) {
        bool take_right =
            left == middle || (right < count && comes_before(&from[right], &from[left]));
        to[i] = take_right ? from[right++] : from[left++];
    }
}

void text_edits_sort(struct text_edit *edits, size_t count)
{
    bool sorted = true;
    for (size_t i = 1; i < count && sorted; i++)
        sorted = !comes_before(&edits[i], &edits[i - 1]);
    if (sorted)
        return;
    struct text_edit *spare = memory_alloc(count * sizeof *spare);
    for (size_t run = 1; run < count; run *= 2) {
        for (size_t at = 0; at < count; at += 2 * run) {
            size_t here = count - at < 2 * run ? count - at : 2 * run;
            merge(edits + at, here < run ? here : run, here, spare + at);
        }
        memcpy(edits, spare, count * sizeof *spare);
    }
    free(spare);
}

bool text_edits_are_disjoint(const struct text_edit *edits, size_t count, size_t length)
{
    uint32_t end = 0;
    for (size_t i = 0; i < count; i++) {
        struct span span = edits[i].span;
        if (span.start < end || span.end < span.start || span.end > length)
            return false;
        end = span.end;
    }
    return true;
}

void text_edits_apply(struct slice text, const struct text_edit *edits, size_t count,
                      struct strbuf *out)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        strbuf_append(out, slice_sub(text, at, edits[i].span.start));
        strbuf_append(out, edits[i].new_text);
        at = edits[i].span.end;
    }
    strbuf_append(out, slice_from(text, at));
}

/* `at` itself, or the start of the character or line end it stands in. */
static size_t boundary(struct slice text, size_t at)
{
    at = utf8_start(text, at);
    size_t after = at;
    size_t start = at;
    while (after < text.len && text.ptr[after] == '\r')
        after++;
    while (start > 0 && text.ptr[start - 1] == '\r')
        start--;
    bool inside = start < at && after < text.len && text.ptr[after] == '\n';
    return inside ? start : at;
}

/* How many bytes both begin with, up to a boundary of both. */
static size_t common_start(struct slice a, struct slice b)
{
    size_t len = 0;
    while (len < a.len && len < b.len && a.ptr[len] == b.ptr[len])
        len++;
    for (size_t before = len + 1; before != len;) {
        before = len;
        len = boundary(b, boundary(a, len));
    }
    return len;
}

/* The least place at or behind `at` that lies inside no character and no line end. */
static size_t boundary_behind(struct slice text, size_t at)
{
    while (at < text.len && boundary(text, at) != at) {
        while (at < text.len && text.ptr[at] == '\r')
            at++;
        at += at < text.len;
    }
    return at;
}

struct text_edit text_edit_minimal(struct slice text, struct text_edit edit)
{
    struct slice old = span_slice(text, edit.span);
    struct slice new = edit.new_text;
    size_t start = common_start(old, new);
    old = slice_from(old, start);
    new = slice_from(new, start);

    size_t len = 0;
    while (len < old.len &&
           len < new.len &&old.ptr[old.len - 1 - len] == new.ptr[new.len - 1 - len])
        len++;
    for (size_t before = len + 1; before != len;) {
        before = len;
        len = old.len - boundary_behind(old, old.len - len);
        len = new.len - boundary_behind(new, new.len - len);
    }
    uint32_t from = edit.span.start + (uint32_t)start;
    return (struct text_edit){{from, from + (uint32_t)(old.len - len)},
                              slice_sub(new, 0, new.len - len)};
}
