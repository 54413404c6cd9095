/* counts.c: how many sections, tasks, phases … are there, in each way a person may count. */
#include "analysis/counts.h"

/* ---- the part --------------------------------------------------------------------------------- */

struct part {
    const struct model *model;
    struct span span;
    uint32_t heading; /* its own, not counted; NO_INDEX for the document */
};

static struct part part_of(const struct model *model, struct span span)
{
    struct part part = {model, span, NO_INDEX};
    size_t own = SPANS_FROM(model->headings, span, span.start);
    if (span.end != UINT32_MAX && own < model->headings.len &&
        model->headings.items[own].span.start == span.start)
        part.heading = (uint32_t)own;
    return part;
}

static void add_way(struct counts *counts, struct tally tally)
{
    if (tally.all == 0 || counts->len == COUNTS_MAX)
        return;
    for (size_t i = 0; i < counts->len; i++)
        if (counts->ways[i].all == tally.all && counts->ways[i].done == tally.done &&
            counts->ways[i].parallel == tally.parallel &&
            counts->ways[i].stateless == tally.stateless)
            return;
    counts->ways[counts->len++] = tally;
}

/* ---- tasks ------------------------------------------------------------------------------------ */

static void add_task(struct tally *tally, const struct task *task)
{
    tally->all++;
    tally->done += task->done;
    tally->parallel += task->parallel;
}

static void count_tasks(const struct part *part, struct counts *counts)
{
    const struct model *model = part->model;
    struct tally all = {0}, outer = {0}, leaves = {0}, named = {0}, boxes = {0};
    for (size_t i = SPANS_FROM(model->tasks, span, part->span.start);
         i < model->tasks.len && model->tasks.items[i].span.start < part->span.end; i++) {
        const struct task *task = &model->tasks.items[i];
        bool has_box = task->source == TASK_FROM_BOX || task->source == TASK_FROM_BAD_BOX;
        if (has_box)
            add_task(&boxes, task);
        if (task->criterion)
            continue;
        add_task(&all, task);
        if (task->parent == NO_INDEX)
            add_task(&outer, task);
        if (i + 1 == model->tasks.len || model->tasks.items[i + 1].parent != i)
            add_task(&leaves, task);
        if (task->id.len)
            add_task(&named, task);
    }
    add_way(counts, all);
    add_way(counts, outer);
    add_way(counts, leaves);
    add_way(counts, named);
    if (all.all) /* else they are a gate's criteria alone */
        add_way(counts, boxes);
}

/* ---- headings --------------------------------------------------------------------------------- */

static enum item_kind kind_of(enum counted what)
{
    switch (what) {
    case COUNTED_TASKS:
        return ITEM_TASK;
    case COUNTED_REQUIREMENTS:
        return ITEM_REQUIREMENT;
    case COUNTED_PHASES:
        return ITEM_PHASE;
    case COUNTED_MILESTONES:
        return ITEM_MILESTONE;
    case COUNTED_STORIES:
        return ITEM_STORY;
    case COUNTED_EPICS:
        return ITEM_EPIC;
    case COUNTED_SPRINTS:
        return ITEM_SPRINT;
    case COUNTED_INITIATIVES:
        return ITEM_INITIATIVE;
    case COUNTED_WORKSTREAMS:
        return ITEM_WORKSTREAM;
    default:
        return ITEM_OTHER;
    }
}

static bool is_scenario(const struct heading *heading)
{
    static const char *const words[] = {"scenario", "scénario", "szenario", "escenario", "cenário"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_nocase(heading->title, slice_of(words[i])))
            return true;
    return false;
}

/* "2.1": a part of what another heading is. */
static bool is_sub_number(struct slice number)
{
    return slice_find_byte(number, '.') != SLICE_NONE;
}

#define NUMBERED_MAX 256

/* The items of a kind in a part, told apart by how they may be counted. */
struct kind_tallies {
    struct tally all;      /* headings */
    struct tally whole;    /* without the parts (2.1) of others */
    struct tally from_one; /* and without a number 0 */
    struct tally distinct; /* each number once: a plan may go through its phases several times */
    struct tally ranged;   /* headings, "Phase 1-4" as four */
    struct tally listed;   /* items of lists and tables */
    bool seen[NUMBERED_MAX];
    bool stated; /* each of the distinct says its status */
};

static void add_to(struct tally *tally, bool done)
{
    tally->all++;
    tally->done += done;
}

