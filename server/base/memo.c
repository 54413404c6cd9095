/* memo.c: a hash table from texts to what was made of them, with what is no longer asked for swept out. */
#include "base/memo.h"

#include "base/arena.h"
#include "base/hash.h"

#include <stdlib.h>

struct memo_entry {
    struct memo_entry *next; /* of the same bucket */
    uint64_t hash;
    size_t size, text_len;
    uint32_t turn; /* the last one in which it was asked for */
    enum memo_kind kind;
    int with;
    max_align_t value[]; /* `size` bytes, and the text behind them */
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

static uint64_t hash_of(enum memo_kind kind, int with, struct slice text)
{
    uint64_t other = (uint64_t)kind << 32 | (uint32_t)with;
    return hash_words(text) + other * UINT64_C(0x9E3779B97F4A7C15);
}

static bool is_for(const struct memo_entry *entry, enum memo_kind kind, int with, struct slice text)
{
    return entry->kind == kind && entry->with == with && entry->text_len == text.len &&
           (text.len == 0 ||
            memcmp((const char *)entry->value + entry->size, text.ptr, text.len) == 0);
}

static void ask(struct memo *memo, struct memo_entry *entry)
{
    memo->asked += entry->turn != memo->turn;
    entry->turn = memo->turn;
}

const void *memo_find(struct memo *memo, enum memo_kind kind, int with, struct slice text,
                      size_t *size)
{
    if (!memo)
        return NULL;
    uint64_t hash = hash_of(kind, with, text);
    struct memo_entry *entry = memo->buckets[hash & (memo->bucket_count - 1)];
    while (entry && (entry->hash != hash || !is_for(entry, kind, with, text)))
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

void memo_keep(struct memo *memo, enum memo_kind kind, int with, struct slice text,
               const void *value, size_t size)
{
    if (!memo)
        return;
    struct memo_entry *entry = memory_alloc(sizeof *entry + size + text.len);
    *entry = (struct memo_entry){.hash = hash_of(kind, with, text),
                                 .size = size,
                                 .text_len = text.len,
                                 .turn = memo->turn,
                                 .kind = kind,
                                 .with = with};
    if (size)
        memcpy(entry->value, value, size);
    if (text.len)
        memcpy((char *)entry->value + size, text.ptr, text.len);
    if (memo->count == memo->bucket_count)
        grow(memo);
    struct memo_entry **bucket = &memo->buckets[entry->hash & (memo->bucket_count - 1)];
    entry->next = *bucket;
    *bucket = entry;
    memo->count++;
    memo->asked++;
}

int memo_judge(struct memo *memo, enum memo_kind kind, struct slice text,
               int (*judge)(struct slice text))
{
    size_t size;
    const int *known = memo_find(memo, kind, 0, text, &size);
    if (known)
        return *known;
    int judgement = judge(text);
    memo_keep(memo, kind, 0, text, &judgement, sizeof judgement);
    return judgement;
}
