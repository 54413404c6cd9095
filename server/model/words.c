/* words.c: the look-ups of words.h; the words themselves are in words_*.c. */
#include "model/words.h"

#include "model/lexicon.h"
#include "text/utf8.h"

#include <string.h>

static const char *const field_names[FIELD_COUNT] = {
    [FIELD_OTHER] = "other",
    [FIELD_OWNER] = "owner",
    [FIELD_STATUS] = "status",
    [FIELD_TIMELINE] = "timeline",
    [FIELD_BUDGET] = "budget",
    [FIELD_EFFORT] = "effort",
    [FIELD_SUCCESS_CRITERIA] = "success-criteria",
    [FIELD_BLOCKERS] = "blockers",
    [FIELD_DELIVERABLES] = "deliverables",
    [FIELD_DEPENDENCIES] = "dependencies",
    [FIELD_BLOCKS] = "blocks",
    [FIELD_PRIORITY] = "priority",
    [FIELD_GOAL] = "goal",
    [FIELD_SCOPE] = "scope",
    [FIELD_REQUIREMENTS] = "requirements",
    [FIELD_VERIFICATION] = "verification",
    [FIELD_TARGET] = "target",
    [FIELD_SIGNAL] = "signal",
    [FIELD_ACTION] = "action",
    [FIELD_UPDATE_FREQUENCY] = "update-frequency",
    [FIELD_LAST_UPDATED] = "last-updated",
    [FIELD_AUDIENCE] = "audience",
    [FIELD_START] = "start",
    [FIELD_INITIATIVE] = "initiative",
    [FIELD_ID] = "id",
    [FIELD_MITIGATION] = "mitigation",
    [FIELD_GATE] = "gate",
    [FIELD_CONTAINS] = "contains",
    [FIELD_DATE] = "date",
};

const char *field_key_name(enum field_key key)
{
    return key < FIELD_COUNT ? field_names[key] : "other";
}

/* Words before a label that do not change what it is: "Estimated Cost", "Key Risks". */
static const struct lexicon_word qualifiers[] = {
    {"approved", 1},  {"business", 1}, {"current", 1}, {"est", 1},        {"estimated", 1},
    {"expected", 1},  {"final", 1},    {"initial", 1}, {"initiative", 1}, {"key", 1},
    {"known", 1},     {"main", 1},     {"overall", 1}, {"phase", 1},      {"planned", 1},
    {"potential", 1}, {"primary", 1},  {"project", 1}, {"proposed", 1},   {"revised", 1},
    {"sprint", 1},    {"story", 1},    {"task", 1},    {"technical", 1},  {"top", 1},
    {"total", 1},
};
static const struct lexicon qualifier_words = LEXICON_INIT(qualifiers);

/* "Project Plan" serves nothing, "Primary Dependencies" are libraries, "Task ID" has its own row. */
static bool keeps_meaning(int key)
{
    return key != FIELD_INITIATIVE && key != FIELD_DEPENDENCIES && key != FIELD_ID &&
           key != FIELD_DATE && key != FIELD_START;
}

static int find_label(struct slice folded, bool ascii)
{
    int key = lexicon_find(lexicon_fields_english, folded);
    if (key < 0)
        key = lexicon_find(lexicon_fields_romance, folded);
    if (key < 0)
        key = lexicon_find(lexicon_fields_latin, folded);
    if (key < 0 && !ascii)
        key = lexicon_find(lexicon_fields_scripts, folded);
    return key;
}

static int find_qualified(struct slice folded, bool ascii)
{
    size_t space = slice_find_byte(folded, ' ');
    if (space == SLICE_NONE || lexicon_find(qualifier_words, slice_sub(folded, 0, space)) < 0)
        return -1;
    int key = find_label(slice_from(folded, space + 1), ascii);
    return key >= 0 && keeps_meaning(key) ? key : -1;
}

/* "Owner / DRI", "Duration/Timeline": one key where every part has the same. */
static int find_parts(struct slice folded, bool ascii)
{
    int common = -1;
    struct slice_split it = {folded, false};
    struct slice part;
    while (slice_split_next(&it, '/', &part)) {
        int key = find_label(slice_trim(part), ascii);
        if (key < 0 || (common >= 0 && key != common))
            return -1;
        common = key;
    }
    return common;
}

static int find_alias(struct slice folded, const struct settings *settings)
{
    for (size_t i = 0; i < settings->field_count; i++) {
        struct lexicon_key alias = lexicon_fold(settings->fields[i].alias);
        if (alias.len == 0 || !slice_equal(lexicon_key_slice(&alias), folded))
            continue;
        for (int key = FIELD_OTHER + 1; key < FIELD_COUNT; key++)
            if (slice_is_nocase(settings->fields[i].field, field_names[key]))
                return key;
    }
    return -1;
}

