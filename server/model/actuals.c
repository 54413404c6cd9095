/* actuals.c: what a document says is the case now: "Current coverage: 43%", a row's "Actual". */
#include "model/measures.h"
#include "model/phrases.h"
#include "model/record_build.h"

/* A plan states few of them; whoever asks compares all with all. */
#define ACTUALS_MAX 500

static const char *const now_words[] = {
    "current",  "currently", "actual", "actuals", "now",         "today",   "latest",
    "measured", "to date",   "so far", "spent",   "aktuell",     "derzeit", "ist-wert",
    "actuel",   "actuelle",  "réel",   "actual",  "actualmente", "attuale", "текущее",
    "現在",     "当前",      "目前",   "实际",    NULL};

/* Words that say the number is wished for. */
static const char *const wish_words[] = {
    "target",   "goal",      "planned", "plan",     "expected",  "budget",   "limit",
    "estimate", "estimated", "ziel",    "baseline", "projected", "forecast", NULL};

/* The number in a value that begins with it: "43%", "currently 43% of lines". */
static bool read_value(struct builder *b, struct span value, struct actual *actual)
{
    struct inlines inlines = builder_hiding_of(b, value);
    struct time_values times = {0};
    struct measures measures = {0};
    bool vague = false;
    time_read(&inlines, b->bytes, 0, b->scratch, &times);
    measures_read(b, value, &times, &measures, &vague);
    if (measures.len != 1 || vague)
        return false;
    const struct measure *measure = &measures.items[0];
    if (measure->comparator != '=' && measure->comparator != '~')
        return false;
    actual->value = measure->value;
    actual->unit = builder_keep(b, measure->unit);
    actual->per = builder_keep(b, measure->per);
    actual->text = builder_copy(b, measure->where);
    return true;
}

static void push(struct builder *b, struct span where, struct slice name, struct span value)
{
    struct actual actual = {.where = where};
    if (b->model->actuals.len >= ACTUALS_MAX || !read_value(b, value, &actual))
        return;
    actual.name = builder_keep(b, name);
    *VEC_PUSH(b->arena, &b->model->actuals) = actual;
}

static void read_line(struct builder *b, struct span line)
{
    struct label label;
    if (!slice_has_digit(span_slice(b->bytes, line)) || !label_read(b->bytes, line, &label) ||
        span_is_empty(label.value))
        return;
    struct slice words = span_slice(b->bytes, label.words);
    struct slice value = span_slice(b->bytes, label.value);
    if (value.len > PHRASES_TITLE_MAX || phrases_any(words, wish_words) ||
        (!phrases_any(words, now_words) && !phrases_any(value, now_words)) ||
        phrases_any(value, wish_words))
        return;
    push(b, line, words, label.value);
}

static void read_table(struct builder *b, uint32_t table)
{
    const struct blocks *blocks = b->blocks;
    uint32_t header = block_first_child(blocks, table), column = 0, found = 0;
    if (!header)
        return;
    for (uint32_t cell = block_first_child(blocks, header); cell;
         cell = block_next_sibling(blocks, cell), column++) {
        struct slice words = span_slice(b->bytes, blocks->v[cell].text);
        if (column > 0 && words.len <= PHRASES_TITLE_MAX && phrases_any(words, now_words) &&
            !phrases_any(words, wish_words))
            found = column; /* the last one is the latest */
    }
    for (uint32_t row = found ? block_next_sibling(blocks, header) : 0; row;
         row = block_next_sibling(blocks, row)) {
        uint32_t first = block_first_child(blocks, row), cell = first;
        for (uint32_t c = 0; cell && c < found; c++)
            cell = block_next_sibling(blocks, cell);
        if (cell && slice_has_digit(span_slice(b->bytes, blocks->v[cell].text)))
            push(b, blocks->v[cell].text, builder_plain_scratch(b, blocks->v[first].text),
                 blocks->v[cell].text);
    }
}

void build_actuals(struct builder *b)
{
    const struct block *v = b->blocks->v;
    /* Only a plan with stop conditions is ever asked. */
    for (uint32_t i = 1; b->model->stops.len && i < b->blocks->len;
         i = v[i].kind == BLOCK_QUOTE ? v[i].next : i + 1) {
        if (v[i].kind == BLOCK_LINE)
            read_line(b, v[i].text);
        else if (v[i].kind == BLOCK_TABLE)
            read_table(b, i);
    }
}
