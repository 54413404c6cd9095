/* mojibake_piece.h: one damaged character. Internal to mojibake. */
#ifndef PLANLS_TEXT_MOJIBAKE_PIECE_H
#define PLANLS_TEXT_MOJIBAKE_PIECE_H

#include "text/span.h"

#include <stdbool.h>
#include <stdint.h>

enum mojibake_trust {
    TRUST_NONE,      /* honest text, or nothing that can be told from it */
    TRUST_NEIGHBOUR, /* believed beside another piece of its family */
    TRUST_EVIDENCE,  /* believed in a text that is damaged elsewhere too */
    TRUST_SURE
};

struct mojibake_piece {
    struct span span;
    unsigned char bytes[4]; /* of the UTF-8 sequence, in order; 0 where U+FFFD stands for one */
    unsigned char count;    /* of bytes */
    unsigned char length;   /* that the sequence had */
    bool whole;             /* known for certain; then codepoint is set */
    bool turkish;           /* has a character that only Windows-1254 has */
    enum mojibake_trust trust;
    int family; /* of a lossy piece only where it is foreign */
    uint32_t codepoint;
};

/* Reads the piece whose first character stands at `at`; false where none starts there. `joined`:
 * the piece before it ends at `at`, so that what stands before is no honest text. */
bool mojibake_read_piece(struct slice text, size_t at, bool joined, struct mojibake_piece *piece);

/* How many bytes behind the first the lost sequence had and the piece does not. */
unsigned mojibake_lost(const struct mojibake_piece *piece);

#endif
