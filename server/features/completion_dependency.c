/* completion_dependency.c: what an item or task waits for, in the form the document names such things. */
#include "features/completion.h"

#include "model/task_words.h"

#include <string.h>

/* ---- tasks ----------------------------------------------------------------------------------- */

/* Is the id among the names beside what is typed? */
static bool is_listed(const struct completing *c, struct slice id)
{
    struct slice list = span_slice(c->bytes, c->list);
    for (size_t at = 0; at + id.len <= list.len; at++) {
        uint32_t start = c->list.start + (uint32_t)at, end = start + (uint32_t)id.len;
        bool whole = (at == 0 || !ascii_is_alnum(list.ptr[at - 1])) &&
                     (end == c->list.end || !ascii_is_alnum(c->bytes.ptr[end]));
        if (whole && slice_starts(slice_from(list, at), id) &&
            (end <= c->typed.start || start >= c->end))
            return true;
    }
    return false;
}

/* The task the cursor is in, be it behind its last word. */
static uint32_t task_at(const struct completing *c)
{
    uint32_t task = model_task_at(c->model, c->offset);
    return task == NO_INDEX && c->head.len ? model_task_at(c->model, c->offset - 1) : task;
}

static bool add_task(struct completing *c, const struct document *document, uint32_t index)
{
    const struct task *task = &document->model->tasks.items[index];
    if (task->id.len == 0 || (document == c->document && index == task_at(c)) ||
        is_listed(c, task->id))
        return true;
    if (!completing_fits(c, task->id) && !completing_fits(c, task->title))
        return true;
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_TASK, task->id, completing_value(c, task->id));
    if (!completion)
        return false;
    completion->detail = arena_cstring(c->arena, task->title);
    /* Whoever does not know the number knows the words. */
    if (!completing_fits(c, task->id))
        completion->filter = completion->detail;
    completion_about(c, completion, PLANLS_ABOUT_TASK, document, index, task->title);
    return true;
}

/* The tasks before the cursor are likelier than those behind it, and the nearest likeliest. */
static bool add_own_tasks(struct completing *c)
{
    const struct model *model = c->model;
    bool any = false;
    size_t at = 0;
    while (at < model->tasks.len && model->tasks.items[at].span.start < c->line.start)
        any = model->tasks.items[at++].id.len > 0 || any;
    for (size_t i = at; i-- > 0;)
        if (!add_task(c, c->document, (uint32_t)i))
            return true;
    for (size_t i = at; i < model->tasks.len; i++) {
        any = any || model->tasks.items[i].id.len > 0;
        if (!add_task(c, c->document, (uint32_t)i))
            return true;
    }
    return any;
}

static struct slice folder_of(struct slice path)
{
    size_t slash = slice_find_last_byte(path, '/');
    return slice_sub(path, 0, slash == SLICE_NONE ? 0 : slash);
}

/* Tasks that are a document each have their siblings in the folder. */
static void add_folder_tasks(struct completing *c)
{
    const struct workspace *ws = c->workspace->ws;
    struct slice folder = folder_of(c->document->path);
    size_t looked = 0;
    for (size_t i = workspace_first_in(ws, folder); i < workspace_count(ws); i++) {
        const struct document *document = workspace_at(ws, i);
        if (folder.len &&
            (!slice_starts(document->path, folder) || document->path.ptr[folder.len] != '/'))
            return;
        if (looked++ == COMPLETION_MAX_DOCUMENTS) {
            c->out->cut = true;
            return;
        }
        for (uint32_t t = 0; document != c->document && t < document->model->tasks.len; t++)
            if (document->model->tasks.items[t].source == TASK_FROM_FRONT_MATTER &&
                !add_task(c, document, t))
                return;
    }
}

/* ---- items ----------------------------------------------------------------------------------- */

/* How items are named where something waits for them: by number ("Phase 1") or by title, as most
 * dependencies of the document are. */
static bool are_numbers_usual(const struct completing *c)
{
    const struct model *model = c->model;
    size_t numbers = 0, titles = 0;
    for (size_t i = 0; i < model->items.len; i++) {
        const struct dependencies *list = &model->items.items[i].depends_on;
        for (size_t d = 0; d < list->len; d++) {
            bool counts = !list->items[d].drawn && !span_touches(list->items[d].where, c->offset);
            numbers += counts && list->items[d].form == DEPENDENCY_NUMBERED;
            titles += counts && list->items[d].form == DEPENDENCY_TITLE;
        }
    }
    return numbers >= titles;
}

/* "Phase 2" as its heading says it; empty where that is no number of a kind. */
static struct slice numbered_name(const struct completing *c, const struct item *item)
{
    if (item->number.len == 0 || item->kind == ITEM_OTHER || item->source != ITEM_FROM_HEADING)
        return slice_sub(item->title, 0, 0);
    struct slice title = c->model->headings.items[item->heading].title;
    size_t at = slice_find(title, item->number);
    return slice_sub(title, 0, at == SLICE_NONE ? 0 : at + item->number.len);
}

