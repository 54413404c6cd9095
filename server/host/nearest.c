/* nearest.c: "did you mean": the known name closest to a mistyped one. */
#include "host/nearest.h"

#include "text/fold.h"

const char *nearest_name(struct slice wanted, const char *const *names, size_t count)
{
    unsigned limit = wanted.len < 3 ? 0 : wanted.len < 9 ? (unsigned)wanted.len / 3 : 3;
    const char *best = NULL, *beginning = NULL;
    size_t beginnings = 0;
    for (size_t i = 0; i < count; i++) {
        struct slice name = slice_of(names[i]);
        unsigned bound = best ? limit - 1 : limit;
        unsigned distance = fold_distance(wanted, name, bound);
        if (distance <= bound) {
            best = names[i];
            limit = distance;
            if (distance == 0)
                return best;
        }
        if (wanted.len >= 3 && slice_starts_nocase(name, wanted)) {
            beginning = names[i];
            beginnings++;
        }
    }
    return best ? best : beginnings == 1 ? beginning : NULL;
}
