/* escalation.c: escalation paths: who decides what, up to which threshold. */
#include "model/decision_words.h"
#include "model/measures.h"
#include "model/record_build.h"
#include "model/title.h"

#include <math.h>

/* ---- thresholds ------------------------------------------------------------------------------ */

static bool is_dash_at(struct slice s, size_t at, size_t *length)
{
    static const char *const dashes[] = {"–", "—", "-", "~", "to ", "and ", "bis ", "à "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (slice_starts_nocase(slice_from(s, at), slice_of(dashes[i]))) {
            *length = strlen(dashes[i]);
            return true;
        }
    return false;
}

/* Digits with a point and K or M; gives the place behind, or `at`. */
static size_t read_number(struct slice s, size_t at, double *value)
{
    double scale = 0;
    size_t start = at;
    *value = 0;
    for (; at < s.len; at++) {
        if (ascii_is_digit(s.ptr[at])) {
            *value =
                scale > 0 ? *value + scale * (s.ptr[at] - '0') : *value * 10 + (s.ptr[at] - '0');
            scale /= 10;
        } else if (s.ptr[at] == '.' && scale == 0 && at > start && at + 1 < s.len &&
                   ascii_is_digit(s.ptr[at + 1])) {
            scale = 0.1;
        } else if (s.ptr[at] != ',' || at == start || at + 1 == s.len ||
                   !ascii_is_digit(s.ptr[at + 1])) {
            break;
        }
    }
    if (at > start && at < s.len && strchr("kKmM", s.ptr[at]) &&
        (at + 1 == s.len || !ascii_is_alnum(s.ptr[at + 1]))) {
        *value *= ascii_lower(s.ptr[at]) == 'k' ? 1e3 : 1e6;
        at++;
    }
    return at;
}

static size_t skip_spaces(struct slice s, size_t at)
{
    while (at < s.len && s.ptr[at] == ' ')
        at++;
    return at;
}

/* "%", "$" … in front or behind; gives the place behind. */
static size_t read_unit(struct slice s, size_t at, struct slice *unit)
{
    size_t start = skip_spaces(s, at), end = start;
    if (start < s.len && s.ptr[start] == '%') {
        *unit = SLICE("%");
        return start + 1;
    }
    while (end < s.len && (ascii_is_alpha(s.ptr[end]) || (unsigned char)s.ptr[end] >= 0x80))
        end++;
    if (end == start || (is_dash_at(s, start, &(size_t){0})))
        return at;
    *unit = slice_sub(s, start, end);
    return end;
}

/* "15–30%", "15% to 30%", "$10K-$50K", "2-5 days" as one range. */
static bool read_range(struct slice s, size_t at, struct threshold *threshold, size_t *end)
{
    struct slice first = SLICE(""), second = SLICE("");
    size_t dash, from = at;
    bool money = s.ptr[at] == '$';
    at = read_number(s, at + money, &threshold->low);
    if (at == from + money)
        return false;
    at = skip_spaces(s, read_unit(s, at, &first));
    if (at >= s.len || !is_dash_at(s, at, &dash))
        return false;
    at = skip_spaces(s, at + dash);
    size_t number = at + (at < s.len && s.ptr[at] == '$');
    money = money || number > at;
    at = read_number(s, number, &threshold->high);
    if (at == number || threshold->high < threshold->low)
        return false;
    *end = read_unit(s, at, &second);
    threshold->unit = money ? SLICE("USD") : second.len ? second : first;
    return threshold->unit.len > 0;
}

static bool find_range(struct slice line, struct threshold *threshold, size_t *start, size_t *end)
{
    for (size_t at = 0; at < line.len; at++) {
        bool begins = at == 0 || (!ascii_is_alnum(line.ptr[at - 1]) && line.ptr[at - 1] != '.' &&
                                  line.ptr[at - 1] != '-' && line.ptr[at - 1] != '/');
        if (begins && (ascii_is_digit(line.ptr[at]) || line.ptr[at] == '$') &&
            read_range(line, at, threshold, end)) {
            *start = at;
            return true;
        }
    }
    return false;
}

/* What the threshold is a measure of: the words in front, without "between", "of", signs. */
static struct slice subject_of(struct slice before)
{
    static const char *const tails[] = {"between", "from", "of", "by",  ":",        "-",    "–",
                                        "(",       "at",   "is", "are", "zwischen", "entre"};
    before = slice_trim(before);
    comparison_take(&before);
    for (bool cut = true; cut;) {
        cut = false;
        before = slice_trim(before);
        for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
            struct slice tail = slice_of(tails[i]);
            bool word = ascii_is_alpha(tail.ptr[0]);
            if (!slice_ends_nocase(before, tail) ||
                (word && before.len > tail.len &&
                 ascii_is_alnum(before.ptr[before.len - tail.len - 1])))
                continue;
            before.len -= tail.len;
            cut = true;
        }
    }
    return before;
}

