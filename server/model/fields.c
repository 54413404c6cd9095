/* fields.c: labels with their values and bodies, in every form in which people write them. */
#include "model/fields.h"

#include "model/carry.h"
#include "model/line_questions.h"
#include "model/plan_words.h"
#include "model/title.h"

#include <string.h>

/* ---- making one -------------------------------------------------------------------------------- */

#define FIELDS_BETWEEN 2 /* so many may stand between a start and its end */

/* "End" names a field only behind a start in the same place and form. */
static bool is_end_of_start(const struct builder *b, uint32_t block,
                            const struct field_label *label)
{
    const struct field *fields = b->model->fields.items;
    size_t count = b->model->fields.len;
    if (label->key != FIELD_OTHER ||
        !builder_judge(b, span_slice(b->bytes, label->words), is_end_beside_start))
        return false;
    for (size_t back = 1; back <= FIELDS_BETWEEN + 1 && back <= count; back++) {
        const struct field *before = &fields[count - back];
        if (before->key == FIELD_START)
            return before->form == label->form && before->heading == b->heading_of[block];
    }
    return false;
}

uint32_t fields_add(struct builder *b, uint32_t block, const struct field_label *label)
{
    uint32_t index = (uint32_t)b->model->fields.len;
    struct field *field = VEC_PUSH(b->scratch, &b->model->fields);

    *field = (struct field){
        .key = is_end_of_start(b, block, label) ? FIELD_TIMELINE : label->key,
        .form = label->form,
        .label = builder_plain(b, label->words),
        .label_span = label->words,
        .span = {label->span.start, label->span.end},
        .value = label->value,
        .block = block,
        .item = NO_INDEX,
        .heading = b->heading_of[block],
        .empty = span_is_empty(label->value),
    };
    if (label->value.end > field->span.end)
        field->span.end = label->value.end;
    *VEC_PUSH(b->scratch, &b->field_up) = b->field_of[b->blocks->v[block].parent];
    b->field_of[block] = index;
    return index;
}

/* ---- lines ------------------------------------------------------------------------------------- */

struct label_reading {
    bool found;
    struct field_label label;
};

/* As field_label_at or, where `plain`, field_label_plain. */
static bool label_at(struct builder *b, struct span line, bool plain, struct field_label *label)
{
    static const struct layout_member members[] = {
        LAYOUT_SPAN_OF(struct label_reading, label.words),
        LAYOUT_SPAN_OF(struct label_reading, label.span),
        LAYOUT_SPAN_OF(struct label_reading, label.value),
    };
    static const struct layout layout = LAYOUT_OF(struct label_reading, members);
    struct carry carry = {MEMO_FIELD_LABEL, &layout, {(const char *)&plain, sizeof plain}, line};
    struct label_reading reading = {0};

    if (!carry_over(b, &carry, &reading)) {
        reading.found = plain ? field_label_plain(b->bytes, line, b->settings, &reading.label)
                              : field_label_at(b->bytes, line, b->settings, &reading.label);
        carry_keep(b, &carry, &reading);
    }
    *label = reading.label;
    return reading.found;
}

struct paragraph {
    uint32_t block;
    bool opening; /* opens a list item */
    bool quoted;
    bool labelled;  /* every line has a label of the plain form, and most of them a known one */
    uint32_t first; /* the label its first line begins with, or NO_INDEX */
    uint32_t last;  /* the newest field, or NO_INDEX */
};

/* Does the paragraph open a list item? */
static bool is_item_opening(const struct builder *b, uint32_t paragraph)
{
    const struct block *v = b->blocks->v;
    uint32_t parent = v[paragraph].parent;
    return v[parent].kind == BLOCK_ITEM && block_first_child(b->blocks, parent) == paragraph;
}

/* Paragraphs of the section itself and labelled items of its outermost lists speak for the section;
 * what hangs on another list item, or is listed below a line that is a title in all but name, speaks
 * for that. */
static bool speaks_for_section(const struct builder *b, const struct paragraph *p,
                               enum field_form form)
{
    const struct block *v = b->blocks->v;
    uint32_t parent = v[p->block].parent;
    bool listed = v[parent].kind == BLOCK_ITEM;

