/* title_numbers.c: numbers, ids and times as titles write them. */
#include "model/title_numbers.h"

#include "model/title.h"
#include "model/title_marks.h"

#include <string.h>

size_t title_digits(struct slice s, size_t at)
{
    size_t end = at;
    while (end < s.len && ascii_is_digit(s.ptr[end]))
        end++;
    return end - at;
}

/* "1", "2.1", "1a" at `at`; 0 where there is none. */
size_t title_number_length(struct slice s, size_t at)
{
    size_t end = at + title_digits(s, at);
    if (end == at)
        return 0;
    while (end + 1 < s.len && s.ptr[end] == '.' && ascii_is_digit(s.ptr[end + 1]))
        end += 1 + title_digits(s, end + 1);
    if (end < s.len && ascii_is_alpha(s.ptr[end]) &&
        (end + 1 == s.len || !ascii_is_alnum(s.ptr[end + 1])))
        end++;
    return end - at;
}

/* A letter or a Roman number ("A", "IV") that no word follows directly. */
size_t title_letter_length(struct slice s, size_t at)
{
    size_t end = at;
    while (end < s.len && memchr("IVX", s.ptr[end], 3))
        end++;
    if (end == at && end < s.len && ascii_is_upper(s.ptr[end]))
        end++;
    if (end == at || (end < s.len && (ascii_is_alnum(s.ptr[end]) || s.ptr[end] == '\'')))
        return 0;
    return end - at;
}

/* "–4", " & 6", " to 3" behind a number: a heading for several. */
size_t title_range_length(struct slice s, size_t at)
{
    static const char *const joins[] = {"-", "–", "—", "&", "/", "to ", "and "};
    size_t start = at;

    if (at < s.len && s.ptr[at] == '+')
        return 1; /* "Week 2+" */
    while (at < s.len && s.ptr[at] == ' ')
        at++;
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
        size_t next = at + strlen(joins[i]);
        if (!slice_starts(slice_from(s, at), slice_of(joins[i])))
            continue;
        while (next < s.len && s.ptr[next] == ' ')
            next++;
        if (title_number_length(s, next))
            return next + title_number_length(s, next) - start;
    }
    return 0;
}

static const char *const number_words[] = {"one", "two",   "three", "four", "five",
                                           "six", "seven", "eight", "nine", "ten"};

size_t title_word_number_length(struct slice s, size_t at)
{
    size_t end = at;
    while (end < s.len && ascii_is_alpha(s.ptr[end]))
        end++;
    for (size_t i = 0; i < sizeof number_words / sizeof *number_words; i++)
        if (slice_is_nocase(slice_sub(s, at, end), number_words[i]))
            return end - at;
    return 0;
}

/* ---- section numbers --------------------------------------------------------------------------- */

/* Bytes of a word that means "section" at the start of s, with the space behind it; or 0. */
static size_t section_word_length(struct slice s)
{
    size_t end = 0;
    if (slice_starts(s, SLICE("§")))
        end = strlen("§");
    else
        while (end < s.len && !ascii_is_space(s.ptr[end]))
            end++;
    if (end == s.len || !is_section_word(slice_sub(s, 0, end)))
        return 0;
    while (end < s.len && s.ptr[end] == ' ')
        end++;
    return end < s.len && ascii_is_digit(s.ptr[end]) ? end : 0;
}

/* "1️⃣": the digit, U+FE0F (often left out) and U+20E3. */
static size_t keycap_length(struct slice s)
{
    size_t at = 1;
    if (!s.len || !ascii_is_digit(s.ptr[0]))
        return 0;
    if (slice_starts(slice_from(s, at), SLICE("\xEF\xB8\x8F")))
        at += 3;
    return slice_starts(slice_from(s, at), SLICE("\xE2\x83\xA3")) ? at + 3 : 0;
}

size_t title_number(struct slice title, struct slice *number)
{
    size_t start = section_word_length(title);
    bool worded = start > 0;
    size_t end = start, dots = 0, longest = 0, separator;

    if (keycap_length(title)) {
        *number = slice_sub(title, 0, 1);
        end = keycap_length(title);
        return end + title_decoration(slice_from(title, end));
    }
    for (;;) {
        size_t digits = title_digits(title, end);
        if (!digits)
            return 0;
        longest = digits > longest ? digits : longest;
        end += digits;
        if (end + 1 >= title.len || title.ptr[end] != '.' || !ascii_is_digit(title.ptr[end + 1]))
            break;
        end++;
        dots++;
    }
    if (longest > 3)
        return 0; /* a year, a date, an amount */
    *number = slice_sub(title, start, end);
    separator = title_separator_length(slice_from(title, end));
    if (separator)
        return end + separator;
    if (worded && (end == title.len || title.ptr[end] == ' '))
        return end;
    return dots && end < title.len && title.ptr[end] == ' ' ? end + 1 : 0;
}

