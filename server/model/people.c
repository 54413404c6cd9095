/* people.c: who owns something, with role and scope. */
#include "model/people_reader.h"
#include "model/words.h"

#include <string.h>

/* Pairs that are one word with a slash or "&" in it. */
static bool is_inner_mark(const struct people_reader *r, size_t at)
{
    static const char *const pairs[][2] = {{"UI", "UX"}, {"UX", "UI"}, {"CI", "CD"}, {"QA", "QC"},
                                           {"AI", "ML"}, {"ML", "AI"}, {"I", "O"},   {"A", "B"},
                                           {"R", "D"},   {"M", "A"},   {"L", "D"},   {"P", "L"},
                                           {"Q", "A"},   {"T", "S"}};
    if (at == 0 || !token_joins(people_token(r, at)) || !token_joins(people_token(r, at + 1)))
        return false;
    struct slice left = token_text(r->text, people_token(r, at - 1));
    struct slice right = token_text(r->text, people_token(r, at + 1));
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (slice_is(left, pairs[i][0]) && slice_is(right, pairs[i][1]))
            return true;
    return false;
}

/* Is the token itself what parts one person from the next? */
static bool is_separator_mark(const struct people_reader *r, size_t at)
{
    static const char *const words[] = {"and",  "und",  "et", "y",  "e",  "и",  "ve", "và",
                                        "plus", "with", "和", "与", "と", "및", NULL};
    const struct token *t = people_token(r, at);
    if (t->kind == TOKEN_WORD)
        return at > 0 && people_is_word(r, at, words);
    if (t->kind != TOKEN_MARK)
        return false;
    switch (t->mark) {
    case ',':
    case ';':
    case '|':
    case '+':
    case 0xB7:
    case 0x2022:
    case 0x30FB:
    case 0x2192:
        return true;
    case '/':
    case '&':
        return !is_inner_mark(r, at);
    default:
        return false;
    }
}

static bool is_separator(const struct people_reader *r, size_t at)
{
    const struct token *t = people_token(r, at);
    return (t->line && t->kind != TOKEN_END && at > 0) || is_separator_mark(r, at);
}

/* Token behind the bracket that closes the one at `at`, or `end`. */
static size_t closing(const struct people_reader *r, size_t at, size_t end)
{
    size_t depth = 0;
    for (; at < end; at++) {
        depth += token_is_mark(people_token(r, at), '(');
        if (token_is_mark(people_token(r, at), ')') && --depth == 0)
            return at + 1;
    }
    return end;
}

static bool is_role(const struct people_reader *r, size_t from, size_t end)
{
    for (size_t at = from; at < end; at++)
        if (people_token(r, at)->kind == TOKEN_WORD &&
            is_role_word(token_text(r->text, people_token(r, at))))
            return true;
    return false;
}

static void skip_articles(const struct people_reader *r, size_t *from, size_t end)
{
    static const char *const articles[] = {"the", "our", "das", "die", "der",
                                           "le",  "la",  "el",  NULL};
    if (*from + 1 < end && people_is_word(r, *from, articles))
        (*from)++;
    /* "2 Backend Engineers" are a role. */
    if (*from + 1 < end && people_token(r, *from)->kind == TOKEN_DIGITS &&
        people_token(r, *from + 1)->kind == TOKEN_WORD)
        (*from)++;
}

/* Where " for pilots" or " - pilots" begins within a part; `end` where nowhere. */
static size_t find_scope(const struct people_reader *r, size_t from, size_t end, bool *dash)
{
    static const char *const words[] = {"for", "für", "pour", "para", "per", "dla", "для", NULL};
    *dash = false;
    for (size_t at = from; at < end; at++) {
        const struct token *t = people_token(r, at);
        if (at > from && people_is_word(r, at, words))
            return at;
        bool spaced = t->spaced && people_token(r, at + 1)->spaced;
        if (at > from && t->kind == TOKEN_DASH && (spaced || t->mark == 0x2014)) {
            *dash = true;
            return at;
        }
    }
    return end;
}

/* "Lead: Jane" and "Backend: Jane": what stands before the colon is a role or a scope. */
static size_t read_prefix(const struct people_reader *r, size_t from, size_t end,
                          struct person *person)
{
    for (size_t at = from + 1; at + 1 < end; at++) {
        if (!token_is_mark(people_token(r, at), ':'))
            continue;
        if (people_words(r, from, at) > 3)
            return from;
        bool role = is_role(r, from, at);
        *(role ? &person->role : &person->scope) = people_plain(r, from, at);
        if (role)
            person->role_span = people_span(r, from, at);
        return at + 1;
    }
    return from;
}

/* An address behind a name, "<jane@example.org>", is no part of it. */
static size_t without_address(const struct people_reader *r, size_t from, size_t end)
{
    while (end > from + 1 && people_token(r, end - 1)->kind == TOKEN_NODE &&
           !people_is_mention(r, end - 1))
        end--;
    return end;
}

