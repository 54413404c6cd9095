/* item_facts.c: what stands below each heading, counted once for all decisions about it. */
#include "model/item_build.h"
#include "model/plan_words.h"

/* Fields that are told phase by phase, owner by owner: "Success Metrics", "Budget", "Risks". */
static bool measures_others(enum field_key key)
{
    switch (key) {
    case FIELD_SUCCESS_CRITERIA:
    case FIELD_BLOCKERS:
    case FIELD_BUDGET:
    case FIELD_DEPENDENCIES:
    case FIELD_EFFORT:
    case FIELD_GATE:
    case FIELD_MITIGATION:
    case FIELD_STATUS:
    case FIELD_VERIFICATION:
        return true;
    default:
        return false;
    }
}

static void count_fields(struct item_build *build)
{
    const struct model *model = build->b->model;

    for (uint32_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        struct heading_facts *facts;
        uint64_t bit = (uint64_t)1 << field->key;
        if (field->form == FIELD_FORM_HEADING) {
            facts = &build->facts[build->b->heading_of[field->block]];
            facts->is_field = true;
            facts->measures = measures_others(field->key);
        }
        if (field->heading == NO_INDEX)
            continue;
        facts = &build->facts[field->heading];
        if (field->key == FIELD_OTHER) {
            facts->risk_measures += is_risk_measure(field->label);
            continue;
        }
        facts->fields_below++;
        if (field->nested || build->b->field_up.items[i] != NO_INDEX ||
            field->form == FIELD_FORM_HEADING)
            continue;
        if (facts->keys & bit)
            facts->repeated |= bit;
        facts->keys |= bit;
    }
}

static void count_blocks(struct item_build *build)
{
    const struct builder *b = build->b;

    for (uint32_t i = 1; i < b->blocks->len; i++) {
        const struct block *block = &b->blocks->v[i];
        struct heading_facts *facts;
        if (b->heading_of[i] == NO_INDEX)
            continue;
        facts = &build->facts[b->heading_of[i]];
        if (block->kind == BLOCK_HEADING)
            facts->block = i;
        else if (block->kind == BLOCK_ITEM && !span_is_empty(block->box))
            facts->boxes++;
        else if (block->kind == BLOCK_LIST)
            facts->lists++;
        else if (block->kind == BLOCK_TABLE)
            facts->tables++;
        else if (block->kind == BLOCK_FENCE)
            facts->fences++;
    }
}

void item_facts_read(struct item_build *build)
{
    const struct model *model = build->b->model;

    count_fields(build);
    count_blocks(build);
    for (size_t i = 0; i < model->headings.len; i++) {
        uint32_t parent = model->headings.items[i].parent;
        if (parent != NO_INDEX && build->facts[parent].measures)
            build->facts[i].measures = true;
    }
    for (size_t i = model->headings.len; i-- > 0;) {
        struct heading_facts *facts = &build->facts[i], *above;
        facts->boxes_below += facts->boxes;
        if (model->headings.items[i].parent == NO_INDEX)
            continue;
        above = &build->facts[model->headings.items[i].parent];
        above->fields_below += facts->fields_below;
        above->boxes_below += facts->boxes_below;
        above->sections_below += facts->sections_below + 1;
    }
}
