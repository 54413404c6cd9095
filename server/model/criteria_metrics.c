/* criteria_metrics.c: the measures of all criteria and targets of a document. */
#include "model/carry.h"
#include "model/field_entries.h"
#include "model/phrases.h"

#include <stdlib.h>

static bool has_digit(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_digit(s.ptr[i]) || s.ptr[i] == '%')
            return true;
    return false;
}

/* The measures of one criterion. */
static void read_text(struct builder *b, struct span text, uint32_t item)
{
    struct carry carry = {.kind = MEMO_METRICS, .layout = &layout_of_metrics, .text = text};
    struct metrics metrics = {0};

    if (!has_digit(span_slice(b->bytes, text)))
        return;
    if (!carry_over(b, &carry, &metrics)) {
        struct inlines inlines = builder_inlines_of(b, text);
        metrics_read(&inlines, b->bytes, b->scratch, &metrics);
        carry_keep(b, &carry, &metrics);
    }
    for (size_t i = 0; i < metrics.len; i++) {
        struct stated_metric *stated = VEC_PUSH(b->scratch, &b->model->metrics);
        *stated = (struct stated_metric){metrics.items[i], text, item};
        stated->metric.text = builder_keep(b, stated->metric.text);
        stated->metric.unit = builder_keep(b, stated->metric.unit);
    }
}

static bool is_metrics_title(struct slice title)
{
    static const char *const phrases[] = {
        "metrics",    "kpi",         "kpis",     "key results", "kennzahlen", "metriken",
        "métriques",  "indicateurs", "métricas", "indicadores", "wskaźniki",  "метрики",
        "показатели", "指標",        "指标",     "지표",        NULL};
    return title.len <= PHRASES_TITLE_MAX && phrases_any(title, phrases);
}

/* Lists and tables right below a heading like "Metrics", which is no field. */
static void read_section(struct builder *b, uint32_t heading)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = v[heading].next; i < v[v[heading].parent].next;) {
        bool list = v[i].kind == BLOCK_LIST || v[i].kind == BLOCK_ITEM ||
                    v[i].kind == BLOCK_TABLE || v[i].kind == BLOCK_PARAGRAPH;
        if (v[i].kind == BLOCK_LINE || v[i].kind == BLOCK_CELL)
            read_text(b, v[i].text, b->item_of[i]);
        i = list || v[i].kind == BLOCK_ROW ? i + 1 : v[i].next;
    }
}

static void read_sections(struct builder *b)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = 1; i < b->blocks->len; i++)
        if (v[i].kind == BLOCK_HEADING && v[v[i].parent].kind == BLOCK_SECTION &&
            b->field_of[i] == NO_INDEX &&
            builder_judge(b, span_slice(b->bytes, v[i].text), is_metrics_title))
            read_section(b, i);
}

static int compare(const void *a, const void *b)
{
    const struct stated_metric *x = a, *y = b;
    if (x->metric.where.start != y->metric.where.start)
        return x->metric.where.start < y->metric.where.start ? -1 : 1;
    /* of the same measure read twice the one with the narrower criterion first */
    uint32_t wide = x->criterion.end - x->criterion.start;
    uint32_t other = y->criterion.end - y->criterion.start;
    return wide < other ? -1 : wide > other;
}

static void drop_repeats(struct model *model)
{
    size_t kept = 0;
    for (size_t i = 0; i < model->metrics.len; i++)
        if (kept == 0 || model->metrics.items[i].metric.where.start >=
                             model->metrics.items[kept - 1].metric.where.end)
            model->metrics.items[kept++] = model->metrics.items[i];
    model->metrics.len = kept;
}

void build_metrics(struct builder *b)
{
    struct model *model = b->model;

    for (uint32_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        struct field_entries entries;
        if ((field->key != FIELD_SUCCESS_CRITERIA && field->key != FIELD_TARGET) ||
            field->form == FIELD_FORM_FRONT_MATTER)
            continue;
        field_entries_read(b, i, &entries);
        for (size_t e = 0; e < entries.len; e++) {
            struct span rest = entries.items[e].text, part;
            if (entries.items[e].source == ENTRY_ROW) {
                read_text(b, rest, field->item);
                continue;
            }
            while (entry_next_part(b->bytes, &rest, &part))
                read_text(b, part, field->item);
        }
    }
    for (size_t g = 0; g < model->gates.len; g++)
        for (size_t c = 0; c < model->gates.items[g].criteria.len; c++)
            read_text(b, model->gates.items[g].criteria.items[c].where, model->gates.items[g].item);
    read_sections(b);
    if (model->metrics.len > 1)
        qsort(model->metrics.items, model->metrics.len, sizeof *model->metrics.items, compare);
    drop_repeats(model);
}
