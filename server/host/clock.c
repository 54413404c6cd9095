/* clock.c: the one place where planls reads the time of day. */
#include "host/clock.h"

#include <time.h>
#include <uv.h>

date_days clock_today(void)
{
    time_t now = time(NULL);
    struct tm local;
    if (now == (time_t)-1 || !localtime_r(&now, &local))
        return DATE_NONE;
    return date_to_days((struct date){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

unsigned long long clock_milliseconds(void)
{
    return uv_hrtime() / 1000000u;
}
