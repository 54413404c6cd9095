/* totals.c: amounts that a document states as the sum of others: in lists, on labelled lines and in
 * prose. */
#include "model/labels.h"
#include "model/line_questions.h"
#include "model/money_cells.h"
#include "model/total_build.h"

#include <string.h>

#define PARTS_MOST  400 /* items of one list that are read as parts */
#define TOTALS_MOST 16  /* of one list */

/* Checkpoints stand in document order, none in another. */
static bool stands_in_checkpoint(const struct builder *b, struct span span)
{
    size_t behind = SPANS_FROM(b->model->checkpoints, span, span.start + 1);
    return behind > 0 && span_covers(b->model->checkpoints.items[behind - 1].span, span);
}

static bool is_budget_block(const struct builder *b, uint32_t block)
{
    uint32_t field = b->field_of[block], heading = b->heading_of[block];
    if (field != NO_INDEX && b->model->fields.items[field].key == FIELD_BUDGET)
        return true;
    return heading != NO_INDEX && is_budget_title(b->model->headings.items[heading].title);
}

void total_add(struct builder *b, struct total total, uint32_t block, struct slice label)
{
    struct span line = b->blocks->v[block].span;

    total.item = b->item_of[block];
    total.heading = b->heading_of[block];
    total.key = is_budget_block(b, block) ? FIELD_BUDGET : FIELD_OTHER;
    total.partial = total_words_of(label) == TOTAL_WORDS_PART;
    total.reserve = is_reserve_words(span_slice(b->bytes, line));
    total.label = builder_keep(b, label);
    total.amount.label = builder_keep(b, total.amount.label);
    total.amount.per = builder_keep(b, total.amount.per);
    BUILDER_KEEP(b, &total.parts);
    for (size_t i = 0; i < total.parts.len; i++) {
        struct money *money = &total.parts.items[i].amount;
        money->label = builder_keep(b, money->label);
        money->per = builder_keep(b, money->per);
    }
    *VEC_PUSH(b->arena, &b->model->totals) = total;
}

/* ---- lists ------------------------------------------------------------------------------------- */

static bool is_bold_at(const struct builder *b, uint32_t offset)
{
    return slice_starts(slice_from(b->bytes, offset), SLICE("**"));
}

/* The line a list item begins with; 0 where it begins with something else. */
static uint32_t first_line(const struct builder *b, uint32_t item)
{
    const struct block *v = b->blocks->v;
    return item + 2 >= v[item].next || v[item + 1].kind != BLOCK_PARAGRAPH ? 0 : item + 2;
}

/* "Maintenance (annual): $10K": the amount is one of several. */
static bool is_yearly(struct slice label)
{
    static const char *const words[] = {"annual",   "yearly", "per year",
                                        "jährlich", "anual",  "annuel"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(label, slice_of(words[i])) != SLICE_NONE)
            return true;
    return false;
}

/* "Label: $15K (what for)": the amount opens the value, or is the only one on the line. */
static void read_part(struct builder *b, uint32_t item, struct total *total)
{
    uint32_t first = first_line(b, item);
    struct span line = first ? b->blocks->v[first].text : SPAN_NONE;
    struct label label = {.value = line};
    struct total_part part = {0};

    bool labelled = label_read(b->bytes, line, &label);
    switch (money_cell_read(b, labelled ? label.value : line, false, "", 1, &part.amount)) {
    case MONEY_CELL_AMOUNT:
        part.bold = is_bold_at(b, line.start);
        part.subtotal = labelled && total_words_of(span_slice(b->bytes, label.words));
        if (labelled && !part.amount.per.len &&
            is_yearly(slice_sub(b->bytes, line.start, part.amount.where.start)))
            part.amount.per = SLICE("year");
        *VEC_PUSH(b->scratch, &total->parts) = part;
        break;
    case MONEY_CELL_NOTHING:
        break;
    case MONEY_CELL_UNREAD:
        total->unread = true;
        break;
    }
}

static void read_parts(struct builder *b, uint32_t list, uint32_t end, struct total *total)
{
    size_t count = 0;
    for (uint32_t i = block_first_child(b->blocks, list); i && i < end;
         i = block_next_sibling(b->blocks, i)) {
        if (++count > PARTS_MOST) {
            total->unread = true;
            return;
        }
        read_part(b, i, total);
    }
}

bool line_names_total(struct slice line)
{
    struct label label;
    return label_read(line, (struct span){0, (uint32_t)line.len}, &label) &&
           total_words_of(span_slice(line, label.words)) != TOTAL_WORDS_NONE;
}

