/* weak_points.c: what a text itself calls its single point of failure, and what it does against it. */
#include "model/record_build.h"

/* A text that names more of them names none that is single. */
#define WEAK_POINTS_MOST 8

/* ---- the sentence ---------------------------------------------------------------------------- */

/* The words that name the notion: where they begin and end in s. */
static bool find_notion(struct slice s, size_t *start, size_t *end)
{
    size_t point = slice_find_nocase(s, SLICE("point of failure"));
    if (point != SLICE_NONE) {
        struct slice before = slice_sub(s, point > 40 ? point - 40 : 0, point);
        size_t single = slice_find_nocase(before, SLICE("single "));
        *start = point - before.len + single;
        *end = point + strlen("point of failure");
        return single != SLICE_NONE;
    }
    *start = slice_find(s, SLICE("SPOF"));
    *end = *start + 4;
    return *start != SLICE_NONE;
}

static bool has_word(struct slice s, const char *const *words)
{
    for (; *words; words++)
        if (slice_find_nocase(s, slice_of(*words)) != SLICE_NONE)
            return true;
    return false;
}

/* The part of the span that is bold at its beginning, or else up to the sentence's end. */
static struct span named_part(struct slice bytes, struct span span)
{
    span = span_trim(bytes, span);
    struct slice s = span_slice(bytes, span);
    static const char *const articles[] = {"the ", "that ", "our ", "a ", "an "};
    size_t from = 0, end = 0;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (slice_starts_nocase(slice_from(s, from), slice_of(articles[i])))
            from += strlen(articles[i]);
    if (slice_starts(slice_from(s, from), SLICE("**"))) {
        size_t close = slice_find(slice_from(s, from + 2), SLICE("**"));
        if (close != SLICE_NONE)
            return span_unmarked(bytes, (struct span){span.start + (uint32_t)from,
                                                      span.start + (uint32_t)(from + 2 + close)});
    }
    while (end < s.len && !(s.ptr[end] == '.' && (end + 1 == s.len || s.ptr[end + 1] == ' ')))
        end++;
    return span_unmarked(bytes, (struct span){span.start, span.start + (uint32_t)end});
}

/* Subjects that say nothing: "Why this is the SPOF". */
static bool is_pronoun(struct slice s)
{
    static const char *const words[] = {"this", "that", "it",   "which", "there", "what",
                                        "here", "one",  "they", "these", "who"};
    size_t space = slice_find_last_byte(s, ' ');
    struct slice last = space == SLICE_NONE ? s : slice_from(s, space + 1);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(last, words[i]))
            return true;
    return s.len == 0;
}

/* "… of failure in the harbour plan is"; but not "… of failure risk is low". */
static bool is_about_plan(struct slice between)
{
    static const char *const words[] = {" in ", " of ", " for ", " here", " today", " now"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_nocase(between, slice_of(words[i])))
            return true;
    return between.len == 0;
}

/* "The single point of failure … is the **X**", "Single point of failure: X", "**X** is the single point
 * of failure". */
static bool read_point(struct slice bytes, struct span text, struct span *what)
{
    static const char *const denials[] = {"no single",  "not a",   "not the", "avoid", "eliminat",
                                          "remov",      "without", "prevent", "reduc", "isn't",
                                          "if ",        "might",   "could",   "?",     "no SPOF",
                                          "any single", NULL};
    struct slice s = span_slice(bytes, text);
    size_t start, end;
    if (!find_notion(s, &start, &end) || has_word(s, denials))
        return false;
    struct slice behind = slice_from(s, end);
    size_t is = slice_find_nocase(behind, SLICE(" is "));
    size_t stop = slice_find(behind, SLICE(". "));
    size_t colon = 0;
    while (colon < behind.len && (behind.ptr[colon] == '*' || behind.ptr[colon] == ' '))
        colon++;
    if (colon < behind.len && behind.ptr[colon] == ':') {
        *what =
            named_part(bytes, (struct span){text.start + (uint32_t)(end + colon + 1), text.end});
        struct slice rest =
            span_slice(bytes, (struct span){text.start + (uint32_t)(end + colon + 1), text.end});
        /* "Why X is the SPOF: …" names nothing behind its colon. */
        if (slice_find_nocase(slice_sub(s, 0, start), SLICE("why")) != SLICE_NONE ||
            slice_trim(rest).len == 0)
            return false;
        while (what->start < what->end &&
               (bytes.ptr[what->start] == '*' || bytes.ptr[what->start] == ' '))
            what->start++;
        return !span_is_empty(*what);
    }
    if (is != SLICE_NONE && is < stop && is_about_plan(slice_sub(behind, 0, is))) {
        *what = named_part(bytes, (struct span){text.start + (uint32_t)(end + is + 4), text.end});
        return !span_is_empty(*what);
    }
    /* In front: "X is the biggest single point of failure". */
    struct slice before = slice_sub(s, 0, start);
    size_t verb = slice_find_nocase(before, SLICE(" is "));
    if (verb == SLICE_NONE || before.len - verb > 40)
        return false;
    struct span subject =
        span_unmarked(bytes, (struct span){text.start, text.start + (uint32_t)verb});
    if (is_pronoun(span_slice(bytes, subject)))
        return false;
    *what = subject;
    return true;
}

/* ---- what is done against it ----------------------------------------------------------------- */

struct measure {
    struct span where;  /* the label or heading */
    struct span region; /* with what it governs */
    uint32_t entries;
};