static bool add_item(struct completing *c, uint32_t index, bool numbers)
{
    const struct item *item = &c->model->items.items[index];
    struct slice number = numbered_name(c, item);
    struct slice name = number.len && numbers ? number : item->id.len ? item->id : item->title;
    if (number.len && !completing_fits(c, name) && !completing_fits(c, item->title))
        name = number;
    uint32_t parent = c->item == NO_INDEX ? NO_INDEX : c->model->items.items[c->item].parent;
    if (index == c->item || index == parent || name.len == 0 || is_listed(c, name) ||
        (!completing_fits(c, name) && !completing_fits(c, item->title)))
        return true;
    struct planls_completion *completion =
        completing_add(c, PLANLS_COMPLETION_ITEM, name, completing_value(c, name));
    if (!completion)
        return false;
    if (!slice_equal(name, item->title))
        completion->detail = arena_cstring(c->arena, item->title);
    if (!completing_fits(c, name))
        completion->filter = completion->detail;
    completion_about(c, completion, PLANLS_ABOUT_ITEM, c->document, index, item->title);
    return true;
}

/* Siblings first, of these the nearest before. */
static void add_own_items(struct completing *c)
{
    const struct model *model = c->model;
    bool numbers = are_numbers_usual(c);
    const struct item *own = c->item == NO_INDEX ? NULL : &model->items.items[c->item];
    size_t before = own ? c->item : model->items.len;
    for (int siblings = 1; siblings >= 0; siblings--) {
        for (size_t i = before; i-- > 0;) {
            const struct item *item = &model->items.items[i];
            bool sibling = !own || (item->kind == own->kind && item->parent == own->parent);
            if (sibling == (siblings == 1) && !add_item(c, (uint32_t)i, numbers))
                return;
        }
        for (size_t i = before; i < model->items.len; i++) {
            const struct item *item = &model->items.items[i];
            bool sibling = !own || (item->kind == own->kind && item->parent == own->parent);
            if (sibling == (siblings == 1) && !add_item(c, (uint32_t)i, numbers))
                return;
        }
    }
}

/* ---- where ----------------------------------------------------------------------------------- */

void complete_dependencies(struct completing *c, uint32_t start, uint32_t end)
{
    struct span part = completing_part(c, start, end, ",;[]\"'");
    completing_from(c, part.start, part.end);
    if (span_is_empty(c->list))
        c->list = (struct span){start, end};
    const struct item *own = c->item == NO_INDEX ? NULL : &c->model->items.items[c->item];
    bool task = task_at(c) != NO_INDEX || (own && own->kind == ITEM_TASK) || c->yaml;
    if (task) {
        bool ids = add_own_tasks(c);
        if (c->yaml)
            add_folder_tasks(c);
        if (ids)
            return;
    }
    add_own_items(c);
    if (!task)
        add_own_tasks(c);
}

/* Behind "depends on" only names and what is between names may stand up to the cursor. */
static bool is_list_of_names(struct slice s)
{
    unsigned words = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (strchr(".:!?)", s.ptr[i]) && (i + 1 == s.len || s.ptr[i + 1] == ' ') && i > 0)
            return false;
        words += s.ptr[i] == ' ' && i + 1 < s.len;
        if (s.ptr[i] == ',')
            words = 0;
    }
    return words <= 3;
}

/* "needs " and "after " are said of many things: nobody is asked at every space but in a remark of a
 * task's and behind what says nothing else. */
static bool is_likely(const struct completing *c, size_t at)
{
    if (c->trigger == 0)
        return true;
    bool remark = at > 0 && c->head.ptr[at - 1] == '(';
    struct slice word = slice_from(c->head, at);
    return c->trigger == ' ' && (remark || ((slice_starts_nocase(word, SLICE("depends on")) ||
                                             slice_starts_nocase(word, SLICE("blocked by"))) &&
                                            model_task_at(c->model, c->line.end) != NO_INDEX));
}

/* "depends" is half of "depends on", "dependencies" a noun, unless a colon follows. */
static bool is_half_said(struct slice words)
{
    return (slice_starts_nocase(words, SLICE("dep")) ||
            slice_starts_nocase(words, SLICE("prereq"))) &&
           slice_find_nocase(words, SLICE(" on")) == SLICE_NONE &&
           slice_find_byte(words, ':') == SLICE_NONE;
}

bool complete_dependency(struct completing *c)
{
    struct slice head = c->head;
    for (size_t i = head.len; i-- > 0;) {
        bool begins = i == 0 || ascii_is_space(head.ptr[i - 1]) || strchr("(*_[", head.ptr[i - 1]);
        size_t length = begins ? dependency_words(slice_from(head, i)) : 0;
        if (length == 0)
            continue;
        struct slice rest = slice_from(head, i + length);
        size_t lead = 0;
        while (lead < rest.len && strchr(":*_ ", rest.ptr[lead]))
            lead++;
        bool spaced = ascii_is_space(head.ptr[i + length + lead - 1]);
        if (!spaced || is_half_said(slice_sub(head, i, i + length + lead)) ||
            !is_list_of_names(slice_from(rest, lead)) || !is_likely(c, i))
            return false;
        uint32_t end = c->offset;
        while (end < c->line.end && !strchr(").|", c->bytes.ptr[end]))
            end++;
        c->list = c->line; /* what waits is not what it waits for */
        complete_dependencies(c, c->line.start + (uint32_t)(i + length + lead), end);
        return true;
    }
    return false;
}
