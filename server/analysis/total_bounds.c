/* total_bounds.c: what the sum of amounts may lie between. */
#include "analysis/total_bounds.h"

#include "analysis/checkpoints.h"

#include <math.h>

void total_bounds_add(struct total_bounds *bounds, const struct money *money)
{
    bounds->min += money->less ? 0 : money->min;
    bounds->max += money->more ? (double)INFINITY : money->max;
    bounds->approx = bounds->approx || money->approx;
}

bool total_bounds_fit(const struct total_bounds *sum, const struct money *said)
{
    double slack = said->unit / 2 * (1 + 1e-9) + 1e-6 * fabs(said->amount);
    if (sum->approx || said->approx)
        slack +=
            MONEY_TOLERANCE * fmax(fabs(said->amount), fabs(sum->max < INFINITY ? sum->max : 0));
    double low = said->less ? 0 : said->min, high = said->more ? (double)INFINITY : said->max;
    return sum->min - slack <= high && sum->max + slack >= low;
}
