/* broken_table_row.c: rows with more or fewer cells than their table's header. */
#include "rules/rule.h"

static uint32_t count_cells(const struct blocks *blocks, uint32_t row)
{
    uint32_t cells = 0;
    for (uint32_t cell = block_first_child(blocks, row); cell;
         cell = block_next_sibling(blocks, cell))
        cells++;
    return cells;
}

/* A row that names a group and nothing else: "| **Phase 1** |". */
static bool is_group_row(const struct blocks *blocks, uint32_t row)
{
    uint32_t filled = 0;
    for (uint32_t cell = block_first_child(blocks, row); cell;
         cell = block_next_sibling(blocks, cell))
        filled += !span_is_empty(blocks->v[cell].text);
    return filled <= 1;
}

/* The bars inside code spans of a row that no backslash keeps from ending a cell. */
struct bars {
    VEC_MEMBERS(uint32_t);
};

static size_t run_length(struct slice s, size_t at)
{
    size_t end = at;
    while (end < s.len && s.ptr[end] == '`')
        end++;
    return end - at;
}

static struct bars bars_in_code(const struct check *check, struct span row)
{
    struct slice s = span_slice(check->text, row);
    struct bars bars = {0};
    size_t opened = 0; /* length of the run that began a code span */
    struct bars inside = {0};
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '`') {
            size_t run = run_length(s, i);
            if (opened == run) {
                for (size_t b = 0; b < inside.len; b++)
                    *VEC_PUSH(check->arena, &bars) = inside.items[b];
                opened = 0;
            } else if (opened == 0) {
                opened = run;
                inside.len = 0;
            }
            i += run - 1;
        } else if (opened && s.ptr[i] == '|' && s.ptr[i - 1] != '\\') {
            *VEC_PUSH(check->arena, &inside) = row.start + (uint32_t)i;
        }
    }
    return bars;
}

/* Where the empty cells begin that a row has too many at its end; its end where there are none so many. */
static uint32_t empty_tail(const struct check *check, uint32_t row, uint32_t wanted)
{
    const struct blocks *blocks = &check->document->blocks;
    uint32_t cell = block_first_child(blocks, row), end = blocks->v[row].span.end;
    for (uint32_t i = 0; i < wanted && cell; i++)
        cell = block_next_sibling(blocks, cell);
    uint32_t first = cell;
    for (; cell; cell = block_next_sibling(blocks, cell))
        if (!span_is_empty(blocks->v[cell].text))
            return end;
    if (!first)
        return end;
    /* Behind the bar that closes the last cell wanted. */
    uint32_t at = blocks->v[first].span.start;
    while (at > blocks->v[row].span.start && check->text.ptr[at - 1] != '|')
        at--;
    return at;
}

static void check_row(struct check *check, uint32_t header, uint32_t row)
{
    const struct blocks *blocks = &check->document->blocks;
    uint32_t wanted = count_cells(blocks, header), cells = count_cells(blocks, row);
    struct span span = blocks->v[row].span;
    if (cells == wanted || is_group_row(blocks, row))
        return;
    if (cells < wanted) {
        report(check, span, "This row has %u of the header's %u cells", cells, wanted);
        return;
    }
    struct bars bars = bars_in_code(check, span);
    uint32_t tail = empty_tail(check, row, wanted);
    if (cells - bars.len == wanted) {
        struct planls_diagnostic *diagnostic = report(
            check, span,
            "This row has %u cells and its header %u: a bar ends a cell in code too, so what "
            "stands behind is cut off",
            cells, wanted);
        struct planls_fix *fix = report_fix(check, diagnostic, true, "Escape the bars in code");
        for (size_t i = 0; i < bars.len; i++)
            fix_edit(check, fix, check->document, (struct span){bars.items[i], bars.items[i]},
                     SLICE("\\"));
    } else if (tail < span.end) {
        struct planls_diagnostic *diagnostic =
            report(check, span, "This row has %u cells and its header %u", cells, wanted);
        struct planls_fix *fix = report_fix(check, diagnostic, true, "Drop the empty cells");
        fix_edit(check, fix, check->document, (struct span){tail, span.end}, SLICE(""));
    } else {
        report(check, span,
               "This row has %u cells and its header %u, so what stands behind is cut off", cells,
               wanted);
    }
}

static void check_broken_table_row(struct check *check)
{
    const struct blocks *blocks = &check->document->blocks;
    for (uint32_t i = 1; i < blocks->len; i++) {
        if (blocks->v[i].kind != BLOCK_TABLE)
            continue;
        uint32_t header = block_first_child(blocks, i);
        if (!header)
            continue;
        for (uint32_t row = block_next_sibling(blocks, header); row;
             row = block_next_sibling(blocks, row))
            check_row(check, header, row);
    }
}

RULE(broken_table_row) = {
    .name = "broken-table-row",
    .summary = "a table's row has more or fewer cells than its header",
    .severity = PLANLS_HINT,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_broken_table_row,
};
