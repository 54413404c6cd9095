/* completion_field.c: the fields that this item still lacks, in the form of its siblings. */
#include "features/completion.h"

#include "edits/insert_field.h"
#include "model/language.h"
#include "rules/siblings.h"

#include <stdlib.h>
#include <string.h>

/* A field that siblings have. */
struct lack {
    const struct field *like; /* the first of them */
    uint32_t times, place;    /* how many have it; where among the sibling's fields it stands */
    bool behind;              /* there, it stands behind the field above the cursor */
};

#define MAX_LACKS 48

struct lacks {
    struct lack items[MAX_LACKS];
    size_t len;
};

/* ---- what is missing ------------------------------------------------------------------------- */

static bool is_line_form(const struct field *field)
{
    return field->form != FIELD_FORM_COLUMN && field->form != FIELD_FORM_FRONT_MATTER &&
           field->form != FIELD_FORM_ROW;
}

static bool is_same_label(const struct field *a, const struct field *b)
{
    if (a->key != FIELD_OTHER || b->key != FIELD_OTHER)
        return a->key == b->key;
    return slice_equal_nocase(a->label, b->label);
}

/* Has the item a field of the kind already, but for the one that is being written? */
static bool has_field(const struct completing *c, uint32_t item, const struct field *like)
{
    if (item == NO_INDEX) /* a heading alone */
        return false;
    for (size_t i = 0; i < c->model->fields.len; i++) {
        const struct field *field = &c->model->fields.items[i];
        if (field->item == item && is_same_label(field, like) && !field->nested &&
            !span_overlaps(field->span, (struct span){c->line.start, c->line.end + 1}))
            return true;
    }
    return false;
}

static uint32_t first_field_of(const struct model *model, uint32_t item)
{
    for (uint32_t i = 0; i < model->fields.len; i++)
        if (model->fields.items[i].item == item)
            return i;
    return 0;
}

/* The item's last field above the cursor, or NULL. */
static const struct field *field_above(const struct completing *c, uint32_t item)
{
    const struct field *above = NULL;
    for (size_t i = 0; item != NO_INDEX && i < c->model->fields.len; i++) {
        const struct field *field = &c->model->fields.items[i];
        if (field->item == item && !field->nested && field->span.start < c->line.start)
            above = field;
    }
    return above;
}

static void count_lack(struct completing *c, struct lacks *lacks, const struct field *field,
                       const struct field *above)
{
    const struct model *model = c->model;
    for (size_t i = 0; i < lacks->len; i++)
        if (is_same_label(lacks->items[i].like, field)) {
            lacks->items[i].times++;
            return;
        }
    if (lacks->len == MAX_LACKS || has_field(c, c->item, field))
        return;
    uint32_t index = (uint32_t)(field - model->fields.items);
    uint32_t its_above = above ? model_field_of(model, field->item, above->key) : NO_INDEX;
    lacks->items[lacks->len++] = (struct lack){field, 1, index - first_field_of(model, field->item),
                                               its_above == NO_INDEX || index > its_above};
}

static int compare(const void *a, const void *b)
{
    const struct lack *x = a, *y = b;
    bool usual_x = x->times > 1, usual_y = y->times > 1;
    if (usual_x != usual_y)
        return usual_x ? -1 : 1;
    if (x->behind != y->behind)
        return x->behind ? -1 : 1;
    return x->place < y->place ? -1 : x->place > y->place;
}

/* What siblings of the item `of` have and the cursor's lacks. */
static void gather(struct completing *c, uint32_t of, struct lacks *lacks)
{
    const struct model *model = c->model;
    struct siblings siblings = siblings_of(model, c->arena);
    const struct field *above = field_above(c, c->item);
    for (size_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (field->item != NO_INDEX && field->item != c->item && is_line_form(field) &&
            siblings.group[field->item] == siblings.group[of] && field_is_items_own(model, field) &&
            field->label.len)
            count_lack(c, lacks, field, above);
    }
    if (lacks->len > 1)
        qsort(lacks->items, lacks->len, sizeof *lacks->items, compare);
}

