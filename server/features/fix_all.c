/* fix_all.c: applying a document's fixes until nothing is left to apply (planls/code_action.h). */
#include "features/fix_all.h"

#include <planls/code_action.h>
#include <stdlib.h>
#include <string.h>

/* A fix may uncover what another can mend; more rounds than this would mean two that quarrel. */
#define FIX_MAX_ROUNDS 10

static bool rule_is_wanted(const struct wanted_fixes *wanted, const char *code)
{
    for (size_t i = 0; i < wanted->rule_count; i++)
        if (strcmp(wanted->rules[i], code) == 0)
            return true;
    return wanted->rules == NULL;
}

static bool stays_in(const struct planls_fix *fix, const char *path)
{
    for (size_t e = 0; e < fix->edit_count; e++)
        if (fix->edits[e].create || fix->edits[e].remove || strcmp(fix->edits[e].path, path) != 0)
            return false;
    return fix->edit_count > 0;
}

static const struct planls_fix *choose_fix(const struct planls_diagnostic *diagnostic,
                                           const struct wanted_fixes *wanted)
{
    if (!rule_is_wanted(wanted, diagnostic->code))
        return NULL;
    for (size_t i = 0; i < diagnostic->fix_count; i++) {
        const struct planls_fix *fix = &diagnostic->fixes[i];
        bool chosen =
            fix->safe || (wanted->unsafe && (fix->preferred || diagnostic->fix_count == 1));
        if (chosen)
            return stays_in(fix, diagnostic->path) ? fix : NULL;
    }
    return NULL;
}

/* ---- one round -------------------------------------------------------------------------------- */

/* An edit and the finding it mends. */
struct candidate {
    struct text_edit edit;
    size_t finding;
};

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->edit.span.start != y->edit.span.start)
        return x->edit.span.start < y->edit.span.start ? -1 : 1;
    if (x->edit.span.end != y->edit.span.end)
        return x->edit.span.end < y->edit.span.end ? -1 : 1;
    return x->finding < y->finding ? -1 : x->finding > y->finding;
}

/* Two insertions at one place would depend on their order: the second waits a round. */
static bool is_in_the_way(struct span first, struct span second)
{
    return second.start < first.end || second.start == first.start;
}

/* Rejects fixes that touch one of an earlier finding, so that the first finding's fix always stays. */
static void reject_touching(const struct candidate *all, size_t count, bool *rejected)
{
    const struct candidate *last = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct candidate *candidate = &all[i];
        if (rejected[candidate->finding])
            continue;
        if (last && !rejected[last->finding] && last->finding != candidate->finding &&
            is_in_the_way(last->edit.span, candidate->edit.span)) {
            bool earlier = last->finding < candidate->finding;
            rejected[earlier ? candidate->finding : last->finding] = true;
            if (earlier)
                continue;
        }
        last = candidate;
    }
}

struct edit_list fix_edits_of(const struct planls_diagnostics *found,
                              const struct wanted_fixes *wanted, struct arena *arena)
{
    VEC(struct candidate) all = {0};
    struct edit_list out = {0};
    for (size_t i = 0; i < found->len; i++) {
        const struct planls_fix *fix = choose_fix(&found->items[i], wanted);
        for (size_t e = 0; fix && e < fix->edit_count; e++)
            *VEC_PUSH(arena, &all) = (struct candidate){
                {facade_span(fix->edits[e].range), {fix->edits[e].new_text, fix->edits[e].new_len}},
                i};
    }
    if (all.len == 0)
        return out;
    qsort(all.items, all.len, sizeof *all.items, compare_candidates);
    bool *rejected = arena_array(arena, found->len, sizeof *rejected);
    reject_touching(all.items, all.len, rejected);
    for (size_t i = 0; i < all.len; i++)
        if (!rejected[all.items[i].finding])
            *VEC_PUSH(arena, &out) = all.items[i].edit;
    return out;
}

/* ---- rounds ----------------------------------------------------------------------------------- */

static struct slice applied(struct slice text, const struct edit_list *edits, struct arena *arena)
{
    struct strbuf out;
    strbuf_init(&out, TEXT_MAX_BYTES);
    text_edits_apply(text, edits->items, edits->len, &out);
    struct slice copy = out.overflow ? text : arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return copy;
}

/* The trial takes the document's place; the first one gives back what stood there. */
static struct snapshot *put_trial(struct workspace *ws, struct slice path, struct slice text,
                                  struct snapshot *own)
{
    struct snapshot *trial = snapshot_new(path, text, workspace_settings(ws), workspace_parser(ws));
    struct snapshot *before = workspace_swap(ws, trial);
    if (!own)
        return before;
    snapshot_free(before);
    return own;
}

struct edit_list fix_all(struct planls_workspace *workspace, struct slice path,
                         const struct wanted_fixes *wanted, struct arena *arena, struct slice *text)
{
    struct edit_list all = {0};
    struct snapshot *own = NULL; /* the document's, while a trial stands in its place */
    struct slice name = arena_copy(arena, path);
    struct slice original = arena_copy(arena, workspace_find(workspace->ws, name)->text.bytes);
    struct slice current = original;
    for (int round = 0; round < FIX_MAX_ROUNDS; round++) {
        struct planls_results *results = planls_results_new();
        struct planls_diagnostics found = {0};
        planls_check(workspace, name.ptr, results, &found);
        struct edit_list edits = fix_edits_of(&found, wanted, &results->arena);
        struct slice next = applied(current, &edits, arena);
        bool differs = !slice_equal(next, current) &&
                       text_edits_are_disjoint(edits.items, edits.len, current.len);
        if (differs) {
            all = edits_compose(original, &all, current, &edits, arena);
            own = put_trial(workspace->ws, name, next, own);
            current = next;
        }
        planls_results_free(results);
        if (!differs)
            break;
    }
    if (own)
        snapshot_free(workspace_swap(workspace->ws, own));
    *text = current;
    return all;
}

const char *planls_fix_all(struct planls_workspace *workspace, const char *path, bool unsafe,
                           const char *const *rules, size_t rule_count,
                           struct planls_results *results, size_t *len, bool *changed)
{
    const struct document *document = facade_document(workspace, path);
    *changed = false;
    *len = 0;
    if (!document)
        return "";
    struct wanted_fixes wanted = {unsafe, rules, rule_count};
    struct slice text;
    struct slice name = arena_copy(&results->arena, document->path);
    struct edit_list edits = fix_all(workspace, name, &wanted, &results->arena, &text);
    *len = text.len;
    *changed = edits.len > 0;
    return text.ptr;
}
