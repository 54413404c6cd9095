/* item_values.c: what items say of owners, money, dependencies, state and priority, from their
 * fields; longer readings stand in item_timeline.c, item_criteria.c and item_risks.c. */
#include "model/carry.h"
#include "model/field_entries.h"
#include "model/field_labels.h"
#include "model/item_build.h"

#include <string.h>

/* "Phase A" in an owner's field says when, not who. Looks at the people read since `from`. */
static void drop_items(struct people *people, size_t from)
{
    size_t kept = from, length;

    for (size_t i = from; i < people->len; i++)
        if (item_kind_of(people->items[i].name, &length) == ITEM_OTHER)
            people->items[kept++] = people->items[i];
    people->len = kept;
}

static void read_owners(struct builder *b, struct item *item, uint32_t field)
{
    size_t before = item->owners.len;
    struct field_entries entries;

    field_entries_read(b, field, &entries);
    for (size_t i = 0; i < entries.len; i++) {
        struct inlines inlines;
        if (!field_entry_is_value(&entries, i) && entries.items[i].level != 1)
            continue;
        inlines = builder_inlines_of(b, entries.items[i].text);
        people_read(&inlines, b->bytes, b->scratch, &item->owners);
    }
    drop_items(&item->owners, before);
}

static void read_dependencies(struct builder *b, struct item *item, uint32_t field)
{
    bool blocks = b->model->fields.items[field].key == FIELD_BLOCKS;
    struct field_entries entries;

    field_entries_read(b, field, &entries);
    for (size_t i = 0; i < entries.len; i++) {
        size_t before = item->depends_on.len;
        struct field_label label = {.key = FIELD_OTHER};
        struct inlines inlines;
        if (!field_entry_is_value(&entries, i) && entries.items[i].level != 1)
            continue;
        inlines = builder_inlines_of(b, entries.items[i].text);
        dependencies_read(&inlines, b->bytes, b->scratch, &item->depends_on);
        /* "- **Blocks:** T3" in a section of dependencies */
        bool other_way = field_label_at(b->bytes, entries.items[i].text, b->settings, &label) &&
                         label.key == FIELD_BLOCKS;
        for (; before < item->depends_on.len; before++)
            item->depends_on.items[before].blocks = blocks || other_way;
    }
}

static void read_status(struct builder *b, struct item *item, uint32_t field)
{
    struct slice value = builder_plain(b, b->model->fields.items[field].value);

    if (!value.len)
        return;
    item->status = status_read(value);
    item->status_text = value;
}

static void read_text(struct builder *b, struct slice *out, uint32_t field)
{
    struct slice value = builder_plain(b, b->model->fields.items[field].value);
    if (value.len)
        *out = value;
}

/* The values of which a field may state several. */
static void read_lists(struct builder *b, struct item *item, uint32_t field)
{
    switch (b->model->fields.items[field].key) {
    case FIELD_OWNER:
        read_owners(b, item, field);
        break;
    case FIELD_BUDGET:
        item_budget_read(b, item, field);
        break;
    case FIELD_TIMELINE:
        item_timeline_read(b, item, field);
        break;
    case FIELD_SUCCESS_CRITERIA:
        item_criteria_read(b, item, field);
        break;
    case FIELD_BLOCKERS:
    case FIELD_MITIGATION:
        item_risks_read(b, item, field);
        break;
    default:
        read_dependencies(b, item, field);
        break;
    }
}

/* Does what the field says hang on what earlier fields of the item said? A mitigation counters the risks
 * before it, and of several budgets only all tell which is the sum. */
static bool hangs_on_others(const struct item *item, enum field_key key)
{
    return key == FIELD_MITIGATION || (key == FIELD_BLOCKERS && item->risks.len) ||
           (key == FIELD_BUDGET && item->budget.len);
}

/* The bytes of all that the field says, and in `with` how it is laid out and what else readers look at: its
 * key, its label, the year. False where a table is read, whose header stands elsewhere. */
static bool gather(struct builder *b, uint32_t field, struct span *text, struct strbuf *with)
{
    const struct field *f = &b->model->fields.items[field];
    struct field_entries entries;
    const int facts[] = {(int)f->key, (int)f->form, b->year};

    field_entries_read(b, field, &entries);
    strbuf_append(with, (struct slice){(const char *)facts, sizeof facts});
    for (size_t i = 0; i < entries.len; i++) {
        const struct field_entry *entry = &entries.items[i];
        struct span box = entry->box;
        if (entry->source == ENTRY_ROW)
            return false;
        if (i == 0)
            text->start = span_is_empty(box) ? entry->text.start : box.start;
        text->end = entry->text.end;
        const uint32_t place[] = {(uint32_t)entry->source, entry->level,
                                  entry->text.start - text->start, entry->text.end - text->start,
                                  span_is_empty(box) ? 0 : box.start - text->start + 1};
        strbuf_append(with, (struct slice){(const char *)place, sizeof place});
    }
    strbuf_append(with, f->label);
    return entries.len > 0;
}

