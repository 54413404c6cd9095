/* config_buffer.h: a `.planls.json` that is open in the client.
 *
 * It is judged as it is typed; what it says counts when it is saved.
 */
#ifndef PLANLS_LSP_CONFIG_BUFFER_H
#define PLANLS_LSP_CONFIG_BUFFER_H

#include "lsp/documents.h"

bool config_buffer_is(const struct file *file); /* is it a `.planls.json`? */
/* What the client holds now; what is wrong with it is told. */
void config_buffer_put(struct open_document *document, struct slice bytes);
/* The client has closed it: what is wrong on disk is told again. */
void config_buffer_drop(struct open_document *document);

#endif
