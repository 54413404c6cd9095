/* time_numbered.c: numbered weeks, days and months: "Weeks 1–4", "Month 2+", "第3周". */
#include "model/time_reader.h"

#include "model/lexicon.h"

struct part { /* one element of "Weeks 1–2, 5": tokens and numbers */
    size_t at, end;
    size_t second; /* token of the second number, or 0 */
    int from, to;
    enum time_unit to_unit;
    bool tight; /* the connector touches both numbers */
    bool dash;  /* a hyphen joins them */
};

static enum time_unit unit_of(int row)
{
    switch (row & UNIT_MASK) {
    case UNIT_DAY:
        return TIME_DAY;
    case UNIT_WEEK:
        return TIME_WEEK;
    case UNIT_MONTH:
        return TIME_MONTH;
    default:
        return TIME_NONE;
    }
}

/* The unit that a word in front of a number names: its row, or -1. */
static int unit_row(const struct time_reader *r, const struct token *token)
{
    if (token->kind != TOKEN_WORD)
        return -1;
    int row = lexicon_look_up(lexicon_units, token_text(r->text, token));
    return row < 0 || (row & UNIT_SHORT) || unit_of(row) == TIME_NONE ? -1 : row;
}

static int limit_of(enum time_unit unit)
{
    return unit == TIME_WEEK ? 520 : unit == TIME_MONTH ? 240 : 3660;
}

/* A whole number that nothing makes into another: not 1.5, 20%, 9:15, 1/2, 3rd. */
static bool is_plain_number(const struct time_reader *r, size_t at, enum time_unit unit)
{
    const struct token *t = time_token(r, at), *next = time_token(r, at + 1);
    if (t->kind != TOKEN_DIGITS || t->number > (uint32_t)limit_of(unit))
        return false;
    if (!token_joins(next))
        return true;
    if (next->kind == TOKEN_WORD)
        return date_is_cjk(r, next);
    if (next->kind == TOKEN_DIGITS)
        return false;
    const struct token *after = time_token(r, at + 2);
    bool number = token_joins(after) && after->kind == TOKEN_DIGITS;
    return !(token_is_mark(next, '%') || token_is_mark(next, '/') || token_is_mark(next, '_') ||
             (number && (token_is_mark(next, '.') || token_is_mark(next, ':'))) ||
             (number && token_is_mark(next, ',') && after->span.end - after->span.start == 3));
}

/* Reads the number at `at` and, behind a connector, the second end. */
static bool read_part(const struct time_reader *r, size_t at, enum time_unit unit, bool plural,
                      struct part *part)
{
    if (!is_plain_number(r, at, unit))
        return false;
    int first = (int)time_token(r, at)->number;
    *part = (struct part){at, at + 1, 0, first, first, unit, false, false};
    size_t behind = time_connector(r, at + 1);
    const struct token *connector = time_token(r, at + 1);
    if (!behind)
        return true;
    int row = unit_row(r, time_token(r, behind));
    size_t number = behind + (row >= 0);
    enum time_unit to_unit = row >= 0 ? unit_of(row) : unit;
    part->tight = token_joins(connector) && token_joins(time_token(r, behind));
    if (!is_plain_number(r, number, to_unit)) {
        /* "Week 3-foo" is a name; "Week 3 – Launch" is a week. */
        return !part->tight || connector->kind != TOKEN_DASH || connector->mark != '-';
    }
    /* "Week 2 - Days 8-14" says the days of the week. */
    if (to_unit == TIME_DAY && unit != TIME_DAY)
        return true;
    const struct token *next = time_token(r, number + 1);
    bool named = token_joins(next) && next->kind == TOKEN_DASH;
    if (row < 0 && named && token_joins(time_token(r, number + 2)))
        return false; /* 1-4-8 */
    /* "Week 1 - 3 features", "move Week 2 to 4 people": the number counts what follows. */
    if (row < 0 && !plural && !part->tight && next->kind == TOKEN_WORD && !next->line &&
        !date_is_cjk(r, next))
        return true;
    part->second = number;
    part->to = (int)time_token(r, number)->number;
    part->to_unit = to_unit;
    part->dash = connector->kind == TOKEN_DASH && connector->mark == '-';
    part->end = number + 1;
    return true;
}

