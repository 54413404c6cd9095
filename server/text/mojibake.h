/* mojibake.h: finding and restoring UTF-8 that was once read as Windows-1252, Windows-1254
 * (Turkish) or Latin-1 and written out as UTF-8 again: "âœ…" for "✅", "ğŸš€" for "🚀", "Ã©" for "é".
 *
 * A run is certain where every byte of what it was is still there; what it restores to is then
 * exact. It is lossy where bytes fell out: 0x81, 0x8D, 0x8F, 0x90 and 0x9D have no character in
 * Windows-1252, 0x8E and 0x9E none in 1254 either. Programs drop such bytes or write U+FFFD for
 * them ("â˜" was "☐", 0x90 being lost). Where they are left as the control characters U+0081 …,
 * nothing is lost.
 *
 * Honest text is never touched: a run must decode to a character that people write, and must not be
 * readable as a word or a quoted letter with its punctuation behind it („IRMÃ”, «É», "hâlâ…").
 * Letters of other scripts count only beside others of their script; what is ambiguous counts only
 * in a text with at least MOJIBAKE_EVIDENCE runs that are not. Text encoded wrongly twice is
 * restored at once where all of it is certain.
 */
#ifndef PLANLS_TEXT_MOJIBAKE_H
#define PLANLS_TEXT_MOJIBAKE_H

#include "base/arena.h"
#include "base/vec.h"
#include "text/span.h"

#include <stdbool.h>
#include <stddef.h>

#define MOJIBAKE_EVIDENCE       2
#define MOJIBAKE_MAX_CANDIDATES 6
/* Lossy runs reported in one text; those behind are left out until some are mended. */
#define MOJIBAKE_MAX_LOSSY 1000

struct mojibake_run {
    struct span span;
    bool certain;
    /* What may have stood here, likeliest first: exactly one where certain, at most
     * MOJIBAKE_MAX_CANDIDATES where lossy. None where nothing is known: a byte was lost that no
     * usual character has, or the text was damaged before and held U+FFFD ("ï¿½"). */
    const struct slice *restored;
    size_t count;
};

struct mojibake_runs {
    VEC_MEMBERS(struct mojibake_run);
};

/* The runs of a text in order, not overlapping; adjacent certain characters make one run, and so do
 * repeats of one lossy character. Everything lives in the arena. Linear in the text. */
struct mojibake_runs mojibake_find(struct slice text, struct arena *arena);

#endif
