/* item_kind.c: which kind of plan item a heading announces, from the word it begins with. */
#include "model/words.h"

#include "model/lexicon.h"
#include "text/utf8.h"

#include <string.h>

static const char *const kind_names[] = {
    [ITEM_OTHER] = "other",
    [ITEM_INITIATIVE] = "initiative",
    [ITEM_WORKSTREAM] = "workstream",
    [ITEM_EPIC] = "epic",
    [ITEM_PHASE] = "phase",
    [ITEM_MILESTONE] = "milestone",
    [ITEM_OBJECTIVE] = "objective",
    [ITEM_KEY_RESULT] = "key-result",
    [ITEM_STORY] = "story",
    [ITEM_REQUIREMENT] = "requirement",
    [ITEM_SPRINT] = "sprint",
    [ITEM_MONTH] = "month",
    [ITEM_WEEK] = "week",
    [ITEM_DAY] = "day",
    [ITEM_GATE] = "gate",
    [ITEM_ACTION] = "action",
    [ITEM_TASK] = "task",
    [ITEM_STEP] = "step",
    [ITEM_DECISION] = "decision",
};

const char *item_kind_name(enum item_kind kind)
{
    return (size_t)kind < sizeof kind_names / sizeof *kind_names ? kind_names[kind] : "other";
}

static uint32_t peek(struct slice s, size_t at, unsigned *len)
{
    uint32_t c = 0;
    *len = 0;
    if (at < s.len)
        *len = utf8_decode(slice_from(s, at), &c);
    return c;
}

static size_t skip_spaces(struct slice s, size_t at)
{
    unsigned len;
    for (uint32_t c = peek(s, at, &len);
         len > 0 && ((c < 0x80 && ascii_is_space((char)c)) || lexicon_is_wide_space(c));
         c = peek(s, at, &len))
        at += len;
    return at;
}

static size_t skip_digits(struct slice s, size_t at)
{
    while (at < s.len && (ascii_is_digit(s.ptr[at]) ||
                          (s.ptr[at] == '.' && at + 1 < s.len && ascii_is_digit(s.ptr[at + 1]))))
        at++;
    return at;
}

static bool is_cjk(uint32_t c)
{
    return c >= 0x2E80 && c <= 0xD7FF;
}

/* 一 to 十 as numbers of phases. */
static bool is_cjk_digit(uint32_t c)
{
    static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                      0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if (digits[i] == c)
            return true;
    return false;
}

static bool is_word_character(uint32_t c)
{
    if (c < 0x80)
        return ascii_is_alpha((char)c) || c == '\'';
    return c != 0xA7 && c != 0xB0 && c != 0xB7 && !lexicon_is_dash(c) &&
           !lexicon_is_wide_space(c) && !lexicon_is_decoration(c) &&
           !(c >= 0x3000 && c <= 0x3020) && !(c >= 0xFF00 && c <= 0xFF20);
}

/* Is there a separator at `at`, with something behind it? */
static bool is_separator(struct slice s, size_t at)
{
    unsigned len;
    size_t start = skip_spaces(s, at);
    uint32_t c = peek(s, start, &len);
    size_t behind = start + len;
    if (len == 0 || skip_spaces(s, behind) == s.len)
        return false;
    if (c == ':' || c == 0xFF1A)
        return true;
    /* A hyphen joins a word ("Step-by-step") unless spaces part it. */
    return lexicon_is_dash(c) &&
           (c != '-' ? start > at || c >= 0x2013 : start > at && skip_spaces(s, behind) > behind);
}

/* Does a title's part end at `at`: by its end, a separator or an opening bracket? */
static bool is_break(struct slice s, size_t at)
{
    unsigned len;
    size_t start = skip_spaces(s, at);
    uint32_t c = peek(s, start, &len);
    return start >= s.len || c == '(' || c == 0xFF08 || c == ':' || c == 0xFF1A || c == '.' ||
           c == '|' || lexicon_is_dash(c);
}