/* How many are meant by the number a text begins with: 4 by "1-4" and "1–4: Build", else 1. */
static uint32_t range_length(struct slice s)
{
    uint32_t from, to;
    size_t first = 0, second = 0;
    s = slice_trim_start(s);
    while (first < s.len && ascii_is_digit(s.ptr[first]))
        first++;
    struct slice rest = slice_from(s, first);
    size_t dash = slice_starts(rest, SLICE("-")) ? 1 : slice_starts(rest, SLICE("–")) ? 3 : 0;
    rest = slice_from(rest, dash);
    while (second < rest.len && ascii_is_digit(rest.ptr[second]))
        second++;
    bool range = dash && slice_to_u32(slice_sub(s, 0, first), &from) &&
                 slice_to_u32(slice_sub(rest, 0, second), &to) && from < to && to - from < 50;
    return range ? to - from + 1 : 1;
}

static void tally_item(struct kind_tallies *tallies, const struct item *item)
{
    bool done = item->status == STATUS_DONE;
    uint32_t number;
    if (item->source != ITEM_FROM_HEADING) {
        add_to(&tallies->listed, done);
        return;
    }
    add_to(&tallies->all, done);
    if (is_sub_number(item->number))
        return;
    add_to(&tallies->whole, done);
    for (uint32_t i = range_length(item->number); i > 0; i--)
        add_to(&tallies->ranged, done);
    if (!slice_is(item->number, "0"))
        add_to(&tallies->from_one, done);
    if (!slice_to_u32(item->number, &number) || number >= NUMBERED_MAX || tallies->seen[number])
        return;
    tallies->seen[number] = true;
    tallies->stated = tallies->stated && item->status != STATUS_NONE;
    add_to(&tallies->distinct, done);
}

/* True where each of them says its status, so that there is nothing more to know. */
static bool count_kind(const struct part *part, enum counted what, struct counts *counts)
{
    const struct model *model = part->model;
    enum item_kind kind = kind_of(what);
    struct kind_tallies tallies = {.stated = true};
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        if (item->kind == kind && item->span.start >= part->span.start &&
            item->span.start < part->span.end &&
            (item->source != ITEM_FROM_HEADING || item->heading != part->heading))
            tally_item(&tallies, item);
    }
    add_way(counts, tallies.whole);
    add_way(counts, tallies.distinct);
    add_way(counts, tallies.all);
    add_way(counts, tallies.from_one);
    add_way(counts, tallies.ranged);
    add_way(counts, tallies.listed);
    return tallies.distinct.all > 0 && tallies.stated;
}

/* The same from headings that are no items: a phase without a field is one all the same. */
static void count_headings_of_kind(const struct part *part, enum counted what,
                                   struct counts *counts)
{
    const struct model *model = part->model;
    enum item_kind kind = kind_of(what);
    uint32_t all = 0, ranged = 0;
    for (size_t i = SPANS_FROM(model->headings, span, part->span.start);
         i < model->headings.len && model->headings.items[i].span.start < part->span.end; i++) {
        const struct heading *heading = &model->headings.items[i];
        size_t length = 0;
        bool match = what == COUNTED_SCENARIOS ? is_scenario(heading)
                                               : item_kind_of(heading->title, &length) == kind;
        if (!match || i == part->heading)
            continue;
        all++;
        ranged += range_length(slice_from(heading->title, length));
    }
    add_way(counts, (struct tally){.all = all, .stateless = true});
    add_way(counts, (struct tally){.all = ranged, .stateless = true});
}

/* Sections that many plans call their tasks, the boxes below them being steps: those numbered within another
 * ("1.1", "2.10"), and those right below the part's heading. */
static void count_parts(const struct part *part, struct counts *counts)
{
    const struct model *model = part->model;
    uint32_t numbered = 0, below[2] = {0, 0};
    unsigned level =
        part->heading == NO_INDEX ? 2 : model->headings.items[part->heading].level + 1u;
    for (size_t i = SPANS_FROM(model->headings, span, part->span.start);
         i < model->headings.len && model->headings.items[i].span.start < part->span.end; i++) {
        const struct heading *heading = &model->headings.items[i];
        size_t dot = slice_find_byte(heading->number, '.');
        if (i == part->heading)
            continue;
        numbered += dot != SLICE_NONE &&
                    slice_find_byte(slice_from(heading->number, dot + 1), '.') == SLICE_NONE;
        if (heading->level >= level && heading->level < level + 2)
            below[heading->level - level]++;
    }
    add_way(counts, (struct tally){.all = numbered, .stateless = true});
    add_way(counts, (struct tally){.all = below[0], .stateless = true});
    if (part->heading == NO_INDEX)
        add_way(counts, (struct tally){.all = below[1], .stateless = true});
}

/* ---- sections --------------------------------------------------------------------------------- */

