/* fix_all.c: applying a document's fixes until nothing is left to apply (planls/code_action.h). */
#include "features/facade.h"
#include "text/edit.h"

#include <planls/code_action.h>
#include <string.h>

/* A fix may uncover what another can mend; more rounds than this would mean two that quarrel. */
#define FIX_MAX_ROUNDS 10

struct wanted {
    bool unsafe;
    const char *const *rules;
    size_t rule_count;
};

static bool rule_is_wanted(const struct wanted *wanted, const char *code)
{
    for (size_t i = 0; i < wanted->rule_count; i++)
        if (strcmp(wanted->rules[i], code) == 0)
            return true;
    return wanted->rules == NULL;
}

static bool stays_in(const struct planls_fix *fix, const char *path)
{
    for (size_t e = 0; e < fix->edit_count; e++)
        if (fix->edits[e].create || strcmp(fix->edits[e].path, path) != 0)
            return false;
    return fix->edit_count > 0;
}

static const struct planls_fix *choose_fix(const struct planls_diagnostic *diagnostic,
                                           const struct wanted *wanted)
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

struct edits {
    VEC_MEMBERS(struct text_edit);
};

static bool overlaps_any(const struct edits *edits, struct span span)
{
    for (size_t i = 0; i < edits->len; i++) {
        struct span other = edits->items[i].span;
        /* Two insertions at one place would depend on their order: the second waits a round. */
        if (span_overlaps(other, span) || other.start == span.start)
            return true;
    }
    return false;
}

static void add_fix(struct arena *arena, struct edits *edits, const struct planls_fix *fix)
{
    for (size_t e = 0; e < fix->edit_count; e++)
        if (overlaps_any(edits, facade_span(fix->edits[e].range)))
            return;
    for (size_t e = 0; e < fix->edit_count; e++)
        *VEC_PUSH(arena, edits) = (struct text_edit){
            facade_span(fix->edits[e].range), {fix->edits[e].new_text, fix->edits[e].new_len}};
}

/* One round: the edits of all fixes that do not touch each other. */
static void gather(struct planls_workspace *workspace, const char *path,
                   const struct wanted *wanted, struct planls_results *results, struct edits *out)
{
    struct planls_diagnostics found = {0};
    planls_check(workspace, path, results, &found);
    for (size_t i = 0; i < found.len; i++) {
        const struct planls_fix *fix = choose_fix(&found.items[i], wanted);
        if (fix)
            add_fix(&results->arena, out, fix);
    }
    text_edits_sort(out->items, out->len);
}

static bool apply_round(struct planls_workspace *workspace, const char *path,
                        const struct edits *edits)
{
    const struct document *document = facade_document(workspace, path);
    struct strbuf text;
    strbuf_init(&text, TEXT_MAX_BYTES);
    text_edits_apply(document->text.bytes, edits->items, edits->len, &text);
    bool differs = !text.overflow && !slice_equal(strbuf_slice(&text), document->text.bytes);
    if (differs)
        workspace_put(workspace->ws, slice_of(path), strbuf_slice(&text));
    strbuf_release(&text);
    return differs;
}

const char *planls_fix_all(struct planls_workspace *workspace, const char *path, bool unsafe,
                           const char *const *rules, size_t rule_count,
                           struct planls_results *results, size_t *len, bool *changed)
{
    *changed = false;
    *len = 0;
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return "";
    struct wanted wanted = {unsafe, rules, rule_count};
    struct slice original = arena_copy(&results->arena, document->text.bytes);
    for (int round = 0; round < FIX_MAX_ROUNDS; round++) {
        struct edits edits = {0};
        gather(workspace, path, &wanted, results, &edits);
        if (edits.len == 0 || !apply_round(workspace, path, &edits))
            break;
    }
    struct slice text = arena_copy(&results->arena, facade_document(workspace, path)->text.bytes);
    *len = text.len;
    *changed = !slice_equal(text, original);
    if (*changed)
        workspace_put(workspace->ws, slice_of(path), original);
    return text.ptr;
}
