/* mojibake_bytes.h: what single bytes and code points say when UTF-8 was read as Windows-125x.
 * Internal to mojibake. */
#ifndef PLANLS_TEXT_MOJIBAKE_BYTES_H
#define PLANLS_TEXT_MOJIBAKE_BYTES_H

#include <stdbool.h>
#include <stdint.h>

/* The byte (0x80 to 0xFF) that a character stands for in Windows-1252, Windows-1254 or Latin-1, or
 * 0. No character stands for two bytes. */
unsigned char mojibake_byte(uint32_t codepoint);
/* A character that only Windows-1254 has. */
bool mojibake_is_turkish(uint32_t codepoint);

/* What a restored character is, and so how much it takes to believe in it. */
enum mojibake_family {
    FAMILY_NONE,   /* nobody writes it */
    FAMILY_LATIN,  /* letters and signs of European languages and of Vietnamese */
    FAMILY_SYMBOL, /* punctuation, symbols, emoji, mathematics, Greek */
    FAMILY_FOREIGN /* this and greater: letters of one script, believed only beside their like */
};
int mojibake_family(uint32_t codepoint);
/* The script of the characters whose UTF-8 begins with a byte, or FAMILY_NONE where they are of
 * several or of none that is FAMILY_FOREIGN. */
int mojibake_lead_family(unsigned char lead);

/* Punctuation that may follow a quoted or listed letter directly. */
bool mojibake_is_closing(uint32_t codepoint);
/* Any sign that may follow a word directly: closing, or a footnote, degree, trademark … */
bool mojibake_is_ordinary(uint32_t codepoint);
/* Of the closing ones those that may also have a letter behind them: dashes, apostrophes … */
bool mojibake_is_joining(uint32_t codepoint);

#endif
