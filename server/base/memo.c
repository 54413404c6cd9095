/* memo.c: a hash table from texts to what was made of them, with what is no longer asked for swept out. */
#include "base/memo.h"

#include "base/arena.h"
#include "base/hash.h"

#include <stdlib.h>

struct memo_entry {
    struct memo_entry *next; /* of the same bucket */
    uint64_t hash;
    size_t size, with_len, text_len;
    uint32_t turn; /* the last one in which it was asked for */
    enum memo_kind kind;
    max_align_t value[]; /* `size` bytes; behind them the key's `with` and its text */
};

struct memo {
    struct memo_entry **buckets;
    size_t bucket_count; /* a power of two */
    size_t count;
    size_t asked; /* entries asked for since the last turn */
    uint32_t turn;
};

#define FIRST_BUCKETS 1024
#define FEW_ENTRIES   256

static struct memo_entry **buckets_new(size_t count)
{
    struct memo_entry **buckets = memory_alloc(count * sizeof(struct memo_entry *));
    memset(buckets, 0, count * sizeof(struct memo_entry *));
    return buckets;
}

struct memo *memo_new(void)
{
    struct memo *memo = memory_alloc(sizeof *memo);
    *memo = (struct memo){.buckets = buckets_new(FIRST_BUCKETS), .bucket_count = FIRST_BUCKETS};
    return memo;
}

/* Frees those who were last asked for before `turn`. */
static void sweep(struct memo *memo, uint32_t turn)
{
    for (size_t b = 0; b < memo->bucket_count; b++) {
        for (struct memo_entry **link = &memo->buckets[b], *entry; (entry = *link);) {
            if (entry->turn >= turn) {
                link = &entry->next;
                continue;
            }
            *link = entry->next;
            free(entry);
            memo->count--;
        }
    }
}

void memo_free(struct memo *memo)
{
    if (!memo)
        return;
    sweep(memo, UINT32_MAX);
    free(memo->buckets);
    free(memo);
}

void memo_turn(struct memo *memo)
{
    if (memo->count > memo->asked * 2 + FEW_ENTRIES)
        sweep(memo, memo->turn);
    memo->turn++;
    memo->asked = 0;
}

static uint64_t hash_of(const struct memo_key *key)
{
    uint64_t other = hash_words(key->with) + (uint64_t)key->kind;
    return hash_words(key->text) + other * UINT64_C(0x9E3779B97F4A7C15);
}

static bool is_for(const struct memo_entry *entry, const struct memo_key *key)
{
    const char *with = (const char *)entry->value + entry->size;
    return entry->kind == key->kind &&
           slice_equal((struct slice){with, entry->with_len}, key->with) &&
           slice_equal((struct slice){with + entry->with_len, entry->text_len}, key->text);
}

static void ask(struct memo *memo, struct memo_entry *entry)
{
    memo->asked += entry->turn != memo->turn;
    entry->turn = memo->turn;
}

const void *memo_find(struct memo *memo, const struct memo_key *key, size_t *size)
{
    if (!memo)
        return NULL;
    uint64_t hash = hash_of(key);
    struct memo_entry *entry = memo->buckets[hash & (memo->bucket_count - 1)];
    while (entry && (entry->hash != hash || !is_for(entry, key)))
        entry = entry->next;
    if (!entry)
        return NULL;
    ask(memo, entry);
    *size = entry->size;
    return entry->value;
}

static void grow(struct memo *memo)
{
    size_t count = memo->bucket_count * 2;
    struct memo_entry **buckets = buckets_new(count);
    for (size_t b = 0; b < memo->bucket_count; b++) {
        for (struct memo_entry *entry = memo->buckets[b], *next; entry; entry = next) {
            next = entry->next;
            entry->next = buckets[entry->hash & (count - 1)];
            buckets[entry->hash & (count - 1)] = entry;
        }
    }
    free(memo->buckets);
    memo->buckets = buckets;
    memo->bucket_count = count;
}

static char *append(char *to, const void *bytes, size_t len)
{
    if (len)
        memcpy(to, bytes, len);
    return to + len;
}

void memo_keep(struct memo *memo, const struct memo_key *key, const void *value, size_t size)
{
    if (!memo)
        return;
    struct memo_entry *entry = memory_alloc(sizeof *entry + size + key->with.len + key->text.len);
    *entry = (struct memo_entry){.hash = hash_of(key),
                                 .size = size,
                                 .with_len = key->with.len,
                                 .text_len = key->text.len,
                                 .turn = memo->turn,
                                 .kind = key->kind};
    char *end = append((char *)entry->value, value, size);
    end = append(end, key->with.ptr, key->with.len);
    append(end, key->text.ptr, key->text.len);
    if (memo->count == memo->bucket_count)
        grow(memo);
    struct memo_entry **bucket = &memo->buckets[entry->hash & (memo->bucket_count - 1)];
    entry->next = *bucket;
    *bucket = entry;
    memo->count++;
    memo->asked++;
}

bool memo_judge(struct memo *memo, struct slice text, bool (*judge)(struct slice text))
{
    const struct memo_key key = {MEMO_JUDGEMENT, {(const char *)&judge, sizeof judge}, text};
    size_t size;
    const bool *known = memo_find(memo, &key, &size);
    if (known)
        return *known;
    bool judgement = judge(text);
    memo_keep(memo, &key, &judgement, sizeof judgement);
    return judgement;
}
