/* rename_title.c: an item's or a section's title, and all that means it by its words or its anchor.
 *
 * Headings that name an item for the tasks below them ("## New Pier" in a task file) are called so too.
 * Each document whose headings change is read once more: what its anchors are then tells which
 * fragments have to follow, also those of other headings of the same words.
 */
#include "features/rename.h"

#include "base/strbuf.h"
#include "edits/yaml_scalar.h"
#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

/* ---- may it be called that? ------------------------------------------------------------------ */

static const struct item *old_item(const struct renaming *r)
{
    const struct target *own = &r->subject->target;
    return own->item == NO_INDEX ? NULL : &own->document->model->items.items[own->item];
}

static bool is_taken(struct renaming *r, struct target *other)
{
    const struct target *own = &r->subject->target;
    if (own->item == NO_INDEX)
        return false;
    enum resolution result = resolve_item_name(r->workspace->ws, own->document, r->name, other);
    return (result == AMBIGUOUS || result == RESOLVED) && rename_clashes(r, other);
}

/* Would the document with the new title have the same headings, an item still be this item, called so?
 * What a mere section's words make of it is for its author to say. */
static bool reads_the_same(struct renaming *r, const struct model *after)
{
    const struct target *own = &r->subject->target;
    const struct model *before = own->document->model;
    struct slice key = fold_title(r->arena, r->name);
    if (after->headings.len != before->headings.len || key.len == 0)
        return false;
    if (own->item == NO_INDEX)
        return after->headings.items[own->heading].level ==
               before->headings.items[own->heading].level;
    if (after->items.len != before->items.len)
        return false;
    const struct item *item = &after->items.items[own->item];
    return slice_equal(item->key, key) && item->kind == before->items.items[own->item].kind;
}

/* ---- what means it by an anchor -------------------------------------------------------------- */

static struct slice written(const struct usage *usage, struct span span)
{
    return span_slice(usage->document->text.bytes, span);
}

/* `[[plan#Pier]]` for "2. Initiative: Pier (Weeks 2-3)": said by the item's name, and so again if that leads
 * to the heading; else empty. */
static struct slice fragment_by_name(struct renaming *r, const struct reference *reference,
                                     const struct model *after, uint32_t heading)
{
    struct reference renamed = *reference;
    struct slice old = reference->fragment;
    size_t at = slice_find_nocase(old, r->old_name);
    if (reference->kind != REFERENCE_WIKI || at == SLICE_NONE ||
        strpbrk(arena_cstring(r->arena, r->name), "[]|#") ||
        !slice_equal(fold_title(r->arena, old), fold_title(r->arena, r->old_name)))
        return SLICE("");
    struct slice behind = slice_from(old, at + r->old_name.len);
    renamed.fragment = slice_of(arena_printf(r->arena, "%.*s%.*s%.*s", (int)at, old.ptr,
                                             SLICE_ARG(r->name), SLICE_ARG(behind)));
    return reference_heading(after, &renamed) == heading ? renamed.fragment : SLICE("");
}

/* What a wiki link's fragment says of a heading: its anchor, or its title. */
static struct slice new_fragment(struct renaming *r, const struct reference *reference,
                                 const struct heading *before, const struct heading *after)
{
    bool by_title = reference->kind == REFERENCE_WIKI &&
                    slice_equal(fold_title(r->arena, reference->fragment), before->key) &&
                    !slice_equal(reference->fragment, before->anchor);
    if (by_title)
        return after->title;
    /* Some leave out what an emoji leaves behind at an anchor's start: so does the new one. */
    size_t left_out = before->anchor.len - reference->fragment.len;
    bool is_end = slice_ends(before->anchor, reference->fragment);
    bool same_start = is_end && slice_starts(after->anchor, slice_sub(before->anchor, 0, left_out));
    return same_start ? slice_from(after->anchor, left_out) : after->anchor;
}

