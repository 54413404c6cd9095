/* near.c: the names nearest to one that means nothing. */
#include "rules/near.h"

#include "text/fold.h"

void near_add(struct near_names *near, struct slice wanted, struct slice candidate)
{
    if (candidate.len == 0)
        return;
    unsigned limit = (unsigned)(wanted.len / 3);
    limit = limit < 1 ? 1 : limit > 12 ? 12 : limit;
    struct arena scratch;
    arena_init(&scratch);
    unsigned distance =
        fold_distance(fold_case(&scratch, wanted), fold_case(&scratch, candidate), limit);
    arena_release(&scratch);
    if (distance > limit)
        return;
    size_t at = near->len;
    for (size_t i = 0; i < near->len; i++)
        if (slice_equal(near->v[i].name, candidate))
            return;
    while (at > 0 && near->v[at - 1].distance > distance)
        at--;
    if (at == NEAR_MAX)
        return;
    if (near->len < NEAR_MAX)
        near->len++;
    for (size_t i = near->len - 1; i > at; i--)
        near->v[i] = near->v[i - 1];
    near->v[at] = (struct near_name){candidate, distance};
}
