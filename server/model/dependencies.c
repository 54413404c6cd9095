/* dependencies.c: what something waits for, from the value of a dependency field. */
#include "model/dependency_reader.h"

#include "model/lexicon.h"
#include "model/words.h"

#include <string.h>

const struct token *dependency_token(const struct dependency_reader *r, size_t at)
{
    return token_at(r->tokens, at);
}

static const struct token *token(const struct dependency_reader *r, size_t at)
{
    return dependency_token(r, at);
}

void dependency_push(struct dependency_reader *r, enum dependency_form form, struct span where,
                     struct slice target)
{
    if (target.len > 0)
        *VEC_PUSH(r->arena, r->out) = (struct dependency){where, form, target, false, false};
}

struct span dependency_span(const struct dependency_reader *r, size_t from, size_t end)
{
    return (struct span){token(r, from)->span.start, token(r, end - 1)->span.end};
}

static bool is_word(const struct dependency_reader *r, size_t at, const char *const *words)
{
    return token_is_one_of(r->text, token(r, at), words);
}

/* Words in front of what is named. */
static bool is_lead(const struct dependency_reader *r, size_t at)
{
    static const char *const words[] = {
        "depends",    "depend",     "depending", "on",       "upon",    "after",  "requires",
        "require",    "required",   "blocked",   "by",       "needs",   "need",   "until",
        "completion", "completing", "of",        "waits",    "wait",    "for",    "waiting",
        "when",       "once",       "the",       "can",      "start",   "starts", "begins",
        "begin",      "only",       "must",      "follow",   "follows", "both",   "plus",
        "and",        "also",       "see",       "abhängig", "von",     "nach",   "benötigt",
        "dépend",     "de",         "après",     "depende",  "después", "depois", "da",
        "dopo",       "dipende",    "zależy",    "od",       "po",      "от",     "после",
        "зависит",    NULL};
    const struct token *t = token(r, at);
    if (t->kind == TOKEN_MARK)
        return t->mark >= 0x80 || strchr("([\"'*:#~", (int)t->mark) != NULL;
    return t->kind == TOKEN_DASH || is_word(r, at, words);
}

/* "Research & Alignment" is one title, "US1 & US2" are two ids. */
static bool is_in_title(const struct dependency_reader *r, size_t at)
{
    const struct token *before = token(r, at > 0 ? at - 1 : at), *behind = token(r, at + 1);
    const struct token *next = token(r, at + 2);
    return before->kind == TOKEN_WORD && before->span.end - before->span.start > 1 &&
           behind->kind == TOKEN_WORD &&
           !(token_joins(next) && (next->kind == TOKEN_DIGITS || next->kind == TOKEN_DASH));
}

static bool is_separator(const struct dependency_reader *r, size_t at)
{
    static const char *const words[] = {"and", "und", "et", "y",  "e",      "и",  "plus",
                                        "or",  "ve",  "và", "和", "および", "및", NULL};
    const struct token *t = token(r, at);
    if (t->kind == TOKEN_WORD)
        return is_word(r, at, words);
    if (t->kind != TOKEN_MARK)
        return false;
    switch (t->mark) {
    case '&':
        return !is_in_title(r, at);
    case ',':
    case ';':
    case '|':
    case '+':
    case 0xB7:
    case 0x2022:
    case 0x2192:
    case 0x21D2:
        return true;
    case '.':
        return token(r, at + 1)->spaced;
    default:
        return false;
    }
}

/* Quantities of what is not named: "all previous phases", "Existing user system". */
static bool is_unnamed(const struct dependency_reader *r, size_t at)
{
    static const char *const words[] = {
        "all",      "any",        "every",      "each",        "previous", "prior",
        "earlier",  "preceding",  "other",      "others",      "some",     "existing",
        "external", "access",     "nothing",    "none",        "no",       "not",
        "this",     "that",       "these",      "it",          "we",       "same",
        "above",    "everything", "sufficient", "immediately", "alle",     "toutes",
        "todas",    "todos",      "tutte",      "wszystkie",   "все",      NULL};
    return is_word(r, at, words);
}