/* The next number of a list: behind ",", "&", "and", "+"; 0 where the list ends. */
static size_t list_next(const struct time_reader *r, size_t at, enum time_unit unit, bool plural)
{
    static const char *const words[] = {"and", "und", "et", "y", "e", "i", "и", "ve", "và", NULL};
    size_t next = at;
    bool comma = token_is_mark(time_token(r, next), ',');
    next += comma;
    bool word = token_is_mark(time_token(r, next), '&') ||
                token_is_one_of(r->text, time_token(r, next), words);
    next += word;
    if ((!comma && !word) || !is_plain_number(r, next, unit))
        return 0;
    const struct token *behind = time_token(r, next + 1);
    bool counts = behind->kind == TOKEN_WORD && !behind->line;
    return counts && !plural ? 0 : next;
}

/* "Weeks 3-8, 150-200 hours": the second range is no part of the list. */
static bool counts_other(const struct time_reader *r, size_t behind, bool plural)
{
    const struct token *word = time_token(r, behind);
    if (word->kind != TOKEN_WORD || word->line)
        return false;
    return !plural || lexicon_look_up(lexicon_units, token_text(r->text, word)) >= 0;
}

static void set_point(struct time_value *value, const struct part *part, enum time_unit unit)
{
    value->from = (struct time_point){unit, part->from};
    value->to = (struct time_point){part->to_unit, part->to};
}

/* "Week 12-2" and "Day 3-1" may be names: the second in week 12. "Week 12-9" is a range gone wrong. */
static bool may_be_name(const struct part *part, bool plural)
{
    return !plural && part->dash && (part->to < 3 || part->to * 2 < part->from);
}

/* Is the range certainly the wrong way round? */
static bool is_reversed(const struct time_reader *r, const struct part *part, enum time_unit unit,
                        bool plural)
{
    return part->second && part->to_unit == unit && part->to < part->from &&
           !may_be_name(part, plural) && part->from > 0 && part->to > 0 &&
           !time_is_countdown(r, part->end) && !time_is_moved(r, part->at);
}

static size_t read_open_words(const struct time_reader *r, size_t at)
{
    static const char *const words[] = {"onward", "onwards", "beyond", "later", NULL};
    bool joint =
        token_is_one_of(r->text, time_token(r, at), (const char *const[]){"and", "or", NULL});
    return token_is_one_of(r->text, time_token(r, at + joint), words) ? at + joint + 1 : 0;
}

/* "from week 8", "ab Woche 8": behind a word that opens what is said, so that "lessons from week 1" stays a
 * week. */
static bool is_from(const struct time_reader *r, size_t at)
{
    static const char *const always[] = {"ab", "dès", NULL};
    static const char *const first[] = {"from", "since", "starting", "desde", NULL};
    static const char *const fillers[] = {"the", "in", "la", "der", NULL};
    if (at > 0 && token_is_one_of(r->text, time_token(r, at - 1), fillers))
        at--;
    if (at == 0)
        return false;
    if (token_is_one_of(r->text, time_token(r, at - 1), always))
        return true;
    const struct token *before = time_token(r, at > 1 ? at - 2 : 0);
    return token_is_one_of(r->text, time_token(r, at - 1), first) &&
           (at == 1 || before->kind == TOKEN_MARK || before->kind == TOKEN_DASH);
}

/* Does the number count within something else: "Phase 1 Week 1", "Week 2 of Month 4", "Week 3, Days 1-2"
 * (but "Week 2, Days 8-10" counts from the start)? */
