/* mojibake_piece.c: reads one damaged character and judges whether it could be honest text. */
#include "text/mojibake_piece.h"

#include "text/mojibake_bytes.h"
#include "text/utf8.h"

#include <string.h>
#include <utf8proc.h>

/* What stands about a piece, and what it is made of as characters. */
struct view {
    uint32_t before, after; /* 0 at the ends of the text, and before a piece that joins another */
    uint32_t lead;          /* its first character */
    bool ordinary, closing, joining; /* all others are */
};

static bool is_letter(uint32_t codepoint)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)codepoint);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool is_upper(uint32_t codepoint)
{
    return utf8proc_category((utf8proc_int32_t)codepoint) == UTF8PROC_CATEGORY_LU;
}

static bool is_word(uint32_t codepoint)
{
    return is_letter(codepoint) ||
           utf8proc_category((utf8proc_int32_t)codepoint) == UTF8PROC_CATEGORY_ND;
}

static bool is_opening_quote(uint32_t codepoint)
{
    switch (codepoint) {
    case '"':
    case '\'':
    case 0x00A0: /* no-break space, as French has it behind « */
    case 0x00AB: /* « */
    case 0x00BB: /* », opening in Danish and German print */
    case 0x2018: /* ‘ */
    case 0x201A: /* ‚ */
    case 0x201C: /* “ */
    case 0x201D: /* ”, opening in Swedish and Finnish */
    case 0x201E: /* „ */
    case 0x2039: /* ‹ */
        return true;
    default:
        return false;
    }
}

