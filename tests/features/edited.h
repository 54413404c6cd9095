/* edited.h: a workspace after edits, for tests of renames and refactorings. */
#ifndef PLANLS_TESTS_EDITED_H
#define PLANLS_TESTS_EDITED_H

#include "features/facade.h"
#include "text/edit.h"

#include <planls/planls.h>

/* The text of a document after those of the fix's edits that are its; asserts that they are disjoint. */
static inline struct slice edited_text(const struct document *document,
                                       const struct planls_fix *fix, struct arena *arena)
{
    struct text_edit *edits = arena_array(arena, fix->edit_count + 1, sizeof *edits);
    size_t count = 0;
    for (size_t i = 0; i < fix->edit_count; i++)
        if (slice_is(document->path, fix->edits[i].path) && !fix->edits[i].remove)
            edits[count++] = (struct text_edit){facade_span(fix->edits[i].range),
                                                {fix->edits[i].new_text, fix->edits[i].new_len}};
    text_edits_sort(edits, count);
    assert_true(text_edits_are_disjoint(edits, count, document->text.bytes.len));
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    text_edits_apply(document->text.bytes, edits, count, &out);
    struct slice text = arena_copy(arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

/* Every document that the fix changes, with "--- PATH" before it. */
static inline void edited_print(const struct planls_workspace *workspace,
                                const struct planls_fix *fix, struct arena *arena,
                                struct strbuf *out)
{
    for (size_t i = 0; i < workspace_count(workspace->ws); i++) {
        const struct document *document = workspace_at(workspace->ws, i);
        struct slice text = edited_text(document, fix, arena);
        if (slice_equal(text, document->text.bytes))
            continue;
        strbuf_printf(out, "--- %.*s\n", SLICE_ARG(document->path));
        strbuf_append(out, text);
    }
}

#endif
