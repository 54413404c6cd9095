/* uncovered_item.c: an item that no task serves, where most of its siblings are named by some. */
#include "edits/link_task.h"
#include "rules/rule.h"
#include "rules/siblings.h"

/* Who serves the items of the document. */
struct coverage {
    bool *named;  /* per item: a task names it, in a way of its own */
    bool *served; /* per item: named, or tasks stand in its section, or it or one below it is */
    const struct document *example; /* whose task links to an item, last; NULL where none does */
    uint32_t like;
};

static void read_claims(struct check *check, const struct document *from, struct coverage *coverage)
{
    for (uint32_t t = 0; t < from->model->tasks.len; t++) {
        const struct task *task = &from->model->tasks.items[t];
        if (from == check->document && task->item != NO_INDEX)
            coverage->served[task->item] = true;
        for (uint32_t c = 0; c < task->claims.len; c++) {
            struct target target;
            if (resolve_task_claim(check->workspace, from, t, c, &target) != RESOLVED ||
                target.document != check->document || target.item == NO_INDEX ||
                (from == check->document && target.item == task->item))
                continue;
            coverage->named[target.item] = coverage->served[target.item] = true;
            bool link =
                task->claims.items[c].via == VIA_LINK && from->loaded && task->parent == NO_INDEX;
            coverage->example = link ? from : coverage->example;
            coverage->like = link ? t : coverage->like;
        }
    }
}

/* "Phase 3: User Story 1 — Browse": the phase's tasks are the story's, tagged or not. */
static void read_phases(struct check *check, const struct document *from, struct coverage *coverage)
{
    static const struct slice words = SLICE_INIT("User Story ");
    if (from->model->dialect != DIALECT_SPEC_KIT || from == check->document)
        return;
    for (uint32_t i = 0; i < from->model->headings.len; i++) {
        struct slice title = from->model->headings.items[i].title;
        size_t at = slice_find_nocase(title, words), end = at + words.len;
        if (at == SLICE_NONE)
            continue;
        while (end < title.len && ascii_is_digit(title.ptr[end]))
            end++;
        const char *tag =
            arena_printf(check->arena, "US%.*s", SLICE_ARG(slice_sub(title, at + words.len, end)));
        struct target target;
        if (resolve_item_name(check->workspace, from, slice_of(tag), &target) == RESOLVED &&
            target.document == check->document && target.item != NO_INDEX)
            coverage->named[target.item] = coverage->served[target.item] = true;
    }
}

static struct coverage coverage_of(struct check *check)
{
    const struct model *model = check->model;
    struct coverage coverage = {
        .named = arena_array(check->arena, model->items.len, sizeof(bool)),
        .served = arena_array(check->arena, model->items.len, sizeof(bool)),
    };
    struct document_list others = {0};
    workspace_edit_dependents(check->workspace, check->document->path, check->arena, &others);
    for (size_t d = 0; d < others.len; d++) {
        read_claims(check, others.items[d], &coverage);
        read_phases(check, others.items[d], &coverage);
    }
    read_claims(check, check->document, &coverage);
    for (uint32_t i = 0; i < model->items.len; i++)
        for (uint32_t up = i; coverage.served[i] && up != NO_INDEX;
             up = model->items.items[up].parent)
            coverage.served[up] = true;
    return coverage;
}

/* Something that work is done for, and that still waits for it. */
static bool is_asked(const struct item *item)
{
    switch (item->kind) {
    case ITEM_INITIATIVE:
    case ITEM_WORKSTREAM:
    case ITEM_EPIC:
    case ITEM_PHASE:
    case ITEM_MILESTONE:
    case ITEM_OBJECTIVE:
    case ITEM_KEY_RESULT:
    case ITEM_STORY:
    case ITEM_REQUIREMENT:
        return item->status != STATUS_DONE && item->status != STATUS_CANCELLED &&
               item->status != STATUS_DEFERRED;
    default:
        return false;
    }
}

static void report_item(struct check *check, const struct coverage *coverage, uint32_t index,
                        const struct habit *habit)
{
    const struct item *item = &check->model->items.items[index];
    struct planls_diagnostic *diagnostic =
        report(check, item->name_span, "No task serves it, while %u of the %u like it have some",
               habit->having, habit->siblings);
    struct planls_edit edit;
    if (!coverage->example || !add_linked_task(coverage->example, coverage->like, check->document,
                                               index, check->arena, &edit))
        return;
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Add a task for it to %.*s",
                                        SLICE_ARG(coverage->example->path));
    fix_edit(check, fix, coverage->example, (struct span){edit.range.start, edit.range.end},
             (struct slice){edit.new_text, edit.new_len});
}

static void check_uncovered_item(struct check *check)
{
    const struct model *model = check->model;
    if (model->items.len < HABIT_MIN_ITEMS)
        return;
    struct coverage coverage = coverage_of(check);
    struct siblings siblings = siblings_of(model, check->arena);
    struct habit *habits = arena_array(check->arena, siblings.count + 1, sizeof *habits);
    for (uint32_t i = 0; i < model->items.len; i++) {
        habits[siblings.group[i]].siblings++;
        habits[siblings.group[i]].having += coverage.named[i];
    }
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct habit *habit = &habits[siblings.group[i]];
        if (!coverage.served[i] && habit_is_strong(habit) && is_asked(&model->items.items[i]))
            report_item(check, &coverage, i, habit);
    }
}

RULE(uncovered_item) = {
    .name = "uncovered-item",
    .summary = "no task serves an item or requirement, where most of its siblings have some",
    .severity = PLANLS_HINT,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_uncovered_item,
};
