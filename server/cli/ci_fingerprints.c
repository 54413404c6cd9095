/* ci_fingerprints.c: names for findings that stay while other lines change. */
#include "cli/ci_places.h"

#include <stdio.h>
#include <stdlib.h>

/* Fowler, Noll and Vo's hash 1a, 64 bits (draft-eastlake-fnv). */
#define FNV_START 0xCBF29CE484222325u
#define FNV_PRIME 0x100000001B3u

static uint64_t hash_bytes(uint64_t hash, struct slice bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        hash = (hash ^ (unsigned char)bytes.ptr[i]) * FNV_PRIME;
    return (hash ^ 0xFF) * FNV_PRIME; /* ends the part: no byte of UTF-8 */
}

/* Each run of white space counts as one space. */
static uint64_t hash_line(uint64_t hash, struct slice line)
{
    struct slice_split split = {slice_trim(line), false};
    struct slice word;
    while (slice_split_next(&split, ' ', &word))
        if (slice_trim(word).len)
            hash = hash_bytes(hash, slice_trim(word));
    return hash_bytes(hash, SLICE(""));
}

/* What counts of a finding; findings alike have the same. */
static uint64_t hash_finding(struct projects *projects, const struct finding *finding)
{
    const struct planls_diagnostic *diagnostic = finding->diagnostic;
    const struct text *text = project_text(projects, finding->project, diagnostic->path);
    uint64_t hash = hash_bytes(FNV_START, slice_of(diagnostic->code));
    hash = hash_bytes(hash, slice_of(finding->path));
    if (!text)
        return hash_bytes(hash, slice_of(diagnostic->message));
    struct span line = text_line(text, text_line_of(text, diagnostic->range.start));
    return hash_line(hash, span_slice(text->bytes, line));
}

struct counted {
    uint64_t hash;
    size_t index;
};

static int compare(const void *a, const void *b)
{
    const struct counted *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

struct ci_fingerprint *ci_fingerprints(struct projects *projects, const struct finding *findings,
                                       size_t count, struct arena *arena)
{
    struct ci_fingerprint *prints = arena_array(arena, count + 1, sizeof *prints);
    struct counted *all = arena_array(arena, count + 1, sizeof *all);
    for (size_t i = 0; i < count; i++)
        all[i] = (struct counted){hash_finding(projects, &findings[i]), i};
    qsort(all, count, sizeof *all, compare);
    unsigned repeat = 0;
    for (size_t i = 0; i < count; i++) {
        char number[16];
        repeat = i > 0 && all[i].hash == all[i - 1].hash ? repeat + 1 : 0;
        snprintf(number, sizeof number, "%u", repeat);
        snprintf(prints[all[i].index].hex, sizeof prints->hex, "%016llx",
                 (unsigned long long)hash_bytes(all[i].hash, slice_of(number)));
    }
    return prints;
}
