/* unlinked_task.c: tasks that serve no plan item. */
#include "edits/link_task.h"
#include "rules/rule.h"
#include "rules/siblings.h"

/* How many items the first of them is offered. */
#define OFFERED_ITEMS 3
#define MATCHED_ITEMS 16
/* In a larger plan a code action on the task itself finds them, when asked. */
#define COMPARED_ITEMS 1000

/* A task file's headings may group its tasks ("## Backend"): such a group is work itself, and serves as
 * little as what stands in it. */
static bool is_mere_group(const struct check *check, const struct target *target)
{
    const struct model *model = check->model;
    if (target->document != check->document)
        return false;
    for (uint32_t i = target->item; i != NO_INDEX; i = model->items.items[i].parent)
        if (item_is_servable(check->document, &model->items.items[i]))
            return false;
    return true;
}

/* Does it name something, in whatever way? A name that fails is unknown-plan-item's finding. */
static bool names_something(const struct check *check, uint32_t task)
{
    const struct task *t = &check->model->tasks.items[task];
    struct target target;
    enum link_via via;
    uint32_t failed;
    enum resolution result =
        resolve_task(check->workspace, check->document, task, &target, &via, &failed);
    if (result == RESOLVED && via == VIA_SECTION && is_mere_group(check, &target))
        return false;
    if (result == RESOLVED || result == AMBIGUOUS || result == UNRESOLVED_UNKNOWN ||
        failed != NO_INDEX)
        return true;
    /* A link or tag that leads nowhere is one all the same: other rules speak of it. */
    for (size_t c = 0; c < t->claims.len; c++)
        if (t->claims.items[c].via == VIA_TAG || t->claims.items[c].via == VIA_LINK ||
            t->claims.items[c].via == VIA_WIKI_LINK)
            return true;
    return false;
}

/* Which tasks name what they serve, themselves or by a task below them. */
static const bool *linked_tasks(const struct check *check)
{
    const struct model *model = check->model;
    bool *linked = arena_array(check->arena, model->tasks.len + 1, sizeof *linked);
    for (uint32_t i = (uint32_t)model->tasks.len; i-- > 0;) {
        linked[i] = linked[i] || names_something(check, i);
        if (linked[i] && model->tasks.items[i].parent != NO_INDEX)
            linked[model->tasks.items[i].parent] = true;
    }
    return linked;
}

/* "2." is the group of "2.1" and "2.2": it serves what they serve. */
static bool is_group(const struct model *model, uint32_t task)
{
    struct slice id = model->tasks.items[task].id;
    if (id.len == 0 || task + 1 >= model->tasks.len)
        return false;
    struct slice next = model->tasks.items[task + 1].id;
    return next.len > id.len + 1 && slice_starts(next, id) && next.ptr[id.len] == '.';
}

static bool is_missing_link(const struct model *model, const bool *linked, uint32_t task)
{
    const struct task *t = &model->tasks.items[task];
    return !linked[task] && !t->criterion && !t->optional && t->parent == NO_INDEX &&
           !is_group(model, task);
}

/* ---- tasks of a spec's folder ----------------------------------------------------------------- */

/* Kiro's, OpenSpec's and spec-kit's tasks serve the spec they lie beside. */
static bool lies_beside_spec(const struct check *check)
{
    static const char *const names[] = {"requirements.md", "spec.md", "plan.md", "proposal.md",
                                        "design.md"};
    static const char *const folders[] = {"specs/", ".kiro/", "openspec/"};
    enum task_dialect dialect = check->model->dialect;
    bool inside =
        dialect == DIALECT_KIRO || dialect == DIALECT_OPENSPEC || dialect == DIALECT_SPEC_KIT;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        inside = inside || slice_contains(check->document->path, slice_of(folders[i]));
    if (!inside)
        return false;
    /* A change's folder is what its tasks are for, whatever of it is here. */
    if (slice_contains(check->document->path, SLICE("openspec/changes/")))
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct slice path = path_resolve(check->document->path, slice_of(names[i]), check->arena);
        const struct document *beside = workspace_find(check->workspace, path);
        if (beside && beside != check->document)
            return true;
    }
    return false;
}

/* Where most of a Kiro list's tasks say their requirements, one that does not is a gap. */
static bool linking_is_habit(const struct check *check, const bool *linked)
{
    struct habit habit = {0};
    for (uint32_t i = 0; i < check->model->tasks.len; i++) {
        habit.siblings++;
        habit.having += linked[i];
    }
    return check->model->dialect == DIALECT_KIRO && habit_is_strong(&habit);
}

/* ---- findings --------------------------------------------------------------------------------- */

