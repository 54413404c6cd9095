/* plan_words.c: words that only the making of items asks for, in several languages. */
#include "model/plan_words.h"

#include "model/lexicon.h"

#include <string.h>

/* Folded as lexicon_fold does; in byte order. */
static const struct lexicon_word overview_titles[] = {
    {"about", 1},
    {"abstract", 1},
    {"achtergrond", 1},
    {"appendix", 1},
    {"at a glance", 1},
    {"background", 1},
    {"conclusion", 1},
    {"contact", 1},
    {"contacts", 1},
    {"context", 1},
    {"contexte", 1},
    {"contexto", 1},
    {"current state", 1},
    {"current status", 1},
    {"dashboard", 1},
    {"description", 1},
    {"details", 1},
    {"document control", 1},
    {"document info", 1},
    {"document information", 1},
    {"einleitung", 1},
    {"executive summary", 1},
    {"facts", 1},
    {"final summary", 1},
    {"header", 1},
    {"hintergrund", 1},
    {"info", 1},
    {"information", 1},
    {"introducción", 1},
    {"introduction", 1},
    {"introdução", 1},
    {"key facts", 1},
    {"kurzfassung", 1},
    {"legend", 1},
    {"meta", 1},
    {"metadata", 1},
    {"motivation", 1},
    {"next steps", 1},
    {"notes", 1},
    {"overview", 1},
    {"plan overview", 1},
    {"project details", 1},
    {"project information", 1},
    {"project overview", 1},
    {"project summary", 1},
    {"quick facts", 1},
    {"quick reference", 1},
    {"quick summary", 1},
    {"references", 1},
    {"resources", 1},
    {"resumen", 1},
    {"resumen ejecutivo", 1},
    {"resumo", 1},
    {"resumo executivo", 1},
    {"résumé", 1},
    {"status", 1},
    {"summary", 1},
    {"synthèse", 1},
    {"tl;dr", 1},
    {"tldr", 1},
    {"visão geral", 1},
    {"vue d'ensemble", 1},
    {"zusammenfassung", 1},
    {"überblick", 1},
    {"übersicht", 1},
    {"обзор", 1},
    {"نظرة عامة", 1},
    {"概要", 1},
    {"概览", 1},
    {"概述", 1},
    {"背景", 1},
};

/* What "Sprint …" or "Project …" of this kind tells of the whole; in byte order. */
static const struct lexicon_word overview_endings[] = {
    {"at a glance", 1}, {"details", 1},  {"info", 1},    {"information", 1},
    {"metadata", 1},    {"overview", 1}, {"summary", 1}, {"übersicht", 1},
};

/* Words that end a phrase about an item; in byte order. */
static const struct lexicon_word about_endings[] = {
    {"achievements", 1}, {"analysis", 1},      {"assessment", 1},    {"benefits", 1},
    {"budget", 1},       {"changes", 1},       {"checklist", 1},     {"conclusion", 1},
    {"cost", 1},         {"costs", 1},         {"criteria", 1},      {"deliverables", 1},
    {"details", 1},      {"end goals", 1},     {"exit criteria", 1}, {"findings", 1},
    {"focus", 1},        {"gate", 1},          {"goals", 1},         {"highlights", 1},
    {"impact", 1},       {"issues", 1},        {"kpis", 1},          {"lessons", 1},
    {"metrics", 1},      {"milestones", 1},    {"notes", 1},         {"objectives", 1},
    {"outcome", 1},      {"outcomes", 1},      {"output", 1},        {"outputs", 1},
    {"overview", 1},     {"progress", 1},      {"projections", 1},   {"questions", 1},
    {"recap", 1},        {"report", 1},        {"requirements", 1},  {"results", 1},
    {"retro", 1},        {"retrospective", 1}, {"revenue", 1},       {"review", 1},
    {"risks", 1},        {"standup", 1},       {"status", 1},        {"success", 1},
    {"summary", 1},      {"targets", 1},       {"timeline", 1},      {"total", 1},
    {"update", 1},
};