static bool is_contents(const struct heading *heading)
{
    static const char *const words[] = {"contents",
                                        "table of contents",
                                        "toc",
                                        "inhalt",
                                        "inhaltsverzeichnis",
                                        "sommaire",
                                        "índice",
                                        "目次",
                                        "目录"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is(heading->key, words[i]))
            return true;
    return false;
}

/* Second-level sections, with and without a table of contents; the numbered ones; the highest number; first
 * and second level; sections of every level, the document's title not counted. */
static void count_sections(const struct part *part, struct counts *counts)
{
    const struct model *model = part->model;
    uint32_t second = 0, contents = 0, numbered = 0, highest = 0, first = 0, every = 0;
    unsigned level =
        part->heading == NO_INDEX ? 2 : model->headings.items[part->heading].level + 1u;
    for (size_t i = SPANS_FROM(model->headings, span, part->span.start);
         i < model->headings.len && model->headings.items[i].span.start < part->span.end; i++) {
        const struct heading *heading = &model->headings.items[i];
        uint32_t number;
        if (heading->nested || i == part->heading)
            continue;
        every++;
        first += heading->level == 1;
        if (heading->level != level)
            continue;
        second++;
        contents += is_contents(heading);
        numbered += heading->number.len > 0;
        if (slice_to_u32(heading->number, &number) && number < 1000 && number > highest)
            highest = number;
    }
    if (numbered * 2 > second)
        add_way(counts, (struct tally){.all = highest});
    add_way(counts, (struct tally){.all = second});
    add_way(counts, (struct tally){.all = second - contents});
    add_way(counts, (struct tally){.all = numbered});
    if (first > 1) {
        add_way(counts, (struct tally){.all = first});
        add_way(counts, (struct tally){.all = first + second});
    }
    add_way(counts, (struct tally){.all = every - (first == 1)});
}

/* ---- answers ---------------------------------------------------------------------------------- */

bool counts_of(const struct model *model, struct span span, enum counted what,
               struct counts *counts)
{
    struct part part = part_of(model, span);
    *counts = (struct counts){.len = 0};
    switch (what) {
    case COUNTED_NOTHING:
        return false;
    case COUNTED_LINES:
        if (span.end == UINT32_MAX)
            add_way(counts, (struct tally){.all = model->lines});
        break;
    case COUNTED_SECTIONS:
        count_sections(&part, counts);
        break;
    case COUNTED_SCENARIOS:
        count_headings_of_kind(&part, what, counts);
        break;
    case COUNTED_TASKS:
        count_tasks(&part, counts);
        count_headings_of_kind(&part, what, counts);
        if (counts->len) /* sections alone are no tasks */
            count_parts(&part, counts);
        break;
    default:
        if (!count_kind(&part, what, counts))
            count_headings_of_kind(&part, what, counts);
        break;
    }
    return counts->len > 0;
}

static uint32_t number_in(const struct tally *tally, enum count_state state)
{
    switch (state) {
    case COUNT_DONE:
        return tally->done;
    case COUNT_OPEN:
        return tally->all - tally->done;
    case COUNT_PARALLEL:
        return tally->parallel;
    case COUNT_ALL:
        break;
    }
    return tally->all;
}

static bool bears_out(uint32_t there, uint32_t claimed, const struct count_claim *claim)
{
    if (claim->at_least && there >= claimed)
        return true;
    uint32_t off = there > claimed ? there - claimed : claimed - there;
    if (claim->what == COUNTED_LINES)
        return (uint64_t)off * (claim->approx || claim->at_least ? 4 : 10) <= claimed;
    return claim->approx ? (uint64_t)off * 10 <= claimed : off == 0;
}

bool counts_bear_out(const struct counts *counts, const struct count_claim *claim)
{
    for (size_t i = 0; i < counts->len; i++) {
        const struct tally *tally = &counts->ways[i];
        bool number = (tally->stateless && claim->state != COUNT_ALL) ||
                      bears_out(number_in(tally, claim->state), claim->number, claim);
        if (number && (!claim->has_total || tally->all == claim->total) &&
            (!tally->stateless || claim->has_total || claim->state == COUNT_ALL))
            return true;
    }
    return false;
}

bool counts_certain(const struct counts *counts, const struct count_claim *claim, uint32_t *number,
                    uint32_t *total)
{
    for (size_t i = 1; i < counts->len; i++)
        if (counts->ways[i].stateless == counts->ways[0].stateless &&
            (number_in(&counts->ways[i], claim->state) !=
                 number_in(&counts->ways[0], claim->state) ||
             (claim->has_total && counts->ways[i].all != counts->ways[0].all)))
            return false;
    if (counts->len == 0 || (counts->ways[0].stateless && claim->state != COUNT_ALL))
        return false;
    *number = number_in(&counts->ways[0], claim->state);
    *total = counts->ways[0].all;
    return true;
}