/* The kind of item that words name in front of a number, singular or plural: "User Story", "Phases".
 * Gives the token behind the words, 0 where they name none. */
static size_t read_kind(const struct dependency_reader *r, size_t at, enum item_kind *kind)
{
    for (size_t words = 3; words > 0; words--) {
        size_t end = at;
        while (end < at + words && token(r, end)->kind == TOKEN_WORD)
            end++;
        if (end != at + words)
            continue;
        struct slice phrase = span_slice(r->text, dependency_span(r, at, end));
        int row = lexicon_look_up(lexicon_kinds, phrase);
        if (row >= 0 && (row & KIND_ID))
            continue;
        if (row < 0)
            row = lexicon_look_up(lexicon_groups, phrase);
        if (row < 0)
            continue;
        *kind = (enum item_kind)(row & KIND_MASK);
        return end;
    }
    return 0;
}

/* "A" behind "Phase": a number that is a letter. */
static bool is_letter(const struct dependency_reader *r, size_t at)
{
    struct slice word = token_text(r->text, token(r, at));
    return token(r, at)->kind == TOKEN_WORD && word.len == 1 && ascii_is_upper(word.ptr[0]) &&
           !token_joins(token(r, at + 1));
}

/* "Phase 1", "Tasks 1.1-1.3", "Phase A". Gives the token behind, or 0. */
static size_t read_numbered(struct dependency_reader *r, size_t at, size_t end)
{
    enum item_kind kind = ITEM_OTHER;
    size_t number = read_kind(r, at, &kind);
    if (!number || number >= end)
        return 0;
    number += token_is_mark(token(r, number), '#');
    size_t before = r->out->len, stop = 0;
    if (token(r, number)->kind == TOKEN_DIGITS) {
        stop = dependency_read_numbers(r, number, end, item_kind_name(kind));
    } else if (is_letter(r, number)) {
        struct slice letter = token_text(r->text, token(r, number));
        dependency_push(
            r, DEPENDENCY_NUMBERED, dependency_span(r, at, number + 1),
            slice_of(arena_printf(r->arena, "%s %.*s", item_kind_name(kind), SLICE_ARG(letter))));
        stop = number + 1;
    }
    if (!stop)
        return 0;
    /* The first one is said by its word too. */
    if (r->out->len > before && r->out->items[before].where.start == token(r, number)->span.start)
        r->out->items[before].where.start = token(r, at)->span.start;
    r->list_kind = item_kind_name(kind);
    return stop;
}

/* "Foundational (Phase 2)": the item is the one in brackets. */
static bool read_bracketed(struct dependency_reader *r, size_t from, size_t end)
{
    for (size_t at = from; at + 2 < end; at++)
        if (token_is_mark(token(r, at), '(') && read_numbered(r, at + 1, end))
            return true;
    return false;
}

static size_t count_words(const struct dependency_reader *r, size_t from, size_t end)
{
    size_t words = 0;
    for (size_t at = from; at < end; at++)
        words += token(r, at)->kind == TOKEN_WORD;
    return words;
}

/* Words that may be a title: short, with a capital, in another script, or one name_with_underscores. */
static void read_title(struct dependency_reader *r, size_t from, size_t end)
{
    static const char *const tails[] = {"completion", "complete", "completed", "done", "finished",
                                        "merged",     "approved", "first",     NULL};
    size_t stop = from;
    while (stop < end && !token_is_mark(token(r, stop), '(') &&
           !token_is_mark(token(r, stop), ':') &&
           !(token(r, stop)->kind == TOKEN_DASH && token(r, stop)->spaced) &&
           token(r, stop)->kind != TOKEN_NODE)
        stop++;
    if (stop < end && token_is_mark(token(r, stop), ':'))
        return; /* a label */
    while (stop > from &&
           (is_word(r, stop - 1, tails) ||
            (token(r, stop - 1)->kind == TOKEN_MARK && !token_is_mark(token(r, stop - 1), ')'))))
        stop--;
    size_t words = count_words(r, from, stop);
    if (words == 0 || words > 8 || token(r, from)->kind != TOKEN_WORD)
        return;
    struct slice title = tokens_plain(r->tokens, r->inlines, r->text, from, stop, r->arena);
    bool capital = !(title.ptr[0] >= 'a' && title.ptr[0] <= 'z');
    bool joined =
        slice_find_byte(title, ' ') == SLICE_NONE &&
        (slice_find_byte(title, '_') != SLICE_NONE || slice_find_byte(title, '-') != SLICE_NONE);
    if (capital || joined)
        dependency_push(r, DEPENDENCY_TITLE, dependency_span(r, from, stop), title);
}