static void push(struct builder *b, struct escalation_tier *tier, struct threshold threshold,
                 struct span where, struct slice subject)
{
    threshold.where = where;
    threshold.text = builder_copy(b, where);
    threshold.subject = builder_keep(b, subject);
    threshold.unit = builder_keep(b, threshold.unit);
    threshold.per = builder_keep(b, threshold.per);
    *VEC_PUSH(b->arena, &tier->thresholds) = threshold;
}

static void read_threshold(struct builder *b, struct span line, struct slice header,
                           struct escalation_tier *tier)
{
    struct slice text = span_slice(b->bytes, line);
    struct threshold threshold = {.low = -INFINITY, .high = INFINITY};
    size_t start, end;
    if (find_range(text, &threshold, &start, &end)) {
        struct slice subject = subject_of(slice_sub(text, 0, start));
        push(b, tier, threshold,
             (struct span){line.start + (uint32_t)start, line.start + (uint32_t)end},
             subject.len ? subject : header);
        return;
    }
    struct inlines inlines = builder_inlines_of(b, line);
    struct time_values times = {0};
    struct measures measures = {0};
    bool vague = false;
    time_read(&inlines, b->bytes, 0, b->scratch, &times);
    /* "2 days" is a measure here, "Week 2" is none */
    size_t kept = 0;
    for (size_t i = 0; i < times.len; i++)
        if (times.items[i].kind != TIME_DURATION)
            times.items[kept++] = times.items[i];
    times.len = kept;
    measures_read(b, line, &times, &measures, &vague);
    if (measures.len != 1 || vague)
        return;
    const struct measure *measure = &measures.items[0];
    struct slice before = slice_sub(text, 0, measure->where.start - line.start);
    struct slice said = slice_trim(before);
    char comparator = measure->comparator;
    if (comparator == '=' || comparator == '~')
        comparator = comparison_take(&said);
    threshold = (struct threshold){
        .low = -INFINITY, .high = INFINITY, .unit = measure->unit, .per = measure->per};
    if (comparator == '<' || comparator == 'l')
        threshold.high = measure->value;
    else if (comparator == '>' || comparator == 'g')
        threshold.low = measure->value;
    else
        return;
    struct slice subject = subject_of(before);
    struct span where = measure->where;
    if (said.len < slice_trim(before).len) { /* "over 15%" whole */
        where.start = line.start + (uint32_t)(said.ptr + said.len - text.ptr);
        where = span_trim(b->bytes, where);
    }
    while (subject.len && strchr("<>=", subject.ptr[subject.len - 1]))
        subject = slice_trim(slice_sub(subject, 0, subject.len - 1));
    push(b, tier, threshold, where, subject.len ? subject : header);
}

/* ---- tiers ----------------------------------------------------------------------------------- */

static void add_tier(struct builder *b, struct escalation_tier *tier)
{
    tier->title = record_text(b, tier->name_span);
    if (tier->title.len)
        *VEC_PUSH(b->arena, &b->model->tiers) = *tier;
}

