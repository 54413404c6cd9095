/* overallocated_owner.c: somebody with more work at once than one person can do. */
#include "edits/remove_dependency.h"
#include "rules/load_words.h"
#include "rules/owners.h"

#include <stdlib.h>

/* Without stated shares, this many items at once are worth a word. */
#define OVERALLOCATED_ITEMS 3
/* How many items are named, and how many ways out are offered. */
#define OVERALLOCATED_RELATED 12
#define OVERALLOCATED_FIXES   3

/* The heaviest run by what is stated, where that is more than they have; or by what follows from equal
 * parts, where enough items run at once. NULL where neither. */
static const struct load_run *run_to_tell(const struct load *load, bool *stated)
{
    const struct load_run *by_stated = NULL, *by_parts = NULL;
    for (size_t i = 0; i < load->runs.len; i++) {
        const struct load_run *run = &load->runs.items[i];
        if (load_exceeds(run->stated, load->capacity) &&
            (!by_stated || load_exceeds(run->stated, by_stated->stated)))
            by_stated = run;
        if (run->count - run->coarse >= OVERALLOCATED_ITEMS &&
            load_exceeds(run->load, load->capacity) &&
            (!by_parts || load_exceeds(run->load, by_parts->load)))
            by_parts = run;
    }
    *stated = by_stated != NULL;
    return by_stated ? by_stated : by_parts;
}

/* The last day of a run, or of what follows it with the same stated shares. */
static date_days last_day(const struct load *load, const struct load_run *run, bool stated)
{
    date_days to = run->to;
    const struct load_run *end = load->runs.items + load->runs.len;
    for (const struct load_run *next = run + 1; stated && next < end && next->from == to + 1;
         next++) {
        if (load_exceeds(next->stated, run->stated) || load_exceeds(run->stated, next->stated))
            break;
        to = next->to;
    }
    return to;
}

/* The work with which the run begins: whose document says it. */
static const struct load_work *first_of(const struct load_works *works, const struct load_run *run)
{
    for (size_t i = 0; i < works->len; i++)
        if (works->items[i]->from == run->from)
            return works->items[i];
    return works->items[0];
}

/* ---- handing over ----------------------------------------------------------------------------- */

struct handover {
    const struct load_work *work;
    const struct person *to;
    double after; /* the most that the other has then, during the run */
};

struct handovers {
    VEC_MEMBERS(struct handover);
};

/* `loads`: of all whom the document names, found where the first is asked for. */
static const struct load *load_of(struct check *check, struct loads *loads, struct slice key)
{
    if (loads->len == 0)
        capacity_of_document(check->workspace, check->document, check->arena, loads);
    for (size_t i = 0; i < loads->len; i++)
        if (slice_equal(loads->items[i].key, key))
            return &loads->items[i];
    return NULL;
}

static double most_during(const struct load *load, const struct load_run *run)
{
    double most = 0;
    for (size_t i = 0; i < load->runs.len; i++) {
        const struct load_run *other = &load->runs.items[i];
        if (other->from <= run->to && other->to >= run->from && other->load > most)
            most = other->load;
    }
    return most;
}

static int compare_handovers(const void *a, const void *b)
{
    const struct handover *x = a, *y = b;
    if (x->after < y->after || x->after > y->after)
        return x->after < y->after ? -1 : 1;
    return x->work->item < y->work->item ? -1 : x->work->item > y->work->item;
}

/* The one other owner of an item, if it has exactly one. */
static const struct person *co_owner(const struct load_work *work)
{
    const struct item *item = &work->document->model->items.items[work->item];
    const struct person *other = NULL;
    for (size_t i = 0; i < item->owners.len; i++) {
        if (slice_equal(item->owners.items[i].key, work->owner->key))
            continue;
        if (other)
            return NULL;
        other = &item->owners.items[i];
    }
    return other && !other->role_only ? other : NULL;
}

/* Items of this document that their other owner could carry alone, who would then still have less. */
static void find_handovers(struct check *check, struct loads *loads, const struct load_run *run,
                           const struct load_works *works, struct handovers *out)
{
    for (size_t i = 0; i < works->len; i++) {
        const struct load_work *work = works->items[i];
        const struct person *other = work->document == check->document ? co_owner(work) : NULL;
        const struct load *theirs = other ? load_of(check, loads, other->key) : NULL;
        double after = theirs ? most_during(theirs, run) + work->share : 0;
        if (theirs && !load_exceeds(after, run->load - work->share))
            *VEC_PUSH(check->arena, out) = (struct handover){work, other, after};
    }
    if (out->len)
        qsort(out->items, out->len, sizeof *out->items, compare_handovers);
}

