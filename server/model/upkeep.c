/* upkeep.c: how a document says it is kept up: when it last was updated, how often and when it will be
 * again.
 */
#include "model/lexicon.h"
#include "model/record_build.h"
#include "text/fold.h"

/* What the label of the document's own cadence is about; "Frequency" alone may be of anything. */
static bool is_about_updates(struct slice label)
{
    static const char *const words[] = {"updat",    "review",   "cadence", "revis",    "aktualis",
                                        "actualis", "actualiz", "atualiz", "aggior",   "güncelle",
                                        "обновл",   "更新",     "تحديث",   "cập nhật", "mise à",
                                        "レビュー", "überprüf"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find_nocase(label, slice_of(words[i])) != SLICE_NONE)
            return true;
    return false;
}

/* "Maintenance: update quarterly". */
static bool is_maintenance(const struct builder *b, const struct field *field)
{
    struct slice value = span_slice(b->bytes, field->value);
    return slice_is_nocase(field->label, "maintenance") &&
           (slice_starts_nocase(value, SLICE("update")) ||
            slice_starts_nocase(value, SLICE("review")));
}

static const struct lexicon_word next_labels[] = {
    {"next review", 1},
    {"next review date", 1},
    {"next review due", 1},
    {"next scheduled review", 1},
    {"next update", 1},
    {"next update due", 1},
    {"nächste aktualisierung", 1},
    {"nächste überprüfung", 1},
    {"nächstes review", 1},
    {"prochaine mise à jour", 1},
    {"prochaine révision", 1},
    {"prossima revisione", 1},
    {"prossimo aggiornamento", 1},
    {"próxima actualización", 1},
    {"próxima atualização", 1},
    {"próxima revisión", 1},
    {"próxima revisão", 1},
    {"review by", 1},
    {"review due", 1},
    {"volgende review", 1},
    {"следующее обновление", 1},
    {"следующий обзор", 1},
    {"下次更新", 1},
    {"下次评审", 1},
    {"次回レビュー", 1},
    {"次回更新", 1},
};
static const struct lexicon next_words = LEXICON_INIT(next_labels);

void build_upkeep(struct builder *b)
{
    struct model *model = b->model;
    model->lines = b->text->line_count;
    if (b->bytes.len && b->bytes.ptr[b->bytes.len - 1] == '\n')
        model->lines--;
    for (size_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        bool next = field->key == FIELD_OTHER && lexicon_look_up(next_words, field->label) > 0;
        bool cadence = (field->key == FIELD_UPDATE_FREQUENCY && is_about_updates(field->label)) ||
                       (field->key == FIELD_OTHER && is_maintenance(b, field));
        if ((!next && !cadence && field->key != FIELD_LAST_UPDATED) ||
            !field_speaks_for_document(b, i))
            continue;
        if (next && model->next_update == DATE_NONE) {
            date_in(b, field->value, &model->next_update_span, &model->next_update);
        } else if (cadence && model->cadence.len == 0) {
            model->cadence = record_field_text(b, field);
            model->cadence_span = span_is_empty(field->value) ? field->body : field->value;
        } else if (field->key == FIELD_LAST_UPDATED && model->updated == DATE_NONE) {
            date_in(b, field->value, &model->updated_span, &model->updated);
        }
    }
}