/* ---- in their form --------------------------------------------------------------------------- */

/* From the end of the sibling's line to behind its list's first marker: "\n  - "; empty where its value
 * is on the line. */
static struct slice list_begin(const struct completing *c, const struct field *like)
{
    struct slice none = slice_sub(c->bytes, 0, 0);
    if (!span_is_empty(like->value) || span_is_empty(like->body))
        return none;
    const struct text *text = &c->document->text;
    struct span line = text_line(text, text_line_of(text, like->body.start));
    size_t bullet = completing_bullet(span_slice(c->bytes, line));
    struct span own = text_line(text, text_line_of(text, like->label_span.start));
    if (bullet == SLICE_NONE || own.end >= line.start)
        return none;
    return span_slice(c->bytes, (struct span){own.end, line.start + (uint32_t)bullet});
}

void snippet_field(struct completing *c, struct snippet *snippet, const struct field *like,
                   struct slice label, struct slice value)
{
    struct slice lead = field_lead(c->document, like);
    struct slice list = list_begin(c, like);
    size_t at = (size_t)(c->bytes.ptr + like->label_span.start - lead.ptr);
    size_t behind = at + (like->label_span.end - like->label_span.start);
    if (list.len)
        lead = slice_trim_end(lead);
    if (like->form == FIELD_FORM_HEADING) { /* without a closing sequence of #s */
        lead = slice_sub(lead, 0, behind);
        value = slice_sub(value, 0, 0);
    }
    if (behind > lead.len)
        behind = lead.len;
    snippet_text(snippet, slice_sub(lead, 0, at));
    snippet_text(snippet, label);
    snippet_text(snippet, slice_from(lead, behind));
    if (list.len)
        snippet_text(snippet, list);
    else if (like->form != FIELD_FORM_HEADING && !slice_ends(lead, SLICE(" ")))
        snippet_text(snippet, SLICE(" "));
    if (value.len)
        snippet_stop(snippet, value);
}

static struct slice margin_of(struct slice line)
{
    size_t at = 0;
    while (at < line.len && strchr(" \t>", line.ptr[at]))
        at++;
    return slice_sub(line, 0, at);
}

/* What is typed of the field's marks stays; where they are other ones, the line's are replaced by them. */
static void add_field(struct completing *c, const struct field *like, struct slice label,
                      uint32_t word, const char *detail)
{
    struct snippet snippet;
    snippet_init(&snippet);
    snippet_field(c, &snippet, like, label, SLICE(""));
    struct slice text = strbuf_slice(&snippet.plain);
    struct slice margin = margin_of(c->head);
    uint32_t start = c->line.start;
    struct slice marks = span_slice(c->bytes, (struct span){start, word});
    if (slice_starts(text, marks)) {
        start = word;
        text = slice_from(text, marks.len);
    } else if (slice_equal(margin, margin_of(text))) {
        start += (uint32_t)margin.len;
        text = slice_from(text, margin.len);
    }
    completing_from(c, start, c->end);
    struct slice rest = span_slice(c->bytes, (struct span){c->offset, c->end});
    if (rest.len && strchr("*_:", rest.ptr[0])) /* closed by the editor: these are in the text */
        c->closed = c->end;
    struct slice typed = span_slice(c->bytes, (struct span){start, word});
    struct planls_completion *completion = completing_add(c, PLANLS_COMPLETION_FIELD, label, text);
    if (completion) {
        completion->filter = arena_printf(c->arena, "%.*s%.*s", SLICE_ARG(typed), SLICE_ARG(label));
        completion->detail = detail;
    }
    strbuf_release(&snippet.plain);
    strbuf_release(&snippet.stops);
}

/* A line that may become a label: a margin, a bullet, marks, up to four words. */
struct beginning {
    uint32_t word; /* where the words begin */
    bool bullet, marked;
};

static bool fits_word(const struct completing *c, const struct beginning *beginning,
                      struct slice label)
{
    struct completing word = *c;
    completing_from(&word, beginning->word, c->offset);
    return completing_fits(&word, label);
}

