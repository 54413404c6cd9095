/* config_buffer.c: a `.planls.json` that is open in the client. */
#include "lsp/config_buffer.h"

#include "host/paths.h"
#include "lsp/publish.h"

#include <stdlib.h>

bool config_buffer_is(const struct file *file)
{
    struct slice path = {file->path, file->path_len};
    return slice_is(paths_name(path), CONFIG_FILE_NAME);
}

static void release(struct open_document *document)
{
    if (document->buffer)
        config_release(document->buffer);
    free(document->buffer);
    document->buffer = NULL;
}

void config_buffer_put(struct open_document *document, struct slice bytes)
{
    struct config *config = memory_alloc(sizeof *config);
    config_init(config);
    config_parse(config, bytes, document->file->path);
    release(document);
    document->buffer = config;
    publish_configuration(document->project, document->file);
}

void config_buffer_drop(struct open_document *document)
{
    release(document);
}