/* A line whose label is a word for a total and whose value is, or begins with, one amount. */
static bool total_line(struct builder *b, uint32_t line, struct label *label, struct money *money)
{
    struct moneys moneys = {0};

    if (!line || !line_is(b, line, LINE_NAMES_TOTAL) ||
        !label_read(b->bytes, b->blocks->v[line].text, label) || span_is_empty(label->value))
        return false;
    moneys_read(b, label->value, &moneys);
    if (moneys.len == 0 || moneys.items[0].placeholder)
        return false;
    *money = moneys.items[0];
    return true;
}

/* The list that ends directly above a paragraph; 0 where there is none. */
static uint32_t list_above(const struct builder *b, uint32_t paragraph)
{
    const struct block *v = b->blocks->v;
    uint32_t before = paragraph - 1;

    if (before == v[paragraph].parent)
        return 0;
    while (v[before].parent != v[paragraph].parent)
        before = v[before].parent;
    return v[before].kind == BLOCK_LIST ? before : 0;
}

/* The items of a list that sum up those above them; each item is read once. */
static void read_list(struct builder *b, uint32_t list)
{
    struct total parts = {.source = TOTAL_OF_LIST};
    size_t items = 0, totals = 0;
    bool any = false;

    for (uint32_t i = block_first_child(b->blocks, list); i && !any;
         i = block_next_sibling(b->blocks, i))
        any = first_line(b, i) && line_is(b, first_line(b, i), LINE_NAMES_TOTAL);
    for (uint32_t i = block_first_child(b->blocks, list); any && i && ++items <= PARTS_MOST;
         i = block_next_sibling(b->blocks, i)) {
        struct total total = parts;
        struct label label;
        if (total_line(b, first_line(b, i), &label, &total.amount) && ++totals <= TOTALS_MOST) {
            if (total.parts.len < 2) {
                total.source = TOTAL_OF_ITEMS;
                total.parts.len = 0;
            }
            total_add(b, total, i, span_slice(b->bytes, label.words));
        }
        read_part(b, i, &parts);
    }
}

/* ---- lines ------------------------------------------------------------------------------------- */

/* "the $320K budget", "$320K allocation", "a total of $320K": the words at either side of an amount. */
static bool is_called_total(const struct builder *b, const struct money *money, struct span line)
{
    static const char *const before[] = {"total of ", "total budget of ", "budget of ",
                                         "commit ",   "committing ",      "total: "};
    static const char *const behind[] = {" allocation", " budget", " total", " in total",
                                         " overall"};
    struct slice lead = slice_sub(b->bytes, line.start, money->where.start);
    struct slice rest = slice_sub(b->bytes, money->where.end, line.end);
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        size_t length = strlen(before[i]);
        if (lead.len >= length &&
            slice_equal_nocase(slice_from(lead, lead.len - length), slice_of(before[i])))
            return true;
    }
    while (rest.len > 0 && memchr("*_", rest.ptr[0], 2))
        rest = slice_from(rest, 1);
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
        if (slice_starts_nocase(rest, slice_of(behind[i])) &&
            (rest.len == strlen(behind[i]) || !ascii_is_alnum(rest.ptr[strlen(behind[i])])))
            return true;
    return false;
}

static bool may_speak_of_total(struct slice line)
{
    return slice_find_nocase(line, SLICE("total")) != SLICE_NONE ||
           slice_find_nocase(line, SLICE("budget")) != SLICE_NONE ||
           slice_find_nocase(line, SLICE("commit")) != SLICE_NONE ||
           slice_find_nocase(line, SLICE("allocation")) != SLICE_NONE;
}

/* Most lines state none. */
bool line_may_state_total(struct slice line)
{
    return slice_has_digit(line) && (line_names_total(line) || may_speak_of_total(line));
}

static void read_prose(struct builder *b, uint32_t line)
{
    struct span text = b->blocks->v[line].text;
    struct moneys moneys = {0};
    uint32_t field = b->field_of[line];

    if (field != NO_INDEX && b->model->fields.items[field].key == FIELD_BUDGET)
        return; /* the item's own */
    moneys_read(b, text, &moneys);
    for (size_t i = 0; i < moneys.len; i++) {
        struct total total = {.source = TOTAL_IN_TEXT, .amount = moneys.items[i]};
        if (total.amount.placeholder || total.amount.per.len || total.amount.more ||
            total.amount.less || !is_called_total(b, &total.amount, text))
            continue;
        total_add(b, total, line, SLICE(""));
    }
}

