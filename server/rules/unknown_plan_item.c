/* unknown_plan_item.c: a task that names a plan item which does not exist. */
#include "rules/near.h"
#include "rules/rule.h"

/* Items whose names are compared: in a larger workspace the search would cost more than it helps. */
#define COMPARED_ITEMS 1000

static struct near_names near_items(struct check *check, struct slice wanted)
{
    struct near_names near = {0};
    size_t compared = 0;
    for (size_t d = 0; d < workspace_count(check->workspace) && compared < COMPARED_ITEMS; d++) {
        const struct model *model = workspace_at(check->workspace, d)->model;
        if (model->kinds & (DOCUMENT_ARCHIVED | DOCUMENT_TEMPLATE))
            continue;
        compared += model->items.len;
        for (size_t i = 0; i < model->items.len; i++) {
            near_add(&near, wanted, model->items.items[i].title);
            near_add(&near, wanted, model->items.items[i].id);
        }
    }
    return near;
}

/* `milestone: v2`, `plan: premium`: these keys serve other purposes too. Only a slip is certain. */
static bool is_loose_key(const struct model *model, const struct task_claim *claim)
{
    for (uint32_t i = 0; i < model->front_matter.len; i++) {
        const struct yaml_entry *entry = &model->front_matter.v[i];
        if (span_equal(entry->value_span, claim->where))
            return slice_is_nocase(entry->key, "milestone") || slice_is_nocase(entry->key, "plan");
    }
    return false;
}

/* `**Epic:** Search` names a group of the team's tracker as often as an item of the plan. */
static bool is_epic_label(const struct check *check, const struct task_claim *claim)
{
    uint32_t start = claim->where.start;
    if (claim->via != VIA_FIELD)
        return false;
    while (start > 0 && check->text.ptr[start - 1] != '\n')
        start--;
    struct slice label = slice_sub(check->text, start, claim->where.start);
    return slice_find_nocase(label, SLICE("epic")) != SLICE_NONE ||
           slice_find_nocase(label, SLICE("épica")) != SLICE_NONE;
}

static void report_claim(struct check *check, const struct task_claim *claim)
{
    struct near_names near = near_items(check, claim->target);
    if (near.len == 0 && is_loose_key(check->model, claim))
        return;
    if (is_epic_label(check, claim) && (near.len == 0 || !(check->model->kinds & DOCUMENT_TASKS)))
        return;
    struct planls_diagnostic *diagnostic =
        report(check, claim->where, "No plan has an item “%.*s”", SLICE_ARG(claim->target));
    for (size_t i = 0; i < near.len; i++) {
        struct planls_fix *fix =
            report_fix(check, diagnostic, false, "Change to “%.*s”", SLICE_ARG(near.v[i].name));
        fix_edit(check, fix, check->document, claim->where, near.v[i].name);
    }
}

/* ---- numbers of stories and requirements ------------------------------------------------------ */

static bool in_one_folder(struct slice a, struct slice b)
{
    size_t x = slice_find_last_byte(a, '/'), y = slice_find_last_byte(b, '/');
    return slice_equal(slice_sub(a, 0, x == SLICE_NONE ? 0 : x),
                       slice_sub(b, 0, y == SLICE_NONE ? 0 : y));
}

/* A folder's stories that are looked at; a spec has a handful. */
#define STORIES_MAX 63

/* How many items of the kind the folder's documents define, if they are numbered 1, 2, … without a
 * gap; else 0. */
static uint32_t series_length(const struct check *check, enum item_kind kind)
{
    uint64_t seen = 0;
    uint32_t length = 0;
    for (size_t d = 0; d < workspace_count(check->workspace); d++) {
        const struct document *document = workspace_at(check->workspace, d);
        if (!in_one_folder(document->path, check->document->path))
            continue;
        for (size_t i = 0; i < document->model->items.len; i++) {
            const struct item *item = &document->model->items.items[i];
            unsigned number;
            if (item->kind != kind)
                continue;
            if (!slice_to_u32(item->number, &number) || number < 1 || number >= STORIES_MAX)
                return 0;
            seen |= UINT64_C(1) << number;
            length = number > length ? number : length;
        }
    }
    return length >= 2 && seen == (UINT64_C(1) << (length + 1)) - 2 ? length : 0;
}

