/* names.c: the table from names to the documents that define them and ask for them. */
#include "workspace/names.h"

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

#define uthash_fatal(message) memory_exhausted()
#define HASH_FUNCTION(key, len, hash)                                                              \
    ((hash) = (unsigned)hash_words((struct slice){(const char *)(key), (len)}))
#include <uthash.h>

struct name_bucket {
    struct name_entry *first[2]; /* by enum name_role */
    UT_hash_handle hh;
    unsigned key_len;
    char key[]; /* namespace letter and folded text */
};

struct names {
    struct name_bucket *buckets;
};

struct names *names_new(void)
{
    struct names *names = memory_alloc(sizeof *names);
    names->buckets = NULL;
    return names;
}

void names_free(struct names *names)
{
    if (!names)
        return;
    struct name_bucket *bucket, *next;
    HASH_ITER(hh, names->buckets, bucket, next)
    {
        for (int role = 0; role < 2; role++) {
            for (struct name_entry *entry = bucket->first[role]; entry;) {
                struct name_entry *after = entry->next;
                free(entry);
                entry = after;
            }
        }
        HASH_DEL(names->buckets, bucket);
        free(bucket);
    }
    free(names);
}

/* Names longer than this are no names anybody would repeat; their tails are not told apart. */
#define NAME_MAX_BYTES 1024

static unsigned make_key(char key[NAME_MAX_BYTES + 1], enum name_space space, struct slice text)
{
    size_t len = text.len < NAME_MAX_BYTES ? text.len : NAME_MAX_BYTES;
    key[0] = (char)space;
    if (len)
        memcpy(key + 1, text.ptr, len);
    return (unsigned)len + 1;
}

static struct name_bucket *find_bucket(const struct names *names, enum name_space space,
                                       struct slice text)
{
    char key[NAME_MAX_BYTES + 1];
    unsigned len = make_key(key, space, text);
    struct name_bucket *bucket = NULL;
    HASH_FIND(hh, names->buckets, key, len, bucket);
    return bucket;
}

struct name_entry *names_add(struct names *names, struct name_entry **chain, enum name_role role,
                             enum name_space space, struct slice text,
                             const struct document *document, uint32_t index)
{
    if (text.len == 0)
        return NULL;
    char key[NAME_MAX_BYTES + 1];
    unsigned len = make_key(key, space, text);
    struct name_bucket *bucket = NULL;
    HASH_FIND(hh, names->buckets, key, len, bucket);
    if (!bucket) {
        bucket = memory_alloc(sizeof *bucket + len);
        memset(bucket, 0, sizeof *bucket);
        bucket->key_len = len;
        memcpy(bucket->key, key, len);
        HASH_ADD_KEYPTR(hh, names->buckets, bucket->key, len, bucket);
    }
    /* A document's entries come in one go, so an earlier ask of its own stands first. */
    if (role == NAME_ASKS && bucket->first[role] && bucket->first[role]->document == document)
        return NULL;
    struct name_entry *entry = memory_alloc(sizeof *entry);
    *entry = (struct name_entry){.document = document,
                                 .index = index,
                                 .next = bucket->first[role],
                                 .bucket = bucket,
                                 .link = &bucket->first[role],
                                 .next_of_document = *chain,
                                 .role = role};
    if (entry->next)
        entry->next->link = &entry->next;
    bucket->first[role] = entry;
    *chain = entry;
    return entry;
}

static void unlink_entry(struct name_entry *entry)
{
    *entry->link = entry->next;
    if (entry->next)
        entry->next->link = entry->link;
}

void names_remove(struct names *names, struct name_entry **chain)
{
    for (struct name_entry *entry = *chain; entry;) {
        struct name_entry *after = entry->next_of_document;
        struct name_bucket *bucket = entry->bucket;
        unlink_entry(entry);
        free(entry);
        if (!bucket->first[NAME_DEFINES] && !bucket->first[NAME_ASKS]) {
            HASH_DEL(names->buckets, bucket);
            free(bucket);
        }
        entry = after;
    }
    *chain = NULL;
}

void names_give(struct name_entry *chain, const struct document *document)
{
    for (struct name_entry *entry = chain; entry; entry = entry->next_of_document)
        entry->document = document;
}

const struct name_entry *names_find(const struct names *names, enum name_role role,
                                    enum name_space space, struct slice text)
{
    const struct name_bucket *bucket = find_bucket(names, space, text);
    return bucket ? bucket->first[role] : NULL;
}

static bool are_more_than(const struct name_entry *entry, size_t most)
{
    size_t count = 0;
    for (; entry && count <= most; entry = entry->next)
        count++;
    return count > most;
}

bool names_are_many(const struct names *names, enum name_space space, struct slice text)
{
    return are_more_than(names_find(names, NAME_DEFINES, space, text), NAMES_MANY_PEOPLE);
}

static bool is_of_people(const struct name_bucket *bucket)
{
    return bucket->key[0] == NAME_PERSON || bucket->key[0] == NAME_LIKE;
}

void names_visit_askers(const struct name_entry *chain, struct name_filter filter,
                        void (*visit)(void *context, const struct document *asker), void *context)
{
    for (const struct name_entry *entry = chain; entry; entry = entry->next_of_document) {
        if (entry->role != NAME_DEFINES)
            continue;
        if (filter.no_elsewhere && entry->bucket->key[0] == NAME_ELSEWHERE)
            continue;
        /* One more than many: whoever made it so, or no longer so, changed what the others say. */
        if (is_of_people(entry->bucket) &&
            (filter.no_people ||
             are_more_than(entry->bucket->first[NAME_ASKS], NAMES_MANY_PEOPLE + 1)))
            continue;
        for (const struct name_entry *asker = entry->bucket->first[NAME_ASKS]; asker;
             asker = asker->next)
            visit(context, asker->document);
    }
}