/* Words in the label of a date that is an end; in byte order. */
static const struct lexicon_word end_words[] = {
    {"bis", 1},      {"completion", 1}, {"deadline", 1}, {"due", 1},      {"einde", 1},
    {"end", 1},      {"ende", 1},       {"ends", 1},     {"eta", 1},      {"fim", 1},
    {"fin", 1},      {"fine", 1},       {"finish", 1},   {"frist", 1},    {"fällig", 1},
    {"koniec", 1},   {"límite", 1},     {"prazo", 1},    {"scadenza", 1}, {"target", 1},
    {"échéance", 1}, {"конец", 1},      {"срок", 1},     {"截止日期", 1}, {"期限", 1},
    {"終了", 1},     {"结束", 1},
};

/* Columns and labels that describe (1) or measure (2) a risk; in byte order. */
static const struct lexicon_word rating_words[] = {
    {"auswirkung", 2},
    {"category", 1},
    {"consequence", 1},
    {"description", 1},
    {"effect", 1},
    {"eintrittswahrscheinlichkeit", 2},
    {"exposure", 1},
    {"id", 1},
    {"impact", 2},
    {"impacto", 2},
    {"inherent risk", 2},
    {"level", 1},
    {"likelihood", 2},
    {"no", 1},
    {"owner", 1},
    {"priority", 1},
    {"probabilidad", 2},
    {"probabilidade", 2},
    {"probability", 2},
    {"probabilité", 2},
    {"rating", 1},
    {"residual risk", 2},
    {"score", 1},
    {"severity", 2},
    {"status", 1},
    {"type", 1},
    {"wahrscheinlichkeit", 2},
    {"影响", 2},
    {"影響", 2},
    {"概率", 2},
    {"発生確率", 2},
};

/* An end's name that means one only beside a start; in byte order. */
static const struct lexicon_word bare_end_words[] = {
    {"einde", 1}, {"end", 1},    {"ende", 1},   {"ends", 1},  {"fim", 1},  {"fin", 1},
    {"fine", 1},  {"finish", 1}, {"koniec", 1}, {"конец", 1}, {"終了", 1}, {"结束", 1},
};

/* How great a risk is; in byte order. */
static const struct lexicon_word level_words[] = {
    {"alta", 1},      {"alto", 1},     {"baixa", 1},       {"baixo", 1},      {"baja", 1},
    {"bajo", 1},      {"critical", 1}, {"faible", 1},      {"gering", 1},     {"high", 1},
    {"hoch", 1},      {"kritisch", 1}, {"low", 1},         {"low medium", 1}, {"media", 1},
    {"medio", 1},     {"medium", 1},   {"medium high", 1}, {"minimal", 1},    {"mittel", 1},
    {"moderate", 1},  {"moyen", 1},    {"médio", 1},       {"niedrig", 1},    {"niski", 1},
    {"very high", 1}, {"very low", 1}, {"wysoki", 1},      {"élevé", 1},      {"średni", 1},
    {"высокий", 1},   {"низкий", 1},   {"средний", 1},     {"中", 1},         {"低", 1},
    {"高", 1},
};

/* Times that no calendar knows; in byte order. */
static const struct lexicon_word loose_words[] = {
    {"always", 1},     {"an", 1},       {"anno", 1},     {"année", 1},      {"ano", 1},
    {"año", 1},        {"continu", 1},  {"continuo", 1}, {"continuous", 1}, {"continuously", 1},
    {"current", 1},    {"en cours", 1}, {"future", 1},   {"immediate", 1},  {"immediately", 1},
    {"jahr", 1},       {"later", 1},    {"laufend", 1},  {"long term", 1},  {"mid term", 1},
    {"near term", 1},  {"now", 1},      {"ongoing", 1},  {"permanent", 1},  {"permanente", 1},
    {"short term", 1}, {"today", 1},    {"tomorrow", 1}, {"year", 1},       {"years", 1},
    {"постоянно", 1},  {"دائم", 1},     {"مستمر", 1},    {"持续", 1},       {"継続", 1},
    {"随時", 1},
};

