/* words.h: words in a run of text: plain ones, and those that begin a path, a URL, money or a number. */
#ifndef PLAN_INLINE_WORDS_H
#define PLAN_INLINE_WORDS_H

#include "angles.h"
#include "paths.h"

/* What a look at the next characters came to. */
enum step {
    STEP_ON,   /* part of the run; marked */
    STEP_STOP, /* not part of it: a shape may begin where the run was marked last */
    STEP_DONE  /* a token of its own was finished */
};

static enum step done(struct scan *scan, enum token token)
{
    finish(scan, token);
    return STEP_DONE;
}

/* At a token's start: nothing is taken, whatever was marked. */
static enum step left_to_parser(struct scan *scan)
{
    scan->marked = 0;
    return STEP_STOP;
}

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
        return done(scan, T_WORD);
    if (is_quarter(word, &name) && is_blank(peek(scan))) {
        mark(scan);
        pass(scan);
        unsigned digits = 0;
        for (; is_digit(peek(scan)); digits++)
            pass(scan);
        if (digits == 4 && !is_alnum(peek(scan)) && !is_dash(peek(scan)))
            return done(scan, T_WORD);
    }
    return left_to_parser(scan);
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
    return left_to_parser(scan);
}

/* Behind the hyphen of `plan-2.md`. */
static enum step scan_hyphened_word(struct scan *scan, struct word *word)
{
    struct name name = {.stem = word->name, .passed = 1};
    if (!scan->state->glued && scan_name(scan, &name))
        return STEP_DONE;
    return left_to_parser(scan);
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
    if (is_currency_prefix(&word->name))
        return left_to_parser(scan);
    bool capital = !(word->first >= 'a' && word->first <= 'z');
    return done(scan, number_is_governed(scan, capital) ? T_WORD : T_TEXT);
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

#endif
