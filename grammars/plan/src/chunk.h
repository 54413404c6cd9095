/* chunk.h: which of a row of siblings begin a hidden chunk of it (see grammar.js).
 *
 * A hash of its own text decides, as in content-defined chunking: so an edit moves no chunk's borders but
 * those next to it, and a re-parse finds the same chunks as a cold parse.
 */
#ifndef PLAN_CHUNK_H
#define PLAN_CHUNK_H

#include "line.h"

/* One in so many begins a chunk. */
#define CHUNK_LENGTH 32u

/* So many characters are looked at where the token ends before them: enough to tell headings that
 * begin alike, and items where every character read twice is felt. */
#define CHUNK_HEADING 40u
#define CHUNK_ITEM    16u

static inline bool hash_begins_chunk(uint32_t hash)
{
    hash ^= hash >> 15;
    hash *= 0x2c1b3c6du;
    hash ^= hash >> 13;
    return hash % CHUNK_LENGTH == 0;
}

/* Behind a mark: looks at what follows it on its line. */
static inline bool line_begins_chunk(struct line *l, unsigned look)
{
    uint32_t hash = 0;
    for (unsigned i = 0; i < look && !at_line_end(l); i++) {
        hash = hash_text(hash, l->lexer->lookahead);
        l->lexer->advance(l->lexer, false);
    }
    return hash_begins_chunk(hash);
}

#endif