static void edit_fragment(struct renaming *r, const struct usage *usage,
                          const struct reference *reference, const struct model *after)
{
    uint32_t heading = usage->target.heading;
    const struct model *before = usage->target.document->model;
    if (heading == NO_INDEX || reference->fragment.len == 0 ||
        reference_heading(after, reference) == heading)
        return;
    struct slice fragment = fragment_by_name(r, reference, after, heading);
    if (fragment.len == 0)
        fragment = new_fragment(r, reference, &before->headings.items[heading],
                                &after->headings.items[heading]);
    renaming_edit(r, usage->document, reference->fragment_span, arena_copy(r->arena, fragment));
}

/* `[Title](…)`, `[[doc|Title]]`: the words shown, where they are the title. */
static struct span shown_words(const struct usage *usage, const struct reference *reference)
{
    struct slice text = written(usage, usage->span);
    uint32_t start = usage->span.start;
    size_t bar = slice_find_byte(text, '|');
    if (reference->kind == REFERENCE_WIKI && bar != SLICE_NONE && slice_ends(text, SLICE("]]")))
        return (struct span){start + (uint32_t)bar + 1, usage->span.end - 2};
    size_t close = slice_find(text, SLICE("]("));
    if (reference->kind == REFERENCE_LINK && close != SLICE_NONE && text.ptr[0] == '[')
        return (struct span){start + 1, start + (uint32_t)close};
    return SPAN_NONE;
}

/* Replaces the old title in a text that is it, alone or behind its kind and number. */
static void edit_words(struct renaming *r, const struct usage *usage, struct span span)
{
    struct slice text = written(usage, span);
    size_t at = slice_find_nocase(text, r->old_name);
    if (at == SLICE_NONE)
        return;
    uint32_t start = span.start + (uint32_t)at;
    renaming_edit(r, usage->document, (struct span){start, start + (uint32_t)r->old_name.len},
                  r->name);
}

/* Behind another word for its kind: "Initiative: Pier" where the plan says "Workstream: Pier". */
static bool is_called_behind_a_kind(struct renaming *r, struct slice text, struct slice key)
{
    size_t length = 0;
    if (item_kind_of(text, &length) == ITEM_OTHER || length >= text.len)
        return false;
    struct slice rest = slice_from(text, length);
    while (rest.len && (ascii_is_space(rest.ptr[0]) || rest.ptr[0] == ':'))
        rest = slice_from(rest, 1);
    return slice_equal(fold_title(r->arena, rest), key);
}

static bool is_called(struct renaming *r, struct slice text)
{
    const struct target *own = &r->subject->target;
    struct slice key = fold_title(r->arena, text);
    const struct item *item = old_item(r);
    if (slice_equal(key, fold_title(r->arena, r->old_name)))
        return true;
    if (item && (slice_equal(key, item->key) || slice_equal(key, item->full_key) ||
                 is_called_behind_a_kind(r, text, item->key)))
        return true;
    if (item && item->source != ITEM_FROM_HEADING)
        return false;
    return slice_equal(key, own->document->model->headings.items[own->heading].key);
}

/* What a link shows and a section reference says of the title. */
static void edit_shown_words(struct renaming *r, const struct usage *usage,
                             const struct reference *reference)
{
    /* `FILE.md - "Title"` leads to the file, and says the title. */
    bool by_title = usage->target.heading == NO_INDEX && reference->section_title.len;
    if (!usage_means(usage, &r->subject->target) && !by_title)
        return;
    struct span shown = shown_words(usage, reference);
    if (!span_is_empty(shown) && strpbrk(arena_cstring(r->arena, r->name), "[]|") == NULL &&
        is_called(r, written(usage, shown)))
        edit_words(r, usage, shown);
    if (reference->section_title.len && is_called(r, reference->section_title))
        edit_words(r, usage, usage->span);
}

/* ---- what means it by its words -------------------------------------------------------------- */

/* The new title as it can stand where YAML has a value. */
static struct slice for_yaml(struct renaming *r, const struct usage *usage)
{
    char before = usage->span.start ? usage->document->text.bytes.ptr[usage->span.start - 1] : ' ';
    struct strbuf out;
    strbuf_init(&out, STRBUF_NO_LIMIT);
    yaml_scalar_write(&out, r->name, before);
    struct slice text = arena_copy(r->arena, strbuf_slice(&out));
    strbuf_release(&out);
    return text;
}

