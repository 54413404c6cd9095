/* letters.c: which letters a text holds. */
#include "text/letters.h"

/* Both cases of a letter have the same last five bits and are in the upper half of ASCII. */
uint64_t letters_of(struct slice s)
{
    uint64_t letters = 0;
    unsigned all = 0;
    for (size_t i = 0; i < s.len; i++) {
        unsigned byte = (unsigned char)s.ptr[i];
        letters |= UINT64_C(1) << ((byte & 31) | (byte & 64) >> 1);
        all |= byte;
    }
    return all & 128 ? letters | LETTERS_BEYOND_ASCII : letters;
}
