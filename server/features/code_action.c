/* code_action.c: what can be done at a place (planls/code_action.h). */
#include "features/code_action.h"

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
            *VEC_PUSH(arena, out) = (struct planls_action){.kind = PLANLS_ACTION_QUICK_FIX,
                                                           .diagnostic = diagnostic,
                                                           .fix = diagnostic->fixes[f]};
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
        *VEC_PUSH(arena, out) = (struct planls_action){
            .kind = PLANLS_ACTION_QUICK_FIX, .diagnostic = diagnostic, .fix = fix};
    }
}

/* ---- fix-all ----------------------------------------------------------------------------------- */

static void offer_fix_all(const struct action_place *place, const struct refactoring *self,
                          struct planls_actions *out)
{
    struct wanted_fixes wanted = {0};
    if (count_safe(place->diagnostics, NULL) &&
        fix_edits_of(place->diagnostics, &wanted, place->arena).len)
        action_offer(place, self, 0, "Apply all safe planls fixes", out);
}

static bool edit_fix_all(const struct action_place *place, int argument, struct planls_fix *fix)
{
    (void)argument;
    struct wanted_fixes wanted = {0};
    struct slice text;
    struct edit_list edits =
        fix_all(place->workspace, place->document->path, &wanted, place->arena, &text);
    action_add_edits(place, place->document, &edits, fix);
    return edits.len > 0;
}

static const struct refactoring code_action_all[] = {
    {"fix-all", PLANLS_ACTION_FIX_ALL, offer_fix_all, edit_fix_all, NULL},
    {0},
};

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
        *VEC_PUSH(arena, out) = (struct planls_action){.kind = PLANLS_ACTION_REFACTOR, .fix = fix};
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

/* ---- named ones -------------------------------------------------------------------------------- */

static const struct refactoring *const tables[] = {
    code_action_all,   code_action_fields, code_action_time, code_action_items,
    code_action_chart, code_action_tasks,  code_action_lists};
#define TABLES (sizeof tables / sizeof *tables)

static const struct refactoring *find_refactoring(const char *name)
{
    for (size_t t = 0; t < TABLES; t++)
        for (const struct refactoring *r = tables[t]; r->name; r++)
            if (strcmp(r->name, name) == 0)
                return r;
    return NULL;
}

static bool touches_line(const struct document *document, struct planls_range range,
                         uint32_t offset)
{
    struct span line = text_line(&document->text, text_line_of(&document->text, offset));
    return range.start <= line.end && range.end >= line.start;
}

static bool place_init(struct action_place *place, struct planls_workspace *workspace,
                       const char *path, struct planls_range range, struct planls_results *results)
{
    *place = (struct action_place){.workspace = workspace,
                                   .document = facade_document(workspace, path),
                                   .range = range,
                                   .results = results,
                                   .arena = &results->arena};
    if (!place->document || range.end > place->document->text.bytes.len || range.start > range.end)
        return false;
    const struct model *model = place->document->model;
    place->item = model_item_at(model, range.start);
    place->on_heading =
        place->item != NO_INDEX &&
        touches_line(place->document, range, model->items.items[place->item].name_span.start);
    return true;
}

void action_offer(const struct action_place *place, const struct refactoring *self, int argument,
                  const char *title, struct planls_actions *out)
{
    *VEC_PUSH(place->arena, out) = (struct planls_action){
        .kind = self->kind, .fix = {.title = title}, .name = self->name, .argument = argument};
}

void action_add_edits(const struct action_place *place, const struct document *document,
                      const struct edit_list *edits, struct planls_fix *fix)
{
    struct planls_edit *all = arena_array(place->arena, fix->edit_count + edits->len, sizeof *all);
    if (fix->edit_count)
        memcpy(all, fix->edits, fix->edit_count * sizeof *all);
    fix->edits = all;
    const char *path = arena_cstring(place->arena, document->path);
    for (size_t i = 0; i < edits->len; i++) {
        struct text_edit edit = text_edit_minimal(document->text.bytes, edits->items[i]);
        if (span_is_empty(edit.span) && edit.new_text.len == 0)
            continue;
        fix->edits[fix->edit_count++] =
            (struct planls_edit){.path = path,
                                 .range = facade_range(edit.span),
                                 .new_text = arena_cstring(place->arena, edit.new_text),
                                 .new_len = edit.new_text.len};
    }
}

void action_add_file(const struct action_place *place, struct planls_edit edit,
                     struct planls_fix *fix)
{
    struct planls_edit *all = arena_array(place->arena, fix->edit_count + 1, sizeof *all);
    if (fix->edit_count)
        memcpy(all, fix->edits, fix->edit_count * sizeof *all);
    all[fix->edit_count++] = edit;
    fix->edits = all;
}

const char *const *planls_action_names(void)
{
    static const char *const names[] = {
        "add-id",           "add-owner",       "add-task",      "extract-tasks",
        "fix-all",          "gantt",           "hand-over",     "inline-tasks",
        "list-to-table",    "move-down",       "move-up",       "organize-plan",
        "shift-dependents", "shift-following", "table-to-list", NULL};
    return names;
}

void planls_action_documents(struct planls_workspace *workspace, const char *path,
                             struct planls_range range, const char *name, int argument,
                             struct planls_results *results, const char *const **paths,
                             size_t *count)
{
    (void)argument;
    struct action_place place;
    struct document_list documents = {0};
    const struct refactoring *refactoring = find_refactoring(name);
    if (refactoring && refactoring->documents &&
        place_init(&place, workspace, path, range, results))
        refactoring->documents(&place, &documents);
    const char **out = arena_array(&results->arena, documents.len, sizeof *out);
    for (size_t i = 0; i < documents.len; i++)
        out[i] = arena_cstring(&results->arena, documents.items[i]->path);
    *paths = out;
    *count = documents.len;
}

bool planls_action_edits(struct planls_workspace *workspace, const char *path,
                         struct planls_range range, const char *name, int argument,
                         struct planls_results *results, struct planls_fix *out,
                         const char **refusal)
{
    struct action_place place;
    const struct refactoring *refactoring = find_refactoring(name);
    *out = (struct planls_fix){0};
    *refusal = NULL;
    if (!refactoring)
        *refusal = arena_printf(&results->arena, "there is no action “%s”", name);
    else if (!place_init(&place, workspace, path, range, results))
        *refusal = "there is no such place";
    else if (!refactoring->edit(&place, argument, out) || out->edit_count == 0)
        *refusal = arena_printf(&results->arena, "there is nothing here for “%s” to change", name);
    return !*refusal;
}

void planls_actions_at(struct planls_workspace *workspace, const char *path,
                       struct planls_range range, const struct planls_diagnostics *diagnostics,
                       struct planls_results *results, struct planls_actions *out)
{
    struct action_place place;
    if (!place_init(&place, workspace, path, range, results))
        return;
    place.diagnostics = diagnostics;
    add_quick_fixes(range, diagnostics, place.arena, out);
    if (!fixes_offer_links(out))
        add_links(workspace, place.document, range, place.arena, out);
    add_fix_all_of_rule(path, diagnostics, place.arena, out);
    for (size_t t = 0; t < TABLES; t++)
        for (const struct refactoring *r = tables[t]; r->name; r++)
            r->offer(&place, r, out);
}
