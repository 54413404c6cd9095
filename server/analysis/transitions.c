/* transitions.c: in which order work passes its states, and which it skips. */
#include "analysis/transitions.h"

#include "base/strbuf.h"
#include "text/fold.h"

#define NO_STAGE ((size_t)-1)

bool is_stated_in_words(struct stated state)
{
    size_t letters = 0;
    for (size_t i = 0; i < state.text.len; i++) {
        unsigned char c = (unsigned char)state.text.ptr[i];
        /* Signs begin with E2 or F0 and go on below C3; the letters of other scripts do not. */
        letters += ascii_is_alpha((char)c) || (c >= 0xC3 && c < 0xE2) || (c > 0xE2 && c < 0xEF);
    }
    return letters > 1 || (letters == 1 && (unsigned char)state.text.ptr[0] > 0xE2);
}

static size_t stage_of(const struct settings *settings, struct stated state, struct arena *arena)
{
    struct slice words = fold_title(arena, state.text);
    for (size_t i = 0; i < settings->workflow_count; i++)
        if (slice_equal(words, fold_title(arena, settings->workflow[i])))
            return i;
    if (state.status == STATUS_NONE || state.status == STATUS_UNKNOWN)
        return NO_STAGE;
    for (size_t i = 0; i < settings->workflow_count; i++)
        if (status_read(settings->workflow[i]) == state.status)
            return i;
    return NO_STAGE;
}

struct slice skipped_stages(const struct settings *settings, bool review, struct stated before,
                            struct stated now, struct arena *arena)
{
    if (settings->workflow_count == 0) {
        bool skips = review && now.status == STATUS_DONE &&
                     (before.status == STATUS_TODO || before.status == STATUS_DOING);
        return skips ? SLICE("review") : SLICE("");
    }
    size_t from = stage_of(settings, before, arena), to = stage_of(settings, now, arena);
    if (from == NO_STAGE || to == NO_STAGE || to <= from + 1)
        return SLICE("");
    struct strbuf words;
    strbuf_init(&words, STRBUF_NO_LIMIT);
    for (size_t i = from + 1; i < to; i++)
        strbuf_printf(&words, "%s“%.*s”",
                      i == from + 1 ? ""
                      : i + 1 == to ? " and "
                                    : ", ",
                      SLICE_ARG(settings->workflow[i]));
    struct slice result = arena_copy(arena, strbuf_slice(&words));
    strbuf_release(&words);
    return result;
}

bool document_has_review(const struct model *model)
{
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        if (item->status == STATUS_REVIEW &&
            is_stated_in_words((struct stated){item->status, item->status_text}))
            return true;
    }
    for (size_t i = 0; i < model->tasks.len; i++) {
        const struct task *task = &model->tasks.items[i];
        if (task->status == STATUS_REVIEW &&
            is_stated_in_words((struct stated){task->status, task->status_text}))
            return true;
    }
    return false;
}
