/* completion_item.c: plan items, by title and as links to them. */
#include "features/completion.h"

#include "edits/link_path.h"

/* How an item is to be written. */
enum item_form { ITEM_AS_NAME, ITEM_AS_LINK };

static struct slice link_to(struct completing *c, const struct document *document,
                            const struct item *item)
{
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    link_text_write(&out, item->title);
    strbuf_puts(&out, "](");
    if (document != c->document)
        link_path_write(&out, path_relative(c->document->path, document->path, c->arena));
    strbuf_printf(&out, "#%.*s)", SLICE_ARG(item->anchor));
    struct slice text = arena_copy(c->arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

/* "Weeks 5–8 · plan.md" */
static const char *detail_of(struct completing *c, const struct document *document,
                             const struct item *item)
{
    struct slice when = item->timeline.len ? item->timeline.items[0].text : slice_of("");
    bool here = document == c->document;
    return arena_printf(c->arena, "%.*s%s%.*s", SLICE_ARG(when), when.len && !here ? " · " : "",
                        here ? 0 : (int)document->path.len, document->path.ptr);
}

/* Steps, days and tasks are no names that one links to. */
static bool is_worth_naming(const struct item *item)
{
    return item->title.len && item->kind != ITEM_STEP && item->kind != ITEM_DAY &&
           item->kind != ITEM_TASK;
}

static bool tell_item(struct completing *c, const struct document *document, uint32_t index,
                      enum item_form form)
{
    const struct item *item = &document->model->items.items[index];
    bool link = form == ITEM_AS_LINK;
    bool own = document == c->document && index == c->item;
    if (!is_worth_naming(item) || own || (link && item->anchor.len == 0) ||
        !completing_fits(c, item->title))
        return true;
    struct slice text = link ? link_to(c, document, item) : completing_value(c, item->title);
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_ITEM, item->title, text);
    if (!completion)
        return false;
    completion->detail = detail_of(c, document, item);
    completion_about(c, completion, PLANLS_ABOUT_ITEM, document, index, item->title);
    return true;
}

static bool visit(struct completing *c, const struct document *document, void *context)
{
    const enum item_form *form = context;
    /* A title of an archived or example plan is hardly what is meant. */
    if (document != c->document &&
        (document->model->kinds & (DOCUMENT_ARCHIVED | DOCUMENT_TEMPLATE)))
        return true;
    for (uint32_t i = 0; i < document->model->items.len; i++)
        if (!tell_item(c, document, i, *form))
            return false;
    return true;
}

void complete_item_names(struct completing *c, uint32_t start, uint32_t end)
{
    completing_from(c, start, end);
    enum item_form form = ITEM_AS_NAME;
    completing_visit(c, &form, visit);
}

void complete_item_links(struct completing *c, uint32_t start, uint32_t end)
{
    completing_from(c, start, end);
    c->closed = c->end; /* half a link behind a whole one leads nowhere */
    enum item_form form = ITEM_AS_LINK;
    completing_visit(c, &form, visit);
}