/* `[US3]` where the folder's spec ends with user story 2: once per document. */
static void check_stories(struct check *check)
{
    const struct model *model = check->model;
    uint64_t said = 0;
    uint32_t length = NO_INDEX;
    for (size_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        for (size_t c = 0; c < task->claims.len; c++) {
            const struct task_claim *claim = &task->claims.items[c];
            unsigned number;
            if (claim->via != VIA_TAG || !slice_starts(claim->target, SLICE("US")) ||
                !slice_to_u32(slice_from(claim->target, 2), &number) || number >= STORIES_MAX)
                continue;
            if (length == NO_INDEX)
                length = series_length(check, ITEM_STORY);
            if (length == 0 || number <= length || (said >> number & 1))
                continue;
            said |= UINT64_C(1) << number;
            report(check, claim->where, "There is no user story %u: the spec ends with %u", number,
                   length);
        }
    }
}

/* ---- criteria of Kiro's requirements ------------------------------------------------------------ */

/* "1.7": requirement 1, criterion 7. */
static bool read_criterion(struct slice target, struct slice *requirement, unsigned *criterion)
{
    size_t dot = slice_find_byte(target, '.');
    unsigned number;
    if (dot == SLICE_NONE)
        return false;
    *requirement = slice_sub(target, 0, dot);
    return slice_to_u32(*requirement, &number) &&
           slice_to_u32(slice_from(target, dot + 1), criterion) && *criterion > 0;
}

static void check_criterion(struct check *check, uint32_t task, uint32_t index)
{
    const struct task_claim *claim = &check->model->tasks.items[task].claims.items[index];
    struct slice requirement;
    struct target target;
    unsigned criterion;
    if (claim->via != VIA_TAG || !read_criterion(claim->target, &requirement, &criterion) ||
        resolve_task_claim(check->workspace, check->document, task, index, &target) != RESOLVED ||
        !target.document || target.item == NO_INDEX)
        return;
    const struct item *item = &target.document->model->items.items[target.item];
    /* One alone may be a sentence with the criteria in it. */
    if (item->kind != ITEM_REQUIREMENT || !slice_equal(item->number, requirement) ||
        item->criteria.len < 2 || criterion <= item->criteria.len)
        return;
    struct planls_diagnostic *diagnostic =
        report(check, claim->where, "There is no criterion %.*s: requirement %.*s has %zu",
               SLICE_ARG(claim->target), SLICE_ARG(requirement), item->criteria.len);
    report_related(check, diagnostic, target.document, item->name_span, "the requirement");
}

/* `_Requirements: 1.7_` where requirement 1 has six criteria. */
static void check_criteria(struct check *check)
{
    if (check->model->dialect != DIALECT_KIRO)
        return;
    for (uint32_t t = 0; t < check->model->tasks.len; t++)
        for (uint32_t c = 0; c < check->model->tasks.items[t].claims.len; c++)
            check_criterion(check, t, c);
}

static void check_unknown_plan_item(struct check *check)
{
    const struct model *model = check->model;
    check_stories(check);
    check_criteria(check);
    if (!workspace_has_plan(check->workspace))
        return;
    uint32_t last_start = NO_INDEX;
    for (uint32_t i = 0; i < model->tasks.len; i++) {
        struct target target;
        enum link_via via;
        uint32_t failed;
        resolve_task(check->workspace, check->document, i, &target, &via, &failed);
        if (failed == NO_INDEX)
            continue;
        const struct task_claim *claim = &model->tasks.items[i].claims.items[failed];
        /* A name said once for a list of tasks is one mistake. */
        if (claim->where.start == last_start)
            continue;
        last_start = claim->where.start;
        report_claim(check, claim);
    }
}

RULE(unknown_plan_item) = {
    .name = "unknown-plan-item",
    .summary = "a task names a plan item that does not exist",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_unknown_plan_item,
};
