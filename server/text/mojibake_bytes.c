/* mojibake_bytes.c: what single bytes and code points say when UTF-8 was read as Windows-125x. */
#include "text/mojibake_bytes.h"

#include <stddef.h>

/* What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing. */
static const uint16_t specials[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

struct pair {
    uint16_t codepoint;
    unsigned char byte;
};

/* Where Windows-1254 differs from 1252. */
static const struct pair turkish[] = {{0x011E, 0xD0}, {0x011F, 0xF0}, {0x0130, 0xDD},
                                      {0x0131, 0xFD}, {0x015E, 0xDE}, {0x015F, 0xFE}};

static unsigned char turkish_byte(uint32_t codepoint)
{
    for (size_t i = 0; i < sizeof turkish / sizeof *turkish; i++)
        if (turkish[i].codepoint == codepoint)
            return turkish[i].byte;
    return 0;
}

unsigned char mojibake_byte(uint32_t codepoint)
{
    if (codepoint < 0x80)
        return 0;
    if (codepoint <= 0xFF) /* Latin-1, and the controls that decoders put for bytes without one */
        return (unsigned char)codepoint;
    for (unsigned char i = 0; i < 32; i++)
        if (specials[i] == codepoint)
            return (unsigned char)(0x80 + i);
    return turkish_byte(codepoint);
}

bool mojibake_is_turkish(uint32_t codepoint)
{
    return turkish_byte(codepoint) != 0;
}

struct range {
    uint32_t first, last;
    int family;
};

enum foreign { CYRILLIC = FAMILY_FOREIGN, HEBREW, ARABIC, DEVANAGARI, THAI, CJK, HANGUL };

/* Sorted. What is missing here is not believed. */
static const struct range ranges[] = {
    {0x00A0, 0x017F, FAMILY_LATIN},
    {0x0192, 0x0192, FAMILY_SYMBOL},
    {0x01A0, 0x01A1, FAMILY_LATIN},
    {0x01AF, 0x01B0, FAMILY_LATIN},
    {0x0218, 0x021B, FAMILY_LATIN},
    {0x02C6, 0x02C7, FAMILY_SYMBOL},
    {0x02D8, 0x02DD, FAMILY_SYMBOL},
    {0x0391, 0x03A9, FAMILY_SYMBOL},
    {0x03AC, 0x03CE, FAMILY_SYMBOL},
    {0x0400, 0x045F, CYRILLIC},
    {0x0490, 0x0493, CYRILLIC},
    {0x05D0, 0x05EA, HEBREW},
    {0x0600, 0x06FF, ARABIC},
    {0x0900, 0x097F, DEVANAGARI},
    {0x0E01, 0x0E5B, THAI},
    {0x1EA0, 0x1EF9, FAMILY_LATIN},
    {0x2000, 0x206F, FAMILY_SYMBOL},
    {0x2070, 0x209F, FAMILY_SYMBOL},
    {0x20A0, 0x20C0, FAMILY_SYMBOL},
    {0x20E3, 0x20E3, FAMILY_SYMBOL},
    {0x2100, 0x23FF, FAMILY_SYMBOL},
    {0x2460, 0x28FF, FAMILY_SYMBOL},
    {0x2900, 0x2BFF, FAMILY_SYMBOL},
    {0x3000, 0x301F, FAMILY_SYMBOL},
    {0x3020, 0x30FF, CJK},
    {0x3200, 0x33FF, CJK},
    {0x3400, 0x9FFF, CJK},
    {0xAC00, 0xD7A3, HANGUL},
    {0xFB00, 0xFB04, FAMILY_LATIN},
    {0xFE0E, 0xFE0F, FAMILY_SYMBOL},
    {0xFEFF, 0xFEFF, FAMILY_SYMBOL},
    {0xFF01, 0xFF5E, FAMILY_SYMBOL},
    {0xFF5F, 0xFF9F, CJK},
    {0xFFFD, 0xFFFD, FAMILY_SYMBOL},
    {0x1D400, 0x1D7FF, FAMILY_SYMBOL},
    {0x1F000, 0x1FAFF, FAMILY_SYMBOL},
    {0x20000, 0x2FA1F, CJK},
    {0xE0020, 0xE007F, FAMILY_SYMBOL},
};

int mojibake_family(uint32_t codepoint)
{
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges && ranges[i].first <= codepoint; i++)
        if (codepoint <= ranges[i].last)
            return ranges[i].family;
    return FAMILY_NONE;
}

int mojibake_lead_family(unsigned char lead)
{
    if (lead >= 0xD0 && lead <= 0xD1)
        return CYRILLIC;
    if (lead == 0xD7)
        return HEBREW;
    if (lead >= 0xD8 && lead <= 0xDB)
        return ARABIC;
    if (lead >= 0xE3 && lead <= 0xE9)
        return CJK;
    return lead >= 0xEA && lead <= 0xED ? HANGUL : FAMILY_NONE;
}

bool mojibake_is_joining(uint32_t codepoint)
{
    switch (codepoint) {
    case 0x00A0: /* no-break space */
    case 0x2013: /* – */
    case 0x2014: /* — */
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
    case 0x2026: /* … */
        return true;
    default:
        return false;
    }
}

bool mojibake_is_closing(uint32_t codepoint)
{
    switch (codepoint) {
    case 0x00AB: /* «, closing in German and Danish print */
    case 0x00BB: /* » */
    case 0x2039: /* ‹ */
    case 0x203A: /* › */
    case 0x201C: /* “, closing in German and Czech */
    case 0x201D: /* ” */
        return true;
    default:
        return mojibake_is_joining(codepoint);
    }
}

bool mojibake_is_ordinary(uint32_t codepoint)
{
    switch (codepoint) {
    case 0x00A9: /* © */
    case 0x00AA: /* ª */
    case 0x00AE: /* ® */
    case 0x00B0: /* ° */
    case 0x00B2: /* ² */
    case 0x00B3: /* ³ */
    case 0x00B4: /* ´ */
    case 0x00B7: /* · */
    case 0x00B9: /* ¹ */
    case 0x00BA: /* º */
    case 0x2122: /* ™ */
        return true;
    default:
        return mojibake_is_closing(codepoint);
    }
}