static bool is_relative_to_other(const struct time_reader *r, size_t at, size_t end,
                                 enum time_unit unit, int day)
{
    const struct token *of = time_token(r, end);
    if (token_is_word(r->text, of, "of") &&
        lexicon_look_up(lexicon_kinds, token_text(r->text, time_token(r, end + 1))) >= 0)
        return true;
    size_t number = at;
    if (number > 0 && unit == TIME_DAY && token_is_mark(time_token(r, number - 1), ','))
        number--;
    if (number < 2 || time_token(r, number - 1)->kind != TOKEN_DIGITS)
        return false;
    /* Back over "1-2" to the word. */
    size_t word = number - 2;
    while (word > 0 &&
           (time_token(r, word)->kind == TOKEN_DASH || time_token(r, word)->kind == TOKEN_DIGITS))
        word--;
    struct slice before = token_text(r->text, time_token(r, word));
    if (time_token(r, word)->kind != TOKEN_WORD)
        return false;
    int row = lexicon_look_up(lexicon_units, before);
    enum time_unit outer = row < 0 ? TIME_NONE : unit_of(row);
    if (outer != TIME_NONE)
        return (unit == TIME_DAY && outer == TIME_WEEK && day <= 7) ||
               (outer == TIME_MONTH && unit != outer);
    return lexicon_look_up(lexicon_kinds, before) >= 0;
}

static void push_part(struct time_reader *r, const struct part *part, enum time_unit unit,
                      size_t from, bool reversed)
{
    struct time_value *value = time_push(r, TIME_SPAN, from, part->end);
    set_point(value, part, unit);
    value->first = time_token(r, part->at)->span;
    if (part->second)
        value->second = time_token(r, part->second)->span;
    if (reversed)
        value->problem = TIME_REVERSED;
}

/* Are the parts single numbers that follow one another, or has the list one part? */
static bool is_run(const struct part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (parts[i].second || (i > 0 && parts[i].from != parts[i - 1].from + 1))
            return false;
    return count > 1;
}

#define MOST_PARTS 16

/* The values of the parts that `from` (a word, or the first number) begins. */
static size_t push_parts(struct time_reader *r, struct part *parts, size_t count,
                         enum time_unit unit, size_t from, bool plural)
{
    if (is_run(parts, count)) {
        parts[0].to = parts[count - 1].from;
        parts[0].second = parts[count - 1].at;
        parts[0].end = parts[count - 1].end;
        count = 1;
    }
    for (size_t i = 0; i < count; i++) {
        bool reversed = is_reversed(r, &parts[i], unit, plural);
        if (!reversed && parts[i].to_unit == unit && parts[i].to < parts[i].from)
            continue;
        push_part(r, &parts[i], unit, i == 0 ? from : parts[i].at, reversed);
    }
    return parts[count - 1].end;
}

/* The number in "〜第6週" behind "第3週", or 0. */
static size_t second_ordinal(struct time_reader *r, size_t behind_first, const char *unit)
{
    size_t at = time_connector(r, behind_first);
    if (!at)
        return 0;
    at += slice_ends(token_text(r->text, time_token(r, at)), SLICE("第"));
    const struct token *word = time_token(r, at + 1);
    bool same = time_token(r, at)->kind == TOKEN_DIGITS && token_joins(word) &&
                word->kind == TOKEN_WORD && slice_starts(token_text(r->text, word), slice_of(unit));
    return same ? at : 0;
}

/* 第3周, 第1-4周, 第3週〜第6週, 1주차: the unit stands behind. */
static size_t read_unit_behind(struct time_reader *r, size_t at)
{
    const struct token *first = time_token(r, at);
    bool ordinal = first->kind == TOKEN_WORD && slice_ends(token_text(r->text, first), SLICE("第"));
    size_t number = at + ordinal, end = number + 1;
    if (time_token(r, number)->kind != TOKEN_DIGITS ||
        (ordinal && !token_joins(time_token(r, number))))
        return 0;
    bool range = time_connector(r, end) && time_token(r, end + 1)->kind == TOKEN_DIGITS;
    end += range ? 2 : 0;
    const struct token *unit = time_token(r, end);
    static const struct {
        const char *word;
        enum time_unit unit;
        bool korean;
    } units[] = {{"周", TIME_WEEK, false},    {"週", TIME_WEEK, false},
                 {"天", TIME_DAY, false},     {"个月", TIME_MONTH, false},
                 {"個月", TIME_MONTH, false}, {"주차", TIME_WEEK, true},
                 {"일차", TIME_DAY, true},    {"개월차", TIME_MONTH, true}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!token_joins(unit) || unit->kind != TOKEN_WORD || (!units[i].korean && !ordinal) ||
            !slice_starts(token_text(r->text, unit), slice_of(units[i].word)))
            continue;
        struct part part = {number, end + 1, range ? number + 2 : 0, 0, 0, units[i].unit,
                            true,   true};
        part.from = (int)time_token(r, number)->number;
        if (!range)
            part.second = second_ordinal(r, end + 1, units[i].word);
        if (!range && part.second)
            part.end = part.second + 2;
        part.to = part.second ? (int)time_token(r, part.second)->number : part.from;
        if (part.from <= limit_of(units[i].unit) && part.to <= limit_of(units[i].unit)) {
            push_part(r, &part, units[i].unit, at, part.to < part.from);
            return part.end;
        }
    }
    return 0;
}

