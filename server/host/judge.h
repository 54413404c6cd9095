/* judge.h: judging many documents, on libuv's thread pool.
 *
 * What is found is what planls_check_waived finds in each document by itself, whatever the number of
 * threads.
 */
#ifndef PLANLS_HOST_JUDGE_H
#define PLANLS_HOST_JUDGE_H

#include "features/facade.h"

#include <planls/diagnostic.h>

struct judged {
    const struct document *document; /* in: loaded, and not being edited */
    struct planls_diagnostics found;
    struct planls_waiveds waived;
};

/* Judges the documents, which are the workspace's; what is found lives in the results. Nothing else
 * uses the workspace meanwhile. */
void judge_documents(struct planls_workspace *workspace, struct judged *judged, size_t count,
                     struct planls_results *results);

#endif
