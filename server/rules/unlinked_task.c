/* unlinked_task.c: tasks that serve no plan item. */
#include "edits/link_task.h"
#include "rules/rule.h"

/* How many items the first of them is offered. */
#define OFFERED_ITEMS 3

/* A link that leads nowhere is a link all the same: the rules about links speak of it. */
static bool has_link(const struct task *task)
{
    for (size_t i = 0; i < task->claims.len; i++)
        if (task->claims.items[i].via == VIA_LINK || task->claims.items[i].via == VIA_WIKI_LINK)
            return true;
    return false;
}

static bool is_linked(const struct workspace *workspace, const struct document *document,
                      uint32_t task)
{
    struct target target;
    enum link_via via;
    uint32_t failed;
    enum resolution result = resolve_task(workspace, document, task, &target, &via, &failed);
    /* A name that fails is unknown-plan-item's finding. */
    return result == RESOLVED || result == AMBIGUOUS || result == UNRESOLVED_UNKNOWN ||
           failed != NO_INDEX || has_link(&document->model->tasks.items[task]);
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

static bool serves_nothing(const struct check *check, uint32_t task)
{
    const struct task *t = &check->model->tasks.items[task];
    if (t->criterion || t->optional || t->parent != NO_INDEX || is_group(check->model, task))
        return false;
    return !is_linked(check->workspace, check->document, task);
}

/* Documents that are one task each are asked only where some of them are linked: a backlog that never
 * names plan items has another habit. */
static bool has_habit(const struct check *check)
{
    for (size_t d = 0; d < workspace_count(check->workspace); d++) {
        const struct document *document = workspace_at(check->workspace, d);
        struct target target;
        enum link_via via;
        uint32_t failed;
        if (document->model->tasks.len &&
            document->model->tasks.items[0].source == TASK_FROM_FRONT_MATTER &&
            resolve_task(check->workspace, document, 0, &target, &via, &failed) == RESOLVED)
            return true;
    }
    return false;
}

/* In these dialects' folders tasks serve the specification beside them by where they stand. */
static bool has_own_spec(const struct check *check)
{
    static const char *const folders[] = {"specs/", ".kiro/", "openspec/"};
    static const char *const specs[] = {"spec.md", "plan.md", "requirements.md", "proposal.md"};
    bool inside = false;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        inside = inside || slice_contains(check->document->path, slice_of(folders[i]));
    for (size_t i = 0; inside && i < sizeof specs / sizeof *specs; i++) {
        struct slice path = path_resolve(check->document->path, slice_of(specs[i]), check->arena);
        if (workspace_find(check->workspace, path))
            return true;
    }
    return false;
}

static void offer_links(struct check *check, struct planls_diagnostic *diagnostic, uint32_t task)
{
    struct match matches[OFFERED_ITEMS];
    size_t count =
        workspace_match_items(check->workspace, check->document, task, matches, OFFERED_ITEMS);
    for (size_t i = 0; i < count; i++) {
        const struct item *item = &matches[i].document->model->items.items[matches[i].item];
        struct planls_edit edit;
        if (!link_task(check->document, task, matches[i].document, matches[i].item, check->arena,
                       &edit))
            continue;
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Link it to “%.*s”", SLICE_ARG(item->title));
        fix_edit(check, fix, check->document, (struct span){edit.range.start, edit.range.end},
                 (struct slice){edit.new_text, edit.new_len});
    }
}

static void report_tasks(struct check *check, uint32_t first, size_t count, bool next_steps)
{
    const struct task *task = &check->model->tasks.items[first];
    struct span span = span_is_empty(task->title_span) ? task->span : task->title_span;
    struct planls_diagnostic *diagnostic =
        count == 1
            ? report(check, span, "This task serves no plan item, so nobody sees what it is for")
            : report(check, span,
                     "This and %zu more tasks serve no plan item, so nobody sees what they are for",
                     count - 1);
    if (next_steps)
        diagnostic->severity = PLANLS_HINT;
    offer_links(check, diagnostic, first);
}

/* A plan's own boxes and a checklist's are no tasks that somebody forgot to link. */
static bool is_task_file(const struct check *check)
{
    const struct model *model = check->model;
    return (model->kinds & DOCUMENT_TASKS) && !(model->kinds & (DOCUMENT_PLAN | DOCUMENT_SPEC)) &&
           slice_find_nocase(model->path, SLICE("checklist")) == SLICE_NONE &&
           slice_find_nocase(model->title, SLICE("checklist")) == SLICE_NONE &&
           !has_own_spec(check) &&
           (model->tasks.len == 0 || model->tasks.items[0].source != TASK_FROM_FRONT_MATTER ||
            has_habit(check));
}

static void check_unlinked_task(struct check *check)
{
    const struct model *model = check->model;
    if (!workspace_has_plan(check->workspace))
        return;
    bool task_file = is_task_file(check);
    uint32_t first = NO_INDEX, first_step = NO_INDEX;
    size_t count = 0, steps = 0;
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        bool step = model->tasks.items[i].source == TASK_FROM_NEXT_STEPS;
        if ((!step && !task_file) || !serves_nothing(check, i))
            continue;
        if (step && steps++ == 0)
            first_step = i;
        if (!step && count++ == 0)
            first = i;
    }
    if (count)
        report_tasks(check, first, count, false);
    if (steps)
        report_tasks(check, first_step, steps, true);
}

RULE(unlinked_task) = {
    .name = "unlinked-task",
    .summary = "tasks of a task file serve no plan item",
    .severity = PLANLS_WARNING,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_unlinked_task,
};
