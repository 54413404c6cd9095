/* text.h: runs of plain text, as long as possible: each token costs the parser about as much as
 * thirty characters of text. A run ends before whatever may be a shape; what is none after all is
 * taken by the parser's own tokens `_other`. */
#ifndef PLAN_INLINE_TEXT_H
#define PLAN_INLINE_TEXT_H

#include "angles.h"
#include "brackets.h"
#include "emphasis.h"
#include "paths.h"

/* What a look at the next characters came to. */
enum step {
    STEP_ON,   /* part of the run; marked */
    STEP_STOP, /* not part of it: a shape may begin where the run was marked last */
    STEP_DONE  /* a token of its own was finished */
};

/* A word being passed. */
struct word {
    enum script script;
    unsigned length;
    int32_t first, second;
    bool lower_tail; /* only ASCII small letters behind the first */
    struct short_word name;
};

static void pass_letters(struct scan *scan, struct word *word)
{
    word->first = peek(scan);
    word->script = script_of(word->first);
    word->lower_tail = true;
    for (;;) {
        int32_t c = peek(scan);
        if (script_of(c) != word->script)
            break;
        if (word->length == 1)
            word->second = c;
        if (word->length > 0 && !(c >= 'a' && c <= 'z'))
            word->lower_tail = false;
        if (word->length++ < 10)
            short_word_add(&word->name, c);
        pass(scan);
    }
}

static bool is_scheme(struct word *word)
{
    return word->length <= 8 &&
           word_is_one_of(&word->name,
                          " http https ftp ftps file ssh git vscode obsidian notion slack ");
}

/* Months and the like, which may be cut short by a dot. */
static bool is_cut_short(struct word *word)
{
    return word->length <= 5 &&
           word_is_one_of(
               &word->name,
               " jan feb mar apr jun jul aug sep sept oct nov dec sec sect no nr fig ch chap"
               " vol art abs kap pt ver abschn sem déc janv févr juil kw q ");
}

static bool is_dollar_prefix(struct word *word)
{
    return word->length <= 2 && word_is_one_of(&word->name, " us ca au nz hk sg nt r a c s ");
}

/* `Q1`, `Q2-Q3`, `H1`: the letter is passed, the rest is the name's tail. */
static bool is_quarter(const struct word *word, const struct name *name)
{
    if (word->length != 1 || (word->first != 'Q' && word->first != 'H') || !is_digit(name->tail[0]))
        return false;
    return name->passed == 1 || (name->passed == 4 && name->tail[1] == '-' &&
                                 name->tail[2] == (char)word->first && is_digit(name->tail[3]));
}

/* A word that may be joined to its number: `Week2`, `フェーズ1`. */
static bool may_join(const struct word *word, const struct name *name)
{
    if (word->script == SCRIPT_ALPHABET &&
        (word->length < 4 || !is_upper(word->first) || !word->lower_tail))
        return false;
    if (name->passed == 0 || name->passed > sizeof name->tail ||
        !is_digit(name->tail[name->passed - 1]))
        return false;
    for (unsigned i = 0; i < name->passed; i++)
        if (!is_digit(name->tail[i]) && name->tail[i] != '-' && name->tail[i] != '.')
            return false;
    return is_digit(name->tail[0]);
}

/* At the first character behind the letters that makes a word more than one: a path, or a word and
 * its number; else it is left to the parser's tokens. */
static enum step scan_odd_word(struct scan *scan, struct word *word)
{
    struct name name = {.stem = word->name, .capital = is_upper(word->first)};
    mark(scan);
    if (!scan->state->glued && scan_name(scan, &name))
        return STEP_DONE;
    if (may_join(word, &name) && !is_alnum(peek(scan)) && peek(scan) != '%')
        return finish(scan, T_WORD) ? STEP_DONE : STEP_STOP;
    if (is_quarter(word, &name) && is_blank(peek(scan))) {
        mark(scan);
        pass(scan);
        unsigned digits = 0;
        for (; is_digit(peek(scan)); digits++)
            pass(scan);
        if (digits == 4 && !is_alnum(peek(scan)) && !is_dash(peek(scan)))
            return finish(scan, T_WORD) ? STEP_DONE : STEP_STOP;
    }
    scan->marked = 0;
    return STEP_STOP;
}

/* Behind the dot of `plan.md` or `www.x.org`. */
static enum step scan_dotted_word(struct scan *scan, struct word *word)
{
    struct name name = {
        .stem = word->name, .capital = is_upper(word->first), .dotted = true, .passed = 1};
    if (word->length == 3 && word_is_one_of(&word->name, " www "))
        return scan_url(scan) ? STEP_DONE : STEP_STOP;
    if (!scan->state->glued && scan_name(scan, &name))
        return STEP_DONE;
    scan->marked = 0;
    return STEP_STOP;
}

/* Behind the hyphen of `plan-2.md`. */
static enum step scan_hyphened_word(struct scan *scan, struct word *word)
{
    struct name name = {.stem = word->name, .passed = 1};
    if (!scan->state->glued && scan_name(scan, &name))
        return STEP_DONE;
    scan->marked = 0;
    return STEP_STOP;
}

