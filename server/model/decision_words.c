/* decision_words.c: words by which decisions, approvals and escalation paths are recognised. */
#include "model/decision_words.h"

#include "model/phrases.h"

/* Does the title end in one of the phrases, after whole words or the beginning? */
static bool ends_in(struct slice title, const char *const *phrases)
{
    title = slice_trim(title);
    while (title.len && (title.ptr[title.len - 1] == ':' || title.ptr[title.len - 1] == '*'))
        title.len--;
    /* "Sign-off (before launch)": the remark is not the name */
    size_t bracket = slice_find_byte(title, '(');
    if (bracket != SLICE_NONE && bracket > 0)
        title = slice_trim(slice_sub(title, 0, bracket));
    for (; *phrases; phrases++) {
        struct slice phrase = slice_of(*phrases);
        if (slice_ends_nocase(title, phrase) &&
            (title.len == phrase.len || !phrases_word_byte(title.ptr[title.len - phrase.len - 1])))
            return true;
    }
    return false;
}

bool is_decision_title(struct slice title)
{
    static const char *const phrases[] = {"decision checklist",
                                          "decision record",
                                          "go/no-go vote",
                                          "go/no-go decision",
                                          "go / no-go decision",
                                          "go/no-go checklist",
                                          "decision vote",
                                          "decisions needed",
                                          "decisions required",
                                          "decision required",
                                          "decision needed",
                                          "pending decisions",
                                          "open decisions",
                                          "entscheidungscheckliste",
                                          "offene entscheidungen",
                                          "décisions à prendre",
                                          "decisiones pendientes",
                                          "решения к принятию",
                                          "待决策事项",
                                          NULL};
    return title.len <= PHRASES_TITLE_MAX && ends_in(title, phrases);
}

bool is_approval_title(struct slice title)
{
    static const char *const phrases[] = {"approval",
                                          "approvals",
                                          "approval record",
                                          "approval records",
                                          "sign-off",
                                          "sign off",
                                          "signoff",
                                          "sign-offs",
                                          "signatures",
                                          "approval signatures",
                                          "approvers",
                                          "approval checklist",
                                          "sign-off sheet",
                                          "freigabe",
                                          "freigaben",
                                          "unterschriften",
                                          "approbation",
                                          "approbations",
                                          "signatures requises",
                                          "aprobaciones",
                                          "firmas",
                                          "aprovações",
                                          "assinaturas",
                                          "согласование",
                                          "承認",
                                          "审批记录",
                                          NULL};
    return title.len <= PHRASES_TITLE_MAX && ends_in(title, phrases);
}

bool is_escalation_title(struct slice title)
{
    static const char *const phrases[] = {
        "escalation", "eskalation", "eskalationspfad", "escalade",         "escalamiento",
        "escalação",  "эскалация",  "Эскалация",       "エスカレーション", "升级路径",
        NULL};
    return title.len <= PHRASES_TITLE_MAX && phrases_any(title, phrases);
}

bool is_cadence_title(struct slice title)
{
    static const char *const phrases[] = {
        "cadence",      "cadences", "meeting schedule", "meetings", "meeting rhythm", "ceremonies",
        "regeltermine", "rituels",  "reuniones",        "定例会議", "例会",           NULL};
    return title.len <= PHRASES_TITLE_MAX && phrases_any(title, phrases);
}

bool is_option_word(struct slice word)
{
    static const char *const words[] = {"go",        "no-go",
                                        "no go",     "nogo",
                                        "deferred",  "defer",
                                        "approved",  "approve",
                                        "rejected",  "reject",
                                        "yes",       "no",
                                        "accept",    "accepted",
                                        "hold",      "ja",
                                        "nein",      "oui",
                                        "non",       "genehmigt",
                                        "abgelehnt", "conditional go",
                                        "proceed",   "stop"};
    word = slice_trim(word);
    while (word.len && (word.ptr[word.len - 1] == '*' || word.ptr[word.len - 1] == '.'))
        word.len--;
    while (word.len && word.ptr[0] == '*')
        word = slice_from(word, 1);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(word, words[i]))
            return true;
    return false;
}
