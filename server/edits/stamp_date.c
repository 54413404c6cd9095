/* stamp_date.c: another day in place of a date, in the same form. */
#include "edits/stamp_date.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

/* The English month at the start of `s`: its letters, 0 where none; *brief for "Jan". */
static size_t month_at(struct slice s, bool *brief)
{
    for (size_t i = 0; i < 12; i++) {
        struct slice name = slice_of(months[i]);
        *brief = !slice_starts(s, name);
        if (!*brief)
            return name.len;
        if (slice_starts(s, slice_sub(name, 0, 3)) && (s.len == 3 || !ascii_is_alpha(s.ptr[3])))
            return 3;
    }
    return 0;
}

/* Does `s` have the form: '9' one or two digits, '0' two, 'Y' four, 'M' a month's name? */
static bool matches(struct slice s, const char *form, bool *brief)
{
    size_t at = 0;
    for (; *form; form++) {
        size_t digits = 0, length;
        while (at + digits < s.len && ascii_is_digit(s.ptr[at + digits]))
            digits++;
        switch (*form) {
        case '9':
            length = digits == 1 || digits == 2 ? digits : 0;
            break;
        case '0':
            length = digits == 2 ? 2 : 0;
            break;
        case 'Y':
            length = digits == 4 ? 4 : 0;
            break;
        case 'M':
            length = month_at(slice_from(s, at), brief);
            break;
        default:
            length = at < s.len && s.ptr[at] == *form;
        }
        if (length == 0)
            return false;
        at += length;
    }
    return at == s.len;
}

struct slice stamp_date(struct slice written, date_days day, struct arena *arena)
{
    struct date date = date_from_days(day);
    bool brief = false;
    if (matches(written, "Y-0-0", &brief))
        return slice_of(arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day));
    if (matches(written, "0.0.Y", &brief))
        return slice_of(arena_printf(arena, "%02d.%02d.%04d", date.day, date.month, date.year));
    if (matches(written, "M 9, Y", &brief))
        return slice_of(arena_printf(arena, "%.*s %d, %d", brief ? 3 : 9, months[date.month - 1],
                                     date.day, date.year));
    if (matches(written, "9 M Y", &brief))
        return slice_of(arena_printf(arena, "%d %.*s %d", date.day, brief ? 3 : 9,
                                     months[date.month - 1], date.year));
    return SLICE("");
}
