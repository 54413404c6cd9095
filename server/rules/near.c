/* near.c: the names nearest to one that means nothing. */
#include "rules/near.h"

#include "text/fold.h"

/* Surely more than `limit` apart, letter case aside: so many characters stand in one and not in the
 * other, wherever. A look that spares most candidates the table. */
static bool is_far(struct slice a, struct slice b, unsigned limit)
{
    int more[128] = {0};
    for (size_t i = 0; i < a.len; i++) {
        if ((unsigned char)a.ptr[i] >= 128)
            return false;
        more[(unsigned char)ascii_lower(a.ptr[i])]++;
    }
    for (size_t i = 0; i < b.len; i++) {
        if ((unsigned char)b.ptr[i] >= 128)
            return false;
        more[(unsigned char)ascii_lower(b.ptr[i])]--;
    }
    size_t only_a = 0, only_b = 0;
    for (size_t c = 0; c < 128; c++) {
        only_a += more[c] > 0 ? (size_t)more[c] : 0;
        only_b += more[c] < 0 ? (size_t)-more[c] : 0;
    }
    return only_a > limit || only_b > limit;
}

void near_add(struct near_names *near, struct slice wanted, struct slice candidate)
{
    if (candidate.len == 0)
        return;
    unsigned limit = (unsigned)(wanted.len / 3);
    limit = limit < 1 ? 1 : limit > 12 ? 12 : limit;
    if (is_far(wanted, candidate, limit))
        return;
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
