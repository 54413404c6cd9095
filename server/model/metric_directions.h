/* metric_directions.h: which way a measure should go. Internal to model/. */
#ifndef PLANLS_MODEL_METRIC_DIRECTIONS_H
#define PLANLS_MODEL_METRIC_DIRECTIONS_H

#include "model/values.h"

/* Fills direction and change of the metrics read from `whole`, in order. */
void metric_directions_read(struct slice text, struct span whole, struct metric *metrics,
                            size_t count);

#endif
