/* document_owners.c: who a document as a whole belongs to: its front matter, and owners' fields in no item. */
#include "model/builder.h"
#include "model/field_entries.h"
#include "model/field_labels.h"

static void read_people(struct builder *b, struct span value)
{
    struct inlines inlines = builder_inlines_of(b, value);
    people_read(&inlines, b->bytes, b->scratch, &b->model->owners);
}

static void read_field(struct builder *b, uint32_t field)
{
    struct field_entries entries;
    field_entries_read(b, field, &entries);
    for (size_t i = 0; i < entries.len; i++)
        if (field_entry_is_value(&entries, i) || entries.items[i].level == 1)
            read_people(b, entries.items[i].text);
}

/* A task that is the whole document, or an item, has its owners there. */
static bool is_known(const struct model *model, struct span name)
{
    for (size_t t = 0; t < model->tasks.len; t++)
        for (size_t i = 0; i < model->tasks.items[t].owners.len; i++)
            if (span_overlaps(model->tasks.items[t].owners.items[i].name_span, name))
                return true;
    for (size_t t = 0; t < model->items.len; t++)
        for (size_t i = 0; i < model->items.items[t].owners.len; i++)
            if (span_overlaps(model->items.items[t].owners.items[i].name_span, name))
                return true;
    return false;
}

static void drop_known(struct model *model)
{
    size_t kept = 0;
    for (size_t i = 0; i < model->owners.len; i++)
        if (!is_known(model, model->owners.items[i].name_span))
            model->owners.items[kept++] = model->owners.items[i];
    model->owners.len = kept;
}

void build_document_owners(struct builder *b)
{
    struct model *model = b->model;
    for (uint32_t i = 0; i < model->front_matter.len; i++) {
        const struct yaml_entry *entry = &model->front_matter.v[i];
        if (!span_is_empty(entry->value_span) &&
            field_key_of(entry->key, b->settings) == FIELD_OWNER)
            read_people(b, entry->value_span);
    }
    for (uint32_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        if (field->key == FIELD_OWNER && field->item == NO_INDEX && !field->nested &&
            field->form != FIELD_FORM_FRONT_MATTER)
            read_field(b, i);
    }
    if (model->owners.len)
        drop_known(model);
    BUILDER_KEEP(b, &model->owners);
    for (size_t i = 0; i < model->owners.len; i++) {
        struct person *person = &model->owners.items[i];
        person->name = builder_keep(b, person->name);
        person->role = builder_keep(b, person->role);
        person->scope = builder_keep(b, person->scope);
    }
}