/* "plan.md#old-title": the anchor behind the '#'; empty in a name that only holds one ("Close #12"). */
static struct slice anchor_of(const struct usage *usage)
{
    struct slice text = written(usage, usage->span);
    size_t hash = slice_find_byte(text, '#');
    uint32_t heading = usage->target.heading;
    bool section = usage->kind == USAGE_CLAIM && usage->claim->via == VIA_SECTION;
    if (usage->kind == USAGE_REFERENCE || section || hash == SLICE_NONE || heading == NO_INDEX)
        return SLICE("");
    struct reference reference = {.kind = REFERENCE_LINK, .fragment = slice_from(text, hash + 1)};
    bool leads = reference_heading(usage->target.document->model, &reference) == heading;
    return leads ? reference.fragment : SLICE("");
}

static void edit_anchor_of_claim(struct renaming *r, const struct usage *usage, struct slice anchor,
                                 const struct model *after)
{
    uint32_t heading = usage->target.heading;
    struct reference reference = {.kind = REFERENCE_LINK, .fragment = anchor};
    if (reference_heading(after, &reference) == heading)
        return;
    struct span span = {usage->span.end - (uint32_t)anchor.len, usage->span.end};
    renaming_edit(r, usage->document, span,
                  arena_copy(r->arena, after->headings.items[heading].anchor));
}

static void edit_name(struct renaming *r, const struct usage *usage)
{
    struct slice text = written(usage, usage->span);
    if (!usage_means(usage, &r->subject->target) || !is_called(r, text))
        return;
    bool yaml = usage->claim && usage->claim->via == VIA_FRONT_MATTER;
    if (yaml && slice_equal_nocase(text, r->old_name))
        renaming_edit(r, usage->document, usage->span, for_yaml(r, usage));
    else if (slice_find_nocase(text, r->old_name) != SLICE_NONE)
        edit_words(r, usage, usage->span);
    else /* the same words with other dashes or spaces */
        renaming_edit(r, usage->document, usage->span, yaml ? for_yaml(r, usage) : r->name);
}

/* ---- which headings change ------------------------------------------------------------------- */

/* The words of a heading that become the new name. */
struct retitled {
    const struct document *document;
    struct span words;
};

struct all_retitled {
    VEC_MEMBERS(struct retitled);
};

static struct span own_words(const struct renaming *r)
{
    const struct target *own = &r->subject->target;
    const struct item *item = old_item(r);
    if (item)
        return rename_item_words(own->document, item);
    return rename_heading_words(own->document, &own->document->model->headings.items[own->heading]);
}

static bool is_section_name(struct renaming *r, const struct usage *usage)
{
    return usage->kind == USAGE_CLAIM && usage->claim->via == VIA_SECTION &&
           usage_means(usage, &r->subject->target) && is_called(r, written(usage, usage->span));
}

/* The words of a heading that are the title with other marks, dashes or spaces. */
static struct span section_words(const struct usage *usage)
{
    const struct model *model = usage->document->model;
    uint32_t heading = model_heading_at(model, usage->span.start);
    if (heading == NO_INDEX || !span_equal(model->headings.items[heading].title_span, usage->span))
        return usage->span;
    return rename_heading_words(usage->document, &model->headings.items[heading]);
}

static void collect_retitled(struct renaming *r, const struct usages *usages,
                             struct all_retitled *out)
{
    const struct document *document = r->subject->target.document;
    struct span words = own_words(r);
    *VEC_PUSH(r->arena, out) = (struct retitled){document, words};
    for (size_t i = 0; i < usages->len; i++) {
        const struct usage *usage = &usages->items[i];
        if (!usage->document->loaded || !is_section_name(r, usage))
            continue;
        size_t at = slice_find_nocase(written(usage, usage->span), r->old_name);
        struct span named = section_words(usage);
        if (at != SLICE_NONE) {
            named.start = usage->span.start + (uint32_t)at;
            named.end = named.start + (uint32_t)r->old_name.len;
        }
        /* The tasks below an item's own heading serve it by that heading. */
        if (usage->document != document || !span_overlaps(named, words))
            *VEC_PUSH(r->arena, out) = (struct retitled){usage->document, named};
    }
}

