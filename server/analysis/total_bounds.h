/* total_bounds.h: what the sum of amounts may lie between, and whether it can be what a text says. */
#ifndef PLANLS_ANALYSIS_TOTAL_BOUNDS_H
#define PLANLS_ANALYSIS_TOTAL_BOUNDS_H

#include "model/model.h"

struct total_bounds {
    double min, max;
    bool approx;
};

void total_bounds_add(struct total_bounds *bounds, const struct money *money);
/* Can the sum be what is said? Within half of its last digit; roughly where either is rough. */
bool total_bounds_fit(const struct total_bounds *sum, const struct money *said);

#endif
