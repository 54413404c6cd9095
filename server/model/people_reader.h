/* people_reader.h: what people.c and people_parts.c share. Internal to model/. */
#ifndef PLANLS_MODEL_PEOPLE_READER_H
#define PLANLS_MODEL_PEOPLE_READER_H

#include "model/tokens.h"
#include "model/values.h"

struct people_reader {
    const struct inlines *inlines;
    const struct tokens *tokens;
    struct slice text;
    struct arena *arena;
    struct people *out;
};

static inline const struct token *people_token(const struct people_reader *r, size_t at)
{
    return token_at(r->tokens, at);
}

static inline bool people_is_word(const struct people_reader *r, size_t at,
                                  const char *const *words)
{
    return token_is_one_of(r->text, people_token(r, at), words);
}

static inline bool people_is_mention(const struct people_reader *r, size_t at)
{
    return people_token(r, at)->kind == TOKEN_NODE &&
           r->inlines->v[people_token(r, at)->node].kind == INLINE_MENTION;
}

/* The text and place of tokens; a mention's text is its name without "@". */
struct slice people_plain(const struct people_reader *r, size_t from, size_t end);
struct span people_span(const struct people_reader *r, size_t from, size_t end);
/* Narrows to what stands between punctuation. */
void people_trim(const struct people_reader *r, size_t *from, size_t *end);
size_t people_words(const struct people_reader *r, size_t from, size_t end); /* how many */

/* "50%", "0.5 FTE": a share; gives how many tokens it takes, 0 where it is none. */
size_t people_read_share(const struct people_reader *r, size_t at, size_t end, double *share);
/* What stands in the brackets behind a name: a role, a share, or both. */
void people_read_brackets(const struct people_reader *r, size_t from, size_t end,
                          struct person *person);
/* Words that say that nobody is named yet, or everybody. */
bool people_is_nobody(struct slice name);
/* Could the words be a name or a role, rather than a sentence? */
bool people_is_name_like(const struct people_reader *r, size_t from, size_t end);

#endif
