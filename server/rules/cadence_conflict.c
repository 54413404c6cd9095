/* cadence_conflict.c: how often, or by whom, a document is updated, said twice and differently. */
#include "model/cadence.h"
#include "rules/rule.h"
#include "text/fold.h"

#include <stdlib.h>

/* What is said of one document at one place. */
struct saying {
    struct slice target; /* folded path; empty for the document itself */
    struct slice cadence, owner;
    struct span where;
};

struct sayings {
    VEC_MEMBERS(struct saying);
};

static int compare_sayings(const void *a, const void *b)
{
    const struct saying *x = a, *y = b;
    int order = slice_compare(x->target, y->target);
    return order ? order : x->where.start < y->where.start ? -1 : x->where.start > y->where.start;
}

/* Both regular, and neither among what the other promises. */
static bool cadences_differ(const struct saying *a, const struct saying *b)
{
    struct cadence one = cadence_read(a->cadence), two = cadence_read(b->cadence);
    return one.kind == CADENCE_REGULAR && two.kind == CADENCE_REGULAR &&
           !cadence_is_said(b->cadence, &one) && !cadence_is_said(a->cadence, &two);
}

/* No word of the one in the other: "VP Product" and "Product" are one. */
static bool owners_differ(struct check *check, const struct saying *a, const struct saying *b)
{
    struct slice one = fold_title(check->arena, a->owner), two = fold_title(check->arena, b->owner);
    struct slice_split words = {one, false};
    struct slice word;
    if (one.len == 0 || two.len == 0)
        return false;
    while (slice_split_next(&words, ' ', &word))
        if (word.len > 1 && slice_contains(two, word))
            return false;
    return true;
}

static void report_conflict(struct check *check, const struct saying *first,
                            const struct saying *second, const char *what, struct slice one,
                            struct slice two)
{
    struct planls_diagnostic *diagnostic =
        report(check, second->where, "%s “%.*s” here and “%.*s” in line %u", what,
               SLICE_ARG(slice_sub(two, 0, 80)), SLICE_ARG(slice_sub(one, 0, 80)),
               text_line_of(&check->document->text, first->where.start) + 1);
    report_related(check, diagnostic, check->document, first->where, "said before");
}

static void compare(struct check *check, const struct saying *a, const struct saying *b)
{
    if (cadences_differ(a, b))
        report_conflict(check, a, b, "Updated", a->cadence, b->cadence);
    if (owners_differ(check, a, b))
        report_conflict(check, a, b, "Owned by", a->owner, b->owner);
}

static void add_entries(struct check *check, struct sayings *sayings)
{
    for (size_t i = 0; i < check->model->entries.len; i++) {
        const struct index_entry *entry = &check->model->entries.items[i];
        if (entry->cadence.len || entry->owner.len)
            *VEC_PUSH(check->arena, sayings) =
                (struct saying){fold_case(check->arena, entry->target), entry->cadence,
                                entry->owner, entry->target_span};
    }
}

/* The document's own update frequency: in front matter, under its title, at its end. */
static void add_own(struct check *check, struct sayings *sayings)
{
    const struct model *model = check->model;
    if (model->cadence.len == 0)
        return;
    *VEC_PUSH(check->arena, sayings) =
        (struct saying){SLICE(""), model->cadence, SLICE(""), model->cadence_span};
    for (size_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        bool top = field->heading == NO_INDEX || model->headings.items[field->heading].level <= 1;
        if (field->key == FIELD_UPDATE_FREQUENCY && field->item == NO_INDEX && !field->nested &&
            top && !span_is_empty(field->value) && field->value.start != model->cadence_span.start)
            *VEC_PUSH(check->arena, sayings) = (struct saying){
                SLICE(""), span_slice(check->text, field->value), SLICE(""), field->value};
    }
}

static void check_cadence_conflict(struct check *check)
{
    struct sayings sayings = {0};
    add_own(check, &sayings);
    add_entries(check, &sayings);
    if (sayings.len < 2)
        return;
    qsort(sayings.items, sayings.len, sizeof *sayings.items, compare_sayings);
    size_t first = 0;
    for (size_t i = 1; i < sayings.len; i++) {
        if (slice_equal(sayings.items[i].target, sayings.items[first].target))
            compare(check, &sayings.items[first], &sayings.items[i]);
        else
            first = i;
    }
}

RULE(cadence_conflict) = {
    .name = "cadence-conflict",
    .summary = "how often or by whom a document is updated is said twice and differently",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_cadence_conflict,
};
