/* reading.h: a document read from a string, for the tests of model/.
 *
 *     struct reading r;
 *     const struct model *model = reading_start(&r, "plan.md", "# Plan\n");
 *     …
 *     reading_end(&r);
 */
#ifndef PLANLS_TESTS_MODEL_READING_H
#define PLANLS_TESTS_MODEL_READING_H

#include "model/model.h"
#include "syntax/tree.h"

#include <stdio.h>

struct reading {
    struct arena arena; /* text and blocks */
    struct text text;
    struct blocks blocks;
    struct inline_parser *parser;
    struct settings settings;
    struct model *model;
};

/* The bytes must outlive the reading. */
static inline const struct model *reading_start_bytes(struct reading *r, const char *path,
                                                      struct slice bytes)
{
    arena_init(&r->arena);
    settings_init(&r->settings);
    text_init(&r->text, bytes, &r->arena);
    r->blocks = syntax_blocks(bytes, &r->arena);
    r->parser = inline_parser_new();
    r->model = model_new(slice_of(path), &r->text, &r->blocks, r->parser, &r->settings);
    return r->model;
}

static inline const struct model *reading_start(struct reading *r, const char *path,
                                                const char *text)
{
    return reading_start_bytes(r, path, slice_of(text));
}

static inline void reading_end(struct reading *r)
{
    model_free(r->model);
    inline_parser_free(r->parser);
    arena_release(&r->arena);
}

/* The bytes of a span. */
static inline struct slice reading_at(const struct reading *r, struct span span)
{
    return span_slice(r->text.bytes, span);
}

/* As assert_string_equal for a slice. */
#define ASSERT_SLICE(actual, expected)                                                             \
    do {                                                                                           \
        struct slice actual_ = (actual);                                                           \
        if (!slice_is(actual_, (expected)))                                                        \
            fail_msg("\"%.*s\" instead of \"%s\"", SLICE_ARG(actual_), (expected));                \
    } while (0)

/* A file of the documents shared beside the repository, or of one of its worktrees; the caller
 * releases *bytes with free(). False where it is not there. */
static inline bool reading_shared(const char *name, char **bytes, size_t *len)
{
    static const char *const roots[] = {PLANLS_SOURCE_DIR "/../shared/",
                                        PLANLS_SOURCE_DIR "/../../shared/"};
    for (size_t i = 0; i < 2; i++) {
        char path[1024];
        FILE *file;
        long size;
        snprintf(path, sizeof path, "%s%s", roots[i], name);
        file = fopen(path, "rb");
        if (!file)
            continue;
        fseek(file, 0, SEEK_END);
        size = ftell(file);
        rewind(file);
        *bytes = memory_alloc((size_t)size + 1);
        *len = fread(*bytes, 1, (size_t)size, file);
        fclose(file);
        return true;
    }
    return false;
}

#endif