static bool is_lacking(const struct lacks *lacks, enum field_key key)
{
    for (size_t i = 0; i < lacks->len; i++)
        if (lacks->items[i].like->key == key)
            return true;
    return false;
}

/* A field that shows how one is written here: the item's own, else a sibling's. */
static const struct field *usual_form(const struct completing *c, uint32_t item, bool bullet)
{
    for (size_t i = 0; i < c->model->fields.len; i++) {
        const struct field *field = &c->model->fields.items[i];
        if (field->item == item && is_line_form(field) && !field->nested &&
            field->form != FIELD_FORM_HEADING && !span_is_empty(field->value) &&
            (field->bullet || !bullet))
            return field;
    }
    return NULL;
}

/* What most plans say of an item, where no sibling shows it, or none shows what has been begun; in the
 * form of a field that is there. A specification's parts have fields of their own. */
static void add_usual(struct completing *c, uint32_t of, const struct lacks *lacks,
                      const struct beginning *beginning)
{
    static const enum field_key usual[] = {
        FIELD_TIMELINE, FIELD_OWNER,        FIELD_BUDGET, FIELD_SUCCESS_CRITERIA,
        FIELD_BLOCKERS, FIELD_DEPENDENCIES, FIELD_STATUS};
    const struct item *item = &c->model->items.items[of];
    const struct field *like = usual_form(c, of, beginning->bullet);
    struct slice typed = span_slice(c->bytes, (struct span){beginning->word, c->offset});
    enum language language = language_of(c->model);
    if (item->kind == ITEM_STORY || item->kind == ITEM_REQUIREMENT)
        return;
    for (uint32_t i = 0; typed.len && !like && i < c->model->items.len; i++)
        if (c->model->items.items[i].kind == item->kind)
            like = usual_form(c, i, beginning->bullet);
    for (size_t i = 0; like && i < sizeof usual / sizeof *usual; i++) {
        struct field wanted = {.key = usual[i]};
        const char *words = language_label(language, usual[i]);
        if (!words || has_field(c, c->item, &wanted) || is_lacking(lacks, usual[i]))
            continue;
        char *label = arena_cstring(c->arena, slice_of(words));
        if (like->label.len && ascii_is_alpha(like->label.ptr[0]) &&
            !ascii_is_upper(like->label.ptr[0]))
            label[0] = ascii_lower(label[0]);
        if (fits_word(c, beginning, slice_of(label)) &&
            (lacks->len == 0 || beginning->marked || slice_starts_nocase(slice_of(label), typed)))
            add_field(c, like, slice_of(label), beginning->word, "");
    }
}

/* ---- where ----------------------------------------------------------------------------------- */

static bool read_beginning(const struct completing *c, struct beginning *beginning)
{
    struct slice head = c->head;
    size_t at = margin_of(head).len, bullet = completing_bullet(head);
    beginning->bullet = bullet != SLICE_NONE;
    if (beginning->bullet)
        at = bullet;
    size_t marks = at;
    while (at < head.len && (head.ptr[at] == '*' || head.ptr[at] == '_'))
        at++;
    beginning->marked = at > marks;
    beginning->word = c->line.start + (uint32_t)at;
    unsigned spaces = 0;
    for (; at < head.len; at++) {
        spaces += head.ptr[at] == ' ';
        if (spaces > 3 || strchr("*_`[](){}<>|:;,.!?#\"'\\/=~0123456789+-", head.ptr[at]))
            return false;
    }
    return true;
}

/* Behind the cursor only the word's rest and the marks that an editor closed may stand. */
static bool read_rest(const struct completing *c, uint32_t *end)
{
    size_t at = 0;
    while (at < c->tail.len &&
           (ascii_is_alnum(c->tail.ptr[at]) || (unsigned char)c->tail.ptr[at] >= 0x80))
        at++;
    while (at < c->tail.len && strchr("*_:", c->tail.ptr[at]))
        at++;
    *end = c->offset + (uint32_t)at;
    return slice_trim(slice_from(c->tail, at)).len == 0;
}