/* ---- ids --------------------------------------------------------------------------------------- */

/* ".B" and ".T2" behind "T0.0" and "R1": a part of the id in capitals. */
static size_t lettered_part_length(struct slice s, size_t at)
{
    size_t end = at + 1;
    if (at >= s.len || s.ptr[at] != '.')
        return 0;
    while (end < s.len && end - at <= 3 && ascii_is_upper(s.ptr[end]))
        end++;
    if (end == at + 1)
        return 0;
    end += title_number_length(s, end);
    return end < s.len && ascii_is_alnum(s.ptr[end]) ? 0 : end - at;
}

size_t title_id(struct slice s, struct slice *id)
{
    bool bracketed = s.len && s.ptr[0] == '[';
    size_t start = bracketed, end = start, letters, after;

    while (end < s.len && ascii_is_upper(s.ptr[end]))
        end++;
    letters = end - start;
    if (!letters || letters > 6)
        return 0;
    if (letters == 1 && memchr("QVH", s.ptr[start], 3))
        return 0; /* a quarter, a version, half a year */
    if (end < s.len && s.ptr[end] == '-')
        end++;
    if (!title_number_length(s, end))
        return 0;
    end += title_number_length(s, end);
    while (end < s.len && s.ptr[end] == '-' && title_number_length(s, end + 1))
        end += 1 + title_number_length(s, end + 1);
    end += lettered_part_length(s, end);
    after = end;
    if (bracketed) {
        if (end == s.len || s.ptr[end] != ']')
            return 0;
        after++;
    }
    while (!bracketed && after < s.len && memchr("*`_", s.ptr[after], 3))
        after++;
    if (after == end && after < s.len && !title_separator_length(slice_from(s, after)) &&
        !slice_starts(slice_from(s, after), SLICE(" (")))
        return 0;
    *id = slice_sub(s, start, end);
    return bracketed ? after : end;
}

/* ---- time, as far as a title needs it ---------------------------------------------------------- */

static struct slice word_at(struct slice s, size_t at)
{
    size_t end = at;
    while (end < s.len && (ascii_is_alpha(s.ptr[end]) || (unsigned char)s.ptr[end] >= 0xC0 ||
                           ((unsigned char)s.ptr[end] >= 0x80 && end > at)))
        end++;
    return slice_sub(s, at, end);
}

static bool is_hour_word(struct slice word)
{
    static const char *const words[] = {"h",   "hr",      "hrs",    "hour", "hours",
                                        "min", "minutes", "minute", "mins", "m"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(word, words[i]))
            return true;
    return false;
}

/* "(23 pts)": what a heading's work is guessed to be. */
static bool is_points_word(struct slice word)
{
    static const char *const words[] = {"pts", "pt", "sp", "points", "story", "puntos", "pontos"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is_nocase(word, words[i]))
            return true;
    return false;
}

/* "2-3 weeks", "90 min", "2026-01-05", "3月" after a sign of "about". */
static bool number_is_time(struct slice s)
{
    size_t at = title_number_length(s, 0);
    struct slice word;

    if (at == 4 && s.len >= 7 && s.ptr[4] == '-' && title_digits(s, 5) == 2)
        return true;
    if (at == 2 && s.len >= 10 && s.ptr[2] == '.' && title_digits(s, 3) == 2 && s.ptr[5] == '.' &&
        title_digits(s, 6) == 4)
        return true; /* 02.03.2026 */
    if (at && ascii_is_alpha(s.ptr[at - 1]))
        at--; /* "3h": the letter is a unit */
    at += title_range_length(s, at);
    if (at && ascii_is_alpha(s.ptr[at - 1]))
        at--;
    while (at < s.len && (s.ptr[at] == ' ' || s.ptr[at] == '-' || s.ptr[at] == '+'))
        at++;
    word = word_at(s, at);
    return word.len && (time_unit_of(word) != TIME_NONE || month_of(word) || is_hour_word(word) ||
                        is_points_word(word));
}

bool title_is_time(struct slice s)
{
    struct slice word;

    s = slice_trim(s);
    while (s.len && memchr("~<>=", s.ptr[0], 4))
        s = slice_trim_start(slice_from(s, 1));
    if (!s.len)
        return false;
    if (ascii_is_digit(s.ptr[0]))
        return number_is_time(s);
    word = word_at(s, 0);
    if (slice_is_nocase(word, "q"))
        return ascii_is_digit(s.ptr[word.len < s.len ? word.len : 0]);
    if (time_unit_of(word) != TIME_NONE || month_of(word)) {
        size_t at = word.len + (word.len < s.len && s.ptr[word.len] == '.');
        while (at < s.len && s.ptr[at] == ' ')
            at++;
        return at < s.len && ascii_is_digit(s.ptr[at]);
    }
    return weekday_of(word) >= 0 && word.len >= 3;
}
