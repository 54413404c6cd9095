/* duplicate_id.c: an id that two tasks or two items of one scope define. */
#include "rules/rule.h"
#include "rules/siblings.h"
#include "text/fold.h"

#include <stdlib.h>

/* What an id stands for: "T1" the task and "T1" the heading's anchor are no rivals. */
enum definer { DEFINED_BY_TASK, DEFINED_BY_ITEM, DEFINED_BY_LINE, DEFINED_BY_ANCHOR };

struct defined {
    struct slice id;    /* folded */
    struct slice shape; /* its letters and dashes, each number one mark */
    struct span span;   /* where it is written */
    uint32_t scope;     /* NO_INDEX: the document; else a heading or a group of siblings */
    enum definer definer;
    bool certain; /* of a shape that nothing but an id has */
};

struct definitions {
    VEC_MEMBERS(struct defined);
};

/* "1.2", "3" and "#1" count within their section; "T012" and "FR-003" are meant to be unique. */
static bool is_number(struct slice id)
{
    for (size_t i = 0; i < id.len; i++)
        if (!ascii_is_digit(id.ptr[i]) && id.ptr[i] != '.' && id.ptr[i] != '#')
            return false;
    return true;
}

static struct slice shape_of(struct slice id, struct arena *arena)
{
    char *shape = arena_array(arena, id.len + 1, 1);
    size_t len = 0;
    for (size_t i = 0; i < id.len; i++) {
        bool digit = ascii_is_digit(id.ptr[i]);
        if (!digit || len == 0 || shape[len - 1] != '9')
            shape[len++] = digit ? '9' : id.ptr[i];
    }
    return (struct slice){shape, len};
}

static bool has_three_digits(struct slice id)
{
    return id.len >= 3 && ascii_is_digit(id.ptr[id.len - 1]) &&
           ascii_is_digit(id.ptr[id.len - 2]) && ascii_is_digit(id.ptr[id.len - 3]);
}

static void add(struct check *check, struct definitions *out, struct slice id, struct span span,
                uint32_t scope, enum definer definer)
{
    if (id.len == 0 || span_is_empty(span))
        return;
    *VEC_PUSH(check->arena, out) =
        (struct defined){.id = fold_case(check->arena, id),
                         .shape = shape_of(id, check->arena),
                         .span = span,
                         .scope = scope,
                         .definer = definer,
                         .certain = definer == DEFINED_BY_ANCHOR || has_three_digits(id)};
}

static void add_tasks(struct check *check, struct definitions *out)
{
    for (size_t i = 0; i < check->model->tasks.len; i++) {
        const struct task *task = &check->model->tasks.items[i];
        if (task->source == TASK_FROM_BOX || task->source == TASK_FROM_BAD_BOX)
            add(check, out, task->id, task->id_span, is_number(task->id) ? task->heading : NO_INDEX,
                DEFINED_BY_TASK);
    }
}

/* Sections and listed items with an id in their title. One elsewhere, a row of a table or a report on
 * it further down, speaks of the same thing. */
static void add_items(struct check *check, struct definitions *out)
{
    const struct model *model = check->model;
    struct siblings siblings = siblings_of(model, check->arena);
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        if (item->source == ITEM_FROM_TABLE || item->source == ITEM_FROM_FRONT_MATTER)
            continue;
        if (item->source == ITEM_FROM_HEADING && model->headings.items[item->heading].id.len)
            continue;
        add(check, out, item->id, item->name_span, siblings.group[i], DEFINED_BY_ITEM);
    }
}

/* "FR-002" before its three digits: capitals and a dash. */
static bool is_requirement_id(struct slice id)
{
    size_t letters = 0;
    while (letters < id.len && ascii_is_upper(id.ptr[letters]))
        letters++;
    return letters >= 2 && letters + 4 == id.len && id.ptr[letters] == '-' && has_three_digits(id);
}

/* "- **FR-002**: The scale must …": a list of requirements. In another section the same id is spoken of
 * again. */