/* The number of "W4" at a token, or 0: a capital with its digits behind it. */
static int short_week(const struct time_reader *r, size_t at)
{
    const struct token *letter = time_token(r, at), *number = time_token(r, at + 1);
    if (!slice_is(token_text(r->text, letter), "W") || !token_joins(number) ||
        !date_is_short(number))
        return 0;
    return (int)number->number;
}

/* "W1–W4". A W1 alone, and "W3-1", are names of something. */
static size_t read_short_weeks(struct time_reader *r, size_t at)
{
    const struct token *before = time_token(r, at - (at > 0)), *behind = time_token(r, at + 5);
    if (time_connector(r, at + 2) != at + 3)
        return 0;
    struct part part = {.at = at + 1, .end = at + 5, .second = at + 4, .to_unit = TIME_WEEK};
    part.from = short_week(r, at);
    part.to = short_week(r, at + 3);
    bool glued = at > 0 && token_joins(time_token(r, at)) && before->kind != TOKEN_MARK;
    bool goes_on = token_joins(behind) && behind->kind != TOKEN_MARK;
    if (!part.from || part.to <= part.from || glued || goes_on)
        return 0;
    push_part(r, &part, TIME_WEEK, at, false);
    return part.end;
}

size_t time_read_numbered(struct time_reader *r, size_t at)
{
    const struct token *word = time_token(r, at);
    int row = unit_row(r, word);
    if (row < 0) {
        size_t end = read_short_weeks(r, at);
        return end ? end : read_unit_behind(r, at);
    }
    enum time_unit unit = unit_of(row);
    bool plural = row & UNIT_PLURAL;
    struct part parts[MOST_PARTS];
    size_t count = 0, number = at + 1 + token_is_mark(time_token(r, at + 1), '#');
    if (!time_token(r, number)->spaced && number == at + 1)
        return 0; /* day3 */
    if ((at > 0 && token_joins(word) && time_token(r, at - 1)->kind != TOKEN_MARK) ||
        !read_part(r, number, unit, plural, &parts[0])) {
        /* "Week 2026-01" is no month. */
        return time_is_year(time_token(r, number)) ? number + 1 : 0;
    }
    for (count = 1; count < MOST_PARTS; count++) {
        size_t next = list_next(r, parts[count - 1].end, unit, plural);
        if (!next || !read_part(r, next, unit, plural, &parts[count]) ||
            counts_other(r, parts[count].end, plural))
            break;
    }
    size_t end = parts[count - 1].end;
    if (is_relative_to_other(r, at, end, unit, parts[0].from))
        return end;
    size_t before = r->out->len;
    push_parts(r, parts, count, unit, at, plural);
    if (r->out->len == before)
        return end;
    struct time_value *last = VEC_LAST(r->out);
    const struct token *next = time_token(r, end);
    size_t open = token_is_mark(next, '+') && token_joins(next) &&
                          time_token(r, end + 1)->kind != TOKEN_DIGITS
                      ? end + 1
                      : read_open_words(r, end);
    if (open && !parts[count - 1].second) {
        last->open = true;
        last->to.unit = TIME_NONE;
        last->to.value = 0;
        last->where.end = time_token(r, open - 1)->span.end;
        return open;
    }
    if (count == 1 && !parts[0].second && time_is_until(r, at)) {
        last->until = true;
    } else if (count == 1 && !parts[0].second && is_from(r, at)) {
        last->open = true;
        last->to = (struct time_point){TIME_NONE, 0};
    }
    return end;
}
