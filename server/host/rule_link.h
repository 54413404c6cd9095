/* rule_link.h: where a rule's page can be read by whoever has no planls at hand. */
#ifndef PLANLS_HOST_RULE_LINK_H
#define PLANLS_HOST_RULE_LINK_H

#include "base/strbuf.h"

/* Pages stand here under the rule's name, with '_' for '-', and ".md". */
#define RULE_PAGES "https://github.com/planls/planls/blob/main/server/rules/"

/* Appends the address of the page of a finding's code; false, and nothing appended, where the code
 * has no page. */
bool rule_link(const char *code, struct strbuf *out);

#endif
