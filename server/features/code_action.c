/* code_action.c: what can be done at a place (planls/code_action.h). */
#include "edits/link_task.h"
#include "features/fix_all.h"

#include <planls/code_action.h>
#include <string.h>

/* How many items an unlinked task is offered. */
#define LINK_MAX_CHOICES 3

static void add_quick_fixes(struct planls_range range, const struct planls_diagnostics *diagnostics,
                            struct arena *arena, struct planls_actions *out)
{
    for (size_t i = 0; i < diagnostics->len; i++) {
        const struct planls_diagnostic *diagnostic = &diagnostics->items[i];
        if (diagnostic->range.start > range.end || diagnostic->range.end < range.start)
            continue;
        for (size_t f = 0; f < diagnostic->fix_count; f++)
            *VEC_PUSH(arena, out) =
                (struct planls_action){PLANLS_ACTION_QUICK_FIX, diagnostic, diagnostic->fixes[f]};
    }
}

static size_t count_safe(const struct planls_diagnostics *diagnostics, const char *rule)
{
    size_t count = 0;
    for (size_t i = 0; i < diagnostics->len; i++) {
        const struct planls_diagnostic *diagnostic = &diagnostics->items[i];
        if (rule && strcmp(diagnostic->code, rule) != 0)
            continue;
        for (size_t f = 0; f < diagnostic->fix_count; f++)
            count += diagnostic->fixes[f].safe;
    }
    return count;
}

static struct planls_fix fix_of_edits(const char *path, const struct edit_list *edits,
                                      struct arena *arena)
{
    struct planls_fix fix = {.safe = true, .edit_count = edits->len};
    fix.edits = arena_array(arena, edits->len, sizeof *fix.edits);
    for (size_t i = 0; i < edits->len; i++)
        fix.edits[i] =
            (struct planls_edit){.path = path,
                                 .range = facade_range(edits->items[i].span),
                                 .new_text = arena_cstring(arena, edits->items[i].new_text),
                                 .new_len = edits->items[i].new_text.len};
    return fix;
}

/* Where a rule has several safe fixes in the file, one that applies them all is offered at each. */
static void add_fix_all_of_rule(const char *path, const struct planls_diagnostics *diagnostics,
                                struct arena *arena, struct planls_actions *out)
{
    const char *last = NULL;
    size_t quick_fixes = out->len;
    for (size_t i = 0; i < quick_fixes; i++) {
        const struct planls_diagnostic *diagnostic = out->items[i].diagnostic;
        if (!diagnostic || !out->items[i].fix.safe || (last && strcmp(last, diagnostic->code) == 0))
            continue;
        last = diagnostic->code;
        size_t count = count_safe(diagnostics, last);
        if (count < 2)
            continue;
        struct wanted_fixes wanted = {.rules = &last, .rule_count = 1};
        struct edit_list edits = fix_edits_of(diagnostics, &wanted, arena);
        struct planls_fix fix = fix_of_edits(path, &edits, arena);
        fix.title = arena_printf(arena, "Fix all %zu of %s in this file", count, last);
        *VEC_PUSH(arena, out) = (struct planls_action){PLANLS_ACTION_QUICK_FIX, diagnostic, fix};
    }
}

static void add_fix_all(struct planls_workspace *workspace, struct slice path,
                        const struct planls_diagnostics *diagnostics, struct arena *arena,
                        struct planls_actions *out)
{
    if (count_safe(diagnostics, NULL) == 0)
        return;
    struct wanted_fixes wanted = {0};
    struct slice text;
    struct edit_list edits = fix_all(workspace, path, &wanted, arena, &text);
    if (edits.len == 0)
        return;
    struct planls_fix fix = fix_of_edits(path.ptr, &edits, arena);
    fix.title = "Apply all safe planls fixes";
    *VEC_PUSH(arena, out) = (struct planls_action){.kind = PLANLS_ACTION_FIX_ALL, .fix = fix};
}

/* Links a task that serves nothing to the items its words fit best. */
static void add_links(struct planls_workspace *workspace, const struct document *document,
                      struct planls_range range, struct arena *arena, struct planls_actions *out)
{
    uint32_t task = model_task_at(document->model, range.start);
    struct target target;
    enum link_via via;
    uint32_t failed;
    if (task == NO_INDEX || document->model->tasks.items[task].criterion ||
        resolve_task(workspace->ws, document, task, &target, &via, &failed) == RESOLVED)
        return;
    struct match matches[LINK_MAX_CHOICES];
    size_t count = workspace_match_items(workspace->ws, document, task, matches, LINK_MAX_CHOICES);
    for (size_t i = 0; i < count; i++) {
        struct planls_edit *edit = ARENA_NEW(arena, struct planls_edit);
        if (!link_task(document, task, matches[i].document, matches[i].item, arena, edit))
            continue;
        const struct item *item = &matches[i].document->model->items.items[matches[i].item];
        const char *title =
            matches[i].document == document
                ? arena_printf(arena, "Link it to “%.*s”", SLICE_ARG(item->title))
                : arena_printf(arena, "Link it to “%.*s” in %.*s", SLICE_ARG(item->title),
                               SLICE_ARG(matches[i].document->path));
        struct planls_fix fix = {
            .title = title, .preferred = i == 0, .edits = edit, .edit_count = 1};
        *VEC_PUSH(arena, out) = (struct planls_action){PLANLS_ACTION_REFACTOR, NULL, fix};
    }
}

static bool fixes_offer_links(const struct planls_actions *actions)
{
    for (size_t i = 0; i < actions->len; i++)
        if (actions->items[i].diagnostic &&
            slice_is(slice_of(actions->items[i].diagnostic->code), "unlinked-task"))
            return true;
    return false;
}

void planls_actions_at(struct planls_workspace *workspace, const char *path,
                       struct planls_range range, const struct planls_diagnostics *diagnostics,
                       struct planls_results *results, struct planls_actions *out)
{
    const struct document *document = facade_document(workspace, path);
    if (!document)
        return;
    add_quick_fixes(range, diagnostics, &results->arena, out);
    if (!fixes_offer_links(out))
        add_links(workspace, document, range, &results->arena, out);
    /* The document's snapshot changes while it is being fixed: nothing of it is kept over these calls. */
    struct slice name = arena_copy(&results->arena, document->path);
    add_fix_all_of_rule(name.ptr, diagnostics, &results->arena, out);
    add_fix_all(workspace, name, diagnostics, &results->arena, out);
}
