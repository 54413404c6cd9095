/* duplicate_field.c: the same label twice in one item. */
#include "rules/rule.h"

/* Fields that an item has one of. Others (signal, action, mitigation …) belong to entries of a list. */
static bool is_single(enum field_key key)
{
    switch (key) {
    case FIELD_OWNER:
    case FIELD_STATUS:
    case FIELD_TIMELINE:
    case FIELD_BUDGET:
    case FIELD_EFFORT:
    case FIELD_SUCCESS_CRITERIA:
    case FIELD_BLOCKERS:
    case FIELD_DEPENDENCIES:
    case FIELD_PRIORITY:
    case FIELD_GOAL:
        return true;
    default:
        return false;
    }
}

/* Fields stand in document order and an item's own are near each other: further back no twin is looked
 * for. */
#define TWIN_MAX_DISTANCE 64

/* What encloses a field's line: two bullets of one list and two paragraphs of one section have the same. */
static uint32_t enclosure(const struct check *check, const struct field *field)
{
    const struct blocks *blocks = &check->document->blocks;
    uint32_t block = field->block;
    if (field->bullet) {
        block = block_enclosing(blocks, block, BLOCK_ITEM);
        return blocks->v[block].parent;
    }
    return blocks->v[block_enclosing(blocks, block, BLOCK_PARAGRAPH)].parent;
}

/* A line across the page, or a bold line that names what follows, parts a section into several. */
static bool is_parted(const struct check *check, uint32_t from, uint32_t to)
{
    const struct blocks *blocks = &check->document->blocks;
    for (uint32_t i = from + 1; i < to; i++) {
        const struct block *block = &blocks->v[i];
        struct slice text = span_slice(check->text, block->text);
        if (block->kind == BLOCK_BREAK)
            return true;
        if (block->kind == BLOCK_LINE && text.len > 4 && slice_starts(text, SLICE("**")) &&
            slice_ends(text, SLICE("**")) && blocks->v[block->parent].next == i + 1 &&
            block->parent + 1 == i && text.ptr[text.len - 3] != ':')
            return true;
    }
    return false;
}

static bool are_twins(const struct check *check, const struct field *a, const struct field *b)
{
    return a->key == b->key && a->item == b->item && a->form == b->form &&
           a->heading == b->heading && slice_equal_nocase(a->label, b->label) &&
           enclosure(check, a) == enclosure(check, b) && !is_parted(check, a->block, b->block);
}

static void check_duplicate_field(struct check *check)
{
    const struct model *model = check->model;
    for (uint32_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (!is_single(field->key) || field->item == NO_INDEX || field->quoted ||
            field->form > FIELD_FORM_PLAIN)
            continue;
        uint32_t nearest = i > TWIN_MAX_DISTANCE ? i - TWIN_MAX_DISTANCE : 0;
        for (uint32_t j = i; j-- > nearest && model->fields.items[j].item == field->item;) {
            const struct field *first = &model->fields.items[j];
            if (!are_twins(check, first, field))
                continue;
            struct planls_diagnostic *diagnostic =
                report(check, field->label_span, "“%.*s” is said twice here: which one counts?",
                       SLICE_ARG(field->label));
            report_related(check, diagnostic, check->document, first->label_span,
                           "first said here");
            break;
        }
    }
}

RULE(duplicate_field) = {
    .name = "duplicate-field",
    .summary = "the same label stands twice in one item",
    .severity = PLANLS_WARNING,
    .scope = RULE_DOCUMENT,
    .since = "0.1",
    .check = check_duplicate_field,
};