    if (listed) {
        if (v[parent].level != 1 || !span_is_empty(v[parent].box) || !p->opening ||
            p->first == NO_INDEX || b->model->fields.items[p->first].key == FIELD_OTHER)
            return false;
        parent = v[v[parent].parent].parent;
    }
    while (v[parent].kind == BLOCK_QUOTE)
        parent = v[parent].parent;
    if (v[parent].kind != BLOCK_SECTION && v[parent].kind != BLOCK_DOCUMENT)
        return false;
    return !b->subtitled[parent] || !(listed || form == FIELD_FORM_PLAIN);
}

/* `**Problem 1: slow start**` alone in its paragraph is a heading in all but name. */
static bool is_subtitle(const struct builder *b, uint32_t paragraph)
{
    const struct block *v = b->blocks->v;
    uint32_t line = block_first_child(b->blocks, paragraph);
    struct slice s;

    if (!line || block_next_sibling(b->blocks, line))
        return false;
    s = span_slice(b->bytes, v[line].text);
    return s.len > 4 && slice_starts(s, SLICE("**")) &&
           slice_find(slice_from(s, 2), SLICE("**")) == s.len - 4 &&
           !is_overview_title(title_undecorate(s));
}

static void add_line_field(struct builder *b, struct paragraph *p, uint32_t line, bool first,
                           const struct field_label *label)
{
    uint32_t index = fields_add(b, line, label);
    struct field *field = &b->model->fields.items[index];

    if (first && line == block_first_child(b->blocks, p->block))
        p->first = index;
    field->quoted = p->quoted;
    field->bullet = p->opening && p->first == index;
    if (field->bullet)
        field->span.start = b->blocks->v[b->blocks->v[p->block].parent].span.start;
    field->nested = !speaks_for_section(b, p, label->form);
    p->last = index;
}

/* A plain `L: v` is a field at the start of a paragraph or below another label, not inside prose. */
static bool may_stand_here(const struct builder *b, const struct paragraph *p, uint32_t line,
                           const struct field_label *label)
{
    if (label->form != FIELD_FORM_PLAIN || line == block_first_child(b->blocks, p->block))
        return true;
    return b->field_of[line - 1] == p->last && p->last != NO_INDEX;
}

/* A word or two before the colon: longer ones are the beginnings of sentences. */
#define UNKNOWN_LABEL_MAX 24

/* Do labels without marks, most of them known, begin all lines of the section's paragraph? Then an
 * unknown one among them is a field too, and no prose. */
static bool is_labelled(struct builder *b, uint32_t paragraph)
{
    uint32_t known = 0, unknown = 0;

    if (b->blocks->v[b->blocks->v[paragraph].parent].kind != BLOCK_SECTION)
        return false;
    for (uint32_t line = block_first_child(b->blocks, paragraph); line;
         line = block_next_sibling(b->blocks, line)) {
        struct span text = b->blocks->v[line].text;
        struct field_label label;
        if (!line_is(b, line, LINE_MAY_HOLD_FIELD) || !label_at(b, text, true, &label))
            return false;
        if (label.key != FIELD_OTHER)
            known++;
        else if (label.words.end - label.words.start > UNKNOWN_LABEL_MAX)
            return false;
        else
            unknown++;
    }
    return unknown > 0 && known > unknown;
}

static void read_dataview(struct builder *b, struct paragraph *p, uint32_t line)
{
    struct span rest = b->blocks->v[line].text;
    struct field_label label;

    while (field_dataview_at(b->bytes, rest, b->settings, &label)) {
        add_line_field(b, p, line, false, &label);
        rest.start = label.value.end;
    }
}

static bool read_label(struct builder *b, uint32_t line, struct field_label *label)
{
    struct span text = b->blocks->v[line].text;
    return label_at(b, text, false, label) ||
           (label_at(b, text, true, label) && is_end_of_start(b, line, label));
}

bool line_may_hold_field(struct slice line)
{
    return field_label_possible(line) || slice_contains(line, SLICE("::"));
}

static void read_line(struct builder *b, struct paragraph *p, uint32_t line)
{
    struct span text = b->blocks->v[line].text;
    struct slice s = span_slice(b->bytes, text);
    struct field_label label, next;
    bool first = true;

    bool possible = line_is(b, line, LINE_MAY_HOLD_FIELD);
    if (possible && slice_contains(s, SLICE("::"))) {
        size_t fields = b->model->fields.len;
        read_dataview(b, p, line);
        if (b->model->fields.len > fields)
            return;
    }
    if (p->labelled) {
        label_at(b, text, true, &label);
    } else if (!possible || !read_label(b, line, &label) || !may_stand_here(b, p, line, &label)) {
        if (p->last != NO_INDEX)
            fields_claim(b, line, p->last);
        return;
    }
    while (field_label_next(b->bytes, b->settings, &label, &next)) {
        add_line_field(b, p, line, first, &label);
        first = false;
        label = next;
    }
    add_line_field(b, p, line, first, &label);
}

