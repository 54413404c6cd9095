/* dates.c: a document's own date, and the year its dates without one belong to. */
#include "model/builder.h"
#include "model/labels.h"

#define HEAD_BYTES 1600 /* where a year alone still speaks for the whole document; see head_of */

date_days date_in(struct builder *b, struct span value, struct span *where, date_days *last)
{
    struct time_values times = {0};
    struct inlines inlines;

    if (span_is_empty(value))
        return *last = DATE_NONE;
    inlines = builder_hiding_of(b, value);
    time_read(&inlines, b->bytes, 0, b->scratch, &times);
    for (size_t i = 0; i < times.len; i++) {
        const struct time_value *time = &times.items[i];
        if (time->problem != TIME_NO_SUCH_DATE && time->from.unit == TIME_DATE &&
            time->year_given) {
            *where = time->where;
            *last = time->to.unit == TIME_DATE ? time->to.value : time->from.value;
            return time->from.value;
        }
    }
    return *last = DATE_NONE;
}

bool field_speaks_for_document(const struct builder *b, size_t index)
{
    uint32_t last_line = b->text->line_count > 10 ? b->text->line_count - 10 : 0;
    const struct field *field = &b->model->fields.items[index];

    return b->field_up.items[index] == NO_INDEX &&
           (field->heading == NO_INDEX || field->heading == 0 ||
            b->model->headings.items[field->heading].level <= 1 ||
            text_line_of(b->text, field->span.start) >= last_line);
}

/* The first field of that key whose value is a date and that speaks for the document. */
static date_days date_of(struct builder *b, enum field_key key)
{
    for (size_t i = 0; i < b->model->fields.len; i++) {
        const struct field *field = &b->model->fields.items[i];
        struct span where;
        date_days date, last;
        if (field->key != key || !field_speaks_for_document(b, i))
            continue;
        date = date_in(b, field->value, &where, &last);
        if (date != DATE_NONE)
            return date;
    }
    return DATE_NONE;
}

#define FOOT_LINES 10

/* "Date: …" among the words at the document's foot, where the paragraph it stands in makes it no field. */
static date_days date_at_foot(struct builder *b)
{
    uint32_t first = b->text->line_count > FOOT_LINES ? b->text->line_count - FOOT_LINES : 0;
    for (uint32_t i = b->blocks->len; i-- > 1;) {
        const struct block *block = &b->blocks->v[i];
        struct label label;
        struct span where;
        date_days last;
        if (block->kind != BLOCK_LINE)
            continue;
        if (text_line_of(b->text, block->span.start) < first)
            return DATE_NONE;
        if (b->blocks->v[b->blocks->v[block->parent].parent].kind == BLOCK_QUOTE ||
            !label_read(b->bytes, block->text, &label) ||
            field_key_of(span_slice(b->bytes, label.words), b->settings) != FIELD_DATE)
            continue;
        date_days date = date_in(b, span_unmarked(b->bytes, label.value), &where, &last);
        if (date != DATE_NONE)
            return date;
    }
    return DATE_NONE;
}

/* A document's first bytes; space and the lines of tables do not count, so that a table is the same head
 * however it is aligned. */
static struct slice head_of(struct slice bytes)
{
    size_t at = 0;
    for (unsigned counted = 0; at < bytes.len && counted < HEAD_BYTES; at++)
        counted += !ascii_is_space(bytes.ptr[at]) && bytes.ptr[at] != '-';
    return slice_sub(bytes, 0, at);
}

/* The one year (20xx) that the document's head names, or 0. */
static int year_in_head(struct slice bytes)
{
    int year = 0;

    bytes = head_of(bytes);
    for (size_t i = 0; i + 4 <= bytes.len; i++) {
        const char *p = bytes.ptr + i;
        int found;
        if (p[0] != '2' || p[1] != '0' || !ascii_is_digit(p[2]) || !ascii_is_digit(p[3]) ||
            (i && ascii_is_alnum(p[-1])) || (i + 4 < bytes.len && ascii_is_alnum(p[4])))
            continue;
        found = 2000 + (p[2] - '0') * 10 + (p[3] - '0');
        if (year && found != year)
            return 0;
        year = found;
    }
    return year;
}

void build_dates(struct builder *b)
{
    date_days date = date_of(b, FIELD_LAST_UPDATED);

    if (date == DATE_NONE)
        date = date_of(b, FIELD_DATE);
    if (date == DATE_NONE)
        date = date_at_foot(b);
    b->model->own_date = date;
    b->year = date != DATE_NONE ? date_from_days(date).year : year_in_head(b->bytes);
    b->model->start = date_of(b, FIELD_START);
}