static void read_lines(struct builder *b, uint32_t from, uint32_t end, struct escalation_tier *tier)
{
    for (uint32_t i = from; i < end; i++)
        if (b->blocks->v[i].kind == BLOCK_LINE)
            read_threshold(b, b->blocks->v[i].text, SLICE(""), tier);
}

static size_t add_headings(struct builder *b, uint32_t heading, uint32_t first, uint32_t end)
{
    const struct block *v = b->blocks->v;
    size_t before = b->model->tiers.len;
    for (uint32_t i = first; i < end;) {
        if (v[i].kind != BLOCK_HEADING || v[v[i].parent].kind != BLOCK_SECTION) {
            i++;
            continue;
        }
        struct escalation_tier tier = {
            .span = v[v[i].parent].span, .name_span = v[i].text, .heading = heading};
        read_lines(b, v[i].next, v[v[i].parent].next, &tier);
        add_tier(b, &tier);
        i = v[v[i].parent].next;
    }
    return b->model->tiers.len - before;
}

/* `- **Tier 1:** team lead, overruns < 10%`: the label is the name, or the whole line. */
static void add_items(struct builder *b, uint32_t heading, uint32_t first, uint32_t end)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = region_next(b, first, end, BLOCK_ITEM); i < end;
         i = region_next(b, v[i].next, end, BLOCK_ITEM)) {
        struct label label;
        if (i + 2 >= v[i].next || v[i + 1].kind != BLOCK_PARAGRAPH)
            continue;
        struct span line = v[i + 2].text;
        struct escalation_tier tier = {.span = v[i].span, .name_span = line, .heading = heading};
        bool labelled = label_read(b->bytes, line, &label) && !span_is_empty(label.value);
        read_threshold(b, labelled ? label.value : line, SLICE(""), &tier);
        if (labelled && tier.thresholds.len == 0) /* "Delay up to 1 week: tech lead" */
            read_threshold(b, label.words, SLICE(""), &tier);
        read_lines(b, i + 3, v[i].next, &tier);
        add_tier(b, &tier);
    }
}

static void add_rows(struct builder *b, uint32_t heading, uint32_t table)
{
    const struct blocks *blocks = b->blocks;
    uint32_t header = block_first_child(blocks, table);
    for (uint32_t row = header ? block_next_sibling(blocks, header) : 0; row;
         row = block_next_sibling(blocks, row)) {
        uint32_t cell = block_first_child(blocks, row), head = block_first_child(blocks, header);
        if (!cell)
            continue;
        struct escalation_tier tier = {
            .span = blocks->v[row].span, .name_span = blocks->v[cell].text, .heading = heading};
        for (; cell && head;
             cell = block_next_sibling(blocks, cell), head = block_next_sibling(blocks, head))
            if (!span_is_empty(blocks->v[cell].text))
                read_threshold(b, blocks->v[cell].text, record_text(b, blocks->v[head].text),
                               &tier);
        add_tier(b, &tier);
    }
}

void build_escalation(struct builder *b)
{
    const struct block *v = b->blocks->v;
    for (uint32_t i = 1; i < b->blocks->len;) {
        uint32_t heading = b->heading_of[i], next = i + 1;
        if (v[i].kind == BLOCK_HEADING && v[v[i].parent].kind == BLOCK_SECTION &&
            heading != NO_INDEX &&
            builder_judge(b, b->titles[heading].whole, is_escalation_title)) {
            uint32_t first = v[i].next, end = v[v[i].parent].next;
            size_t before = b->model->tiers.len;
            add_headings(b, heading, first, end);
            for (uint32_t t = first; t < end && b->model->tiers.len == before; t++)
                if (v[t].kind == BLOCK_TABLE)
                    add_rows(b, heading, t);
            if (b->model->tiers.len == before)
                add_items(b, heading, first, end);
            next = end;
        }
        i = next;
    }
}