static void offer_handovers(struct check *check, struct planls_diagnostic *diagnostic,
                            struct loads *loads, const struct load *load,
                            const struct load_run *run, const struct load_works *works)
{
    struct handovers all = {0};
    find_handovers(check, loads, run, works, &all);
    for (size_t i = 0; i < all.len && i < OVERALLOCATED_FIXES; i++) {
        const struct handover *way = &all.items[i];
        struct text_edit edit = remove_dependency(&check->document->text, way->work->owner->where);
        if (edit.new_text.len)
            continue; /* stands in no list that a name could be taken out of */
        struct planls_fix *fix = report_fix(
            check, diagnostic, false, "Leave “%.*s” to %.*s (%.*s then has %d %%, %.*s %d %%)",
            SLICE_ARG(check->model->items.items[way->work->item].title), SLICE_ARG(way->to->name),
            SLICE_ARG(load->name), load_percent(run->load - way->work->share),
            SLICE_ARG(way->to->name), load_percent(way->after));
        fix_edit(check, fix, check->document, edit.span, edit.new_text);
    }
}

/* ---- the finding ------------------------------------------------------------------------------ */

static struct planls_diagnostic *tell_stated(struct check *check, const struct load *load,
                                             const struct load_works *works,
                                             const struct load_work *first, const char *when)
{
    const char *sum = load_sum(works, true, check->arena);
    return report(check, first->owner->name_span,
                  "The shares stated for %.*s come to more than %d %% %s: %s",
                  SLICE_ARG(load->name), load_percent(load->capacity), when, sum);
}

static struct planls_diagnostic *tell_parts(struct check *check, const struct load *load,
                                            const struct load_works *works,
                                            const struct load_work *first, const char *when)
{
    struct arena *arena = check->arena;
    const char *sum = load_sum(works, false, arena);
    const char *noun = load_noun(load, arena);
    const char *all = works->len == load->owned ? "all" : arena_printf(arena, "%zu", works->len);
    struct planls_diagnostic *diagnostic =
        report(check, first->owner->name_span,
               "%.*s owns %u %s, %s at once %s (%s if shared equally): what comes first?",
               SLICE_ARG(load->name), load->owned, noun, all, when, sum);
    diagnostic->severity = PLANLS_HINT;
    return diagnostic;
}

static void check_load(struct check *check, struct loads *all, const struct load *load)
{
    bool stated;
    const struct load_run *run = run_to_tell(load, &stated);
    if (!run || load->role_only || owner_is_machine(load->name))
        return;
    /* What cannot be added up is no reason to say the same in every document. */
    if (!stated && workspace_is_everywhere(check->workspace, load->key))
        return;
    struct load_works works = {0};
    load_works_of(load, run, check->arena, &works);
    const struct load_work *first = first_of(&works, run);
    if (first->document != check->document)
        return;
    const char *when = load_when(load, run->from, last_day(load, run, stated), check->arena);
    struct planls_diagnostic *diagnostic = stated ? tell_stated(check, load, &works, first, when)
                                                  : tell_parts(check, load, &works, first, when);
    for (size_t i = 0; i < works.len && i < OVERALLOCATED_RELATED; i++) {
        const struct load_work *work = works.items[i];
        const struct item *item = &work->document->model->items.items[work->item];
        report_related(check, diagnostic, work->document, item->name_span, "%.*s: %d %% %s",
                       SLICE_ARG(item->title), load_percent(work->share),
                       load_when(load, work->from, work->to, check->arena));
    }
    offer_handovers(check, diagnostic, all, load, run, &works);
}

static void check_overallocated_owner(struct check *check)
{
    struct loads loads = {0}, all = {0};
    capacity_of_busy(check->workspace, check->document, OVERALLOCATED_ITEMS, check->arena, &loads);
    for (size_t i = 0; i < loads.len; i++)
        check_load(check, &all, &loads.items[i]);
}

RULE(overallocated_owner) = {
    .name = "overallocated-owner",
    .summary = "one person owns more work at once than one person can do",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_overallocated_owner,
};
