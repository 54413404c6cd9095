/* card_person.c: somebody's work over all plans: what they own, when it is most, and how it adds up. */
#include "analysis/capacity.h"
#include "features/card.h"
#include "rules/load_words.h"
#include "text/utf8.h"

/* How many lines of each kind before "and more". */
#define PERSON_MAX_RUNS  10
#define PERSON_MAX_ITEMS 16
#define PERSON_MAX_NAMED 4 /* of the items at the peak: all stand above */
/* A bar's cell stands for this much, or more where the longest would not fit. */
#define PERSON_CELL      0.25
#define PERSON_MAX_CELLS 24

/* ---- the head -------------------------------------------------------------------------------- */

static void put_roles(struct strbuf *out, const struct person_places *places)
{
    struct slice said[4];
    size_t count = 0;
    for (int declared = 1; declared >= 0; declared--) {
        for (size_t i = 0; i < places->len && count < 4; i++) {
            struct slice role = places->items[i].person->role;
            bool known = role.len == 0 || (places->items[i].item == NO_INDEX) != (declared == 1);
            for (size_t k = 0; k < count && !known; k++)
                known = slice_equal_nocase(said[k], role);
            if (!known)
                said[count++] = role;
        }
    }
    for (size_t i = 0; i < count; i++)
        strbuf_printf(out, "%s%.*s", i ? ", " : " · ", SLICE_ARG(said[i]));
}

static void put_count(struct strbuf *out, const struct person_places *places)
{
    size_t count = 0;
    for (size_t i = 0; i < places->len; i++)
        count += places->items[i].item != NO_INDEX && places->items[i].document->judged;
    if (count)
        strbuf_printf(out, " · %zu item%s", count, count == 1 ? "" : "s");
}

static void put_declarations(struct strbuf *out, const struct settings *settings,
                             const struct person *person, const struct person_places *places)
{
    for (size_t i = 0; i < settings->person_count; i++)
        if (slice_equal_nocase(settings->people[i].name, person->name))
            strbuf_printf(out, "- Declared in the settings: %d %%\n",
                          load_percent(settings->people[i].capacity));
    for (size_t i = 0; i < places->len; i++) {
        const struct person_place *place = &places->items[i];
        if (place->item != NO_INDEX)
            continue;
        strbuf_printf(out, "- Declared in %.*s", SLICE_ARG(place->document->path));
        if (place->person->share > 0)
            strbuf_printf(out, ": %d %%", load_percent(place->person->share));
        strbuf_putc(out, '\n');
    }
}

/* ---- the curve ------------------------------------------------------------------------------- */

static void put_when(struct strbuf *out, const struct load *load, const struct load_run *run)
{
    int first = calendar_week(&load->calendar, run->from);
    int last = calendar_week(&load->calendar, run->to);
    if (!load->weeks)
        card_dates(out, run->from, run->to);
    else if (first == last)
        strbuf_printf(out, "week %d", first);
    else
        strbuf_printf(out, "weeks %d–%d", first, last);
}

/* What they can carry is solid, what is beyond it hatched. */
static size_t put_bar(struct strbuf *out, const struct load *load, double share, double cell)
{
    size_t cells = (size_t)(share / cell + 0.5);
    for (size_t i = 0; i < cells; i++)
        strbuf_puts(out,
                    load_exceeds(((double)i + 1) * cell, load->capacity + cell / 2) ? "▒" : "█");
    return cells;
}

static void put_run(struct strbuf *out, const struct load *load, const struct load_run *run,
                    size_t width, double cell, size_t cells)
{
    size_t before = out->len;
    put_when(out, load, run);
    size_t used = utf8_width(slice_from(strbuf_slice(out), before), 0);
    strbuf_repeat(out, ' ', width - used + 2);
    used = put_bar(out, load, run->load, cell);
    strbuf_repeat(out, ' ', cells - used + 2);
    strbuf_printf(out, "%3d %%  %u %s", load_percent(run->load), run->count,
                  run->count == 1 ? "item" : "items");
    if (load->weeks && load->calendar.anchor != CALENDAR_FLOATING) {
        strbuf_puts(out, "  ");
        card_dates(out, run->from, run->to);
    }
    strbuf_putc(out, '\n');
}

static size_t width_of(const struct load *load, size_t shown)
{
    size_t width = 0;
    struct strbuf line;
    strbuf_init(&line, CARD_MAX_BYTES);
    for (size_t i = 0; i < shown; i++) {
        strbuf_clear(&line);
        put_when(&line, load, &load->runs.items[i]);
        size_t own = utf8_width(strbuf_slice(&line), 0);
        width = own > width ? own : width;
    }
    strbuf_release(&line);
    return width;
}

