/* unknown_dependency.c: a dependency on an id or a numbered item that its scope does not define. */
#include "rules/near.h"
#include "rules/rule.h"

#include <stdlib.h>

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

/* A name that the document defines: an id, "phase 2". */
struct defined {
    struct slice shape, name;
};

struct definitions {
    VEC_MEMBERS(struct defined);
};

static int compare_definitions(const void *a, const void *b)
{
    const struct defined *x = a, *y = b;
    int order = slice_compare(x->shape, y->shape);
    return order ? order : slice_compare(x->name, y->name);
}

static void define(struct check *check, struct definitions *out, struct slice name)
{
    if (name.len)
        *VEC_PUSH(check->arena, out) = (struct defined){shape_of(name, check->arena), name};
}

/* What the document defines. Other documents are another scope: their ids say nothing about whether
 * this one's exist. */
static struct definitions definitions_of(struct check *check)
{
    const struct model *model = check->model;
    struct definitions all = {0};
    for (size_t i = 0; i < model->tasks.len; i++)
        define(check, &all, model->tasks.items[i].id);
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        define(check, &all, item->id);
        if (item->number.len && item->kind != ITEM_OTHER)
            define(check, &all,
                   slice_of(arena_printf(check->arena, "%s %.*s", item_kind_name(item->kind),
                                         SLICE_ARG(item->number))));
    }
    if (all.len)
        qsort(all.items, all.len, sizeof *all.items, compare_definitions);
    return all;
}

/* Where a definition stands or would stand in the sorted list. */
static size_t place_of(const struct definitions *all, struct defined wanted)
{
    size_t low = 0, high = all->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_definitions(&all->items[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct scope {
    size_t same_shape; /* names of that shape that are defined */
    struct near_names near;
};

/* So many names to either side are compared: what is mistyped sorts near, and there may be thousands. */
#define COMPARED_NAMES 100

static struct scope scope_of(struct check *check, const struct definitions *all,
                             struct slice wanted)
{
    struct scope scope = {0};
    struct defined end = {shape_of(wanted, check->arena), SLICE("\xFF")};
    size_t first = place_of(all, (struct defined){end.shape, SLICE("")});
    size_t last = place_of(all, end);
    size_t at = place_of(all, (struct defined){end.shape, wanted});
    scope.same_shape = last - first;
    size_t from = at - first > COMPARED_NAMES ? at - COMPARED_NAMES : first;
    for (size_t i = from; i < last && i < at + COMPARED_NAMES; i++)
        near_add(&scope.near, wanted, all->items[i].name);
    return scope;
}

/* The number that a name ends in; false where it ends in none. */
static bool last_number(struct slice name, uint32_t *number)
{
    size_t start = name.len;
    while (start > 0 && ascii_is_digit(name.ptr[start - 1]))
        start--;
    return slice_to_u32(slice_from(name, start), number);
}

/* "R0" where R1 to R4 are planned: what was before the document begins. */
static bool is_before_all(struct check *check, const struct definitions *all, struct slice wanted)
{
    struct defined end = {shape_of(wanted, check->arena), SLICE("\xFF")};
    size_t first = place_of(all, (struct defined){end.shape, SLICE("")});
    uint32_t number, other;
    if (!last_number(wanted, &number))
        return false;
    for (size_t i = first; i < place_of(all, end) && i < first + COMPARED_NAMES; i++)
        if (!last_number(all->items[i].name, &other) || other <= number)
            return false;
    return true;
}

/* Is that what the item or task itself is called? */
static bool is_own_name(const struct model *model, uint32_t item, uint32_t task, struct slice name)
{
    if (item == NO_INDEX)
        return slice_equal_nocase(model->tasks.items[task].id, name);
    const struct item *own = &model->items.items[item];
    size_t space = slice_find_last_byte(name, ' ');
    return slice_equal_nocase(own->id, name) ||
           (space != SLICE_NONE && slice_equal(own->number, slice_from(name, space + 1)));
}

/* The name in the words the document uses: "Phase 7" becomes "Phase 3", not "phase 3". */
static struct slice in_its_form(struct check *check, struct slice said, struct slice name)
{
    size_t kept = said.len, space = slice_find_last_byte(name, ' ');
    if (space == SLICE_NONE)
        return name;
    while (kept > 0 && said.ptr[kept - 1] != ' ')
        kept--;
    struct slice number = slice_from(name, space + 1);
    return slice_of(arena_printf(check->arena, "%.*s%.*s", (int)kept, said.ptr, SLICE_ARG(number)));
}

/* Two others of its shape make it a series that the document itself numbers. */
#define SERIES_MIN 2

static void check_list(struct check *check, const struct definitions *all,
                       const struct dependencies *list, uint32_t item, uint32_t task)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct dependency *dependency = &list->items[i];
        if (dependency->form != DEPENDENCY_ID && dependency->form != DEPENDENCY_NUMBERED)
            continue;
        struct target target;
        if (resolve_dependency(check->workspace, check->document, item, task, dependency,
                               &target) != UNRESOLVED_FRAGMENT)
            continue;
        struct scope scope = scope_of(check, all, dependency->target);
        if (scope.same_shape < SERIES_MIN || is_before_all(check, all, dependency->target))
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
            if (is_own_name(check->model, item, task, scope.near.v[n].name))
                continue;
            struct slice name = in_its_form(check, said, scope.near.v[n].name);
            struct planls_fix *fix =
                report_fix(check, diagnostic, false, "Change to %.*s", SLICE_ARG(name));
            fix_edit(check, fix, check->document, dependency->where, name);
        }
    }
}

static void check_unknown_dependency(struct check *check)
{
    const struct model *model = check->model;
    struct definitions all = definitions_of(check);
    if (all.len < SERIES_MIN)
        return;
    for (uint32_t i = 0; i < model->items.len; i++)
        check_list(check, &all, &model->items.items[i].depends_on, i, NO_INDEX);
    for (uint32_t i = 0; i < model->tasks.len; i++)
        check_list(check, &all, &model->tasks.items[i].depends_on, NO_INDEX, i);
}

RULE(unknown_dependency) = {
    .name = "unknown-dependency",
    .summary = "a dependency names an id or numbered item that its document does not define",
    .severity = PLANLS_ERROR,
    .scope = RULE_WORKSPACE,
    .since = "0.1",
    .check = check_unknown_dependency,
};
