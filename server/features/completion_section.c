/* completion_section.c: a document's headings, as anchors, wiki titles and numbered sections. */
#include "features/completion.h"

#include <string.h>

/* Adds a heading, closed with `mark`. False where the list is full. */
static bool add_heading(struct completing *c, const struct document *of, uint32_t index,
                        struct slice label, struct slice text, const char *mark)
{
    const struct heading *heading = &of->model->headings.items[index];
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_SECTION, label,
                       slice_of(arena_printf(c->arena, "%.*s%s", SLICE_ARG(text), mark)));
    if (!completion)
        return false;
    if (!slice_equal(label, heading->title))
        completion->detail = arena_cstring(c->arena, heading->title);
    completion_about(c, completion, PLANLS_ABOUT_HEADING, of, index, heading->title);
    return true;
}

void complete_anchors(struct completing *c, const struct document *of, uint32_t start, uint32_t end)
{
    completing_from(c, start, end);
    completing_close(c, ")");
    for (uint32_t i = 0; i < of->model->headings.len; i++) {
        const struct heading *heading = &of->model->headings.items[i];
        struct slice anchor = heading->id.len ? heading->id : heading->anchor;
        if (anchor.len && completing_fits(c, anchor) && !add_heading(c, of, i, anchor, anchor, ")"))
            return;
    }
}

void complete_wiki_titles(struct completing *c, const struct document *of, uint32_t start,
                          uint32_t end)
{
    completing_from(c, start, end);
    completing_close(c, "]]");
    for (uint32_t i = 0; i < of->model->headings.len; i++) {
        struct slice title = of->model->headings.items[i].title;
        /* Brackets and bars would end the link. */
        bool writable = slice_find_byte(title, ']') == SLICE_NONE &&
                        slice_find_byte(title, '|') == SLICE_NONE &&
                        slice_find_byte(title, '#') == SLICE_NONE;
        if (title.len && writable && completing_fits(c, title) &&
            !add_heading(c, of, i, title, title, "]]"))
            return;
    }
}

void complete_sections(struct completing *c, const struct document *of, uint32_t start,
                       uint32_t end, struct slice word)
{
    const struct model *model = of->model;
    bool numbered = false;
    uint32_t place = 0;
    completing_from(c, start, end);
    for (uint32_t i = 0; i < model->headings.len; i++)
        numbered = numbered || model->headings.items[i].number.len;
    for (uint32_t i = 0; i < model->headings.len; i++) {
        const struct heading *heading = &model->headings.items[i];
        place += heading->level == 2;
        struct slice number = heading->number;
        if (!numbered && heading->level == 2)
            number = slice_of(arena_printf(c->arena, "%u", place));
        if (number.len == 0 || model_heading_by_section(model, number) != i ||
            !completing_fits(c, number))
            continue;
        struct slice text =
            slice_of(arena_printf(c->arena, "%.*s%.*s", SLICE_ARG(word), SLICE_ARG(number)));
        if (!add_heading(c, of, i, slice_trim(text), text, ""))
            return;
    }
}
