/* diff.c: writes the difference of two texts as a unified diff. */
#include "text/diff.h"

#include "base/arena.h"
#include "text/diff_lines.h"

#define CONTEXT 3

struct sides {
    struct diff_side before, after;
};

/* Neighbouring lines of both sides that go into one hunk. */
struct hunk {
    size_t old_start, old_end, new_start, new_end;
};

static bool is_changed(const struct diff_side *side, size_t line)
{
    return line < side->count && side->changed[line];
}

/* Goes over the changed lines at a place of both sides. */
static void skip_changed(const struct sides *sides, size_t *old_line, size_t *new_line)
{
    while (is_changed(&sides->before, *old_line))
        (*old_line)++;
    while (is_changed(&sides->after, *new_line))
        (*new_line)++;
}

/* The next hunk at or behind old_end and new_end of the last one; false where there is none. */
static bool next_hunk(const struct sides *sides, struct hunk *hunk)
{
    size_t old_line = hunk->old_end;
    size_t new_line = hunk->new_end;
    size_t behind = old_line;
    while (old_line < sides->before.count && !is_changed(&sides->before, old_line) &&
           !is_changed(&sides->after, new_line)) {
        old_line++;
        new_line++;
    }
    if (!is_changed(&sides->before, old_line) && !is_changed(&sides->after, new_line))
        return false;
    size_t context = old_line - behind < CONTEXT ? old_line - behind : CONTEXT;
    hunk->old_start = old_line - context;
    hunk->new_start = new_line - context;
    /* Changes with at most twice the context between them share a hunk. */
    for (size_t equal = 0; equal <= 2 * CONTEXT; equal++) {
        if (is_changed(&sides->before, old_line) || is_changed(&sides->after, new_line)) {
            skip_changed(sides, &old_line, &new_line);
            hunk->old_end = old_line;
            hunk->new_end = new_line;
            equal = 0;
        }
        if (old_line == sides->before.count)
            break;
        old_line++;
        new_line++;
    }
    for (size_t i = 0; i < CONTEXT && hunk->old_end < sides->before.count; i++) {
        hunk->old_end++;
        hunk->new_end++;
    }
    return true;
}

static void put_line(struct strbuf *out, char mark, struct slice line)
{
    strbuf_putc(out, mark);
    strbuf_append(out, line);
    if (!slice_ends(line, SLICE("\n")))
        strbuf_puts(out, "\n\\ No newline at end of file\n");
}

/* "12,4", or "12" for one line; for none the line before is named. */
static void put_range(struct strbuf *out, char mark, size_t start, size_t end)
{
    size_t count = end - start;
    strbuf_printf(out, "%c%zu", mark, count > 0 ? start + 1 : start);
    if (count != 1)
        strbuf_printf(out, ",%zu", count);
}

static void put_hunk(struct strbuf *out, const struct sides *sides, const struct hunk *hunk)
{
    strbuf_puts(out, "@@ ");
    put_range(out, '-', hunk->old_start, hunk->old_end);
    strbuf_putc(out, ' ');
    put_range(out, '+', hunk->new_start, hunk->new_end);
    strbuf_puts(out, " @@\n");
    size_t old_line = hunk->old_start;
    size_t new_line = hunk->new_start;
    while (old_line < hunk->old_end || new_line < hunk->new_end) {
        if (is_changed(&sides->before, old_line) && old_line < hunk->old_end) {
            put_line(out, '-', sides->before.lines[old_line++]);
        } else if (is_changed(&sides->after, new_line) && new_line < hunk->new_end) {
            put_line(out, '+', sides->after.lines[new_line++]);
        } else {
            put_line(out, ' ', sides->before.lines[old_line++]);
            new_line++;
        }
    }
}

static bool needs_quotes(struct slice path)
{
    for (size_t i = 0; i < path.len; i++)
        if ((unsigned char)path.ptr[i] < ' ' || path.ptr[i] == '"' || path.ptr[i] == '\\' ||
            path.ptr[i] == 0x7F)
            return true;
    return false;
}

static void put_quoted(struct strbuf *out, struct slice path)
{
    for (size_t i = 0; i < path.len; i++) {
        char c = path.ptr[i];
        if (c == '"' || c == '\\')
            strbuf_printf(out, "\\%c", c);
        else if ((unsigned char)c < ' ' || c == 0x7F)
            strbuf_printf(out, "\\%03o", (unsigned)c);
        else
            strbuf_putc(out, c);
    }
}

static void put_header(struct strbuf *out, const char *mark, const char *side, struct slice path,
                       bool exists)
{
    strbuf_puts(out, mark);
    if (!exists) {
        strbuf_puts(out, "/dev/null");
    } else if (needs_quotes(path)) {
        strbuf_printf(out, "\"%s", side);
        put_quoted(out, path);
        strbuf_putc(out, '"');
    } else {
        strbuf_puts(out, side);
        strbuf_append(out, path);
        /* A tab ends a name with spaces, which `patch` would cut at the first one. */
        if (slice_find_byte(path, ' ') != SLICE_NONE)
            strbuf_putc(out, '\t');
    }
    strbuf_putc(out, '\n');
}

void diff_unified(struct slice path, struct slice before, struct slice after, struct strbuf *out)
{
    if (slice_equal(before, after))
        return;
    struct arena arena;
    arena_init(&arena);
    struct sides sides;
    diff_lines(before, after, &arena, &sides.before, &sides.after);
    put_header(out, "--- ", "a/", path, before.ptr != NULL);
    put_header(out, "+++ ", "b/", path, after.ptr != NULL);
    struct hunk hunk = {0};
    while (next_hunk(&sides, &hunk))
        put_hunk(out, &sides, &hunk);
    arena_release(&arena);
}
