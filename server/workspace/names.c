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

static struct name_bucket *get_bucket(struct names *names, enum name_space space, struct slice text)
{
    char key[NAME_MAX_BYTES + 1];
    unsigned len = make_key(key, space, text);
    struct name_bucket *bucket = NULL;
    HASH_FIND(hh, names->buckets, key, len, bucket);
    if (bucket)
        return bucket;
    bucket = memory_alloc(sizeof *bucket + len);
    memset(bucket, 0, sizeof *bucket);
    bucket->key_len = len;
    memcpy(bucket->key, key, len);
    HASH_ADD_KEYPTR(hh, names->buckets, bucket->key, len, bucket);
    return bucket;
}

/* Entries stay where they are, as lists lead through them: a full chunk gets a successor an eighth as long
 * again, so that little is left over. */
#define CHUNK_MIN 4

static struct name_entry *new_entry(struct name_chunk **chain)
{
    struct name_chunk *chunk = *chain;
    if (!chunk || chunk->len == chunk->cap) {
        uint32_t cap = CHUNK_MIN;
        for (const struct name_chunk *older = chunk; older; older = older->older)
            cap += older->len / 8;
        chunk = memory_alloc(sizeof *chunk + cap * sizeof *chunk->entries);
        *chunk = (struct name_chunk){.older = *chain, .cap = cap};
        *chain = chunk;
    }
    return &chunk->entries[chunk->len++];
}

struct name_entry *names_add(struct names *names, struct name_chunk **chain, enum name_role role,
                             enum name_space space, struct slice text,
                             const struct document *document, uint32_t index)
{
    if (text.len == 0)
        return NULL;
    struct name_bucket *bucket = get_bucket(names, space, text);
    /* A document's entries come in one go, so an earlier ask of its own stands first. */
    if (role == NAME_ASKS && bucket->first[role] && bucket->first[role]->document == document)
        return NULL;
    struct name_entry *entry = new_entry(chain);
    *entry = (struct name_entry){.document = document,
                                 .index = index,
                                 .role = role,
                                 .next = bucket->first[role],
                                 .bucket = bucket,
                                 .link = &bucket->first[role]};
    if (entry->next)
        entry->next->link = &entry->next;
    bucket->first[role] = entry;
    return entry;
}

void names_free_chain(struct name_chunk **chain)
{
    while (*chain) {
        struct name_chunk *older = (*chain)->older;
        free(*chain);
        *chain = older;
    }
}

static void remove_entry(struct names *names, struct name_entry *entry)
{
    struct name_bucket *bucket = entry->bucket;
    *entry->link = entry->next;
    if (entry->next)
        entry->next->link = entry->link;
    if (!bucket->first[NAME_DEFINES] && !bucket->first[NAME_ASKS]) {
        HASH_DEL(names->buckets, bucket);
        free(bucket);
    }
}

void names_remove(struct names *names, struct name_chunk **chain)
{
    for (struct name_chunk *chunk = *chain; chunk; chunk = chunk->older)
        for (uint32_t i = 0; i < chunk->len; i++)
            remove_entry(names, &chunk->entries[i]);
    names_free_chain(chain);
}

void names_give(struct name_chunk *chain, const struct document *document)
{
    for (; chain; chain = chain->older)
        for (uint32_t i = 0; i < chain->len; i++)
            chain->entries[i].document = document;
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

static void visit_askers_of(const struct name_entry *entry, struct name_filter filter,
                            void (*visit)(void *context, const struct document *asker),
                            void *context)
{
    if (entry->role != NAME_DEFINES)
        return;
    if (filter.no_elsewhere && entry->bucket->key[0] == NAME_ELSEWHERE)
        return;
    /* One more than many: whoever made it so, or no longer so, changed what the others say. */
    if (is_of_people(entry->bucket) &&
        (filter.no_people || are_more_than(entry->bucket->first[NAME_ASKS], NAMES_MANY_PEOPLE + 1)))
        return;
    for (const struct name_entry *asker = entry->bucket->first[NAME_ASKS]; asker;
         asker = asker->next)
        visit(context, asker->document);
}

void names_visit_askers(const struct name_chunk *chain, struct name_filter filter,
                        void (*visit)(void *context, const struct document *asker), void *context)
{
    for (; chain; chain = chain->older)
        for (uint32_t i = 0; i < chain->len; i++)
            visit_askers_of(&chain->entries[i], filter, visit, context);
}