static void put_curve(struct strbuf *out, const struct load *load)
{
    size_t shown = load->runs.len < PERSON_MAX_RUNS ? load->runs.len : PERSON_MAX_RUNS;
    double cell = load->peak->load / PERSON_MAX_CELLS;
    cell = cell > PERSON_CELL ? cell : PERSON_CELL;
    size_t cells = (size_t)(load->peak->load / cell + 0.5), width = width_of(load, shown);
    strbuf_puts(out, "\n```text\n");
    for (size_t i = 0; i < shown; i++)
        put_run(out, load, &load->runs.items[i], width, cell, cells);
    if (shown < load->runs.len)
        strbuf_printf(out, "… and %zu more\n", load->runs.len - shown);
    strbuf_puts(out, "```\n");
    if (load->weeks && load->calendar.anchor == CALENDAR_ASSUMED)
        card_assumption(out, &load->calendar);
}

/* "Most in weeks 5–8: 3 items, 100 % + 2 × 50 % = 200 %: A 100 %, B 50 %, C 50 %". */
static void put_peak(struct strbuf *out, const struct load *load, struct arena *scratch)
{
    struct load_works works = {0};
    load_works_of(load, load->peak, scratch, &works);
    strbuf_printf(out, "\nMost %s: ", load_when(load, load->peak->from, load->peak->to, scratch));
    strbuf_printf(out, "%zu %s, %s", works.len, works.len == 1 ? "item" : "items",
                  load_sum(&works, false, scratch));
    if (load_percent(load->capacity) != 100)
        strbuf_printf(out, " of %d %%", load_percent(load->capacity));
    size_t named = works.len > PERSON_MAX_NAMED ? PERSON_MAX_NAMED : works.len;
    for (size_t i = 0; works.len > 1 && i < named; i++) {
        const struct item *item =
            &works.items[i]->document->model->items.items[works.items[i]->item];
        strbuf_printf(out, "%s_%.*s_ %d %%", i ? ", " : ": ", SLICE_ARG(item->title),
                      load_percent(works.items[i]->share));
    }
    if (named < works.len)
        strbuf_printf(out, " and %zu more", works.len - named);
    strbuf_putc(out, '\n');
}

/* ---- the items ------------------------------------------------------------------------------- */

static void put_item(struct strbuf *out, const struct item *item)
{
    strbuf_puts(out, "- ");
    strbuf_append(out, item->title);
    for (size_t i = 0; i < item->timeline.len; i++) {
        strbuf_puts(out, i ? ", " : ": ");
        strbuf_append(out, item->timeline.items[i].text);
        if (i == 2 && item->timeline.len > 3) {
            strbuf_puts(out, ", …");
            break;
        }
    }
    if (item->status_text.len)
        strbuf_printf(out, " · %.*s", SLICE_ARG(item->status_text));
}

static void put_items(struct strbuf *out, const struct document *document,
                      const struct person_places *places)
{
    size_t count = 0;
    for (size_t i = 0; i < places->len; i++) {
        const struct person_place *place = &places->items[i];
        if (place->item == NO_INDEX || !place->document->judged)
            continue;
        if (count++ >= PERSON_MAX_ITEMS)
            continue;
        put_item(out, &place->document->model->items.items[place->item]);
        if (place->document != document)
            strbuf_printf(out, " _(%.*s)_", SLICE_ARG(place->document->path));
        strbuf_putc(out, '\n');
    }
    if (count > PERSON_MAX_ITEMS)
        strbuf_printf(out, "- … and %zu more\n", count - PERSON_MAX_ITEMS);
}

void card_person(const struct planls_workspace *workspace, const struct document *document,
                 const struct person *person, struct arena *scratch, struct strbuf *out)
{
    struct person_places places = {0};
    struct loads loads = {0};
    workspace_person(workspace->ws, person->key, scratch, &places);
    capacity_of_person(workspace->ws, person->key, document, scratch, &loads);
    strbuf_printf(out, "**%.*s**", SLICE_ARG(person->name));
    put_roles(out, &places);
    put_count(out, &places);
    strbuf_puts(out, "\n\n");
    put_declarations(out, &workspace->settings, person, &places);
    put_items(out, document, &places);
    for (size_t i = 0; i < loads.len; i++) {
        if (!loads.items[i].peak)
            continue;
        put_peak(out, &loads.items[i], scratch);
        if (loads.items[i].runs.len > 1 || loads.items[i].peak->count > 1)
            put_curve(out, &loads.items[i]);
    }
}