static const char *const number_words[] = {
    "zero", "one", "two",    "three",   "four",    "five",    "six",     "seven",  "eight",
    "nine", "ten", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة"};

/* "A", "IV", "M1", "T012", "FR-003", "v2.0", "Two": an id or a number that is not digits. */
static bool is_named_number(struct slice s, size_t at)
{
    size_t end = at;
    unsigned len;
    for (uint32_t c = peek(s, end, &len); len > 0 && is_word_character(c); c = peek(s, end, &len))
        end += len;
    struct slice word = slice_sub(s, at, end);
    if (word.len == 0)
        return false;
    size_t digits = end + (end < s.len && s.ptr[end] == '-');
    bool upper = true, roman = true;
    for (size_t i = 0; i < word.len; i++) {
        upper = upper && ascii_is_upper(word.ptr[i]);
        roman = roman && memchr("IVX", word.ptr[i], 3);
    }
    if (digits < s.len && ascii_is_digit(s.ptr[digits]))
        return (upper && word.len <= 4) || (slice_is(word, "v") && digits == end);
    if (upper && (word.len == 1 || (roman && word.len <= 4)))
        return is_break(s, end);
    for (size_t i = 0; i < sizeof number_words / sizeof *number_words; i++)
        if (slice_is_nocase(word, number_words[i]))
            return is_break(s, end);
    return false;
}

/* Is there a number at `at` that belongs to the kind word before it? */
static bool is_number(struct slice s, size_t at)
{
    unsigned len;
    size_t start = skip_spaces(s, at);
    uint32_t c = peek(s, start, &len);
    if (c == '#' || (c == '-' && start == at))
        c = peek(s, ++start, &len);
    if (len == 0)
        return false;
    if (c < 0x80 && ascii_is_digit((char)c))
        return true;
    if (is_cjk_digit(c))
        return true;
    return start > at && is_named_number(s, start);
}

/* What a row of the table makes of the title behind its word: the kind, or ITEM_OTHER. */
static enum item_kind judge(int row, struct slice title, size_t end)
{
    enum item_kind kind = (enum item_kind)(row & KIND_MASK);
    if (row & KIND_ID) {
        size_t digits = end + (end < title.len && title.ptr[end] == '-');
        return digits < title.len && ascii_is_digit(title.ptr[digits]) ? kind : ITEM_OTHER;
    }
    if (is_number(title, end) || (!(row & KIND_NUMBER) && is_separator(title, end)))
        return kind;
    return ITEM_OTHER;
}

/* "M1: …", "T012 …", "W2": an id of one letter. */
static enum item_kind short_id(struct slice title, size_t *length)
{
    size_t end = skip_digits(title, 1);
    if (title.len < 2 || !ascii_is_digit(title.ptr[1]) ||
        (end < title.len && ascii_is_alnum(title.ptr[end])))
        return ITEM_OTHER;
    enum item_kind kind = ITEM_OTHER;
    if (title.ptr[0] == 'T' && (end >= 4 || is_break(title, end)))
        kind = ITEM_TASK;
    else if (title.ptr[0] == 'M' && is_break(title, end))
        kind = ITEM_MILESTONE;
    else if (title.ptr[0] == 'W' && is_break(title, end))
        kind = ITEM_WEEK;
    if (kind != ITEM_OTHER)
        *length = 1;
    return kind;
}

/* Scripts without spaces: the word is whatever row the text begins with, the longest one. */
static size_t prefix_row(struct slice title, int *row)
{
    size_t longest = 0;
    for (size_t i = 0; i < lexicon_kinds.count; i++) {
        struct slice word = slice_of(lexicon_kinds.words[i].text);
        if (word.len > longest && slice_starts(title, word)) {
            longest = word.len;
            *row = lexicon_kinds.words[i].value;
        }
    }
    return longest;
}

/* 第1阶段, 第二周, 1단계: the number stands before the word and the whole is the kind's. */
static enum item_kind number_first(struct slice title, size_t *length)
{
    static const struct lexicon_word counters[] = {
        {"回", ITEM_OTHER},  {"天", ITEM_DAY},   {"日", ITEM_DAY},     {"期", ITEM_PHASE},
        {"周", ITEM_WEEK},   {"步", ITEM_STEP},  {"週", ITEM_WEEK},    {"주", ITEM_WEEK},
        {"주차", ITEM_WEEK}, {"일차", ITEM_DAY}, {"단계", ITEM_PHASE},
    };
    bool ordinal = slice_starts(title, SLICE("第")) || slice_starts(title, SLICE("제"));
    size_t at = ordinal ? 3 : 0, digits = at;
    unsigned len;
    uint32_t c = peek(title, at, &len);
    while (len > 0 && ((c < 0x80 && ascii_is_digit((char)c)) || (ordinal && is_cjk_digit(c)) ||
                       (at > digits && lexicon_is_dash(c)))) {
        at += len;
        c = peek(title, at, &len);
    }
    if (at == digits || !is_cjk(c))
        return ITEM_OTHER;
    struct slice rest = slice_from(title, at);
    int row = ITEM_OTHER;
    size_t word = ordinal ? prefix_row(rest, &row) : 0;
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++) {
        struct slice counter = slice_of(counters[i].text);
        bool korean = (unsigned char)counter.ptr[0] >= 0xEA;
        if (counter.len > word && (ordinal || korean) && slice_starts(rest, counter)) {
            word = counter.len;
            row = counters[i].value;
        }
    }
    if ((row & KIND_MASK) == ITEM_OTHER)
        return ITEM_OTHER;
    *length = at + word;
    return (enum item_kind)(row & KIND_MASK);
}

