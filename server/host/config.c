/* config.c: `.planls.json` and an editor's settings: reading the bytes, keeping the problems. */
#include "host/config.h"

#include "host/config_keys.h"
#include "host/files.h"
#include "host/json.h"

/* No configuration a person writes is longer. */
#define CONFIG_LIMIT ((size_t)4 << 20)

void config_init(struct config *config)
{
    *config = (struct config){0};
    arena_init(&config->arena);
    settings_init(&config->settings);
    text_init(&config->text, SLICE(""), &config->arena);
}

void config_release(struct config *config)
{
    arena_release(&config->arena);
    *config = (struct config){0};
}

struct planls_diagnostic *config_problem(struct config *config, enum planls_severity severity,
                                         struct span span, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct planls_diagnostic *problem = VEC_PUSH(&config->arena, &config->problems);
    problem->path = config->path;
    problem->range = (struct planls_range){span.start, span.end};
    problem->severity = severity;
    problem->code = CONFIG_PROBLEM_CODE;
    problem->message = arena_vprintf(&config->arena, format, args);
    va_end(args);
    return problem;
}

static void parse(struct config *config, struct slice bytes, bool editor)
{
    struct jsonc_value value;
    struct jsonc_error error;
    if (slice_trim(bytes).len == 0)
        return; /* an empty file only marks the workspace's root */
    if (jsonc_parse(bytes, &config->arena, &value, &error)) {
        config_read_keys(config, &value, editor);
        return;
    }
    config->malformed = true;
    config_problem(config, PLANLS_ERROR, error.span, "%s", error.message);
}

void config_parse(struct config *config, struct slice bytes, const char *path)
{
    config->path = arena_cstring(&config->arena, slice_of(path));
    text_init(&config->text, arena_copy(&config->arena, bytes), &config->arena);
    parse(config, config->text.bytes, false);
}

enum host_error config_read(struct config *config, const char *file, const char *path)
{
    struct strbuf bytes;
    strbuf_init(&bytes, CONFIG_LIMIT);
    enum host_error error = file_read(file, &bytes);
    if (bytes.overflow)
        error = HOST_TOO_LONG;
    if (!error)
        config_parse(config, strbuf_slice(&bytes), path);
    strbuf_release(&bytes);
    return error;
}

void config_from_editor(struct config *config, const struct cJSON *object)
{
    struct strbuf bytes;
    strbuf_init(&bytes, CONFIG_LIMIT);
    json_print(object, &bytes);
    config->path = "";
    parse(config, arena_copy(&config->arena, strbuf_slice(&bytes)), true);
    strbuf_release(&bytes);
}