/* Mojibake holds signs of currency inside words: `ğŸš€ 10x` is no money. */
static void pass_mojibake(struct scan *scan)
{
    while (is_currency(peek(scan)) ||
           (peek(scan) >= 0x80 && side_of(peek(scan)) == SIDE_PUNCTUATION && !is_dash(peek(scan))))
        pass(scan);
    mark(scan);
}

/* At the colon behind a scheme. */
static enum step judge_scheme(struct scan *scan, bool empty)
{
    if (empty)
        mark(scan);
    for (int i = 0; i < 3; i++) {
        if (peek(scan) != "://"[i])
            return STEP_STOP;
        pass(scan);
    }
    return empty && scan_url(scan) ? STEP_DONE : STEP_STOP;
}

/* At the blank behind a word: a number may follow. */
static enum step judge_blank(struct scan *scan, struct word *word, bool empty)
{
    if (empty)
        mark(scan);
    pass(scan);
    if (!is_digit(peek(scan))) {
        mark(scan);
        return STEP_ON;
    }
    if (!empty)
        return STEP_STOP;
    scan->marked = is_currency_prefix(&word->name) ? 0 : scan->marked;
    if (scan->marked == 0)
        return STEP_STOP;
    return finish(scan, number_is_governed(scan, !(word->first >= 'a' && word->first <= 'z'))
                            ? T_WORD
                            : T_TEXT)
               ? STEP_DONE
               : STEP_STOP;
}

/* At the end of a word: what follows it decides what it is. `empty`: the run holds nothing yet, so
 * that a mark can no longer be taken back once it is set. */
static enum step judge_word(struct scan *scan, struct word *word, bool empty)
{
    int32_t c = peek(scan);
    if (is_digit(c) || c == '%' || c == '_' || c == '/' || c == '@')
        return empty ? scan_odd_word(scan, word) : STEP_STOP;
    if (is_currency(c)) {
        if (is_dollar_prefix(word))
            return STEP_STOP;
        pass_mojibake(scan);
        return STEP_ON;
    }
    if (c == ':' && !is_label(top(scan->state)) && is_scheme(word))
        return judge_scheme(scan, empty);
    if (c == '.') {
        pass(scan);
        if (is_alnum(peek(scan)))
            return empty ? scan_dotted_word(scan, word) : STEP_STOP;
        bool cut_short = is_cut_short(word) && is_blank(peek(scan));
        if (cut_short)
            return judge_blank(scan, word, empty);
    } else if (is_blank(c)) {
        return judge_blank(scan, word, empty);
    }
    mark(scan);
    return STEP_ON;
}

static enum step step_word(struct scan *scan, bool empty)
{
    struct word word = {.length = 0};
    pass_letters(scan, &word);
    while (word.script == SCRIPT_ALPHABET &&
           (peek(scan) == '-' || peek(scan) == '\'' || peek(scan) == 0x2019)) {
        bool hyphen = peek(scan) == '-';
        pass(scan);
        if (hyphen && is_digit(peek(scan)))
            return empty ? scan_hyphened_word(scan, &word) : STEP_STOP;
        if (hyphen && (peek(scan) == '>' || peek(scan) == '-'))
            return STEP_STOP;
        if (script_of(peek(scan)) != SCRIPT_ALPHABET) {
            mark(scan);
            return STEP_ON;
        }
        pass_letters(scan, &word);
    }
    return judge_word(scan, &word, empty);
}

static enum step step_newline(struct scan *scan)
{
    while (is_newline(peek(scan)) || is_blank(peek(scan)) || peek(scan) == '>')
        pass(scan);
    mark(scan);
    note_boundary(scan, LINE_START);
    return finish(scan, T_TEXT) ? STEP_DONE : STEP_STOP;
}

/* At an arrow's end. */
static bool finish_arrow(struct scan *scan)
{
    mark(scan);
    note_boundary(scan, PART_START);
    return finish(scan, T_ARROW);
}

/* `->`, `-->`, `=>`; the first character is passed. */
static enum step step_arrow(struct scan *scan, int32_t c, bool empty)
{
    while (peek(scan) == c)
        pass(scan);
    if (peek(scan) != '>') {
        mark(scan);
        return STEP_ON;
    }
    if (!empty)
        return STEP_STOP;
    pass(scan);
    return finish_arrow(scan) ? STEP_DONE : STEP_STOP;
}

/* A name that begins with a digit or with `.`, `/`, `~`, perhaps passed already. */
static enum step scan_path_start(struct scan *scan)
{
    struct name name = {.passed = 1, .dotted = scan->last == '.', .slashed = scan->last == '/'};
    if (!scan->state->glued && scan_name(scan, &name))
        return STEP_DONE;
    scan->marked = 0;
    return STEP_STOP;
}