enum item_kind item_kind_of(struct slice title, size_t *length)
{
    unsigned len;
    size_t start = skip_spaces(title, 0), ends[3], words = 0;
    struct slice text = slice_from(title, start);
    enum item_kind kind = ITEM_OTHER;
    uint32_t first = peek(text, 0, &len);
    *length = 0;
    if (len == 0)
        return ITEM_OTHER;
    if (is_cjk(first) || (first < 0x80 && ascii_is_digit((char)first)))
        kind = number_first(text, length);
    if (kind == ITEM_OTHER && is_cjk(first)) {
        int row = ITEM_OTHER;
        size_t end = prefix_row(text, &row);
        kind = end > 0 ? judge(row, text, end) : ITEM_OTHER;
        *length = kind == ITEM_OTHER ? 0 : end;
    }
    if (kind == ITEM_OTHER && is_word_character(first)) {
        for (size_t at = 0; words < 3 && at < LEXICON_WORD_MAX; at = skip_spaces(text, at)) {
            size_t begin = at;
            for (uint32_t c = peek(text, at, &len); len > 0 && is_word_character(c);
                 c = peek(text, at, &len))
                at += len;
            if (at == begin)
                break;
            ends[words++] = at;
            if (at < text.len && text.ptr[at] == '-')
                at++;
        }
        while (words > 0 && kind == ITEM_OTHER) {
            size_t end = ends[--words];
            int row = lexicon_look_up(lexicon_kinds, slice_sub(text, 0, end));
            if (row >= 0)
                kind = judge(row, text, end);
            *length = kind == ITEM_OTHER ? 0 : end;
        }
        if (kind == ITEM_OTHER)
            kind = short_id(text, length);
    }
    if (kind != ITEM_OTHER)
        *length += start;
    return kind;
}

/* Words that may stand before the plural in a heading of items. */
static const struct lexicon_word adjectives[] = {
    {"active", 1},   {"core", 1},        {"critical", 1},  {"current", 1},    {"delivery", 1},
    {"detailed", 1}, {"development", 1}, {"execution", 1}, {"high level", 1}, {"implementation", 1},
    {"key", 1},      {"main", 1},        {"major", 1},     {"migration", 1},  {"planned", 1},
    {"priority", 1}, {"project", 1},     {"proposed", 1},  {"release", 1},    {"remaining", 1},
    {"roadmap", 1},  {"rollout", 1},     {"strategic", 1}, {"top", 1},        {"upcoming", 1},
};
static const struct lexicon adjective_words = LEXICON_INIT(adjectives);

static enum item_kind group_kind(struct slice words)
{
    words = slice_trim(words);
    int kind = lexicon_find(lexicon_groups, words);
    size_t space = slice_find_byte(words, ' ');
    while (kind < 0 && space != SLICE_NONE) {
        if (lexicon_find(adjective_words, slice_sub(words, 0, space)) < 0)
            return ITEM_OTHER;
        words = slice_from(words, space + 1);
        kind = lexicon_find(lexicon_groups, words);
        space = slice_find_byte(words, ' ');
        /* "Implementation Requirements" are prose; steps are items wherever they stand. */
        if (kind == ITEM_REQUIREMENT)
            return ITEM_OTHER;
    }
    return kind < 0 ? ITEM_OTHER : (enum item_kind)kind;
}

enum item_kind item_kind_of_group(struct slice title)
{
    struct lexicon_key folded = lexicon_fold(title);
    struct slice rest = lexicon_key_slice(&folded);
    enum item_kind kind = group_kind(rest);
    while (kind == ITEM_OTHER && rest.len > 0) {
        size_t slash = slice_find_byte(rest, '/'), word = slice_find(rest, SLICE(" and "));
        size_t cut = slash < word ? slash : word;
        if (cut == SLICE_NONE)
            return group_kind(rest);
        kind = group_kind(slice_sub(rest, 0, cut));
        rest = slice_from(rest, cut + (cut == word ? 5 : 1));
    }
    return kind;
}
