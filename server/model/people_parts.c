/* people_parts.c: names, shares and what stands in brackets behind a name. */
#include "model/people_reader.h"

#include "model/words.h"

#include <string.h>

struct span people_span(const struct people_reader *r, size_t from, size_t end)
{
    if (from >= end)
        return SPAN_NONE;
    return (struct span){people_token(r, from)->span.start, people_token(r, end - 1)->span.end};
}

struct slice people_plain(const struct people_reader *r, size_t from, size_t end)
{
    if (end == from + 1 && people_is_mention(r, from))
        return arena_copy(r->arena,
                          span_slice(r->text, r->inlines->v[people_token(r, from)->node].text));
    return tokens_plain(r->tokens, r->inlines, r->text, from, end, r->arena);
}

static bool is_edge_mark(const struct people_reader *r, size_t at)
{
    const struct token *t = people_token(r, at);
    if (t->kind == TOKEN_DASH)
        return true;
    return t->kind == TOKEN_MARK &&
           (t->mark >= 0x80 || strchr(".:[]'\"*=<>#!?~^()", (int)t->mark) || t->mark == '{' ||
            t->mark == '}');
}

void people_trim(const struct people_reader *r, size_t *from, size_t *end)
{
    while (*from < *end && is_edge_mark(r, *from))
        (*from)++;
    while (*end > *from && is_edge_mark(r, *end - 1))
        (*end)--;
}

size_t people_words(const struct people_reader *r, size_t from, size_t end)
{
    size_t words = 0;
    for (size_t at = from; at < end; at++)
        words += people_token(r, at)->kind == TOKEN_WORD;
    return words;
}

size_t people_read_share(const struct people_reader *r, size_t at, size_t end, double *share)
{
    if (people_token(r, at)->kind != TOKEN_DIGITS || at >= end)
        return 0;
    double number = people_token(r, at)->number;
    size_t next = at + 1;
    if (token_is_mark(people_token(r, next), '.') &&
        people_token(r, next + 1)->kind == TOKEN_DIGITS) {
        double part = people_token(r, next + 1)->number;
        for (size_t i = people_token(r, next + 1)->span.start;
             i < people_token(r, next + 1)->span.end; i++)
            part /= 10;
        number += part;
        next += 2;
    }
    if (token_is_mark(people_token(r, next), '%')) {
        number /= 100;
        next++;
    } else if (token_is_word(r->text, people_token(r, next), "FTE")) {
        next++;
    } else {
        return 0;
    }
    if (number <= 0 || number > 10)
        return 0;
    *share = number;
    return next - at;
}

void people_read_brackets(const struct people_reader *r, size_t from, size_t end,
                          struct person *person)
{
    people_trim(r, &from, &end);
    for (size_t at = from; at < end; at++) {
        size_t taken = people_read_share(r, at, end, &person->share);
        if (!taken)
            continue;
        if (at + taken >= end)
            end = at;
        else if (at == from)
            from = at + taken;
        break;
    }
    while (end > from && (token_is_mark(people_token(r, end - 1), ',') ||
                          token_is_mark(people_token(r, end - 1), ';')))
        end--;
    while (from < end &&
           (token_is_mark(people_token(r, from), ',') || token_is_mark(people_token(r, from), ';')))
        from++;
    if (from >= end || person->role.len > 0)
        return;
    person->role = people_plain(r, from, end);
    person->role_span = people_span(r, from, end);
}

bool people_is_nobody(struct slice name)
{
    static const char *const words[] = {"tbd",
                                        "tba",
                                        "tbc",
                                        "todo",
                                        "unassigned",
                                        "unknown",
                                        "everyone",
                                        "everybody",
                                        "anyone",
                                        "all",
                                        "?",
                                        "??",
                                        "???",
                                        "open",
                                        "vacant",
                                        "to be assigned",
                                        "to be determined",
                                        "to be defined",
                                        "to be decided",
                                        "not assigned",
                                        "not yet assigned",
                                        "niemand zugewiesen",
                                        "offen",
                                        "non assigné",
                                        "à définir",
                                        "sin asignar",
                                        "por definir",
                                        "não atribuído",
                                        "a definir",
                                        "da definire",
                                        "nieprzypisane",
                                        "не назначен",
                                        "待定",
                                        "未定",
                                        "미정",
                                        "name",
                                        "names",
                                        "owner",
                                        "owner name",
                                        "your name",
                                        "person",
                                        "assignee",
                                        "required",
                                        "optional",
                                        "both",
                                        "various",
                                        "multiple",
                                        "shared",
                                        "completed",
                                        "done",
                                        "pending",
                                        "any",
                                        "self"};
    name = slice_trim(name);
    if (name.len == 0 || is_none_word(name))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(name, words[i]))
            return true;
    return false;
}

bool people_is_name_like(const struct people_reader *r, size_t from, size_t end)
{
    static const char *const prose[] = {"is",      "are",  "will",   "to",   "be",  "the",
                                        "whoever", "that", "this",   "we",   "our", "who",
                                        "has",     "have", "should", "must", "can", "needs",
                                        "until",   "when", "if",     "same", "not", NULL};
    size_t words = people_words(r, from, end);
    bool mention = end == from + 1 && people_is_mention(r, from);
    if (mention)
        return true;
    if (words == 0 || words > 5)
        return false;
    for (size_t at = from; at < end; at++)
        if (people_is_word(r, at, prose) ||
            (people_token(r, at)->kind == TOKEN_NODE && !people_is_mention(r, at)))
            return false;
    return true;
}
