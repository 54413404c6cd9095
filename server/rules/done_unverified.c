/* done_unverified.c: work called done while what was to prove it is open. */
#include "rules/rule.h"
#include "rules/task_box.h"

/* ---- what a check is of ----------------------------------------------------------------------- */

/* What is called done, and the boxes that were to prove it. */
struct proof {
    uint32_t all, open;
    uint32_t first_open, last_open; /* tasks */
};

struct proofs {
    struct proof *tasks, *items;
    uint32_t *task_of, *item_of; /* per box: what it proves, or NO_INDEX */
};

/* The task a criterion stands below. */
static uint32_t task_above(const struct model *model, uint32_t box)
{
    uint32_t up = model->tasks.items[box].parent;
    while (up != NO_INDEX && model->tasks.items[up].criterion)
        up = model->tasks.items[up].parent;
    return up;
}

/* The innermost item around it that says a state. */
static uint32_t item_above(const struct model *model, uint32_t box)
{
    uint32_t up = model->tasks.items[box].item;
    while (up != NO_INDEX && model->items.items[up].status == STATUS_NONE)
        up = model->items.items[up].parent;
    return up;
}

/* A gate lets the next phase begin; it proves nothing of the work before it. */
static bool *boxes_of_gates(const struct model *model, struct arena *arena)
{
    bool *yes = arena_array(arena, model->tasks.len, sizeof *yes);
    size_t gate = 0;
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        uint32_t at = model->tasks.items[i].span.start;
        while (gate < model->gates.len && model->gates.items[gate].span.end <= at)
            gate++;
        yes[i] = gate < model->gates.len && model->gates.items[gate].span.start <= at;
    }
    return yes;
}

static void count_box(struct proof *proof, uint32_t box, bool open)
{
    proof->all++;
    if (!open)
        return;
    if (proof->open++ == 0)
        proof->first_open = box;
    proof->last_open = box;
}

static struct proofs proofs_of(struct check *check)
{
    const struct model *model = check->model;
    size_t tasks = model->tasks.len;
    struct proofs proofs = {
        .tasks = arena_array(check->arena, tasks, sizeof *proofs.tasks),
        .items = arena_array(check->arena, model->items.len, sizeof *proofs.items),
        .task_of = arena_array(check->arena, tasks, sizeof *proofs.task_of),
        .item_of = arena_array(check->arena, tasks, sizeof *proofs.item_of),
    };
    const bool *in_gate = boxes_of_gates(model, check->arena);
    for (uint32_t i = 0; i < tasks; i++) {
        const struct task *task = &model->tasks.items[i];
        proofs.task_of[i] = proofs.item_of[i] = NO_INDEX;
        if (!task->criterion || task->source != TASK_FROM_BOX || task->optional || in_gate[i])
            continue;
        proofs.task_of[i] = task_above(model, i);
        if (proofs.task_of[i] != NO_INDEX)
            count_box(&proofs.tasks[proofs.task_of[i]], i, task_is_open(task));
        else if ((proofs.item_of[i] = item_above(model, i)) != NO_INDEX)
            count_box(&proofs.items[proofs.item_of[i]], i, task_is_open(task));
    }
    return proofs;
}

/* ---- findings --------------------------------------------------------------------------------- */

/* More open boxes than this are ticked by hand, if at all. */
#define TICKED_AT_ONCE 50

static void offer_untick(struct check *check, struct planls_diagnostic *diagnostic,
                         const struct task *task)
{
    struct span mark = task_box_inside(check, task);
    if (task->source != TASK_FROM_BOX || span_is_empty(mark))
        return;
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Untick it");
    fix_edit(check, fix, check->document, mark, SLICE(" "));
}

static void offer_ticks(struct check *check, struct planls_diagnostic *diagnostic,
                        const struct proof *proof, const uint32_t *subject_of, uint32_t subject)
{
    if (proof->open > TICKED_AT_ONCE)
        return;
    struct planls_fix *fix = report_fix(check, diagnostic, false, "Tick what is open below it");
    for (uint32_t i = proof->first_open; i <= proof->last_open; i++) {
        const struct task *task = &check->model->tasks.items[i];
        struct span inside = task_box_inside(check, task);
        if (subject_of[i] == subject && task_is_open(task) && !span_is_empty(inside))
            fix_edit(check, fix, check->document, inside, SLICE("x"));
    }
}

