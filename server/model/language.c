/* language.c: the language of a document, by the labels of its fields. */
#include "model/language.h"

#define LANGUAGES LANGUAGE_OTHER /* that words are known of */

/* Labels that are of one language alone. */
static const char *const telling[LANGUAGES][16] = {
    [LANGUAGE_ENGLISH] = {"owner", "timeline", "success criteria", "blockers & mitigation",
                          "depends on", "dependencies", "lead", "cost", "deliverables", "goal",
                          "priority"},
    [LANGUAGE_GERMAN] = {"verantwortlich", "verantwortliche", "erfolgskriterien", "risiken",
                         "abhängig von", "abhängigkeiten", "zeitplan", "zeitraum", "ziel", "kosten",
                         "aufwand", "termin", "frist"},
    [LANGUAGE_FRENCH] = {"échéance", "Échéance", "critères de succès", "dépendances", "calendrier",
                         "durée", "statut", "objectif", "priorité", "risques", "coût", "livrables",
                         "dépend de"},
    [LANGUAGE_SPANISH] = {"plazo", "criterios de éxito", "dependencias", "calendario", "estado",
                          "objetivo", "prioridad", "riesgos", "coste", "duración", "presupuesto",
                          "depende de"}};

static bool is_one_of(struct slice label, const char *const *words)
{
    for (; *words; words++)
        if (slice_is_nocase(label, *words))
            return true;
    return false;
}

static bool is_ascii(struct slice s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    return true;
}

enum language language_of(const struct model *model)
{
    size_t count[LANGUAGES + 1] = {0};
    enum language most = LANGUAGE_ENGLISH;
    for (size_t i = 0; i < model->fields.len; i++) {
        const struct field *field = &model->fields.items[i];
        bool known = false;
        if (field->key == FIELD_OTHER)
            continue;
        for (int l = 0; l < LANGUAGES; l++)
            if (is_one_of(field->label, telling[l])) {
                count[l]++;
                known = true;
            }
        count[LANGUAGE_OTHER] += !known && !is_ascii(field->label);
    }
    for (int l = 0; l <= LANGUAGES; l++)
        if (count[l] > count[most])
            most = (enum language)l;
    return most;
}

const char *language_label(enum language language, enum field_key key)
{
    static const struct {
        enum field_key key;
        const char *words[LANGUAGES];
    } labels[] = {
        {FIELD_TIMELINE, {"Timeline", "Zeitplan", "Échéance", "Plazo"}},
        {FIELD_OWNER, {"Owner", "Verantwortlich", "Responsable", "Responsable"}},
        {FIELD_BUDGET, {"Budget", "Budget", "Budget", "Presupuesto"}},
        {FIELD_SUCCESS_CRITERIA,
         {"Success Criteria", "Erfolgskriterien", "Critères de succès", "Criterios de éxito"}},
        {FIELD_BLOCKERS, {"Blockers & Mitigation", "Risiken", "Risques", "Riesgos"}},
        {FIELD_DEPENDENCIES, {"Depends on", "Abhängig von", "Dépend de", "Depende de"}},
        {FIELD_STATUS, {"Status", "Status", "Statut", "Estado"}}};
    for (size_t i = 0; language < LANGUAGES && i < sizeof labels / sizeof *labels; i++)
        if (labels[i].key == key)
            return labels[i].words[language];
    return NULL;
}

const char *language_status(enum language language, enum status status)
{
    static const struct {
        enum status means;
        const char *words[LANGUAGES];
    } states[] = {{STATUS_TODO, {"Not started", "Offen", "À faire", "Pendiente"}},
                  {STATUS_DOING, {"In progress", "In Arbeit", "En cours", "En curso"}},
                  {STATUS_REVIEW, {"In review", "In Prüfung", "En revue", "En revisión"}},
                  {STATUS_BLOCKED, {"Blocked", "Blockiert", "Bloqué", "Bloqueado"}},
                  {STATUS_DONE, {"Done", "Erledigt", "Terminé", "Terminado"}},
                  {STATUS_DEFERRED, {"Deferred", "Verschoben", "Reporté", "Aplazado"}},
                  {STATUS_CANCELLED, {"Cancelled", "Abgebrochen", "Annulé", "Cancelado"}}};
    for (size_t i = 0; language < LANGUAGES && i < sizeof states / sizeof *states; i++)
        if (states[i].means == status)
            return states[i].words[language];
    return NULL;
}

const char *language_tasks(enum language language)
{
    static const char *const words[LANGUAGES] = {"Tasks", "Aufgaben", "Tâches", "Tareas"};
    return words[language < LANGUAGES ? language : LANGUAGE_ENGLISH];
}
