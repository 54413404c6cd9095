/* name_letters.h: which letters a document's names hold, so that a search passes over most of them unread. */
#ifndef PLANLS_MODEL_NAME_LETTERS_H
#define PLANLS_MODEL_NAME_LETTERS_H

#include "model/model.h"

/* A bit for each ASCII letter, whatever its case, and each digit; other bytes share bits. Text that holds the
 * bytes of another in any order holds all its bits. */
uint64_t letters_of(struct slice s);

/* Is in the letters of text that is not ASCII, and of little else. */
#define LETTERS_BEYOND_ASCII (UINT64_C(1) << 60) /* shared with '|' */

/* The letters of what names are once folded (fold_case), with LETTERS_BEYOND_ASCII where they have to be; of a
 * task those of its id, too, as it stands there. */
struct name_letters {
    uint64_t all;    /* of all below together */
    uint64_t owners; /* of all owners together */
    uint64_t path;
    uint64_t names[]; /* of the items, then the tasks, then the items' owners, in their order */
};

/* Made when first asked for, so that nobody who types pays for it; freed with the model. For the one
 * thread that uses the model's workspace. */
const struct name_letters *model_name_letters(struct model *model);

#endif
