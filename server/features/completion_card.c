/* completion_card.c: what is told of what completion offers. */
#include "features/card.h"
#include "features/card_document.h"
#include "rules/rule.h"

#include <planls/completion.h>

static void tell_person(struct planls_workspace *workspace, const struct document *from,
                        struct slice key, struct arena *scratch, struct strbuf *out)
{
    struct person_places places = {0};
    if (workspace_is_everywhere(workspace->ws, key))
        return;
    workspace_person(workspace->ws, key, scratch, &places);
    if (places.len)
        card_person(workspace, from, places.items[0].person, scratch, out);
}

/* What stands at that index in the document, if it is still called what it was. */
static bool find_target(const struct document *document, const struct planls_about *about,
                        struct target *target)
{
    const struct model *model = document->model;
    struct slice name = slice_of(about->name);
    uint32_t i = about->index;
    *target = (struct target){document, NO_INDEX, NO_INDEX, NO_INDEX, SPAN_NONE};
    switch (about->kind) {
    case PLANLS_ABOUT_HEADING:
        target->heading = i;
        return i < model->headings.len && slice_equal(model->headings.items[i].title, name);
    case PLANLS_ABOUT_ITEM:
        target->item = i;
        return i < model->items.len && slice_equal(model->items.items[i].title, name);
    case PLANLS_ABOUT_TASK:
        target->task = i;
        return i < model->tasks.len && slice_equal(model->tasks.items[i].title, name);
    default:
        return false;
    }
}

static void tell(struct planls_workspace *workspace, const struct document *from,
                 const struct planls_about *about, struct arena *scratch, struct strbuf *out)
{
    const struct document *document = workspace_find(workspace->ws, slice_of(about->path));
    const char *page = about->kind == PLANLS_ABOUT_RULE ? rule_page(about->name) : NULL;
    struct target target;
    if (page)
        strbuf_puts(out, page);
    else if (about->kind == PLANLS_ABOUT_PERSON)
        tell_person(workspace, from, slice_of(about->name), scratch, out);
    else if (document && about->kind == PLANLS_ABOUT_DOCUMENT)
        card_document(workspace, from, document, scratch, out);
    else if (document && find_target(document, about, &target) && target.task != NO_INDEX)
        card_task(workspace, document, target.task, scratch, out);
    else if (document && find_target(document, about, &target))
        card_target(workspace, &target, scratch, out);
}

const char *planls_completion_card(struct planls_workspace *workspace, const char *path,
                                   const struct planls_about *about, struct planls_results *results)
{
    const struct document *from = facade_document(workspace, path);
    if (!from)
        return "";
    struct strbuf out;
    struct arena scratch;
    strbuf_init(&out, CARD_MAX_BYTES);
    arena_init(&scratch);
    tell(workspace, from, about, &scratch, &out);
    const char *card = arena_cstring(&results->arena, strbuf_slice(&out));
    arena_release(&scratch);
    strbuf_release(&out);
    return card;
}