static void push(struct people_reader *r, struct person person, size_t from, size_t end,
                 size_t part, size_t part_end)
{
    struct slice name;
    people_trim(r, &from, &end);
    end = without_address(r, from, end);
    people_trim(r, &from, &end);
    skip_articles(r, &from, end);
    if (from >= end || !people_is_name_like(r, from, end))
        return;
    name = people_plain(r, from, end);
    if (people_is_nobody(name))
        return;
    person.name = name;
    person.role_only = person.role.len == 0 && is_role(r, from, end);
    person.name_span = people_span(r, from, end);
    person.where = person.name_span;
    people_trim(r, &part, &part_end);
    struct span whole = people_span(r, part, part_end);
    if (span_covers(whole, person.name_span))
        person.where = whole;
    if (person.role_span.end > person.where.end)
        person.where.end = person.role_span.end;
    /* A bracket that closes the role belongs to the person. */
    if (part_end < r->tokens->len && token_is_mark(people_token(r, part_end), ')') &&
        person.role.len > 0 && people_token(r, part_end)->span.start == person.where.end)
        person.where.end = people_token(r, part_end)->span.end;
    *VEC_PUSH(r->arena, r->out) = person;
}

/* One part of the value: "Alex (Sales Eng) for pilots". */
static void read_part(struct people_reader *r, size_t from, size_t end)
{
    struct person person = {0};
    bool dash;
    size_t part = from;
    from = read_prefix(r, from, end, &person);
    size_t open = from;
    while (open < end && !token_is_mark(people_token(r, open), '('))
        open++;
    size_t close = open < end ? closing(r, open, end) : end;
    size_t scope = find_scope(r, open < end ? close - 1 : from, end, &dash);
    size_t early = find_scope(r, from, open, &dash);
    size_t name_end = early < open ? early : open;
    if (early < open)
        scope = early;
    if (open < end)
        people_read_brackets(r, open + 1, close > open + 1 ? close - 1 : close, &person);
    if (scope < end) {
        size_t scope_from = scope + 1, scope_end = early < open && open < end ? open : end;
        people_trim(r, &scope_from, &scope_end);
        bool role = people_token(r, scope)->kind == TOKEN_DASH && person.role.len == 0 &&
                    is_role(r, scope_from, scope_end);
        *(role ? &person.role : &person.scope) = people_plain(r, scope_from, scope_end);
        if (role)
            person.role_span = people_span(r, scope_from, scope_end);
    }
    /* "Jamie 50%" */
    for (size_t at = from; at < name_end; at++) {
        if (people_read_share(r, at, name_end, &person.share))
            name_end = at;
    }
    push(r, person, from, name_end, part, end);
}

/* "Jane Doe, Backend Lead": one person where a full name stands before a role. */
static bool is_role_of(const struct people_reader *r, size_t from, size_t at, size_t end)
{
    if (!token_is_mark(people_token(r, at), ',') || people_words(r, from, at) < 2 ||
        is_role(r, from, at) || at + 1 >= end)
        return false;
    size_t next = at + 1;
    while (next < end && !is_separator(r, next) && !token_is_mark(people_token(r, next), '('))
        next++;
    for (size_t i = from; i < at; i++)
        if (token_is_mark(people_token(r, i), '('))
            return false;
    return next >= end && is_role(r, at + 1, next);
}

static void read_name_comma_role(struct people_reader *r, size_t from, size_t at, size_t end)
{
    struct person person = {0};
    size_t role = at + 1, role_end = end;
    people_trim(r, &role, &role_end);
    person.role = people_plain(r, role, role_end);
    person.role_span = people_span(r, role, role_end);
    push(r, person, from, at, from, end);
}

void people_read(const struct inlines *inlines, struct slice text, struct arena *arena,
                 struct people *out)
{
    struct arena scratch;
    struct tokens tokens;
    if (inlines->len == 0)
        return;
    arena_init(&scratch);
    tokens_read(inlines, text, true, &scratch, &tokens);
    struct people_reader r = {inlines, &tokens, text, arena, out};
    size_t from = 0, depth = 0, count = tokens.len;
    if (people_is_nobody(span_slice(text, inlines->v[0].span)))
        count = 0;
    for (size_t at = 0; count > 0 && at <= count; at++) {
        depth += token_is_mark(people_token(&r, at), '(');
        depth -= depth > 0 && token_is_mark(people_token(&r, at), ')');
        if (at < count && (depth > 0 || !is_separator(&r, at)))
            continue;
        if (is_role_of(&r, from, at, count)) {
            read_name_comma_role(&r, from, at, count);
            break;
        }
        if (at > from)
            read_part(&r, from, at);
        /* A line end parts too, but what follows it is not eaten. */
        from = is_separator_mark(&r, at) ? at + 1 : at;
    }
    arena_release(&scratch);
}