enum field_key field_key_of(struct slice label, const struct settings *settings)
{
    struct lexicon_key folded = lexicon_fold(label);
    struct slice words = lexicon_key_slice(&folded);
    if (words.len == 0)
        return FIELD_OTHER;
    int key = settings ? find_alias(words, settings) : -1;
    if (key < 0)
        key = find_label(words, folded.ascii);
    if (key < 0)
        key = find_qualified(words, folded.ascii);
    if (key < 0 && slice_find_byte(words, '/') != SLICE_NONE)
        key = find_parts(words, folded.ascii);
    return key < 0 ? FIELD_OTHER : (enum field_key)key;
}

enum time_unit time_unit_of(struct slice word)
{
    int unit = lexicon_look_up(lexicon_units, word);
    switch (unit < 0 ? -1 : unit & UNIT_MASK) {
    case UNIT_DAY:
        return TIME_DAY;
    case UNIT_WEEK:
        return TIME_WEEK;
    case UNIT_MONTH:
        return TIME_MONTH;
    case UNIT_QUARTER:
        return TIME_QUARTER;
    default:
        return TIME_NONE;
    }
}

int month_of(struct slice word)
{
    int month = lexicon_look_up(lexicon_months, word);
    return month < 0 ? 0 : month;
}

int weekday_of(struct slice word)
{
    return lexicon_look_up(lexicon_weekdays, word);
}

enum status status_of(struct slice words)
{
    struct lexicon_key folded = lexicon_fold(words);
    int status = lexicon_find(lexicon_states_english, lexicon_key_slice(&folded));
    if (status < 0)
        status = lexicon_find(lexicon_states_other, lexicon_key_slice(&folded));
    return status < 0 ? STATUS_UNKNOWN : (enum status)status;
}

bool is_none_word(struct slice words)
{
    words = slice_trim(words);
    if (words.len > 0 && words.len <= 4) {
        size_t dashes = 0;
        for (size_t at = 0; at < words.len;) {
            uint32_t c;
            at += utf8_decode(slice_from(words, at), &c);
            dashes += lexicon_is_dash(c);
            if (!lexicon_is_dash(c))
                dashes = 100;
        }
        if (dashes < 100)
            return true;
    }
    return lexicon_look_up(lexicon_nones, words) > 0;
}

bool is_section_word(struct slice word)
{
    return lexicon_look_up(lexicon_sections, word) > 0;
}

bool is_role_word(struct slice word)
{
    return lexicon_look_up(lexicon_roles, word) > 0;
}

/* Words a label does not end with: it would be the beginning of a sentence. */
static const struct lexicon_word openers[] = {
    {"a", 1},         {"an", 1},      {"and", 1},  {"are", 1},  {"as", 1},    {"at", 1},
    {"be", 1},        {"because", 1}, {"but", 1},  {"can", 1},  {"could", 1}, {"does", 1},
    {"following", 1}, {"for", 1},     {"from", 1}, {"has", 1},  {"have", 1},  {"if", 1},
    {"includes", 1},  {"into", 1},    {"is", 1},   {"like", 1}, {"may", 1},   {"means", 1},
    {"must", 1},      {"not", 1},     {"of", 1},   {"or", 1},   {"says", 1},  {"should", 1},
    {"so", 1},        {"than", 1},    {"that", 1}, {"the", 1},  {"then", 1},  {"these", 1},
    {"this", 1},      {"those", 1},   {"was", 1},  {"were", 1}, {"which", 1}, {"will", 1},
    {"with", 1},      {"would", 1},
};
static const struct lexicon opener_words = LEXICON_INIT(openers);

static bool is_letter_start(struct slice s)
{
    uint32_t c;
    utf8_decode(s, &c);
    return c >= 0x80 ? !lexicon_is_decoration(c) && !lexicon_is_dash(c) && c != UTF8_REPLACEMENT
                     : ascii_is_alpha((char)c);
}

bool is_field_word_like(struct slice label)
{
    label = slice_trim(label);
    if (label.len == 0 || label.len > LEXICON_WORD_MAX || !is_letter_start(label))
        return false;
    size_t words = 1, last = 0;
    for (size_t i = 0; i < label.len; i++) {
        char c = label.ptr[i];
        if (memchr("!?;,=<>{}|\"\\", c, 12) || (c == '.' && i + 1 < label.len))
            return false;
        if (c == ' ') {
            words += label.ptr[i - 1] != ' ';
            last = i + 1;
        }
    }
    return words <= 6 && lexicon_look_up(opener_words, slice_from(label, last)) < 0;
}
