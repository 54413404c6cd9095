/* claim_mismatch.c: a number said of what is there, and not so. */
#include "analysis/claims.h"
#include "rules/rule.h"

static const char *noun(const struct claim *claim)
{
    static const char *const nouns[] = {[COUNTED_SECTIONS] = "sections",
                                        [COUNTED_LINES] = "lines",
                                        [COUNTED_TASKS] = "tasks",
                                        [COUNTED_SCENARIOS] = "scenarios",
                                        [COUNTED_REQUIREMENTS] = "requirements",
                                        [COUNTED_PHASES] = "phases",
                                        [COUNTED_MILESTONES] = "milestones",
                                        [COUNTED_STORIES] = "stories",
                                        [COUNTED_EPICS] = "epics",
                                        [COUNTED_SPRINTS] = "sprints",
                                        [COUNTED_INITIATIVES] = "initiatives",
                                        [COUNTED_WORKSTREAMS] = "workstreams"};
    return nouns[claim->said.what];
}

static const char *state(enum count_state state)
{
    static const char *const states[] = {[COUNT_ALL] = "",
                                         [COUNT_DONE] = " done",
                                         [COUNT_OPEN] = " open",
                                         [COUNT_PARALLEL] = " marked parallel"};
    return states[state];
}

static unsigned number_in(const struct tally *tally, enum count_state state)
{
    return state == COUNT_DONE       ? tally->done
           : state == COUNT_OPEN     ? tally->all - tally->done
           : state == COUNT_PARALLEL ? tally->parallel
                                     : tally->all;
}

/* "10", "10 or 14 (counted in another way)" without saying a number twice; "2 of 5". */
static struct slice there(const struct claim *claim, const struct counts *counts,
                          struct arena *arena)
{
    const struct tally *first = &counts->ways[0];
    unsigned number = number_in(first, claim->said.state);
    if (claim->said.has_total)
        return slice_of(arena_printf(arena, "%u of %u", number, first->all));
    for (size_t i = 1; i < counts->len; i++) {
        unsigned other = number_in(&counts->ways[i], claim->said.state);
        if (other != number && counts->ways[i].stateless == first->stateless)
            return slice_of(arena_printf(arena, "%u (or %u, counted otherwise)", number, other));
    }
    return slice_of(arena_printf(arena, "%u", number));
}

/* The number as written: "40+", "3 of 5". */
static struct slice said(const struct check *check, const struct claim *claim)
{
    struct span number = claim->number;
    if (claim->said.has_total)
        number.end = claim->total.end;
    number.start -= claim->said.approx && check->text.ptr[number.start - 1] == '~';
    number.end += claim->said.at_least;
    return span_slice(check->text, number);
}

/* The scope in words: "a.md", "Phase 1", "this document". */
static struct slice scope(const struct check *check, const struct claim *claim)
{
    if (claim->about != check->document)
        return claim->about->path;
    if (claim->part_name.len)
        return claim->part_name;
    return SLICE("this document");
}

static void relate(struct check *check, struct planls_diagnostic *diagnostic,
                   const struct claim *claim)
{
    struct span where = {0, 0};
    const struct model *model = claim->about->model;
    uint32_t heading = claim->parts[0].end == UINT32_MAX
                           ? NO_INDEX
                           : model_heading_at(model, claim->parts[0].start);
    if (heading != NO_INDEX)
        where = model->headings.items[heading].title_span;
    else if (claim->about == check->document)
        return;
    report_related(check, diagnostic, claim->about, where, "what is counted");
}

static void correct(struct check *check, struct planls_diagnostic *diagnostic,
                    const struct claim *claim, const struct counts *counts)
{
    uint32_t number, total;
    if (!counts_certain(counts, &claim->said, &number, &total))
        return;
    struct planls_fix *fix =
        claim->said.has_total
            ? report_fix(check, diagnostic, false, "Change to %u of %u", number, total)
            : report_fix(check, diagnostic, false, "Change %.*s to %u",
                         SLICE_ARG(claim->said.digits), number);
    fix_edit(check, fix, check->document, claim->number,
             slice_of(arena_printf(check->arena, "%u", number)));
    if (claim->said.has_total)
        fix_edit(check, fix, check->document, claim->total,
                 slice_of(arena_printf(check->arena, "%u", total)));
}

static void check_claim_mismatch(struct check *check)
{
    struct claims claims = {0};
    claims_of(check->workspace, check->document, check->arena, &claims);
    for (size_t i = 0; i < claims.len; i++) {
        const struct claim *claim = &claims.items[i];
        struct counts counts;
        if (!claim_is_wrong(claim, &counts))
            continue;
        const char *verb = number_in(&counts.ways[0], claim->said.state) == 1 ? "is" : "are";
        struct planls_diagnostic *diagnostic =
            report(check, claim->where, "Says %.*s %s%s, but there %s %.*s in %.*s",
                   SLICE_ARG(said(check, claim)), noun(claim), state(claim->said.state), verb,
                   SLICE_ARG(there(claim, &counts, check->arena)), SLICE_ARG(scope(check, claim)));
        relate(check, diagnostic, claim);
        correct(check, diagnostic, claim, &counts);
    }
}

RULE(claim_mismatch) = {
    .name = "claim-mismatch",
    .summary = "a count said of a document, a section or a phase is not what is there",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_claim_mismatch,
};