static const struct lexicon overview_lexicon = LEXICON_INIT(overview_titles);
static const struct lexicon overview_ending_lexicon = LEXICON_INIT(overview_endings);
static const struct lexicon about_lexicon = LEXICON_INIT(about_endings);
static const struct lexicon end_lexicon = LEXICON_INIT(end_words);
static const struct lexicon bare_end_lexicon = LEXICON_INIT(bare_end_words);
static const struct lexicon rating_lexicon = LEXICON_INIT(rating_words);
static const struct lexicon loose_lexicon = LEXICON_INIT(loose_words);
static const struct lexicon level_lexicon = LEXICON_INIT(level_words);

/* Does the phrase or a tail of it that begins with a word stand in the table? */
static bool ends_in(struct slice phrase, struct lexicon lexicon)
{
    for (;;) {
        size_t space = slice_find_byte(phrase, ' ');
        if (lexicon_find(lexicon, phrase) >= 0)
            return true;
        if (space == SLICE_NONE)
            return false;
        phrase = slice_from(phrase, space + 1);
    }
}

bool is_overview_title(struct slice title)
{
    struct lexicon_key folded = lexicon_fold(title);
    struct slice words = lexicon_key_slice(&folded);
    return lexicon_find(overview_lexicon, words) >= 0 || ends_in(words, overview_ending_lexicon);
}

bool is_about_words(struct slice words)
{
    struct lexicon_key folded = lexicon_fold(words);
    struct slice phrase = lexicon_key_slice(&folded);
    return slice_starts(phrase, SLICE("の")) || slice_starts(phrase, SLICE("的")) ||
           ends_in(phrase, about_lexicon); /* the first two mean "of": フェーズ2の準備 */
}

bool is_end_label(struct slice label)
{
    struct lexicon_key folded = lexicon_fold(label);
    struct slice_split words = {lexicon_key_slice(&folded), false};
    struct slice word;

    while (slice_split_next(&words, ' ', &word))
        if (lexicon_find(end_lexicon, word) >= 0)
            return true;
    return false;
}

bool is_end_beside_start(struct slice label)
{
    return lexicon_look_up(bare_end_lexicon, label) >= 0;
}

bool is_risk_rating(struct slice label)
{
    return lexicon_look_up(rating_lexicon, label) >= 0;
}

bool is_risk_measure(struct slice label)
{
    return lexicon_look_up(rating_lexicon, label) == 2;
}

bool is_risk_level(struct slice value)
{
    static const char *const ends[] = {"(", " -", "—", "–", ":", "；", ",", "."};
    size_t end = value.len;

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = slice_find(value, slice_of(ends[i]));
        if (at != SLICE_NONE && at > 0 && at < end)
            end = at;
    }
    return lexicon_look_up(level_lexicon, slice_sub(value, 0, end)) >= 0;
}

bool is_loose_time(struct slice words)
{
    size_t end = words.len;

    while (end > 0 && (ascii_is_digit(words.ptr[end - 1]) || memchr(" +-", words.ptr[end - 1], 3)))
        end--; /* "Year 2-3", "Year 3+" */
    return lexicon_look_up(loose_lexicon, slice_sub(words, 0, end)) >= 0;
}

enum item_kind item_kind_of_word(struct slice word)
{
    char numbered[48];
    size_t length = 0;
    enum item_kind kind;

    if (word.len == 0 || word.len > 40)
        return ITEM_OTHER;
    memcpy(numbered, word.ptr, word.len);
    memcpy(numbered + word.len, " 1", 2); /* in a title a kind word needs a number */
    kind = item_kind_of((struct slice){numbered, word.len + 2}, &length);
    return length == word.len ? kind : ITEM_OTHER;
}