static void read_paragraph(struct builder *b, uint32_t block)
{
    const struct block *v = b->blocks->v;
    struct paragraph p = {
        block, is_item_opening(b, block), false, is_labelled(b, block), NO_INDEX, NO_INDEX};

    for (uint32_t up = v[block].parent; up && v[up].kind != BLOCK_SECTION; up = v[up].parent)
        p.quoted = p.quoted || v[up].kind == BLOCK_QUOTE;
    for (uint32_t line = block_first_child(b->blocks, block); line;
         line = block_next_sibling(b->blocks, line))
        read_line(b, &p, line);
    if (p.last != NO_INDEX)
        fields_claim_following(b, block, p.last);
    else if (is_subtitle(b, block))
        b->subtitled[v[block].parent] = true;
}

/* ---- headings and front matter ----------------------------------------------------------------- */

/* Keys that a heading of its own can stand for. */
static bool heading_may_be(enum field_key key)
{
    switch (key) {
    case FIELD_OTHER:
    case FIELD_ACTION:
    case FIELD_DATE:
    case FIELD_ID:
    case FIELD_INITIATIVE:
    case FIELD_SIGNAL:
    case FIELD_START:
    case FIELD_TARGET:
        return false;
    default:
        return true;
    }
}

static void read_heading(struct builder *b, uint32_t block)
{
    uint32_t index = b->heading_of[block], section = b->blocks->v[block].parent;
    const struct heading *heading = &b->model->headings.items[index];
    const struct title_parts *parts = &b->titles[index];
    struct field_label label;
    struct span body;

    if (heading->nested || (heading->level == 1 && index == 0))
        return;
    if (parts->kind != ITEM_OTHER || !parts->name.len)
        return;
    label.key = field_key_of(parts->name, b->settings);
    if (!heading_may_be(label.key))
        return;
    label.form = FIELD_FORM_HEADING;
    label.words = span_of(b->bytes, parts->name);
    label.span = heading->span;
    label.value = (struct span){heading->span.end, heading->span.end};
    index = fields_add(b, block, &label);
    b->model->fields.items[index].heading = heading->parent;
    body = b->blocks->v[section].span;
    body.start = block_next_sibling(b->blocks, block)
                     ? b->blocks->v[block_next_sibling(b->blocks, block)].span.start
                     : body.end;
    if (!span_is_empty(body))
        fields_add_body(b, index, body);
    b->field_of[section] = index;
}

static void read_front_matter(struct builder *b, uint32_t block)
{
    const struct yaml_entries *entries = &b->model->front_matter;
    uint32_t last = NO_INDEX;

    for (uint32_t i = 0; i < entries->len; i++) {
        const struct yaml_entry *entry = &entries->v[i];
        struct field *field;
        if (last != NO_INDEX && i && slice_equal(entry->key, entries->v[i - 1].key)) {
            fields_add_body(b, last, entry->value_span); /* the next element of a list */
            continue;
        }
        last = NO_INDEX;
        struct field_label label = {
            .key = field_key_of(entry->key, b->settings),
            .form = FIELD_FORM_FRONT_MATTER,
            .words = entry->key_span,
            .span = entry->key_span,
            .value = entry->value_span,
        };
        if (label.key == FIELD_OTHER && !is_end_of_start(b, block, &label))
            continue;
        last = fields_add(b, block, &label);
        field = &b->model->fields.items[last];
        field->empty = entry->empty;
    }
}

void build_fields(struct builder *b)
{
    b->subtitled = arena_array(b->scratch, b->blocks->len, sizeof *b->subtitled);
    for (uint32_t i = 1; i < b->blocks->len; i++) {
        const struct block *block = &b->blocks->v[i];
        if (b->field_of[i] == NO_INDEX)
            b->field_of[i] = b->field_of[block->parent];
        if (block->kind == BLOCK_PARAGRAPH)
            read_paragraph(b, i);
        else if (block->kind == BLOCK_HEADING)
            read_heading(b, i);
        else if (block->kind == BLOCK_TABLE)
            fields_read_table(b, i);
        else if (block->kind == BLOCK_FRONT_MATTER)
            read_front_matter(b, i);
    }
}
