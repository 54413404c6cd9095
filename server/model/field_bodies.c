/* field_bodies.c: what stands below a label and is its value: lists, paragraphs, tables, code. */
#include "model/fields.h"

void fields_add_body(struct builder *b, uint32_t index, struct span span)
{
    struct field *field = &b->model->fields.items[index];

    if (span_is_empty(field->body))
        field->body = span;
    else if (span.end > field->body.end)
        field->body.end = span.end;
    field->empty = false;
}

void fields_claim(struct builder *b, uint32_t block, uint32_t index)
{
    b->field_of[block] = index;
    fields_add_body(b, index, b->blocks->v[block].span);
}

/* The first line of a paragraph, list item or list; 0 where it begins with something else. */
static uint32_t first_line(const struct builder *b, uint32_t block)
{
    while (block && b->blocks->v[block].kind != BLOCK_LINE) {
        uint8_t kind = b->blocks->v[block].kind;
        if (kind != BLOCK_PARAGRAPH && kind != BLOCK_ITEM && kind != BLOCK_LIST)
            return 0;
        block = block_first_child(b->blocks, block);
    }
    return block;
}

static bool begins_with_label(const struct builder *b, uint32_t block, struct field_label *label)
{
    uint32_t line = first_line(b, block);
    return line && field_label_at(b->bytes, b->blocks->v[line].text, b->settings, label);
}

/* A value that is one word or number, never a list. */
static bool is_scalar(enum field_key key)
{
    switch (key) {
    case FIELD_STATUS:
    case FIELD_PRIORITY:
    case FIELD_ID:
    case FIELD_DATE:
    case FIELD_LAST_UPDATED:
    case FIELD_START:
    case FIELD_AUDIENCE:
        return true;
    default:
        return false;
    }
}

/* Can the block behind an empty label (or a value that ends in a colon) be what it speaks of? */
static bool can_be_body(const struct builder *b, const struct field *field, uint32_t block)
{
    const struct block *v = &b->blocks->v[block];
    struct field_label label;

    switch (v->kind) {
    case BLOCK_LIST:
        return !is_scalar(field->key) || !begins_with_label(b, block, &label) ||
               label.key == FIELD_OTHER;
    case BLOCK_PARAGRAPH:
        return !begins_with_label(b, block, &label);
    case BLOCK_TABLE:
    case BLOCK_FENCE:
    case BLOCK_CODE:
    case BLOCK_QUOTE:
        return true;
    case BLOCK_SECTION: /* "**Tasks:**" and sub-headings below */
        return field->block && b->heading_of[field->block] != NO_INDEX &&
               v->level > b->model->headings.items[b->heading_of[field->block]].level;
    default:
        return false;
    }
}

static bool wants_body(const struct builder *b, const struct field *field)
{
    struct slice value = span_slice(b->bytes, field->value);
    return field->empty || (span_is_empty(field->body) &&
                            (slice_ends(value, SLICE(":")) || slice_ends(value, SLICE("："))));
}

/* The list items behind an empty `- **Criteria:**` in its own list: its value lost its indent. */
static void claim_siblings(struct builder *b, uint32_t item, uint32_t index)
{
    struct field *field = &b->model->fields.items[index];
    struct field_label label;

    if (field->key == FIELD_OTHER || is_scalar(field->key))
        return;
    for (item = block_next_sibling(b->blocks, item); item;
         item = block_next_sibling(b->blocks, item)) {
        if (begins_with_label(b, item, &label))
            return;
        fields_claim(b, item, index);
    }
}

/* "**Timeline:**" and below it "**Day 1:**" with a list, "**Day 2:**" with a list …: parts of one
 * value, each led by a label without value. */
static bool is_part(const struct builder *b, const struct field *field, uint32_t block)
{
    struct field_label label;
    return b->blocks->v[block].kind == BLOCK_PARAGRAPH && field->key != FIELD_OTHER &&
           !is_scalar(field->key) && begins_with_label(b, block, &label) &&
           label.key == FIELD_OTHER && span_is_empty(label.value);
}

void fields_claim_following(struct builder *b, uint32_t paragraph, uint32_t index)
{
    const struct block *v = b->blocks->v;
    uint32_t parent = v[paragraph].parent, next = block_next_sibling(b->blocks, paragraph);
    struct field *field = &b->model->fields.items[index];
    struct field_label label;

    if (v[parent].kind == BLOCK_ITEM) {
        for (; next; next = block_next_sibling(b->blocks, next)) {
            if (v[next].kind == BLOCK_PARAGRAPH && begins_with_label(b, next, &label))
                return;
            fields_claim(b, next, index);
        }
        if (field->empty && field->bullet)
            claim_siblings(b, parent, index);
        if (field->empty && field->bullet && !block_next_sibling(b->blocks, parent)) {
            next = block_next_sibling(b->blocks, v[parent].parent);
            if (next && v[next].kind != BLOCK_SECTION && can_be_body(b, field, next))
                fields_claim(b, next, index);
        }
        return;
    }
    while (next && v[next].kind == BLOCK_COMMENT)
        next = block_next_sibling(b->blocks, next);
    if (next && field->empty && is_part(b, field, next)) {
        for (; next && v[next].kind != BLOCK_SECTION && v[next].kind != BLOCK_BREAK &&
               (!begins_with_label(b, next, &label) || label.key == FIELD_OTHER);
             next = block_next_sibling(b->blocks, next))
            fields_claim(b, next, index);
        return;
    }
    if (next && wants_body(b, field) && can_be_body(b, field, next))
        fields_claim(b, next, index);
}
