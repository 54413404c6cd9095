/* label_slip.h: is one label a slip of the finger away from another? */
#ifndef PLANLS_RULES_LABEL_SLIP_H
#define PLANLS_RULES_LABEL_SLIP_H

#include "base/slice.h"

/* One letter missing, extra, changed or two swapped, letter case aside. Endings ("Goal", "Goals") and
 * words of less than four bytes are no slips. */
bool label_is_slip(struct slice label, struct slice right);

#endif
