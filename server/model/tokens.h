/* tokens.h: the readable part of a value as words, digits and punctuation. Internal to model/.
 *
 * The readers of time, money, people and dependencies work on these, not on the shapes alone: what a
 * shape means often hangs on words before and behind it. The shapes (syntax/inline.h) say what to
 * leave out: marks of emphasis, code, link targets, HTML, paths and placeholders.
 */
#ifndef PLANLS_MODEL_TOKENS_H
#define PLANLS_MODEL_TOKENS_H

#include "base/vec.h"
#include "syntax/inline.h"

enum token_kind {
    TOKEN_END,    /* behind the last; `spaced` is set */
    TOKEN_WORD,   /* letters of any script, with apostrophes inside */
    TOKEN_DIGITS, /* a run of ASCII digits; `number` is its value, at most UINT32_MAX */
    TOKEN_DASH,   /* a hyphen or dash; `mark` says which */
    TOKEN_MARK,   /* any other character; `mark` is its code point, full-width ones made narrow */
    TOKEN_NODE    /* a shape that is no text: code, path, placeholder, link …; `node` */
};

struct token {
    uint8_t kind;
    bool spaced; /* white space before it, or it is the first */
    bool line;   /* a line end before it */
    uint32_t mark;
    uint32_t number;
    uint32_t node;
    struct span span;
};

/* What stands behind this many tokens is not read: no value is that long. */
#define TOKENS_MOST ((size_t)1 << 18)

struct tokens {
    VEC_MEMBERS(struct token); /* len does not count the TOKEN_END that stands behind the last */
};

/* Links give their text where `open_links`, else one TOKEN_NODE; the arena may be short-lived. */
void tokens_read(const struct inlines *inlines, struct slice text, bool open_links,
                 struct arena *arena, struct tokens *out);

/* The token at an index, TOKEN_END where it is past the end. */
static inline const struct token *token_at(const struct tokens *tokens, size_t index)
{
    return &tokens->items[index < tokens->len ? index : tokens->len];
}

static inline bool token_is_mark(const struct token *token, uint32_t mark)
{
    return token->kind == TOKEN_MARK && token->mark == mark;
}

/* Does the token follow the one before it without a space? */
static inline bool token_joins(const struct token *token)
{
    return token->kind != TOKEN_END && !token->spaced;
}

static inline struct slice token_text(struct slice text, const struct token *token)
{
    return span_slice(text, token->span);
}

/* The text of the tokens from … end as a reader sees it: marks left out, code without its backticks,
 * one space where there were some. */
struct slice tokens_plain(const struct tokens *tokens, const struct inlines *inlines,
                          struct slice text, size_t from, size_t end, struct arena *arena);

/* Is the token a word, equal without regard to ASCII case? */
bool token_is_word(struct slice text, const struct token *token, const char *word);
/* Is the token one of the words of a NULL-terminated list? */
bool token_is_one_of(struct slice text, const struct token *token, const char *const *words);

#endif