static void add_lines(struct check *check, struct definitions *out)
{
    for (size_t i = 0; i < check->model->fields.len; i++) {
        const struct field *field = &check->model->fields.items[i];
        if (field->bullet && field->key == FIELD_OTHER && is_requirement_id(field->label))
            add(check, out, field->label, field->label_span, field->heading, DEFINED_BY_LINE);
    }
}

static void add_anchors(struct check *check, struct definitions *out)
{
    for (uint32_t i = 0; i < check->model->headings.len; i++) {
        const struct heading *heading = &check->model->headings.items[i];
        add(check, out, heading->id, heading->title_span, NO_INDEX, DEFINED_BY_ANCHOR);
    }
}

static int compare_definitions(const void *a, const void *b)
{
    const struct defined *x = a, *y = b;
    if (x->definer != y->definer)
        return x->definer < y->definer ? -1 : 1;
    if (x->scope != y->scope)
        return x->scope < y->scope ? -1 : 1;
    int order = slice_compare(x->shape, y->shape);
    if (order == 0)
        order = slice_compare(x->id, y->id);
    if (order)
        return order;
    return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

static bool is_same_series(const struct defined *a, const struct defined *b)
{
    return a->definer == b->definer && a->scope == b->scope && slice_equal(a->shape, b->shape);
}

/* "M1: …", "M1: …", "M2: …", "M2: …": where several ids recur and most lines share theirs, they say
 * which group a line belongs to. */
static bool are_tags(const struct defined *series, size_t len)
{
    size_t shared = 0, groups = 0;
    for (size_t i = 0; i < len; i++) {
        bool as_before = i > 0 && slice_equal(series[i].id, series[i - 1].id);
        bool as_next = i + 1 < len && slice_equal(series[i].id, series[i + 1].id);
        shared += as_before || as_next;
        groups += as_next && !as_before;
    }
    return !series[0].certain && groups > 1 && shared * 2 > len;
}

static void report_series(struct check *check, const struct defined *series, size_t len)
{
    if (are_tags(series, len))
        return;
    for (size_t i = 1; i < len; i++) {
        const struct defined *first = &series[i - 1], *second = &series[i];
        if (!slice_equal(first->id, second->id))
            continue;
        struct slice said = second->definer == DEFINED_BY_TASK || second->definer == DEFINED_BY_LINE
                                ? span_slice(check->text, second->span)
                                : second->id;
        struct planls_diagnostic *diagnostic =
            report(check, second->span,
                   "“%.*s” is defined twice, so whoever names it may mean either", SLICE_ARG(said));
        report_related(check, diagnostic, check->document, first->span, "defined here already");
    }
}

/* Backlog.md keeps a task per file: two files of a folder must not have one id. */
static void check_twins(struct check *check)
{
    const struct model *model = check->model;
    if (model->tasks.len == 0 || model->tasks.items[0].source != TASK_FROM_FRONT_MATTER ||
        model->tasks.items[0].id.len == 0)
        return;
    const struct task *task = &model->tasks.items[0];
    const struct document *twin = workspace_task_twin(check->workspace, check->document, 0);
    if (!twin || slice_compare(twin->path, check->document->path) > 0)
        return;
    struct planls_diagnostic *diagnostic = report(
        check, task->id_span, "“%.*s” is the id of %.*s too, so whoever names it may mean either",
        SLICE_ARG(task->id), SLICE_ARG(twin->path));
    report_related(check, diagnostic, twin, twin->model->tasks.items[0].id_span,
                   "defined here already");
}

static void check_duplicate_id(struct check *check)
{
    struct definitions all = {0};
    check_twins(check);
    add_tasks(check, &all);
    add_items(check, &all);
    add_lines(check, &all);
    add_anchors(check, &all);
    if (all.len == 0)
        return;
    qsort(all.items, all.len, sizeof *all.items, compare_definitions);
    for (size_t i = 0, end; i < all.len; i = end) {
        for (end = i + 1; end < all.len && is_same_series(&all.items[i], &all.items[end]); end++) {
        }
        report_series(check, &all.items[i], end - i);
    }
}

RULE(duplicate_id) = {
    .name = "duplicate-id",
    .summary = "an id is defined twice in its scope",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_duplicate_id,
};
