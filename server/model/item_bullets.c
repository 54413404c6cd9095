/* item_bullets.c: what items say in bullets that have no label: "- KR1: 40 ships a day" is a criterion of its
 * objective, "- Depends on Phase 1" a dependency.
 */
#include "model/item_build.h"
#include "model/record_build.h"
#include "text/fold.h"

#include <string.h>

/* The words of a list item's own line, behind marker and opening marks. */
static struct span bullet_text(const struct builder *b, uint32_t item)
{
    const struct block *v = b->blocks->v;
    struct span text = {v[item].marker.end, v[item].span.end};
    if (item + 1 < v[item].next && v[item + 1].kind == BLOCK_PARAGRAPH)
        text = v[item + 1].span;
    return span_trim(b->bytes, text);
}

static bool in_body_of_field(const struct builder *b, uint32_t offset)
{
    for (size_t i = 0; i < b->model->fields.len; i++) {
        const struct field *field = &b->model->fields.items[i];
        if (span_contains(field->body, offset) && field->key != FIELD_OTHER)
            return true;
    }
    return false;
}

/* ---- key results ----------------------------------------------------------------------------- */

/* "KR1: ", "**KR 1.2** — ", "Key Result 3: ". */
static bool is_key_result(struct slice s)
{
    static const char *const words[] = {"kr", "key result"};
    while (s.len && s.ptr[0] == '*')
        s = slice_from(s, 1);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct slice rest = slice_from(s, strlen(words[i]));
        if (!slice_starts_nocase(s, slice_of(words[i])))
            continue;
        rest = slice_trim_start(rest);
        size_t digits = 0;
        while (digits < rest.len &&
               (ascii_is_digit(rest.ptr[digits]) || (digits > 0 && rest.ptr[digits] == '.')))
            digits++;
        rest = slice_from(rest, digits);
        while (rest.len && rest.ptr[0] == '*')
            rest = slice_from(rest, 1);
        bool separated = rest.len && (rest.ptr[0] == ':' || rest.ptr[0] == ')');
        rest = slice_trim_start(rest);
        return digits > 0 && (separated || slice_starts(rest, SLICE("—")) ||
                              slice_starts(rest, SLICE("–")) || slice_starts(rest, SLICE("- ")));
    }
    return false;
}

/* ---- dependencies ---------------------------------------------------------------------------- */

/* Bytes of "Depends on " and the like that begin it; 0 where none do. *alone: the words are said of much
 * else, so that nothing but a name may follow. */
static size_t waiting_words(struct slice s, bool *alone)
{
    static const char *const words[] = {
        "depends on ", "blocked by ", "hängt ab von ", "abhängig von ", "dépend de ",
        "depende de ", "after ",      "nach ",         "après ",        "después de "};
    const size_t first_alone = 6;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_starts_nocase(s, slice_of(words[i]))) {
            *alone = i >= first_alone;
            return strlen(words[i]);
        }
    return 0;
}

/* Is it what an item of this document is called? Prose has objects too. */
static bool names_item(struct builder *b, const struct dependency *dependency)
{
    const struct model *model = b->model;
    struct slice key = fold_title(b->scratch, dependency->target);
    if (dependency->form == DEPENDENCY_LINK)
        return true;
    for (size_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        const char *numbered = arena_printf(b->scratch, "%s %.*s", item_kind_name(item->kind),
                                            SLICE_ARG(item->number));
        if (slice_equal(item->key, key) || slice_equal(item->full_key, key) ||
            (item->id.len && slice_equal_nocase(item->id, dependency->target)) ||
            (item->number.len && slice_is_nocase(dependency->target, numbered)))
            return true;
    }
    return false;
}

static void read_dependencies(struct builder *b, struct item *item, struct span text, bool alone)
{
    struct dependencies named = {0};
    struct inlines inlines = builder_inlines_of(b, text);
    dependencies_read(&inlines, b->bytes, b->scratch, &named);
    for (size_t i = 0; i < named.len; i++)
        if (names_item(b, &named.items[i]) &&
            (!alone || (named.len == 1 && span_covers(named.items[i].where, text))))
            *VEC_PUSH(b->scratch, &item->depends_on) = named.items[i];
}

/* ---- all bullets ----------------------------------------------------------------------------- */

void item_bullets_read(struct builder *b)
{
    const struct block *v = b->blocks->v;
    struct model *model = b->model;
    bool *stated = arena_array(b->scratch, model->items.len + 1, sizeof *stated);
    for (size_t i = 0; i < model->items.len; i++)
        stated[i] = model->items.items[i].criteria.len > 0;
    for (uint32_t block = region_next(b, 1, b->blocks->len, BLOCK_ITEM); block < b->blocks->len;
         block = region_next(b, v[block].next, b->blocks->len, BLOCK_ITEM)) {
        uint32_t index = b->item_of[block];
        struct span text = bullet_text(b, block);
        struct slice s = span_slice(b->bytes, text);
        if (index == NO_INDEX || s.len == 0 || !span_is_empty(v[block].box))
            continue;
        struct item *item = &model->items.items[index];
        bool alone = false;
        size_t waits = item->source == ITEM_FROM_HEADING ? waiting_words(s, &alone) : 0;
        if (item->kind == ITEM_OBJECTIVE && !stated[index] && is_key_result(s))
            *VEC_PUSH(b->scratch, &item->criteria) =
                (struct criterion){.where = text, .text = builder_plain(b, text)};
        else if (waits && !in_body_of_field(b, text.start))
            read_dependencies(b, item, (struct span){text.start + (uint32_t)waits, text.end},
                              alone);
    }
}
