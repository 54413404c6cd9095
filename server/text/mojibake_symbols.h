/* mojibake_symbols.h: what may have stood where bytes were lost. Internal to mojibake. */
#ifndef PLANLS_TEXT_MOJIBAKE_SYMBOLS_H
#define PLANLS_TEXT_MOJIBAKE_SYMBOLS_H

#include "text/mojibake.h"
#include "text/mojibake_piece.h"

/* Bytes that have no character in Windows-1252 (five) or in Windows-1254 (seven). */
enum mojibake_page { PAGE_1252, PAGE_1254 };

/* The code points whose UTF-8 gives the lossy piece when bytes of the page are lost, likeliest
 * first: by how common they are in plans and by the words about them. Gives how many there are. */
size_t mojibake_candidates(struct slice text, const struct mojibake_piece *piece,
                           enum mojibake_page page, uint32_t out[MOJIBAKE_MAX_CANDIDATES]);

#endif
