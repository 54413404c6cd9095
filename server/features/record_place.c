/* record_place.c: which gate, stop condition, decision or escalation tier stands at an offset. */
#include "features/record_place.h"

static bool set(struct place *place, enum place_kind kind, struct span span, uint32_t index)
{
    *place = (struct place){
        .kind = kind, .span = span, .index = index, .item = NO_INDEX, .task = NO_INDEX};
    return true;
}

bool record_place_name(const struct model *model, uint32_t offset, struct place *place)
{
    for (uint32_t g = 0; g < model->gates.len; g++)
        if (span_touches(model->gates.items[g].name_span, offset))
            return set(place, PLACE_GATE, model->gates.items[g].name_span, g);
    return false;
}

static bool find_decision(const struct model *model, uint32_t offset, struct place *place)
{
    for (uint32_t d = 0; d < model->decisions.len; d++) {
        const struct decision *decision = &model->decisions.items[d];
        if (!span_touches(decision->span, offset))
            continue;
        if (span_touches(decision->name_span, offset))
            return set(place, PLACE_DECISION, decision->name_span, d);
        for (size_t l = 0; l < decision->lines.len; l++)
            if (span_touches(decision->lines.items[l].where, offset))
                return set(place, PLACE_DECISION, decision->lines.items[l].where, d);
    }
    return false;
}

static bool find_tier(const struct model *model, uint32_t offset, struct place *place)
{
    for (uint32_t t = 0; t < model->tiers.len; t++) {
        const struct escalation_tier *tier = &model->tiers.items[t];
        if (span_touches(tier->name_span, offset))
            return set(place, PLACE_TIER, tier->name_span, t);
        for (size_t i = 0; i < tier->thresholds.len; i++)
            if (span_touches(tier->thresholds.items[i].where, offset))
                return set(place, PLACE_TIER, tier->thresholds.items[i].where, t);
    }
    return false;
}

bool record_place_line(const struct model *model, uint32_t offset, struct place *place)
{
    for (uint32_t s = 0; s < model->stops.len; s++)
        if (span_touches(model->stops.items[s].condition_span, offset))
            return set(place, PLACE_STOP, model->stops.items[s].condition_span, s);
    for (uint32_t m = 0; m < model->meetings.len; m++)
        if (span_touches(model->meetings.items[m].name_span, offset))
            return set(place, PLACE_MEETING, model->meetings.items[m].name_span, m);
    return find_decision(model, offset, place) || find_tier(model, offset, place);
}
