/* clock.h: the one place where planls reads the time of day. */
#ifndef PLANLS_HOST_CLOCK_H
#define PLANLS_HOST_CLOCK_H

#include "base/date.h"

/* Today's date where this machine is. */
date_days clock_today(void);
/* Milliseconds of a clock that only runs forward; from any beginning. */
unsigned long long clock_milliseconds(void);

#endif
