/* placeholders.c: what stands where a value is still to come. */
#include "model/tokens.h"
#include "model/values.h"

#include <string.h>

/* A word that says so by itself. */
static bool is_pending_word(struct slice text, const struct token *token)
{
    static const char *const words[] = {"TBD", "TBA", "TBC", NULL};
    struct slice word = token_text(text, token);
    for (const char *const *w = words; token->kind == TOKEN_WORD && *w; w++)
        if (slice_is(word, *w))
            return true;
    /* In lower case only as an abbreviation nobody would read as a word. */
    return token->kind == TOKEN_WORD && slice_is_nocase(word, "tbd");
}

/* "to be defined", "zu klären", "à définir": phrases that are the whole value. */
static bool is_pending_phrase(struct slice s)
{
    static const char *const phrases[] = {"to be defined",
                                          "to be determined",
                                          "to be decided",
                                          "to be confirmed",
                                          "to be announced",
                                          "to be assigned",
                                          "to be filled",
                                          "to be filled in",
                                          "fill in",
                                          "fill me in",
                                          "not yet known",
                                          "not yet defined",
                                          "not yet decided",
                                          "noch offen",
                                          "wird noch festgelegt",
                                          "zu klären",
                                          "zu definieren",
                                          "à définir",
                                          "à déterminer",
                                          "à confirmer",
                                          "por definir",
                                          "por determinar",
                                          "a definir",
                                          "da definire",
                                          "do ustalenia",
                                          "do uzupełnienia",
                                          "будет определено",
                                          "уточняется",
                                          "belirlenecek",
                                          "chưa xác định",
                                          "待定",
                                          "未定",
                                          "待确认",
                                          "要検討",
                                          "미정"};
    while (s.len > 0 && strchr(".…!", s.ptr[s.len - 1]) && s.ptr[s.len - 1] != '\0')
        s.len--;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (slice_is_nocase(s, phrases[i]))
            return true;
    return false;
}

/* Does a part of a value end before, or begin with, the token: at ends, separators and brackets? */
static bool is_edge(const struct token *token)
{
    if (token->kind == TOKEN_END || token->line || token->kind == TOKEN_DASH)
        return true;
    return token->kind == TOKEN_MARK &&
           (token->mark >= 0x80 || strchr(",;:|/()[].?!~+&", (int)token->mark));
}

static size_t words_of(const struct tokens *tokens)
{
    size_t words = 0;
    for (size_t i = 0; i < tokens->len; i++)
        words += tokens->items[i].kind == TOKEN_WORD;
    return words;
}

/* TBD as a part of its own ("$40K infra; TBD legal", "Owner TBD"), not in a sentence about TBDs. */
static bool stands_for_value(const struct tokens *tokens, size_t at, size_t words)
{
    bool first = at == 0 || is_edge(token_at(tokens, at - 1)) || token_at(tokens, at)->line;
    bool last = is_edge(token_at(tokens, at + 1));
    return (first && last) || ((first || last) && words <= 4);
}

/* "TODO" is the whole value, or what a "TODO:" announces. As a word of a sentence it is none. */
static bool is_todo(const struct tokens *tokens, struct slice text, size_t at)
{
    if (!slice_is(token_text(text, token_at(tokens, at)), "TODO") || at > 1)
        return false;
    bool bracketed = at == 1 && token_is_mark(token_at(tokens, 0), '[') &&
                     token_is_mark(token_at(tokens, 2), ']');
    const struct token *next = token_at(tokens, at + 1);
    return bracketed || (at == 0 && (next->kind == TOKEN_END || token_is_mark(next, ':')));
}

/* Sentences about placeholders: "No [NEEDS CLARIFICATION] markers remain". */
static bool is_about(const struct tokens *tokens, struct slice text, size_t at)
{
    static const char *const before[] = {"no",   "any",     "all",     "every",  "each", "without",
                                         "zero", "replace", "resolve", "remove", "with", NULL};
    static const char *const behind[] = {"markers",     "marker", "items",   "placeholders", "tags",
                                         "placeholder", "remain", "remains", "sections",     NULL};
    return (at > 0 && token_is_one_of(text, token_at(tokens, at - 1), before)) ||
           token_is_one_of(text, token_at(tokens, at + 1), behind);
}

void placeholders_read(const struct inlines *inlines, struct slice text, struct arena *arena,
                       struct spans *out)
{
    struct arena scratch;
    struct tokens tokens;
    if (inlines->len == 0)
        return;
    arena_init(&scratch);
    tokens_read(inlines, text, true, &scratch, &tokens);
    struct slice whole = slice_trim(span_slice(text, inlines->v[0].span));
    size_t words = words_of(&tokens);
    if (whole.len <= 40 && is_pending_phrase(whole)) {
        *VEC_PUSH(arena, out) = span_of(text, whole);
    } else {
        for (size_t at = 0; at < tokens.len; at++) {
            const struct token *token = &tokens.items[at];
            bool shape = token->kind == TOKEN_NODE &&
                         inlines->v[token->node].kind == INLINE_PLACEHOLDER &&
                         !is_about(&tokens, text, at);
            bool word = is_pending_word(text, token) && stands_for_value(&tokens, at, words) &&
                        !is_about(&tokens, text, at);
            if (shape || word || (token->kind == TOKEN_WORD && is_todo(&tokens, text, at)))
                *VEC_PUSH(arena, out) = token->span;
        }
    }
    arena_release(&scratch);
}
