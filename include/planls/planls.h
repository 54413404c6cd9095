/* planls.h: everything another program needs of planls' analysis core.
 *
 *     put documents (workspace.h) → check them (diagnostic.h), ask about a place (hover.h,
 *     definition.h), mend it (code_action.h)
 */
#ifndef PLANLS_PLANLS_H
#define PLANLS_PLANLS_H

#include <planls/call_hierarchy.h>
#include <planls/code_action.h>
#include <planls/code_lens.h>
#include <planls/completion.h>
#include <planls/definition.h>
#include <planls/diagnostic.h>
#include <planls/document_link.h>
#include <planls/folding_range.h>
#include <planls/formatting.h>
#include <planls/hierarchy.h>
#include <planls/hover.h>
#include <planls/inlay_hint.h>
#include <planls/next.h>
#include <planls/plan_view.h>
#include <planls/references.h>
#include <planls/rename.h>
#include <planls/report.h>
#include <planls/selection_range.h>
#include <planls/semantic_tokens.h>
#include <planls/symbol.h>
#include <planls/type_hierarchy.h>
#include <planls/types.h>
#include <planls/workspace.h>

#endif
