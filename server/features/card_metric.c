/* card_metric.c: a measure told: what it asks for, from where to where. */
#include "features/card_money.h"

#include <math.h>

static void put_value(struct strbuf *out, double value, struct slice unit)
{
    if (slice_is(unit, "$"))
        strbuf_printf(out, "$%.10g", value);
    else if (slice_is(unit, "%"))
        strbuf_printf(out, "%.10g %%", value);
    else
        strbuf_printf(out, "%.10g%s%.*s", value, unit.len ? " " : "", SLICE_ARG(unit));
}

static const char *comparison(char comparator)
{
    switch (comparator) {
    case '<':
        return "less than ";
    case '>':
        return "more than ";
    case 'l':
        return "at most ";
    case 'g':
        return "at least ";
    case '~':
        return "about ";
    default:
        return "";
    }
}

/* "From 43 % to 65 %: +22 points", "From 9 days to 4 days: −5 (−56 %)". */
static void put_change(struct strbuf *out, const struct metric *metric)
{
    double apart = metric->value - metric->baseline;
    bool percent = slice_is(metric->unit, "%");
    const char *sign = apart < 0 ? "−" : "+";
    strbuf_puts(out, "- From ");
    put_value(out, metric->baseline, metric->unit);
    strbuf_printf(out, " to %s", comparison(metric->comparator));
    put_value(out, metric->value, metric->unit);
    strbuf_printf(out, ": %s%.10g%s", sign, fabs(apart), percent ? " points" : "");
    if (!percent && metric->baseline != 0)
        strbuf_printf(out, " (%s%.0f %%)", sign, fabs(100 * apart / metric->baseline));
    strbuf_putc(out, '\n');
}

static void put_target(struct strbuf *out, const struct metric *metric)
{
    if (metric->change && slice_is(metric->unit, "%")) {
        double after = metric->direction == '-' ? 100 - metric->value : 100 + metric->value;
        strbuf_printf(out, "- %.10g %% %s than before: %.10g for every 100; no baseline is said\n",
                      metric->value, metric->direction == '-' ? "less" : "more", after);
        return;
    }
    strbuf_printf(out, "- Target: %s", comparison(metric->comparator));
    put_value(out, metric->value, metric->unit);
    strbuf_putc(out, '\n');
}

void card_metric(const struct document *document, uint32_t index, struct strbuf *out)
{
    const struct stated_metric *stated = &document->model->metrics.items[index];
    const struct metric *metric = &stated->metric;
    strbuf_printf(out, "**%.*s** · measure\n\n", SLICE_ARG(metric->text));
    if (metric->placeholder) {
        strbuf_puts(out, "- The number is still to be said\n");
        return;
    }
    if (metric->has_baseline)
        put_change(out, metric);
    else
        put_target(out, metric);
    if (metric->direction && !metric->change)
        strbuf_printf(out, "- The words ask for %s\n", metric->direction == '+' ? "more" : "less");
    if (stated->item != NO_INDEX)
        strbuf_printf(out, "- Criterion of “%.*s”\n",
                      SLICE_ARG(document->model->items.items[stated->item].title));
}
