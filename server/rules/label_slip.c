/* label_slip.c: is one label a slip of the finger away from another? */
#include "rules/label_slip.h"

#include "text/fold.h"

/* Shorter words have too many honest neighbours ("Goal", "Coal"). */
#define LABEL_MIN_LENGTH 4

/* Words that differ only by an ending are forms of one word, not slips. */
static bool are_forms_of_one_word(struct slice a, struct slice b)
{
    struct slice shorter = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;
    return shorter.len != longer.len && slice_starts(longer, shorter);
}

bool label_is_slip(struct slice label, struct slice right)
{
    if (label.len < LABEL_MIN_LENGTH || right.len < LABEL_MIN_LENGTH || label.len > right.len + 4 ||
        right.len > label.len + 4)
        return false;
    struct arena scratch;
    arena_init(&scratch);
    struct slice a = fold_case(&scratch, label), b = fold_case(&scratch, right);
    bool slip = !are_forms_of_one_word(a, b) && fold_distance(a, b, 1) == 1;
    arena_release(&scratch);
    return slip;
}
