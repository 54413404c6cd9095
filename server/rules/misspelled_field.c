/* misspelled_field.c: a label one slip away from one that the item's siblings have and it lacks. */
#include "rules/label_slip.h"
#include "rules/rule.h"
#include "rules/siblings.h"
#include "text/fold.h"

struct label {
    struct slice folded;
    uint32_t field; /* the first field that has it */
    uint32_t times; /* how often it stands in the document */
};

struct labels {
    VEC_MEMBERS(struct label);
};

/* The document's different labels. There are few of them, however long it is. */
#define LABEL_MAX_DIFFERENT 2000

static void count_label(struct check *check, struct labels *labels, uint32_t field)
{
    struct slice folded = fold_case(check->arena, check->model->fields.items[field].label);
    for (size_t i = 0; i < labels->len; i++) {
        if (slice_equal(labels->items[i].folded, folded)) {
            labels->items[i].times++;
            return;
        }
    }
    if (labels->len < LABEL_MAX_DIFFERENT)
        *VEC_PUSH(check->arena, labels) = (struct label){folded, field, 1};
}

/* The field of another item that the label is a slip of: a known one, said by two siblings at least,
 * that this item lacks. */
static const struct field *meant_field(struct check *check, const struct siblings *siblings,
                                       const struct field *field, struct slice folded)
{
    const struct model *model = check->model;
    const struct field *meant = NULL;
    uint32_t having = 0;
    for (uint32_t i = 0; i < model->fields.len; i++) {
        const struct field *other = &model->fields.items[i];
        if (other->key == FIELD_OTHER || other->item == NO_INDEX || other->item == field->item ||
            siblings->group[other->item] != siblings->group[field->item])
            continue;
        if (!label_is_slip(folded, other->label))
            continue;
        meant = other;
        having++;
    }
    bool lacks = meant && model_field_of(model, field->item, meant->key) == NO_INDEX;
    return having >= 2 && lacks ? meant : NULL;
}

static void check_misspelled_field(struct check *check)
{
    const struct model *model = check->model;
    struct labels labels = {0};
    struct siblings siblings = siblings_of(model, check->arena);
    for (uint32_t i = 0; i < model->fields.len; i++)
        if (model->fields.items[i].key == FIELD_OTHER && model->fields.items[i].item != NO_INDEX)
            count_label(check, &labels, i);
    for (size_t i = 0; i < labels.len; i++) {
        /* A word written twice is a word of the document's own. */
        if (labels.items[i].times > 1)
            continue;
        const struct field *field = &model->fields.items[labels.items[i].field];
        const struct field *meant = meant_field(check, &siblings, field, labels.items[i].folded);
        if (!meant)
            continue;
        struct planls_diagnostic *diagnostic = report(
            check, field->label_span, "“%.*s” looks like a slip of “%.*s”, which is missing here",
            SLICE_ARG(field->label), SLICE_ARG(meant->label));
        report_related(check, diagnostic, check->document, meant->label_span,
                       "spelled so elsewhere");
        struct planls_fix *fix =
            report_fix(check, diagnostic, true, "Change to “%.*s”", SLICE_ARG(meant->label));
        fix_edit(check, fix, check->document, field->label_span, meant->label);
    }
}

RULE(misspelled_field) = {
    .name = "misspelled-field",
    .summary = "a label is one slip away from one its siblings have and it lacks",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_misspelled_field,
};
