/* owners.c: what the rules about owners share. */
#include "rules/owners.h"

#include "text/fold.h"

#include <stdlib.h>

static void add_mentions(const struct people *people, uint32_t item, struct arena *arena,
                         struct mentions *out)
{
    size_t most = item == NO_INDEX ? people->len : OWNERS_MAX_PLACES;
    for (size_t i = 0; i < people->len && i < most; i++)
        if (!people->items[i].role_only)
            *VEC_PUSH(arena, out) = (struct mention){&people->items[i], item};
}

static int compare_mentions(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;
    int order = slice_compare(x->person->key, y->person->key);
    if (order)
        return order;
    if (x->item != y->item) /* NO_INDEX + 1 is 0 */
        return x->item + 1 < y->item + 1 ? -1 : 1;
    return x->person->where.start < y->person->where.start
               ? -1
               : x->person->where.start > y->person->where.start;
}

struct mentions mentions_of(const struct model *model, struct arena *arena)
{
    struct mentions mentions = {0};
    add_mentions(&model->people, NO_INDEX, arena, &mentions);
    for (uint32_t i = 0; i < model->items.len; i++)
        add_mentions(&model->items.items[i].owners, i, arena, &mentions);
    if (mentions.len)
        qsort(mentions.items, mentions.len, sizeof *mentions.items, compare_mentions);
    return mentions;
}

size_t mentions_end(const struct mentions *mentions, size_t from)
{
    size_t end = from + 1;
    while (end < mentions->len &&
           slice_equal(mentions->items[end].person->key, mentions->items[from].person->key))
        end++;
    return end;
}

/* ---- roles ----------------------------------------------------------------------------------- */

/* Words for what somebody does in one item and not in the next. */
static bool is_part_word(struct slice word)
{
    static const char *const words[] = {"lead",    "leads",   "leader",   "owner",
                                        "support", "sponsor", "reviewer", "head",
                                        "senior",  "junior",  "staff",    "principal"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(word, words[i]))
            return true;
    return false;
}

bool role_is_job(struct slice role)
{
    struct slice_split split = {role, false};
    struct slice word;
    while (slice_split_next(&split, ' ', &word))
        if (is_role_word(word) && !is_part_word(word))
            return true;
    return false;
}

/* "eng" of "engineer": abbreviations are beginnings. */
static bool words_agree(struct slice a, struct slice b)
{
    struct slice shorter = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;
    return slice_equal(a, b) || (shorter.len >= 3 && slice_starts(longer, shorter));
}

static bool has_word(struct slice role, struct slice wanted)
{
    struct slice_split split = {role, false};
    struct slice word;
    while (slice_split_next(&split, ' ', &word))
        if (words_agree(word, wanted))
            return true;
    return false;
}

static bool covers(struct slice role, struct slice other)
{
    struct slice_split split = {other, false};
    struct slice word;
    while (slice_split_next(&split, ' ', &word))
        if (word.len && !slice_is(word, "and") && !has_word(role, word))
            return false;
    return true;
}

/* Folded, and what parts words as a space. */
static struct slice role_words(struct slice role, struct arena *arena)
{
    struct slice folded = fold_title(arena, role);
    char *text = arena_cstring(arena, folded);
    for (size_t i = 0; i < folded.len; i++)
        if (strchr("/,-.+&", text[i]))
            text[i] = ' ';
    return slice_trim((struct slice){text, folded.len});
}

bool roles_agree(struct slice a, struct slice b, struct arena *arena)
{
    struct slice x = role_words(a, arena), y = role_words(b, arena);
    return covers(x, y) || covers(y, x);
}

/* ---- names ----------------------------------------------------------------------------------- */

bool owner_is_machine(struct slice name)
{
    static const char *const words[] = {"ai",        "agent",      "agents", "assistant", "auto",
                                        "automated", "automation", "bot",    "chatgpt",   "claude",
                                        "codex",     "copilot",    "cursor", "gemini",    "gpt",
                                        "grok",      "llm",        "script", "system",    "tool",
                                        "tools",     "ci",         "cron",   "pipeline"};
    for (size_t at = 0; at < name.len;) {
        size_t from = at;
        while (at < name.len &&
               (ascii_is_alnum(name.ptr[at]) || (unsigned char)name.ptr[at] >= 128))
            at++;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (slice_is_nocase(slice_sub(name, from, at), words[i]))
                return true;
        at += at == from || at < name.len;
    }
    return false;
}

bool owner_is_named(const struct check *check, const struct person *person)
{
    struct slice name = person->name;
    if (person->role_only || name.len < 2 || owner_is_machine(name))
        return false;
    bool mention = person->name_span.start < check->text.len &&
                   check->text.ptr[person->name_span.start] == '@';
    return mention || ascii_is_upper(name.ptr[0]) || (unsigned char)name.ptr[0] >= 128;
}

uint32_t owners_count(const struct item *item)
{
    uint32_t count = 0;
    for (size_t i = 0; i < item->owners.len && i < OWNERS_MAX_PLACES; i++) {
        bool first = true;
        for (size_t k = 0; k < i && first; k++)
            first = !slice_equal(item->owners.items[k].key, item->owners.items[i].key);
        count += first;
    }
    return count;
}