static unsigned char sequence_length(unsigned char lead)
{
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

/* Could the first character end a word that stands before it? */
static bool fits_word(const struct view *view)
{
    return is_letter(view->before) && (!is_upper(view->lead) || is_upper(view->before));
}

/* How far a piece all of whose continuations are signs that also follow words is to be believed. */
static enum mojibake_trust judge_ordinary(const struct mojibake_piece *piece,
                                          const struct view *view)
{
    bool word_follows = is_word(view->after);
    if (fits_word(view)) {
        /* BRANDÂ®: no word in capitals ends in Â and has such a sign. */
        if (piece->bytes[0] == 0xC2 && !view->closing)
            return TRUST_SURE;
        if (piece->bytes[0] == 0xE1) /* Vietnamese "tá»«", and Spanish «está»… */
            return TRUST_EVIDENCE;
        if (!word_follows)
            return TRUST_NONE;
        return view->joining ? TRUST_EVIDENCE : TRUST_SURE;
    }
    if (!view->closing || word_follows)
        return TRUST_SURE;
    /* Â and Ã are no words; É, Å, Î … are, or stand in lists of letters. */
    bool letter = piece->length == 2 && piece->bytes[0] > 0xC3;
    return letter || is_opening_quote(view->before) ? TRUST_EVIDENCE : TRUST_SURE;
}

static void judge_whole(struct mojibake_piece *piece, const struct view *view)
{
    piece->trust = view->ordinary ? judge_ordinary(piece, view) : TRUST_SURE;
    if (piece->family >= FAMILY_FOREIGN && piece->trust != TRUST_NONE)
        piece->trust = TRUST_NEIGHBOUR;
}

/* An Ã without its byte: Á, Í, à, í … A capital Ã is honest among capitals only. */
static enum mojibake_trust judge_lost_latin(const struct view *view)
{
    bool inside = is_letter(view->before) && !is_upper(view->before);
    bool first = !is_letter(view->before) && is_letter(view->after) && !is_upper(view->after);
    bool alone = !is_letter(view->before) && view->after == ' ';
    return inside || first || alone ? TRUST_EVIDENCE : TRUST_NONE;
}

static void judge_lossy(struct mojibake_piece *piece, const struct view *view)
{
    switch (piece->bytes[0]) {
    case 0xC3:
        piece->trust = judge_lost_latin(view);
        break;
    case 0xE2:
        if (piece->count < 2 || (piece->bytes[1] == 0 && piece->bytes[2] == 0))
            piece->trust = TRUST_NONE;
        else if (!view->ordinary)
            piece->trust = TRUST_SURE;
        else
            piece->trust = fits_word(view) ? TRUST_NONE : TRUST_EVIDENCE;
        break;
    case 0xEF:
        piece->trust = piece->count > 1 && piece->bytes[1] == 0xB8 ? TRUST_SURE : TRUST_NONE;
        break;
    case 0xF0:
        piece->trust = piece->count > 1 && piece->bytes[1] == 0x9F ? TRUST_SURE : TRUST_NONE;
        break;
    default:
        piece->family = mojibake_lead_family(piece->bytes[0]);
        piece->trust = piece->family && mojibake_lost(piece) == 1 ? TRUST_NEIGHBOUR : TRUST_NONE;
        if (piece->bytes[0] == 0xE3 && piece->count > 1 && piece->bytes[1] == 0x80)
            piece->trust = TRUST_SURE; /* 、『】 */
    }
}

unsigned mojibake_lost(const struct mojibake_piece *piece)
{
    unsigned lost = (unsigned)(piece->length - piece->count);
    for (unsigned i = 1; i < piece->count; i++)
        lost += piece->bytes[i] == 0;
    return lost;
}

static uint32_t codepoint_at(struct slice text, size_t at, size_t *next)
{
    uint32_t codepoint = 0;
    *next = at < text.len ? at + utf8_decode(slice_from(text, at), &codepoint) : at;
    return codepoint;
}

/* Takes up to length - 1 continuations from `at` on: bytes, and if marks are wanted U+FFFD too. */
static void take(struct slice text, size_t at, bool marks, struct mojibake_piece *piece,
                 struct view *view)
{
    view->ordinary = view->closing = view->joining = true;
    piece->count = 1;
    while (piece->count < piece->length) {
        size_t next;
        uint32_t codepoint = codepoint_at(text, at, &next);
        unsigned char byte = mojibake_byte(codepoint);
        bool mark = marks && codepoint == UTF8_REPLACEMENT && next - at == 3;
        if (!mark && (byte < 0x80 || byte > 0xBF))
            break;
        piece->bytes[piece->count++] = mark ? 0 : byte;
        piece->turkish |= mojibake_is_turkish(codepoint);
        if (!mark) {
            view->ordinary &= mojibake_is_ordinary(codepoint);
            view->closing &= mojibake_is_closing(codepoint);
            view->joining &= mojibake_is_joining(codepoint);
        }
        at = next;
    }
    piece->span.end = (uint32_t)at;
    size_t behind;
    view->after = codepoint_at(text, at, &behind);
}

/* Gives back the last continuation: it is honest text behind a shorter piece. */
static void give_back_last(struct slice text, struct mojibake_piece *piece, struct view *view)
{
    size_t at = utf8_previous(text, piece->span.end);
    size_t next;
    view->after = codepoint_at(text, at, &next);
    piece->span.end = (uint32_t)at;
    piece->count--;
}

static bool decode_whole(struct mojibake_piece *piece)
{
    struct slice sequence = {(const char *)piece->bytes, piece->length};
    if (utf8_decode(sequence, &piece->codepoint) != piece->length)
        return false;
    piece->family = mojibake_family(piece->codepoint);
    return piece->family != FAMILY_NONE;
}

/* A no-break space that ended an emoji became a space, as the emoji selector behind it shows. Takes
 * the space for the byte it was. */
static void take_space(struct slice text, struct mojibake_piece *piece)
{
    static const struct slice selector = SLICE_INIT(" \xC3\xAF\xC2\xB8");
    if (mojibake_lost(piece) != 1 || piece->count == piece->length ||
        !slice_starts(slice_from(text, piece->span.end), selector))
        return;
    piece->bytes[piece->count++] = 0xA0;
    piece->span.end++;
}

bool mojibake_read_piece(struct slice text, size_t at, bool joined, struct mojibake_piece *piece)
{
    size_t second;
    struct view view = {0};
    view.lead = codepoint_at(text, at, &second);
    *piece = (struct mojibake_piece){.span = {(uint32_t)at, (uint32_t)at}};
    piece->bytes[0] = mojibake_byte(view.lead);
    piece->length = sequence_length(piece->bytes[0]);
    piece->turkish = mojibake_is_turkish(view.lead);
    if (piece->length == 0)
        return false;
    if (at > 0 && !joined) {
        size_t next;
        view.before = codepoint_at(text, utf8_previous(text, at), &next);
    }
    take(text, second, true, piece, &view);
    if (piece->count < piece->length) /* marks are believed only where they fill every gap */
        take(text, second, false, piece, &view);
    piece->whole = piece->count == piece->length && mojibake_lost(piece) == 0;
    if (piece->whole && !decode_whole(piece)) {
        piece->whole = false;
        give_back_last(text, piece, &view);
    }
    if (piece->whole)
        judge_whole(piece, &view);
    else
        judge_lossy(piece, &view);
    if (piece->codepoint == UTF8_REPLACEMENT) /* every byte is known, and still nothing is */
        piece->whole = false;
    if (piece->trust == TRUST_SURE && !piece->whole)
        take_space(text, piece);
    return piece->trust != TRUST_NONE;
}
