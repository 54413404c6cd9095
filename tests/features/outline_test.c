/* outline_test.c: symbols, folding and selection on cases (case_file.h): the outline indented, with
 * details in brackets; the first and last line of each fold; the texts that a selection grows through;
 * what a search for the marked text finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"

static const char *const kinds[] = {
    [PLANLS_SYMBOL_DOCUMENT] = "document", [PLANLS_SYMBOL_HEADING] = "heading",
    [PLANLS_SYMBOL_GOAL] = "goal",         [PLANLS_SYMBOL_EFFORT] = "effort",
    [PLANLS_SYMBOL_PERIOD] = "period",     [PLANLS_SYMBOL_EVENT] = "event",
    [PLANLS_SYMBOL_NEED] = "need",         [PLANLS_SYMBOL_ITEM] = "item",
    [PLANLS_SYMBOL_TASK] = "task",         [PLANLS_SYMBOL_PERSON] = "person",
};

static bool holds(struct planls_range outer, struct planls_range inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

static void answer_document_symbol(struct case_file *c, struct strbuf *out)
{
    struct planls_symbols symbols = {0};
    planls_document_symbols(c->workspace, c->path, c->results, &symbols);
    for (size_t i = 0; i < symbols.len; i++) {
        const struct planls_symbol *symbol = &symbols.items[i];
        assert_true(holds(symbol->where.range, symbol->where.name));
        for (uint32_t p = symbol->parent; p != PLANLS_NO_PARENT; p = symbols.items[p].parent) {
            assert_true(holds(symbols.items[p].where.range, symbol->where.range));
            strbuf_puts(out, "  ");
        }
        strbuf_printf(out, "%s %s", kinds[symbol->kind], symbol->name);
        if (symbol->detail[0])
            strbuf_printf(out, " [%s]", symbol->detail);
        strbuf_puts(out, "\n");
    }
}

static void answer_workspace_symbol(struct case_file *c, struct strbuf *out)
{
    const struct document *document = facade_document(c->workspace, c->path);
    struct slice marked = span_slice(document->text.bytes, facade_span(c->cursor));
    struct planls_symbols symbols = {0};
    planls_workspace_symbols(c->workspace, arena_cstring(&c->results->arena, marked), 100,
                             c->results, &symbols);
    for (size_t i = 0; i < symbols.len; i++)
        strbuf_printf(out, "%s %s < %s\n", kinds[symbols.items[i].kind], symbols.items[i].name,
                      symbols.items[i].container);
}

static void answer_folding_range(struct case_file *c, struct strbuf *out)
{
    const struct document *document = facade_document(c->workspace, c->path);
    struct planls_folding_ranges ranges = {0};
    planls_folding_ranges(c->workspace, c->path, c->results, &ranges);
    for (size_t i = 0; i < ranges.len; i++) {
        const struct planls_folding_range *range = &ranges.items[i];
        struct slice line = span_slice(
            document->text.bytes,
            text_line(&document->text, text_line_of(&document->text, range->range.start)));
        struct slice last =
            span_slice(document->text.bytes,
                       text_line(&document->text, text_line_of(&document->text, range->range.end)));
        strbuf_printf(out, "%.*s … %.*s%s\n", SLICE_ARG(line), SLICE_ARG(last),
                      range->kind == PLANLS_FOLDING_COMMENT ? " (comment)" : "");
    }
}

static void answer_selection_range(struct case_file *c, struct strbuf *out)
{
    const struct document *document = facade_document(c->workspace, c->path);
    struct planls_ranges ranges = {0};
    planls_selection_ranges_at(c->workspace, c->path, c->cursor.start, c->results, &ranges);
    for (size_t i = 0; i < ranges.len; i++) {
        struct slice text = span_slice(document->text.bytes, facade_span(ranges.items[i]));
        for (size_t at = 0; at < text.len; at++)
            strbuf_putc(out, text.ptr[at] == '\n' ? '|' : text.ptr[at]);
        strbuf_putc(out, '\n');
    }
}

static void test_document_symbol(void **state)
{
    (void)state;
    run_folder("document_symbol", answer_document_symbol);
}

static void test_workspace_symbol(void **state)
{
    (void)state;
    run_folder("workspace_symbol", answer_workspace_symbol);
}

static void test_folding_range(void **state)
{
    (void)state;
    run_folder("folding_range", answer_folding_range);
}

static void test_selection_range(void **state)
{
    (void)state;
    run_folder("selection_range", answer_selection_range);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_document_symbol), cmocka_unit_test(test_workspace_symbol),
        cmocka_unit_test(test_folding_range), cmocka_unit_test(test_selection_range)};
    return cmocka_run_group_tests_name("outline", tests, NULL, NULL);
}