/* Does a section name an amount, and no total of its own? */
static bool has_open_amounts(struct builder *b, const struct heading *heading)
{
    uint32_t block = block_at(b->blocks, heading->span.end);
    bool amounts = false;
    for (; block < b->blocks->len && b->blocks->v[block].span.start < heading->section.end;
         block++) {
        struct moneys moneys = {0};
        if (b->blocks->v[block].kind != BLOCK_LINE)
            continue;
        if (line_is(b, block, LINE_NAMES_TOTAL))
            return false;
        if (!amounts)
            moneys_read(b, b->blocks->v[block].text, &moneys);
        amounts = amounts || moneys.len > 0;
    }
    return amounts;
}

/* Below the last of several lists, each under its heading, a total may be that of them all. */
static bool may_close_several(struct builder *b, uint32_t line)
{
    const struct heading *headings = b->model->headings.items;
    uint32_t own = b->heading_of[line];
    if (own == NO_INDEX || own == 0)
        return false;
    uint32_t before = own - 1;
    return headings[before].level == headings[own].level &&
           headings[before].parent == headings[own].parent &&
           has_open_amounts(b, &headings[before]);
}

/* Is the line the first of a list's item? */
static bool opens_item(const struct builder *b, uint32_t line)
{
    const struct block *v = b->blocks->v;
    uint32_t paragraph = v[line].parent, item = v[paragraph].parent;
    return v[paragraph].kind == BLOCK_PARAGRAPH && line == paragraph + 1 &&
           v[item].kind == BLOCK_ITEM && paragraph == item + 1;
}

/* `listed`: read with its list. */
static void read_line(struct builder *b, uint32_t line, bool listed)
{
    const struct block *v = b->blocks->v;
    struct total total = {.source = TOTAL_OF_ITEMS};
    struct label label;
    uint32_t paragraph = v[line].parent, list;

    if (listed)
        return;
    if (!total_line(b, line, &label, &total.amount)) {
        if (may_speak_of_total(span_slice(b->bytes, v[line].text)))
            read_prose(b, line);
        return;
    }
    list = v[paragraph].kind == BLOCK_PARAGRAPH && line == paragraph + 1 ? list_above(b, paragraph)
                                                                         : 0;
    if (list)
        read_parts(b, list, v[list].next, &total);
    total.unread = total.unread || (total.parts.len > 1 && may_close_several(b, line));
    if (total.parts.len > 1)
        total.source = TOTAL_OF_LIST;
    else
        total.parts.len = 0;
    total_add(b, total, line, span_slice(b->bytes, label.words));
}

/* "Budget: $320K" that is the document's own. */
static void read_document_fields(struct builder *b)
{
    for (size_t i = 0; i < b->model->fields.len; i++) {
        const struct field *field = &b->model->fields.items[i];
        struct total total = {.source = TOTAL_OF_ITEMS};
        if (field->item != NO_INDEX || field->key != FIELD_BUDGET || field->nested ||
            field->quoted || span_is_empty(field->value) || field->form == FIELD_FORM_COLUMN ||
            field->form == FIELD_FORM_HEADING || stands_in_checkpoint(b, field->span) ||
            total_words_of(span_slice(b->bytes, field->label_span)) != TOTAL_WORDS_NONE)
            continue;
        if (money_cell_read(b, field->value, false, "", 1, &total.amount) != MONEY_CELL_AMOUNT ||
            total.amount.placeholder)
            continue;
        if (field->form == FIELD_FORM_FRONT_MATTER)
            continue; /* its spans are told apart from text by no block */
        total_add(b, total, field->block, span_slice(b->bytes, field->label_span));
    }
}

void build_totals(struct builder *b)
{
    const struct block *v = b->blocks->v;

    read_document_fields(b);
    for (uint32_t i = 1; i < b->blocks->len;) {
        uint32_t next = i + 1;
        if (v[i].kind == BLOCK_QUOTE) {
            next = v[i].next;
        } else if (v[i].kind == BLOCK_TABLE) {
            total_tables_read(b, i);
            next = v[i].next;
        } else if (v[i].kind == BLOCK_LIST && !stands_in_checkpoint(b, v[i].span)) {
            read_list(b, i);
        } else if (v[i].kind == BLOCK_LINE && line_is(b, i, LINE_MAY_STATE_TOTAL) &&
                   !stands_in_checkpoint(b, v[i].text)) {
            read_line(b, i, opens_item(b, i) && line_is(b, i, LINE_NAMES_TOTAL));
        }
        i = next;
    }
}
