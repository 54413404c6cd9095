/* insert_field.c: writing a new field into an item in the form its siblings have. */
#include "edits/insert_field.h"

#include "base/strbuf.h"

/* Does only a list's marker, a quote's or space stand there? */
static bool is_margin(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (ascii_is_alpha(s.ptr[i]) || s.ptr[i] == '|' || (unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

struct slice field_lead(const struct document *document, const struct field *like)
{
    struct slice bytes = document->text.bytes;
    struct span line =
        text_line(&document->text, text_line_of(&document->text, like->label_span.start));
    uint32_t start = like->label_span.start;
    while (start > line.start && (bytes.ptr[start - 1] == '*' || bytes.ptr[start - 1] == '_'))
        start--;
    if (is_margin(span_slice(bytes, (struct span){line.start, start})))
        start = line.start;
    if (!span_is_empty(like->value))
        return span_slice(bytes, (struct span){start, like->value.start});
    return slice_trim_end(span_slice(bytes, (struct span){start, line.end}));
}

static bool is_line(const struct field *field)
{
    return field->form != FIELD_FORM_HEADING && field->form != FIELD_FORM_COLUMN &&
           field->form != FIELD_FORM_ROW && field->form != FIELD_FORM_FRONT_MATTER;
}

/* The last byte a field takes: its line or, with a nested value, that value's end. */
static uint32_t end_of(const struct field *field)
{
    uint32_t end = field->span.end;
    return field->body.end > end ? field->body.end : end;
}

/* The field of `item` that new text goes behind: the nearest one before `like` in the sibling's own
 * order that the item has too, else the item's last. NO_INDEX: it has none. */
static uint32_t field_to_follow(const struct model *model, uint32_t item, const struct field *like)
{
    uint32_t at = (uint32_t)(like - model->fields.items);
    for (uint32_t i = at; i-- > 0;) {
        const struct field *before = &model->fields.items[i];
        if (before->item != like->item)
            break;
        uint32_t own = model_field_of(model, item, before->key);
        if (before->key != FIELD_OTHER && own != NO_INDEX && is_line(&model->fields.items[own]))
            return own;
    }
    return NO_INDEX;
}

static uint32_t first_field(const struct model *model, uint32_t item)
{
    struct span span = model->items.items[item].span;
    for (size_t i = SPANS_FROM(model->fields, span, span.start);
         i < model->fields.len && model->fields.items[i].span.start < span.end; i++)
        if (model->fields.items[i].item == item && is_line(&model->fields.items[i]))
            return (uint32_t)i;
    return NO_INDEX;
}

/* Start of the line that begins after `offset`'s line, or the text's end. */
static uint32_t next_line(const struct document *document, uint32_t offset)
{
    uint32_t line = text_line_of(&document->text, offset);
    return text_line_full(&document->text, line).end;
}

static uint32_t insertion_point(const struct document *document, uint32_t item,
                                const struct field *like)
{
    const struct model *model = document->model;
    uint32_t follow = field_to_follow(model, item, like);
    if (follow != NO_INDEX) {
        uint32_t end = end_of(&model->fields.items[follow]);
        return next_line(document, end > 0 ? end - 1 : 0);
    }
    uint32_t first = first_field(model, item);
    if (first != NO_INDEX) {
        uint32_t start = model->fields.items[first].span.start;
        return text_line(&document->text, text_line_of(&document->text, start)).start;
    }
    return next_line(document, model->items.items[item].name_span.end);
}

bool insert_field(const struct document *document, uint32_t item, const struct field *like,
                  struct slice value, struct arena *arena, struct text_edit *edit,
                  uint32_t *value_at)
{
    if (!is_line(like) || document->model->items.items[item].source != ITEM_FROM_HEADING)
        return false;
    struct slice lead = field_lead(document, like);
    struct slice bytes = document->text.bytes;
    uint32_t at = insertion_point(document, item, like);
    struct strbuf text;
    strbuf_init(&text, STRBUF_NO_LIMIT);
    bool line_begun = at > 0 && bytes.ptr[at - 1] != '\n';
    if (line_begun)
        strbuf_append(&text, text_line_end(&document->text));
    strbuf_append(&text, lead);
    if (lead.len && lead.ptr[lead.len - 1] != ' ')
        strbuf_putc(&text, ' ');
    *value_at = (uint32_t)text.len;
    strbuf_append(&text, value);
    /* Two trailing spaces make lines of one paragraph lines: kept where the sibling has them. */
    struct span line =
        text_line(&document->text, text_line_of(&document->text, like->label_span.start));
    if (!like->bullet && slice_ends(span_slice(bytes, line), SLICE("  ")))
        strbuf_puts(&text, "  ");
    if (!line_begun)
        strbuf_append(&text, text_line_end(&document->text));
    *edit = (struct text_edit){{at, at}, arena_copy(arena, strbuf_slice(&text))};
    strbuf_release(&text);
    return true;
}
