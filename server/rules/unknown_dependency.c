/* unknown_dependency.c: a dependency on an id or a numbered item that its scope does not define. */
#include "rules/near.h"
#include "rules/rule.h"

/* An id's shape: letters kept, each run of digits one mark: "T012" and "T7" are "T9", "2.1" is "9.9". */
static struct slice shape_of(struct slice id, struct arena *arena)
{
    char *shape = arena_alloc(arena, id.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < id.len; i++) {
        bool digit = ascii_is_digit(id.ptr[i]);
        if (digit && len && shape[len - 1] == '9')
            continue;
        shape[len++] = digit ? '9' : ascii_lower(id.ptr[i]);
    }
    return (struct slice){shape, len};
}

struct scope {
    size_t same_shape; /* names of that shape that are defined */
    struct near_names near;
};

static void look_at(struct check *check, struct slice wanted, struct slice shape, struct slice name,
                    struct scope *scope)
{
    if (name.len == 0 || !slice_equal(shape_of(name, check->arena), shape))
        return;
    scope->same_shape++;
    near_add(&scope->near, wanted, name);
}

/* What the document defines of the same shape. Other documents are another scope: their ids say nothing
 * about whether this one's exist. */
static struct scope scope_of(struct check *check, const struct dependency *dependency)
{
    struct scope scope = {0};
    struct slice wanted = dependency->target;
    struct slice shape = shape_of(wanted, check->arena);
    const struct model *model = check->model;
    for (size_t i = 0; i < model->tasks.len; i++)
        look_at(check, wanted, shape, model->tasks.items[i].id, &scope);
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        look_at(check, wanted, shape, item->id, &scope);
        if (item->number.len && item->kind != ITEM_OTHER) {
            const char *name = arena_printf(check->arena, "%s %.*s", item_kind_name(item->kind),
                                            SLICE_ARG(item->number));
            look_at(check, wanted, shape, slice_of(name), &scope);
        }
    }
    return scope;
}

/* Two others of its shape make it a series that the document itself numbers. */
#define SERIES_MIN 2

static void check_list(struct check *check, const struct dependencies *list, uint32_t item,
                       uint32_t task)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct dependency *dependency = &list->items[i];
        if (dependency->form != DEPENDENCY_ID && dependency->form != DEPENDENCY_NUMBERED)
            continue;
        struct target target;
        if (resolve_dependency(check->workspace, check->document, item, task, dependency,
                               &target) != UNRESOLVED_FRAGMENT)
            continue;
        struct scope scope = scope_of(check, dependency);
        if (scope.same_shape < SERIES_MIN)
            continue;
        struct slice said = span_slice(check->text, dependency->where);
        struct planls_diagnostic *diagnostic =
            report(check, dependency->where,
                   "Nothing here is called %.*s, so nobody can tell when this may start",
                   SLICE_ARG(dependency->target));
        /* Part of a list ("Phase 1, 9") has no text of its own to correct. */
        if (!slice_equal_nocase(said, dependency->target))
            continue;
        for (size_t n = 0; n < scope.near.len; n++) {
            struct slice name = scope.near.v[n].name;
            struct planls_fix *fix =
                report_fix(check, diagnostic, false, "Change to %.*s", SLICE_ARG(name));
            fix_edit(check, fix, check->document, dependency->where, name);
        }
    }
}

static void check_unknown_dependency(struct check *check)
{
    for (uint32_t i = 0; i < check->model->items.len; i++)
        check_list(check, &check->model->items.items[i].depends_on, i, NO_INDEX);
    for (uint32_t i = 0; i < check->model->tasks.len; i++)
        check_list(check, &check->model->tasks.items[i].depends_on, NO_INDEX, i);
}

RULE(unknown_dependency) = {
    .name = "unknown-dependency",
    .summary = "a dependency names an id or numbered item that its document does not define",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_unknown_dependency,
};
