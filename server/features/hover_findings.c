/* hover_findings.c: what a finding's rule is about, under the cursor (planls/hover.h). */
#include "features/card.h"
#include "rules/rule.h"

#include <planls/hover.h>

/* The first paragraph below a page's heading. */
static struct slice paragraph_of(struct slice page, struct slice heading)
{
    size_t at = slice_find(page, heading);
    if (at == SLICE_NONE)
        return SLICE("");
    struct slice text = slice_trim_start(slice_from(page, at + heading.len));
    size_t end = slice_find(text, SLICE("\n\n"));
    size_t next = slice_find(text, SLICE("\n#"));
    end = next < end ? next : end;
    return slice_trim(end == SLICE_NONE ? text : slice_sub(text, 0, end));
}

static void tell_rule(const char *code, struct strbuf *out)
{
    const char *page = rule_page(code);
    if (!page)
        return;
    if (out->len)
        strbuf_puts(out, "\n---\n");
    strbuf_printf(out, "`%s`: ", code);
    strbuf_append(out, paragraph_of(slice_of(page), SLICE("## What it does")));
    strbuf_puts(out, "\n\n");
    strbuf_append(out, paragraph_of(slice_of(page), SLICE("## Why")));
    strbuf_puts(out, "\n");
}

static bool is_told(const struct planls_diagnostics *findings, size_t index, uint32_t offset)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(findings->items[i].code, findings->items[index].code) == 0 &&
            span_touches(facade_span(findings->items[i].range), offset))
            return true;
    return false;
}

bool planls_hover_add_findings(const struct planls_diagnostics *findings, uint32_t offset,
                               bool found, struct planls_results *results,
                               struct planls_hover *hover)
{
    struct strbuf text;
    strbuf_init(&text, CARD_MAX_BYTES);
    if (found)
        strbuf_puts(&text, hover->markdown);
    size_t before = text.len;
    for (size_t i = 0; i < findings->len; i++) {
        const struct planls_diagnostic *finding = &findings->items[i];
        if (!span_touches(facade_span(finding->range), offset) || is_told(findings, i, offset))
            continue;
        if (text.len == 0)
            hover->range = finding->range;
        tell_rule(finding->code, &text);
    }
    if (text.len > before) {
        hover->markdown = arena_cstring(&results->arena, strbuf_slice(&text));
        found = true;
    }
    strbuf_release(&text);
    return found;
}