static void complete_fields(struct completing *c, uint32_t of, const struct beginning *beginning)
{
    struct lacks lacks = {.len = 0};
    gather(c, of, &lacks);
    for (size_t i = 0; i < lacks.len; i++) {
        const struct lack *lack = &lacks.items[i];
        const struct field *like = lack->like;
        bool heading = like->form == FIELD_FORM_HEADING;
        /* A bullet that is written belongs to a list of another kind. */
        struct slice lead = field_lead(c->document, like);
        if (beginning->bullet &&
            (heading || !like->bullet || margin_of(lead).len != margin_of(c->head).len))
            continue;
        if (((heading || (like->bullet && !beginning->bullet && c->trigger)) &&
             beginning->marked) ||
            !fits_word(c, beginning, like->label))
            continue;
        const char *detail =
            arena_printf(c->arena, "as “%.*s”", SLICE_ARG(c->model->items.items[like->item].title));
        add_field(c, like, like->label, beginning->word, detail);
    }
    if (lacks.len == 0 || beginning->word < c->offset)
        add_usual(c, of, &lacks, beginning);
}

void complete_heading_fields(struct completing *c, uint32_t start, uint32_t level)
{
    struct lacks lacks = {.len = 0};
    if (c->item == NO_INDEX)
        return;
    gather(c, c->item, &lacks);
    for (size_t i = 0; i < lacks.len; i++) {
        const struct field *like = lacks.items[i].like;
        if (like->form != FIELD_FORM_HEADING || !completing_fits(c, like->label) ||
            c->document->blocks.v[like->block].level != level)
            continue;
        completing_from(c, start, c->end);
        completing_add(c, PLANLS_COMPLETION_FIELD, like->label, like->label);
    }
}

static struct slice first_word(struct slice title)
{
    size_t end = 0;
    while (end < title.len && !strchr(" :.", title.ptr[end]))
        end++;
    return slice_sub(title, 0, end);
}

/* An item whose siblings' fields the cursor's section would have: itself; where its heading has nothing
 * below it yet and so is no item, one of that level whose heading begins alike. */
static uint32_t find_kin(const struct completing *c)
{
    const struct model *model = c->model;
    uint32_t heading = NO_INDEX, kin = NO_INDEX;
    for (uint32_t i = 0; i < model->headings.len; i++)
        if (model->headings.items[i].span.start < c->line.start)
            heading = i;
    if (heading == NO_INDEX ||
        (c->item != NO_INDEX &&
         model->items.items[c->item].span.start >= model->headings.items[heading].span.start))
        return c->item;
    const struct heading *own = &model->headings.items[heading];
    struct slice word = first_word(own->title);
    for (uint32_t i = 0; i < model->items.len; i++) {
        const struct item *item = &model->items.items[i];
        const struct heading *its = &model->headings.items[item->heading];
        if (item->source != ITEM_FROM_HEADING || item->kind == ITEM_OTHER ||
            its->level != own->level || !slice_equal_nocase(first_word(its->title), word))
            continue;
        if (kin == NO_INDEX || its->span.start < own->span.start)
            kin = i;
    }
    return kin == NO_INDEX ? c->item : kin;
}

bool complete_line(struct completing *c)
{
    struct beginning beginning;
    uint32_t end;
    if (!read_beginning(c, &beginning) || !read_rest(c, &end))
        return false;
    /* `**` begins a label; a single one may be a bullet. */
    if (c->trigger && (c->trigger != '*' || !slice_ends(c->head, SLICE("**"))))
        return false;
    completing_from(c, beginning.word, end);
    c->end = end;
    uint32_t kin = find_kin(c);
    if (kin != c->item)
        c->item = NO_INDEX;
    if (kin != NO_INDEX)
        complete_fields(c, kin, &beginning);
    if (beginning.bullet || beginning.marked || margin_of(c->head).len)
        return true;
    completing_from(c, c->line.start, end);
    complete_new_item(c, c->line.start, 0);
    complete_new_records(c, c->line.start);
    return true;
}