/* Offers the items its words fit best; a plan's next step one of its own. */
static void offer_links(struct check *check, struct planls_diagnostic *diagnostic, uint32_t task)
{
    struct match matches[MATCHED_ITEMS];
    bool step = check->model->tasks.items[task].source == TASK_FROM_NEXT_STEPS;
    if (workspace_servable_items(check->workspace) > COMPARED_ITEMS)
        return;
    size_t count =
        workspace_match_items(check->workspace, check->document, task, matches, MATCHED_ITEMS);
    size_t offered = 0;
    for (size_t i = 0; i < count && offered < OFFERED_ITEMS; i++) {
        bool own = matches[i].document == check->document;
        const struct item *item = &matches[i].document->model->items.items[matches[i].item];
        struct planls_edit edit;
        if ((step && !own) || !link_task(check->document, task, matches[i].document,
                                         matches[i].item, check->arena, &edit))
            continue;
        struct planls_fix *fix =
            own ? report_fix(check, diagnostic, false, "Link it to “%.*s”", SLICE_ARG(item->title))
                : report_fix(check, diagnostic, false, "Link it to “%.*s” in %.*s",
                             SLICE_ARG(item->title), SLICE_ARG(matches[i].document->path));
        fix_edit(check, fix, check->document, (struct span){edit.range.start, edit.range.end},
                 (struct slice){edit.new_text, edit.new_len});
        offered++;
    }
}

/* A plan's own boxes and a checklist's are no tasks that somebody forgot to link. A backlog is asked
 * where most of its tasks are linked: a milestone is one of several ways to sort them. */
static bool is_task_file(const struct check *check)
{
    const struct model *model = check->model;
    struct habit linking = {0};
    linking.siblings = (uint32_t)workspace_task_documents(check->workspace, &linking.having);
    return (model->kinds & DOCUMENT_TASKS) && !(model->kinds & (DOCUMENT_PLAN | DOCUMENT_SPEC)) &&
           slice_find_nocase(model->path, SLICE("checklist")) == SLICE_NONE &&
           slice_find_nocase(model->title, SLICE("checklist")) == SLICE_NONE &&
           (model->dialect != DIALECT_BACKLOG || habit_is_strong(&linking));
}

/* A numbered step has no box: a tick before its words says that it is taken. */
static bool is_ticked(const struct check *check, const struct task *task)
{
    static const char *const ticks[] = {"✅", "✓", "✔", "☑", "[x]"};
    struct span lead = {task->span.start, task->title_span.start};
    if (task->done || lead.end < lead.start)
        return task->done;
    for (size_t i = 0; i < sizeof ticks / sizeof *ticks; i++)
        if (slice_contains(span_slice(check->text, lead), slice_of(ticks[i])))
            return true;
    return false;
}

/* Is it a plan whose items a next step could be a step of: several, most with a time or an owner? */
static bool has_project_items(const struct model *model)
{
    struct habit planned = {0};
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        if (item->kind < ITEM_INITIATIVE || item->kind > ITEM_KEY_RESULT)
            continue;
        planned.siblings++;
        planned.having += item->timeline.len > 0 || item->owners.len > 0;
    }
    return habit_is_strong(&planned);
}

/* Reports the first of them and says how many there are. */
static void report_tasks(struct check *check, const uint32_t *tasks, size_t count, bool steps)
{
    const struct task *task = &check->model->tasks.items[tasks[0]];
    struct span span = span_is_empty(task->title_span) ? task->span : task->title_span;
    const char *what = steps ? "step" : "task";
    struct planls_diagnostic *diagnostic =
        count == 1
            ? report(check, span, "This %s names no plan item, so nobody sees what it is for", what)
            : report(check, span,
                     "This and %zu more %s%s name no plan item, so nobody sees what they are for",
                     count - 1, what, count == 2 ? "" : "s");
    if (steps)
        diagnostic->severity = PLANLS_HINT;
    offer_links(check, diagnostic, tasks[0]);
}

static void check_unlinked_task(struct check *check)
{
    const struct model *model = check->model;
    if (!workspace_has_plan(check->workspace) || model->tasks.len == 0)
        return;
    bool task_file = is_task_file(check), steps_count = has_project_items(model);
    if (!task_file && !model->next_steps)
        return;
    const bool *linked = linked_tasks(check);
    if (task_file && lies_beside_spec(check) && !linking_is_habit(check, linked))
        return;
    VEC(uint32_t) tasks = {0}, steps = {0};
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        bool step = task->source == TASK_FROM_NEXT_STEPS;
        if (!is_missing_link(model, linked, i))
            continue;
        if (step && steps_count && !is_ticked(check, task))
            *VEC_PUSH(check->arena, &steps) = i;
        else if (!step && task_file)
            *VEC_PUSH(check->arena, &tasks) = i;
    }
    /* One for the file; in a gate one for each section, so that a waiver in one lets no other pass. */
    for (size_t i = 0, end; i < tasks.len; i = end) {
        uint32_t heading = model->tasks.items[tasks.items[i]].heading;
        end = check->settings->gate ? i + 1 : tasks.len;
        while (end < tasks.len && model->tasks.items[tasks.items[end]].heading == heading)
            end++;
        report_tasks(check, &tasks.items[i], end - i, false);
    }
    if (steps.len)
        report_tasks(check, steps.items, steps.len, true);
}

RULE(unlinked_task) = {
    .name = "unlinked-task",
    .summary = "tasks of a task file serve no plan item",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .gate = RULE_GATE_ERROR,
    .since = "0.1",
    .check = check_unlinked_task,
};