static int compare_retitled(const void *a, const void *b)
{
    const struct retitled *x = a, *y = b;
    int order = slice_compare(x->document->path, y->document->path);
    if (order)
        return order;
    return x->words.start < y->words.start ? -1 : x->words.start > y->words.start;
}

/* ---- all of it ------------------------------------------------------------------------------- */

/* What lies inside the renamed words goes with them. */
static bool is_inside(const struct all_retitled *retitled, const struct usage *usage)
{
    for (size_t i = 0; i < retitled->len; i++)
        if (retitled->items[i].document == usage->document &&
            span_overlaps(retitled->items[i].words, usage->span))
            return true;
    return false;
}

static void edit_fragments(struct renaming *r, const struct all_retitled *retitled,
                           const struct document *document, const struct model *after)
{
    struct usages usages = {0};
    workspace_usages_of(r->workspace->ws, document, r->arena, &usages);
    for (size_t i = 0; i < usages.len; i++) {
        const struct usage *usage = &usages.items[i];
        if (!usage->document->loaded || is_inside(retitled, usage))
            continue;
        struct slice anchor = anchor_of(usage);
        if (usage->kind == USAGE_REFERENCE)
            edit_fragment(r, usage, &usage->document->model->references.items[usage->index], after);
        else if (anchor.len)
            edit_anchor_of_claim(r, usage, anchor, after);
    }
}

/* The headings of one document, retitled[from] to [to): their words, and who leads to its anchors. */
static void retitle(struct renaming *r, const struct all_retitled *retitled, size_t from, size_t to)
{
    const struct document *document = retitled->items[from].document;
    bool own = document == r->subject->target.document;
    struct span *places = arena_array(r->arena, to - from, sizeof *places);
    for (size_t i = from; i < to; i++) {
        places[i - from] = retitled->items[i].words;
        renaming_edit(r, document, retitled->items[i].words, r->name);
    }
    struct snapshot *preview = renaming_preview(r, document, places, to - from);
    const struct model *after = snapshot_document(preview)->model;
    if (own ? reads_the_same(r, after) : after->headings.len == document->model->headings.len)
        edit_fragments(r, retitled, document, after);
    else
        renaming_refuse(r, "“%.*s” would not be read as a title in %.*s any more",
                        SLICE_ARG(r->name), SLICE_ARG(document->path));
    snapshot_free(preview);
}

static void edit_names(struct renaming *r, const struct usages *usages,
                       const struct all_retitled *retitled)
{
    for (size_t i = 0; i < usages->len; i++) {
        const struct usage *usage = &usages->items[i];
        if (!usage->document->loaded || is_inside(retitled, usage))
            continue;
        if (usage->kind == USAGE_REFERENCE)
            edit_shown_words(r, usage, &usage->document->model->references.items[usage->index]);
        else if (anchor_of(usage).len == 0)
            edit_name(r, usage);
    }
}

void rename_title(struct renaming *r)
{
    const struct document *document = r->subject->target.document;
    if (!document->loaded) {
        renaming_refuse(r, "%.*s cannot be read", SLICE_ARG(document->path));
        return;
    }
    struct target other;
    if (is_taken(r, &other)) {
        renaming_refuse(r, "“%.*s” is the name of another item already, in %.*s",
                        SLICE_ARG(r->name), SLICE_ARG(other.document->path));
        return;
    }
    struct usages usages = {0};
    struct all_retitled retitled = {0};
    r->old_name = span_slice(document->text.bytes, own_words(r));
    workspace_usages_of(r->workspace->ws, document, r->arena, &usages);
    collect_retitled(r, &usages, &retitled);
    qsort(retitled.items, retitled.len, sizeof *retitled.items, compare_retitled);
    for (size_t from = 0, to; from < retitled.len; from = to) {
        for (to = from + 1; to < retitled.len; to++)
            if (retitled.items[to].document != retitled.items[from].document)
                break;
        retitle(r, &retitled, from, to);
    }
    edit_names(r, &usages, &retitled);
}
