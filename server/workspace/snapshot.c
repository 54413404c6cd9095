/* snapshot.c: making one document's text, blocks and model from bytes. */
#include "workspace/snapshot.h"

#include "base/hash.h"
#include "base/memo.h"
#include "syntax/tree.h"
#include "text/line_lengths.h"

#include <stdlib.h>

static void take_text(struct snapshot *snapshot, struct slice bytes)
{
    struct document *document = &snapshot->document;
    document->loaded = true;
    text_init(&document->text, arena_copy(&snapshot->text_arena, bytes), &snapshot->text_arena);
}

static uint64_t hash_of(struct slice bytes)
{
    uint64_t hash = hash_words(bytes);
    return hash == SNAPSHOT_UNKNOWN ? SNAPSHOT_UNKNOWN + 1 : hash;
}

static struct snapshot *snapshot_start(struct slice bytes)
{
    struct snapshot *snapshot = memory_alloc(sizeof *snapshot);
    *snapshot = (struct snapshot){0};
    arena_init_tight(&snapshot->words_arena);
    arena_init(&snapshot->text_arena);
    if (bytes.len > TEXT_MAX_BYTES)
        bytes.len = TEXT_MAX_BYTES;
    snapshot->bytes_hash = hash_of(bytes);
    take_text(snapshot, bytes);
    return snapshot;
}

static bool matches_any(const struct slice *globs, size_t count, struct slice path)
{
    for (size_t i = 0; i < count; i++)
        if (glob_match(globs[i], path))
            return true;
    return false;
}

/* `old`: the state before, or NULL. */
static void snapshot_finish(struct snapshot *snapshot, struct snapshot *old, struct slice path,
                            const struct settings *settings, struct inline_parser *parser)
{
    struct document *document = &snapshot->document;
    document->model = model_new(path, &document->text, &document->blocks, parser, settings);
    document->path = document->model->path;
    document->judged = (settings->file_count == 0 ||
                        matches_any(settings->files, settings->file_count, document->path)) &&
                       !matches_any(settings->exclude, settings->exclude_count, document->path);
    snapshot_read_words(snapshot, old);
}

struct snapshot *snapshot_new(struct slice path, struct slice bytes,
                              const struct settings *settings, struct inline_parser *parser)
{
    return snapshot_renewed(path, bytes, SNAPSHOT_UNKNOWN, settings, parser);
}

struct snapshot *snapshot_renewed(struct slice path, struct slice bytes, uint64_t known,
                                  const struct settings *settings, struct inline_parser *parser)
{
    struct snapshot *snapshot = snapshot_start(bytes);
    struct document *document = &snapshot->document;
    document->blocks = syntax_blocks_with(parser, document->text.bytes, &snapshot->text_arena);
    if (snapshot->bytes_hash != known)
        snapshot_finish(snapshot, NULL, path, settings, parser);
    return snapshot;
}

struct snapshot *snapshot_edited(struct snapshot *old, struct slice bytes, struct syntax_tree *tree,
                                 const struct settings *settings, struct inline_parser *parser)
{
    struct snapshot *snapshot = snapshot_start(bytes);
    struct document *document = &snapshot->document;
    snapshot->tree = tree;
    document->memo = old->document.memo ? old->document.memo : memo_new();
    old->document.memo = NULL;
    document->blocks = syntax_tree_blocks(tree, document->text.bytes, &snapshot->text_arena);
    memo_turn(document->memo);
    inline_parser_remember(parser, document->memo);
    snapshot_finish(snapshot, old, old->document.path, settings, parser);
    inline_parser_remember(parser, NULL);
    return snapshot;
}

void snapshot_judge(struct snapshot *snapshot)
{
    snapshot->named = true;
    snapshot->document.judged = true;
}

const struct document *snapshot_document(const struct snapshot *snapshot)
{
    return &snapshot->document;
}

void snapshot_keep_lines(struct snapshot *snapshot)
{
    struct document *document = &snapshot->document;
    if (document->loaded && !document->lines)
        document->lines = line_lengths_new(&document->text);
}

void snapshot_unload(struct snapshot *snapshot)
{
    syntax_tree_free(snapshot->tree);
    snapshot->tree = NULL;
    memo_free(snapshot->document.memo);
    snapshot->document.memo = NULL;
    arena_clear(&snapshot->text_arena);
    snapshot->document.loaded = false;
    snapshot->document.text = (struct text){0};
    snapshot->document.blocks = (struct blocks){0};
}

bool snapshot_load(struct snapshot *snapshot, struct slice bytes, struct inline_parser *parser)
{
    struct document *document = &snapshot->document;
    if (document->loaded || bytes.len > TEXT_MAX_BYTES || hash_of(bytes) != snapshot->bytes_hash)
        return false;
    take_text(snapshot, bytes);
    document->blocks = syntax_blocks_with(parser, document->text.bytes, &snapshot->text_arena);
    return true;
}

bool snapshot_take_text(struct snapshot *snapshot, struct snapshot *from)
{
    struct document *document = &snapshot->document;
    if (document->loaded || from->bytes_hash != snapshot->bytes_hash)
        return false;
    arena_release(&snapshot->text_arena);
    snapshot->text_arena = from->text_arena;
    arena_init(&from->text_arena);
    document->loaded = true;
    document->text = from->document.text;
    if (!document->lines) {
        document->lines = from->document.lines;
        from->document.lines = NULL;
    }
    document->blocks = from->document.blocks;
    return true;
}

void snapshot_free(struct snapshot *snapshot)
{
    if (!snapshot)
        return;
    snapshot_unload(snapshot);
    line_lengths_free(snapshot->document.lines);
    model_free(snapshot->document.model);
    for (enum names_part part = 0; part < NAMES_PARTS; part++)
        names_free_chain(&snapshot->names[part]);
    arena_release(&snapshot->text_arena);
    arena_release(&snapshot->words_arena);
    free(snapshot);
}
