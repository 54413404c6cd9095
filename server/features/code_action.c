/* code_action.c: what can be done at a place (planls/code_action.h). */
#include "edits/link_task.h"
#include "features/facade.h"
#include "text/edit.h"

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

/* All safe fixes of the document, or of one rule, as one replacement. False where nothing changes. */
static bool fix_all_edit(struct planls_workspace *workspace, struct slice path, struct slice old,
                         const char *rule, struct planls_results *results, struct planls_fix *fix)
{
    size_t len;
    bool changed;
    const char *text = planls_fix_all(workspace, path.ptr, false, rule ? &rule : NULL, rule ? 1 : 0,
                                      results, &len, &changed);
    if (!changed)
        return false;
    struct text_edit edit = {{0, (uint32_t)old.len}, {text, len}};
    edit = text_edit_minimal(old, edit);
    struct planls_edit *only = ARENA_NEW(&results->arena, struct planls_edit);
    *only = (struct planls_edit){.path = path.ptr,
                                 .range = facade_range(edit.span),
                                 .new_text = arena_cstring(&results->arena, edit.new_text),
                                 .new_len = edit.new_text.len};
    *fix = (struct planls_fix){.safe = true, .edits = only, .edit_count = 1};
    return true;
}

/* Where a rule has several safe fixes in the file, one that applies them all is offered at each. */
static void add_fix_all_of_rule(struct planls_workspace *workspace, struct slice path,
                                struct slice old, const struct planls_diagnostics *diagnostics,
                                struct planls_results *results, struct planls_actions *out)
{
    const char *last = NULL;
    size_t quick_fixes = out->len;
    for (size_t i = 0; i < quick_fixes; i++) {
        const struct planls_diagnostic *diagnostic = out->items[i].diagnostic;
        if (!diagnostic || !out->items[i].fix.safe || (last && strcmp(last, diagnostic->code) == 0))
            continue;
        last = diagnostic->code;
        size_t count = count_safe(diagnostics, last);
        struct planls_fix fix;
        if (count < 2 || !fix_all_edit(workspace, path, old, last, results, &fix))
            continue;
        fix.title = arena_printf(&results->arena, "Fix all %zu of %s in this file", count, last);
        *VEC_PUSH(&results->arena, out) =
            (struct planls_action){PLANLS_ACTION_QUICK_FIX, diagnostic, fix};
    }
}

static void add_fix_all(struct planls_workspace *workspace, struct slice path, struct slice old,
                        const struct planls_diagnostics *diagnostics,
                        struct planls_results *results, struct planls_actions *out)
{
    struct planls_fix fix;
    if (count_safe(diagnostics, NULL) == 0 ||
        !fix_all_edit(workspace, path, old, NULL, results, &fix))
        return;
    fix.title = "Apply all safe planls fixes";
    *VEC_PUSH(&results->arena, out) =
        (struct planls_action){.kind = PLANLS_ACTION_FIX_ALL, .fix = fix};
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
    /* The document is put anew while it is being fixed: nothing of it is kept over these calls. */
    struct slice name = arena_copy(&results->arena, document->path);
    struct slice old = arena_copy(&results->arena, document->text.bytes);
    add_fix_all_of_rule(workspace, name, old, diagnostics, results, out);
    add_fix_all(workspace, name, old, diagnostics, results, out);
}