struct measures {
    VEC_MEMBERS(struct measure);
};

static bool is_measure_title(struct slice name, const struct settings *settings)
{
    static const char *const words[] = {"mitigat", "contingenc", "fallback",  "countermeasure",
                                        "atténu",  "mitigaci",   "mitigação", "gegenmaßnahme",
                                        "缓解",    "対策",       NULL};
    return field_key_of(name, settings) == FIELD_MITIGATION || has_word(name, words);
}

/* "The risk is that …" behind the label says the risk once more and is no answer to it. */
static bool is_answer(struct slice value)
{
    return value.len > 0 && !slice_starts_nocase(value, SLICE("the risk")) &&
           !slice_is_nocase(value, "none");
}

static uint32_t count_entries(const struct builder *b, const struct region *region)
{
    const struct block *v = b->blocks->v;
    uint32_t count = 0;
    for (uint32_t i = region->first; i < region->end; i++) {
        if (v[i].kind == BLOCK_ITEM && v[i].next > i + 1)
            count++;
        else if (v[i].kind == BLOCK_ROW && v[v[i].parent].next > i && i != v[i].parent + 1)
            count++;
        else if (v[i].kind == BLOCK_PARAGRAPH && region->is_heading &&
                 v[v[i].parent].kind == BLOCK_SECTION)
            count++;
    }
    return count;
}

static void add_measure(struct builder *b, const struct region *region, struct measures *out)
{
    struct slice name = span_slice(b->bytes, region->name);
    if (!is_measure_title(name, b->settings))
        return;
    uint32_t entries = count_entries(b, region);
    if (!region->is_heading && is_answer(span_slice(b->bytes, region->value)))
        entries++;
    *VEC_PUSH(b->scratch, out) =
        (struct measure){b->blocks->v[region->name_block].text, region->span, entries};
}

/* A paragraph that begins with a measure's label, however long what follows it on the line is. */
static void add_long_label(struct builder *b, uint32_t line, struct measures *out)
{
    const struct block *v = b->blocks->v;
    struct label label;
    struct region region = {.name_block = line};
    uint32_t below = v[v[line].parent].next;
    if (v[line].parent + 1 != line || !label_read(b->bytes, v[line].text, &label))
        return;
    region.name = label.words;
    region.value = label.value;
    region.first = region.end = below;
    region.span = v[line].text;
    if (below < b->blocks->len && v[below].parent == v[v[line].parent].parent &&
        (v[below].kind == BLOCK_LIST || v[below].kind == BLOCK_TABLE)) {
        region.end = v[below].next;
        region.span.end = v[below].span.end;
    }
    add_measure(b, &region, out);
}

/* The section in which a weak point's mitigation is looked for: the outermost one below the title. */
static struct span region_of_point(const struct builder *b, uint32_t line)
{
    const struct model *model = b->model;
    uint32_t heading = b->heading_of[line];
    struct span whole = {0, (uint32_t)b->bytes.len};
    while (heading != NO_INDEX) {
        const struct heading *h = &model->headings.items[heading];
        if (h->level <= 2 || h->parent == NO_INDEX)
            return h->level == 1 ? whole : h->section;
        heading = h->parent;
    }
    return whole;
}

static void join(struct builder *b, struct weak_point *point, struct span region,
                 const struct measures *measures)
{
    struct slice sentence = span_slice(b->bytes, point->sentence);
    static const char *const answered[] = {"mitigated by", "→", "mitigation:", NULL};
    for (size_t i = 0; i < measures->len; i++) {
        const struct measure *measure = &measures->items[i];
        if (!span_covers(region, measure->where))
            continue;
        point->mitigations += measure->entries;
        if (measure->entries == 0 && span_is_empty(point->label))
            point->label = measure->where;
    }
    point->mitigations += has_word(sentence, answered);
    for (size_t i = 0; i < b->model->items.len; i++) {
        const struct item *item = &b->model->items.items[i];
        for (size_t r = 0; r < item->risks.len; r++)
            if (item->risks.items[r].mitigation.len &&
                span_covers(region, item->risks.items[r].where))
                point->mitigations++;
    }
}

void build_weak_points(struct builder *b)
{
    const struct block *v = b->blocks->v;
    struct measures measures = {0};
    VEC(uint32_t) lines = {0};
    bool known = slice_find_nocase(b->bytes, SLICE("point of failure")) != SLICE_NONE ||
                 slice_find(b->bytes, SLICE("SPOF")) != SLICE_NONE;
    for (uint32_t i = 1; known && i < b->blocks->len; i++) {
        struct span what;
        if (v[i].kind == BLOCK_QUOTE) {
            i = v[i].next - 1;
        } else if (v[i].kind == BLOCK_HEADING && v[v[i].parent].kind == BLOCK_SECTION) {
            struct region region = region_of_heading(b, i);
            add_measure(b, &region, &measures);
        } else if (v[i].kind == BLOCK_LINE) {
            add_long_label(b, i, &measures);
            if (lines.len == WEAK_POINTS_MOST || !read_point(b->bytes, v[i].text, &what))
                continue;
            *VEC_PUSH(b->arena, &b->model->weak_points) = (struct weak_point){
                .where = what, .text = builder_plain(b, what), .sentence = v[v[i].parent].span};
            *VEC_PUSH(b->scratch, &lines) = i;
        }
    }
    for (size_t p = 0; p < b->model->weak_points.len; p++)
        join(b, &b->model->weak_points.items[p], region_of_point(b, lines.items[p]), &measures);
}
