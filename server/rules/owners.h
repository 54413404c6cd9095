/* owners.h: what the rules about owners share: who is named in a document, and what their roles say. */
#ifndef PLANLS_RULES_OWNERS_H
#define PLANLS_RULES_OWNERS_H

#include "rules/rule.h"

/* Somebody named in the document: as an item's owner, or (item NO_INDEX) declared. */
struct mention {
    const struct person *person;
    uint32_t item;
};
struct mentions {
    VEC_MEMBERS(struct mention);
};

/* All people (no roles, no teams) that the document names, by key; declared first, then in order. */
struct mentions mentions_of(const struct model *model, struct arena *arena);
/* Index behind the last mention of the person that stands at `from`. */
size_t mentions_end(const struct mentions *mentions, size_t from);

/* Does a bracket behind a name say a job ("Backend Lead"), rather than a part in this one item
 * ("lead", "support", "primary") or anything else? */
bool role_is_job(struct slice role);
/* One job in other words: the same ones in another order, abbreviated, or some left out ("Eng", "Sales
 * Engineer"). */
bool roles_agree(struct slice a, struct slice b, struct arena *arena);

/* A program or a service: "Claude", "GPT-5 (Agent)", "CI bot", "Automated tools". */
bool owner_is_machine(struct slice name);
/* Is it written as people's names are: "@kim", "Noor", "Jörg", no single letter, no machine? */
bool owner_is_named(const struct check *check, const struct person *person);

/* No finding names or changes more places than this. */
#define OWNERS_MAX_PLACES 64

/* How many different owners an item has, of at most OWNERS_MAX_PLACES. */
uint32_t owners_count(const struct item *item);

#endif
