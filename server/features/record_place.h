/* record_place.h: which gate, stop condition, decision or escalation tier stands at an offset. */
#ifndef PLANLS_FEATURES_RECORD_PLACE_H
#define PLANLS_FEATURES_RECORD_PLACE_H

#include "features/place.h"

/* The name of a gate: said before the item that its heading may be. */
bool record_place_name(const struct model *model, uint32_t offset, struct place *place);
/* A stop condition, a line to decide or sign, a tier and its thresholds: said before the tasks that
 * their lines may be, and after everything more particular. */
bool record_place_line(const struct model *model, uint32_t offset, struct place *place);

#endif