static void add_lists(struct builder *b, struct item *item, const struct item *part)
{
    for (size_t i = 0; i < part->timeline.len; i++)
        *VEC_PUSH(b->scratch, &item->timeline) = part->timeline.items[i];
    for (size_t i = 0; i < part->budget.len; i++)
        *VEC_PUSH(b->scratch, &item->budget) = part->budget.items[i];
    for (size_t i = 0; i < part->owners.len; i++)
        *VEC_PUSH(b->scratch, &item->owners) = part->owners.items[i];
    for (size_t i = 0; i < part->criteria.len; i++)
        *VEC_PUSH(b->scratch, &item->criteria) = part->criteria.items[i];
    for (size_t i = 0; i < part->risks.len; i++)
        *VEC_PUSH(b->scratch, &item->risks) = part->risks.items[i];
    for (size_t i = 0; i < part->depends_on.len; i++)
        *VEC_PUSH(b->scratch, &item->depends_on) = part->depends_on.items[i];
}

/* As read_lists, for a field that was read before the last edit without reading it again. */
static void carry_lists(struct builder *b, struct item *item, uint32_t field)
{
    struct item part = {.kind = ITEM_OTHER};
    struct carry carry = {.kind = MEMO_FIELD_VALUES, .layout = &layout_of_item};
    struct strbuf with;

    if (hangs_on_others(item, b->model->fields.items[field].key) ||
        !inline_parser_memo(b->parser)) {
        read_lists(b, item, field);
        return;
    }
    strbuf_init(&with, STRBUF_NO_LIMIT);
    if (gather(b, field, &carry.text, &with)) {
        carry.with = strbuf_slice(&with);
        if (!carry_over(b, &carry, &part)) {
            read_lists(b, &part, field);
            carry_keep(b, &carry, &part);
        }
        add_lists(b, item, &part);
    } else {
        read_lists(b, item, field);
    }
    strbuf_release(&with);
}

static void read_field(struct builder *b, struct item *item, uint32_t field)
{
    switch (b->model->fields.items[field].key) {
    case FIELD_OWNER:
    case FIELD_BUDGET:
    case FIELD_TIMELINE:
    case FIELD_SUCCESS_CRITERIA:
    case FIELD_BLOCKERS:
    case FIELD_MITIGATION:
    case FIELD_DEPENDENCIES:
    case FIELD_BLOCKS:
        carry_lists(b, item, field);
        break;
    case FIELD_STATUS:
        read_status(b, item, field);
        break;
    case FIELD_PRIORITY:
        read_text(b, &item->priority, field);
        break;
    case FIELD_ID:
        read_text(b, &item->id, field);
        break;
    default:
        break;
    }
}

/* Where a new field would stand: behind the last line of the last one, else below the title. */
static void find_insertion(struct builder *b, struct item *item, const struct field *field)
{
    uint32_t end = field->body.end > field->span.end ? field->body.end : field->span.end;

    if (field->form == FIELD_FORM_HEADING || field->form == FIELD_FORM_COLUMN ||
        field->form == FIELD_FORM_FRONT_MATTER || field->heading != item->heading ||
        end > item->span.end)
        return;
    end = text_line_full(b->text, text_line_of(b->text, end)).end;
    if (end > item->first_line_after_fields)
        item->first_line_after_fields = end;
}

/* All values were read into scratch memory: moves what is kept into the model. */
static void keep_values(struct builder *b, struct item *item)
{
    BUILDER_KEEP(b, &item->timeline);
    BUILDER_KEEP(b, &item->criteria);
    BUILDER_KEEP(b, &item->risks);
    builder_keep_people(b, &item->owners);
    builder_keep_dependencies(b, &item->depends_on);
    BUILDER_KEEP(b, &item->budget);
    for (size_t i = 0; i < item->budget.len; i++) {
        struct money *money = &item->budget.items[i];
        money->per = builder_keep(b, money->per);
        money->label = builder_keep(b, money->label);
    }
}

/* Risks listed in no item are the plan's own; "Blockers: tell the user" is a line of something else. */
static void read_plan_risks(struct builder *b)
{
    struct model *model = b->model;
    struct item plan = {.kind = ITEM_OTHER};

    for (uint32_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (field->item == NO_INDEX && !field->nested && !span_is_empty(field->body) &&
            (field->key == FIELD_BLOCKERS || field->key == FIELD_MITIGATION))
            item_risks_read(b, &plan, i);
    }
    BUILDER_KEEP(b, &plan.risks);
    model->risks.items = plan.risks.items;
    model->risks.len = plan.risks.len;
    model->risks.cap = plan.risks.cap;
}

void item_values_read(struct builder *b)
{
    struct model *model = b->model;
    size_t *titled = arena_array(b->scratch, model->items.len, sizeof *titled);

    for (size_t i = 0; i < model->items.len; i++) {
        struct item *item = &model->items.items[i];
        titled[i] = item->timeline.len;
        item->first_line_after_fields =
            text_line_full(b->text, text_line_of(b->text, item->name_span.end)).end;
    }
    for (uint32_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (field->nested || field->item == NO_INDEX)
            continue;
        read_field(b, &model->items.items[field->item], i);
        find_insertion(b, &model->items.items[field->item], field);
    }
    item_bullets_read(b);
    week_columns_read(b);
    item_bare_times_read(b);
    for (size_t i = 0; i < model->items.len; i++) {
        struct item *item = &model->items.items[i];
        if (item->timeline.len > titled[i]) { /* a field's time goes before the title's */
            item->timeline.items += titled[i];
            item->timeline.len -= titled[i];
        }
        keep_values(b, item);
    }
    read_plan_risks(b);
}