/* A link, a wiki link, or an id in code. True where the part begins with a shape. */
static bool read_node(struct dependency_reader *r, size_t at)
{
    const struct token *t = token(r, at);
    if (t->kind != TOKEN_NODE)
        return false;
    const struct inline_node *node = &r->inlines->v[t->node];
    struct slice text = span_slice(r->text, node->text);
    if (node->kind == INLINE_LINK || node->kind == INLINE_WIKI_LINK)
        dependency_push(r, DEPENDENCY_LINK, node->span,
                        arena_copy(r->arena, span_slice(r->text, node->target)));
    else if (node->kind == INLINE_CODE && dependency_is_id(text))
        dependency_push(r, DEPENDENCY_ID, node->text, arena_copy(r->arena, text));
    return true;
}

/* One part between separators. */
static void read_part(struct dependency_reader *r, size_t from, size_t end)
{
    const char *list_kind = r->list_kind;
    bool quoted = false;
    r->list_kind = NULL;
    while (from < end && is_lead(r, from)) {
        quoted = quoted || token_is_mark(token(r, from), '#');
        from++;
    }
    if (from >= end || is_unnamed(r, from) || read_node(r, from))
        return;
    if (read_numbered(r, from, end))
        return;
    /* "Phase 1, 2 & 3": the numbers behind belong to the word. */
    if (list_kind && token(r, from)->kind == TOKEN_DIGITS &&
        dependency_read_numbers(r, from, end, list_kind)) {
        r->list_kind = list_kind;
        return;
    }
    if (dependency_read_ids(r, from, end, quoted))
        return;
    if (token(r, from)->kind == TOKEN_WORD && !read_bracketed(r, from, end))
        read_title(r, from, end);
}

/* "None", "Nothing (first phase)", "None — can start at once". */
static bool says_none(const struct dependency_reader *r)
{
    size_t end = 0;
    while (end < r->tokens->len) {
        const struct token *t = token(r, end);
        bool cut = (t->kind == TOKEN_DASH && (t->spaced || t->mark != '-')) ||
                   (t->kind == TOKEN_MARK && t->mark < 0x80 && strchr("(,.;:", (int)t->mark));
        if (end > 0 && cut)
            break;
        end++;
    }
    if (end == 0)
        return true;
    struct slice head = span_slice(r->text, dependency_span(r, 0, end));
    return is_none_word(head) || slice_is(head, "[]") || slice_is(head, "[ ]");
}

void dependencies_read(const struct inlines *inlines, struct slice text, struct arena *arena,
                       struct dependencies *out)
{
    struct arena scratch;
    struct tokens tokens;
    if (inlines->len == 0)
        return;
    arena_init(&scratch);
    tokens_read(inlines, text, false, &scratch, &tokens);
    struct dependency_reader r = {inlines, &tokens, text, arena, out, NULL};
    size_t from = 0, depth = 0, count = says_none(&r) ? 0 : tokens.len;
    for (size_t at = 0; count > 0 && at <= count && out->len < DEPENDENCIES_MOST; at++) {
        /* A bracket around the whole value hides nothing. */
        depth += token_is_mark(token(&r, at), '(') && at > from;
        depth -= depth > 0 && token_is_mark(token(&r, at), ')');
        bool line = at > from && at < count && token(&r, at)->line;
        if (at < count && !line && (depth > 0 || !is_separator(&r, at)))
            continue;
        if (at > from)
            read_part(&r, from, at);
        depth = line ? 0 : depth;
        from = line && !is_separator(&r, at) ? at : at + 1;
    }
    arena_release(&scratch);
}
