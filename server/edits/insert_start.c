/* insert_start.c: the edit that makes a document state when week 1 begins. */
#include "edits/insert_start.h"

static void put_into_front_matter(const struct document *document, uint32_t at, const char *day,
                                  struct strbuf *out)
{
    bool begun = at > 0 && document->text.bytes.ptr[at - 1] != '\n';
    if (begun)
        strbuf_append(out, text_line_end(&document->text));
    strbuf_printf(out, "start: %s", day);
    if (!begun)
        strbuf_append(out, text_line_end(&document->text));
}

/* The field that gives the document its own date, by the time that stands in it. */
static uint32_t own_date_field(const struct model *model)
{
    for (uint32_t i = 0; i < model->times.len; i++) {
        const struct time_value *time = &model->times.items[i];
        uint32_t field = model_field_at(model, time->where.start);
        if (time->from.unit != TIME_DATE || time->from.value != model->own_date ||
            field == NO_INDEX)
            continue;
        if (model->fields.items[field].key == FIELD_DATE ||
            model->fields.items[field].key == FIELD_LAST_UPDATED)
            return field;
    }
    return NO_INDEX;
}

/* Marks and spaces alone: what may stand around a field that has a line for itself. */
static bool is_bare(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!memchr(" \t*_-+>\\", s.ptr[i], sizeof " \t*_-+>\\" - 1))
            return false;
    return true;
}

static bool put_line(const struct document *document, const struct field *field, const char *day,
                     uint32_t *at, struct strbuf *out)
{
    struct slice bytes = document->text.bytes;
    uint32_t number = text_line_of(&document->text, field->label_span.start);
    struct span line = text_line(&document->text, number);
    struct span before = {line.start, field->label_span.start};
    struct span between = {field->label_span.end, field->value.start};
    struct span behind = {field->value.end, line.end};
    if (span_is_empty(field->value) || field->value.end > line.end ||
        !is_bare(span_slice(bytes, before)) || !is_bare(span_slice(bytes, behind)))
        return false;
    *at = text_line_full(&document->text, number).end;
    if (*at == line.end)
        strbuf_append(out, text_line_end(&document->text));
    strbuf_append(out, span_slice(bytes, before));
    strbuf_puts(out, ascii_is_upper(bytes.ptr[field->label_span.start]) ? "Start" : "start");
    strbuf_append(out, span_slice(bytes, between));
    strbuf_puts(out, day);
    strbuf_append(out, span_slice(bytes, behind));
    if (*at != line.end)
        strbuf_append(out, text_line_end(&document->text));
    return true;
}

bool insert_start(const struct document *document, date_days start, struct arena *arena,
                  struct text_edit *edit)
{
    uint32_t first = block_first_child(&document->blocks, 0), at = 0;
    bool front_matter = first && document->blocks.v[first].kind == BLOCK_FRONT_MATTER;
    uint32_t field = front_matter ? NO_INDEX : own_date_field(document->model);
    struct strbuf out;
    char day[11];
    bool found = true;
    date_format(start, day);
    strbuf_init(&out, STRBUF_NO_LIMIT);
    if (front_matter)
        put_into_front_matter(document, at = document->blocks.v[first].text.end, day, &out);
    else
        found = field != NO_INDEX &&
                put_line(document, &document->model->fields.items[field], day, &at, &out);
    *edit = (struct text_edit){{at, at}, arena_copy(arena, strbuf_slice(&out))};
    strbuf_release(&out);
    return found;
}