static struct planls_diagnostic *report_proof(struct check *check, struct span span,
                                              const struct proof *proof)
{
    const char *are = proof->open == 1 ? "is" : "are";
    struct planls_diagnostic *diagnostic =
        proof->all == 1
            ? report(check, span, "Done while the one check that proves it is open")
            : report(check, span, "Done while %u of the %u checks that prove it %s open",
                     proof->open, proof->all, are);
    report_related(check, diagnostic, check->document,
                   check->model->tasks.items[proof->first_open].box, "still open");
    return diagnostic;
}

static void report_task(struct check *check, const struct proofs *proofs, uint32_t index)
{
    const struct task *task = &check->model->tasks.items[index];
    struct planls_diagnostic *diagnostic = report_proof(check, task->box, &proofs->tasks[index]);
    offer_untick(check, diagnostic, task);
    offer_ticks(check, diagnostic, &proofs->tasks[index], proofs->task_of, index);
}

static void report_item(struct check *check, const struct proofs *proofs, uint32_t index)
{
    const struct model *model = check->model;
    uint32_t field = model_field_of(model, index, FIELD_STATUS);
    struct span span = field != NO_INDEX && !span_is_empty(model->fields.items[field].value)
                           ? model->fields.items[field].value
                           : model->items.items[index].name_span;
    struct planls_diagnostic *diagnostic = report_proof(check, span, &proofs->items[index]);
    offer_ticks(check, diagnostic, &proofs->items[index], proofs->item_of, index);
}

/* ---- checkpoints ------------------------------------------------------------------------------ */

/* "4. Checkpoint - all tests pass", as Kiro's lists have them between groups of tasks. */
static bool is_checkpoint(const struct task *task)
{
    static const char *const words[] = {"checkpoint", "final checkpoint", "チェックポイント"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_nocase(task->title, slice_of(words[i])))
            return task->source == TASK_FROM_BOX && !task->criterion && task->parent == NO_INDEX;
    return false;
}

/* A ticked checkpoint vouches for what stands before it, up to the one before. */
static void check_checkpoints(struct check *check)
{
    const struct model *model = check->model;
    uint32_t open = NO_INDEX, count = 0;
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        if (!is_checkpoint(task)) {
            bool counts = !task->criterion && task->parent == NO_INDEX && task_is_open(task) &&
                          task->source == TASK_FROM_BOX;
            open = counts && count++ == 0 ? i : open;
            continue;
        }
        if (task->done && count) {
            struct planls_diagnostic *diagnostic =
                count == 1
                    ? report(check, task->box, "Checkpoint passed while a task before it is open")
                    : report(check, task->box,
                             "Checkpoint passed while %u tasks before it are open", count);
            report_related(check, diagnostic, check->document, model->tasks.items[open].box,
                           "still open");
            offer_untick(check, diagnostic, task);
        }
        count = 0;
    }
}

/* ---- the rule --------------------------------------------------------------------------------- */

/* Where not one of a document's checks was ever ticked, they are a list of wishes that nobody keeps: one
 * word at the first is enough. */
static bool checks_are_kept(const struct check *check, const struct proofs *proofs)
{
    for (uint32_t i = 0; i < check->model->tasks.len; i++)
        if (check->model->tasks.items[i].done &&
            (proofs->task_of[i] != NO_INDEX || proofs->item_of[i] != NO_INDEX))
            return true;
    return false;
}

static void check_done_unverified(struct check *check)
{
    const struct model *model = check->model;
    if (model->tasks.len == 0)
        return;
    struct proofs proofs = proofs_of(check);
    bool kept = checks_are_kept(check, &proofs), told = false;
    for (uint32_t i = 0; i < model->items.len && (kept || !told); i++) {
        if (model->items.items[i].status == STATUS_DONE && proofs.items[i].open) {
            report_item(check, &proofs, i);
            told = true;
        }
    }
    for (uint32_t i = 0; i < model->tasks.len && (kept || !told); i++) {
        if (model->tasks.items[i].done && proofs.tasks[i].open) {
            report_task(check, &proofs, i);
            told = true;
        }
    }
    check_checkpoints(check);
}

RULE(done_unverified) = {
    .name = "done-unverified",
    .summary = "done while its verification steps or acceptance criteria are open",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .gate = RULE_GATE_ERROR,
    .since = "0.1",
    .lean = true,
    .check = check_done_unverified,
};
