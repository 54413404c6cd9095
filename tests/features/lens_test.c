/* lens_test.c: lenses and hints on cases (case_file.h): "TEXT: TITLE (PLACES)" per lens, TEXT being what it
 * stands above; each line that has hints with these in it, as an editor shows them: ‹label›. Today is
 * 2026-02-18. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_file.h"

static void answer_code_lens(struct case_file *c, struct strbuf *out)
{
    struct slice text = facade_document(c->workspace, c->path)->text.bytes;
    struct planls_lenses lenses = {0};
    planls_workspace_set_today(c->workspace, 2026, 2, 18);
    planls_lenses(c->workspace, c->path, c->results, &lenses);
    for (size_t i = 0; i < lenses.len; i++) {
        const struct planls_lens *lens = &lenses.items[i];
        strbuf_printf(out, "%.*s: %s (%zu)\n",
                      SLICE_ARG(span_slice(text, facade_span(lens->range))), lens->title,
                      lens->places.len);
    }
}

static void answer_inlay_hint(struct case_file *c, struct strbuf *out)
{
    const struct text *text = &facade_document(c->workspace, c->path)->text;
    struct planls_inlays hints = {0};
    planls_inlays(c->workspace, c->path, (struct planls_range){0, (uint32_t)text->bytes.len},
                  c->results, &hints);
    for (size_t i = 0; i < hints.len;) {
        uint32_t number = text_line_of(text, hints.items[i].offset);
        struct span line = text_line(text, number);
        uint32_t at = line.start;
        for (; i < hints.len && text_line_of(text, hints.items[i].offset) == number; i++) {
            strbuf_append(out, span_slice(text->bytes, (struct span){at, hints.items[i].offset}));
            strbuf_printf(out, " ‹%s›", hints.items[i].label);
            at = hints.items[i].offset;
        }
        strbuf_append(out, span_slice(text->bytes, (struct span){at, line.end}));
        strbuf_putc(out, '\n');
    }
}

static void test_code_lens(void **state)
{
    (void)state;
    run_folder("code_lens", answer_code_lens);
}

static void test_inlay_hint(void **state)
{
    (void)state;
    run_folder("inlay_hint", answer_inlay_hint);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_code_lens),
                                       cmocka_unit_test(test_inlay_hint)};
    return cmocka_run_group_tests_name("lens", tests, NULL, NULL);
}