/* A sign that is a shape only if a number, money or `>` stands behind it. */
static enum step step_sign(struct scan *scan, bool empty)
{
    int32_t c = peek(scan);
    if (c == '<')
        return STEP_STOP;
    pass(scan);
    int32_t next = peek(scan);
    if ((c == '-' || c == '=') && (next == '>' || next == c))
        return step_arrow(scan, c, empty);
    if (c == '~' && next == '/' && empty)
        return scan_path_start(scan);
    if (c == '~' && next == '~')
        return empty && scan_strike(scan) ? STEP_DONE : STEP_STOP;
    if (c != '-' && c != '+' && c != '=' && next == ' ')
        pass(scan);
    else if ((c == '>' || c == '~') && next == '=')
        pass(scan);
    next = peek(scan);
    bool number = is_digit(next) || is_currency(next) || next == '\\' || (next == 'X' && c != '-');
    if (c != '=' && number)
        return STEP_STOP;
    mark(scan);
    return STEP_ON;
}

/* Punctuation that is plain unless a certain character follows. */
static enum step step_punctuation(struct scan *scan, bool empty)
{
    int32_t c = peek(scan);
    enum side before = scan->count ? side_of(scan->last) : scan->before;
    bool start = scan->count == 0 || before == SIDE_SPACE || scan->last == '(';
    unsigned run = 0;
    for (; peek(scan) == c && run < 3; run++)
        pass(scan);
    int32_t next = peek(scan);
    bool stop = false;
    if (c == '?')
        stop = run == 3 && before != SIDE_WORD;
    else if (c == '.' || c == '/')
        stop = start && run < 3 && (is_alnum(next) || next == '/' || next == '.');
    else if (c == '#')
        stop = is_digit(next);
    else if (c == '@')
        stop = is_alnum(next);
    else if (c == '{')
        stop = next == '#' || run == 2;
    if (stop)
        return empty && (c == '.' || c == '/') ? scan_path_start(scan) : STEP_STOP;
    mark(scan);
    return STEP_ON;
}

static enum step step_escape(struct scan *scan)
{
    pass(scan);
    if (peek(scan) == '$')
        return STEP_STOP;
    if (is_ascii_punct(peek(scan)))
        pass(scan);
    mark(scan);
    return STEP_ON;
}

/* `&amp;`: the semicolon separates nothing. */
static enum step step_entity(struct scan *scan)
{
    unsigned letters = 0;
    pass(scan);
    for (; is_ascii_letter(peek(scan)) && letters < 8; letters++)
        pass(scan);
    if (peek(scan) == ';' && letters > 1)
        pass(scan);
    mark(scan);
    return STEP_ON;
}

static bool ends_run(const struct scan *scan, int32_t c)
{
    if (c >= 0x80)
        return is_emoji(c) || is_arrow(c) || is_currency(c) || c == 0xFF08 || c == 0xFF09 ||
               c == 0xB7 || c == 0x2022 || c == 0xFF1B || c == 0xA7 ||
               (c == 0xFF1A && is_label(top(scan->state))) || is_between(c, 0xBC, 0xBE) ||
               c == 0x2153 || c == 0x2154 || c == 0x7B2C;
    return is_digit(c) || strchr("*_`[]()$|;", (int)c) != NULL;
}

static enum step step(struct scan *scan, bool empty)
{
    int32_t c = peek(scan);
    if (is_blank(c)) {
        pass(scan);
        mark(scan);
        return STEP_ON;
    }
    if (c <= 0) { /* NUL or a broken byte; strchr below must not see them */
        pass(scan);
        mark(scan);
        return STEP_ON;
    }
    if (ends_run(scan, c))
        return empty && is_digit(c) ? scan_path_start(scan) : STEP_STOP;
    if (script_of(c) != SCRIPT_NONE)
        return step_word(scan, empty);
    if (is_newline(c))
        return step_newline(scan);
    if (is_number_sign(c) || c == '-' || c == '=')
        return step_sign(scan, empty);
    if (strchr("?./#@{", c < 0x80 ? (int)c : 'a'))
        return step_punctuation(scan, empty);
    if (c == '\\')
        return step_escape(scan);
    if (c == '&')
        return step_entity(scan);
    if (c == ':' && is_label(top(scan->state)))
        return STEP_STOP;
    pass(scan);
    if (c == '!' && peek(scan) == '[')
        return empty && scan_image(scan) ? STEP_DONE : STEP_STOP;
    mark(scan);
    return STEP_ON;
}

/* A run of text. False, with nothing decided, where a token of the parser's may begin. */
static bool scan_text(struct scan *scan)
{
    if (scan->where != NOWHERE && is_blank(peek(scan))) {
        while (is_blank(peek(scan)))
            pass(scan);
        mark(scan);
        note_boundary(scan, scan->where);
        return finish(scan, T_TEXT);
    }
    while (!at_end(scan)) {
        enum step next = step(scan, scan->marked == 0);
        if (next == STEP_DONE)
            return true;
        if (next == STEP_STOP)
            break;
    }
    return scan->marked > 0 && finish(scan, T_TEXT);
}

#endif
