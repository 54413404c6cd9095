/* config.h: `.planls.json` and an editor's settings, read into struct settings.
 *
 * Both have the same keys (README.md of this folder lists them). A wrong key or value is left out
 * of the settings and becomes a diagnostic with its place and, where there is one, the near match
 * as a fix. Nothing wrong in a configuration stops the rest of it from counting.
 */
#ifndef PLANLS_HOST_CONFIG_H
#define PLANLS_HOST_CONFIG_H

#include "base/arena.h"
#include "base/slice.h"
#include "host/error.h"
#include "model/settings.h"
#include "text/text.h"

#include <planls/diagnostic.h>

#include <stdbool.h>

#define CONFIG_PROBLEM_CODE "invalid-config"

struct cJSON;

struct config {
    struct settings settings; /* strings live in the arena below */
    const char *path;         /* as given to config_read or config_parse; NULL: no file */
    struct text text; /* the file's bytes, for the places of problems; empty without a file */
    struct planls_diagnostics problems; /* in document order; .path is `path` */
    bool malformed; /* the text is no JSON: problems has one entry, settings are defaults */
    struct arena arena;
};

/* The settings as they are without any configuration. */
void config_init(struct config *config);
void config_release(struct config *config);

/* Reads `file`; problems speak of it as `path` (".planls.json"). HOST_NOT_FOUND and other errors
 * leave the configuration as config_init made it. The config must be freshly initialised. */
enum host_error config_read(struct config *config, const char *file, const char *path);
/* The same for bytes at hand. */
void config_parse(struct config *config, struct slice bytes, const char *path);
/* The same for the object an editor sends (initializationOptions, the `planls` section of its
 * settings). Keys that are no plan settings are the client's own and passed over. Problems have no
 * place. Counts only where there is no file: call config_init, then this. */
void config_from_editor(struct config *config, const struct cJSON *object);

#endif
