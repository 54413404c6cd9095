/* count_claim.c: what a text claims to be there. */
#include "model/count_claim.h"

#include "model/count_words.h"

#define CLAIM_MAX 80 /* bytes; a longer text says more than a count */

static struct slice skip_marks(struct slice s)
{
    while (s.len && (ascii_is_space(s.ptr[0]) || s.ptr[0] == '*' || s.ptr[0] == '_'))
        s = slice_from(s, 1);
    return s;
}

static bool skip_word(struct slice *s, const char *word)
{
    if (!slice_starts_nocase(*s, slice_of(word)))
        return false;
    struct slice rest = slice_from(*s, slice_of(word).len);
    bool ends = rest.len == 0 || !ascii_is_alpha(word[slice_of(word).len - 1]) ||
                !ascii_is_alpha(rest.ptr[0]);
    if (ends)
        *s = skip_marks(rest);
    return ends;
}

/* Digits, with commas between thousands: "1,215". */
static bool read_number(struct slice *s, uint32_t *number, struct slice *digits)
{
    size_t end = 0;
    uint32_t value = 0;
    while (end < s->len && end < 9) {
        bool comma = s->ptr[end] == ',' && end > 0 && end + 3 < s->len &&
                     ascii_is_digit(s->ptr[end + 1]) && ascii_is_digit(s->ptr[end + 2]) &&
                     ascii_is_digit(s->ptr[end + 3]);
        if (!comma && !ascii_is_digit(s->ptr[end]))
            break;
        if (!comma)
            value = value * 10 + (uint32_t)(s->ptr[end] - '0');
        end++;
    }
    if (end == 0)
        return false;
    *number = value;
    *digits = slice_sub(*s, 0, end);
    *s = slice_from(*s, end);
    return true;
}

static bool skip_of(struct slice *s)
{
    static const char *const words[] = {"/", "out of", "of", "von", "sur", "de", "di", "van", "из"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (skip_word(s, words[i]))
            return true;
    return false;
}

static struct slice next_word(struct slice *s)
{
    size_t end = 0;
    while (end < s->len && !ascii_is_space(s->ptr[end]) && s->ptr[end] != '*')
        end++;
    struct slice word = slice_sub(*s, 0, end);
    *s = skip_marks(slice_from(*s, end));
    return word;
}

/* "marked [P]", "✅": a state that is no plain word. */
static bool read_mark(struct slice *s, enum count_state *state)
{
    if (skip_word(s, "marked [P]") || skip_word(s, "marked `[P]`") || skip_word(s, "[P]")) {
        *state = COUNT_PARALLEL;
        return true;
    }
    if (skip_word(s, "✅")) {
        *state = COUNT_DONE;
        return true;
    }
    return false;
}

static bool read_words(struct slice s, struct count_claim *claim)
{
    bool stated = false;
    while (s.len) {
        if (read_mark(&s, &claim->state)) {
            stated = true;
            continue;
        }
        struct slice word = next_word(&s);
        int what = lexicon_look_up(lexicon_counted, word);
        int state = lexicon_look_up(lexicon_count_states, word);
        if (what > 0 && claim->what == COUNTED_NOTHING) {
            claim->what = (enum counted)(what & COUNTED_MASK);
            claim->noun = word;
        } else if (state > 0 && !stated) {
            claim->state = (enum count_state)state;
            stated = true;
        } else if (lexicon_look_up(lexicon_count_neutral, word) < 0) {
            return false;
        }
    }
    claim->stated = stated;
    if (claim->has_total && !stated)
        claim->state = COUNT_DONE;
    return true;
}

bool count_claim_read(struct slice text, struct count_claim *claim)
{
    *claim = (struct count_claim){0};
    if (text.len == 0 || text.len > CLAIM_MAX)
        return false;
    struct slice s = skip_marks(text);
    while (s.len && (s.ptr[s.len - 1] == '*' || s.ptr[s.len - 1] == '_' ||
                     s.ptr[s.len - 1] == '.' || ascii_is_space(s.ptr[s.len - 1])))
        s.len--;
    claim->approx = skip_word(&s, "~") || skip_word(&s, "≈") || skip_word(&s, "about") ||
                    skip_word(&s, "approx.") || skip_word(&s, "ca.") || skip_word(&s, "etwa") ||
                    skip_word(&s, "env.");
    if (!read_number(&s, &claim->number, &claim->digits))
        return false;
    claim->at_least = s.len && s.ptr[0] == '+';
    if (claim->at_least)
        s = slice_from(s, 1);
    bool space = s.len && (ascii_is_space(s.ptr[0]) || s.ptr[0] == '*');
    struct slice rest = skip_marks(s);
    if (!claim->at_least && skip_of(&rest)) {
        if (!read_number(&rest, &claim->total, &claim->total_digits))
            return false;
        claim->has_total = true;
        space = rest.len && (ascii_is_space(rest.ptr[0]) || rest.ptr[0] == '*');
        rest = skip_marks(rest);
    }
    if (rest.len && !space && (unsigned char)rest.ptr[0] < 0x80)
        return false; /* "3rd", "1-2", "50%" */
    return read_words(rest, claim);
}

bool count_label_read(struct slice label, enum counted *what, enum count_state *state)
{
    *what = COUNTED_NOTHING;
    *state = COUNT_ALL;
    struct lexicon_key folded = lexicon_fold(label);
    struct slice s = lexicon_key_slice(&folded);
    bool any = false, singular = false, how_many = false;
    while (s.len && (s.ptr[0] == '#' || s.ptr[0] == ' ')) {
        how_many = true;
        s = slice_from(s, 1);
    }
    if (s.len == 0)
        return false;
    while (s.len) {
        struct slice word = next_word(&s);
        int noun = lexicon_look_up(lexicon_counted, word);
        int marked = lexicon_look_up(lexicon_count_states, word);
        int neutral = lexicon_look_up(lexicon_count_neutral, word);
        if (noun > 0 && *what == COUNTED_NOTHING) {
            *what = (enum counted)(noun & COUNTED_MASK);
            singular = (noun & COUNTED_SINGULAR) != 0;
        } else if (marked > 0) {
            *state = (enum count_state)marked;
        } else if (neutral < 0) {
            return false;
        }
        how_many = how_many || neutral == 2;
        any = true;
    }
    return any && (!singular || how_many);
}
